"""A paragraph with what was found in it so far: where the names are, and who could meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitry import knowledge
from summitry.dates import Timex
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.page import Leaf, Span, Token

PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "we", "i", "both"})
RANKING = frozenset({"first", "second", "third", "last", "latest", "only"})
GOVERNING = frozenset({"prep", "agent", "dative"})
DETERMINING = frozenset({"det", "nummod", "amod", "predet", "compound"})


@dataclass(frozen=True, slots=True)
class Ground:
    """One paragraph, its mentions by token, and its dates."""

    leaf: Leaf
    mentions: dict[int, FoundMention]
    dates: tuple[Timex, ...]

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token to another, both included."""
        return Span(self.leaf.index, self.leaf.tokens[first].start, self.leaf.tokens[last].end)

    def is_dated(self, token: Token) -> bool:
        """Whether a word is part of a date."""
        return any(timex.start <= token.start < timex.end for timex in self.dates)

    def children(self, index: int, *deps: str) -> list[Token]:
        """The dependents of a token that stand in one of these relations to it."""
        children, tokens = self.leaf.children[index], self.leaf.tokens
        return [token for child in children if (token := tokens[child]).dep in deps] if children else []

    def objects(self, index: int, *prepositions: str) -> list[Token]:
        """What the given prepositions under a token govern."""
        children, tokens = self.leaf.children, self.leaf.tokens
        return [
            token
            for child in children[index]
            if tokens[child].dep in GOVERNING and tokens[child].lower in prepositions
            for inner in children[child]
            if (token := tokens[inner]).dep == "pobj"
        ]


def ground_of(leaf: Leaf, mentions: Sequence[FoundMention], dates: Sequence[Timex]) -> Ground:
    """The paragraph with the mentions that lie in it, found by the tokens that they cover."""
    by_token = {
        token.index: mention
        for mention in mentions
        for token in leaf.words_touching(mention.span.start, mention.span.end)
    }
    return Ground(leaf, by_token, tuple(dates))


def conjuncts(leaf: Leaf, index: int) -> Iterator[int]:
    """Yield a token and those coordinated with it: `Putin`, `Abe` of “Putin and Abe”."""
    yield index
    for child in leaf.children[index]:
        if leaf.tokens[child].dep == "conj" and leaf.tokens[child].pos in {"NOUN", "PROPN", "PRON"}:
            yield from conjuncts(leaf, child)


def actors_at(ground: Ground, index: int) -> list[Span]:
    """Who acts in the noun phrase with this head: names, pronouns, and phrases such as `the two leaders`."""
    members = [one for member in conjuncts(ground.leaf, index) for one in (member, *misread(ground, member))]
    found = [actor_at(ground, member) for member in members]
    return list(dict.fromkeys(span for span in found if span))


def misread(ground: Ground, index: int) -> Iterator[int]:
    """Yield the names that the parser took for part of another: `Roe` in “with Roe and President Ann Lee”."""
    own = ground.mentions.get(index)
    if own is None:
        return
    for token in ground.children(index, "nmod", "compound", "appos"):
        other = ground.mentions.get(token.index)
        if other is not None and other != own and other.type == own.type and other.form == "name":
            yield token.index
            yield from (member for member in conjuncts(ground.leaf, token.index) if member != token.index)


def actor_at(ground: Ground, index: int) -> Span | None:
    """The one who can meet at this token, or none."""
    token = ground.leaf.tokens[index]
    mention = ground.mentions.get(index) or named_beside(ground, index)
    if mention is not None:
        return mention.span if may_meet(mention) else None
    if token.lower in PRONOUNS:
        return ground.span(index, index)
    if token.pos in {"NOUN", "PROPN"} and token.lemma.lower() in word_list("people_nouns"):
        return nominal(ground, index)
    return None


def named_beside(ground: Ground, index: int) -> FoundMention | None:
    """The person in apposition to a title: `Ann Lee` of “the prime minister, Ann Lee,”."""
    for token in ground.children(index, "appos"):
        mention = ground.mentions.get(token.index)
        if mention is not None and mention.type == "person":
            return mention
    return None


def may_meet(mention: FoundMention) -> bool:
    """Whether a mention is of someone who can take part: a person, an organization, a government."""
    if mention.type in {"person", "organization"} or mention.form == "metonym":
        return True
    return (
        mention.form == "name"
        and mention.type == "place"
        and knowledge.country_named(mention.text) is not None
    )


def nominal(ground: Ground, index: int) -> Span | None:
    """A definite noun phrase up to its head: `the two leaders`; none for new or nameless people.

    With the country whose office it is: `the Russian president`, `Japan’s prime minister`, and whoever
    holds the same office elsewhere: `his Turkish counterpart`.
    """
    parts = [part for part in ground.children(index, *DETERMINING, "poss", "nmod") if part.index < index]
    if not any(makes_definite(ground, part) for part in parts) or is_one_of_many(ground, parts):
        return None
    if not all(is_country(mention) for part in parts if (mention := ground.mentions.get(part.index))):
        return None
    if any(part.dep == "poss" and not makes_definite(ground, part) for part in parts):
        return None
    first = index
    for part in reversed(parts):
        inside = ground.leaf.subtree(part.index)
        if inside[-1] == first - 1:
            first = inside[0]
    return ground.span(first, end_of_office(ground, index))


def makes_definite(ground: Ground, part: Token) -> bool:
    """Whether a word before a noun says that its reader knows who is meant."""
    if part.dep != "poss":
        return part.lower in {"the", "both", "these"}
    if part.tag == "PRP$":
        return ground.leaf.tokens[part.head].lemma == "counterpart"
    mention = ground.mentions.get(part.index)
    return mention is not None and is_country(mention)


def is_one_of_many(ground: Ground, parts: Sequence[Token]) -> bool:
    """Whether a phrase ranks all who ever did something: “the first Russian president to visit Oslo”."""
    ranks = any(part.lower in RANKING for part in parts)
    tokens = ground.leaf.tokens
    return ranks and any(after.tag == "TO" for after in tokens[parts[-1].head + 1 : parts[-1].head + 2])


def is_country(mention: FoundMention) -> bool:
    """Whether a mention is of a country, also as an adjective: `Russian`."""
    return mention.form == "demonym" or knowledge.country_named(mention.text) is not None


def end_of_office(ground: Ground, index: int) -> int:
    """The last token of an office: `state` of “secretary of state”, else the noun itself."""
    match ground.leaf.tokens[index + 1 : index + 3]:
        case [of, field] if of.lower == "of" and field.tag in {"NN", "NNP"} and field.lower == "state":
            return field.index
        case _:
            return index
