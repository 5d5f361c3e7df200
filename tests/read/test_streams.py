"""Standard input and addresses: what has no name of its own is known by its first bytes."""

import io
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from packing import article, gzipped, tarred, zipped
from summitry.page import Dispatch
from summitry.read import read_articles, source_count, streams
from summitry.read.sniffing import sniffed

BEGINNINGS = [
    pytest.param(b'{"id": "a", "text": "They met."}\n', ".jsonl", id="lines of JSON"),
    pytest.param(b'{"id": "a", "text": "', ".jsonl", id="a long line of JSON"),
    pytest.param(b'{\n  "id": "a"\n}', ".json", id="a whole file of JSON"),
    pytest.param(b"[1]", ".json", id="a list of JSON"),
    pytest.param(b"\xef\xbb\xbfguid,pubDate,Body\r\n", ".csv", id="CSV with a mark"),
    pytest.param(b"guid\tpubDate\tBody\n", ".tsv", id="TSV"),
    pytest.param(b"\n<!-- saved -->\n<!DOCTYPE html><html>", ".html", id="a web page"),
    pytest.param(b"<?xml version='1.0'?><rss>", ".xml", id="XML"),
    pytest.param(b"date 2019-05-15\n\nThey met.", ".txt", id="an article"),
    pytest.param(b"Text, as a date or a link, is text.", ".txt", id="words that columns have"),
    pytest.param(b"date,text of a letter\n", ".txt", id="a line with a comma"),
    pytest.param(b"{They met.}\n", ".json", id="a brace"),
    pytest.param(b"", ".txt", id="nothing"),
]


@pytest.mark.parametrize(("head", "suffix"), BEGINNINGS)
def test_knows_kinds_by_their_beginning(head, suffix):
    """What is nothing else is an article."""
    assert sniffed(head) == suffix


class Piped:
    """Standard input as a pipe gives it: a few bytes at a time."""

    def __init__(self, content):
        raw = io.BytesIO(content)
        self.buffer = io.BufferedReader(raw, 16)


GIVEN = [
    pytest.param(article("a"), [("stdin", None)], id="an article"),
    pytest.param(
        b'{"id": "a", "date": "2019-05-15", "text": "They met."}\n' * 1, [("a", None)], id="lines of JSON"
    ),
    pytest.param(b"id,date,text\na,2019-05-15,They met.\n", [("a", None)], id="CSV"),
    pytest.param(
        b"date,text,url\n2019-05-15,They met.,https://n.example/1\n",
        [("", "https://n.example/1")],
        id="with an address of its own",
    ),
    pytest.param(b"", "standard input: found nothing; expected text in UTF-8", id="nothing"),
    pytest.param(
        zipped([("a.txt", article("a"))]), "standard input: byte 0: found a zip archive", id="a zip"
    ),
]


@pytest.mark.parametrize(("content", "expected"), GIVEN)
def test_reads_standard_input(monkeypatch, content, expected):
    """Its articles have no source but the address that they tell themselves."""
    monkeypatch.setattr(sys, "stdin", Piped(content))
    assert source_count(["-"]) is None
    found = list(read_articles(["-"]))
    if isinstance(expected, str):
        assert str(found[0]).lower().startswith(expected.lower())
    else:
        told = [(one.article_id if len(one.article_id) < 10 else "", one.source) for one in found]
        assert told == expected


def test_a_large_standard_input_is_a_stream(monkeypatch):
    """Beyond its first bytes it is read as it comes."""
    lines = [
        b'{"id": "n%d", "date": "2019-05-15", "text": "They met %d times."}\n' % (at, at)
        for at in range(5000)
    ]
    monkeypatch.setattr(sys, "stdin", Piped(b"".join(lines)))
    assert [one.article_id for one in read_articles(["-"])] == [f"n{at}" for at in range(5000)]


@contextmanager
def serving(routes):
    """A server of this machine with some answers, each (status, headers, body)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = routes.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_reads_addresses(tmp_path):
    """A file, an archive, and what only its bytes tell; after all files, in the order of the addresses."""
    (tmp_path / "z.txt").write_bytes(article("z"))
    routes = {
        "/2019/05/14/b": (200, {}, b"The ministers met."),
        "/a.txt": (302, {"Location": "/c.txt"}, b""),
        "/c.txt": (200, {}, article("a")),
        "/n.tgz": (200, {}, gzipped(tarred([("d.txt", article("d"))]))),
        "/rows?token=secret": (200, {}, b"id,date,text\nr,2019-05-15,They met.\n"),
    }
    with serving(routes) as server:
        names = ["/a.txt", "/2019/05/14/b", "/gone.txt", "/n.tgz", "/rows?token=secret"]
        found = list(
            read_articles([*(f"{server}{name}" for name in names), tmp_path / "z.txt"], base=tmp_path)
        )
    told = [(one.article_id, one.source) if isinstance(one, Dispatch) else str(one) for one in found]
    assert told == [
        ("z", "z.txt"),
        ("b", f"{server}/2019/05/14/b"),
        ("a", f"{server}/a.txt"),
        f"{server}/gone.txt: found nothing there; expected an article or a collection",
        ("d", f"{server}/n.tgz/d.txt"),
        ("r", f"{server}/rows"),
    ]
    assert (str(found[1].published_on), found[1].date_source) == ("2019-05-14", "file_name")


UNREACHED = [
    pytest.param("http://news.example/a.txt", "found an address of http; expected https", id="not https"),
    pytest.param(
        "https://me:secret@news.example/a",
        "found no plain address; expected https://host/path",
        id="with a password",
    ),
    pytest.param("https://[::1/a", "found an address that cannot be read", id="no address"),
    pytest.param("http://127.0.0.1:1/a", "found no answer", id="nobody there"),
]


@pytest.mark.parametrize(("address", "fault"), UNREACHED)
def test_an_address_that_cannot_be_read_is_refused(address, fault):
    """One line without secrets; the others go on."""
    (refusal,) = read_articles([address])
    assert fault in str(refusal)
    assert "secret" not in str(refusal)
    assert str(refusal).isprintable()


def test_what_is_fetched_is_bounded(monkeypatch):
    """A server that does not end is not waited for."""
    monkeypatch.setattr(streams, "MAX_FETCHED_BYTES", 1000)
    with serving({"/a.txt": (200, {}, b"a" * 5000)}) as server:
        (refusal,) = read_articles([f"{server}/a.txt"])
    assert "found more bytes than it may have" in str(refusal)
