"""Lemmas and parts of speech: what the rules of a model say of a word, asked once for each kind of place."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summitry.settings import MAX_KNOWN_FORMS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

PARTS: Final = ("attribute_ruler", "lemmatizer")
"""The parts of a pipeline that are rules over single words, by spaCy's names."""

LEADING: Final = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})
"""Words whose form, or that of the next, the rules tell by both (“gon na”)."""

EXPLETIVE: Final = "expl"
"""The one relation whose next word the rules look at (“there is”)."""


class Form(NamedTuple):
    """What the rules say of one word."""

    lemma: str
    pos: str
    dep: str


class Place(NamedTuple):
    """All that the rules look at: a word, its tag and relation, and now and then its neighbours."""

    before: str | None
    word: str
    tag: str
    dep: str
    after: str | None


class Forms:
    """The forms of words, as the rules of one model tell them, remembered for each kind of place.

    A model without such parts, or with parts of another make, keeps its own way: `parts` is empty then.
    """

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._known: dict[Place, Form] = {}
        self.parts: list[str] = [*PARTS] if remembered(nlp) else []

    def read(self, docs: Sequence["Doc"]) -> list[list[Form]]:
        """For each paragraph the forms of its words; what is not known yet is asked in one go."""
        if not self.parts:
            return [[Form(token.lemma_, token.pos_, token.dep_) for token in doc] for doc in docs]
        if len(self._known) > MAX_KNOWN_FORMS:
            self._known.clear()
        places = [[place_of(doc, token) for token in doc] for doc in docs]
        self._ask(dict.fromkeys(place for each in places for place in each if place not in self._known))
        return [[self._known[place] for place in each] for each in places]

    def _ask(self, places: Iterable[Place]) -> None:
        """Put the places side by side as a text of their own, and let the rules read it."""
        from spacy.tokens import Doc  # noqa: PLC0415  # only annotating should cost its import

        asked = list(places)
        words, tags, deps = list[str](), list[str](), list[str]()
        for place in asked:
            words += [place.before or ".", place.word, place.after or "."]
            tags += [".", place.tag, "."]
            deps += [EXPLETIVE if place.before == EXPLETIVE else "punct", place.dep, "punct"]
        doc = Doc(self._nlp.vocab, words, tags=tags, deps=deps, heads=[*range(len(words))])
        for part in self.parts:
            doc = self._nlp.get_pipe(part)(doc)
        for place, token in zip(asked, list(doc)[1::3], strict=True):
            self._known[place] = Form(token.lemma_, token.pos_, token.dep_)


def place_of(doc: "Doc", token: "Token") -> Place:
    """What the rules look at to tell the form of a word."""
    before = doc[token.i - 1] if token.i else None
    leading = token.lower_ in LEADING and token.i + 1 < len(doc)
    return Place(
        None if before is None else led_by(before),
        *(token.text, token.tag_, token.dep_),
        doc[token.i + 1].lower_ if leading else None,
    )


def led_by(before: "Token") -> str | None:
    """What of the word before matters to the rules."""
    if before.dep_ == EXPLETIVE:
        return EXPLETIVE
    return before.lower_ if before.lower_ in LEADING else None


def remembered(nlp: "Language") -> bool:
    """Whether a model has the parts that a form rests on, and no other that could change it after them."""
    names = nlp.pipe_names
    return [*PARTS] == [name for name in names if name in PARTS] and "morphologizer" not in names


@cache
def forms_of(nlp: "Language") -> Forms:
    """The forms that a model knows, one store for each model."""
    return Forms(nlp)
