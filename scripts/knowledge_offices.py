"""Terms of office for scripts/knowledge.py: from office holders, from the list kept by hand, and together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from summitry.knowledge.countries import country_named
from summitry.knowledge.spelling import folded, name_key
from summitry.knowledge.tables import rows_of
from summitry.knowledge.titles import GREAT_OFFICES, kind_of_title
from summitry.settings import OPEN_TERM_DAYS

Row = dict[str, str]
Known = dict[tuple[str, str], str]

FIRST_END, FIRST_LESSER_END = "1990", "2000"
"""Terms that ended earlier, of lesser offices a little later, are mostly absent and seldom named in news."""

VAGUE = {"other", "minister"}
"""Kinds of the source that say too little; here the title decides."""

SINGLE = frozenset({"head_of_state", "head_of_government", "central_bank_head", *GREAT_OFFICES})
"""Kinds of offices that one person holds at a time under one title."""

PRECISE = frozenset({"legislature_head", "spokesperson", *SINGLE}) - {"head_of_state"}
"""Kinds that the source finds itself: what it calls otherwise is a lesser office."""

REGIONAL = re.compile(
    r"Legislative (?:Assembly|Council) of|Flemish|Walloon|Brussels|Republika Srpska|Bougainville|Generalitat|"
    r"State House|Pontifical|Landtag|of (?:Quebec|Newfoundland|Puntland|Jubaland|Zanzibar|Adjara|Aceh|"
    r"Western Bahr|Tobago|Nevis|Rodrigues|Príncipe|Åland)\b"
)
"""Offices of parts of a country, which the source files under the country."""

UNNAMED = re.compile(
    r"^(?:Secretary[ -]General|Minister Plenipotentiary|Minister in charge of the General Secretariat)"
)
"""Civil servants whom the source takes for ministers."""


def office(code: str, kind: str, title: str, person: str, row: Row) -> Row:
    """One term as shipped; an `as_of` only where no end is known."""
    as_of = "" if row["end"] else row["as_of"]
    return {
        "country_code": code,
        "kind": kind,
        "title": title,
        "person_id": person,
        "start": row["start"],
        "end": row["end"],
        "as_of": as_of,
    }


def holder_rows(source: list[Row], people: dict[str, Row]) -> Iterator[Row]:
    """The terms that the source of office holders knows, with plain titles."""
    for row in source:
        kind = kind_of(row)
        known = people.get(row["person_qid"], {})
        last = min(filter(None, (row["end"], known.get("dod", ""))), default="9999")
        if kind and folded(row["person"]).isascii() and row["start"] <= last:
            title = plain_office(row) if row["country_code"] else row["position"]
            if title == "Monarch":
                title = "Queen" if known.get("gender") == "female" else "King"
            if row["country_code"] == "USA":
                title = title.replace("Defence", "Defense")
            yield office(row["country_code"], kind, title, row["person_qid"], row)


def kind_of(row: Row) -> str | None:
    """The kind of an office: the source's where it is precise, else by its title; None leaves the row out."""
    if REGIONAL.search(row["position"]) or UNNAMED.search(row["position"]):
        return None
    if not row["country_code"]:
        return None if row["jurisdiction"] else kind_of_title(row["position"]) or "international"
    kind = known_kind(row)
    first = FIRST_END if kind in SINGLE else FIRST_LESSER_END
    return kind if not row["end"] or row["end"] >= first else None


def known_kind(row: Row) -> str | None:
    """The source's kind where it is precise, else the kind that the title tells."""
    kind = kind_of_title(plain_office(row), row["country_code"])
    if row["position_kind"] not in VAGUE:
        return kind if kind in {"treasurer", "supreme_leader"} else row["position_kind"]
    if kind is None or kind in PRECISE:
        return "minister" if row["position_kind"] == "minister" and "Minister" in row["position"] else None
    return None if kind == "ambassador" else kind


def plain_office(row: Row) -> str:
    """A title without the country that it names: `President of Colombia` is President."""
    title = re.sub(r" \([^)]*\)$", "", row["position"])
    head, _, owner = title.rpartition(" of ")
    if (
        head
        and country_named(owner.removeprefix("the "))
        and not re.search(r"Bank$|Speaker of the \w+$", head)
    ):
        title = head
    return title[:1].upper() + title[1:].replace("di_p", "di-P")


def listed_rows(source: Iterable[Row], known: Known) -> Iterator[Row]:
    """The terms kept by hand; people by their id, else by their name if only one office holder has it."""
    for row in source:
        person = row["person_id"] or known.get(("", name_key(row["person"])), "") or row["person"]
        yield office(row["country_code"], row["kind"], row["title"], person, row)


def people_by_name(holders: list[Row], people: dict[str, Row]) -> Known:
    """The only office holder of each name in each country, and in the whole world under an empty code."""
    found = defaultdict(set)
    for row in holders:
        titles = {row["person"], people.get(row["person_qid"], row).get("enwiki", "")} - {""}
        for key in {name_key(re.sub(r" \(.*\)$|, .*$", "", title)) for title in titles}:
            found[row["country_code"], key].add(row["person_qid"])
            found["", key].add(row["person_qid"])
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def corrected(rows: Iterable[Row]) -> list[Row]:
    """The terms without those that corrections.csv drops, and with the days that it sets right."""
    key = ("country_code", "kind", "person_id", "start")
    wrong = {tuple(row[column] for column in key): row for row in rows_of("corrections")}
    kept = []
    for row in rows:
        right = wrong.get(tuple(row[column] for column in key))
        if right is None:
            kept.append(row)
        elif right["right_start"]:
            end = right["right_end"] or row["end"]
            kept.append(
                row | {"start": right["right_start"], "end": end, "as_of": "" if end else row["as_of"]}
            )
    return kept


def merged(rows: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    """The terms of both: an other term of the same person or the same first day only confirms or ends one."""
    kept = defaultdict(list)
    for row in rows:
        kept[row["country_code"], row["kind"]].append(dict(row))
    for row in others:
        same = kept[row["country_code"], row["kind"]]
        if twin := next((each for each in same if is_twin(row, each)), None):
            confirm(twin, row)
        else:
            same.append(dict(row))
    return [row for same in kept.values() for row in same]


def is_twin(row: Row, other: Row) -> bool:
    """Whether two sources tell of one term: by its person, or by its first day where an id is missing."""
    same_start = row["start"] == other["start"] and len(row["start"]) > len("2000")
    if row["person_id"] == other["person_id"]:
        return same_start or overlap(row, other)
    return (
        same_start and row["kind"] in SINGLE and not (is_id(row["person_id"]) and is_id(other["person_id"]))
    )


def overlap(one: Row, other: Row) -> bool:
    """Whether two terms share more than a handover."""
    start = max(one["start"], other["start"])
    return start[:7] < min((row["end"] or row["as_of"])[:7] for row in (one, other))


def confirm(term: Row, other: Row) -> None:
    """Let another source end an open term, say that it is still open, or name its first day more exactly."""
    if term["start"] and other["start"].startswith(term["start"]):
        term["start"] = other["start"]
    if not term["end"] and (other["end"] or other["as_of"]) > term["as_of"]:
        term["end"], term["as_of"] = other["end"], other["as_of"]


def with_ends(rows: list[Row], people: dict[str, Row]) -> list[Row]:
    """The terms, where an open one ends with its holder's life or with the next holder's first day.

    Wikidata often lacks the end of a term; where someone else holds the same office openly from a later day,
    the earlier holder left when the next one came, if that was before the source was read or soon after.
    A country can have several heads of state with different titles, but only one foreign minister.
    """
    groups = defaultdict(list)
    for row in rows:
        died = people.get(row["person_id"], {}).get("dod", "")
        if died and not row["end"]:
            row["end"], row["as_of"] = died, ""
        title = "" if row["kind"] in SINGLE - {"head_of_state"} else row["title"]
        groups[row["country_code"], row["kind"], title].append(row)
    for (_, kind, _), group in groups.items():
        open_starts = [row["start"] for row in group if not row["end"]]
        for row in group:
            exact = (other["start"] for other in group if len(other["start"]) == len("2000-01-01"))
            later = min((start for start in exact if start > row["start"]), default="")
            if (
                kind in SINGLE
                and not row["end"]
                and max(open_starts) > row["start"]
                and "" < later <= soon_after(row["as_of"])
            ):
                row["end"], row["as_of"] = later, ""
    return rows


def soon_after(day: str) -> str:
    """The last day on which an open term of that date is believed to run."""
    return (date.fromisoformat(day) + timedelta(days=OPEN_TERM_DAYS)).isoformat()


def slug(person_id: str) -> str:
    """The id of a person: the Wikidata id, or the name in small ASCII letters where no source links it.

    >>> slug("Q7747"), slug("Friedrich Merz")
    ('Q7747', 'friedrich-merz')
    """
    return person_id if is_id(person_id) else re.sub(r"\W+", "-", folded(person_id).lower()).strip("-")


def is_id(person_id: str) -> bool:
    """Whether it is a Wikidata id, and not a name."""
    return bool(re.fullmatch(r"Q\d+", person_id))
