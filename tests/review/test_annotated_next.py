"""What was annotated elsewhere is so in the next build, and what hangs on it follows."""

import pytest

import summitry
from annotating import WHEN, Brat, Columns, Studio

RAILWAY = "We need the railway,"


@pytest.fixture
def built(desk, package, tmp_path):
    """The tables of the next build, after some edits."""

    def after(hand, *edits, of=package):
        hand = hand(of, tmp_path)
        for name, *words in edits:
            getattr(hand, name)(*words)
        taken = summitry.read_review(hand.save(), of, desk.curated, who="Ann Lee", when=WHEN)
        assert (taken.problems, taken.left) == ((), ())
        return desk.build()

    return after


def meant(tables):
    """Whom each mention means."""
    return {row.mention_id: row.entity_id for row in tables.mentions}


def said(tables):
    """Who says each quote, and by which mention."""
    return {(row.quote_id, row.entity_id): row.mention_id for row in tables.speakers}


@pytest.mark.parametrize("hand", [Studio, Brat, Columns])
def test_a_link(hand, built):
    """The mention means another, and so does who says what rests on it."""
    tables = built(hand, ("link", "bergen", "Kari Solheim", "new person: Ada Lie"))
    assert meant(tables)["bergen-p001-m0"] == meant(tables)["bergen-p001-m68"] == "ada-lie"
    assert ("bergen-p001-q48", "ada-lie") in said(tables)
    assert "Ada Lie" in {row.name for row in tables.entities}


@pytest.mark.parametrize("hand", [Studio, Brat, Columns])
def test_other_bounds(hand, built, plain):
    """All that hung on the name hangs on it still: the pronoun, what she said, the meeting."""
    tables = built(hand, ("bound", "bergen", "mention", "Kari Solheim", "Solheim"))
    links = meant(tables)
    assert "bergen-p001-m0" not in links
    assert links["bergen-p001-m5"] == links["bergen-p001-m68"] == "kari-solheim"
    assert said(tables) == said(plain)
    assert tables.participants == plain.participants


@pytest.mark.parametrize("hand", [Studio, Brat])
def test_other_bounds_of_a_speaker(hand, built, plain):
    """The quote is still hers, by the mention that there is now."""
    edits = [
        ("link", "bergen", "Ada Holm", "new person: Ada Lie"),
        ("bound", "bergen", "mention", "Ada Holm", "Holm"),
    ]
    before = {key for key in said(plain) if key[0] != "bergen-p002-q19"}
    tables = built(hand, *edits)
    assert said(tables).keys() == {*before, ("bergen-p002-q19", "ada-lie")}
    assert "bergen-p002-m0" not in meant(tables)


def test_a_new_mention_and_who_says_what(built):
    """The quote that nobody known said is said by someone, where the article names them."""
    tables = built(
        Studio,
        ("add", "bergen", "mention", "person", "experts", "new person: Ada Lie"),
        ("relate", "bergen", "it was not", "experts"),
    )
    assert meant(tables)["bergen-p002-m45"] == "ada-lie"
    assert said(tables)["bergen-p002-q63", "ada-lie"] == "bergen-p002-m45"


def test_what_is_gone(built, plain):
    """A quote, a report and a mention fewer."""
    tables = built(
        Brat,
        ("delete", "oslo", "quote", RAILWAY),
        ("delete", "bergen", "report", "Kari Solheim met Erik Dahl in Oslo on Tuesday"),
        ("delete", "bergen", "mention", "Ada Holm"),
    )
    fewer = {name: len(getattr(plain, name)) - len(getattr(tables, name)) for name in ("quotes", "reports")}
    assert fewer == {"quotes": 1, "reports": 1}
    assert "bergen-p002-m0" not in meant(tables)
    assert "ada-holm" not in {id_ for _, id_ in said(tables)}


def test_a_speaker_outlives_the_mention(built):
    """Who is said to say a quote says it, whichever name of theirs is gone."""
    tables = built(
        Studio,
        ("delete", "oslo", "mention", "Solheim"),
        ("relate", "oslo", RAILWAY, "Kari Solheim"),
    )
    assert "oslo-p002-m23" not in meant(tables)
    assert ("oslo-p002-q1", "kari-solheim") in said(tables)


def test_what_was_gone_can_come_back(built, desk):
    """A mention that was found wrong, and is annotated again later, is there again."""
    gone = built(Studio, ("delete", "oslo", "mention", "Solheim"))
    assert "oslo-p002-m23" not in meant(gone)
    edit = ("add", "oslo", "mention", "person", "Solheim", "kari-solheim", "railway")
    tables = built(Studio, edit, of=desk.package)
    assert meant(tables)["oslo-p002-m23"] == "kari-solheim"


def test_what_was_taken_is_as_it_was(built, desk, tmp_path):
    """The next export comes back without a change, and so does what was annotated before."""
    built(
        Studio,
        ("link", "oslo", "Solheim", "new person: Ada Lie"),
        ("bound", "bergen", "mention", "Kari Solheim", "Solheim"),
        ("delete", "oslo", "report", "Solheim and Dahl will meet again in Copenhagen next month"),
    )
    for path in (tmp_path / "tasks.json", Brat(desk.package, tmp_path / "again").save()):
        taken = summitry.read_review(path, desk.package, desk.curated, who="Ann Lee", when=WHEN)
        assert taken == summitry.Reviewed(0, ())
