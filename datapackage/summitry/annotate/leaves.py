"""One annotated paragraph as our own types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summitry.annotate.forms import Form
from summitry.page import Leaf, Name, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc


def leaf_of(index: int, doc: "Doc", forms: Sequence[Form], names: tuple[Name, ...]) -> Leaf:
    """The paragraph with its words, sentences and names; `forms` are those of its words."""
    sentences = tuple(Sentence(sent.start, sent.end) for sent in doc.sents)
    sentence_of = [number for number, sent in enumerate(sentences) for _ in range(sent.first, sent.last)]
    children: list[list[int]] = [[] for _ in doc]
    tokens = []
    for at, (token, form) in enumerate(zip(doc, forms, strict=True)):
        text, start, head = token.text, token.idx, token.head.i
        if head != at:
            children[head].append(at)
        tokens.append(
            Token(
                at, start, start + len(text), text, token.lower_,
                form.lemma, form.pos, token.tag_, form.dep, head, sentence_of[at],
            )
        )  # fmt: skip
    return Leaf(index, doc.text, tuple(tokens), sentences, names, tuple(map(tuple, children)))
