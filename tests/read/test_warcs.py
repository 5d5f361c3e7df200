"""Web archives: the pages of servers are articles, and everything else is counted."""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packing import gzipped
from summitry.page import Dispatch
from summitry.read import Tally, read_articles

ADDRESS = "https://news.example/2019/05/talks"
PLAIN = b"OSLO (AFP) \xe2\x80\x94 The ministers met."
PASSED = "records of web archives that are no pages"


def record(kind, block, *fields):
    """A record of a web archive, as ISO 28500 writes it."""
    told = [
        ("WARC-Type", kind),
        ("WARC-Date", "2019-05-16T01:00:00Z"),
        *fields,
        ("Content-Length", len(block)),
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in told)
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def archived(*pages, packed=False):
    """A web archive of pages, each (address, type, body) and perhaps headers of the server and its status."""
    records = [record("warcinfo", b"software: none\r\n", ("Content-Type", "application/warc-fields"))]
    for address, kind, body, *more in pages:
        headers, status = (*more, [], "200 OK")[0], (*more, [], "200 OK")[1 if len(more) > 1 else -1]
        lines = [
            f"HTTP/1.1 {status}",
            f"Content-Type: {kind}",
            *(f"{name}: {value}" for name, value in headers),
        ]
        block = "\r\n".join([*lines, "", ""]).encode() + body
        records.append(record("response", block, ("WARC-Target-URI", address)))
    return b"".join(gzipped(each) if packed else each for each in records)


def found_in(folder, content, name="n.warc", **given):
    """What a web archive gives."""
    (folder / name).write_bytes(content)
    return list(read_articles([folder / name], base=folder, **given))


@pytest.mark.parametrize(
    ("name", "packed"), [("n.warc", False), ("n.warc.gz", True)], ids=["plain", "gzipped record by record"]
)
def test_reads_pages(tmp_path, name, packed):
    """The address is that of the page; the day of the archive counts only where nothing else tells one."""
    dated = PLAIN.replace(b"OSLO", b"OSLO, May 13, 2019")
    content = archived(
        (ADDRESS, "text/plain; charset=UTF-8", PLAIN), (f"{ADDRESS}-2", "text/plain", dated), packed=packed
    )
    first, second = found_in(tmp_path, content, name)
    assert (first.url, first.source, first.dateline) == (ADDRESS, ADDRESS, "OSLO")
    assert (str(first.published_on), first.date_source) == ("2019-05-16", "fetched")
    assert (str(second.published_on), second.date_source) == ("2019-05-13", "dateline")
    assert first.article_id.startswith("n-")
    assert len({first.article_id, second.article_id}) == 2


PAGE = """<html><head><meta property="article:published_time" content="2019-05-14T09:30:00+02:00"></head>
<body><nav>Start</nav><article><h1>Ferry is late</h1><p>BERGEN (AFP) — The ministers of the coast met captains
of the western ferries in Bergen on Monday, and both sides said that the talks had been open and useful.</p>
<p>“The fog was to blame,” a captain told reporters after the talks, which had gone on for a day.</p>
</article></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_reads_web_pages_as_their_server_sent_them(tmp_path, charset):
    """The text of a page is found in the encoding that was told, and its address is that of the record."""
    sent = (ADDRESS, f"text/html; charset={charset}", PAGE.encode(charset))
    (found,) = found_in(tmp_path, archived(sent))
    assert (found.url, found.agency, found.dateline) == (ADDRESS, "AFP", "BERGEN")
    assert found.passages[0].text.startswith("The ministers of the coast met captains")
    assert (str(found.published_on), found.date_source or "metadata") == ("2019-05-14", "metadata")


def test_other_records_are_counted(tmp_path):
    """Pictures, refusals of the server and requests are no inputs."""
    tally = Tally()
    content = archived(
        (ADDRESS, "image/png", b"\x89PNG"),
        (ADDRESS, "text/plain", b"Not found", [], "404 Not Found"),
        (ADDRESS, "text/plain", PLAIN),
    )
    assert len(found_in(tmp_path, content, tally=tally)) == 1
    assert tally.passed == {PASSED: 3}
    assert tally.inputs == {"pages of web archives": 1}


SENT = [
    pytest.param([("Content-Encoding", "gzip")], gzip.compress(PLAIN), None, id="gzipped"),
    pytest.param(
        [("Transfer-Encoding", "chunked")],
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(PLAIN), PLAIN),
        None,
        id="in chunks",
    ),
    pytest.param(
        [("Content-Encoding", "br")],
        b"x",
        "found a page encoded as “br”; expected one that is gzipped, deflated or plain",
        id="another encoding",
    ),
    pytest.param(
        [("Content-Encoding", "gzip")],
        gzip.compress(bytes(9_000_000)),
        "found more than 5,000,000 bytes; expected at most 5,000,000 bytes",
        id="a bomb",
    ),
    pytest.param(
        [],
        b"\x89PNG\r\n\x1a\n",
        "byte 0: found a PNG picture; expected text in UTF-8",
        id="another kind than said",
    ),
    pytest.param([], b"", "found an empty file; expected text in UTF-8", id="nothing"),
    pytest.param(
        [], b"a" * 5_100_000, "found 5,100,045 bytes; expected at most 5,000,000 bytes", id="a large page"
    ),
]


@pytest.mark.parametrize(("headers", "body", "fault"), SENT)
def test_reads_pages_as_they_were_sent(tmp_path, headers, body, fault):
    """A page is unpacked with the bounds of any article; the record tells its place."""
    (found,) = found_in(tmp_path, archived((ADDRESS, "text/plain", body, headers)))
    if fault:
        place = "record 2, " if fault.startswith("byte") else "record 2: "
        assert str(found) == f"n.warc: {place}{fault}"
    else:
        assert found.passages[0].text == "The ministers met."


BROKEN = [
    pytest.param(lambda raw: raw[:-20], "record 2: found an archive that ends too early", id="cut off"),
    pytest.param(lambda raw: b"GARBAGE\n" + raw, "record 1: found “GARBAGE”", id="no record"),
    pytest.param(
        lambda raw: raw.replace(b"Content-Length", b"Content-Breadth"),
        "record 1: found a head without the length",
        id="no length",
    ),
    pytest.param(
        lambda raw: b"WARC/1.0\r\n" + b"a: b\r\n" * 50_000 + raw,
        "record 1: found a head without end",
        id="a head without end",
    ),
    pytest.param(
        lambda _: b"WARC/1.0" + b"a" * 100_000, "record 1: found a head without end", id="a long line"
    ),
]


@pytest.mark.parametrize(("change", "fault"), BROKEN)
def test_broken_archives_are_told(tmp_path, change, fault):
    """One line tells the record at which the archive breaks off."""
    *_, last = found_in(tmp_path, change(archived((ADDRESS, "text/plain", PLAIN))))
    assert str(last).startswith(f"n.warc: {fault}")


def test_a_page_that_was_cut_off_is_refused(tmp_path):
    """The archive says itself that it did not get all of it."""
    raw = archived((ADDRESS, "text/plain", PLAIN)).replace(
        b"WARC-Target-URI", b"WARC-Truncated: length\r\nWARC-Target-URI"
    )
    (found,) = found_in(tmp_path, raw)
    assert "a page that was cut off when it was archived" in str(found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    mutations=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
    packed=st.booleans(),
    end=st.none() | st.integers(0, 1500),
)
def test_law_any_web_archive_is_read_or_refused(tmp_path, mutations, packed, end):
    """Whatever its bytes are: each line prints."""
    content = bytearray(archived((ADDRESS, "text/plain", PLAIN), (ADDRESS, "text/html", PLAIN)))
    for at, byte in mutations:
        content[at % len(content)] = byte
    raw = bytes(content[:end])
    for one in found_in(tmp_path, gzipped(raw) if packed else raw, "n.warc.gz" if packed else "n.warc"):
        assert isinstance(one, Dispatch) or str(one).isprintable()
