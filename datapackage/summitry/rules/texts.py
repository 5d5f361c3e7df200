"""What articles, paragraphs, entities and mentions promise."""

from typing import Final

import polars as pl
from polars import LazyFrame, col

from summitry.rules.beside import alike, articles_by, beside, miscounted

WORDS: Final = "#words"
"""How many words a paragraph has: tables are checked without their text, so they are counted before."""


def words() -> pl.Expr:
    """The number of words in the text of a paragraph, between white space.

    >>> pl.DataFrame({"text": ["Lund will visit."]}).select(words()).rows()
    [(3,)]
    """
    return col("text").str.count_matches(r"\S+").alias(WORDS)


def starts_before_it_ends(rows: LazyFrame) -> LazyFrame:
    """A stretch of text starts before it ends.

    Correct the offsets: from 0, end exclusive.
    """
    return rows.filter(col("start") >= col("end"))


def counts_its_paragraphs(articles: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """An article has as many paragraphs as it says.

    Correct the count, or put the lost rows back.
    """
    counts = paragraphs.group_by("article_id").agg(pl.len().alias("#count"))
    return miscounted(articles, counts, "article_id", "paragraph_count")


def counts_its_words(articles: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """An article has as many words, between white space, as it says.

    Correct the count, or put the lost words back.
    """
    counts = paragraphs.group_by("article_id").agg(col(WORDS).sum().alias("#count"))
    return miscounted(articles, counts, "article_id", "word_count")


def is_a_copy_of_the_first(articles: LazyFrame) -> LazyFrame:
    """The story of an article is one that came first, and that is no copy itself.

    Name the earliest of the copies.
    """
    firsts = articles.select("published_on", story_id=col("article_id"), first=col("story_id"))
    both = beside(articles, firsts, "story_id", "first", "published_on")
    return both.filter((col("#first") != col("story_id")) | (col("#published_on") > col("published_on")))


def counts_on_from_one(paragraphs: LazyFrame) -> LazyFrame:
    """The paragraphs of an article have the positions 1, 2, 3 and on.

    Number them again, or put the lost paragraph back.
    """
    place = col("position").rank("ordinal").over("article_id")
    return paragraphs.filter(col("position") != place)


def counts_its_mentions(entities: LazyFrame, mentions: LazyFrame) -> LazyFrame:
    """An entity has as many linked mentions as it says.

    Correct the count, or put the lost mentions back.
    """
    counts = mentions.group_by("entity_id").agg(pl.len().alias("#count"))
    return miscounted(entities, counts, "entity_id", "mention_count")


def counts_its_articles(entities: LazyFrame, mentions: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """An entity is mentioned in as many articles as it says.

    Correct the count, or put the lost mentions back.
    """
    return miscounted(entities, articles_by("entity_id", mentions, paragraphs), "entity_id", "article_count")


def is_mentioned(entities: LazyFrame, mentions: LazyFrame) -> LazyFrame:
    """An entity has a mention.

    Link a mention to it, or remove it.
    """
    return entities.join(mentions, on="entity_id", how="anti")


def has_geonames_as_a_place(entities: LazyFrame) -> LazyFrame:
    """Only a place has an id of GeoNames.

    Remove the id, or correct the type.
    """
    return entities.filter(col("geonames_id").is_not_null() & (col("type") != "place"))


def holds_its_position_as_person_or_place(entities: LazyFrame) -> LazyFrame:
    """Only a person or a place has a position.

    Remove the position, or correct the type.
    """
    return entities.filter(col("position").is_not_null() & ~col("type").is_in(["person", "place"]))


def names_an_entity_once(mentions: LazyFrame) -> LazyFrame:
    """A stretch of text names an entity once.

    Remove the second row.
    """
    return alike(mentions, "paragraph_id", "start", "end", "entity_id")


def has_no_confidence_if_unlinked(mentions: LazyFrame) -> LazyFrame:
    """A mention that is not linked has no confidence.

    Remove the confidence, or name the entity.
    """
    return mentions.filter(col("confidence").is_not_null() & col("entity_id").is_null())
