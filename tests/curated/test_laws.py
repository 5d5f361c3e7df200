"""Laws of amending that hold for whatever is written."""

from pathlib import Path

import pytest

from summitry.annotate import annotate_all
from summitry.curated.amending import amended
from summitry.curated.book import book_of
from summitry.curated.relinking import relinked
from summitry.extract.findings import findings_of
from summitry.read import read_articles
from summitry.resolve.drafts import draft_of
from summitry.resolve.reading import reading_of
from summitry.settings import MODEL

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.txt"))


@pytest.fixture(scope="module")
def readings():
    """Every golden article read to the end."""
    pages = annotate_all(read_articles(GOLDEN, base=GOLDEN[0].parent), MODEL)
    return [reading_of(page, findings_of(page)) for page in pages]


def refused(one, problem):
    """Nothing may be found unfit here."""
    raise AssertionError((one, problem))


def test_no_corrections_give_the_same_draft(readings):
    """A draft that is made again from what was kept of it is the same, so that only decisions change rows."""
    for reading in readings:
        draft = draft_of(reading)
        referents = draft.account.reading.referents | {one.key: one.referent for one in draft.known}
        kept = draft.account.reading
        again = type(kept)(
            **{name: getattr(kept, name) for name in kept.__slots__} | {"referents": referents}
        )
        found, used = amended(again, book_of((), {}, {}), (), refused)
        assert draft_of(found) == draft
        assert used == set()


def test_a_name_that_means_what_it_meant_changes_no_link(readings):
    """To say again what every name means leaves all speakers, participants and places as they were."""
    for reading in readings:
        again = reading
        for one in reading.mentions:
            if one.key and sum(each.span == one.span for each in reading.mentions) == 1:
                again = relinked(again, one.span, (one.key,))
        assert [one.key for one in again.mentions] == [one.key for one in reading.mentions]
        assert [one.speakers for one in again.quotes] == [one.speakers for one in reading.quotes]
        assert [(one.attendees, one.place) for one in again.tellings] == [
            (one.attendees, one.place) for one in reading.tellings
        ]
