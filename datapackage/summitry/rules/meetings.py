"""What meetings, their participants and their reports promise."""

import polars as pl
from polars import LazyFrame, col

from summitry.rules.beside import alike, articles_by, beside, can_act, in_article, miscounted


def ends_on_or_after_its_start(meetings: LazyFrame) -> LazyFrame:
    """A meeting does not end before it starts.

    Correct the dates.
    """
    return meetings.filter(col("end_date") < col("start_date"))


def is_one_day_by_the_day(meetings: LazyFrame) -> LazyFrame:
    """A meeting known to the day starts and ends on that day.

    Give both dates, the same, or another precision.
    """
    return unlike(meetings, "day", col("start_date"), col("start_date"))


def is_one_month_by_the_month(meetings: LazyFrame) -> LazyFrame:
    """A meeting known to the month has the first and the last day of that month.

    Give both days, or another precision.
    """
    return unlike(meetings, "month", col("start_date").dt.month_start(), col("start_date").dt.month_end())


def is_one_year_by_the_year(meetings: LazyFrame) -> LazyFrame:
    """A meeting known to the year has the first and the last day of that year.

    Give both days, or another precision.
    """
    year = col("start_date").dt.year()
    return unlike(meetings, "year", pl.date(year, 1, 1), pl.date(year, 12, 31))


def is_more_than_a_day_by_the_range(meetings: LazyFrame) -> LazyFrame:
    """A meeting known as a range has a first day, a later last day, or one of the two.

    Give the days that are known, or another precision.
    """
    nothing = col("start_date").is_null() & col("end_date").is_null()
    broken = nothing | (col("start_date") == col("end_date"))
    return meetings.filter((col("date_precision") == "range") & broken)


def has_no_date_if_unknown(meetings: LazyFrame) -> LazyFrame:
    """A meeting of unknown date has no dates.

    Remove the dates, or give another precision.
    """
    dated = col("start_date").is_not_null() | col("end_date").is_not_null()
    return meetings.filter((col("date_precision") == "unknown") & dated)


def is_held_before_it_is_told(
    meetings: LazyFrame, reports: LazyFrame, paragraphs: LazyFrame, articles: LazyFrame
) -> LazyFrame:
    """A held meeting starts on or before the day of the last article that tells of it.

    Correct the date, or the status.
    """
    told = beside(in_article(reports, paragraphs), articles, "article_id", "published_on")
    last = told.group_by("meeting_id").agg(col("#published_on").max())
    both = meetings.join(last, on="meeting_id", how="left")
    return both.filter((col("status") == "held") & (col("start_date") > col("#published_on")))


def counts_meetings_as_an_aggregate(meetings: LazyFrame) -> LazyFrame:
    """Only an aggregate states a number of meetings.

    Remove the number, or correct the status.
    """
    return meetings.filter(col("meeting_count").is_not_null() & (col("status") != "aggregate"))


def counts_its_participants(meetings: LazyFrame, participants: LazyFrame) -> LazyFrame:
    """A meeting has as many participants as it says.

    Correct the count, or put the lost participants back.
    """
    counts = participants.group_by("meeting_id").agg(pl.len().alias("#count"))
    return miscounted(meetings, counts, "meeting_id", "participant_count")


def counts_the_articles_that_tell_of_it(
    meetings: LazyFrame, reports: LazyFrame, paragraphs: LazyFrame
) -> LazyFrame:
    """A meeting is told in as many articles as it says.

    Correct the count, or put the lost reports back.
    """
    return miscounted(meetings, articles_by("meeting_id", reports, paragraphs), "meeting_id", "article_count")


def is_reported(meetings: LazyFrame, reports: LazyFrame) -> LazyFrame:
    """A meeting has a report.

    Add the place in the text that tells of it, or remove it.
    """
    return meetings.join(reports, on="meeting_id", how="anti")


def is_held_somewhere(meetings: LazyFrame, entities: LazyFrame) -> LazyFrame:
    """The place of a meeting is no person and no document.

    Name the place, or none.
    """
    places = entities.rename({"entity_id": "place_id"})
    return beside(meetings, places, "place_id", "type").filter(col("#type").is_in(["person", "document"]))


def lies_in_the_country_of_its_place(meetings: LazyFrame, entities: LazyFrame) -> LazyFrame:
    """The country of a meeting is that of its place, where both are known.

    Correct the country, or the place.
    """
    places = entities.rename({"entity_id": "place_id"})
    both = beside(meetings, places, "place_id", "country_code")
    return both.filter(col("country_code") != col("#country_code"))


def is_one_who_can_meet(participants: LazyFrame, entities: LazyFrame) -> LazyFrame:
    """A participant is a person, an organization or a country.

    Name who took part, or remove the row.
    """
    return beside(participants, entities, "entity_id", "type", "position").filter(~can_act())


def tells_of_a_meeting_once(reports: LazyFrame) -> LazyFrame:
    """A stretch of text tells of a meeting once.

    Remove the second row.
    """
    return alike(reports, "meeting_id", "paragraph_id", "start", "end")


def unlike(meetings: LazyFrame, precision: str, start: pl.Expr, end: pl.Expr) -> LazyFrame:
    """The meetings of a precision that do not have its two dates."""
    wrong = (
        col("start_date").ne_missing(start) | col("end_date").ne_missing(end) | col("start_date").is_null()
    )
    return meetings.filter((col("date_precision") == precision) & wrong)
