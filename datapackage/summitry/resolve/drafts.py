"""What is kept of an article until all are read: its account, and what it says of each thing in the world."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from summitry.page import Dispatch, Passage
from summitry.resolve.accounts import mentions_shown
from summitry.resolve.copies import signature_of
from summitry.resolve.grounds import CURATED
from summitry.resolve.reading import Reading
from summitry.resolve.referents import Referent
from summitry.resolve.stories import Version, version_of
from summitry.resolve.within import Account, account_of


@dataclass(frozen=True, slots=True)
class Known:
    """What one article says of one thing that it names."""

    key: str
    referent: Referent
    mentions: int
    names: tuple[tuple[str, int], ...]
    """Each name it is called by, and how often."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article, read to the end and waiting for the others."""

    account: Account
    known: tuple[Known, ...]
    """Everything that has a mention, in the order of the keys."""
    versions: tuple[Version, ...]
    """What each telling says by itself."""
    signature: bytes = b""
    """What its copies are known by."""


def draft_of(reading: Reading) -> Draft:
    """The draft of an article, without its words one by one."""
    account = account_of(reading)
    versions = tuple(version_of(account.reading, index) for index in range(len(reading.tellings)))
    known = tuple(known_in(account, reading.referents))
    told = {one.key for one in known}
    others = {key: one for key, one in reading.referents.items() if key not in told}
    account.reading = replace(account.reading, dispatch=plain(reading.dispatch), referents=others)
    return Draft(account, known, versions, signature_of(reading.dispatch))


def known_in(account: Account, referents: dict[str, Referent]) -> Iterable[Known]:
    """Yield what an article says of each thing that has a mention."""
    shown = [one for one in mentions_shown(account) if one.key]
    count = Counter(one.key for one in shown if one.key)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for one in shown:
        # what is linked by hand has a say in who is meant, not in how that one is called
        by_hand = one.ground is not None and one.ground.source == CURATED
        names[one.key or ""][one.text] += one.form == "name" and not by_hand
    # who speaks or takes part only by a decision has no words of its own
    for key in sorted({*count, *decided_in(account)}):
        forms = tuple(sorted((text, number) for text, number in names[key].items() if number))
        yield Known(key, referents[key], count[key], forms)


def decided_in(account: Account) -> Iterator[str]:
    """Yield the keys of all who speak, take part or are a place, where a person decided something of it."""
    reading = account.reading
    if reading.decisions:
        yield from (key for quote in reading.quotes for key, _ in quote.speakers)
        for encounter in account.encounters:
            yield from encounter.who
            yield from filter(None, [encounter.place])


def plain(dispatch: Dispatch) -> Dispatch:
    """An article without where each of its characters was given."""
    passages = tuple(Passage(passage.text, ()) for passage in dispatch.passages)
    return replace(dispatch, passages=passages, opening=None)
