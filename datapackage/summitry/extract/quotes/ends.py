"""Where the words that follow a speech act end, and the narrator takes over again."""

from summitry.extract.quotes.cues import Act, act_at, verb_at
from summitry.extract.quotes.sheet import ENDINGS, FINITE, NOMINAL, PAUSES, Sheet
from summitry.extract.words import word_list

SENTENCE_WORDS = 4
SUBJECT_WORDS = 8


def end_of(sheet: Sheet, act: Act, start: int, stop: int) -> int:
    """The token after the last of the words that follow a speech act."""
    at = start
    number = sheet.region_of[start]
    if number is not None:
        at = sheet.tokens_of(number)[1] - 1
        if is_utterance(sheet, number, at + 1) or act.takes("label", "judge"):
            return at + 1
        if act.takes("label", "judge") and is_adjunct(sheet, at + 1):
            return at + 1
    open_brackets = 0
    clause = clause_of(sheet, act)
    for index in range(at + 1, stop):
        if not sheet.is_outside(index):
            continue
        if (
            clause
            and sheet.lower(index - 1) == ","
            and sheet.tag(index) in FINITE | {"VBN"}
            and act_at(sheet, index) is None
        ):
            return before_pause(sheet, start, index)
        if (
            clause
            and index not in clause
            and sheet.tag(index) in FINITE | {"NNP", "PRP", "DT"}
            and (sheet.is_outside(index - 1) or ends_with_comma(sheet, index - 1))
        ):
            return before_pause(sheet, start, index)
        judged = act.takes("label", "judge") and not sheet.is_outside(index - 1)
        if judged and is_adjunct(sheet, index):
            return index
        open_brackets += (sheet.lower(index) == "(") - (sheet.lower(index) == ")")
        if open_brackets < 0 or ends_here(sheet, act, start, index, stop):
            return before_pause(sheet, start, index)
    return before_pause(sheet, start, stop)


def is_adjunct(sheet: Sheet, at: int) -> bool:
    """Whether a time, place or occasion begins at a token."""
    return sheet.lower(at) in word_list("occasions") | word_list("time_adverbs")


def clause_of(sheet: Sheet, act: Act) -> set[int]:
    """The tokens of the relative or participle clause that holds an act; none if it is the sentence's own."""
    at = act.verb
    while sheet.tokens[at].dep in {"xcomp", "conj", "ccomp"} and sheet.tokens[at].head != at:
        at = sheet.tokens[at].head
    if sheet.tokens[at].dep == "pcomp":
        at = sheet.tokens[at].head
    opening = sheet.tokens[at].dep in {"advcl", "prep"} and sheet.tokens[at].head > at
    return set(sheet.leaf.subtree(at)) if opening or sheet.tokens[at].dep in {"relcl", "acl"} else set()


def is_utterance(sheet: Sheet, number: int, after: int) -> bool:
    """Whether words in marks that open a complement are all of it: `said “We are ready,” before …`."""
    words = sheet.words_of(number)
    if len(words.split()) < SENTENCE_WORDS and not words.endswith((".", "?", "!")):
        return False
    return words.endswith((",", ".", "?", "!", "…", "—")) or sheet.is_pause(after)


def ends_here(sheet: Sheet, act: Act, start: int, at: int, stop: int) -> bool:
    """Whether the narrator takes over again at a token."""
    if sheet.lower(at) in {"and", "but"}:
        return carries_on(sheet, act, start, at, stop) or is_new_statement(sheet, at + 1, stop)
    if not (sheet.is_pause(at - 1) or ends_with_comma(sheet, at - 1)):
        return False
    if sheet.tokens[at].head == act.verb or (sheet.lower(at - 1) == ";" and sheet.lower(at) != "that"):
        return True
    if sheet.lower(at) == "according" or sheet.lower(at) in word_list("contrasters"):
        return True
    if not sheet.is_outside(at - 1) and sheet.tag(at) in {"IN", "VBG", "WRB"} and sheet.lower(at) != "that":
        return True
    if sheet.tag(at) == "VBG":
        return is_reporting(sheet, at)
    return is_other_voice(sheet, at, stop)


def ends_with_comma(sheet: Sheet, at: int) -> bool:
    """Whether a token ends a region whose words end with a comma."""
    number = sheet.region_of[at] if at >= 0 else None
    return (
        number is not None and sheet.tokens_of(number)[1] == at + 1 and sheet.words_of(number).endswith(",")
    )


def is_reporting(sheet: Sheet, at: int) -> bool:
    """Whether a token opens a speech act of its own."""
    act = act_at(sheet, at)
    return act is not None and act.takes("report", "label")


def is_other_voice(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether an apposition brings in someone else who speaks: `…, a goal experts say is far off`."""
    if sheet.tag(at) != "DT":
        return False
    for verb in range(at + 1, stop):
        if not sheet.is_outside(verb) or sheet.is_pause(verb):
            return False
        if sheet.tag(verb) in FINITE:
            speakers = [index for index in sheet.children(verb, "nsubj") if at < index < verb]
            return (
                is_reporting(sheet, verb)
                and any(sheet.pos(index) != "PRON" for index in speakers[:1])
                and (speakers[0] - at > 1)
            )
    return False


def carries_on(sheet: Sheet, act: Act, start: int, at: int, stop: int) -> bool:
    """Whether a conjunction joins a second verb to the speech act: `said …, but added …`."""
    verb = at + 1
    while verb < stop and sheet.tag(verb) in {"RB", "RBR"} and sheet.lower(verb) not in word_list("negators"):
        verb += 1
    if verb >= stop or not sheet.is_outside(verb):
        return False
    if sheet.tag(verb) not in FINITE | {"VBN"}:
        return is_new_clause(sheet, start, verb, stop)
    tail = {sheet.lower(index) for index in range(verb + 1, min(verb + 4, stop))}
    if (tail & word_list("negators") and tail & word_list("silences")) or verb_at(sheet, verb) in word_list(
        "evasions"
    ):
        return True
    if is_reporting(sheet, verb) and sheet.tag(verb) == sheet.tag(act.verb):
        return True
    main = verb
    while sheet.tokens[main].dep in {"aux", "neg", "auxpass"} and sheet.tokens[main].head != main:
        main = sheet.tokens[main].head
    return sheet.tokens[main].head == act.verb and sheet.tokens[main].dep == "conj"


def is_new_statement(sheet: Sheet, subject: int, stop: int) -> bool:
    """Whether someone else begins to speak after a conjunction: `said …, and the ministry says …`."""
    for at in range(subject, min(subject + SUBJECT_WORDS, stop)):
        if sheet.tag(at) in FINITE and at > subject:
            return is_reporting(sheet, at)
        if sheet.pos(at) not in NOMINAL | {"DET", "ADJ", "PART", "ADP", "ADV"} or not sheet.is_outside(at):
            return False
    return False


def is_new_clause(sheet: Sheet, start: int, subject: int, stop: int) -> bool:
    """Whether a clause with a subject follows an infinitive, which cannot be its equal."""
    if sheet.lower(start) not in {"to", "not"} or sheet.pos(subject) not in NOMINAL | {"DET"}:
        return False
    for at in range(subject, stop):
        if sheet.tag(at) in FINITE:
            return True
        if sheet.pos(at) not in NOMINAL | {"DET", "ADJ", "PART", "ADP"}:
            return False
    return False


def before_pause(sheet: Sheet, start: int, last: int) -> int:
    """The end without punctuation and conjunctions that belong to the narrator."""
    idle = PAUSES | ENDINGS | {"and", "but", "(", "["}
    while last > start + 1 and sheet.is_outside(last - 1) and sheet.lower(last - 1) in idle:
        last -= 1
    return last
