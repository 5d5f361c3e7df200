"""Articles in, whatever they come in."""

from summitry.read.article import article_row, paragraph_rows
from summitry.read.dateline import place_of
from summitry.read.files import read_articles, read_records, source_count
from summitry.read.keys import paragraph_id
from summitry.read.records import read_record

__all__ = [
    "article_row",
    "paragraph_id",
    "paragraph_rows",
    "place_of",
    "read_articles",
    "read_record",
    "read_records",
    "source_count",
]
