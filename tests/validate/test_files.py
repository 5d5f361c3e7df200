"""Every file that is not written as we write is found, and its cells are read as far as possible."""

import codecs

import pytest

from summitry.validate import validate


def line(content, number):
    """One line of a file, without its end."""
    return content.split(b"\n")[number - 1]


def with_line(number, change):
    """A change of one line."""

    def changed(content):
        lines = content.split(b"\n")
        lines[number - 1] = change(lines[number - 1])
        return b"\n".join(lines)

    return changed


def quoted(content):
    """The same with every cell quoted; no cell of the table holds a comma or a mark."""
    lines = content.decode().splitlines()
    return "".join(",".join(f'"{cell}"' for cell in each.split(",")) + "\n" for each in lines).encode()


FILES = [
    pytest.param(lambda _: b"", "empty-file", None, id="an empty file"),
    pytest.param(lambda _: b"\n", "empty-file", None, id="a line without anything"),
    pytest.param(lambda content: codecs.BOM_UTF8 + content, "byte-order-mark", 1, id="a byte order mark"),
    pytest.param(
        lambda content: content.replace(b"\n", b"\r\n"), "line-end", 1, id="the line ends of Windows"
    ),
    pytest.param(with_line(3, lambda each: each + b"\r"), "line-end", 3, id="one line end of Windows"),
    pytest.param(
        lambda content: content.replace(b"\n", b"\r"), "line-end", 1, id="the line ends of old Macs"
    ),
    pytest.param(with_line(1, lambda each: each.replace(b"e", b"\r", 1)), "line-end", 1, id="one within"),
    pytest.param(lambda content: content.decode().encode("latin-1"), "encoding", 3, id="Latin-1"),
    pytest.param(lambda content: content.decode().encode("utf-16"), "encoding", 1, id="UTF-16"),
    pytest.param(
        with_line(5, lambda each: each.replace(b"Tarn", b"Tarn\xff")), "encoding", 5, id="a late wrong byte"
    ),
    pytest.param(lambda content: content.replace(b",", b";"), "separator", 1, id="semicolons"),
    pytest.param(lambda content: content.replace(b",", b"\t"), "separator", 1, id="tabs"),
    pytest.param(quoted, "quoting", 1, id="every cell quoted"),
    pytest.param(with_line(3, lambda each: each.replace(b"FRA", b'"FRA"')), "quoting", 3, id="a cell quoted"),
    pytest.param(with_line(3, lambda each: each.replace(b",,", b',"",')), "quoting", 3, id="nothing quoted"),
    pytest.param(
        with_line(3, lambda each: b'"' + each), "unclosed-quote", 3, id="an unclosed quotation mark"
    ),
    pytest.param(with_line(3, lambda each: each[:-8]), "cell-count", 3, id="a line that stops early"),
    pytest.param(with_line(3, lambda each: each + b",x"), "cell-count", 3, id="a cell too many"),
    pytest.param(with_line(3, lambda each: each.rsplit(b",", 1)[0]), "cell-count", 3, id="a cell too few"),
    pytest.param(
        with_line(3, lambda each: each.replace(b"emile-roche", b'"emile"-roche')),
        "quote-in-cell",
        3,
        id="text after a closing mark",
    ),
    pytest.param(
        with_line(3, lambda each: each.replace(b"emile-roche", b'emile-"roche"')),
        "quote-in-cell",
        3,
        id="marks within a cell",
    ),
    pytest.param(with_line(3, lambda each: b"\n" + each), "blank-line", 3, id="a blank line within"),
    pytest.param(lambda content: content + b"\n", "blank-line", 7, id="a blank line at the end"),
    pytest.param(lambda content: content + b"that is all\n", "cell-count", 7, id="words after the table"),
    pytest.param(lambda content: content[:-1], "final-newline", 6, id="no end of the last line"),
    pytest.param(lambda content: content[:-9], "cell-count", 6, id="a cut file"),
    pytest.param(
        with_line(1, lambda each: each.replace(b"name", b"label")), "header", 1, id="a renamed column"
    ),
    pytest.param(
        with_line(1, lambda each: each.replace(b"name,type", b"type,name")), "header", 1, id="swapped columns"
    ),
    pytest.param(with_line(1, lambda each: each.replace(b"name", b"type")), "header", 1, id="a column twice"),
    pytest.param(with_line(1, lambda each: each.upper()), "header", 1, id="a header in capitals"),
    pytest.param(lambda content: content.split(b"\n", 1)[1], "header", 1, id="no header"),
]


@pytest.mark.parametrize(("change", "rule", "number"), FILES)
def test_knows_files_that_are_not_written_as_ours(parcel, broken, change, rule, number):
    """The rule that a file breaks is named with the line, though hash and size fit."""
    parcel.rewrite("entities", change)
    assert number in [place[1] for place in broken(parcel)[rule] if place[0] == "entities"]


def test_names_nothing_but_the_fault(parcel, broken):
    """A fault of form that hides no cell brings no other problem with it."""
    parcel.rewrite("entities", quoted)
    assert set(broken(parcel)) == {"quoting"}


def test_checks_the_lines_that_can_be_read(parcel, broken):
    """A broken line does not hide the faults of the others, and leaning on it is left undone, and said."""
    parcel.put("entities", 3, "type", "ghost")
    parcel.rewrite("entities", with_line(5, lambda each: each + b","))
    found = broken(parcel)
    assert found == {"cell-count": [("entities", 5, None)], "enum": [("entities", 3, "type")]}
    assert {each.table for each in validate(parcel.folder).skipped} > {"entities", "speakers"}


def test_checks_the_other_tables_of_a_lost_one(parcel, broken):
    """A table that cannot be read is reported, and what does not need it is checked."""
    parcel.rewrite("entities", lambda _: b"")
    parcel.put("quotes", 2, "kind", "shouted")
    assert {"empty-file", "enum"} <= set(broken(parcel))


def test_knows_cells_that_hold_a_line_break(parcel, broken):
    """A line break in a cell is one no cell may hold, quoted or not."""
    parcel.put("articles", 2, "title", "two\nlines")
    assert ("articles", 2, None) in broken(parcel)["unclosed-quote"]


def test_knows_another_size(parcel, broken):
    """A file is as long as the descriptor says."""
    parcel.describe(lambda descriptor: descriptor["resources"][3].update(bytes=5))
    assert broken(parcel) == {"bytes": [("datapackage.json", None, "resources/3/bytes")]}


@pytest.mark.parametrize("value", ["sha256:00", "crc32:00", "0" * 32])
def test_knows_another_hash(parcel, broken, value):
    """A file has the hash that the descriptor says, by an algorithm that is known."""
    parcel.describe(lambda descriptor: descriptor["resources"][3].update(hash=value))
    assert broken(parcel) == {"hash": [("datapackage.json", None, "resources/3/hash")]}


def test_knows_another_raw_file(parcel, broken):
    """A raw file in the package is the one that the article was read from."""
    (parcel.folder / "data" / "raw" / "river.txt").write_text("Another text.", encoding="utf-8")
    assert broken(parcel) == {"source-hash": [("articles", 2, "sha256")]}
