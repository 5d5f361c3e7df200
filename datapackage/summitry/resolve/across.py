"""One encounter over all articles."""

from collections.abc import Sequence

from summitry.resolve.encounters import Encounter, best, merged
from summitry.resolve.geography import Atlas
from summitry.resolve.within import Account


def united(accounts: Sequence[Account], atlas: Atlas) -> tuple[list[Encounter], dict[tuple[str, int], int]]:
    """The encounters of all articles, each once, and for each telling of each article which one it tells of.

    Only encounters that share someone, or a delegation, are held against each other.

    >>> united([], Atlas({}))
    ([], {})
    """
    ordered = sorted(
        ((account, at) for account in accounts for at in range(len(account.encounters))),
        key=lambda pair: order_of(pair[0].encounters[pair[1]]),
    )
    found: list[Encounter] = []
    blocks: dict[str, list[int]] = {}
    number_of: dict[tuple[str, int], int] = {}
    for account, at in ordered:
        encounter = account.encounters[at]
        near = sorted({number for key in keys_of(encounter) for number in blocks.get(key, ())})
        known = best((found[number] for number in near), encounter, atlas, same_article=False)
        if known is None:
            number = len(found)
            found.append(encounter)
        else:
            number = found.index(known)
            found[number] = merged(known, encounter, atlas)
        for key in keys_of(encounter):
            if number not in (block := blocks.setdefault(key, [])):
                block.append(number)
        number_of[account.reading.dispatch.article_id, at] = number
    of_telling = {
        (account.reading.dispatch.article_id, index): number_of[account.reading.dispatch.article_id, at]
        for account in accounts
        for index, at in account.of_telling.items()
    }
    return found, of_telling


def order_of(encounter: Encounter) -> tuple[object, ...]:
    """A place in an order that depends on nothing but what is told: exact dates first."""
    days = encounter.days
    return (
        not days.known,
        days.first.isoformat() if days.first else "",
        days.last.isoformat() if days.last else "",
        encounter.group,
        encounter.attendees,
        encounter.told[0].article_id,
        encounter.told[0].index,
    )


def keys_of(encounter: Encounter) -> list[str]:
    """What an encounter is looked up by: those who take part, or its delegation."""
    return sorted(encounter.who) or [f"delegation:{encounter.delegation}"]
