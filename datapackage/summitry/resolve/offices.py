"""Whose office a noun phrase names: `the Russian foreign minister`, `his Japanese counterpart`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf, Span, Token
from summitry.resolve.discourse import Discourse, unique
from summitry.resolve.persons import of_person
from summitry.resolve.referents import Referent
from summitry.settings import HANDOVER_DAYS

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
OWNER_AFTER = re.compile(r" of ((?:the )?[A-Z][\w’'.-]*(?: (?:and )?[A-Z][\w’'-]*)*)")

# “ from Turkey, Iran and the United States”
FROM_COUNTRIES = re.compile(
    r" (?:from|of|in) ((?:(?:,? and |, )?(?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)+)"
)


def in_office(discourse: Discourse, span: Span) -> list[Referent]:
    """The one holder, on the day of the article, of an office that a phrase names with its country.

    Nobody where the words say that it is another time (`the former …`, `…-elect`), where the sentence speaks
    of another year, or where the office changed hands within some weeks.
    """
    on = discourse.page.dispatch.published_on
    leaf = discourse.page.leaves[span.passage]
    text = with_owner(leaf, span)
    country = knowledge.country_of_title(text)
    kind = knowledge.kind_of_title(text)
    if on is None or country is None or kind is None or is_of_another_time(leaf, span, on):
        return []
    return holder(discourse, country, kind, text, on)


def counterpart(discourse: Discourse, span: Span) -> list[Referent]:
    """Whom `his Japanese counterpart` means: the holder of the office that was named before, elsewhere.

    Of several countries (“his counterparts from Turkey and Iran”) all of them, or nobody.
    """
    leaf = discourse.page.leaves[span.passage]
    kind, title = next(offices_before(discourse, leaf, span), (None, ""))
    return (
        holders(discourse, span, [(one, kind) for one in countries_meant(leaf, span)], title) if kind else []
    )


def each_in_office(
    discourse: Discourse, span: Span, countries: Sequence[Referent], head: str
) -> list[Referent]:
    """Who holds an office in each of some countries: “the Russian and Japanese foreign ministers”."""
    leaf = discourse.page.leaves[span.passage]
    words = list(leaf.words_in(span.start, span.end))[:-1]
    words = words[next((at for at, word in reversed(list(enumerate(words))) if not is_field(word)), -1) + 1 :]
    title = " ".join([*(word.text for word in words), head])
    owners = [one for each in countries if (one := knowledge.country(each.country_code or ""))]
    offices = [(one, kind) for one in owners if (kind := knowledge.kind_of_title(title, one.code))]
    return holders(discourse, span, offices, title) if len(offices) == len(countries) else []


def holders(
    discourse: Discourse, span: Span, offices: Sequence[tuple[knowledge.Country, str]], title: str
) -> list[Referent]:
    """Who holds some offices, each of a country and of a kind; nobody unless all of them are known."""
    on = discourse.page.dispatch.published_on
    leaf = discourse.page.leaves[span.passage]
    if on is None or is_of_another_time(leaf, span, on):
        return []
    found = [
        named_in_office(discourse, country, kind) or holder(discourse, country, kind, title, on)
        for country, kind in offices
    ]
    return [one for people in found for one in people] if all(len(people) == 1 for people in found) else []


def countries_meant(leaf: Leaf, span: Span) -> list[knowledge.Country]:
    """The countries that a phrase names, or what follows it: `from Turkey and Iran`."""
    words = leaf.words_in(span.start, span.end)
    inside = [one for word in words if (one := knowledge.country_of_demonym(word.text))]
    behind = FROM_COUNTRIES.match(leaf.text, span.end)
    if inside or not behind:
        return inside
    named = re.split(r",? and |, ", behind[1])
    return [one for name in named if (one := knowledge.country_named(name.removeprefix("the ")))]


def holder(
    discourse: Discourse, country: knowledge.Country, kind: str, title: str, on: date
) -> list[Referent]:
    """The one holder of an office, if it was the same some weeks before and the article names no other."""
    now, before = (
        {
            term.person.person_id: term.person
            for term in knowledge.holders(country.code, kind, day)
            if kind != "head_of_state" or is_called(term, title)
        }
        for day in (on, on - timedelta(days=HANDOVER_DAYS))
    )
    if len(now) != 1 or set(now) != set(before):
        return []
    one = of_person(next(iter(now.values())), on, frozenset({country.code}))
    if any(other.key != one.key for other in named_in_office(discourse, country, kind)):
        return []
    discourse.found.append(one)
    return [one]


def is_called(term: knowledge.Term, title: str) -> bool:
    """Whether a head of state has that title: a queen is no president.

    >>> queen = knowledge.holders("GBR", "head_of_state", date(2017, 4, 28))[0]
    >>> is_called(queen, "British president"), is_called(queen, "British queen")
    (False, True)
    """
    return any(word in term.title.lower().split() for word in title.lower().split())


def named_in_office(discourse: Discourse, country: knowledge.Country, kind: str) -> list[Referent]:
    """The people whom the article names with a title of that office, and of no other country."""
    return unique(
        one
        for mention, one in discourse.linked("person")
        if mention.title
        and one.country_code in {None, country.code}
        and knowledge.kind_of_title(discourse.page.words(mention.title), country.code) == kind
        and not is_past(discourse.page.words(mention.title))
    )


def offices_before(discourse: Discourse, leaf: Leaf, span: Span) -> Iterator[tuple[str, str]]:
    """Yield the offices that the paragraph names before a phrase, the nearest first, by kind and title."""
    titles = [
        (mention.title.start, discourse.page.words(mention.title), one.country_code)
        for mention, one in discourse.linked("person")
        if mention.title and mention.title.passage == leaf.index and mention.title.start < span.start
    ]
    nouns: list[tuple[int, str, str | None]] = [
        (token.start, leaf.text[first_of_title(leaf, token).start : token.end], None)
        for token in leaf.words_in(0, span.start)
        if token.lower in word_list("job_titles")
    ]
    for _, text, code in sorted(titles + nouns, key=lambda found: -found[0]):
        if kind := knowledge.kind_of_title(text, code):
            yield kind, text


def first_of_title(leaf: Leaf, head: Token) -> Token:
    """The first word of a job title without a name, its country included: `Russian` of `Russian minister`."""
    first = head.index
    while first > 0 and is_modifier(leaf.tokens[first - 1]):
        first -= 1
    return leaf.tokens[first]


def is_field(token: Token) -> bool:
    """Whether a word tells which office a title is of: `foreign` before `minister`."""
    return token.lower in word_list("title_modifiers")


def is_modifier(token: Token) -> bool:
    """Whether a word before a title can belong to it: `foreign`, `Russian`."""
    return is_field(token) or knowledge.country_of_demonym(token.text) is not None


def with_owner(leaf: Leaf, span: Span) -> str:
    """A phrase with the country behind it, and without its article: `prime minister of Japan`."""
    text = leaf.text[span.start : span.end]
    after = OWNER_AFTER.match(leaf.text, span.end)
    text = re.sub(r"^(?:[Tt]he|[Bb]oth) ", "", text)
    return f"{text}{after[0]}" if after and knowledge.country_named(after[1]) else text


def is_of_another_time(leaf: Leaf, span: Span, on: date) -> bool:
    """Whether a phrase or its sentence speaks of another time than that of the article."""
    sentence = sentence_of(leaf, span)
    words = leaf.text[sentence.start : sentence.end]
    return is_past(leaf.text[span.start : span.end]) or any(
        int(year) != on.year for year in YEAR.findall(words)
    )


def is_past(title: str) -> bool:
    """Whether a title is held no more, not yet, or in someone's place: `former`, `-elect`, `acting`.

    >>> is_past("former prime minister"), is_past("president-elect"), is_past("prime minister")
    (True, True, False)
    """
    return any(word in word_list("tenure_words") for word in re.split(r"[\s-]+", title.lower()))


def sentence_of(leaf: Leaf, span: Span) -> Span:
    """The sentence that a stretch begins in."""
    for sentence in leaf.sentences:
        tokens = leaf.tokens[sentence.first : sentence.last]
        if tokens and tokens[-1].end > span.start:
            return Span(leaf.index, tokens[0].start, tokens[-1].end)
    return span
