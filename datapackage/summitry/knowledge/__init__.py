"""What is known of the world: countries, offices and their holders, organizations, places, events."""

from summitry.knowledge.companies import company_named
from summitry.knowledge.countries import (
    Country,
    countries_of_demonym,
    country,
    country_named,
    country_of_capital,
    country_of_demonym,
)
from summitry.knowledge.disputes import DisputedPlace, disputed_places
from summitry.knowledge.events import Event, event_named
from summitry.knowledge.forms import may_be_known, may_open_name
from summitry.knowledge.leaders import leaders_called
from summitry.knowledge.offices import Term, holders, is_office, position_of, terms_of
from summitry.knowledge.organizations import Organization, organization_named
from summitry.knowledge.people import (
    Person,
    gender_of,
    is_given_name,
    is_surname,
    likely_gender,
    people_named,
    people_with_surname,
    person,
)
from summitry.knowledge.places import (
    Place,
    Seat,
    counties_named,
    place_named,
    place_of_adjective,
    seat_named,
    state_named,
    towns_named,
    wikidata_id_of_place,
)
from summitry.knowledge.titles import country_of_title, kind_of_title

__all__ = [
    "Country",
    "DisputedPlace",
    "Event",
    "Organization",
    "Person",
    "Place",
    "Seat",
    "Term",
    "company_named",
    "counties_named",
    "countries_of_demonym",
    "country",
    "country_named",
    "country_of_capital",
    "country_of_demonym",
    "country_of_title",
    "disputed_places",
    "event_named",
    "gender_of",
    "holders",
    "is_given_name",
    "is_office",
    "is_surname",
    "kind_of_title",
    "leaders_called",
    "likely_gender",
    "may_be_known",
    "may_open_name",
    "organization_named",
    "people_named",
    "people_with_surname",
    "person",
    "place_named",
    "place_of_adjective",
    "position_of",
    "seat_named",
    "state_named",
    "terms_of",
    "towns_named",
    "wikidata_id_of_place",
]
