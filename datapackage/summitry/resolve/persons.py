"""Which person a name means, within one article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.knowledge.spelling import folded, name_key
from summitry.page import Page, Span
from summitry.resolve.genders import gender_told, said_before
from summitry.resolve.grounds import Ground, ground_of_name
from summitry.resolve.referents import Referent, slug_key
from summitry.settings import REMEMBERED_WORDS

# “ of Guinea-Bissau”, “ of the United States”
OF_SOMETHING = re.compile(r" of ((?:the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)*)")

# “- Norway: ”
LISTED = re.compile(r"(?:^|[-–—•*;] ?)((?:[A-Z][\w’'-]*)(?: (?:and )?[A-Z][\w’'-]*)*): $")

RANK = ("head_of_state", "head_of_government", "leader", "foreign_minister")
"""Of several offices held at once, the first of these is the one that news names."""


@dataclass(frozen=True, slots=True)
class Named:
    """One person of an article: the fullest name, and every mention by its index."""

    name: str
    mentions: tuple[int, ...]


def persons_of(page: Page, mentions: Sequence[FoundMention], near: frozenset[str]) -> dict[int, Referent]:
    """For the index of each mention of a person, whom it means; mentions that could mean two are left out."""
    found: dict[int, Referent] = {}
    grounds: dict[int, Ground] = {}
    for named in clusters_of(page, mentions):
        referent = referent_of(page, mentions, named, near)
        for index in named.mentions:
            found[index] = referent
            grounds[index] = ground_of_name(mentions, named.mentions, index, referent.source)
    people = {one.key: one for one in found.values()}
    names = {key: longest_name(mentions, found, key) for key in people}
    serving = {key: serves(page, mentions, found, names, one) for key, one in people.items()}
    return {
        index: replace(serving[one.key], named=mentions[index].span, ground=grounds[index])
        for index, one in found.items()
    }


def longest_name(mentions: Sequence[FoundMention], found: dict[int, Referent], key: str) -> str:
    """The fullest name of a person in the article."""
    forms = [mentions[index].text for index, one in found.items() if one.key == key]
    return max(forms, key=lambda form: (len(form), form))


def serves(
    page: Page,
    mentions: Sequence[FoundMention],
    found: dict[int, Referent],
    names: dict[str, str],
    person: Referent,
) -> Referent:
    """A person who is somebody's spokesman or aide, with the full name and the country of that somebody."""
    for index, one in found.items():
        mention = mentions[index]
        if one.key != person.key or mention.owner is None or mention.title is None:
            continue
        owner = next((found[other] for other in found if mentions[other].span == mention.owner), None)
        if owner is None or owner.key == person.key:
            continue
        title = page.words(mention.title)
        if person.position in {None, position_from(title, owner_text(page, mention))}:
            position = f"{title} of {names[owner.key]}"
            person = replace(
                person, position=position, office=Ground(mention.title, None, page.dispatch.article_id)
            )
        return replace(person, country_code=person.country_code or owner.country_code)
    return person


def clusters_of(page: Page, mentions: Sequence[FoundMention]) -> Iterator[Named]:
    """Yield the people of an article: full names first, then surnames that no full name explains."""
    indexes = [index for index, mention in enumerate(mentions) if mention.type == "person"]
    full = {index: mentions[index].text for index in indexes if len(mentions[index].text.split()) > 1}
    groups: dict[str, list[int]] = {}
    for index, name in full.items():
        groups.setdefault(name_key(name), []).append(index)
    alone: dict[str, list[int]] = {}
    for index in indexes:
        if index in full:
            continue
        owners = [key for key in groups if answers_to(key, mentions[index].text)]
        if len(owners) > 1:
            owners = [key for key in owners if groups[key][0] < index] or owners
        if len(owners) > 1:
            owners = decided(page, mentions, index, {key: groups[key] for key in owners})
        if len(owners) == 1:
            groups[owners[0]].append(index)
        elif not owners:
            alone.setdefault(folded(mentions[index].text).lower(), []).append(index)
    for members in [*groups.values(), *alone.values()]:
        longest = max((mentions[index].text for index in members), key=lambda name: (len(name), name))
        yield Named(longest, tuple(sorted(members)))


def answers_to(key: str, name: str) -> bool:
    """Whether someone with this full name is called so: by the last words of it, or the first."""
    short, words = name_key(name), key.split()
    return bool(short) and (key.endswith(f" {short}") or words[0] == short)


def decided(
    page: Page, mentions: Sequence[FoundMention], index: int, owners: dict[str, list[int]]
) -> list[str]:
    """Which of several namesakes is meant: the one whose title says so; none where nothing decides."""
    surname = [key for key in owners if key.endswith(f" {name_key(mentions[index].text)}")]
    if len(surname) == 1:
        return surname
    title = mentions[index].title
    if title is None:
        return by_address(page, mentions, index, owners) or surname or list(owners)
    words = page.words(title).lower()
    return [
        key
        for key, members in owners.items()
        if any(
            (other := mentions[member].title) and page.words(other).lower().endswith(words)
            for member in members
        )
    ] or list(owners)


def by_address(
    page: Page, mentions: Sequence[FoundMention], index: int, owners: dict[str, list[int]]
) -> list[str]:
    """The namesakes whom the form of address before a name can mean: `Mrs` a woman."""
    gender = next(said_before(page, mentions[index]), None)
    told = {
        key: gender_told(page, [mentions[member] for member in members]) for key, members in owners.items()
    }
    return [key for key in owners if gender and told[key] == gender]


def referent_of(page: Page, mentions: Sequence[FoundMention], named: Named, near: frozenset[str]) -> Referent:
    """One person of an article, linked to knowledge where only one known person fits."""
    on = page.dispatch.published_on
    titled = [mentions[index] for index in named.mentions if mentions[index].title]
    titles = [page.words(mention.title) for mention in titled if mention.title]
    country = next((code for title in titles if (code := country_of_title(title))), None)
    country = country or next((code for one in titled if (code := country_of_owner(page, one))), None)
    person = known_person(named.name, titles, country, near, on)
    if person is None:
        position = position_from(titles[0], owner_text(page, titled[0])) if titles else None
        gender = gender_told(page, [mentions[index] for index in named.mentions])
        key = f"person:{slug_key(named.name)}"
        one = Referent(key, "person", None, position, country, None, None, gender)
        return replace(
            one, office=Ground(titled[0].title, None, page.dispatch.article_id) if titles else None
        )
    one = of_person(person, on, frozenset({country}) if country else near)
    one = replace(one, source="people" if " " in named.name else "offices")
    if one.position is None and titles:
        position = position_from(titles[0], owner_text(page, titled[0]))
        one = replace(one, position=position, office=Ground(titled[0].title, None, page.dispatch.article_id))
    return replace(one, country_code=one.country_code or country or last_country(person))


def of_person(person: knowledge.Person, on: date | None, near: frozenset[str]) -> Referent:
    """A known person as a referent, with the office and the country of that day."""
    term = term_at(person, on, near)
    return Referent(
        key=person.person_id,
        type="person",
        label=person.name,
        position=knowledge.position_of(term) if term else None,
        country_code=term.country_code if term else None,
        wikidata_id=person.wikidata_id,
        geonames_id=None,
        gender=person.gender,
        source="offices",
        office=Ground(None, "offices") if term else None,
    )


def known_person(
    name: str, titles: Sequence[str], country: str | None, near: frozenset[str], on: date | None
) -> knowledge.Person | None:
    """The only known person whom the name can mean here.

    A full name must go with an office in a country of the article. A surname must go with a title
    that its holder has on that day, or be that of a leader of the day.
    """
    if " " not in name:
        return holder_called(name, titles, country, on) if titles else leader_called(name, near, on)
    candidates = [person for person in knowledge.people_named(name) if lived(person, on)]
    if country:
        candidates = [one for one in candidates if country in countries_of(one)] or candidates
    fitting = [one for one in candidates if countries_of(one) & near or None in countries_of(one)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if term_at(one, on)]
    return fitting[0] if len(fitting) == 1 else None


def holder_called(
    surname: str, titles: Sequence[str], country: str | None, on: date | None
) -> knowledge.Person | None:
    """The holder of a titled office with that surname."""
    if on is None or country is None:
        return None
    kinds = dict.fromkeys(kind for title in titles if (kind := knowledge.kind_of_title(title, country)))
    people = {
        term.person.person_id: term.person
        for kind in kinds
        for term in knowledge.holders(country, kind, on)
        if name_key(surname) in name_key(term.person.name).split()
    }
    return next(iter(people.values())) if len(people) == 1 else None


def leader_called(surname: str, near: frozenset[str], on: date | None) -> knowledge.Person | None:
    """The only leader of the day with that surname whose country the article names."""
    terms = knowledge.leaders_called(surname, on) if on else ()
    people = [term.person for term in terms if term.country_code in near]
    return people[0] if len(people) == 1 else None


def lived(person: knowledge.Person, on: date | None) -> bool:
    """Whether someone was born before that day."""
    return on is None or person.born is None or person.born < on


def countries_of(person: knowledge.Person) -> frozenset[str | None]:
    """The countries of all offices that someone held; null stands for international ones."""
    return frozenset(term.country_code for term in knowledge.terms_of(person.person_id))


def last_country(person: knowledge.Person) -> str | None:
    """The country of the last office that someone held."""
    codes = [term.country_code for term in knowledge.terms_of(person.person_id) if term.country_code]
    return codes[-1] if codes else None


def term_at(
    person: knowledge.Person, on: date | None, near: frozenset[str | None] | frozenset[str] = frozenset()
) -> knowledge.Term | None:
    """The highest office that someone held on that day; first of all in one of the countries spoken of.

    Kings reign over several countries, and the president of France is a prince of Andorra.
    """
    if on is None:
        return None
    held = [
        term
        for term in knowledge.terms_of(person.person_id)
        if any(
            other.person.person_id == person.person_id
            for other in knowledge.holders(term.country_code, term.kind, on)
        )
        and term in knowledge.holders(term.country_code, term.kind, on)
    ]
    return min(
        held,
        key=lambda term: (
            term.country_code not in near,
            RANK.index(term.kind) if term.kind in RANK else len(RANK),
        ),
        default=None,
    )


@lru_cache(REMEMBERED_WORDS)
def country_of_title(title: str) -> str | None:
    """The country that a title names: `RUS` in `Russian Foreign Minister`, `president of Chile`."""
    words = title.split()
    for count in (3, 2, 1):
        for first in range(len(words) - count + 1):
            text = " ".join(words[first : first + count])
            country = knowledge.country_of_demonym(text) or knowledge.country_named(text)
            if country:
                return country.code
    return None


def position_from(title: str, owner: str | None) -> str:
    """A title in the words of a position.

    >>> position_from("Russian Foreign Minister", None), position_from("spokesman", "Ann Lee")
    ('Foreign Minister of Russia', 'spokesman of Ann Lee')
    """
    first, _, rest = title.partition(" ")
    country = knowledge.country_of_demonym(first) or knowledge.country_named(first)
    if country and rest:
        office, body = office_and_body(rest)
        return (
            f"{office} of the {body} of {country.in_sentence}" if body else f"{rest} of {country.in_sentence}"
        )
    if owner and (country := knowledge.country_named(owner)):
        owner = country.in_sentence
    return f"{title} of {owner}" if owner else title


def office_and_body(title: str) -> tuple[str, str]:
    """What someone is, and of which body.

    >>> office_and_body("Ministry of Foreign Affairs press secretary"), office_and_body("Foreign Minister")
    (('press secretary', 'Ministry of Foreign Affairs'), ('Foreign Minister', ''))
    """
    words = title.split()
    first = len(words) - 1
    while first > 0 and words[first - 1].lower() in word_list("title_modifiers"):
        first -= 1
    if "of" in words[first:] or "of" not in words[:first] or words[first - 1] == "of":
        return title, ""
    return " ".join(words[first:]), " ".join(words[:first])


def country_of_owner(page: Page, mention: FoundMention) -> str | None:
    """The country whose office it is: “Norway’s oil minister”, “Prime Minister Lee of Norway”."""
    text = owner_text(page, mention) or owner_after(page, mention) or owner_listed(page, mention)
    country = knowledge.country_named(text) if text else None
    return country.code if country else None


def owner_after(page: Page, mention: FoundMention) -> str | None:
    """The name after “of” that follows a titled name."""
    rest = page.leaves[mention.span.passage].text[mention.span.end :]
    found = OF_SOMETHING.match(rest)
    return found.group(1) if found else None


def owner_listed(page: Page, mention: FoundMention) -> str | None:
    """The name before the colon of a list: “Norway: Prime Minister Ann Lee”."""
    start = mention.title.start if mention.title else mention.span.start
    found = LISTED.search(page.leaves[mention.span.passage].text[:start])
    return found.group(1) if found else None


def owner_text(page: Page, mention: FoundMention) -> str | None:
    """Whose the title is, as written, unless by a pronoun."""
    owner: Span | None = mention.owner
    text = page.words(owner) if owner else None
    return text if text and text[0].isupper() and text.lower() not in {"his", "her", "their", "its"} else None
