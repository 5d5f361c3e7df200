"""Files and folders: which are read, in which order, and what is refused."""

import os
import shutil
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read import counting, read_articles, source_count
from summitry.rows import Refusal

GONE = "a link that leads nowhere, or a file that has gone; expected a file that can be read"
ARTICLE = "date 2019-05-15 AFP, OSLO\n\nThe ministers met, says {}.\n"


def write(folder, *names):
    """Write an article of its own into each of the files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format(name))


def shown(found):
    """What a reader gives, as sources of articles and lines of refusals."""
    return [one.source if isinstance(one, Dispatch) else str(one) for one in found]


def test_folders_are_read_to_the_bottom_in_one_order(tmp_path):
    """Paths sort by code point, hidden files are left out, and anything else is told."""
    write(tmp_path, "b.txt", "a/z.txt", "a.txt", "a/é.txt", "Z.txt", ".hidden.txt", ".git/x.txt", "a/b/c.TXT")
    (tmp_path / "notes.md").write_text("# Notes")
    (tmp_path / "LICENSE").write_text("free")
    assert shown(read_articles([tmp_path], base=tmp_path)) == [
        "LICENSE: found a file without an ending; expected a kind of file that is read (.txt, .html, .zip …)",
        "Z.txt",
        "a.txt",
        "a/b/c.TXT",
        "a/z.txt",
        "a/é.txt",
        "b.txt",
        "notes.md: found a .md file; expected a kind of file that is read (.txt, .html, .zip …)",
    ]
    assert source_count([tmp_path]) == 8


def test_the_order_of_the_sources_changes_nothing(tmp_path):
    """Neither does naming a file twice, or in two ways."""
    write(tmp_path, "a.txt", "b/c.txt", "b/d.txt", "e.txt")
    sources = [tmp_path / "e.txt", tmp_path / "b", str(tmp_path / "b/d.txt"), tmp_path / "b/../a.txt"]
    for order in permutations(sources):
        assert shown(read_articles(order, base=tmp_path)) == ["a.txt", "b/c.txt", "b/d.txt", "e.txt"]


def test_the_source_of_an_article(tmp_path):
    """The path is told from the base; outside of it only the name, as no machine is published."""
    write(tmp_path, "in/a.txt", "b.txt")
    found = read_articles([tmp_path], base=tmp_path / "in")
    assert shown(found) == ["b.txt", "a.txt"]
    assert shown(read_articles([tmp_path / "in"])) == ["a.txt"]


def test_copies_and_taken_ids_are_refused(tmp_path):
    """The first in order stays; the later one is refused with the place of the first."""
    write(tmp_path, "a/x.txt", "b/x.txt")
    (tmp_path / "c.txt").write_bytes((tmp_path / "a/x.txt").read_bytes())
    record = '{"id": "x", "date": "2019-05-15", "text": "They met."}\n'
    (tmp_path / "d.jsonl").write_text(record + record.replace('"x"', '"y"') * 2)
    assert shown(read_articles([tmp_path], base=tmp_path)) == [
        "a/x.txt",
        "b/x.txt: found the id x, which a/x.txt has; expected an id of its own",
        "c.txt: found a copy of a/x.txt; expected each article once",
        "d.jsonl: line 1: found the id x, which a/x.txt has; expected an id of its own",
        "d.jsonl",
        "d.jsonl: line 3: found a copy of d.jsonl, line 2; expected each article once",
    ]


def test_articles_are_read_one_at_a_time(tmp_path):
    """A file is opened when its article is asked for."""
    write(tmp_path, "a.txt", "b.txt")
    found = read_articles([tmp_path], base=tmp_path)
    assert next(found).source == "a.txt"
    (tmp_path / "b.txt").unlink()
    assert shown(found) == [f"b.txt: found {GONE}"]


def test_a_folder_that_goes_meanwhile_is_refused_file_by_file(tmp_path):
    """Files that were listed are told one by one, the others go on; a folder not yet listed is told once."""
    write(tmp_path, "a/1.txt", "a/2.txt", "a/3.jsonl", "a/b/4.txt", "c/5.txt", "c/6.txt", "d.txt")
    found = read_articles([tmp_path], base=tmp_path)
    assert next(found).source == "a/1.txt"
    shutil.rmtree(tmp_path / "a")
    shutil.rmtree(tmp_path / "c")
    gone = ["a/2.txt", "a/3.jsonl", "a/b", "c"]
    assert shown(found) == [*(f"{name}: found {GONE}" for name in gone), "d.txt"]


def test_inputs_that_go_meanwhile_are_refused(tmp_path):
    """What was named and there at first is told by its name; a folder that is empty by now holds nothing."""
    write(tmp_path, "a.txt", "b/1.txt", "c/2.txt", "d.csv")
    found = read_articles([tmp_path / name for name in ("a.txt", "b", "c", "d.csv")], base=tmp_path)
    assert next(found).source == "a.txt"
    shutil.rmtree(tmp_path / "b")
    (tmp_path / "c/2.txt").unlink()
    (tmp_path / "d.csv").unlink()
    assert shown(found) == [f"b: found {GONE}", f"d.csv: found {GONE}"]


def test_a_working_folder_that_goes_meanwhile_is_told(tmp_path, monkeypatch):
    """Nothing asks for the working folder again once reading has begun."""
    write(tmp_path, "in/a.txt", "in/b.txt", "in/c/d.txt")
    monkeypatch.chdir(tmp_path / "in")
    found = read_articles([".", "c"], base="..")
    assert next(found).source == "in/a.txt"
    shutil.rmtree(tmp_path / "in")
    assert shown(found) == [f"in/b.txt: found {GONE}", f"in/c: found {GONE}"]


MISSING = [
    pytest.param([], [], "found no input; expected files or folders", id="nothing named"),
    pytest.param([], ["gone"], "gone: found no file or folder of this name; expected a kind", id="not there"),
    pytest.param(
        [], ["."], "found no article; expected a kind of file that is read .* in it", id="an empty folder"
    ),
    pytest.param([".a.txt"], ["."], "found no article; expected", id="only a hidden file"),
    pytest.param(["a.pdf"], ["."], r"found no article but .*a\.pdf \(a \.pdf file\)", id="only other files"),
    pytest.param(["a.txt", "b/c.md"], ["a.txt", "b"], "found no article but", id="one of two"),
]


@pytest.mark.parametrize(("names", "sources", "line"), MISSING)
def test_raises_where_there_is_nothing_to_read(tmp_path, names, sources, line):
    """What was named must be there and hold an article; this is known before anything is read."""
    write(tmp_path, *names)
    with pytest.raises(UnreadableInput, match=line):
        read_articles([tmp_path / source for source in sources])


def test_a_single_path_is_a_mistake():
    """A string is a list of letters; it is not taken for one."""
    with pytest.raises(TypeError, match="one input"):
        read_articles("data/raw")


def test_a_named_file_of_another_kind_is_refused(tmp_path):
    """Others named beside it are read."""
    write(tmp_path, "a.txt", "b.doc")
    assert shown(read_articles([tmp_path / "a.txt", tmp_path / "b.doc"], base=tmp_path)) == [
        "a.txt",
        "b.doc: found a .doc file; expected a kind of file that is read (.txt, .html, .zip …)",
    ]


def test_what_is_no_file_is_refused(tmp_path):
    """A folder with the name of a file, links to nowhere, to themselves and to folders, and pipes."""
    write(tmp_path, "a.txt", "b.txt/c.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "dead.txt").symlink_to("gone.txt")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "same.txt").symlink_to("a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert shown(read_articles([tmp_path], base=tmp_path)) == [
        "a.txt",
        "b.txt: found a folder; expected a kind of file that is read (.txt, .html, .zip …)",
        f"dead.txt: found {GONE}",
        "loop.txt: found a link that leads to itself; expected a file that can be read",
        "pipe.txt: found a pipe or a device; expected a file",
        "same.txt: found a copy of a.txt; expected each article once",
        "up: found a link to a folder; expected a kind of file that is read (.txt, .html, .zip …)",
    ]


def test_what_may_not_be_read_is_refused(tmp_path, monkeypatch):
    """Files and folders without permission are told; the others are read."""
    write(tmp_path, "a.txt", "b.txt", "c/d.txt")
    scandir, opened = os.scandir, Path.open

    def closed_folder(path):
        if Path(path).name == "c":
            raise PermissionError(13, "zugriff verweigert")
        return scandir(path)

    def closed_file(path, *args):
        if path.name == "b.txt":
            raise PermissionError(13, "zugriff verweigert")
        return opened(path, *args)

    monkeypatch.setattr(os, "scandir", closed_folder)
    monkeypatch.setattr(Path, "open", closed_file)
    assert shown(read_articles([tmp_path], base=tmp_path)) == [
        "a.txt",
        "b.txt: found no permission to read it; expected a file that can be read",
        "c: found no permission to read it; expected a file that can be read",
    ]


def test_names_that_are_no_text_are_told(tmp_path):
    """A file name whose bytes are not UTF-8 cannot be a key, and is shown with escapes."""
    path = os.fsencode(tmp_path) + b"/a\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(ARTICLE)
    except OSError:
        pytest.skip("this file system takes no such name")
    (found,) = read_articles([tmp_path], base=tmp_path)
    assert str(found).startswith("a\\udce9.txt: id: found “a\\udce9” with")


def test_counts_what_it_can(tmp_path, monkeypatch):
    """A collection counts with its records, whatever is in them; one too large is not counted."""
    write(tmp_path, "a.txt", "b.md")
    assert source_count([tmp_path]) == 2
    (tmp_path / "c.jsonl").write_bytes(b'{"id": 1}\n\nno record\n')
    (tmp_path / "d.csv").write_bytes(b'id,date,text\na,2019-05-15,"two\nlines"\n')
    (tmp_path / "e.csv").write_bytes(b"")
    assert source_count([tmp_path]) == 2 + 2 + 1 + 1 == len(list(read_articles([tmp_path])))
    monkeypatch.setattr(counting, "MAX_COUNTED_BYTES", 8)
    assert source_count([tmp_path]) is None


HEADS = st.sampled_from(
    [
        *(b"", b"date 2019-05-15\n", b" date 2019-05-15 AFP, OSLO\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0"),
        *(b"id,date,text\n", b'{"id": "a", "date": "2019-05-15", "text": "', b"a,2019-05-15,", b'"', b"\r"),
        b"OSLO (AP) \xe2\x80\x94 ",
    ]
)
WORDS = st.text(max_size=20).map(lambda text: text.encode(errors="replace"))
CONTENT = st.lists(HEADS | st.binary(max_size=20) | WORDS, max_size=6)


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".csv"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(parts=CONTENT)
@example(parts=[b"date 2019-05-15\nid: \n\n", b"x"])
def test_law_any_bytes_are_an_article_or_a_refusal(tmp_path, suffix, parts):
    """Whatever a file holds, it is read or refused; a refusal is one printable line, and a text is clean."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"".join(parts))
    found = list(read_articles([path], base=tmp_path))
    assert found
    for one in found:
        if isinstance(one, Refusal):
            assert str(one).isprintable()
            assert one.found
            assert one.expected
        else:
            assert one.passages
            assert all(passage.text.strip() == passage.text != "" for passage in one.passages)
            assert all(len(passage.origins) == len(passage.text) + 1 for passage in one.passages)
