"""One article uses a name for one thing: the paragraphs are read together."""

import re
from collections import Counter

from summitry.extract.mentions.names import Named, NameKind, overlap
from summitry.extract.words import word_list
from summitry.page import Leaf, Page

SETTLED: frozenset[NameKind] = frozenset({"country", "demonym", "event", "seat"})


def consistent(page: Page, named: list[list[Named]]) -> list[list[Named]]:
    """The names of all paragraphs, with titles cut off, kinds agreeing and missed repetitions added."""
    named = [
        [untitled(leaf, name) for name in names] for leaf, names in zip(page.leaves, named, strict=True)
    ]
    kinds = kinds_of(page, named)
    agreed = [
        [name._replace(kind=kinds.get(leaf.text[name.start : name.end], name.kind)) for name in names]
        for leaf, names in zip(page.leaves, named, strict=True)
    ]
    return [
        with_repetitions(leaf, names, kinds) for leaf, names in zip(page.leaves, agreed, strict=True)
    ]


def untitled(leaf: Leaf, name: Named) -> Named:
    """A person's name without the job title that the model took in."""
    if name.kind != "person":
        return name
    titles, modifiers = word_list("job_titles"), word_list("title_modifiers")
    start = name.start
    words = list(re.finditer(r"\S+", leaf.text[name.start : name.end]))
    for word in words[:-1]:
        if word.group().lower() not in titles | modifiers | word_list("honorifics"):
            break
        start = name.start + word.end() + 1
    return name._replace(start=start)


def kinds_of(page: Page, named: list[list[Named]]) -> dict[str, NameKind]:
    """For each name the kind that the article as a whole gives it."""
    votes: dict[str, Counter[NameKind]] = {}
    for leaf, names in zip(page.leaves, named, strict=True):
        for name in names:
            votes.setdefault(leaf.text[name.start : name.end], Counter())[name.kind] += 1
    kinds = {text: settled(count) for text, count in votes.items()}
    for text in [text for text, kind in kinds.items() if kind == "person" and " " in text]:
        for part in {text.split()[0], text.split()[-1]}:
            if kinds.get(part) not in SETTLED and part in kinds:
                kinds[part] = "person"
        kinds.setdefault(text.split()[-1], "person")
    return kinds


def settled(votes: Counter[NameKind]) -> NameKind:
    """The kind with the most votes; knowledge first, then the order of the alphabet."""
    return min(votes, key=lambda kind: (kind not in SETTLED, -votes[kind], kind))


def with_repetitions(leaf: Leaf, names: list[Named], kinds: dict[str, NameKind]) -> list[Named]:
    """The names of a paragraph and every further place that repeats a name of the article."""
    found = list(names)
    for text in sorted(kinds, key=lambda text: (-len(text), text)):
        if len(text) < 3 or text not in leaf.text:  # noqa: PLR2004  # “US”, “Xi”: found by knowledge or the model
            continue
        for place in re.finditer(rf"(?<![\w-]){re.escape(text)}(?!\w)", leaf.text):
            again = Named(place.start(), place.end(), kinds[text])
            if not any(overlap(again, other) for other in found):
                found.append(again)
    return sorted(found)
