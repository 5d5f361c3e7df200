"""Every sort of page in a real browser: light and dark, wide and narrow, with nothing wrong and open to all.

The rules are those of axe-core, all that are on by default.
"""

from contextlib import ExitStack

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser import MISSING, chromium, program, tab
from made_package import made_tables
from sound_tables import sound_tables
from summitry.package import write_package
from summitry.rows import NO_ROWS
from summitry.schema import TABLES
from summitry.site import site

pytestmark = pytest.mark.skipif(program() is None, reason=MISSING)

SCREENS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 700}},
}

PAGES = {
    "start, with timeline, network and map": "index.html",
    "article": "article/river.html",
    "article at a quote": "article/river.html#r-quote-river-2-q1",
    "article at words": "article/river.html#w-quote-river-2-q1",
    "person": "entity/ana-lund.html",
    "organization": "entity/tarn-post.html",
    "place": "entity/tarn.html",
    "country": "country/nor.html",
    "countries": "countries.html",
    "meeting": "meeting/2019-05-16-tarn-ana-lund-emile-roche.html",
    "meeting told otherwise elsewhere": "meeting/2019-06-norland-emile-roche.html",
    "tables": "tables.html",
    "table": "tables/quotes.html",
    "table, chosen and sorted": "tables/quotes.html#kind=direct&sort=-cue&paragraph_id=river-2&columns=all",
    "table, nothing found": "tables/quotes.html#search=nowhere",
    "codebook": "codebook.html",
    "codebook at a column": "codebook.html#c-quotes.said_on",
    "search": "search.html",
    "search, found": "search.html?q=lund",
}

OTHERS = ["index.html", "countries.html", "tables/meetings.html", "search.html"]

LOOKS = [
    *(("few", screen, address, name) for screen in SCREENS for name, address in PAGES.items()),
    *(("few", "light", f"tables/{name}.html", f"table {name}") for name in TABLES),
    *(
        (package, screen, address, address)
        for package in ("none", "many")
        for screen in ("dark", "phone")
        for address in OTHERS
    ),
]
"""Packages, screens and pages: tables differ in their rows alone, so that each is looked at once."""

# it would read the style sheet anew, which nothing may from a disk, for a rule that is off
OPTIONS = {"resultTypes": ["violations"], "preload": False}

WHOLE = "[...document.querySelectorAll('details')].forEach(each => each.open = true)"


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Sites on the disk: of a few rows, of none, and of so many meetings that they are counted."""
    made = tmp_path_factory.mktemp("pages")
    tables = {"few": sound_tables(), "none": NO_ROWS, "many": made_tables(41, 80)}
    return {
        name: site(write_package(found, made / name / "package").parent, made / name / "site").parent
        for name, found in tables.items()
    }


@pytest.fixture(scope="module")
def running():
    """A browser."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def screens(running):
    """A tab of each screen; nothing may have gone wrong on any at the end."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(tab(running, **options)) for name, options in SCREENS.items()}


def found_wrong(page):
    """What axe-core finds wrong on a page, all that can be unfolded unfolded."""
    page.evaluate(WHOLE)
    results = Axe().run(page, options=OPTIONS)
    return results.generate_report() if results.violations_count else None


def overflowing(page):
    """How much wider a page is than its screen."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize(
    ("package", "screen", "address"),
    [
        pytest.param(*look, id=f"{package} {screen} {name}")
        for *look, name in LOOKS
        for package, screen, _ in [look]
    ],
)
def test_a_page_is_open_to_all(screens, folders, package, screen, address):
    """It opens, fits the screen, and breaks no rule of accessibility."""
    page = screens[screen]
    page.goto("about:blank")
    page.goto(f"{folders[package].as_uri()}/{address}", wait_until="load")
    assert len(page.locator("h1").text_content()) > 1
    assert found_wrong(page) is None
    assert overflowing(page) <= 0


def test_the_check_can_fail(running):
    """A page that is open to few is found out: otherwise nothing is shown by the tests above."""
    with tab(running) as page:
        page.set_content(
            "<html lang=en><title>t</title><main><h1>h</h1><p style='color:#bbb'>pale</p><input>"
        )
        assert {each["id"] for each in Axe().run(page, options=OPTIONS).response["violations"]} >= {
            "color-contrast",
            "label",
        }


APART = """() => {
  const box = each => each.getBoundingClientRect();
  const labels = [...document.querySelectorAll('.axis span, svg.timeline .period text')]
    .filter(each => each.checkVisibility()).map(box);
  const over = labels.slice(1).some(
    (each, place) => each.left < labels[place].right || each.top !== labels[0].top);
  const drawing = document.querySelector('.network');
  const names = [...drawing.querySelectorAll('text')].map(box);
  const around = box(drawing);
  const out = names.some(each => each.left < around.left - 1 || each.right > around.right + 1
    || each.top < around.top - 1 || each.bottom > around.bottom + 1);
  return { labels: labels.length, names: names.length, over, out };
}"""


@pytest.mark.parametrize("package", ["few", "many"])
@pytest.mark.parametrize("screen", ["light", "phone"])
def test_names_in_drawings_can_be_read(screens, folders, package, screen):
    """No label of the timeline lies on another, and no name of the network is cut by the edge."""
    page = screens[screen]
    page.goto(f"{folders[package].as_uri()}/index.html")
    found = page.evaluate(APART)
    assert found["labels"]
    assert found["names"]
    assert not found["over"]
    assert not found["out"]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_bar_shows_the_focus(screens, folders, screen):
    """Of the two drawings of the timeline one is seen, whose bars can be reached, and look otherwise then."""
    page = screens[screen]
    page.goto(f"{folders['many'].as_uri()}/index.html")
    seen = [each for each in page.locator("svg.timeline").all() if each.is_visible()]
    assert len(seen) == 1
    before = seen[0].screenshot()
    page.locator("main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('svg.timeline')"):
            break
    assert seen[0].locator("a:focus-visible").count() == 1
    assert seen[0].screenshot() != before
