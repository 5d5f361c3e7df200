"""Saved web pages: text, headline, byline, day, address and language, and pages that hold no article."""

from datetime import date

import pytest

from made_formats import AGREED, BODY, HERE, MET, linked, page, paragraphs, read

TOLD = [
    pytest.param(linked(datePublished='"2019-05-14"'), date(2019, 5, 14), id="JSON-LD"),
    pytest.param(
        linked(dateModified='"2019-05-16"', datePublished='"2019-05-14T23:40:00+02:00"'),
        date(2019, 5, 14),
        id="published, not changed",
    ),
    pytest.param(
        linked(datePublished='"2019-05-14T22:30:00Z"') + '<meta property="og:x" content="y">'
        '<meta property="article:published_time" content="2019-05-15T00:30:00+02:00">',
        date(2019, 5, 15),
        id="one moment in two zones: that of the page",
    ),
    pytest.param(
        '<meta property="article:published_time" content="2019-05-14T23:40:00-04:00">',
        date(2019, 5, 14),
        id="a meta tag",
    ),
    pytest.param('<meta name="DC.date.issued" content="2019-05-14">', date(2019, 5, 14), id="Dublin Core"),
    pytest.param('<meta itemprop="datePublished" content="20190514">', date(2019, 5, 14), id="microdata"),
    pytest.param(
        '<link rel="canonical" href="https://news.example/2019/05/14/railway">',
        date(2019, 5, 14),
        id="the address",
    ),
]


@pytest.mark.parametrize(("head", "day"), TOLD)
def test_the_day_of_the_head(head, day):
    """The day of publication is found where pages tell it, in the zone of the page."""
    (article,) = read(page(head=head), ".html")
    assert article.published_on == day
    assert paragraphs(article) == [MET, AGREED]


SHOWN = [
    pytest.param('<time datetime="2019-05-14T10:00:00Z">today</time>', date(2019, 5, 14), id="time"),
    pytest.param(
        "<div>Published: Tuesday, May 14, 2019 10:31 PM</div>", date(2019, 5, 14), id="a line in English"
    ),
    pytest.param("<span>14 May 2019</span>", date(2019, 5, 14), id="day first"),
    pytest.param("<p>PUBLISHED: 22:31 GMT, 14 May 2019</p>", date(2019, 5, 14), id="clock first"),
    pytest.param(
        '<span>Updated <time datetime="2019-05-16">x</time></span>', None, id="the time of a change"
    ),
    pytest.param('<aside><time datetime="2019-05-13">x</time></aside>', None, id="that of another article"),
    pytest.param("<i>May 14, 2019</i><br><i>May 16, 2019</i>", None, id="two days"),
    pytest.param("<span>05/06/2019</span>", None, id="a day that can be two"),
    pytest.param("<p>It was agreed on May 14, 2019, they said.</p>", None, id="a day in a sentence"),
]


@pytest.mark.parametrize(("shown", "day"), SHOWN)
def test_the_day_that_readers_see(shown, day):
    """Where the head tells none, one day that stands by itself is taken, and nothing is guessed."""
    (article,) = read(page(shown + BODY), ".html", for_tables=False)
    assert article.published_on == day


def test_a_page_without_a_day_is_refused():
    """As any article without one; the line says what is missing."""
    assert read(page(), ".html") == ["in.html: date: found nothing; expected a date as YYYY-MM-DD"]


DATED = linked(datePublished='"2019-05-14"')
FACTS = [
    pytest.param(
        linked(datePublished='"2019-05-14"', headline='"Rail &amp; sea"'),
        "title",
        "Rail & sea",
        id="headline",
    ),
    pytest.param(DATED + '<meta property="og:title" content="Rails">', "title", "Rails", id="Open Graph"),
    pytest.param(DATED, "title", "A railway is agreed", id="the heading"),
    pytest.param(
        linked(datePublished='"2019-05-14"', author='[{"name":"Ann Lee"},{"name":"Jan Vik"}]'),
        "byline",
        "Ann Lee and Jan Vik",
        id="two authors",
    ),
    pytest.param(
        linked(datePublished='"2019-05-14"', author='"AFP"'), "agency", "AFP", id="an agency as author"
    ),
    pytest.param(DATED + '<meta name="author" content="Ann Lee">', "byline", "Ann Lee", id="meta author"),
    pytest.param(
        DATED + '<meta name="author" content="https://news.example/ann">',
        "byline",
        None,
        id="an address is no name",
    ),
    pytest.param(
        DATED + '<meta property="og:url" content="https://news.example/1">',
        "url",
        "https://news.example/1",
        id="address",
    ),
    pytest.param(
        DATED + '<meta name="parsely-link" content="https://news.example/2">',
        "url",
        "https://news.example/2",
        id="address of Parse.ly",
    ),
    pytest.param(DATED + '<link rel="canonical" href="/1">', "url", None, id="half an address"),
    pytest.param(
        linked(datePublished='"2019-05-14"', inLanguage='"nb-NO"'), "language", "nb", id="language of JSON-LD"
    ),
    pytest.param(DATED, "language", "en", id="language of the page"),
    pytest.param(
        '<script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
        '<meta name="date" content="2019-05-14">',
        "title",
        "A railway is agreed",
        id="JSON-LD that is none",
    ),
]


@pytest.mark.parametrize(("head", "name", "value"), FACTS)
def test_what_a_page_says_of_itself(head, name, value):
    """Headline, byline, agency, address and language come from JSON-LD, meta tags or what readers see."""
    (article,) = read(page(head=head), ".html")
    assert getattr(article, name) == value


CONTROLS = ["\x01", "\x0c", "\x1f", "\uffff", "&#3;", "&#x1F;", "&#00;", "&#31"]


@pytest.mark.parametrize("sign", CONTROLS, ids=ascii)
def test_signs_that_no_xml_can_hold(sign):
    """Loose text with a control character is put into paragraphs without it."""
    (article,) = read(page(f"{MET}<br><br>{sign}{AGREED}<br><br>{sign}<p>{MET}</p>", DATED), ".html")
    assert paragraphs(article)[:2] == [MET, AGREED]


MARKED = [
    pytest.param('<span class="author vcard"><a class="url fn n">Ann Lee</a></span>', "Ann Lee", id="hCard"),
    pytest.param('<span itemprop="author"><i itemprop="name">Ann Lee</i></span>', "Ann Lee", id="microdata"),
    pytest.param(
        '<p class="byline">By <b>Ann Lee</b>, Political Editor</p>', "By Ann Lee, Political Editor", id="line"
    ),
    pytest.param('<div class="author">Share this article with friends</div>', None, id="another line"),
    pytest.param('<aside><p class="author">Ann Lee</p></aside>', None, id="beside the article"),
]


@pytest.mark.parametrize(("marked", "byline"), MARKED)
def test_authors_that_readers_see(marked, byline):
    """Where the head names nobody, the element that is marked as the author's does."""
    (article,) = read(page(marked + BODY, DATED), ".html")
    assert article.byline == byline


def test_the_article_of_a_graph():
    """Of many nodes the article tells, its author by a link; the site and the page tell other days."""
    (article,) = read((HERE / "pages/graph.html").read_bytes(), ".html")
    assert (article.published_on, article.byline) == (date(2022, 11, 3), "Ruth Okafor")
    assert article.url == "https://highland.example/envoy-geneva/"


def test_nothing_but_the_article_is_text():
    """Cookies, menus, captions, related links, shares, newsletters and comments are left out."""
    (article,) = read((HERE / "pages/modern.html").read_bytes(), ".html")
    text = paragraphs(article)
    assert text[0].startswith("Norwegian Foreign Minister Kari Solheim met")
    assert text[-1] == "Solheim and Dahl will meet again in Copenhagen next month."
    assert len(text) == 8
    for word in (
        "cookie",
        "Photograph",
        "herrings, get",
        "inbox",
        "grandfather",
        "goat",
        "cats",
        "Share",
        "quota",
    ):
        assert not any(word in each for each in text), word
    assert (article.agency, article.dateline) == ("AFP", "OSLO")


BESIDE = [
    "<p>Advertisement</p>", "<p>Read more: Steel is dear</p>", "<p>Sign up for our newsletter</p>",
    "<p>Photo: Per Moen/AFP</p>", "<p>By Ann Lee</p>",
    "<figure><figcaption>A train in the fog</figcaption></figure>",
    "<p>Related</p>", "<p>Story continues below advertisement</p>",
]  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE)
def test_lines_beside_the_text(beside):
    """A line that only labels, credits or invites is no paragraph."""
    (article,) = read(page(f"<p>{MET}</p>{beside}<p>{AGREED}</p>", DATED), ".html")
    assert paragraphs(article) == [MET, AGREED]


KEPT = ["Related talks failed on Monday, a spokesman said.", "Watch out, she told them.", "A long dispute"]


@pytest.mark.parametrize("line", KEPT)
def test_lines_that_only_look_beside(line):
    """A sentence that begins like an invitation, or a heading within the text, stays."""
    tag = "p" if line.endswith(".") else "h2"
    (article,) = read(page(f"<p>{MET}</p><{tag}>{line}</{tag}><p>{AGREED}</p>", DATED), ".html")
    assert paragraphs(article) == [MET, line, AGREED]


THREE = [MET, AGREED, "Solheim and Dahl will meet again in Copenhagen next month to sign the treaty."]
MENU = '<div class="top"><a href="/">Home</a> <a href="/world">World</a></div>'
SHAPES = [
    pytest.param("<article>{}</article>", "<p>{}</p>", "", id="paragraphs"),
    pytest.param('<div class="article-body">{}</div>', "<div>{}</div>", "", id="divisions"),
    pytest.param(
        '<div id="story"><h1>Railway</h1>{}</div>', "{}", "<br><br>", id="line ends, behind a heading"
    ),
    pytest.param('<div id="story"><h1>Railway</h1>{}</div>', "{}", "<br>\n", id="single line ends"),
    pytest.param("<table><tr><td><a href=x>x</a></td><td>{}</td></tr></table>", "<p>{}", "", id="a table"),
    pytest.param(
        "<table><tr><td>x</td><td><font size=2>{}</font></td></tr></table>",
        "{}",
        "<br><br>",
        id="line ends in a table",
    ),
    pytest.param("<pre>{}</pre>", "{}", "\n\n", id="as typed"),
    pytest.param("<article>{}</article>", "<blockquote>{}</blockquote>", "", id="quotations"),
    pytest.param("<article>{}</article>", "<p>\n  <span>{}</span>\n</p>", "", id="line ends of the source"),
]


@pytest.mark.parametrize(("around", "each", "between"), SHAPES)
def test_paragraphs_stay_paragraphs(around, each, between):
    """However a page parts its text, its paragraphs are those that readers see."""
    body = around.format(between.join(each.format(text) for text in THREE))
    head, foot = f"<head>{DATED}<title>Railway</title></head>", "<div>© Fjord Post</div>"
    text = f"<html>{head}<body>{MENU}{body}{foot}</body></html>"
    (article,) = read(text, ".html")
    assert paragraphs(article) == THREE


NONE = [
    pytest.param("", "nothing but white space", id="nothing"),
    pytest.param(page("<p>Soon.</p>"), "0 words in sentences", id="no sentences"),
    pytest.param(
        page(f"<p>{MET}</p><p>{AGREED}</p><h3>Subscribe to continue reading</h3>", DATED),
        "not free to read",
        id="barred",
    ),
    pytest.param(
        page(head=linked(datePublished='"2019-05-14"', isAccessibleForFree="false")),
        "not free to read",
        id="locked",
    ),
    pytest.param(
        page("".join(f'<h2><a href="/{n}">{MET}</a></h2><p>{AGREED}</p>' for n in range(9))),
        "leads to 9",
        id="list",
    ),
]


@pytest.mark.parametrize(("text", "found"), NONE)
def test_pages_without_an_article(text, found):
    """What holds no article, or only its beginning, is refused with a line that says so."""
    (line,) = read(text, ".html")
    assert found in line


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/railway
Subject: Railway
Date: Sat, 1 Jun 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html{charset}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/railway

{body}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
"""


def test_reads_a_page_with_its_parts():
    """The page of an MHTML file is read by the encoding of its header; the day is not that of saving."""
    body = page(f"<p>{MET} Zo=EB came.</p><p>{AGREED}</p>", DATED).replace("=", "=3D").replace("=3DEB", "=EB")
    raw = MHTML.format(charset="; charset=iso-8859-1", body=body.replace('<meta charset=3D"utf-8">', ""))
    (article,) = read(raw, ".mhtml")
    assert paragraphs(article) == [f"{MET} Zoë came.", AGREED]
    assert (article.published_on, article.url) == (date(2019, 5, 14), "https://news.example/railway")
    assert "date: found nothing" in read(raw.replace("datePublished", "dateModified"), ".mhtml")[0]


def test_the_source_of_a_page_is_its_file():
    """The address stands in a column of its own, and the hash is that of the file."""
    (article,) = read(page(head=DATED), ".html")
    assert (article.article_id, article.source) == ("in", "in.html")
    assert len(article.sha256) == 64
