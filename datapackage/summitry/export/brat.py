"""A package as a folder of brat: for each article its text and its annotations, and what brat must know.

The form is the brat standoff format (brat.nlplab.org/standoff.html): `T` a stretch, `A` an attribute, `R` a
relation, `N` a normalization, `#` a note. Offsets count code points.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summitry.errors import UnusableOutput
from summitry.export.marks import LABELS, SPEAKER, Mark, Marked, marked_articles
from summitry.export.source import Source
from summitry.paths import name_of
from summitry.tables import replacement

CONFIG: Final = "annotation.conf"
KIND: Final = "kind"
"""The attribute of a quote that tells its kind."""
RESOURCE: Final = "summitry"
"""What stands before the id of an entity in a normalization."""

CONTENT: Final = """\
[entities]
{types}
quote
report

[relations]
{speaker}\tArg1:quote, Arg2:{any_type}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
{kind}\tArg:quote, Value:{kinds}
"""
"""What can be annotated; stretches may lie in and across each other."""


def to_brat(source: Source, out: Path) -> Path:
    """Write the folder, which must be new or empty: nobody's annotations are written over."""
    if out.is_dir() and any(out.iterdir()):
        raise UnusableOutput(
            f"{out}: found a folder with files, maybe annotations; expected a new or an empty one"
        )
    with replacement() as write:
        write(out / CONFIG, configuration().encode())
        for article in marked_articles(source):
            name = name_of(article.article_id)
            write(out / f"{name}.txt", f"{article.text}\n".encode())
            write(out / f"{name}.ann", "".join(f"{line}\n" for line in lines(article)).encode())
    return out


def configuration() -> str:
    """What brat must know of the types."""
    types = LABELS["mention"]
    return CONTENT.format(
        types="\n".join(types), any_type="|".join(types), speaker=SPEAKER, kind=KIND,
        kinds="|".join(LABELS["quote"]),
    )  # fmt: skip


def lines(article: Marked) -> Iterator[str]:
    """Yield the annotations of an article: stretches first, then what is said of them."""
    for mark in article.marks:
        start, end = article.offsets(mark.span)
        yield f"{mark.id}\t{type_of(mark)} {start} {end}\t{article.words(mark.span)}"
    quotes = [mark for mark in article.marks if mark.sort == "quote"]
    voices = [(mark.id, each) for mark in quotes for each in mark.speakers]
    known = [(mark.id, each) for mark in article.marks for each in mark.entities]
    notes = [mark for mark in article.marks if mark.note]
    for number, mark in enumerate(quotes, 1):
        yield f"A{number}\t{KIND} {mark.id} {mark.label}"
    for number, (quote, speaker) in enumerate(voices, 1):
        yield f"R{number}\t{SPEAKER} Arg1:{quote} Arg2:{speaker}"
    for number, (id_, entity) in enumerate(known, 1):
        yield f"N{number}\tReference {id_} {RESOURCE}:{entity}\t{article.names[entity]}"
    for number, mark in enumerate(notes, 1):
        yield f"#{number}\tAnnotatorNotes {mark.id}\t{mark.note}"


def type_of(mark: Mark) -> str:
    """What brat calls a mark: a mention by the type of its entity, others by their sort."""
    return mark.label if mark.sort == "mention" else mark.sort
