"""Drafts of articles kept on the disk: each is made once, and waits there until all are read."""

from summitry.parts.codec import article_key, decoded, encoded
from summitry.parts.files import Kept, accounts_in, drafts_in, keys_in, sayings_in, write_part
from summitry.parts.making import Part, make_part
from summitry.parts.program import program_key

__all__ = [
    "Kept",
    "Part",
    "accounts_in",
    "article_key",
    "decoded",
    "drafts_in",
    "encoded",
    "keys_in",
    "make_part",
    "program_key",
    "sayings_in",
    "write_part",
]
