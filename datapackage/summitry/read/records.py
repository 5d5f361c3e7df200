"""Articles as records: fields by name."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from summitry.page import Dispatch
from summitry.read.article import Card, dispatch_of
from summitry.read.bounds import MADE_ID_LETTERS
from summitry.read.byline import names_in
from summitry.read.days import EXPECTED, day_in
from summitry.read.header import read_header
from summitry.read.kinds import stem_of
from summitry.read.terms import FIELDS
from summitry.read.text import cell
from summitry.read.unfit import Unfit
from summitry.rows import Refusal
from summitry.settings import MAX_ARTICLE_BYTES, MAX_ID_CHARS

OPTIONAL: Final = ("title", "url", "agency", "byline", "dateline", "language")
SURROGATE: Final = re.compile("[\ud800-\udfff]")
TOO_LARGE: Final = f"at most {MAX_ARTICLE_BYTES:,} bytes"
KINDS: Final[Mapping[type, str]] = {
    bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object",
}  # fmt: skip


def read_record(
    record: Mapping[str, object], *, source: str | None = None, for_tables: bool = True
) -> Dispatch | Refusal:
    """The article in a mapping with `id`, `text`, `date`, and perhaps title, url, agency, byline and more.

    The other two are dateline and language; a byline can be a list of names.

    For tables it needs a date and an id that can be a key; otherwise the date may be null and the id is kept
    as given, as stand-off findings want it. `sha256` is that of the fields that are read, as JSON with sorted
    names and no white space.

    >>> read_record({"id": "a", "text": "OSLO (AFP) — Talks went on.", "date": "2019-05-15"}).dateline
    'OSLO'
    >>> print(read_record({"id": "a", "text": "Talks went on.", "date": "15 May"}))
    record: date: found “15 May”; expected a date as YYYY-MM-DD
    """
    try:
        return article_of(record, source, None, for_tables=for_tables)
    except Unfit as unfit:
        return unfit.refusal(source or "record")


def article_of(
    record: Mapping[str, object], source: str | None, digest: str | None, *, for_tables: bool
) -> Dispatch:
    """The article in a record."""
    values = {name: text_of(record, name) for name in FIELDS}
    for name in ("id", "text"):
        if values[name] is None:
            raise Unfit(name, "nothing", f"a record with {name}")
    text = values["text"] or ""
    if len(text.encode()) > MAX_ARTICLE_BYTES:
        raise Unfit("text", f"{len(text.encode()):,} bytes", TOO_LARGE)
    card = Card(
        sha256=digest or fingerprint(values),
        source=values["url"] or source,
        id=values["id"],
        keyed=for_tables,
        published_on=day_in(values["date"]) if values["date"] else None,
        date_source="record" if values["date"] else None,
        **{name: cell(values[name] or "") for name in OPTIONAL},
    )
    dispatch = dispatch_of(text, card, read_header(text))
    if for_tables and dispatch.published_on is None:
        raise Unfit("date", "nothing", EXPECTED)
    return dispatch


def text_of(record: Mapping[str, object], name: str) -> str | None:
    """A field of a record as text; null if it is absent or empty."""
    value = names_in(record.get(name)) if name == "byline" else record.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unfit(name, KINDS.get(type(value), "a value of another kind"), "text")
    if found := SURROGATE.search(value):
        raise Unfit(
            name, f"half a character (U+{ord(found[0]):04X}) at character {found.start() + 1}", "text"
        )
    if "\0" in value:
        raise Unfit(name, f"a NUL at character {value.index(chr(0)) + 1}", "text")
    return value or None


def made_id(source: str, digest: str) -> str:
    """The id of a record that has none: the name of what it came in, and a hash of its bytes.

    >>> made_id("data/raw/the news.csv", "0123456789abcdef")
    'the-news-0123456789ab'
    """
    stem = re.sub(r"[^\w.]+", "-", stem_of(source)).strip("-.") or "record"
    return f"{stem[: MAX_ID_CHARS - MADE_ID_LETTERS - 1]}-{digest[:MADE_ID_LETTERS]}"


def fingerprint(values: Mapping[str, str | None]) -> str:
    """SHA-256 of the fields that are read."""
    told = {name: value for name, value in values.items() if value is not None}
    return sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
