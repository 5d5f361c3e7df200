"""Files of JSON as all readers read them alike, and what is wrong with them."""

import json
import re
from typing import NamedTuple


class Fault(NamedTuple):
    """A promise that is broken."""

    places: tuple[str, ...]
    rules: set[str]
    is_sure: bool = True
    """Whether it must be reported, or may be."""

    def is_told(self, found):
        """Whether a rule reports it in its place: (place, rule)."""
        return any(rule in self.rules and any(are_related(place, each) for each in self.places)
                   for place, rule in found)  # fmt: skip


def are_related(one, other):
    """Whether a place is another one, or above or below it."""
    one, other = f"{one}/", f"{other}/"
    return "/" in {one, other} or one.startswith(other) or other.startswith(one)


class Unread(Exception):  # no error: it is what is asked
    """A file is not JSON that all readers read alike."""


def read(content):
    """What a JSON file says."""
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=once, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise Unread from error


def once(pairs):
    """An object whose names stand once."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def refuse(_):
    """No number of JSON."""
    raise ValueError


def expect(holds):
    """Go on only where something holds."""
    if not holds:
        raise Unread


def is_astray(path):
    """Whether a path is none of a file in the package that all can see."""
    if not isinstance(path, str) or not path:
        return True
    folders = path.split("/")[:-1]
    hidden = any(name.startswith(".") and name != "." for name in folders)
    return bool(
        hidden or re.match(r"[A-Za-z][\w+.-]*:|[/~]", path) or "\\" in path or ".." in path.split("/")
    )


def normal(path):
    """A path in its shortest form."""
    return "/".join(part for part in path.split("/") if part not in {"", "."})


def misspelt(prefix, about, known):
    """Properties that are nearly ones of the standard."""
    for name in about:
        steps = min(distance(name, each) for each in known)
        if 0 < steps <= 2:  # a third letter makes another word
            is_sure = steps == 1 and any(distance(name, each) == 1 and len(each) > 4 for each in known)
            yield Fault((f"{prefix}{name}",), {"misspelt-property"}, is_sure)


def distance(one, other):
    """How many letters are changed, left out, put in or changed for the next one."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > 2:  # so far away that the number does not matter
        return 9
    rows = [[*range(len(other) + 1)]]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right)))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
