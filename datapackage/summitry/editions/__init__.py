"""The editions of the tables: every version, with the words of the articles or without them."""

from summitry.editions.claims import (
    CLAIMS,
    ORIGIN_PROPERTY,
    REMOVED_PROPERTY,
    TEXT_PROPERTY,
    VERSION_PROPERTY,
    Edition,
    edition_of,
    expect_current,
    expect_known,
    unknown_claims,
)
from summitry.editions.older import fingerprint, recognized, tables_of
from summitry.editions.steps import STEPS, VERSION, Step, raised, steps_after
from summitry.editions.variant import Text, without_words

__all__ = [
    "CLAIMS",
    "ORIGIN_PROPERTY",
    "REMOVED_PROPERTY",
    "STEPS",
    "TEXT_PROPERTY",
    "VERSION",
    "VERSION_PROPERTY",
    "Edition",
    "Step",
    "Text",
    "edition_of",
    "expect_current",
    "expect_known",
    "fingerprint",
    "raised",
    "recognized",
    "steps_after",
    "tables_of",
    "unknown_claims",
    "without_words",
]
