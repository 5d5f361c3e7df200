"""The language of an article: English is known by its small words, any other by a detector."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from summitry.read.known import words
from summitry.settings import (
    ENGLISH,
    ENGLISH_SHARE,
    LANGUAGE_CHARACTERS,
    LANGUAGE_WORDS,
    LEAST_LANGUAGE_WORDS,
    MAYBE_ENGLISH,
)

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


def language_of(paragraphs: Iterable[str]) -> str:
    """The language of an article as a code of two letters; English where nothing else is sure.

    >>> language_of(["The ministers met in Oslo on Tuesday, and said that the work would begin in June."])
    'en'
    >>> language_of(["Der norwegische Minister traf am Dienstag in Oslo seine dänische Kollegin. Er sagte, "
    ...              "dass die Arbeit an der Bahn im Juni beginnen werde."])
    'de'
    """
    texts = list(paragraphs)
    found = [word.strip(".,;:!?“”\"'’‘()") for word in islice(words_of(texts), LANGUAGE_WORDS)]
    text = " ".join(texts)[:LANGUAGE_CHARACTERS]
    # names have no language
    if sum(word[:1].islower() for word in found) < LEAST_LANGUAGE_WORDS and is_latin(text):
        return ENGLISH
    # the detector takes a second to load: what is English by its small words never asks it
    if sum(word.casefold() in words("english") for word in found) >= ENGLISH_SHARE * len(found):
        return ENGLISH
    sure = dict(identifier().rank(text))
    return ENGLISH if sure[ENGLISH] > MAYBE_ENGLISH else max(sure, key=lambda code: (sure[code], code))


def is_latin(text: str) -> bool:
    """Whether a text is written with the letters of English, at least for the most part.

    >>> is_latin("Śródmieście"), is_latin("総理大臣")
    (True, False)
    """
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isascii() for char in letters) >= len(letters)


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of some texts."""
    return (word for text in texts for word in text.split())


@cache
def identifier() -> "LanguageIdentifier":
    """The detector, for the languages that have a code of two letters (ISO 639-1)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # a second to load

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages([code for code in found.labels if len(code) == len(ENGLISH)])
    return found
