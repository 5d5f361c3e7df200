"""A telling of an encounter, with those who take part and where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summitry import knowledge
from summitry.extract.found import FoundMeeting
from summitry.extract.words import word_list
from summitry.page import Span
from summitry.resolve.discourse import Discourse
from summitry.resolve.grounds import Ground
from summitry.resolve.meaning import meant_by
from summitry.resolve.referents import Referent, place_referent
from summitry.resolve.regions import Setting
from summitry.rows import Role


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling of an encounter with those who take part."""

    found: FoundMeeting
    attendees: tuple[tuple[str, Role], ...]
    place: str | None
    named: tuple[tuple[str, Span], ...]
    """The key of each attendee, and the words for them."""


def telling_of(discourse: Discourse, found: FoundMeeting) -> tuple[Telling, list[tuple[Span, Referent]]]:
    """A telling with its attendees known; those who are two or more become the pair of the article."""
    attendees: dict[str, Role] = {}
    spans: list[tuple[Span, Referent]] = []
    for attendee in found.attendees:
        for one in meant_by(discourse, attendee.span):
            spans.append((attendee.span, one))
            if attendees.get(one.key, "participant") == "participant":
                attendees[one.key] = attendee.role
    pair = {one.key: one for _, one in spans if one.type == "person"}
    if len(pair) > 1:
        discourse.groups.append(tuple(pair.values()))
    named = tuple((one.key, span) for span, one in spans)
    place = place_of(discourse, found.place) if found.place else None
    if found.place and place:
        spans.append((found.place, place))
    return Telling(found, tuple(sorted(attendees.items())), place.key if place else None, named), spans


def spans_of(telling: Telling, key: str) -> Iterator[Span]:
    """Yield the words of a telling for one of its attendees."""
    return (span for named, span in telling.named if named == key)


def place_of(discourse: Discourse, span: Span) -> Referent | None:
    """The place that a name or noun phrase means."""
    for index in discourse.named_in(span):
        if discourse.mentions[index].span == span:
            return discourse.links.get(index)
    place = described_place(discourse, span)
    if place is not None:
        discourse.found.append(place)
    return place


def described_place(discourse: Discourse, span: Span) -> Referent | None:
    """The place that `the islands` means: the only one of that sort that the article says is in dispute."""
    noun = discourse.page.words(span).split()[-1].lower()
    rivals = disputing(discourse, noun)
    places = [
        one for one in knowledge.disputed_places() if noun in one.nouns and set(one.claimants) <= rivals
    ]
    if len(places) != 1:
        return None
    return replace(
        place_referent(places[0].name, Setting(rivals)),
        source="disputes",
        named=span,
        ground=Ground(span, "disputes"),
    )


def disputing(discourse: Discourse, noun: str) -> frozenset[str]:
    """The countries named in the sentences that tell of a dispute over such a place."""
    codes: set[str] = set()
    for leaf in discourse.page.leaves:
        for sentence in leaf.sentences:
            tokens = leaf.tokens[sentence.first : sentence.last]
            words = {token.lower for token in tokens} | {token.lemma for token in tokens}
            if noun in words and words & word_list("dispute_words"):
                known = discourse.known_in(Span(leaf.index, tokens[0].start, tokens[-1].end))
                codes |= {one.country_code for one in known if one.position == "country" and one.country_code}
    return frozenset(codes)
