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

MAX_PAGE_BYTES: Final = 20_000_000
"""A larger page is an archive of one; pages that are saved with their pictures hold some millions."""

LARGE_PAGE_BYTES: Final = 1_000_000
"""After a page of this size the caches of the extraction are emptied: they keep lines of any length."""

MAX_PAGE_ELEMENTS: Final = 30_000
"""News pages have 500 to 5,000 elements; the extraction takes quadratic time for lists of links."""

MAX_ATTRIBUTES: Final = 1000
"""An element has a dozen attributes; the parser takes quadratic time to compare their names."""

DECLARATION_BYTES: Final = 4096
"""A page declares its encoding in its first kilobyte, as the HTML standard asks; some do in the fourth."""

MAX_LINKED_DEPTH: Final = 20
"""Nodes of JSON-LD lie a few levels deep; deeper ones are no description of a page."""

MAX_LINKED_NODES: Final = 10_000
"""More nodes of JSON-LD than this describe a catalogue, not a page."""

MAX_SAVED_PARTS: Final = 100
"""The page itself is among the first parts of an MHTML file; what it shows comes after."""

MAX_LINE_BESIDE_WORDS: Final = 25
"""A longer line that begins with `Read more` or `Photo:` is text."""

MIN_EXTRACTED_CHARS: Final = 60
"""So many characters of text in blocks are enough where the extraction has found no more."""

MIN_SENTENCE_WORDS: Final = 6
"""A shorter line on a page may be a label, a menu or a name, full stop or not."""

MIN_PAGE_WORDS: Final = 30
"""A page with fewer words in sentences holds no article: the shortest briefs have two sentences."""

MIN_LOCKED_WORDS: Final = 200
"""Pages that are not free to read show three paragraphs at most to those who do not pay."""

MAX_TEASERS: Final = 3
"""A page with more headings that lead elsewhere is a list, unless it says that it is one article."""

MAX_XML_DEPTH: Final = 100
"""Elements of feeds lie a dozen levels deep, those of marked-up text in them a few more."""

MAX_XML_ELEMENTS: Final = 200_000
"""An item of a feed has some hundreds of elements; memory for so many is some 50 MB."""

MAX_KEPT_ELEMENTS: Final = 100
"""What a feed says of itself stands in its first elements; what comes beside later items is let go."""

MIN_FULL_WORDS: Final = 100
"""A shorter summary of a feed is a teaser for an article, not the article."""

MAX_NOTE_CHARS: Final = 600
"""Credits and notes of correction are shorter: a longer paragraph is text."""

MAX_SIGN_OFFS: Final = 10
"""Credits, notes, an agency, a mark of the end and a copyright: more lines at the end are text."""
