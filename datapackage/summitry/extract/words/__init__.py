"""Words are data: one list a file, a word or phrase a line, `#` before a comment."""

from functools import cache
from importlib.resources import files


def lines_of(name: str) -> list[str]:
    """The entries of a list, in the order of its file, without comments and blank lines."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list.

    >>> "said" in word_list("reporting_verbs") or "say" in word_list("reporting_verbs")
    True
    """
    return frozenset(lines_of(name))


@cache
def word_lists(*names: str) -> frozenset[str]:
    """The words of several lists together.

    >>> word_lists("kin_nouns", "honorifics") == word_list("kin_nouns") | word_list("honorifics")
    True
    """
    return frozenset().union(*map(word_list, names))


@cache
def word_map(name: str) -> dict[str, str]:
    """The words of a list whose lines read `word: what it stands for`.

    >>> word_map("meeting_verbs")["visit"]
    'visit'
    """
    return {
        word.strip(): meaning.strip() for word, _, meaning in (line.partition(":") for line in lines_of(name))
    }
