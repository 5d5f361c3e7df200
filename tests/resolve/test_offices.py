"""The office that a phrase names is that of its holder on the day; what is not certain is nobody's."""

import pytest

LAVROV, MACRON, ABE = ["Sergey Lavrov"], ["Emmanuel Macron"], ["Shinzō Abe"]


def case(on, text, *people, why):
    """A text of a day and who says its last quote."""
    return pytest.param(on, text, sorted(people), id=why)


CASES = [
    case("2017-06-20", "The French president said that it was late.", *MACRON, why="a country and an office"),
    case(
        "2017-04-28",
        "The foreign minister of Russia said that it was late.",
        *LAVROV,
        why="the country behind",
    ),
    case("2017-04-28", "Japan’s prime minister said that it was late.", *ABE, why="the country as its owner"),
    case("2017-05-20", "The French president said that it was late.", why="a handover some days ago"),
    case("2017-04-28", "The former French president said that it was late.", why="held no more"),
    case("2017-04-28", "The French president-elect said that it was late.", why="not yet held"),
    case("2017-04-28", "The acting French president said that it was late.", why="held in someone's place"),
    case("2017-04-28", "The deputy foreign minister of Russia said that it was late.", why="another office"),
    case("2017-04-28", "In 2009, the Russian foreign minister said that it was late.", why="another year"),
    case("2017-04-28", "The foreign minister said that it was late.", why="no country"),
    case(
        "2017-04-28",
        "Russian Foreign Minister Anna Solheim left. The Russian foreign minister said that it was late.",
        "Anna Solheim",
        why="the article names another holder",
    ),
    case(
        "2017-04-28",
        "French Foreign Minister Anna Solheim spoke. Her Russian counterpart said that it was late.",
        *LAVROV,
        why="the same office elsewhere",
    ),
    case(
        "2017-04-28",
        "French Foreign Minister Anna Solheim and Chilean Foreign Minister Peter Dahl spoke. Her Chilean "
        "counterpart said that it was late.",
        "Peter Dahl",
        why="the same office, whose holder the article names",
    ),
    case("2017-04-28", "His Russian counterpart said that it was late.", why="a counterpart of nobody"),
]


@pytest.mark.parametrize(("on", "text", "people"), CASES)
def test_knows_who_held_an_office(tables_of, on, text, people):
    """The quote is said by the one holder, or by nobody who is known."""
    tables = tables_of(("a", on, text))
    names = {row.entity_id: row.name for row in tables.entities}
    assert sorted(names[row.entity_id] for row in tables.speakers) == people


def meet(on, text, *people, why):
    """A text of a day and who takes part in what it tells."""
    return pytest.param(on, text, sorted(people), id=why)


CAVUSOGLU, ERDOGAN, PUTIN = "Mevlüt Çavuşoğlu", "Recep Tayyip Erdoğan", "Vladimir Putin"

MEETINGS = [
    meet(
        "2017-04-28",
        "The Russian foreign minister met his Turkish counterpart in Ankara on Thursday.",
        *LAVROV, CAVUSOGLU,
        why="an office and the same elsewhere",
    ),
    meet(
        "2017-04-28",
        "Japan’s prime minister met the Russian president in Moscow on Thursday.",
        *ABE, PUTIN,
        why="a country as the owner of an office",
    ),
    meet(
        "2017-04-28",
        "The Russian and Turkish foreign ministers met in Ankara on Thursday.",
        *LAVROV, CAVUSOGLU,
        why="two countries before one office",
    ),
    meet(
        "2017-04-28",
        "The presidents of Russia and Turkey met in Ankara on Thursday.",
        PUTIN, ERDOGAN,
        why="two countries behind one office",
    ),
    meet(
        "2017-04-28",
        "Chilean Foreign Minister Anna Solheim met her counterparts from Russia and Turkey in Ankara.",
        "Anna Solheim", *LAVROV, CAVUSOGLU,
        why="counterparts from two countries",
    ),
    meet(
        "2017-04-28",
        "The Russian foreign minister met the US secretary of state in Ankara on Thursday.",
        *LAVROV, "Rex Tillerson",
        why="an office of several words",
    ),
    meet(
        "2017-04-28",
        "The former Russian president met the Turkish president in Ankara on Thursday.",
        ERDOGAN,
        why="one who holds no office any more",
    ),
    meet(
        "2017-04-28",
        "Anna Solheim met the first Russian president to visit Ankara on Thursday.",
        "Anna Solheim",
        why="one of all who held an office",
    ),
    meet(
        "2017-05-20",
        "The French president met the Turkish president in Ankara on Thursday.",
        ERDOGAN,
        why="a handover some days ago",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("on", "text", "people"), MEETINGS)
def test_knows_who_meets_by_office(tables_of, on, text, people):
    """Those take part whose offices the text names, as their holders of the day; nobody if unsure."""
    tables = tables_of(("a", on, text))
    found = {row.entity_id: row for row in tables.entities}
    assert sorted(found[row.entity_id].name for row in tables.participants) == people


def test_gives_the_office_as_held(tables_of):
    """Who takes part by office alone has a nominal mention and the position of that day."""
    tables = tables_of(("a", "2017-04-28", "The Russian president met Ole Berg in Moscow on Thursday."))
    mention = next(row for row in tables.mentions if row.form == "nominal")
    person = next(row for row in tables.participants if row.entity_id == mention.entity_id)
    assert (mention.text, person.position) == ("The Russian president", "President of Russia")
