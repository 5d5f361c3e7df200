"""The job title that goes with a person's name: before it, or in apposition on either side."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf, Token
from summitry.settings import MAX_TITLE_WORDS, REMEMBERED_WORDS

LINKING = frozenset({"of", "for", "and", "to", "-", "the"})
TO_COME = frozenset({"elect", "designate"})
MARKS_AROUND = frozenset({",", "(", "–", "—", "-", ";"})
CONTENT = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})


class Title(NamedTuple):
    """A job title as written, and whose it is: `spokesman` of `Putin` in “Putin’s spokesman”."""

    start: int
    end: int
    owner: tuple[int, int] | None = None


def title_of(leaf: Leaf, start: int, end: int) -> Title | None:
    """The title of the person named in `text[start:end]`, if one goes with the name."""
    return title_before(leaf, start) or apposition_before(leaf, start, end) or apposition_after(leaf, end)


def is_title(token: Token) -> bool:
    """Whether a word is a job title, in the singular or the plural."""
    return token.pos not in {"VERB", "AUX"} and names_an_office(token.lower)


@lru_cache(REMEMBERED_WORDS)
def names_an_office(word: str) -> bool:
    """Whether a word is on the list of titles, also in the plural, behind a hyphen or with `-elect`.

    >>> names_an_office("ministers"), names_an_office("vice-president"), names_an_office("president-elect")
    (True, True, True)
    """
    titles = word_list("job_titles")
    return (
        word in titles
        or word.removesuffix("s") in titles
        or word.rpartition("-")[2] in titles
        or word.removesuffix("-elect") in titles
    )


def title_before(leaf: Leaf, start: int) -> Title | None:
    """The title that stands right before a name: “Russian Foreign Minister Sergei Lavrov”."""
    match leaf.words_before(start, 1):
        case [before] if before.pos != "PUNCT" and not leaf.text[before.end : start].strip():
            return title_ending(leaf, before.index)
        case _:
            return None


def title_ending(leaf: Leaf, last: int) -> Title | None:
    """The title whose last word is the given token, with what belongs to it on the left."""
    run = list(run_back(leaf, last))
    heads = [index for index in run if is_title(leaf.tokens[index])]
    if not heads:
        return None
    head = heads[-1]
    after = behind_suffix(leaf.tokens[head + 1 : last + 1])
    if after and after[0].lower not in {"of", "for", "to"}:
        return None
    first = head
    for index in reversed([index for index in run if index < head]):
        if not belongs(leaf, index, first):
            break
        first = index
    while leaf.tokens[first].lower in LINKING:
        first += 1
    return Title(leaf.tokens[first].start, leaf.tokens[last].end, owner_before(leaf, first))


def behind_suffix(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind a title's last one, less a suffix that says it is still to come: `President-elect`."""
    match tokens:
        case [hyphen, suffix, *rest] if hyphen.text == "-" and suffix.lower in TO_COME:
            return rest
        case _:
            return tokens


def run_back(leaf: Leaf, last: int) -> Iterator[int]:
    """The tokens to the left, nearest last, that could be one title with the given token."""
    sentence = leaf.tokens[last].sentence
    first = last
    while first > 0 and last - first < MAX_TITLE_WORDS and leaf.tokens[first - 1].sentence == sentence:
        token = leaf.tokens[first - 1]
        if not (may_be_in_title(token) or token.lower in LINKING):
            break
        first -= 1
    first = first if may_be_in_title(leaf.tokens[first]) else first + 1
    return iter(range(first, last + 1))


def may_be_in_title(token: Token) -> bool:
    """Whether a word could be part of a title: a title word, or a capitalised name or adjective."""
    known = is_title(token) or token.lower in word_list("title_modifiers")
    return known or (token.text[0].isupper() and token.pos in CONTENT)


def belongs(leaf: Leaf, index: int, first: int) -> bool:
    """Whether the token at `index` is part of the title that so far starts at `first`."""
    token, inner = leaf.tokens[index], leaf.tokens[first]
    if token.lower == "and":
        left = leaf.tokens[index - 1] if index else token
        return is_title(left) or left.lower in word_list("title_modifiers")
    if token.lower in word_list("title_modifiers") or token.lower in LINKING:
        return True
    if names_a_country(inner.text):
        return False
    return token.text[0].isupper() and token.pos in CONTENT


def names_a_country(text: str) -> bool:
    """Whether a word is a country or of a country."""
    return bool(knowledge.country_named(text) or knowledge.country_of_demonym(text))


def owner_before(leaf: Leaf, first: int) -> tuple[int, int] | None:
    """Whose the title is: the name or pronoun that possesses it."""
    if first == 0:
        return None
    token = leaf.tokens[first - 1]
    if token.tag == "PRP$":
        return token.start, token.end
    if token.tag == "POS" and first > 1:
        owner = leaf.tokens[first - 2]
        return start_of_place(leaf, owner), owner.end
    return None


def start_of_place(leaf: Leaf, last: Token) -> int:
    """Where the known place of several words begins that ends with a word; else that word: `New Jersey`."""
    for before in leaf.tokens[max(0, last.index - 2) : last.index]:
        text = leaf.text[before.start : last.end]
        if knowledge.country_named(text) or knowledge.place_named(text):
            return before.start
    return last.start


def apposition_before(leaf: Leaf, start: int, end: int) -> Title | None:
    """The title in “Putin’s spokesman, Dmitry Peskov, said”."""
    match leaf.words_before(start, 2):
        case [last, mark] if mark.text == "," and closed(leaf, end):
            title = title_ending(leaf, last.index)
            return title if title and (title.owner or is_whole_phrase(leaf, title)) else None
        case _:
            return None


def is_whole_phrase(leaf: Leaf, title: Title) -> bool:
    """Whether a title is a noun phrase of its own: with an article, or opening its sentence with `of`."""
    first = leaf.token_at(title.start)
    if first is None:
        return False
    if first.index == leaf.sentences[first.sentence].first:
        return " of " in leaf.text[title.start : title.end]
    return leaf.tokens[first.index - 1].lower in {"the", "a", "an"}


def closed(leaf: Leaf, end: int) -> bool:
    """Whether a mark follows the name, as it does after an apposition."""
    following = leaf.token_at(end)
    return following is None or following.text in {",", ".", ")", ";", "–", "—", "”"}


def apposition_after(leaf: Leaf, end: int) -> Title | None:
    """The title in “Ann Lee, the foreign minister of Norway, said”."""
    mark = leaf.token_at(end)
    if mark is None or mark.text not in MARKS_AROUND or mark.start > end + 1:
        return None
    tokens = leaf.tokens[mark.index + 1 : mark.index + 1 + MAX_TITLE_WORDS]
    if tokens and (tokens[0].tag in {"DT", "PRP$"}):
        tokens = tokens[1:]
    elif owned := next((n for n, token in enumerate(tokens) if token.tag == "POS"), None):
        tokens = tokens[owned + 1 :]
    head = head_of_title(leaf, tokens)
    if head is None:
        return None
    last = complement_end(leaf, head.index)
    following = leaf.tokens[last + 1] if last + 1 < len(leaf.tokens) else None
    if following is not None and following.text[0].isupper():
        return None
    first = tokens[0].index
    return Title(leaf.tokens[first].start, leaf.tokens[last].end, owner_before(leaf, first))


def head_of_title(leaf: Leaf, tokens: Sequence[Token]) -> Token | None:
    """The title word that some words lead to, the last where several follow each other."""
    head = next((token for token in tokens if not (may_be_in_title(token) and not is_title(token))), None)
    while head is not None and head.index + 1 < len(leaf.tokens) and is_title(leaf.tokens[head.index + 1]):
        head = leaf.tokens[head.index + 1]
    return head if head is not None and is_title(head) else None


def complement_end(leaf: Leaf, head: int) -> int:
    """The last token of “minister of foreign affairs”, “head of the World Bank”."""
    last = head
    after = leaf.tokens[head + 1 :]
    if not after or after[0].lower not in {"of", "for", "to", "at"}:
        return last
    for token in after:
        if token.lower not in LINKING | {"at"} and token.pos not in {"PROPN", "NOUN", "ADJ", "DET"}:
            break
        if token.pos in {"PROPN", "NOUN"}:
            last = token.index
    return last
