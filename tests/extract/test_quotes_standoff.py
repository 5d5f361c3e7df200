"""What the stand-off findings count into the words of a quotation, as corpora of quotations do."""

import pytest

import summitry


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("Lund said that it was late.", "that it was late", id="the conjunction"),
        pytest.param("Lund said it was late.", "it was late", id="a clause without one"),
        pytest.param("Lund urged Berg to wait.", "Berg to wait", id="who is to act"),
        pytest.param("Lund told his aides not to wait.", "his aides not to wait", id="who is not to act"),
        pytest.param("Lund vowed to wait.", "to wait", id="nobody is asked"),
        pytest.param("Lund told Berg that it was late.", "that it was late", id="who is only told"),
    ],
)
def test_counts_as_corpora_do(text, content):
    """The `that` of a clause is counted in, and whoever is to do what an infinitive says."""
    found = summitry.annotate({"id": "a", "date": None, "text": text})
    assert [text[slice(*quote["content"][0])] for quote in found["quotes"]] == [content]
