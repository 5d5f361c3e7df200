"""Which files are read: one order whatever the tree, each file once, and no folder before its turn."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summitry.errors import UnreadableInput
from summitry.read import counting, source_count
from summitry.read.listing import SUFFIXES, entries_of

NAMES = st.sampled_from(
    [
        *("a", "a!", "a b", "a-b", "a-b.txt", "a.", "a.csv", "a.txt", "a0", "aé.txt", "B", "B.pdf"),
        *(".h", ".h.txt", "\x01", "b\n.txt", "\uffee.txt", "𐀀.txt", "shut", "a.shut", "a!shut"),
    ]
)
TREES = st.recursive(st.none(), lambda trees: st.dictionaries(NAMES, trees, max_size=6), max_leaves=20)
FOLDERS = st.dictionaries(NAMES, TREES, min_size=1, max_size=6)


def plant(tree, folder):
    """Write a tree: a name with nothing is a file."""
    for name, below in tree.items():
        if below is None:
            (folder / name).write_text(name)
        else:
            (folder / name).mkdir()
            plant(below, folder / name)


def leaves(tree, full):
    """The full paths of what a walk gives, in no order: the plainest way to say it."""
    for name, below in tree.items():
        path = f"{full}/{name}"
        if name.startswith("."):
            continue
        if below is None or name.lower().endswith(SUFFIXES) or name.endswith("shut"):
            yield path
        else:
            yield from leaves(below, path)


def folders_in(tree, full):
    """The full paths of folders that can be gone through, and what they hold."""
    yield full, tree
    for name, below in tree.items():
        if below is not None and not name.lower().endswith(SUFFIXES) and not name.endswith("shut"):
            yield from folders_in(below, f"{full}/{name}")


def scandir_of_open(path):
    """What a folder holds, unless its name says that it is shut."""
    if str(path).endswith("shut"):
        raise PermissionError(13, "zugriff verweigert")
    return SCANDIR(path)


SCANDIR = os.scandir


@settings(deadline=None)
@given(tree=FOLDERS, chosen=st.lists(st.integers(0, 9), max_size=4))
@example(tree={"a": {"x.txt": None}, "a.txt": None, "a b": {"y.txt": None}, "a-b.txt": None}, chosen=[0])
@example(tree={"shut": {}, "shut.txt": None, "shut!": {"x.txt": None}}, chosen=[0])
@example(tree={".h": {"x.txt": None}, "a": {"b": {"c.txt": None}}, "a!": {"c.txt": None}}, chosen=[1, 2, 0])
def test_law_the_order_is_that_of_the_full_paths(tree, chosen):
    """Each file comes once, sorted by code points, whatever sources lie in each other."""
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", scandir_of_open)
        plant(tree | {"z.txt": None}, Path(home))
        folders = list(folders_in(tree | {"z.txt": None}, Path(home).as_posix()))
        named = [folders[number % len(folders)] for number in chosen] or folders[:1]
        wanted = sorted({path for full, below in named for path in leaves(below, full)})
        try:
            found = [entry.full for entry in entries_of([full for full, _ in named])]
        except UnreadableInput:
            # one of the folders holds no article
            return
        assert found == wanted
        assert source_count([full for full, _ in named]) in {len(wanted), None}


@pytest.fixture
def looked_into(monkeypatch):
    """The names of the folders that were looked into so far."""
    looked = []

    def scandir(path):
        looked.append(Path(path).name)
        return SCANDIR(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return looked


def test_no_folder_is_looked_into_before_its_turn(tmp_path, looked_into):
    """Naming a folder asks for its first article alone, and going on for one folder after the other."""
    plant({name: {"1.txt": None, "2.txt": None} for name in "abc"}, tmp_path)
    entries = entries_of([tmp_path])
    assert looked_into == [tmp_path.name, "a"]
    looked_into.clear()
    steps = [(entry.path.name, list(looked_into)) for entry in entries]
    top = tmp_path.name
    assert steps == [
        *(("1.txt", [top, "a"]), ("2.txt", [top, "a"])),
        *(("1.txt", [top, "a", "b"]), ("2.txt", [top, "a", "b"])),
        *(("1.txt", [top, "a", "b", "c"]), ("2.txt", [top, "a", "b", "c"])),
    ]


def test_no_source_is_gone_through_before_its_turn(tmp_path, looked_into):
    """Sources that do not lie in each other are read one after the other."""
    plant({name: {"1.txt": None} for name in "abc"}, tmp_path)
    entries = entries_of([tmp_path / name for name in "cab"])
    looked_into.clear()
    assert [(entry.path.parent.name, list(looked_into)) for entry in entries] == [
        ("a", ["a"]),
        ("b", ["a", "b"]),
        ("c", ["a", "b", "c"]),
    ]


def test_counting_ends_at_a_large_collection(tmp_path, looked_into, monkeypatch):
    """Nothing after it can make the number known."""
    monkeypatch.setattr(counting, "MAX_COUNTED_BYTES", 0)
    plant({"a": {"1.jsonl": None}, "b": {"1.txt": None}}, tmp_path)
    (tmp_path / "a" / "1.jsonl").write_bytes(b"{}")
    assert source_count([tmp_path]) is None
    assert "b" not in looked_into


def test_a_deep_tree_is_gone_through(tmp_path):
    """No depth that a path can have is too deep."""
    path = tmp_path.joinpath(*["d"] * 1500)
    folder = tmp_path
    for name in path.relative_to(tmp_path).parts:
        folder /= name
        folder.mkdir()
    (path / "a.txt").write_text("a")
    try:
        assert [entry.path for entry in entries_of([tmp_path])] == [path / "a.txt"]
    finally:
        # what clears up after tests goes down by calling itself
        while path != tmp_path:
            (path / "a.txt").unlink(missing_ok=True)
            path.rmdir()
            path = path.parent


@pytest.mark.parametrize(
    ("tree", "named"),
    [
        pytest.param({"a": {"x.pdf": None}, "b.pdf": None}, "b.pdf", id="rather a file of its own"),
        pytest.param({"c.pdf": None, "b.pdf": None}, "b.pdf", id="the first of two"),
        pytest.param({"a": {"x": {"y.pdf": None}}, "e": {}}, "a/x/y.pdf", id="what lies further down"),
    ],
)
def test_a_folder_without_articles_names_what_it_holds(tmp_path, tree, named):
    """The message names one file, so that a wrong ending is seen."""
    plant(tree, tmp_path)
    with pytest.raises(UnreadableInput) as raised:
        entries_of([tmp_path])
    other = (tmp_path / named).as_posix()
    assert str(raised.value) == (
        f"{tmp_path.as_posix()}: found no article but {other} (a .pdf file); "
        "expected a kind of file that is read (.txt, .html, .zip …) in it"
    )


def test_the_first_name_of_a_file_counts(tmp_path, monkeypatch):
    """Of two ways to name a file that of the first source by path is told."""
    plant({"b": {"x.txt": None}}, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert [entry.path for entry in entries_of(["b/../b/x.txt", "b"])] == [Path("b/x.txt")]
    assert [entry.path for entry in entries_of(["b/../b", "b/x.txt"])] == [Path("b/../b/x.txt")]


def test_links_that_were_named_are_followed(tmp_path):
    """A link to a folder is told in a walk, and gone through where it was named."""
    plant({"a": {"x.txt": None}}, tmp_path)
    (tmp_path / "up").symlink_to("a")
    found = [(entry.path.relative_to(tmp_path).as_posix(), bool(entry.unfit)) for entry in
             entries_of([tmp_path, tmp_path / "up"])]  # fmt: skip
    assert found == [("a/x.txt", False), ("up", True), ("up/x.txt", False)]
