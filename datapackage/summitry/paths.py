"""Which paths of a descriptor lead to files of its package, and names that hold on every file system."""

import re
from functools import lru_cache
from hashlib import sha256
from typing import Final

DESCRIPTOR: Final = "datapackage.json"
"""Where a package tells of itself; it stands for the table in a problem of the descriptor itself."""

SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address begins, and no path may (RFC 3986, sections 3.1 and 4.2)."""

SAFE: Final = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?")
"""Names that no file system changes or takes for another: no capitals, which some do not tell apart."""

RESERVED: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that are devices on Windows, whatever stands after a dot (Microsoft, Naming Files)."""

DIGEST_LETTERS: Final = 16
"""So much of a hash stands in a name: among a thousand million ids two alike are not to be expected."""

NAMES_REMEMBERED: Final = 1 << 16
"""Names are asked for again and again, mostly those of one article and of those who are often named."""

KEPT_LETTERS: Final = 40
"""So much of an id that is not safe is kept for the eye."""


@lru_cache(NAMES_REMEMBERED)
def name_of(key: str) -> str:
    """The name of an id in addresses and of files: itself where it is safe, else what is safe and a hash.

    >>> name_of("oslo-talks"), name_of("Łódź/../x")
    ('oslo-talks', 'd-x~b44741733359440a')
    """
    if SAFE.fullmatch(key) and not RESERVED.fullmatch(key):
        return key
    kept = "-".join(re.findall("[a-z0-9]+", key.lower()))[:KEPT_LETTERS].strip("-")
    return f"{kept}~{sha256(key.encode()).hexdigest()[:DIGEST_LETTERS]}"


def leads_astray(path: object) -> str | None:
    """Why a path is not one of a file in the package, none if it is (Data Package 2.0, “URL or Path”).

    >>> leads_astray("data/../../secrets.csv")
    'leads out of the package'
    """
    if not (isinstance(path, str) and path):
        return "is not one path"
    if SCHEME.match(path):
        return "is an address, not a path in the package"
    if path.startswith(("/", "~")) or "\\" in path or "\0" in path:
        return "is not a relative path with / between its parts"
    return "leads out of the package" if ".." in path.split("/") else None


def hides(path: str) -> str | None:
    """Why a path is not open to all, none if it is: a dot before its name hides a folder (“URL or Path”).

    >>> hides("data/.tables/quotes.csv"), hides("./data/quotes.csv")
    ('stands in a hidden folder', None)
    """
    folders = path.split("/")[:-1]
    hidden = any(name.startswith(".") and name not in {".", ".."} for name in folders)
    return "stands in a hidden folder" if hidden else None
