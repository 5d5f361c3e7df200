"""Of random changes of sound packages, those that break a rule are reported in their place, and no others."""

import os

import pytest

from faults import schema
from made_package import made_tables
from mutants import all_tried, descriptors_tried, tables_of, tables_tried
from oracle import judged
from oracle_rows import ORDER
from oracle_rules import RULES as JUDGED
from summitry.rules import RULES
from summitry.schema import TABLES
from summitry.tables import table_bytes

MUTANTS = int(os.environ.get("SUMMITRY_MUTATIONS", "300"))
"""How many mutants of tables, and a quarter as many of descriptors; `.ci/run` asks for more."""

MANY = 3_000
LEAST_CAUGHT = 0.999


@pytest.fixture(scope="module")
def tables():
    """Mutants of tables, all tried once."""
    return all_tried(tables_tried, MUTANTS)


@pytest.fixture(scope="module")
def descriptors():
    """Mutants of descriptors and schemas, all tried once."""
    return all_tried(descriptors_tried, MUTANTS // 4)


@pytest.fixture(params=["tables", "descriptors"])
def tried(request):
    """Mutants of one kind."""
    return request.getfixturevalue(request.param)


def test_what_breaks_a_rule_is_caught(tried):
    """All that is broken is reported: table, line, column, rule and severity; of a descriptor, its place."""
    broken = [each for each in tried if each.broken]
    missed = [each for each in broken if each.missed]
    share = 1 - len(missed) / len(broken)
    print(f"{len(tried):,} mutants, {len(broken):,} break a rule, {share:.2%} of them caught")  # noqa: T201  # the figure
    print(*missed, sep="\n")  # noqa: T201  # the same
    assert share >= LEAST_CAUGHT, "\n".join(map(str, missed))


def test_what_breaks_no_rule_is_no_alarm(tried):
    """Nothing is reported that is not broken, or at least open."""
    alarms = [each for each in tried if each.alarms]
    assert not alarms, "\n".join(map(str, alarms))


def test_the_oracle_decides(tables):
    """Most mutants break a rule, and few are left open as a whole."""
    assert sum(bool(each.broken) for each in tables) > 0.8 * len(tables)
    assert sum(each.is_open and not each.broken for each in tables) < 0.03 * len(tables)


@pytest.mark.skipif(MUTANTS < MANY, reason="few mutants do not reach every rule")
def test_nearly_every_rule_is_broken_by_some_mutant(tables):
    """The gate tries the rules of all tables; those that chance leaves out have cases of their own."""
    rules = {(table, rule) for table, found in JUDGED.items() for rule in found}
    never = rules - {(each.table, each.rule) for mutant in tables for each in mutant.broken}
    assert len(never) <= 0.05 * len(rules), never


def test_the_oracle_knows_every_rule_and_table():
    """A new rule or table has its place in the oracle too."""
    names = {table: {rule.__name__.replace("_", "-") for rule in rules} for table, rules in RULES.items()}
    names["articles"].add("source-hash")
    assert {table: {*rules} for table, rules in JUDGED.items()} == names
    assert {*ORDER} == {*TABLES}


@pytest.mark.parametrize("seed", range(40))
def test_the_oracle_finds_nothing_in_a_sound_package(seed):
    """Packages that keep every promise break nothing."""
    files = {name: table_bytes(name, rows) for name, rows in made_tables(seed, 2)._asdict().items()}
    assert judged(files, {}).broken == set()


@pytest.mark.parametrize(
    ("table", "column", "limits"),
    [
        pytest.param("speakers", "entity_id", {"required": 1}, id="a number for a truth value"),
        pytest.param("mentions", "start", {"minimum": False}, id="a truth value for a number"),
    ],
)
def test_knows_numbers_from_truth_values(parcel, broken, table, column, limits):
    """A constraint of another type of JSON breaks the profile, or asks for something else."""
    schema(table, lambda found: field_of(found, column)["constraints"].update(limits))(parcel)
    assert {"profile", "schema"} & {*broken(parcel)}


def field_of(found, name):
    """The field of a schema that is called so."""
    return next(each for each in found["fields"] if each["name"] == name)


def test_a_seed_gives_the_same_mutant():
    """A miss can be looked at again."""
    assert tables_tried([7]) == tables_tried([7])
    assert tables_of(7) == tables_of(7)
