"""Where a paragraph names something: what the model saw, mended by what the knowledge tables know."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf, Token
from summitry.settings import MAX_NAME_WORDS

NameKind = Literal[
    "person", "organization", "country", "city", "place", "seat", "event", "document", "demonym"
]

# “U.S.”, “Côte”, “O’Brien”; not the “’s” of “Japan’s”
WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’](?!s\b)\w+)*")
POSSESSIVE = re.compile(r"['’]s?$")
JOINING = frozenset({"of", "for", "and"})
EDGE = " \t\"'“”‘’«»,.;:-–—()[]"

NO_EVENTS = frozenset({"holiday", "period"})
"""Times, not things that happened."""

OF_MODEL: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "LAW": "document",
}


class Named(NamedTuple):
    """A stretch of a paragraph that names something."""

    start: int
    end: int
    kind: NameKind

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start


def find_names(leaf: Leaf) -> list[Named]:
    """The names of a paragraph, longest and best known first where two compete, in reading order."""
    known = list(known_names(leaf))
    seen = [named for name in leaf.names for named in model_name(leaf, name.start, name.end, name.label)]
    return reconciled(leaf, known, seen)


def known_names(leaf: Leaf) -> Iterator[Named]:
    """Yield the longest names that the knowledge tables hold, without overlap."""
    words = list(WORD.finditer(leaf.text))
    at = 0
    while at < len(words):
        taken = 1
        if may_begin(words[at].group()) and leaf.text[words[at].end() : words[at].end() + 1] != "$":
            for count in range(min(MAX_NAME_WORDS, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + count - 1].end()
                if kind := kind_known(leaf.text[start:end]):
                    yield Named(start, end, kind)
                    taken = count
                    break
        at += taken


def may_begin(word: str) -> bool:
    """Whether a name can begin with this word: with a capital, and not with an article."""
    return word[0].isupper() and word not in {"The", "A", "An"}


def kind_known(text: str) -> NameKind | None:
    """What the knowledge tables say a name stands for.

    >>> kind_known("Moscow"), kind_known("Russians"), kind_known("Abcdef")
    ('city', 'demonym', None)
    """
    if knowledge.country_named(text):
        return "country"
    if knowledge.country_of_demonym(text) or knowledge.place_of_adjective(text):
        return "demonym"
    if event := knowledge.event_named(text):
        return None if event.kind in NO_EVENTS else "event"
    if knowledge.organization_named(text) and not knowledge.seat_named(text):
        return "organization"
    return place_kind(text)


def place_kind(text: str) -> NameKind | None:
    """What sort of place below a country a name is known for.

    >>> place_kind("Kremlin"), place_kind("Moscow"), place_kind("Siberia")
    ('seat', 'city', 'place')
    """
    if knowledge.seat_named(text):
        return "seat"
    if knowledge.country_of_capital(text):
        return "city"
    places = knowledge.place_named(text)
    return ("city" if places[0].type == "city" else "place") if places else None


def model_name(leaf: Leaf, start: int, end: int, label: str) -> Iterator[Named]:
    """Yield what the model takes for a name, less article, possessive and marks around it."""
    kind = OF_MODEL.get(label)
    parts = [(start, end)]
    if kind == "person" and (joint := leaf.text.find(" and ", start, end)) >= 0:
        parts = [(start, joint), (joint + len(" and "), end)]
    for first, last in parts:
        bracket = leaf.text.find(" (", first, last)
        last = bracket if bracket > 0 else last  # noqa: PLW2901  # “World Health Organization (WHO”
        low, high = trimmed(leaf.text, first, last)
        text = leaf.text[low:high]
        if kind is not None and text and looks_like_a_name(text):
            yield Named(low, high, "event" if is_event(text) else kind)


def is_event(text: str) -> bool:
    """Whether a name ends in a word for an event: `Silk River Forum`.

    >>> is_event("Silk River Forum"), is_event("Forum")
    (True, False)
    """
    words = text.split()
    return len(words) > 1 and words[-1].lower() in word_list("event_nouns")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without a leading article, a trailing possessive and marks at its edges.

    >>> trimmed("the Soviet Union’s", 0, 18)
    (4, 16)
    """
    before = None
    while before != (start, end):
        before = start, end
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE and not text[start:end].endswith((".S.", ".K.", ".N.")):
            end -= 1
        if article := re.match(r"(?:the|a|an) (?=\S)", text[start:end], re.IGNORECASE):
            start += article.end()
        if possessive := POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
    return start, end


def looks_like_a_name(text: str) -> bool:
    """Whether a stretch begins and ends as names do.

    >>> [looks_like_a_name(text) for text in ("World Bank", "less than 10km", "eBay")]
    [True, False, True]
    """
    words = text.split()
    small = word_list("name_particles")
    return (
        any(character.isupper() for character in words[0])
        and any(character.isupper() for character in words[-1])
        and all(any(c.isupper() for c in word) or word in small or word[0].isdigit() for word in words)
    )


def reconciled(leaf: Leaf, known: Iterable[Named], seen: Iterable[Named]) -> list[Named]:
    """One reading of the paragraph out of two: no two names overlap."""
    known, seen = list(known), [name for name in seen if not spurious(leaf, name)]
    chosen = [name for name in known if believable(leaf, name, seen)]
    for name in seen:
        rivals = [other for other in chosen if overlap(name, other)]
        if all(beats(name, rival) for rival in rivals):
            chosen = [other for other in chosen if other not in rivals]
            chosen.append(name)
    return with_national_bodies(leaf, sorted(set(chosen)))


def with_national_bodies(leaf: Leaf, names: list[Named]) -> list[Named]:
    """The names with each nation's body in one piece: `Spanish Foreign Ministry`."""
    found: list[Named] = []
    for name in names:
        end = body_end(leaf, name) if name.kind in {"demonym", "country"} else None
        body = Named(name.start, end, "organization") if end else name
        if found and overlap(found[-1], body):
            continue
        if found and is_of(leaf, found[-1], name):
            body = Named(found.pop().start, name.end, "organization")
        found.append(body)
    return found


def is_of(leaf: Leaf, body: Named, country: Named) -> bool:
    """Whether a body is a country's by its name: `Ministry of Foreign Affairs of Chile`."""
    between = leaf.text[body.end : country.start]
    words = leaf.text[body.start : body.end].lower().split()
    national = body.kind == "organization" and country.kind == "country" and between in {" of ", " of the "}
    return national and words[0] in word_list("body_nouns")


def body_end(leaf: Leaf, name: Named) -> int | None:
    """Where the name of a body ends that begins with a nation's adjective; none if no body follows."""
    first = leaf.token_at(name.end)
    if first is None or first.start != name.end + 1:
        return None
    end: int | None = None
    for token in leaf.tokens[first.index : first.index + MAX_NAME_WORDS]:
        if token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}:
            if not goes_on(leaf, token, end):
                continue
            if begins_title(leaf, token, end):
                break
            end = token.end
        elif end is None or token.lower not in JOINING:
            break
    return end


def goes_on(leaf: Leaf, token: Token, end: int | None) -> bool:
    """Whether a capitalised word belongs to the name of a body that so far reaches to `end`."""
    if token.lower in word_list("body_nouns"):
        return True
    return end is not None and (end == token.start - 1 or leaf.tokens[token.index - 1].lower in JOINING)


def begins_title(leaf: Leaf, token: Token, end: int | None) -> bool:
    """Whether the title of one who serves a body begins after it: `Deputy` of “Foreign Ministry Deputy”."""
    if token.lower in word_list("job_titles"):
        return True
    bodies = word_list("body_nouns")
    qualifies = token.lower in word_list("title_modifiers") and token.lower not in bodies
    return qualifies and end == token.start - 1 and leaf.tokens[token.index - 1].lower in bodies


def spurious(leaf: Leaf, name: Named) -> bool:
    """Whether what the model calls a name is only a job title, or the field of one: `Trade` Minister."""
    words = leaf.text[name.start : name.end].lower().split()
    following = leaf.text[name.end :].lstrip().partition(" ")[0].lower()
    if len(words) > 1 and words[0] in word_list("job_titles") and words[1] in {"of", "for"}:
        return True
    if name.kind == "organization" and following in word_list("job_titles"):
        first = leaf.text[name.start : name.end].split()[0]
        national = knowledge.country_of_demonym(first) or knowledge.country_named(first)
        if national and len(words) > 1 and words[-1] not in word_list("body_nouns"):
            return knowledge.organization_named(leaf.text[name.start : name.end]) is None
    return all(word in word_list("job_titles") or word in word_list("title_modifiers") for word in words)


def overlap(one: Named, other: Named) -> bool:
    """Whether two names share a character."""
    return one.start < other.end and other.start < one.end


def believable(leaf: Leaf, name: Named, seen: list[Named]) -> bool:
    """Whether a known name is meant here: towns share their names with people and plain words."""
    sure = name.kind in {"country", "demonym", "seat", "event", "organization"}
    if sure or " " in leaf.text[name.start : name.end] or any(overlap(name, other) for other in seen):
        return True
    token = leaf.token_at(name.start)
    return token is not None and token.pos == "PROPN" and token.tag != "NNPS"


def beats(model: Named, known: Named) -> bool:
    """Whether the model's longer name holds against the known one inside it."""
    if model.start <= known.start and known.end <= model.end and model.length > known.length:
        if model.kind == "person":
            return known.kind != "demonym"
        return model.kind in {"organization", "event", "document", "place"} or known.kind == "city"
    return model.length > known.length and model.kind == "person" and known.kind in {"city", "place"}
