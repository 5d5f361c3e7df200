"""What people decided by hand: small files of corrections, and what they change in an article."""

from summitry.curated.reading import columns_of, read_corrections
from summitry.curated.removals import removed_articles, tombstone, tombstones
from summitry.curated.rows import FILES, Correction

__all__ = [
    "FILES",
    "Correction",
    "columns_of",
    "read_corrections",
    "removed_articles",
    "tombstone",
    "tombstones",
]
