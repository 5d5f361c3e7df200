"""The thresholds of `expectations.toml`, which a release as a whole is held to."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pandas as pd

FILE: Final = Path(__file__).with_name("expectations.toml")


@dataclass(frozen=True, slots=True)
class Share:
    """How large a part of some rows has a value, or one of some values, at least."""

    rule: str
    table: str
    column: str
    least: float
    enough: int
    """With fewer rows it is not judged."""
    reason: str
    words: tuple[str, ...] = ()
    where: tuple[str, str] | None = None
    """Column and value of the rows that count; none: all."""

    @property
    def told(self) -> str:
        """What it is the share of, in words.

        >>> Share("r", "meetings", "date_precision", 0.3, 8, "", ("day",), ("status", "held")).told
        'the share of rows that are day, of those with status held'
        """
        which = f"that are {' or '.join(self.words)}" if self.words else "with a value"
        return f"the share of rows {which}" + (
            f", of those with {' '.join(self.where)}" if self.where else ""
        )

    def rows_in(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        """The rows that count."""
        return frame if self.where is None else frame[frame[self.where[0]] == self.where[1]]

    def of(self, frame: "pd.DataFrame") -> float:
        """How large the part is, 0 where there are no rows."""
        column = self.rows_in(frame)[self.column]
        counted = column.dropna() if self.words else column
        kept = counted.isin(list(self.words)) if self.words else counted.notna()
        return float(kept.sum()) / len(counted) if len(counted) else 0.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many rows a table has for each row of another, at least and at most."""

    rule: str
    table: str
    per: str
    least: float
    most: float
    enough: int
    reason: str


@dataclass(frozen=True, slots=True)
class Collapse:
    """How much of an earlier release is left at least, and how far a share may fall."""

    rule: str
    rows: float
    shares: float
    reason: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Everything that is expected of a release."""

    shares: tuple[Share, ...]
    ratios: tuple[Ratio, ...]
    collapse: Collapse


@cache
def thresholds() -> Thresholds:
    """What the file says.

    >>> thresholds().shares[0].rule, thresholds().shares[0].least
    ('quotes-have-speakers', 0.8)
    """
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Thresholds(
        shares=tuple(share_of(each) for each in told["share"]),
        ratios=tuple(Ratio(enough=each.pop("from"), **each) for each in told["ratio"]),
        collapse=Collapse(**told["collapse"]),
    )


def share_of(told: dict[str, Any]) -> Share:
    """A share as the file tells it."""
    where = told.pop("where", None)
    return Share(
        enough=told.pop("from"),
        words=tuple(told.pop("is", ())),
        where=where and (where["column"], where["is"]),
        **told,
    )
