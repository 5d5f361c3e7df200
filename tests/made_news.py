"""Short invented articles, quick to read, in which the same people meet again."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
LONG = [*sorted((HERE / "golden").glob("*.txt"))[:8], *sorted((HERE.parent / "data" / "raw").glob("*.txt"))]

ARTICLE = """ date 2019-05-{day:02} AFP, OSLO

Norwegian Foreign Minister Kari Solheim met Prime Minister {name} in {place} on Tuesday.

“We need railway number {number},” Solheim told reporters.
"""
NAMES = ["Erik Dahl", "Anna Holm", "Nils Berg", "Ines Prado", "Tomas Reyes"]
PLACES = ["Oslo", "Lima", "Nairobi"]


def short_article(number, name=None):
    """The text of one of them."""
    name = name or NAMES[number % len(NAMES)]
    return ARTICLE.format(day=1 + number % 28, name=name, place=PLACES[number % len(PLACES)], number=number)


def short_news(folder, count):
    """A folder of so many of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"short-{number:03}.txt").write_text(short_article(number), encoding="utf-8")
    return folder


def mixed_news(folder, count):
    """A folder of so many of them, and of some long ones."""
    short_news(folder, count)
    for path in LONG:
        shutil.copyfile(path, folder / path.name)
    return folder
