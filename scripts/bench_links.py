"""What names and pronouns of a gold text mean: countries, Wikidata ids, GeoNames ids, persons."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from bench_gold import Doc
from bench_rows import MISSED, RIGHT, SURPLUS, Offsets, Row, alike, bare, paired, shared
from summitry.knowledge.countries import countries
from summitry.knowledge.tables import rows_of

LETTERS = {"person": "PER", "organization": "ORG", "place": "LOC"}
NAMING = frozenset({"name", "demonym", "metonym"})
PEOPLE = "Q33829"
"""The type that News-Fair gives to peoples: `Britons`."""
PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
UNSURE, OTHER = "no id", "another id"
TYPED, INSIDE = "taken for another type", "inside a longer name"
COREFERRING, WORD = "pronoun or phrase", "common word"


def in_view(doc: Doc, span: Sequence[int]) -> bool:
    """Whether a stretch lies in the part of the text that was marked."""
    low, high = doc.get("eval_span", (0, len(doc["text"])))
    return bool(low <= span[0] and span[1] <= high)


def gold_links(doc: Doc) -> list[tuple[Offsets, Doc]]:
    """The gold rows in view, each with where its name stands without article and possessive."""
    text = doc["text"]
    return [
        (bare(text, one.get("minspan", one["span"])), one)
        for one in doc["entities"]
        if in_view(doc, one["span"]) and one["type"] not in {"DATETIME", "QUANTITY"}
    ]


def our_links(doc: Doc, answer: Doc) -> list[tuple[Offsets, Doc]]:
    """Our answers in view, each with where it stands without article and possessive."""
    text = doc["text"]
    return [(bare(text, one["span"]), one) for one in answer["links"] if in_view(doc, one["span"])]


def fit(gold: tuple[Offsets, Doc], ours: tuple[Offsets, Doc]) -> float:
    """How well an answer fits a gold row: the same stretch, or one inside the other and of one type.

    Of two gold rows at one stretch, the one of our type comes first, then the one with an id.
    """
    (there, one), (here, other) = gold, ours
    same_type = one["type"] == LETTERS.get(other["type"])
    if there == here:
        return 4.0 + 2 * same_type + bool(one.get("link"))
    held = shared(there, here) == min(there[1] - there[0], here[1] - here[0])
    return alike(there, here) if held and same_type else 0.0


def missed(span: Offsets, ours: Sequence[tuple[Offsets, Doc]]) -> str:
    """Why no answer stands at a gold row: it may be a name of another type, or part of a longer one."""
    if any(here == span for here, _ in ours):
        return TYPED
    return INSIDE if any(shared(span, here) == span[1] - span[0] for here, _ in ours) else MISSED


@cache
def country_codes() -> dict[str, str]:
    """The code of each country by its Wikidata id."""
    return {one.wikidata_id: code for code, one in countries().items() if one.wikidata_id}


def country_rows(task: str, doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each name that means a country in the gold, and for each that only we say does.

    A gold row counts if its Wikidata id is a country's; right is the same country at the same name. Ours
    count if they are names, demonyms or seats of a government. Not judged are our peoples where the gold
    means the people, and our demonyms where it has no row at all (it marks no adjectives).
    """
    codes = country_codes()
    gold = gold_links(doc)
    ours = [one for one in our_links(doc, answer) if one[1]["form"] in NAMING]
    found, others = paired(gold, ours, fit)
    for (span, one), other in zip(gold, found, strict=True):
        if one.get("optional"):
            continue
        code = codes.get(one["link"] or "")
        said = country_code(other)
        if code and kind_of(doc, one) not in {COREFERRING, WORD}:
            wrong = "no country" if said is None else "another country"
            verdict = missed(span, ours) if other is None else RIGHT if said == code else wrong
            yield Row(task, doc["id"], *span, "country", verdict, said)
        elif said and code != said and not is_people(one, other):
            yield Row(task, doc["id"], *span, f"another {one['type']} called so", SURPLUS, said)
    for span, one in others:
        if (said := country_code((span, one))) and one["form"] != "demonym":
            yield Row(task, doc["id"], *span, f"no row, {one['form']}", SURPLUS, said)


def is_people(gold: Doc, ours: tuple[Offsets, Doc] | None) -> bool:
    """Whether the gold means a people; GUM, without types of its own, calls it persons."""
    types = gold.get("types")
    demonym = ours is not None and ours[1]["form"] == "demonym"
    return PEOPLE in types if types is not None else demonym and gold["type"] == "PER"


def country_code(link: tuple[Offsets, Doc] | None) -> str | None:
    """The code of the country that an answer means as a whole."""
    return link[1]["country_code"] if link and link[1]["position"] == "country" else None


def wikidata_rows(task: str, doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each gold row with a Wikidata id, and for each id that only we give.

    The kind of a gold row is its type where it is a name (it holds a capital letter), else whether it is a
    pronoun or phrase for something named, or a common word. Rows that the gold calls optional do not count;
    neither do our demonyms, pronouns and phrases where GUM, which marks none here, has no row.
    """
    ours = our_links(doc, answer)
    gold = gold_links(doc)
    found, others = paired(gold, ours, fit)
    for (span, one), other in zip(gold, found, strict=True):
        said = other[1]["wikidata_id"] if other else None
        kind = kind_of(doc, one)
        if one.get("optional"):
            continue
        if one["link"]:
            wrong = missed(span, ours) if other is None else OTHER if said else UNSURE
            yield Row(task, doc["id"], *span, kind, RIGHT if said == one["link"] else wrong, said)
        elif said:
            yield Row(task, doc["id"], *span, "no id in the gold", SURPLUS, said)
    for span, one in others:
        if one["wikidata_id"] and (one["form"] in {"name", "metonym"} or "eval_span" in doc):
            yield Row(task, doc["id"], *span, f"no row, {one['form']}", SURPLUS, one["wikidata_id"])


def kind_of(doc: Doc, gold: Doc) -> str:
    """Whether a gold row is a name, and of what type."""
    words = doc["text"][slice(*gold["span"])]
    if gold.get("coref") or words.lower() in PRONOUNS:
        return COREFERRING
    return str(gold["type"]) if any(letter.isupper() for letter in words) else WORD


@cache
def known_places() -> frozenset[str]:
    """The GeoNames ids in our tables: what we could answer at best."""
    columns = [
        ("countries", "geonames_id"), ("countries", "capital_geonames_id"), ("cities", "geonames_id"),
        ("counties", "geonames_id"), ("places", "geonames_id"), ("towns", "geonames_id"),
    ]  # fmt: skip
    return frozenset(row[column] for table, column in columns for row in rows_of(table))


def place_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each place name with a GeoNames id: right is the same id where the words overlap.

    Our places where the gold has none are not judged.
    """
    text = doc["text"]
    gold = [(bare(text, one["span"]), one) for one in doc["entities"] if one["link"]]
    every = our_links(doc, answer)
    ours = [link for link in every if link[1]["type"] == "place"]
    found, _ = paired(gold, ours, lambda one, other: alike(one[0], other[0]))
    for (span, one), other in zip(gold, found, strict=True):
        number = one["link"].removeprefix("geonames:")
        said = other[1]["geonames_id"] if other else None
        wrong = missed(span, every) if other is None else OTHER if said else UNSURE
        kind = "in our tables" if number in known_places() else "not in our tables"
        yield Row("places", doc["id"], *span, kind, RIGHT if str(said) == number else wrong, said)


def pronoun_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each `he` and `she` (also `him`, `her`, `his`, `himself` …) of a text of GUM.

    Right is the entity most of whose names in the text stand in the gold's chain of the pronoun. The kind
    says whether that chain holds a name at all.
    """
    people = [one for one in doc["mentions"] if one["type"] == "person"]
    named = {one["cluster"] for one in people if one["named"]}
    chains = chains_of(doc, people, answer)
    said = {tuple(one["span"]): one["entity"] for one in answer["links"] if one["form"] == "pronoun"}
    for one in people:
        word = doc["text"][slice(*one["span"])].lower()
        if word not in PRONOUNS:
            continue
        entity = said.get(tuple(one["span"]))
        wrong = "no answer" if entity is None else "another person"
        right = entity is not None and chains.get(entity) == one["cluster"]
        kind = "named" if one["cluster"] in named else "never named"
        yield Row("pronouns", doc["id"], *one["span"], kind, RIGHT if right else wrong, entity)


def chains_of(doc: Doc, people: Sequence[Doc], answer: Doc) -> dict[str, str]:
    """For each person of ours the gold's chain in which most of the names stand."""
    text = doc["text"]
    gold = [(bare(text, one["minspan"]), {"type": "PER", "cluster": one["cluster"]}) for one in people]
    ours = [
        (bare(text, one["span"]), one)
        for one in answer["links"]
        if one["form"] == "name" and one["type"] == "person"
    ]
    votes: dict[str, Counter[str]] = {}
    for (_, one), other in zip(gold, paired(gold, ours, fit)[0], strict=True):
        if other:
            votes.setdefault(other[1]["entity"], Counter())[one["cluster"]] += 1
    return {entity: counts.most_common(1)[0][0] for entity, counts in votes.items()}
