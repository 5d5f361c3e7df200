"""Hold the golden articles against the list of what is not yet solved: gains, losses, and the list anew.

`--write` rewrites `tests/golden/unsolved.csv`; rows already there keep their reasons, and a new row takes
that of the row most like it or says `not looked at`, which the tests refuse.
"""

import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from golden_rows import Difference, all_differences, unsolved, write_unsolved

ALIKE = 0.5
"""A row as like as this to one that is gone is taken for the same error, otherwise put."""


def main(arguments: list[str]) -> int:
    """Print what changed against the list, and fail if anything did and was not written."""
    found, listed = list(all_differences()), unsolved()
    known = [one for one, _ in listed]
    gains, losses = gone(known, found), gone(found, known)
    for sign, rows in (("+", gains), ("-", losses)):
        for row in rows:
            print(sign, " ".join(row[:3]), row.line, sep="  ")
    print(f"{len(gains)} solved, {len(losses)} new, {len(found)} unsolved")
    if "--write" in arguments:
        write_unsolved((row, reason_of(row, listed)) for row in found)
        return 0
    return int(bool(gains or losses))


def gone(before: list[Difference], after: list[Difference]) -> list[Difference]:
    """The rows of the one that the other lacks."""
    return list((Counter(before) - Counter(after)).elements())


def reason_of(row: Difference, listed: list[tuple[Difference, str]]) -> str:
    """The reason that the list gives for a row, or for the one most like it."""
    reasons = dict(listed)
    if row in reasons:
        return reasons[row]
    near = [(likeness(row, other), reason) for other, reason in listed if other[:2] == row[:2]]
    best, reason = max(near, default=(0.0, ""))
    return reason if best >= ALIKE else "not looked at"


def likeness(one: Difference, other: Difference) -> float:
    """How much two rows have in common, from 0 to 1."""
    return SequenceMatcher(None, one.line, other.line, autojunk=False).ratio()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
