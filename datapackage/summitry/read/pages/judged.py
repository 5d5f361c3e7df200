"""Whether a page holds an article: what is a list, a form, a video or a taste of one is refused."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from summitry.read.bounds import MAX_TEASERS, MIN_LOCKED_WORDS, MIN_PAGE_WORDS, MIN_SENTENCE_WORDS
from summitry.read.known import words
from summitry.read.pages.facts import Facts
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EXPECTED: Final = "a page with one article"
# “They agreed.”, “‘No,’ she said.”, “They agreed.)”
SENTENCE: Final = re.compile(r".*[.!?…:][\"'’”»)\]]*", re.DOTALL)


def expect_article(tree: "HtmlElement", facts: Facts, paragraphs: Sequence[str]) -> None:
    """Stop at a page that holds no article, or only the beginning of one."""
    count = sum(len(each.split()) for each in paragraphs if is_prose(each))
    if count < MIN_LOCKED_WORDS and (facts.locked or barred(tree)):
        raise Unfit(
            None, "the beginning of an article that is not free to read", "the full text of an article"
        )
    if facts.is_list:
        raise Unfit(None, "a page that says it is a list, a video or a profile", EXPECTED)
    if teasers_in(tree) > MAX_TEASERS and not facts.is_article:
        raise Unfit(None, f"a page that leads to {teasers_in(tree)} articles", EXPECTED)
    if count < MIN_PAGE_WORDS:
        raise Unfit(None, f"{count} words in sentences", f"{EXPECTED}, of {MIN_PAGE_WORDS} words at least")


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is made of sentences: no menu, no label, no list of names."""
    return len(paragraph.split()) >= MIN_SENTENCE_WORDS and bool(SENTENCE.fullmatch(paragraph))


def teasers_in(tree: "HtmlElement") -> int:
    """How many headings of a page lead to other pages."""
    headings = (each for each in tree.iter("h1", "h2", "h3", "h4"))
    return sum(each.find(".//a[@href]") is not None or is_linked(each) for each in headings)


def is_linked(element: "HtmlElement") -> bool:
    """Whether an element lies in a link."""
    return any(above.tag == "a" and above.get("href") for above in element.iterancestors())


def barred(tree: "HtmlElement") -> bool:
    """Whether a page shows a line that bars the rest of the article."""
    return any(
        barriers().match(text)
        for text in tree.itertext("p", "div", "span", "h2", "h3", "h4", "button", "a", "b", "strong")
    )


@cache
def barriers() -> re.Pattern[str]:
    """How such lines begin, with either apostrophe."""
    listed = "|".join(re.escape(each).replace("'", "['’]") for each in sorted(words("barriers")))
    return re.compile(rf"\s*(?:{listed})(?!\w)", re.IGNORECASE)
