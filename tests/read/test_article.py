"""Raw articles: the date, the head, the dateline, the paragraphs, and what is refused."""

from datetime import date
from hashlib import sha256

import pytest

from summitry.page import Dispatch
from summitry.read import article_row, paragraph_id, paragraph_rows, read_articles
from summitry.rows import Article, Paragraph, Refusal
from summitry.settings import MAX_ARTICLE_BYTES, MAX_ID_CHARS, MAX_PARAGRAPH_CHARS

AFP_OSLO = {"agency": "AFP", "dateline": "OSLO"}
BY_LEE = {"byline": "By Ann Lee", "agency": "AP", "dateline": "OSLO"}
BODY = "The ministers met.\n\nThey agreed."
MET = ["The ministers met.", "They agreed."]


@pytest.fixture
def read(tmp_path):
    """What a file of that name and content is read as."""

    def read_one(content, name="talks.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (one,) = read_articles([path], base=tmp_path)
        return one

    return read_one


HEADS = [
    pytest.param(f"date 2019-05-15\n\n{BODY}", {}, MET, id="a date alone"),
    pytest.param(f" date 2019-05-15 \r\n\r\n{BODY}", {}, MET, id="white space around it"),
    pytest.param(f"\ufeff\n\tDATE: 2019-05-15\n{BODY}", {}, MET, id="byte order mark, capitals, colon"),
    pytest.param(f" date 2019-05-15 {BODY}", {}, MET, id="text on the date line"),
    pytest.param(f"date 2019-05-15 AFP, OSLO\n\n{BODY}", AFP_OSLO, MET, id="agency and place"),
    pytest.param(f"date 2019-05-15\nAFP, OSLO\n{BODY}", AFP_OSLO, MET, id="on the next line"),
    pytest.param(f"date 2019-05-15\n\nOSLO (AFP) —\n\n{BODY}", AFP_OSLO, MET, id="on a later line"),
    pytest.param(f"date 2019-05-15 OSLO (AFP) — {BODY}", AFP_OSLO, MET, id="before the text"),
    pytest.param(f"date 2019-05-15\n\nOSLO (AFP) — {BODY}", AFP_OSLO, MET, id="before the first paragraph"),
    pytest.param(f"date 2019-05-15 AFP\n\nOSLO — {BODY}", AFP_OSLO, MET, id="agency and place apart"),
    pytest.param(
        f"date 2019-05-15 AFP\n\nOSLO (Agence France-Presse) — {BODY}",
        AFP_OSLO,
        MET,
        id="one agency in two forms",
    ),
    pytest.param(
        f"date 2019-05-15 Staff writer, with CNA\n\n{BODY}",
        {"byline": "Staff writer, with CNA", "agency": "CNA"},
        MET,
        id="a byline",
    ),
    pytest.param(f"date 2019-05-15\n\nBy Ann Lee\n\nOSLO (AP) — {BODY}", BY_LEE, MET, id="byline and agency"),
    pytest.param(
        f"date 2019-05-15\nBy Ann Lee\nOSLO (AP) — {BODY}", BY_LEE, MET, id="both without blank lines"
    ),
    pytest.param(
        f"date 2019-05-15 OSLO, May 15 (Fjord News) - {BODY}",
        {"agency": "Fjord News", "dateline": "OSLO, May 15"},
        MET,
        id="an agency that no list knows, in the full form of the trade",
    ),
    pytest.param(
        f"date 2019-05-15 AFP, OSLO\ntitle: Talks  end\nURL: https://news.example/1\nid: x1\n\n{BODY}",
        {
            "agency": "AFP",
            "dateline": "OSLO",
            "title": "Talks end",
            "url": "https://news.example/1",
            "article_id": "x1",
        },
        MET,
        id="lines of a head",
    ),
    pytest.param(
        f"date 2019-05-15\nagency: Fjord Post\ndateline: Oslo\n{BODY}",
        {"agency": "Fjord Post", "dateline": "Oslo"},
        MET,
        id="agency and dateline in the head",
    ),
    pytest.param(
        f"date 2019-05-15\nagency: Fjord Post\n\nOSLO (AP) — {BODY}",
        {"agency": "Fjord Post"},
        ["OSLO (AP) — The ministers met.", "They agreed."],
        id="two agencies: nothing is lost",
    ),
    pytest.param(
        f"date 2019-05-15\ndateline: Oslo\n\nOSLO, May 15 — {BODY}",
        {"dateline": "OSLO, May 15"},
        MET,
        id="one place in two forms",
    ),
    pytest.param(
        f"date 2019-05-15\ntitle: Talks\ntitle: More\n\n{BODY}",
        {"title": "Talks"},
        ["title: More", *MET],
        id="a second title is text",
    ),
    pytest.param(
        f"date 2019-05-15\n\ntitle: Talks\n\n{BODY}",
        {},
        ["title: Talks", *MET],
        id="a head line after a blank one is text",
    ),
    pytest.param(
        f"date 2019-05-15 It rained.\ntitle: Talks\n\n{BODY}",
        {},
        ["It rained. title: Talks", *MET],
        id="or after text",
    ),
    pytest.param(
        f"date 2019-05-15\n\nTalks in Oslo end\n\n{BODY}",
        {},
        ["Talks in Oslo end", *MET],
        id="a headline is never guessed",
    ),
    pytest.param("date 2019-05-15\n\nThe ministers\nmet.\n\nThey agreed.", {}, MET, id="wrapped lines"),
]


@pytest.mark.parametrize(("content", "told", "paragraphs"), HEADS)
def test_reads_raw_articles(read, content, told, paragraphs):
    """Everything in a raw article is date, agency, dateline, title or text, in the right place."""
    found = read(content)
    assert isinstance(found, Dispatch), str(found)
    assert found.published_on == date(2019, 5, 15)
    expected = {
        "article_id": "talks",
        "title": None,
        "url": None,
        "byline": None,
        "agency": None,
        "dateline": None,
    } | told
    assert {name: getattr(found, name) for name in expected} == expected
    assert [passage.text for passage in found.passages] == paragraphs
    assert found.changes == 0


def test_origins_lead_to_the_file(read):
    """Each character of a paragraph is found in the decoded file, behind head and dateline."""
    content = f"\ufeff date 2019-05-15\n\nOSLO\u00a0(AFP) — {BODY}"
    for passage in read(content).passages:
        first, last = passage.origin(0, len(passage.text))
        assert content[first:last] == passage.text


UTF8 = "text in UTF-8"
DATE = "`date YYYY-MM-DD` at the start"
BAD = [
    pytest.param(b"", "found an empty file", UTF8, id="empty"),
    pytest.param(b" \n\t\r\n", "found nothing but white space", DATE, id="white space"),
    pytest.param(BODY, "line 1: found no date but “The ministers met.”", DATE, id="no date"),
    pytest.param("date: soon\n\nText.", "date: found “soon”", DATE, id="a word for a date"),
    pytest.param("date 15/05/2019\n\nText.", "date: found “15/05/2019”", DATE, id="a date in another form"),
    pytest.param(
        "date 2024-02-30\n\nText.", "date: found the impossible date 2024-02-30", DATE, id="impossible date"
    ),
    pytest.param("date ٢٠٢٤-٠١-٠١\n\nText.", "date: found “٢٠٢٤-٠١-٠١”", DATE, id="digits of another script"),
    pytest.param(
        "date 1799-12-31\n\nText.", "date: found the date 1799-12-31", "a date from 1800 on", id="too old"
    ),
    pytest.param(
        "date 2019-05-15 AFP, OSLO\n\n", "found a header but no text", "at least one paragraph", id="no text"
    ),
    pytest.param(
        "date 2019-05-15\n\nAFP, OSLO\n",
        "found a header but no text",
        "at least one paragraph",
        id="no text but a dateline",
    ),
    pytest.param(
        "date 2019-05-15\nurl: news\n\nText.",
        "url: found “news”",
        "an address that begins with http:// or https://",
        id="no address",
    ),
    pytest.param(
        "date 2019-05-15\nlanguage: English\n\nText.",
        "language: found “English”",
        "a code of two letters, such as en",
        id="no language code",
    ),
    pytest.param(
        "date 2019-05-15 AFP\nagency: AP\n\nText.",
        "agency: found “AP” beside “AFP”",
        "one agency",
        id="two agencies in the head",
    ),
    pytest.param(
        "date 2019-05-15\nid: a b\n\nText.",
        "id: found “a b” with a space at character 2",
        "an id of 1 to 120 characters without white space and slashes",
        id="an id with a space",
    ),
    pytest.param(
        b"date 2019-05-15\n\nTe\0xt.", "byte 19: found a NUL byte, as binary files hold", UTF8, id="NUL"
    ),
    pytest.param(
        b"date 2019-05-15\n\n\x93Yes,\x94 she said.",
        "byte 17: found 0x93, not UTF-8 (it looks like Windows-1252)",
        UTF8,
        id="Windows-1252",
    ),
    pytest.param(
        "date 2019-05-15\n\nZoë Dahl".encode("latin-1"),
        "byte 19: found 0xEB, not UTF-8 (it looks like Latin-1 or Windows-1252)",
        UTF8,
        id="Latin-1",
    ),
    pytest.param(
        "date 2019-05-15\n\n“Yes".encode()[:-4],
        "byte 17: found 0xE2, the start of a character that is cut off at the end",
        UTF8,
        id="cut off",
    ),
    pytest.param(
        "date 2019-05-15\n\n日本".encode("shift-jis"),
        "byte 17: found 0x93, not UTF-8",
        UTF8,
        id="another encoding: no guess",
    ),
    pytest.param(
        "date 2019-05-15\n\nText.".encode("utf-16"),
        "byte 0: found a byte order mark of UTF-16 (little-endian)",
        UTF8,
        id="UTF-16",
    ),
    pytest.param(
        "date 2019-05-15\n\nText.".encode("utf-16-le"),
        "byte 0: found a zero byte beside each letter, as in UTF-16 (little-endian)",
        UTF8,
        id="UTF-16 without a mark",
    ),
    pytest.param(
        "date 2019-05-15\n\nText.".encode("utf-16-be"),
        "byte 0: found a zero byte beside each letter, as in UTF-16 (big-endian)",
        UTF8,
        id="UTF-16, big-endian",
    ),
    pytest.param(b"%PDF-1.7\n", "byte 0: found a PDF file", UTF8, id="a PDF file"),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "byte 0: found a PNG picture", UTF8, id="a picture"),
    pytest.param(
        f"date 2019-05-15\n\nText.\n\n{'a' * (MAX_PARAGRAPH_CHARS + 1)}",
        "paragraph 2: found 100,001 characters",
        "at most 100,000",
        id="a paragraph too long",
    ),
    pytest.param(
        "date 2019-05-15\n\ne" + "\u0301" * 31,
        "paragraph 1: found more than 30 combining marks on one letter",
        "text",
        id="a pile of marks",
    ),
]


@pytest.mark.parametrize(("content", "found", "expected"), BAD)
def test_refuses_what_is_no_article(read, content, found, expected):
    """One clear line names the file, the place, what was found and what was expected."""
    refusal = read(content)
    assert isinstance(refusal, Refusal)
    assert str(refusal) == f"talks.txt: {found}; expected {expected}"


def test_refuses_a_huge_file_by_its_size(tmp_path, monkeypatch):
    """A file beyond all articles is not even opened."""
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(type(path), "open", None)
    (found,) = read_articles([path])
    assert found.found == "50,000,000 bytes"
    assert found.expected == f"an article of at most {MAX_ARTICLE_BYTES:,} bytes"


NAMES = [
    pytest.param("oslo.talks.txt", "oslo.talks", id="only the last ending goes"),
    pytest.param("Talks.TXT", "Talks", id="the ending in capitals"),
    pytest.param("2019.txt", "a-2019", id="a number"),
    pytest.param("1e5.txt", "a-1e5", id="what a loader takes for a number"),
    pytest.param("true.txt", "a-true", id="or for a truth value"),
    pytest.param("2019-05.txt", "2019-05", id="a month is no number"),
    pytest.param("Zoe\u0308.txt", "Zoë", id="NFC"),
]


@pytest.mark.parametrize(("name", "article_id"), NAMES)
def test_the_key_of_an_article(read, name, article_id):
    """The key is the file's stem, made safe from loaders that guess types."""
    assert read(f"date 2019-05-15\n\n{BODY}", name).article_id == article_id


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("my talks.txt", "“my talks” with a space at character 3", id="a space"),
        pytest.param("a\u00a0b.txt", "“a\\xa0b” with “\\xa0” (U+00A0) at character 2", id="a no-break space"),
        pytest.param("a\nb.txt", "“a\\nb” with “\\n” (U+000A) at character 2", id="a line end"),
        pytest.param("=a.txt", "“=a” with “=” (U+003D) at character 1", id="the start of a formula"),
        pytest.param("None.txt", "“None”, which says that there is none", id="a word for nothing"),
        pytest.param("a" * (MAX_ID_CHARS + 1) + ".txt", "an id of 121 characters", id="too long"),
    ],
)
def test_refuses_names_that_are_no_keys(read, name, found):
    """A key without white space, control signs or traps cannot be made from every name."""
    refusal = read(f"date 2019-05-15\n\n{BODY}", name)
    assert refusal.place == "id"
    assert refusal.found == found
    assert str(refusal).isprintable()


def test_rows(read):
    """An article gives its row and one row for each paragraph."""
    content = "date 2019-05-15 AFP, OSLO\n\nThe  ministers met.\n\nThey agreed."
    found = read(content)
    digest = sha256(content.encode()).hexdigest()
    assert article_row(found) == Article(
        "talks",
        "talks.txt",
        digest,
        date(2019, 5, 15),
        None,
        None,
        "AFP",
        "OSLO",
        None,
        "en",
        2,
        5,
        1,
        "talks",
    )
    assert paragraph_rows(found) == (
        Paragraph("talks-p001", "talks", 1, "The ministers met."),
        Paragraph("talks-p002", "talks", 2, "They agreed."),
    )


def test_paragraph_ids():
    """Positions fill up to three digits, and more are possible."""
    assert paragraph_id("a", 7) == "a-p007"
    assert paragraph_id("a", 1000) == "a-p1000"
