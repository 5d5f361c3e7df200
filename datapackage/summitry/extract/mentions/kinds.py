"""What each name of an article stands for, judged by all places where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import log2
from typing import NamedTuple, TypeVar

from summitry import knowledge
from summitry.extract.mentions.cues import cues_around, cues_of
from summitry.extract.mentions.known import kind_known, place_kind
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.mentions.names import OF_MODEL
from summitry.extract.words import word_map
from summitry.page import Leaf, Page
from summitry.settings import CUE_TIMES, MIN_LEANING, REMEMBERED_WORDS, SURNAME_SHARE

Item = TypeVar("Item")

SETTLED: frozenset[NameKind] = frozenset({"country", "demonym", "event", "seat"})
FIXED: frozenset[NameKind] = SETTLED | {"document"}

STORM = re.compile(r"(?:Hurricane|Typhoon|Cyclone|Tropical Storm) [A-Z]\w+$")
JOINT = re.compile(r", (?:and |or )?| (?:and|or|&) |/")
ABBREVIATION = re.compile(r" \((?:the )?[“\"‘]?$")

THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "NORP", "LANGUAGE"})
"""What the model calls names of things and of peoples."""

WHERE = tuple(
    f" {word} " for word in ("in", "to", "from", "at", "near", "across", "into", "of", "for", "via")
)

SORT: dict[str, str] = {
    "person": "person",
    "organization": "body",
    "place": "place",
    "city": "place",
    "country": "place",
    "seat": "place",
}


class Leaning(NamedTuple):
    """How much speaks for each kind."""

    person: float = 0
    organization: float = 0
    place: float = 0
    thing: float = 0
    """None of these, and no event or document: a disease, a program, a film, a ship."""

    def with_(self, other: "Leaning", share: float = 1) -> "Leaning":
        """Both together, the other by a share.

        >>> Leaning(1, 0, 0).with_(Leaning(2, 1, 0), 0.5)
        Leaning(person=2.0, organization=0.5, place=0.0, thing=0.0)
        """
        return Leaning(
            self.person + share * other.person,
            self.organization + share * other.organization,
            self.place + share * other.place,
            self.thing + share * other.thing,
        )

    @property
    def kind(self) -> NameKind:
        """The likeliest kind."""
        kinds: tuple[NameKind, ...] = ("organization", "person", "place", "thing")
        values = (self.organization, self.person, self.place, self.thing)
        return kinds[values.index(max(values))]


@cache
def weights() -> dict[str, Leaning]:
    """What each cue says."""
    return {
        cue: Leaning(*(float(word) for word in says.split()))
        for cue, says in word_map("kind_weights").items()
    }


def kinds_of(page: Page, named: list[list[Named]]) -> dict[str, NameKind]:
    """For each name the kind that the article as a whole gives it."""
    places: dict[str, list[tuple[Leaf, Named]]] = {}
    for leaf, names in zip(page.leaves, named, strict=True):
        for name in names:
            places.setdefault(leaf.text[name.start : name.end], []).append((leaf, name))
    fixed = {text: kind for text, where in places.items() if (kind := fixed_kind(text, where))}
    fixed |= {
        short: kind
        for full, short in abbreviations_of(page, named)
        if (kind := fixed.get(full)) in {"event", "document"}
    }
    fixed |= {text.split()[-1]: "event" for text in fixed if STORM.match(text)}
    things = things_seen(page)
    leanings = {
        text: leaning_of(page, text, where, things[text])
        for text, where in places.items()
        if text not in fixed
    }
    leanings = in_company(page, named, leanings, fixed)
    leanings = with_short_forms(leanings)
    kinds = {
        text: fixed.get(text) or named_kind(text, leanings[text])
        for text, where in places.items()
        if text in fixed or (leanings[text].kind != "thing" and is_name(leanings[text], where))
    }
    full = [text.split() for text, kind in kinds.items() if kind == "person" and " " in text]
    for words in full:
        kinds.setdefault(words[-1], "person")
    short = {words[0] for words in full if knowledge.is_given_name(words[0])}
    short |= {words[-1] for words in full if knowledge.is_given_name(words[0]) and not words[-1].isupper()}
    called = (text for text, kind in kinds.items() if kind == "country" and text in short)
    return kinds | {text: "person" for text in called if not any(is_where(*place) for place in places[text])}


def is_where(leaf: Leaf, name: Named) -> bool:
    """Whether a name stands behind a preposition as a country does: “in Jordan”, “king of Jordan”."""
    return leaf.text[: name.start].lower().endswith(WHERE)


def is_name(leaning: Leaning, where: Iterable[tuple[Leaf, Named]]) -> bool:
    """Whether a name was seen as one, or enough speaks for what it is."""
    return any(name.kind != "unsure" for _, name in where) or max(leaning) >= MIN_LEANING


def abbreviations_of(page: Page, named: list[list[Named]]) -> Iterator[tuple[str, str]]:
    """Yield each name and the abbreviation of it that follows in brackets."""
    for leaf, names in zip(page.leaves, named, strict=True):
        for one, other in pairwise(names):
            full, short = leaf.text[one.start : one.end], leaf.text[other.start : other.end]
            if ABBREVIATION.fullmatch(leaf.text[one.end : other.start]) and is_short_for(short, full):
                yield full, short


def named_kind(text: str, leaning: Leaning) -> NameKind:
    """The kind of a name with that leaning; places with what sort they are known for."""
    return (place_kind(text) or "place") if leaning.kind == "place" else leaning.kind


def fixed_kind(text: str, where: Iterable[tuple[Leaf, Named]]) -> NameKind | None:
    """The kind of a name that needs no judging: countries, events, known bodies."""
    votes = tally(name.kind for _, name in where)
    kind = min(votes, key=lambda kind: (kind not in SETTLED, -votes[kind], kind))
    if kind in FIXED:
        return kind
    return "organization" if kind_known(text) == "organization" else None


def things_seen(page: Page) -> Counter[str]:
    """How often the model takes which words for a thing or a people: an `iPhone`, “Hamlet”, `Berber`."""
    return Counter(
        leaf.text[seen.start : seen.end]
        for leaf in page.leaves
        for seen in leaf.names
        if seen.label in THINGS
    )


def leaning_of(page: Page, text: str, where: list[tuple[Leaf, Named]], things: int) -> Leaning:
    """What the name itself, the words around each place of it and the model say."""
    around = tally(cue for leaf, name in where for cue in set(cues_around(leaf, name.start, name.end)))
    leaning = leaning_alone(text)
    for cue, count in sorted(around.items()):
        leaning = leaning.with_(weights()[cue], min(count, CUE_TIMES))
    labels = tally(label for leaf, name in where if (label := label_at(leaf, name)))
    labels["thing"] = things
    seen = len(where) + things
    for label, count in sorted(labels.items()):
        leaning = leaning.with_(weights()[f"model {label}"], count / seen * (1 + 0.3 * log2(seen)))
    on = page.dispatch.published_on
    if on and " " not in text and not kind_known(text) and knowledge.leaders_called(text, on):
        leaning = leaning.with_(weights()["leader"])
    return leaning


def tally(items: Iterable[Item]) -> dict[Item, int]:
    """How often each of a few things is there: a `Counter` takes longer to make than to fill.

    >>> tally("abba")
    {'a': 2, 'b': 2}
    """
    found: dict[Item, int] = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return found


@lru_cache(REMEMBERED_WORDS)
def leaning_alone(text: str) -> Leaning:
    """What the name says by itself."""
    leaning = Leaning()
    for cue in cues_of(text):
        leaning = leaning.with_(weights()[cue])
    return leaning


def label_at(leaf: Leaf, name: Named) -> str | None:
    """What the model takes the words of a name for."""
    for seen in leaf.names:
        if seen.start < name.end and name.start < seen.end:
            kind = OF_MODEL.get(seen.label)
            return kind if kind in {"person", "organization", "place"} else None
    return None


def in_company(
    page: Page, named: list[list[Named]], leanings: Mapping[str, Leaning], fixed: Mapping[str, NameKind]
) -> dict[str, Leaning]:
    """The leanings with what stands beside each name: lists and abbreviations agree."""
    found = dict(leanings)
    for full, short in abbreviations_of(page, named):
        if full in found and short in found:
            found[full] = found[full].with_(leanings[short], 0.3)
            found[short] = found[full].with_(leanings[short], 0.3)
        elif short in found and (sort := SORT.get(fixed[full])):
            found[short] = found[short].with_(weights()[f"is a {sort}"])
    for (text, sort), count in sorted(company_of(page, named, leanings, fixed).items()):
        if text in found:
            found[text] = found[text].with_(weights()[f"beside a {sort}"], min(count, CUE_TIMES))
    return found


def company_of(
    page: Page, named: list[list[Named]], leanings: Mapping[str, Leaning], fixed: Mapping[str, NameKind]
) -> Counter[tuple[str, str]]:
    """How often each name stands in a list beside what sort of name."""
    beside: Counter[tuple[str, str]] = Counter()
    for leaf, names in zip(page.leaves, named, strict=True):
        for one, other in pairwise(names):
            if not JOINT.fullmatch(leaf.text[one.end : other.start]):
                continue
            first, second = leaf.text[one.start : one.end], leaf.text[other.start : other.end]
            for mine, theirs in ((first, second), (second, first)):
                kind = fixed.get(theirs) or leanings[theirs].kind
                if kind in SORT:
                    beside[mine, SORT[kind]] += 1
    return beside


def is_short_for(short: str, full: str) -> bool:
    """Whether a name in brackets is an abbreviation: letters of the full name in their order.

    >>> is_short_for("CSG", "Canal Study Group"), is_short_for("Ann Lund", "Canal Study Group")
    (True, False)
    """
    if " " in short or len(short) >= len(full):
        return False
    letters = iter(full.lower())
    return short[0].lower() == full[0].lower() and all(letter in letters for letter in short.lower())


def with_short_forms(leanings: Mapping[str, Leaning]) -> dict[str, Leaning]:
    """The leanings with what longer names say of their shorter forms, and the other way round."""
    found = dict(leanings)
    for text in sorted(leanings):
        if " " not in text:
            continue
        words = text.split()
        kind = leanings[text].kind
        if kind == "thing":
            part = " ".join(words[:-1])
            if part in found:
                found[part] = found[part].with_(Leaning(0, 0, 0, 1), 1.5)
            continue
        if kind == "person":
            for part, share in ((words[-1], SURNAME_SHARE), (words[0], 1.5)):
                if part in found and part != text:
                    found[part] = found[part].with_(Leaning(1, 0, 0), share)
                    found[text] = found[text].with_(leanings[part], 0.3)
        else:
            for part in sorted({words[0], " ".join(words[:-1])}):
                if part in found and not knowledge.place_named(part):
                    found[part] = found[part].with_(
                        Leaning(0, 1, 0) if kind == "organization" else Leaning(0, 0, 1), 1.5
                    )
    return found
