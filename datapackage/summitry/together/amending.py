"""Articles as corrections would have them: those that one is about get new drafts in the place of the old."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from summitry.curated import Correction
from summitry.curated.amending import Spread, amended, of_meetings, tellings_at, words_fit
from summitry.curated.book import (
    Book,
    article_of,
    book_of,
    entities_of,
    is_removed,
    last_of,
    merges_of,
    new_entries,
    span_of,
)
from summitry.curated.flaws import flaws, misfits
from summitry.curated.rows import EntityCell, Identity, Judgement, MeetingFact, Naming
from summitry.errors import UnfitCorrections
from summitry.parts import Kept, decoded, drafts_in, write_part
from summitry.resolve.drafts import Draft, draft_of
from summitry.resolve.entities import Entry
from summitry.resolve.reading import Reading
from summitry.resolve.within import Account
from summitry.settings import DRAFTS_AT_ONCE
from summitry.together.encounters import find_encounters
from summitry.together.entities import KEPT, Trait, Traits, find_entities
from summitry.together.opening import open_parts, parts_of, wanted_in
from summitry.together.store import WANTED, Store

BEFORE: Final = "before"
"""The folder in which all is put together as it would be without corrections."""

ANCHORS: Final = "CREATE TABLE anchors (nr INTEGER, article_id VARCHAR, telling INTEGER)"
TOLD_TOO: Final = """
    SELECT DISTINCT nr, other.article_id, other.telling
    FROM anchors
    JOIN tellings AS one USING (article_id, telling)
    JOIN members ON members.article_id = one.article_id AND members.nth = one.nth
    JOIN members AS same ON same.number = members.number
    JOIN tellings AS other ON other.article_id = same.article_id AND other.nth = same.nth
    ORDER BY ALL
"""
"""All that is told of the meetings that some tellings tell of."""

KIND: Final = {"type", "position"}
"""The cells of an entity by which it can speak and meet, or not."""

NEW_DRAFTS: Final = "CREATE TABLE amended (key VARCHAR, part VARCHAR)"
IN_PLACE: Final = "UPDATE wanted SET part = amended.part FROM amended WHERE wanted.key = amended.key"


class Before(NamedTuple):
    """All articles put together as they would be without corrections, and the corrections."""

    store: Store
    book: Book
    problems: dict[str, str]
    """Why corrections do not fit, by the line of each."""

    def tell(self, one: Correction, problem: str) -> None:
        """Keep the first reason why a correction does not fit."""
        self.problems.setdefault(one.line, f"{one.line}: {problem}")

    def told(self) -> Iterator[str]:
        """Yield the reasons in the order of the corrections."""
        return (self.problems[one.line] for one in self.book.corrections if one.line in self.problems)


def correct(store: Store, corrections: Sequence[Correction], folder: Path) -> Traits:
    """Put new drafts of the articles that corrections are about, in a folder, into the place of the old.

    What they say of entities is given back. Raises `UnfitCorrections` with all that do not fit.
    """
    if not corrections:
        return {}
    stop_at(flaws(corrections))
    with Store(folder / BEFORE) as base:
        base.run(WANTED)
        base.insert("wanted", store.rows("FROM wanted"))
        open_parts(base, parts_of(base))
        find_entities(base)
        before = Before(base, opened_book(base, corrections), {})
        spread = spread_of(before)
        store.run(KEPT)
        store.insert("kept", base.rows("SELECT key, id FROM ids"))
        store.run(NEW_DRAFTS)
        with store.inserting("amended") as add:
            for row in rewritten(before, spread, folder):
                add(row)
    stop_at(before.told())
    store.run(IN_PLACE)
    return traits_of(before.book)


def stop_at(problems: Iterable[str]) -> None:
    """Stop if there are problems."""
    if found := list(problems):
        raise UnfitCorrections(found)


def opened_book(base: Store, corrections: Sequence[Correction]) -> Book:
    """The corrections, the entities that they name, and the names of those that are to be removed."""
    named = {id_ for one in corrections for id_ in entities_of(one)}
    gone = is_removed(corrections)
    entries = new_entries(corrections)
    keys = {id_: entry.referent.key for id_, entry in entries.items()}
    for id_, key, entry in base.rows("SELECT id, key, entry FROM ids"):
        if id_ in named:
            entries[id_] = decoded(Entry, entry)
        if id_ in named or gone(id_):
            keys[id_] = key
    stop_at(misfits(book_of(corrections, entries, {})))
    merges = merges_of(corrections)
    # who is merged goes with the one that it is, and the other way round
    ends = {last_of(id_, merges) for id_ in keys if gone(id_)}
    removed = {keys[id_] for id_ in keys if last_of(id_, merges) in ends}
    names = names_of(base, removed)
    by_hand = {one.referent.key: one.name for one in new_entries(corrections).values()}
    called = {key: found | {by_hand[key]} if key in by_hand else found for key, found in names.items()}
    return book_of(corrections, entries, called)


def names_of(base: Store, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """How some things are called in all articles, by key."""
    names: dict[str, set[str]] = {key: set() for key in sorted(keys)}
    for draft in drafts(base, names):
        for one in draft.known:
            if one.key in names:
                names[one.key].update(text for text, _ in one.names)
                if one.referent.type == "person":
                    names[one.key].update(text.split()[-1] for text, _ in one.names)
    return {key: frozenset(found) for key, found in names.items()}


def drafts(base: Store, signs: Iterable[str]) -> Iterator[Kept]:
    """Yield the kept articles in which one of some texts stands: an id, a key, a name."""
    sought = re.compile(b"|".join(re.escape(sign.encode()) for sign in sorted(set(signs))) or rb"(?!)")
    for part, _, wanted in wanted_in(base, parts_of(base)):
        yield from (kept for kept in drafts_in(part) if kept.key in wanted and sought.search(kept.content))


def reading_of(kept: Kept) -> Reading:
    """The reading of a kept article, with all that it names."""
    reading = decoded(Account, kept.content).reading
    return replace(reading, referents={**reading.referents, **{one.key: one.referent for one in kept.known}})


def spread_of(before: Before) -> Mapping[str, Spread]:
    """For each article what is to be changed of whole meetings, and at which of its tellings."""
    asked = list(of_meetings(before.book.corrections))
    found: dict[str, list[tuple[int, MeetingFact | Judgement]]] = defaultdict(list)
    if asked:
        find_encounters(before.store)
        before.store.run(ANCHORS)
        before.store.insert("anchors", anchors_of(before, asked))
        for nr, article_id, telling in before.store.rows(TOLD_TOO):
            found[article_id].append((telling, asked[nr]))
    return found


def anchors_of(before: Before, asked: Sequence[MeetingFact | Judgement]) -> Iterator[tuple[int, str, int]]:
    """Yield the telling by whose words each correction of a meeting finds it."""
    articles = defaultdict(list)
    for nr, one in enumerate(asked):
        articles[article_of(one)].append((nr, one))
    for kept in drafts(before.store, filter(None, articles)):
        account = decoded(Account, kept.content)
        article_id = account.reading.dispatch.article_id
        for nr, one in articles[article_id]:
            span = span_of(one)
            told = tellings_at(account.reading, span) if span else []
            told = [at for at in told if at in account.of_telling]
            if not told:
                before.tell(one, "found no report of a meeting at that place; expected one")
            elif words_fit(account.reading, one, before.tell):
                yield nr, article_id, told[0]


def rewritten(before: Before, spread: Mapping[str, Spread], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the key of each article that corrections are about, and the part that holds its new draft."""
    seen: set[str] = set()
    used: set[str] = set()
    made = new_drafts(before, spread, seen, used)
    while batch := list(islice(made, DRAFTS_AT_ONCE)):
        part = write_part(folder, batch)
        yield from ((key, str(part)) for key, _ in batch)
    for one in before.book.corrections:
        article = article_of(one)
        if article is not None and article not in seen:
            before.tell(one, f"found no article {article}; expected it among those of the build")
        elif one.line not in used and (sought := sought_by(one)):
            before.tell(one, f"found no {sought}; expected one in {article or 'an article'}")


def sought_by(one: Correction) -> str | None:
    """What there must be for a correction to be of any use."""
    match one:
        case Naming():
            return f"name “{one.text}”"
        case Identity():
            return f"word for “{one.entity_id}”"
        case Judgement(table="participants", verdict="wrong"):
            return f"meeting with “{one.entity_id}”"
    return None


def new_drafts(
    before: Before, spread: Mapping[str, Spread], seen: set[str], used: set[str]
) -> Iterator[tuple[str, Draft]]:
    """Yield the key and the new draft of each article; note which were seen, and which lines were of use."""
    for kept in drafts(before.store, [*spread, *signs_of(before.book)]):
        reading = reading_of(kept)
        article_id = reading.dispatch.article_id
        found, lines = amended(reading, before.book, spread.get(article_id, ()), before.tell)
        seen.add(article_id)
        used |= lines
        yield kept.key, draft_of(found)


def signs_of(book: Book) -> Iterator[str]:
    """Yield the texts by which the articles are known that corrections are about."""
    for one in book.corrections:
        if article := article_of(one):
            yield article
        elif isinstance(one, Naming):
            yield one.text
        elif isinstance(one, Identity) or (isinstance(one, EntityCell) and one.field in KIND):
            yield book.own_key(one.entity_id)
    for key, names in book.names.items():
        yield key
        yield from (form for name in names if " " in name for form in (name, name.upper()))


def traits_of(book: Book) -> Traits:
    """What corrections say of the entities that they name, by key."""
    cells: dict[str, list[tuple[str, str | None]]] = {}
    for one in book.corrections:
        match one:
            case EntityCell():
                cells.setdefault(one.entity_id, []).append((one.field, one.value))
            case Judgement() if one.table == "entities" and one.entity_id:
                cells.setdefault(one.entity_id, [])
            case Identity() if one.article_id is None:
                cells.setdefault(one.into, [])
    return {
        entry.referent.key: Trait(id_, tuple(cells.get(id_, ())), id_ in cells)
        for id_, entry in book.entries.items()
    }
