"""Every version of the tables is known, and none changes without a step that says how."""

import re
from pathlib import Path

import pytest

from summitry.editions import (
    STEPS,
    VERSION,
    Edition,
    Step,
    edition_of,
    fingerprint,
    raised,
    recognized,
    tables_of,
    unknown_claims,
)
from summitry.editions.older import before
from summitry.schema import TABLES, read_schema, table_schemas

HERE = Path(__file__).parent

FINGERPRINTS = {1: "a2a74047145f", 2: "944167645c1a", 3: "6966966fea69", 4: "4f9cdfd72f94"}
"""What the tables of each version ask of their cells.

If a schema changes, add a `Step` to `editions/steps.py` that leads from the last version to the new one, and
the new version here. The others must stay as they are: each step undone gives the tables as they were.
"""


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_version_asks_what_it_always_asked(version):
    """Names, types, constraints and keys of a version are those that were recorded for it."""
    assert fingerprint(tables_of(version)) == FINGERPRINTS.get(version)


def test_every_version_is_recorded():
    """There is a fingerprint for each version, and a step to each but the first."""
    assert list(FINGERPRINTS) == list(range(1, VERSION + 1))
    assert [step.to for step in STEPS] == list(range(2, VERSION + 1))


@pytest.mark.parametrize("version", [1, 2])
def test_the_tables_of_a_version_are_those_that_were_published(version):
    """The steps undone give what the schemas of a real package of that version ask."""
    names = [path.stem for path in (HERE / f"v{version}" / "schemas").iterdir()]
    published = {
        name: read_schema(HERE / f"v{version}" / "schemas" / f"{name}.json") for name in sorted(names)
    }
    assert (
        fingerprint({name: published[name] for name in TABLES if name in published}) == FINGERPRINTS[version]
    )
    assert recognized({name: table.field_names for name, table in published.items()}) == version


def test_every_edition_has_sound_tables():
    """Tables of each version, with words and without, have keys that lead to columns that are there."""
    for version in range(1, VERSION + 1):
        for text in ("all", "none"):
            tables = Edition(version, text).tables
            for table in tables.values():
                for key in table.foreign_keys:
                    assert set(key.reference_fields) <= set(tables[key.table].field_names)


STEPS_MADE_UP = [
    Step(
        VERSION + 1,
        renamed={"paragraphs": {"key": "paragraph_id"}, "quotes": {"sort": "kind"}},
        was={"quotes": {"text": {"type": "date", "constraints": {}}}},
    ),
    Step(
        VERSION + 2,
        tables=("speakers",),
        columns={"meetings": {"venue": None}, "mentions": {"entity_id": None}},
    ),
]
"""Steps with a bit of everything, which lead from invented tables to those of today."""


def test_steps_can_be_undone():
    """New tables and columns go with their keys, others get their old names back and ask what they asked."""
    old = before(table_schemas(), STEPS_MADE_UP)
    assert "speakers" not in old
    assert "venue" not in old["meetings"].field_names
    assert [key.fields for key in old["mentions"].foreign_keys] == [("paragraph_id",)]
    assert old["mentions"].foreign_keys[0].reference_fields == old["paragraphs"].primary_key == ("key",)
    assert "sort" in old["quotes"].field_names
    assert (old["quotes"].field("text").type, old["quotes"].field("text").required) == ("date", False)
    assert fingerprint(old) != fingerprint(table_schemas()) == fingerprint(before(table_schemas(), []))


def test_a_row_goes_up_step_by_step():
    """Names change, new cells are empty, constant or follow from others; a reason follows its column."""
    steps = [
        Step(
            2,
            renamed={"quotes": {"sort": "kind"}},
            columns={"quotes": {"length": lambda row: str(len(row["text"]))}},
        ),
        Step(3, columns={"quotes": {"reviewed": "false", "note": None}}),
    ]
    assert raised("quotes", {"sort": "direct", "text": "Yes"}, steps) == {
        "kind": "direct", "text": "Yes", "length": "3", "reviewed": "false", "note": None,
    }  # fmt: skip
    assert raised("evidence", {"table": "quotes", "field": "sort"}, steps)["field"] == "kind"
    assert raised("evidence", {"table": "mentions", "field": "sort"}, steps)["field"] == "sort"
    assert raised("quotes", {"sort": "x"}, []) == {"sort": "x"}


@pytest.mark.parametrize(
    ("descriptor", "columns", "edition"),
    [
        pytest.param({"summitry:tables": 2}, {}, Edition(2), id="as the package says"),
        pytest.param(
            {}, {n: t.field_names for n, t in tables_of(1).items()}, Edition(1), id="by its columns"
        ),
        pytest.param(
            {"summitry:tables": 2},
            {n: t.field_names for n, t in tables_of(1).items()},
            Edition(2),
            id="its word counts",
        ),
        pytest.param({}, {"quotes": ("quote_id",)}, Edition(), id="ours, if nothing tells"),
        pytest.param({"summitry:text": "none"}, {}, Edition(text="none"), id="without words"),
        pytest.param({"summitry:text": "some"}, {}, Edition(), id="with words, if it says something else"),
        pytest.param({"summitry:tables": True}, {}, Edition(), id="a truth value is no version"),
    ],
)
def test_an_edition_is_told_or_seen(descriptor, columns, edition):
    """A package is of the version that it says, else of the one whose columns it has."""
    assert edition_of(descriptor, columns) == edition


@pytest.mark.parametrize("told", [0, VERSION + 1, "1", 1.0, None, True])
def test_a_version_that_is_none_is_unknown(told):
    """Only whole numbers from 1 to ours are versions."""
    (fault,) = unknown_claims({"summitry:tables": told}).values()
    assert re.search(rf"1 to {VERSION}$", fault)
