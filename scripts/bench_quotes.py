"""Quotations of a gold text, part by part: whether we find the words and the speaker."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bench_gold import Doc
from bench_rows import MISSED, RIGHT, SURPLUS, Offsets, Row, alike, paired, shared, trimmed
from summitry.extract.words import word_list

EDGE = " \t\n\r\u00a0\"“”‘’'`«».,;:-–—"
"""What may differ at the ends of a quotation, as in the scorer of PolNeAR."""

PRONOUNS = frozenset({
    "he", "she", "they", "it", "who", "i", "we", "you", "his", "her", "their", "my", "our", "its", "him",
    "them", "himself", "herself", "which", "that",
})  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SAYING = ("reporting", "telling", "asking", "promising", "requesting", "answering", "evidence")
"""Lists of verbs with which people or papers say something; the others tell of beliefs, plans, judgements."""

IRREGULAR = frozenset({"said", "told", "wrote", "written", "sworn", "swore", "shown", "according", "called"})
PART = tuple[Offsets, Doc, int]
"""Where a part of a quotation stands, the quotation, and the number of the part."""


def quote_rows(doc: Doc, answer: Doc) -> Iterator[Row]:
    """Yield a row for each part of each gold quotation, and for each part that only we see.

    Right is one whose words are the same but for marks at the ends, and whose speaker is right: shares a
    character with the gold speaker or has the same last name, or is missing on both sides.
    """
    text = doc["text"]
    gold, ours = list(parts(text, doc["quotes"])), list(parts(text, answer["quotes"]))
    found, others = paired(gold, ours, lambda one, other: alike(one[0], other[0]))
    for (span, quote, number), one in zip(gold, found, strict=True):
        speaker = one[1]["speaker"] if one else None
        yield Row(
            "quotes", doc["id"], *span, kind_of(text, quote, number), verdict(text, quote, span, one),
            {"span": one[0], "speaker": speaker} if one else None,
        )  # fmt: skip
    for span, quote, _ in others:
        if not any(shared(span, each) for each, _, _ in gold):
            speaker = quote["speaker"]
            yield Row("quotes", doc["id"], *span, quote["kind"], SURPLUS, {"span": span, "speaker": speaker})


def parts(text: str, quotes: Sequence[Doc]) -> Iterator[PART]:
    """Yield every part of the quotations that holds more than marks."""
    for quote in quotes:
        for number, content in enumerate(quote["content"]):
            span = trimmed(text, content, EDGE)
            if span[0] < span[1]:
                yield span, quote, number


def kind_of(text: str, quote: Doc, number: int) -> str:
    """The kind of a gold quotation: if direct, what makes it hard; else, whether the cue is one of saying."""
    speaker, cue = quote.get("speaker"), quote.get("cue")
    if quote["kind"] != "direct":
        said = cue is not None and is_saying(text[slice(*cue)])
        return f"{quote['kind']}, {'a verb of saying' if said else 'no verb of saying'}"
    if number:
        return "direct, trailing part"
    if cue is None or speaker is None:
        return "direct, no cue" if cue is None else "direct, no speaker"
    low, high = sorted([speaker[0], quote["content"][0][0]])
    if "\n" in text[low:high]:
        return "direct, speaker in another paragraph"
    pronoun = text[slice(*speaker)].lower() in PRONOUNS
    return "direct, a pronoun speaks" if pronoun else "direct, plain"


def is_saying(cue: str) -> bool:
    """Whether a cue holds a verb of saying, in any form.

    >>> is_saying("has denied"), is_saying("believes")
    (True, False)
    """
    return not saying_forms().isdisjoint(WORD.findall(cue.lower()))


@cache
def saying_forms() -> frozenset[str]:
    """The verbs of saying in every form that spelling allows."""
    verbs = {verb for name in SAYING for verb in word_list(f"{name}_verbs")}
    stems = verbs | {verb.removesuffix("e") for verb in verbs} | {verb + verb[-1] for verb in verbs}
    stems |= {f"{verb[:-1]}i" for verb in verbs if verb.endswith("y")}
    return IRREGULAR | verbs | {stem + end for stem in stems for end in ("s", "es", "ed", "d", "ing")}


def verdict(text: str, quote: Doc, span: Offsets, one: PART | None) -> str:
    """Whether words and speaker are right, or what is not."""
    if one is None:
        return MISSED
    first, last = one[0][0] == span[0], one[0][1] == span[1]
    if not first or not last:
        return "ends elsewhere" if first else "begins elsewhere" if last else "begins and ends elsewhere"
    if speaker_is_right(text, quote, one[1]):
        return RIGHT
    if not quote.get("speaker") and not quote.get("speaker_name"):
        return "a speaker where none is"
    return "another speaker" if one[1].get("speaker") or one[1].get("speaker_name") else "no speaker"


def speaker_is_right(text: str, gold: Doc, ours: Doc) -> bool:
    """Whether both sides name the same speaker, or none."""
    there, here = gold.get("speaker"), ours.get("speaker")
    if there is None and not gold.get("speaker_name"):
        return here is None and not ours.get("speaker_name")
    if there and here and shared(there, here):
        return True
    name = last_word(ours.get("speaker_name") or (text[slice(*here)] if here else ""))
    names = {last_word(gold.get("speaker_name") or "")}
    if there:
        names |= {last_word(text[slice(*there)]), last_word(text[slice(*there)].split(",", 1)[0])}
    return name in names - PRONOUNS - {""}


def last_word(name: str) -> str:
    """The last word of a name in small letters, without a possessive.

    >>> last_word("Ann Lee’s")
    'lee'
    """
    words = WORD.findall(re.sub(r"['’]s\b", "", name))
    return words[-1].lower() if words else ""
