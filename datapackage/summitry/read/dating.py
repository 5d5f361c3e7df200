"""On which day an article was published: what its source says, else the best of what stands around it.

1. `header`, `record`, `metadata`: what the article, its record or its format says; two that differ are
   refused.
2. `dateline`: the day before its first sentence, if it is told whole, with the year.
3. `file_name`: the day in the name of its file (`2019-05-14`, `20190514`), or its folders (`2019/05/14/`).
4. `fetched`: the day on which a web archive fetched it.
5. `given`: what the user says of all that tell no day (`--date`).

The first that is there counts, and `articles.date_source` says which it was. A dateline or a file name that
differs from what the source says contradicts nothing: one is often a day older, the other a day of download.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from summitry.page import Dispatch
from summitry.read.days import EXPECTED, day_of_dateline, day_of_path
from summitry.read.keys import article_key
from summitry.read.terms import Terms
from summitry.read.unfit import Unfit
from summitry.rows import DateSource

Told = tuple[date | None, DateSource]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of an article from where it lay."""

    paths: Sequence[str] = ()
    """The path of its file; in an archive the path there, and then that of the archive."""
    fetched: date | None = None


def settled(article: Dispatch, around: Around, terms: Terms) -> Dispatch:
    """The article with its day and its key, as tables need them; without a day it is refused."""
    if not terms.for_tables:
        return article
    for day, source in days_of(article, around, terms):
        if day:
            if terms.latest and day > terms.latest:
                raise Unfit("date", f"the date {day}, which is in the future", f"a date up to {terms.latest}")
            key = article_key(article.article_id)
            return replace(article, article_id=key, published_on=day, date_source=source)
    raise Unfit("date", "nothing", EXPECTED)


def days_of(article: Dispatch, around: Around, terms: Terms) -> Iterator[Told]:
    """Yield what tells of the day, the most trusted first; each is looked for only when its turn comes."""
    yield article.published_on, article.date_source or "metadata"
    yield day_of_dateline(article.dateline or ""), "dateline"
    for path in around.paths:
        yield day_of_path(path), "file_name"
    yield around.fetched, "fetched"
    yield terms.given, "given"


def has_last_resort(around: Around, terms: Terms) -> bool:
    """Whether records need no date of their own."""
    return bool(terms.given or around.fetched or any(map(day_of_path, around.paths)))
