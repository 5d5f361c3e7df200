"""At or after which meeting the words of a quotation were said."""

from collections.abc import Iterator

from summitry.extract.findings import Findings
from summitry.extract.found import FoundMeeting, FoundQuote
from summitry.page import Page, Span
from summitry.settings import JOINT_REACH

SPOKEN_AT = frozenset({"news_conference", "forum", "summit", "talks", "call"})
"""At meetings of these kinds people say what is quoted; on a visit they say it at one of them."""


def telling_at(page: Page, findings: Findings, quote: FoundQuote) -> int | None:
    """The telling of the meeting at which the words were said: “at the briefing”, “told a forum”."""
    for index in told_beside(page, findings, quote):
        meeting = findings.meetings[index]
        at_it = preposition_of(page, meeting) in {"at", "during", "in", "told"}
        if (
            meeting.kind in SPOKEN_AT
            and meeting.status == "held"
            and (at_it or goes_on_to_say(page, meeting, quote))
        ):
            return index
    return None


def telling_after(page: Page, findings: Findings, quote: FoundQuote) -> int | None:
    """The telling of the meeting after which the words were said: “after the talks”."""
    for index in told_beside(page, findings, quote):
        if preposition_of(page, findings.meetings[index]) in {"after", "following"}:
            return index
    return None


def told_beside(page: Page, findings: Findings, quote: FoundQuote) -> Iterator[int]:
    """Yield the indexes of the tellings in the sentence of the cue, outside the quoted words."""
    anchor = quote.cue or quote.speaker
    if anchor is None or anchor.passage != quote.content.passage:
        return
    low, high = sentence_around(page, anchor)
    for index, meeting in enumerate(findings.meetings):
        word = meeting.trigger
        inside = word.passage == anchor.passage and low <= word.start and word.end <= high
        if inside and not quote.content.meets(word):
            yield index


def sentence_around(page: Page, span: Span) -> tuple[int, int]:
    """Where the sentence with this stretch begins and ends."""
    leaf = page.leaves[span.passage]
    token = leaf.token_at(span.start)
    sentence = leaf.sentences[token.sentence] if token else leaf.sentences[0]
    return leaf.tokens[sentence.first].start, leaf.tokens[sentence.last - 1].end


def goes_on_to_say(page: Page, meeting: FoundMeeting, quote: FoundQuote) -> bool:
    """Whether those who meet say it in the same breath: “spoke with Lee and assured him that …”."""
    if quote.cue is None or quote.cue.passage != meeting.trigger.passage:
        return False
    leaf = page.leaves[quote.cue.passage]
    cue = leaf.token_at(quote.cue.start)
    words = {token.index for token in leaf.words_in(meeting.trigger.start, meeting.trigger.end)}
    carriers = words | {
        leaf.tokens[index].head for index in words if leaf.tokens[index].dep in {"dobj", "pobj"}
    }
    return (
        cue is not None
        and cue.dep in {"conj", "advcl"}
        and cue.head in carriers
        and cue.start > meeting.trigger.start
    )


def preposition_of(page: Page, meeting: FoundMeeting) -> str:
    """What joins a meeting to its sentence: its preposition, `told` if it is told something, else nothing."""
    leaf = page.leaves[meeting.trigger.passage]
    token = next(token for token in reversed(leaf.tokens) if token.end == meeting.trigger.end)
    over = False
    for _ in range(JOINT_REACH):
        up = leaf.tokens[token.head]
        over = over or up.lemma in {"end", "close", "conclusion"}
        if up.lower in {"after", "following", "before", "at", "during", "in"}:
            return "after" if over else up.lower
        if up.lemma == "tell" and token.dep == "dobj":
            return "told"
        if up.index == token.index or (up.pos == "VERB" and up.lemma != "hold"):
            break
        token = up
    return ""
