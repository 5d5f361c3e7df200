"""Feeds of the trade: what each format tells, and what is refused in it."""

from datetime import date

import pytest

from made_formats import HERE, paragraphs, read
from summitry.page import Dispatch
from summitry.read.byline import names_joined
from summitry.read.told import key_of

FACTS = ("article_id", "published_on", "title", "byline", "agency", "dateline", "url", "language")
FILES = [
    pytest.param(
        "nitf.xml",
        (
            "fjord-4711",
            date(2019, 5, 15),
            "Solheim and Dahl agree on railway",
            "By Ann Lee",
            "AP",
            "OSLO, May 15",
            None,
            "en",
        ),
        4,
        id="NITF: issue, not release nor change; captions and notes left out",
    ),
    pytest.param(
        "newsml.xml",
        (
            "urn:newsml:harbour.example:20210309:boats-v2",
            date(2021, 3, 9),
            "Fishing fleet returns to Bergen",
            "By Ida Nygaard",
            "Reuters",
            "BERGEN, March 9",
            None,
            "en",
        ),
        2,
        id="NewsML-G2: the first version tells the day",
    ),
    pytest.param(
        "rss.xml",
        (
            "highland.example-p=4711",
            date(2022, 11, 3),
            "Envoy returns from Geneva without a deal",
            "Ruth Okafor",
            None,
            None,
            "https://highland.example/envoy-geneva/",
            "en",
        ),
        2,
        id="RSS: the zone of the feed",
    ),
    pytest.param(
        "rss1.rdf",
        (
            "lantern.example-river",
            date(1998, 5, 7),
            "Premiers sign treaty on the river",
            "Tomas Rivera",
            None,
            "LISBON, May 7",
            "https://lantern.example/river",
            "en",
        ),
        2,
        id="RSS 1.0: two line ends part paragraphs",
    ),
    pytest.param(
        "atom.xml",
        (
            "tag:baltic.example,2023:-news-sea",
            date(2023, 6, 1),
            "Nine leaders agree to watch the sea",
            "Kadri Saar and Ott Rebane",
            None,
            "TALLINN",
            "https://baltic.example/news/sea",
            "en",
        ),
        2,
        id="Atom: published, not updated",
    ),
    pytest.param(
        "ninjs1.json",
        (
            "wire.example-2020-02-talks",
            date(2020, 2, 11),
            "Ministers meet in a bakery",
            "By Lena Frei",
            None,
            "BASEL",
            "http://wire.example/2020/02/talks",
            "en",
        ),
        2,
        id="ninjs 1",
    ),
    pytest.param(
        "ninjs3.json",
        (
            "wire.example-2023-09-bridge",
            date(2023, 9, 4),
            "Mayors open the bridge twice",
            "By Noor Haddad",
            "Canadian Press",
            "OTTAWA",
            "http://wire.example/2023/09/bridge",
            "en",
        ),
        2,
        id="ninjs 3: names with capitals, headlines with roles",
    ),
    pytest.param(
        "corpus.sgm",
        (
            "reuters-1",
            date(1987, 2, 26),
            "NORWAY AND DENMARK AGREE ON HERRING",
            None,
            "Reuter",
            "OSLO, Feb 26",
            None,
            "en",
        ),
        3,
        id="Reuters-21578: indented paragraphs, no “Reuter” at the end",
    ),
    pytest.param(
        "rcv1.xml",
        ("reuters-2286", date(1996, 8, 20), "Herring counted.", "Ann Lee", "Reuters", "OSLO", None, "en"),
        2,
        id="the first Reuters volume",
    ),
]


@pytest.mark.parametrize(("name", "told", "count"), FILES)
def test_what_a_feed_tells(name, told, count):
    """Id, day, headline, byline, agency, dateline, address and language are where the format has them."""
    found = read((HERE / "feeds" / name).read_bytes(), f".{name.partition('.')[2]}")
    assert tuple(getattr(found[0], each) for each in FACTS) == told
    assert len(paragraphs(found[0])) == count


RSS = '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>{}</channel></rss>'
ITEM = "<item><title>T</title><guid>1</guid><pubDate>Tue, 14 May 2019 10:00:00 GMT</pubDate>{}</item>"
NITF = (
    '<nitf><head><docdata{}><date.issue norm="20190514"/></docdata></head>'
    "<body><body.content>{}</body.content></body></nitf>"
)
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:text"/>'
    "<versionCreated>2019-05-14T10:00:00Z</versionCreated>{}</itemMeta><contentSet>{}</contentSet></newsItem>"
)
REFUSED = [
    pytest.param(".xml", RSS.format(ITEM.format("")), "an item without text", id="RSS without text"),
    pytest.param(
        ".xml",
        RSS.format(ITEM.format("<description>They met.</description>")),
        "a teaser of 2 words",
        id="a summary",
    ),
    pytest.param(
        ".xml",
        RSS.format(ITEM.format("<c:encoded>They met. They agreed on the […]</c:encoded>")),
        "a teaser of 7 words",
        id="a text that is cut off",
    ),
    pytest.param(
        ".xml",
        RSS.format(ITEM.format("<c:encoded>&lt;p>They met in Oslo.&lt;/p></c:encoded>")),
        "a teaser of one sentence",
        id="one sentence",
    ),
    pytest.param(".xml", "<opml><body/></opml>", "XML that begins with <opml>", id="another kind of XML"),
    pytest.param(".xml", "<rss><channel><item>", "no XML (no element found)", id="XML that ends too early"),
    pytest.param(".xml", NITF.format("", ""), "no text in body.content", id="NITF without text"),
    pytest.param(
        ".nitf",
        NITF.format(' management-status="canceled"', "<p>They met.</p>"),
        "status is “canceled”",
        id="withdrawn",
    ),
    pytest.param(
        ".xml",
        G2.format("", '<remoteContent href="a.html"/>'),
        "no text inside the item",
        id="text in another file",
    ),
    pytest.param(
        ".xml",
        G2.format('<pubStatus qcode="stat:canceled"/>', "<inlineData>They met.</inlineData>"),
        "status is “canceled”",
        id="a withdrawn item",
    ),
    pytest.param(".json", '{"uri": "a", "type": "picture"}', "the type “picture”", id="a picture"),
    pytest.param(".json", '{"uri": "a", "type": "text"}', "no text inside the item", id="ninjs without text"),
    pytest.param(".json", "12", "a single value", id="a number"),
    pytest.param(".json", "", "the end of the line", id="an empty file"),
    pytest.param(
        ".sgm",
        '<REUTERS NEWID="2"><TEXT TYPE="BRIEF"></TEXT></REUTERS>',
        "of the type BRIEF",
        id="a headline alone",
    ),
]


@pytest.mark.parametrize(("suffix", "raw", "found"), REFUSED)
def test_what_is_no_article_in_a_feed(suffix, raw, found):
    """Teasers, withdrawn items, pictures and broken files are refused with a line that says why."""
    (line,) = read(raw, suffix)
    assert found in line


def test_an_item_that_is_refused_stops_no_other():
    """Each item has its own line, and what breaks later costs nothing before."""
    good = ITEM.format("<c:encoded>&lt;p>They met in Oslo.&lt;/p>&lt;p>They agreed.&lt;/p></c:encoded>")
    found = read(
        RSS.format(ITEM.format("") + good + good.replace("1</guid>", "2</guid>") + "<item>")[:-16], ".xml"
    )
    assert [isinstance(one, Dispatch) for one in found] == [False, True, True, False]
    assert found[0].startswith("in: item 1: ")
    assert found[3].startswith("in: after item 3, line 1")


def test_many_items_are_read_one_by_one():
    """A feed of any length gives all of its items."""
    item = ITEM.format("<c:encoded>&lt;p>They met in Oslo.&lt;/p>&lt;p>They agreed.&lt;/p></c:encoded>")
    items = "".join(item.replace("1</guid>", f"{n}</guid>") for n in range(1000))
    found = read(RSS.format(items), ".xml")
    assert [one.article_id for one in found] == [f"a-{n}" for n in range(1000)]


INLINE = [
    pytest.param(
        '<inlineXML><nitf xmlns="n"><body><body.content><p>They met.</p></body.content></body></nitf>'
        "</inlineXML>",
        id="NITF",
    ),
    pytest.param("<inlineData>They met.</inlineData>", id="plain text"),
    pytest.param('<inlineData contenttype="text/html">&lt;p>They met.&lt;/p></inlineData>', id="HTML"),
]


@pytest.mark.parametrize("inline", INLINE)
def test_every_kind_of_inline_text(inline):
    """An item of NewsML-G2 can hold its text in several ways."""
    (article,) = read(G2.format("", inline), ".xml")
    assert paragraphs(article) == ["They met."]


def test_nitf_with_the_entities_of_its_definition():
    """`&mdash;` is known although no definition is fetched."""
    text = NITF.format("", "<p>Oslo &mdash; they met.</p>")
    (article,) = read('<!DOCTYPE nitf SYSTEM "nitf.dtd">' + text, ".xml")
    assert paragraphs(article) == ["Oslo — they met."]


def test_lists_and_plain_records_in_json():
    """A file of JSON can hold a list, of items of ninjs or of records."""
    item = '{"uri": "urn:a", "firstcreated": "2019-05-14", "body_text": "They met."}'
    found = read(f'[{item}, {{"id": "b", "date": "2019-05-14", "text": "They agreed."}}, 3]', ".json")
    assert [one.article_id for one in found[:2]] == ["urn:a", "b"]
    assert "no object" in found[2]


def test_a_record_in_json_by_other_names_and_without_an_id():
    """An object of JSON has the names that tables have; without an id its words make one."""
    record = (
        '{"id": null, "headline": "Talks", "date": "2019-05-14", "body": "They met.", "authors": ["A B"]}'
    )
    (alone,) = read(record, ".json")
    (listed,) = read(f"[{record}]", ".json")
    assert (alone.title, alone.byline, paragraphs(alone)) == ("Talks", "A B", ["They met."])
    assert alone.article_id.startswith("in-")
    assert listed.article_id.startswith("in-")


SGML = (
    '<REUTERS NEWID="7"><DATE>26-FEB-1987 15:01:01.79</DATE><TEXT TYPE="{}">&#2;\n{}\n&#3;</TEXT></REUTERS>'
)
SHIPS = "NORDSHIP &lt;NSH> 4TH QTR NET\n    BERGEN, Feb 26 -\n    Shr 32 cts\n    Net 1.2 mln\n Reuter"


def test_a_record_of_reuters_that_was_not_taken_apart():
    """Headline, dateline and agency of its text are found as in any wire text."""
    (article,) = read(SGML.format("UNPROC", SHIPS), ".sgm")
    told = (article.title, article.dateline, article.agency)
    assert told == ("NORDSHIP <NSH> 4TH QTR NET", "BERGEN, Feb 26", "Reuter")
    assert paragraphs(article) == ["Shr 32 cts", "Net 1.2 mln"]


def test_a_note_of_reuters_is_refused():
    """All that a note says is its headline; the words beside it only fill the place."""
    (line,) = read(SGML.format("BRIEF", "***<TITLE>HERRING UP\n</TITLE>Bla bla.\n\nBla."), ".sgm")
    assert "of the type BRIEF" in line


def test_the_bytes_of_reuters_are_older_than_utf_8():
    """A record with a letter of Latin-1 is read as that."""
    raw = SGML.format("UNPROC", SHIPS.replace("BERGEN", "BODØ")).encode("latin-1")
    (article,) = read(raw, ".sgm")
    assert article.dateline == "BODØ, Feb 26"


DATELINES = [
    pytest.param("<location>BODO, Norway</location> <story.date>May 15</story.date>", id="parted"),
    pytest.param("<location>BODO, Norway</location>, May 15 (Fjord Wire) --", id="text behind"),
    pytest.param("BODO, Norway <story.date>May 15</story.date>", id="a day alone"),
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_place_of_a_dateline_of_nitf(dateline):
    """The day of a dateline has an element of its own."""
    head = f"<body.head><dateline>{dateline}</dateline></body.head>"
    (article,) = read(NITF.format("", "<p>They met.</p>").replace("<body>", f"<body>{head}"), ".xml")
    assert article.dateline == "BODO, Norway"


def test_a_beginning_that_nitf_repeats():
    """Archives give the first paragraph once more, in a block of its own."""
    text = '<block class="lead_paragraph"><p>They met.</p></block><block class="full_text"><p>{}</p></block>'
    (article,) = read(NITF.format("", text.format("They met.</p><p>They agreed.")), ".xml")
    assert paragraphs(article) == ["They met.", "They agreed."]


def test_the_day_of_a_story_of_nitf():
    """Where the head tells no day, the dateline does."""
    head = '<body.head><dateline>OSLO <story.date norm="20190514T100000Z">May 14</story.date></dateline>'
    (article,) = read(
        f"<nitf><body>{head}</body.head><body.content><p>They met.</p></body.content></body></nitf>", ".xml"
    )
    assert article.published_on == date(2019, 5, 14)


ESCAPED = [
    pytest.param("html", "Fish &amp;amp; &lt;b>chips&lt;/b>", id="markup"),
    pytest.param("text", "Fish &amp; chips", id="text"),
]


@pytest.mark.parametrize(("kind", "title"), ESCAPED)
def test_the_title_of_an_entry_of_atom(kind, title):
    """A title of the type `html` is markup."""
    (article,) = read(
        f'<entry xmlns="http://www.w3.org/2005/Atom"><title type="{kind}">{title}</title><id>a</id>'
        "<published>2019-05-14T10:00:00Z</published><content>They met. They agreed.</content></entry>",
        ".xml",
    )
    assert article.title == "Fish & chips"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        pytest.param("https://www.news.example/a b/c?d=1", "news.example-a-b-c-d=1", id="an address"),
        pytest.param("tag:x,2019:/a", "tag:x,2019:-a", id="a tag"),
        pytest.param("a" * 200, "a" * 113 + "-c2a908", id="too long"),
    ],
)
def test_keys_of_items(given, key):
    """An id of a feed becomes one that can be a key, and a long one stays its own."""
    assert key_of(given) == key


def test_names_are_joined_as_in_bylines():
    """Three names have a comma and an `and`."""
    assert names_joined(["A B", "", "C D", "E F"]) == "A B, C D and E F"
