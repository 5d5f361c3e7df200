"""Parquet: a row is a record, whatever the types of its columns."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packing import zipped
from summitry.page import Dispatch
from summitry.read import read_articles, source_count

ROWS = {"id": ["a", "b"], "date": ["2019-05-14", "2019-05-15"], "text": ["They met.", "They agreed."]}


def written(folder, columns, name="n.parquet", **given):
    """A Parquet file of columns."""
    pq.write_table(pa.table(columns), folder / name, **given)
    return folder / name


def told(path, **given):
    """What a file gives, as ids of articles and lines of refusals."""
    found = read_articles([path], base=path.parent, **given)
    return [one.article_id if isinstance(one, Dispatch) else str(one) for one in found]


@pytest.mark.parametrize("rows", [1, 10], ids=["several row groups", "one"])
def test_reads_rows(tmp_path, rows):
    """Each row is an article, in order, and they are counted beforehand without being read."""
    path = written(tmp_path, ROWS | {"views": [1, 2], "tags": [["x"], []]}, row_group_size=rows)
    assert told(path) == ["a", "b"]
    assert source_count([path]) == 2


DATES = [
    pytest.param(pa.array([date(2019, 5, 14)]), id="a date"),
    pytest.param(pa.array([datetime(2019, 5, 14, 23, 30, tzinfo=UTC)]), id="a time of UTC"),
    pytest.param(
        pa.array([datetime(2019, 5, 14, 23, 30, tzinfo=ZoneInfo("America/New_York"))]), id="a time of a zone"
    ),
    pytest.param(pa.array([datetime(2019, 5, 14, 23, 30)], pa.timestamp("ns")), id="a time of no zone"),  # noqa: DTZ001  # such a one
    pytest.param(pa.array(["Tue, 14 May 2019 23:30:00 -0400"]), id="a text"),
    pytest.param(pa.array(["2019-05-14"]).dictionary_encode(), id="categories"),
]


@pytest.mark.parametrize("days", DATES)
def test_reads_days_of_any_type(tmp_path, days):
    """The day is that of the zone in which the column tells it."""
    (found,) = read_articles([written(tmp_path, {"id": [7], "pubdate": days, "body": ["They met."]})])
    assert (found.article_id, str(found.published_on), found.date_source) == ("a-7", "2019-05-14", "record")


REFUSED = [
    pytest.param({"date": [None]}, "row 1, date: found nothing; expected a date as YYYY-MM-DD", id="no date"),
    pytest.param(
        {"date": [1557792000]}, "row 1, date: found a number; expected text", id="seconds since 1970"
    ),
    pytest.param({"text": [["a"]]}, "row 1, text: found a list; expected text", id="a list"),
    pytest.param({"text": [b"a"]}, "row 1, text: found a value of another kind; expected text", id="bytes"),
    pytest.param({"text": [""]}, "row 1, text: found nothing; expected a record with text", id="no text"),
]


@pytest.mark.parametrize(("columns", "line"), REFUSED)
def test_refuses_rows(tmp_path, columns, line):
    """A row is refused as any record is."""
    path = written(tmp_path, {"id": ["a"], "date": ["2019-05-14"], "text": ["They met."]} | columns)
    assert told(path) == [f"n.parquet: {line}"]


def test_refuses_files(tmp_path):
    """What has no text, no rows, or is no Parquet is refused once."""
    assert told(written(tmp_path, {"id": ["a"], "story_id": ["x"]})) == [
        (
            "n.parquet: found no column for date and no column for text in “id,story_id”; "
            "expected columns of known names, or named with --map date=NAME --map text=NAME"
        )
    ]
    assert told(written(tmp_path, {name: pa.array([], pa.string()) for name in ROWS})) == [
        "n.parquet: found no record; expected at least one"
    ]
    (tmp_path / "n.parquet").write_bytes(b"PAR1 and no more PAR1")
    assert told(tmp_path / "n.parquet") == [
        "n.parquet: found no sound Parquet; expected a whole Parquet file"
    ]
    assert source_count([tmp_path / "n.parquet"]) == 1


def test_reads_parquet_in_an_archive(tmp_path):
    """It has to be gone back in, and so lies in a file without a name meanwhile."""
    content = written(tmp_path, ROWS).read_bytes()
    (tmp_path / "n.zip").write_bytes(zipped([("in/n.parquet", content)]))
    found = list(read_articles([tmp_path / "n.zip"], base=tmp_path))
    assert [(one.article_id, one.source) for one in found] == [
        ("a", "n.zip/in/n.parquet"),
        ("b", "n.zip/in/n.parquet"),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(mutations=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=8))
def test_law_any_bytes_are_read_or_refused(tmp_path, mutations):
    """Whatever became of a file: each line prints."""
    content = bytearray(written(tmp_path, ROWS).read_bytes())
    for at, byte in mutations:
        content[at % len(content)] = byte
    (tmp_path / "n.parquet").write_bytes(content)
    assert all(line.isprintable() for line in told(tmp_path / "n.parquet"))
