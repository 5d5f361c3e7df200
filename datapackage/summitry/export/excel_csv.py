"""The CSV files with a byte order mark, by which Excel knows that they are UTF-8."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summitry.columnar import CSV, retold, write_rest
from summitry.export.source import Filed, Source
from summitry.tables import DIALECT, replacement

NOTE: Final = (
    "This is a copy for Excel: each CSV file begins with a byte order mark, so that Excel shows every "
    "character right. Excel still takes text that looks like a number, a date or a formula for one; the "
    "workbook of `summitry export --to xlsx` keeps it."
)
"""What the copy says of itself."""


def to_excel_csv(source: Source, out: Path) -> Path:
    """Write the package with a byte order mark before each table; the path of its descriptor."""
    filed = {each.table.name: each for each in source.tables}
    with replacement() as write:
        resources: list[dict[str, Any]] = []
        for resource in source.descriptor["resources"]:
            name = Path(resource["schema"]).stem
            path = f"data/tables/{name}.csv"
            written = write(out / path, marked(filed[name]))
            told = {"path": path, "bytes": written.size, "hash": written.hash, "dialect": DIALECT}
            resources.append(retold(resource, CSV | told))
        description = "\n\n".join(filter(None, (source.descriptor.get("description"), NOTE)))
        told = source.descriptor | {"description": description, "resources": resources}
        return write_rest(source.folder, out, told, write)


def marked(filed: Filed) -> Iterator[bytes]:
    """Yield a table as a CSV file, the mark first."""
    yield BOM_UTF8
    yield from filed.pieces()
