"""Invented people, countries and meetings that the articles of a made package share."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

from made_words import Lexicon
from summitry.knowledge.countries import countries
from summitry.read.keys import NOTHING
from summitry.rows import Entity, Meeting, Participant
from summitry.rules.codes import listed
from summitry.schema import table_schema

CODES = sorted({*countries(), *listed("withdrawn_countries")})
LANGUAGES = listed("languages")
TYPES = ["person"] * 6 + ["place"] * 4 + ["organization"] * 3 + ["event", "document"]
SORTS = ["country"] * 4 + ["city"] * 3 + ["island", "river, bay and delta"]
MOST = 2**63 - 1
"""The largest integer of 64 bits."""


@dataclass(frozen=True)
class Mood:
    """What the articles of one package are like."""

    lexicon: Lexicon
    days: tuple[date, ...]
    """On which days articles may appear."""
    empty: float = 0.3
    """Share of null cells where nulls are allowed."""
    extreme: float = 0.0
    """Share of values at their limits."""
    named: float = 2.0
    """How many mentions a sentence has on average."""
    speech: float = 0.25
    """Share of sentences that quote."""
    told: float = 0.08
    """Share of sentences that tell of a meeting."""
    fresh: float = 0.06
    """Share of mentions that name something for the first time."""
    paragraphs: tuple[int, int] = (6, 16)
    reviewed: float = 0.2
    """Share of rows that a person has looked at."""
    keys: str = "slug"
    """How keys look: `slug`, `hash` or `odd`."""
    token: str = ""
    """What every key begins with."""


class World:
    """What there is so far, and how more of it is drawn."""

    def __init__(self, rng, mood):
        self.rng, self.mood, self.words = rng, mood, mood.lexicon
        self.taken = set(NOTHING)
        self.entities, self.actors, self.places, self.able = [], [], [], set()
        self.meetings, self.participants = [], []

    def chance(self, share):
        """Whether something happens that happens so often."""
        return self.rng.random() < share

    def maybe(self, value):
        """The value, or null as often as this package has nulls."""
        return None if self.chance(self.mood.empty) else value

    def count(self, most):
        """A number from 1, seldom the largest that there is."""
        return MOST if self.chance(self.mood.extreme) else self.rng.randint(1, most)

    def confidence(self):
        """How sure a row is, null as often as this package has nulls."""
        return self.maybe(self.rng.choice([0.0, 1.0]) if self.chance(0.1) else round(self.rng.random(), 2))

    def reviewed(self):
        """Whether a person has looked at a row, as often as in this package."""
        return self.chance(self.mood.reviewed)

    def key(self, stem):
        """A key that nobody has yet."""
        stem = re.sub(r"\s+", "-", stem.lower())
        match self.mood.keys:
            case "hash":
                stem = f"x{self.rng.getrandbits(40):010x}"
            case "odd":
                stem = f'é,{stem}"№🙂'
            case _:
                stem = re.sub(r"[^\w-]", "", stem)
        key = normalize("NFC", stem)
        if not key.startswith(self.mood.token):
            key = f"{self.mood.token}-{key}"
        while key in self.taken or not re.search(r"[^\d\s]", key):
            key += f"-x{self.rng.getrandbits(20):05x}"
        self.taken.add(key)
        return key

    def entity(self):
        """Something to name: new, or named before, most often one of the first."""
        if not self.entities or self.chance(self.mood.fresh):
            return self.new_entity(self.rng.choice(TYPES))
        return often_the_first(self.rng, self.entities)

    def actor(self):
        """One who can speak and meet: a person, an organization or a country."""
        if not self.actors or self.chance(self.mood.fresh):
            return self.new_entity(self.rng.choice(["person", "person", "organization"]))
        return often_the_first(self.rng, self.actors)

    def place(self):
        """Somewhere to meet: no person and no document."""
        if not self.places or self.chance(self.mood.fresh):
            return self.new_entity("place")
        return often_the_first(self.rng, self.places)

    def new_entity(self, kind):
        """A new entity; how often it is mentioned is counted at the end."""
        name = self.words.name(self.rng, self.rng.choice([1, 2, 2, 3]))
        position = {"place": self.rng.choice(SORTS), "person": self.words.text(self.rng, 4)}.get(kind)
        found = Entity(
            entity_id=self.key(name),
            name=name,
            type=kind,
            position=self.maybe(position),
            country_code=self.maybe(self.rng.choice(CODES)),
            wikidata_id=self.maybe(self.item()),
            geonames_id=self.maybe(self.count(9_999_999)) if kind == "place" else None,
            mention_count=0,
            article_count=0,
            reviewed=self.reviewed(),
        )
        self.entities.append(found)
        if kind in {"person", "organization"} or (kind == "place" and found.position == "country"):
            self.actors.append(found)
            self.able.add(found.entity_id)
        if kind not in {"person", "document"}:
            self.places.append(found)
        return found

    def item(self):
        """An item of Wikidata that nobody has yet."""
        while (item := f"Q9{self.mood.token}{self.rng.randint(1, 999_999):06}") in self.taken:
            pass
        self.taken.add(item)
        return item

    def meeting(self, who, place, day):
        """A new meeting of these people that an article of that day tells of."""
        status = self.rng.choice([*["held"] * 5, *values_of("meetings", "status")])
        precision = self.rng.choice([*["day"] * 5, *values_of("meetings", "date_precision")])
        start, end = self.dates(status, precision, day)
        count = self.maybe(self.count(40)) if status == "aggregate" else None
        found = Meeting(
            meeting_id=self.key("-".join([str(start), *(each.name for each in who[:3])])),
            name=self.words.text(self.rng, self.rng.randint(1, 9)),
            kind=self.rng.choice(values_of("meetings", "kind")),
            status=status,
            start_date=start,
            end_date=end,
            date_precision=precision,
            place_id=place.entity_id if place else None,
            venue=self.maybe(self.words.text(self.rng, 3)),
            country_code=self.maybe((place and place.country_code) or self.rng.choice(CODES)),
            delegation=self.maybe(self.words.text(self.rng, 4)),
            meeting_count=count,
            participant_count=len(who),
            article_count=0,
            conflict=False,
            confidence=self.confidence(),
            reviewed=self.reviewed(),
        )
        self.meetings.append(found)
        self.participants += [self.participant(found, each) for each in who]
        return found

    def participant(self, meeting, who):
        """One who takes part."""
        role = self.rng.choice(values_of("participants", "role"))
        position = self.maybe(self.words.text(self.rng, 3))
        code = self.maybe(self.rng.choice(CODES))
        return Participant(meeting.meeting_id, who.entity_id, role, position, code, self.reviewed())

    def dates(self, status, precision, day):
        """First and last day of a meeting: one that was held begins no later than the article of that day."""
        far = self.rng.choice([0, 0, 1, 7, 60, 900])
        first = moved(day, -far if status in {"held", "aggregate"} else far)
        match precision:
            case "day":
                return first, first
            case "month":
                return first.replace(day=1), first.replace(day=monthrange(first.year, first.month)[1])
            case "year":
                return first.replace(month=1, day=1), first.replace(month=12, day=31)
            case "range":
                last = moved(first, self.rng.choice([1, 2, 30, 4000]))
                both = (first, last) if last > first else (first, None)
                return self.rng.choice([both, both, (first, None), (None, last)])
        return None, None


def values_of(table, field):
    """The words that a column may hold."""
    return table_schema(table).field(field).enum


def often_the_first(rng, found):
    """One of them: a few are named most often, as in news."""
    return found[int(len(found) * rng.random() ** 2)]


def moved(day, days):
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def counted(tables):
    """The tables with the counts that their rows have; what no text names is left out."""
    article = {row.paragraph_id: row.article_id for row in tables.paragraphs}
    named, told = {}, {}
    for row in tables.mentions:
        named.setdefault(row.entity_id, []).append(article[row.paragraph_id])
    for row in tables.reports:
        told.setdefault(row.meeting_id, set()).add(article[row.paragraph_id])
    entities = (
        replace(row, mention_count=len(found), article_count=len(set(found)))
        for row in tables.entities
        if (found := named.get(row.entity_id))
    )
    meetings = (replace(row, article_count=len(told[row.meeting_id])) for row in tables.meetings)
    return tables._replace(entities=tuple(entities), meetings=tuple(meetings))
