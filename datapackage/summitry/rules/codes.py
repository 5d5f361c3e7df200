"""Which codes of countries and languages there are."""

from functools import cache
from pathlib import Path

from polars import LazyFrame, col

from summitry.knowledge.countries import countries


def has_the_code_of_a_country(rows: LazyFrame) -> LazyFrame:
    """A code of a country is one of ISO 3166-1, XKX, or that of a withdrawn state.

    Write the code of three letters, or none where a place is disputed.
    """
    known = {*countries(), *listed("withdrawn_countries")}
    return rows.filter(~col("country_code").is_in(sorted(known)))


def has_the_code_of_a_language(rows: LazyFrame) -> LazyFrame:
    """A code of a language is one of ISO 639-1.

    Write the code of two letters.
    """
    return rows.filter(~col("language").is_in(listed("languages")))


@cache
def listed(name: str) -> tuple[str, ...]:
    """The codes of a list.

    >>> "en" in listed("languages"), "SUN" in listed("withdrawn_countries")
    (True, True)
    """
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(code for line in lines if not line.startswith("#") for code in line.split())
