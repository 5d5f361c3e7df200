"""Whom `he`, `they` and `the two leaders` mean, by who was spoken of before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.page import Leaf, Page, Span, Token
from summitry.resolve.persons import country_of_title
from summitry.resolve.referents import Referent, of_country

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "their", "both", "the two"})
FEMALE = frozenset({"she", "her", "hers"})
SIZES = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
LEADING_KINDS = ("head_of_government", "head_of_state", "leader")
JOINING = frozenset({"and", "both", "the", ",", "&", "or", "as", "well"})


@dataclass(slots=True)
class Discourse:
    """An article as it is read: its names, what they mean, and who spoke last."""

    page: Page
    mentions: Sequence[FoundMention]
    links: dict[int, Referent]
    spoken: list[tuple[Span, Referent]] = field(default_factory=list)
    """Who said each quote that was read so far, and where the quote stands."""
    groups: list[tuple[Referent, ...]] = field(default_factory=list)
    """The people of each encounter told so far, two or more."""
    found: list[Referent] = field(default_factory=list)
    """What noun phrases mean that no name in the article does."""

    @property
    def pair(self) -> tuple[Referent, ...]:
        """The people whose encounter was told last."""
        return self.groups[-1] if self.groups else ()

    def group_of(self, words: Sequence[Token]) -> tuple[Referent, ...]:
        """The people meant by `the three leaders`: those last told to meet who are so many."""
        size = next((SIZES[token.lower] for token in words if token.lower in SIZES), None)
        return next((group for group in reversed(self.groups) if size in {None, len(group)}), ())

    def named_in(self, span: Span) -> list[int]:
        """The indexes of the mentions inside a stretch."""
        return [index for index, mention in enumerate(self.mentions) if span.holds(mention.span)]

    def who(self, span: Span) -> list[Referent]:
        """Those whom a name, a pronoun or a noun phrase means; none where that is not certain."""
        text = self.page.words(span)
        if text.lower() in SINGULAR:
            one = self.singular(span)
            return [one] if one else []
        if text.lower() in PLURAL:
            return [] if self.others_meant(span) else list(self.pair)
        if text.lower() == "it":
            return self.body_before(span)
        inside = self.named_in(span)
        if inside and self.only_names(span, inside):
            return unique(self.links[index] for index in inside if index in self.links)
        return self.described(span)

    def others_meant(self, span: Span) -> bool:
        """Whether `they` means nameless people or things that the sentence spoke of before."""
        leaf = self.page.leaves[span.passage]
        pronoun = leaf.token_at(span.start)
        known = word_list("leader_nouns") | word_list("state_nouns")
        return pronoun is not None and any(
            token.tag == "NNS" and is_subject(token) and token.lemma not in known
            for token in leaf.tokens[: pronoun.index]
            if token.sentence == pronoun.sentence
        )

    def only_names(self, span: Span, inside: Sequence[int]) -> bool:
        """Whether a stretch is nothing but names, their titles, and what joins them."""
        leaf = self.page.leaves[span.passage]
        covered = [self.mentions[index].span for index in inside if self.mentions[index].form != "demonym"]
        covered += [title for index in inside if (title := self.mentions[index].title)]
        if not covered:
            return False
        return all(
            token.lower in JOINING
            or any(part.start <= token.start and token.end <= part.end for part in covered)
            for token in leaf.words_in(span.start, span.end)
        )

    def singular(self, span: Span) -> Referent | None:
        """The person whom `he` or `she` at this place means."""
        female = self.page.words(span).lower() in FEMALE
        order = [*self.in_sentence(span), *self.before(span)]
        return next((one for one in order if fits(one, female=female)), None)

    def in_sentence(self, span: Span) -> Iterator[Referent]:
        """Yield the people named earlier in the sentence: subjects of the clauses around first, then the nearest."""
        leaf = self.page.leaves[span.passage]
        pronoun = leaf.token_at(span.start)
        if pronoun is None:
            return
        earlier = [
            (index, token)
            for index in self.people_before(span)
            if (token := head_token(leaf, self.mentions[index].span)) and token.sentence == pronoun.sentence
        ]
        allowed = [(index, token) for index, token in earlier if not argues_with(leaf, pronoun, token)]
        above = set(ancestors(leaf, pronoun))
        subjects = [index for index, token in allowed if is_subject(token) and token.head in above]
        others = [index for index, _ in reversed(allowed) if index not in subjects]
        yield from (self.links[index] for index in [*reversed(subjects), *others])

    def people_before(self, span: Span) -> list[int]:
        """The indexes of the linked people named before a place in its paragraph."""
        return [
            index
            for index, mention in enumerate(self.mentions)
            if mention.type == "person"
            and index in self.links
            and mention.span.passage == span.passage
            and mention.span.end <= span.start
        ]

    def before(self, span: Span) -> Iterator[Referent]:
        """Yield the people of earlier sentences and paragraphs, the likeliest first."""
        for passage in range(span.passage, max(-1, span.passage - 3), -1):
            said = [
                one
                for place, one in self.spoken
                if place.passage == passage
                and place.start < span.start
                or place.passage == passage < span.passage
            ]
            yield from reversed(said)
            here = [
                index
                for index, mention in enumerate(self.mentions)
                if mention.type == "person"
                and index in self.links
                and mention.span.passage == passage
                and (passage < span.passage or mention.span.end <= span.start)
            ]
            leaf = self.page.leaves[passage]
            subjects = [
                index
                for index in here
                if (token := head_token(leaf, self.mentions[index].span)) and is_subject(token)
            ]
            yield from (self.links[index] for index in reversed(subjects))
            yield from (self.links[index] for index in reversed([one for one in here if one not in subjects]))

    def described(self, span: Span) -> list[Referent]:
        """Those whom a noun phrase without a name means: `the two leaders`, `the countries`, `the prime minister`."""
        leaf = self.page.leaves[span.passage]
        words = list(leaf.words_in(span.start, span.end))
        if not words or words[0].lower not in {"the", "both", "two"}:
            return []
        head = words[-1]
        owners = self.owners_after(leaf, head)
        if head.tag == "NNS" and head.lemma in word_list("leader_nouns"):
            if owners:
                return self.leaders_of(owners)
            return [one for one in self.group_of(words) if one.type == "person"]
        if head.tag == "NNS" and head.lemma in word_list("state_nouns"):
            countries = (knowledge.country(one.country_code or "") for one in self.group_of(words))
            found = unique([of_country(country) for country in countries if country])
            self.found += found
            return found
        if head.tag == "NN" and head.lemma in word_list("job_titles"):
            return self.holding(leaf, head)
        if head.tag == "NN" and head.lemma in word_list("body_nouns"):
            return self.body_called(span, head)
        return []

    def body_before(self, span: Span) -> list[Referent]:
        """The body that `it` means: the last one named before in the paragraph that is the subject of its clause."""
        leaf = self.page.leaves[span.passage]
        bodies = [
            self.links[index]
            for index, mention in enumerate(self.mentions)
            if mention.type == "organization"
            and index in self.links
            and mention.span.passage == span.passage
            and mention.span.end <= span.start
            and (token := head_token(leaf, mention.span))
            and is_subject(token)
        ]
        return bodies[-1:]

    def body_called(self, span: Span, head: Token) -> list[Referent]:
        """The body named last before whose name has this noun: `the ministry`."""
        found = [
            self.links[index]
            for index, mention in enumerate(self.mentions)
            if mention.type == "organization"
            and index in self.links
            and (mention.span.passage, mention.span.end) <= (span.passage, span.start)
            and head.lemma in mention.text.lower().split()
        ]
        return found[-1:]

    def owners_after(self, leaf: Leaf, head: Token) -> list[Referent]:
        """The countries in “the leaders of Russia and Japan”."""
        of = next(
            (leaf.tokens[child] for child in leaf.children[head.index] if leaf.tokens[child].lower == "of"),
            None,
        )
        if of is None:
            return []
        inside = leaf.subtree(of.index)
        span = Span(leaf.index, leaf.tokens[inside[0]].start, leaf.tokens[inside[-1]].end)
        return [
            self.links[index]
            for index in self.named_in(span)
            if index in self.links and self.links[index].position == "country"
        ]

    def leaders_of(self, countries: Sequence[Referent]) -> list[Referent]:
        """The leaders of some countries whom the article names; none unless each has just one."""
        found = []
        for country in countries:
            people = unique(
                one
                for one in self.links.values()
                if one.type == "person" and leads(one, country, self.page.dispatch.published_on)
            )
            if len(people) != 1:
                return []
            found += people
        return unique(found)

    def holding(self, leaf: Leaf, head: Token) -> list[Referent]:
        """The one person of the article with this title: `the prime minister`."""
        first = head.index
        while first > 0 and leaf.tokens[first - 1].lower in word_list("title_modifiers"):
            first -= 1
        title = leaf.text[leaf.tokens[first].start : head.end].lower()
        phrase = leaf.text[leaf.tokens[max(0, first - 1)].start : head.end]
        country = country_of_title(phrase)
        named = [
            self.links[index]
            for index, mention in enumerate(self.mentions)
            if mention.type == "person"
            and mention.title
            and index in self.links
            and f" {title} " in f" {self.page.words(mention.title).lower()} "
            and (country is None or self.links[index].country_code == country)
        ]
        people = unique(named)
        if len(people) > 1:
            near = {one.key for _, one in self.spoken[-1:]}
            people = [one for one in people if one.key in near]
        return people if len(people) == 1 else []


def unique(referents: Iterator[Referent] | Sequence[Referent]) -> list[Referent]:
    """Each referent once, in the given order."""
    return list({one.key: one for one in referents}.values())


def fits(referent: Referent, *, female: bool) -> bool:
    """Whether a person can be `she`, or `he`."""
    return referent.gender in {None, "female" if female else "male"}


def leads(person: Referent, country: Referent, on: date | None) -> bool:
    """Whether a person is head of state or government of a country, by knowledge or by the article."""
    if person.country_code != country.country_code or country.country_code is None:
        return False
    if on and person.wikidata_id:
        held = (
            term.person.person_id
            for kind in LEADING_KINDS
            for term in knowledge.holders(country.country_code, kind, on)
        )
        if person.key in held:
            return True
    head = (person.position or "").lower()
    return any(head.startswith(word) for word in word_list("leader_titles"))


def head_token(leaf: Leaf, span: Span) -> Token | None:
    """The last token of a name: what the rest of its sentence hangs on."""
    return next(
        (token for token in reversed(leaf.tokens) if span.start <= token.start and token.end <= span.end),
        None,
    )


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of its clause."""
    return token.dep in {"nsubj", "nsubjpass"}


def ancestors(leaf: Leaf, token: Token) -> Iterator[int]:
    """Yield the tokens above a token, nearest first."""
    seen = {token.index}
    while token.head not in seen:
        seen.add(token.head)
        token = leaf.tokens[token.head]
        yield token.index


def argues_with(leaf: Leaf, pronoun: Token, token: Token) -> bool:
    """Whether two words are arguments of one verb or joined by `and`: then they are two people."""
    if pronoun.dep in {"poss"}:
        return False
    own, other = clause_of(leaf, pronoun), clause_of(leaf, token)
    return own == other and token.dep != "poss" and leaf.tokens[own].pos in {"VERB", "AUX"}


def clause_of(leaf: Leaf, token: Token) -> int:
    """The index of the nearest verb above a word."""
    for index in ancestors(leaf, token):
        if leaf.tokens[index].pos in {"VERB", "AUX"}:
            return index
    return token.index
