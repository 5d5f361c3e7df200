"""The same text in ten papers is one story, ten independent reports are ten, and ids stay."""

import random
from datetime import date

import pytest

import summitry
from made_news import LONG
from summitry.resolve.copies import bands_of
from summitry.together import store as stores
from summitry.together.copies import find_copies
from summitry.together.opening import TABLES

AGENCY = """Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday.

“We need the railway,” Solheim told reporters after the talks that lasted for two hours.

Dahl said that work would begin in June if both parliaments agreed to the plan of their committees.

The line would cross the sound by a bridge and two tunnels, and cost some nine billion crowns in ten years.

Fishermen on both coasts have spoken against it, and a court is to hear their complaint in the autumn."""
OWN = """Kari Solheim received the Danish head of government, Erik Dahl, in the Norwegian capital on Tuesday.

After two hours behind closed doors Solheim told the press: “We need the railway.” Her guest was less sure.

Spades could be in the ground by June, Dahl said, provided that both parliaments vote for the scheme.

Nine billion crowns is what bridge and tunnels are thought to cost, and not only fishermen doubt it."""


def write(folder, **articles):
    """A folder of articles, each with its day."""
    folder.mkdir(exist_ok=True)
    for name, (day, text) in articles.items():
        (folder / f"{name}.txt").write_text(f" date 2019-05-{day}\n\n{text}\n", encoding="utf-8")
    return folder


def stories(raw, out):
    """The story of each article."""
    return {row.article_id: row.story_id for row in summitry.build([raw], out).tables.articles}


def cut(text, paragraphs):
    """The first paragraphs of a text."""
    return "\n\n".join(text.split("\n\n")[:paragraphs])


COPIES = [
    pytest.param(AGENCY, True, id="word by word"),
    pytest.param(cut(AGENCY, 3), True, id="cut by two paragraphs"),
    pytest.param(f"OSLO (AFP) - {AGENCY}", True, id="with a dateline"),
    pytest.param(AGENCY.replace("Tuesday", "Tuesday evening").replace("some nine", "about nine"), True,
                 id="with words of an editor"),
    pytest.param(f"{AGENCY}\n\nReaders can write to us about the railway, and many have done so.", True,
                 id="with an end of its own"),
    pytest.param(AGENCY.upper(), True, id="in capitals"),
    pytest.param(OWN, False, id="an independent report of the same event"),
    pytest.param(f"{cut(OWN, 3)}\n\n“We need the railway,” Solheim told reporters after the talks.", False,
                 id="that shares a quotation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "copied"), COPIES)
def test_tells_copies_from_reports(tmp_path, text, copied):
    """A copy belongs to the story of the article that came first; a report is a story of its own."""
    found = stories(write(tmp_path / "raw", a=(15, AGENCY), b=(16, text)), tmp_path / "out")
    assert found == {"a": "a", "b": "a" if copied else "b"}


def test_a_copy_of_a_copy_is_of_the_same_story(tmp_path):
    """Also where the first and the last have too little in common by themselves."""
    parts = AGENCY.split("\n\n")
    more = [
        "A vote on the plan is set for Friday, and the opposition will ask for a delay of a year.",
        "Engineers say that the tunnels can be dug from both ends at once, which would save three winters.",
    ]
    articles = {"a": (15, "\n\n".join(parts)), "b": (16, "\n\n".join([*parts[1:], more[0]])),
                "c": (17, "\n\n".join([*parts[2:], *more]))}  # fmt: skip
    assert stories(write(tmp_path / "raw", **articles), tmp_path / "out") == {"a": "a", "b": "a", "c": "a"}


def test_articles_without_words_are_no_copies(tmp_path):
    """Signs alone have nothing in common."""
    raw = write(tmp_path / "raw", a=(15, "🙂🙂"), b=(16, "👍🏽"), c=(17, "🙂 🙂"))
    assert stories(raw, tmp_path / "out") == {"a": "a", "b": "b", "c": "c"}


def test_a_later_article_changes_no_story(tmp_path):
    """Ids stay, whatever is added after."""
    raw = write(tmp_path / "raw", a=(15, AGENCY), b=(16, cut(AGENCY, 4)), c=(16, OWN))
    before = stories(raw, tmp_path / "out")
    after = stories(write(raw, d=(17, AGENCY), e=(18, OWN)), tmp_path / "out")
    assert before == {"a": "a", "b": "a", "c": "c"}
    assert after == before | {"d": "a", "e": "c"}


def test_the_same_day_is_told_by_the_id(tmp_path):
    """Of copies of one day the first in the published order is the story."""
    found = stories(write(tmp_path / "raw", b=(15, AGENCY), a=(15, cut(AGENCY, 4))), tmp_path / "out")
    assert found == {"a": "a", "b": "a"}


def test_independent_articles_are_stories_of_their_own(tmp_path):
    """No two of the articles at hand are copies."""
    found = {row.article_id: row.story_id for row in summitry.build(LONG, tmp_path / "out").tables.articles}
    assert found == {name: name for name in found}


def test_many_copies_of_many_stories(tmp_path):
    """A hundred articles of ten stories, each in its own words in a tenth of them."""
    rng = random.Random(1)  # noqa: S311  # no secret
    words = [f"{one}{two}" for one in "bdfgklmnprst" for two in ("ato", "eri", "ilu", "omba", "usk")]
    texts = [[rng.choice(words) for _ in range(200)] for _ in range(10)]
    articles = {}
    for number in range(100):
        text = list(texts[number % 10])
        for at in rng.sample(range(200), 4):
            text[at] = rng.choice(words)
        articles[f"n{number:03}"] = (f"{1 + number // 4:02}", " ".join(text))
    found = stories(write(tmp_path / "raw", **articles), tmp_path / "out")
    assert found == {f"n{number:03}": f"n{number % 10:03}" for number in range(100)}


def test_thousands_of_copies_of_one_article_fit_little_memory(tmp_path, monkeypatch):
    """The text of an agency that everybody prints is compared on the disk."""
    monkeypatch.setattr(stores, "STORE_MEMORY", 40)
    signature = bytes(384)
    bands = list(bands_of(signature))
    with stores.Store(tmp_path / "store") as store:
        store.run(TABLES)
        store.insert(
            "signatures", ((at, date(2019, 5, 15), f"a{at:05}", signature, bands) for at in range(20_000))
        )
        find_copies(store)
        assert store.count("stories") == 20_000
        assert list(store.rows("SELECT DISTINCT story_id FROM stories")) == [("a00000",)]
