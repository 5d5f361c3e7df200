"""Where a paragraph names something: what the model saw, mended by what the knowledge tables know."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from summitry import knowledge
from summitry.extract.mentions.agencies import start_of_agency
from summitry.extract.mentions.known import kind_known, known_names
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.words import word_list, word_lists
from summitry.page import Leaf, Token
from summitry.settings import MAX_NAME_WORDS, REMEMBERED_WORDS

NEXT_WORD = re.compile(r"\s*[^ ]*")
PIECE = re.compile(r"\S+")
ARTICLE = re.compile(r"(?:the|a|an) (?=\S)", re.IGNORECASE)
LEADING_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")
JOINING = frozenset({"of", "for", "and"})
EDGE = " \t\"'“”‘’«»,.;:-–—()[]"

OWNED = re.compile(r"['’]s (?=[A-Z])")
SENTENCE_END = re.compile(
    r"(?<=[^\W\d_][^\W\d_A-Z]{3})(?<!Corp)(?<!Prof)(?<!Capt)(?<!Dept)\.[”\"’]? (?=[A-Z])"
)
STOP = re.compile(r"[.,–—•-]")
COMMA = re.compile(r", (?!(?:Inc|Ltd|LLC|Co|Corp|Jr|Sr|[SN]\.A)\b|[a-z])| [-–—•] ")
MINISTRY = re.compile(
    r"(?:Ministry|Department|Committee|Office|Minister|Federation|College|Faculty|School|Institute)\b"
)
# “Rs.30”, “I’m”
NO_NAME = re.compile(r"(?:Rs|Tk|Rp|Ksh)\.? ?\d|I[’‘'](?:m|ve|ll|d)\b")
OPENS_EVENT = re.compile(
    r"(?:Hurricane|Typhoon|Cyclone|Tropical (?:Storm|Depression|Cyclone)|(?:Battle|Siege|War) (?:of|in|on)) "
    r"|.*\b(?:Conference|Summit|Expo|Day) (?:on|for|against) "
)
"""Storms, battles and conferences, by what they open with: `Hurricane Zelda`, `Conference on Salt`."""
MANY = frozenset({"people", "workers", "children", "nations", "farmers", "teachers", "students"})
"""Words whose possessive stands inside the names of bodies: `Supreme People’s Court`."""

OF_MODEL: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "LAW": "document",
}


def find_names(leaf: Leaf) -> list[Named]:
    """The names of a paragraph, longest and best known first where two compete, in reading order."""
    known = list(known_names(leaf))
    seen = [named for name in leaf.names for named in model_name(leaf, name.start, name.end, name.label)]
    return reconciled(leaf, known, seen)


def model_name(leaf: Leaf, start: int, end: int, label: str) -> Iterator[Named]:
    """Yield what the model takes for a name, less article, possessive and marks around it."""
    kind = OF_MODEL.get(label)
    if kind is None:
        return
    parts = [(start, end)]
    if kind == "person" and (joint := leaf.text.find(" and ", start, end)) >= 0:
        parts = [(start, joint), (joint + len(" and "), end)]
    for first, last in [piece for part in parts for piece in parted(leaf.text, *part, kind)]:
        bracket = leaf.text.find(" (", first, last)
        last = bracket if bracket > 0 else last  # noqa: PLW2901  # “World Health Organization (WHO”
        low, high = trimmed(leaf.text, first, last)
        low, high = untailed(leaf.text, low, high) if kind == "organization" else (low, high)
        low = unopened(leaf, low, high)
        text = leaf.text[low:high]
        if text and looks_like_a_name(text):
            yield Named(low, high, kind_by_ending(text) or kind)


def parted(text: str, start: int, end: int, kind: NameKind) -> Iterator[tuple[int, int]]:
    """Yield the pieces of what the model takes for one name, but holds an owner or the end of a sentence.

    >>> text = "Norsk’s Ann Lund. Ole Berg"
    >>> [text[first:last] for first, last in parted(text, 0, len(text), "person")]
    ['Norsk', 'Ann Lund', 'Ole Berg']
    """
    for stop in stops_in(text, start, end):
        yield from owned(text, start, stop.start(), kind)
        start = stop.end()
    yield from owned(text, start, end, kind)


def stops_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the ends of sentences and the commas within what the model takes for one name.

    The commas of ministries and firms belong to their names: `Ministry of Education, Science and Sports`.
    """
    if not STOP.search(text, start, end):
        return
    stops = list(SENTENCE_END.finditer(text, start, end))
    if not MINISTRY.match(text, start, end):
        stops += COMMA.finditer(text, start, end)
    yield from sorted(stops, key=re.Match.start)


def owned(text: str, start: int, end: int, kind: NameKind) -> Iterator[tuple[int, int]]:
    """Yield owner and owned apart, but for owners within the names of bodies: `Queen’s College`."""
    mark = OWNED.search(text, start, end)
    if mark and parts_there(text[start : mark.start()], text[mark.end() : end], kind):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def parts_there(owner: str, thing: str, kind: NameKind) -> bool:
    """Whether an owner is no part of the name of what it owns."""
    last = owner.rpartition(" ")[2].lower()
    if last in MANY or last.endswith("men") or thing.lower() in word_list("body_nouns"):
        return bool(kind_known(owner))
    if kind == "person" or kind_known(owner):
        return thing.rpartition(" ")[2].lower() not in word_list("body_nouns") or bool(kind_known(owner))
    return " " in LEADING_ARTICLE.sub("", owner)


def untailed(text: str, start: int, end: int) -> tuple[int, int]:
    """A body without the job title or the person that follows it: `White House` of “White House Adviser”.

    >>> untailed("White House Adviser", 0, 19), untailed("Norsk Bank Peter Roe", 0, 20)
    ((0, 11), (0, 10))
    """
    words = list(PIECE.finditer(text[start:end]))
    heads = word_lists("body_nouns", "body_endings", "event_nouns")
    if len(words) > 1 and words[-1].group().lower() in word_list("job_titles"):
        return start, start + words[-2].end()
    for before, word in pairwise(words[:-1]):
        if before.group().lower() in heads and is_called(word.group()):
            return start, start + before.end()
    return start, end


def is_called(word: str) -> bool:
    """Whether people are called so, and no place is."""
    return knowledge.is_given_name(word) and not kind_known(word)


def unopened(leaf: Leaf, start: int, end: int) -> int:
    """Where a name begins without the word that opens its sentence: `Lund` of “Following Lund”."""
    first = leaf.token_at(start)
    if first is None or first.end >= end or first.lower not in word_list("opening_words"):
        return start
    opens = first.index == leaf.sentences[first.sentence].first
    return leaf.tokens[first.index + 1].start if opens else start


@lru_cache(REMEMBERED_WORDS)
def kind_by_ending(text: str) -> NameKind | None:
    """Whether a word says that it is an event or a document: `Silk River Forum`, `Fair Trade Act`.

    >>> kind_by_ending("Silk River Forum"), kind_by_ending("Fair Trade Act"), kind_by_ending("Forum")
    ('event', 'document', None)
    >>> kind_by_ending("Hurricane Zelda"), kind_by_ending("First Conference on Salt")
    ('event', 'event')
    """
    words = text.split()
    if len(words) > 1 and words[-1].lower() in word_list("event_nouns"):
        return None if knowledge.organization_named(text) else "event"
    if len(words) > 1 and OPENS_EVENT.match(text):
        return "event"
    return "document" if len(words) > 1 and words[-1].lower() in word_list("document_nouns") else None


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
        if article := ARTICLE.match(text, start, end):
            start = article.end()
        if possessive := POSSESSIVE.search(text, start, end):
            end = possessive.start()
    return start, end


@lru_cache(REMEMBERED_WORDS)
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
        if name.kind == "country" and (start := start_of_agency(leaf, name.start)) is not None:
            found = [other for other in found if other.end <= start]
            body = Named(start, name.end, "organization")
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
    """Whether what the model calls a name is none: a hashtag, a sum, a job title or its field."""
    if leaf.text.endswith(("#", "@"), 0, name.start) or NO_NAME.match(leaf.text, name.start, name.end):
        return True
    words = leaf.text[name.start : name.end].lower().split()
    if len(words) > 1 and words[0] in word_list("job_titles") and words[1] in {"of", "for"}:
        return True
    if name.kind == "organization" and word_behind(leaf.text, name.end).lower() in word_list("job_titles"):
        first = leaf.text[name.start : name.end].split()[0]
        national = knowledge.country_of_demonym(first) or knowledge.country_named(first)
        if national and len(words) > 1 and words[-1] not in word_list("body_nouns"):
            return knowledge.organization_named(leaf.text[name.start : name.end]) is None
    shouted = leaf.text[name.start : name.start + 2].isupper()
    if (shouted or name.kind != "person") and " ".join(words) in word_list("abbreviations"):
        return True
    return word_lists("job_titles", "title_modifiers").issuperset(words)


def word_behind(text: str, end: int) -> str:
    """The word that follows a place in a text, up to the next space.

    >>> word_behind("Oslo police chief, who", 4), word_behind("Oslo", 4)
    ('police', '')
    """
    following = NEXT_WORD.match(text, end)
    return following[0].lstrip() if following else ""


def overlap(one: Named, other: Named) -> bool:
    """Whether two names share a character."""
    return one.start < other.end and other.start < one.end


def believable(leaf: Leaf, name: Named, seen: list[Named]) -> bool:
    """Whether a known name is meant here: towns share their names with people and plain words."""
    if name.kind == "demonym" and is_namesake(leaf, name, seen):
        return False
    sure = name.kind in {"country", "demonym", "seat", "event", "organization"}
    if sure or " " in leaf.text[name.start : name.end] or any(overlap(name, other) for other in seen):
        return True
    token = leaf.token_at(name.start)
    return token is not None and token.pos == "PROPN" and token.tag != "NNPS"


def is_namesake(leaf: Leaf, name: Named, seen: list[Named]) -> bool:
    """Whether the model takes what may be one of a people for someone's name: `Finn` without an article."""
    token = leaf.token_at(name.start)
    country = knowledge.country_of_demonym(leaf.text[name.start : name.end])
    adjective = country is None or leaf.text[name.start : name.end] in country.adjectives
    if token is None or adjective or Named(name.start, name.end, "person") not in seen:
        return False
    return token.index == 0 or leaf.tokens[token.index - 1].pos not in {"DET", "ADJ", "NUM"}


def beats(model: Named, known: Named) -> bool:
    """Whether the model's longer name holds against the known one inside it."""
    if model.start <= known.start and known.end <= model.end and model.length > known.length:
        if model.kind == "person":
            return known.kind != "demonym"
        return model.kind in {"organization", "event", "document", "place"} or known.kind == "city"
    return model.length > known.length and model.kind == "person" and known.kind in {"city", "place"}
