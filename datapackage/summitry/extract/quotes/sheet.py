"""A paragraph as the quote finder reads it: words, regions in marks, and sentences that respect them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from summitry.extract.quotes.marks import Region, regions_of
from summitry.extract.words import word_lists
from summitry.page import Leaf, Token
from summitry.settings import ATTRIBUTION_WORDS, NICKNAME_WORDS, SMALL_WORD

ENDINGS = frozenset({".", "?", "!", "…", "...", "...."})
CLOSES = frozenset(".?!…)")
"""What a word outside marks ends in that may be the last of its sentence."""
DASHES = frozenset({"—", "–", "-", "--", "―"})
PAUSES = frozenset({",", ";", ":", *DASHES})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paragraph, ready to be searched for quotes."""

    leaf: Leaf
    tokens: tuple[Token, ...] = field(repr=False)
    """The words of the paragraph."""
    regions: tuple[Region, ...]
    region_of: tuple[int | None, ...] = field(repr=False)
    """For each token the number of the region that it stands in."""
    sentences: tuple[tuple[int, int], ...]
    """Sentences as (first token, token after the last); a region is never cut."""

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The sentence that a token stands in."""
        return next((first, last) for first, last in self.sentences if first <= index < last)

    def is_outside(self, index: int) -> bool:
        """Whether a token stands outside all quotation marks; true before the first and after the last."""
        return not 0 <= index < len(self.region_of) or self.region_of[index] is None

    def lower(self, index: int) -> str:
        """The token in lower case; nothing where there is none."""
        tokens = self.tokens
        return tokens[index].lower if 0 <= index < len(tokens) else ""

    def tag(self, index: int) -> str:
        """The Penn tag of a token; nothing where there is none."""
        tokens = self.tokens
        return tokens[index].tag if 0 <= index < len(tokens) else ""

    def pos(self, index: int) -> str:
        """The word class of a token; nothing where there is none."""
        tokens = self.tokens
        return tokens[index].pos if 0 <= index < len(tokens) else ""

    def is_pause(self, index: int) -> bool:
        """Whether a token outside marks is a comma, a dash or the like."""
        return self.is_outside(index) and self.lower(index) in PAUSES and self.tag(index) != "HYPH"

    def is_word(self, index: int) -> bool:
        """Whether a token holds a letter or a digit."""
        return any(map(str.isalnum, self.lower(index)))

    def children(self, index: int, *deps: str) -> list[int]:
        """The dependents of a token with one of the labels."""
        children = self.leaf.children[index]
        return [child for child in children if self.tokens[child].dep in deps] if children else []

    def tokens_of(self, number: int) -> tuple[int, int]:
        """The tokens of a region, marks included: first, and the one after the last."""
        first = self.region_of.index(number)
        last = first
        while last < len(self.region_of) and self.region_of[last] == number:
            last += 1
        return first, last

    def words_of(self, number: int) -> str:
        """What stands between the marks of a region."""
        region = self.regions[number]
        return self.leaf.text[region.first : region.last]

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among some tokens."""
        return any(self.tag(at) in FINITE for at in range(first, last))


def sheet_of(leaf: Leaf) -> Sheet:
    """The paragraph with its regions and sentences."""
    every = [region if region.closed else mended(leaf, region) for region in regions_of(leaf.text)]
    regions = tuple(
        region for region in every if not is_nickname(leaf, region) and covers_token(leaf, region)
    )
    region_of = tuple(region_number(token, regions) for token in leaf.tokens) if regions else nowhere(leaf)
    bounds = [0, *boundaries(leaf, regions, region_of), len(leaf.tokens)]
    sentences = tuple((first, last) for first, last in pairwise(bounds) if first < last)
    return Sheet(leaf, leaf.tokens, regions, region_of, sentences)


def mended(leaf: Leaf, region: Region) -> Region:
    """A region that is never closed, cut where its last words tell who spoke: `“We agreed, said Lee`."""
    tokens = [token for token in leaf.tokens if region.first <= token.start < region.last]
    for number, token in reversed(list(enumerate(tokens))):
        rest = [word for word in tokens[number + 1 :] if word.text not in ENDINGS]
        if token.text == "," and 1 < len(rest) < ATTRIBUTION_WORDS + 1 and says_who(rest):
            return region._replace(end=token.end, last=token.end)
    return region


def says_who(rest: list[Token]) -> bool:
    """Whether some words are a subject and a verb of speech, in either order, and little else."""
    verbs = [at for at, word in enumerate(rest) if word.tag in FINITE]
    if len(verbs) != 1 or rest[verbs[0]].lemma.lower() not in word_lists("reporting_verbs", "asking_verbs"):
        return False
    subject = rest[: verbs[0]] or rest[1:]
    return all(word.pos in NOMINAL | {"DET", "ADJ"} for word in subject[:2])


def covers_token(leaf: Leaf, region: Region) -> bool:
    """Whether a token begins in the region."""
    return any(region.start <= token.start < region.end for token in leaf.tokens)


def is_nickname(leaf: Leaf, region: Region) -> bool:
    """Whether a region is the nickname within a name: `Anna “Ace” Lund`."""
    words = leaf.text[region.first : region.last].split()
    before = [token for token in leaf.tokens if token.end <= region.start][-1:]
    after = [token for token in leaf.tokens if token.start >= region.end][:1]
    return (
        len(words) <= NICKNAME_WORDS
        and bool(before and after)
        and all(token.pos in {"PROPN", "NOUN"} and token.text[0].isupper() for token in [*before, *after])
        and all(word[0].isupper() and word[-1].isalnum() for word in words)
    )


def nowhere(leaf: Leaf) -> tuple[None, ...]:
    """For each token of a paragraph without marks that it stands in no region."""
    return (None,) * len(leaf.tokens)


def region_number(token: Token, regions: tuple[Region, ...]) -> int | None:
    """The number of the region that a token stands in."""
    for number, region in enumerate(regions):
        if region.start <= token.start < region.end:
            return number
    return None


def boundaries(leaf: Leaf, regions: tuple[Region, ...], region_of: tuple[int | None, ...]) -> Iterator[int]:
    """The tokens that begin a new sentence, the first one left out."""
    for index, last in enumerate(leaf.tokens[:-1], start=1):
        inside, before = region_of[index], region_of[index - 1]
        if before is None and last.text[-1] not in CLOSES:
            continue
        if inside is not None and inside == before:
            continue
        if inside is None and not begins(leaf.tokens[index]):
            continue
        if (
            ended_in_marks(leaf, regions, region_of, index)
            if before is not None
            else ended(leaf, index, inside)
        ):
            yield index


def begins(token: Token) -> bool:
    """Whether a token can begin a sentence."""
    first = token.text[0]
    return first.isupper() or first.isdigit() or first in "([$£€@#"


def ended(leaf: Leaf, index: int, inside: int | None) -> bool:
    """Whether the sentence is over before a token, the last word being outside marks."""
    last = leaf.tokens[index - 1]
    if last.text in ENDINGS:
        return True
    if last.text == ")":
        return index > 1 and leaf.tokens[index - 2].text in ENDINGS
    # “… in the U.S. He left.”: the stop belongs to the abbreviation
    split = leaf.tokens[index].sentence != last.sentence and leaf.tokens[index].pos != "PROPN"
    return last.text.endswith(".") and split and inside is None


def ended_in_marks(
    leaf: Leaf, regions: tuple[Region, ...], region_of: tuple[int | None, ...], index: int
) -> bool:
    """Whether the sentence is over before a token, the last word being inside marks."""
    region = regions[region_of[index - 1] or 0]
    inner = leaf.text[region.first : region.last].rstrip("”’\"' )")
    if region.closed and not inner.endswith((".", "?", "!", "…")):
        return False
    return region_of[index] is not None or inner.endswith(".") or not attributes(leaf, region_of, index)


def attributes(leaf: Leaf, region_of: tuple[int | None, ...], index: int) -> bool:
    """Whether the words after a question or a call only tell who spoke: `“Why?” Ann Lee asked`."""
    for at in range(index, len(leaf.tokens)):
        token = leaf.tokens[at]
        if region_of[at] is not None or token.text in ENDINGS:
            return False
        if token.tag in FINITE:
            return is_attribution(leaf, index, at)
    return False


def is_attribution(leaf: Leaf, index: int, verb: int) -> bool:
    """Whether a verb after a region, the first one, has no words of its own to report."""
    lemma = leaf.tokens[verb].lemma.lower()
    if lemma not in word_lists("reporting_verbs", "quoting_verbs"):
        return False
    if verb + 1 == len(leaf.tokens):
        return True
    after = leaf.tokens[verb + 1]
    if verb == index:
        return after.pos in NOMINAL | {"DET", "ADJ"}
    return after.text in ENDINGS | PAUSES or (
        after.tag in {"IN", "RB", "VBG", "TO", "NNP"} and after.lower != "that"
    )


def is_heading(words: str) -> bool:
    """Whether all but small words are capitalised, as in a headline.

    >>> is_heading("A Day in Oslo"), is_heading("We will go to Oslo.")
    (True, False)
    """
    longer = [word for word in words.split() if len(word.strip(".,?!’'")) > SMALL_WORD]
    if len(longer) > 1:
        return not any(word[0].islower() for word in longer)
    short = words.split()
    return (
        len(short) > 1
        and short[0][0].isupper()
        and short[-1][0].isupper()
        and words.rstrip(",")[-1].isalnum()
    )
