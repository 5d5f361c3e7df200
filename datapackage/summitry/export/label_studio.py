"""A package as tasks of Label Studio: an article each, with what was read in it as a prediction to correct.

The forms are those that Label Studio documents: “Label Studio JSON format of annotated tasks”, “Import
pre-annotated data”, and the tags `Labels`, `Relations`, `Text` and `TextArea`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summitry.errors import UnusableOutput
from summitry.export.beside import refuse_folder
from summitry.export.marks import LABELS, SPEAKER, Mark, Marked, Sort, marked_articles
from summitry.export.source import Source
from summitry.tables import replacement

CONFIG: Final = "label-studio.xml"
"""The file of the labelling interface, beside the tasks."""
TEXT: Final = "text"
"""The name of the text in the interface, and in the data of a task."""
FIELDS: Final[dict[Sort, str]] = {"mention": "entity", "quote": SPEAKER}
"""Where a person writes whom a mention names, and who says a quote and is not named."""
COLOURS: Final = {
    "person": "#3b7dd8", "organization": "#7d4bd1", "place": "#2e8b57", "event": "#b8860b",
    "document": "#8b5a3c", "unlinked": "#777777", "direct": "#c4572a", "mixed": "#d97b34",
    "indirect": "#e0a066", "meeting": "#c2185b",
}  # fmt: skip
"""One a label."""

BEGIN: Final = """\
<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Header value="$heading"/>
"""
ASKED: Final = """\
  <View visibleWhen="region-selected" whenTagName="{sort}">
    <TextArea name="{field}" toName="text" perRegion="true" editable="true" rows="1"{most}
      placeholder="{hint}"/>
  </View>
"""
MOST: Final[dict[Sort, str]] = {"mention": ' maxSubmissions="1"', "quote": ""}
"""A mention names one; several can say a quote."""
END: Final = f"""\
  <Relations>
    <Relation value="{SPEAKER}"/>
  </Relations>
  <Text name="{TEXT}" value="${TEXT}"/>
"""
HINTS: Final[dict[Sort, str]] = {
    "mention": "Whom it names: an id, a name, or new person: …",
    "quote": "Who says it and is not named: an id, a name, or new person: …",
}


def to_label_studio(source: Source, out: Path) -> Path:
    """Write the tasks, and the interface in which they are annotated beside them."""
    refuse_folder(out)
    config = out.with_name(CONFIG)
    if out == config:
        raise UnusableOutput(f"{out}: found the name of the labelling interface; expected that of the tasks")
    with replacement() as write:
        write(out, pieces(source))
        write(config, interface().encode())
    return out


def pieces(source: Source) -> Iterator[bytes]:
    """Yield the file of tasks, a line an article."""
    yield b"["
    for number, article in enumerate(marked_articles(source)):
        yield (",\n" if number else "\n").encode() + json.dumps(task(article), ensure_ascii=False).encode()
    yield b"\n]\n"


def task(article: Marked) -> dict[str, Any]:
    """An article with its marks as a prediction."""
    return {
        "data": {TEXT: article.text, "heading": article.heading, "article_id": article.article_id},
        "predictions": [{"model_version": "summitry", "result": list(results(article))}],
    }


def results(article: Marked) -> Iterator[dict[str, Any]]:
    """Yield the regions of an article, what is written in their fields, and the relations between them."""
    for mark in article.marks:
        start, end = article.offsets(mark.span)
        place = {"start": start, "end": end}
        region: dict[str, Any] = {"id": mark.id, "to_name": TEXT}
        labelled = {**place, "text": article.words(mark.span), "labels": [mark.label]}
        noted = {"meta": {"text": mark.note}} if mark.note else {}
        yield {**region, "from_name": mark.sort, "type": "labels", "value": labelled, **noted}
        if mark.entities:
            written = {**place, "text": list(mark.entities)}
            yield {**region, "from_name": FIELDS[mark.sort], "type": "textarea", "value": written}
    for mark in article.marks:
        yield from (relation(mark, other) for other in mark.speakers)


def relation(quote: Mark, speaker: str) -> dict[str, Any]:
    """Who says a quote."""
    return {
        "type": "relation",
        "from_id": quote.id,
        "to_id": speaker,
        "direction": "right",
        "labels": [SPEAKER],
    }


def interface() -> str:
    """The labelling interface: labels for each sort of mark, a relation, and fields for those selected."""
    labels = "".join(
        f'  <Labels name="{sort}" toName="{TEXT}">\n'
        + "".join(f'    <Label value="{each}" background="{COLOURS[each]}"/>\n' for each in names)
        + "  </Labels>\n"
        for sort, names in LABELS.items()
    )
    fields = "".join(
        ASKED.format(sort=sort, field=field, most=MOST[sort], hint=HINTS[sort])
        for sort, field in FIELDS.items()
    )
    return f"{BEGIN}{labels}{END}{fields}</View>\n"
