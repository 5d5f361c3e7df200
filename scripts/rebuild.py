"""Build the package again from its raw files, and fail if a byte differs from what lies here."""

import filecmp
import shutil
import sys
import tempfile
from pathlib import Path

import summitry

ROOT = Path(__file__).parents[1]
BUILT = ["manifest.json", "datapackage.json", "data/tables", "schemas"]


def main() -> int:
    """Rebuild beside, compare, and name every file that differs."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("raw", "curated"):
            if (ROOT / "data" / part).is_dir():
                shutil.copytree(ROOT / "data" / part, copy / "data" / part)
        summitry.build([copy / "data" / "raw"], copy)
        changed = [name for part in BUILT for name in differing(copy, part)]
    for name in changed:
        print(f"{name}: found other bytes than a rebuild gives; expected the same (run `make data`)")
    return int(bool(changed))


def differing(copy: Path, part: str) -> list[str]:
    """The files of a part that are not alike here and in the copy, or that only one of them has."""
    files = {
        path.relative_to(root).as_posix()
        for root in (ROOT, copy)
        for path in (root / part, *(root / part).glob("**/*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return sorted(name for name in files if not alike(ROOT / name, copy / name))


def alike(one: Path, other: Path) -> bool:
    """Whether both are files of the same bytes."""
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


if __name__ == "__main__":
    sys.exit(main())
