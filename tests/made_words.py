"""Invented words and names in many scripts, for packages made at random."""

from dataclasses import dataclass
from random import Random
from unicodedata import normalize

SYLLABLES = """
ba de fo ke li ma no os pe ri so ta ve wi
bø dår fæl gård høj kjær lør må næs rød sø år ðe þór
čer dvo řeh šim žel ňa ľub ław mę dź őr űz
şen çel göz ülk ığ nguyễ trầ phạ đứ ớ
αθη μεν ρος ών ύλη
бор вла дми ёжи ьев їва
שלו מכת תלא
سلا مكة أمي
दि ल्ली नाम
北 京 会 谈 東
서 울 한 겨
m̃e q̌a x̄o ņ̃u
𝔸𝔟 𐍈𐌰 𠮷
"""
PLAIN, *FOREIGN = [line.split() for line in SYLLABLES.split("\n") if line]
"""Of several tongues. The last but one has letters without a composed form, the last some beyond 16 bits."""

ODD = [
    "1984", "007", "1e5", "0x1F", "12:30", "1/2", "3.14", "1,000", "50%", "$5", "№7", "½", "²", "2019-05-16",
    "Null", "Nan", "nil", "True", "FALSE", "Inf", "NAN", "N.A.", "AT&T", "&amp;", "<b>", "{}", "[1]", "a,b",
    "C++", "x=y", "a-b", "@home", "#1", "-5", "+1", "*", "\\n", "\\", ";", "|", "O’Neil", "O'Neil", "d’État",
    '"so-called"', '""', "''", "‘old’", "«vieux»", "„alt“", "(sic)", "—", "…", "🙂", "🇳🇴", "👍🏽", "❤️",
]  # fmt: skip
"""Words that something on the way could take for something else. No text begins with one of them."""

MARKS = [*["“”"] * 6, *['""'] * 3, "‘’", "''", "«»", "„“"]


@dataclass(frozen=True)
class Lexicon:
    """The words of one package."""

    plain: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]

    def text(self, rng, count):
        """As many words, the first a plain one."""
        return " ".join([rng.choice(self.plain), *rng.choices(self.words, k=count - 1)])

    def name(self, rng, count):
        """A name of as many words."""
        return " ".join(rng.choices(self.names, k=count))


def lexicon(rng: Random, foreign: float, odd: float) -> Lexicon:
    """Some hundred words, of which these shares are foreign and odd."""
    plain = [word(rng, PLAIN) for _ in range(120)]
    others = [word(rng, rng.choice(FOREIGN)) for _ in range(40)]
    shares = [1 - foreign - odd, foreign, odd]
    words = [rng.choice(kind) for kind in rng.choices([plain, others, ODD], shares, k=400)]
    names = [rng.choice(kind) for kind in rng.choices([plain, others], [1 - foreign, foreign], k=200)]
    # a name can have a comma, marks and more words than two
    names += ["Jr., Esq.,", "“the Ace”", '"Ace"', "O’Dor", "al-Bel", "Null", "True"] if odd else []
    return Lexicon(tuple(plain), tuple(words), tuple(map(capital, names)))


def word(rng: Random, syllables: list[str]) -> str:
    """A word of these syllables, composed."""
    return normalize("NFC", "".join(rng.choices(syllables, k=rng.randint(1, 4))))


def capital(text: str) -> str:
    """The text with its first letter as names have it."""
    return normalize("NFC", text[0].upper() + text[1:])
