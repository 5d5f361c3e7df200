"""What is lost as a whole, as a tool loses it and no person takes it out."""

from typing import Final

from summitry.export.marks import Mark, Sort
from summitry.review.annotated.articles import Annotated

WHAT: Final[dict[Sort, str]] = {"mention": "entity of any mention", "quote": "speaker of any quote"}
"""What fields, relations and normalizations say, of which a tool may know nothing."""


def lost_in(article: Annotated) -> str | None:
    """What there is to say of an article of which a whole sort of things is gone; none if all are there."""
    was, now = article.was.marks, article.marks
    if was and not now:
        return (
            "found nothing annotated; expected what was exported, corrected, or in rows.csv that it is wrong"
        )
    for sort, what in WHAT.items():
        kept = [mark for mark in now if mark.sort == sort]
        if kept and not any(map(known, kept)) and sum(known(mark) for mark in was if mark.sort == sort) > 1:
            return f"found no {what} any more; expected those that were exported, corrected"
    return None


def known(mark: Mark) -> bool:
    """Whether it is known whom a mention names, or who says a quote."""
    return bool(mark.entities or mark.speakers)
