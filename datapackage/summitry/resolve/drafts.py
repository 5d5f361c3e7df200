"""What is kept of an article until all are read: its account, and what it says of each thing in the world."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from summitry.page import Dispatch, Passage
from summitry.resolve.accounts import mentions_shown
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


def draft_of(reading: Reading) -> Draft:
    """The draft of an article, without its words one by one."""
    account = account_of(reading)
    versions = tuple(version_of(account.reading, index) for index in range(len(reading.tellings)))
    known = tuple(known_in(account, reading.referents))
    account.reading = replace(account.reading, dispatch=plain(reading.dispatch), referents={})
    return Draft(account, known, versions)


def known_in(account: Account, referents: dict[str, Referent]) -> Iterable[Known]:
    """Yield what an article says of each thing that has a mention."""
    shown = [(one.key, one.text, one.form) for one in mentions_shown(account) if one.key]
    count = Counter(key for key, _, _ in shown)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for key, text, form in shown:
        names[key][text] += form == "name"
    for key in sorted(count):
        forms = tuple(sorted((text, number) for text, number in names[key].items() if number))
        yield Known(key, referents[key], count[key], forms)


def plain(dispatch: Dispatch) -> Dispatch:
    """An article without where each of its characters was given."""
    passages = tuple(Passage(passage.text, ()) for passage in dispatch.passages)
    return replace(dispatch, passages=passages, opening=None)
