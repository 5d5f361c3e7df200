"""A small package that keeps every promise, and the means to break one of them at a time."""

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sound_tables import raw, sound_tables
from summitry.manifest import MANIFEST, digest_of, hash_of, seal_of
from summitry.package import write_package
from summitry.validate import validate
from summitry.validate.pieces import plain


@dataclass(frozen=True)
class Parcel:
    """A package on the disk that a test can break; hashes and sizes are always made to fit again."""

    folder: Path

    @property
    def descriptor(self) -> dict[str, Any]:
        """What `datapackage.json` says."""
        found: dict[str, Any] = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))
        return found

    def describe(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change the descriptor."""
        descriptor = self.descriptor
        change(descriptor)
        (self.folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")

    def file(self, table: str) -> Path:
        """The file of a table."""
        return self.folder / "data" / "tables" / f"{table}.csv"

    def rewrite(self, table: str, change: Callable[[bytes], bytes], *, told: bool = True) -> None:
        """Change the bytes of a table, with hash and size to match, and as if the build had told of them."""
        content = change(self.file(table).read_bytes())
        self.file(table).write_bytes(content)
        if told:
            self.tell(table, content)

        def restate(descriptor: dict[str, Any]) -> None:
            resource = next(each for each in descriptor["resources"] if each["name"] == table)
            resource["bytes"], resource["hash"] = (
                len(content),
                f"sha256:{hashlib.sha256(content).hexdigest()}",
            )

        self.describe(restate)

    def tell(self, table: str, content: bytes) -> None:
        """Let the manifest tell of these bytes."""
        manifest = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        lines = [
            line for line in plain(content.removeprefix(codecs.BOM_UTF8)).split(b"\n")[1:] if line.strip()
        ]
        stated = {"rows": len(lines), "digest": digest_of(lines), "file": hash_of(content)}
        manifest["tables"][table] = stated
        manifest["seal"] = seal_of(manifest["tables"])
        (self.folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")

    def rows(self, table: str) -> list[list[str]]:
        """The cells of a table, header first."""
        return list(csv.reader(io.StringIO(self.file(table).read_text(encoding="utf-8"), newline="")))

    def put_rows(self, table: str, rows: list[list[str]], *, told: bool = True) -> None:
        """Write the cells of a table in canonical form."""
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.rewrite(table, lambda _: text.getvalue().encode(), told=told)

    def put(self, table: str, line: int, column: str, value: str) -> str:
        """Write a cell, the header being line 1, and give what stood there."""
        rows = self.rows(table)
        at = rows[0].index(column)
        before, rows[line - 1][at] = rows[line - 1][at], value
        self.put_rows(table, rows)
        return before


def written(folder: Path) -> Parcel:
    """A sound package in a folder, raw files and all."""
    write_package(sound_tables(), folder)
    (folder / "data" / "raw").mkdir()
    for article_id in ("river", "visit"):
        (folder / "data" / "raw" / f"{article_id}.txt").write_bytes(raw(article_id).encode())
    return Parcel(folder)


@pytest.fixture
def parcel(tmp_path):
    """A sound package that the test may break."""
    return written(tmp_path / "package")


@pytest.fixture
def faulty(parcel):
    """A package with an error and a warning."""
    parcel.put("quotes", 3, "kind", "shouted")
    parcel.put("articles", 2, "title", "NA")
    return parcel


@pytest.fixture
def broken():
    """The rules that a package breaks, each with its places: (table, line, column)."""

    def found(parcel):
        places: dict[str, list[tuple[Any, ...]]] = {}
        report = validate(parcel.folder)
        for problem in report:
            # what is found must be a rule that the report says it has checked, or the catalogue lacks it
            assert problem.rule in report.checked.get(problem.table, (problem.rule,)), problem
            places.setdefault(problem.rule, []).append((problem.table, problem.line, problem.column))
        return places

    return found
