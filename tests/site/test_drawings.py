"""The timeline, the network and the map: everything has its place, and the place can be seen."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.bounds import AXIS_EMPTY_COLUMNS
from summitry.site.axis import axis_of
from summitry.site.network import around, bend_of, node_of
from summitry.site.worldmap import dot_of, outlines

DAYS = st.dates().map(date.isoformat)
SPANS = st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), min_size=1, max_size=12)

CASES = [
    pytest.param([("2019-05-14", "2019-05-15")], "day", ["2019-05-14", "2019-05-15"], id="days of one week"),
    pytest.param(
        [("2019-05-01", "2019-05-31"), ("2019-07-02", "2019-07-02")],
        "month",
        ["2019-05", "2019-06", "2019-07"],
        id="a whole month has too many days",
    ),
    pytest.param(
        [("1972-01-01", "1972-12-31"), ("2019-01-01", "2020-12-31")],
        "year",
        ["1972", "2019", "2020"],
        id="one old meeting does not crowd the others",
    ),
    pytest.param(
        [(f"19{year}-01-01", f"19{year}-12-31") for year in (10, 15, 20, 25)],
        "decade",
        ["191", "192"],
        id="time is not left out in many places",
    ),
]


@pytest.mark.parametrize(("spans", "unit", "periods"), CASES)
def test_time_is_divided_as_a_reader_would(spans, unit, periods):
    """The finest unit that is easy to read, without the stretches in which nothing was."""
    axis = axis_of(spans, 12)
    assert (axis.unit, [each.period for each in axis.columns]) == (unit, periods)


@given(SPANS, st.integers(1, 30))
def test_every_day_has_its_place_on_the_axis(spans, most):
    """Columns stand side by side from left to right, each day lies in its own, and ends after it begins."""
    axis = axis_of(spans, most)
    ends = [each.x + each.width for each in axis.columns]
    assert axis.columns[0].x == 0
    assert ends[-1] <= 100.1
    assert all(each.x >= end - 0.02 for each, end in zip(axis.columns[1:], ends, strict=False))
    for span in spans:
        for day in span:
            column = axis.column_at(day)
            assert day.startswith(column.period)
            assert column.x <= axis.begin(day) < axis.end(day) + 0.02
            assert axis.end(day) <= column.x + column.width + 0.02
        assert axis.begin(span[0]) <= axis.end(span[1]) + 0.02


@given(SPANS)
def test_time_is_left_out_only_where_nothing_was(spans):
    """Between columns that stand side by side no time is missing."""
    columns = axis_of(spans, 24).columns
    years = [each for each in columns if len(each.period) == 4]
    for one, following in pairwise(years):
        gap = int(following.period) - int(one.period)
        assert (gap > 1) == following.after_fold
        assert gap == 1 or gap > AXIS_EMPTY_COLUMNS + 1


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("efgh")), st.integers(1, 9)))
def test_everybody_who_met_somebody_has_one_place(times):
    """Nobody stands on the circle twice, and nobody who met none of the others."""
    assert sorted(around(times)) == sorted({key for pair in times for key in pair})


def test_lines_bend_inwards():
    """The line between two neighbours leaves the circle inwards; that between two opposites is straight."""
    nodes = [node_of({"entity_id": f"e{n}", "name": "n", "times": 1}, n / 12, 100) for n in range(12)]
    x, y = bend_of(nodes[0], nodes[1], 100)
    middle = (nodes[0].x + nodes[1].x) / 2, (nodes[0].y + nodes[1].y) / 2
    assert x**2 + y**2 < middle[0] ** 2 + middle[1] ** 2
    assert bend_of(nodes[0], nodes[6], 100) == (0, 0)


def test_small_countries_have_a_dot_and_large_ones_none():
    """Who is hard to see on the map has a dot on it."""
    dots = {code: dot_of(path) for code, path in outlines()}
    assert dots["LUX"]
    assert not dots["RUS"]
    for dot in filter(None, dots.values()):
        assert 0 <= dot[0] <= 1000
        assert 0 <= dot[1] <= 400
