"""Whom `he`, `they` and `it` mean, by who was spoken of before."""

from collections.abc import Iterator

from summitry.extract.found import FoundMention
from summitry.extract.words import word_lists
from summitry.page import Leaf, Page, Span
from summitry.resolve.antecedents import antecedents, named_before, namings_in, speakers_around, verbs_of
from summitry.resolve.clauses import ancestors, head_token, is_subject
from summitry.resolve.discourse import Discourse
from summitry.resolve.referents import Referent

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "their", "both", "the two"})
REFLEXIVE = frozenset({"himself", "herself"})
OF_ONE = SINGULAR | REFLEXIVE
FEMALE = frozenset({"she", "her", "hers", "herself"})


def singular(discourse: Discourse, span: Span) -> Referent | None:
    """The person whom `he` or `she` at this place means.

    All that stand before it are read first: whom they mean is spoken of there again.
    """
    for place in [*persons_meant(discourse.page, span), span]:
        if place not in discourse.persons:
            discourse.persons[place] = person_at(discourse, place)
    return discourse.persons[span]


def persons_meant(page: Page, until: Span) -> Iterator[Span]:
    """Yield every `he`, `she`, `him`, `her` and `himself` before a place, as far back as it can reach."""
    for leaf in page.leaves[: until.passage + 1]:
        yield from (span for span in pronouns_in(leaf) if span < until)


def pronouns_in(leaf: Leaf) -> list[Span]:
    """Every `he`, `she`, `him`, `her`, `his`, `hers`, `himself` and `herself` of a paragraph."""
    return [
        Span(leaf.index, token.start, token.end)
        for token in leaf.tokens
        if token.lower in OF_ONE and token.tag.startswith("PRP")
    ]


def person_at(discourse: Discourse, span: Span) -> Referent | None:
    """The likeliest person for a pronoun, by gender and by who speaks."""
    word = discourse.page.words(span).lower()
    order = reflected(discourse, span) if word in REFLEXIVE else antecedents(discourse, span)
    speakers = {one.key for words in speakers_around(discourse, span) for one in said_by(discourse, words)}
    return next((one for one in order if one is None or (fits(one, word) and one.key not in speakers)), None)


def fits(referent: Referent, pronoun: str) -> bool:
    """Whether a person can be `she`, or `he`."""
    return referent.gender in {None, "female" if pronoun in FEMALE else "male"}


def said_by(discourse: Discourse, span: Span) -> list[Referent]:
    """Whom the words for a speaker mean, as far as it is known: a name, a noun phrase or a pronoun."""
    word = discourse.page.words(span).lower()
    if word in SINGULAR:
        known = discourse.persons.get(span)
        one = known or next((one for one in antecedents(discourse, span) if one and fits(one, word)), None)
        return [one] if one else []
    meant = discourse.meant.get(span)
    return [meant] if meant else discourse.known_in(span)


def reflected(discourse: Discourse, span: Span) -> Iterator[Referent | None]:
    """Yield the subjects of the clauses around `himself`, the nearest first."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    namings = namings_in(discourse, span.passage)
    for above in ancestors(leaf, pronoun) if pronoun else ():
        yield from (naming.one for naming in namings if above in verbs_of(leaf, naming.token))


def names_subject(leaf: Leaf, mention: FoundMention) -> bool:
    """Whether a name is the subject of its clause."""
    token = head_token(leaf, mention.span)
    return token is not None and is_subject(token)


def others_meant(discourse: Discourse, span: Span) -> bool:
    """Whether `they` means nameless people or things that the sentence spoke of before."""
    leaf = discourse.page.leaves[span.passage]
    pronoun = leaf.token_at(span.start)
    known = word_lists("leader_nouns", "state_nouns")
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
