"""One key for the many ways in which a name is written: marks, hyphens, transliterations, initials."""

import re
import unicodedata
from functools import cache, lru_cache

from summitry.knowledge.tables import rows_of
from summitry.settings import REMEMBERED_WORDS

LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
    | {"ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ħ": "h"}
    | {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "´": "'", "‐": "-", "‑": "-"}
)
"""Letters that no decomposition turns into ASCII, and the many apostrophes and hyphens."""

SPELLINGS = tuple(
    (letters, re.compile(pattern), spelling)
    for letters, pattern, spelling in (
        ("ye", r"^ye", "e"),  # Yevgeny, Evgeny
        ("y", r"y", "i"),  # Sergey, Sergei; Tymoshenko, Timoshenko
        ("j", r"j$", "i"),  # Andrej, Andrei
        ("", r"([a-z])\1+", r"\1"),  # Mohammed, Mohamed; Zelenskyy, Zelensky
        ("ie", r"([aeo])ie", r"\1e"),  # Nazarbayev, Nazarbaev
        ("ou", r"ou", "u"),  # Youssef, Yusuf
        ("ks", r"ks", "x"),  # Aleksandr, Alexandr
        ("ander", r"ander$", "andr"),  # Alexander, Alexandr
        ("ic", r"ic$", "ich"),  # Milosevic, Milosevich
    )
)
"""What transliterations differ in, in order: (letters without which it is not tried, pattern, spelling)."""

ARABIC_ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
"""`Bashar al-Assad`, `Bashar el-Assad` and `Bashar Assad` are one name."""

PATRONYMIC = frozenset({"bin", "ibn", "bint"})
"""`Mahathir bin Mohamad` and `Mahathir Mohamad` are one name."""

WORD = re.compile(r"\w+")

SUFFIXES = frozenset({"jr", "sr"})
"""Words after a name that newspapers leave out."""


@lru_cache(REMEMBERED_WORDS)
def folded(text: str) -> str:
    """The text without diacritics and with plain apostrophes, hyphens and spaces.

    >>> folded("Côte d’Ivoire"), folded("Erdoğan"), folded("Lars Løkke")
    ("Cote d'Ivoire", 'Erdogan', 'Lars Lokke')
    """
    if not text.isascii():
        marked = unicodedata.normalize("NFD", text.translate(LETTERS))
        text = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return " ".join(text.replace("`", "'").split())


@cache
def given_name_groups() -> dict[str, str]:
    """Spelling keys of given names that are one name in several alphabets, each to the key of its group."""
    groups = {}
    for row in rows_of("name_variants"):
        spellings = [respelled(word) for word in row["spellings"].split("|")]
        groups.update(dict.fromkeys(spellings, spellings[0]))
    return groups


@cache
def respelled(word: str) -> str:
    """A lower-case word under the letter rules that transliterations follow.

    >>> respelled("sergey") == respelled("sergei"), respelled("zelenskyy") == respelled("zelensky")
    (True, True)
    """
    for letters, pattern, spelling in SPELLINGS:
        if letters in word:
            word = pattern.sub(spelling, word)
    return word


def parts_of(name: str) -> list[str]:
    """The lower-case words of a name, without articles, initials between names, Jr. and Sr.

    >>> parts_of("Donald J. Trump"), parts_of("Bashar al-Assad"), parts_of("J.D. Vance")
    (['donald', 'trump'], ['bashar', 'assad'], ['j', 'd', 'vance'])
    """
    plain = folded(name).lower().replace("'", "")
    words = [word for word in WORD.findall(plain) if word not in SUFFIXES]
    kept = [
        word
        for place, word in enumerate(words)
        if not (word in ARABIC_ARTICLES and place < len(words) - 1)
        and not (word in PATRONYMIC and 0 < place < len(words) - 1)
        and not (len(word) == 1 and 0 < place < len(words) - 1 and len(words[place - 1]) > 1)
    ]
    return kept or words


@lru_cache(REMEMBERED_WORDS)
def name_key(name: str) -> str:
    """What all spellings of a person's name have in common.

    >>> name_key("Volodymyr Zelenskyy") == name_key("Volodymyr Zelensky")
    True
    >>> name_key("Kim Jong-un") == name_key("KIM Jong Un")
    True
    """
    groups = given_name_groups()
    keys = (respelled(word) for word in parts_of(name))
    return " ".join(groups.get(key, key) for key in keys)
