"""Pages and feeds to read: the files of tests/read, and small pages built around a body."""

import random
from io import BytesIO
from pathlib import Path

from summitry.page import Dispatch
from summitry.read.formats import FORMATS
from summitry.read.unfit import Unfit

HERE = Path(__file__).parent / "read"
FIXTURES = sorted([*(HERE / "pages").iterdir(), *(HERE / "feeds").iterdir()])
"""Whole files in every format, with invented people."""

MET = "Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday."
AGREED = "They agreed on a railway under the strait, and on who should pay for it, after nine years."
BODY = f"<p>{MET}</p><p>{AGREED}</p>"

TOKENS = (
    b"<", b">", b"&", b'"', b"</p>", b"<div>" * 50, b"\0", b"\xff", b"<!--", b"<![CDATA[", b"]]>",
    b"<script>", b"{", b"[", b"&#3;", b"&#xD800;", b"<br><br>", b'<time datetime="2019-99-99">', b"<REUTERS",
    b"</REUTERS>",
    b"\xed\xa0\x80", b'<base href="http://[">', b"<meta charset=utf-7>", b"NaN", b"\\ud800", b"\n--b\n",
)  # fmt: skip
"""What breaks readers: marks without an end, characters that are none."""


def page(body=BODY, head="", *, attributes='lang="en"'):
    """A page of HTML around a body, as text."""
    return (
        f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8"><title>Railway</title>{head}</head>'
        f"<body><article><h1>A railway is agreed</h1>{body}</article></body></html>"
    )


def linked(**members):
    """A script of JSON-LD about an article."""
    inner = ",".join(f'"{name}":{value}' for name, value in members.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{inner}}}</script>'


def read(raw, suffix, *, for_tables=True):
    """What the reader of that ending gives: articles, and refusals as lines."""
    raw = raw.encode() if isinstance(raw, str) else raw
    try:
        records = list(FORMATS[suffix](BytesIO(raw), f"in{suffix}", for_tables=for_tables))
    except Unfit as unfit:
        return [str(unfit.refusal(f"in{suffix}"))]
    return [
        one.article if isinstance(one.article, Dispatch) else str(one.article.refusal("in", one.place))
        for one in records
    ]


def paragraphs(article):
    """The texts of the paragraphs of an article."""
    assert isinstance(article, Dispatch), article
    return [passage.text for passage in article.passages]


def mutated(raw, chance: random.Random):
    """Some bytes with a few of them changed, doubled, left out, or with what breaks readers between them."""
    found = bytearray(raw)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.randrange(300))
        match chance.randrange(4):
            case 0:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                found[at:at] = chance.choice(TOKENS)
            case 2:
                del found[at:end]
            case _:
                found[at:at] = found[at:end] * chance.randint(1, 10)
    return bytes(found)
