"""Counts over meetings: “the 25th time they have met since 2013”."""

import re
from typing import NamedTuple

from summitry.dates import Timex
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_map
from summitry.page import Token

NUMBER = re.compile(r"\d+")
SMALLEST_SERIES = 2
"""One meeting is no series."""


class Counted(NamedTuple):
    """How many meetings, over what time, and the token that counts."""

    number: int
    period: Timex
    token: Token


def counted(ground: Ground, trigger: Trigger) -> Counted | None:
    """The count that a sentence makes over meetings such as this trigger tells of, if it makes one."""
    leaf = ground.leaf
    periods = [timex for timex in ground.dates if is_period(timex)]
    if not periods:
        return None
    sentence = leaf.sentences[leaf.tokens[trigger.at].sentence]
    counting = next(
        (token for token in leaf.tokens[sentence.first : sentence.last] if counts(ground, token, trigger)),
        None,
    )
    if counting is None or (number := number_of(counting)) is None or number < SMALLEST_SERIES:
        return None
    period = next((timex for timex in periods if timex.start > counting.start), None)
    if period is None or leaf.token_at(period.start) is None:
        return None
    same = leaf.tokens[sentence.first].start <= period.start < leaf.tokens[sentence.last - 1].end
    return Counted(number, period, counting) if same else None


def counts(ground: Ground, token: Token, trigger: Trigger) -> bool:
    """Whether a token says which in a row of meetings, or how many times people met."""
    if number_of(token) is None:
        return False
    head = ground.leaf.tokens[token.head]
    meeting = ground.leaf.tokens[trigger.at]
    if head.lemma == "time":
        return head.index == meeting.head or meeting.head == head.index or head.head == meeting.index
    if head.lemma == "round":
        return any(one.index == meeting.index for one in ground.objects(head.index, "of"))
    ordinal = not token.text[0].isdigit() or token.text[-1].isalpha()
    if token.dep in {"attr", "oprd", "appos"} and ordinal:
        return token.head in {meeting.head, meeting.index}
    return head.index == trigger.at and token.dep in {"amod", "nummod"}


def number_of(token: Token) -> int | None:
    """The number that an ordinal or cardinal says.

    `third` is 3, `25th` is 25, `five` is 5.
    """
    if token.text[0].isdigit() and (digits := NUMBER.match(token.text)):
        return int(digits.group()) if token.text[digits.end() :] in {"", "st", "nd", "rd", "th"} else None
    word = word_map("small_numbers").get(token.lower)
    return int(word) if word else None


def is_period(timex: Timex) -> bool:
    """Whether a date or a length of time says over what the meetings are counted."""
    if timex.type == "DURATION":
        return True
    return timex.signal == "since" or timex.text.lower().startswith("this ")
