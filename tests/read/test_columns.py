"""Columns: known by their names, or as the user says; never guessed at."""

import json

import pytest

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read import Terms, columns_given, read_articles, read_records
from summitry.read.columns import layout_of, synonyms
from summitry.read.terms import FIELDS
from summitry.read.unfit import Unfit

KNOWN = [
    pytest.param(
        ["id", "date", "text"], {}, {"id": "id", "date": "date", "text": "text"}, id="our own names"
    ),
    pytest.param(
        ["Article ID", "Published-On", "Body", "Headline", "Link", "lang"],
        {},
        {
            "id": "Article ID",
            "date": "Published-On",
            "text": "Body",
            "title": "Headline",
            "url": "Link",
            "language": "lang",
        },
        id="other names, in any case, with any signs",
    ),
    pytest.param(
        ["Authors", "date_publish", "plain_text", "DocumentURL"],
        {},
        {"byline": "Authors", "date": "date_publish", "text": "plain_text", "url": "DocumentURL"},
        id="names of other tools",
    ),
    pytest.param(
        ["text", "body", "created_at"], {}, {"text": "text", "date": "created_at"}, id="our own first"
    ),
    pytest.param(["a", "b"], {"text": "a", "date": "b"}, {"text": "a", "date": "b"}, id="as the user says"),
    pytest.param(
        ["date", "pubdate", "text"],
        {"date": "pubdate"},
        {"date": "pubdate", "text": "text"},
        id="what the user says comes first",
    ),
    pytest.param(["link", "text"], {"url": ""}, {"text": "text"}, id="said to be nothing"),
    pytest.param(
        ["body", "content"],
        {"text": "body", "title": "content"},
        {"text": "body", "title": "content"},
        id="a column that is something else by now",
    ),
    pytest.param(
        ["source", "publication", "text"], {}, {"text": "text"}, id="what can mean anything is nothing"
    ),
]


@pytest.mark.parametrize(("names", "given", "layout"), KNOWN)
def test_columns_are_known_by_name(names, given, layout):
    """Each field has the one column that can be it."""
    assert layout_of(names, given) == layout


DOUBTFUL = [
    pytest.param(
        ["id", "created_at", "pubdate", "text"],
        {},
        "“created_at” and “pubdate”, which can both be the date; "
        "expected one said to be it (--map date=NAME)",
        id="two dates",
    ),
    pytest.param(
        ["id", "text"],
        {"date": "day"},
        "no column “day” in “id,text”; expected the one that is said to be date",
        id="a name that is not there",
    ),
]


@pytest.mark.parametrize(("names", "given", "line"), DOUBTFUL)
def test_doubtful_columns_are_refused(names, given, line):
    """One line says what was found and how to go on."""
    with pytest.raises(Unfit) as caught:
        layout_of(names, given)
    assert str(caught.value.refusal("a.csv")) == f"a.csv: found {line}"


def test_known_names_mean_one_thing():
    """No name is listed for two fields, and each field is known by its own name."""
    assert set(synonyms().values()) == set(FIELDS)
    assert all(synonyms()[name] == name for name in FIELDS)
    assert all(name == name.casefold() and name.isalnum() for name in synonyms())


TABLE = 'guid,pubDate,headline,body\na1,"Tue, 14 May 2019 10:00:00 +0200",Talks end,They met.\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", TABLE, id="CSV"),
        pytest.param("a.tsv", TABLE.replace(",", "\t").replace("Tue\t", "Tue,"), id="TSV"),
        pytest.param(
            "a.jsonl",
            json.dumps(
                {
                    "guid": "a1",
                    "pubDate": "2019-05-14T23:59:00-08:00",
                    "headline": "Talks end",
                    "body": "They met.",
                }
            ),
            id="JSON lines",
        ),
    ],
)
def test_tables_with_other_names_are_read(tmp_path, name, content):
    """The article is the same, whatever the table calls its parts."""
    (tmp_path / name).write_text(content)
    (found,) = read_articles([tmp_path / name], base=tmp_path)
    assert (found.article_id, str(found.published_on), found.title) == ("a1", "2019-05-14", "Talks end")
    assert (found.date_source, found.source) == ("record", name)
    assert [passage.text for passage in found.passages] == ["They met."]


def test_a_table_that_lacks_a_column_is_refused_once(tmp_path):
    """Not each of its rows; the line tells all columns that there are."""
    (tmp_path / "a.csv").write_text("id,when,body\n" + "a,2019-05-14,They met.\n" * 9)
    (refusal,) = read_articles([tmp_path / "a.csv"], base=tmp_path)
    assert str(refusal) == (
        "a.csv: line 1: found no column for date in “id,when,body”; "
        "expected columns of known names, parted by commas, or named with --map date=NAME"
    )
    terms = Terms(columns={"date": "when"})
    (found, *copies) = read_articles([tmp_path / "a.csv"], base=tmp_path, terms=terms)
    assert str(found.published_on) == "2019-05-14"
    assert all("a copy of" in copy.found for copy in copies)


def test_records_without_ids_get_one_of_their_own_bytes(tmp_path):
    """The order of the rows and their number play no part; a record that says its id is null is refused."""
    rows = ["2019-05-14,They met.\n", "2019-05-15,They agreed.\n"]
    ids = []
    for order in (rows, rows[::-1]):
        (tmp_path / "the news.csv").write_text("date,text\n" + "".join(order))
        ids.append({found.article_id for found in read_articles([tmp_path / "the news.csv"])})
    assert ids[0] == ids[1]
    assert all(made.startswith("the-news-") and len(made) == len("the-news-") + 12 for made in ids[0])
    (tmp_path / "b.jsonl").write_text('{"id": null, "date": "2019-05-14", "text": "They met."}')
    (refusal,) = read_articles([tmp_path / "b.jsonl"], base=tmp_path)
    assert str(refusal) == "b.jsonl: line 1, id: found nothing; expected a record with id"


def test_each_line_of_json_is_known_by_its_own_members(tmp_path):
    """A named member that a line does not have is absent there; no other takes its place."""
    lines = [
        '{"text": "They met.", "day": "2019-05-14"}',
        '{"text": "They agreed.", "pubdate": "2019-05-14"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = read_articles([tmp_path / "a.jsonl"], base=tmp_path, terms=Terms(columns={"date": "day"}))
    assert isinstance(next(found), Dispatch)
    assert str(next(found)) == "a.jsonl: line 2, date: found nothing; expected a date as YYYY-MM-DD"


def test_a_table_that_breaks_off_in_quotes_is_told(tmp_path):
    """A table with tabs is quoted like CSV; a mark that stays open is refused where it opens."""
    (tmp_path / "a.tsv").write_text('id\tdate\ttext\na\t2019-05-14\t"They met.\n')
    (refusal,) = read_articles([tmp_path / "a.tsv"], base=tmp_path)
    assert refusal.place == "line 2"
    assert refusal.found.startswith("a quotation mark that is open")


def test_stand_off_findings_take_the_same_columns(tmp_path):
    """`annotate` needs no date, but takes the one that is named."""
    (tmp_path / "a.csv").write_text("id,when,body\na,2019-05-14,They met.\n")
    (found,) = read_records(tmp_path / "a.csv", for_tables=False)
    assert found.published_on is None
    (found,) = read_records(tmp_path / "a.csv", for_tables=False, columns={"date": "when"})
    assert str(found.published_on) == "2019-05-14"


def test_what_the_library_says_of_a_row_prints(tmp_path):
    """It names the sign that parts the cells, which in a table with tabs does not print."""
    (tmp_path / "a.tsv").write_text('id\tdate\ttext\na\t2019-05-14\t"They" met.\n')
    (refusal,) = read_articles([tmp_path / "a.tsv"], base=tmp_path)
    assert str(refusal) == (
        "a.tsv: line 2: found no row of CSV ('\\t' expected after '\"'); expected cells as in RFC 4180"
    )


@pytest.mark.parametrize("pairs", [["date"], ["date=a", "date=b"]], ids=["no column", "two columns"])
def test_a_wrong_map_is_told(pairs):
    """A pair names a field and a column, each field once."""
    with pytest.raises(UnreadableInput, match=r"--map: found .*; expected"):
        columns_given(pairs)
