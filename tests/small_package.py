"""A small package that keeps every promise, for the tests of what reads and writes packages."""

import errno
import os
import random
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

TOLD = {
    "oslo-talks-p1": "Norwegian Foreign Minister Kari Solheim met Erik Dahl in Oslo on Tuesday.",
    "oslo-talks-p2": "“We need the railway,” Solheim told reporters. “It will come.”",
    "visit-plans-p1": "Dahl has no plans, NA, a paper said.",
}
REVIEWED = "oslo-talks-p2"
"""A person has looked at what was read in this paragraph, at the meeting and at its place."""

MEETING = "2019-05-14-oslo-erik-dahl-kari-solheim"


def span(paragraph, words):
    """Paragraph, start, end and text of words in a paragraph."""
    start = TOLD[paragraph].index(words)
    return paragraph, start, start + len(words), words


def mention(paragraph, words, entity, form="name", title=None):
    """A mention of an entity."""
    where = span(paragraph, words)
    confidence, reviewed = 0.97 if entity else None, paragraph == REVIEWED
    return Mention(f"{paragraph}-{where[1]}-{where[2]}", *where, entity, form, title, confidence, reviewed)


def small_tables():
    """A package of two articles in its published order: every table has a row and every key holds."""
    solheim, dahl = "kari-solheim", "erik-dahl"
    first, second, third = TOLD
    hers, speaker, cue = span(second, "We need the railway,"), span(second, "Solheim"), span(second, "told")
    more = span(second, "It will come.")
    report = span(first, "Kari Solheim met Erik Dahl in Oslo on Tuesday")
    day = date(2019, 5, 14)
    her_name = mention(second, "Solheim", solheim)
    return Tables(
        articles=(
            Article(
                "visit-plans", None, "1" * 64, date(2019, 5, 10), None, None, None, None, None, "en", 1, 8, 0,
                "visit-plans",
            ),
            Article(
                "oslo-talks", "data/raw/oslo-talks.txt", "0" * 64, date(2019, 5, 15), 'A "new", fast railway',
                None, "AFP", "OSLO", "https://news.example/oslo-talks", "en", 2, 22, 3,
                "oslo-talks",
            ),
        ),
        paragraphs=(
            Paragraph(third, "visit-plans", 1, TOLD[third]),
            Paragraph(first, "oslo-talks", 1, TOLD[first]),
            Paragraph(second, "oslo-talks", 2, TOLD[second]),
        ),
        entities=(
            Entity(dahl, "Erik Dahl", "person", None, None, None, None, 2, 2),
            Entity(solheim, "Kari Solheim", "person", "Foreign Minister of Norway", "NOR", None, None, 2, 1),
            Entity("norway", "Norway", "place", "country", "NOR", "Q20", 3144096, 1, 1),
            Entity("oslo", "Oslo", "place", "city", "NOR", "Q585", 3143244, 1, 1, True),
        ),
        mentions=(
            mention(third, "Dahl", dahl),
            mention(third, "NA", None),
            mention(first, "Norwegian", "norway", "demonym"),
            mention(first, "Kari Solheim", solheim, title="Norwegian Foreign Minister"),
            mention(first, "Erik Dahl", dahl),
            mention(first, "Oslo", "oslo"),
            her_name,
        ),
        quotes=(
            Quote(
                f"{second}-q1-21", second, "direct", *hers[1:], speaker[3], *speaker[:3], cue[3], *cue[1:3],
                "reporters", day, MEETING, None, True,
            ),
            Quote(
                f"{second}-q48-61", second, "direct", *more[1:], None, None, None, None, None, None, None,
                None, day, MEETING, f"{second}-q1-21", True,
            ),
        ),
        speakers=(
            Speaker(f"{second}-q1-21", solheim, her_name.mention_id, 0.98, True),
            Speaker(f"{second}-q48-61", solheim, None, 0.9),
        ),
        meetings=(
            Meeting(
                MEETING, "Talks of Kari Solheim and Erik Dahl in Oslo", "talks", "held", day, day, "day",
                "oslo", None, "NOR", None, None, 2, 1, False, 0.6, True,
            ),
        ),
        participants=(
            Participant(MEETING, dahl, "participant", None, None),
            Participant(MEETING, solheim, "participant", "Foreign Minister of Norway", "NOR", True),
        ),
        reports=(Report(f"{first}-r27-72", MEETING, *report, "on Tuesday", "Oslo", False),),
        evidence=(
            Evidence(
                f"{first}-e65", "meetings", MEETING, "start_date", "2019-05-14", *span(first, "Tuesday")[:3],
                "inferred", None,
            ),
            Evidence(
                f"{MEETING}-e", "participants", f"{MEETING} {solheim}", "position",
                "Foreign Minister of Norway", None, None, None, "knowledge", "offices",
            ),
        ),
    )  # fmt: skip


def shuffled(tables, seed=0):
    """The same rows in another order."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    return Tables(*(tuple(chance.sample(rows, len(rows))) for rows in tables))


def files(folder):
    """What lies in a folder, file by file; what a build keeps for the next one is no part of it."""
    paths = [path for path in folder.rglob("*") if path.is_file() and ".summitry" not in path.parts]
    return {path.name: path.read_bytes() for path in paths}


def full_disk(*_):
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def nth(number, call):
    """The call, which fails for the nth time as a full disk does."""
    count = iter(range(1, 1000))
    return lambda *args: full_disk() if next(count) == number else call(*args)
