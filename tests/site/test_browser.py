"""The site in a real browser, opened from the disk: what a reader does works, and nothing goes wrong."""

import pytest

from headless import browser, program
from sound_tables import sound_tables
from summitry.package import write_package
from summitry.site import site

pytestmark = pytest.mark.skipif(program() is None, reason="no Chromium is installed")

PAGES = [
    "index.html",
    "tables.html",
    "countries.html",
    "search.html",
    "tables/quotes.html",
    "article/river.html",
    "meeting/2019-05-16-tarn-ana-lund-emile-roche.html",
    "entity/ana-lund.html",
    "country/nor.html",
]
STATE = "document.getElementById('state').textContent"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site on the disk."""
    made = tmp_path_factory.mktemp("browser")
    return site(write_package(sound_tables(), made / "package").parent, made / "site").parent


@pytest.fixture(scope="module")
def tab(tmp_path_factory):
    """A browser."""
    with browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def go(tab, folder):
    """A way to open a page of the site; nothing may have gone wrong at the end."""
    tab.faults.clear()
    yield lambda address: tab.open(f"{folder.as_uri()}/{address}")
    assert not tab.faults


@pytest.mark.parametrize("page", PAGES)
def test_every_kind_of_page_opens(go, tab, page):
    """A page has a heading, and the scripts say nothing bad."""
    go(page)
    assert tab.ask("document.querySelector('h1').textContent.length > 1")


def test_a_search_finds_names_and_words(go, tab):
    """What is typed is found, also without its accents and from its beginning."""
    go("search.html")
    tab.type("#q", "emile roc")
    tab.wait("document.querySelectorAll('#results li').length > 1")
    assert "entity/emile-roche.html" in tab.ask("document.querySelector('#results a').href")


def test_the_search_of_every_page_leads_there(go, tab):
    """The field above each page takes its words along."""
    go("article/river.html")
    tab.type("header input", "railways")
    tab.click("header button")
    tab.wait("location.pathname.endsWith('search.html')")
    tab.wait(f"{STATE} === '0 pages'")


def test_a_filter_and_a_sort_are_kept_in_the_address(go, tab):
    """A table shows the rows that are chosen, in the order that is chosen, and the address says which."""
    go("tables/quotes.html")
    tab.ask("(s => { s.value = 'indirect'; s.dispatchEvent(new Event('input', { bubbles: true })) })"
            "(document.querySelector('[name=kind]'))")  # fmt: skip
    tab.wait(f"{STATE} === '2 rows of 5'")
    tab.click("[data-column=start] button")
    tab.click("[data-column=start] button")
    tab.wait("document.querySelector('[aria-sort=descending]')?.dataset.column === 'start'")
    assert tab.ask("location.hash") == "#kind=indirect&sort=-start"
    column = "[...document.querySelectorAll('tbody tr')].map(row => Number(row.cells[4].textContent))"
    assert tab.ask(column) == sorted(tab.ask(column), reverse=True)


def test_a_quote_is_clicked_through_to_its_text(go, tab):
    """From the row of a quote to its words in the article, to what is told of it, and to who said it."""
    go("tables/quotes.html")
    tab.type("[name=search]", "we sign june")
    tab.wait(f"{STATE} === '0 rows of 5' || {STATE} === '1 row of 5'")
    tab.click("tbody a")
    tab.wait("!!document.querySelector('.text .here')")
    words = "[...document.querySelectorAll('.text .here')].map(each => each.textContent).join('')"
    assert tab.ask(words) == "We will sign in June."
    tab.click(".text .here a")
    tab.wait("document.querySelector('li.here')?.closest('details').open === true")
    tab.click("li.here dd a")
    tab.wait("document.querySelector('h1')?.textContent === 'Ana Lund'")


def test_a_list_leads_to_the_rest_of_its_rows(go, tab):
    """An address with a column and a value shows those rows, and the filter can be taken off."""
    go("tables/participants.html#entity_id=ana-lund")
    tab.wait(f"{STATE} === '2 rows of 5'")
    tab.click("#narrowed button")
    tab.wait(f"{STATE} === '5 rows'")
