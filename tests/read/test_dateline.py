"""Agencies, datelines and bylines, and texts that only look like them."""

import pytest

from summitry.read.byline import is_byline
from summitry.read.dateline import line_opening, opening_of, place_of
from summitry.settings import MAX_HEADING_CHARS

OPENINGS = [
    pytest.param("OSLO (AFP) — ", "AFP", "OSLO", id="place, agency, dash"),
    pytest.param("OSLO (AFP) - ", "AFP", "OSLO", id="place, agency, hyphen"),
    pytest.param("Oslo (AFP) - ", "AFP", "Oslo", id="place in small letters, known agency"),
    pytest.param("BERGEN, May 15 (Reuters) - ", "Reuters", "BERGEN, May 15", id="place, day, agency"),
    pytest.param("LONDON/OSLO (Reuters) - ", "Reuters", "LONDON/OSLO", id="two places"),
    pytest.param("BODO, Norway (AP) — ", "AP", "BODO, Norway", id="place and country"),
    pytest.param("ST. PAUL, Minn. (AP) — ", "AP", "ST. PAUL, Minn.", id="place with full stops"),
    pytest.param("PORT-AU-PRINCE, Haiti (AP) — ", "AP", "PORT-AU-PRINCE, Haiti", id="place with hyphens"),
    pytest.param("N’DJAMENA (Reuters) - ", "Reuters", "N’DJAMENA", id="place with an apostrophe"),
    pytest.param("ABOARD THE ROYAL TRAIN (Reuters) - ", "Reuters", "ABOARD THE ROYAL TRAIN", id="under way"),
    pytest.param("OSLO (AP) _ ", "AP", "OSLO", id="the underline of old wires"),
    pytest.param("OSLO (AP)_ ", "AP", "OSLO", id="the same without a space"),
    pytest.param("OSLO, May 15 (Xinhua) -- ", "Xinhua", "OSLO, May 15", id="two hyphens"),
    pytest.param("OSLO, May 15. /TASS/. ", "TASS", "OSLO, May 15", id="agency between slashes"),
    pytest.param("Oslo, 15 May (EFE).- ", "EFE", "Oslo, 15 May", id="day before month, stop and hyphen"),
    pytest.param(
        "OSLO, May 15, 2019 /PRNewswire/ -- ", "PRNewswire", "OSLO, May 15, 2019", id="with the year"
    ),
    pytest.param("New Delhi, Apr 28 (PTI) ", "PTI", "New Delhi, Apr 28", id="day and agency need no dash"),
    pytest.param("OSLO (NTB) ", "NTB", "OSLO", id="nor do capitals and agency"),
    pytest.param("TOKYO, Kyodo — ", "Kyodo", "TOKYO", id="agency after a comma"),
    pytest.param("Tehran, March 15, IRNA - ", "IRNA", "Tehran, March 15", id="place, day, agency, commas"),
    pytest.param("AFP, OSLO — ", "AFP", "OSLO", id="agency first"),
    pytest.param("(ANSA) - Rome, April 28 - ", "ANSA", "Rome, April 28", id="agency in brackets first"),
    pytest.param("(Reuters) - ", "Reuters", None, id="agency in brackets alone"),
    pytest.param("AFP — ", "AFP", None, id="agency alone"),
    pytest.param("May 15 (Bloomberg) -- ", "Bloomberg", None, id="day and agency"),
    pytest.param("OSLO. May 15. /TASS/. ", "TASS", "OSLO. May 15", id="full stops"),
    pytest.param("OSLO. May 15 (Interfax) - ", "Interfax", "OSLO. May 15", id="a full stop and brackets"),
    pytest.param("Oslo, 15 may (EFE).- ", "EFE", "Oslo, 15 may", id="a month in small letters"),
    pytest.param("Oslo (dpa) – ", "dpa", "Oslo", id="an agency in small letters"),
    pytest.param("OSLO (AFP/Reuters) — ", "AFP/Reuters", "OSLO", id="two agencies"),
    pytest.param("OSLO — ", None, "OSLO", id="place in capitals and dash"),
    pytest.param("NEWARK, N.J. _ ", None, "NEWARK, N.J.", id="place and state"),
    pytest.param("KONGSVINGER—", None, "KONGSVINGER", id="dash without spaces"),
    pytest.param("OSLO – 15 May 2019: ", None, "OSLO – 15 May 2019", id="dash, day, colon"),
    pytest.param("Oslo, 15 May — ", None, "Oslo, 15 May", id="place in small letters, day and dash"),
    pytest.param("Oslo - ", None, "Oslo", id="a city that datelines name alone"),
    pytest.param("NEW DELHI: ", None, "NEW DELHI", id="such a city in capitals and colon"),
]


@pytest.mark.parametrize(("opening", "agency", "dateline"), OPENINGS)
def test_finds_openings(opening, agency, dateline):
    """Agency and dateline before the first sentence are found as written, and nothing of the sentence."""
    text = f"{opening}The ministers met on Tuesday."
    found = opening_of(text)
    assert found
    assert (found.agency, found.dateline) == (agency, dateline)
    assert text[found.end :].lstrip() == "The ministers met on Tuesday."


TEXTS = [
    pytest.param("The ministers met on Tuesday.", id="a sentence"),
    pytest.param("OSLO — the capital of Norway — is on a fjord.", id="an apposition in dashes"),
    pytest.param("Lillehammer - The town of the games", id="an unknown place in small letters"),
    pytest.param("Norway — The country votes.", id="a country"),
    pytest.param("Oslo: The ministers met.", id="a metonym and colon, as in headlines"),
    pytest.param("SOLHEIM: We will meet.", id="a speaker of a transcript"),
    pytest.param("EXCLUSIVE: The ministers met.", id="a label and colon"),
    pytest.param("BREAKING NEWS — The ministers met.", id="a label and dash"),
    pytest.param("NATO — The alliance met.", id="a body in capitals"),
    pytest.param("PARIS—ROUBAIX was won by a Dane.", id="a name with a dash"),
    pytest.param("OSLO–BERGEN trains were late.", id="a route"),
    pytest.param("Dahl (Reuters) said so.", id="a name and a source in a sentence"),
    pytest.param("Bloomberg — the company — grew.", id="an agency as a subject"),
    pytest.param("The two leaders — Solheim and Dahl — met.", id="dashes in a sentence"),
    pytest.param("On Tuesday, May 5 - The day", id="a day after a preposition"),
    pytest.param("Monday, May 5 - The ministers met.", id="a day is no place"),
    pytest.param("OSLO, where ministers met — The talks", id="a clause after the place"),
    pytest.param("A — The first part", id="a single letter"),
    pytest.param("OSLO (AFP) —", id="nothing follows"),
    pytest.param("", id="nothing at all"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_leaves_text_alone(text):
    """What is not surely an agency or a dateline is text."""
    assert opening_of(text) is None


LINES = [
    pytest.param("AFP, OSLO", "AFP", "OSLO", id="agency and place"),
    pytest.param("AP, WASHINGTON", "AP", "WASHINGTON", id="another agency"),
    pytest.param("REUTERS, OSLO", "REUTERS", "OSLO", id="agency in capitals"),
    pytest.param("AFP, SAINT PETERSBURG, Russia", "AFP", "SAINT PETERSBURG, Russia", id="place and country"),
    pytest.param("AFP and Reuters, PARIS", "AFP and Reuters", "PARIS", id="two agencies"),
    pytest.param("The Guardian, LONDON", "The Guardian", "LONDON", id="a paper"),
    pytest.param("TOKYO, Kyodo", "Kyodo", "TOKYO", id="place and agency"),
    pytest.param("Tokyo, Kyodo", "Kyodo", "Tokyo", id="the same in small letters"),
    pytest.param("OSLO (AFP) —", "AFP", "OSLO", id="dateline that ends in a dash"),
    pytest.param("BODO, Norway (AP) _", "AP", "BODO, Norway", id="or in an underline"),
    pytest.param("Reuters", "Reuters", None, id="agency alone"),
    pytest.param("(AFP)", "AFP", None, id="agency in brackets"),
    pytest.param("By The Associated Press", "The Associated Press", None, id="agency as author"),
    pytest.param("OSLO", None, "OSLO", id="city in capitals"),
    pytest.param("KONGSVINGER —", None, "KONGSVINGER", id="unknown place in capitals before a dash"),
    pytest.param("Oslo, May 15", None, "Oslo, May 15", id="city and day"),
]


@pytest.mark.parametrize(("line", "agency", "dateline"), LINES)
def test_reads_lines_of_origin(line, agency, dateline):
    """A line of nothing but agency and place is read as such."""
    found = line_opening(line)
    assert found
    assert (found.agency, found.dateline) == (agency, dateline)


OTHER_LINES = [
    "DAHL WINS",
    "BREAKING NEWS",
    "Oslo",
    "KONGSVINGER",
    "Ann Lee, Reuters",
    "Solheim, Dahl",
    "Bloomberg Tower",
]


@pytest.mark.parametrize("line", [*OTHER_LINES, "AFP, OSLO " + "—" * MAX_HEADING_CHARS])
def test_other_lines_are_text(line):
    """A headline, a name or anything long is no origin."""
    assert line_opening(line) is None


def test_beside_the_date_a_place_may_name_its_country():
    """On the date line a place in capitals with its country is a dateline, even if no list knows it."""
    assert line_opening("KONGSVINGER, Norway") is None
    assert line_opening("KONGSVINGER, Norway", beside_date=True).dateline == "KONGSVINGER, Norway"


BYLINES = [
    "By Ann Lee",
    "By ANN LEE, Associated Press",
    "By Ann Lee and Jan de Vries",
    "By Ann Lee in Oslo and Jan van der Berg in Bergen",
    "By Ann Lee, Political Editor",
    "By Ann Lee | Bloomberg",
    "By Lee Wei-ming and Ann Dahl / Staff reporters, with staff writer",
    "By staff writer",
    "Staff writer, with CNA",
    "Staff and agencies",
    "By Our Correspondent",
    "by Ann Lee",
]


@pytest.mark.parametrize("line", BYLINES)
def test_knows_bylines(line):
    """Who wrote an article stands on a line of its own."""
    assert is_byline(line)


NO_BYLINES = [
    "By Monday Morning",
    "By Air, Land and Sea",
    "By the way, it works",
    "By Ann Lee’s account, nothing was agreed",
    "Staff shortages",
    "Staff Sergeant Ann Lee",
    "Ann Lee",
    "By Ann Lee " * 20,
]


@pytest.mark.parametrize("line", NO_BYLINES)
def test_knows_what_is_no_byline(line):
    """A headline or a sentence that begins like a byline is text."""
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("OSLO", "OSLO"),
        ("OSLO, May 15", "OSLO"),
        ("BODO, Norway", "BODO, Norway"),
        ("OSLO – 15 May 2019", "OSLO"),
        ("MOSCOW. May 15, 2019", "MOSCOW"),
        ("BODO, Norway May 15", "BODO, Norway"),
        ("NEW YORK, N.Y.", "NEW YORK, N.Y."),
    ],
)
def test_the_place_of_a_dateline(dateline, place):
    """The day is no part of the place."""
    assert place_of(dateline) == place
