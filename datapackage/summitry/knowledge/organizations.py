"""Organizations that news names: bodies of states and between them, parties, armed groups, media, firms."""

from dataclasses import dataclass
from functools import cache

from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of, several


@dataclass(frozen=True, slots=True)
class Organization:
    """One organization, by its common English name."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    country_code: str | None
    """Where it belongs; null for bodies of several countries."""
    wikidata_id: str | None


@cache
def organizations() -> dict[str, tuple[Organization, ...]]:
    """Every organization by name and alias, for a few of these several."""
    found: dict[str, tuple[Organization, ...]] = {}
    for row in rows_of("organizations"):
        one = Organization(
            name=row["name"],
            aliases=several(row["aliases"]),
            kind=row["kind"],
            country_code=row["country_code"] or None,
            wikidata_id=row["wikidata_id"] or None,
        )
        for form in sorted({folded(form) for form in (one.name, *one.aliases)}):
            found[form] = (*found.get(form, ()), one)
    return found


def organization_named(text: str) -> Organization | None:
    """The only organization of that name or alias; case counts, diacritics and articles do not.

    >>> organization_named("the U.N.").wikidata_id, organization_named("NATO").kind
    ('Q1065', 'military alliance')
    """
    plain = folded(text)
    found = organizations().get(plain) or organizations().get(
        plain.removeprefix("the ").removeprefix("The "), ()
    )
    return found[0] if len(found) == 1 else None
