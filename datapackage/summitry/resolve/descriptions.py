"""Whom `the two leaders`, `the countries` and `the prime minister` mean."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf, Span, Token
from summitry.resolve.discourse import Discourse, unique
from summitry.resolve.offices import counterpart, each_in_office, in_office
from summitry.resolve.persons import country_of_title
from summitry.resolve.referents import Referent, of_country

LEADING_KINDS = ("head_of_government", "head_of_state", "leader")

PAIR = 2
SINGULAR_NOUNS = frozenset({"NN", "NNP"})


def described(discourse: Discourse, span: Span) -> list[Referent]:
    """Those whom a noun phrase without a name means: `the two leaders`, `the prime minister`."""
    leaf = discourse.page.leaves[span.passage]
    words = list(leaf.words_in(span.start, span.end))
    if words and words[-1].lemma == "counterpart":
        return counterpart(discourse, span)
    if not words or words[0].lower not in {"the", "both", "two"}:
        return in_office(discourse, span) if names_an_office(words) else []
    head = head_of(words)
    if head.tag == "NNS":
        return several_described(discourse, span, words)
    if head.tag in SINGULAR_NOUNS and head.lower in word_list("job_titles"):
        return holding(discourse, leaf, head) or in_office(discourse, span)
    if head.tag in SINGULAR_NOUNS and head.lower in word_list("body_nouns"):
        return body_called(discourse, span, head)
    return []


def head_of(words: Sequence[Token]) -> Token:
    """The noun that a phrase is about: the last before `of`, if that is a job title, else the last word."""
    of = next((place for place, word in enumerate(words) if word.lower == "of"), 0)
    return words[of - 1] if of and words[of - 1].lower in word_list("job_titles") else words[-1]


def names_an_office(words: Sequence[Token]) -> bool:
    """Whether a phrase ends in a job title behind a country: `Japan’s foreign minister`."""
    return (
        bool(words)
        and words[-1].lower in word_list("job_titles")
        and any(word.tag == "POS" for word in words[:-1])
    )


def several_described(discourse: Discourse, span: Span, words: Sequence[Token]) -> list[Referent]:
    """Those whom a plural means: leaders of countries, leaders who met, or their countries."""
    leaf = discourse.page.leaves[span.passage]
    head = words[-1]
    if head.lemma in word_list("leader_nouns"):
        if owners := owners_after(discourse, leaf, head) or owners_within(words):
            return leaders_of(discourse, owners) or each_in_office(discourse, span, owners, head.lemma)
        met = [one for one in discourse.group_of(words) if one.type == "person"]
        return met or titled_alike(discourse, head)
    if head.lemma not in word_list("state_nouns"):
        return []
    found = unique(
        replace(of_country(country), named=one.named)
        for one in discourse.group_of(words)
        if (country := knowledge.country(one.country_code or ""))
    )
    discourse.found += found
    return found


def titled_alike(discourse: Discourse, head: Token) -> list[Referent]:
    """The only two people of the article with this title: “the ministers said”."""
    people = unique(
        [
            one
            for mention, one in discourse.linked("person")
            if mention.title and head.lemma in discourse.page.words(mention.title).lower().split()
        ]
    )
    return people if len(people) == PAIR else []


def body_called(discourse: Discourse, span: Span, head: Token) -> list[Referent]:
    """The body named last before whose name has this noun: `the ministry`."""
    found = [
        one
        for mention, one in discourse.linked("organization")
        if (mention.span.passage, mention.span.end) <= (span.passage, span.start)
        and head.lemma in mention.text.lower().split()
    ]
    return found[-1:]


def owners_after(discourse: Discourse, leaf: Leaf, head: Token) -> list[Referent]:
    """The countries in “the leaders of Russia and Japan”."""
    of = next(
        (leaf.tokens[child] for child in leaf.children[head.index] if leaf.tokens[child].lower == "of"),
        None,
    )
    if of is None:
        return []
    inside = leaf.subtree(of.index)
    span = Span(leaf.index, leaf.tokens[inside[0]].start, leaf.tokens[inside[-1]].end)
    return [one for one in discourse.known_in(span) if one.position == "country"]


def owners_within(words: Sequence[Token]) -> list[Referent]:
    """The countries in “the Russian and Japanese ministers”."""
    return [of_country(one) for word in words if (one := knowledge.country_of_demonym(word.text))]


def leaders_of(discourse: Discourse, countries: Sequence[Referent]) -> list[Referent]:
    """The leaders of some countries whom the article names; none unless each has just one."""
    found = []
    for country in countries:
        people = unique(
            one
            for one in discourse.links.values()
            if one.type == "person" and leads(one, country, discourse.page.dispatch.published_on)
        )
        if len(people) != 1:
            return []
        on = discourse.page.dispatch.published_on
        found += [
            replace(one, source="offices", named=None) if leads_by_office(one, country, on) else one
            for one in people
        ]
    return unique(found)


def leads(person: Referent, country: Referent, on: date | None) -> bool:
    """Whether a person is head of state or government of a country, by knowledge or by the article."""
    if person.country_code != country.country_code or country.country_code is None:
        return False
    head = (person.position or "").lower()
    return leads_by_office(person, country, on) or any(
        head.startswith(word) for word in word_list("leader_titles")
    )


def leads_by_office(person: Referent, country: Referent, on: date | None) -> bool:
    """Whether a person is known to have led a country on that day."""
    if on is None or country.country_code is None or not person.wikidata_id:
        return False
    held = (
        term.person.person_id
        for kind in LEADING_KINDS
        for term in knowledge.holders(country.country_code, kind, on)
    )
    return person.key in held


def holding(discourse: Discourse, leaf: Leaf, head: Token) -> list[Referent]:
    """The one person of the article with this title: `the prime minister`."""
    first = head.index
    while first > 0 and leaf.tokens[first - 1].lower in word_list("title_modifiers"):
        first -= 1
    title = leaf.text[leaf.tokens[first].start : head.end].lower()
    country = country_of_title(leaf.text[leaf.tokens[max(0, first - 1)].start : head.end])
    people = unique(
        one
        for mention, one in discourse.linked("person")
        if mention.title
        and f" {title} " in f" {discourse.page.words(mention.title).lower()} "
        and country in {None, one.country_code}
    )
    if len(people) > 1:
        near = {one.key for _, one in discourse.spoken[-1:]}
        people = [one for one in people if one.key in near]
    return people if len(people) == 1 else []
