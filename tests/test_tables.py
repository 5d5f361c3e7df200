"""A table has one form, reads back as it was, and a file is old or new at any moment."""

import errno
import os
import re
from datetime import date
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_package import files, full_disk, nth, shuffled, small_tables
from summitry.errors import InvalidTables, UnreadableInput, UnusableOutput
from summitry.rows import (
    Entity,
    Mention,
    Paragraph,
    Speaker,
    Tables,
)
from summitry.schema import TABLES, Field
from summitry.tables import (
    ROW_TYPES,
    cell_of,
    in_order,
    read_table,
    read_tables,
    replacement,
    table_bytes,
    value_of,
    write_file,
)
from summitry.tables import files as module

# --- form


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("plain", "plain", id="nothing to quote"),
        pytest.param("a, b", '"a, b"', id="comma"),
        pytest.param('a "b"', '"a ""b"""', id="quotation mark"),
        pytest.param(" a", " a", id="leading space"),
        pytest.param("NA", "NA", id="not a null"),
        pytest.param("“Ōsaka” 東", "“Ōsaka” 東", id="other scripts"),
        pytest.param(None, "", id="null"),
        pytest.param("=1+1", "=1+1", id="a formula stays as it is"),
        pytest.param("a\nb", '"a\nb"', id="a newline is quoted, though no cell should have one"),
    ],
)
def test_cells_have_one_form(cell, written):
    """Quotes stand only where a reader needs them."""
    row = Speaker("q-1", "ann", cell, None, reviewed=True)
    header = "quote_id,entity_id,mention_id,confidence,reviewed"
    assert table_bytes("speakers", [row]).decode() == f"{header}\nq-1,ann,{written},,true\n"


def test_a_table_without_rows_is_its_header():
    """Every file has its header."""
    assert table_bytes("speakers", []) == b"quote_id,entity_id,mention_id,confidence,reviewed\n"


def values(hint):
    """Any value that a cell of that type can hold: no empty text, for that is null, and two decimals."""
    if hint is str:
        return st.text(st.characters(codec="utf-8"), min_size=1)
    if NoneType in get_args(hint):
        return st.none() | values(get_args(hint)[0])
    if hint is float:
        return st.integers(-(10**12), 10**12).map(lambda cents: cents / 100)
    return st.from_type(hint)


def any_rows(name):
    """Any rows of a table."""
    hints = get_type_hints(ROW_TYPES[name])
    row = st.builds(ROW_TYPES[name], **{each: values(hint) for each, hint in hints.items()})
    return st.lists(row, max_size=3)


@pytest.fixture(scope="module")
def spare(tmp_path_factory):
    """A file to write again and again."""
    return tmp_path_factory.mktemp("tables") / "table.csv"


@pytest.mark.parametrize("name", TABLES)
@given(choice=st.data())
def test_what_is_written_is_read(spare, name, choice):
    """Writing and reading a table changes nothing."""
    rows = choice.draw(any_rows(name))
    spare.write_bytes(table_bytes(name, rows))
    assert read_table(name, spare) == tuple(rows)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        pytest.param("integer", "-12", -12, id="integer"),
        pytest.param("integer", "0", 0, id="zero"),
        pytest.param("number", "0.50", 0.5, id="number"),
        pytest.param("boolean", "true", True, id="true"),
        pytest.param("boolean", "false", False, id="false"),
        pytest.param("date", "2019-05-14", date(2019, 5, 14), id="date"),
        pytest.param("string", "NA", "NA", id="text"),
        pytest.param("date", "", None, id="null"),
    ],
)
def test_reads_cells(kind, cell, value):
    """A cell is read in the type of its column, and written again as it was."""
    column = Field("x", kind, "X", "X.", cell)
    assert value_of(cell, column, Path("t.csv"), 2) == value
    assert cell_of(value) == cell


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        pytest.param("integer", " 12", id="space before"),
        pytest.param("integer", "+12", id="sign"),
        pytest.param("integer", "012", id="leading zero"),
        pytest.param("integer", "-0", id="minus zero"),
        pytest.param("integer", "1_000", id="underscore"),
        pytest.param("integer", "١٢", id="digits of another script"),
        pytest.param("integer", "12.0", id="fraction"),
        pytest.param("number", "0.5", id="one decimal"),
        pytest.param("number", "nan", id="no number"),
        pytest.param("boolean", "TRUE", id="capitals"),
        pytest.param("date", "2019-5-14", id="short month"),
        pytest.param("date", "20190514", id="no hyphens"),
        pytest.param("date", "2019-02-30", id="no such day"),
        pytest.param("date", "2019-05-14T00:00:00", id="time"),
    ],
)
def test_refuses_cells_of_another_form(kind, cell):
    """A cell that is not in canonical form is named, never repaired."""
    column = Field("x", kind, "X", "X.", cell)
    with pytest.raises(InvalidTables, match=re.escape(f"t.csv:2:x: found {cell!r}; expected ")):
        value_of(cell, column, Path("t.csv"), 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            b"quote_id,entity_id\n", "speakers.csv:1:header: found 'quote_id,entity_id'", id="columns"
        ),
        pytest.param(b"", "speakers.csv:1:header: found ''", id="nothing"),
        pytest.param(
            b"\xef\xbb\xbfquote_id,entity_id,mention_id,confidence,reviewed\n",
            "speakers.csv:1:header",
            id="BOM",
        ),
        pytest.param(
            b"quote_id,entity_id,mention_id,confidence,reviewed\na,b\n",
            "speakers.csv:2:row: found '2 cells'",
            id="row too short",
        ),
        pytest.param(
            b'quote_id,entity_id,mention_id,confidence,reviewed\na,b,"c\n',
            "speakers.csv:2:row: found",
            id="quote never closed",
        ),
        pytest.param(b"quote_id,\xe9\n", "byte 9: found invalid continuation byte", id="not UTF-8"),
    ],
)
def test_refuses_files_of_another_form(tmp_path, content, message):
    """The message says line, place, what was found and what was expected."""
    path = tmp_path / "speakers.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidTables, match=re.escape(message)):
        read_table("speakers", path)


def test_a_missing_file_is_unreadable(tmp_path):
    """A table that is not there is named."""
    with pytest.raises(UnreadableInput, match=r"speakers\.csv: found No such file"):
        read_table("speakers", tmp_path / "speakers.csv")


def test_long_cells_are_read(tmp_path):
    """A paragraph may be longer than what the csv module takes by default."""
    rows = (Paragraph("a-p1", "a", 1, "x" * 200_000),)
    write_file(tmp_path / "paragraphs.csv", table_bytes("paragraphs", rows))
    assert read_table("paragraphs", tmp_path / "paragraphs.csv") == rows


# --- order


def test_the_order_is_that_of_reading():
    """Articles stand by day, what they hold by its place in them, and all else by key."""
    for seed in range(5):
        assert in_order(shuffled(small_tables(), seed)) == small_tables()


def test_a_tenth_paragraph_follows_the_ninth():
    """Text stands by its place, not by its id."""
    paragraphs = tuple(Paragraph(f"a-p{place}", "a", place, "x") for place in (10, 9, 1))
    mentions = tuple(
        Mention(f"m-{row.paragraph_id}", row.paragraph_id, 0, 1, "x", None, "name", None, None)
        for row in paragraphs
    )
    ordered = in_order(Tables(*[()] * len(TABLES))._replace(paragraphs=paragraphs, mentions=mentions))
    assert [row.position for row in ordered.paragraphs] == [1, 9, 10]
    assert [row.paragraph_id for row in ordered.mentions] == ["a-p1", "a-p9", "a-p10"]


@pytest.mark.parametrize(
    ("ids", "ordered"),
    [
        pytest.param(["b", "a", "B", "é", "z"], ["B", "a", "b", "z", "é"], id="code points, no locale"),
        pytest.param(["a10", "a9"], ["a10", "a9"], id="digits are letters too"),
    ],
)
def test_keys_sort_by_code_point(ids, ordered):
    """The order of keys is the same on every machine."""
    entities = tuple(Entity(each, "X", "person", None, None, None, None, 1, 1) for each in ids)
    tables = in_order(small_tables()._replace(entities=entities))
    assert [row.entity_id for row in tables.entities] == ordered


@given(seed=st.integers())
def test_the_order_of_rows_given_changes_no_byte(seed):
    """Same rows, same bytes."""
    tables, other = in_order(small_tables()), in_order(shuffled(small_tables(), seed))
    for name, rows, others in zip(TABLES, tables, other, strict=True):
        assert table_bytes(name, rows) == table_bytes(name, others)


# --- files


def write_tables(tables, folder):
    """Write files together: every table in its published order."""
    with replacement() as write:
        for name, rows in in_order(tables)._asdict().items():
            write(folder / f"{name}.csv", table_bytes(name, rows))


def test_tables_are_written_and_read(tmp_path):
    """A folder of tables holds one file a table and nothing else, and reads back as it was."""
    write_tables(shuffled(small_tables()), tmp_path / "new" / "tables")
    assert read_tables(tmp_path / "new" / "tables") == small_tables()
    assert sorted(files(tmp_path)) == sorted(f"{name}.csv" for name in TABLES)


@pytest.mark.parametrize("number", [1, 5, 9])
def test_a_full_disk_changes_nothing(tmp_path, monkeypatch, number):
    """If one table cannot be written all stay as they were, and one line says so."""
    write_tables(small_tables(), tmp_path)
    before = files(tmp_path)
    changed = small_tables()._replace(paragraphs=(), speakers=(), articles=())
    monkeypatch.setattr(module, "write_part", nth(number, module.write_part))
    with pytest.raises(UnusableOutput) as raised:
        write_tables(changed, tmp_path)
    name = f"{TABLES[number - 1]}.csv"
    message = f"{tmp_path / name}: found no space left on device; expected a place that can be written"
    assert str(raised.value) == message
    assert files(tmp_path) == before


def test_half_a_write_is_cleared_away(tmp_path, monkeypatch):
    """What a failed write had already put on the disk goes away with it."""
    write_file(tmp_path / "a.csv", b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UnusableOutput, match="no space left on device"):
        write_file(tmp_path / "a.csv", b"new")
    assert files(tmp_path) == {"a.csv": b"old"}


@pytest.mark.parametrize("number", [1, 4])
def test_every_file_is_old_or_new(tmp_path, monkeypatch, number):
    """If moving fails midway each file is whole, and nothing is left beside it."""
    write_tables(small_tables(), tmp_path)
    old = files(tmp_path)
    changed = Tables(*(rows[:0] for rows in small_tables()))
    new = {f"{name}.csv": table_bytes(name, ()) for name in TABLES}
    monkeypatch.setattr(os, "replace", nth(number, os.replace))
    with pytest.raises(UnusableOutput):
        write_tables(changed, tmp_path)
    found = files(tmp_path)
    assert found.keys() == old.keys()
    moved = {name for name in found if found[name] == new[name]}
    assert moved == {f"{name}.csv" for name in TABLES[: number - 1]}
    assert all(found[name] == old[name] for name in found if name not in moved)


def test_what_a_killed_run_left_is_cleared(tmp_path):
    """The next run takes the place of a half-written file."""
    (tmp_path / ".a.csv.part").write_bytes(b"half")
    write_file(tmp_path / "a.csv", b"whole")
    assert files(tmp_path) == {"a.csv": b"whole"}


def test_a_file_in_the_way_is_named(tmp_path):
    """A folder that cannot be made is said in one line."""
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(
        UnusableOutput, match=r"speakers\.csv: found .+; expected a place that can be written"
    ):
        write_file(tmp_path / "out" / "speakers.csv", b"")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path):
    """A folder without the right to write is said in one line and stays as it was."""
    write_file(tmp_path / "a.csv", b"old")
    tmp_path.chmod(0o500)
    with pytest.raises(UnusableOutput, match=r"a\.csv: found permission denied; expected"):
        write_file(tmp_path / "a.csv", b"new")
    tmp_path.chmod(0o700)
    assert files(tmp_path) == {"a.csv": b"old"}


def test_permission_denied_is_named(tmp_path, monkeypatch):
    """What the system says of rights becomes one line."""
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(denied))
    with pytest.raises(UnusableOutput, match=r"a\.csv: found permission denied; expected"):
        write_file(tmp_path / "a.csv", b"new")


def test_the_small_package_keeps_its_own_promises():
    """The rows that other tests use have offsets that hold."""
    tables = small_tables()
    text = {row.paragraph_id: row.text for row in tables.paragraphs}
    for row in (*tables.mentions, *tables.quotes, *tables.reports):
        assert text[row.paragraph_id][row.start : row.end] == row.text
