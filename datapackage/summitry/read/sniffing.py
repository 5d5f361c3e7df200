"""What has no name, such as standard input, known by its first bytes."""

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from typing import Final

from summitry.read.columns import plain, synonyms
from summitry.read.decode import SIGNATURE

BEGINNINGS: Final = (
    (
        re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL),
        ".html",
    ),
    (re.compile(rb"\s*<(?:\?xml|rss|feed|nitf|newsMessage|newsItem)\b"), ".xml"),
    (re.compile(rb"\s*\["), ".json"),
)
"""How texts of other kinds begin."""
SIGNS: Final[Mapping[str, str]] = {".csv": ",", ".tsv": "\t"}
"""What parts the columns of a table."""


def sniffed(head: bytes) -> str:
    r"""The ending that a file of these first bytes would have; an article is what is nothing else.

    >>> sniffed(b'{"id": 1}'), sniffed(b"id,date,text\n"), sniffed(b"date 2019-05-15\n")
    ('.jsonl', '.csv', '.txt')
    """
    head = head.removeprefix(SIGNATURE)
    for pattern, suffix in BEGINNINGS:
        if pattern.match(head):
            return suffix
    line = head.lstrip().partition(b"\n")[0]
    if line.startswith(b"{"):
        return ".jsonl" if is_whole(line) or b"\n" not in head else ".json"
    text = line.decode("utf-8", "replace").rstrip("\r")
    return next((suffix for suffix, sign in SIGNS.items() if names_columns(text, sign)), ".txt")


def is_whole(line: bytes) -> bool:
    """Whether a line is a whole value of JSON."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def names_columns(line: str, sign: str) -> bool:
    """Whether a line names columns, of which one holds text and another something else that is known."""
    try:
        names = next(csv.reader(StringIO(line), delimiter=sign, strict=True), [])
    except csv.Error:
        return False
    fields = {synonyms().get(plain(name)) for name in names}
    return "text" in fields and len(fields - {None}) > 1
