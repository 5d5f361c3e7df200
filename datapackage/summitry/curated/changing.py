"""A reading in which some rows are otherwise: identities, speakers, rows that should not be there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from summitry.curated.relinking import once
from summitry.page import Span
from summitry.resolve.grounds import CURATED, Ground
from summitry.resolve.pronouns import PLURAL, SINGULAR
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import Reading, Referring
from summitry.resolve.referents import Referent
from summitry.resolve.tellings import Telling
from summitry.rows import Form, Role


def identified(reading: Reading, others: Mapping[str, str]) -> Reading:
    """The reading in which some things are others, wherever they are meant."""

    def now(key: str) -> str:
        return others.get(key, key)

    def telling_now(one: Telling) -> Telling:
        roles: dict[str, Role] = {}
        for key, role in one.attendees:
            roles.setdefault(now(key), role)
        named = tuple((now(key), span) for key, span in one.named)
        return replace(
            one,
            attendees=tuple(sorted(roles.items())),
            named=tuple(dict.fromkeys(named)),
            place=now(one.place) if one.place else None,
        )

    mentions = [
        replace(one, key=others[one.key], ground=Ground(one.span, CURATED))
        if one.key and one.key in others
        else one
        for one in reading.mentions
    ]
    return replace(
        reading,
        mentions=tuple(dict.fromkeys(mentions)),
        quotes=tuple(
            replace(one, speakers=once((now(key), span) for key, span in one.speakers))
            for one in reading.quotes
        ),
        tellings=tuple(map(telling_now, reading.tellings)),
        referring=tuple(dict.fromkeys(one._replace(key=now(one.key)) for one in reading.referring)),
    )


def spoken(reading: Reading, at: int, keys: Sequence[str]) -> Reading:
    """The reading in which others say a quote, and those that carry it on without words of their own."""
    quotes = list(reading.quotes)
    changed = {at}
    for index, one in enumerate(quotes):
        if one.found.continues in changed and one.found.cue is None and index > at:
            changed.add(index)
    for index in changed:
        quotes[index] = replace(
            quotes[index], speakers=tuple((key, place_of(reading, at, key)) for key in keys)
        )
    kept = [one for one in reading.referring if one.quote not in changed or one.key in keys]
    return replace(
        reading, quotes=tuple(quotes), referring=tuple(dict.fromkeys([*kept, *described(reading, at, keys)]))
    )


def place_of(reading: Reading, at: int, key: str) -> Span:
    """Where a speaker of a quote is named: within the words for the speaker, else all of these."""
    found = reading.quotes[at].found
    if found.speaker is None:
        return found.content
    inside = (one.span for one in reading.mentions if one.key == key and found.speaker.holds(one.span))
    return next(inside, found.speaker)


def described(reading: Reading, at: int, keys: Sequence[str]) -> list[Referring]:
    """The words for the speaker as a pronoun or noun phrase for its speakers, if no name is there."""
    span = reading.quotes[at].found.speaker
    if span is None or any(span.holds(one.span) for one in reading.mentions):
        return []
    form: Form = "pronoun" if reading.words(span).lower() in SINGULAR | PLURAL | {"it"} else "nominal"
    return [Referring(span, form, key, at, None, Ground(span, CURATED)) for key in keys]


def without(reading: Reading, quotes: Collection[int] = (), tellings: Collection[int] = ()) -> Reading:
    """The reading without some quotes and tellings; what was said of them, or leant on them, does not."""
    quote_at = places_after(len(reading.quotes), quotes)
    heirs = heirs_of(reading, quotes)
    telling_at = places_after(len(reading.tellings), tellings)
    return replace(
        reading,
        quotes=tuple(
            moved(one, quote_at, telling_at) for at, one in enumerate(reading.quotes) if at in quote_at
        ),
        tellings=tuple(one for at, one in enumerate(reading.tellings) if at in telling_at),
        referring=tuple(
            one._replace(
                quote=None if one.quote is None else quote_at[heirs.get((one.quote, one.key), one.quote)],
                telling=None if one.telling is None else telling_at[one.telling],
            )
            for one in reading.referring
            if (one.quote is None or heirs.get((one.quote, one.key), one.quote) in quote_at)
            and (one.telling is None or one.telling in telling_at)
        ),
    )


def heirs_of(reading: Reading, dropped: Collection[int]) -> dict[tuple[int, str], int]:
    """For dropped quotes, and their speakers, the next that the same words have speak."""
    heirs: dict[tuple[int, str], int] = {}
    for at in sorted(dropped):
        for voice in reading.quotes[at].speakers:
            for later, one in enumerate(reading.quotes):
                if later not in dropped and voice in one.speakers:
                    heirs.setdefault((at, voice[0]), later)
    return heirs


def places_after(number: int, dropped: Collection[int]) -> dict[int, int]:
    """For each place that is kept the one that it has then.

    >>> places_after(4, {1})
    {0: 0, 2: 1, 3: 2}
    """
    return {at: new for new, at in enumerate(at for at in range(number) if at not in dropped)}


def moved(one: LinkedQuote, quote_at: Mapping[int, int], telling_at: Mapping[int, int]) -> LinkedQuote:
    """A quote with the places of the quote that it carries on, and of the tellings it hangs on."""
    continues = one.found.continues
    return replace(
        one,
        found=replace(one.found, continues=None if continues is None else quote_at.get(continues)),
        at=None if one.at is None else telling_at.get(one.at),
        after=None if one.after is None else telling_at.get(one.after),
    )


def without_participant(reading: Reading, at: int, key: str) -> Reading:
    """The reading in which someone takes no part in what a telling tells of."""
    one = reading.tellings[at]
    changed = replace(
        one,
        attendees=tuple(each for each in one.attendees if each[0] != key),
        named=tuple(each for each in one.named if each[0] != key),
    )
    kept = (each for each in reading.referring if (each.telling, each.key) != (at, key))
    return replace(reading, tellings=with_one(reading.tellings, at, changed), referring=tuple(kept))


def with_participant(reading: Reading, at: int, key: str) -> Reading:
    """The reading in which one more takes part in what a telling tells of."""
    one = reading.tellings[at]
    roles: dict[str, Role] = {key: "participant", **dict(one.attendees)}
    attendees = tuple(sorted(roles.items()))
    return replace(reading, tellings=with_one(reading.tellings, at, replace(one, attendees=attendees)))


def with_one(tellings: Sequence[Telling], at: int, one: Telling) -> tuple[Telling, ...]:
    """The tellings with one in the place of another."""
    return (*tellings[:at], one, *tellings[at + 1 :])


def known_as(reading: Reading, referents: Mapping[str, Referent]) -> Reading:
    """The reading with more things known by their keys."""
    return replace(reading, referents={**referents, **reading.referents})


def can_act(one: Referent) -> bool:
    """Whether something can speak and meet: a person, an organization or a country."""
    return one.type in {"person", "organization"} or (one.type == "place" and one.position == "country")


def can_hold(one: Referent) -> bool:
    """Whether a meeting can be held at something: it is no person and no document."""
    return one.type not in {"person", "document"}


def fitting(reading: Reading, now: Mapping[str, Referent]) -> Reading:
    """The reading in which nobody speaks or meets who cannot, and no meeting is at what is no place.

    What a name is said to mean can be of another kind than what it was taken for.
    """
    mute = {key for key, one in now.items() if not can_act(one)}
    nowhere = {key for key, one in now.items() if not can_hold(one)}

    def telling_now(one: Telling) -> Telling:
        return replace(
            one,
            attendees=tuple(each for each in one.attendees if each[0] not in mute),
            named=tuple(each for each in one.named if each[0] not in mute),
            place=None if one.place in nowhere else one.place,
        )

    return replace(
        reading,
        quotes=tuple(
            replace(one, speakers=tuple(each for each in one.speakers if each[0] not in mute))
            for one in reading.quotes
        ),
        tellings=tuple(map(telling_now, reading.tellings)),
        referring=tuple(one for one in reading.referring if one.quote is None or one.key not in mute),
    )
