"""The manifest of a package: how many rows each table has, and which, told before any file is written.

The digest of a table does not depend on the order of its rows: it is the sum, modulo 2 to the power of 256,
of the SHA-256 of each row, written in hexadecimal. A row stands for its line of the CSV file in canonical
form, in UTF-8, without the end of the line; the header is no row. A sum and not an exclusive or, in which two
rows alike would vanish.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final, NamedTuple

MANIFEST: Final = "manifest.json"
"""Its file, beside the `datapackage.json`, which repeats neither the counts nor the digests of rows."""

DIGEST: Final = "sum of the SHA-256 of each row (its line without line end, in UTF-8), modulo 2^256"
"""How a digest is made, for readers of the file."""

MODULUS: Final = 2**256


class Counted(NamedTuple):
    """The rows of a table, told from the rows themselves, before there is a file that could lose some."""

    rows: int
    total: int
    """The sum of which the digest is made."""


def manifest_of(tables: Mapping[str, Counted], files: Mapping[str, str]) -> dict[str, Any]:
    """What the manifest says of these tables, and of the bytes that each file has, by their hash."""
    stated = {
        name: {"rows": counted.rows, "digest": digest_of_sum(counted.total), "file": files[name]}
        for name, counted in tables.items()
    }
    return {"digest": DIGEST, "tables": stated, "seal": seal_of(stated)}


def digest_of(rows: Iterable[bytes]) -> str:
    """The digest of rows, in whatever order they come.

    >>> digest_of([b"a", b"b"]) == digest_of([b"b", b"a"]) != digest_of([b"a"])
    True
    """
    return digest_of_sum(sum_of(rows))


def sum_of(rows: Iterable[bytes]) -> int:
    """The sum of which a digest is made; sums of parts of a table can be added."""
    return sum(int.from_bytes(sha256(row).digest(), "big") for row in rows)


def digest_of_sum(total: int) -> str:
    """The digest of rows of which this is the sum.

    >>> digest_of_sum(sum_of([b"a"]) + sum_of([b"b"])) == digest_of([b"a", b"b"])
    True
    """
    return f"{total % MODULUS:064x}"


def hash_of(content: bytes) -> str:
    """The hash of bytes as the descriptor writes it too.

    >>> hash_of(b"")[:14]
    'sha256:e3b0c44'
    """
    return f"sha256:{sha256(content).hexdigest()}"


def seal_of(stated: Mapping[str, Any]) -> str:
    """The hash of what a manifest says of its tables, so that a change of it is seen.

    >>> seal_of({"a": 1, "b": 2}) == seal_of({"b": 2, "a": 1})
    True
    """
    return hash_of(json.dumps(stated, sort_keys=True, separators=(",", ":")).encode())
