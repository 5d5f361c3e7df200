"""Every cell that is not what its column promises is found, in its place, by the rule that says so."""

import unicodedata

import pytest

from summitry.schema import TABLES, table_schema
from summitry.validate import validate

TYPES = [
    pytest.param("word_count", "12.0", id="a fraction of nothing"),
    pytest.param("word_count", " 12", id="a space before"),
    pytest.param("word_count", "1_2", id="Python's separator"),
    pytest.param("word_count", "1,2", id="a separator of thousands"),
    pytest.param("word_count", "+12", id="a sign that says nothing"),
    pytest.param("word_count", "012", id="a zero that says nothing"),
    pytest.param("word_count", "-0", id="less than nothing"),
    pytest.param("word_count", "١٢", id="Arabic digits"),
    pytest.param("word_count", "１２", id="wide digits"),
    pytest.param("word_count", "9223372036854775808", id="2 to the 63rd"),
    pytest.param("word_count", "NaN", id="not a number"),
    pytest.param("word_count", "inf", id="infinity"),
    pytest.param("word_count", "1e2", id="an exponent"),
    pytest.param("word_count", "0x1F", id="hexadecimal"),
    pytest.param("word_count", "TRUE", id="a truth value"),
    pytest.param("published_on", "2024-02-30", id="no such day"),
    pytest.param("published_on", "2023-02-29", id="no leap year"),
    pytest.param("published_on", "0000-01-01", id="a year before the first"),
    pytest.param("published_on", "2024-1-5", id="one digit"),
    pytest.param("published_on", "05/01/2024", id="slashes"),
    pytest.param("published_on", "2024-01-05T00:00:00", id="a time"),
    pytest.param("published_on", "20240105", id="no dashes"),
    pytest.param("published_on", " 2024-01-05", id="a space before a day"),
    pytest.param("published_on", "+2024-01-05", id="a sign before a day"),
    pytest.param("published_on", "٢٠٢٤-٠١-٠٥", id="a day in Arabic digits"),
]


@pytest.mark.parametrize(("column", "value"), TYPES)
def test_knows_cells_that_are_not_of_their_type(parcel, broken, column, value):
    """There is one way to write a value; all others are errors, even where a loader would guess right."""
    parcel.put("articles", 2, column, value)
    assert broken(parcel)["type"] == [("articles", 2, column)]


TRUTHS = [
    pytest.param("maybe", id="neither"),
    pytest.param("TRUE", id="capitals, as spreadsheets write"),
    pytest.param("True", id="a capital, as Python writes"),
    pytest.param("1", id="a number"),
    pytest.param("yes", id="another word"),
    pytest.param("true ", id="a space behind"),
    pytest.param("false,true", id="both"),
]
REVIEWED = [name for name in TABLES if "reviewed" in table_schema(name).field_names]


@pytest.mark.parametrize("value", TRUTHS)
def test_knows_cells_that_are_no_truth_value(parcel, broken, value):
    """A cell that is to be true or false is one of the two, in these letters."""
    parcel.put("mentions", 2, "reviewed", value)
    assert broken(parcel)["type"] == [("mentions", 2, "reviewed")]


@pytest.mark.parametrize(("value", "rule"), [("maybe", "type"), ("", "required")])
@pytest.mark.parametrize("table", REVIEWED)
def test_every_row_says_whether_it_was_reviewed(parcel, broken, table, value, rule):
    """Of each row that can be reviewed it is told whether it was; nothing and anything else are errors."""
    assert {row[-1] for row in parcel.rows(table)[1:]} == {"true", "false"}
    parcel.put(table, 3, "reviewed", value)
    assert broken(parcel)[rule] == [(table, 3, "reviewed")]


CONSTRAINTS = [
    pytest.param(("quotes", 3, "kind"), "shouted", "enum", id="a word that is not on the list"),
    pytest.param(("quotes", 3, "kind"), "Direct", "enum", id="a word of the list in another case"),
    pytest.param(("entities", 2, "name"), "", "required", id="nothing where something must be"),
    pytest.param(("articles", 2, "word_count"), "", "required", id="no number where one must be"),
    pytest.param(("articles", 2, "word_count"), "-1", "minimum", id="a number below the lowest"),
    pytest.param(("entities", 4, "geonames_id"), "0", "minimum", id="nought where counting starts at one"),
    pytest.param(("articles", 2, "sha256"), "abc", "pattern", id="a value of another form"),
    pytest.param(("articles", 2, "language"), "EN", "pattern", id="another case"),
    pytest.param(("entities", 2, "wikidata_id"), "Q0900001", "pattern", id="a zero that a pattern forbids"),
    pytest.param(("entities", 2, "country_code"), "NO", "pattern", id="two letters for three"),
    pytest.param(("entities", 2, "country_code"), "NOR\n", "unclosed-quote", id="a line break behind a code"),
    pytest.param(("entities", 2, "wikidata_id"), "Q900002 ", "pattern", id="a space behind a code"),
    pytest.param(("paragraphs", 3, "paragraph_id"), "7", "pattern", id="a key of digits alone"),
]


@pytest.mark.parametrize(("place", "value", "rule"), CONSTRAINTS)
def test_knows_values_that_break_a_constraint(parcel, broken, place, value, rule):
    """What the schema asks of a value is checked."""
    parcel.put(*place, value)
    assert place[:2] in [found[:2] for found in broken(parcel)[rule]]


ODDITIES = [
    pytest.param("  ", "blank", id="white space alone"),
    pytest.param(" ", "blank", id="a space that does not break"),
    pytest.param("Ana  Lund", "white-space", id="two spaces"),
    pytest.param(" Ana Lund", "white-space", id="a space before"),
    pytest.param("Ana Lund ", "white-space", id="a space behind"),
    pytest.param("Ana\u00a0Lund", "white-space", id="a space that does not break within"),
    pytest.param("Ana\tLund", "control-character", id="a tab"),
    pytest.param("Ana\0Lund", "control-character", id="NUL"),
    pytest.param("Ana\x1b[31m", "control-character", id="an escape sequence"),
    pytest.param("Ana\x85", "control-character", id="a control character of Latin-1"),
    pytest.param("Ana\u2028Lund", "control-character", id="a separator of lines"),
    pytest.param("Ana\u200bLund", "invisible-character", id="a space of no width"),
    pytest.param("\ufeffAna", "invisible-character", id="a byte order mark in a cell"),
    pytest.param("Ana\u202eLund", "invisible-character", id="a mark that turns the direction"),
    pytest.param("\u3164", "blank", id="a filler of Hangul alone"),
    pytest.param("\u2800", "blank", id="a Braille cell without dots"),
    pytest.param("\u200b\u00a0", "blank", id="a space that does not break, and one of no width"),
    pytest.param("Ana\u3164Lund", "invisible-character", id="a filler of Hangul"),
    pytest.param("Ana\u034fLund", "invisible-character", id="a joiner of graphemes"),
    pytest.param("Ana\ufff9Lund", "invisible-character", id="a mark of annotations"),
    pytest.param("Ana\ufffeLund", "invisible-character", id="what is no character"),
    pytest.param("Ana\U000e0041Lund", "invisible-character", id="a letter of tags"),
    pytest.param("An\u200da Lund", "invisible-character", id="a joiner between letters that join nothing"),
    pytest.param("An\u200ca Lund", "invisible-character", id="a non-joiner between the same"),
    pytest.param("👍\u200d Lund", "invisible-character", id="a joiner that joins nothing"),
    pytest.param("🏴\U000e0041", "invisible-character", id="a flag of no country"),
    pytest.param("NA", "missing-word", id="what R reads as nothing"),
    pytest.param("N/A", "missing-word", id="what pandas reads as nothing"),
    pytest.param("null", "missing-word", id="what SQL calls nothing"),
    pytest.param("None", "missing-word", id="what Python calls nothing"),
    pytest.param("nan", "missing-word", id="what NumPy calls nothing"),
    pytest.param("=1+1", "formula", id="a formula"),
    pytest.param("+1", "formula", id="a formula with plus"),
    pytest.param("-1", "formula", id="a formula with minus"),
    pytest.param("@SUM(1)", "formula", id="a function"),
    pytest.param("JosÃ© Lund", "mojibake", id="an accent of Latin-1"),
    pytest.param("Lundâ€™s", "mojibake", id="an apostrophe"),
    pytest.param("WaÅ‚Ä™sa", "mojibake", id="letters of Polish"),
    pytest.param("ÐŸÑƒÑ‚Ð¸Ð½", "mojibake", id="Cyrillic"),
    pytest.param("æ—¥æœ¬", "mojibake", id="Chinese characters"),
    pytest.param("NHKã®ãƒ‹ãƒ¥ãƒ¼ã‚¹", "mojibake", id="Japanese behind Latin letters"),
    pytest.param("Viá»‡t Nam", "mojibake", id="Vietnamese"),
    pytest.param("100 â‚¬", "mojibake", id="a euro"),
    pytest.param("Nestléâ„¢", "mojibake", id="a trade mark"),
    pytest.param("oï¬‚ce", "mojibake", id="a ligature"),
    pytest.param("Jos\ufffd", "mojibake", id="the mark of what was lost"),
    pytest.param(unicodedata.normalize("NFD", "José"), "nfc", id="a letter and its accent apart"),
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
        pytest.param("É”", id="a capital letter before a closing mark"),
        pytest.param("Skål på Å»", id="a Norwegian letter before a closing mark"),
        pytest.param("voilà…”", id="a French letter before points and a mark"),
        pytest.param("São Tomé and Príncipe", id="letters with accents"),
        pytest.param("Łódź, Österreich, Ñuñoa", id="letters of several languages"),
        pytest.param("日本国", id="Chinese characters"),
        pytest.param("Владимир", id="Cyrillic"),
        pytest.param("Nan", id="a name that is nearly a word for nothing"),
        pytest.param("Nullarbor", id="a name that begins with one"),
        pytest.param('“Ann” "Lee", Jr.', id="marks and a comma"),
    ],
)
def test_takes_sound_text_for_what_it_is(parcel, value):
    """No false alarm on letters and marks of any language."""
    parcel.put("entities", 2, "name", value)
    assert list(validate(parcel.folder)) == []


@pytest.mark.parametrize(("value", "rule"), [("=1+1", "formula"), ("NA", "missing-word"), ("Ã©", "mojibake")])
def test_warns_of_what_an_article_wrote(parcel, value, rule):
    """Oddities in text copied from articles are the articles' own: warnings, and the package valid."""
    parcel.put("articles", 2, "title", value)
    report = validate(parcel.folder)
    assert [(problem.rule, problem.severity) for problem in report] == [(rule, "warning")]
    assert (report.exit_code, report.errors, report.warnings) == (0, 0, 1)


@pytest.mark.parametrize("key", ["می‌خواهم", "👨‍👩‍👧"])
def test_lets_no_joiner_be_in_a_key(parcel, broken, key):
    """A key is compared letter by letter, so that it holds nothing that only writing needs."""
    parcel.put("meetings", 2, "meeting_id", key)
    assert broken(parcel)["invisible-character"] == [("meetings", 2, "meeting_id")]


def test_forgives_no_control_character_even_in_text(parcel):
    """Reading drops control characters, so that none is left even where text is copied."""
    parcel.put("articles", 2, "title", "Lund\x07")
    assert validate(parcel.folder).exit_code == 1
