"""Every cell that is not what its column promises is found, in its line and column, by the rule that says so."""

import unicodedata

import pytest
from pytest import param

from summitry.validate import validate

TYPES = [
    param("articles", "word_count", "12.0", id="a fraction of nothing"),
    param("articles", "word_count", " 12", id="a space before"),
    param("articles", "word_count", "1_2", id="Python's separator"),
    param("articles", "word_count", "1,2", id="a separator of thousands"),
    param("articles", "word_count", "+12", id="a sign that says nothing"),
    param("articles", "word_count", "012", id="a zero that says nothing"),
    param("articles", "word_count", "-0", id="less than nothing"),
    param("articles", "word_count", "١٢", id="Arabic digits"),
    param("articles", "word_count", "１２", id="wide digits"),
    param("articles", "word_count", "9223372036854775808", id="2 to the 63rd"),
    param("articles", "word_count", "NaN", id="not a number"),
    param("articles", "word_count", "inf", id="infinity"),
    param("articles", "word_count", "1e2", id="an exponent"),
    param("articles", "word_count", "0x1F", id="hexadecimal"),
    param("articles", "word_count", "TRUE", id="a truth value"),
    param("articles", "published_on", "2024-02-30", id="no such day"),
    param("articles", "published_on", "2023-02-29", id="no leap year"),
    param("articles", "published_on", "2024-1-5", id="one digit"),
    param("articles", "published_on", "05/01/2024", id="slashes"),
    param("articles", "published_on", "2024-01-05T00:00:00", id="a time"),
    param("articles", "published_on", "20240105", id="no dashes"),
    param("articles", "published_on", " 2024-01-05", id="a space before a day"),
    param("articles", "published_on", "+2024-01-05", id="a sign before a day"),
    param("articles", "published_on", "٢٠٢٤-٠١-٠٥", id="a day in Arabic digits"),
]


@pytest.mark.parametrize(("table", "column", "value"), TYPES)
def test_knows_cells_that_are_not_of_their_type(parcel, broken, table, column, value):
    """There is one way to write a value; all others are errors, even where a loader would guess right."""
    parcel.put(table, 2, column, value)
    assert broken(parcel)["type"] == [(table, 2, column)]


CONSTRAINTS = [
    param("quotes", 3, "kind", "shouted", "enum", id="a word that is not on the list"),
    param("quotes", 3, "kind", "Direct", "enum", id="a word of the list in another case"),
    param("entities", 2, "name", "", "required", id="nothing where something must be"),
    param("articles", 2, "word_count", "", "required", id="no number where one must be"),
    param("articles", 2, "word_count", "-1", "minimum", id="a number below the lowest"),
    param("entities", 4, "geonames_id", "0", "minimum", id="nought where counting starts at one"),
    param("articles", 2, "sha256", "abc", "pattern", id="a value of another form"),
    param("articles", 2, "language", "EN", "pattern", id="another case"),
    param("entities", 2, "wikidata_id", "Q0900001", "pattern", id="a zero that a pattern forbids"),
    param("entities", 2, "country_code", "NO", "pattern", id="two letters for three"),
    param("entities", 2, "country_code", "NOR\n", "unclosed-quote", id="a line break behind a code"),
    param("entities", 2, "wikidata_id", "Q900002 ", "pattern", id="a space behind a code"),
    param("paragraphs", 3, "paragraph_id", "7", "pattern", id="a key of digits alone"),
]


@pytest.mark.parametrize(("table", "line", "column", "value", "rule"), CONSTRAINTS)
def test_knows_values_that_break_a_constraint(parcel, broken, table, line, column, value, rule):
    """What the schema asks of a value is checked."""
    parcel.put(table, line, column, value)
    assert (table, line) in [place[:2] for place in broken(parcel)[rule]]


ODDITIES = [
    param("  ", "blank", id="white space alone"),
    param(" ", "blank", id="a space that does not break"),
    param("Ana  Lund", "white-space", id="two spaces"),
    param(" Ana Lund", "white-space", id="a space before"),
    param("Ana Lund ", "white-space", id="a space behind"),
    param("Ana\u00a0Lund", "white-space", id="a space that does not break within"),
    param("Ana\tLund", "control-character", id="a tab"),
    param("Ana\0Lund", "control-character", id="NUL"),
    param("Ana\x1b[31m", "control-character", id="an escape sequence"),
    param("Ana\x85", "control-character", id="a control character of Latin-1"),
    param("Ana\u2028Lund", "control-character", id="a separator of lines"),
    param("Ana\u200bLund", "invisible-character", id="a space of no width"),
    param("\ufeffAna", "invisible-character", id="a byte order mark in a cell"),
    param("Ana\u202eLund", "invisible-character", id="a mark that turns the direction"),
    param("NA", "missing-word", id="what R reads as nothing"),
    param("N/A", "missing-word", id="what pandas reads as nothing"),
    param("null", "missing-word", id="what SQL calls nothing"),
    param("None", "missing-word", id="what Python calls nothing"),
    param("nan", "missing-word", id="what NumPy calls nothing"),
    param("=1+1", "formula", id="a formula"),
    param("+1", "formula", id="a formula with plus"),
    param("-1", "formula", id="a formula with minus"),
    param("@SUM(1)", "formula", id="a function"),
    param("JosÃ© Lund", "mojibake", id="an accent of Latin-1"),
    param("Lundâ€™s", "mojibake", id="an apostrophe"),
    param("WaÅ‚Ä™sa", "mojibake", id="letters of Polish"),
    param("ÐŸÑƒÑ‚Ð¸Ð½", "mojibake", id="Cyrillic"),
    param("æ—¥æœ¬", "mojibake", id="Chinese characters"),
    param("Jos\ufffd", "mojibake", id="the mark of what was lost"),
    param(unicodedata.normalize("NFD", "José"), "nfc", id="a letter and its accent apart"),
]


@pytest.mark.parametrize(("value", "rule"), ODDITIES)
def test_knows_what_no_cell_should_hold(parcel, broken, value, rule):
    """What breaks keys, loaders or spreadsheets is an error in what we write ourselves."""
    parcel.put("entities", 2, "name", value)
    found = broken(parcel)
    assert found[rule] == [("entities", 2, "name")]


@pytest.mark.parametrize(
    "value",
    [
        param("É”", id="a capital letter before a closing mark"),
        param("Skål på Å»", id="a Norwegian letter before a closing mark"),
        param("voilà…”", id="a French letter before points and a mark"),
        param("São Tomé and Príncipe", id="letters with accents"),
        param("Łódź, Österreich, Ñuñoa", id="letters of several languages"),
        param("日本国", id="Chinese characters"),
        param("Владимир", id="Cyrillic"),
        param("Nan", id="a name that is nearly a word for nothing"),
        param("Nullarbor", id="a name that begins with one"),
        param('“Ann” "Lee", Jr.', id="marks and a comma"),
    ],
)
def test_takes_sound_text_for_what_it_is(parcel, value):
    """No false alarm on letters and marks of any language."""
    parcel.put("entities", 2, "name", value)
    assert list(validate(parcel.folder)) == []


@pytest.mark.parametrize(("value", "rule"), [("=1+1", "formula"), ("NA", "missing-word"), ("Ã©", "mojibake")])
def test_warns_of_what_an_article_wrote(parcel, value, rule):
    """Oddities in text copied from articles are the articles' own: warnings, which leave the package valid."""
    parcel.put("articles", 2, "title", value)
    report = validate(parcel.folder)
    assert [(problem.rule, problem.severity) for problem in report] == [(rule, "warning")]
    assert (report.exit_code, report.errors, report.warnings) == (0, 0, 1)


def test_forgives_no_control_character_even_in_text(parcel):
    """Reading drops control characters, so that none is left even where text is copied."""
    parcel.put("articles", 2, "title", "Lund\x07")
    assert validate(parcel.folder).exit_code == 1
