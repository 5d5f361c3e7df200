"""What a model says of a paragraph, as lists with one entry for each word."""

from typing import TYPE_CHECKING, NamedTuple

from summitry.annotate.arcs import Arcs

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Analysis(NamedTuple):
    """One paragraph, word by word: offsets into its text, Penn tags, and arcs."""

    text: str
    words: list[str]
    starts: list[int]
    tags: list[str]
    arcs: Arcs


class Form(NamedTuple):
    """What the rules of a model say of one word."""

    lemma: str
    pos: str
    dep: str


def analysis_of(doc: "Doc") -> Analysis:
    """What spaCy itself has put on a paragraph."""
    opens = [not token.i or token.is_sent_start is True for token in doc]
    arcs = Arcs([token.head.i for token in doc], [token.dep_ for token in doc], opens)
    words, starts = [token.text for token in doc], [token.idx for token in doc]
    return Analysis(doc.text, words, starts, [token.tag_ for token in doc], arcs)
