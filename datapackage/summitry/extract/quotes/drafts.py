"""The quotes of one paragraph while they are being found."""

from dataclasses import dataclass

from summitry.extract.quotes.cues import Act
from summitry.extract.quotes.sheet import PAUSES, Sheet
from summitry.page import Span
from summitry.rows import QuoteKind


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One quote: its characters, who said it, and the draft that it carries on."""

    sheet: Sheet
    start: int
    end: int
    act: Act | None
    speaker: Span | None
    addressee: Span | None = None
    continues: "Draft | None" = None

    def meets(self, start: int, end: int) -> bool:
        """Whether the quote shares a character with a stretch."""
        return self.start < end and start < self.end

    @property
    def kind(self) -> QuoteKind:
        """Whether all words stand in marks, or some, or none."""
        within = {
            any(region.start <= at < region.end for region in self.sheet.regions)
            for at in range(self.start, self.end)
            if self.sheet.leaf.text[at].isalnum()
        }
        return "mixed" if len(within) > 1 else "direct" if True in within else "indirect"


def characters(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """The characters of some tokens; those between the marks if one region holds them all."""
    while last > first + 1 and sheet.is_outside(last - 1) and sheet.lower(last - 1) in PAUSES | {"."}:
        last -= 1
    number = sheet.region_of[first]
    if number is not None and sheet.region_of[last - 1] == number:
        region = sheet.regions[number]
        return region.first, region.last
    end = sheet.tokens[last - 1].end
    within = sheet.region_of[last - 1]
    if within is not None:
        words = sheet.leaf.text[: sheet.regions[within].last].rstrip(" ,.;:—–-”’'\"")
        if len(words) < sheet.regions[within].last:
            end = len(words)
    return sheet.tokens[first].start, end
