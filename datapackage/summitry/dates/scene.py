"""What a reader knows at a place of an article: its day, and the times told before."""

from dataclasses import dataclass, field
from datetime import date

from summitry.dates.almanac import bounds_of, quarter_after, quarter_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.tense import tense_at

FIGURES = frozenset({"P6M", "P9M"})
"""After the figures of a half-year “a year earlier” is no quarter any more."""


@dataclass(slots=True)
class Scene:
    """The day of the article, and the last times that it has named."""

    today: date | None
    day: date | None = None
    """The last day named."""
    quarter: str | None = None
    """The last quarter named."""
    year: int | None = None
    last: str | None = field(default=None)
    """The last time named, of any length."""

    def note(self, reading: Reading) -> None:
        """Remember a time for those that lean on it."""
        if reading.value in FIGURES:
            self.quarter = None
        if reading.type not in {"DATE", "TIME"}:
            return
        bounds = reading.bounds or bounds_of(reading.value)
        if bounds.first is None:
            return
        self.last = reading.value
        self.year = bounds.first.year
        if bounds.precision == "day":
            self.day = bounds.first
        if "-Q" in reading.value and not reading.passing:
            self.quarter = reading.value

    @property
    def last_quarter(self) -> str:
        """The last whole quarter before the day of the article."""
        return "{:04}-Q{}".format(*quarter_after(*quarter_of(self.today), -1)) if self.today else "XXXX-QX"

    @property
    def told_quarter(self) -> str | None:
        """The quarter named last, if it is over."""
        return self.quarter if self.quarter and self.quarter <= self.last_quarter else None

    @property
    def base(self) -> date | None:
        """The first day of the time named last, else the day of the article."""
        return (bounds_of(self.last).first if self.last else None) or self.today

    def tense(self, hit: Hit) -> int:
        """-1 in the past, 1 in the future, 0 where the words do not say."""
        return tense_at(hit.tape, hit.first, hit.last)
