"""The comparison lets through what says the same, and nothing else."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from loaders.cells import Read, differences, exact, same

DAY = date(2019, 5, 14)
MOMENT = datetime(2019, 5, 14, 1, tzinfo=UTC)

SAME = [
    pytest.param("", None, "integer", id="null equals empty"),
    pytest.param("", "", "string", id="empty text equals null"),
    pytest.param("25", 25.0, "integer", id="25 equals 25.0"),
    pytest.param("25", "25", "integer", id="a tool without types"),
    pytest.param("2017", 2017, "string", id="a text that is a whole number in figures"),
    pytest.param("0.70", 0.7, "number", id="a figure"),
    pytest.param("true", True, "boolean", id="a truth"),
    pytest.param("2019-05-14", DAY, "date", id="a day"),
    pytest.param("2019-05-14", DAY, "string", id="a text that is a day"),
]

OTHERS = [
    pytest.param("1e5", 100000.0, "string", id="a text read as a number"),
    pytest.param("007", 7, "string", id="zeros lost"),
    pytest.param("25.0", 25.0, "string", id="a decimal lost"),
    pytest.param("0.70", 0.7, "string", id="a zero behind lost"),
    pytest.param("0x10", 16, "string", id="a number of base 16"),
    pytest.param("NA", None, "string", id="a text taken for null"),
    pytest.param("", "NA", "string", id="a null taken for text"),
    pytest.param("", 0, "integer", id="a null taken for nought"),
    pytest.param("TRUE", True, "string", id="a text taken for a truth"),
    pytest.param("1", True, "integer", id="a number taken for a truth"),
    pytest.param("true", 1, "boolean", id="a truth taken for a number"),
    pytest.param("“long", "“lon", "string", id="a text cut off"),
    pytest.param('"all"', "all", "string", id="surrounding quotes lost"),
    pytest.param('say "x"', 'say ""x""', "string", id="quotes left doubled"),
    pytest.param(" a", "a", "string", id="a space lost"),
    pytest.param("’s", "â€™s", "string", id="another encoding"),
    pytest.param("e\u0301", "é", "string", id="another form of Unicode"),
    pytest.param("2019-05-14", date(2019, 5, 13), "date", id="a day before"),
    pytest.param("2019-05-14", MOMENT, "date", id="a moment of a day"),
    pytest.param("14/05/2019", DAY, "string", id="a day written otherwise"),
    pytest.param("0.71", 0.7, "number", id="another figure"),
    pytest.param("9007199254740993", 9007199254740992.0, "integer", id="a digit lost"),
]


@pytest.mark.parametrize(("cell", "value", "kind"), SAME)
def test_the_same_is_the_same(cell, value, kind):
    """What differs only in the way a tool holds it is one logical cell."""
    assert same(cell, value, kind)


@pytest.mark.parametrize(("cell", "value", "kind"), OTHERS)
def test_what_differs_is_seen(cell, value, kind):
    """A cell that has lost or gained anything is another."""
    assert not same(cell, value, kind)
    assert not exact(cell, value, kind)


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        pytest.param("25", 25.0, "integer", id="a fraction is no whole number"),
        pytest.param("25", 25, "number", id="a whole number is no fraction"),
        pytest.param("true", "true", "boolean", id="a word is no truth"),
        pytest.param("2019-05-14", "2019-05-14", "date", id="a text is no day"),
        pytest.param("", "", "string", id="an empty text is no null"),
        pytest.param("2017", 2017, "string", id="a number is no text"),
    ],
)
def test_exact_wants_the_type(cell, value, kind):
    """Where types were asked for, they are looked at too."""
    assert not exact(cell, value, kind)


@pytest.mark.parametrize(
    "loaded",
    [
        pytest.param({"b": ["1", "2"]}, id="another name"),
        pytest.param({"a": ["1"]}, id="a row too few"),
        pytest.param({"a": ["1", "2", None]}, id="a row too many"),
        pytest.param({"a": ["2", "1"]}, id="another order"),
        pytest.param({"a": ["1", "2"], "b": [None, None]}, id="a column too many"),
    ],
)
def test_columns_and_rows_are_counted(loaded):
    """Columns have their names and their order, and rows their number and order."""
    table = Read("t", Path("t.csv"), {"a": "string"}, [["1"], ["2"]])
    assert not differences(table, {"a": ["1", "2"]})
    assert differences(table, loaded)
