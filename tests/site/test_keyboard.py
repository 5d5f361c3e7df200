"""The site without a mouse: everything can be reached, seen and done with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from browser import MISSING, program, tab

pytestmark = pytest.mark.skipif(program() is None, reason=MISSING)

FOCUSED = "document.activeElement"
OUTLINE = (
    f"(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth))(getComputedStyle({FOCUSED}))"
)


def tab_to(page, selector, most=40):
    """Press Tab until what a selector finds has the focus, which must be seen at each step."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) or page.evaluate(f"!!{FOCUSED}.closest('svg')")
        if page.evaluate(f"{FOCUSED}.matches({selector!r})"):
            return
    raise AssertionError(f"{selector} was never reached")


def test_the_first_stop_leads_to_the_content(go):
    """Nobody has to go through the navigation: the first stop can be seen and goes past it."""
    page = go("meeting/2019-05-16-tarn-ana-lund-emile-roche.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "main a", most=1)


def test_a_search_is_typed_and_followed(go):
    """From any page to the search, to a result, and on to its page."""
    page = go("index.html")
    tab_to(page, "header input")
    page.keyboard.type("lund")
    page.keyboard.press("Enter")
    expect(page.locator("#results a").first).to_have_text("Ana Lund")
    tab_to(page, "#results a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Ana Lund")


def test_a_row_is_opened(go):
    """A table is sorted, and a row leads to its words."""
    page = go("tables/quotes.html")
    tab_to(page, "th button")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-sort=ascending]")).to_have_attribute("data-column", "words")
    tab_to(page, "tbody a")
    words = page.evaluate(f"{FOCUSED}.textContent")
    page.keyboard.press("Enter")
    expect(page.locator(".text .here").first).to_be_visible()
    assert "".join(page.locator(".text .here").all_text_contents()) == words


def test_what_is_told_of_a_paragraph_is_unfolded(go):
    """The rows below a paragraph open and close with a key."""
    page = go("article/river.html")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(0)


def test_the_focus_follows_the_words(go):
    """Who came to words by an address goes on from there, not from the top of the page."""
    page = go("article/river.html#w-quote-river-2-q1")
    expect(page.locator(".text .here").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(".text .here a").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_in_drawings_show_the_focus(running, folder, scheme):
    """A node of the network and a country of the map look otherwise when they have the focus."""
    with tab(running, color_scheme=scheme) as page:
        page.goto(f"{folder.as_uri()}/index.html")
        for selector in (".network a", ".map a"):
            drawn = page.locator(selector).first
            before = drawn.screenshot()
            page.locator("main").focus()
            tab_to(page, selector, most=60)
            assert drawn.screenshot() != before
