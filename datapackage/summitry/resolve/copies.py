"""What copies of an article are known by: the least hashes of its runs of words (MinHash).

After A. Broder, On the resemblance and containment of documents, 1997. The share of equal hashes of two
articles is near to the share of runs that they have in common; bands of some of them find who to compare
(J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, chapter 3).
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from summitry.page import Dispatch
from summitry.settings import COPY_BANDS, COPY_RUN, COPY_SHARE, HASHES_A_BAND

if TYPE_CHECKING:
    from datasketch import MinHash

WORD: Final = re.compile(r"\w+")
WIDTH: Final = 4
"""The bytes of a hash."""
BAND: Final = WIDTH * HASHES_A_BAND


def signature_of(dispatch: Dispatch) -> bytes:
    """The hashes of an article, one after the other."""
    texts = [passage.text.casefold() for passage in dispatch.passages]
    # what has no words is known by its signs: two of that kind have nothing else in common
    words = [word for text in texts for word in WORD.findall(text)] or texts
    runs = {" ".join(words[at : at + COPY_RUN]) for at in range(max(1, len(words) - COPY_RUN + 1))}
    sketch = empty().copy()
    sketch.update_batch([run.encode() for run in sorted(runs)])
    return bytes(sketch.hashvalues.astype("<u4").tobytes())


@cache
def empty() -> "MinHash":
    """The sketch of nothing: making one takes longer than filling a copy of it."""
    from datasketch import MinHash  # noqa: PLC0415  # numpy, which no check needs

    return MinHash(num_perm=COPY_BANDS * HASHES_A_BAND)


def bands_of(signature: bytes) -> Iterator[int]:
    """Yield a number for each band; those of two articles are equal where all hashes of the band are.

    >>> one = bytes(range(256)) + bytes(128)
    >>> other = bytes([255, *range(1, 256)]) + bytes(128)
    >>> sum(a == b for a, b in zip(bands_of(one), bands_of(other), strict=True))
    31
    """
    for at in range(0, len(signature), BAND):
        band = at.to_bytes(2, "little") + signature[at : at + BAND]
        yield int.from_bytes(hashlib.blake2b(band, digest_size=8).digest(), "little", signed=True)


def are_copies(one: bytes, other: bytes) -> bool:
    """Whether two articles have so much in common that one is a copy of the other.

    >>> are_copies(bytes(384), bytes(384)), are_copies(bytes(384), bytes([1]) * 384)
    (True, False)
    """
    hashes = range(0, len(one), WIDTH)
    same = sum(one[at : at + WIDTH] == other[at : at + WIDTH] for at in hashes)
    return same >= COPY_SHARE * len(hashes)
