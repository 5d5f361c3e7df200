"""Random changes of the descriptor of a sound package, or of one of its schemas. The seed decides all."""

import json
from typing import NamedTuple

from mutations import bit_flipped, byte_lost, byte_more

WORDS = [
    "x",
    "note",
    "requierd",
    "licence",
    "encodings",
    "delimitor",
    "",
    "default",
    "string",
    "integer",
    "any",
]
VALUES = [
    None,
    True,
    False,
    0,
    1,
    -1,
    2.5,
    "",
    "x",
    "../x.csv",
    "https://a.example/x.csv",
    [],
    {},
    [1],
    ["x"],
]
KNOWN = [
    ("format", "email"), ("unique", True), ("missingValues", ["NA"]), ("fieldsMatch", ["subset"]),
    ("uniqueKeys", [["text"]]), ("bareNumber", False), ("groupChar", ","), ("nullSequence", "NA"),
    ("commentChar", "#"), ("minLength", 3), ("maximum", 5), ("encoding", "latin-1"), ("data", [[1]]),
    ("profile", "tabular-data-package"), ("x-note", "no property of the standard"), ("categories", ["a"]),
]  # fmt: skip


class Change(NamedTuple):
    """A change: of which file, where and how, and what it holds then."""

    path: str
    what: str
    content: bytes


def changed(rng, files):
    """A change of the descriptor or of a schema, of files given by path, that changes its bytes."""
    while True:
        schemas = sorted(path for path in files if path.startswith("schemas/"))
        path = rng.choice(["datapackage.json", rng.choice(schemas)])
        if rng.random() < 0.15:
            change = rng.choice([bit_flipped, byte_lost, byte_more])
            content = change(rng, files[path], rng.randrange(len(files[path])))
            what = change.__name__
        else:
            found = json.loads(files[path])
            what = change_of(rng, found)
            content = json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n"
        if content != files[path]:
            return Change(path, f"{path}: {what}", content)


def places_of(found, place=()):
    """Yield the place of everything that objects and lists hold."""
    parts = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for name, value in parts:
        yield (*place, name)
        yield from places_of(value, (*place, name))


def change_of(rng, found):
    """Change something in an object or a list within, and say what."""
    by_depth = {}
    for place in places_of(found):
        by_depth.setdefault(len(place), []).append(place)
    # as often near the top, where little stands, as below
    place = rng.choice(by_depth[rng.choice(sorted(by_depth))])
    parent = found
    for name in place[:-1]:
        parent = parent[name]
    change = rng.choice(OF_LISTS if isinstance(parent, list) else OF_OBJECTS)
    return f"{'/'.join(map(str, place))}: {change.__name__}, {change(rng, parent, place[-1])}"


def dropped(_, parent, name):
    """Leave something out."""
    return json.dumps(parent.pop(name))[:60]


def renamed(rng, parent, name):
    """Give a property another name, one that is nearly the same or none."""
    new = rng.choice(
        [f"{name}s", name[:-1], name.upper(), f"{name[1:2]}{name[:1]}{name[2:]}", rng.choice(WORDS)]
    )
    parts = [(new if each == name else each, value) for each, value in parent.items()]
    parent.clear()
    parent.update(parts)
    return new


def retyped(rng, parent, name):
    """A value of another kind."""
    parent[name] = rng.choice([each for each in VALUES if type(each) is not type(parent[name])])
    return json.dumps(parent[name])


def altered(rng, parent, name):
    """Nearly the same value."""
    value = parent[name]
    if isinstance(value, bool):
        parent[name] = not value
    elif isinstance(value, int):
        parent[name] = value + rng.choice([-1, 1])
    elif isinstance(value, str):
        at = rng.randint(0, len(value))
        words = [
            value[:at] + rng.choice("aX0 _./") + value[at:],
            value[: at - 1] + value[at:],
            value.upper(),
            "",
        ]
        parent[name] = rng.choice([*words, rng.choice(WORDS)])
    elif isinstance(value, list):
        parent[name] = rng.choice([value[1:], value + value[:1], value[::-1], []])
    return json.dumps(parent[name])[:60]


def added(rng, parent, _):
    """One more property, known to the standard or not."""
    name, value = rng.choice(KNOWN)
    parent[name] = value
    return name


def of_a_sibling(rng, parent, name):
    """The value of another property or item."""
    other = rng.choice([*parent] if isinstance(parent, dict) else range(len(parent)))
    parent[name] = parent[other]
    return f"that of {other}"


def doubled(_, parent, place):
    """An item twice."""
    parent.insert(place, parent[place])
    return "once more"


def swapped(rng, parent, place):
    """Two items in each other's place."""
    other = rng.randrange(len(parent))
    parent[place], parent[other] = parent[other], parent[place]
    return f"with {other}"


OF_OBJECTS = [dropped, dropped, renamed, retyped, altered, altered, added, of_a_sibling]
OF_LISTS = [dropped, dropped, retyped, altered, doubled, swapped, of_a_sibling]
