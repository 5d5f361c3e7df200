"""Countries: what they are called, who lives there, and where they are governed from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import number, rows_of, several
from summitry.settings import REMEMBERED_WORDS

Status = Literal["state", "territory", "former"]
RANKS: tuple[Status, ...] = ("state", "territory", "former")
"""Which country a shared form means: Kingston is Jamaica's before Norfolk Island's."""

STATUSES: dict[str, Status] = {status: status for status in RANKS}

SHORTEST_SHOUTED = 4
"""A headline's RUSSIA is Russia, but shorter words in capitals may be abbreviations of something else."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country, a territory with a code of its own, or a withdrawn state."""

    code: str
    """ISO 3166-1 alpha-3, `XKX`, or the alpha-3 of a withdrawn state."""
    wikidata_id: str | None
    name: str
    article: str
    """`the` where the name takes it in a sentence, else empty."""
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    singulars: tuple[str, ...]
    plurals: tuple[str, ...]
    capital: str | None
    capital_aliases: tuple[str, ...]
    capital_geonames_id: int | None
    geonames_id: int | None
    leader: str | None
    """Its effective leader's kind of office, `head_of_state` or `head_of_government`, where that is clear."""
    status: Status

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Every adjective and word for its people, once each."""
        return tuple(dict.fromkeys(self.adjectives + self.singulars + self.plurals))

    @property
    def former(self) -> bool:
        """Whether the state is no more."""
        return self.status == "former"

    @property
    def in_sentence(self) -> str:
        """The name with its article.

        >>> country("USA").in_sentence, country("JPN").in_sentence
        ('the United States', 'Japan')
        """
        return f"{self.article} {self.name}".lstrip()


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    ids = {row["code"]: row for row in rows_of("countries")}
    return {row["code"]: country_from(row, ids[row["code"]]) for row in rows_of("country_forms")}


def country_from(forms: dict[str, str], ids: dict[str, str]) -> Country:
    """One country from its row of forms and its row of ids."""
    return Country(
        code=forms["code"],
        wikidata_id=ids["wikidata_id"] or None,
        name=forms["name"],
        article=forms["article"],
        aliases=several(forms["aliases"]),
        adjectives=several(forms["adjectives"]),
        singulars=several(forms["singulars"]),
        plurals=several(forms["plurals"]),
        capital=forms["capital"] or None,
        capital_aliases=several(forms["capital_aliases"]),
        capital_geonames_id=number(ids["capital_geonames_id"]),
        geonames_id=number(ids["geonames_id"]),
        leader=ids["leader"] or None,
        status=STATUSES[forms["status"]],
    )


def country(code: str) -> Country | None:
    """The country with that code.

    >>> country("RUS").name
    'Russia'
    """
    return countries().get(code)


Index = dict[str, tuple[Country, ...]]


def index_of(pairs: Iterable[tuple[str, Country]]) -> Index:
    """For each form the countries that it can mean, also for long forms in capitals."""
    found: dict[str, list[Country]] = {}
    for form, owner in pairs:
        plain = folded(form)
        keys = {plain, plain.upper()} if len(plain) >= SHORTEST_SHOUTED else {plain}
        for key in sorted(keys):
            if owner not in (owners := found.setdefault(key, [])):
                owners.append(owner)
    return {key: tuple(owners) for key, owners in found.items()}


@cache
def name_index() -> Index:
    """Countries by name and alias."""
    return index_of((form, each) for each in countries().values() for form in (each.name, *each.aliases))


@cache
def demonym_index() -> Index:
    """Countries by adjective, noun and plural."""
    return index_of((form, each) for each in countries().values() for form in each.demonyms)


@cache
def capital_index() -> Index:
    """Countries by the name of their capital."""
    return index_of(
        (form, each)
        for each in countries().values()
        if each.capital
        for form in (each.capital, *each.capital_aliases)
    )


def found_in(index: Index, text: str) -> tuple[Country, ...]:
    """The countries that a form can mean, with or without its article; living states hide the others."""
    plain = folded(text)
    bare = plain[4:] if plain[:4] in {"the ", "The ", "THE "} else plain
    owners = index.get(plain) or index.get(bare, ())
    best = min((RANKS.index(owner.status) for owner in owners), default=None)
    return tuple(owner for owner in owners if RANKS.index(owner.status) == best)


def only(owners: tuple[Country, ...]) -> Country | None:
    """The one country, or none where there is a choice."""
    return owners[0] if len(owners) == 1 else None


@lru_cache(REMEMBERED_WORDS)
def country_named(text: str) -> Country | None:
    """The only country of that name or alias; case counts, diacritics do not.

    >>> country_named("the U.S.").code, country_named("Cote d'Ivoire").code
    ('USA', 'CIV')
    >>> country_named("us"), country_named("Korea")
    (None, None)
    """
    return only(found_in(name_index(), text))


@lru_cache(REMEMBERED_WORDS)
def country_of_demonym(text: str) -> Country | None:
    """The only country that an adjective or a word for its people points to.

    >>> country_of_demonym("Dutch").code, country_of_demonym("Britons").code
    ('NLD', 'GBR')
    >>> country_of_demonym("Korean"), country_of_demonym("Congolese")
    (None, None)
    """
    return only(found_in(demonym_index(), text))


def countries_of_demonym(text: str) -> tuple[Country, ...]:
    """All countries that a demonym can point to.

    >>> [each.code for each in countries_of_demonym("Congolese")]
    ['COD', 'COG']
    """
    return found_in(demonym_index(), text)


@lru_cache(REMEMBERED_WORDS)
def country_of_capital(text: str) -> Country | None:
    """The only country that is governed from a city of that name.

    >>> country_of_capital("Kiev").code, country_of_capital("Moscow").code
    ('UKR', 'RUS')
    """
    return only(found_in(capital_index(), text))
