"""The datasheet of a package: where it comes from, what it is for and not for, and whose the words are.

Its topics are those of Gebru et al., “Datasheets for Datasets” (Communications of the ACM 64:12, 2021); its
sentences are ours, in `words/datasheet.txt`.
"""

from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Final

from summitry.bounds import MAX_SHOWN_SOURCES
from summitry.describe.about import About, about
from summitry.describe.codebook import MARK
from summitry.describe.counts import cells_of, ends_of, filed_of, rows_of, values_of
from summitry.describe.files import Told, tables_of
from summitry.describe.markdown import cell, row
from summitry.export.source import Source

FILE: Final = "datasheet.md"
WORDS: Final = Path(__file__).with_name("words") / "datasheet.txt"
UNTOLD: Final = "not told"


def texts(source: Source) -> dict[str, str]:
    """The datasheet as the text of its file."""
    said, tables = about(source), tables_of(source)
    told = whole(said) | counted(source, tables) | {"origins": origins(said), "rights": rights(tables)}
    return {FILE: Template(WORDS.read_text(encoding="utf-8")).substitute(told)}


def whole(said: About) -> dict[str, str]:
    """What is said of the package as a whole."""
    licences = [f"- {cell(each.words)}" for each in said.licences]
    return {
        "mark": MARK,
        "title": cell(said.title),
        "name": cell(said.name),
        "version": cell(said.version) or UNTOLD,
        "created": said.created.isoformat() if said.created else UNTOLD,
        "makers": cell(", ".join(each.name for each in said.creators)),
        "url": cell(said.url or UNTOLD),
        "description": "\n\n".join(cell(each) for each in said.description.split("\n\n")),
        "licences": "\n".join(licences)
        or "The descriptor names no licence: nothing is allowed but what law allows.",
        "maintenance": f"The package is kept by {cell(said.publisher)}.",
    }


def counted(source: Source, tables: list[Told]) -> dict[str, str]:
    """What the tables hold, counted."""
    filed = {each.table.name: each for each in source.tables}
    lines = [
        row(each.table.name, f"{rows_of(filed[each.table.name]):,}", cell(each.table.description))
        for each in tables
    ]
    head = [row("table", "rows", "what a row is"), row("---", "---:", "---")]
    return {
        "rows": "\n".join([*head, *lines]),
        "period": period(source),
        "people": people(source),
        **words(source),
    }


def period(source: Source) -> str:
    """From when the articles are, and in which languages."""
    if (ends := ends_of(source, "articles", "published_on")) is None:
        return "There are no articles that have a day."
    days = f"The articles are of {ends[0]}" + (f" to {ends[1]}" if ends[0] != ends[1] else "")
    languages = shares(values_of(source, "articles", "language"))
    return f"{days}; by language: {languages}." if languages else f"{days}."


def people(source: Source) -> str:
    """Whom and what the package names."""
    kinds = values_of(source, "entities", "type")
    if not kinds:
        return "No entity is named."
    named = f"Entities by type: {shares(kinds)}."
    if "person" not in kinds:
        return named
    return (
        f"{named} People are named as the news names them, with offices and words that are reported of them; "
        "that can touch opinions and beliefs. Nothing is added on their private lives."
    )


WITH_WORDS: Final = {
    "words": "The words of the articles stand in the package, whole in `paragraphs.text` and in part "
    "wherever another column copies them.",
    "consent": "Facts can be free where the words that tell them are not. Whoever passes the package on "
    "needs the consent\nof those who hold the rights in each text, or a law that allows it; the licence of "
    "the facts gives none.",
}
WITHOUT_WORDS: Final = {
    "words": "The words of the articles are not in this package; offsets count in a text that you must have.",
    "consent": "Names, offsets and hashes are facts, and so is what the rows tell. The words that told it "
    "are left out, and\nnothing here gives a right in them: whoever adds them needs the consent of those "
    "who hold it.",
}
"""What is said of the words of the articles, and of what may be done with the package for their sake."""


def words(source: Source) -> dict[str, str]:
    """Whether the package holds the words of the articles, and what follows."""
    filed = filed_of(source, "paragraphs", "text")
    return WITH_WORDS if filed is not None and cells_of(filed, "text").filled else WITHOUT_WORDS


def shares(values: Mapping[str, int]) -> str:
    """Values with their numbers.

    >>> shares({"en": 1200, "fr": 1})
    'en 1,200, fr 1'
    """
    return ", ".join(f"{cell(value)} {count:,}" for value, count in values.items())


def origins(said: About) -> str:
    """What the package was made from, as many as a reader looks at."""
    shown = said.origins[:MAX_SHOWN_SOURCES]
    lines = [f"- {cell(each.title)}{f' ({cell(each.path)})' if each.path else ''}" for each in shown]
    rest = len(said.origins) - len(shown)
    more = [f"- and {rest:,} more, in `datapackage.json`"] if rest else []
    return "\n".join(["Sources:", "", *lines, *more]) if lines else "The descriptor names no source."


def rights(tables: list[Told]) -> str:
    """A row a table with what may be done with it."""
    return "\n".join(
        row(each.table.name, cell("; ".join(one.words for one in each.licences)) or UNTOLD) for each in tables
    )
