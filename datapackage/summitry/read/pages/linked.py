"""JSON-LD: what a page says of itself in the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any, Final

from summitry.read.bounds import MAX_LINKED_DEPTH, MAX_LINKED_NODES
from summitry.read.known import words

Node = Mapping[str, Any]

WRAPPED: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)?|(?:-->|//\s*\]\]>|\]\]>)?;?\s*$")
NOT_ENTERED: Final = frozenset(
    {"liveBlogUpdate", "hasPart", "comment", "citation", "itemListElement", "about"}
)
"""Members that tell of other things than the page."""


def nodes_in(scripts: Iterable[str]) -> list[Node]:
    """The nodes of all scripts, outer ones first; a script that is no JSON tells nothing.

    >>> [node["@type"] for node in nodes_in(['{"@graph": [{"@type": "WebSite"}, {"@type": "Article"}]}'])]
    ['WebSite', 'Article']
    """
    found = (node for script in scripts for node in nodes_of(parsed(script)))
    return list(islice(found, MAX_LINKED_NODES))


def parsed(script: str) -> object:
    """The value of a script; null if it is no JSON."""
    try:
        return json.loads(WRAPPED.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def nodes_of(value: object, depth: int = 0) -> Iterator[Node]:
    """Yield the nodes with a type in a value."""
    if depth > MAX_LINKED_DEPTH:
        return
    if isinstance(value, list):
        for each in value:
            yield from nodes_of(each, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name, each in value.items():
            if name not in NOT_ENTERED and isinstance(each, dict | list):
                yield from nodes_of(each, depth + 1)


def types_of(node: Node) -> frozenset[str]:
    """The types of a node, in small letters and without their vocabulary.

    >>> sorted(types_of({"@type": ["Article", "https://schema.org/NewsArticle"]}))
    ['article', 'newsarticle']
    """
    return frozenset(each.rpartition("/")[2].casefold() for each in texts(node.get("@type")))


def article_in(nodes: Iterable[Node], url: str | None) -> Node | None:
    """The node of the article that a page is about: the one with its address, else the first."""
    articles = [node for node in nodes if types_of(node) & words("article_types")]
    about = (node for node in articles if url and url in addresses(node))
    return next(about, articles[0] if articles else None)


def addresses(node: Node) -> frozenset[str]:
    """The addresses of a node."""
    pages = [node.get("mainEntityOfPage"), node.get("isPartOf")]
    ids = [each.get("@id") if isinstance(each, dict) else each for each in pages]
    return frozenset(text for value in (*ids, node.get("url"), node.get("@id")) for text in texts(value))


def texts(value: object) -> Iterator[str]:
    """Yield the texts of a value that is one text or a list of some."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str) and each.strip():
            yield unescape(each.strip())


def text_of(node: Node | None, name: str) -> str | None:
    """The first text of a member; null if it has none."""
    return next(texts(node.get(name)), None) if node else None


def names_of(value: object, nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the names of people or organisations: texts, nodes, or links to nodes."""
    named = {node.get("@id"): node for node in nodes if isinstance(node.get("@id"), str)}
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            key = each.get("@id")
            full = each if each.get("name") else named.get(key if isinstance(key, str) else None, each)
            yield from texts(full.get("name"))
        else:
            yield from texts(each)


def is_locked(node: Node | None) -> bool:
    """Whether an article is said not to be free to read.

    >>> is_locked({"isAccessibleForFree": "False"}), is_locked({})
    (True, False)
    """
    return bool(node) and str((node or {}).get("isAccessibleForFree", "")).casefold() == "false"
