"""Tellings as annotations give them: all who take part as written, what is visited, and what is left out."""

import pytest

import summitry


@pytest.fixture
def listed():
    """From a text to its annotated tellings: the word, who and where as written."""

    def shown(text):
        found = summitry.annotate({"id": "a", "date": "2017-04-28", "text": text})["meetings"]
        return [
            {
                "trigger": text[slice(*one["trigger"])],
                "who": [text[slice(*span)] for span in one["participants"]],
                "place": one["place"] and text[slice(*one["place"])],
                "echo": one["echo"],
            }
            for one in found
        ]

    return shown


COMPANY = [
    pytest.param("Kari Solheim met Ole Berg in Oslo.", ["Kari Solheim", "Ole Berg"], id="names as they are"),
    pytest.param("Chad and Peru held talks in Oslo.", ["Chad and Peru"], id="coordinated ones"),
    pytest.param(
        "Officials from Chad and Peru held talks.", ["Officials from Chad and Peru"], id="officials of whom"
    ),
    pytest.param("The IMF’s visit to Chad began.", ["IMF"], id="the visit of a body"),
    pytest.param(
        "Ole Berg held a round of talks with Kari Solheim.", ["Ole Berg", "Kari Solheim"], id="a round"
    ),
    pytest.param(
        "Talks continued with Peru on Monday.", ["Peru"], id="with whom stands behind the verb"
    ),
    pytest.param("Since May six-party talks have been held in Oslo.", ["six-party"], id="sides counted"),
    pytest.param("The diplomat she met was Ole Berg.", ["The diplomat", "she"], id="whom a clause describes"),
    pytest.param(
        "Ole Berg expressed a willingness to meet Kari Solheim.", ["Ole Berg", "Kari Solheim"],
        id="a willingness meets nobody",
    ),
    pytest.param(
        "The tariff was discussed by ministers from Peru.", ["ministers from Peru"], id="a topic is nobody"
    ),
    pytest.param(
        "During the talks between Peru and Chad, Ole Berg smiled.", ["Peru and Chad"],
        id="who acts beside the talks is not of them",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), COMPANY)
def test_lists_all_who_take_part(listed, text, who):
    """Everyone who takes part, named or not, as a noun phrase of the text."""
    (told,) = listed(text)
    assert told["who"] == who


PLACES = [
    pytest.param("Ole Berg visited a hospital on Monday.", "a hospital", id="a thing that is visited"),
    pytest.param("Inspectors visited two plants in March.", "two plants", id="several things"),
    pytest.param("Protesters gathered at the shoreline.", "the shoreline", id="where people gather"),
    pytest.param("Ole Berg visited Oslo.", "Oslo", id="a town"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_lists_what_is_visited(listed, text, place):
    """The place is a name or the phrase for what is visited."""
    (told,) = listed(text)
    assert told["place"] == place


NOT_MET = [
    pytest.param("Ole Berg flew to Oslo on Monday.", id="a journey"),
    pytest.param("Ole Berg’s trip to Oslo ended.", id="a journey as a noun"),
    pytest.param("Chad and Peru reached an agreement on Monday.", id="an outcome"),
    pytest.param("This chapter discusses the technical issues.", id="what a text discusses"),
    pytest.param("The issues are discussed below.", id="what is discussed below"),
    pytest.param("Ole Berg rejected a call to disarm.", id="a call for something"),
    pytest.param("The usual topic of conversation is rain.", id="a conversation of nobody"),
    pytest.param("After the dinner he left.", id="a dinner of nobody"),
    pytest.param("You can visit the old town.", id="what anybody can visit"),
    pytest.param("The town is worth a visit.", id="worth a visit"),
    pytest.param("Visit the old town.", id="bidding the reader"),
    pytest.param("A visiting tycoon lost his hat.", id="a visitor by an adjective"),
    pytest.param("Workers assembled the engine in Oslo.", id="putting things together"),
    pytest.param("The army must meet new threats.", id="meeting threats"),
    pytest.param("The deal fell apart and another deal came.", id="falling apart is no outcome"),
    pytest.param("No minister has visited Oslo.", id="nobody has visited"),
    pytest.param("Did Ole Berg visit Oslo in March?", id="a question tells nothing"),
]


@pytest.mark.parametrize("text", NOT_MET)
def test_lists_nothing_where_nobody_is_said_to_meet(listed, text):
    """Journeys, outcomes, texts, things and what is only asked are no tellings by themselves."""
    assert listed(text) == []


def test_gives_the_word_of_the_meeting_and_not_of_the_journey(listed):
    """Where people travel to meet, the telling stands at the meeting."""
    assert [one["trigger"] for one in listed("Ole Berg flew to Oslo to meet Kari Solheim.")] == ["meet"]


def test_marks_what_refers_back(listed):
    """A back-reference is listed as one."""
    told = listed("Ole Berg met Kari Solheim in Oslo on Monday. The talks were friendly.")
    assert [one["echo"] for one in told] == [False, True]
