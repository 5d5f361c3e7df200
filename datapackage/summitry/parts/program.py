"""What drafts depend on besides the article: the program, its tables of knowledge, the language model."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

ROOMS: Final = (
    "errors.py",
    "schema.py",
    "settings.py",
    "rows.py",
    "page.py",
    "read",
    "knowledge",
    "dates",
    "annotate",
    "extract",
    "resolve",
    "tables",
    "parts",
)
"""The rooms of the house that an article goes through until its draft is made."""

LIBRARIES: Final = ("spacy", "thinc", "numpy", "msgspec", "datasketch")
"""The libraries that have a say in what is found, or in how it is kept."""


@cache
def program_key(model: str) -> str:
    """A hash of everything that a draft depends on, so that none of another program is taken for its own."""
    digest = sha256(f"{model} {version_of(model)} {sys.version_info[:2]}".encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version_of(library)}".encode())
    home = Path(__file__).parents[1]
    for room in ROOMS:
        for path in sorted([home / room, *(home / room).rglob("*")]):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(home).as_posix().encode() + b"\0")
                digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def version_of(library: str) -> str:
    """The version that is installed; of a model that is a folder, none."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
