"""Dates, names and meetings of a gold text: whether we find each, and what of it we have right."""

import re
from collections.abc import Iterator, Sequence

from bench_gold import Doc
from bench_rows import MISSED, RIGHT, SURPLUS, Row, bare, paired, shared, surplus

WORLDWIDE_TYPES = {
    "Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "Misc": "MISC",
    "NORP": "MISC", "Product": "MISC",
}  # fmt: skip
"""Those that count, as the scorer of names maps them."""

SHAPES = {
    r"[A-Z]+_REF": "reference", r"P.*": "length", r".*T.*": "hour", r"\d{4}-\d\d-\d\d": "day",
    r"\d{4}-W\d\d.*": "week", r"\d{4}-[QH]\d": "quarter", r"\d{4}-(?:SP|SU|FA|WI)": "season",
    r"\d{4}-\d\d": "month", r"\d{4}": "year", r"\d{2,3}": "decade or century",
}  # fmt: skip
"""What the value of a date stands for, by its form."""

STOP = re.compile(r"\s+(?:of|in|at|on|from|with|for|who|which|that|to|and)\s|,|\(")


def date_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each date: right is one whose words overlap and whose value is the same."""
    found, others = paired(
        doc["timexes"], answer["timexes"], lambda one, other: shared(one["span"], other["span"])
    )
    for gold, one in zip(doc["timexes"], found, strict=True):
        verdict = MISSED
        if one is not None:
            verdict = RIGHT if normal(gold["value"]) == normal(one["value"]) else "another value"
        kind = f"{gold['type']} {shape_of(gold['value'])}"
        yield Row("dates", doc["id"], *gold["span"], kind, verdict, one and one["value"])
    for one in others:
        yield Row("dates", doc["id"], *one["span"], one["type"], SURPLUS, one["value"])


def normal(value: str | None) -> str:
    """A value as it is compared: upper case, no full seconds, no `Z`.

    >>> normal("2017-04-28t10:00:00z")
    '2017-04-28T10:00'
    """
    return re.sub(r"(T\d\d:\d\d):00(?:\.0+)?$", r"\1", (value or "").strip().upper().removesuffix("Z"))


def shape_of(value: str | None) -> str:
    """What a value stands for.

    >>> shape_of("1998-Q2"), shape_of("P3D"), shape_of("XXXX")
    ('quarter', 'length', 'other')
    """
    return next((shape for form, shape in SHAPES.items() if re.fullmatch(form, value or "")), "other")


def name_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each name: right has the same ends, but for `the` and `’s`, and the same type."""
    text = doc["text"]
    gold = [
        (bare(text, (start, end)), WORLDWIDE_TYPES[type_])
        for start, end, type_ in doc["entities"]
        if type_ in WORLDWIDE_TYPES
    ]
    ours = [(bare(text, (start, end)), type_) for start, end, type_ in answer["entities"]]
    found, others = paired(
        gold, ours, lambda one, other: shared(one[0], other[0]) + 1000 * (one[0] == other[0]) + (one == other)
    )
    for (span, type_), one in zip(gold, found, strict=True):
        ours_is = [*one[0], one[1]] if one else None
        yield Row("names", doc["id"], *span, type_, name_verdict(span, type_, one), ours_is)
    yield from surplus("names", doc["id"], iter(others))


def name_verdict(span: Sequence[int], type_: str, one: tuple[Sequence[int], str] | None) -> str:
    """Whether ends and type of a name are right, or what is not."""
    if one is None:
        return MISSED
    ends, same = one[0] == span, one[1] == type_
    if ends:
        return RIGHT if same else f"taken for {one[1]}"
    return "other ends" if same else "other ends and type"


def meeting_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each meeting, and for each participant, place and time of one that we find.

    A meeting is found if its event word shares a character with ours; a filler is right if it holds ours, is
    held by it, or has the same head word. Our surplus counts only in texts that were marked to the end.
    """
    text = doc["text"]
    gold, ours = doc["meetings"], answer["meetings"]
    found, others = paired(gold, ours, lambda one, other: shared(one["trigger"], other["trigger"]))
    for one, other in zip(gold, found, strict=True):
        kind = f"meeting, {one['type']}"
        verdict, word = (RIGHT, other["trigger"]) if other else (MISSED, None)
        yield Row("meetings", doc["id"], *one["trigger"], kind, verdict, word)
        if other:
            yield from filler_rows(doc["id"], text, one, other)
    if doc.get("exhaustive", True):
        yield from surplus(
            "meetings", doc["id"], ((one["trigger"], f"meeting, {one['kind']}") for one in others)
        )


def filler_rows(doc_id: str, text: str, gold: Doc, ours: Doc) -> Iterator[Row]:
    """Yield a row for each participant, the place and the time of a meeting."""
    for kind in ("participants", "place", "time"):
        there, here = fillers(gold[kind], kind), fillers(ours[kind], kind)
        if not there:
            continue
        found, others = paired(there, here, lambda one, other: same_filler(text, one, other))
        for span, one in zip(there, found, strict=True):
            verdict = RIGHT if one else "another" if kind != "participants" and others else MISSED
            yield Row("meetings", doc_id, *span, kind, verdict, one or others[:1])
        if kind == "participants":
            yield from surplus("meetings", doc_id, ((span, kind) for span in others))


def fillers(filler: Sequence[int] | Sequence[Sequence[int]] | None, kind: str) -> list[Sequence[int]]:
    """The fillers of a part of a meeting as a list."""
    if not filler:
        return []
    return list(filler) if kind == "participants" else [filler]  # type: ignore[list-item]


def same_filler(text: str, one: Sequence[int], other: Sequence[int]) -> int:
    """How many characters two fillers share, if they stand for the same."""
    held = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return shared(one, other) if held or head(text, one) == head(text, other) else 0


def head(text: str, span: Sequence[int]) -> str:
    """The head word of a noun phrase: the last one before a preposition, a comma or `who`.

    >>> head("the three ministers of trade", (0, 28))
    'ministers'
    """
    first = STOP.split(text[slice(*span)].strip(), maxsplit=1)[0]
    words = re.findall(r"\w[\w'.-]*", first)
    return re.sub(r"'s$", "", words[-1].lower()) if words else ""


TAKING_PLACE = frozenset({"held", "planned"})


def consultation_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for a sentence of PLV in which people consult, or in which only we see a meeting.

    What is refused, called off or only wished for is REJECT or REQUEST there and no CONSULT; nor is a meeting
    that is only referred back to (PLOVER codebook).
    """
    place = ("consultations", doc["id"], 0, len(doc["text"]))
    told = (one for one in answer["meetings"] if one["status"] in TAKING_PLACE and not one.get("echo"))
    ours = [one["trigger"] for one in told]
    if doc["plover"] == "CONSULT":
        yield Row(*place, f"CONSULT, {doc['modality']}", RIGHT if ours else MISSED, ours or None)
    elif ours:
        yield Row(*place, doc["plover"], SURPLUS, ours)
