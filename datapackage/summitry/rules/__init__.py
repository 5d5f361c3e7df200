"""What the rows promise beyond their schemas, each promise a function.

A rule gives back the rows that break it, worked out when they are collected. Its first argument is the frame
of the rows themselves; the others are named after the tables that it looks at. The first line of its
docstring is the promise, the next what to do where it is broken.
"""

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Final

from polars import LazyFrame

from summitry.rules.codes import has_the_code_of_a_country, has_the_code_of_a_language
from summitry.rules.evidence import (
    CELLS,
    ends_within_its_paragraph,
    gives_the_value_of_its_cell,
    has_reports_that_differ,
    is_about_a_column_that_is_there,
    is_about_a_row_that_is_there,
    names_its_source_if_looked_up,
    says_that_its_reports_differ,
    tells_all_of_its_words_or_nothing,
)
from summitry.rules.meetings import (
    counts_its_participants,
    counts_meetings_as_an_aggregate,
    counts_the_articles_that_tell_of_it,
    ends_on_or_after_its_start,
    has_no_date_if_unknown,
    is_held_before_it_is_told,
    is_held_somewhere,
    is_more_than_a_day_by_the_range,
    is_one_day_by_the_day,
    is_one_month_by_the_month,
    is_one_who_can_meet,
    is_one_year_by_the_year,
    is_reported,
    lies_in_the_country_of_its_place,
    tells_of_a_meeting_once,
)
from summitry.rules.quotes import (
    continues_an_earlier_quote,
    has_its_speaker_in_its_article,
    is_quoted_once,
    is_said_by_one_who_can_speak,
    names_its_speaker,
    names_its_speaker_in_its_article,
    says_the_day_of_its_meeting,
    starts_its_cue_before_it_ends,
    starts_its_speaker_before_it_ends,
    tells_all_of_its_cue_or_nothing,
    tells_all_of_its_speaker_or_nothing,
)
from summitry.rules.texts import (
    counts_its_articles,
    counts_its_mentions,
    counts_its_paragraphs,
    counts_its_words,
    counts_on_from_one,
    has_geonames_as_a_place,
    has_no_confidence_if_unlinked,
    holds_its_position_as_person_or_place,
    is_a_copy_of_the_first,
    is_mentioned,
    names_an_entity_once,
    starts_before_it_ends,
)
from summitry.schema import table_schema

Rule = Callable[..., LazyFrame]

RULES: Final[Mapping[str, Mapping[Rule, str]]] = {
    "articles": {
        counts_its_paragraphs: "paragraph_count",
        counts_its_words: "word_count",
        has_the_code_of_a_language: "language",
        is_a_copy_of_the_first: "story_id",
    },
    "paragraphs": {counts_on_from_one: "position"},
    "entities": {
        counts_its_mentions: "mention_count",
        counts_its_articles: "article_count",
        is_mentioned: "entity_id",
        has_geonames_as_a_place: "geonames_id",
        holds_its_position_as_person_or_place: "position",
        has_the_code_of_a_country: "country_code",
    },
    "mentions": {
        starts_before_it_ends: "end",
        names_an_entity_once: "entity_id",
        has_no_confidence_if_unlinked: "confidence",
    },
    "quotes": {
        starts_before_it_ends: "end",
        is_quoted_once: "quote_id",
        tells_all_of_its_speaker_or_nothing: "speaker_text",
        tells_all_of_its_cue_or_nothing: "cue",
        starts_its_speaker_before_it_ends: "speaker_end",
        starts_its_cue_before_it_ends: "cue_end",
        has_its_speaker_in_its_article: "speaker_paragraph_id",
        continues_an_earlier_quote: "continues_id",
        says_the_day_of_its_meeting: "said_on",
    },
    "speakers": {
        is_said_by_one_who_can_speak: "entity_id",
        names_its_speaker: "mention_id",
        names_its_speaker_in_its_article: "mention_id",
    },
    "meetings": {
        ends_on_or_after_its_start: "end_date",
        is_one_day_by_the_day: "date_precision",
        is_one_month_by_the_month: "date_precision",
        is_one_year_by_the_year: "date_precision",
        is_more_than_a_day_by_the_range: "date_precision",
        has_no_date_if_unknown: "date_precision",
        is_held_before_it_is_told: "start_date",
        counts_meetings_as_an_aggregate: "meeting_count",
        counts_its_participants: "participant_count",
        counts_the_articles_that_tell_of_it: "article_count",
        is_reported: "meeting_id",
        is_held_somewhere: "place_id",
        lies_in_the_country_of_its_place: "country_code",
        says_that_its_reports_differ: "conflict",
        has_reports_that_differ: "conflict",
        has_the_code_of_a_country: "country_code",
    },
    "participants": {is_one_who_can_meet: "entity_id", has_the_code_of_a_country: "country_code"},
    "reports": {starts_before_it_ends: "end", tells_of_a_meeting_once: "meeting_id"},
    "evidence": {
        is_about_a_column_that_is_there: "field",
        is_about_a_row_that_is_there: "row_id",
        gives_the_value_of_its_cell: "value",
        tells_all_of_its_words_or_nothing: "paragraph_id",
        starts_before_it_ends: "end",
        ends_within_its_paragraph: "end",
        names_its_source_if_looked_up: "knowledge_source",
    },
}
"""The rules of each table, and the column that each of them is about."""

OF_ALL_ROWS: Final[tuple[Rule, ...]] = (
    counts_on_from_one,
    is_a_copy_of_the_first,
    is_quoted_once,
    names_an_entity_once,
    tells_of_a_meeting_once,
)
"""The rules about a row beside the others of its table; those with one frame alone are about a row else."""


OF_WORDS: Final[tuple[Rule, ...]] = (
    counts_its_words,
    tells_all_of_its_speaker_or_nothing,
    tells_all_of_its_cue_or_nothing,
    ends_within_its_paragraph,
)
"""The rules that cannot be looked at where the words of the articles are left out."""


def compared_words(name: str) -> dict[Rule, list[str]]:
    """The rules of a table that compare words among other cells, and the columns of these words.

    >>> list(compared_words("evidence").values())
    [['mentions.title', 'quotes.addressee', 'participants.position']]
    """
    if name != "evidence":
        return {}
    cells = [(table, table_schema(table).field(field)) for table, fields in CELLS.items() for field in fields]
    return {gives_the_value_of_its_cell: [f"{table}.{field.name}" for table, field in cells if field.words]}


def is_about_a_row(rule: Rule) -> bool:
    """Whether a rule looks at each row alone, so that a table can be held to it piece by piece.

    >>> is_about_a_row(starts_before_it_ends), is_about_a_row(counts_on_from_one)
    (True, False)
    """
    return len(signature(rule).parameters) == 1 and rule not in OF_ALL_ROWS
