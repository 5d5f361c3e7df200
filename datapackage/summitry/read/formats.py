"""Formats that tell by themselves how their bytes are to be read, by the endings of their names."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from summitry.read.collection import Record
from summitry.read.feeds import ninjs_records, sgml_records, xml_records
from summitry.read.pages import html_records, mhtml_records

Read = Callable[..., Iterator[Record]]
"""What reads one kind of file: `(file, source, *, for_tables)`."""

PAGES: Final[Mapping[str, Read]] = {
    ".html": html_records,
    ".htm": html_records,
    ".xhtml": html_records,
    ".mhtml": mhtml_records,
    ".mht": mhtml_records,
}
"""Files with one article each."""

FORMATS: Final[Mapping[str, Read]] = {
    **PAGES,
    ".xml": xml_records,
    ".nitf": xml_records,
    ".newsml": xml_records,
    ".rss": xml_records,
    ".rdf": xml_records,
    ".atom": xml_records,
    ".json": ninjs_records,
    ".ninjs": ninjs_records,
    ".sgm": sgml_records,
    ".sgml": sgml_records,
}
