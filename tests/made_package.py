"""Packages made at random that keep every promise: small ones of many kinds, and one as large as wanted."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from made_article import article_of, written
from made_evidence import with_evidence
from made_words import lexicon
from made_world import Mood, World, counted, moved
from summitry.bounds import MAX_LISTED_SOURCES
from summitry.manifest import DIGEST, MANIFEST, MODULUS, digest_of, seal_of
from summitry.package import (
    Origin,
    descriptor_of,
    json_bytes,
    read_metadata,
    resource_of,
    write_package,
    write_schema,
)
from summitry.rows import Tables
from summitry.schema import TABLES, table_schema
from summitry.tables import Written, in_order, lines_of, replacement, table_bytes

BLOCK_ARTICLES = 400
ROWS_AN_ARTICLE = 162
TOKEN = "4036925"  # noqa: S105  # a number that stands nowhere else
FIRST_DAY = date(2019, 5, 16)


def made_tables(seed: int, articles: int, mood: Mood | None = None) -> Tables:
    """Tables of so many articles that keep every promise; the same for the same seed."""
    rng = Random(seed)  # noqa: S311  # the same each time, and no secret
    world = World(rng, mood or mood_of(rng))
    days = sorted(rng.choice(world.mood.days) for _ in range(articles))
    pages = [written(world, day) for day in days]
    found = Tables(
        articles=tuple(article_of(page) for page in pages),
        entities=tuple(world.entities),
        meetings=tuple(world.meetings),
        participants=tuple(world.participants),
        **{
            name: tuple(row for page in pages for row in getattr(page, name))
            for name in ("paragraphs", "mentions", "quotes", "speakers", "reports")
        },
        evidence=(),
    )
    return in_order(with_evidence(world, counted(found)))


def mood_of(rng: Random) -> Mood:
    """A package of any kind: in which much or nothing is null, quoted, told, named or odd."""
    first = rng.choice([FIRST_DAY] * 8 + [date.min, date(1969, 12, 31), date.max])
    return Mood(
        lexicon=lexicon(rng, foreign=rng.choice([0, 0.1, 0.5]), odd=rng.choice([0, 0.05, 0.3])),
        days=tuple(moved(first, days) for days in rng.choice([[0], [0, 1, 30], range(-9000, 9000, 7)])),
        empty=rng.choice([0, 0.3, 0.3, 0.7, 1]),
        extreme=rng.choice([0, 0, 0, 0.02]),
        named=rng.choice([0, 1, 2, 2]),
        speech=rng.choice([0, 0.25, 0.25, 0.6]),
        told=rng.choice([0, 0.08, 0.08, 0.3]),
        fresh=rng.choice([0.06, 0.2, 1]),
        paragraphs=rng.choice([(1, 1), (1, 4), (6, 16)]),
        keys=rng.choice(["slug", "slug", "hash", "odd"]),
        reviewed=rng.choice([0, 0.2, 0.2, 1]),
    )


def write_made(folder: Path, seed: int, articles: int) -> Path:
    """Write such tables as a package, and give the path of its descriptor."""
    return write_package(made_tables(seed, articles), folder)


@dataclass
class Stream:
    """A file of a table that grows block by block, and what manifest and descriptor will say of it."""

    rows: int = 0
    size: int = 0
    digest: int = 0
    hashed: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def put(self, file, content, lines):
        """Write bytes that hold these rows, or none."""
        file.write(content)
        self.size += len(content)
        self.hashed.update(content)
        self.rows += len(lines)
        self.digest = (self.digest + int(digest_of(lines), 16)) % MODULUS

    @property
    def hash(self):
        """The hash of the file."""
        return f"sha256:{self.hashed.hexdigest()}"

    @property
    def stated(self):
        """What the manifest says of it."""
        return {"rows": self.rows, "digest": f"{self.digest:064x}", "file": self.hash}


def write_large(folder: Path, rows: int, seed: int, broken: int = 0, block: int = BLOCK_ARTICLES) -> Path:
    """Write a package of about so many rows as in real news, and give the path of its descriptor.

    A block of articles is made once and repeated: in each repetition another number stands in every key, and
    its articles are of another day. So it takes no more memory than a block, however many rows are written.
    Of the mentions, about so many as are to be broken have a form that there is not.
    """
    articles = max(1, round(rows / ROWS_AN_ARTICLE))
    blocks = max(1, round(articles / block))
    once = made_tables(seed, round(articles / blocks), mood_of_news(seed))
    once = once._replace(mentions=tuple(misformed(once.mentions, broken // blocks)))
    streams = {name: write_repeated(folder, name, found, blocks) for name, found in once._asdict().items()}
    stated = {name: stream.stated for name, stream in streams.items()}
    with replacement() as write:
        write(folder / MANIFEST, json_bytes({"digest": DIGEST, "tables": stated, "seal": seal_of(stated)}))
        for name in TABLES:
            write_schema(table_schema(name), folder, write)
        write(folder / "datapackage.json", json_bytes(large_descriptor(once, blocks, streams)))
    return folder / "datapackage.json"


def mood_of_news(seed: int) -> Mood:
    """Articles of one day as in real news: about 500 words and 100 rows each."""
    words = lexicon(Random(seed), foreign=0.03, odd=0.0005)  # noqa: S311  # the same each time
    return Mood(lexicon=words, days=(FIRST_DAY,), paragraphs=(7, 18), token=TOKEN)


def misformed(mentions, count):
    """The mentions, the first ones with a form that no schema knows."""
    yield from (replace(row, form="shouted") for row in mentions[:count])
    yield from mentions[count:]


def write_repeated(folder, name, rows, blocks):
    """Write a table whose rows are repeated so often, a block at a time."""
    path = folder / "data" / "tables" / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = Stream()
    with path.open("wb") as file:
        stream.put(file, table_bytes(name, ()), [])
        for part in parts_of(name, rows):
            once = "".join(f"{line}\n" for line in lines_of(name, part)).encode()
            for number in range(blocks):
                content = repeated(once, number, dated=name == "articles")
                stream.put(file, content, content.splitlines())
    return stream


def parts_of(name, rows):
    """The rows that stand together before their next repetition: reasons go by table before all else."""
    if name != "evidence":
        return [rows]
    return [list(part) for _, part in groupby(rows, key=lambda row: row.table)]


def repeated(block, number, *, dated):
    """The bytes of a block with the number of this repetition in its keys, and with its day."""
    numbered = block.replace(TOKEN.encode(), f"{number:0{len(TOKEN)}}".encode())
    day = FIRST_DAY + timedelta(number)
    return numbered.replace(f",{FIRST_DAY},".encode(), f",{day},".encode()) if dated else numbered


def large_descriptor(block, blocks, streams):
    """What `datapackage.json` says of them."""
    about = read_metadata()
    resources = [
        resource_of(table_schema(name), Written(stream.size, stream.hash), about)
        for name, stream in streams.items()
    ]
    # so many that all are listed, or that they are too many to list; and the last, for their day
    shown = {*range(min(blocks, MAX_LISTED_SOURCES // len(block.articles) + 1)), blocks - 1}
    articles = [renumbered(row, number) for number in sorted(shown) for row in block.articles]
    latest = max(article.published_on for article in articles)
    origin = Origin(latest, articles, listed=len(articles) <= MAX_LISTED_SOURCES)
    return descriptor_of(origin, resources, about)


def renumbered(row, number):
    """An article as it stands in a repetition."""
    found = {
        name: value.replace(TOKEN, f"{number:0{len(TOKEN)}}") if (value := getattr(row, name)) else None
        for name in ("article_id", "source", "title", "url")
    }
    return replace(row, published_on=FIRST_DAY + timedelta(number), **found)
