"""Which paths of a descriptor lead to files of its package, and to no others."""

import re
from typing import Final

DESCRIPTOR: Final = "datapackage.json"
"""Where a package tells of itself; it stands for the table in a problem of the descriptor itself."""

SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address begins, and no path may (RFC 3986, sections 3.1 and 4.2)."""


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
