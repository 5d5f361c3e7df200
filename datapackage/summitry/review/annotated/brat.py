"""A folder of brat, as a person has left it."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from summitry.errors import UnreadableInput
from summitry.export.brat import KIND, RESOURCE
from summitry.export.marks import LABELS, SPEAKER, Mark, Marked, Sort
from summitry.paths import name_of
from summitry.review.annotated.articles import Annotated, Articles, Told, shown, span_in, text_of, unlike
from summitry.review.entities import NOBODY

ENTITY: Final = re.compile(r"entity: *(\S.*)")
"""A note that says whom a mention names, or who says a quote: “entity: ada-holm”."""
HELD: Final = "expected T, A, R, N or #, as brat writes them"

STRETCH: Final = re.compile(r"(T\S+)\t(\S+) (\d+) (\d+)\t(.*)")
ATTRIBUTE: Final = re.compile(r"A\S+\t(\S+) (\S+)(?: (\S+))?")
RELATION: Final = re.compile(r"R\S+\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
NORMALIZATION: Final = re.compile(r"N\S+\t\S+ (\S+) (\S+?):(\S+)(?:\t.*)?")
NOTE: Final = re.compile(r"#\S*\tAnnotatorNotes (\S+)\t(.*)")


def read_brat(folder: Path, articles: Articles, told: Told) -> Iterator[Annotated]:
    """Yield each article of which there are annotations."""
    paths = sorted(folder.glob("*.ann"))
    if not paths:
        raise UnreadableInput(f"{folder}: found no .ann file; expected a folder of brat")
    ids = {name_of(id_): id_ for id_ in articles.ids()}
    for path in paths:
        was = articles.named(path.name, ids.get(path.stem, path.stem), told)
        if was is None:
            continue
        text = text_of(path.with_suffix(".txt"), "the text of an article").removesuffix("\n")
        if problem := unlike(f"{path.stem}.txt", text, was):
            told.problems.append(problem)
        else:
            annotations = Annotations(path.name, was, told)
            yield Annotated(path.name, was, tuple(annotations.marks(text_of(path, "annotations of brat"))))


class Annotations:
    """The lines of a file of annotations."""

    def __init__(self, where: str, was: Marked, told: Told) -> None:
        self.where, self.was, self.told = where, was, told
        self.stretches: dict[str, Mark] = {}
        self.kinds: dict[str, str] = {}
        self.speakers: dict[str, list[str]] = {}
        self.entities: dict[str, list[str]] = {}
        self.notes: dict[str, str] = {}

    def marks(self, text: str) -> Iterator[Mark]:
        """Yield the marks of a file."""
        lines = [line.rstrip("\r\n") for line in text.split("\n")]
        # stretches first, so that it is known what the others speak of
        for line in sorted(filter(None, lines), key=lambda one: not one.startswith("T")):
            self.take(line)
        for id_, mark in self.stretches.items():
            label = self.kinds.get(id_, "") if mark.sort == "quote" else mark.label
            note = self.notes.get(id_, "")
            said = self.entities.get(id_, [])
            if found := ENTITY.fullmatch(note):
                said, note = ([] if found[1] == NOBODY else [found[1]]), ""
            if mark.sort == "mention" and len(said) > 1:
                self.told.problems.append(
                    f"{self.where}, {id_}: found {', '.join(said)}; expected one entity"
                )
            speakers = tuple(self.speakers.get(id_, ()))
            yield Mark(id_, mark.sort, mark.span, label, tuple(said), speakers, note)

    def take(self, line: str) -> None:
        """Keep what a line says."""
        read = READERS.get(line[0])
        if read is None:
            self.told.left.append(f"{self.where}: found “{shown(line)}”; {HELD}")
            return
        pattern, keep = read
        if found := pattern.fullmatch(line):
            keep(self, *(group or "" for group in found.groups()))
        else:
            self.told.problems.append(f"{self.where}: found “{shown(line)}”; {HELD}")

    def stretch(self, id_: str, type_: str, start: str, end: str, words: str) -> None:
        """Keep a stretch."""
        span = span_in(self.was, int(start), int(end))
        if span is None or self.was.text[int(start) : int(end)] != words:
            place = f"{self.where}, {id_}: found “{shown(words)}” at {start} to {end}"
            self.told.problems.append(f"{place}; expected words of one paragraph that stand there")
        elif type_ in LABELS["mention"]:
            self.stretches[id_] = Mark(id_, "mention", span, type_)
        elif type_ in LABELS:
            sort: Sort = "quote" if type_ == "quote" else "report"
            self.stretches[id_] = Mark(id_, sort, span, LABELS[sort][0])
        else:
            self.told.left.append(f"{self.where}, {id_}: found a {type_}; expected one of annotation.conf")

    def attribute(self, name: str, id_: str, value: str) -> None:
        """Keep the kind of a quote."""
        if name == KIND and id_ in self.stretches and value in LABELS["quote"]:
            self.kinds[id_] = value
        else:
            found = f"found the attribute {name} {value}".rstrip()
            self.told.left.append(f"{self.where}, {id_}: {found}; expected the {KIND} of a quote")

    def relation(self, name: str, quote: str, mention: str) -> None:
        """Keep who says a quote."""
        ends = [self.stretches[id_].sort for id_ in (quote, mention) if id_ in self.stretches]
        if name == SPEAKER and ends == ["quote", "mention"]:
            self.speakers.setdefault(quote, []).append(mention)
        else:
            found = f"found {name} from {quote} to {mention}"
            self.told.left.append(f"{self.where}: {found}; expected {SPEAKER} from a quote to a mention")

    def normalization(self, id_: str, resource: str, entity: str) -> None:
        """Keep whom a stretch means."""
        if resource == RESOURCE and id_ in self.stretches:
            self.entities.setdefault(id_, []).append(entity)
        else:
            found = f"found {resource}:{entity}"
            self.told.left.append(f"{self.where}, {id_}: {found}; expected {RESOURCE} and an entity_id")

    def note(self, id_: str, text: str) -> None:
        """Keep a note."""
        self.notes[id_] = text.strip()


READERS: Final[Mapping[str, tuple[re.Pattern[str], Callable[..., None]]]] = {
    "T": (STRETCH, Annotations.stretch),
    "A": (ATTRIBUTE, Annotations.attribute),
    "R": (RELATION, Annotations.relation),
    "N": (NORMALIZATION, Annotations.normalization),
    "#": (NOTE, Annotations.note),
}
"""How the lines of each letter are read."""
