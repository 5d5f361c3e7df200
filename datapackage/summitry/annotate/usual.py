"""Which models are of the make that we know how to read."""

from typing import TYPE_CHECKING, Any, Final

from summitry.annotate.forms import PARTS
from summitry.annotate.scores import PIECES
from summitry.annotate.walks import LOOKED_AT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Pipe

USUAL: Final = ["tok2vec", "tagger", "parser", *PARTS, "ner"]
"""The parts of the models that we know how to read, by spaCy's names."""

EMBEDDED_BY: Final = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""The layers that make the vector of one word, by the first words of their names in Thinc."""

NAMED_BY: Final = 3
"""A move of the namer looks at the word, the first word of the name that is open, and the word before."""


def encoder_within(part: "Pipe") -> Any:  # noqa: ANN401  # thinc has no types for its models
    """The “tok2vec” that a part has for itself."""
    return part.model.get_ref("tok2vec").layers[0]


def is_usual(nlp: "Language") -> bool:
    """Whether a model is of the make that we know how to read.

    Vectors of four traits or more from one tok2vec for tags and parse and from another for names, and a
    parser and a namer that take one best move after the other.
    """
    return nlp.pipe_names == USUAL and all((
        is_usual_encoder(nlp.get_pipe("tok2vec").model),
        nlp.get_pipe("parser").model.get_ref("tok2vec").layers[0].name == "tok2vec-listener",
        is_usual_encoder(encoder_within(nlp.get_pipe("ner"))),
        is_greedy(nlp.get_pipe("parser"), LOOKED_AT),
        is_greedy(nlp.get_pipe("ner"), NAMED_BY),
    ))  # fmt: skip


def is_usual_encoder(model: Any) -> bool:  # noqa: ANN401  # thinc has no types for its models
    """Whether vectors are made of hashed traits alone, and then by layers that see one word to each side."""
    if not (model.has_ref("embed") and model.has_ref("encode")):
        return False
    made = [layer.name.partition("(")[0] for layer in model.get_ref("embed").layers]
    windows = [each.layers[0].layers[0] for each in model.get_ref("encode").layers[0].layers]
    return made == EMBEDDED_BY and all(each.attrs.get("window_size") == 1 for each in windows)


def is_greedy(part: "Pipe", places: int) -> bool:
    """Whether a part takes one best move after the other, each by so many words."""
    model = part.model
    return bool(
        model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and part.cfg.get("beam_width") == 1
        and not part.cfg.get("learn_tokens")
        and (model.get_ref("lower").get_dim("nF"), model.get_ref("lower").get_dim("nP")) == (places, PIECES)
    )
