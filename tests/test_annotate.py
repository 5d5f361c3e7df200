"""What the model says of a text comes through as it is, however it is asked."""

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import load
from spacy.lang.en import English

from conftest import dispatch_of
from golden_rows import GOLDEN, NAMES
from summitry.annotate import annotate, model_named, passing_words
from summitry.annotate.arcs import arcs_of
from summitry.annotate.capitals import can_be_in_names
from summitry.annotate.forms import EXPLETIVE, LEADING
from summitry.annotate.readers import Ours, Theirs, batches, reader_of
from summitry.annotate.sentences import openings
from summitry.annotate.usual import is_usual
from summitry.page import Name
from summitry.settings import MODEL

ODD = (
    "There is no answer. He’s gonna go, ain't he? Let's see: you gotta. Y'all c'mon! Nothin' doing; it   it."
)
CROSSING = "What did he say that she wanted to talk about? Who do you think that Ann Lee came to Oslo with?"
OF_NUMBERS = {"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"}
"""Names that are dates and numbers: no finding rests on them, and we look for them near capitals only."""
WORDS = [
    *(
        "the",
        "Ann",
        "Lee",
        "said",
        "that",
        "of",
        "and",
        "met",
        "in",
        "Oslo",
        "who",
        "to",
        "is",
        "there",
        "It",
    ),
    *("gon", "na", "was", "U.S.", "Dr.", "8", "’s", "ministers", "talks", "\n", " ", "with", "what", "No"),
    *(".", ".", "?", ",", "“", "”", '"', "(", ")", "—", "..."),
]


@pytest.fixture(scope="module")
def plain():
    """The model as spaCy loads and runs it, with its own arithmetic."""
    return load(MODEL)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ODD, id="words read by twos"),
        pytest.param(CROSSING, id="arcs that cross others"),
        pytest.param(") Ann left. ” So did Ole", id="opened by marks that close"),
        "",
        " ",
        "Kari met Ola.",
    ],
)
def test_words_are_what_the_model_says(plain, text):
    """Tags, relations, lemmas and names are those of the plain pipeline."""
    expect_same(plain, text)


@pytest.mark.parametrize("name", NAMES)
def test_words_of_articles_are_what_the_model_says(plain, name):
    """The same over whole articles."""
    expect_same(plain, (GOLDEN / f"{name}.txt").read_text(encoding="utf-8"))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_words_in_any_order_are_what_the_model_says(words):
    """Whatever a walk comes upon, its moves are those of the plain pipeline."""
    text = " ".join(words)
    (leaf,) = reader_of(model_named(MODEL)).read([text])
    expect_words(leaf, load_once()(text))


def test_an_empty_paragraph_has_no_words_and_changes_nothing():
    """A paragraph of nothing among others changes nothing for them."""
    read = reader_of(model_named(MODEL)).read
    leaves = list(read(["", "Ann Lee slept in Oslo.", " "]))
    assert [len(leaf.names) for leaf in leaves] == [0, 2, 0]
    assert [leaf.index for leaf in leaves] == [0, 1, 2]
    assert [leaf.tokens for leaf in read([""])] == [()]
    assert list(read([])) == []


def test_a_model_of_another_make_is_let_be():
    """Words and names are then what the model itself puts on its paragraphs."""
    nlp = English()
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    reader = reader_of(nlp)
    assert isinstance(reader, Theirs)
    (leaf,) = reader.read(["In Oslo. Now."])
    assert leaf.names == (Name(3, 7, "GPE"),)
    assert [(one.first, one.last) for one in leaf.sentences] == [(0, 3), (3, 5)]


def test_the_published_model_is_of_the_usual_make():
    """A change of the model that takes our way of reading from it does not go unseen."""
    assert isinstance(reader_of(model_named(MODEL)), Ours)


@pytest.mark.parametrize("part", ["lemmatizer", "ner"])
def test_a_model_without_a_part_is_of_another_make(part):
    """A model is read in our way only if it has all the parts that we know."""
    nlp = load(MODEL, exclude=[part])
    assert not is_usual(nlp)


def test_a_model_that_weighs_several_parses_is_of_another_make():
    """A parser with a beam does not take one best move after the other."""
    nlp = load(MODEL)
    nlp.get_pipe("parser").cfg["beam_width"] = 4
    assert not is_usual(nlp)


def expect_same(plain, text):
    """Compare each paragraph with the plain pipeline's."""
    for leaf in annotate(dispatch_of(text)).leaves:
        doc = plain(leaf.text)
        expect_words(leaf, doc)
        assert [one for one in leaf.names if one.label not in OF_NUMBERS] == [
            (ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ not in OF_NUMBERS
        ]


def expect_words(leaf, doc):
    """Compare each word and sentence with those of the plain pipeline."""
    theirs = [(one.text, one.lower_, one.lemma_, one.pos_, one.tag_, one.dep_, one.head.i) for one in doc]
    assert [
        (one.text, one.lower, one.lemma, one.pos, one.tag, one.dep, one.head) for one in leaf.tokens
    ] == theirs
    assert [(one.start, one.end) for one in leaf.tokens] == [(one.idx, one.idx + len(one)) for one in doc]
    assert [(one.first, one.last) for one in leaf.sentences] == [(s.start, s.end) for s in doc.sents]
    assert [list(each) for each in leaf.children] == [[c.i for c in token.children] for token in doc]


def load_once(loaded=[]):  # noqa: B006  # Hypothesis takes no fixtures of a module
    """The plain model for laws."""
    if not loaded:
        loaded.append(load(MODEL))
    return loaded[0]


def test_every_rule_over_two_words_is_known():
    """The rules of the model look at no neighbour that is not asked about."""
    for rule in model_named(MODEL).get_pipe("attribute_ruler").patterns:
        for first, *rest in rule["patterns"]:
            if rest:
                assert first == {"DEP": EXPLETIVE} or leads(first["LOWER"]), rule


def leads(word):
    """Whether a word that a rule begins with, or all that its pattern fits, are known."""
    return word in LEADING if isinstance(word, str) else word == {"REGEX": "^y'?$"}


def test_forms_are_remembered_and_bounded(monkeypatch):
    """A word that was seen is not asked again; too many begin anew, with the same answers."""
    forms = reader_of(model_named(MODEL))._forms
    monkeypatch.setattr(import_module("summitry.annotate.forms"), "MAX_KNOWN_FORMS", 1)
    first = annotate(dispatch_of("The ministers met."))
    assert annotate(dispatch_of("The ministers met.")) == first
    assert len(forms._known) == 4


def test_vectors_are_remembered_and_bounded(monkeypatch):
    """Too many kinds of words begin anew; a word's vector has the same bits whoever is learned with it."""
    reader = Ours(model_named(MODEL))
    docs = [reader._word("The ministers met in Oslo.")]
    everything = np.ones(6, np.bool_)
    first = reader._own.read(docs, everything)
    monkeypatch.setattr(import_module("summitry.annotate.vectors"), "MAX_KNOWN_WORDS", 6)
    others = [reader._word("Oslo and Lima: in short, the other ministers slept while Ann Lee met Ole.")]
    reader._own.read(others, np.ones(len(others[0]), np.bool_))
    assert (reader._own.read(docs, everything) == first).all()
    assert len(reader._own._known) == 6


def test_a_paragraph_does_not_hang_on_the_article_before():
    """The same article gives the same page, whatever was read before it."""
    text = (GOLDEN / f"{NAMES[0]}.txt").read_text(encoding="utf-8")
    fresh = list(Ours(model_named(MODEL)).read([text]))
    reader = Ours(model_named(MODEL))
    list(reader.read([(GOLDEN / f"{NAMES[1]}.txt").read_text(encoding="utf-8")]))
    assert list(reader.read([text])) == fresh


def test_long_articles_go_through_in_pieces(monkeypatch):
    """Paragraphs are kept in order and whole, and a piece holds one at least."""
    module = import_module("summitry.annotate.readers")
    monkeypatch.setattr(module, "MAX_WORDS_AT_ONCE", 3)
    word = model_named(MODEL).make_doc
    texts = ["a b", "c", "d", "e f g h i", ""]
    assert [[doc.text for doc in batch] for batch in batches(map(word, texts))] == [
        ["a b", "c"], ["d"], ["e f g h i"], [""],
    ]  # fmt: skip
    assert [leaf.index for leaf in reader_of(model_named(MODEL)).read(texts)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He came at last .", "", id="no capital but the first"),
        pytest.param("It was late . Ole left", "late . Ole left", id="two words to each side"),
        pytest.param("the Bank of and for Lund", "the Bank of and for Lund", id="a name with small words"),
        pytest.param("so Will came in time", "so Will came in", id="a common word inside a sentence"),
        pytest.param("on the day of 8 more", "day of 8 more", id="a number"),
    ],
)
def test_names_are_looked_for_near_capitals_and_figures(text, found):
    """Only words that are capitalised for no other reason, figures and their neighbours can be in names."""
    words = text.split()
    wanted = can_be_in_names(words, {"he", "it", "will"})
    assert " ".join(word for word, can in zip(words, wanted, strict=True) if can) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("No . Yes ? Well", [0, 2, 4], id="after marks"),
        pytest.param("“ No . ” So he", [0, 4], id="after a closing mark"),
        pytest.param("No . “ Yes", [0, 2], id="before an opening mark"),
        pytest.param("Dr. Lee of U.S. Steel", [0], id="points within words"),
        pytest.param("No . he said", [0], id="not before a small letter"),
        pytest.param(") No", [0], id="a paragraph opens with its first word"),
    ],
)
def test_sentences_are_likely_to_begin_after_marks(text, found):
    """Walks set out where a mark ends a sentence and a capital or an opening mark follows."""
    assert list(openings(text.split())) == found


def test_lifted_arcs_are_brought_down_to_the_nearest_word_of_that_relation():
    """A word X||Y hangs below the first Y under its head, not below a space."""
    words = ["Who", "do", "you", " ", "think", "came"]
    arcs = arcs_of(words, [4, 4, 4, 4, 4, 4], ["nsubj||ccomp", "aux", "nsubj", "ccomp", "ROOT", "ccomp"])
    assert arcs.heads == [5, 4, 4, 4, 4, 4]
    assert arcs.relations[0] == "nsubj"
    assert arcs.opens == [True, *[False] * 5]


def test_rare_words_are_forgotten(monkeypatch):
    """Once it keeps many words, the model forgets those of a part with it, and reads as it did before."""
    dispatch = dispatch_of("The flirpish Quorbington met Zandelhoofers in Oslo.")
    monkeypatch.setattr(import_module("summitry.annotate.model"), "MAX_LASTING_WORDS", 0)
    strings = model_named(MODEL).vocab.strings
    read = []
    for _ in range(2):
        with passing_words(MODEL):
            read.append(annotate(dispatch).leaves)
            assert "Quorbington" in strings
        assert "Quorbington" not in strings
    assert read[0] == read[1]
