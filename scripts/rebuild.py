"""Build the package again from its raw files, and fail if a byte differs from what is committed."""

import filecmp
import shutil
import sys
import tempfile
from pathlib import Path

import summitry

ROOT = Path(__file__).parents[1]
BUILT = ["datapackage.json", "data/tables", "schemas"]


def main() -> int:
    """Rebuild beside, compare, and name every file that differs."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(ROOT / "data" / "raw", copy / "data" / "raw")
        summitry.build([copy / "data" / "raw"], copy)
        changed = sorted(name for part in BUILT for name in differing(ROOT / part, copy / part))
    for name in changed:
        print(f"{name}: found other bytes than a rebuild gives; expected the same (run `make data`)")
    return int(bool(changed))


def differing(old: Path, new: Path) -> list[str]:
    """The files of two places that are not alike, or that only one has."""
    if old.is_file() or new.is_file():
        same = old.is_file() and new.is_file() and filecmp.cmp(old, new, shallow=False)
        return [] if same else [str(old.relative_to(ROOT))]
    names = {path.name for place in (old, new) for path in place.iterdir() if not path.name.startswith(".")}
    return [name for each in sorted(names) for name in differing(old / each, new / each)]


if __name__ == "__main__":
    sys.exit(main())
