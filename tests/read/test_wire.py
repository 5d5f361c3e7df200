"""Wire headers: what stands before the dateline for other newsrooms is no text of the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.read import read_record
from summitry.read.wire import Kind, Wire, kind_of, read_wire
from summitry.settings import MAX_WIRE_LINES

OSLO = "OSLO, May 15 (AP) - The ministers met."


def read(header, body=OSLO):
    """What is read of a header before a body: its headline and byline, and where the body begins."""
    found = read_wire(f"{header}\n{body}", 0)
    if found:
        assert f"{header}\n{body}"[found.end :].lstrip() == body
    return found and found[:2]


HEADERS = [
    pytest.param("UPDATE 2-Herring counted", ("Herring counted", None), id="an update"),
    pytest.param("WRAPUP 1-RPT-Herring counted", ("Herring counted", None), id="two labels"),
    pytest.param("SPECIAL REPORT-“Too many herring”", ("“Too many herring”", None), id="a headline in marks"),
    pytest.param(
        "UPDATE 1-Herring counted\n\n   (Adds quotes,\n   background)\n\n  By Ann Lee\n",
        ("Herring counted", "By Ann Lee"),
        id="what is new, on two lines, and a byline",
    ),
    pytest.param("(Recasts with quotes)", (None, None), id="what is new, alone"),
    pytest.param(
        "BC-Norway-Fish, 1st Ld-Writethru,0412\nMinisters Count Herring Again\nEds: LEADS with talks.\n"
        "By ANN LEE\nAssociated Press Writer\n",
        ("Ministers Count Herring Again", "By ANN LEE"),
        id="slug, headline, note, byline",
    ),
    pytest.param(
        "a0532\n^AM-Norway-Fish, Bjt, a0532,0412<\n^Ministers Count Herring Again<\n^By ANN LEE=\n"
        "^Associated Press Diplomatic Writer=",
        ("Ministers Count Herring Again", "By ANN LEE"),
        id="signs of the transmission",
    ),
    pytest.param(
        "r i bc-Norway-fish 2ndld-writethru 05-15\nEDS: UPDATES with talks in\nsecond paragraph",
        (None, None),
        id="a note that goes on over the line end",
    ),
    pytest.param(
        "By Ann Lee, AP Writer\n(Eds: new throughout)", (None, "By Ann Lee, AP Writer"), id="byline"
    ),
    pytest.param(
        "CORRECTED-UPDATE 1-Herring counted\n\n(This May 15 story corrects the name in paragraph 3)\n",
        ("Herring counted", None),
        id="a story that was corrected",
    ),
    pytest.param("By JANE DOE\nAssociated Press Writer", (None, "By JANE DOE"), id="a byline and its office"),
    pytest.param("ZCZC\nHerring counted", ("Herring counted", None), id="telex"),
    pytest.param(
        "EU--Norway-Fish,200\n\nHerring counted", ("Herring counted", None), id="the slug of a desk"
    ),
]


@pytest.mark.parametrize(("header", "told"), HEADERS)
def test_reads_a_wire_header(header, told):
    """Slugs, notes, labels and bylines before a dateline are a header; its headline is the title."""
    assert read(header) == told


TEXTS = [
    pytest.param("Herring counted", OSLO, id="a headline without a mark of the trade"),
    pytest.param("By Ann Lee", OSLO, id="a byline alone"),
    pytest.param("UPDATE 1-Herring counted", "The ministers met.", id="no dateline follows"),
    pytest.param("UPDATE 1-Herring counted\nThey met in Oslo.", OSLO, id="a sentence before the dateline"),
    pytest.param("BC-Norway-Fish\nOne headline\nAnother one", OSLO, id="two headlines"),
    pytest.param("US-Russia talks end", OSLO, id="countries that a hyphen joins are no slug"),
    pytest.param("(Adding is hard)", "They met in Oslo, May 15.", id="a remark in brackets"),
    pytest.param("", OSLO, id="a dateline alone"),
    pytest.param("0412\n" * MAX_WIRE_LINES, OSLO, id="a dateline that comes too late"),
]


@pytest.mark.parametrize(("header", "body"), TEXTS)
def test_takes_nothing_else_for_a_header(header, body):
    """Lines without a mark of the trade, or without a dateline soon after, are text."""
    assert read(header, body) is None


def test_only_the_text_is_left_of_a_dispatch():
    """What stands before the dateline is header, and what follows the last sentence is a sign-off."""
    ends = ["(Reporting by Ann Lee; Editing by Jan Vik)", "AP-OS-05-15-19 1402EST"]
    text = "\n\n".join(["UPDATE 1-Herring counted", OSLO, *ends])
    article = read_record({"id": "fish", "date": "2019-05-15", "text": text})
    assert [passage.text for passage in article.passages] == ["The ministers met."]
    assert (article.title, article.agency, article.dateline) == ("Herring counted", "AP", "OSLO, May 15")
    assert article.published_on == date(2019, 5, 15)


HEADED = [
    pytest.param("Herring counted", id="a headline alone"),
    pytest.param("Herring counted =", id="with the sign of dpa"),
    pytest.param("Herring counted\n   by Ann Lee", id="with a byline as AFP writes it"),
    pytest.param("Herring counted\nBy ANN LEE\nAssociated Press", id="with the office of its author"),
    pytest.param("Herring counted\nSource: Xinhua| 2019-05-15 20:41:12|Editor: Li Na", id="Xinhua"),
    pytest.param("a0455 ----\nr i BC-EU--Norway-Fish,1st Ld-Writethru 05-15\nHerring counted", id="AP"),
    pytest.param("ZCZC\nBC-NORWAY-FISH (PICTURE)\nHerring counted", id="with pictures"),
]


@pytest.mark.parametrize("header", HEADED)
def test_a_headline_is_the_title_of_what_has_none(header):
    """A headline before a dateline with an agency is the title where nothing else tells one."""
    found = read_record({"id": "fish", "date": "2019-05-15", "text": f"{header}\n{OSLO}\nThey agreed."})
    assert (found.title, found.agency, found.dateline) == ("Herring counted", "AP", "OSLO, May 15")
    assert found.passages[0].text.startswith("The ministers met.")


UNHEADED = [
    pytest.param("Fish", f"Herring counted\n\n{OSLO}", id="another title is known"),
    pytest.param(None, f"Herring was counted in\n{'OSLO -- and more.'}", id="lines of one sentence"),
    pytest.param(None, f"They met.\n\n{OSLO}", id="a sentence"),
]


@pytest.mark.parametrize(("title", "text"), UNHEADED)
def test_no_words_are_lost_for_a_title(title, text):
    """What may be text stays text."""
    found = read_record({"id": "fish", "date": "2019-05-15", "title": title, "text": text})
    assert found.title == title
    assert found.passages[0].text.split()[0] == text.split()[0]


def test_the_office_of_the_author_is_the_agency():
    """Where the dateline names no agency, the line below the byline does."""
    text = "Herring counted\n\nBy ANN LEE\nAssociated Press\n\nOSLO, May 15 -- They met."
    found = read_record({"id": "fish", "date": "2019-05-15", "text": text})
    assert (found.title, found.agency, found.byline) == ("Herring counted", "Associated Press", "By ANN LEE")


def test_prefers_a_title_that_is_given():
    """The title and the byline that a record gives stand above those of its text."""
    article = read_record(
        {"id": "fish", "date": "2019-05-15", "title": "Fish", "text": f"UPDATE 1-Herring counted\n{OSLO}"}
    )
    assert article.title == "Fish"
    assert [passage.text for passage in article.passages] == ["The ministers met."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("PM-Norway-Fish, Bjt", Kind.MARK, id="a slug"),
        pytest.param("Note to editors: new throughout", Kind.NOTE, id="a note"),
        pytest.param("EDITOR’S NOTE -- new throughout", Kind.NOTE, id="a curly apostrophe, a dash"),
        pytest.param("Update 1-Herring counted", None, id="a label is written in capitals"),
        pytest.param("ANALYSIS - Herring counted", None, id="a label is joined to the headline"),
        pytest.param("Noted: fish", None, id="part of a word"),
    ],
)
def test_knows_the_lines_of_a_header(line, kind):
    """A line of a header is known by its form."""
    assert kind_of(line) is kind


@given(st.text(st.sampled_from("aB 1-:(),.^<\n"), max_size=80))
def test_leaves_texts_without_dateline_alone(text):
    """A text in which no dateline stands has no wire header."""
    assert read_wire(text, 0) in {None, Wire(None, None, 0)}
