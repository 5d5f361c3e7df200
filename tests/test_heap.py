"""While articles are read, garbage is looked for seldom; afterwards as before."""

import gc

import pytest

from summitry.bounds import OBJECTS_BEFORE_COLLECTION
from summitry.errors import UnreadableInput
from summitry.heap import collected_seldom
from summitry.pipeline import build


@pytest.fixture(autouse=True)
def restored():
    """The collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_a_build_collects_seldom(tmp_path):
    """Nearly a tenth of its time went into looking at the model."""
    gc.set_threshold(700, 10, 10)
    (tmp_path / "a.txt").write_text("date 2017-04-28\n\n\nMoscow\n\n\nAnn Lee met Bob Ray.", encoding="utf-8")
    met = []
    build([tmp_path / "a.txt"], tmp_path / "out", progress=lambda _: met.append(gc.get_threshold()))
    assert met == [(OBJECTS_BEFORE_COLLECTION, 10, 10)]
    assert gc.get_threshold() == (700, 10, 10)


def test_a_build_that_fails_leaves_the_collector_as_it_was(tmp_path):
    """Whoever catches the error goes on with the collector that they had."""
    gc.set_threshold(700, 10, 10)
    with pytest.raises(UnreadableInput):
        build([tmp_path / "nothing.txt"], tmp_path / "out")
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param((0, 10, 10), id="who has turned it off"),
        pytest.param((10 * OBJECTS_BEFORE_COLLECTION, 5, 5), id="who collects more seldom"),
    ],
)
def test_leaves_the_wish_of_others(wanted):
    """Whoever wants it less often has it so."""
    gc.set_threshold(*wanted)
    with collected_seldom():
        assert gc.get_threshold() == wanted
