"""The timeline, the network and the map: everything has its place, and the place can be seen."""

import re
from datetime import date
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from summitry.bounds import AXIS_EMPTY_COLUMNS
from summitry.site.axis import axis_of
from summitry.site.countries import Land
from summitry.site.network import Node, Tie, around, drawing_of
from summitry.site.timeline import bars_of, drawings_of
from summitry.site.worldmap import dot_of, map_of, outlines

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


def network(times):
    """A network of so many meetings of each two of twelve, taken apart: its ties by who they are of."""
    nodes = [Node(f"n{n}", f"N {n}", f"entity/n{n}.html", 1) for n in range(12)]
    ties = [Tie(nodes[one], nodes[other], count) for (one, other), count in times.items()]
    svg = fromstring(drawing_of(nodes, ties))
    return svg, dict(zip(times, marks(svg, "tie"), strict=True))


def marks(svg, name):
    """What is drawn under a name."""
    return svg.findall(f".//*[@class='mark-path role-mark {name}']/path")


def corners(tie, middle):
    """Where a tie begins, bends to and ends, told from the centre of the circle."""
    figures = [float(each) - middle for each in re.findall(r"[\d.]+", tie.get("d"))]
    return [complex(*figures[place : place + 2]) for place in (0, 2, 4)]


def test_lines_bend_inwards():
    """The line between two neighbours leaves the circle inwards; that between two opposites is straight."""
    svg, ties = network({(0, 1): 1, (0, 6): 1})
    middle = float(svg.get("viewBox").split()[2]) / 2
    one, bend, other = corners(ties[0, 1], middle)
    assert abs(bend) < abs(one + other) / 2
    assert corners(ties[0, 6], middle)[1] == 0


@pytest.mark.parametrize(
    ("counts", "thick"),
    [
        pytest.param([1], [1.5], id="one meeting is a thin line, also where nobody met more often"),
        pytest.param([5, 3, 1], [9, 5.25, 1.5], id="from the thinnest to the thickest"),
    ],
)
def test_lines_are_as_thick_as_meetings_were_many(counts, thick):
    """A line for each pair, thicker for more meetings."""
    _, ties = network({(0, place): count for place, count in enumerate(counts, 1)})
    assert [float(each.get("stroke-width")) for each in ties.values()] == thick


def test_names_on_the_left_are_not_upside_down():
    """Every name can be read without turning the page by more than a quarter."""
    svg, _ = network({(0, 1): 1})
    turned = [re.search(r"rotate\((.+?)\)", each.get("transform")) for each in svg.iter("text")]
    turns = [float(each[1]) for each in turned if each]
    assert len(turns) == 10
    assert all(-90 <= (turn + 180) % 360 - 180 <= 90 for turn in turns)


def test_names_are_escaped():
    """A name is a text, whatever stands in it, and in no way a part of the page."""
    node, other = (Node(key, "<b>&\x01", f"entity/{key}.html", 1) for key in "ab")
    svg = drawing_of([node, other], [Tie(node, other, 1)])
    assert "<b>" not in svg
    assert [each.text for each in fromstring(svg).iter("text")] == ["<b>&\N{REPLACEMENT CHARACTER}"] * 2


def counted(days):
    """Meetings of days as the timeline counts them."""
    return [{"start_date": day, "held": held, "times": times} for day, held, times in days]


MANY = counted([("1972-05-01", True, 3), ("2019-05-14", True, 3), ("2019-05-14", False, 1)])


def test_bars_are_as_high_as_meetings_were_many():
    """What was held stands on the ground, the rest on it, and both are as high as they are many."""
    axis, bars = bars_of(MANY)
    for svg in map(fromstring, drawings_of(axis, bars).values()):
        parts = [re.match(r"M(.+?),(.+?)h.+?v(.+?)h", each.get("d")).groups() for each in rects(svg, "part")]
        (_, _, first), (x, top, held), (above_x, above, other) = [map(float, each) for each in parts]
        assert (first, held, x) == (held, pytest.approx(3 * other), above_x)
        assert above + other == pytest.approx(top)
        assert top + held == pytest.approx(176)


def rects(svg, name):
    """The bars that are drawn under a name."""
    return svg.findall(f".//*[@class='mark-rect role-mark {name}']/path")


def test_every_bar_is_a_link_that_says_what_it_counts():
    """One link for each bar, to its meetings, with the figures of the table; time left out is seen."""
    axis, bars = bars_of(MANY)
    for svg in map(fromstring, drawings_of(axis, bars).values()):
        links = {each.get("href"): each.get("aria-label") for each in svg.iter("a")}
        assert links == {
            "tables/meetings.html#start_date=1972-05-01": "1972-05-01: 3 held, 0 planned or other",
            "tables/meetings.html#start_date=2019-05-14": "2019-05-14: 3 held, 1 planned or other",
        }
        assert [each.findtext("title") for each in svg.iter("a")] == list(links.values())
        assert len(marks(svg, "fold")) == 1


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        pytest.param(1, ["0", "1"], id="no half meetings"),
        pytest.param(3, ["0", "1", "2", "3"], id="each where there are few"),
        pytest.param(3000, ["0", "1k", "2k", "3k"], id="short where there are many"),
    ],
)
def test_heights_are_told_in_whole_meetings(most, labels):
    """The axis has a few round figures."""
    drawings = drawings_of(*bars_of(counted([("2019-05-14", True, most)])))
    texts = [each.text for each in fromstring(drawings["broad"]).iter("text")]
    assert texts == [*labels, "2019-05-14"]


def shades(**held):
    """The shade of each country on a map of so many meetings."""
    lands = [Land(code, code, 1, times, times, 1) for code, times in held.items()]
    svg = fromstring(map_of(lands)["drawing"])
    return {each.get("aria-label"): each.find(".//path").get("fill") for each in svg.iter("a")}


def test_countries_are_as_dark_as_meetings_were_many():
    """The most has the darkest of five shades, a fifth of it the lightest; each is a link that tells it."""
    assert shades(NOR=1) == {"NOR: 1 held": "var(--shade5)"}
    assert shades(NOR=1, SWE=2, FRA=5, DEU=0) == {
        "FRA: 5 held": "var(--shade5)",
        "NOR: 1 held": "var(--shade1)",
        "SWE: 2 held": "var(--shade2)",
    }


def test_a_country_that_cannot_be_drawn_is_listed():
    """The map is drawn also where none of its countries has a meeting."""
    found = map_of([Land("MCO", "Monaco", 1, 1, 1, 1)])
    assert [each.code for each in found["missing"]] == ["MCO"]
    assert "<a " not in found["drawing"]


def test_nothing_in_a_drawing_is_of_another_place():
    """The addresses that Vega makes of ours are ours again, and no name of a standard is left that is one."""
    found = map_of([Land("LUX", "Luxembourg", 1, 1, 1, 1)])["drawing"]
    assert 'href="country/lux.html"' in found
    assert "//" not in found


def test_small_countries_have_a_dot_and_large_ones_none():
    """Who is hard to see on the map has a dot on it."""
    dots = {code: dot_of(path) for code, path in outlines()}
    assert dots["LUX"]
    assert not dots["RUS"]
    for dot in filter(None, dots.values()):
        assert 0 <= dot[0] <= 1000
        assert 0 <= dot[1] <= 400
