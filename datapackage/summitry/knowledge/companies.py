"""Companies, banks, agencies and other bodies that brands and operators of the world belong to."""

import re
from functools import cache

from summitry.knowledge.organizations import Organization
from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of

LEGAL_FORM = re.compile(
    r",? (?:& )?(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|LLP|PLC|plc|AG|SE"
    r"|SA|S\.A|NV|N\.V|GmbH|AB|ASA|Oyj|SpA|S\.p\.A|Holdings|Group)\.?$"
)
"""What a company adds to its name, and news leaves out as it likes."""


@cache
def companies() -> dict[str, Organization]:
    """Every company by its name."""
    return {
        folded(row["name"]): Organization(
            name=row["name"],
            aliases=(),
            kind=row["kind"],
            country_code=row["country_code"] or None,
            wikidata_id=row["wikidata_id"],
        )
        for row in rows_of("companies")
    }


def without_legal_form(name: str) -> str:
    """A company's name without its legal form.

    >>> without_legal_form("Boeing Co."), without_legal_form("Sony Group Corporation")
    ('Boeing', 'Sony')
    """
    short = LEGAL_FORM.sub("", name)
    return name if short == name or not short else without_legal_form(short)


def company_named(text: str) -> Organization | None:
    """The company of that name, with or without its legal form: for what is known to be a body.

    >>> company_named("Walmart Inc.").wikidata_id, company_named("walmart")
    ('Q483551', None)
    """
    plain = folded(text).removeprefix("the ").removeprefix("The ")
    return companies().get(plain) or companies().get(without_legal_form(plain))
