"""A sound package has no problem, for us and for the reference implementation."""

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
