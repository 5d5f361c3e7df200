"""The datasheet answers what a reader must know before use, in figures of the tables."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from sound_tables import sound_tables
from summitry.package import write_package

TOPICS = [
    "Motivation", "Composition", "Collection process", "Preprocessing, cleaning and labelling", "Uses",
    "Distribution", "Maintenance",
]  # fmt: skip
"""Those of Gebru et al., “Datasheets for Datasets” (2021), section 3."""


def test_every_topic_is_there(package, told):
    """The sections are the topics of the paper, in its order, and none is empty."""
    text = told(package, "datasheet")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == TOPICS
    assert all(len(part.strip()) > 100 for part in re.split(r"^## .+$", text, flags=re.MULTILINE))
    assert "$" not in text


def test_the_figures_are_those_of_the_tables(package, told):
    """Rows, days, languages and kinds of entities are counted."""
    text, tables = told(package, "datasheet"), sound_tables()
    for name, rows in tables._asdict().items():
        assert f"| {name} | {len(rows)} |" in text
    days = sorted(article.published_on.isoformat() for article in tables.articles)
    assert days[0] in text
    assert days[-1] in text
    for values in (
        Counter(one.language for one in tables.articles),
        Counter(one.type for one in tables.entities),
    ):
        for value, count in values.items():
            assert f"{value} {count}" in text


def test_rights_are_told_for_each_table(package, told, descriptor):
    """A table that holds words of the articles is under their rights too."""
    text = told(package, "datasheet")
    for resource in descriptor(package)["resources"]:
        rights = "; ".join(each["title"] for each in resource["licenses"])
        assert f"| {resource['name']} | {rights} |" in text


def test_sources_and_description_are_those_of_the_descriptor(other, told, others, descriptor):
    """Whatever the descriptor names stands there, and nothing of it is taken for markup."""
    text = told(other, "datasheet")
    assert 'Harbour talks: "who \\| whom" &lt;told>' in text
    assert all(each["title"].split('"')[0] in text for each in descriptor(other)["sources"])
    assert others["homepage"] in text
    assert "Ann Lee, The harbour office" in text
    assert "kept by Harbour Press" in text


def test_many_sources_are_not_all_listed(tmp_path, told):
    """A reader sees the first of them, and how many more there are."""
    tables = sound_tables()
    [first] = tables.articles[:1]
    more = tuple(
        replace(first, article_id=f"more-{number:03}", sha256=f"{number:064x}") for number in range(100)
    )
    package = write_package(tables._replace(articles=(*tables.articles, *more)), tmp_path / "many").parent
    text = told(package, "datasheet")
    assert re.search(r"^- and \d\d more, in `datapackage.json`$", text, re.MULTILINE)


@pytest.mark.parametrize("words", [True, False])
def test_it_says_whether_the_words_are_there(tmp_path, told, words):
    """A package whose paragraphs are blank says that you need the texts yourself."""
    package = write_package(sound_tables(), tmp_path / "package").parent
    path = package / "data" / "tables" / "paragraphs.csv"
    if not words:
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        blank = [",".join([*row.split(",")[:3], ""]) for row in rows]
        path.write_text("\n".join([header, *blank]) + "\n", encoding="utf-8")
    assert ("are not in this package" in told(package, "datasheet")) is not words
