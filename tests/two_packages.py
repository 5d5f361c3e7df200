"""A package and its successor, of two made articles and one refused file."""

import summitry

GOOD = """ date 2019-05-15 AFP, OSLO

Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday.

“We need the railway,” Solheim told reporters.
"""
OTHER = GOOD.replace("Erik Dahl", "Anna Holm").replace("railway", "bridge")


def two_packages(home):
    """Two packages: of one article, and of two articles beside which a third was refused."""
    for name, texts in {"old": [GOOD], "new": [GOOD, OTHER, ""]}.items():
        sources = home / f"raw-{name}"
        sources.mkdir()
        for number, text in enumerate(texts):
            (sources / f"article-{number}.txt").write_text(text, encoding="utf-8")
        summitry.build([sources], home / name)
    return home
