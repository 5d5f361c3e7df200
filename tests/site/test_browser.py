"""The site in a real browser, opened from the disk: what a reader does works, and nothing goes wrong."""

import re

import pytest
from playwright.sync_api import expect

from browser import MISSING, program, tab
from made_package import made_tables
from sound_tables import sound_tables
from summitry.package import write_package
from summitry.schema import TABLES
from summitry.site import site

pytestmark = pytest.mark.skipif(program() is None, reason=MISSING)


def state(page):
    """The line that says how many there are."""
    return page.locator("#state")


def test_a_search_finds_names_and_words(go):
    """What is typed is found, also without its accents and from its beginning, and a result leads there."""
    page = go("search.html")
    page.locator("#q").type("emile roc")
    page.locator("#results a").first.click()
    expect(page.locator("h1")).to_have_text("Émile Roche")


def test_the_search_of_every_page_leads_there(go):
    """The field above each page takes its words along; what is nowhere is said to be nowhere."""
    page = go("article/river.html")
    page.locator("header input").fill("railways")
    page.locator("header button").click()
    expect(page).to_have_url(re.compile(r"search\.html\?q=railways$"))
    expect(state(page)).to_have_text("0 pages")


def test_words_of_an_article_find_it(go):
    """Every word of the question must be in the article."""
    page = go("search.html")
    page.locator("#q").fill("agree river reporters")
    expect(state(page)).to_have_text("1 page")
    expect(page.locator("#results a")).to_have_text("Lund and Roche agree, at last")


def test_a_filter_and_a_sort_are_kept_in_the_address(go):
    """A table shows the rows that are chosen, in the order that is chosen, and the address says which."""
    page = go("tables/quotes.html")
    page.locator("[name=kind]").select_option("indirect")
    expect(state(page)).to_have_text("2 rows of 5")
    page.get_by_role("button", name="cue", exact=True).click()
    page.get_by_role("button", name="cue", exact=True).click()
    expect(page.locator("[aria-sort=descending]")).to_have_attribute("data-column", "cue")
    expect(page.locator("tbody td:nth-child(4)")).to_have_text(["said", "called on"])
    assert page.url.endswith("#kind=indirect&sort=-cue")
    page.reload()
    expect(state(page)).to_have_text("2 rows of 5")
    expect(page.locator("[name=kind]")).to_have_value("indirect")


def test_a_month_is_chosen_by_its_beginning(go):
    """The beginning of a day finds all days of a year or a month."""
    page = go("tables/meetings.html")
    page.get_by_label("Start date").fill("2019-06")
    expect(state(page)).to_have_text("1 row of 3")


def test_columns_for_programs_are_shown_when_wanted(go):
    """Offsets and keys are out of the way at first, and every cell is there."""
    page = go("tables/quotes.html")
    expect(page.locator("th[data-column=start]")).to_be_hidden()
    page.get_by_label("Columns for programs").check()
    expect(page.locator("th[data-column=start]")).to_be_visible()
    heads = page.locator("thead th").count()
    assert page.locator("tbody tr").first.locator("td").count() == heads


@pytest.mark.parametrize("row", sound_tables().quotes, ids=lambda row: row.quote_id)
def test_the_row_of_a_quote_leads_to_its_words(go, row):
    """What is highlighted in the article is the text of the row, to the letter."""
    page = go(f"tables/quotes.html#search={row.text.split()[0]}&kind={row.kind}")
    page.locator("tbody a", has_text=row.text).first.click()
    expect(page.locator(".text .here").first).to_be_in_viewport()
    assert "".join(page.locator(".text .here").all_text_contents()) == row.text


def test_a_quote_is_clicked_through_to_who_said_it(go):
    """From the words in the article to what is told of them, and on to the speaker."""
    page = go("article/river.html#w-quote-river-2-q1")
    page.locator(".text .here a").first.click()
    told = page.locator("li.here")
    expect(told).to_be_visible()
    expect(told.locator("dd").first).to_contain_text("Ana Lund")
    told.locator("dd a").first.click()
    expect(page.locator("h1")).to_have_text("Ana Lund")


def test_the_head_of_a_column_leads_to_the_codebook(go):
    """What a column means is one click away."""
    page = go("tables/quotes.html")
    page.get_by_role("link", name="said_on in the codebook").click()
    expect(page.locator("tr:target code").first).to_have_text("said_on")


def test_a_list_leads_to_the_rest_of_its_rows(go):
    """An address with a column and a value shows those rows, and the filter can be taken off."""
    page = go("tables/participants.html#entity_id=ana-lund")
    expect(state(page)).to_have_text("2 rows of 5")
    page.get_by_role("button", name="Remove the filter entity_id: ana-lund").click()
    expect(state(page)).to_have_text("5 rows")


CELLS = "rows => [...rows].map(row => [...row.cells].map(each => [each.textContent, each.className, %s]))"
ADDRESS = "each.querySelector('a')?.getAttribute('href')"


@pytest.mark.parametrize("name", TABLES)
def test_a_script_shows_what_the_page_itself_holds(go, folder, name):
    """The short cells of the files become the very cells that stand in the page."""
    page = go(f"tables/{name}.html#columns=all")
    expect(page.locator("thead button").first).to_be_visible()
    cells = CELLS % ADDRESS
    held = page.evaluate(
        f"text => ({cells})(new DOMParser().parseFromString(text, 'text/html').querySelectorAll('tbody tr'))",
        (folder / "tables" / f"{name}.html").read_text(encoding="utf-8"),
    )
    assert page.evaluate(f"({cells})(document.querySelectorAll('tbody tr'))") == held
    assert held


def test_the_pages_work_without_scripts(running, folder):
    """Articles, their highlights and the first rows of each table need no script."""
    with tab(running, java_script_enabled=False) as page:
        page.goto(f"{folder.as_uri()}/tables/quotes.html")
        page.locator("tbody a", has_text="We agree on the river,").click()
        expect(page.locator(".text mark.quote").first).to_have_text("We agree on the river,")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A site of many rows on the disk."""
    made = tmp_path_factory.mktemp("many")
    return site(write_package(made_tables(41, 80), made / "package").parent, made / "site").parent


def test_rows_are_turned_page_by_page(running, many):
    """Rows beyond the first hundred are read when they are wanted, in their order."""
    with tab(running) as page:
        page.goto(f"{many.as_uri()}/tables/mentions.html")
        expect(state(page)).to_contain_text("1 to 100 of")
        page.get_by_role("button", name="Next rows").click()
        expect(state(page)).to_contain_text("101 to 200 of")
        assert page.url.endswith("#page=1")
