"""Articles as records, one by one and in collections."""

import json
from datetime import date

import pytest

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read import article_row, read_articles, read_record, read_records
from summitry.rows import Refusal
from summitry.settings import MAX_ARTICLE_BYTES

LATIN = "not UTF-8 (it looks like Latin-1 or Windows-1252); expected text in UTF-8"
OBJECT = "expected a JSON object"
CLOSED = "expected a closed one"
DAY = "expected a date as YYYY-MM-DD"
RECORD = {"id": "talks", "date": "2019-05-15", "text": "The ministers met.\n\nThey agreed."}


def test_reads_a_record():
    """All fields of a record find their place."""
    told = {
        "title": "Talks  end",
        "url": "https://news.example/1",
        "agency": "AFP",
        "dateline": "OSLO",
        "language": "en",
    }
    found = read_record({**RECORD, **told, "views": 7})
    assert isinstance(found, Dispatch)
    assert (found.article_id, found.published_on) == ("talks", date(2019, 5, 15))
    assert (found.title, found.url, found.source) == ("Talks end", told["url"], told["url"])
    assert (found.agency, found.dateline, found.language) == ("AFP", "OSLO", "en")
    assert [passage.text for passage in found.passages] == ["The ministers met.", "They agreed."]


BYLINES = [
    pytest.param("Ann Lee", "Ann Lee", id="a text"),
    pytest.param(["Ann Lee", "Jan Vik"], "Ann Lee and Jan Vik", id="a list"),
    pytest.param([{"name": "Ann Lee"}, 7], "Ann Lee", id="objects with names"),
    pytest.param([], None, id="nobody"),
    pytest.param(7, None, id="what cannot be a name"),
]


@pytest.mark.parametrize(("given", "byline"), BYLINES)
def test_the_byline_of_a_record(given, byline):
    """Authors come as a text or as a list; no article is refused for them."""
    assert read_record({**RECORD, "byline": given}).byline == byline


def test_a_byline_that_comes_twice_is_no_text():
    """The line that says what the record says is taken off; another one stays, as nothing may be lost."""
    text = "By Ann Lee\n\nThey met."
    same = read_record({**RECORD, "text": text, "byline": "Ann Lee"})
    other = read_record({**RECORD, "text": text, "byline": "Jan Vik"})
    assert [passage.text for passage in same.passages] == ["They met."]
    assert [passage.text for passage in other.passages] == ["By Ann Lee", "They met."]


def test_the_same_record_has_the_same_fingerprint():
    """The order of fields, empty fields and fields that are not read do not matter; any other word does."""
    one = read_record(RECORD)
    assert read_record({**dict(reversed(RECORD.items())), "title": None, "views": 7}).sha256 == one.sha256
    assert read_record({**RECORD, "text": "They met."}).sha256 != one.sha256


TEXTS = [
    pytest.param("OSLO (AFP) — They met.", "AFP", ["They met."], id="a dateline is taken out"),
    pytest.param("AFP, OSLO\n\nThey met.", "AFP", ["They met."], id="also on a line of its own"),
    pytest.param("date 2019-05-15 AFP\n\nThey met.", "AFP", ["They met."], id="so is a date header"),
    pytest.param("Date night was cancelled.", None, ["Date night was cancelled."], id="but no word `date`"),
    pytest.param("AFP", None, ["AFP"], id="if nothing else is there, it is text"),
]


@pytest.mark.parametrize(("text", "agency", "paragraphs"), TEXTS)
def test_reads_the_text_of_a_record(text, agency, paragraphs):
    """The text of a record may have a head like that of a raw article, and need not."""
    found = read_record({**RECORD, "text": text})
    assert found.agency == agency
    assert [passage.text for passage in found.passages] == paragraphs
    for passage in found.passages:
        first, last = passage.origin(0, len(passage.text))
        assert text[first:last] == passage.text


BAD = [
    pytest.param({"id": None}, "id: found nothing; expected a record with id", id="no id"),
    pytest.param({"id": ""}, "id: found nothing; expected a record with id", id="an empty id"),
    pytest.param({"id": True}, "id: found a truth value; expected text", id="a truth value as id"),
    pytest.param(
        {"id": "a/b"},
        "id: found “a/b” with “/” (U+002F) at character 2; expected an id of 1 to 120 characters "
        "without white space and slashes",
        id="a path as id",
    ),
    pytest.param({"text": None}, "text: found nothing; expected a record with text", id="no text"),
    pytest.param({"text": " \n"}, "found no text; expected at least one paragraph", id="white space as text"),
    pytest.param({"text": ["a"]}, "text: found a list; expected text", id="a list as text"),
    pytest.param({"text": "a\0b"}, "text: found a NUL at character 2; expected text", id="NUL"),
    pytest.param(
        {"text": "a\ud800b"},
        "text: found half a character (U+D800) at character 2; expected text",
        id="half a character",
    ),
    pytest.param(
        {"text": "a" * (MAX_ARTICLE_BYTES + 1)},
        "text: found 5,000,001 bytes; expected at most 5,000,000 bytes",
        id="too large",
    ),
    pytest.param({"date": None}, f"date: found nothing; {DAY}", id="no date"),
    pytest.param(
        {"date": "2019-02-29"}, f"date: found the impossible date 2019-02-29; {DAY}", id="impossible date"
    ),
    pytest.param({"date": "2019-05-15T25:00"}, f"date: found “2019-05-15T25:00”; {DAY}", id="no time"),
    pytest.param({"date": 20190515}, "date: found a number; expected text", id="a number as date"),
    pytest.param({"title": 7}, "title: found a number; expected text", id="a number as title"),
    pytest.param({"agency": {}}, "agency: found an object; expected text", id="an object as agency"),
    pytest.param({"url": b"x"}, "url: found a value of another kind; expected text", id="bytes"),
    pytest.param(
        {"text": "date 2019-05-16 They met."},
        "date: found 2019-05-16 in the text beside 2019-05-15; expected one date",
        id="two dates",
    ),
]


@pytest.mark.parametrize(("told", "line"), BAD)
def test_refuses_bad_records(told, line):
    """One clear line names the field, what was found and what was expected."""
    found = read_record({**RECORD, **told}, source="news")
    assert isinstance(found, Refusal)
    assert str(found) == f"news: {line}"


def test_stand_off_findings_need_no_date_and_no_key():
    """Without tables a date may be missing, and any id is kept as given."""
    for given in ("2019", "my talks", "a/b", 2019):
        found = read_record({"id": given, "text": "They met."}, for_tables=False)
        assert (found.article_id, found.published_on) == (str(given), None)
    assert read_record({"id": 2019, "text": "They met.", "date": "2019-05-15"}).article_id == "a-2019"
    with pytest.raises(ValueError, match="no date"):
        article_row(found)


def lines_of(found):
    """What a reader gives, as ids and lines."""
    return [one.article_id if isinstance(one, Dispatch) else str(one) for one in found]


def as_json(**told):
    """A line of JSON."""
    return json.dumps(RECORD | told)


def test_reads_json_lines(tmp_path):
    """Each bad line is refused with its number, and the others go on."""
    lines = [
        as_json(id="a"),
        "",
        as_json(id="b")[:-1],
        "[1]",
        "null",
        '{"id": "c", "id": "d"}',
        as_json(id="e", text=None),
        as_json(id="f").replace('"2019-05-15"', "NaN"),
        "[" * 100_000,
        '{"id": ' + "9" * 5000 + "}",
        as_json(id="g", date="15 May"),
        as_json(id="h"),
    ]
    path = tmp_path / "news.jsonl"
    path.write_bytes("\n".join(lines).encode() + b'\n{"id": "\xe9"}\r\n' + as_json(id="i").encode())
    assert lines_of(read_articles([path], base=tmp_path)) == [
        "a",
        "news.jsonl: line 3, character 79: found the end of the line (Expecting ',' delimiter); " + OBJECT,
        "news.jsonl: line 4: found a list; expected a JSON object",
        "news.jsonl: line 5: found null; expected a JSON object",
        "news.jsonl: line 6: found “id” twice in one object; expected each name once",
        "news.jsonl: line 7, text: found nothing; expected a record with text",
        "news.jsonl: line 8: found NaN; expected JSON",
        "news.jsonl: line 9: found a number or a nesting beyond all bounds; expected a JSON object",
        "news.jsonl: line 10: found a number or a nesting beyond all bounds; expected a JSON object",
        f"news.jsonl: line 11, date: found “15 May”; {DAY}",
        "h",
        f"news.jsonl: line 13, byte 8: found 0xE9, {LATIN}",
        "i",
    ]


def test_a_line_without_end_fills_no_memory(tmp_path):
    """A line beyond all articles is passed over, and the next is read."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"x" * (MAX_ARTICLE_BYTES + 1) + b"\n" + as_json().encode())
    assert lines_of(read_articles([path], base=tmp_path)) == [
        "news.jsonl: line 1: found a record of 5,000,002 bytes; expected at most 5,000,000 bytes",
        "talks",
    ]


def test_reads_csv(tmp_path):
    """Cells may hold commas, quotation marks and line ends; each bad row is refused with its first line."""
    path = tmp_path / "news.csv"
    path.write_bytes(
        b"\xef\xbb\xbfid,date,text,title\r\n"
        b'a,2019-05-15,"They said ""yes"".\n\nThey agreed.",\r\n'
        b"\r\n"
        b"b,2019-05-15,too short\r\n"
        b"c,2019-05-15,Zo\xeb Dahl,\r\n"
        b'd,2019-05-15,"a"b",\r\n'
        b'"\r\n'
        b"e,,They met.,\r\n"
        b"2019,2019-05-15,They met.,Talks\r\n"
        b'f,2019-05-15,"open,\r\n'
        b"g,2019-05-15,They met.,\r\n"
    )
    found = list(read_articles([path], base=tmp_path))
    assert lines_of(found) == [
        "a",
        "news.csv: line 6: found 3 cells; expected 4, one a column",
        f"news.csv: line 7, byte 15: found 0xEB, {LATIN}",
        "news.csv: line 8: found no row of CSV (',' expected after '\"'); expected cells as in RFC 4180",
        f"news.csv: line 10, date: found nothing; {DAY}",
        "a-2019",
        "news.csv: line 12: found a quotation mark that is open until the end of the file; " + CLOSED,
    ]
    assert [passage.text for passage in found[0].passages] == ['They said "yes".', "They agreed."]
    assert (found[0].source, found[0].title, found[5].title) == ("news.csv", None, "Talks")


COLLECTIONS = [
    pytest.param("news.csv", b"", "found an empty file; expected text in UTF-8", id="an empty CSV file"),
    pytest.param(
        "news.csv", b"id,date,text\n", "found no record; expected at least one", id="a header alone"
    ),
    pytest.param(
        "news.csv",
        b"id;date;text\na;b;c\n",
        "line 1: found no column for date and no column for text in “id;date;text”; "
        "expected columns of known names, parted by commas, or named with --map date=NAME --map text=NAME",
        id="semicolons",
    ),
    pytest.param(
        "news.csv",
        b"id,id,date,text\n",
        "line 1: found two columns “id”; expected each column once",
        id="a column twice",
    ),
    pytest.param(
        "news.csv",
        "id,date,text\n".encode("utf-16"),
        "byte 0: found a byte order mark of UTF-16 (little-endian); expected text in UTF-8",
        id="UTF-16",
    ),
    pytest.param("news.jsonl", b"\n \n", "found no record; expected at least one", id="blank lines"),
    pytest.param(
        "news.jsonl", b"\x1f\x8b\x08", "byte 0: found a gzip archive; expected text in UTF-8", id="an archive"
    ),
]


@pytest.mark.parametrize(("name", "content", "line"), COLLECTIONS)
def test_refuses_what_is_no_collection(tmp_path, name, content, line):
    """A file that holds no records at all is refused once."""
    path = tmp_path / name
    path.write_bytes(content)
    assert lines_of(read_articles([path], base=tmp_path)) == [f"{name}: {line}"]


def test_a_long_cell_is_read(tmp_path):
    """The bound of Python's module on a cell is not ours, and is left as it was."""
    path = tmp_path / "news.csv"
    text = "They met. " * 5_000 + "\n\n" + "They agreed. " * 7_000
    path.write_text(f'id,date,text\na,2019-05-15,"{text}"\n')
    (found,) = read_articles([path])
    assert len(found.passages) == 2


def test_reads_one_collection_for_stand_off_findings(tmp_path):
    """Without tables, ids may come twice and be anything."""
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([as_json(id="1", date=None), as_json(id="1"), "{}"]))
    found = list(read_records(path, for_tables=False))
    assert lines_of(found[:2]) == ["1", "1"]
    assert str(found[2]).endswith(
        "line 3: found no column for text in nothing; "
        "expected columns of known names, or named with --map text=NAME"
    )


def test_a_folder_is_no_collection(tmp_path):
    """A collection is one file."""
    with pytest.raises(UnreadableInput, match="found a folder"):
        read_records(tmp_path)
