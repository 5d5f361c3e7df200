"""What `describe --form snippets` writes runs as it is, and loads every cell in its type."""

import re
import runpy
import sys
from datetime import date
from functools import cache

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.calc_tool import of_calc
from loaders.cells import differences, exact, read_package
from loaders.machine import program, run
from loaders.nasty_package import nasty_tables, numbers, write_tables
from loaders.python_tools import of_duckdb, of_pandas
from loaders.r_tools import rscript_with, told_by_r
from loaders.sqlite_tool import of_sqlite, told
from made_package import write_made
from summitry.describe import describe
from summitry.describe.snippets import SNIPPETS
from summitry.schema import TABLES

CUT = "Calc holds no cell of more than 65,535 characters: it cuts the rest off, and says so only in a window"


def in_python(file, values):
    """What a file of Python loads; `values` gives those of a table."""

    def load(folder, tables, _):
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            found = runpy.run_path(str(folder / "load" / file))["tables"]
        return {table.name: values(found[table.name]) for table in tables}

    return load


def in_duckdb(folder, tables, _):
    """What the script of DuckDB loads."""
    script = (folder / "load" / "with_duckdb.sql").read_text(encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, duckdb.connect() as database:
        patch.chdir(folder)
        database.execute(script)
        return {table.name: of_duckdb(database.table(f'"{table.name}"')) for table in tables}


def in_sqlite(folder, tables, scratch):
    """What the script of SQLite loads; it has numbers for truths and text for days."""
    told(scratch / "tables.sqlite", [".read load/with_sqlite.sql"], folder)
    readers = {"boolean": {1: True, 0: False}.__getitem__, "date": date.fromisoformat}
    return {
        table.name: remade(table, of_sqlite(scratch / "tables.sqlite", table.name), readers)
        for table in tables
    }


def in_r(library, file):
    """What a script of R loads; larger whole numbers than it has it holds as others or as text."""

    def load(folder, tables, scratch):
        found = told_by_r(library, f'source("load/{file}")', folder, scratch)
        return {table.name: remade(table, found[table.name], {"integer": whole}) for table in tables}

    return load


def in_calc(folder, tables, scratch):
    """What the commands for Calc load; it has one kind of number. It was never used before."""
    program("soffice")
    done = run("sh", "load/with_calc.sh", cwd=folder, HOME=str(scratch))
    assert done.returncode == 0, done.stderr
    sheets = {table.name: folder / "calc" / f"{table.path.stem}.ods" for table in tables}
    return {
        table.name: remade(table, of_calc(sheets[table.name], table), {"integer": whole}) for table in tables
    }


def whole(value):
    """A figure as a whole number, if it is one."""
    return value if isinstance(value, float) and not value.is_integer() else int(value)


def remade(table, loaded, readers):
    """The columns of these types with each value that is no null made anew."""
    return {
        name: [
            readers[kind](value) if (kind := table.kinds[name]) in readers and value is not None else value
            for value in values
        ]
        for name, values in loaded.items()
    }


TOOLS = {
    "with_pandas.py": in_python("with_pandas.py", of_pandas),
    "with_polars.py": in_python("with_polars.py", lambda frame: frame.to_dict(as_series=False)),
    "with_pyarrow.py": in_python("with_pyarrow.py", lambda table: table.to_pydict()),
    "with_duckdb.sql": in_duckdb,
    "with_sqlite.sql": in_sqlite,
    "with_readr.R": in_r("readr", "with_readr.R"),
    "with_data_table.R": in_r("data.table", "with_data_table.R"),
    "with_calc.sh": in_calc,
}
"""What runs each file as its own first lines say."""

HERE = ["with_pandas.py", "with_polars.py", "with_pyarrow.py", "with_duckdb.sql"]
"""Those that run in this process."""


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """Packages with their snippets in them, by name: one that is hard to load, and one as we make them."""
    folder = tmp_path_factory.mktemp("packages of all kinds")
    found = {
        "nasty": write_tables(folder / "nasty", nasty_tables()),
        "made": write_made(folder / "made", 11, 4).parent,
    }
    for each in found.values():
        describe(each, each, ["snippets"])
    return found


@pytest.fixture(scope="session")
def loaded(packages, tmp_path_factory):
    """From a package and a file to all tables as it loads them: once for all tests."""

    @cache
    def load(package, file):
        folder = packages[package]
        return TOOLS[file](folder, read_package(folder), tmp_path_factory.mktemp(file))

    return load


def cases():
    """Each file with each table, the one that does not go among them; Calc starts anew for each, so once."""
    for package, names in (("nasty", nasty_tables()), ("made", TABLES)):
        for file in TOOLS if package == "nasty" else [*TOOLS][:-1]:
            for name in names:
                cut = (file, name) == ("with_calc.sh", "longer")
                marks = pytest.mark.xfail(strict=True, reason=CUT) if cut else ()
                yield pytest.param(package, file, name, marks=marks, id=f"{package}-{file}-{name}")


@pytest.mark.parametrize(("package", "file", "name"), [*cases()])
def test_every_cell_is_loaded_in_its_type(packages, loaded, package, file, name):
    """Text is text, an empty cell is null, and numbers, truths and days are such."""
    [table] = [each for each in read_package(packages[package]) if each.name == name]
    assert not differences(table, loaded(package, file)[name], exact)


def test_every_snippet_is_run():
    """No file is written that is not tried."""
    assert list(TOOLS) == list(SNIPPETS)


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), min_size=1))
def test_any_text_stays_what_it_is(tmp_path_factory, texts):
    """Whatever signs stand in the cells, they come back, with spaces, marks and commas."""
    columns = {"text_id": ("string", numbers(len(texts))), "text": ("string", texts)}
    folder = write_tables(tmp_path_factory.mktemp("any"), {"texts": columns})
    describe(folder, folder, ["snippets"])
    tables = read_package(folder)
    for file in HERE:
        assert not differences(tables[0], TOOLS[file](folder, tables, None)["texts"], exact), file


@settings(max_examples=60)
@given(st.lists(st.integers(-(10**14), 10**14), min_size=1), st.lists(st.dates(), min_size=1))
def test_any_number_and_day_stays_what_it_is(tmp_path_factory, figures, days):
    """Whole numbers, numbers of two decimals and days of any year come back to the last figure."""
    count = min(len(figures), len(days))
    columns = {
        "whole": ("integer", [str(figure) for figure in figures[:count]]),
        "number": ("number", [f"{figure // 100}.{abs(figure) % 100:02}" for figure in figures[:count]]),
        "day": ("date", [day.isoformat() for day in days[:count]]),
    }
    folder = write_tables(tmp_path_factory.mktemp("any"), {"figures": columns})
    describe(folder, folder, ["snippets"])
    tables = read_package(folder)
    for file in HERE:
        assert not differences(tables[0], TOOLS[file](folder, tables, None)["figures"], exact), file


@pytest.mark.parametrize("file", [file for file in SNIPPETS if file.endswith(".py")])
def test_python_finds_the_library(packages, file):
    """Run as a program, a file does not stand in the way of the library that it needs."""
    done = run(sys.executable, f"load/{file}", cwd=packages["nasty"])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_sqlite_never_fills_a_table_twice(packages, tmp_path):
    """A second run stops at the table that is there."""
    database = tmp_path / "tables.sqlite"
    told(database, [".read load/with_sqlite.sql"], packages["nasty"])
    once = of_sqlite(database, "texts")
    again = run(program("sqlite3"), str(database), ".read load/with_sqlite.sql", cwd=packages["nasty"])
    assert again.returncode
    assert "already exists" in again.stderr
    assert of_sqlite(database, "texts") == once


@pytest.mark.parametrize("library", ["readr", "data.table"])
def test_r_has_whole_numbers_where_it_can(packages, tmp_path, library):
    """A column is whole as far as R counts, a double as far as that is exact, and text beyond."""
    file = {"readr": "with_readr.R", "data.table": "with_data_table.R"}[library]
    large = told_by_r(library, f'source("load/{file}")', packages["nasty"], tmp_path)["large"]
    kinds = [type(values[1]) for values in large.values()]
    assert kinds == [int, float, float, float, str, str]


def test_readr_stops_at_a_cell_of_another_type(tmp_path):
    """A cell that has come to be something else is no null, but the end of loading."""
    folder = write_tables(tmp_path / "changed", {"changed": {"count": ("integer", ["1", "2"])}})
    describe(folder, folder, ["snippets"])
    path = folder / "my tables" / "changed.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2", "two"), encoding="utf-8")
    done = run(rscript_with("readr"), "load/with_readr.R", cwd=folder)
    assert done.returncode
    assert "1 parsing failure" in done.stderr


def test_the_readme_leads_to_every_file(packages):
    """The table of the tools lists each file once."""
    text = (packages["nasty"] / "load" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\S+)\)", text) == list(SNIPPETS)
    assert text.startswith('# Load the tables: Nasty "texts"')
