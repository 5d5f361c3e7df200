"""Who met whom, as a drawing: those who met most on a circle, each pair a line as thick as it met often."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import cos, pi, sin
from typing import Any, Final, NamedTuple

from summitry.bounds import NETWORK_NODES
from summitry.site.addresses import page_of
from summitry.site.store import Store

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

RADIUS: Final = 220
CENTRE: Final = (450, 330)
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


def network_of(store: Store) -> dict[str, Any]:
    """The network of a package, ready for its template."""
    people = {row["entity_id"]: row for row in store.rows(MOST, NETWORK_NODES)}
    keys = sorted(people)
    times = {
        (one, other): found
        for place, one in enumerate(keys)
        for other in keys[place + 1 :]
        if (found := store.one(PAIRS, one, other))
    }
    order = around(keys, times)
    nodes = {
        key: node_of(key, people[key]["name"], people[key]["times"], place / len(order))
        for place, key in enumerate(order)
    }
    most = max(times.values(), default=1)
    ties = [
        Tie(nodes[one], nodes[other], count, round(1 + (THICKEST - 1) * (count - 1) / max(1, most - 1), 1))
        for (one, other), count in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    ]
    return {"nodes": list(nodes.values()), "ties": ties, "cut": len(people) == NETWORK_NODES}


def around(keys: Iterable[str], times: Mapping[tuple[str, str], int]) -> list[str]:
    """An order in which those who met often stand side by side: always on to whom the last one met most.

    >>> around(["a", "b", "c", "d"], {("a", "c"): 5, ("b", "c"): 1})
    ['c', 'a', 'b', 'd']
    """
    ties: dict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), count in times.items():
        ties[one][other] = ties[other][one] = count
    left = set(keys)
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


def node_of(key: str, name: str, times: int, share: float) -> Node:
    """A node on the circle; figures are rounded, as the last digit of a cosine is not the same everywhere."""
    angle = 2 * pi * share
    x, y = (round(centre + RADIUS * turn(angle), 1) for centre, turn in zip(CENTRE, (cos, sin), strict=True))
    left = round(cos(angle), 6) < 0
    degrees = round(share * 360, 1)
    return Node(key, name, page_of("entity", key), times, x, y, degrees - 180 if left else degrees, left)
