"""Where our verdict and that of frictionless differ is known case by case, and told in the documentation."""

import codecs
import csv
import re
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

import pytest

from faults import (
    all_quoted,
    cell,
    content,
    field,
    in_line,
    more,
    more_rows,
    package,
    resource,
    rows,
    schema,
    twice,
    without,
)
from summitry.validate import validate
from summitry.validate.second import frictionless_problems

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "frictionless.md"
VERDICTS = {"ours": "our rule", "theirs": "error of frictionless", "both": "our rule; error of frictionless"}


def differences():
    """Every row of the table."""
    with (HERE / "differences.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def renamed(found):
    """The same rows with another name in the first."""
    at = found[0].index("name")
    return [found[0], [*found[1][:at], "A meeting: walks", *found[1][at + 1 :]], *found[2:]]


def dialect_in_file(parcel):
    """The dialect of a table in a file of its own."""
    (parcel.folder / "dialect.json").write_text("{}", encoding="utf-8")
    resource("quotes", dialect="dialect.json")(parcel)


def linked(parcel):
    """A link in the place of a table."""
    elsewhere = parcel.file("speakers").rename(parcel.folder.parent / "speakers.csv")
    parcel.file("speakers").symlink_to(elsewhere)


def version_twice(parcel):
    """A descriptor with two versions."""
    path = parcel.folder / "datapackage.json"
    text = path.read_text(encoding="utf-8").lstrip("{ \n")
    path.write_text(f'{{"version": "1.0.0", {text}', encoding="utf-8")


def hidden(parcel):
    """A table in a hidden folder."""
    path = "data/.tables/quotes.csv"
    (parcel.folder / path).parent.mkdir()
    parcel.file("quotes").rename(parcel.folder / path)
    resource("quotes", path=path)(parcel)


def same_file(parcel):
    """One more resource with the file of a table, its path written in another way."""
    again = {"name": "again", "path": "data/tables//speakers.csv"}
    parcel.describe(lambda found: found["resources"].append(again))


def capitals(parcel):
    """The digits of a hash in capitals."""
    stated = next(each["hash"] for each in parcel.descriptor["resources"] if each["name"] == "quotes")
    resource("quotes", hash=f"sha256:{stated.removeprefix('sha256:').upper()}")(parcel)


NOTE = {"name": "note", "type": "string"}
NUMBER = {"name": "number", "type": "integer"}
INLINE = {"name": "notes", "data": [["number"], [1]]}
REFERENCE = {"fields": ["c", "d"], "reference": {"fields": ["a", "b"]}}

CASES = {
    "space-before-number": cell("articles", 2, "changes", " 12"),
    "underscore-in-number": cell("articles", 2, "changes", "1_2"),
    "short-date": cell("quotes", 4, "said_on", "2024-1-5"),
    "line-break-behind-code": cell("entities", 2, "country_code", "FRA\n"),
    "text-after-quote": content("entities", in_line(3, "Émile Roche", '"Émile" Roche')),
    "quote-within": content("entities", in_line(3, "Émile Roche", 'Émile "Roche"')),
    "space-in-header": content("entities", in_line(1, ",name", ", name")),
    "windows-line-ends": content("entities", lambda found: found.replace(b"\n", b"\r\n")),
    "null-sequence": resource("quotes", dialect={"nullSequence": "direct"}),
    "no-resources": package(resources=[]),
    "algorithm-in-capitals": resource("quotes", hash="SHA256:00"),
    "role-as-text": package(contributors=[{"title": "Ada Holm", "roles": "creator"}]),
    "source-outside": package(sources=[{"title": "A report", "path": "../report.pdf"}]),
    "created-without-zone": package(created="2024-02-29T12:00:00"),
    "not-a-number": package(odd=float("nan")),
    "hidden-folder": hidden,
    "image-outside": package(image="../a.png"),
    "homepage-without-scheme": package(homepage="news.example"),
    "other-media-type": resource("quotes", mediatype="application/json"),
    "unique-key": schema("quotes", lambda found: found.update(uniqueKeys=[["kind"]])),
    "unique-key-of-nothing": schema("quotes", lambda found: found.update(uniqueKeys=[["nothing"]])),
    "categories": schema("quotes", field("kind", categories=["shouted"])),
    "dialect-in-file": dialect_in_file,
    "dot-path": resource("quotes", path="./data/tables/quotes.csv"),
    "plus": cell("articles", 2, "changes", "+12"),
    "beyond-64-bits": cell("articles", 2, "changes", "9223372036854775808"),
    "word-for-nothing": cell("entities", 2, "name", "NA"),
    "formula": cell("entities", 2, "name", "=1+1"),
    "mojibake": cell("entities", 2, "name", "JosÃ©"),
    "letter-and-accent-apart": cell("entities", 2, "name", "Jose\u0301"),
    "unseen-character": cell("entities", 2, "name", "Ana\u200bLund"),
    "nul": cell("entities", 2, "name", "Ana\0Lund"),
    "byte-order-mark": content("entities", lambda found: codecs.BOM_UTF8 + found),
    "all-quoted": content("entities", all_quoted),
    "open-end": content("entities", lambda found: found[:-1]),
    "wrong-order": rows("speakers", lambda found: [found[0], found[2], found[1], *found[3:]]),
    "lost-row": rows("speakers", lambda found: found[:-1], told=False),
    "only-a-header": rows("speakers", lambda found: found[:1], told=False),
    "other-row": rows("meetings", renamed, told=False),
    "wrong-offset": cell("mentions", 2, "start", "11"),
    "other-raw-file": lambda parcel: (parcel.folder / "data" / "raw" / "river.txt").write_bytes(b"Another."),
    "left-over-file": lambda parcel: parcel.file("old").write_bytes(b"left over"),
    "name-in-another-case": twice("Articles"),
    "list-of-files": resource("quotes", path=["data/tables/quotes.csv"]),
    "link-out": linked,
    "inline-data": lambda parcel: parcel.describe(lambda found: found["resources"].append(INLINE)),
    "no-hash": without("quotes", "hash"),
    "weaker-schema": schema("quotes", lambda found: found.pop("primaryKey")),
    "misspelt-property": package(licence=[]),
    "name-twice-in-json": version_twice,
    "half-a-character": package(title="\ud800"),
    "file-by-two-paths": same_file,
    "profile-of-version-1": package(profile="tabular-data-package"),
    "custom-property": resource("quotes", extrapaths="none"),
    "odd-example": schema("quotes", field("start", example="twelve")),
    "file-of-nothing": more(""),
    "row-of-nulls": more_rows("note,number\n,\n", NOTE, NUMBER),
    "partly-null-reference": more_rows(
        "a,b,c,d\n1,2,1,\n", *({"name": name} for name in "abcd"), foreignKeys=[REFERENCE]
    ),
    "group-char": more_rows("number\n1 000\n", NUMBER | {"groupChar": " "}),
    "leap-second": package(created="2016-12-31T23:59:60Z"),
    "hash-in-capitals": capitals,
    "format-in-capitals": resource("quotes", format="CSV"),
    "fields-match-in-list": schema("quotes", lambda found: found.update(fieldsMatch=["exact"])),
    "cell-of-another-table": more_rows("number\nx\n", NUMBER),
    "blank-text": cell("entities", 2, "name", "  "),
    "space-behind-key": cell("mentions", 2, "entity_id", "ana-lund "),
    "partly-null-key": cell("speakers", 2, "entity_id", ""),
    "resource-twice": twice("articles"),
    "unknown-constraint": schema("quotes", field("kind", constraints={"requierd": True})),
}


def test_every_case_is_in_the_table():
    """What is tested is what the table lists, each once."""
    assert [each["case"] for each in differences()] == list(CASES)


@pytest.mark.parametrize("row", differences(), ids=lambda row: row["case"])
def test_verdicts_differ_as_the_table_says(parcel, row):
    """We and frictionless say of the fault what its row says: its rule or its type of error, or nothing."""
    CASES[row["case"]](parcel)
    ours = {problem.rule for problem in validate(parcel.folder) if problem.severity == "error"}
    theirs = {problem.rule for problem in frictionless_problems(parcel.folder)}
    assert row["rule"] in (ours or {"-"})
    assert row["error"] in (theirs or {"-"})


def told_in(page):
    """The tables of a page: under each heading, the cells of each row."""
    sections = re.split(r"^## (.+)$", page, flags=re.MULTILINE)[1:]
    for heading, text in zip(sections[::2], sections[1::2], strict=True):
        if lines := re.findall(r"^\| (.+) \|$", text, re.MULTILINE):
            yield heading, [line.split(" | ") for line in lines]


def shown(row):
    """A row of the table as the page shows it."""
    verdicts = "; ".join(f"`{row[name]}`" for name in ("rule", "error") if row[name] != "-")
    return [row["case"], row["description"], verdicts, row["decided_by"]]


def test_the_page_shows_the_table():
    """The page has a section for each kind of difference, with all of its rows and no others."""
    kinds = groupby(differences(), key=lambda row: (row["direction"], row["decision"]))
    expected = [
        [["case", "what", VERDICTS[direction], "decided by"], ["---"] * 4, *map(shown, found)]
        for (direction, _), found in kinds
    ]
    assert [table for _, table in told_in(PAGE.read_text(encoding="utf-8"))] == expected


def test_the_page_is_of_the_frictionless_that_is_installed():
    """Verdicts are those of one version, and the page says which."""
    assert f"frictionless {version('frictionless')}" in PAGE.read_text(encoding="utf-8")
