"""Whom a name, a pronoun or a noun phrase means."""

from collections.abc import Sequence
from dataclasses import replace

from summitry.page import Span
from summitry.resolve.descriptions import described
from summitry.resolve.discourse import Discourse, unique
from summitry.resolve.grounds import Ground
from summitry.resolve.pronouns import PLURAL, SINGULAR, body_before, others_meant, singular
from summitry.resolve.referents import Referent

JOINING = frozenset({"and", "both", "the", ",", "&", "or", "as", "well"})


def meant_by(discourse: Discourse, span: Span) -> list[Referent]:
    """Those whom a name, a pronoun or a noun phrase means; none where that is not certain."""
    text = discourse.page.words(span)
    if text.lower() in SINGULAR:
        one = singular(discourse, span)
        return [one] if one else []
    if text.lower() in PLURAL:
        return [] if others_meant(discourse, span) else list(discourse.pair)
    if text.lower() == "it":
        return body_before(discourse, span)
    inside = discourse.named_in(span)
    if inside and only_names(discourse, span, inside):
        return unique(discourse.known_in(span))
    found = [
        one if one.named else replace(one, named=span, ground=Ground(span, one.source))
        for one in described(discourse, span)
    ]
    if len(found) == 1 and found[0].type == "person":
        discourse.meant[span] = found[0]
    return found


def only_names(discourse: Discourse, span: Span, inside: Sequence[int]) -> bool:
    """Whether a stretch is nothing but names, their titles, and what joins them."""
    leaf = discourse.page.leaves[span.passage]
    covered = [
        discourse.mentions[index].span for index in inside if discourse.mentions[index].form != "demonym"
    ]
    covered += [title for index in inside if (title := discourse.mentions[index].title)]
    if not covered:
        return False
    return all(
        token.lower in JOINING or any(part.start <= token.start and token.end <= part.end for part in covered)
        for token in leaf.words_in(span.start, span.end)
    )
