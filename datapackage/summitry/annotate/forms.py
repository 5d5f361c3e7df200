"""Lemmas and parts of speech: what the rules of a model say of a word, asked once for each kind of place."""

from collections.abc import Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Final

from summitry.annotate.analysis import Analysis, Form
from summitry.settings import MAX_KNOWN_FORMS

if TYPE_CHECKING:
    from spacy.language import Language

PARTS: Final = ("attribute_ruler", "lemmatizer")
"""The parts of a pipeline that are rules over single words, by spaCy's names."""

LEADING: Final = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})
"""Words whose form, or that of the next, the rules tell by both (“gon na”)."""

EXPLETIVE: Final = "expl"
"""The one relation whose next word the rules look at (“there is”)."""


Place = tuple[str | None, str, str, str, str | None]
"""All that the rules look at: what leads a word, the word, its tag and relation, and what it leads."""


class Forms:
    """The forms of words, as the rules of one model tell them, remembered for each kind of place."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._known: dict[Place, Form] = {}

    def read(self, analyses: Sequence[Analysis]) -> list[list[Form]]:
        """For each paragraph the forms of its words; what is not known yet is asked in one go."""
        if len(self._known) > MAX_KNOWN_FORMS:
            self._known.clear()
        places = [places_of(each) for each in analyses]
        new = dict.fromkeys(place for each in places for place in each if place not in self._known)
        if new:
            self._ask(list(new))
        return [[self._known[place] for place in each] for each in places]

    def _ask(self, places: Sequence[Place]) -> None:
        """Put the places side by side as a text of their own, and let the rules read it."""
        from spacy.tokens import Doc  # noqa: PLC0415  # only annotating should cost its import

        rows, asked = list[tuple[str, str, str]](), list[int]()
        for before, word, tag, dep, after in places:
            if before:
                rows.append((before, ".", EXPLETIVE if before == EXPLETIVE else "punct"))
            asked.append(len(rows))
            rows.append((word, tag, dep))
            if after or dep == EXPLETIVE or word.lower() in LEADING:  # what comes next is another place
                rows += [(after or ".", ".", "punct"), (".", ".", "punct")]
        words, tags, deps = map(list, zip(*rows, strict=True))
        doc = Doc(self._nlp.vocab, words, tags=tags, deps=deps, heads=[*range(len(words))])
        for part in PARTS:
            doc = self._nlp.get_pipe(part)(doc)
        for place, at in zip(places, asked, strict=True):
            self._known[place] = Form(doc[at].lemma_, doc[at].pos_, doc[at].dep_)


def places_of(analysis: Analysis) -> list[Place]:
    """What the rules look at to tell the forms of the words of a paragraph."""
    words, tags, relations = analysis.words, analysis.tags, analysis.arcs.relations
    places: list[Place] = [*zip(repeat(None), words, tags, relations, repeat(None))]
    for at, (word, relation) in enumerate(zip(words, relations, strict=True)):
        leads = word.lower() in LEADING
        if at + 1 < len(words) and (leads or relation == EXPLETIVE):
            before, after = places[at], places[at + 1]
            places[at] = (*before[:-1], words[at + 1].lower() if leads else None)
            places[at + 1] = (EXPLETIVE if relation == EXPLETIVE else word.lower(), *after[1:])
    return places
