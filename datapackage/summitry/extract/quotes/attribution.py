"""Words that come before the speech act that attributes them: `“…,” said Ann Lee`, `It is over, he said`."""

from functools import cache, partial
from typing import NamedTuple

from summitry.extract.quotes.cues import Act, act_at, is_inverted
from summitry.extract.quotes.ends import before_pause, follows_pause
from summitry.extract.quotes.extent import forward
from summitry.extract.quotes.sheet import ENDINGS, FINITE, NOMINAL, PAUSES, Sheet, is_heading
from summitry.extract.words import word_list
from summitry.settings import SENTENCE_WORDS

REASONS = frozenset({"because", "unless", "until"})
"""With these goes on what is said, with others at times the narrator: `It is over, he said, because …`."""


class Attribution(NamedTuple):
    """What an act attributes that stands before it, and what of the same words comes after it."""

    before: tuple[int, int]
    after: tuple[int, int] | None = None


def attribution(sheet: Sheet, act: Act, first: int, last: int) -> Attribution | None:
    """The words before an act that it attributes, as tokens; nothing if it attributes none."""
    if act.takes("source"):
        return source_tail(sheet, act, first)
    edge = left_edge(sheet, act, first)
    # “He said: “We agree,” adding that …”
    adds = sheet.tag(act.verb) == "VBG" and edge == act.verb and forward(sheet, act, last) is not None
    if adds or not act.takes("report", "quote", "ask", "tell", "answer"):
        return None
    if edge == first:
        # “As Lund said, …”
        rest = rest_of(sheet, act, last) if sheet.lower(first) == "as" and act.takes("report") else None
        return rest and Attribution(rest)
    region = region_before(sheet, edge)
    if region is not None:
        before = words_in_marks(sheet, act, region, (first, last))
        return before and Attribution(before, second_piece(sheet, act, last))
    if sheet.lower(edge - 1) == "," and act.takes("report"):
        return unmarked(sheet, act, edge, (first, last))
    return None


def closing_words(sheet: Sheet, act: Act, first: int, last: int) -> tuple[int, int] | None:
    """The words in marks that end a sentence of two clauses: `Asked why, Lee said, “We had to.”`."""
    at = act.last + (sheet.lower(act.last) in {",", ":"})
    if at == act.last or sheet.is_outside(at) or not act.takes("report", "quote", "ask", "answer"):
        return None
    start, end = sheet.tokens_of(sheet.region_of[at] or 0)
    edge = left_edge(sheet, act, first)
    alone = not any(sheet.is_word(index) for index in range(end, last))
    return (start, end) if alone and first < edge < act.verb and sheet.is_pause(edge - 1) else None


def left_edge(sheet: Sheet, act: Act, first: int) -> int:
    """The first token of the clause that attributes: of the subject if it comes first, else of the verb."""
    edge = bare_subject(sheet, act, first) or parsed_edge(sheet, act, first)
    return edge - 1 if edge > first and sheet.lower(edge - 1) == "as" else edge


def parsed_edge(sheet: Sheet, act: Act, first: int) -> int:
    """The first token of an act's subject or, without one before it, of its verb and auxiliaries."""
    edge = act.verb
    if sheet.tag(edge) == "NNS":
        # “Lund maintains”, taken for one noun phrase
        while edge > first and sheet.is_outside(edge - 1) and not sheet.is_pause(edge - 1):
            edge -= 1
        return edge
    subjects = [at for at in sheet.children(act.verb, "nsubj") if at < act.verb and sheet.is_outside(at)]
    if subjects:
        edge = subjects[0]
        inside = {at for at in sheet.leaf.subtree(edge) if sheet.is_outside(at)}
        while edge - 1 in inside:
            edge -= 1
        return edge
    while edge > first and sheet.tokens[edge - 1].dep in {"aux", "advmod"} and sheet.is_outside(edge - 1):
        edge -= 1
    return edge


def bare_subject(sheet: Sheet, act: Act, first: int) -> int | None:
    """The token after a region from which only a noun phrase leads to the act, whatever the parse says."""
    at = act.verb - 1
    while at >= first and sheet.is_outside(at):
        finite = sheet.tag(at) in FINITE and sheet.tokens[at].dep not in {"relcl", "aux"}
        if (finite and sheet.lower(at) not in word_list("job_titles")) or sheet.lower(at) in ENDINGS | {":"}:
            return None
        at -= 1
    nominal = sheet.pos(at + 1) in NOMINAL | {"DET", "ADJ"} or sheet.tokens[at + 1].text[0].isupper()
    return at + 1 if at >= first and at + 1 < act.verb and nominal else None


def region_before(sheet: Sheet, edge: int) -> int | None:
    """The number of the region that ends right before a token."""
    if not sheet.is_outside(edge - 1):
        return sheet.region_of[edge - 1]
    if sheet.is_pause(edge - 1) and not sheet.is_outside(edge - 2):
        return sheet.region_of[edge - 2]
    return None


def words_in_marks(sheet: Sheet, act: Act, region: int, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The tokens of attributed words whose end stands in marks: the region, or all from the first."""
    first, last = sentence
    start, end = sheet.tokens_of(region)
    if start <= first:
        return start, end
    words = sheet.words_of(region)
    whole = words[:1].isupper() and len(words.split()) >= SENTENCE_WORDS and sheet.lower(start - 1) in PAUSES
    goes_on = forward(sheet, act, last) is not None
    if goes_on and is_heading(words):
        # “In his book, “A Day in Oslo,” Lund suggested taking the tram.”
        return None
    if whole and (sheet.lower(start - 1) == ":" or not sheet.has_finite(first, start)):
        return start, end
    if goes_on or not act.takes("report"):
        return (start, end) if whole else None
    return first, end


def second_piece(sheet: Sheet, act: Act, last: int) -> tuple[int, int] | None:
    """The words in marks that go on after the act: `“We came,” he said, “and we saw.”`."""
    for at in range(act.last, last):
        number = sheet.region_of[at]
        if number is not None:
            goes_on = (sheet.is_pause(at - 1) or sheet.tag(at - 1) == "CC") and len(
                sheet.words_of(number).split()
            ) > 1
            return sheet.tokens_of(number) if goes_on else None
        if sheet.lower(at) in {"and", "but"} and sheet.is_pause(at - 1) and not sheet.is_outside(at + 1):
            continue
        if sheet.tag(at) in FINITE or sheet.lower(at) in {"that", "and", "but", *ENDINGS}:
            return None
        other = act_at(sheet, at + 1) if sheet.is_pause(at) and sheet.tag(at + 1) == "VBG" else None
        if other and not other.frames <= {"judge"}:
            # “…,” he said, adding “…”
            return None
    return None


def unmarked(sheet: Sheet, act: Act, edge: int, sentence: tuple[int, int]) -> Attribution | None:
    """What an act beside commas attributes: `It is over, he said`, `The war, he said, is over`."""
    first, last = sentence
    first = max(
        [first, *(at + 1 for at in range(first, edge) if sheet.is_outside(at) and sheet.lower(at) == ";")]
    )
    if is_relative(sheet, act) or has_own_object(sheet, act) or forward(sheet, act, last) is not None:
        return None
    after = None if is_inverted(sheet, act) else rest_of(sheet, act, last)
    first = after_connective(sheet, first, edge, bare=after is None)
    before = first, before_pause(sheet, first, edge)
    commas = [at for at in range(first, edge - 1) if sheet.lower(at) == "," and sheet.is_outside(at)]
    alone = not any(sheet.has_finite(at, edge) for at in commas)
    if sheet.lower(first) in word_list("subordinators") and alone:
        # “If we go, he said, we stay.”, but not “After we went, he emailed the council, …”
        return Attribution(before, after) if after and sheet.is_pause(act.last) else None
    if sheet.has_finite(first, edge) or is_headline(sheet, first, edge):
        return Attribution(before, after if after and sheet.has_finite(*after) else None)
    return Attribution(before, after) if after else None


def is_headline(sheet: Sheet, first: int, edge: int) -> bool:
    """Whether words are a headline, whose verbs are taken for names: `Lund Sold Ferry, Berg Says`."""
    words = sheet.leaf.text[sheet.tokens[first].start : sheet.tokens[edge - 1].start]
    return len(words.split()) >= SENTENCE_WORDS and is_heading(words)


def after_connective(sheet: Sheet, first: int, edge: int, *, bare: bool = False) -> int:
    """The token after what only ties a sentence to the one before: `However, …`, `But …` if not bare."""
    start = first + (not bare and sheet.lower(first) in {"and", "but"})
    for words in connectives().get(sheet.lower(start), ()):
        end = start + len(words)
        if [sheet.lower(at) for at in range(start, end)] == words and end < edge - 1:
            return end
    return start if start < edge - 1 else first


@cache
def connectives() -> dict[str, list[list[str]]]:
    """What only ties a sentence to the one before, with its comma, by its first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(word_list("connectives")):
        words = [*phrase.split(), ","]
        found.setdefault(words[0], []).append(words)
    return found


def is_relative(sheet: Sheet, act: Act) -> bool:
    """Whether the subject of an act is a relative pronoun."""
    return any(sheet.tag(at) in {"WP", "WDT"} for at in sheet.children(act.verb, "nsubj"))


def has_own_object(sheet: Sheet, act: Act) -> bool:
    """Whether an act says something about a thing: `he said nothing`."""
    objects = sheet.children(act.verb, "dobj", "xcomp")
    return not act.takes("tell") and any(at >= act.last and sheet.is_outside(at) for at in objects)


def rest_of(sheet: Sheet, act: Act, last: int) -> tuple[int, int] | None:
    """The words after an act in commas, if the sentence goes on."""
    at = act.last
    while at < last and not sheet.is_pause(at):
        verb = sheet.tag(at) in FINITE | {"VBG"} and sheet.tokens[at].dep != "amod"
        if verb or not sheet.is_outside(at):
            return None
        at += 1
    start = at + 1 + (sheet.tag(at + 1) == "CC")
    if start >= last - 1 or sheet.tag(start) in {"WP", "WDT"}:
        return None
    if sheet.tag(start) == "VBG" and not is_gerund_subject(sheet, start, last):
        return None
    if sheet.lower(start) in (word_list("subordinators") - REASONS) | {"according"}:
        return None
    tail = word_list("contrasters") | {"as"}
    ends = (at for at in range(start + 1, last) if sheet.lower(at) in tail and sheet.lower(at + 1) != "well")
    return start, before_pause(
        sheet, start, next(filter(partial(follows_pause, sheet), filter(sheet.is_outside, ends)), last)
    )


def is_gerund_subject(sheet: Sheet, start: int, last: int) -> bool:
    """Whether a gerund is what a clause is about: `…, he said, crossing Norway would be slow`."""
    if act_at(sheet, start):
        return False
    for at in range(start + 1, last):
        if sheet.tag(at) in FINITE:
            return True
        if sheet.is_pause(at) or sheet.tag(at) in {"PRP", "WP", "WDT", "WRB"} or sheet.lower(at) == "that":
            return False
    return False


def source_tail(sheet: Sheet, act: Act, first: int) -> Attribution | None:
    """What `…, according to …` attributes."""
    start = after_connective(sheet, first, act.verb)
    return Attribution((start, before_pause(sheet, start, act.verb))) if act.verb > start + 1 else None


def source_head(sheet: Sheet, act: Act, first: int, last: int) -> tuple[int, int] | None:
    """What `According to …, …` attributes."""
    if act.verb > first + 1:
        return None
    phrase = set(sheet.leaf.subtree(act.verb))
    commas = [at for at in range(act.last, last - 1) if sheet.is_outside(at) and sheet.lower(at) == ","]
    ends = [at for at in commas if at + 1 not in phrase and sheet.has_finite(at, last)] or commas
    return (ends[0] + 1, before_pause(sheet, ends[0] + 1, last)) if ends else None
