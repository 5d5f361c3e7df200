"""What a page says of itself: in JSON-LD, in meta tags, in `<time>`, and where readers see it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summitry.read.byline import is_byline, names_joined
from summitry.read.known import in_order, words
from summitry.read.moments import MONTH, NUMBER, YEAR, day_from, day_in, local_day
from summitry.read.pages.linked import (
    Node,
    addresses,
    article_in,
    is_locked,
    names_of,
    nodes_in,
    text_of,
    texts,
    types_of,
)
from summitry.read.text import cell
from summitry.read.told import address, code_of
from summitry.read.unfit import Unfit
from summitry.settings import MAX_HEADING_CHARS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# “May 7, 1998”, “Posted on Thursday, 7 May 1998 at 10:31 pm GMT”
CLOCK: Final = r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,5}\)?)?)?"
# “Published: 22:31 GMT, 7 May 1998”
CLOCK_FIRST: Final = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,5}\)?)?,? )?"
LEAD: Final = rf"(?:(?:first )?(?:published|posted|filed)(?: on)?:? )?{CLOCK_FIRST}"
SHOWN_DAY: Final = (
    rf"{LEAD}(?:[a-z]{{6,9}},? )?"
    rf"(?:{MONTH} {NUMBER},? {YEAR}|{NUMBER} {MONTH},? {YEAR}){CLOCK}"
)
# “/2019/05/14/talks”, “/2019-05-14-talks”
DAY_IN_ADDRESS: Final = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-]|$)"
)
CHANGED: Final = re.compile(r"updat|modif|edited|revis|chang", re.IGNORECASE)
BESIDE: Final = re.compile(
    r"related|comment|sidebar|most|recommend|more-|teaser|card|promo|footer", re.IGNORECASE
)
AUTHOR_MARKS: Final = frozenset({"author", "author-name", "byline", "vcard"})
"""Classes, or properties of microdata, of what names the author."""
LINES: Final = (
    "p", "span", "div", "i", "b", "em", "strong", "font", "td", "small", "h3", "h4", "h5", "h6", "br", "li",
    "a", "address",
)  # fmt: skip
"""Elements whose text can be a line that a reader sees."""


class Facts(NamedTuple):
    """What is known of a page beside its text."""

    title: str | None
    byline: str | None
    day: date | None
    url: str | None
    site: str | None
    language: str | None
    locked: bool
    """Whether it says that only subscribers can read it."""
    is_article: bool
    """Whether it says that it is an article."""
    is_list: bool
    """Whether it says that it is something else: a list, a video, a profile."""


class Sheet(NamedTuple):
    """A page with what was looked up in it once."""

    tree: "HtmlElement"
    metas: Mapping[str, str]
    nodes: Sequence[Node]
    article: Node | None
    url: str | None


def facts_of(tree: "HtmlElement", url: str | None = None) -> Facts:
    """What a page says of itself; `url` is where it was saved from."""
    sheet = sheet_of(tree, url)
    types = frozenset(each for node in sheet.nodes for each in types_of(node))
    kind = sheet.metas.get("og:type", "").casefold()
    said = bool(sheet.article) or kind == "article" or "article:published_time" in sheet.metas
    return Facts(
        title=title_of(sheet),
        byline=byline_of(sheet),
        day=day_of_page(sheet),
        url=sheet.url,
        site=cell(sheet.metas.get("og:site_name", "")),
        language=language_of(sheet),
        locked=is_locked(sheet.article) or sheet.metas.get("article:content_tier", "") == "locked",
        is_article=said,
        is_list=not said and bool(types & words("list_types") or kind.startswith(("video", "profile"))),
    )


def sheet_of(tree: "HtmlElement", url: str | None) -> Sheet:
    """The page with its meta tags and its nodes of JSON-LD."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content", "").strip()
        for key in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if key and content:
                metas.setdefault(key.strip().casefold(), content)
    scripts = (
        each.text or "" for each in tree.iter("script") if "ld+json" in each.get("type", "").casefold()
    )
    nodes = nodes_in(scripts)
    links = (link.get("href") for link in tree.iter("link") if link.get("rel", "").casefold() == "canonical")
    told = (*links, metas.get("og:url"), metas.get("parsely-link"), url)
    own = next((found for each in told if (found := address(each))), None)
    article = article_in(nodes, own)
    return Sheet(tree, metas, nodes, article, own or (own_address(article) if article else None))


def own_address(article: Node) -> str | None:
    """The address that JSON-LD gives for an article."""
    return next(
        (found for each in sorted(addresses(article)) if "#" not in each and (found := address(each))), None
    )


def title_of(sheet: Sheet) -> str | None:
    """The headline; the title of the window loses the name of the site."""
    headings = (line_of(each) for each in sheet.tree.iter("h1"))
    windows = (line_of(each) for each in sheet.tree.iter("title"))
    said = (text_of(sheet.article, "headline"), sheet.metas.get("og:title"), next(headings, None))
    if title := next((found for each in said if (found := cell(each or ""))), None):
        return title
    window = next(windows, None)
    site = sheet.metas.get("og:site_name")
    return re.sub(rf" [|–—-] {re.escape(site)}$", "", window) if window and site else window


def byline_of(sheet: Sheet) -> str | None:
    """Who wrote the page: by JSON-LD, by meta tags, by links to authors, or on a line that says so."""
    named = list(names_of((sheet.article or {}).get("author"), sheet.nodes))
    metas = (sheet.metas.get(name, "") for name in in_order("author_names"))
    links = (line_of(each) or "" for each in sheet.tree.iter("a") if "author" in each.get("rel", "").split())
    for names in (named, [next(filter(is_name, metas), "")], links, authors_marked(sheet.tree)):
        if byline := names_joined(filter(is_name, names)):
            return byline
    lines = (
        " ".join(text.split()) for text in sheet.tree.itertext(*LINES) if len(text) <= 2 * MAX_HEADING_CHARS
    )
    return next((cell(line) for line in lines if is_byline(line)), None)


def authors_marked(tree: "HtmlElement") -> Iterator[str]:
    """Yield the names that are marked as those of authors: by microdata, hCard, or the name of a class."""
    for element in tree.iter("p", "div", "span", "a", "address", "li", "b", "strong", "em", "small"):
        marks = {*element.get("class", "").split(), *element.get("itemprop", "").split()}
        if not marks & AUTHOR_MARKS or is_beside(element):
            continue
        line = line_of(element) or ""
        if is_byline(line) or is_byline(f"By {line}"):
            yield line
            return


def is_name(text: str) -> bool:
    """Whether a text can name an author: no address, and not long."""
    return bool(text.strip()) and len(text) <= MAX_HEADING_CHARS and not re.search(r"[@/<>{}]", text)


def language_of(sheet: Sheet) -> str | None:
    """The language that the page says it is in."""
    root = sheet.tree.getroottree().getroot()
    said = (
        text_of(sheet.article, "inLanguage"),
        root.get("lang"),
        root.get("xml:lang"),
        sheet.metas.get("og:locale"),
    )
    return next((code for each in said if (code := code_of(each))), None)


def day_of_page(sheet: Sheet) -> date | None:
    """The day of publication, by the first of the places that tell it."""
    said = tuple(texts((sheet.article or {}).get("datePublished")))
    metas = tuple(sheet.metas[name] for name in in_order("published_names") if name in sheet.metas)
    times = tuple(published_times(sheet.tree))
    values = (*said, *metas, *times)
    day = next((day for value in values if (day := local_day(value, values))), None)
    return day or shown_day(sheet.tree) or day_in_address(sheet.url)


def published_times(tree: "HtmlElement") -> Iterator[str]:
    """Yield the moments of `<time>` that can be that of publication."""
    for element in tree.iter("time"):
        if (
            (value := element.get("datetime", "").strip())
            and not is_beside(element)
            and not is_change(element)
        ):
            yield value


def is_change(element: "HtmlElement") -> bool:
    """Whether a time is told as that of a change: `Updated <time …>`."""
    parent = element.getparent()
    before = element.getprevious()
    lead = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    marks = (
        element.get("class", ""),
        element.get("itemprop", ""),
        parent.get("class", "") if parent is not None else "",
    )
    return any(CHANGED.search(each) for each in (*marks, lead))


def is_beside(element: "HtmlElement") -> bool:
    """Whether an element stands beside the article: in a list of others, in comments, in the margin."""
    for above in element.iterancestors():
        if above.tag in {"aside", "footer", "nav"} or (
            above.tag not in {"html", "body", "main"}
            and BESIDE.search(f"{above.get('class', '')} {above.get('id', '')}")
        ):
            return True
    return False


@cache
def shown() -> re.Pattern[str]:
    """The pattern of a line that is a day; named groups once for each order of its parts."""
    return re.compile(re.sub(r"\?P<\w+>", "?:", SHOWN_DAY), re.IGNORECASE)


def shown_day(tree: "HtmlElement") -> date | None:
    """The one day that the page shows on a line of its own; none if it shows several."""
    days = set()
    for line in tree.itertext(*LINES):
        if len(line) <= MAX_HEADING_CHARS and shown().fullmatch(text := " ".join(line.split())):
            days.add(day_in(re.sub(LEAD, "", text, count=1, flags=re.IGNORECASE)))
    return days.pop() if len(days) == 1 else None


def day_in_address(url: str | None) -> date | None:
    """The day in the path of an address.

    >>> print(day_in_address("https://news.example/2019/05/14/talks"), day_in_address("https://news.example/2019"))
    2019-05-14 None
    """
    found = DAY_IN_ADDRESS.search(url or "")
    return day_from(int(found["year"]), int(found["month"]), int(found["day"])) if found else None


def line_of(element: "HtmlElement") -> str | None:
    """The text of an element on one line; null if it is none or no line."""
    text = " ".join("".join(element.itertext()).split())
    try:
        return cell(text) if len(text) <= 4 * MAX_HEADING_CHARS else None
    except Unfit:
        return None
