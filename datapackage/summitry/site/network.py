"""Who met whom, as a drawing: those who met most on a circle, each pair a line as thick as it met often."""

from collections import defaultdict
from collections.abc import Mapping
from math import cos, hypot, pi, sin
from typing import Any, Final, NamedTuple

from summitry.bounds import NETWORK_NAME_LETTERS, NETWORK_NODES
from summitry.site.addresses import page_of
from summitry.site.naming import cut
from summitry.site.store import Row, Store

MOST: Final = """
SELECT w.entity_id, e.name, e.country_code, count(DISTINCT w.meeting_id) AS times FROM participants w
JOIN meetings t USING (meeting_id) JOIN entities e USING (entity_id)
WHERE t.status = 'held' AND t.participant_count > 1
GROUP BY w.entity_id ORDER BY times DESC, w.entity_id LIMIT ?
"""
PAIRS: Final = """
SELECT count(*) AS times FROM participants a JOIN participants b USING (meeting_id)
JOIN meetings t USING (meeting_id)
WHERE t.status = 'held' AND a.entity_id = ? AND b.entity_id = ?
"""

SMALLEST: Final = 90
"""The radius of a circle of few."""

SPACE: Final = 26
"""So much of the circle each has, or the names would touch."""

LETTER: Final = 7
"""The width of a letter of a name, and a little more."""

PULL: Final = 0.65
"""How far lines are drawn to the centre: so that those between neighbours are seen too."""

THINNEST: Final = 1.5

THICKEST: Final = 9


class Node(NamedTuple):
    """One who met somebody."""

    key: str
    name: str
    page: str
    times: int
    x: float
    y: float
    turn: float
    """The angle of the name, in degrees."""
    left: bool
    """Whether the name ends at the circle, so that it is not upside down."""


class Tie(NamedTuple):
    """Two who met."""

    one: Node
    other: Node
    times: int
    thick: float
    bend: tuple[float, float]
    """The point that the line bends to."""


def network_of(store: Store) -> dict[str, Any]:
    """The network of a package, ready for its template; the centre of the drawing is its origin."""
    people = {row["entity_id"]: row for row in store.rows(MOST, NETWORK_NODES)}
    times = times_of(store, sorted(people))
    order = around(times)
    radius = round(max(SMALLEST, SPACE * len(order) / (2 * pi)))
    nodes = {key: node_of(people[key], place / len(order), radius) for place, key in enumerate(order)}
    most = max(times.values(), default=1)
    ties = [
        Tie(
            nodes[one], nodes[other], count,
            round(THINNEST + (THICKEST - THINNEST) * (count - 1) / max(1, most - 1), 1),
            bend_of(nodes[one], nodes[other], radius),
        )
        for (one, other), count in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    ]  # fmt: skip
    return {
        "nodes": list(nodes.values()),
        "ties": ties,
        "cut": len(people) == NETWORK_NODES,
        "reach": radius
        + LETTER
        * (3 + max((len(cut(node.name, NETWORK_NAME_LETTERS)) for node in nodes.values()), default=0)),
    }


def times_of(store: Store, keys: list[str]) -> dict[tuple[str, str], int]:
    """How often each two of them met, where they did."""
    return {
        (one, other): found
        for place, one in enumerate(keys)
        for other in keys[place + 1 :]
        if (found := store.one(PAIRS, one, other))
    }


def around(times: Mapping[tuple[str, str], int]) -> list[str]:
    """An order in which those who met often stand side by side: always on to whom the last one met most.

    >>> around({("a", "c"): 5, ("b", "c"): 1})
    ['c', 'a', 'b']
    """
    ties: dict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), count in times.items():
        ties[one][other] = ties[other][one] = count
    left = set(ties)
    order: list[str] = []
    while left:
        placed = order[::-1]
        # the newest who still knows somebody without a place; else the one who met most
        near = next((key for key in placed if ties[key].keys() & left), None)
        weights = ties[near] if near else {key: sum(ties[key].values()) for key in left}
        following = min(weights.keys() & left, key=lambda key: (-weights[key], key))
        order.append(following)
        left.remove(following)
    return order


def node_of(person: Row, share: float, radius: int) -> Node:
    """A node on the circle; figures are rounded, as the last digit of a cosine is not the same everywhere."""
    angle = 2 * pi * share
    x, y = (round(radius * turn(angle), 1) for turn in (cos, sin))
    left = round(cos(angle), 6) < 0
    degrees = round(share * 360, 1)
    key, name = person["entity_id"], person["name"]
    turn = degrees - 180 if left else degrees
    return Node(key, name, page_of("entity", key), person["times"], x, y, turn, left)


def bend_of(one: Node, other: Node, radius: int) -> tuple[float, float]:
    """Where the line between two bends to: to the centre if they are far apart, else hardly aside."""
    apart = hypot(one.x - other.x, one.y - other.y) / (2 * radius)
    x, y = (round((a + b) / 2 * (1 - apart) * PULL, 1) for a, b in ((one.x, other.x), (one.y, other.y)))
    return x, y
