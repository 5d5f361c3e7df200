"""Judged rows are found again only as they were judged, and no article foretells itself."""

import csv
import doctest
import re
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sound_tables import TALKS, sound_tables
from summitry.knowledge.confidence import Judged, rounded, share_right

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from calibrate_fit import (  # noqa: E402  # scripts are no package
    Foretold,
    bins,
    by_other_articles,
    confidence_csv,
    counted,
    fitted,
    in_sample,
    reliability,
)
from calibrate_judged import JUDGED, Verdict, rows_in, verdicts  # noqa: E402

# --- the rows that were judged

HEADER = {
    "mentions": "article,paragraph,start,end,entity,type,country_code,geonames_id,right",
    "speakers": "article,paragraph,start,end,entity,type,country_code,geonames_id,right",
    "meetings": "article,kind,status,start_date,end_date,place,participants,right",
}
RIGHT = {
    "mentions": "river,1,10,18,Q900001,person,NOR,,true",
    "speakers": "river,2,1,23,Q900001,person,NOR,,true",
    "meetings": "river,talks,held,2019-05-16,2019-05-16,tarn,Q900001|emile-roche,true",
}


def judged(folder, **lines):
    """A folder of judged rows, those that are asked for."""
    for name, header in HEADER.items():
        (folder / f"{name}.csv").write_text(f"{header}\n{lines.get(name, '')}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("table", HEADER)
def test_finds_a_judged_row(tmp_path, table):
    """What the program still says as it was judged has the verdict and the sort of its row."""
    [verdict] = verdicts(sound_tables(), judged(tmp_path, **{table: RIGHT[table]}))
    assert (verdict.table, verdict.article, verdict.right) == (table, "river", True)


OTHERWISE = [
    pytest.param("mentions", "Q900001", "Q1", id="another person"),
    pytest.param("mentions", "10,18", "10,17", id="other ends"),
    pytest.param("mentions", "river,1", "river,2", id="another paragraph"),
    pytest.param("mentions", "person", "organization", id="another type"),
    pytest.param("mentions", "NOR", "SWE", id="another country"),
    pytest.param("mentions", ",,true", ",5,true", id="an id that is gone"),
    pytest.param("speakers", "Q900001", "emile-roche", id="another speaker"),
    pytest.param("speakers", "1,23", "2,23", id="other words"),
    pytest.param("meetings", "talks", "visit", id="another kind"),
    pytest.param("meetings", "held", "planned", id="another status"),
    pytest.param("meetings", "16,2019", "15,2019", id="another day"),
    pytest.param("meetings", "tarn", "", id="a place where there was none"),
    pytest.param("meetings", "tarn", "norland", id="another place"),
    pytest.param("meetings", "|emile-roche", "", id="one more who takes part"),
    pytest.param("meetings", "emile-roche", "tarn-post", id="another who takes part"),
    pytest.param("meetings", "river", "visit", id="told elsewhere"),
]


@pytest.mark.parametrize(("table", "old", "new"), OTHERWISE)
def test_what_is_said_otherwise_is_not_judged(tmp_path, table, old, new):
    """A verdict is on what the program said, and on nothing else."""
    assert old in RIGHT[table]
    folder = judged(tmp_path, **{table: RIGHT[table].replace(old, new, 1)})
    assert verdicts(sound_tables(), folder) == []


FILLED = [
    pytest.param("mentions", "Q900001,person,NOR", "ana-lund,person,", id="an entity had no id then"),
    pytest.param("meetings", "Q900001|emile-roche", "ana-lund|emile-roche", id="so did one who took part"),
]


@pytest.mark.parametrize(("table", "old", "new"), FILLED)
def test_what_was_empty_can_be_filled(tmp_path, table, old, new):
    """An empty cell was not wrong, and a row that has an id since is still the row that was judged."""
    folder = judged(tmp_path, **{table: RIGHT[table].replace(old, new, 1)})
    assert len(verdicts(sound_tables(), folder)) == 1


def test_a_meeting_told_twice_is_right_if_both_are(tmp_path):
    """One row has one verdict."""
    tables = sound_tables()
    again = replace(tables.reports[0], report_id="again", paragraph_id="visit-1")
    tables = tables._replace(reports=(*tables.reports, again))
    assert again.meeting_id == TALKS
    other = RIGHT["meetings"].replace("river", "visit", 1).replace("true", "false")
    found = verdicts(tables, judged(tmp_path, meetings=f"{RIGHT['meetings']}\n{other}"))
    assert [(one.article, one.right) for one in found] == [("river", False)]


@pytest.mark.parametrize("table", HEADER)
def test_the_judged_rows_hold_no_text(table):
    """They are ids, offsets, words of the schema and verdicts, each row once, in one order of columns."""
    with (JUDGED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == HEADER[table].split(",")
    assert len(rows) > 50
    assert len({tuple(row[:-1]) for row in rows}) == len(rows)
    assert {row[-1] for row in rows} == {"true", "false"}
    assert all(re.fullmatch(r"[^\W_]?[\w.|-]*", cell) for row in rows for cell in row)
    assert not any(" " in cell for row in rows for cell in row)
    assert rows_in(JUDGED / f"{table}.csv")[0]["right"] in {"true", "false"}


# --- what is made of them


def verdict(article, right, *sort):
    """A verdict on a speaker."""
    return Verdict("speakers", article, sort, right)


some_verdicts = st.lists(
    st.builds(
        verdict,
        st.sampled_from("abcdefghijklm"),
        st.booleans(),
        st.sampled_from(["pronoun", "name"]),
        st.sampled_from(["direct", "mixed"]),
    ),
    min_size=1,
    max_size=60,
)


@given(some_verdicts)
def test_a_confidence_is_a_share_with_two_decimals(found):
    """Whatever was judged, every row gets a number from 0 to 0.99 that a cell holds as it is."""
    for one in (*in_sample(found), *by_other_articles(found)):
        assert 0 <= one.confidence <= 0.99
        assert float(f"{one.confidence:.2f}") == one.confidence


@given(some_verdicts, st.randoms(use_true_random=False))
def test_the_order_of_verdicts_changes_no_byte(found, chance):
    """Same verdicts, same bytes."""
    other = chance.sample(found, len(found))
    assert confidence_csv(found) == confidence_csv(other)


@given(some_verdicts)
def test_counts_what_was_judged(found):
    """A coarser sort holds what its finer ones hold, and the coarsest all."""
    counts = fitted(found)
    assert counts[()] == (len(found), sum(one.right for one in found))
    for sort, judged_rows in counts.items():
        finer = [counts[other] for other in counts if other[:-1] == sort and other]
        assert not finer or judged_rows == tuple(map(sum, zip(*finer, strict=True)))


def test_an_article_does_not_foretell_itself():
    """By other articles, what only one article has is as sure as the coarser sort."""
    found = [
        *(verdict("a", False, "pronoun") for _ in range(9)),
        *(verdict("b", True, "name") for _ in range(9)),
    ]
    mine, others = in_sample(found), by_other_articles(found)
    assert mine[0].confidence < 0.3
    assert mine[-1].confidence > 0.7
    assert others[0].confidence > 0.7
    assert others[-1].confidence < 0.3


def test_a_long_article_counts_only_so_often():
    """Rows of one sort in one article count up to a number, in their order."""
    found = [verdict("a", number < 5, "pronoun") for number in range(30)]
    assert counted([*found, verdict("b", True, "pronoun")]) == [*found[:10], verdict("b", True, "pronoun")]


SHARES = [
    pytest.param({}, ("name",), 0.5, id="nothing was judged"),
    pytest.param({(): Judged(8, 8)}, (), 0.9, id="never quite sure"),
    pytest.param({(): Judged(8, 8)}, ("name", "direct"), 0.9, id="a sort that nobody saw is its coarser one"),
    pytest.param(
        {(): Judged(98, 49), ("name",): Judged(990, 990)}, ("name",), 0.995, id="many rows speak alone"
    ),
]


@pytest.mark.parametrize(("counts", "sort", "share"), SHARES)
def test_few_rows_lean_on_the_coarser_sort(counts, sort, share):
    """The fewer rows a sort has, the more it is like the sort that holds it."""
    assert share_right(counts, sort) == pytest.approx(share)


def test_no_confidence_is_certain():
    """The largest is 0.99: no sort was judged so often that it could be more."""
    assert (rounded(0.9999), rounded(0.0)) == (0.99, 0.0)


BINS = [
    pytest.param([(0.5, 100), (0.6, 99)], [199], id="too few for two"),
    pytest.param([(0.5, 200), (0.6, 200)], [200, 200], id="enough"),
    pytest.param([(0.5, 150), (0.6, 150), (0.7, 150)], [450], id="the rest is never short"),
    pytest.param([(0.5, 300), (0.6, 250)], [300, 250], id="one confidence stays together"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("rows", "sizes"), BINS)
def test_bins_are_large(rows, sizes):
    """Every bin has at least 200 rows, and rows of one confidence share one."""
    found = [Foretold(confidence, True) for confidence, count in rows for _ in range(count)]
    assert [one.rows for one in bins(found)] == sizes


def test_tells_how_reliable_it_is():
    """The table has a line a bin: rows, mean confidence, share right, and the difference."""
    rows = [Foretold(0.75, number % 2 == 0) for number in range(200)]
    assert "| | 200 | 0.750 | 0.500 | +0.250 |" in list(reliability("speakers", rows))


@pytest.mark.parametrize("module", ["calibrate_fit", "calibrate_judged"])
def test_examples_hold(module):
    """The examples in docstrings run."""
    assert not doctest.testmod(import_module(module)).failed
