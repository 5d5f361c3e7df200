"""Whom `he`, `they` and `it` mean, by who was spoken of before."""

from collections.abc import Iterator

from summitry.extract.words import word_list
from summitry.page import Span
from summitry.resolve.clauses import ancestors, argues_with, head_token, is_subject
from summitry.resolve.discourse import Discourse
from summitry.resolve.referents import Referent
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
    """Yield the people named earlier in the sentence: subjects of the clauses around first, then the nearest."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    if pronoun is None:
        return
    earlier = [
        (index, token)
        for index in people_before(discourse, span)
        if (token := head_token(leaf, discourse.mentions[index].span)) and token.sentence == pronoun.sentence
    ]
    allowed = [(index, token) for index, token in earlier if not argues_with(leaf, pronoun, token)]
    above = set(ancestors(leaf, pronoun))
    subjects = [index for index, token in allowed if is_subject(token) and token.head in above]
    others = [index for index, _ in reversed(allowed) if index not in subjects]
    yield from (discourse.links[index] for index in [*reversed(subjects), *others])


def people_before(discourse: Discourse, span: Span) -> list[int]:
    """The indexes of the linked people named before a place in its paragraph."""
    return [
        index
        for index, mention in enumerate(discourse.mentions)
        if mention.type == "person"
        and index in discourse.links
        and mention.span.passage == span.passage
        and mention.span.end <= span.start
    ]


def before(discourse: Discourse, span: Span) -> Iterator[Referent]:
    """Yield the people of earlier sentences and paragraphs, the likeliest first."""
    for passage in range(span.passage, max(-1, span.passage - 3), -1):
        said = [
            one
            for place, one in discourse.spoken
            if place.passage == passage
            and place.start < span.start
            or place.passage == passage < span.passage
        ]
        yield from reversed(said)
        here = [
            index
            for index, mention in enumerate(discourse.mentions)
            if mention.type == "person"
            and index in discourse.links
            and mention.span.passage == passage
            and (passage < span.passage or mention.span.end <= span.start)
        ]
        leaf = discourse.page.leaves[passage]
        subjects = [
            index
            for index in here
            if (token := head_token(leaf, discourse.mentions[index].span)) and is_subject(token)
        ]
        yield from (discourse.links[index] for index in reversed(subjects))
        yield from (
            discourse.links[index] for index in reversed([one for one in here if one not in subjects])
        )


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
    """The body that `it` means: the last one named before in the paragraph that is the subject of its clause."""
    leaf = discourse.page.leaves[span.passage]
    bodies = [
        discourse.links[index]
        for index, mention in enumerate(discourse.mentions)
        if mention.type == "organization"
        and index in discourse.links
        and mention.span.passage == span.passage
        and mention.span.end <= span.start
        and (token := head_token(leaf, mention.span))
        and is_subject(token)
    ]
    return bodies[-1:]
