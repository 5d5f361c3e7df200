"""What can be searched: names of countries, people, meetings and articles, and every word of the articles."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from summitry.site.addresses import page_of
from summitry.site.countries import Land, lands_of
from summitry.site.pages import Pages
from summitry.site.parts import as_json, pieces, put, write_parts
from summitry.site.store import Store

ENTITIES: Final = "SELECT * FROM entities ORDER BY mention_count DESC, entity_id"
MEETINGS: Final = "SELECT * FROM meetings ORDER BY article_count DESC, meeting_id"
ARTICLES: Final = """
SELECT a.article_id, a.published_on, a.agency, h.heading FROM articles a JOIN headings h USING (article_id)
ORDER BY a.rowid DESC
"""
TEXTS: Final = "SELECT text FROM paragraphs WHERE article_id = ? ORDER BY position"

Found = tuple[list[str], str]
"""A page as the search shows it (kind, name, what else, address), and the text that finds it."""

Numbers: TypeAlias = "array[int]"
"""Numbers of four bytes each, as millions are kept until all are known."""

WORD: Final = re.compile(r"[^\W_]+")


def words_in(text: str) -> set[str]:
    """The words of a text as the search compares them, and `search.js` with it.

    >>> sorted(words_in("Łódź, São Paulo"))
    ['paulo', 'sao', 'łodz']
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return set(WORD.findall(plain.lower()))


def write_search(store: Store, pages: Pages) -> None:
    """Write the search page, the list of what it can find, and its index in parts."""
    index: dict[str, Numbers] = {}
    sizes = write_parts(pages, "found", numbered(found_in(store, lands_of(store)), index))
    firsts = list(write_index(pages, index))
    put(pages, "words", as_json(firsts))
    pages.write("search.html", "search.html", sizes=sizes)


def numbered(found: Iterable[Found], index: dict[str, Numbers]) -> Iterator[list[str]]:
    """Yield what the search shows, and put its number down under each of its words."""
    for number, (shown, text) in enumerate(found):
        for word in words_in(text):
            index.setdefault(word, array("I")).append(number)
        yield shown


def found_in(store: Store, lands: Iterable[Land]) -> Iterator[Found]:
    """Yield every page, those that most is told of first."""
    for land in lands:
        yield ["country", land.name, land.code, page_of("country", land.code)], f"{land.name} {land.code}"
    for row in store.each(ENTITIES):
        more = row["position"] or row["type"]
        yield [row["type"], row["name"], more, page_of("entity", row["entity_id"])], f"{row['name']} {more}"
    for row in store.each(MEETINGS):
        more = f"{row['kind']}, {row['status']}".replace("_", " ")
        yield ["meeting", row["name"], more, page_of("meeting", row["meeting_id"])], row["name"]
    for row in store.each(ARTICLES):
        text = " ".join(each["text"] or "" for each in store.rows(TEXTS, row["article_id"]))
        more = " ".join(filter(None, (row["published_on"], row["agency"])))
        yield (
            ["article", row["heading"], more, page_of("article", row["article_id"])],
            f"{row['heading']} {text}",
        )


def write_index(pages: Pages, index: dict[str, Numbers]) -> Iterator[str]:
    """Write the words in order, by their first letters, and yield the first word of each file."""
    # the order of a browser is that of the units of UTF-16
    words = sorted(index, key=lambda word: word.encode("utf-16-be"))
    lines = (as_json([word, *steps(index[word])]) for word in words)
    done = 0
    for number, piece in enumerate(pieces(lines), 1):
        put(pages, f"words-{number:04d}", "[\n" + ",\n".join(piece) + "\n]")
        yield words[done]
        done += len(piece)


def steps(numbers: Iterable[int]) -> Iterator[int]:
    """Yield the first number, then how far each is from the one before: shorter than the numbers.

    >>> list(steps([1000, 1002, 1003]))
    [1000, 2, 1]
    """
    last = 0
    for number in numbers:
        yield number - last
        last = number
