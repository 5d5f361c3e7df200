"""Articles from whatever they come in: texts one by one, and collections record by record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read.article import Card, dispatch_of
from summitry.read.collection import Asked, Record, csv_records, json_records, tsv_records
from summitry.read.dating import Around, days_of, has_last_resort, settled
from summitry.read.decode import EXPECTED, SIGNATURE, decoded, refuse_other_formats
from summitry.read.doubles import Find, without_doubles
from summitry.read.formats import FORMATS
from summitry.read.header import DATE_LINE, read_header, required_header
from summitry.read.header import EXPECTED as EXPECTED_HEADER
from summitry.read.kinds import inputs_called, stem_of, suffix_of
from summitry.read.listing import ADDRESS, Entry, entries_of, full_path, is_folder, shown_path, unreadable
from summitry.read.packed import Allowance, Bomb
from summitry.read.pages import html_records
from summitry.read.paragraphs import VISIBLE
from summitry.read.parquet import parquet_records
from summitry.read.records import made_id
from summitry.read.streams import item_of, opened
from summitry.read.tally import Tally
from summitry.read.terms import Terms
from summitry.read.unfit import Unfit
from summitry.read.unpacking import Item, leaves
from summitry.read.warcs import Page, warc_pages
from summitry.rows import Refusal
from summitry.settings import MAX_ARTICLE_BYTES

LINES: Final = frozenset({".jsonl", ".csv", ".tsv"})
"""Tables that are text."""
HEAD_BYTES: Final = 64
"""Enough of a file to know other formats by."""


class Reader(Protocol):
    """What reads one kind of file."""

    def __call__(self, file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
        """Yield the records of an open file."""


class TableReader(Protocol):
    """What reads one kind of table, whose columns can have names of their own."""

    def __call__(self, file: BufferedReader, asked: Asked) -> Iterator[Record]:
        """Yield the records of an open file."""


COLLECTIONS: Final[Mapping[str, Reader]] = FORMATS
"""What says by itself what is what."""

TABLES: Final[Mapping[str, TableReader]] = {
    ".jsonl": json_records,
    ".csv": csv_records,
    ".tsv": tsv_records,
    ".parquet": parquet_records,
}
"""What has columns or members with names."""


def read_articles(
    sources: Iterable[str | Path],
    *,
    base: str | Path | None = None,
    terms: Terms | None = None,
    tally: Tally | None = None,
) -> Iterator[Dispatch | Refusal]:
    """The articles of files, folders, archives and addresses, one at a time, and refusals of what is none.

    The order is that of the full paths, whatever the order of the sources. Paths are told relative to `base`
    (the folder of the package) if they lie in it; otherwise an article keeps only the name of its file.
    An article that comes twice, and a second article with an id that is taken, are refused; so is what has
    gone by its turn. Folders are gone through on the way, so that they can hold any number of files.
    Raises `UnreadableInput`, before anything is read, if a source is not there or holds no article.
    """
    root = Path(full_path(Path(base))) if base is not None else None
    tally = tally or Tally()
    return without_doubles(finds(entries_of(sources, tally), root, terms or Terms(), tally))


def read_records(
    path: str | Path, *, for_tables: bool = True, columns: Mapping[str, str] | None = None
) -> Iterator[Dispatch | Refusal]:
    """The articles of one collection, one at a time; ids are not compared.

    With `for_tables=False`, as for stand-off findings, dates may be missing and ids are kept as given.
    """
    if is_folder(Path(path)):
        raise UnreadableInput(f"{shown_path(Path(path))}: found a folder; expected a collection")
    terms = Terms(for_tables=for_tables, columns=columns or {})
    return refusing(finds(entries_of([path]), None, terms, Tally()))


def refusing(found: Iterable[Find]) -> Iterator[Dispatch | Refusal]:
    """Yield each article, or the refusal of what is none."""
    for source, place, article in found:
        yield article.refusal(source, place) if isinstance(article, Unfit) else article


def finds(entries: Iterable[Entry], root: Path | None, terms: Terms, tally: Tally) -> Iterator[Find]:
    """Yield what each file holds."""
    for entry in entries:
        item = item_of(entry, root)
        kind = inputs_called(item.name)
        try:
            if entry.unfit:
                raise entry.unfit
            with opened(entry, item) as (known, file, size):
                yield from finds_in(known, file, Allowance(size), terms, tally)
        except (Unfit, OSError) as error:
            tally.inputs[kind] += 1
            yield Find(item.shown, None, error if isinstance(error, Unfit) else unreadable(error))


def finds_in(
    item: Item, file: BufferedReader, allowance: Allowance, terms: Terms, tally: Tally
) -> Iterator[Find]:
    """Yield what a file holds, also if it holds others; an archive that grows too much ends all of it."""
    for leaf, content in leaves(item, file, allowance, tally):
        kind = inputs_called(leaf.name)
        try:
            if isinstance(content, Unfit):
                raise content
            for place, article in articles_of(leaf, content, terms, tally):
                tally.inputs[kind] += 1
                yield Find(leaf.shown, place, article)
        except Bomb:
            raise
        except Unfit as unfit:
            tally.inputs[kind] += 1
            yield Find(leaf.shown, None, unfit)


Placed = tuple[str | None, Dispatch | Unfit]


def articles_of(item: Item, file: BufferedReader, terms: Terms, tally: Tally) -> Iterator[Placed]:
    """Yield the articles of a file that holds no others, each with its place in it."""
    suffix = suffix_of(item.name)
    if suffix == ".txt":
        yield None, article_in(bytes_of(file), item, Around(item.paths), terms)
    elif suffix == ".warc":
        for page in warc_pages(file, tally):
            yield page.place, article_on(page, item, terms)
    else:
        around = Around(item.paths)
        for place, article in collection(item, file, terms):
            yield place, article if isinstance(article, Unfit) else finished(article, item, around, terms)


def finished(article: Dispatch, item: Item, around: Around, terms: Terms) -> Dispatch | Unfit:
    """The article with its day, or why it has none; what came on standard input has no source."""
    try:
        known = settled(article, around, terms)
    except Unfit as unfit:
        return unfit
    return replace(known, source=None) if not item.source and known.source == item.name else known


def bytes_of(file: BufferedReader) -> bytes:
    """All bytes of an article."""
    raw = file.read(MAX_ARTICLE_BYTES + 1)
    if len(raw) > MAX_ARTICLE_BYTES:
        most = f"{MAX_ARTICLE_BYTES:,} bytes"
        raise Unfit(None, f"more than {most}", f"an article of at most {most}")
    return raw


def article_in(raw: bytes, item: Item, around: Around, terms: Terms) -> Dispatch:
    """The article of a text file."""
    if not raw:
        raise Unfit(None, "an empty file", EXPECTED)
    refuse_other_formats(raw)
    text = decoded(raw)
    if not VISIBLE.search(text):
        raise Unfit(None, "nothing but white space", EXPECTED_HEADER)
    card = Card(sha256=sha256(raw).hexdigest(), source=item.source or None, stem=stem_of(item.name))
    header = read_header(text)
    if header is None and malformed(text):
        required_header(text)
    article = dispatch_of(text, card, header)
    if terms.for_tables and not any(day for day, _ in days_of(article, around, terms)):
        required_header(text)
    return settled(article, around, terms)


def malformed(text: str) -> bool:
    """Whether a text begins with a date line whose date is in another form; `Date night` is none."""
    line = DATE_LINE.match(text)
    return bool(line and any(char.isdigit() for char in line["day"]))


def article_on(page: Page, item: Item, terms: Terms) -> Dispatch | Unfit:
    """The article on a page of a web archive; the day in the name of the archive is that of its making."""
    if isinstance(page.body, Unfit):
        return page.body
    around = Around((), page.fetched)
    digest = sha256(page.body).hexdigest()
    try:
        if page.suffix == ".txt":
            article = article_in(page.body, item, around, terms)
        else:
            article = article_of_page(page.body, page, item)
    except Unfit as unfit:
        return unfit
    address = page.address if page.address and ADDRESS.match(page.address) else None
    known = replace(
        article,
        article_id=made_id(item.source or item.name, digest),
        sha256=digest,
        url=article.url or address,
        source=address or article.source,
    )
    return finished(known, item, around, terms)


def article_of_page(body: bytes, page: Page, item: Item) -> Dispatch:
    """The article of a web page."""
    source = item.source or item.name
    (record,) = html_records(BytesIO(body), source, for_tables=False, charset=page.charset, url=page.address)
    if isinstance(record.article, Unfit):
        raise record.article
    return record.article


def collection(item: Item, file: BufferedReader, terms: Terms) -> Iterator[Record]:
    """Yield the records of a collection; their days and keys are settled by what is known around them."""
    suffix, source = suffix_of(item.name), item.source or item.name
    head = file.peek(HEAD_BYTES)[:HEAD_BYTES]
    if not head:
        raise Unfit(None, "an empty file", EXPECTED)
    if suffix in LINES:
        refuse_other_formats(head)
        file.read(len(SIGNATURE) if head.startswith(SIGNATURE) else 0)
    if table := TABLES.get(suffix):
        dated = terms.for_tables and not has_last_resort(Around(item.paths), terms)
        records = table(file, Asked(source, terms.columns, dated=dated))
    else:
        records = COLLECTIONS[suffix](file, source, for_tables=False)
    record = None
    for record in records:
        yield record
    if record is None:
        raise Unfit(None, "no record", "at least one")
