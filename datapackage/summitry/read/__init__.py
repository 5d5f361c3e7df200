"""Articles in, whatever they come in."""

from summitry.read.article import article_row, paragraph_rows
from summitry.read.counting import source_count
from summitry.read.dateline import place_of
from summitry.read.files import read_articles, read_records
from summitry.read.keys import paragraph_id
from summitry.read.records import read_record
from summitry.read.tally import Tally
from summitry.read.terms import Terms, columns_given, terms_of

__all__ = [
    "Tally",
    "Terms",
    "article_row",
    "columns_given",
    "paragraph_id",
    "paragraph_rows",
    "place_of",
    "read_articles",
    "read_record",
    "read_records",
    "source_count",
    "terms_of",
]
