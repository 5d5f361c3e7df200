"""ninjs of the IPTC (1.x to 3.x): items of news as JSON, alone or in a list."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import BinaryIO, Final

from summitry.page import Dispatch
from summitry.read.bounds import MAX_PAGE_BYTES
from summitry.read.collection import Record, json_value
from summitry.read.columns import layout_of
from summitry.read.decode import SIGNATURE, decoded, refuse_other_formats
from summitry.read.markup import paragraphs_of_html, paragraphs_of_text
from summitry.read.moments import day_in
from summitry.read.records import article_of, fingerprint, made_id, text_of
from summitry.read.terms import FIELDS
from summitry.read.told import Told, article_told
from summitry.read.unfit import Unfit, shown

Node = Mapping[str, object]

EXPECTED: Final = "an item of ninjs with its text inside"
NO_OBJECT: Final = "an object, or a list of objects"
TEXTS: Final = frozenset({"text", "composite", ""})
WITHDRAWN: Final = frozenset({"canceled", "withheld"})
BODIES: Final = ("body_text", "body_xhtml", "body_html", "bodies")


def ninjs_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the items of a file of JSON: one object, a list, or a list within an object."""
    given = file.read(MAX_PAGE_BYTES + 1)
    if len(given) > MAX_PAGE_BYTES:
        raise Unfit(None, f"more than {MAX_PAGE_BYTES:,} bytes", "JSON lines (.jsonl), or smaller files")
    refuse_other_formats(raw := given.removeprefix(SIGNATURE))
    value = json_value(decoded(raw))
    if isinstance(value, dict) and not is_item(value) and isinstance(value.get("items"), list):
        value = value["items"]
    if isinstance(value, dict):
        yield Record(None, article_in(value, source, sha256(given).hexdigest(), for_tables=for_tables))
        return
    if not isinstance(value, list):
        raise Unfit(None, "a single value", NO_OBJECT)
    for number, each in enumerate(value, 1):
        try:
            yield Record(f"item {number}", article_in(each, source, None, for_tables=for_tables))
        except Unfit as unfit:
            yield Record(f"item {number}", unfit)


def article_in(item: object, source: str, digest: str | None, *, for_tables: bool) -> Dispatch:
    """The article in an item; an object that is no ninjs is a record with `id`, `date` and `text`."""
    if not isinstance(item, dict):
        raise Unfit(None, "a value that is no object", NO_OBJECT)
    if not is_item(item):
        return article_of(record_in(item, source, digest), source, digest, for_tables=for_tables)
    members = {name.lower(): lowered(value) for name, value in item.items()}
    return article_told(told_by_ninjs(members), source, digest, for_tables=for_tables)


def record_in(item: Node, source: str, digest: str | None) -> Node:
    """The fields of a record, by the names of our own; one without an id gets one that its words decide."""
    told = {name: value for name, value in item.items() if value is not None}
    fields = {name: told[column] for name, column in layout_of(tuple(told), {}).items()}
    if "id" in fields or "text" not in fields:
        return fields
    made = digest or fingerprint({name: text_of(fields, name) for name in FIELDS})
    return {**fields, "id": made_id(source, made)}


def is_item(value: Node) -> bool:
    """Whether an object is an item of ninjs: each has an address, and a record has its text in `text`."""
    return "uri" in value or any(name in value for name in BODIES)


def lowered(value: object) -> object:
    """The value with names in small letters, as before version 3: `firstCreated` is `firstcreated`."""
    if isinstance(value, dict):
        return {name.lower(): lowered(each) for name, each in value.items()}
    return [lowered(each) for each in value] if isinstance(value, list) else value


def told_by_ninjs(item: Node) -> Told:
    """What an item of ninjs tells."""
    if (kind := text(item, "type").lower()) not in TEXTS:
        raise Unfit(None, f"an item of the type “{shown(kind)}”", EXPECTED)
    if (status := text(item, "pubstatus").lower()) in WITHDRAWN:
        raise Unfit(None, f"an item whose status is “{status}”", EXPECTED)
    paragraphs = next(filter(None, bodies(item)), ())
    if not paragraphs:
        raise Unfit(None, "no text inside the item", EXPECTED)
    version = text(item, "version")
    uri = text(item, "uri") or text(item, "guid")
    return Told(
        paragraphs,
        next(days(item), None),
        id=f"{uri}-v{version}" if uri and version not in {"", "1"} else uri or None,
        title=text(item, "headline")
        or first_value(item, "headlines", ("main", "title", ""))
        or text(item, "title")
        or None,
        byline=text(item, "byline") or text(item, "by") or None,
        url=text(item, "url") or uri,
        agency=source_in(item),
        dateline=text(item, "dateline") or text(item, "located") or None,
        language=text(item, "language") or None,
    )


def text(item: Node, name: str) -> str:
    """A member that is text or a number; empty for any other."""
    value = item.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def nodes(item: Node, name: str) -> Iterator[Node]:
    """Yield the objects in a list."""
    value = item.get(name)
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each


def bodies(item: Node) -> Iterator[tuple[str, ...]]:
    """Yield the paragraphs of each body: those with markup first, as their paragraphs are sure."""
    yield paragraphs_of_html(text(item, "body_xhtml"))
    yield paragraphs_of_html(text(item, "body_html"))
    told = [(text(body, "contenttype").lower(), text(body, "value")) for body in nodes(item, "bodies")]
    for kind, value in sorted(told, key=lambda pair: "html" not in pair[0]):
        yield paragraphs_of_html(value) if "html" in kind else paragraphs_of_text(value)
    yield paragraphs_of_text(text(item, "body_text"))


def first_value(item: Node, name: str, roles: Iterable[str]) -> str | None:
    """The value of the first object in a list that has one of the roles, else of the first."""
    told = {text(each, "role").lower(): text(each, "value") for each in reversed(list(nodes(item, name)))}
    return next((told[role] for role in roles if told.get(role)), next(iter(told.values()), None)) or None


def days(item: Node) -> Iterator[date]:
    """Yield the days of an item, the one of its first version first."""
    for name in ("firstcreated", "versioncreated", "contentcreated"):
        if day := day_in(text(item, name)):
            yield day


def source_in(item: Node) -> str | None:
    """The agency that an item comes from."""
    named = (text(each, "name") for each in nodes(item, "infosources"))
    return next(filter(None, (text(item, "source"), *named)), None)
