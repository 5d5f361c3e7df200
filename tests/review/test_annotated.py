"""A person annotates a package elsewhere, and what was changed becomes corrections."""

from pathlib import Path

import pytest

import summitry
from annotating import WHEN, Brat, Columns, Studio, taken
from commands import run
from made_package import write_made
from summitry.curated import read_corrections

HANDS = [Studio, Brat, Columns]
GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.txt"))[::5]

SOLHEIM = ("oslo-p002", 23, 30, "Solheim")
FULL = ("bergen-p001", 0, 12, "Kari Solheim")
BRIDGE = ("bergen-p002", 23, 29, "bridge")
RAILWAY = ("oslo-p002", 1, 21, "We need the railway,")
DOUBT = ("bergen-p002", 63, 73, "it was not")
MET = ("bergen-p001", 0, 45, "Kari Solheim met Erik Dahl in Oslo on Tuesday")


def told(one):
    """What a correction says, and where."""
    cells = {
        "Naming": ("entity_id",), "Voice": ("entity_id",), "EntityCell": ("entity_id", "field", "value"),
        "Judgement": ("table", "verdict"),
    }[type(one).__name__]  # fmt: skip
    place = [getattr(one, name) for name in ("paragraph_id", "start", "end", "text") if hasattr(one, name)]
    return (one.line.partition(",")[0], *place, *(getattr(one, name) for name in cells))


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_left_as_it_was_changes_nothing(hand, package, tmp_path):
    """Nothing is taken and nothing is told, and no file is written."""
    assert taken(hand(package, tmp_path), package, tmp_path) == summitry.Reviewed(0, ())
    assert not (tmp_path / "curated").exists()


@pytest.fixture(scope="session")
def golden(tmp_path_factory):
    """The package of some of the golden articles."""
    return summitry.build(GOLDEN, tmp_path_factory.mktemp("golden")).descriptor.parent


@pytest.mark.parametrize("hand", HANDS)
def test_golden_articles_come_back_as_they_were(hand, golden, tmp_path):
    """Also where mentions lie in each other, where one names several, and where a speaker is far away."""
    assert taken(hand(golden, tmp_path), golden, tmp_path) == summitry.Reviewed(0, ())


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("hand", HANDS)
def test_made_packages_come_back_as_they_were(hand, seed, tmp_path):
    """Whatever is null, odd or plural in a package, and in whatever script it is written."""
    made = write_made(tmp_path / "made", seed, 4)
    assert taken(hand(made, tmp_path), made, tmp_path) == summitry.Reviewed(0, ())


NAMES = [
    pytest.param(
        [("link", "oslo", "Solheim", "ada-holm")], [("names.csv", *SOLHEIM, "ada-holm")], id="another, by id"
    ),
    pytest.param(
        [("link", "oslo", "Solheim", "Ada Holm")],
        [("names.csv", *SOLHEIM, "ada-holm")],
        id="another, by name",
    ),
    pytest.param([("link", "oslo", "Solheim", "Kari Solheim")], [], id="the same, by name"),
    pytest.param([("link", "oslo", "Solheim", "nobody")], [("names.csv", *SOLHEIM, None)], id="nobody known"),
    pytest.param(
        [("link", "oslo", "Solheim", "new person: Ada Lie")],
        [
            ("names.csv", *SOLHEIM, "ada-lie"),
            ("entities.csv", "ada-lie", "name", "Ada Lie"),
            ("entities.csv", "ada-lie", "type", "person"),
        ],
        id="a new person",
    ),
    pytest.param(
        [("delete", "bergen", "mention", "Kari Solheim")],
        [("rows.csv", *FULL, "mentions", "wrong")],
        id="a mention is gone",
    ),
    pytest.param(
        [("add", "bergen", "mention", "place", "bridge", "oslo")],
        [("names.csv", *BRIDGE, "oslo")],
        id="a mention is new",
    ),
    pytest.param(
        [("add", "bergen", "mention", "unlinked", "bridge")],
        [("names.csv", *BRIDGE, None)],
        id="a name of nobody known is new",
    ),
    pytest.param(
        [("add", "bergen", "mention", "document", "bridge", "new document: The Bridge")],
        [
            ("names.csv", *BRIDGE, "the-bridge"),
            ("entities.csv", "the-bridge", "name", "The Bridge"),
            ("entities.csv", "the-bridge", "type", "document"),
        ],
        id="a mention of something new",
    ),
    pytest.param(
        [("bound", "bergen", "mention", "Kari Solheim", "Solheim")],
        [
            ("names.csv", "bergen-p001", 5, 12, "Solheim", "kari-solheim"),
            ("rows.csv", *FULL, "mentions", "wrong"),
        ],
        id="a mention has other bounds",
    ),
    pytest.param(
        [("label", "oslo", "mention", "Solheim", "place"), ("link", "oslo", "Solheim", "oslo")],
        [("names.csv", *SOLHEIM, "oslo")],
        id="a place, and called one",
    ),
]


@pytest.mark.parametrize(("edits", "expected"), NAMES)
@pytest.mark.parametrize("hand", HANDS)
def test_changed_mentions_are_corrections(hand, package, tmp_path, edits, expected):
    """Whom a mention names is a row of `names.csv` at its place; one that is gone is wrong."""
    assert edited(hand(package, tmp_path), package, tmp_path, edits) == expected


VOICES = [
    pytest.param(
        [("unrelate", "oslo", RAILWAY[3]), ("relate", "oslo", RAILWAY[3], "Erik Dahl")],
        [("speakers.csv", *RAILWAY, "erik-dahl")],
        id="another says it",
    ),
    pytest.param(
        [("relate", "oslo", RAILWAY[3], "Erik Dahl")],
        [("speakers.csv", *RAILWAY, "kari-solheim"), ("speakers.csv", *RAILWAY, "erik-dahl")],
        id="one more says it",
    ),
    pytest.param(
        [("unrelate", "oslo", RAILWAY[3])], [("speakers.csv", *RAILWAY, None)], id="nobody known says it"
    ),
    pytest.param(
        [("relate", "bergen", DOUBT[3], "Ada Holm")],
        [("speakers.csv", *DOUBT, "ada-holm")],
        id="someone says it after all",
    ),
    pytest.param(
        [("voice", "bergen", DOUBT[3], "Erik Dahl")],
        [("speakers.csv", *DOUBT, "erik-dahl")],
        id="someone who is not named says it",
    ),
    pytest.param(
        [("add", "bergen", "mention", "person", "experts", "new person: Ada Lie"),
         ("relate", "bergen", DOUBT[3], "experts")],
        [
            ("names.csv", "bergen-p002", 45, 52, "experts", "ada-lie"),
            ("entities.csv", "ada-lie", "name", "Ada Lie"),
            ("entities.csv", "ada-lie", "type", "person"),
            ("speakers.csv", *DOUBT, "ada-lie"),
        ],
        id="a new mention says it",
    ),
    pytest.param(
        [("link", "oslo", "Solheim", "ada-holm")],
        [("names.csv", *SOLHEIM, "ada-holm")],
        id="whom the speaker's name means is said once",
    ),
    pytest.param(
        [("delete", "oslo", "mention", "Solheim"), ("relate", "oslo", RAILWAY[3], "Kari Solheim")],
        [("speakers.csv", *RAILWAY, "kari-solheim"), ("rows.csv", *SOLHEIM, "mentions", "wrong")],
        id="the same says it, but is named elsewhere",
    ),
    pytest.param(
        [("delete", "oslo", "mention", "Solheim")],
        [("rows.csv", *SOLHEIM, "mentions", "wrong")],
        id="with a mention goes what it said",
    ),
    pytest.param(
        [("bound", "bergen", "mention", "Ada Holm", "Holm")],
        [
            ("names.csv", "bergen-p002", 4, 8, "Holm", "ada-holm"),
            ("rows.csv", "bergen-p002", 0, 8, "Ada Holm", "mentions", "wrong"),
        ],
        id="a speaker's name with other bounds is that speaker",
    ),
    pytest.param(
        [("delete", "oslo", "quote", RAILWAY[3])],
        [("rows.csv", *RAILWAY, "quotes", "wrong")],
        id="a quote is gone",
    ),
    pytest.param(
        [("delete", "bergen", "report", MET[3])],
        [("rows.csv", *MET, "reports", "wrong")],
        id="a report is gone",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), VOICES)
@pytest.mark.parametrize("hand", [Studio, Brat])
def test_changed_quotes_and_reports_are_corrections(hand, package, tmp_path, edits, expected):
    """Who says a quote is a row of `speakers.csv` for each; quotes and reports that are gone are wrong."""
    assert edited(hand(package, tmp_path), package, tmp_path, edits) == expected


def edited(hand, package, folder, edits):
    """The corrections that edits make; all else is taken as it was."""
    for name, *words in edits:
        getattr(hand, name)(*words)
    found = taken(hand, package, folder)
    assert (found.problems, found.left, found.exit_code) == ((), (), 0)
    corrections = read_corrections(folder / "curated")
    assert found.corrections == len(corrections)
    assert {(one.who, one.when) for one in corrections} <= {("Ann Lee", WHEN)}
    assert {one.why.partition(" in ")[0] for one in corrections} <= {"annotated"}
    return [told(one) for one in corrections]


@pytest.mark.parametrize("hand", [Studio, Brat])
def test_white_space_is_no_part_of_a_mark(hand, package, tmp_path):
    """A hand that slips over the end of a word has changed nothing; else nobody could mark a word."""
    hand = hand(package, tmp_path)
    hand.bound("bergen", "mention", "Kari Solheim", "Kari Solheim ")
    hand.bound("bergen", "mention", "Erik Dahl", " Dahl ")
    assert taken(hand, package, tmp_path).corrections == 2
    found = [(one.start, one.end, one.text) for one in read_corrections(tmp_path / "curated")]
    assert found == [(22, 26, "Dahl"), (17, 26, "Erik Dahl")]


@pytest.mark.parametrize("hand", [Studio, Brat])
def test_a_note_is_the_reason(hand, package, tmp_path):
    """What a person notes of a mention or quote says why it was changed."""
    hand = hand(package, tmp_path)
    hand.link("bergen", "Kari Solheim", "ada-holm")
    hand.note("bergen", "mention", "Kari Solheim", "a slip of the paper")
    hand.unrelate("oslo", RAILWAY[3])
    hand.note("oslo", "quote", RAILWAY[3], "heard on the recording")
    assert taken(hand, package, tmp_path).corrections == 2
    reasons = {one.text: one.why for one in read_corrections(tmp_path / "curated")}
    assert reasons == {FULL[3]: "a slip of the paper", RAILWAY[3]: "heard on the recording"}


@pytest.mark.parametrize("hand", HANDS)
def test_to_read_it_twice_adds_nothing(hand, package, tmp_path):
    """What was taken is there already."""
    hand = hand(package, tmp_path)
    hand.link("oslo", "Solheim", "new person: Ada Lie")
    assert [taken(hand, package, tmp_path).corrections for _ in range(2)] == [3, 0]


def test_the_command_takes_each_form(package, tmp_path):
    """As it takes a spreadsheet; what cannot be taken is told, and the exit code says so."""
    for hand in (hand(package, tmp_path) for hand in HANDS):
        hand.link("oslo", "Solheim", "ada-holm")
        curated = tmp_path / hand.to
        options = ("--into", curated, "--who", "Ann Lee", "--on", "2026-11-22")
        answer = run("review", package, "--read", hand.save(), *options)
        assert (answer.exit_code, answer.stdout.startswith("1 new correction in")) == (0, True), answer.stderr
        hand.link("oslo", "Solheim", "ada-nobody")
        answer = run("review", package, "--read", hand.save(), *options, "--json")
        assert answer.exit_code == 1
        assert "found no entity “ada-nobody”" in answer.stdout
