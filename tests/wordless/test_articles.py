"""Articles with a rare word in every place that is no name, read to the end and published without words."""

import csv
import json

import pytest

import summitry
from commands import run
from summitry.schema import TABLES, table_schema
from summitry.wordless import UNNAMED

TEXT = """
Norwegian Quixblat Minister Kari Solheim met Danish Prime Minister Erik Dahl in a quixblat hall in Oslo on
Tuesday.

“We need the quixblat,” Solheim told quixblat reporters after the talks. Dahl said that quixblat work would
begin in June. Some quixblat experts said the talks had failed. The two quixblat leaders agreed to meet again.

Quixblat engineers from Denmark will visit Bergen in June. Danish quixblat officials visited Oslo in March.

Kari Solheim, a quixblat, will hold talks with quixblat bankers in Copenhagen next quixblat month.
"""
RECORD = {
    "id": "bergen",
    "date": "2019-05-17",
    "title": "A quixblat bridge",
    "url": "https://news.example/2019/05/17/1",
    "text": "By Ann Lee\n\n"
    "Erik Dahl will visit Bergen’s quixblat castle in June, she said on a quixblat Thursday.",
}
REFUSED = "quixblat 2019\n\nNo date that anyone could read.\n"


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """The articles, and one that is none."""
    folder = tmp_path_factory.mktemp("raw")
    (folder / "oslo.txt").write_text(f" date 2019-05-15 AFP, OSLO\n{TEXT}", encoding="utf-8")
    (folder / "news.jsonl").write_text(f"{json.dumps(RECORD)}\n", encoding="utf-8")
    (folder / "refused.txt").write_text(REFUSED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(raw, tmp_path_factory):
    """The package with all words, and the one without, of one reading."""
    home = tmp_path_factory.mktemp("built")
    cache = home / "cache"
    for text in ("all", "none"):
        answer = run("build", raw, "--out", home / text, "--text", text, "--cache", cache)
        assert answer.exit_code == 1
        assert "quixblat 2019" in answer.stderr
    return home


def rows_of(folder, name):
    """The rows of a table, each as its cells by column."""
    with (folder / "data" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_word_is_in_the_tables_with_words(built):
    """The articles bring it into titles, quotes, speakers, addressees, job titles, places and people."""
    found = {
        f"{name}.{column}"
        for name in TABLES
        for row in rows_of(built / "all", name)
        for column, cell in row.items()
        if "quixblat" in cell.lower()
    }
    assert found >= {
        "articles.title", "paragraphs.text", "quotes.text", "quotes.speaker_text", "quotes.addressee",
        "mentions.title", "entities.position", "participants.position", "evidence.value", "reports.text",
        "meetings.meeting_id", "meetings.name", "meetings.delegation",
    }  # fmt: skip


def test_the_word_is_in_no_byte_without(built, telling):
    """Neither in the package, nor in the list of what was refused; only the drafts of the cache have it."""
    assert telling(built / "all")
    assert telling(built / "cache")
    assert not telling(built / "none")
    assert (built / "none" / "rejected.csv").is_file()


@pytest.mark.parametrize("word", ["bridge", "castle", "failed", "thursday", "begin"])
def test_no_other_word_is_there_either(built, telling, word):
    """The rare word is not the only one that is gone."""
    assert telling(built / "none" / "data", word) is False


def test_what_is_made_of_it_has_none(built, tmp_path, telling):
    """Pages, descriptions, exports and the release are free of it."""
    package = built / "none"
    for command in ("explore", "describe", "release"):
        assert run(command, package, "--out", tmp_path / command).exit_code == 0
    for target in ("sqlite", "zip", "parquet"):
        summitry.export(package, target, tmp_path / f"out.{target}")
    assert not telling(tmp_path)


def test_it_is_a_valid_package(built):
    """Both keep their promises, and have the same rows."""
    for text in ("all", "none"):
        assert summitry.validate(built / text).counts == {}
    for name in TABLES:
        assert len(rows_of(built / "all", name)) == len(rows_of(built / "none", name))


def test_cells_without_words_are_the_same_bytes(built):
    """In each table all columns without words are as they were, but for the ids of people without names."""
    for name in TABLES:
        before, after = rows_of(built / "all", name), rows_of(built / "none", name)
        plain = [field.name for field in table_schema(name).fields if not field.words]
        ids = {"meeting_id", "row_id"}
        kept = [column for column in plain if column not in ids]
        key = sorted if name in {"meetings", "evidence"} else list
        assert key([row[column] for column in kept] for row in before) == key(
            [row[column] for column in kept] for row in after
        )


def test_names_and_known_offices_stay(built):
    """Names are no words of an article; an office that knowledge has is none either."""
    people = {row["name"]: row["position"] for row in rows_of(built / "none", "entities")}
    assert people["Erik Dahl"] == "Prime Minister of Denmark"
    assert people["Kari Solheim"] == ""
    names = {row["text"] for row in rows_of(built / "none", "mentions")}
    assert {"Kari Solheim", "Oslo", "Danish"} <= names
    assert any(UNNAMED in row["name"] for row in rows_of(built / "none", "meetings"))
