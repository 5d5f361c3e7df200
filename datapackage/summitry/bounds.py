"""How much is checked, written and shown at once, each with its reason: no draft depends on it."""

from typing import Final

MAX_SHOWN_PROBLEMS: Final = 50
"""A report shows so many problems: more than two screens are not read, and all are counted anyway."""

MAX_SHOWN_VALUE: Final = 60
"""A message shows so many characters of a cell: it has to stay on a line or two."""

MAX_LISTED_SOURCES: Final = 1000
"""More articles make a descriptor that nobody opens: it then names their table as one source."""

MIN_LIKENESS_OF_MISSPELLING: Final = 0.8
"""A property this like one of the standard is taken for it misspelt: `licences` is, `desk` is not."""

PIECE_OF_TABLE_BYTES: Final = 1 << 24
"""A check reads so much of a table at a time: enough to be fast, little enough to stay small."""

TEXT_AT_ONCE_BYTES: Final = 1 << 23
"""So much text of articles is held at a time when words are looked for in it."""

ROWS_IN_MEMORY_BYTES: Final = 1 << 29
"""What later checks need of tables larger than this together, which is a third of them, waits on the disk."""

TEXT_IN_MEMORY_BYTES: Final = 1 << 26
"""The words of tables larger than this together wait on the disk: they take more room than the rest."""

BYTES_AT_ONCE: Final = 1 << 20
"""A check decodes so many bytes of a file at a time, so that a large one is not held twice."""

MAX_COMMENT_CHARS: Final = 60_000
"""GitHub takes comments of 65,536 characters; the rest is for the counts by rule above the problems."""

MAX_PACKAGE_FILES: Final = 200_000
"""A zip with more files is no package of tables, and would use up the names that a disk can hold."""

MAX_DESCRIPTOR_BYTES: Final = 20_000_000
"""A descriptor from an address is no larger: one that lists a thousand sources has about 200 kB."""

MAX_FETCHED_FILES: Final = 1_000
"""A descriptor from an address names no more files: a package of ours has 20."""

MAX_JSON_DEPTH: Final = 100
"""A descriptor with the schemas in it is ten deep; beyond a few hundred, readers of JSON run out of stack."""

MAX_JSON_DIGITS: Final = 600
"""No number of a descriptor has so many digits; from 640 on, Python can be told to refuse it."""

MOST_OF_AN_ARTICLE: Final = 10
"""So many rows of a sort are counted of one article: a long one repeats one error fifty times."""

FOLDS: Final = 10
"""Nine tenths of the articles are fitted on, the last is looked at, ten times."""

ROWS_OF_A_BIN: Final = 200
"""A share of so many rows is known to about three points."""

LINES_AT_ONCE: Final = 4096
"""A table is written in pieces of so many lines: long enough to be fast, short enough to stay small."""

STORE_MEMORY: Final = 128
"""What all articles say is sorted and joined within so many megabytes; the rest waits on the disk."""

ROWS_A_MEGABYTE: Final = 75_000
"""So many rows can be sorted for each megabyte: a sort of more than ten million needs more memory."""

ENTERING_MEMORY: Final = 48
"""Megabytes: nothing is sorted or joined while the rows of articles are entered."""

ENTITIES_AT_ONCE: Final = 16_384
"""What is known of so many is handed to the articles that name them in one join, in some megabytes."""

ROWS_AT_ONCE: Final = 2048
"""So many rows go to the store, and come from it, at a time: as many as it handles as one piece."""

FIRST_PART_ARTICLES: Final = 16
"""The first parts of a build are this small: a stop costs a second or two of work."""

PART_SHARE: Final = 16
"""Later parts are this share of what is done, so that a stop costs little of it."""

MAX_PART_ARTICLES: Final = 512
"""Larger parts gain nothing, and cost more memory and more time to read again after a stop."""

CLUSTER_SECONDS: Final = 30
"""A scheduler that does not answer for so long is taken for lost."""

PARTITION_ROWS: Final = 250_000
"""A Parquet file of a table holds so many rows: some 10 to 50 MB, which a worker reads in a second."""

MAX_SHOWN_CHANGES: Final = 5
"""A comparison shows so many rows of each kind: its point is how many, and what they are like."""

EXPORTED_AT_ONCE: Final = 16_384
"""So many rows go to DuckDB at a time: some 30 MB of Python values, and few enough statements to be fast."""

EXCEL_ROWS: Final = 1_048_576
"""A sheet of Excel has no more rows, the header among them (Excel specifications and limits)."""

EXCEL_CHARACTERS: Final = 32_767
"""A cell of Excel holds no more, in units of UTF-16 (the same)."""

EXCEL_WHOLE: Final = 10**15
"""Excel keeps fifteen digits of a number: one with more is written as text, so that none is lost."""

EXCEL_WIDTHS: Final = (8, 60)
"""The narrowest and the widest column of a sheet, in characters: one can be read, several fit on a screen."""

SERVER_SECONDS: Final = 30
"""A database server that does not answer, or whose tables someone holds, is waited for so long."""

HEADING_LETTERS: Final = 90
"""An article without a title is called by so much of its first sentence: a line of a list."""

SITE_ROWS: Final = 200
"""A list on a page of the site ends after so many rows, and leads to the whole in its table."""

SITE_PART_BYTES: Final = 262_144
"""A file of rows, or of the search index, holds about so much: a browser reads it in a few milliseconds."""

SITE_PART_ROWS: Final = 1000
"""The same, in rows: ten screens of a table."""

SITE_STATIC_ROWS: Final = 100
"""So many rows of a table stand in its page itself, for those who read without scripts."""

TIMELINE_LINES: Final = 40
"""Up to so many meetings the timeline gives each a line; beyond, it counts them."""

TIMELINE_BARS: Final = 60
"""The timeline counts by day, month or year: the finest of them that gives no more bars than this."""

NETWORK_NODES: Final = 40
"""The network shows those who met most, so many of them: more names cannot be read on a circle."""

MAX_SHOWN_SOURCES: Final = 50
"""A datasheet lists so many sources: it is read by people, and the descriptor lists all."""

KEPT_BYTES: Final = 1 << 25
"""A worker keeps so much freed memory for the next article, the bound of glibc's own adapting threshold."""

OBJECTS_BEFORE_COLLECTION: Final = 20_000
"""So many new objects are made before garbage is looked for: a tenth of a build was spent with looking."""

TOMBSTONE_LETTERS: Final = 16
"""Of a billion rows with a thousand removed, one is taken for another with a chance of 1 in 18 million."""

REVIEW_ROWS: Final = 200
"""A person looks at so many rows in an hour or two."""

REVIEW_LETTERS: Final = 200
"""So much text before and after the words of a row is enough to judge most of them."""

LONGEST_LINE: Final = 1 << 26
"""A snippet lets pyarrow and DuckDB read lines up to so many bytes: by default they stop at 1 and 2 MB."""

R_WHOLE: Final = 2**31 - 1
"""R has no larger whole number (its `.Machine$integer.max`)."""

DOUBLE_WHOLE: Final = 2**53
"""From here on a double is the same for two whole numbers."""

MAX_LISTED_REFUSALS: Final = 10
"""So many refusals are listed one by one; of more, each reason is told once, with an example."""

MAX_SHOWN_REASONS: Final = 20
"""A summary tells so many reasons: a screen of them."""

SITE_SHARE_PAGES: Final = 200
"""A process writes so many pages at a time: less than a second of work, so that all end at about once."""

TIMELINE_COLUMNS: Final = 24
"""Where each meeting has a line, the time is divided by day, month or year into no more columns than this."""

AXIS_EMPTY_COLUMNS: Final = 2
"""So many empty columns in a row are drawn; more are left out, or one old meeting would crowd all others."""

AXIS_FOLDS: Final = 2
"""In so many places time can be left out before another unit is tried: more are hard to read."""

AXIS_LABEL_SHARE: Final = 2.4
"""So much of an axis, in hundredths, a character of a label takes on the screen of a telephone."""

NETWORK_NAME_LETTERS: Final = 26
"""A name on the circle is cut after so much: the drawing has room for no more on either side."""

MAP_SMALLEST: Final = 12
"""A country with meetings has a dot if it is smaller than this on the map, which is 1000 by 400."""
