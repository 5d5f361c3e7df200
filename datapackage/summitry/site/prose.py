"""The paragraphs of an article as HTML: marks in the text, and below it what each row says.

This is nine tenths of all that is written, so it is put together here and not by a template. Whatever comes
from an article goes through `escape`; anchors and addresses are made of letters that need none.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from summitry.site.addresses import address, page_of, row_of, words_of
from summitry.site.marks import Stretch
from summitry.site.store import Row

ROOT: Final = "../"
"""The way from an article to the start page."""

LABELS: Final = {"mention": "Mention: ", "quote": "Quote, by ", "report": "Meeting: "}
SEEN: Final = ' <span class="reviewed" title="A person has looked at this row">reviewed</span>'
CALLED: Final = {"mention": "mention", "quote": "quote", "report": "meeting"}


class Told(NamedTuple):
    """A paragraph as its page shows it."""

    paragraph: Row
    reasons: list[Row]
    stretches: list[Stretch]
    unplaced: list[str]
    mentions: list[dict[str, Any]]
    quotes: list[dict[str, Any]]
    reports: list[dict[str, Any]]


def paragraph_html(told: Told) -> Markup:
    """The text of a paragraph with its marks."""
    anchors = "".join(map(anchor, told.unplaced))
    return Markup(anchors + "".join(map(stretch_html, told.stretches)))  # noqa: S704  # all is escaped


def stretch_html(stretch: Stretch) -> str:
    """A stretch of text in the rows whose words it is.

    >>> stretch_html(Stretch("<Oslo>", ("w-mention-1",), (), (), None, False))
    '<span id="w-mention-1" class="anchor"></span>&lt;Oslo&gt;'
    """
    text = escape(stretch.text)
    begins = "".join(map(anchor, stretch.begins))
    if not stretch.inside:
        return begins + text
    rows = " ".join(stretch.inside)
    if not (link := stretch.link):
        return f'{begins}<span data-rows="{rows}">{text}</span>'
    title = escape(LABELS[link.kind] + link.label)
    again = ' tabindex="-1"' if stretch.again else ""
    return (
        f'{begins}<mark class="{" ".join(stretch.kinds)}" data-rows="{rows}">'
        f'<a href="#{link.row}" title="{title}"{again}>{text}</a></mark>'
    )


def anchor(name: str) -> str:
    """A place in the text that can be gone to."""
    return f'<span id="{name}" class="anchor"></span>'


def rows_html(told: Told) -> Markup:
    """What is told of the rows of a paragraph: meetings first, then quotes, then mentions."""
    reports = (item("report", row, report_html(row), why(row["reasons"], ROOT)) for row in told.reports)
    quotes = (item("quote", row, quote_html(row), *reasons_of_quote(row)) for row in told.quotes)
    mentions = (item("mention", row, mention_html(row), why(row["reasons"], ROOT)) for row in told.mentions)
    return Markup("".join([*reports, *quotes, *mentions]))  # noqa: S704  # all is escaped


def item(kind: str, row: Mapping[str, Any], *more: str) -> str:
    """A row in the list below its paragraph."""
    key = row[f"{kind}_id"]
    return (
        f'<li id="{row_of(kind, key)}"><span class="kind {kind}">{CALLED[kind]}</span> '
        f'<a href="#{words_of(kind, key)}">{words(row["text"], row)}</a>{seen(row)} {"".join(more)}</li>\n'
    )


def report_html(row: Mapping[str, Any]) -> str:
    """The meeting of a report, and what is said of it there."""
    when = f"; when: “{escape(row['date_text'])}”" if row["date_text"] else ""
    where = f"; where: “{escape(row['place_text'])}”" if row["place_text"] else ""
    return f"tells of {link_to('meeting', row['meeting_id'], row['name'])}{when}{where}\n"


def mention_html(row: Mapping[str, Any]) -> str:
    """Whom a mention means, and how."""
    who = f"means {link_to('entity', row['entity_id'], row['name'])}" if row["entity_id"] else "is not linked"
    title = f", “{escape(row['title'])}”" if row["title"] else ""
    sure = "" if row["confidence"] is None else f"; confidence {row['confidence']}"
    return f"{who}; {escape(row['form'])}{title}{sure}\n"


def quote_html(row: Mapping[str, Any]) -> str:
    """Who said a quote, how, to whom, when and where."""
    cue = f", “{escape(row['cue'])}”" if row["cue"] else ""
    facts = {
        "by": speakers_html(row),
        "kind": escape(row["kind"]) + cue,
        "to": escape(row["addressee"] or ""),
        "on": escape(row["said_on"] or ""),
        "at": link_to("meeting", row["meeting_id"], row["name"]) if row["meeting_id"] else "",
        "carries on": continued_html(row) if row["continues_id"] else "",
    }
    told = "".join(f"<dt>{name}</dt><dd>{fact}</dd>\n" for name, fact in facts.items() if fact)
    return f"\n<dl>\n{told}</dl>\n"


def speakers_html(row: Mapping[str, Any]) -> str:
    """Who said a quote, and in which words that stands there."""
    named = ", ".join(map(speaker_html, row["speakers"]))
    written = f" as “{escape(row['speaker_text'])}”" if row["speaker_text"] else ""
    return named + written or escape(row["by"] or "nobody named")


def speaker_html(who: Mapping[str, Any]) -> str:
    """One who said a quote, and how sure that is."""
    sure = "" if who["confidence"] is None else f" (confidence {who['confidence']})"
    return f"{link_to('entity', who['entity_id'], who['name'])}{sure}{seen(who)}"


def continued_html(row: Mapping[str, Any]) -> str:
    """The way to the quote that another carries on."""
    place = address(page_of("article", row["before"]), words_of("quote", row["continues_id"]))
    return f'<a href="{ROOT}{place}">what was said before</a>'


def reasons_of_quote(row: Mapping[str, Any]) -> list[str]:
    """Why the cells of a quote say so, and those of its speakers."""
    return [why(row["reasons"], ROOT), *(why(who["reasons"], ROOT) for who in row["speakers"])]


def link_to(kind: str, key: str, name: str) -> str:
    """The way from an article to a page."""
    return f'<a href="{ROOT}{page_of(kind, key)}">{escape(name)}</a>'


def words(text: str | None, row: Row | Mapping[str, Any]) -> Markup:
    """The words of a row in marks; where a package leaves them out, their place.

    >>> words(None, {"start": 3, "end": 7})
    Markup('text[3:7]')
    """
    shown = f"“{escape(text)}”" if text else f"text[{row['start']}:{row['end']}]"
    return Markup(shown)  # noqa: S704  # all is escaped


def value(reason: Row) -> str:
    """What a reason is for, unless the package leaves such words out."""
    return "words left out" if reason["value"] is None else str(reason["value"])


def seen(row: Row | Mapping[str, Any]) -> Markup:
    """The mark of a row that a person has looked at.

    >>> seen({"reviewed": False}), seen({})
    (Markup(''), Markup(''))
    """
    told = "reviewed" in row.keys() and row["reviewed"]  # noqa: SIM118  # a row iterates over its cells
    return Markup(SEEN if told else "")  # noqa: S704  # words of ours


def why(reasons: Iterable[Row], root: str) -> Markup:
    """Why the cells of a row say what they say, nothing where no reason is given."""
    items = "".join(reason_html(each, root) for each in reasons)
    return Markup(f'<ul class="reasons">\n{items}</ul>\n' if items else "")  # noqa: S704  # all is escaped


def reason_html(reason: Row, root: str) -> str:
    """A reason: the cell, its value, and the words or the table that it comes from."""
    source = f" ({escape(reason['knowledge_source'])})" if reason["knowledge_source"] else ""
    link = ""
    if reason["article_id"]:
        place = address(page_of("article", reason["article_id"]), words_of("evidence", reason["evidence_id"]))
        link = f' <a href="{root}{place}">{words(reason["words"], reason)}</a>'
    return (
        f'<li id="{row_of("evidence", reason["evidence_id"])}"><span class="field">{escape(reason["field"])}'
        f"</span> = {escape(value(reason))}: {escape(reason['basis'])}{source}{link}</li>\n"
    )
