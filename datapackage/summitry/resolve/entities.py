"""One entity over all articles: its name, its id, and what is counted of it."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summitry.read.keys import is_taken_otherwise
from summitry.resolve.reading import Reading
from summitry.resolve.referents import Referent, slug_key
from summitry.rows import Entity
from summitry.settings import HASH_LETTERS


@dataclass(slots=True)
class Gathered:
    """What all articles together say of one entity."""

    referent: Referent
    names: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    articles: set[str] = field(default_factory=set)


def gathered(
    readings: Sequence[Reading], shown: Mapping[str, Iterable[tuple[str, str, bool]]]
) -> dict[str, Gathered]:
    """Everything that has a mention, by key.

    `shown` holds for each article the (key, text, whether it is a name) of its mention rows. The latest
    article that knows an entity says what its position is.
    """
    found: dict[str, Gathered] = {}
    for reading in sorted(readings, key=lambda one: (one.dispatch.published_on, one.dispatch.article_id)):
        for key, text, is_name in shown[reading.dispatch.article_id]:
            referent = reading.referents[key]
            entry = found.setdefault(key, Gathered(referent))
            entry.referent = later(entry.referent, referent)
            entry.mentions += 1
            entry.articles.add(reading.dispatch.article_id)
            if is_name:
                entry.names[text] += 1
    return found


def later(known: Referent, new: Referent) -> Referent:
    """What the later article says of an entity, with what only the earlier one knew."""
    return replace(
        new,
        label=new.label or known.label,
        position=new.position or known.position,
        country_code=new.country_code or known.country_code,
        gender=new.gender or known.gender,
        office=new.office if new.position else known.office,
    )


def name_of(entry: Gathered) -> str:
    """The fullest form that the articles use; of countries and known bodies the common English name."""
    referent = entry.referent
    common = referent.position == "country" or referent.type == "organization"
    if referent.label and (common or not entry.names):
        return referent.label
    forms = entry.names or Counter({referent.label or referent.key.partition(":")[2]: 1})
    return max(forms, key=lambda form: (len(form.split()), len(form), forms[form], form))


def ids_of(found: Mapping[str, Gathered]) -> dict[str, str]:
    """For each key an id: a slug of the name; where two have one slug, each with a short hash of its key.

    >>> ids_of({})
    {}
    """
    slugs = {key: slug_of(entry) for key, entry in found.items()}
    owners: dict[str, list[str]] = defaultdict(list)
    for key, slug in slugs.items():
        owners[slug].append(key)
    return {
        key: slug if len(owners[slug]) == 1 else f"{slug}-{short_hash(key)}" for key, slug in slugs.items()
    }


def slug_of(entry: Gathered) -> str:
    """The slug of the knowledge's label where the entity is linked, else of the name that articles use."""
    referent = entry.referent
    slug = slug_key(referent.label if referent.wikidata_id and referent.label else name_of(entry))
    if slug and not is_taken_otherwise(slug):
        return slug
    return f"{referent.type}-{slug or short_hash(referent.key)}"


def short_hash(text: str) -> str:
    """A few letters that tell two things of one name apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LETTERS]


def entity_row(entity_id: str, entry: Gathered) -> Entity:
    """One row of the table."""
    referent = entry.referent
    return Entity(
        entity_id=entity_id,
        name=name_of(entry),
        type=referent.type,
        position=referent.position,
        country_code=referent.country_code,
        wikidata_id=referent.wikidata_id,
        geonames_id=referent.geonames_id,
        mention_count=entry.mentions,
        article_count=len(entry.articles),
    )
