"""How to cite a package: as a CITATION.cff, and as BibTeX.

The properties are those of the Citation File Format 1.2.0, https://doi.org/10.5281/zenodo.5171937: required
are `cff-version`, `message`, `title` and `authors`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from summitry.describe.about import WEB, About, Creator, about
from summitry.describe.spdx import spdx_of
from summitry.export.source import Source

FILE: Final = "CITATION.cff"
MARK: Final = "# Made from datapackage.json by summitry; change that file instead."


def texts(source: Source) -> dict[str, str]:
    """The citation as the text of its file."""
    return {FILE: "".join(f"{line}\n" for line in citation(about(source)))}


def citation(said: About) -> Iterator[str]:
    """Yield the lines of the citation."""
    yield MARK
    yield "cff-version: 1.2.0"
    yield "message: If you use this data, please cite it as below."
    yield "type: dataset"
    yield f"title: {quoted(said.title)}"
    yield "authors:"
    for creator in said.creators:
        yield from author(creator)
    if said.version:
        yield f"version: {quoted(said.version)}"
    if said.created:
        yield f"date-released: {quoted(said.created.isoformat())}"
    yield from addresses(said)
    yield from listed("license", licences(said))
    yield from listed("keywords", dict.fromkeys(said.keywords))
    yield f"abstract: {quoted(abstract(said))}"


def author(creator: Creator) -> Iterator[str]:
    """Yield the lines of an author: a person has a family name, a body a name."""
    told = {
        "family-names": creator.family if creator.person else "",
        "given-names": creator.given if creator.person else "",
        "name": "" if creator.person else creator.name,
        "affiliation": creator.organization if creator.person else "",
        "website": creator.path if WEB.fullmatch(creator.path) else "",
    }
    lines = [f"{name}: {quoted(value)}" for name, value in told.items() if value]
    yield from (f"  {'-' if place == 0 else ' '} {line}" for place, line in enumerate(lines))


def addresses(said: About) -> Iterator[str]:
    """Yield where the package is to be found: its DOI, or its own id, and its page."""
    if said.doi:
        yield f"doi: {quoted(said.doi)}"
    elif said.id:
        yield "identifiers:"
        yield "  - type: other"
        yield f"    value: {quoted(said.id)}"
    if WEB.fullmatch(said.homepage):
        yield f"url: {quoted(said.homepage)}"


def licences(said: About) -> list[str]:
    """The identifier of the licence, if there is one for the whole package.

    Of several the format lets a reader choose any, but ours hold for different parts: nobody can choose CC0
    for news text.
    """
    known = dict.fromkeys(spdx_of(each.name) for each in said.licences)
    return [each for each in known if each] if len(known) == 1 else []


def abstract(said: About) -> str:
    """What the package is, and what may be done with it where identifiers cannot say it."""
    if licences(said) or not said.licences:
        return said.description
    return f"{said.description}\n\nRights: {'; '.join(each.words for each in said.licences)}."


def listed(name: str, values: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list, none if it is empty."""
    if values := list(values):
        yield f"{name}:"
        yield from (f"  - {quoted(each)}" for each in values)


def quoted(text: str) -> str:
    r"""Text as YAML 1.2 writes it in double quotation marks (section 5.7, “Escaped Characters”).

    >>> quoted("Oslo: “new” talks\n")
    '"Oslo: “new” talks\\n"'
    """
    return re.sub(r"[^ -~]", lambda found: escaped(found[0]), json.dumps(text, ensure_ascii=False))


def escaped(character: str) -> str:
    """A character as it is if it can be seen, else as its code."""
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def bibtex(said: About) -> str:
    """The citation as an entry of BibTeX on one line."""
    told = {
        "author": " and ".join(named(each) for each in said.creators),
        "title": f"{{{plain(said.title)}}}",
        "year": f"{said.created.year:04}" if said.created else "",
        "version": plain(said.version),
        "doi": plain(said.doi or ""),
        "url": plain(said.homepage),
    }
    inside = ", ".join(f"{name} = {{{value}}}" for name, value in told.items() if value)
    return f"@misc{{{plain(said.name)}, {inside}}}"


def named(creator: Creator) -> str:
    """An author for BibTeX, which takes apart what stands in no braces of its own.

    >>> named(Creator("Ann Lee", "Ann", "Lee", "", "")), named(Creator("The authors", "", "", "", ""))
    ('Lee, Ann', '{The authors}')
    """
    if creator.person:
        return ", ".join(plain(each) for each in (creator.family, creator.given) if each)
    return f"{{{plain(creator.name)}}}"


def plain(text: str) -> str:
    r"""Text without what BibTeX would take for its own.

    >>> plain("Talks {new} \\ more")
    'Talks new more'
    """
    return " ".join(re.sub(r"[{}\\]", " ", text).split())
