"""Where a name begins and ends: the halves of bodies and places joined, abbreviations added."""

import re
from collections.abc import Iterable
from functools import lru_cache

from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.mentions.names import overlap
from summitry.extract.mentions.titles import LINKING, title_before
from summitry.extract.words import word_list, word_lists
from summitry.page import Leaf, Token
from summitry.settings import MAX_UNCLAIMED_WORDS, MIN_REPEATED_CHARS, REMEMBERED_WORDS, SMALL_WORD

OPENING_MARKS = frozenset("“‘\"'«(:;-–—•")

BRACKETED = re.compile(r" \(([A-Z][\w&/-]{1,9})\)")


def joined(leaf: Leaf, names: Iterable[Named]) -> list[Named]:
    """The names, with bodies and places in one piece whose last word says what they are: `Ostby Police`."""
    found = list(names)
    for token in leaf.tokens:
        kind = kind_of_head(token) if token.pos == "PROPN" else None
        if kind is None or before_title(leaf, token):
            continue
        first = first_of_run(leaf, token)
        run = Named(leaf.tokens[first].start, token.end, kind)
        rivals = [name for name in found if overlap(name, run)]
        if first == token.index or not rivals or not all(fits(leaf, name, run) for name in rivals):
            continue
        found = [name for name in found if name not in rivals] + [run]
    return sorted(found)


def kind_of_head(token: Token) -> NameKind | None:
    """What a name is that ends in this proper noun."""
    if not token.text[0].isupper():
        return None
    if token.lower in word_list("joining_bodies"):
        return "organization"
    return "place" if token.lower in word_list("joining_places") else None


def before_title(leaf: Leaf, token: Token) -> bool:
    """Whether a job title follows, to which the word may belong: `Police Chief`."""
    following = leaf.tokens[token.index + 1] if token.index + 1 < len(leaf.tokens) else None
    return following is not None and following.text[0].isupper() and following.pos in {"PROPN", "NOUN"}


def first_of_run(leaf: Leaf, token: Token) -> int:
    """The first of the capitalised words that lead to a word without a gap."""
    first = token.index
    while first > 0:
        before = leaf.tokens[first - 1]
        beside = before.end + 1 == leaf.tokens[first].start and before.sentence == token.sentence
        if not (beside and before.text[0].isupper() and before.pos in {"PROPN", "ADJ", "NOUN"}):
            break
        if before.lower in word_lists("job_titles", "honorifics", "calendar_words"):
            break
        first -= 1
    return first


def fits(leaf: Leaf, name: Named, run: Named) -> bool:
    """Whether a name is a part of a longer one, and no owner or person beside it."""
    inside = run.start <= name.start and name.end <= run.end and name.length < run.length
    return (
        inside
        and name.kind in {"organization", "place", "city", "person"}
        and (name.kind != "person" or " " not in leaf.text[name.start : name.end])
    )


def with_abbreviations(leaf: Leaf, names: Iterable[Named]) -> list[Named]:
    """The names and the abbreviations in brackets behind them: “Canal Study Group (CSG)”."""
    found = list(names)
    for place in BRACKETED.finditer(leaf.text):
        short = Named(place.start(1), place.end(1), "organization")
        full = next((name for name in found if name.end == place.start()), None) or spelled_out(leaf, place)
        claimed = any(overlap(short, name) for name in found)
        if full is None or claimed or not may_abbreviate(place.group(1), full):
            continue
        found = [name for name in found if not overlap(name, full)] + [full]
        found.append(short._replace(kind=full.kind if full.kind != "person" else "organization"))
    return sorted(found)


def may_abbreviate(text: str, full: Named) -> bool:
    """Whether a word in brackets can be the abbreviation of a name: of capitals mostly, or of a body."""
    capitals = sum(letter.isupper() for letter in text)
    if text.lower() in word_list("abbreviations"):
        return False
    return capitals * 2 >= len(text) or full.kind == "organization"


def spelled_out(leaf: Leaf, place: re.Match[str]) -> Named | None:
    """The words before a bracket whose capitals are the abbreviation in it."""
    words = list(re.finditer(r"[^\W\d_][\w’'-]*", leaf.text[: place.start()]))[-10:]
    capitals = ""
    for word in reversed(words):
        if word.group()[0].isupper():
            capitals = word.group()[0] + capitals
        if capitals == place.group(1).upper():
            return Named(word.start(), place.start(), "organization") if len(capitals) > 1 else None
        if len(capitals) >= len(place.group(1)):
            return None
    return None


def with_unclaimed(leaf: Leaf, names: Iterable[Named]) -> list[Named]:
    """The names and the capitalised words that nobody claims, which may be names: `unsure` until judged."""
    found = list(names)
    taken = [(name.start, name.end) for name in found] + [(name.start, name.end) for name in leaf.names]
    proper = [token for token in leaf.tokens if token.pos == "PROPN" and may_be_name(leaf, token, taken)]
    found += [
        Named(run[0].start, run[-1].end, "unsure")
        for run in runs_of(proper)
        if len(run) <= MAX_UNCLAIMED_WORDS and not is_field(leaf, run[0])
    ]
    return sorted(found)


def runs_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """Some tokens in runs of neighbours with one space between them."""
    runs: list[list[Token]] = []
    for token in tokens:
        last = runs[-1][-1] if runs else None
        if last and last.index + 1 == token.index and last.end + 1 == token.start:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def is_field(leaf: Leaf, first: Token) -> bool:
    """Whether a word begins the field of an office: `Economic` of “Minister of Economic Affairs”."""
    before = leaf.tokens[first.index - 1]
    return before.lower in LINKING and title_before(leaf, first.start) is not None


def may_be_name(leaf: Leaf, token: Token, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether a proper noun is capitalised within a sentence as names are, and has no other use."""
    if not token.text[0].isupper() or len(token.text) < MIN_REPEATED_CHARS:
        return False
    first = leaf.tokens[leaf.sentences[token.sentence].first]
    if token.index == first.index or leaf.tokens[token.index - 1].text in OPENING_MARKS:
        return False
    if any(start < token.end and token.start < end for start, end in taken) or is_heading(leaf, token):
        return False
    return not in_other_use(token.text)


def is_heading(leaf: Leaf, token: Token) -> bool:
    """Whether most longer words of the sentence are capitalised, as in headlines."""
    sentence = leaf.sentences[token.sentence]
    words = [
        one.text
        for one in leaf.tokens[sentence.first : sentence.last]
        if len(one.text) > SMALL_WORD and one.text[0].isalpha()
    ]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


@lru_cache(REMEMBERED_WORDS)
def in_other_use(word: str) -> bool:
    """Whether a capitalised word is no name: a title, a month, an abbreviation of a thing."""
    words = word_lists(
        "job_titles",
        "title_modifiers",
        "honorifics",
        "calendar_words",
        "abbreviations",
        "event_nouns",
        "body_nouns",
        "place_nouns",
        "document_nouns",
        "portfolio_words",
    )
    plain = word.lower().rstrip(".")
    return plain in words or plain.removesuffix("s") in words
