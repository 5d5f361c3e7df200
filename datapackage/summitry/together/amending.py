"""Articles as corrections would have them: those that one is about get new drafts in the place of the old."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from summitry.curated import Correction, tombstone
from summitry.curated.amending import Spread, amended, of_meetings, tellings_at, words_fit
from summitry.curated.book import (
    Book,
    article_of,
    entities_of,
    flaws,
    lost,
    new_entries,
    removals,
    span_of,
)
from summitry.curated.rows import EntityCell, Identity, Judgement, MeetingFact, Naming
from summitry.errors import UnfitCorrections
from summitry.parts import Kept, decoded, drafts_in, write_part
from summitry.resolve.drafts import Draft, draft_of
from summitry.resolve.entities import Entry
from summitry.resolve.reading import Reading
from summitry.resolve.within import Account
from summitry.settings import DRAFTS_AT_ONCE
from summitry.together.encounters import find_encounters
from summitry.together.entities import Trait, Traits, find_entities
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
        before = Before(base, book_of(base, corrections), {})
        spread = spread_of(before)
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


def book_of(base: Store, corrections: Sequence[Correction]) -> Book:
    """The corrections, the entities that they name, and the names of those that are to be removed."""
    named = {id_ for one in corrections for id_ in entities_of(one)}
    gone = set(removals(corrections))
    entries = new_entries(corrections)
    removed: set[str] = set()
    for id_, key, entry in base.rows("SELECT id, key, entry FROM ids"):
        if id_ in named:
            entries[id_] = decoded(Entry, entry)
        if gone and not gone.isdisjoint({id_, tombstone("entities", id_)}):
            removed.add(key)
    stop_at(lost(corrections, entries))
    return Book(tuple(corrections), entries, names_of(base, removed))


def names_of(base: Store, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """How some things are called in all articles, by key."""
    names: dict[str, set[str]] = {key: set() for key in sorted(keys)}
    for draft in drafts(base, names):
        for one in draft.known:
            if one.key in names:
                names[one.key].update(text for text, _ in one.names)
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
        elif isinstance(one, Naming | Identity) and one.line not in used:
            sought = f"name “{one.text}”" if isinstance(one, Naming) else f"word for “{one.entity_id}”"
            before.tell(one, f"found no {sought}; expected one in {article or 'an article'}")


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
        elif isinstance(one, Identity):
            yield book.key(one.entity_id)
    for key, names in book.names.items():
        yield from (key, *(name for name in names if " " in name))


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
