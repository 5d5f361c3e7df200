"""A sound package has no problem, for us and for the reference implementation."""

import pytest

from summitry.validate import validate
from summitry.validate.second import frictionless_problems


def test_finds_nothing_wrong_with_a_sound_package(parcel):
    """No false alarm, nothing left unchecked, and every row counted."""
    report = validate(parcel.folder)
    assert list(report) == []
    assert report.skipped == ()
    assert report.exit_code == 0
    assert report.rows["mentions"] == 13


def test_frictionless_agrees_on_a_sound_package(parcel):
    """The reference implementation finds nothing wrong either."""
    assert list(frictionless_problems(parcel.folder)) == []


def test_gives_a_second_opinion(parcel):
    """The engine frictionless reports what frictionless finds, in the same words for places."""
    parcel.put("quotes", 3, "kind", "shouted")
    parcel.put("speakers", 2, "entity_id", "nobody")
    report = validate(parcel.folder, engine="frictionless")
    assert [(each.table, each.line, each.column, each.value, each.rule) for each in report] == [
        ("quotes", 3, "kind", "shouted", "constraint-error"),
        ("speakers", 2, "entity_id", None, "foreign-key"),
    ]
    assert report.exit_code == 1


def test_knows_its_engines(parcel):
    """A name that is no engine is a mistake of the caller."""
    with pytest.raises(ValueError, match="expected one of summitry, frictionless"):
        validate(parcel.folder, engine="goodtables")
