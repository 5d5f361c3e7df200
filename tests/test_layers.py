"""The one way through the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

from summitry.parts.program import ROOMS

PACKAGE = Path(__file__).parents[1] / "datapackage" / "summitry"
LAYERS = [
    "errors", "settings", "bounds", "heap", "progress", "rows", "schema", "knowledge", "dates", "page",
    "read", "annotate", "extract", "resolve", "standoff", "tables", "manifest", "paths", "editions",
    "wordless", "columnar", "parts", "curated", "crew", "ddl", "rules", "validate", "schemas", "package",
    "together", "load", "upgrade", "compare", "export", "release", "describe", "explore", "site", "review",
    "assembly", "pipeline", "terminal", "cli",
]  # fmt: skip


def imports_between(layers: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every (layer, imported layer) pair of different layers."""
    for path in PACKAGE.rglob("*.py"):
        layer = path.relative_to(PACKAGE).with_suffix("").parts[0]
        if layer in {"__init__", "__main__"}:
            continue
        assert layer in layers, f"{path} belongs to no room"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            for name in names:
                assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
                if name.startswith("summitry.") and (imported := name.split(".")[1]) != layer:
                    yield layer, imported


def test_modules_import_only_earlier_layers():
    """Data flows one way, and so do imports."""
    pairs = set(imports_between(LAYERS))
    assert pairs
    for layer, imported in pairs:
        assert LAYERS.index(imported) < LAYERS.index(layer), f"{layer} imports {imported}"


def test_only_annotate_knows_spacy():
    """Extractors see pages, never the model's own types."""
    knowing = {
        path.parent.name
        for path in PACKAGE.rglob("*.py")
        if "import spacy" in (text := path.read_text(encoding="utf-8")) or "from spacy" in text
    }
    assert knowing == {"annotate"}


def test_drafts_are_kept_for_the_program_that_made_them():
    """Every room that a draft goes through, and every room these import, is part of the program's key."""
    rooms = {name.removesuffix(".py") for name in ROOMS}
    needed = {imported for layer, imported in imports_between(LAYERS) if layer in rooms}
    assert needed <= rooms
