"""JSON files by the letter of RFC 8259, and read so that nothing in them can stop a check."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from summitry.bounds import MAX_JSON_DEPTH, MAX_JSON_DIGITS
from summitry.validate.findings import shortened

HALF: Final = re.compile("[\ud800-\udfff]")
"""One of the two halves in which UTF-16 writes a character: by itself it is none (RFC 8259, section 8.2)."""


class Flaw(NamedTuple):
    """What is wrong with a JSON file, and where."""

    fault: str
    remedy: str
    pointer: str = ""
    """The place in it: `resources/3/name`; empty where it is the file."""
    line: int | None = None


def read_json(path: Path) -> tuple[Any, list[Flaw]]:
    """What a JSON file says, none with one flaw if it cannot be read, and what is wrong with it."""
    twice: list[Flaw] = []
    try:
        text = path.read_bytes().decode("utf-8")
        found = json.loads(text, object_pairs_hook=lambda pairs: once(pairs, twice), parse_int=number)
    except OSError as error:
        return None, [Flaw(f"cannot be read: {error.strerror}", "make it readable")]
    except UnicodeDecodeError as error:
        return None, [unread(f"byte {error.start} begins no character")]
    except json.JSONDecodeError as error:
        return None, [unread(error.msg, error.lineno)]
    except RecursionError:
        return None, [TOO_DEEP]
    flaws = [*twice, *flaws_of(found)]
    return (None, [TOO_DEEP]) if TOO_DEEP in flaws else (found, flaws)


def unread(reason: str, line: int | None = None) -> Flaw:
    """The flaw that there is nothing to read."""
    return Flaw(
        f"is not JSON in UTF-8: {reason}", "build the package again, or write JSON in UTF-8", line=line
    )


TOO_DEEP: Final = unread(f"it is nested more than {MAX_JSON_DEPTH} deep")


def number(digits: str) -> int | float:
    """The integer of these digits, infinite if it has more of them than programs read.

    >>> number("-12"), number("9" * 5000)
    (-12, inf)
    """
    return int(digits) if len(digits) <= MAX_JSON_DIGITS else math.inf


def once(pairs: Iterable[tuple[str, Any]], twice: list[Flaw]) -> dict[str, Any]:
    """The object of these pairs; of names that it repeats, flaws are added to the list.

    >>> twice = []
    >>> once([("name", "a"), ("name", "b")], twice), twice[0].pointer
    ({'name': 'b'}, 'name')
    """
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            twice.append(Flaw("stands twice in one object", "keep one", shortened(name)))
        found[name] = value
    return found


def flaws_of(found: object) -> Iterator[Flaw]:
    r"""What JSON readers differ in: half characters, numbers without end, lists in lists in lists.

    >>> [flaw.pointer for flaw in flaws_of({"a": [1, float("nan")], "b": "\ud800"})]
    ['a/1', 'b']
    """
    left = [("", 0, found)]
    while left:
        place, depth, value = left.pop()
        if depth > MAX_JSON_DEPTH:
            yield TOO_DEEP
            return
        if isinstance(value, str) and HALF.search(value):
            yield Flaw("holds half a character", "write the whole character", place)
        if isinstance(value, float) and not math.isfinite(value):
            yield Flaw("is no number of JSON, or too large for one", "write a finite number", place)
        for name, each in reversed(parts(value)):
            if HALF.search(name):
                yield Flaw("has half a character in a name", "write the whole character", place)
            left.append((f"{place}/{shortened(name)}".lstrip("/"), depth + 1, each))


def parts(value: object) -> list[tuple[str, Any]]:
    """What an object or a list holds, each by its name or its number.

    >>> parts(["a"]), parts({"name": "b"}), parts("c")
    ([('0', 'a')], [('name', 'b')], [])
    """
    if isinstance(value, dict):
        return list(value.items())
    return [(str(place), each) for place, each in enumerate(value)] if isinstance(value, list) else []
