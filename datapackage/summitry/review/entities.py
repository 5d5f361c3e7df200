"""The entities of a package as a person names them."""

import re
from typing import Any, Final, NamedTuple, get_args

from summitry.curated.flaws import is_key
from summitry.export.marks import Ask
from summitry.resolve.referents import slug_key
from summitry.rows import EntityType

NEW: Final = re.compile(rf"new ({'|'.join(get_args(EntityType))}): *(\S.*)", re.IGNORECASE)
"""“new person: Ada Lie”, also with the capital that spreadsheets like to give a cell"""
NOBODY: Final = "nobody"
"""What stands instead of an entity where it is not known who is meant."""
BY_HAND: Final = """
    SELECT 1 FROM evidence
    WHERE "table" = 'entities' AND row_id = ? AND field = 'name' AND value = ? AND basis = 'curated'
"""
"""Whether an entity was made known by a correction, as when what was annotated is taken again."""
KNOWN: Final = "SELECT entity_id, type FROM entities WHERE entity_id = ? OR name = ?"


class Named(NamedTuple):
    """An entity that a person named."""

    id: str
    type: str
    cells: tuple[dict[str, Any], ...] = ()
    """The rows of `entities.csv` that make a new one known."""


def named(ask: Ask, said: str) -> Named:
    """The entity that a person named by its id or name, or as a new one; a `ValueError` if there is none."""
    if found := NEW.fullmatch(said):
        kind = found[1].lower()
        id_, of = slug_key(found[2]), {"name": found[2], "type": kind}
        if not id_:
            raise ValueError(f"found “{found[2]}” for a new {kind}; expected a name with letters of a to z")
        taken = bool(list(ask(KNOWN, id_, id_))) and not list(ask(BY_HAND, id_, found[2]))
        if taken or not is_key(id_):
            raise ValueError(
                f"found that a new entity would be called “{id_}”; expected an id that is free: "
                "give it one in entities.csv"
            )
        cells = tuple({"entity_id": id_, "field": field, "value": value} for field, value in of.items())
        return Named(id_, kind, cells)
    known = [Named(row["entity_id"], row["type"]) for row in ask(KNOWN, said, said)]
    exact = [one for one in known if one.id == said] or known
    if len(exact) == 1:
        return exact[0]
    found_as = f"{len(known)} entities" if known else "no entity"
    raise ValueError(
        f"found {found_as} “{said}”; expected an id, a name that one alone has, or “new person: …”"
    )
