"""The rules of the package, read from their promises and written once more, a row at a time."""

import csv
from calendar import monthrange
from hashlib import sha256

from oracle_cells import DATA
from oracle_evidence import OF_EVIDENCE, hides_a_conflict, tells_of_no_conflict
from oracle_form import SPACES


def listed(name):
    """The codes of a list."""
    lines = (DATA / "rules" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {code for line in lines if not line.startswith("#") for code in line.split()}


def country_codes():
    """The codes of countries that are and that were."""
    path = DATA / "knowledge" / "data" / "country_forms.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file)} | listed("withdrawn_countries")


LANGUAGES = listed("languages")
COUNTRIES = country_codes()


def has_unknown_language(_, row):
    """No code of ISO 639-1."""
    return row["language"] not in LANGUAGES


def has_unknown_country(_, row):
    """No code of a country that is or was."""
    return row["country_code"] is not None and row["country_code"] not in COUNTRIES


def miscounts_paragraphs(world, row):
    """Other than the paragraphs of the article."""
    return row["paragraph_count"] != len(world.where("paragraphs", "article_id", row["article_id"]))


def miscounts_words(world, row):
    """Other than the words of the paragraphs of the article."""
    texts = [each["text"] for each in world.where("paragraphs", "article_id", row["article_id"])]
    return row["word_count"] != sum(len(SPACES.sub(" ", text).split(" ")) - blanks(text) for text in texts)


def is_a_copy_of_another(world, row):
    """Of a copy, or of a later article."""
    first = world.where("articles", "article_id", row["story_id"])[:1]
    return any(
        one["story_id"] != row["story_id"] or one["published_on"] > row["published_on"] for one in first
    )


def blanks(text):
    """How many words of no letters splitting at each space leaves."""
    return SPACES.sub(" ", text).split(" ").count("")


def is_another_source(world, row):
    """A raw file of other bytes in the package."""
    raw = world.raw.get(row["source"])
    return raw is not None and row["sha256"] != sha256(raw).hexdigest()


def does_not_count_on(world, row):
    """No place behind those of the paragraphs before it."""
    siblings = world.where("paragraphs", "article_id", row["article_id"])
    ordered = sorted(siblings, key=lambda each: each["position"])
    return row["position"] != 1 + next(at for at, each in enumerate(ordered) if each is row)


def miscounts_mentions(world, row):
    """Other than the mentions linked to the entity."""
    return row["mention_count"] != len(world.where("mentions", "entity_id", row["entity_id"]))


def article_of(world, paragraph):
    """The article of a paragraph."""
    return world.one("paragraphs", paragraph)["article_id"]


def articles_of(world, rows):
    """The articles that rows stand in."""
    return {article_of(world, row["paragraph_id"]) for row in rows}


def miscounts_articles_of_entity(world, row):
    """Other than the articles of the entity's mentions."""
    mentions = world.where("mentions", "entity_id", row["entity_id"])
    return row["article_count"] != len(articles_of(world, mentions))


def is_not_mentioned(world, row):
    """No mention of the entity."""
    return not world.where("mentions", "entity_id", row["entity_id"])


def has_geonames_and_is_no_place(_, row):
    """An id of GeoNames on something else than a place."""
    return row["geonames_id"] is not None and row["type"] != "place"


def holds_a_position_it_cannot(_, row):
    """A position of an organization, an event or a document."""
    return row["position"] is not None and row["type"] not in {"person", "place"}


def starts_late(start, end):
    """An end that does not come after the start."""

    def late(_, row):
        return None not in {row[start], row[end]} and row[start] >= row[end]

    return late


def is_sure_of_no_link(_, row):
    """A confidence where nothing is linked."""
    return row["confidence"] is not None and row["entity_id"] is None


def is_said_already(*columns):
    """The same in these columns as an earlier row."""

    def already(world, row):
        rows = [each for each in world.all(row.table) if each.line < row.line]
        return any(all(row[name] == each[name] for name in columns) for each in rows)

    return already


def is_partly_told(*columns):
    """Some of these cells filled and some empty."""

    def partly(_, row):
        return len({row[column] is None for column in columns}) > 1

    return partly


def has_its_speaker_elsewhere(world, row):
    """Words for the speaker in another article."""
    there = row["speaker_paragraph_id"]
    return there is not None and article_of(world, there) != article_of(world, row["paragraph_id"])


def continues_no_earlier_quote(world, row):
    """Carries on a quote of another article or one that does not come before."""
    if row["continues_id"] is None:
        return False
    other = world.one("quotes", row["continues_id"])
    here, there = (world.one("paragraphs", each["paragraph_id"]) for each in (row, other))
    if here["article_id"] != there["article_id"]:
        return True
    return (there["position"], other["start"]) >= (here["position"], row["start"])


def lacks_the_day_of_its_meeting(world, row):
    """No day, though its meeting is known to the day."""
    if row["said_on"] is not None or row["meeting_id"] is None:
        return False
    return world.one("meetings", row["meeting_id"])["date_precision"] == "day"


def cannot_act(world, row):
    """Neither person nor organization nor country."""
    entity = world.one("entities", row["entity_id"])
    if entity["type"] == "place":
        return entity["position"] != "country"
    return entity["type"] not in {"person", "organization"}


def names_another(world, row):
    """A mention of somebody else, or of nobody."""
    if row["mention_id"] is None:
        return False
    mention = world.one("mentions", row["mention_id"])
    # a mention without a paragraph is no place in the text yet
    return bool(mention["paragraph_id"]) and mention["entity_id"] != row["entity_id"]


def names_its_speaker_elsewhere(world, row):
    """A mention in another article than the quote."""
    if row["mention_id"] is None:
        return False
    mention, quote = world.one("mentions", row["mention_id"]), world.one("quotes", row["quote_id"])
    return article_of(world, mention["paragraph_id"]) != article_of(world, quote["paragraph_id"])


def ends_early(_, row):
    """An end before the start."""
    return None not in {row["start_date"], row["end_date"]} and row["end_date"] < row["start_date"]


def has_not_the_days_of(precision, first, last):
    """Other days than a date of this precision has."""

    def other(_, row):
        if row["date_precision"] != precision:
            return False
        start, end = row["start_date"], row["end_date"]
        return start is None or start != first(start) or end != last(start)

    return other


def month_end(day):
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def is_no_range(_, row):
    """A range of one day, or of none."""
    if row["date_precision"] != "range":
        return False
    start, end = row["start_date"], row["end_date"]
    return (start is None and end is None) or start == end


def has_dates_though_unknown(_, row):
    """Dates of an unknown day."""
    if row["date_precision"] != "unknown":
        return False
    return row["start_date"] is not None or row["end_date"] is not None


def is_told_before_it_is_held(world, row):
    """Held, by all articles that tell of it, in their future."""
    if row["status"] != "held" or row["start_date"] is None:
        return False
    reports = world.where("reports", "meeting_id", row["meeting_id"])
    days = [world.one("articles", each)["published_on"] for each in articles_of(world, reports)]
    return bool(days) and row["start_date"] > max(days)


def counts_meetings_as_one(_, row):
    """A number of meetings of one that is no aggregate."""
    return row["meeting_count"] is not None and row["status"] != "aggregate"


def miscounts_participants(world, row):
    """Other than the participants of the meeting."""
    return row["participant_count"] != len(world.where("participants", "meeting_id", row["meeting_id"]))


def miscounts_articles_of_meeting(world, row):
    """Other than the articles that tell of the meeting."""
    reports = world.where("reports", "meeting_id", row["meeting_id"])
    return row["article_count"] != len(articles_of(world, reports))


def is_not_reported(world, row):
    """No report of the meeting."""
    return not world.where("reports", "meeting_id", row["meeting_id"])


def is_held_in_no_place(world, row):
    """A person or a document as the place."""
    place = row["place_id"]
    return place is not None and world.one("entities", place)["type"] in {"person", "document"}


def lies_elsewhere(world, row):
    """Another country than that of the place."""
    if row["place_id"] is None or row["country_code"] is None:
        return False
    theirs = world.one("entities", row["place_id"])["country_code"]
    return theirs is not None and theirs != row["country_code"]


RULES = {
    "articles": {
        "counts-its-paragraphs": miscounts_paragraphs,
        "counts-its-words": miscounts_words,
        "has-the-code-of-a-language": has_unknown_language,
        "is-a-copy-of-the-first": is_a_copy_of_another,
        "source-hash": is_another_source,
    },
    "paragraphs": {"counts-on-from-one": does_not_count_on},
    "entities": {
        "counts-its-mentions": miscounts_mentions,
        "counts-its-articles": miscounts_articles_of_entity,
        "is-mentioned": is_not_mentioned,
        "has-geonames-as-a-place": has_geonames_and_is_no_place,
        "holds-its-position-as-person-or-place": holds_a_position_it_cannot,
        "has-the-code-of-a-country": has_unknown_country,
    },
    "mentions": {
        "starts-before-it-ends": starts_late("start", "end"),
        "names-an-entity-once": is_said_already("paragraph_id", "start", "end", "entity_id"),
        "has-no-confidence-if-unlinked": is_sure_of_no_link,
    },
    "quotes": {
        "starts-before-it-ends": starts_late("start", "end"),
        "is-quoted-once": is_said_already("paragraph_id", "start", "end"),
        "tells-all-of-its-speaker-or-nothing": is_partly_told(
            "speaker_text", "speaker_paragraph_id", "speaker_start", "speaker_end"
        ),
        "tells-all-of-its-cue-or-nothing": is_partly_told("cue", "cue_start", "cue_end"),
        "starts-its-speaker-before-it-ends": starts_late("speaker_start", "speaker_end"),
        "starts-its-cue-before-it-ends": starts_late("cue_start", "cue_end"),
        "has-its-speaker-in-its-article": has_its_speaker_elsewhere,
        "continues-an-earlier-quote": continues_no_earlier_quote,
        "says-the-day-of-its-meeting": lacks_the_day_of_its_meeting,
    },
    "speakers": {
        "is-said-by-one-who-can-speak": cannot_act,
        "names-its-speaker": names_another,
        "names-its-speaker-in-its-article": names_its_speaker_elsewhere,
    },
    "meetings": {
        "ends-on-or-after-its-start": ends_early,
        "is-one-day-by-the-day": has_not_the_days_of("day", lambda day: day, lambda day: day),
        "is-one-month-by-the-month": has_not_the_days_of("month", lambda day: day.replace(day=1), month_end),
        "is-one-year-by-the-year": has_not_the_days_of(
            "year", lambda day: day.replace(month=1, day=1), lambda day: day.replace(month=12, day=31)
        ),
        "is-more-than-a-day-by-the-range": is_no_range,
        "has-no-date-if-unknown": has_dates_though_unknown,
        "is-held-before-it-is-told": is_told_before_it_is_held,
        "counts-meetings-as-an-aggregate": counts_meetings_as_one,
        "counts-its-participants": miscounts_participants,
        "counts-the-articles-that-tell-of-it": miscounts_articles_of_meeting,
        "is-reported": is_not_reported,
        "is-held-somewhere": is_held_in_no_place,
        "lies-in-the-country-of-its-place": lies_elsewhere,
        "says-that-its-reports-differ": hides_a_conflict,
        "has-reports-that-differ": tells_of_no_conflict,
        "has-the-code-of-a-country": has_unknown_country,
    },
    "participants": {"is-one-who-can-meet": cannot_act, "has-the-code-of-a-country": has_unknown_country},
    "reports": {
        "starts-before-it-ends": starts_late("start", "end"),
        "tells-of-a-meeting-once": is_said_already("meeting_id", "paragraph_id", "start", "end"),
    },
    "evidence": OF_EVIDENCE | {"starts-before-it-ends": starts_late("start", "end")},
}
"""Whether a row breaks a rule, by table and rule."""
