"""Measure how often rows of each sort are right where the articles were read, and ship the shares.

Give the file of the articles that the judged rows are of: `tests/judged/README.md` says where it is from.
"""

import sys
from collections.abc import Sequence

from calibrate_fit import by_other_articles, confidence_csv, counted, in_sample, reliability
from calibrate_judged import verdicts
from summitry.knowledge.tables import DATA
from summitry.pipeline import kept, readings_of
from summitry.read import read_articles
from summitry.settings import MODEL
from summitry.tables import write_file
from summitry.together import tables_of


def main(arguments: Sequence[str]) -> None:
    """Read the articles, count the verdicts on their rows, write the table, and print how good it is."""
    articles = kept(read_articles(arguments), [])
    tables = tables_of(list(readings_of(articles, MODEL)))
    as_judged = verdicts(tables)
    found = counted(as_judged)
    print(f"{len(as_judged)} judged rows are as they were judged, {len(found)} of them count\n")
    write_file(DATA / "confidence.csv", confidence_csv(found))
    for table in sorted({one.table for one in found}):
        rows = [one for one in found if one.table == table]
        print(*reliability(f"{table}, all articles", in_sample(rows)), sep="\n")
        print(*reliability(f"{table}, by other articles", by_other_articles(rows)), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
