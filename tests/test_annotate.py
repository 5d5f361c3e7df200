"""What the model says of a text comes through as it is, however it is asked."""

from importlib import import_module

import pytest
from spacy import load
from spacy.lang.en import English

from conftest import dispatch_of
from golden_rows import GOLDEN, NAMES
from summitry.annotate import annotate, model_named
from summitry.annotate.forms import EXPLETIVE, LEADING, Forms, forms_of
from summitry.annotate.names import Namer, namer_of
from summitry.page import Name
from summitry.settings import MODEL

ODD = (
    "There is no answer. He’s gonna go, ain't he? Let's see: you gotta. Y'all c'mon! Nothin' doing; it   it."
)


@pytest.fixture(scope="module")
def plain():
    """The model as spaCy loads and runs it, with its own arithmetic."""
    return load(MODEL)


@pytest.mark.parametrize("text", [pytest.param(ODD, id="words read by twos"), "", " ", "Kari met Ola."])
def test_words_are_what_the_model_says(plain, text):
    """Tags, relations, lemmas and names are those of the plain pipeline."""
    expect_same(plain, text)


@pytest.mark.parametrize("name", NAMES)
def test_words_of_articles_are_what_the_model_says(plain, name):
    """The same over whole articles."""
    expect_same(plain, (GOLDEN / f"{name}.txt").read_text(encoding="utf-8"))


def test_an_empty_paragraph_has_no_names():
    """A paragraph of nothing among others changes nothing for them."""
    nlp = model_named(MODEL)
    namer = namer_of(nlp)
    docs = list(nlp.pipe(["", "Ann Lee slept in Oslo.", " "], disable=namer.parts))
    assert [len(names) for names in namer.read(docs)] == [0, 2, 0]
    assert namer.read(docs[:1]) == [()]


def test_a_model_that_finds_names_otherwise_is_let_be():
    """Names are then those that the model itself puts on its paragraphs."""
    nlp = English()
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    namer = Namer(nlp)
    assert namer.parts == []
    assert namer.read([nlp("In Oslo.")]) == [(Name(3, 7, "GPE"),)]


def expect_same(plain, text):
    """Compare each word with the plain pipeline's."""
    for leaf in annotate(dispatch_of(text)).leaves:
        doc = plain(leaf.text)
        theirs = [(one.text, one.lemma_, one.pos_, one.tag_, one.dep_, one.head.i) for one in doc]
        assert [(one.text, one.lemma, one.pos, one.tag, one.dep, one.head) for one in leaf.tokens] == theirs
        assert [(one.start, one.end, one.label) for one in leaf.names] == [
            (ent.start_char, ent.end_char, ent.label_) for ent in doc.ents
        ]
        assert [(one.first, one.last) for one in leaf.sentences] == [(s.start, s.end) for s in doc.sents]
        assert [list(each) for each in leaf.children] == [[c.i for c in token.children] for token in doc]


def test_every_rule_over_two_words_is_known():
    """The rules of the model look at no neighbour that is not asked about."""
    for rule in model_named(MODEL).get_pipe("attribute_ruler").patterns:
        for first, *rest in rule["patterns"]:
            if rest:
                assert first == {"DEP": EXPLETIVE} or leads(first["LOWER"]), rule


def leads(word):
    """Whether a word that a rule begins with, or all that its pattern fits, are known."""
    return word in LEADING if isinstance(word, str) else word == {"REGEX": "^y'?$"}


def test_a_model_with_other_parts_keeps_its_own_way():
    """What is no rule over single words is left to the model."""
    assert Forms(English()).parts == []


def test_forms_are_remembered_and_bounded(monkeypatch):
    """A word that was seen is not asked again; too many begin anew, with the same answers."""
    forms = forms_of(model_named(MODEL))
    monkeypatch.setattr(import_module("summitry.annotate.forms"), "MAX_KNOWN_FORMS", 1)
    first = annotate(dispatch_of("The ministers met."))
    assert annotate(dispatch_of("The ministers met.")) == first
    assert len(forms._known) == 4
