"""Write the pictures of the README: pages of this repository's own package, as Chromium shows them."""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from summitry import load
from summitry.site import site
from summitry.site.addresses import address, page_of, row_of

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SCREEN = {"width": 1120, "height": 740}


def pictures() -> dict[str, str]:
    """Each picture, and the page that it is of: the article and the meeting are those of a direct quote."""
    tables = load(ROOT)
    said = tables.quotes[tables.quotes.meeting_id.notna() & (tables.quotes.kind == "direct")]
    quote = said.merge(tables.paragraphs, on="paragraph_id").iloc[0]
    return {
        "start": "index.html",
        "article": address(page_of("article", quote.article_id), row_of("quote", quote.quote_id)),
        "meeting": page_of("meeting", quote.meeting_id),
    }


def main() -> None:
    """Write the site of the package to a folder that goes again, and take the pictures."""
    program = os.environ.get("SUMMITRY_CHROMIUM") or shutil.which("chromium")
    if not program:
        sys.exit("screenshots: found no Chromium; expected `chromium`, or its path in SUMMITRY_CHROMIUM")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        start = site(ROOT, Path(folder) / "site")
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport=SCREEN, color_scheme="light")
        for name, place in pictures().items():
            page.goto(f"{start.parent.as_uri()}/{place}")
            page.screenshot(path=IMAGES / f"{name}.png")
            print(IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
