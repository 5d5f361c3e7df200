"""The quotes of one paragraph while they are being found."""

from dataclasses import dataclass

from summitry.extract.quotes.cues import Act
from summitry.extract.quotes.sheet import PAUSES, Sheet
from summitry.page import Span
from summitry.rows import QuoteKind


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One quote: its characters, who said it to whom, and the draft that it carries on."""

    sheet: Sheet
    start: int
    end: int
    act: Act | None = None
    speaker: Span | None = None
    addressee: Span | None = None
    continues: "Draft | None" = None
    is_turn: bool = False
    """Whether a label gives it to someone, as in a transcript, which does the work of the marks."""

    def meets(self, start: int, end: int) -> bool:
        """Whether the quote shares a character with a stretch."""
        return self.start < end and start < self.end

    @property
    def kind(self) -> QuoteKind:
        """Whether all words stand in marks, or some, or none."""
        if self.is_turn:
            return "direct"
        inside = outside = False
        at, text = self.start, self.sheet.leaf.text
        for region in self.sheet.regions:
            if self.meets(region.start, region.end):
                outside = outside or holds_word(text[at : region.start])
                inside = inside or holds_word(text[max(at, region.start) : min(region.end, self.end)])
                at = region.end
        outside = outside or holds_word(text[at : self.end])
        if inside:
            return "mixed" if outside else "direct"
        return "indirect"

    @property
    def cue(self) -> Span | None:
        """The words of the speech act."""
        if self.act is None:
            return None
        tokens = self.sheet.tokens
        return Span(self.sheet.leaf.index, tokens[self.act.verb].start, tokens[self.act.last - 1].end)


def holds_word(text: str) -> bool:
    """Whether a text has a letter or a digit."""
    return any(map(str.isalnum, text))


def characters(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """The characters of some tokens without final punctuation; between the marks if one region holds all."""
    while last > first + 1 and sheet.is_outside(last - 1) and sheet.lower(last - 1) in PAUSES | {"."}:
        last -= 1
    number = sheet.region_of[last - 1]
    if number is None:
        return sheet.tokens[first].start, sheet.tokens[last - 1].end
    region = sheet.regions[number]
    if sheet.region_of[first] == number:
        return region.first, region.last
    words = sheet.leaf.text[: region.last].rstrip(" ,.;:—–-”’'\"")
    end = sheet.tokens[last - 1].end if len(words) == region.last else max(len(words), region.first)
    return sheet.tokens[first].start, end
