"""The text of an article is shown as it is, and what was read from it where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.site.addresses import page_of, words_of
from summitry.site.marks import Mark, stretches, unplaced


def test_a_paragraph_without_its_tags_is_its_text(made):
    """Nothing is added to the words of an article and nothing is lost."""
    for row in made.tables.paragraphs:
        page = made.pages[page_of("article", row.article_id)]
        assert page.text[words_of("paragraph", row.paragraph_id)] == row.text


@pytest.mark.parametrize("name", ["mentions", "quotes", "reports"])
def test_a_highlight_covers_the_words_of_its_row(made, name):
    """What is highlighted for a row is its text, to the letter."""
    kind = name.removesuffix("s")
    articles = {each.paragraph_id: each.article_id for each in made.tables.paragraphs}
    for row in getattr(made.tables, name):
        page = made.pages[page_of("article", articles[row.paragraph_id])]
        assert page.inside[words_of(kind, getattr(row, f"{kind}_id"))] == row.text


def test_reasons_are_found_in_the_text(made):
    """The words of a reason are those between its start and its end."""
    texts = {each.paragraph_id: each for each in made.tables.paragraphs}
    for row in made.tables.evidence:
        if row.paragraph_id:
            paragraph = texts[row.paragraph_id]
            page = made.pages[page_of("article", paragraph.article_id)]
            assert page.inside[words_of("evidence", row.evidence_id)] == paragraph.text[row.start : row.end]


def test_what_a_person_has_looked_at_is_marked(made):
    """Each row that was reviewed bears its mark once, and no other row bears one."""
    marks = ('class="reviewed"', "<dt>reviewed</dt>")
    pages = [(made.folder / name).read_text(encoding="utf-8") for name in made.pages]
    rows = [row for rows in made.tables for row in rows if getattr(row, "reviewed", False)]
    assert sum(page.count(mark) for page in pages for mark in marks) == len(rows)


def test_no_text_becomes_markup(made):
    """What an article says stays text: no script but ours is on any page."""
    for name, page in made.pages.items():
        ours = 1 + (name.startswith("tables/")) + 2 * (name == "search.html")
        assert page.tags.count("script") == ours, name
        text = (made.folder / name).read_text(encoding="utf-8")
        assert "<script>" not in text
        # nor does a tag of ours become text
        assert not re.search("&lt;/?(?:a|li|dl|dt|dd|mark|span)\\b", text), name
        assert "alert('x')" not in text


@given(st.text(max_size=12), st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=8))
def test_stretches_are_the_text_and_the_marks(text, places):
    """However marks lie across each other: the stretches make the text, and those of a mark its words."""
    marks = [Mark("mention", f"w{number}", f"r{number}", "", *place) for number, place in enumerate(places)]
    found = list(stretches(text, marks))
    assert "".join(each.text for each in found) == text
    lost = unplaced(text, marks)
    for mark in marks:
        words = "".join(each.text for each in found if mark.words in each.inside)
        begins = sum(mark.words in each.begins for each in found)
        assert (words, begins) == (("", 0) if mark.words in lost else (text[mark.start : mark.end], 1))
