"""The model that the published tables are built with is the one that we say."""

import json
import re
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from summitry.annotate import model_named
from summitry.errors import MissingModel
from summitry.settings import MODEL

ROOT = Path(__file__).parents[1]

WEIGHTS = {
    "ner": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "senter": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""SHA-256 of the weights of each part, as in the official release `en_core_web_sm` 3.8.0."""


@pytest.fixture(scope="module")
def home():
    """The folder that the model is loaded from."""
    [meta] = Path(find_spec(MODEL).origin).parent.glob("*/meta.json")
    return meta.parent


@pytest.mark.parametrize("part", WEIGHTS)
def test_weights_are_the_official_ones(home, part):
    """Every part that computes has the published weights, byte for byte."""
    assert sha256((home / part / "model").read_bytes()).hexdigest() == WEIGHTS[part]


def test_it_is_the_version_that_the_lock_pins(home):
    """What is installed is what requirements.lock pins with its hash."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    name = MODEL.replace("_", "-")
    pinned = re.search(rf"^{name}==(\S+) \\\n    --hash=sha256:[0-9a-f]{{64}} ", lock, re.MULTILINE)
    assert pinned
    assert pinned[1] == version(name)
    meta = json.loads((home / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["version"]) == ("en", "3.8.0")


def test_it_is_loaded_once():
    """Many articles cost one load."""
    assert model_named(MODEL) is model_named(MODEL)


def test_a_model_that_is_not_installed_is_named():
    """One line says which model was asked for."""
    with pytest.raises(
        MissingModel, match="no_such_model: found no installed spaCy model; expected a package"
    ):
        model_named("no_such_model")
