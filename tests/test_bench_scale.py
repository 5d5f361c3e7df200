"""The benchmark of scale: copies that are articles of their own, and a run of the smallest size."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from bench_scale_copies import (  # noqa: E402  # scripts are no package
    copied,
    masters_in,
    write_articles,
    write_copies,
)
from summitry import pipeline, together  # noqa: E402  # the same
from summitry.parts import accounts_in, decoded, write_part  # noqa: E402  # the same
from summitry.parts.files import SCHEMA  # noqa: E402  # the same
from summitry.read import read_articles  # noqa: E402  # the same
from summitry.resolve.drafts import draft_of  # noqa: E402  # the same
from summitry.resolve.within import Account  # noqa: E402  # the same
from summitry.settings import MODEL  # noqa: E402  # the same
from summitry.together.store import WANTED  # noqa: E402  # the same

TEXT = (
    "Foreign Minister Kari Solheim met Erik Dahlgren in Oslo on Tuesday. “We need the railway,” Solheim said."
    " Erik Dahlgren left on 2019-05-14."
)


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A file of two articles."""
    path = tmp_path_factory.mktemp("source") / "articles.jsonl"
    path.write_text(
        "".join(f'{{"id": "{name}", "date": "2019-05-15", "text": "{TEXT}"}}\n' for name in ("one", "two")),
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def masters(source, tmp_path_factory):
    """The drafts of two articles, as the benchmark annotates them."""
    folder = tmp_path_factory.mktemp("masters")
    write_articles([source], 2, folder / "two.jsonl")
    readings = list(pipeline.readings_of(pipeline.kept(read_articles([folder / "two.jsonl"]), []), MODEL))
    drafts = [(f"{at:064d}", draft_of(reading)) for at, reading in enumerate(readings)]
    return masters_in([write_part(folder, drafts)])


def test_articles_are_multiplied(source, tmp_path):
    """Every copy is an article of its own: another id, and in a later round another day."""
    write_articles([source], 5, tmp_path / "five.jsonl")
    articles = list(read_articles([tmp_path / "five.jsonl"]))
    assert [one.article_id for one in articles] == [f"copy-{number:09d}" for number in range(5)]
    assert [len({one.published_on for one in some}) for some in (articles[:2], articles[2:4], articles)] == [
        1,
        1,
        3,
    ]


def test_a_copied_draft_is_one_of_its_own(masters, tmp_path):
    """Keys and ids are new, days are moved together, and what is copied can be decoded."""
    write_copies_of(masters, 40, tmp_path)
    rows = pq.read_table(tmp_path / "0.parquet").to_pylist()
    assert len({row["key"] for row in rows}) == len({row["article_id"] for row in rows}) == 40
    for row, (key, content) in zip(rows, accounts_in(tmp_path / "0.parquet"), strict=True):
        account = decoded(Account, content)
        dispatch = account.reading.dispatch
        assert (key, dispatch.article_id, dispatch.published_on) == (
            row["key"],
            row["article_id"],
            row["published_on"],
        )
        (encounter,) = account.encounters
        assert (dispatch.published_on - encounter.days.last).days == 1
        assert re.search(r"on (\S{10})\.", dispatch.passages[0].text)[1] == encounter.days.last.isoformat()


def test_names_grow_with_the_articles(masters):
    """People are renewed now and then, known places never; more articles name more, but not so many more."""
    keys = [{one["key"] for one in row["known"]} for row in copied(masters, 200)]
    few, many = (len({key for some in keys[:end] for key in some}) for end in (20, 200))
    assert few < many < 10 * few
    assert all(any(key.startswith("geonames:") for key in some) for some in keys)


def test_copies_resolve(masters, tmp_path):
    """The tables of copied drafts have a row for each article, and no id is without its entity."""
    write_copies_of(masters, 30, tmp_path)
    part = tmp_path / "0.parquet"
    with together.Store() as store:
        store.run(WANTED)
        store.insert("wanted", ((key, str(part)) for key, _ in accounts_in(part)))
        ledger = together.resolve(store)
        assert ledger.counted("articles").rows == 30
        assert ledger.counted("entities").rows == len(set(ledger.lines("entities")))
        assert ledger.counted("meetings").rows >= 10


def write_copies_of(masters, count, folder):
    """Write copies of drafts to one part."""
    table = pa.Table.from_pylist(list(copied(masters, count)), schema=SCHEMA)
    pq.write_table(table, folder / "0.parquet")


def test_the_benchmark_runs(source):
    """A run of the smallest size measures every stage, and says what was projected."""
    script = SCRIPTS / "bench_scale.py"
    ran = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, script, source, "--annotate", "2", "--sizes", "4", "--crews", "1"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    for shown in (
        "rows of articles",
        "MB above the model: read",
        "(*) measured on 2 articles",
        "aim: at most 400",
    ):
        assert shown in ran.stdout


def test_parts_of_copies_are_as_large_as_those_of_a_build(masters, tmp_path, monkeypatch):
    """Copies come in parts, each full before the next."""
    monkeypatch.setattr("bench_scale_copies.MAX_PART_ARTICLES", 8)
    monkeypatch.setattr("bench_scale_copies.masters_in", lambda _: masters)
    write_copies([], 20, tmp_path / "parts")
    sizes = [pq.read_metadata(path).num_rows for path in sorted((tmp_path / "parts").iterdir())]
    assert sizes == [8, 8, 4]
