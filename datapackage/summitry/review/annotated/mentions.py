"""Whom each stretch of an article names, before and after."""

from collections.abc import Iterable

from summitry.export.marks import UNLINKED, Mark
from summitry.page import Span
from summitry.review.annotated.comparison import Comparison, Left
from summitry.review.entities import Named, named


def compare_mentions(comparison: Comparison) -> None:
    """Keep where a mention is new, is gone, or names another."""
    old = by_span(comparison.sort(comparison.was.marks, "mention"))
    new = by_span(comparison.sort(comparison.now, "mention"))
    for span in sorted(new):
        compare(comparison, span, old.get(span, []), new[span])
    fresh = sorted(set(new) - set(old))
    for span in sorted(set(old) - set(new)):
        near = [mark for other in fresh if span.meets(other) for mark in new[other]]
        delete(comparison, old[span], near)


def delete(comparison: Comparison, gone: list[Mark], near: list[Mark]) -> None:
    """Keep that a mention is gone, or that it has other bounds; not if what is there now was not taken."""
    if any(mark.id not in comparison.meant for mark in near):
        return
    span = gone[0].span
    comparison.deleted.add(span)
    comparison.wrong(gone[0])
    for mark in near:
        one = comparison.meant[mark.id]
        if {one.id if one else ""} <= {id_ for each in gone for id_ in each.entities or ("",)}:
            comparison.moved[mark.span] = span


def by_span(mentions: Iterable[Mark]) -> dict[Span, list[Mark]]:
    """The mentions of each stretch."""
    found: dict[Span, list[Mark]] = {}
    for mark in mentions:
        found.setdefault(mark.span, []).append(mark)
    return found


def compare(comparison: Comparison, span: Span, before: list[Mark], after: list[Mark]) -> None:
    """Keep whom a stretch names, if it names others now."""
    known = {id_ for mark in before for id_ in mark.entities or ("",)}
    meant: dict[str, Named | None] = {}
    for mark in after:
        try:
            meant[mark.id] = meaning(comparison, mark, before)
        except Left as left:
            comparison.leave(mark, left)
        except ValueError as error:
            comparison.refuse(mark, error)
    ids = {one.id if one else "" for one in meant.values()}
    if "" in ids and len(ids) > 1:
        comparison.refuse(
            after[0], "found it twice, once of nobody known; expected whom it names, or it once"
        )
    elif len(meant) == len(after):
        comparison.meant |= meant
        if ids == known:
            return
        for mark in after:
            keep(comparison, mark)
    comparison.changed.add(span)


def keep(comparison: Comparison, mark: Mark) -> None:
    """Keep whom a stretch names."""
    if one := comparison.meant[mark.id]:
        comparison.make_known(mark, one)
    comparison.keep("names.csv", mark, mark.span, {"entity_id": one.id if one else ""})


def meaning(comparison: Comparison, mark: Mark, before: list[Mark]) -> Named | None:
    """Whom a mention names; none where nobody is known.

    Its label must be the type of the entity, or what it was: a person who changes a link may leave the label.
    """
    labels = {one.label for one in before}
    if mark.label in labels and any(one.entities == mark.entities for one in before):
        return Named(mark.entities[0], mark.label) if mark.entities else None
    one = named(comparison.ask, mark.entities[0]) if mark.entities else None
    if mark.label in {*labels, one.type if one else UNLINKED}:
        return one
    if one is None:
        whom = f"whom it names (an id, a name, or “new {mark.label}: …”), or {UNLINKED}"
        raise Left(f"found {mark.label} of nobody known; expected {whom}")
    raise Left(
        f"found {mark.label}; expected {one.type}, as {one.id} is one: entities.csv can change what it is"
    )
