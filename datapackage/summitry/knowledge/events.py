"""Events with a name of their own: wars, conferences, forums, games."""

from dataclasses import dataclass
from functools import cache

from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of, several


@dataclass(frozen=True, slots=True)
class Event:
    """One named event, or a series of which each edition goes by the name."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@cache
def events() -> dict[str, Event]:
    """Every event by name and alias."""
    found = {}
    for row in rows_of("events"):
        event = Event(row["name"], several(row["aliases"]), row["kind"])
        found.update(dict.fromkeys(map(folded, (event.name, *event.aliases)), event))
    return found


def event_named(text: str) -> Event | None:
    """The event of that name.

    >>> event_named("the Second World War").name
    'World War II'
    """
    plain = folded(text)
    return events().get(plain) or events().get(plain.removeprefix("the ").removeprefix("The "))
