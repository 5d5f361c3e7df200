"""A reading in which a stretch of text means something else: whatever hangs on the name follows it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from summitry.page import Span
from summitry.resolve.grounds import CURATED, Ground
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import LinkedMention, Reading, Referring
from summitry.resolve.tellings import Telling
from summitry.rows import Role

NOBODY: Final = (None,)
"""What a name means of which it is not known whom it means."""
Meant = tuple[str | None, ...]
"""Keys; empty for words that name nothing."""


class Change(NamedTuple):
    """What a stretch meant, and what it means now."""

    span: Span
    old: frozenset[str]
    new: Meant
    following: frozenset[Span]
    """Short names and pronouns that rest on it."""
    fewer: bool
    """Whether only something of what it meant is gone, and the rest is as it was."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The things that it means now."""
        return tuple(key for key in self.new if key)

    @property
    def is_first(self) -> bool:
        """Whether it meant nothing before."""
        return not self.old and bool(self.keys)

    def meant(self, key: str, at: Span | None) -> tuple[str, ...]:
        """What something means that was known by the words `at` a place."""
        if (
            key in self.old
            and at is not None
            and any(at.meets(span) for span in (self.span, *self.following))
        ):
            return tuple(one for one in self.keys if one == key) if self.fewer else self.keys
        return (key,)


def meanings(reading: Reading) -> Iterator[tuple[Span, str | None]]:
    """Yield each stretch that means something, and the key of it."""
    yield from ((one.span, one.key) for one in reading.mentions)
    yield from ((one.span, one.key) for one in reading.referring)


def unlinked(reading: Reading, span: Span, key: str) -> Reading:
    """The reading in which a stretch does not mean something, and still all else that it meant."""
    known = (each for at, each in meanings(reading) if at == span and each != key)
    return relinked(reading, span, tuple(dict.fromkeys(known)), fewer=True)


def relinked(reading: Reading, span: Span, new: Meant, *, fewer: bool = False) -> Reading:
    """The reading in which a stretch means something else: the keys of it, `NOBODY`, or nothing at all."""
    known = [key for at, key in meanings(reading) if at == span]
    old = frozenset(key for key in known if key)
    for key, now in () if new else rebound(reading, span, old):
        reading = with_other_bounds(reading, key, span, now)
        old -= {key}
    change = Change(span, old, new, frozenset(resting(reading, span, old)), fewer)
    mentions = [named for one in reading.mentions for named in mention_now(one, change)]
    if not known and new:
        mentions += [named_now(reading, span, key) for key in new]
    return replace(
        reading,
        mentions=tuple(sorted(mentions, key=lambda one: (one.span, one.key or ""))),
        quotes=tuple(quote_now(reading, one, change) for one in reading.quotes),
        tellings=tuple(telling_now(reading, one, change) for one in reading.tellings),
        referring=tuple(refers for one in reading.referring for refers in referring_now(one, change)),
    )


def rebound(reading: Reading, span: Span, keys: Collection[str]) -> list[tuple[str, Span]]:
    """What a stretch names and another names that shares words with it: the same name with other bounds."""
    others = ((key, at) for at, key in meanings(reading) if at != span and at.meets(span))
    return [(key, at) for key, at in others if key and key in keys]


def with_other_bounds(reading: Reading, key: str, span: Span, now: Span) -> Reading:
    """The reading in which what hangs on one naming of something hangs on another with other bounds."""

    def place(known: str, at: Span) -> tuple[str, Span]:
        return (known, now if (known, at) == (key, span) else at)

    def ground(known: str | None, of: Ground | None) -> Ground | None:
        return of._replace(span=now) if of and (known, of.span) == (key, span) else of

    stretches: list[LinkedMention | Referring] = [*reading.mentions, *reading.referring]
    forms = [one.form for one in stretches if (one.span, one.key) == (span, key)]

    def mention(one: LinkedMention) -> LinkedMention:
        new = (one.span, one.key) == (now, key) and one.ground == Ground(now, CURATED)
        return replace(one, ground=ground(one.key, one.ground), form=forms[0] if new else one.form)

    return replace(
        reading,
        mentions=tuple(map(mention, reading.mentions)),
        quotes=tuple(
            replace(one, speakers=tuple(dict.fromkeys(place(*each) for each in one.speakers)))
            for one in reading.quotes
        ),
        tellings=tuple(
            replace(one, named=tuple(dict.fromkeys(place(*each) for each in one.named)))
            for one in reading.tellings
        ),
        referring=tuple(one._replace(ground=ground(one.key, one.ground)) for one in reading.referring),
    )


def resting(reading: Reading, span: Span, keys: Collection[str]) -> Iterator[Span]:
    """Yield the short names and pronouns that mean what a name means because of it."""
    rests = [(one.span, one.key, one.ground) for one in reading.mentions]
    rests += [(one.span, one.key, one.ground) for one in reading.referring]
    for at, key, ground in rests:
        if key in keys and ground and ground.span == span != at:
            yield at


def named_now(reading: Reading, span: Span, key: str | None) -> LinkedMention:
    """A name that nobody had seen."""
    return LinkedMention(span, reading.words(span), "name", None, key, Ground(span, CURATED))


def mention_now(one: LinkedMention, change: Change) -> Iterator[LinkedMention]:
    """Yield what a mention becomes: the one that is changed, and short names that rest on it."""
    if one.span == change.span and change.fewer:
        yield from [one] if one.key in change.new else []
    elif one.span == change.span:
        ground = Ground(one.span, CURATED)
        yield from (replace(one, key=key, ground=ground if key else None) for key in change.new)
    elif one.key in change.old and one.span in change.following:
        for key in change.meant(one.key, one.span) or NOBODY:
            yield replace(one, key=key, ground=one.ground if key else None)
    else:
        yield one


def referring_now(one: Referring, change: Change) -> Iterator[Referring]:
    """Yield what a pronoun or noun phrase means now."""
    if one.span == change.span and change.fewer:
        yield from [one] if one.key in change.new else []
    elif one.span == change.span:
        yield from (one._replace(key=key, ground=Ground(one.span, CURATED)) for key in change.keys)
    else:
        keys = change.meant(one.key, one.span) if one.span in change.following else (one.key,)
        yield from (one._replace(key=key) for key in keys)


def quote_now(reading: Reading, one: LinkedQuote, change: Change) -> LinkedQuote:
    """A quote with its speakers as they are meant now."""
    speakers = [(key, span) for old, span in one.speakers for key in change.meant(old, span)]
    if change.is_first and is_head(reading, one.found.speaker, change.span):
        speakers += [(key, change.span) for key in change.keys]
    return replace(one, speakers=once(speakers))


def once(speakers: Iterable[tuple[str, Span]]) -> tuple[tuple[str, Span], ...]:
    """The speakers of a quote, each once, by the first words for them.

    >>> once([("a", Span(0, 0, 3)), ("a", Span(0, 8, 12))])
    (('a', Span(passage=0, start=0, end=3)),)
    """
    found: dict[str, Span] = {}
    for key, span in speakers:
        found.setdefault(key, span)
    return tuple(found.items())


def telling_now(reading: Reading, one: Telling, change: Change) -> Telling:
    """A telling with those who take part, and its place, as they are meant now."""
    named = [(key, span) for old, span in one.named for key in change.meant(old, span)]
    roles: dict[str, Role] = {}
    for old, role in one.attendees:
        spans = [span for key, span in one.named if key == old]
        for key in {key: None for span in spans for key in change.meant(old, span)} or {old: None}:
            roles.setdefault(key, role)
    if change.is_first:
        for attendee in one.found.attendees:
            if is_head(reading, attendee.span, change.span):
                named += [(key, attendee.span) for key in change.keys]
                roles |= dict.fromkeys(change.keys, attendee.role)
    still = {key for key, _ in named} | ({key for key, _ in one.attendees} - {key for key, _ in one.named})
    attendees = tuple(sorted((key, role) for key, role in roles.items() if key in still))
    return replace(one, attendees=attendees, place=place_now(one, change), named=tuple(dict.fromkeys(named)))


def place_now(one: Telling, change: Change) -> str | None:
    """The place of a telling as it is meant now."""
    span = one.found.place
    if span is None:
        return one.place
    if one.place is None:
        return first(change.keys) if change.is_first and span == change.span else None
    return first(change.meant(one.place, span))


def first(keys: Iterable[str]) -> str | None:
    """The first of some keys."""
    return next(iter(keys), None)


def is_head(reading: Reading, phrase: Span | None, name: Span) -> bool:
    """Whether a name is one of those that a phrase names: `Ada Holm` of “Minister Ada Holm and Per Dahl”."""
    if phrase is None or not phrase.holds(name):
        return False
    rest = reading.words(Span(name.passage, name.end, phrase.end))
    return not rest or rest.startswith((",", " and "))
