"""Who or what was removed is nowhere in a package, and a tombstone says that something was."""

import json
import re

import pytest

import summitry
from summitry.compare import Bump
from summitry.curated import tombstone
from summitry.curated.forgetting import black
from summitry.errors import UnreadableInput

REMOVED = {"table": "entities", "id": "kari-solheim"}


def everything(package):
    """Every byte of the tables and the descriptor."""
    paths = [package / "datapackage.json", *sorted((package / "data" / "tables").glob("*.csv"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_a_person_is_nowhere(desk, plain):
    """No cell holds the name, all other rows are there, and every offset is as it was."""
    tables = desk.build(removals=[REMOVED])
    assert re.search("solheim", everything(desk.package), re.IGNORECASE) is None
    assert [len(row.text) for row in tables.paragraphs] == [len(row.text) for row in plain.paragraphs]
    assert [row.quote_id for row in tables.quotes] == [row.quote_id for row in plain.quotes]
    assert {row.entity_id for row in plain.entities} - {row.entity_id for row in tables.entities} == {
        "kari-solheim"
    }
    described = json.loads((desk.package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["removed"] == [tombstone("entities", "kari-solheim")]


def test_a_tombstone_removes_too(desk):
    """The file of removals need not name whom it removes."""
    by_name = desk.build(removals=[REMOVED])
    by_mark = desk.build(removals=[REMOVED | {"id": tombstone("entities", "kari-solheim")}])
    assert by_mark == by_name


def test_a_full_name_is_black_where_nobody_is_linked(desk):
    """Also in an article in which it was not known who is meant."""
    unknown = {"text": "Kari Solheim", "article_id": "bergen"}
    tables = desk.build(names=[unknown], removals=[REMOVED])
    (text,) = [row.text for row in tables.paragraphs if row.paragraph_id == "bergen-p001"]
    assert text.startswith("████████████ met Erik Dahl")


def test_an_article_is_nowhere(desk):
    """No row of its own, no report of a meeting, no count, no source; its id is only a hash."""
    tables = desk.build(removals=[{"table": "articles", "id": "oslo"}])
    assert (
        {row.article_id for row in tables.articles}
        == {row.article_id for row in tables.paragraphs}
        == {"bergen"}
    )
    assert {row.article_count for row in tables.meetings} == {1}
    assert "oslo.txt" not in everything(desk.package)


def test_what_was_removed_is_counted(desk):
    """Whoever mistyped an id sees that nothing was passed over, and that no article is left says why."""
    one = {"table": "articles", "id": "oslo"}
    assert desk.built(removals=[one]).passed == {"articles removed for good": 1}
    with pytest.raises(UnreadableInput, match="no article in 0 inputs beside 2 removed for good"):
        desk.built(removals=[one, {"table": "articles", "id": "bergen"}])


def test_what_is_not_there_can_be_removed(desk, plain):
    """A removal holds for later articles, and when the article itself is long gone."""
    tables = desk.build(removals=[{"table": "articles", "id": "gone"}, {"table": "entities", "id": "gone"}])
    assert tables == plain


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        pytest.param("Ada Holm met Adam.", {"Ada Holm", "Ada"}, "████████ met Adam.", id="whole words only"),
        pytest.param("Adas", {"Ada"}, "Adas", id="no part of a word"),
        pytest.param("Ada’s", {"Ada"}, "███’s", id="with its possessive"),
        pytest.param("A. (B)", {"A. (B)"}, "██████", id="signs are no pattern"),
        pytest.param("Ada", set(), "Ada", id="nobody"),
    ],
)
def test_blackens_names(text, names, shown):
    """Each character of a name is black, and the text is as long as it was."""
    assert black(text, names) == shown


def test_tombstones_are_told_by_the_id_alone():
    """Whoever has the row can compute it; an article and an entity of one id have different ones."""
    assert tombstone("articles", "a") != tombstone("entities", "a")
    assert re.fullmatch("articles-[0-9a-f]{16}", tombstone("articles", "a"))


def test_a_removal_is_a_change_of_a_release(desk, shared, tmp_path):
    """The difference of two packages tells what was removed, and the version grows."""
    summitry.build([shared / "raw"], tmp_path / "old", cache=shared / "cache")
    desk.build(removals=[REMOVED])
    found = summitry.diff(tmp_path / "old", desk.package)
    assert found.bump is Bump.MAJOR
