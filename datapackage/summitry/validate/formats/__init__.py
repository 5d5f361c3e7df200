"""The forms in which a report is written, one a file; none of them knows the day or the machine."""

from collections.abc import Callable
from typing import Final

from summitry.validate.findings import Findings
from summitry.validate.formats.github import github
from summitry.validate.formats.html import html
from summitry.validate.formats.json import json_text
from summitry.validate.formats.junit import junit
from summitry.validate.formats.markdown import markdown

WRITERS: Final[dict[str, Callable[[Findings], str]]] = {
    "json": json_text,
    "junit": junit,
    "github": github,
    "markdown": markdown,
    "html": html,
}
"""What writes each form."""
