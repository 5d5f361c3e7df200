"""The licences that SPDX has an identifier for."""

from functools import cache
from pathlib import Path
from typing import Final

WORDS: Final = Path(__file__).with_name("words")


def spdx_of(name: str) -> str | None:
    """The identifier of SPDX for the name of a licence, none if it has none.

    >>> spdx_of("ODC-BY-1.0"), spdx_of("other-closed")
    ('ODC-By-1.0', None)
    """
    return identifiers().get(name.lower())


@cache
def identifiers() -> dict[str, str]:
    """The identifiers by what they are in small letters: Open Definition writes some otherwise."""
    lines = (WORDS / "spdx.txt").read_text(encoding="utf-8").splitlines()
    return {each.lower(): each for each in lines if each and not each.startswith("#")}
