"""A package with schemas of its own, whose texts look like everything but text."""

import json
from hashlib import sha256
from random import Random

from made_words import ODD
from summitry.tables import DIALECT, cell_of

TEXTS = [
    "NA", "N/A", "n/a", "null", "NULL", "None", "nan", "NaN", "-nan", "inf", "-Infinity", "#N/A", "\\N",
    "1e5", "1E-5", "007", "0x10", "0b1", "1_000", "1,000", "1.0", ".5", "5.", "+1", "-0", "١٢", "½", "3d",
    "12345678901234567890", "TRUE", "true", "T", "F", "yes", "no", "0", "1", "2019-05-14", "2019-02-30",
    "14/05/2019", "05/14/2019", "May 14", "12:30", "2019-05-14T12:30:00Z", "1/2", "20190514", "2019", "1-2",
    " lead", "trail ", "   ", " ", "\u00a0", "\u2003both\u2003", "two  spaces", "tab\tinside", "\n",
    "two\nlines",
    '"all"', 'say "hi", ok', '"', '""', '"a', 'a"', '","', "'", "'tis", "''", "`", "a\\", '\\"', "\\", "\\n",
    ",", ",,", ";", "a;b", "a|b", "a,b;c\td", "# no comment", "-- none", "%s", "{}", "$1", "~", "^", "\\\\",
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+A1", "-2+3", '="x"', "{=1}", "&nbsp;", "_x0041_",
    "é", "e\u0301", "q\u030c", "ﬁ", "ß", "東京", "שלום", "\u200fימין\u200e", "a\u202eb\u202c", "x\u200by",
    "\u2067x\u2069", "\ufeffmark", "🚂", "👍🏽", "👩\u200d🚒", "🇳🇴", "❤️", "𠮷", "a\u0085b", "a\u2028b",
    "\ufffd", "<b>&amp;</b>", "https://news.example/?a=1&b=2", "it's; DROP TABLE texts; --",
    *ODD,
]  # fmt: skip
"""Each of them is taken for something else, cut or trimmed by some tool that is told nothing."""

LONG = 60_000
"""Characters of a text that is longer than what Excel holds."""

LONGER = 2_200_000
"""The same, of what Calc holds, and of what pyarrow and DuckDB read if they are not told to."""

FIELDS = {
    "string": ["NA", "", "x", "007", ""],
    "integer": ["0", "-1", "", "2147483647", "-2147483647"],
    "number": ["0.70", "", "-1.25", "1000000.07", "0.10"],
    "boolean": ["true", "false", "", "true", "false"],
    "date": ["2019-05-14", "1582-10-15", "", "1899-12-31", "9999-12-31"],
}
"""Cells of each type."""

LARGE = {
    "ids": "2147483647", "31 bits": "2147483648", "15 digits": "999999999999999",
    "16 digits": "1000000000000000", "53 bits": "9007199254740993", "63 bits": "9223372036854775807",
}  # fmt: skip
"""Whole numbers, each behind the end of what some tool counts."""

SIGNS = '"""\',,;|\\ \tNA09-.e=x#/:\u00a0é🚂'
"""Signs of which texts are made by chance."""


def nasty_tables():
    """The tables by name: for each column its name, its type and its cells."""
    return {
        "texts": {"text_id": ("string", numbers(len(TEXTS))), "text": ("string", TEXTS)},
        "chance": {"text_id": ("string", numbers(2000)), "text": ("string", chance(2000))},
        "long": {"text_id": ("string", ["1", "2"]), "text": ("string", ["z" * LONG, "“" * LONG])},
        "longer": {"text_id": ("string", ["1", "2"]), "text": ("string", ["z" * LONGER, "“"])},
        "types": {"row_id": ("string", numbers(5))} | {f"a {kind}": (kind, FIELDS[kind]) for kind in FIELDS},
        "large": {name: ("integer", [f"-{figure}", "1", ""]) for name, figure in LARGE.items()},
        "nulls": {"row_id": ("string", numbers(3))} | {kind: (kind, [""] * 3) for kind in FIELDS},
        "empty": {"row_id": ("string", [])} | {kind: (kind, []) for kind in FIELDS},
        "alone": {"word": ("string", ["a", "", "NA", "", "b"])},
        "odd-names": {
            "select": ("string", ["1", "2"]), "it's": ("string", ["a", "b"]), r"a\b": ("string", ["", "c"]),
            "a.b": ("integer", ["", "1"]), "a,b": ("date", ["2019-05-14", ""]),
            "ørn": ("boolean", ["true", ""]),
        },
    }  # fmt: skip


def numbers(count):
    """Ids that look like numbers in every row, with noughts before them.

    >>> numbers(2)
    ['00001', '00002']
    """
    return [f"{number:05}" for number in range(1, count + 1)]


def chance(count):
    """So many texts of signs that mean something in CSV; the same each time."""
    rng = Random(25)  # noqa: S311  # no secret
    return ["".join(rng.choices(SIGNS, k=rng.randint(1, 12))) for _ in range(count)]


def write_tables(folder, tables):
    """Write tables as a package to a folder, and give the folder."""
    resources = [write_table(folder, name, columns) for name, columns in tables.items()]
    descriptor = {
        "name": "nasty",
        "title": 'Nasty "texts"\n\u202eof *all* kinds',
        "contributors": [{"title": "Ann Lee", "roles": ["creator"]}],
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def write_table(folder, name, columns):
    """Write a table and its schema, and give its resource."""
    path, schema = f"my tables/{name}.csv", f"schemas/{name}.json"
    rows = zip(*(cells for _, cells in columns.values()), strict=True)
    lines = [",".join(cell_of(cell) for cell in row) for row in [list(columns), *rows]]
    content = "".join(f"{line}\n" for line in lines).encode()
    for place, text in ((path, content), (schema, json.dumps(schema_of(name, columns)).encode())):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(text)
    return {
        "name": name, "type": "table", "path": path, "format": "csv", "encoding": "utf-8", "dialect": DIALECT,
        "schema": schema, "bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}",
    }  # fmt: skip


def schema_of(name, columns):
    """The Table Schema of a table."""
    about = {"title": "A", "description": "B", "example": "C"}
    return {
        "name": name,
        "title": "T",
        "description": "D",
        "fields": [{"name": each, "type": kind, **about} for each, (kind, _) in columns.items()],
        "primaryKey": [next(iter(columns))],
    }
