"""The manifest of a package: how many rows each table has, and which, told before any file is written.

The digest of a table does not depend on the order of its rows: it is the sum, modulo 2 to the power of 256,
of the SHA-256 of each row, written in hexadecimal. A row stands for its line of the CSV file in canonical
form, in UTF-8, without the end of the line; the header is no row. A sum and not an exclusive or, of which two
rows alike would vanish.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

from summitry.rows import Tables
from summitry.tables import lines_of, table_bytes

MANIFEST: Final = "manifest.json"
"""Its file, beside the `datapackage.json`, which repeats neither the counts nor the digests of rows."""

DIGEST: Final = "sum of the SHA-256 of each row (its line without line end, in UTF-8), modulo 2^256"
"""How a digest is made, for readers of the file."""

MODULUS: Final = 2**256


def manifest_of(tables: Tables) -> dict[str, Any]:
    """What the manifest says of these rows; of each file, besides, what its bytes will be."""
    return {
        "digest": DIGEST,
        "tables": {
            name: {
                "rows": len(rows),
                "digest": digest_of(line.encode() for line in lines_of(name, rows)),
                "file": file_hash(table_bytes(name, rows)),
            }
            for name, rows in tables._asdict().items()
        },
    }


def digest_of(rows: Iterable[bytes]) -> str:
    """The digest of rows, in whatever order they come.

    >>> digest_of([b"a", b"b"]) == digest_of([b"b", b"a"]) != digest_of([b"a"])
    True
    """
    total = sum(int.from_bytes(sha256(row).digest(), "big") for row in rows)
    return f"{total % MODULUS:064x}"


def file_hash(content: bytes) -> str:
    """The hash of a file as the manifest writes it.

    >>> file_hash(b"")[:14]
    'sha256:e3b0c44'
    """
    return f"sha256:{sha256(content).hexdigest()}"
