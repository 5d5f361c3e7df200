"""A page for each country: its people, the meetings there, and the meetings of its people."""

from typing import Final, NamedTuple

from summitry.bounds import SITE_ROWS
from summitry.site.addresses import page_of
from summitry.site.naming import country_name
from summitry.site.pages import Pages
from summitry.site.store import Store

CODES: Final = """
SELECT country_code FROM entities UNION SELECT country_code FROM meetings
UNION SELECT country_code FROM participants
"""
COUNTS: Final = """
SELECT (SELECT count(*) FROM entities WHERE country_code = :code) AS entities,
  (SELECT count(*) FROM meetings WHERE country_code = :code AND status = 'held') AS held_here,
  (SELECT count(*) FROM meetings WHERE country_code = :code) AS here,
  (SELECT count(DISTINCT meeting_id) FROM participants WHERE country_code = :code) AS met
"""
ENTITIES: Final = """
SELECT * FROM entities WHERE country_code = ? ORDER BY mention_count DESC, entity_id LIMIT ?
"""
HERE: Final = """
SELECT * FROM meetings WHERE country_code = ? ORDER BY start_date IS NULL, start_date, meeting_id LIMIT ?
"""
MET: Final = """
SELECT t.* FROM (SELECT DISTINCT meeting_id FROM participants WHERE country_code = ?) w
JOIN meetings t USING (meeting_id) ORDER BY t.start_date IS NULL, t.start_date, t.meeting_id LIMIT ?
"""


class Land(NamedTuple):
    """A country of the package, and how much is told of it."""

    code: str
    name: str
    entities: int
    held_here: int
    here: int
    met: int


def lands_of(store: Store) -> list[Land]:
    """Every country that a row names, by name."""
    codes = [row[0] for row in store.rows(CODES) if row[0]]
    lands = [Land(code, country_name(code), *store.rows(COUNTS, code=code)[0]) for code in codes]
    return sorted(lands, key=lambda land: (land.name, land.code))


def write_countries(store: Store, pages: Pages) -> None:
    """Write the page of each country, and the list of them."""
    lands = lands_of(store)
    pages.write("countries.html", "countries.html", lands=lands)
    for land in lands:
        pages.write(
            page_of("country", land.code),
            "country.html",
            land=land,
            entities=store.rows(ENTITIES, land.code, SITE_ROWS),
            here=store.rows(HERE, land.code, SITE_ROWS),
            met=store.rows(MET, land.code, SITE_ROWS),
        )
