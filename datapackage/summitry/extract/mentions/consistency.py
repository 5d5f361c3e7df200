"""One article uses a name for one thing: the paragraphs are read together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summitry import knowledge
from summitry.extract.mentions.kinds import kinds_of
from summitry.extract.mentions.known import kind_known
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.mentions.names import overlap, trimmed
from summitry.extract.mentions.spans import joined, with_abbreviations, with_unclaimed
from summitry.extract.words import word_list, word_lists
from summitry.page import Leaf, Page
from summitry.settings import MIN_REPEATED_CHARS, PLAIN_NAME

PIECE = re.compile(r"\S+")
WORD = re.compile(r"[^\W\d_][\w.’'-]*")
# a word that ends its sentence, or owns what follows
CLOSED = re.compile(r"[^\W\d_]{4}\.$|['’]s?$")


def consistent(page: Page, named: list[list[Named]]) -> list[list[Named]]:
    """The names of all paragraphs, with titles cut off, kinds agreeing and missed repetitions added."""
    named = [
        with_abbreviations(leaf, joined(leaf, names)) for leaf, names in zip(page.leaves, named, strict=True)
    ]
    named = [
        whole(leaf, [untitled(leaf, name) for name in with_titled(leaf, names)])
        for leaf, names in zip(page.leaves, named, strict=True)
    ]
    named = without_neighbours(page, named)
    surnames = {
        leaf.text[name.start : name.end].split()[-1]
        for leaf, names in zip(page.leaves, named, strict=True)
        for name in names
        if name.kind == "person"
    }
    named = [
        [part for name in names for part in parted(leaf, name, surnames)]
        for leaf, names in zip(page.leaves, named, strict=True)
    ]
    named = [with_unclaimed(leaf, names) for leaf, names in zip(page.leaves, named, strict=True)]
    kinds = kinds_of(page, named)
    agreed = [
        [
            Named(name.start, name.end, kinds[text])
            for name in names
            if (text := leaf.text[name.start : name.end]) in kinds
        ]
        for leaf, names in zip(page.leaves, named, strict=True)
    ]
    sought = repeatable(kinds)
    return [with_repetitions(leaf, names, sought) for leaf, names in zip(page.leaves, agreed, strict=True)]


def without_neighbours(page: Page, named: list[list[Named]]) -> list[list[Named]]:
    """The names less what stands beside a person whom the article names so elsewhere: `Welder Ann Lund`."""
    full = {
        leaf.text[name.start : name.end]
        for leaf, names in zip(page.leaves, named, strict=True)
        for name in names
        if name.kind == "person" and " " in leaf.text[name.start : name.end]
    }
    small = {token.text for leaf in page.leaves for token in leaf.tokens if token.text.islower()}
    return [
        [led(leaf, name, full, small) for name in names]
        for leaf, names in zip(page.leaves, named, strict=True)
    ]


def led(leaf: Leaf, name: Named, full: set[str], small: set[str]) -> Named:
    """A name from where one of those people's begins, if the words before are no names of people."""
    if name.kind not in {"person", "organization", "place"}:
        return name
    words = list(PIECE.finditer(leaf.text[name.start : name.end]))
    if len(words) <= PLAIN_NAME:
        return name
    for word, following in pairwise(words[:-1]):
        start = name.start + following.start()
        lead = word.group().strip("“”\"'‘’().")
        other = lead.lower() in small or bool(kind_known(lead)) or name.kind == "organization"
        own = knowledge.is_given_name(lead) and lead.lower() not in word_list("job_titles")
        if other and not own and leaf.text[start : name.end] in full:
            return Named(start, name.end, "person")
    for word, following in pairwise(words[1:]):
        end = name.start + word.end()
        if (
            name.kind == "person"
            and leaf.text[name.start : end] in full
            and following.group().lower() in small
        ):
            return Named(name.start, end, "person")
    return name


def parted(leaf: Leaf, name: Named, surnames: set[str]) -> list[Named]:
    """A stretch with two people in it as two: “Lee and Roe”."""
    text = leaf.text[name.start : name.end]
    first, joint, second = text.partition(" and ")
    if not joint or not {first, second} <= surnames:
        return [name]
    middle = name.start + len(first)
    return [Named(name.start, middle, "person"), Named(middle + len(joint), name.end, "person")]


def with_titled(leaf: Leaf, names: list[Named]) -> list[Named]:
    """The names and those that only their title shows: `Emeka Ajaruwa` of “President Emeka Ajaruwa”."""
    found = list(names)
    titles = word_list("job_titles")
    for token in leaf.tokens[:-1]:
        if token.lower not in titles or not token.text[0].isupper():
            continue
        following = leaf.tokens[token.index + 1]
        if following.start != token.end + 1:
            continue
        if following.pos != "PROPN" or not following.text[0].isupper() or kind_known(following.text):
            continue
        name = Named(following.start, following.end, "person")
        titled = following.lower in word_lists("job_titles", "title_modifiers")
        if not titled and not any(overlap(name, other) for other in found):
            found.append(name)
    return sorted(with_given_name(leaf, name) for name in found)


def with_given_name(leaf: Leaf, name: Named) -> Named:
    """A word that no table knows, with the given name right before it, as a person: `Aino` before “Lind”."""
    text = leaf.text[name.start : name.end]
    token = leaf.token_at(name.start)
    if (
        name.kind not in {"organization", "place"}
        or " " in text
        or kind_known(text)
        or not token
        or not token.index
    ):
        return name
    given = leaf.tokens[token.index - 1]
    named = given.pos == "PROPN" and given.end + 1 == name.start and knowledge.gender_of(given.text)
    return Named(given.start, name.end, "person") if named and not kind_known(given.text) else name


def whole(leaf: Leaf, names: list[Named]) -> list[Named]:
    """The names with those of people made whole: “Emeka” before “Ajaruwa”, “Do-hwan” after “Kim”."""
    taken = {name for name in names if name.kind != "person"}
    if len(taken) == len(names):
        return names
    words = list(WORD.finditer(leaf.text))
    found: list[Named] = []
    for name in names:
        if name.kind == "person":
            start, end = grown(leaf, words, name, taken)
            name = Named(start, end, "person")  # noqa: PLW2901  # the same name, whole
            found = [other for other in found if not overlap(other, name)]
        found.append(name)
    return found


def grown(leaf: Leaf, words: Sequence[re.Match[str]], name: Named, taken: set[Named]) -> tuple[int, int]:
    """Where a person's name begins and ends when its unclaimed neighbours are taken in."""
    first = bisect_left(words, name.start, key=re.Match.start)
    last = bisect_right(words, name.end + 1, key=re.Match.end) - 1
    if first > last:
        return name.start, name.end
    end = name.end
    while first > 0 and adjoins(leaf, words[first - 1], words[first], taken):
        first -= 1
    while last + 1 < len(words) and adjoins(leaf, words[last + 1], words[last], taken):
        last += 1
        end = words[last].end()
    return min(name.start, words[first].start()), trimmed(leaf.text, name.start, end)[1]


def adjoins(leaf: Leaf, word: re.Match[str], known: re.Match[str], taken: set[Named]) -> bool:
    """Whether a neighbouring word belongs to a person's name: a capitalised proper noun with no other use."""
    between = leaf.text[min(word.end(), known.end()) : max(word.start(), known.start())]
    if between != " " or CLOSED.search(min(word, known, key=re.Match.start).group()):
        return False
    token = leaf.token_at(word.start()) if word.group()[0].isupper() else None
    if token is None or token.pos != "PROPN":
        return False
    if has_other_use(word.group()):
        return False
    return not any(name.start < word.end() and word.start() < name.end for name in taken)


def has_other_use(word: str) -> bool:
    """Whether a word is no part of a person's name: a title, a month, an office, a known name."""
    text = word.lower()
    titles = word_lists("job_titles", "title_modifiers", "honorifics")
    if not titles.isdisjoint({text, text.rstrip("."), f"{text}.", text.removesuffix("s")}) or is_trade(word):
        return True
    return text in word_lists("calendar_words", "portfolio_words") or bool(kind_known(word))


def untitled(leaf: Leaf, name: Named) -> Named:
    """A person's name without the job title that the model took in."""
    if name.kind == "organization" and is_addressed(leaf.text[name.start : name.end]):
        name = name._replace(kind="person")
    if name.kind != "person":
        return name
    before = word_lists("job_titles", "title_modifiers", "honorifics")
    start = name.start
    words = list(PIECE.finditer(leaf.text[name.start : name.end]))
    for word in words[:-1]:
        title = word.group().lower()
        trade = len(words) > PLAIN_NAME and is_trade(word.group())
        if before.isdisjoint({title, title.removesuffix("s")}) and not trade:
            break
        start = name.start + word.end() + 1
    return name._replace(start=start)


def is_trade(word: str) -> bool:
    """Whether a word says what someone does, and nobody is called so: `Podcaster`, not `Baker`."""
    if word.lower() not in word_list("person_nouns"):
        return False
    return not (knowledge.is_given_name(word) or knowledge.is_surname(word))


def is_addressed(text: str) -> bool:
    """Whether a name opens as a form of address does and ends as no body does.

    >>> is_addressed("Dr. Lund"), is_addressed("Sir Ole Berg Trust")
    (True, False)
    """
    words = text.lower().split()
    if len(words) <= 1 or words[0] not in word_list("honorifics") or not {"&", "and"}.isdisjoint(words):
        return False
    bodies = word_lists("body_nouns", "body_endings")
    return bodies.isdisjoint(words) and not (kind_known(text) or knowledge.company_named(text))


def is_abbreviation(text: str, kind: NameKind) -> bool:
    """Whether a short name is the abbreviation of a body: `PA`, not `Xi`."""
    return text.isupper() and len(text) > 1 and kind == "organization"


def with_repetitions(leaf: Leaf, names: list[Named], kinds: dict[str, NameKind]) -> list[Named]:
    """The names of a paragraph and every further place that repeats a name of the article."""
    found = list(names)
    for text, kind in kinds.items():
        if text in leaf.text:
            for start in places_of(text, leaf.text):
                again = Named(start, start + len(text), kind)
                if not any(overlap(again, other) for other in found):
                    found.append(again)
    return sorted(found)


def repeatable(kinds: dict[str, NameKind]) -> dict[str, NameKind]:
    """The names that are looked for again, the longest first: of the shortest only abbreviations."""
    return {
        text: kinds[text]
        for text in sorted(kinds, key=lambda text: (-len(text), text))
        if len(text) >= MIN_REPEATED_CHARS or is_abbreviation(text, kinds[text])
    }


def places_of(name: str, text: str) -> Iterator[int]:
    """Yield where a name stands as words of its own in a text, not as a part of a word or behind a hyphen.

    >>> list(places_of("Roe", "Roe met Munroe, Ann-Roe and Roe’s Roeburg"))
    [0, 28]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[start - 1 : start], text[end : end + 1]
        whole_word = not (before == "-" or in_word(before) or in_word(after))
        if whole_word:
            yield start
        start = text.find(name, end if whole_word else start + 1)


def in_word(character: str) -> bool:
    """Whether a character can be part of a word; none at both ends of a text."""
    return character.isalnum() or character == "_"
