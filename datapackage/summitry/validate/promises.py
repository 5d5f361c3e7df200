"""The rules of `summitry.rules` on the tables of a package."""

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc, signature
from typing import Final

import polars as pl

from summitry.editions import Edition
from summitry.rules import OF_WORDS, RULES, Rule, compared_words, is_about_a_row
from summitry.validate.findings import Finding, Skipped
from summitry.validate.kept import Kept
from summitry.validate.lines import LINE

LEFT_OUT: Final = "the words of the articles are left out of the package"
"""Why a rule that needs them is not looked at."""


def broken_by_rows(name: str, values: pl.DataFrame, edition: Edition) -> Iterator[Finding]:
    """Rows of a piece that break a rule about a row alone."""
    for rule, column in RULES[name].items():
        if is_about_a_row(rule) and rule not in out_of_reach(name, edition):
            broken = rule(values.lazy()).select(LINE, column).collect()
            if broken.height:
                value = pl.col(column).cast(pl.String).alias("value")
                yield finding_of(name, rule, broken.select(pl.col(LINE).alias("line"), value))


def broken_by_tables(name: str, tables: Mapping[str, Kept], edition: Edition) -> Iterator[Finding | Skipped]:
    """Rows that break a rule about other rows, and rules that lack something to look at."""
    yield from words_not_compared(name, edition)
    for rule, column in RULES[name].items():
        others = list(signature(rule).parameters)[1:]
        if reason := out_of_reach(name, edition).get(rule):
            yield Skipped(name_of(rule), name, reason)
        elif lacking := [other for other in others if other not in tables]:
            yield Skipped(name_of(rule), name, f"{', '.join(lacking)} could not be read as a whole")
        elif not is_about_a_row(rule):
            found = rule(tables[name].rows.all(), **{other: tables[other].rows.all() for other in others})
            lines = found.select(LINE).collect(engine="streaming")[LINE].unique()
            if lines.len():
                cells = tables[name].cells_at(lines, column)
                places = cells.select(pl.col(LINE).alias("line"), pl.col(column).alias("value"))
                yield finding_of(name, rule, places)


@cache
def out_of_reach(name: str, edition: Edition) -> Mapping[Rule, str]:
    """The rules of a table that its edition has nothing to look at for, and why.

    >>> [name_of(rule) for rule in out_of_reach("articles", Edition(text="none"))]
    ['counts-its-words']
    """
    found = {}
    for rule, column in RULES[name].items():
        others = list(signature(rule).parameters)[1:]
        lacking = [other for other in others if other not in edition.tables]
        lacking += [] if column in edition.tables[name].field_names else [f"{name}.{column}"]
        if lacking:
            found[rule] = f"version {edition.version} of the tables has no {lacking[0]}"
        elif edition.text == "none" and rule in OF_WORDS:
            found[rule] = LEFT_OUT
    return found


def words_not_compared(name: str, edition: Edition) -> Iterator[Skipped]:
    """The parts of rules that compare words, where these are left out."""
    for rule, columns in compared_words(name).items() if edition.text == "none" else ():
        yield Skipped(f"{name_of(rule)} of {', '.join(columns)}", name, LEFT_OUT)


def finding_of(name: str, rule: Rule, places: pl.DataFrame) -> Finding:
    """The finding that rows break a rule."""
    promise, remedy = told(rule)
    fault = f"breaks the promise: {promise}"
    return Finding(name, RULES[name][rule], name_of(rule), fault, remedy, places=places)


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
