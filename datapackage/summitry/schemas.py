"""The tables as schemas for those who hold frames: `schemas.quotes.validate(frame)`.

    >>> import polars as pl
    >>> from summitry import schemas
    >>> row = {"quote_id": "q-1", "entity_id": "ann-lee", "mention_id": None, "confidence": 0.9}
    >>> frame = pl.DataFrame([row | {"reviewed": False}])
    >>> schemas.speakers.validate(frame).height
    1

A frame of pandas can be one that `summitry.load` or a bare `read_csv` gives, one of polars a bare `read_csv`
too: values count, and not how they are stored. Frames of a package without the words of the articles are
checked with `text="none"`. What one frame cannot tell, such as whether a key leads anywhere,
`summitry.validate` tells of a whole package.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

from summitry.editions import Edition, Text
from summitry.errors import InvalidTables
from summitry.schema import Table, table_schema
from summitry.validate import Problem

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Frame = TypeVar("Frame", "pd.DataFrame", "pl.DataFrame")


@dataclass(frozen=True, slots=True)
class FrameSchema:
    """What a frame of one table must hold, as `schemas/` says."""

    name: str

    @property
    def table(self) -> Table:
        """The Table Schema that all of it is derived from.

        >>> quotes.table.primary_key
        ('quote_id',)
        """
        return table_schema(self.name)

    def problems(self, frame: "pd.DataFrame | pl.DataFrame", *, text: Text = "all") -> Iterator[Problem]:
        """Yield what is wrong with a frame: columns, types, constraints and keys of its own.

        The line of a problem is the one that its row has in a file of these rows: the first row has line 2.
        """
        from summitry.validate.held import held_to  # noqa: PLC0415  # pandera and polars take a second

        return held_to(self.table_with(text), frame)

    def table_with(self, text: Text) -> Table:
        """The Table Schema of a package with all words of the articles, or without.

        >>> paragraphs.table_with("none").field("text").required
        False
        """
        if text not in get_args(Text):
            raise ValueError(f"found text {text!r}; expected one of {', '.join(get_args(Text))}")
        return Edition(text=text).tables[self.name]

    def validate(self, frame: Frame, *, text: Text = "all") -> Frame:
        """The frame itself, if nothing is wrong with it; else `InvalidTables`, whose `problems` tell all."""
        problems: tuple[Any, ...] = tuple(self.problems(frame, text=text))
        if problems:
            others = f", and {len(problems) - 1:,} more" if len(problems) > 1 else ""
            raise InvalidTables(f"{problems[0]}{others}", problems)
        return frame

    def expectation_suite(self, *, text: Text = "all") -> Any:  # noqa: ANN401  # the library has no types
        """The same for frames as `summitry.load` gives them, as a suite of Great Expectations."""
        from summitry.validate.suite import expectation_suite  # noqa: PLC0415  # an extra, and four seconds

        return expectation_suite(self.table_with(text))


articles: Final = FrameSchema("articles")
paragraphs: Final = FrameSchema("paragraphs")
entities: Final = FrameSchema("entities")
mentions: Final = FrameSchema("mentions")
quotes: Final = FrameSchema("quotes")
speakers: Final = FrameSchema("speakers")
meetings: Final = FrameSchema("meetings")
participants: Final = FrameSchema("participants")
reports: Final = FrameSchema("reports")
evidence: Final = FrameSchema("evidence")
