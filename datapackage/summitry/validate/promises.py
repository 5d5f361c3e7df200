"""The rules of `summitry.rules` on the tables of a package."""

from collections.abc import Iterator, Mapping
from inspect import cleandoc, signature

import polars as pl

from summitry.rules import RULES, Rule
from summitry.validate.findings import Finding, Skipped
from summitry.validate.lines import LINE


def broken_rules(name: str, values: Mapping[str, pl.DataFrame]) -> Iterator[Finding | Skipped]:
    """Rows that break a rule of their table, and rules that lack a table to look at."""
    for rule, column in RULES[name].items():
        others = list(signature(rule).parameters)[1:]
        if lacking := [other for other in others if other not in values]:
            yield Skipped(name_of(rule), name, f"{', '.join(lacking)} could not be read as a whole")
            continue
        broken = rule(values[name], **{other: values[other] for other in others})
        if broken.height:
            promise, remedy = told(rule)
            value = pl.col(column).cast(pl.String).alias("value")
            places = broken.select(pl.col(LINE).alias("line"), value).sort("line")
            yield Finding(
                name, column, name_of(rule), f"breaks the promise: {promise}", remedy, places=places
            )


def name_of(rule: Rule) -> str:
    """The name of a rule as reports write it.

    >>> from summitry.rules import starts_before_it_ends
    >>> name_of(starts_before_it_ends)
    'starts-before-it-ends'
    """
    return rule.__name__.replace("_", "-")


def told(rule: Rule) -> tuple[str, str]:
    """What a rule promises, and what to do where it is broken.

    >>> from summitry.rules import starts_before_it_ends
    >>> told(starts_before_it_ends)
    ('A stretch of text starts before it ends.', 'Correct the offsets: from 0, end exclusive.')
    """
    promise, _, remedy = cleandoc(rule.__doc__ or "").partition("\n\n")
    return promise, remedy
