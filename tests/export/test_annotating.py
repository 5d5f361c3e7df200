"""A package in the forms in which people annotate: marks stand where they say, and every name is known."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

import summitry
from odd_package import odd_tables
from small_package import small_tables
from sound_tables import mention, sound_tables
from summitry.errors import UnreadableInput, UnusableOutput
from summitry.export.conll import words
from summitry.package import write_package


@pytest.fixture
def small(tmp_path):
    """A package with a mention of nobody known, and a speaker who has no mention."""
    return write_package(small_tables(), tmp_path / "small").parent


@pytest.fixture
def nested(tmp_path):
    """A package in which a mention lies in a longer one, and in which two are meant by the same words."""
    tables = sound_tables()
    more = [
        mention("river-1", "President Ana Lund of Norland", "ana-lund"),
        mention("visit-2", "times", "norland"),
        mention("visit-2", "times", "tarn"),
    ]
    tables = tables._replace(mentions=(*tables.mentions, *more))
    return write_package(tables, tmp_path / "nested").parent


def tasks_of(package, folder):
    """The tasks of Label Studio."""
    return json.loads(summitry.export(package, "label-studio", folder / "tasks.json").read_text("utf-8"))


def interface_of(folder):
    """The tags of the labelling interface beside the tasks, by their names."""
    return {tag.get("name"): tag for tag in ET.parse(folder / "label-studio.xml").iter() if tag.get("name")}  # noqa: S314  # our own file


@pytest.mark.parametrize("of", ["small", "nested", "awkward"])
def test_every_region_stands_where_it_says(of, tmp_path, request):
    """Offsets count code points in the text of the task."""
    for task in tasks_of(request.getfixturevalue(of), tmp_path):
        for result in task["predictions"][0]["result"]:
            if result["type"] == "labels":
                place = result["value"]
                assert task["data"]["text"][place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("of", ["small", "nested"])
def test_the_interface_knows_every_name(of, tmp_path, request):
    """Controls, labels, relations and variables of the tasks are those of the interface."""
    tasks = tasks_of(request.getfixturevalue(of), tmp_path)
    tags = interface_of(tmp_path)
    root = ET.parse(tmp_path / "label-studio.xml").getroot()  # noqa: S314  # our own file
    relations = {tag.get("value") for tag in root.iter("Relation")}
    seen = set()
    for result in (each for task in tasks for each in task["predictions"][0]["result"]):
        seen.add(result.get("from_name", "relation"))
        if result["type"] == "relation":
            assert set(result["labels"]) <= relations
            continue
        control = tags[result["from_name"]]
        assert control.tag.lower() == result["type"]
        assert control.get("toName") == result["to_name"]
        assert tags[result["to_name"]].tag == "Text"
        labels = {label.get("value") for label in control.iter("Label")}
        assert set(result["value"].get("labels", ())) <= labels
    assert seen >= {"mention", "quote", "report", "entity", "relation"}
    for variable in re.findall(r'"\$(\w+)"', (tmp_path / "label-studio.xml").read_text("utf-8")):
        assert all(isinstance(task["data"][variable], str) for task in tasks)


def test_ids_of_regions_are_their_own(nested, tmp_path):
    """A region has one id, with its label and its field; relations lead from one region to another."""
    for task in tasks_of(nested, tmp_path):
        results = task["predictions"][0]["result"]
        labelled = [each["id"] for each in results if each["type"] == "labels"]
        assert len(labelled) == len(set(labelled))
        assert {each["id"] for each in results if each["type"] == "textarea"} <= set(labelled)
        for each in results:
            if each["type"] == "relation":
                assert {each["from_id"], each["to_id"]} <= set(labelled)


def test_what_a_task_holds(small, tmp_path):
    """The marks of an article: types, kinds, links, speakers with and without a mention, and meetings."""
    (task,) = [one for one in tasks_of(small, tmp_path) if one["data"]["article_id"] == "oslo-talks"]
    assert task["data"]["heading"] == 'oslo-talks, 2019-05-15: A "new", fast railway'
    results = task["predictions"][0]["result"]
    regions = {each["id"]: each["value"] for each in results if each["type"] == "labels"}
    assert [(value["labels"], value["text"]) for value in regions.values()] == [
        (["place"], "Norwegian"), (["person"], "Kari Solheim"), (["person"], "Erik Dahl"),
        (["place"], "Oslo"), (["person"], "Solheim"), (["direct"], "We need the railway,"),
        (["direct"], "It will come."),
        (["meeting"], "Kari Solheim met Erik Dahl in Oslo on Tuesday"),
    ]  # fmt: skip
    written = [
        (regions[each["id"]]["text"], each["from_name"], each["value"]["text"])
        for each in results if each["type"] == "textarea"
    ]  # fmt: skip
    assert ("Solheim", "entity", ["kari-solheim"]) in written
    assert ("It will come.", "speaker", ["kari-solheim"]) in written
    assert [
        (regions[each["from_id"]]["text"], regions[each["to_id"]]["text"])
        for each in results if each["type"] == "relation"
    ] == [("We need the railway,", "Solheim")]  # fmt: skip
    (note,) = [each["meta"]["text"] for each in results if each.get("from_name") == "report"]
    assert note == "held: Talks of Kari Solheim and Erik Dahl in Oslo"


def test_a_folder_of_brat(small, tmp_path):
    """For each article its text and its annotations; what it needs to know lies beside them."""
    folder = summitry.export(small, "brat", tmp_path / "brat")
    assert sorted(path.name for path in folder.iterdir()) == [
        "annotation.conf", "oslo-talks.ann", "oslo-talks.txt", "visit-plans.ann", "visit-plans.txt",
    ]  # fmt: skip
    assert (folder / "oslo-talks.txt").read_text("utf-8").splitlines()[1:3] == [
        "", "“We need the railway,” Solheim told reporters. “It will come.”",
    ]  # fmt: skip
    assert (folder / "oslo-talks.ann").read_text("utf-8").splitlines() == [
        "T1\tplace 0 9\tNorwegian",
        "T2\tperson 27 39\tKari Solheim",
        "T3\tperson 44 53\tErik Dahl",
        "T4\tplace 57 61\tOslo",
        "T5\tperson 98 105\tSolheim",
        "T6\tquote 76 96\tWe need the railway,",
        "T7\tquote 123 136\tIt will come.",
        "T8\treport 27 72\tKari Solheim met Erik Dahl in Oslo on Tuesday",
        "A1\tkind T6 direct",
        "A2\tkind T7 direct",
        "R1\tspeaker Arg1:T6 Arg2:T5",
        "N1\tReference T1 summitry:norway\tNorway",
        "N2\tReference T2 summitry:kari-solheim\tKari Solheim",
        "N3\tReference T3 summitry:erik-dahl\tErik Dahl",
        "N4\tReference T4 summitry:oslo\tOslo",
        "N5\tReference T5 summitry:kari-solheim\tKari Solheim",
        "N6\tReference T7 summitry:kari-solheim\tKari Solheim",
        "#1\tAnnotatorNotes T8\theld: Talks of Kari Solheim and Erik Dahl in Oslo",
    ]


@pytest.mark.parametrize("of", ["small", "nested", "awkward"])
def test_every_stretch_of_brat_stands_where_it_says(of, tmp_path, request):
    """Offsets count code points in the text file, and its types are those that brat is told of."""
    folder = summitry.export(request.getfixturevalue(of), "brat", tmp_path / "brat")
    told = set((folder / "annotation.conf").read_text("utf-8").split())
    for path in folder.glob("*.ann"):
        text = path.with_suffix(".txt").read_text("utf-8")
        for line in path.read_text("utf-8").split("\n"):
            if found := re.fullmatch(r"T\d+\t(\S+) (\d+) (\d+)\t(.+)", line):
                assert text[int(found[2]) : int(found[3])] == found[4]
                assert found[1] in told


def test_names_of_files_hold_on_every_system(tmp_path):
    """Whatever an article is called, its files have a name of their own."""
    tables = odd_tables()
    package = write_package(tables, tmp_path / "odd").parent
    folder = summitry.export(package, "brat", tmp_path / "brat")
    names = [path.stem for path in folder.glob("*.ann")]
    assert len({name.lower() for name in names}) == len(tables.articles)
    assert all(re.fullmatch(r"[a-z0-9~_-]+", name) for name in names)


def test_annotations_are_not_written_over(small, tmp_path):
    """A folder in which someone may have annotated is left as it is."""
    folder = summitry.export(small, "brat", tmp_path / "brat")
    (folder / "oslo-talks.ann").write_text("T1\tperson 0 9\tNorwegian\n", encoding="utf-8")
    with pytest.raises(UnusableOutput, match="found a folder with files, maybe annotations; expected a new"):
        summitry.export(small, "brat", folder)
    assert (folder / "oslo-talks.ann").read_text("utf-8") == "T1\tperson 0 9\tNorwegian\n"


COLUMNS = """\
# global.columns = ID FORM SUMMITRY:START SUMMITRY:END SUMMITRY:ENTITY SUMMITRY:MENTION
# newdoc id = visit-plans
# newpar id = visit-plans-p1
# sent_id = visit-plans-p1
# text = Dahl has no plans, NA, a paper said.
1	Dahl	0	4	erik-dahl	B-person
2	has	5	8	_	O
3	no	9	11	_	O
4	plans	12	17	_	O
5	,	17	18	_	O
6	NA	19	21	_	B-unlinked
7	,	21	22	_	O
8	a	23	24	_	O
9	paper	25	30	_	O
10	said	31	35	_	O
11	.	35	36	_	O

# newdoc id = oslo-talks
"""


def test_columns_of_words(small, tmp_path):
    """A word a line with its place, whom its mention names, and the mention."""
    path = summitry.export(small, "conll", tmp_path / "words.conllup")
    assert path.read_text("utf-8").startswith(COLUMNS)


def test_columns_of_mentions_that_lie_in_each_other(nested, tmp_path):
    """The longest is in the columns, the others are told; of several of the same words all are named."""
    lines = summitry.export(nested, "conll", tmp_path / "words.conllup").read_text("utf-8").splitlines()
    assert "1\tPresident\t0\t9\tana-lund\tB-person" in lines
    assert "# left out = 10 18 ana-lund person" in lines
    assert "# left out = 22 29 norland place" in lines
    assert "7\ttimes\t31\t36\tnorland | tarn\tB-place" in lines


@pytest.mark.parametrize("of", ["small", "nested", "awkward"])
def test_all_of_a_text_is_in_its_words(of, tmp_path, request):
    """Each word stands where it says, and between them there is white space alone."""
    path = summitry.export(request.getfixturevalue(of), "conll", tmp_path / "words.conllup")
    text, at, tag = "", 0, "O"
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# text = "):
            text, at = line.removeprefix("# text = "), 0
        elif line and not line.startswith("# "):
            _, word, start, end, _, now = line.split("\t")
            assert text[int(start) : int(end)] == word
            assert text[at : int(start)].isspace() or at == int(start)
            assert not now.startswith("I-") or tag[2:] == now[2:]
            at, tag = int(end), now


@pytest.mark.parametrize(
    ("text", "bounds", "expected"),
    [
        pytest.param("U.S.-led", {4}, ["U", ".", "S", ".", "-", "led"], id="each sign is a word"),
        pytest.param("proOslo", {3}, ["pro", "Oslo"], id="a mention parts a word"),
        pytest.param("a_b 東京 🚂", (), ["a", "_", "b", "東京", "🚂"], id="whatever it is written in"),
    ],
)
def test_words_are_runs_of_letters_and_single_signs(text, bounds, expected):
    """No model is needed to find them, and every one of them has its place."""
    assert [word.text for word in words(text, bounds)] == expected


def test_the_interface_has_a_name_of_its_own(small, tmp_path):
    """The tasks do not take its place, nor that of a folder."""
    with pytest.raises(UnusableOutput, match="found the name of the labelling interface"):
        summitry.export(small, "label-studio", tmp_path / "label-studio.xml")
    with pytest.raises(UnusableOutput, match="found a folder; expected the name of a file"):
        summitry.export(small, "label-studio", tmp_path)


@pytest.mark.parametrize("target", ["label-studio", "brat", "conll"])
def test_a_package_without_words_is_refused(target, tmp_path):
    """Where the text is not that in which the offsets count, nobody can annotate."""
    tables = small_tables()
    blank = tuple(replace(row, text="…") for row in tables.paragraphs)
    package = write_package(tables._replace(paragraphs=blank), tmp_path / "blank").parent
    with pytest.raises(UnreadableInput, match="expected a package with the words of its articles"):
        summitry.export(package, target, tmp_path / "out")
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
