"""A body whose name many countries have is one body in each of them."""

import pytest


@pytest.fixture
def bodies(tables_of):
    """From two texts to the ids of the bodies that each names."""

    def found(one, other):
        tables = tables_of(("one", "2017-04-28", one), ("other", "2017-04-28", other))
        kinds = {row.entity_id: row.type for row in tables.entities}
        named = {
            (row.paragraph_id.rpartition("-")[0], row.entity_id)
            for row in tables.mentions
            if row.entity_id and kinds[row.entity_id] == "organization"
        }
        return [{entity for article, entity in named if article == which} for which in ("one", "other")]

    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The Supreme Court of Norway sat on Monday, the Supreme Court said.",
            "The Supreme Court of Sweden sat on Monday, the Supreme Court said.",
            id="the text says whose",
        ),
        pytest.param(
            "In Norway, the Supreme Court sat on Monday.",
            "In Sweden, the Supreme Court sat on Monday.",
            id="the only country of the article",
        ),
        pytest.param(
            "Norway and Chile agree, the Supreme Court said.",
            "Sweden and Peru agree, the Supreme Court said.",
            id="nothing tells it",
        ),
    ],
)
def test_bodies_of_two_countries_are_two(bodies, one, other):
    """Two courts of one name are never one row."""
    first, second = bodies(one, other)
    assert len(first) == len(second) == 1
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "In Norway, the Supreme Court sat on Monday.",
            "Oslo is quiet. The Supreme Court sat on Friday, Norway said.",
            id="the same country",
        ),
        pytest.param(
            "The Wetland Institute agreed to come to Norway.",
            "In Peru, the Wetland Institute said it would come.",
            id="a name of its own",
        ),
    ],
)
def test_one_body_is_one(bodies, one, other):
    """What tells of one body is one row, over articles."""
    first, second = bodies(one, other)
    assert len(first) == 1
    assert first == second
