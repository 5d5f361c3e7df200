"""Articles in other languages are recognised, listed, and not read by the rules of English."""

import json

import pytest

import summitry
from summitry.read.language import language_of

TOLD = [
    pytest.param(
        "The minister said that the talks in Oslo were good and would go on in June.", "en", id="english"
    ),
    pytest.param(
        "KARI SOLHEIM AND ERIK DAHL MET IN OSLO AND SAID THAT THE RAILWAY WOULD BE BUILT.",
        "en",
        id="in capitals",
    ),
    pytest.param(
        "Kari Solheim, Erik Dahl, Ada Holm, Per Lie, Bodø, København, Malmö, Århus, Turku, Espoo",
        "en",
        id="names alone are no language",
    ),
    pytest.param("Kari Solheim met Erik Dahl.", "en", id="a few words"),
    pytest.param(
        "Le ministre a rencontré mardi à Paris son homologue italien, a déclaré un porte-parole.",
        "fr",
        id="french",
    ),
    pytest.param(
        "El ministro se reunió el martes en Madrid con su homólogo, según dijo un portavoz.",
        "es",
        id="spanish",
    ),
    pytest.param(
        "De minister sprak dinsdag in Den Haag met zijn ambtgenoot over de begroting van dit jaar.",
        "nl",
        id="dutch, the nearest relative",
    ),
    pytest.param(
        "Министр встретился во вторник в Москве с японским коллегой, сообщил представитель.",
        "ru",
        id="russian",
    ),
    pytest.param("総理大臣は火曜日に東京でロシアの大統領と会談した。", "ja", id="japanese has no spaces"),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_knows_the_language(text, language):
    """English by its small words, others by the detector, and English where nothing is sure."""
    assert language_of([text]) == language


GERMAN = (
    "Ministerin Kari Solheim traf am Dienstag in Oslo den Minister Erik Dahl, um mit ihm zu reden. "
    "„Wir brauchen die Bahn“, sagte sie."
)


def record(**cells):
    """A line of JSON with a German article."""
    return json.dumps({"id": "bahn", "date": "2019-05-15", "text": GERMAN} | cells) + "\n"


@pytest.mark.parametrize(
    "given", [{}, {"language": "de"}, {"language": "en"}], ids=["none", "right", "wrong"]
)
def test_lists_what_it_does_not_read(tmp_path, given):
    """The article and its paragraphs are rows; nothing else is said of it, whatever the feed calls it."""
    (tmp_path / "news.jsonl").write_text(record(**given), encoding="utf-8")
    tables = summitry.build([tmp_path / "news.jsonl"], tmp_path / "out").tables
    assert [row.language for row in tables.articles] == ["de"]
    assert [row.text for row in tables.paragraphs] == [GERMAN]
    assert not any(rows for name, rows in tables._asdict().items() if name not in {"articles", "paragraphs"})
    assert summitry.validate(tmp_path / "out").valid


def test_what_is_given_is_believed_if_it_is_not_english(tmp_path):
    """Who says that an article is Danish knows better than a detector that has to choose among relatives."""
    (tmp_path / "news.jsonl").write_text(record(language="lb"), encoding="utf-8")
    tables = summitry.build([tmp_path / "news.jsonl"], tmp_path / "out").tables
    assert [row.language for row in tables.articles] == ["lb"]


def test_says_nothing_of_it_as_findings():
    """The findings of such an article are empty."""
    found = summitry.annotate({"id": "a", "date": "2019-05-15", "text": GERMAN})
    assert [found[name] for name in ("entities", "quotes", "meetings", "timexes", "links")] == [[]] * 5
