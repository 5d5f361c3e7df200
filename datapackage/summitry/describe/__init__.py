"""A package described for others: as catalogues, archives, search engines and readers expect it.

Each form is made from `datapackage.json` and the schemas alone, codebook, datasheet and snippets from the
tables too; the same package gives the same bytes. Paths are told from the folder of `datapackage.json`, where
most readers look for these files.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from summitry.describe import (
    citation,
    codebook,
    croissant,
    datacite,
    datasette,
    datasheet,
    ro_crate,
    schema_org,
    snippets,
)
from summitry.errors import UnusableOutput
from summitry.export.source import Source, read_source
from summitry.tables import replacement, usable
from summitry.validate.opened import as_it_is

__all__ = ["FORMS", "describe"]

FORMS: Final[Mapping[str, Callable[[Source], dict[str, str]]]] = {
    "croissant": croissant.texts,
    "schema-org": schema_org.texts,
    "datacite": datacite.texts,
    "citation": citation.texts,
    "ro-crate": ro_crate.texts,
    "datasette": datasette.texts,
    "codebook": codebook.texts,
    "datasheet": datasheet.texts,
    "snippets": snippets.texts,
}
"""The descriptions of a package: each gives the texts of its files by their names."""

MARKS: Final[Mapping[str, str]] = {
    croissant.FILE: croissant.VERSION,
    schema_org.FILE: '"https://schema.org/"',
    datacite.FILE: "http://datacite.org/schema/",
    citation.FILE: citation.MARK,
    ro_crate.FILE: ro_crate.VERSION,
    datasette.FILE: '"databases"',
    codebook.MARKDOWN: codebook.MARK,
    codebook.CSV: ",".join(codebook.COLUMNS),
    datasheet.FILE: codebook.MARK,
    **dict.fromkeys(snippets.FILES, snippets.MARK),
}
"""Words by which a file is known as one of its kind; another of the same name belongs to somebody else."""


def describe(package: str | Path, out: str | Path, forms: Iterable[str] = tuple(FORMS)) -> list[Path]:
    """Write descriptions of a package to a folder, all or none, and give the paths of their files.

    The package is a folder, a descriptor, a zip or an address; descriptions can lie in its folder. A file of
    the same name that is something else, such as a citation written by hand, is never replaced: that raises
    `UnusableOutput`.
    """
    chosen = tuple(forms)
    if unknown := [form for form in chosen if form not in FORMS]:
        raise UnusableOutput(f"--form: found {unknown[0]}; expected one of {', '.join(FORMS)}")
    with as_it_is(package) as found:
        source = read_source(found.path)
        texts = {name: text for form in FORMS if form in chosen for name, text in FORMS[form](source).items()}
    if chosen and not texts:
        raise UnusableOutput("--form: found snippets of Parquet, which has its types; expected tables of CSV")
    paths = [Path(out) / name for name in texts]
    for path, name in zip(paths, texts, strict=True):
        refuse_foreign(path, MARKS[name])
    with replacement() as write:
        for path, text in zip(paths, texts.values(), strict=True):
            write(path, text.encode())
    return paths


def refuse_foreign(path: Path, mark: str) -> None:
    """Stop before a file that somebody else wrote is lost."""
    with usable(path):
        found = path.read_text(encoding="utf-8", errors="replace") if path.exists() else None
    if found is not None and mark not in found:
        raise UnusableOutput(
            f"{path}: found a file that is no description of ours; expected none, or another folder"
        )
