"""How the words of a sentence stand to each other."""

from collections.abc import Iterator

from summitry.page import Leaf, Span, Token


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
    if pronoun.dep == "poss":
        return False
    own, other = clause_of(leaf, pronoun), clause_of(leaf, token)
    return own == other and token.dep != "poss" and leaf.tokens[own].pos in {"VERB", "AUX"}


def clause_of(leaf: Leaf, token: Token) -> int:
    """The index of the nearest verb above a word."""
    for index in ancestors(leaf, token):
        if leaf.tokens[index].pos in {"VERB", "AUX"}:
            return index
    return token.index
