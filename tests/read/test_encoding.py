"""The encoding of a page: as it is declared, or refused."""

import pytest

from summitry.read.pages.encoding import codecs, page_text
from summitry.read.unfit import Unfit

READ = [
    pytest.param("Zoë".encode(), None, "Zoë", id="nothing declared: UTF-8"),
    pytest.param(
        b"\xef\xbb\xbf<meta charset=latin1>Zo\xc3\xab",
        None,
        "<meta charset=latin1>Zoë",
        id="a mark comes first",
    ),
    pytest.param("Zoë".encode("utf-16"), None, "Zoë", id="UTF-16 with its mark"),
    pytest.param(
        b'<META charset="ISO-8859-1">\x93Zo\xeb\x94',
        None,
        '<META charset="ISO-8859-1">“Zoë”',
        id="as browsers do",
    ),
    pytest.param(
        b'<meta http-equiv=Content-Type content="text/html; charset=windows-1251">\xcf',
        None,
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">П',
        id="http-equiv",
    ),
    pytest.param(
        b'<?xml version="1.0" encoding="koi8-r"?>\xf0',
        None,
        '<?xml version="1.0" encoding="koi8-r"?>П',
        id="XML",
    ),
    pytest.param(
        b"<!-- <meta charset=latin1> -->Zo\xc3\xab", None, "<!-- <meta charset=latin1> -->Zoë", id="a comment"
    ),
    pytest.param(
        b"<meta charset=utf-8>Zo\xeb", "latin1", "<meta charset=utf-8>Zoë", id="the header before the page"
    ),
    pytest.param(
        b"<meta charset=utf-16>Zo\xc3\xab", None, "<meta charset=utf-16>Zoë", id="no page in ASCII is UTF-16"
    ),
]


@pytest.mark.parametrize(("raw", "label", "text"), READ)
def test_reads_what_is_declared(raw, label, text):
    """Mark, header and page declare the encoding, in this order, with the labels of the Encoding Standard."""
    assert page_text(raw, label) == text


REFUSED = [
    pytest.param(b"Zo\xeb", "byte 2", "0xEB, not UTF-8 (it looks like Latin-1", id="nothing declared"),
    pytest.param(b"<meta charset=utf-8>Zo\xeb", "byte 22", "0xEB", id="another than declared"),
    pytest.param(
        b"<meta charset=windows-1252>Zo\xc3\xab",
        None,
        "UTF-8 that is declared as windows-1252",
        id="UTF-8 after all",
    ),
    pytest.param(
        b"<meta charset=windows-1252>\x81",
        "byte 27",
        "0x81, which is nothing in windows-1252",
        id="no character",
    ),
    pytest.param(
        b"<meta charset=utf-7>x", None, "the encoding “utf-7”", id="an encoding that no page may have"
    ),
    pytest.param(b"<meta charset=rot13>x", None, "the encoding “rot13”", id="a codec of Python that is none"),
    pytest.param(b"<meta charset=latin1>\0", "character 22", "a NUL", id="a NUL"),
]


@pytest.mark.parametrize(("raw", "place", "found"), REFUSED)
def test_refuses_what_cannot_be_read(raw, place, found):
    """Nothing is guessed: the line says which byte, and what was declared."""
    with pytest.raises(Unfit) as caught:
        page_text(raw)
    assert caught.value.place == place
    assert found in caught.value.found


def test_every_label_has_a_codec():
    """Each codec of the list is there, and reads ASCII as it is."""
    for codec in set(codecs().values()) - {"utf-16-le", "utf-16-be"}:
        assert b"Oslo <p>".decode(codec) == "Oslo <p>"
