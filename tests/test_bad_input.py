"""Bad input gives one clear line, stops nothing else, and never costs an earlier package."""

import csv
import errno
import os
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import summitry
from small_package import files
from summitry.cli import app
from summitry.settings import MAX_ARTICLE_BYTES
from two_packages import GOOD, OTHER, two_packages

NO_HEADER = GOOD.removeprefix(" date 2019-05-15 AFP, OSLO")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
KIND = "expected a kind of file that is read (.txt, .html, .zip …)"
TEXT = "expected text in UTF-8"
HEADER = "expected `date YYYY-MM-DD` at the start"

# what the file holds, and the line that says what is wrong with it
BAD = [
    pytest.param(b"", f"found an empty file; {TEXT}", id="empty file"),
    pytest.param(b" \n\t\n", f"found nothing but white space; {HEADER}", id="blank file"),
    pytest.param(
        NO_HEADER.encode(), f"line 1: found no date but “Norwegian Foreign Minister .*”; {HEADER}",
        id="no date header",
    ),
    pytest.param(
        GOOD.replace("05-15", "02-30").encode(), f"date: found the impossible date 2019-02-30; {HEADER}",
        id="impossible date",
    ),
    pytest.param(
        GOOD.replace("2019-05-15", "15/05/2019").encode(), f"date: found “15/05/2019”; {HEADER}",
        id="other form of date",
    ),
    pytest.param(
        b" date 2019-05-15 ", "found a header but no text; expected at least one paragraph", id="no text"
    ),
    pytest.param(PNG, f"byte 0: found a PNG picture; {TEXT}", id="picture"),
    pytest.param(bytes(range(1, 256)), f"byte \\d+: found .*; {TEXT}", id="binary"),
    pytest.param(
        GOOD.encode("cp1252"), rf"byte \d+: found 0x93, not UTF-8 \(it looks like Windows-1252\); {TEXT}",
        id="Windows-1252",
    ),
    pytest.param(
        re.sub("[“”]", "", GOOD.replace("Dahl", "Dæhl")).encode("latin-1"),
        rf"byte \d+: found 0xE6, not UTF-8 \(it looks like Latin-1 or Windows-1252\); {TEXT}", id="Latin-1",
    ),
    pytest.param(
        GOOD.encode("utf-16"), f"byte 0: found a byte order mark of UTF-16 .*; {TEXT}", id="UTF-16"
    ),
    pytest.param(
        GOOD.encode("utf-16-le"), f"byte 0: found a zero byte beside each letter, as in UTF-16 .*; {TEXT}",
        id="UTF-16 without a mark",
    ),
    pytest.param(
        GOOD.replace("railway", "rail\0way").encode(),
        rf"byte \d+: found a NUL byte, as binary files hold; {TEXT}", id="NUL",
    ),
    pytest.param(
        GOOD.encode() + b"words " * 8_800_000,
        f"found 52,800,\\d+ bytes; expected an article of at most {MAX_ARTICLE_BYTES:,} bytes", id="50 MB",
    ),
]  # fmt: skip


@pytest.fixture
def raw(tmp_path):
    """A folder with one good article."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "raw"


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Two packages: of one article, and of two articles beside which a third was refused."""
    return two_packages(tmp_path_factory.mktemp("packages"))


def run(*arguments):
    """What the command line answers."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rejected_in(out):
    """The rows of the list of refused inputs."""
    return list(csv.DictReader((out / "rejected.csv").read_text(encoding="utf-8").splitlines()))


def assert_one_clear_line(message):
    """A message is one line that says what was found and what was expected."""
    assert "\n" not in message
    assert re.search(r": found .+; expected .+", message)


@pytest.mark.parametrize(("content", "line"), BAD)
def test_one_bad_article_does_not_stop_the_others(raw, tmp_path, content, line):
    """The good article is in the package, the bad one in the list beside it, and the exit code is 1."""
    (raw / "bad.txt").write_bytes(content)
    built = summitry.build([raw], tmp_path / "out")
    assert [article.article_id for article in built.tables.articles] == ["good"]
    [refusal] = built.rejected
    assert re.fullmatch(f"{re.escape((raw / 'bad.txt').as_posix())}: {line}", str(refusal))
    assert_one_clear_line(str(refusal))
    assert built.exit_code == 1
    [row] = rejected_in(tmp_path / "out")
    assert (row["source"], row["place"] or None) == (refusal.source, refusal.place)
    assert (row["found"], row["expected"]) == (refusal.found, refusal.expected)
    assert summitry.validate(tmp_path / "out").valid


@pytest.mark.parametrize(("content", "line"), BAD)
def test_the_command_line_names_the_bad_article(raw, tmp_path, content, line):
    """The refusal is one line on the error stream; alone, nothing is built and the code is 2."""
    (raw / "bad.txt").write_bytes(content)
    among_others = run("build", raw, "--out", tmp_path / "out")
    assert among_others.exit_code == 1
    assert re.search(
        f"^refused: {re.escape((raw / 'bad.txt').as_posix())}: {line}$", among_others.stderr, re.MULTILINE
    )
    alone = run("build", raw / "bad.txt", "--out", tmp_path / "nothing")
    assert alone.exit_code == 2
    assert re.search(
        f"^summitry: {re.escape((raw / 'bad.txt').as_posix())}: {line}$", alone.stderr, re.MULTILINE
    )
    assert not (tmp_path / "nothing").exists()


def test_two_articles_with_one_id(raw, tmp_path):
    """Of two articles with one id the first by path is kept; the other's refusal names the first."""
    (raw / "more").mkdir()
    (raw / "more" / "good.txt").write_text(OTHER, encoding="utf-8")
    built = summitry.build([raw], tmp_path / "out")
    [refusal] = built.rejected
    first, second = ((raw / name).as_posix() for name in ("good.txt", "more/good.txt"))
    assert str(refusal) == f"{second}: found the id good, which {first} has; expected an id of its own"
    assert built.counts["articles"] == 1


def test_the_same_article_twice(raw, tmp_path):
    """A copy under another name is refused with the name of the first."""
    shutil.copy(raw / "good.txt", raw / "the-same.txt")
    [refusal] = summitry.build([raw], tmp_path / "out").rejected
    first, second = ((raw / name).as_posix() for name in ("good.txt", "the-same.txt"))
    assert str(refusal) == f"{second}: found a copy of {first}; expected each article once"


def test_the_same_file_named_twice_is_one_article(raw, tmp_path):
    """A file that is named itself and with its folder is read once."""
    assert not summitry.build([raw, raw / "good.txt"], tmp_path / "out").rejected


def test_records_are_refused_one_by_one(tmp_path):
    """In a collection the line of each bad record is told, and the good ones go on."""
    records = tmp_path / "news.jsonl"
    records.write_text(
        '{"id": "a", "date": "2019-05-15", "text": "Kari Solheim met Erik Dahl in Oslo."}\n'
        '{"id": "b", "date": "2019-13-01", "text": "Words."}\n'
        "no JSON\n"
        '{"id": "a", "date": "2019-05-16", "text": "Other words."}\n',
        encoding="utf-8",
    )
    built = summitry.build([records], tmp_path / "out")
    assert [article.article_id for article in built.tables.articles] == ["a"]
    assert [str(refusal).removeprefix(f"{records.as_posix()}: ") for refusal in built.rejected] == [
        "line 2, date: found the impossible date 2019-13-01; expected a date as YYYY-MM-DD",
        "line 3, character 1: found “no JSON” (Expecting value); expected a JSON object",
        f"line 4: found the id a, which {records.as_posix()}, line 1 has; expected an id of its own",
    ]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(
            "nowhere", "found no file or folder of this name; " + KIND,
            id="missing path",
        ),
        pytest.param(
            "empty", "found no article; " + KIND + " in it",
            id="folder without article",
        ),
        pytest.param(
            "other",
            "found no article but {source}/notes.md (a .md file); " + KIND + " in it",
            id="folder of other files",
        ),
    ],
)  # fmt: skip
def test_input_that_holds_no_article(tmp_path, source, line):
    """What holds no article is named in one line, nothing is written and the code is 2."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.md").write_text("Notes", encoding="utf-8")
    path = (tmp_path / source).as_posix()
    answer = run("build", path, "--out", tmp_path / "out")
    assert answer.exit_code == 2
    assert f"summitry: {path}: {line.format(source=path)}\n" in answer.stderr
    assert answer.stdout == ""
    assert not (tmp_path / "out").exists()
    with pytest.raises(summitry.UnreadableInput, match=re.escape(path)):
        summitry.build([path], tmp_path / "out")


def test_many_bad_articles_are_all_named(tmp_path):
    """Where nothing at all can be read, each refusal has its line, and the last line says so."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(b"")
    answer = run("build", tmp_path, "--out", tmp_path / "out")
    lines = [line for line in answer.stderr.splitlines() if line.startswith(("refused", "summitry"))]
    assert lines == [
        f"refused: {tmp_path.as_posix()}/a.txt: found an empty file; expected text in UTF-8",
        f"refused: {tmp_path.as_posix()}/b.txt: found an empty file; expected text in UTF-8",
        "summitry: found no article in 2 inputs; expected at least one",
    ]
    assert answer.exit_code == 2


def test_a_failed_build_leaves_the_earlier_package(packages, tmp_path):
    """Neither the package nor the list beside it changes where nothing can be built."""
    out = shutil.copytree(packages / "new", tmp_path / "out")
    (tmp_path / "empty.txt").write_bytes(b"")
    before = files(out)
    with pytest.raises(summitry.UnreadableInput):
        summitry.build([tmp_path / "empty.txt"], out)
    with pytest.raises(summitry.MissingModel):
        summitry.build([packages / "raw-old"], out, model="no_such_model")
    assert files(out) == before


def test_a_stale_list_of_refused_inputs_goes_away(packages, tmp_path):
    """A build that refuses nothing leaves no list of an earlier one."""
    out = shutil.copytree(packages / "new", tmp_path / "out")
    assert rejected_in(out)
    summitry.build([packages / "raw-old"], out)
    assert files(out) == files(packages / "old")


def test_a_long_list_of_refusals_is_told_by_reasons(raw, tmp_path):
    """The terminal shows each reason once, with an example; the list in the file has all."""
    for number in range(40):
        (raw / f"bad-{number:02}.txt").write_bytes(b"" if number % 4 else b"No date here, but %d." % number)
    (raw / "bad-40.txt").write_bytes(PNG)
    answer = run("build", raw, "--out", tmp_path / "out")
    told = [line.replace(f"{raw.as_posix()}/", "") for line in answer.stderr.splitlines()]
    assert told[1:] == [
        "refused: 30 times found an empty file; expected text in UTF-8",
        "         such as bad-01.txt: found an empty file; expected text in UTF-8",
        "refused: 10 times found no date but …; expected `date YYYY-MM-DD` at the start",
        (
            "         such as bad-00.txt: line 1: found no date but “No date here, but 0.”; "
            "expected `date YYYY-MM-DD` at the start"
        ),
        "refused: bad-40.txt: byte 0: found a PNG picture; expected text in UTF-8",
        "read: text files 42; articles 1, refused 41",
    ]
    assert len(rejected_in(tmp_path / "out")) == 41


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root may write anywhere; the next test simulates it",
)
def test_a_read_only_folder(raw, tmp_path):
    """An output folder without the right to write is named before anything is read."""
    (tmp_path / "out").mkdir(mode=0o500)
    assert_unusable(raw, tmp_path / "out", "found no permission to write")


def test_a_read_only_folder_simulated(raw, tmp_path, monkeypatch):
    """The same, where the system is made to say so."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert_unusable(raw, tmp_path, "found no permission to write")


def test_a_folder_that_becomes_read_only(raw, tmp_path, monkeypatch):
    """The right to write can also go away while the articles are read."""

    def denied(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", denied)
    assert_unusable(raw, tmp_path / "out", "found permission denied")
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be(raw):
    """An output that is a file, or lies below one, is named."""
    assert_unusable(raw, raw / "good.txt", "found a file; expected a folder")
    assert_unusable(raw, raw / "good.txt" / "out", "found a file; expected a folder")


def assert_unusable(raw, out, found):
    """The build stops with one line and the code 2."""
    with pytest.raises(summitry.UnusableOutput, match=found) as caught:
        summitry.build([raw], out)
    assert_one_clear_line(str(caught.value))
    answer = run("build", raw, "--out", out)
    assert answer.exit_code == 2
    assert f"summitry: {caught.value}\n" in answer.stderr


def test_metadata_is_read_before_the_articles(raw, tmp_path):
    """A misspelt file of metadata is told at once, not after hours of reading."""
    (tmp_path / "about.json").write_text('{"titel": "T"}', encoding="utf-8")

    def never(_):
        raise AssertionError

    with pytest.raises(summitry.UnreadableInput, match="found 'titel'"):
        summitry.build([raw], tmp_path / "out", metadata=tmp_path / "about.json", progress=never)
