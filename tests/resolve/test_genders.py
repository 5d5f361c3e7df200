"""The gender of people that no table knows: as addressed, as named, as described."""

import pytest

from summitry.extract.mentions import find_mentions
from summitry.resolve.genders import gender_told

CASES = [
    pytest.param("On Monday Mrs Brekke left Oslo.", "female", id="a form of address"),
    pytest.param("On Monday Mr Brekke left Oslo.", "male", id="another"),
    pytest.param("On Monday Kathryn Brekke left Oslo.", "female", id="a given name"),
    pytest.param("On Monday Robin Brekke left Oslo.", None, id="a given name of either"),
    pytest.param("On Monday spokeswoman Robin Brekke left Oslo.", "female", id="a title"),
    pytest.param("On Monday Mrs Kevin Brekke left Oslo.", "female", id="the form of address goes first"),
    pytest.param("On Monday President Thomas left Oslo.", None, id="a surname that is a given name"),
]


@pytest.mark.parametrize(("text", "gender"), CASES)
def test_tells_the_gender(page_of, text, gender):
    """What the article says of one person tells the gender, or nothing does."""
    page = page_of(text)
    people = [mention for mention in find_mentions(page) if mention.type == "person"]
    assert gender_told(page, people) == gender
