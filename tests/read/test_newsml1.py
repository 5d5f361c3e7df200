"""NewsML before G2: what an item tells, and what is refused in it."""

from datetime import date

import pytest

from made_formats import paragraphs, read

FACTS = ("article_id", "published_on", "title", "byline", "agency", "dateline", "url", "language")
NEWSML1 = (
    '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML Version="1.2"><NewsItem xml:lang="en"><Identification>'
    "<NewsIdentifier><DateId>20190514</DateId><PublicIdentifier>urn:fish</PublicIdentifier></NewsIdentifier>"
    "</Identification><NewsManagement><FirstCreated>20190514T101500Z</FirstCreated>"
    '<Status FormalName="{}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Herring counted</HeadLine>'
    "<ByLine>By Ann Lee</ByLine><DateLine>OSLO, May 14</DateLine></NewsLines>{}</NewsComponent></NewsItem>"
    "</NewsML>"
)
CONTENT = "<ContentItem>{}<DataContent>{}</DataContent></ContentItem>"
CONTENTS = [
    pytest.param(
        CONTENT.format("", "<nitf><body><body.content><p>They met.</p></body.content></body></nitf>"),
        id="NITF",
    ),
    pytest.param(CONTENT.format("", "<html><body><p>They met.</p></body></html>"), id="XHTML"),
    pytest.param(CONTENT.format("", "<p>They met.</p>"), id="paragraphs"),
    pytest.param(CONTENT.format("", "&lt;p>They met.&lt;/p>"), id="HTML that was escaped"),
    pytest.param(CONTENT.format("", "They met."), id="text"),
    pytest.param(
        "<NewsComponent>"
        + CONTENT.format('<MediaType FormalName="Photo"/>', "abc")
        + "</NewsComponent><NewsComponent>"
        + CONTENT.format('<MediaType FormalName="Text"/>', "They met.")
        + "</NewsComponent>",
        id="beside a picture",
    ),
]


@pytest.mark.parametrize("content", CONTENTS)
def test_newsml_before_g2(content):
    """An item of NewsML 1 tells the same, by other names."""
    (article,) = read(NEWSML1.format("Usable", content), ".xml")
    assert tuple(getattr(article, each) for each in FACTS) == (
        "urn:fish", date(2019, 5, 14), "Herring counted", "By Ann Lee", None, "OSLO, May 14", None, "en",
    )  # fmt: skip
    assert paragraphs(article) == ["They met."]


@pytest.mark.parametrize(
    ("status", "content", "found"),
    [
        pytest.param("Canceled", CONTENTS[0].values[0], "status is “canceled”", id="withdrawn"),
        pytest.param("Usable", CONTENT.format('<MediaType FormalName="Photo"/>', "x"), "no text", id="photo"),
    ],
)
def test_what_is_no_article_in_newsml_before_g2(status, content, found):
    """A withdrawn item and a picture are refused."""
    (line,) = read(NEWSML1.format(status, content), ".xml")
    assert found in line
