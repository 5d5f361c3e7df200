"""Each article once and each id once, however many there are."""

import re
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.errors import UnusableOutput
from summitry.page import Dispatch
from summitry.read import doubles
from summitry.read.doubles import Find, without_doubles
from summitry.read.unfit import Unfit
from summitry.rows import Refusal

IDS = ["a", "A", "a ", "é", "e\u0301", "0", "a-0", "ß", "ss"]


def find(number, content, article_id):
    """What a file holds whose bytes are told by a number."""
    article = Dispatch(
        article_id, None, f"{content:064x}", date(2019, 5, 15), None, None, None, None, None, "en", 0, ()
    )
    return Find(f"{number}.jsonl", f"line {number}" if number % 2 else None, article)


def plainly(found):
    """The same with dicts: short, but as large as what is read."""
    contents, ids = {}, {}
    for one in found:
        source, place, article = one
        if first := contents.get(article.sha256):
            yield Refusal(source, place, f"a copy of {first}", "each article once")
        elif first := ids.get(article.article_id):
            taken = f"the id {article.article_id}, which {first} has"
            yield Refusal(source, place, taken, "an id of its own")
        else:
            contents[article.sha256] = ids[article.article_id] = str(one)
            yield article


@given(st.lists(st.tuples(st.integers(0, 5) | st.integers(2**255, 2**256 - 1), st.sampled_from(IDS))))
def test_law_the_first_of_each_stays(pairs):
    """A copy names the first of its bytes, a taken id the article that has it; a refusal takes nothing."""
    found = [find(number, *pair) for number, pair in enumerate(pairs)]
    assert list(without_doubles(found)) == list(plainly(found))


def test_what_is_no_article_takes_nothing():
    """A refusal is handed on."""
    unfit = Find("a.txt", "line 1", Unfit("date", "none", "one"))
    assert (
        list(map(str, without_doubles([unfit, unfit])))
        == ["a.txt: line 1, date: found none; expected one"] * 2
    )


def test_more_than_fits_into_memory(monkeypatch):
    """What is known beyond the memory's bounds is looked up on the disk."""
    small = re.sub("cache_size = -[0-9]+", "cache_size = 10", doubles.SET_UP)
    monkeypatch.setattr(doubles, "SET_UP", small)
    assert "cache_size = 10;" in small
    found = [find(number, hash_of(number % 3000), f"id-{number % 4000}") for number in range(8000)]
    assert list(without_doubles(found)) == list(plainly(found))


def hash_of(number):
    """A number far from those of its neighbours."""
    return number * 0x9E3779B97F4A7C15F39CC0605CEDC834 % 2**256


@pytest.fixture
def opened(monkeypatch):
    """The connections that were made, of which none may have more than four pages."""
    made = []

    def connect(*args, connect=sqlite3.connect, **options):
        made.append(connect(*args, **options))
        made[-1].execute("PRAGMA max_page_count = 4")
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    return made


def test_a_full_disk_is_told(opened):
    """One line says what is missing; what was yielded before it stays."""
    found = (find(number, hash_of(number), f"id-{number}") for number in range(1000))
    articles = without_doubles(found)
    assert next(articles).article_id == "id-0"
    line = "the folder for temporary files: found “database or disk is full”, as SQLite says; expected room"
    with pytest.raises(UnusableOutput, match=line) as raised:
        list(articles)
    assert "\n" not in str(raised.value)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_what_was_seen_is_gone_at_the_end(opened):
    """Also where reading stops half-way."""
    articles = without_doubles([find(1, 1, "a"), find(2, 2, "b")])
    next(articles)
    articles.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
