"""Columns of words, as a person or a program has left them: mentions alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from summitry.errors import UnreadableInput
from summitry.export.conll import COLUMNS, HEADER, NOTHING, SEVERAL, in_columns
from summitry.export.marks import LABELS, Mark, Marked
from summitry.page import Span
from summitry.review.annotated.articles import Annotated, Articles, Told, shown, text_of
from summitry.review.entities import NOBODY

COMMENT: Final = re.compile(r"# (newdoc|newpar) id = (\S+)\s*")
TAG: Final = re.compile(rf"O|([BI])-({'|'.join(LABELS['mention'])})")


class Line(NamedTuple):
    """A line of a file, and the article and paragraph that it belongs to."""

    number: int
    article_id: str
    paragraph_id: str
    cells: list[str]


class Token(NamedTuple):
    """A word and its mention."""

    start: int
    end: int
    entities: str
    begins: bool
    label: str
    """Empty for a word of no mention."""


def read_conll(path: Path, articles: Articles, told: Told) -> Iterator[Annotated]:
    """Yield each article of which there are paragraphs."""
    lines = list(lines_in(path))
    for article_id, group in groupby(lines, key=lambda line: line.article_id):
        was = articles.named(path.name, article_id, told)
        if was is None:
            continue
        of = {key: list(rows) for key, rows in groupby(group, key=lambda line: line.paragraph_id)}
        marks: list[Mark] = []
        for key, rows in of.items():
            if key not in was.keys:
                told.problems.append(f"{path.name}: found no paragraph {key} in {article_id}; expected one")
            else:
                marks += marks_of(path.name, was, key, rows, told)
        held = [mark for mark in in_columns(was).marks if was.keys[mark.span.passage] in of]
        yield Annotated(f"{path.name}, {article_id}", replace(was, marks=tuple(held)), tuple(marks))


def lines_in(path: Path) -> Iterator[Line]:
    """Yield the lines of a file that hold words."""
    text = text_of(path, "columns of words")
    if not text.startswith(f"{HEADER}\n"):
        first = shown(text.partition("\n")[0])
        raise UnreadableInput(
            f"{path}: found “{first}”; expected {HEADER}, as `summitry export --to conll` writes it"
        )
    known = {"newdoc": "", "newpar": ""}
    for number, line in enumerate(text.split("\n"), 1):
        if found := COMMENT.fullmatch(line):
            known[found[1]] = found[2]
        elif line.strip() and not line.startswith("# "):
            yield Line(number, known["newdoc"], known["newpar"], line.rstrip("\r").split("\t"))


def marks_of(name: str, was: Marked, key: str, rows: list[Line], told: Told) -> Iterator[Mark]:
    """Yield the mentions of a paragraph."""
    passage = was.keys.index(key)
    text = was.paragraphs[passage]
    tokens: list[Token] = []
    for row in rows:
        try:
            tokens.append(token_of(text, row, tokens[-1] if tokens else None))
        except ValueError as error:
            told.problems.append(f"{name}, line {row.number}: {error}")
            return
    if rest := text[tokens[-1].end :].strip():
        told.problems.append(
            f"{name}, line {rows[-1].number}: found no words after it; expected “{shown(rest)}”"
        )
        return
    runs: list[list[Token]] = []
    for token in tokens:
        if token.begins:
            runs.append([token])
        elif token.label:
            runs[-1].append(token)
    for first, *others in runs:
        span = Span(passage, first.start, (others or [first])[-1].end)
        said = [one for each in first.entities.split(SEVERAL) if (one := each.strip())]
        for at, one in enumerate(said or [NOTHING]):
            known = () if one in {NOTHING, NOBODY} else (one,)
            yield Mark(f"{key} {first.start} {at}", "mention", span, first.label, known)


def token_of(text: str, row: Line, before: Token | None) -> Token:
    """The word of a line; a `ValueError` says why it is not the next word of its paragraph."""
    if len(row.cells) != len(COLUMNS):
        raise ValueError(f"found {len(row.cells)} columns; expected {len(COLUMNS)}, with tabs between")
    _, form, start, end, entities, tag = row.cells
    if not (start.isdecimal() and end.isdecimal() and text[int(start) : int(end)] == form != ""):
        raise ValueError(f"found “{shown(form)}” at {start} to {end}; expected words that stand there")
    if gap := text[before.end if before else 0 : int(start)].strip():
        raise ValueError(f"found “{shown(form)}”; expected “{shown(gap)}” before it")
    if before and int(start) < before.end:
        raise ValueError(f"found “{shown(form)}” at {start}; expected it at {before.end} or later")
    found = TAG.fullmatch(tag)
    if not found:
        types = ", ".join(LABELS["mention"])
        raise ValueError(f"found the mention {tag}; expected O, or B- or I- and one of {types}")
    if found[1] == "I" and (before is None or before.label != found[2]):
        raise ValueError(f"found {tag}; expected B-{found[2]} where a mention begins")
    return Token(int(start), int(end), entities, found[1] == "B", found[2] or "")
