"""Who was spoken of before a place: names, noun phrases and pronouns for people, the likeliest first."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from summitry.extract.found import FoundMention, FoundQuote
from summitry.page import Leaf, Span, Token
from summitry.resolve.clauses import ancestors, argues_with, head_token, is_subject
from summitry.resolve.discourse import Discourse
from summitry.resolve.referents import Referent
from summitry.rows import EntityType
from summitry.settings import MAX_PARAGRAPHS_BACK

OPENING, CLOSING = "“‘«", "”’»"


class Naming(NamedTuple):
    """A place that means a person: a name, a noun phrase or a pronoun."""

    span: Span
    token: Token
    """What the rest of the sentence hangs on."""
    one: Referent | None
    """Null for a name that could mean two people: then who comes next is not certain either."""


def namings_in(discourse: Discourse, passage: int) -> list[Naming]:
    """Every place of a paragraph that means a person, in reading order."""
    leaf = discourse.page.leaves[passage]
    found: dict[Span, Referent | None] = {
        mention.span: discourse.links.get(index) or bearer_before(discourse, index)
        for index in discourse.by_passage.get(passage, ())
        if (mention := discourse.mentions[index]).type == "person"
    }
    others = [*discourse.meant.items(), *discourse.persons.items()]
    found |= {span: one for span, one in others if one is not None and span.passage == passage}
    namings = ((span, head_token(leaf, span), one) for span, one in found.items())
    return sorted((Naming(span, token, one) for span, token, one in namings if token), key=lambda it: it.span)


def bearer_before(discourse: Discourse, index: int) -> Referent | None:
    """Who of several people of one name was named in full last before a mention of it."""
    name = discourse.mentions[index].text
    earlier = (number for number in range(index - 1, -1, -1) if number in discourse.links)
    bearers = (
        discourse.links[number] for number in earlier if name in discourse.mentions[number].text.split()
    )
    return next((one for one in bearers if one.type == "person"), None)


def antecedents(discourse: Discourse, span: Span) -> Iterator[Referent | None]:
    """Yield the people whom a pronoun at this place may mean, the likeliest first; some more than once."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    if pronoun is None:
        return
    namings = heard(discourse, span, span.passage)
    others = {one.one.key for one in namings if one.one and is_another(leaf, pronoun, one.token)}
    order = chain(
        announced(leaf, pronoun, namings),
        in_sentence(leaf, pronoun, namings),
        before(discourse, span, pronoun),
    )
    yield from (one for one in order if one is None or one.key not in others)


def is_another(leaf: Leaf, pronoun: Token, token: Token) -> bool:
    """Whether a word before a pronoun stands beside it under one verb: then it is another person."""
    return token.index < pronoun.index and argues_with(leaf, pronoun, token)


def heard(discourse: Discourse, span: Span, passage: int) -> list[Naming]:
    """The people of a paragraph, without the pronouns of another voice: in marks, or around them."""
    quoted = is_quoted(discourse, span)
    return [
        naming
        for naming in namings_in(discourse, passage)
        if naming.span not in discourse.persons or is_quoted(discourse, naming.span) == quoted
    ]


def is_quoted(discourse: Discourse, span: Span) -> bool:
    """Whether a place stands in the marks of a quotation."""
    return any(quote.content.holds(span) and in_marks(discourse, quote, span) for quote in discourse.quotes)


def announced(leaf: Leaf, pronoun: Token, namings: Sequence[Naming]) -> Iterator[Referent | None]:
    """Yield the subject that follows a pronoun in front of it: “In his speech, Lee said …”."""
    above = [pronoun.index, *ancestors(leaf, pronoun)]
    for naming in namings:
        token = naming.token
        under = above.index(token.head) if token.head in above else 0
        if token.index > pronoun.index and is_subject(token) and under and is_adjunct(leaf, above[under - 1]):
            yield naming.one
            return


def is_adjunct(leaf: Leaf, index: int) -> bool:
    """Whether a word with all that hangs on it says how or when its verb is done."""
    return leaf.tokens[index].dep in {"prep", "advcl", "npadvmod"}


def in_sentence(leaf: Leaf, pronoun: Token, namings: Sequence[Naming]) -> Iterator[Referent | None]:
    """Yield the people named earlier in the sentence: subjects of clauses around first, then the nearest."""
    earlier = [
        naming
        for naming in namings
        if naming.token.index < pronoun.index and naming.token.sentence == pronoun.sentence
    ]
    above = set(ancestors(leaf, pronoun))
    yield from subjects_first(
        earlier, [any(verb in above for verb in verbs_of(leaf, naming.token)) for naming in earlier]
    )


def verbs_of(leaf: Leaf, token: Token) -> Iterator[int]:
    """Yield the verbs whose subject a word is, also as `who`, or where the parser hung it elsewhere."""
    if is_subject(token):
        yield token.head
    for clause in leaf.children[token.index]:
        subjects = [leaf.tokens[child] for child in leaf.children[clause] if is_subject(leaf.tokens[child])]
        if leaf.tokens[clause].dep == "relcl" and any(one.tag == "WP" for one in subjects):
            yield clause
    after = next((one for one in leaf.tokens[token.index + 1 :] if not one.tag.startswith("``")), None)
    if (
        after
        and after.tag in {"VBD", "VBZ"}
        and not any(is_subject(leaf.tokens[child]) for child in leaf.children[after.index])
    ):
        yield after.index


def subjects_first(namings: Sequence[Naming], likely: Sequence[bool]) -> list[Referent | None]:
    """People in reverse order, the likely ones before the others."""
    ranked = list(zip(namings, likely, strict=True))[::-1]
    return [naming.one for naming, first in ranked if first] + [
        naming.one for naming, first in ranked if not first
    ]


def before(discourse: Discourse, span: Span, pronoun: Token) -> Iterator[Referent | None]:
    """Yield the people of earlier sentences and paragraphs, the likeliest first."""
    for passage in range(span.passage, max(-1, span.passage - MAX_PARAGRAPHS_BACK - 1), -1):
        said = [
            one
            for place, one in discourse.spoken
            if place.passage == passage and (passage, place.start) < (span.passage, span.start)
        ]
        yield from reversed(said)
        here = [naming for naming in heard(discourse, span, passage) if naming.span < span]
        if passage == span.passage:
            here = [naming for naming in here if naming.token.sentence < pronoun.sentence]
        yield from by_sentence(here)


def by_sentence(namings: Sequence[Naming]) -> Iterator[Referent | None]:
    """Yield people by sentence, the last first; in each the subjects before the others."""
    for sentence in sorted({naming.token.sentence for naming in namings}, reverse=True):
        here = [naming for naming in namings if naming.token.sentence == sentence]
        one_of_two = [unless_either(naming, here) for naming in here]
        yield from subjects_first(one_of_two, [is_subject(naming.token) for naming in here])


def unless_either(naming: Naming, others: Sequence[Naming]) -> Naming:
    """A person who is named together with another of the same gender as nobody: it may be either."""
    near = {naming.token.index, naming.token.head} if naming.token.dep == "conj" else {naming.token.index}
    for other in others:
        joined = other.token.index in near or (other.token.dep == "conj" and other.token.head in near)
        if (
            joined
            and other.one
            and naming.one
            and other.one.key != naming.one.key
            and alike(other.one, naming.one)
        ):
            return naming._replace(one=None)
    return naming


def alike(one: Referent, other: Referent) -> bool:
    """Whether two people can be of one gender."""
    return None in {one.gender, other.gender} or one.gender == other.gender


def speakers_around(discourse: Discourse, span: Span) -> Iterator[Span]:
    """Yield the words for who says the quotation in whose marks a place stands."""
    for quote in discourse.quotes:
        if quote.content.holds(span) and in_marks(discourse, quote, span):
            while quote.speaker is None and quote.continues is not None:
                quote = discourse.quotes[quote.continues]  # noqa: PLW2901  # the quote that it carries on
            if quote.speaker:
                yield quote.speaker


def in_marks(discourse: Discourse, quote: FoundQuote, span: Span) -> bool:
    """Whether a place in a quotation stands in marks: what is reported without may be about its speaker."""
    if quote.kind != "mixed":
        return quote.kind == "direct"
    inside = discourse.page.leaves[span.passage].text[quote.content.start : span.start]
    curly = [mark for mark in inside if mark in OPENING + CLOSING]
    return curly[-1] in OPENING if curly else inside.count('"') % 2 == 1


def named_before(
    discourse: Discourse, type_: EntityType, span: Span, passage: int
) -> list[tuple[FoundMention, Referent]]:
    """The known mentions of a type in a paragraph that are read before a place."""
    return [
        (mention, one)
        for mention, one in discourse.linked(type_)
        if mention.span.passage == passage and (passage, mention.span.end) <= (span.passage, span.start)
    ]
