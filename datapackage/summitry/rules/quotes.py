"""What quotes and their speakers promise."""

from polars import LazyFrame, col

from summitry.rules.beside import alike, beside, can_act, in_article, partly_filled


def is_quoted_once(quotes: LazyFrame) -> LazyFrame:
    """A stretch of text is one quote.

    Remove the second row.
    """
    return alike(quotes, "paragraph_id", "start", "end")


def tells_all_of_its_speaker_or_nothing(quotes: LazyFrame) -> LazyFrame:
    """Words for the speaker, their paragraph and their offsets are there together or not at all.

    Fill all four cells, or none.
    """
    return partly_filled(quotes, "speaker_text", "speaker_paragraph_id", "speaker_start", "speaker_end")


def tells_all_of_its_cue_or_nothing(quotes: LazyFrame) -> LazyFrame:
    """A cue and its offsets are there together or not at all.

    Fill all three cells, or none.
    """
    return partly_filled(quotes, "cue", "cue_start", "cue_end")


def starts_its_speaker_before_it_ends(quotes: LazyFrame) -> LazyFrame:
    """The words for the speaker start before they end.

    Correct the offsets: from 0, end exclusive.
    """
    return quotes.filter(col("speaker_start") >= col("speaker_end"))


def starts_its_cue_before_it_ends(quotes: LazyFrame) -> LazyFrame:
    """A cue starts before it ends.

    Correct the offsets: from 0, end exclusive.
    """
    return quotes.filter(col("cue_start") >= col("cue_end"))


def has_its_speaker_in_its_article(quotes: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """The words for the speaker stand in the quote's own article.

    Point at a paragraph of the same article.
    """
    here = in_article(quotes, paragraphs)
    there = paragraphs.rename({"paragraph_id": "speaker_paragraph_id"})
    both = beside(here, there, "speaker_paragraph_id", "article_id")
    return both.filter(col("article_id") != col("#article_id"))


def continues_an_earlier_quote(quotes: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """A quote carries on one that stands before it in the same article.

    Name an earlier quote of the article, or none.
    """
    placed = in_article(quotes, paragraphs)
    earlier = placed.drop("continues_id").rename({"quote_id": "continues_id"})
    both = beside(placed, earlier, "continues_id", "article_id", "position", "start")
    too_late = (col("#position") > col("position")) | (
        (col("#position") == col("position")) & (col("#start") >= col("start"))
    )
    return both.filter((col("#article_id") != col("article_id")) | too_late)


def says_the_day_of_its_meeting(quotes: LazyFrame, meetings: LazyFrame) -> LazyFrame:
    """A quote said at a meeting of a known day has a day.

    Give the day that the sentence tells, else that of the meeting.
    """
    both = beside(quotes, meetings, "meeting_id", "date_precision")
    return both.filter(col("said_on").is_null() & (col("#date_precision") == "day"))


def is_said_by_one_who_can_speak(speakers: LazyFrame, entities: LazyFrame) -> LazyFrame:
    """A speaker is a person, an organization or a country.

    Name who spoke, or remove the row.
    """
    return beside(speakers, entities, "entity_id", "type", "position").filter(~can_act())


def names_its_speaker(speakers: LazyFrame, mentions: LazyFrame) -> LazyFrame:
    """The mention of a speaker is linked to that speaker.

    Point at a mention of the entity, or at none.
    """
    both = beside(speakers, mentions, "mention_id", "paragraph_id", "entity_id")
    known = col("#paragraph_id").is_not_null()
    return both.filter(known & col("#entity_id").ne_missing(col("entity_id")))


def names_its_speaker_in_its_article(
    speakers: LazyFrame, quotes: LazyFrame, mentions: LazyFrame, paragraphs: LazyFrame
) -> LazyFrame:
    """The mention of a speaker stands in the quote's own article.

    Point at a mention in the same article, or at none.
    """
    said = beside(speakers, in_article(quotes, paragraphs), "quote_id", "article_id")
    said = said.rename({"#article_id": "article_id"})
    named = mentions.join(speakers, on="mention_id", how="semi")
    both = beside(said, in_article(named, paragraphs), "mention_id", "article_id")
    return both.filter(col("article_id") != col("#article_id"))
