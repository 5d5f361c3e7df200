"""Laws that hold for any text and any day."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.dates import bounds_of, find_dates
from summitry.dates.find import grammar
from summitry.dates.lexicon import lexicon
from summitry.dates.tape import tape_of

WORDS = sorted(lexicon().words) + [
    " ".join(phrase) for row in lexicon().phrases.values() for phrase, _, _ in row
]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 12000).map(str),
    st.integers(0, 99).map("{}th".format),
    st.sampled_from(
        ["10:35", "1990s", "’80s", "’96", "2 1/2", "99:99", "2017-02-30", "31/12/99", "\n\n", "he", "²", "٣"]
    ),
)
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
)
DAYS = st.one_of(st.none(), st.dates())


@settings(deadline=None)
@given(TEXTS, DAYS)
def test_any_text_gives_ordered_spans_and_sound_bounds(text, day):
    """Spans lie in the text, in order, apart; bounds come in order; the same input, the same output."""
    found = find_dates(text, day)
    assert all(
        0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text for one in found
    )
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all((one.first is None) == (one.last is None) == (one.precision == "unknown") for one in found)
    assert all(one.first <= one.last for one in found if one.first)
    assert found == find_dates(text, day)


@given(st.text("0123456789-WQHTE/SPX:"))
def test_any_value_has_sound_bounds(value):
    """A value is bound on both sides or on none."""
    first, last, precision = bounds_of(value)
    assert (first is None) == (last is None) == (precision == "unknown")
    assert first is None or first <= last


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_past_weekday_lies_in_the_week_before(day):
    """“They met on Thursday” is at most six days old, and never to come."""
    [one] = find_dates("They met on Thursday.", day)
    assert one.first is not None
    assert 0 <= (day - one.first).days <= 6
    assert one.first.weekday() == 3


@settings(deadline=None)
@given(TEXTS)
def test_a_tape_has_what_a_fitting_rule_needs(text):
    """A rule is passed over only where its pattern fits nothing."""
    letters = tape_of(text).letters
    lacking = [rule for rule in grammar() if any(map(frozenset(letters).isdisjoint, rule.needs))]
    assert not any(rule.pattern.search(letters) for rule in lacking)


def test_every_rule_needs_something():
    """No rule must be tried on every tape."""
    assert all(rule.needs for rule in grammar())
