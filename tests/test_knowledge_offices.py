"""Who held which office when, job titles, and people by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.knowledge import (
    country_of_title,
    gender_of,
    holders,
    kind_of_title,
    people_named,
    people_with_surname,
    person,
    position_of,
    terms_of,
)
from summitry.knowledge.days import first_day, last_day
from summitry.knowledge.spelling import folded, name_key
from summitry.knowledge.tables import rows_of

HOLDERS = [
    ("USA", "head_of_state", "2012-06-01", "Barack Obama"),
    ("USA", "head_of_state", "2023-06-01", "Joe Biden"),
    ("USA", "vice_president", "2010-03-01", "Joe Biden"),
    ("USA", "foreign_minister", "2006-05-01", "Condoleezza Rice"),
    ("USA", "spokesperson", "2018-09-01", "Sarah Sanders"),
    ("GBR", "head_of_government", "2004-02-01", "Tony Blair"),
    ("GBR", "head_of_government", "2022-10-10", "Liz Truss"),
    ("GBR", "head_of_state", "2015-01-01", "Elizabeth II"),
    ("GBR", "head_of_state", "2023-01-01", "Charles III"),
    ("FRA", "head_of_state", "2009-01-01", "Nicolas Sarkozy"),
    ("FRA", "foreign_minister", "2016-05-01", "Jean-Marc Ayrault"),
    ("DEU", "head_of_government", "2003-01-01", "Gerhard Schröder"),
    ("DEU", "foreign_minister", "2011-05-01", "Guido Westerwelle"),
    ("DEU", "defence_minister", "2016-05-01", "Ursula von der Leyen"),
    ("ITA", "head_of_government", "2015-05-01", "Matteo Renzi"),
    ("RUS", "head_of_state", "2010-05-01", "Dmitry Medvedev"),
    ("RUS", "head_of_government", "2010-05-01", "Vladimir Putin"),
    ("RUS", "defence_minister", "2019-05-01", "Sergey Shoygu"),
    ("UKR", "head_of_state", "2012-05-01", "Viktor Yanukovych"),
    ("CHN", "head_of_state", "2008-05-01", "Hu Jintao"),
    ("CHN", "foreign_minister", "2023-04-01", "Qin Gang"),
    ("JPN", "head_of_government", "2010-07-01", "Naoto Kan"),
    ("JPN", "chief_cabinet_secretary", "2014-05-01", "Yoshihide Suga"),
    ("KOR", "head_of_state", "2014-05-01", "Park Geun-hye"),
    ("PRK", "leader", "2005-05-01", "Kim Jong-il"),
    ("IND", "foreign_minister", "2015-05-01", "Sushma Swaraj"),
    ("IRN", "head_of_state", "2007-05-01", "Mahmoud Ahmadinejad"),
    ("IRN", "supreme_leader", "2007-05-01", "Ali Khamenei"),
    ("ISR", "head_of_government", "2007-05-01", "Ehud Olmert"),
    ("EGY", "head_of_state", "2009-05-01", "Hosni Mubarak"),
    ("TUR", "head_of_government", "2009-05-01", "Recep Tayyip Erdoğan"),
    ("BRA", "head_of_state", "2005-05-01", "Luiz Inácio Lula da Silva"),
    ("PER", "head_of_state", "2014-05-01", "Ollanta Humala"),
    ("THA", "head_of_government", "2013-05-01", "Yingluck Shinawatra"),
    ("AUS", "treasurer", "2016-05-01", "Scott Morrison"),
    ("CAN", "finance_minister", "2010-05-01", "Jim Flaherty"),
    (None, "un_secretary_general", "2003-05-01", "Kofi Annan"),
    (None, "nato_secretary_general", "2012-05-01", "Anders Fogh Rasmussen"),
    (None, "european_commission_president", "2016-05-01", "Jean-Claude Juncker"),
]


@pytest.mark.parametrize(
    ("code", "kind", "day", "name"), HOLDERS, ids=[f"{row[3]}, {row[1]}" for row in HOLDERS]
)
def test_office_at_date(code, kind, day, name):
    """An office has exactly its holder of that day."""
    assert [term.person.name for term in holders(code, kind, date.fromisoformat(day))] == [name]


def test_handover_day_has_both():
    """On the day of a handover both hold the office, the later one last."""
    names = [term.person.name for term in holders("USA", "head_of_state", date(2017, 1, 20))]
    assert names == ["Barack Obama", "Donald Trump"]


def test_open_term_is_not_believed_for_ever():
    """Long after a source was read nobody is known to hold an office."""
    assert holders("RUS", "head_of_state", date(2099, 1, 1)) == ()


def test_leader_of_an_unclear_country_is_nobody():
    """Where president and prime minister both may be meant, `leader` names neither."""
    assert holders("POL", "leader", date(2017, 1, 1)) == ()


def test_every_term_has_a_kind_and_a_person():
    """Each term begins before it ends, names a known person, and says until when an open one was seen."""
    for row in rows_of("offices"):
        assert row["kind"]
        assert row["title"]
        assert person(row["person_id"]), row
        assert row["end"] or row["as_of"], row
        start, end = first_day(row["start"]), last_day(row["end"])
        assert start is None or end is None or start <= end, row


def test_kinds_are_those_of_titles():
    """Every kind of office can be named by a title, but for the rest of ministers and international posts."""
    kinds = {row["kind"] for row in rows_of("titles")} | {row["kind"] for row in rows_of("portfolios")}
    assert {row["kind"] for row in rows_of("offices")} - kinds <= {"minister", "international"}


@pytest.mark.parametrize(
    ("code", "kind", "day", "position"),
    [
        pytest.param("RUS", "head_of_state", "2017-04-28", "President of Russia", id="plain"),
        pytest.param(
            "USA", "head_of_state", "2017-04-28", "President of the United States", id="name with article"
        ),
        pytest.param("DEU", "head_of_government", "2017-04-28", "Chancellor of Germany", id="own title"),
        pytest.param("USA", "spokesperson", "2018-09-01", "White House Press Secretary", id="names its seat"),
        pytest.param("GBR", "head_of_state", "2015-01-01", "Queen of the United Kingdom", id="monarch"),
        pytest.param(
            None, "nato_secretary_general", "2017-01-01", "Secretary General of NATO", id="international"
        ),
    ],
)
def test_position_of(code, kind, day, position):
    """An office is told in the words of a reader."""
    assert position_of(holders(code, kind, date.fromisoformat(day))[0]) == position


def test_terms_of_a_person():
    """A person's offices over the years are all there."""
    kinds = {term.kind for term in terms_of("Q7747")}
    assert {"head_of_state", "head_of_government"} <= kinds
    assert terms_of("Q0") == ()


@pytest.mark.parametrize(
    ("title", "code", "kind"),
    [
        pytest.param("President", None, "head_of_state", id="one word"),
        pytest.param("then-president", None, "head_of_state", id="qualified"),
        pytest.param("former US President", None, "head_of_state", id="qualified and owned"),
        pytest.param("President-elect", None, "head_of_state", id="qualified behind"),
        pytest.param("Prime Minister of Japan", None, "head_of_government", id="owner behind"),
        pytest.param("Japan's Prime Minister", None, "head_of_government", id="possessive owner"),
        pytest.param("Chancellor", "DEU", "head_of_government", id="chancellor who governs"),
        pytest.param("Chancellor", "GBR", "finance_minister", id="chancellor who counts"),
        pytest.param("Secretary of State", "USA", "foreign_minister", id="by country"),
        pytest.param("Secretary of State", None, None, id="unclear without a country"),
        pytest.param("U.S. Secretary of State", None, "foreign_minister", id="country in the title"),
        pytest.param("Foreign Secretary", "GBR", "foreign_minister", id="minister"),
        pytest.param("Foreign Secretary", "IND", None, id="civil servant"),
        pytest.param(
            "Minister of Foreign Affairs of Russia", None, "foreign_minister", id="official wording"
        ),
        pytest.param("Defense Minister", None, "defence_minister", id="American spelling"),
        pytest.param("Economy and Finance Minister", None, "finance_minister", id="two portfolios"),
        pytest.param(
            "Defence Minister and Deputy Prime Minister", None, "defence_minister", id="two offices"
        ),
        pytest.param("Deputy Foreign Minister", None, None, id="a deputy is not the minister"),
        pytest.param("Deputy Prime Minister", None, "deputy_head_of_government", id="an office of its own"),
        pytest.param("Minister of State for Foreign Affairs", None, None, id="junior minister"),
        pytest.param("Speaker of the Knesset", None, "legislature_head", id="names its house"),
        pytest.param("Bank of England Governor", None, "central_bank_head", id="names its bank"),
        pytest.param("U.N. Secretary-General", None, "un_secretary_general", id="dotted abbreviation"),
        pytest.param("EU foreign policy chief", None, "eu_foreign_policy_chief", id="not a foreign minister"),
        pytest.param("Kremlin spokesman", None, "spokesperson", id="spokesman of a seat"),
        pytest.param(
            "Russian Foreign Ministry spokeswoman", None, "foreign_ministry_spokesperson", id="of a ministry"
        ),
        pytest.param("North Korean leader", None, "leader", id="leader"),
        pytest.param("lawyer", None, None, id="no office"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_kind_of_title(title, code, kind):
    """A job title as news writes it names a kind of office, or none where it is unclear."""
    assert kind_of_title(title, code) == kind


@pytest.mark.parametrize(
    ("title", "code"),
    [
        pytest.param("South Korean President", "KOR", id="two words"),
        pytest.param("President of the United States", "USA", id="behind"),
        pytest.param("Minister of Foreign Affairs", None, id="names none"),
        pytest.param("Foreign Minister", None, id="foreign is no country"),
    ],
)
def test_country_of_title(title, code):
    """A title names its country, if it does."""
    found = country_of_title(title)
    assert (found and found.code) == code


SPELLINGS = [
    ("Sergei Lavrov", "Q58217", "transliteration"),
    ("Volodymyr Zelensky", "Q3874799", "final letters"),
    ("Vladimir Zelenskiy", "Q3874799", "another language's form"),
    ("Donald J. Trump", "Q22686", "middle initial"),
    ("KIM Jong Un", "Q56226", "capitals and no hyphen"),
    ("Jae-in Moon", "Q21001", "given name first"),
    ("Abe Shinzo", "Q132345", "family name first"),
    ("Bashar Assad", "Q44329", "no Arabic article"),
    ("Binyamin Netanyahu", "Q43723", "variant given name"),
    ("Gerhard Schroeder", "Q2530", "umlaut written out"),
    ("Lars Lokke Rasmussen", "Q182397", "stroke left out"),
    ("Alyaksandr Lukashenka", "Q2866", "Belarusian form"),
    ("Pope Francis", "Q450675", "title of a regnal name"),
    ("King Salman", "Q367825", "regnal name alone"),
]


@pytest.mark.parametrize(("text", "person_id"), [pytest.param(*row[:2], id=row[2]) for row in SPELLINGS])
def test_people_named(text, person_id):
    """A full name means its bearer in every usual spelling."""
    assert [each.person_id for each in people_named(text)] == [person_id]


def test_a_single_word_is_no_full_name():
    """One word never means a person by itself."""
    assert people_named("Obama") == ()


def test_people_with_surname_are_all_there():
    """A surname means everyone who bears it, however it is built."""
    assert {"Q152019", "Q207"} & {each.person_id for each in people_with_surname("Bush")}
    assert "Q296741" in {each.person_id for each in people_with_surname("Peña Nieto")}
    assert "Q15031" in {each.person_id for each in people_with_surname("Xi")}
    assert people_with_surname("Nosuchname") == ()


def test_person_has_known_facts():
    """A person comes with gender and days."""
    obama, merz = person("Q76"), person("friedrich-merz")
    assert obama
    assert (obama.wikidata_id, obama.gender, obama.born) == ("Q76", "male", date(1961, 8, 4))
    assert merz
    assert (merz.wikidata_id, merz.gender) == (None, "male")


def test_gender_of_given_name():
    """A given name tells a gender only where nearly all bearers share it."""
    assert (gender_of("Maria"), gender_of("José"), gender_of("Xyzzy")) == ("female", "male", None)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    """Folding is done once and for all."""
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="abcdeijkouyxsnr -.'", max_size=30))
def test_key_of_a_name_ignores_case(text):
    """A name in capitals has the same key."""
    assert name_key(text.upper()) == name_key(text)


@given(
    st.dates(),
    st.sampled_from(["RUS", "JPN", "USA", "ZZZ", None]),
    st.sampled_from(["head_of_state", "leader", "x"]),
)
def test_holders_never_fails(day, code, kind):
    """Any day, country and kind give terms that cover the day."""
    for term in holders(code, kind, day):
        assert term.start <= day
