"""What the checks of a package have found: problems, counted and listed. Imports nothing slow."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from summitry.bounds import MAX_SHOWN_PROBLEMS, MAX_SHOWN_VALUE

if TYPE_CHECKING:
    import polars as pl

Severity = Literal["error", "warning"]


class Problem(NamedTuple):
    """One broken promise: where it is, what stands there, and what to do."""

    table: str
    """The table, or the file if it is no table."""
    line: int | None
    """Line in the file, the header being 1."""
    column: str | None
    value: str | None
    """The cell as it stands in the file."""
    rule: str
    remedy: str
    """What to do about it."""
    fault: str
    """What is wrong with the value."""
    severity: Severity = "error"

    def __str__(self) -> str:
        """One line that a person can act on.

        >>> fault = "is not one of direct, mixed, indirect"
        >>> print(Problem("quotes", 18, "kind", "shouted", "enum", "write one of them", fault))
        quotes.csv:18:kind 'shouted' is not one of direct, mixed, indirect
        """
        file = self.table if "." in self.table else f"{self.table}.csv"
        place = ":".join(str(part) for part in (file, self.line, self.column) if part is not None)
        return " ".join(part for part in (place, shown(self.value), self.fault) if part)

    def with_remedy(self) -> str:
        """The same line, and what to do.

        >>> Problem("quotes", 18, "kind", None, "required", "fill the cell", "is empty").with_remedy()
        'quotes.csv:18:kind is empty; fill the cell'
        """
        return f"{str(self).removesuffix('.')}; {self.remedy}"


class Place(NamedTuple):
    """Where a promise is broken, and what stands there."""

    line: int | None = None
    value: str | None = None
    detail: str = ""
    """Continues the fault where it differs from row to row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One promise broken in one column of one table, in one place or a million."""

    table: str
    column: str | None
    rule: str
    fault: str
    remedy: str
    severity: Severity = "error"
    places: "Sequence[Place] | pl.DataFrame" = (Place(),)
    """By line; a frame holds the columns of `Place`, of which `detail` can be left out."""

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Problem]:
        """Each place as a problem, by line."""
        rows = self.places if isinstance(self.places, Sequence) else self.places.iter_rows()
        for row in rows:
            line, value, detail = Place(*row)
            yield Problem(
                self.table,
                line,
                self.column,
                value,
                self.rule,
                self.remedy,
                f"{self.fault}{detail}",
                self.severity,
            )


class Skipped(NamedTuple):
    """A check that could not be made, and why."""

    check: str
    table: str
    reason: str

    def __str__(self) -> str:
        """One line.

        >>> print(Skipped("foreign-key", "speakers", "quotes could not be read"))
        speakers: foreign-key was not checked: quotes could not be read
        """
        return f"{self.table}: {self.check} was not checked: {self.reason}"


@dataclass(frozen=True)
class Findings:
    """What the checks have found: counts by rule, the first problems, and all of them on iteration."""

    path: Path | str
    """The descriptor, or the zip or the address that holds it."""
    findings: tuple[Finding, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows each table has, as far as they could be read."""
    skipped: tuple[Skipped, ...] = ()
    limit: int = MAX_SHOWN_PROBLEMS
    files: Mapping[str, str] = field(default_factory=dict)
    """Where the file of each resource lies, seen from the descriptor; empty if it lies in no folder."""
    checked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that each table, and the descriptor, was held to."""

    @property
    def place(self) -> str:
        """What was checked, with `/` between its parts."""
        return self.path if isinstance(self.path, str) else self.path.as_posix()

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many problems each broken rule has, warnings included, the most frequent first."""
        totals: dict[str, int] = {}
        for finding in self.findings:
            totals[finding.rule] = totals.get(finding.rule, 0) + len(finding)
        return dict(sorted(totals.items(), key=lambda total: (-total[1], total[0])))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The first problems, at most `limit`."""
        return tuple(islice(self, self.limit))

    @property
    def errors(self) -> int:
        """How many problems a package must not have."""
        return sum(len(finding) for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> int:
        """How many problems stand in text copied from articles, which may hold them."""
        return len(self) - self.errors

    @property
    def exit_code(self) -> int:
        """0 if there is no error, else 1."""
        return int(not self.valid)

    def __len__(self) -> int:
        return sum(len(finding) for finding in self.findings)

    @property
    def valid(self) -> bool:
        """Whether the package keeps its promises; warnings break none."""
        return self.errors == 0

    def __iter__(self) -> Iterator[Problem]:
        """Every problem: errors before warnings, then file by file in the order of the checks, by line."""
        files = dict.fromkeys(finding.table for finding in self.findings)
        for severity in ("error", "warning"):
            for file in files:
                groups = [
                    finding
                    for finding in self.findings
                    if (finding.table, finding.severity) == (file, severity)
                ]
                yield from heapq.merge(*groups, key=lambda problem: problem.line or 0)

    def summary(self) -> str:
        """One line that says how it went.

        >>> Findings(Path("datapackage.json"), rows={"quotes": 17}).summary()
        'datapackage.json: 17 rows in 1 table, no problem'
        """
        size = f"{counted(sum(self.rows.values()), 'row')} in {counted(len(self.rows), 'table')}"
        if not self.findings:
            return f"{self.place}: {size}, no problem"
        hidden = len(self) - min(len(self), self.limit)
        rest = f" ({hidden} not shown)" if hidden else ""
        found = f"{counted(self.errors, 'error')}, {counted(self.warnings, 'warning')}"
        return f"{self.place}: {size}, {found}{rest}"


def gathered(told: Iterable[Finding | Skipped]) -> list[Finding | Skipped]:
    """The same, with what was found of one promise piece by piece as one finding, by line."""
    import polars as pl  # noqa: PLC0415  # the checks have it by now

    kept: dict[object, list[Finding]] = {}
    others: list[Skipped] = []
    for place, each in enumerate(told):
        if isinstance(each, Skipped):
            others.append(each)
        else:
            one = replace(each, places=()) if isinstance(each.places, pl.DataFrame) else place
            kept.setdefault(one, []).append(each)
    return [*(found[0] if len(found) == 1 else together(found) for found in kept.values()), *others]


def together(findings: Sequence[Finding]) -> Finding:
    """Findings of one promise, each with a frame of places, as one."""
    import polars as pl  # noqa: PLC0415  # the same

    frames = [each.places for each in findings if isinstance(each.places, pl.DataFrame)]
    return replace(findings[0], places=pl.concat(frames).sort(frames[0].columns[0]))


def without(made: Mapping[str, tuple[str, ...]], skipped: Collection[Skipped]) -> dict[str, tuple[str, ...]]:
    """The rules that were looked at, less those that were not."""
    left_out = set(names_of(skipped))
    return {
        table: tuple(rule for rule in rules if (table, rule) not in left_out) for table, rules in made.items()
    }


def names_of(skipped: Collection[Skipped]) -> Iterator[tuple[str, str]]:
    """Table and rule of each check that was not made; of several keys, one is enough."""
    for each in skipped:
        yield each.table, each.check.split(" of ")[0]


def shown(value: str | None) -> str:
    r"""A value as a message shows it: quoted, on one line, not too long.

    >>> shown("two\nlines")
    "'two\\nlines'"
    """
    if value is None:
        return ""
    return repr(shortened(value))


def shortened(value: str) -> str:
    """As much of a value as a message shows."""
    return value if len(value) <= MAX_SHOWN_VALUE else f"{value[:MAX_SHOWN_VALUE]}…"


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    r"""A text on one line, with an escape for every character that nobody sees.

    >>> visible("two\nlines, a\u202ebend")
    'two\\nlines, a\\u202ebend'
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text
    )
