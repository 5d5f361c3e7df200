"""The page of a report opens anywhere, shows everything, and can be used by everyone."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from summitry.validate import Skipped, validate
from summitry.validate.formats.html import part


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.open, self.words = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Keep the tag with its attributes."""
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Every tag is closed in its turn."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep the words that are no style and no script."""
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    def all(self, tag):
        """The attributes of each tag of a name."""
        return [attributes for name, attributes in self.tags if name == tag]


def test_html_shows_the_report(faulty):
    """Problems, counts by rule and by table, and what was skipped stand on the page."""
    report = replace(validate(faulty.folder), skipped=(Skipped("order", "quotes", "why"),))
    page = Page(report.written("html"))
    words = " ".join(page.words)
    assert "1 error, 1 warning" in words
    assert "All problems" in words
    assert "quotes: order was not checked: why" in words
    rows = [row for row in page.all("tr") if "data-table" in row]
    assert [(row["data-table"], row["data-rule"], row["class"]) for row in rows] == [
        ("quotes", "enum", "error"),
        ("articles", "missing-word", "warning"),
    ]
    assert [button["data-rule"] for button in page.all("button") if "data-rule" in button] == list(
        report.counts
    )
    assert "The first 1 of 2 problems" in replace(report, limit=1).written("html")


def test_html_needs_nothing_else(faulty):
    """The page names no address, loads no file, and says so to the browser."""
    text = validate(faulty.folder).written("html")
    page = Page(text)
    assert not re.search(r"https?:|url\(|@import", text)
    assert not {"link", "img", "iframe", "object"} & {name for name, _ in page.tags}
    assert not any("src" in attributes for _, attributes in page.tags)
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'")


def test_html_is_for_everyone(faulty):
    """Language, title, one first heading, labels for every field, heads for every column, ids once."""
    page = Page(validate(faulty.folder).written("html"))
    assert page.open == []
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert len(page.ids) == len(set(page.ids))
    fields = {field["id"] for tag in ("input", "select") for field in page.all(tag)}
    assert fields == {label["for"] for label in page.all("label")}
    assert all("scope" in head for head in page.all("th"))
    named = [value for _, tag in page.tags for name, value in tag.items() if name == "aria-labelledby"]
    assert set(named) <= set(page.ids)


def luminance(colour):
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_html_can_be_read_in_light_and_dark():
    """Every colour of text stands out from both grounds as WCAG 2.2 asks for (AA, 4.5 to 1)."""
    styles = re.findall(r":root \{(.*?)\}", part("report.css"), re.DOTALL)
    assert len(styles) == 2
    for style in styles:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", style))
        for ground in ("page", "raised"):
            for text in ("text", "faint", "accent", "error", "warning", "sound"):
                dark, light = sorted((luminance(colours[ground]), luminance(colours[text])))
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)
