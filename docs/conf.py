"""The documentation as a site: Markdown in Sphinx, built with no network, every warning an error."""

import re
from importlib import metadata

project = "summitry"
author = "The summitry authors"
release = metadata.version("summitry")

extensions = ["myst_parser"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_static_path = ["style"]
html_css_files = ["tables.css"]
html_title = "summitry"
html_copy_source = False
html_show_sphinx = False
# no clock in a page, and no font or script from elsewhere
html_last_updated_fmt = None
html_show_copyright = False


OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]+\)")


def leave_out(app, page, source):
    """Have links that lead out of these pages into the repository read as their words."""
    source[0] = OUTSIDE.sub(r"\1", source[0])


def setup(app):
    """Prepare each page before it is read."""
    app.connect("source-read", leave_out)
