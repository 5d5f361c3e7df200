"""What is named in a text: the span, the type and the form of each name, case by case."""

import pytest


def case(text, *names, why, wrong=None):
    """A sentence and the names in it; with `wrong`, one that we cannot read yet, and why."""
    marks = [pytest.mark.xfail(reason=wrong)] if wrong else []
    return pytest.param(text, list(names), id=why, marks=marks)


def person(text):
    """Someone named so."""
    return text, "person", "name"


def place(text, form="name"):
    """A country, city or other place named so."""
    return text, "place", form


def demonym(text):
    """A country or continent named by its adjective or its people."""
    return place(text, "demonym")


def body(text):
    """An organization named so."""
    return text, "organization", "name"


PEOPLE = [
    case("Ann Lund visited Oslo.", person("Ann Lund"), place("Oslo"), why="a full name"),
    case(
        "Mr. Lund thanked Ms Berg.", person("Lund"), person("Berg"), why="an honorific is no part of a name"
    ),
    case("Sir Edmund Thorley left.", person("Edmund Thorley"), why="a knighthood is no part of a name"),
    case("Lund and Berg spoke.", person("Lund"), person("Berg"), why="two surnames joined by and"),
    case(
        "Ann Lund, Ole Berg, and Kari Moen spoke.",
        person("Ann Lund"),
        person("Ole Berg"),
        person("Kari Moen"),
        why="a list of people",
    ),
    case(
        "Ann Lund and Ole Berg spoke. Lund left. Berg stayed.",
        person("Ann Lund"),
        person("Ole Berg"),
        person("Lund"),
        person("Berg"),
        why="a surname is found again",
    ),
    case(
        "Ann Lund spoke in Bergen.\n\n“No,” Lund said. The council heard Lund out.",
        person("Ann Lund"),
        place("Bergen"),
        person("Lund"),
        person("Lund"),
        why="a surname is found again in a later paragraph",
    ),
    case(
        "Ludwig van Steen and Maria de la Cruz Ortiz met.",
        person("Ludwig van Steen"),
        person("Maria de la Cruz Ortiz"),
        why="lower-case particles belong to a name",
    ),
    case(
        "Kim Do-hwan and Lee Soo-jin talked.",
        person("Kim Do-hwan"),
        person("Lee Soo-jin"),
        why="a given name with a hyphen",
    ),
    case(
        "Ann Lund's brother lives in Sweden.",
        person("Ann Lund"),
        place("Sweden"),
        why="a straight possessive",
    ),
    case(
        "Ann Lund’s brother lives in Sweden.", person("Ann Lund"), place("Sweden"), why="a curly possessive"
    ),
    case(
        "Lund’s and Berg’s letters were lost.",
        person("Lund"),
        person("Berg"),
        why="two possessives",
        wrong="the model does not see the name",
    ),
    case("Lars Oslo said no. Oslo said yes.", person("Lars Oslo"), person("Oslo"), why="a town as a surname"),
    case(
        "Jordan Berg flew to Jordan.", person("Jordan Berg"), place("Jordan"), why="a country as a first name"
    ),
    case(
        "Turkey bought turkey from Chad Lund.",
        place("Turkey"),
        person("Chad Lund"),
        why="a country that is a plain word, and one that is a first name",
    ),
    case(
        "President Lund met Premier Berg.",
        person("Lund"),
        person("Berg"),
        why="a title shows that a word is a name",
    ),
    case("“Ann Lund is wrong,” he said.", person("Ann Lund"), why="a name inside a quotation"),
]

NATIONS = [
    case(
        "Soviet-Japanese trade grew in Norway.",
        demonym("Soviet"),
        demonym("Japanese"),
        place("Norway"),
        why="both halves of a compound",
    ),
    case("The anti-Russian protest failed.", demonym("Russian"), why="a demonym behind a prefix"),
    case("Three Native American and African-American groups wept.", why="another people's name"),
    case(
        "Canadian-born Ann Lund lives in Malta.",
        demonym("Canadian"),
        person("Ann Lund"),
        place("Malta"),
        why="a demonym before a participle",
    ),
    case(
        "The Franco-German plan failed.",
        demonym("Franco"),
        demonym("German"),
        why="a combining form of a demonym",
        wrong="knowledge has no combining forms (Franco-, Sino-, Anglo-)",
    ),
    case(
        "Norwegians and Swedes love skiing.",
        demonym("Norwegians"),
        demonym("Swedes"),
        why="peoples are countries",
    ),
    case(
        "The Czechs, Slovaks and Poles agreed.",
        demonym("Czechs"),
        demonym("Slovaks"),
        demonym("Poles"),
        why="a list of peoples",
    ),
    case(
        "A South Korean diplomat called North Korea's bluff.",
        demonym("South Korean"),
        place("North Korea"),
        why="a demonym of two words",
    ),
    case(
        "Some African and European states objected.",
        demonym("African"),
        demonym("European"),
        why="continents have adjectives too",
    ),
    case("The letter was translated from Japanese.", why="a language is no country"),
    case("Ann Lund answered in French.", person("Ann Lund"), why="a language that someone speaks"),
    case("She spoke in French to the French envoy.", demonym("French"), why="a language beside a demonym"),
    case(
        "The U.S. envoy left Kenya’s capital, Nairobi.",
        place("U.S."),
        place("Kenya"),
        place("Nairobi"),
        why="an abbreviation keeps its points",
    ),
    case(
        "The Democratic Republic of the Congo sent troops to Rwanda.",
        place("Democratic Republic of the Congo"),
        place("Rwanda"),
        why="the longest name of a country",
    ),
    case(
        "The former Soviet Union left the tanks behind.",
        place("Soviet Union"),
        why="a country that is no more, without article",
    ),
    case(
        "The Norwegian prime minister's office was closed in May.",
        demonym("Norwegian"),
        why="a month is no name, an office no body",
    ),
]

PLACES = [
    case(
        "The forum opened in Davos, Switzerland.",
        place("Davos"),
        place("Switzerland"),
        why="an address is two places",
    ),
    case("In Paris, Texas, people sang.", place("Paris"), place("Texas"), why="a namesake of a capital"),
    case("The ships crossed the Black Sea.", place("Black Sea"), why="a sea, without article"),
    case("Ukraine’s navy left Odessa.", place("Ukraine"), place("Odessa"), why="a body of no name is none"),
    case(
        "The River Zamba floods Lower Zamba every May.",
        place("River Zamba"),
        place("Lower Zamba"),
        why="a river of its own name",
        wrong="the model does not see the name",
    ),
    case("He was born in Georgia.", place("Georgia"), why="a country that is also a state"),
]

BODIES = [
    case(
        "The World Bank lent money to Zambia.",
        body("World Bank"),
        place("Zambia"),
        why="a body, without article",
    ),
    case("The European Union and NATO agreed.", body("European Union"), body("NATO"), why="two bodies"),
    case(
        "The World Health Organization (WHO) warned Chad.",
        body("World Health Organization"),
        body("WHO"),
        place("Chad"),
        why="a name and its abbreviation",
    ),
    case(
        "The Norwegian Ministry of Foreign Affairs was closed.",
        body("Norwegian Ministry of Foreign Affairs"),
        why="a demonym inside a body has no row",
    ),
    case(
        "The Japanese Foreign Ministry was closed.",
        body("Japanese Foreign Ministry"),
        why="a ministry named by its field first",
    ),
    case(
        "The Congress of South African Trade Unions struck.",
        body("Congress of South African Trade Unions"),
        why="a demonym in the middle of a body",
    ),
    case(
        "The General Assembly of the United Nations met in New York.",
        body("General Assembly of the United Nations"),
        place("New York"),
        why="a body of a body is one name",
    ),
    case(
        "Kari Solheim of the University of Oslo resigned.",
        person("Kari Solheim"),
        body("University of Oslo"),
        why="a town inside a body has no row",
    ),
    case(
        "Norwegian Foreign Ministry spokeswoman Kari Solheim spoke.",
        body("Norwegian Foreign Ministry"),
        person("Kari Solheim"),
        why="a body named in a title has a row",
    ),
    case(
        "UN envoy Ann Lund arrived.", body("UN"), person("Ann Lund"), why="an abbreviation named in a title"
    ),
    case("The Bergen Times wrote of it.", body("Bergen Times"), why="a newspaper with a town in its name"),
    case(
        "Anders Berg leads Norway's Green Party.",
        person("Anders Berg"),
        place("Norway"),
        body("Green Party"),
        why="a party",
    ),
    case(
        "She chaired the Norwegian Chamber of Commerce.",
        body("Norwegian Chamber of Commerce"),
        why="a chamber is a body",
    ),
    case("The ministry and the council were closed.", why="a body without a name is none"),
]

EVENTS = [
    case(
        "The World Economic Forum opened.",
        ("World Economic Forum", "event", "name"),
        why="a gathering with a name",
    ),
    case("The soldiers fought in World War II.", ("World War II", "event", "name"), why="a war with a name"),
    case("The summit and the war were long.", why="a descriptive noun is no event"),
    case(
        "It breaks the Universal Declaration of Human Rights.",
        ("Universal Declaration of Human Rights", "document", "name"),
        why="a document with a name",
    ),
    case("They signed a peace treaty.", why="a descriptive noun is no document"),
]


@pytest.mark.parametrize(("text", "names"), [*PEOPLE, *NATIONS, *PLACES, *BODIES, *EVENTS])
def test_finds_names(mentions_of, text, names):
    """Each name has one row: the name alone, its type, and how the text names it."""
    assert [(found.text, found.type, found.form) for found in mentions_of(text)] == names


@pytest.mark.parametrize(
    "text", [param.values[0] for param in [*PEOPLE, *NATIONS, *PLACES, *BODIES, *EVENTS]]
)
def test_spans_hold_their_text(mentions_of, text):
    """A span holds the text of its mention, and no two overlap."""
    found = mentions_of(text)
    paragraphs = text.split("\n\n")
    assert [paragraphs[one.span.passage][one.span.start : one.span.end] for one in found] == [
        one.text for one in found
    ]
    assert not any(one.span.meets(other.span) for one in found for other in found if one is not other)
