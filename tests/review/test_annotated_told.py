"""What was annotated elsewhere and is no correction is told, never dropped."""

import pytest

import summitry
from annotating import Brat, Columns, Studio, taken
from commands import run
from summitry.curated import read_corrections

MARKS = [Studio, Brat]
HANDS = [*MARKS, Columns]
RAILWAY = "We need the railway,"
MET = "Kari Solheim met Erik Dahl in Oslo on Tuesday"


def edited(hand, package, folder, edits):
    """What is taken after some edits."""
    for name, *words in edits:
        getattr(hand, name)(*words)
    return taken(hand, package, folder)


PEOPLE = "Kari Solheim met Erik Dahl"
QUOTE = f"oslo-p002, 1 to 21, quote “{RAILWAY}”"
NEED = "oslo-p002, 4 to 20, quote “need the railway”"
DOUBT = "bergen-p002, 63 to 73, quote “it was not”"
NEW = "found it new; expected none:"
BOUNDS = "found other bounds; expected"
LEFT = [
    pytest.param(
        [("add", "oslo", "quote", "indirect", "begin in June")],
        [f"oslo-p002, 89 to 102, quote “begin in June”: {NEW} a quote cannot be added by hand"],
        id="a new quote",
    ),
    pytest.param(
        [("add", "oslo", "report", "meeting", "after the talks")],
        [f"oslo-p002, 46 to 61, report “after the talks”: {NEW} a report cannot be added by hand"],
        id="a new report",
    ),
    pytest.param(
        [("bound", "oslo", "quote", RAILWAY, "need the railway")],
        [f"{NEED}: {BOUNDS} 1 to 21: those of a quote cannot be corrected"],
        id="other bounds of a quote",
    ),
    pytest.param(
        [("bound", "bergen", "report", MET, PEOPLE)],
        [f"bergen-p001, 0 to 26, report “{PEOPLE}”: {BOUNDS} 0 to 45: those of a report cannot be corrected"],
        id="other bounds of a report",
    ),
    pytest.param(
        [("label", "oslo", "quote", RAILWAY, "mixed")],
        [f"{QUOTE}: found mixed; expected direct: the kind of a quote cannot be corrected"],
        id="another kind",
    ),
    pytest.param(
        [("note", "oslo", "quote", RAILWAY, "really?")],
        [f"{QUOTE}: found the note “really?”; expected a change that it explains"],
        id="a note that nothing goes with",
    ),
    pytest.param(
        [("relate", "oslo", RAILWAY, "Kari Solheim"), ("unrelate", "oslo", RAILWAY),
         ("relate", "oslo", RAILWAY, "Kari Solheim")],
        [f"{QUOTE}: found other words for the same speakers; expected other speakers"],
        id="other words for the speaker",
    ),
    pytest.param(
        [("add", "bergen", "mention", "unlinked", "experts"), ("relate", "bergen", "it was not", "experts")],
        [f"{DOUBT}: found the speaker “experts”, who is nobody known; expected a mention of someone"],
        id="a speaker of nobody known",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "lines"), LEFT)
@pytest.mark.parametrize("hand", MARKS)
def test_what_no_correction_can_say_is_left(hand, package, tmp_path, edits, lines):
    """It is told with its place, what was found and what was expected; nothing is made of it by halves."""
    found = edited(hand(package, tmp_path), package, tmp_path, edits)
    assert ([line.partition(", ")[2] for line in found.left], found.problems, found.exit_code) == (
        lines,
        (),
        1,
    )
    written = read_corrections(tmp_path / "curated")
    assert found.corrections == len(written)
    assert {one.text for one in written} <= {"experts"}


def test_the_rest_is_taken(package, tmp_path):
    """What no correction can say does not hold up what one can."""
    edits = [("add", "oslo", "quote", "direct", "begin in June"), ("link", "oslo", "Solheim", "ada-holm")]
    found = edited(Studio(package, tmp_path), package, tmp_path, edits)
    assert (found.corrections, len(found.left), found.exit_code) == (1, 1, 1)
    assert [one.entity_id for one in read_corrections(tmp_path / "curated")] == ["ada-holm"]


TYPES = [
    pytest.param(
        [("label", "bergen", "mention", "Ada Holm", "organization")],
        "found organization; expected person, as ada-holm is one: entities.csv can change what it is",
        id="another type",
    ),
    pytest.param(
        [("add", "bergen", "mention", "person", "experts")],
        "found person of nobody known; "
        "expected whom it names (an id, a name, or “new person: …”), or unlinked",
        id="a person of whom it is not said who",
    ),
    pytest.param(
        [("add", "bergen", "mention", "person", "experts", "oslo")],
        "found person; expected place, as oslo is one: entities.csv can change what it is",
        id="a place that is called a person",
    ),
    pytest.param(
        [("bound", "bergen", "mention", "Ada Holm", "Holm"), ("label", "bergen", "mention", "Holm", "place")],
        "found place; expected person, as ada-holm is one: entities.csv can change what it is",
        id="other bounds and another type: the mention stays",
    ),
]


@pytest.mark.parametrize(("edits", "line"), TYPES)
@pytest.mark.parametrize("hand", HANDS)
def test_the_type_of_an_entity_is_no_matter_of_one_mention(hand, package, tmp_path, edits, line):
    """A label that does not fit whom a mention names is told, and the mention stays as it was."""
    found = edited(hand(package, tmp_path), package, tmp_path, edits)
    assert (found.corrections, found.problems) == (0, ())
    assert found.left[0].partition("”: ")[2] == line
    assert all("who was not taken; expected a mention of someone" in each for each in found.left[1:])


@pytest.mark.parametrize("hand", HANDS)
def test_an_entity_that_is_not_there_is_told(hand, package, tmp_path):
    """Nothing is written then, as with a spreadsheet."""
    edits = [("link", "oslo", "Solheim", "ada-nobody"), ("delete", "bergen", "mention", "Ada Holm")]
    found = edited(hand(package, tmp_path), package, tmp_path, edits)
    (problem,) = found.problems
    assert "oslo-p002, 23 to 30, mention “Solheim”: found no entity “ada-nobody”; expected an id, " in problem
    assert (found.corrections, found.exit_code) == (0, 1)
    assert not (tmp_path / "curated").exists()


@pytest.mark.parametrize("hand", HANDS)
def test_an_article_without_any_mark_is_told(hand, package, tmp_path):
    """Who begins with an empty page has not said that all rows are wrong."""
    hand = hand(package, tmp_path)
    match hand:
        case Studio():
            hand.results("oslo").clear()
        case Brat():
            hand.lines["oslo"].clear()
        case Columns():
            for at in [at for at, line in enumerate(hand.lines) if "\t" in line]:
                hand.tag(at, "_", "O")
    found = taken(hand, package, tmp_path)
    assert found.problems
    for problem in found.problems:
        assert "found nothing annotated; expected what was exported, corrected, or" in problem


@pytest.mark.parametrize("hand", HANDS)
def test_what_a_tool_has_lost_is_told(hand, package, tmp_path):
    """Where no link at all is left, nobody has said of each mention that it names nobody known."""
    hand = hand(package, tmp_path)
    match hand:
        case Studio():
            results = hand.results("oslo")
            results[:] = [each for each in results if each["type"] != "textarea"]
        case Brat():
            hand.drop("oslo", "N")
        case Columns():
            begin = hand.lines.index("# newdoc id = oslo")
            for at in [at for at, line in enumerate(hand.lines) if "\t" in line and at > begin]:
                hand.tag(at, "_", hand.lines[at].split("\t")[5])
    (problem,) = [each for each in taken(hand, package, tmp_path).problems if "oslo" in each]
    assert problem.endswith(
        "found no entity of any mention any more; expected those that were exported, corrected"
    )


@pytest.mark.parametrize("hand", MARKS)
def test_relations_that_a_tool_has_lost_are_told(hand, package, tmp_path):
    """The same of who speaks."""
    hand = hand(package, tmp_path)
    for words in (RAILWAY, "work would begin in June"):
        hand.unrelate("oslo", words)
    (problem,) = taken(hand, package, tmp_path).problems
    assert "found no speaker of any quote any more" in problem


def test_what_has_no_place_in_the_tables_is_left(package, tmp_path):
    """More labels, controls and relations than were exported."""
    hand = Studio(package, tmp_path)
    one, other = (hand.region("oslo", "mention", words)["id"] for words in ("Kari Solheim", "Erik Dahl"))
    hand.results("oslo").extend([
        {"id": "x", "from_name": "tone", "type": "choices", "value": {"choices": ["glad"]}},
        {"type": "relation", "from_id": one, "to_id": other, "labels": ["speaker"]},
        {"type": "relation", "from_id": one, "to_id": other, "labels": ["knows"]},
        {"id": "y", "from_name": "entity", "type": "textarea", "value": {"text": "ada-holm"}},
    ])  # fmt: skip
    hand.add("oslo", "mention", "person", "railway")
    hand.label("oslo", "mention", "railway", "train")
    found = taken(hand, package, tmp_path)
    assert (found.corrections, found.problems) == (0, ())
    assert [line.partition(": found ")[2].partition(";")[0] for line in found.left] == [
        "something called tone", "a relation called ['knows']", "a mention called train",
        "a relation that does not lead from a quote to a mention", "“ada-holm” as entity of nothing",
    ]  # fmt: skip


def test_a_skipped_task_says_nothing(package, tmp_path):
    """Nor does one that nobody has annotated; of several annotations the ground truth holds."""
    hand = Studio(package, tmp_path)
    hand.link("oslo", "Solheim", "ada-holm")
    (held,) = hand.task("oslo")["annotations"]
    hand.task("oslo")["annotations"] += [{"result": []}]
    held["ground_truth"] = True
    hand.task("bergen")["annotations"] = [{"was_cancelled": True, "result": []}]
    assert taken(hand, package, tmp_path) == summitry.Reviewed(1, ())


def test_lines_of_brat_that_have_no_place_in_the_tables_are_left(package, tmp_path):
    """More types, attributes and relations than were exported."""
    hand = Brat(package, tmp_path)
    one, other = (hand.region("oslo", "mention", words) for words in ("Kari Solheim", "Erik Dahl"))
    hand.lines["oslo"] += [
        "T901\ttrain 110 117\trailway", "A901\ttone T1 glad", "A902\tdoubted T1",
        f"R901\tknows Arg1:{one} Arg2:{other}", "*\tEquiv T1 T2", "E1\tMeet:T1",
        f"N901\tReference {one} Wikidata:Q1\tKari Solheim",
    ]  # fmt: skip
    found = taken(hand, package, tmp_path)
    assert (found.corrections, found.problems) == (0, ())
    assert [line.partition("found ")[2].partition(";")[0] for line in found.left] == [
        "a train", "the attribute tone glad", "the attribute doubted", f"knows from {one} to {other}",
        "“*\tEquiv T1 T2”", "“E1\tMeet:T1”", "Wikidata:Q1",
    ]  # fmt: skip


def test_the_command_tells_what_is_left(package, tmp_path):
    """The rest is taken, and the exit code says that there is something to read."""
    hand = Brat(package, tmp_path)
    hand.add("oslo", "quote", "direct", "begin in June")
    hand.link("oslo", "Solheim", "ada-holm")
    answer = run(
        "review", package, "--read", hand.save(), "--into", tmp_path / "c", "--who", "A", "--on", "2026-11-22"
    )
    assert (answer.exit_code, answer.stdout.startswith("1 new correction in")) == (1, True)
    assert "refused: oslo.ann, oslo-p002, 89 to 102, quote “begin in June”: found it new;" in answer.stderr
