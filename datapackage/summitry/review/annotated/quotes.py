"""Quotes with their speakers, and reports of meetings, before and after."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from summitry.export.marks import Mark, Sort
from summitry.page import Span
from summitry.review.annotated.articles import shown
from summitry.review.annotated.comparison import Comparison, Left
from summitry.review.entities import Named, named


class Paired(NamedTuple):
    """Marks of one sort as they were, each beside what became of it."""

    kept: list[tuple[Mark, Mark]]
    moved: list[tuple[Mark, Mark]]
    """Those that have other bounds."""
    gone: list[Mark]
    new: list[Mark]


def compare_quotes(comparison: Comparison) -> None:
    """Keep which quotes should not be there, and who says the others; tell what else has changed."""
    for old, new in pairs(comparison, "quote"):
        if old.label != new.label:
            kind = new.label or "no kind"
            comparison.leave(
                new, f"found {kind}; expected {old.label}: the kind of a quote cannot be corrected"
            )
        try:
            compare_speakers(comparison, old, new)
        except Left as left:
            comparison.leave(new, left)
        except ValueError as error:
            comparison.refuse(new, error)


def compare_reports(comparison: Comparison) -> None:
    """Keep which reports should not be there; tell what else has changed."""
    pairs(comparison, "report")


def pairs(comparison: Comparison, sort: Sort) -> list[tuple[Mark, Mark]]:
    """The marks of one sort that are still there, as they were and as they are; of the others it is told."""
    found = paired(comparison.sort(comparison.was.marks, sort), comparison.sort(comparison.now, sort))
    still = {old.span for old, _ in found.kept}
    for mark in found.gone:
        if mark.span in still:
            comparison.leave(mark, "found one of two gone; expected both or none, which have the same words")
        else:
            comparison.wrong(mark)
    for old, new in found.moved:
        bounds = f"expected {old.span.start} to {old.span.end}"
        comparison.leave(new, f"found other bounds; {bounds}: those of a {sort} cannot be corrected")
    for mark in found.new:
        comparison.leave(mark, f"found it new; expected none: a {sort} cannot be added by hand")
    return [*found.kept, *found.moved]


def paired(old: Sequence[Mark], new: Sequence[Mark]) -> Paired:
    """Each mark that was beside the one of the same words, else of some of them."""
    rest = list(new)
    kept, lost = matched(old, rest, lambda one, other: one.span == other.span)
    moved, gone = matched(lost, rest, lambda one, other: one.span.meets(other.span))
    return Paired(kept, moved, gone, rest)


def matched(
    old: Sequence[Mark], rest: list[Mark], fits: Callable[[Mark, Mark], bool]
) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Each mark beside the first of the rest that fits it, which is taken away; and those that none fits."""
    pairs, alone = [], []
    for mark in old:
        found = next((one for one in rest if fits(mark, one)), None)
        if found:
            rest.remove(found)
            pairs.append((mark, found))
        else:
            alone.append(mark)
    return pairs, alone


def compare_speakers(comparison: Comparison, old: Mark, new: Mark) -> None:
    """Keep who says a quote, if others do now."""
    if Counter(voices_before(comparison, old)) == Counter(voices_now(comparison, new)):
        return
    speakers = {one.id: one for one in speakers_of(comparison, new)}
    known = {id_ for voice in old.speakers for id_ in comparison.old[voice].entities} | {*old.entities}
    lost = any(comparison.old[voice].span in comparison.deleted for voice in old.speakers)
    if known == speakers.keys() and not lost:
        raise Left("found other words for the same speakers; expected other speakers")
    for one in speakers.values():
        comparison.make_known(new, one)
    for id_ in list(speakers) or [""]:
        comparison.keep("speakers.csv", new, old.span, {"entity_id": id_})


def voices_before(comparison: Comparison, quote: Mark) -> Iterator[tuple[Span | None, str]]:
    """Yield those who said a quote and are still named: where, and who it was unless that has changed."""
    moved = set(comparison.moved.values())
    for voice in quote.speakers:
        mark = comparison.old[voice]
        # with a mention that is gone, its part in the quote goes as well
        if mark.span not in comparison.deleted or mark.span in moved:
            yield mark.span, "" if mark.span in comparison.changed else "".join(mark.entities)
    yield from ((None, id_) for id_ in quote.entities)


def voices_now(comparison: Comparison, quote: Mark) -> Iterator[tuple[Span | None, str]]:
    """Yield those who say a quote now, in the same way."""
    for voice in quote.speakers:
        mark = comparison.new[voice]
        one = comparison.meant.get(voice)
        changed = mark.span in comparison.changed and mark.span not in comparison.moved
        yield comparison.moved.get(mark.span, mark.span), "" if changed or one is None else one.id
    yield from ((None, said) for said in quote.entities)


def speakers_of(comparison: Comparison, quote: Mark) -> Iterator[Named]:
    """Yield who says a quote now; of someone of whom it is not known who it is, that cannot be said."""
    for voice in quote.speakers:
        one = comparison.meant.get(voice)
        if one is None:
            words = shown(comparison.was.words(comparison.new[voice].span))
            who = "is nobody known" if voice in comparison.meant else "was not taken"
            raise Left(f"found the speaker “{words}”, who {who}; expected a mention of someone")
        yield one
    yield from (named(comparison.ask, said) for said in quote.entities)
