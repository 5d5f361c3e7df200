"""Tables that keep every promise: two articles about people and countries that are not."""

import hashlib
from datetime import date

from summitry.rows import (
    Article,
    Entity,
    Evidence,
    Meeting,
    Mention,
    Paragraph,
    Participant,
    Quote,
    Report,
    Speaker,
    Tables,
)

TEXT = {
    "river-1": "President Ana Lund of Norland met Premier Émile Roche in Tarn on Thursday, officials said.",
    "river-2": "“We agree on the river,” Lund told reporters. “We will sign in June.”",
    "river-3": 'He said it was “a good day”, a "first", and called on Norland to wait.',
    "visit-1": "Roche will visit Norland in June, the Tarn Post reported.",
    "visit-2": "The two leaders have met three times since 2016, Lund said.",
}
TALKS, VISIT, SERIES = (
    "2019-05-16-tarn-ana-lund-emile-roche",
    "2019-06-norland-emile-roche",
    "since-2016-ana-lund-emile-roche",
)
THURSDAY = date(2019, 5, 16)
REVIEWED = {"river-1", "river-2", TALKS}
"""The paragraphs and meetings that a person has looked at, with what was read in them."""


def placed(paragraph, words):
    """Start, end and words of a stretch of a paragraph."""
    start = TEXT[paragraph].index(words)
    return start, start + len(words), words


def mention(paragraph, words, entity_id, form="name", title=None):
    """A mention of an entity, with a key made of its place."""
    start, end, text = placed(paragraph, words)
    key = f"{paragraph}-m{start}-{entity_id or 'unlinked'}"
    confidence = 0.97 if entity_id else None
    return Mention(
        key, paragraph, start, end, text, entity_id, form, title, confidence, paragraph in REVIEWED
    )


MENTIONS = (
    mention("river-1", "Ana Lund", "ana-lund", title="President"),
    mention("river-1", "Norland", "norland"),
    mention("river-1", "Émile Roche", "emile-roche", title="Premier"),
    mention("river-1", "Tarn", "tarn"),
    mention("river-2", "Lund", "ana-lund"),
    mention("river-3", "He", "emile-roche", "pronoun"),
    mention("river-3", "Norland", "norland", "metonym"),
    mention("visit-1", "Roche", "emile-roche"),
    mention("visit-1", "Norland", "norland"),
    mention("visit-1", "Tarn Post", "tarn-post"),
    mention("visit-2", "The two leaders", "ana-lund", "nominal"),
    mention("visit-2", "The two leaders", "emile-roche", "nominal"),
    mention("visit-2", "Lund", "ana-lund"),
)


def quote(paragraph, kind, words, speaker, cue, **more):
    """A quote whose speaker and cue stand in its own paragraph."""
    start, end, text = placed(paragraph, words)
    speaker_start, speaker_end, speaker_text = placed(paragraph, speaker)
    cue_start, cue_end, _ = placed(paragraph, cue) if cue else (None, None, None)
    blank = dict.fromkeys(("addressee", "said_on", "meeting_id", "continues_id"))
    return Quote(
        quote_id=f"{paragraph}-q{start}",
        paragraph_id=paragraph,
        kind=kind,
        start=start,
        end=end,
        text=text,
        speaker_text=speaker_text,
        speaker_paragraph_id=paragraph,
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        cue=cue,
        cue_start=cue_start,
        cue_end=cue_end,
        reviewed=paragraph in REVIEWED,
        **blank | more,
    )


AT_TALKS = {"meeting_id": TALKS, "said_on": THURSDAY}
QUOTES = (
    quote("river-2", "direct", "We agree on the river,", "Lund", "told", addressee="reporters", **AT_TALKS),
    quote("river-2", "direct", "We will sign in June.", "Lund", None, continues_id="river-2-q1", **AT_TALKS),
    quote("river-3", "mixed", "it was “a good day”", "He", "said"),
    quote("river-3", "indirect", "to wait", "He", "called on", addressee="Norland"),
    quote("visit-2", "indirect", "The two leaders have met three times since 2016", "Lund", "said"),
)


def told(paragraph, meeting, words, when=None, where=None):
    """A report of a meeting."""
    start, end, text = placed(paragraph, words)
    key, reviewed = f"{paragraph}-r{start}", paragraph in REVIEWED
    return Report(key, meeting, paragraph, start, end, text, when, where, reviewed)


REPORTS = (
    told("river-1", TALKS, "met Premier Émile Roche in Tarn on Thursday", "Thursday", "Tarn"),
    told("visit-1", VISIT, "will visit Norland in June", "June", "Norland"),
    told("visit-2", SERIES, "have met three times since 2016", "since 2016"),
)
PARTICIPANTS = (
    Participant(TALKS, "ana-lund", "visitor", "President of Norland", "NOR", reviewed=True),
    Participant(TALKS, "emile-roche", "host", "Premier", "FRA", reviewed=True),
    Participant(VISIT, "emile-roche", "visitor", None, "FRA"),
    Participant(SERIES, "ana-lund", "participant", None, None),
    Participant(SERIES, "emile-roche", "participant", None, None),
)


def reason(number, cell, value, words, basis="stated", source=None):  # noqa: PLR0913, PLR0917  # its columns
    """A reason for a cell: the words that it rests on, and their paragraph, or none."""
    paragraph, text = words or (None, None)
    start, end, _ = placed(paragraph, text) if paragraph else (None, None, None)
    return Evidence(f"e-{number}", *cell, value, paragraph, start, end, basis, source)


LUND = "river-1-m10-ana-lund"
EVIDENCE = (
    reason(0, ("meetings", TALKS, "end_date"), "2019-05-16", ("river-1", "Thursday"), "inferred"),
    reason(1, ("meetings", TALKS, "place_id"), "tarn", ("river-1", "Tarn")),
    reason(2, ("meetings", VISIT, "status"), "planned", ("visit-1", "will visit")),
    reason(3, ("meetings", VISIT, "status"), "proposed", ("visit-2", "said")),
    reason(4, ("mentions", LUND, "entity_id"), "ana-lund", ("river-1", "Ana Lund"), "knowledge", "people"),
    reason(5, ("mentions", LUND, "title"), "President", ("river-1", "President")),
    reason(
        6,
        ("participants", f"{TALKS} ana-lund", "position"),
        "President of Norland",
        None,
        "knowledge",
        "offices",
    ),
    reason(7, ("quotes", "river-2-q1", "addressee"), "reporters", ("river-2", "reporters")),
    reason(8, ("quotes", "river-2-q1", "said_on"), "2019-05-16", ("river-1", "Thursday"), "curated"),
)


def article(article_id, published_on, title):
    """An article of the paragraphs that bear its name."""
    texts = [text for key, text in TEXT.items() if key.startswith(article_id)]
    return Article(
        article_id=article_id,
        source=f"data/raw/{article_id}.txt",
        sha256=hashlib.sha256(raw(article_id).encode()).hexdigest(),
        published_on=published_on,
        title=title,
        byline=None,
        agency="NPA",
        dateline="TARN",
        url=None,
        language="en",
        paragraph_count=len(texts),
        word_count=sum(len(text.split()) for text in texts),
        changes=0,
        story_id=article_id,
    )


def raw(article_id):
    """The raw file of an article."""
    return "\n\n".join(text for key, text in TEXT.items() if key.startswith(article_id))


def entity(entity_id, name, kind, country_code=None, **more):
    """An entity with its counts."""
    mentions = [each for each in MENTIONS if each.entity_id == entity_id]
    return Entity(
        entity_id=entity_id,
        name=name,
        type=kind,
        country_code=country_code,
        mention_count=len(mentions),
        article_count=len({each.paragraph_id.split("-")[0] for each in mentions}),
        **dict.fromkeys(("position", "wikidata_id", "geonames_id")) | more,
    )


def meeting(meeting_id, kind, status, precision, **more):
    """A meeting with its counts."""
    blank = dict.fromkeys(("place_id", "venue", "country_code", "delegation", "meeting_count"))
    return Meeting(
        meeting_id=meeting_id,
        name=f"A meeting: {kind}",
        kind=kind,
        status=status,
        date_precision=precision,
        participant_count=sum(each.meeting_id == meeting_id for each in PARTICIPANTS),
        article_count=1,
        conflict=meeting_id == VISIT,
        confidence=0.6,
        reviewed=meeting_id in REVIEWED,
        **blank | more,
    )


ENTITIES = (
    entity(
        "ana-lund",
        "Ana Lund",
        "person",
        "NOR",
        position="President of Norland",
        wikidata_id="Q900001",
        reviewed=True,
    ),
    entity("emile-roche", "Émile Roche", "person", "FRA", position="Premier"),
    entity(
        "norland", "Norland", "place", "NOR", position="country", wikidata_id="Q900002", geonames_id=900001
    ),
    entity("tarn", "Tarn", "place", "FRA", position="city", geonames_id=900002),
    entity("tarn-post", "Tarn Post", "organization", "FRA"),
)
MEETINGS = (
    meeting(
        TALKS,
        "talks",
        "held",
        "day",
        start_date=THURSDAY,
        end_date=THURSDAY,
        place_id="tarn",
        country_code="FRA",
    ),
    meeting(
        VISIT,
        "visit",
        "planned",
        "month",
        start_date=date(2019, 6, 1),
        end_date=date(2019, 6, 30),
        place_id="norland",
        country_code="NOR",
    ),
    meeting(
        SERIES,
        "other",
        "aggregate",
        "range",
        start_date=date(2016, 1, 1),
        end_date=THURSDAY,
        meeting_count=3,
    ),
)


def sound_tables():
    """The ten tables."""
    return Tables(
        articles=(
            article("river", date(2019, 5, 17), "Lund and Roche agree, at last"),
            article("visit", date(2019, 5, 18), None),
        ),
        paragraphs=tuple(
            Paragraph(key, key.split("-")[0], int(key.split("-")[1]), text) for key, text in TEXT.items()
        ),
        entities=ENTITIES,
        mentions=MENTIONS,
        quotes=QUOTES,
        speakers=(
            Speaker("river-2-q1", "ana-lund", "river-2-m25-ana-lund", 0.9, reviewed=True),
            Speaker("river-2-q47", "ana-lund", "river-2-m25-ana-lund", 0.9, reviewed=True),
            Speaker("river-3-q8", "emile-roche", "river-3-m0-emile-roche", 0.9),
            Speaker("river-3-q62", "emile-roche", "river-3-m0-emile-roche", 0.9),
            Speaker("visit-2-q0", "ana-lund", None, None),
        ),
        meetings=MEETINGS,
        participants=PARTICIPANTS,
        reports=REPORTS,
        evidence=EVIDENCE,
    )
