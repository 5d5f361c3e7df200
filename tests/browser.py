"""The Chromium of this machine, driven by Playwright, and all that goes wrong in it: to test pages."""

import os
import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

PROGRAMS = ["chromium", "chromium-browser", "google-chrome"]
NAMED_BY = "SUMMITRY_CHROMIUM"
MISSING = f"no Chromium is found: install `chromium`, or say in {NAMED_BY} where it is"
MILLISECONDS = 20_000


def program():
    """The browser of this machine, or none."""
    return os.environ.get(NAMED_BY) or next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def chromium():
    """A browser without a window."""
    # as root, which tests in a container are, it runs only so
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program(), args=arguments)
        try:
            yield found
        finally:
            found.close()


@contextmanager
def tab(browser, **options):
    """A page of the browser in a profile of its own; at the end nothing may have gone wrong on it."""
    context = browser.new_context(**options)
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    faults = []

    def note(fault):
        faults.append(f"{page.url}: {fault}")

    page.on("console", lambda said: note(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("requestfailed", lambda request: note(f"failed: {request.url}"))
    page.on("request", lambda request: note(request.url) if foreign(request.url) else None)
    try:
        yield page
        assert not faults, faults
    finally:
        context.close()


def foreign(address):
    """Whether an address is not of this disk."""
    return not address.startswith(("file:", "data:", "about:"))
