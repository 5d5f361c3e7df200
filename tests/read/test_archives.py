"""Archives: every article in them is read, nothing is written, and nothing grows without bound."""

import io
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packing import article, gzipped, header, link_in_zip, tarred, zipped
from summitry.page import Dispatch
from summitry.read import Tally, packed, read_articles, source_count, zips

NO_JSON = "found “no record” (Expecting value); expected a JSON object"
KIND = "expected a kind of file that is read (.txt, .html, .zip …)"
LESS = "expected news, which shrinks less"
RECORDS = b'{"id": "r", "date": "2019-05-15", "text": "They met."}\nno record\n'


def told(path, **given):
    """What a file gives, as sources of articles and lines of refusals."""
    found = read_articles([path], base=path.parent, **given)
    return [one.source if isinstance(one, Dispatch) else str(one) for one in found]


def put(folder, name, content):
    """A file of these bytes."""
    (folder / name).write_bytes(content)
    return folder / name


MEMBERS = [
    ("b/z.txt", article("z")),
    ("a.txt", article("a")),
    ("b.txt", article("b")),
    ("b/r.jsonl", RECORDS),
]
PACKED = [
    pytest.param("n.zip", zipped(MEMBERS), id="zip"),
    pytest.param("n.zip", zipped(MEMBERS, zipfile.ZIP_BZIP2), id="zip with bzip2"),
    pytest.param("n.tar", tarred(sorted(MEMBERS)), id="tar"),
    pytest.param("n.tar", tarred(sorted(MEMBERS), tarfile.GNU_FORMAT), id="tar of GNU"),
    pytest.param("n.tgz", gzipped(tarred(sorted(MEMBERS))), id="tgz"),
    pytest.param("n.tar.gz", gzipped(tarred(sorted(MEMBERS))), id="tar.gz"),
]


@pytest.mark.parametrize(("name", "content"), PACKED)
def test_reads_what_an_archive_holds(tmp_path, name, content):
    """As if it were a folder: each article with its source, each refusal with its place, by their paths."""
    assert told(put(tmp_path, name, content)) == [
        f"{name}/a.txt",
        f"{name}/b.txt",
        f"{name}/b/r.jsonl",
        f"{name}: b/r.jsonl: line 2, character 1: {NO_JSON}",
        f"{name}/b/z.txt",
    ]
    assert source_count([tmp_path / name]) is None


@pytest.mark.parametrize("order", list(permutations(MEMBERS[:3])))
def test_the_order_in_a_zip_changes_nothing(tmp_path, order):
    """The members of a zip are read by their paths, however they were put there."""
    assert told(put(tmp_path, "n.zip", zipped(order))) == ["n.zip/a.txt", "n.zip/b.txt", "n.zip/b/z.txt"]


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.txt.gz", "a.txt.gz/a.txt"), ("a.TXT.GZ", "a.TXT.GZ/a.TXT"), ("a.jsonl.gz", "a.jsonl.gz/a.jsonl")],
)
def test_reads_what_gzip_has_packed(tmp_path, name, source):
    """The stem is that of what is packed, and so is the hash."""
    content = article("a") if ".t" in name.lower() else RECORDS.partition(b"\n")[0]
    (found,) = read_articles([put(tmp_path, name, gzipped(content))], base=tmp_path)
    assert (found.source, found.article_id) == (source, "a" if ".t" in name.lower() else "r")


def test_reads_archives_in_archives(tmp_path):
    """A place tells the way to it; too deep a nesting is refused."""
    inner = zipped([("x.tar.gz", gzipped(tarred([("a.txt", article("a")), ("b.txt", b"")])))])
    assert told(put(tmp_path, "n.zip", inner)) == [
        "n.zip/x.tar.gz/a.txt",
        "n.zip: x.tar.gz: b.txt: found an empty file; expected text in UTF-8",
    ]
    for _ in range(4):
        inner = zipped([("deep.zip", inner)])
    assert told(put(tmp_path, "n.zip", inner)) == [
        (
            "n.zip: deep.zip: deep.zip: deep.zip: deep.zip: found an archive within 4 others; "
            "expected archives that are less deep"
        )
    ]


def encrypted():
    """A zip whose only member says that it is encrypted."""
    content = bytearray(zipped([("a.txt", article("a"))]))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + at] |= 1
    return bytes(content)


HOSTILE = [
    pytest.param(
        "n.zip",
        zipped([("../a.txt", b"a"), ("/b.txt", b"b"), ("c\\d.txt", b"c"), ("C:e.txt", b"d")]),
        [
            f"n.zip: {name}: found a path that leads out of the archive; expected one that leads into it"
            for name in ("../a.txt", "/b.txt", "C:e.txt", "c\\d.txt")
        ],
        id="paths that lead out of a zip",
    ),
    pytest.param(
        "n.tar",
        tarred([("../a.txt", b"a"), ("a/../../b.txt", b"b")]),
        [
            f"n.tar: {name}: found a path that leads out of the archive; expected one that leads into it"
            for name in ("../a.txt", "a/../../b.txt")
        ],
        id="paths that lead out of a tar",
    ),
    pytest.param(
        "n.zip",
        zipped([(link_in_zip("a.txt"), b"/etc/passwd"), ("b.txt", article("b"))]),
        [
            "n.zip: a.txt: found a link or a device; expected a file",
            "n.zip/b.txt",
        ],
        id="a link in a zip",
    ),
    pytest.param(
        "n.tar",
        tarred(
            [
                (header("a.txt", tarfile.SYMTYPE, "/etc/passwd"), b""),
                (header("b.txt", tarfile.LNKTYPE, "x"), b""),
                (header("c.txt", tarfile.CHRTYPE), b""),
                (header("d.txt", tarfile.FIFOTYPE), b""),
                (header("e.txt", tarfile.DIRTYPE), b""),
                ("f.txt", article("f")),
            ]
        ),
        [
            *(f"n.tar: {name}.txt: found a link or a device; expected a file" for name in "abcd"),
            "n.tar/f.txt",
        ],
        id="links and devices in a tar",
    ),
    pytest.param(
        "n.zip",
        encrypted(),
        ["n.zip: a.txt: found an encrypted file; expected one that can be read without a password"],
        id="an encrypted file",
    ),
    pytest.param(
        "n.zip",
        zipped([("a.txt", article("a"))], zipfile.ZIP_LZMA),
        [
            (
                "n.zip: a.txt: found a file compressed by method 14; "
                "expected one that is deflated, bzip2 or stored"
            )
        ],
        id="a method that takes what memory it likes",
    ),
    pytest.param(
        "n.zip",
        zipped([("a\nb\u202e.txt", b""), ("\x1b[31m.pdf", b"")]),
        [
            f"n.zip: \\x1b[31m.pdf: found a .pdf file; {KIND}",
            "n.zip: a\\nb\\u202e.txt: found an empty file; expected text in UTF-8",
        ],
        id="names that do not print",
    ),
    pytest.param(
        "n.tar",
        tarred([("a" * 5000 + ".txt", article("a"))]),
        [
            (
                f"n.tar: {'a' * 200}…: id: found an id of 5000 characters; "
                "expected an id of 1 to 120 characters without white space and slashes"
            )
        ],
        id="a name without end",
    ),
    pytest.param(
        "n.zip", b"PK\3\4 and no more", ["n.zip: found no sound zip; expected a whole archive"], id="no zip"
    ),
    pytest.param(
        "n.zip",
        zipped(MEMBERS)[:-30],
        ["n.zip: found no sound zip; expected a whole archive"],
        id="a zip that is cut off",
    ),
    pytest.param(
        "n.tar",
        b"date 2019-05-14\n\nThey met.",
        ["n.tar: member 1: found no header of a tar; expected a whole archive"],
        id="no tar",
    ),
    pytest.param(
        "n.tar",
        tarred([("a.txt", article("a") * 100)])[:1000],
        [
            "n.tar: a.txt: found an archive that ends too early; expected a whole archive",
            "n.tar: found an archive that ends too early; expected a whole archive",
        ],
        id="a tar that is cut off",
    ),
    pytest.param(
        "n.txt.gz",
        gzipped(article("a") * 9)[:-9],
        ["n.txt.gz: found an archive that ends too early; expected a whole archive"],
        id="a gzip that is cut off",
    ),
    pytest.param(
        "n.txt.gz",
        article("a"),
        ["n.txt.gz: found an archive that is damaged; expected a whole archive"],
        id="no gzip",
    ),
    pytest.param(
        "n.log.gz",
        gzipped(b"x"),
        [f"n.log.gz: found a .log file; {KIND}"],
        id="a gzip of something else",
    ),
]


@pytest.mark.parametrize(("name", "content", "lines"), HOSTILE)
def test_hostile_archives_are_told_and_harm_nothing(tmp_path, name, content, lines):
    """One line each, and not a byte is written anywhere."""
    path = put(tmp_path, name, content)
    assert told(path) == lines
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_wrong_checksum_is_found(tmp_path):
    """A byte that is not as it was packed costs its article."""
    content = bytearray(zipped([("a.txt", article("a")), ("b.txt", article("b"))], zipfile.ZIP_STORED))
    content[content.index(b"ministers")] ^= 1
    assert told(put(tmp_path, "n.zip", bytes(content))) == [
        "n.zip: a.txt: found an archive that is damaged; expected a whole archive",
        "n.zip/b.txt",
    ]


LONG = b" " * 70_000_000
BOMBS = [
    pytest.param("n.jsonl.gz", gzipped(LONG), id="gzip"),
    pytest.param("n.tgz", gzipped(tarred([("a.pdf", LONG)])), id="tar of what is not even read"),
    pytest.param("n.zip", zipped([("a.jsonl.gz.gz", gzipped(gzipped(LONG)))]), id="gzip in gzip in zip"),
    pytest.param(
        "n.zip",
        zipped([("a.gz.gz", gzipped(gzipped(LONG))), ("b.jsonl.gz", gzipped(LONG))]),
        id="a second one",
    ),
]


@pytest.mark.parametrize(("name", "content"), BOMBS)
def test_bombs_are_refused(tmp_path, name, content):
    """An archive that grows beyond what news can is refused in one line at the end of what was read of it."""
    *_, last = told(put(tmp_path, name, content))
    assert last == (f"{name}: found an archive that unpacks to more than 50,000,000 bytes; {LESS}")


def test_an_overlapping_zip_is_bounded(tmp_path, monkeypatch):
    """What a zip says of itself is not believed: all that comes out of it is counted."""
    monkeypatch.setattr(packed, "ALWAYS_UNPACKED_BYTES", 1000)
    monkeypatch.setattr(packed, "MAX_EXPANSION", 2)
    content = zipped([(f"{at}.txt", article(at) * 20) for at in range(50)])
    *read, last = told(put(tmp_path, "n.zip", content))
    assert len(read) < 50
    assert last.startswith("n.zip: found an archive that unpacks to more than")


def test_a_member_is_bounded_too(tmp_path, monkeypatch):
    """A single file that shrinks beyond all news is refused by itself, and the others are read."""
    monkeypatch.setattr(zips, "ALWAYS_UNPACKED_BYTES", 1000)
    content = zipped([("a.txt", b"a" * 100_000), ("b.txt", article("b"))])
    assert told(put(tmp_path, "n.zip", content)) == [
        f"n.zip: a.txt: found a file that unpacks to more than 23,000 bytes; {LESS}",
        "n.zip/b.txt",
    ]


def test_a_list_of_members_that_fills_the_memory_is_refused(tmp_path, monkeypatch):
    """Also where the end of the zip is in its wide form."""
    content = zipped([(f"{at}.txt", b"") for at in range(50)])
    monkeypatch.setattr(zips, "MAX_DIRECTORY_BYTES", 1000)
    (line,) = told(put(tmp_path, "n.zip", content))
    assert "found a zip with a list of 2" in line
    wide = content[:-22] + b"PK\6\6" + bytes(36) + struct.pack("<QQ", 5000, 0) + content[-22:-10]
    assert zips.size_of_list(io.BytesIO(wide + b"\xff" * 8 + b"\0\0"), len(wide) + 10) == 5000


def test_a_header_that_fills_the_memory_is_refused(tmp_path):
    """The names of members are short."""
    head = tarfile.TarInfo("././@LongLink")
    head.type, head.size = tarfile.GNUTYPE_LONGNAME, 1 << 20
    content = head.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 20)
    assert told(put(tmp_path, "n.tar", content)) == [
        "n.tar: member 1: found a header of 1,048,576 bytes; expected at most 65,536"
    ]


def test_hidden_files_are_counted(tmp_path):
    """As in a folder they are no inputs, nor refused, but told."""
    hidden = [
        (".a.txt", b"x"),
        ("__MACOSX/._a.txt", b"x"),
        (".git/a.txt", b"x"),
        ("a/", b""),
        ("./b.txt", article("b")),
    ]
    for name, content in (("n.zip", zipped(hidden)), ("n.tar", tarred(hidden[:3] + hidden[4:]))):
        tally = Tally()
        assert told(put(tmp_path, name, content), tally=tally) == [f"{name}/./b.txt"]
        assert tally.passed["hidden files and folders"] == 3
        assert tally.inputs == {"text files": 1}


MEASURED = """
import sys
from pathlib import Path
from summitry.read import read_articles
count = sum(1 for _ in read_articles([sys.argv[1]]))
status = Path("/proc/self/status").read_text()
print(count, status.partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells the most memory that was used"
)
def test_a_large_archive_takes_little_memory(tmp_path):
    """What an archive holds goes by as a stream: its 200 MB never lie in memory."""
    path = tmp_path / "n.tar.gz"
    packer, size, count = zlib.compressobj(1, wbits=31), 400_000, 500
    with path.open("wb") as file:
        rng = Random(1)  # noqa: S311  # no secret
        for number in range(count):
            head = tarfile.TarInfo(f"{number}.txt")
            head.size = size
            text = article(number) + rng.randbytes(size // 5).hex(" ", 2).encode()
            file.write(packer.compress(head.tobuf() + text[:size].ljust(size) + bytes(-size % 512)))
        file.write(packer.compress(bytes(1024)) + packer.flush())
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True
    )
    found, memory = map(int, done.stdout.split())
    assert found == count
    assert memory < 120_000


CONTENTS = st.sampled_from(
    [b"", b"\0", article("a"), RECORDS, b"id,text\n", zipped(MEMBERS), tarred(MEMBERS), gzipped(RECORDS)]
)
NAMES = st.sampled_from(
    ["a.txt", "b/c.jsonl", "d.zip", "e.tar", "f.tgz", "g.txt.gz", "../h.txt", "i.pdf", ".j"]
)
MEMBER_LISTS = st.lists(st.tuples(NAMES, CONTENTS), max_size=4)
MUTATIONS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=6)


@pytest.mark.parametrize(("name", "pack"), [("n.zip", zipped), ("n.tar", tarred)], ids=["zip", "tar"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(members=MEMBER_LISTS, damage=st.tuples(MUTATIONS, st.none() | st.integers(0, 3000)))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_law_any_archive_is_read_or_refused(tmp_path, name, pack, members, damage):
    """Whatever its bytes are: each line prints."""
    content = bytearray(pack(members))
    for at, byte in damage[0]:
        content[at % len(content)] = byte
    found = told(put(tmp_path, name, bytes(content[: damage[1]])))
    assert all(line.isprintable() for line in found)
