"""Whom `he`, `they` and `it` mean, by who was spoken of before."""

from collections.abc import Iterator, Sequence

from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.page import Leaf, Span
from summitry.resolve.clauses import ancestors, argues_with, head_token, is_subject
from summitry.resolve.discourse import Discourse
from summitry.resolve.referents import Referent
from summitry.rows import EntityType
from summitry.settings import MAX_PARAGRAPHS_BACK

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "their", "both", "the two"})
FEMALE = frozenset({"she", "her", "hers"})


def singular(discourse: Discourse, span: Span) -> Referent | None:
    """The person whom `he` or `she` at this place means."""
    female = discourse.page.words(span).lower() in FEMALE
    order = [*in_sentence(discourse, span), *before(discourse, span)]
    return next((one for one in order if fits(one, female=female)), None)


def fits(referent: Referent, *, female: bool) -> bool:
    """Whether a person can be `she`, or `he`."""
    return referent.gender in {None, "female" if female else "male"}


def in_sentence(discourse: Discourse, span: Span) -> Iterator[Referent]:
    """Yield the people named earlier in the sentence: subjects of clauses around first, then the nearest."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    if pronoun is None:
        return
    earlier = [
        (token, one)
        for mention, one in named_before(discourse, "person", span, span.passage)
        if (token := head_token(leaf, mention.span)) and token.sentence == pronoun.sentence
    ]
    allowed = [(token, one) for token, one in earlier if not argues_with(leaf, pronoun, token)]
    above = set(ancestors(leaf, pronoun))
    likely = [is_subject(token) and token.head in above for token, _ in allowed]
    yield from subjects_first([one for _, one in allowed], likely)


def subjects_first(people: Sequence[Referent], likely: Sequence[bool]) -> list[Referent]:
    """People in reverse order, the likely ones before the others."""
    ranked = list(zip(people, likely, strict=True))[::-1]
    return [one for one, first in ranked if first] + [one for one, first in ranked if not first]


def named_before(
    discourse: Discourse, type_: EntityType, span: Span, passage: int
) -> list[tuple[FoundMention, Referent]]:
    """The known mentions of a type in a paragraph that are read before a place."""
    return [
        (mention, one)
        for mention, one in discourse.linked(type_)
        if mention.span.passage == passage and (passage, mention.span.end) <= (span.passage, span.start)
    ]


def before(discourse: Discourse, span: Span) -> Iterator[Referent]:
    """Yield the people of earlier sentences and paragraphs, the likeliest first."""
    for passage in range(span.passage, max(-1, span.passage - MAX_PARAGRAPHS_BACK - 1), -1):
        said = [
            one
            for place, one in discourse.spoken
            if place.passage == passage and (passage, place.start) < (span.passage, span.start)
        ]
        yield from reversed(said)
        here = named_before(discourse, "person", span, passage)
        leaf = discourse.page.leaves[passage]
        likely = [names_subject(leaf, mention) for mention, _ in here]
        yield from subjects_first([one for _, one in here], likely)


def names_subject(leaf: Leaf, mention: FoundMention) -> bool:
    """Whether a name is the subject of its clause."""
    token = head_token(leaf, mention.span)
    return token is not None and is_subject(token)


def others_meant(discourse: Discourse, span: Span) -> bool:
    """Whether `they` means nameless people or things that the sentence spoke of before."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    known = word_list("leader_nouns") | word_list("state_nouns")
    return pronoun is not None and any(
        token.tag == "NNS" and is_subject(token) and token.lemma not in known
        for token in leaf.tokens[: pronoun.index]
        if token.sentence == pronoun.sentence
    )


def body_before(discourse: Discourse, span: Span) -> list[Referent]:
    """The body that `it` means: the last one named before in the paragraph as the subject of a clause."""
    leaf = discourse.page.leaves[span.passage]
    bodies = named_before(discourse, "organization", span, span.passage)
    return [one for mention, one in bodies if names_subject(leaf, mention)][-1:]
