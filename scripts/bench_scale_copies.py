"""Many articles, and drafts of articles, out of a few: copies with ids, days and people of their own.

Articles are copied round by round. A copy has an id of its own, and its day lies some weeks before that of
the article; all copies of a round are moved by the same number of weeks, so that what was one event stays
one, and the rounds lie spread over ten years. The words of copied articles stay as they are.

Drafts are copied as bytes, in which texts of the same length take each other's place. A copy has a key and an
article id of its own, each day in it is moved (also the days of its encounters and of what is told of them),
and a share of its people, bodies and small places has new keys and new full names: so many that their
number grows with the articles as it does in life, by Heaps' law. What is known, such as countries and large
cities, is the same in all copies. What is not copied faithfully: the other words of the texts, times such as
`2017-W17` that are no day, and the hash of the article, which all copies share.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from itertools import count as counting
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from summitry.bounds import MAX_PART_ARTICLES
from summitry.page import Dispatch
from summitry.parts.files import SCHEMA, SUFFIX
from summitry.pipeline import kept
from summitry.read import read_articles
from summitry.resolve.referents import slug_key
from summitry.settings import DRAFTS_AT_ONCE

HEAPS = 0.78
"""So fast do names grow with articles (number of articles to this power), counted on 295 of Wikinews."""

WEEKS, STEP = 522, 197
"""The rounds lie in so many weeks, each this far from the last; the two have no common divisor."""

LETTERS = 4
"""So many letters at most of a name are new."""

SHORTEST = 6
"""A shorter name could be found by chance in what is no text: 65 as a byte is an `A`."""

NAMED = re.compile("(?:person|organization|place):")
"""How the keys begin of what only articles name."""

DAY = re.compile(rb"(?:1[89]|20)\d\d-[01]\d-[0-3]\d")


def id_of(number: int) -> str:
    """The id of a copy; all are of one length."""
    return f"copy-{number:09d}"


def weeks_back(turn: int) -> timedelta:
    """By how much the days of a round are moved."""
    return timedelta(weeks=turn * STEP % WEEKS)


def write_articles(sources: Iterable[Path], count: int, path: Path) -> None:
    """Write so many articles as a `.jsonl` file: those of the sources, again and again."""
    first = [record_of(dispatch) for dispatch in kept(read_articles(sources), [])]
    rounds = (
        record | {"date": (date.fromisoformat(record["date"]) - weeks_back(turn)).isoformat()}
        for turn in counting()
        for record in first
    )
    with path.open("w", encoding="utf-8") as file:
        for number, record in enumerate(islice(rounds, count)):
            file.write(json.dumps(record | {"id": id_of(number)}, ensure_ascii=False) + "\n")


def record_of(dispatch: Dispatch) -> dict[str, str]:
    """An article as a record again."""
    fields = ("title", "agency", "dateline", "url")
    return {
        "date": str(dispatch.published_on),
        "text": "\n\n".join(passage.text for passage in dispatch.passages),
        **{name: value for name in fields if (value := getattr(dispatch, name))},
    }


class Master(NamedTuple):
    """A draft to copy."""

    content: bytes
    """Its row of the part."""
    key: str
    article_id: str
    forms: dict[str, tuple[str, ...]]
    """The keys of what only articles name, and the full names of each."""


def masters_in(parts: Iterable[Path]) -> list[Master]:
    """The drafts of some parts, in the order of their articles."""
    rows = [row for path in parts for row in pq.read_table(path, schema=SCHEMA).to_pylist()]
    return [master_of(row) for row in sorted(rows, key=lambda row: str(row["article_id"]))]


def master_of(row: dict[str, Any]) -> Master:
    """A row of a part, ready to be copied."""
    known = [one for one in row["known"] if NAMED.match(one["key"])]
    forms = {one["key"]: tuple(full_names(one)) for one in known}
    return Master(msgspec.msgpack.encode(row), row["key"], row["article_id"], forms)


def full_names(one: dict[str, Any]) -> Iterator[str]:
    """Yield the names that a key is made of, as far as letters of them can be changed."""
    for name, _ in msgspec.msgpack.decode(one["said"])["names"]:
        whole = len(name) >= SHORTEST and one["key"].endswith(f":{slug_key(name)}")
        if whole and name.isascii() and name[0].isupper():
            yield name


class Names:
    """The names of a round: a key that is renewed has a new name from then on."""

    def __init__(self, masters: Sequence[Master]) -> None:
        forms = {key: names for master in masters for key, names in master.forms.items()}
        self._forms = dict(sorted(forms.items()))
        self.now: dict[str, list[tuple[bytes, bytes]]] = {}
        """For each key that was renewed the texts to change, and what they become."""

    def renew(self, turn: int) -> None:
        """Go on to a round after the first."""
        share = (turn + 1) ** HEAPS - turn**HEAPS
        for key, names in self._forms.items():
            drawn = sha256(f"{key} {turn}".encode()).digest()
            if drawn[0] + drawn[1] / 256 < share * 256:
                letters = "".join(chr(ord("a") + byte % 26) for byte in drawn[2 : 2 + LETTERS])
                self.now[key] = [(old.encode(), renamed(old, letters).encode()) for old in (key, *names)]


def renamed(name: str, letters: str) -> str:
    """A name with other letters at its end, as many and as large.

    >>> renamed("person:ann-lee", "wxyz"), renamed("Ann Lee", "wxyz")
    ('person:ann-wxy', 'Ann Wxy')
    """
    last = re.split("[^A-Za-z0-9]", name)[-1][-len(letters) :]
    new = (letter.upper() if old.isupper() else letter for old, letter in zip(last, letters, strict=False))
    return name[: len(name) - len(last)] + "".join(new)


def copy_of(master: Master, number: int, turn: int, names: Names) -> dict[str, Any]:
    """The row of a copy."""
    key = sha256(f"{master.key} {turn}".encode()).hexdigest()
    content = master.content.replace(master.key.encode(), key.encode())
    content = content.replace(master.article_id.encode(), id_of(number).encode())
    # the longest first: `person:ann` is also in `person:ann-lee`
    for known in sorted(master.forms, key=len, reverse=True):
        for old, new in names.now.get(known, ()):
            content = content.replace(old, new)
    back = weeks_back(turn)
    content = DAY.sub(partial(moved, back=back), content)
    row: dict[str, Any] = msgspec.msgpack.decode(content)
    return row | {"published_on": date.fromisoformat(row["published_on"])}


def moved(day: re.Match[bytes], back: timedelta) -> bytes:
    """A day, so much earlier; what only looks like one stays."""
    try:
        return (date.fromisoformat(day[0].decode()) - back).isoformat().encode()
    except ValueError:
        return day[0]


def copied(masters: Sequence[Master], count: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of so many drafts: the masters themselves, then copies of them."""
    names = Names(masters)
    for turn in counting():
        if turn:
            names.renew(turn)
        for at, master in enumerate(masters):
            number = turn * len(masters) + at
            if number >= count:
                return
            yield copy_of(master, number, turn, names)


def write_copies(parts: Sequence[Path], count: int, folder: Path) -> None:
    """Write parts with so many drafts."""
    folder.mkdir(parents=True)
    rows = copied(masters_in(parts), count)
    for number in counting():
        if not (some := list(islice(rows, MAX_PART_ARTICLES))):
            return
        table = pa.Table.from_pylist(some, schema=SCHEMA)
        path = folder / f"{number:06d}{SUFFIX}"
        pq.write_table(table, path, compression="zstd", row_group_size=DRAFTS_AT_ONCE)
