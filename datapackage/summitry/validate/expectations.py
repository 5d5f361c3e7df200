"""What is expected of a release as a whole, by Great Expectations: a suite a table, one checkpoint for all.

The library is an extra and takes seconds to import: only here, and only when it is asked for.
"""

import logging
import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from summitry.editions import Edition
from summitry.errors import MissingLibrary
from summitry.schema import TABLES
from summitry.validate.bundle import descriptor_path, read_bundle
from summitry.validate.contract import with_edition
from summitry.validate.findings import Finding, Place, Skipped
from summitry.validate.promises import LEFT_OUT
from summitry.validate.report import Report
from summitry.validate.thresholds import Ratio, Share, thresholds

if TYPE_CHECKING:
    import pandas as pd

Expectation: TypeAlias = Any
"""An expectation of the library, which has no types of its own."""

READ: Final[dict[str, Any]] = {"keep_default_na": False, "na_values": "", "encoding": "utf-8"}
"""How pandas reads our cells as text: an empty one is none, and `NA` is a word."""


@dataclass(frozen=True, slots=True)
class Release:
    """The tables of a package that can be read, as text."""

    files: Mapping[str, Path]
    frames: Mapping[str, "pd.DataFrame"]
    edition: Edition

    def leaves_out(self, share: Share) -> bool:
        """Whether the cells of a share are words of articles that the package leaves out."""
        tables = self.edition.tables
        left_out = self.edition.text == "none" and share.table in tables
        return left_out and tables[share.table].field(share.column).words is not None

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return len(self.frames[table])


class Expected(NamedTuple):
    """One expectation, and how to tell that it was not met."""

    finding: Finding
    expectation: Expectation
    per: int = 0
    """Rows of the other table, where rows are counted for each of them."""


def with_expectations(report: Report, path: Path, against: Path | None = None) -> Report:
    """The report, with what is not as expected of the release as a whole, and next to the last one."""
    with quiet():
        release, last = read_release(path), read_release(against) if against else None
        judged = [*expected(release), *(expected_next_to(release, last) if last else ())]
        expectations = [each for each in judged if isinstance(each, Expected)]
        outcomes = list(unmet(release, expectations))
    skipped = [each for each in (*judged, *outcomes) if isinstance(each, Skipped)]
    checked = dict(report.checked)
    for finding, *_ in expectations:
        checked[finding.table] = tuple(dict.fromkeys((*checked.get(finding.table, ()), finding.rule)))
    return replace(
        report,
        findings=(*report.findings, *(each for each in outcomes if isinstance(each, Finding))),
        skipped=(*report.skipped, *skipped),
        checked=checked,
    )


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what the library says of itself, its dependencies and its progress from the terminal."""
    logger = logging.getLogger("great_expectations")
    before = logger.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logger.setLevel(logging.ERROR)
        try:
            import great_expectations  # noqa: F401, PLC0415  # four seconds
        except ImportError as error:
            raise MissingLibrary(
                "great_expectations: found no such library; expected the extra `expectations` of summitry"
            ) from error
        try:
            yield
        finally:
            logger.setLevel(before)


def read_release(path: Path) -> Release:
    """The tables of a package, those that cannot be read left out: other checks tell why."""
    import pandas as pd  # noqa: PLC0415  # most of a second

    bundle = with_edition(read_bundle(descriptor_path(path))[0])
    files, frames = {}, {}
    for resource in bundle.resources:
        if resource.name not in bundle.edition.tables or resource.path is None:
            continue
        try:
            frame = pd.read_csv(resource.path, dtype="string", **READ)
        except (OSError, ValueError):
            continue
        if set(bundle.edition.tables[resource.name].field_names) <= set(frame.columns):
            files[resource.name], frames[resource.name] = resource.path, frame
    return Release(files, frames, bundle.edition)


def expected(release: Release) -> Iterator[Expected | Skipped]:
    """Yield what every release is expected to be like."""
    for share in thresholds().shares:
        if share.table not in release.frames:
            yield Skipped(share.rule, share.table, "it could not be read")
        elif release.leaves_out(share):
            yield Skipped(share.rule, share.table, LEFT_OUT)
        elif (rows := len(share.rows_in(release.frames[share.table]))) < share.enough:
            yield too_few(share, f"{rows} rows")
        else:
            yield expected_share(share, share.least)
    for ratio in thresholds().ratios:
        if not {ratio.table, ratio.per} <= release.frames.keys():
            yield Skipped(ratio.rule, ratio.table, f"it or {ratio.per} could not be read")
        elif (rows := release.rows(ratio.per)) < ratio.enough:
            yield too_few(ratio, f"{rows} {ratio.per}")
        else:
            yield expected_ratio(ratio, rows)


def too_few(each: Share | Ratio, found: str) -> Skipped:
    """What is said where a release is too small to be judged."""
    return Skipped(each.rule, each.table, f"{found} tell nothing of a release; judged from {each.enough} on")


def expected_share(share: Share, least: float, rule: str = "", reason: str = "") -> Expected:
    """That a share is not below a number."""
    from great_expectations import expectations as ge  # noqa: PLC0415  # four seconds
    from great_expectations.expectations.row_conditions import Column  # noqa: PLC0415  # the same

    limits: dict[str, Any] = {"column": share.column, "mostly": least}
    if share.where:
        limits["row_condition"] = Column(share.where[0]) == share.where[1]
    expectation = (
        ge.ExpectColumnValuesToBeInSet(value_set=list(share.words), **limits)
        if share.words
        else ge.ExpectColumnValuesToNotBeNull(**limits)
    )
    fault = f"is {share.told}; expected at least {least:.2f}"
    remedy = remedy_of(reason or share.reason)
    return Expected(Finding(share.table, share.column, rule or share.rule, fault, remedy), expectation)


def expected_ratio(ratio: Ratio, rows: int) -> Expected:
    """That a table has so many rows for each of another."""
    from great_expectations import expectations as ge  # noqa: PLC0415  # the same

    least, most = math.ceil(ratio.least * rows), math.floor(ratio.most * rows)
    fault = f"is the number of rows for each of {ratio.per}; expected {ratio.least:g} to {ratio.most:g}"
    finding = Finding(ratio.table, None, ratio.rule, fault, remedy_of(ratio.reason))
    return Expected(finding, ge.ExpectTableRowCountToBeBetween(min_value=least, max_value=most), rows)


def expected_next_to(release: Release, last: Release) -> Iterator[Expected | Skipped]:
    """Yield what is expected next to an earlier release: that nothing collapses."""
    from great_expectations import expectations as ge  # noqa: PLC0415  # the same

    collapse = thresholds().collapse
    for table in TABLES:
        if table not in release.frames or table not in last.frames:
            yield Skipped(collapse.rule, table, "it could not be read in both releases")
            continue
        least = math.ceil(collapse.rows * last.rows(table))
        fault = (
            f"is the number of rows; expected at least {least}, the last release having {last.rows(table)}"
        )
        finding = Finding(table, None, collapse.rule, fault, remedy_of(collapse.reason))
        yield Expected(finding, ge.ExpectTableRowCountToBeBetween(min_value=least))
    for share in thresholds().shares:
        frames = [each.frames.get(share.table) for each in (release, last)]
        if release.leaves_out(share) or last.leaves_out(share):
            yield Skipped(f"{collapse.rule} of {share.column}", share.table, LEFT_OUT)
        elif all(frame is not None and len(share.rows_in(frame)) >= share.enough for frame in frames):
            before = share.of(last.frames[share.table])
            reason = f"the last release had {before:.2f}; {collapse.reason}"
            least_share = round(max(0.0, before - collapse.shares), 4)
            yield expected_share(share, least_share, collapse.rule, reason)


def remedy_of(reason: str) -> str:
    """What to do where an expectation is not met."""
    return f"see what changed in the articles or in the program: {reason}"


def unmet(release: Release, expectations: list[Expected]) -> Iterator[Finding | Skipped]:
    """Yield a finding an expectation that a release does not meet, as a checkpoint tells."""
    for result in results_of(release, expectations):
        one = expectations[result.expectation_config.meta["number"]]
        if result.exception_info.get("raised_exception"):
            reason = str(result.exception_info["exception_message"])
            yield Skipped(one.finding.rule, one.finding.table, reason)
        elif not result.success:
            yield replace(one.finding, places=(Place(None, observed(result.result, one.per)),))


def observed(result: Mapping[str, Any], per: int) -> str:
    """What was found, as a number.

    >>> observed({"unexpected_percent": 25.0}, 0), observed({"observed_value": 5}, 2)
    ('0.75', '2.50')
    """
    if "observed_value" not in result:
        return f"{1 - result['unexpected_percent'] / 100:.2f}"
    return f"{result['observed_value'] / per:.2f}" if per else str(result["observed_value"])


def results_of(release: Release, expectations: list[Expected]) -> Iterator[Any]:
    """Yield the results of a checkpoint of all tables, in memory and without a word to anyone."""
    import great_expectations as gx  # noqa: PLC0415  # the same

    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(enable=False)
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_pandas("release")
    definitions = []
    for name in dict.fromkeys(each.finding.table for each in expectations):
        types = dict.fromkeys(release.frames[name].columns, "string")
        asset = source.add_csv_asset(name, filepath_or_buffer=release.files[name], dtype=types, **READ)
        suite = context.suites.add(gx.ExpectationSuite(name=name))
        for number, each in enumerate(expectations):
            if each.finding.table == name:
                each.expectation.meta = {"number": number}
                suite.add_expectation(each.expectation)
        whole = asset.add_batch_definition("whole")
        definitions.append(
            context.validation_definitions.add(gx.ValidationDefinition(name=name, data=whole, suite=suite))
        )
    if not definitions:
        return
    checkpoint = gx.Checkpoint(name="release", validation_definitions=definitions, result_format="BASIC")
    for outcome in context.checkpoints.add(checkpoint).run().run_results.values():
        yield from outcome.results
