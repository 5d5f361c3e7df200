"""The word lists of this room."""

import csv

import pytest

from summitry.read.dateline import line_opening
from summitry.read.decode import signatures
from summitry.read.known import WORDS, agencies, words


def lines_of(name):
    """The lines of a list that are no comments."""
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("path", sorted(WORDS.iterdir()), ids=lambda path: path.name)
def test_lists_say_what_they_are_and_repeat_nothing(path):
    """A list begins with a comment, and has each line once."""
    assert path.read_text(encoding="utf-8").startswith("# ")
    lines = lines_of(path.name)
    assert len(set(lines)) == len(lines)
    assert all(line == line.strip() != "" for line in lines)


def test_each_form_of_an_agency_means_one():
    """No form stands for two agencies, not even in capitals."""
    rows = list(csv.DictReader(lines_of("agencies.csv")))
    meanings: dict[str, set[str]] = {}
    for row in rows:
        for form in (row["written"], row["written"].upper()):
            meanings.setdefault(form, set()).add(row["agency"])
    assert [form for form, agency in meanings.items() if len(agency) > 1] == []


def test_each_agency_is_recognised():
    """Every listed form alone on a line is an agency."""
    openings = {form: line_opening(form) for form in sorted(agencies())}
    assert [form for form, found in openings.items() if not found or found.agency != form] == []


def test_lists_do_not_contradict():
    """A label of the trade is no city; signatures of files are known."""
    assert not words("labels") & words("cities")
    assert all(start and kind for start, kind in signatures())
