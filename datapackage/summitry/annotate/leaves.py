"""One analysed paragraph as our own types."""

from collections.abc import Sequence
from itertools import accumulate

from summitry.annotate.analysis import Analysis, Form
from summitry.page import Leaf, Name, Sentence, Token


def leaf_of(index: int, analysis: Analysis, forms: Sequence[Form], names: tuple[Name, ...]) -> Leaf:
    """The paragraph with its words, sentences and names; `forms` are those of its words."""
    words, (heads, _, opens) = analysis.words, analysis.arcs
    firsts = [at for at, begins in enumerate(opens) if begins]
    sentences = tuple(map(Sentence, firsts, [*firsts[1:], len(words)]))
    numbers = (number - 1 for number in accumulate(opens))
    rows = zip(words, analysis.starts, analysis.tags, forms, heads, numbers, strict=True)
    tokens = tuple(
        Token(at, start, start + len(word), word, word.lower(), lemma, pos, tag, dep, head, sentence)
        for at, (word, start, tag, (lemma, pos, dep), head, sentence) in enumerate(rows)
    )
    return Leaf(index, analysis.text, tokens, sentences, names, children_of(heads))


def children_of(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """For each word the words that have it as their head, in order.

    >>> children_of([1, 1, 1])
    ((), (0, 2), ())
    """
    children: list[list[int]] = [[] for _ in heads]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    return tuple(map(tuple, children))
