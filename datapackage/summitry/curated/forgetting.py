"""A reading without someone who is to be in no table: no name is left, and no offset moves."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from summitry.curated.changing import without_participant
from summitry.curated.relinking import meanings, unlinked
from summitry.page import Passage, Span
from summitry.resolve.reading import LinkedMention, Reading

BLACK: Final = "█"
"""What stands for each character of a name that was taken out, so that all offsets stay."""


def forgotten(reading: Reading, key: str) -> Reading:
    """The reading without someone: no name, no quote, no part in a meeting; the text is black there."""
    names = {one.text for one in reading.mentions if one.key == key and one.form == "name"}
    for span in sorted({at for at, meant in meanings(reading) if meant == key}):
        reading = unlinked(reading, span, key)
    reading = replace(
        reading,
        quotes=tuple(
            replace(one, speakers=tuple(each for each in one.speakers if each[0] != key))
            for one in reading.quotes
        ),
        referring=tuple(one for one in reading.referring if one.key != key),
        referents={name: one for name, one in reading.referents.items() if name != key},
    )
    for at in range(len(reading.tellings)):
        reading = without_participant(reading, at, key)
    return blackened(reading, names)


def blackened(reading: Reading, names: Collection[str]) -> Reading:
    """The reading with black in the place of each name, also where it was not seen to be one.

    Where it is the name of someone else, it stays.
    """
    dispatch = reading.dispatch
    others = [one.span for one in reading.mentions if one.key]
    passages = [
        Passage(black(one.text, names, [span for span in others if span.passage == at]), one.origins)
        for at, one in enumerate(dispatch.passages)
    ]
    title, byline = (black(text, names) if text else text for text in (dispatch.title, dispatch.byline))
    clean = replace(dispatch, title=title, byline=byline, passages=tuple(passages))
    reading = replace(reading, dispatch=clean)
    mentions = (with_words(reading, one) for one in reading.mentions)
    return replace(reading, mentions=tuple(one for one in mentions if BLACK not in one.text))


def names_here(reading: Reading, names: Collection[str]) -> set[str]:
    """The names of someone that are to be black in an article: short ones too, if a full one stands there."""
    full = {name for name in names if " " in name}
    texts = [
        reading.dispatch.title,
        reading.dispatch.byline,
        *(one.text for one in reading.dispatch.passages),
    ]
    return {*names} if any(black(text, full) != text for text in texts if text) else full


def with_words(reading: Reading, one: LinkedMention) -> LinkedMention:
    """A mention with its text and title as they stand in the article now."""
    title = reading.words(one.titled) if one.titled else one.title
    return replace(one, text=reading.words(one.span), title=title)


def black(text: str, names: Collection[str], others: Sequence[Span] = ()) -> str:
    """A text with black for each character of some names, but for those that are in `others`.

    Names in capitals are names too.

    >>> black("Ada Holm met Adam.", {"Ada Holm", "Ada"})
    '████████ met Adam.'
    """
    if not names:
        return text

    def hidden(found: re.Match[str]) -> str:
        kept = any(span.start < found.end() and found.start() < span.end for span in others)
        return found[0] if kept else BLACK * len(found[0])

    names = {*names, *(name.upper() for name in names)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", hidden, text)
