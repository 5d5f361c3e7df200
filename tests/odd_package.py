"""A package whose ids and texts break careless pages, for the tests of what writes pages."""

from dataclasses import replace

from small_package import MEETING, small_tables
from summitry.rows import Evidence

EVIL = "<script>alert('x')</script> & \"Co\" </p>"
"""A text that would take a careless page over."""

ODD = [
    "CON",
    "Abe",
    "abe",
    "ä/../b",
    "a%20b",
    "<b>&",
    'x"y',
    "x" * 300,
    "東京",
    "a.html",
    "~x",
    "nul",
    "a:b?c#d",
]
"""Ids that some file system or browser does not take as they are."""


KNOWN = {
    "articles": "oslo-talks",
    "paragraphs": "oslo-talks-p1",
    "entities": "oslo",
    "mentions": "CON",
    "quotes": "oslo-talks-p2-q1-21",
    "speakers": "oslo-talks-p2-q1-21 kari-solheim",
    "meetings": MEETING,
    "participants": f"{MEETING} erik-dahl",
    "reports": "a.html",
}
"""A row of each table of which something is known that rests on no words."""


def odd_tables():
    """Tables whose ids and texts are of the kind that breaks pages."""
    tables = small_tables()
    new = {
        "articles": [odd_article(tables.articles[0], key, number) for number, key in enumerate(ODD)],
        "paragraphs": [
            replace(tables.paragraphs[0], paragraph_id=f"{key}-p", article_id=key, text=EVIL) for key in ODD
        ],
        "entities": [replace(tables.entities[0], entity_id=key, name=f"{EVIL} {key}") for key in ODD],
        "mentions": [
            replace(placed(tables.mentions[0], key, 0, 9), mention_id=key, entity_id=key) for key in ODD
        ],
        "meetings": [
            replace(tables.meetings[0], meeting_id=key, name=EVIL, participant_count=0) for key in ODD
        ],
        "evidence": [
            Evidence(f"known-{name}", name, key, "field", EVIL, None, None, None, "curated", None)
            for name, key in KNOWN.items()
        ],
        "reports": [
            replace(placed(tables.reports[0], key, 3, 12), report_id=key, meeting_id=key) for key in ODD
        ],
    }
    return tables._replace(**{name: (*getattr(tables, name), *rows) for name, rows in new.items()})


def odd_article(article, key, number):
    """An article with an odd key."""
    return replace(article, article_id=key, sha256=f"{number:064x}", title=EVIL)


def placed(row, key, start, end):
    """A row on some of the words of an odd article."""
    return replace(row, paragraph_id=f"{key}-p", start=start, end=end, text=EVIL[start:end])
