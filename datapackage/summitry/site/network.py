"""Who met whom, as a drawing: those who met most on a circle, each pair a line as thick as it met often."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from summitry.bounds import NETWORK_NAME_LETTERS, NETWORK_NODES
from summitry.site.addresses import page_of
from summitry.site.drawing import drawn
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

TITLE: Final = "Who met whom at meetings that were held: a line for each pair, thicker for more meetings"


class Node(NamedTuple):
    """One who met somebody."""

    key: str
    name: str
    page: str
    times: int


class Tie(NamedTuple):
    """Two who met."""

    one: Node
    other: Node
    times: int


def network_of(store: Store) -> dict[str, Any]:
    """The network of a package, ready for its template."""
    people = {row["entity_id"]: row for row in store.rows(MOST, NETWORK_NODES)}
    times = times_of(store, sorted(people))
    nodes = {key: node_of(people[key]) for key in around(times)}
    ties = [
        Tie(nodes[one], nodes[other], count)
        for (one, other), count in sorted(times.items(), key=lambda item: (-item[1], item[0]))
    ]
    found = {"ties": ties, "cut": len(people) == NETWORK_NODES}
    return found | {"drawing": drawing_of(list(nodes.values()), ties)} if ties else found


def node_of(person: Row) -> Node:
    """Somebody of the package as a node."""
    key = person["entity_id"]
    return Node(key, person["name"], page_of("entity", key), person["times"])


def drawing_of(nodes: list[Node], ties: list[Tie]) -> Markup:
    """The network as a drawing, its nodes around the circle in their order."""
    names = [cut(node.name, NETWORK_NAME_LETTERS) for node in nodes]
    rows: dict[str, list[dict[str, Any]]] = {
        "nodes": [
            {"key": node.key, "name": name, "page": node.page, "label": label_of(node)}
            for node, name in zip(nodes, names, strict=True)
        ],
        "ties": [
            {
                "one": tie.one.key,
                "other": tie.other.key,
                "times": tie.times,
                "label": f"{tie.one.name} and {tie.other.name}: {tie.times}",
            }
            for tie in ties
        ],
    }
    return drawn("network", TITLE, rows, count=len(nodes), letters=max(map(len, names)))


def label_of(node: Node) -> str:
    """What is said of a node.

    >>> label_of(Node("ann-lee", "Ann Lee", "entity/ann-lee.html", 2))
    'Ann Lee, 2 meetings'
    """
    return f"{node.name}, {node.times} meeting{'' if node.times == 1 else 's'}"


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
