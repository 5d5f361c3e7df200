"""Where the reading of inputs stops, and why there: the thresholds of this room alone."""

from typing import Final

MAX_ARCHIVE_DEPTH: Final = 4
"""As deep as news is packed: a .jsonl.gz in a .tar.gz in a .zip; deeper ones are made to harm."""

MAX_DIRECTORY_BYTES: Final = 1 << 25
"""The list of what is in a zip is held in memory: so much of it tells of some 300,000 members."""

MAX_HEADER_BYTES: Final = 65_536
"""The head of a member of a tar, or of a record of a WARC, is shorter; a longer one would fill the memory."""

MAX_SHOWN_PATH: Final = 200
"""As much of the path of a member as a message of one line can show."""

MAX_FETCHED_BYTES: Final = 1_000_000_000
"""What is fetched from an address named as input is no larger; more is better fetched once, to the disk."""

ROWS_OF_PARQUET: Final = 16
"""So many rows of Parquet are held at a time: each may be as large as an article may be."""

SNIFFED_BYTES: Final = 65_536
"""What has no name is known by so many of its first bytes: the columns of a table stand in them."""

FUTURE_DAYS: Final = 1
"""In the east it is already tomorrow: a date is in the future if it is later than that."""

MADE_ID_LETTERS: Final = 12
"""Of ten million records without an id, two get the same one with a chance of one in six."""
