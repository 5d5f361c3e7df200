"""Where the words that follow a speech act end, and the narrator takes over again."""

from typing import NamedTuple

from summitry.extract.quotes.cues import Act, act_at, verb_at
from summitry.extract.quotes.sheet import DASHES, ENDINGS, FINITE, NOMINAL, PAUSES, Sheet
from summitry.extract.words import word_list, word_lists
from summitry.settings import SENTENCE_WORDS, SUBJECT_WORDS

IDLE = PAUSES | ENDINGS | {"and", "but", "(", "["}
"""What belongs to the narrator at the end of someone's words."""


ENDING_WORDS = frozenset({")", "and", "but", "while"})
"""Words that can end what someone says, also where neither a pause nor a clause ends before them."""


class Stretch(NamedTuple):
    """What may belong to a speech act: from its first word to the end of the sentence."""

    sheet: Sheet
    act: Act
    start: int
    stop: int
    clause: frozenset[int]
    """The tokens of the relative or participle clause that holds the act, if one does."""


def end_of(sheet: Sheet, act: Act, start: int, stop: int) -> int:
    """The token after the last of the words that follow a speech act."""
    clause = clause_of(sheet, act)
    stretch = Stretch(
        sheet, act, start, stop, clause if start in clause and sheet.tag(start) != "RB" else frozenset()
    )
    begin = start + 1
    number = sheet.region_of[start]
    if number is not None:
        begin = sheet.tokens_of(number)[1]
        if act.takes("label", "judge") or is_utterance(sheet, number, begin):
            return begin
    for at in range(begin, stop):
        if sheet.is_outside(at) and may_end(stretch, at) and any(ends(stretch, at) for ends in ENDS):
            return before_pause(sheet, start, at)
    return before_pause(sheet, start, stop)


def may_end(stretch: Stretch, at: int) -> bool:
    """Whether anything that ends the words can do so at a token: before most words nothing can."""
    if stretch.clause or stretch.sheet.lower(at) in ENDING_WORDS:
        return True
    return follows_pause(stretch.sheet, at) or stretch.act.takes("label", "judge")


def is_utterance(sheet: Sheet, number: int, after: int) -> bool:
    """Whether words in marks that open a complement are all of it: `said “We are ready,” before …`."""
    words = sheet.words_of(number)
    if len(words.split()) < SENTENCE_WORDS and not words.endswith((".", "?", "!")):
        return False
    return words.endswith((",", ".", "?", "!", "…", "—")) or sheet.is_pause(after)


def clause_of(sheet: Sheet, act: Act) -> frozenset[int]:
    """The tokens of the relative or participle clause that holds an act, if one does."""
    at = act.verb
    if act.takes("noun"):
        return frozenset(sheet.leaf.subtree(at))
    while sheet.tokens[at].dep in {"xcomp", "conj", "ccomp"} and sheet.tokens[at].head != at:
        at = sheet.tokens[at].head
    if sheet.tokens[at].dep == "pcomp":
        at = sheet.tokens[at].head
    opening = sheet.tokens[at].dep in {"advcl", "prep"} and sheet.tokens[at].head > at
    held = opening or sheet.tokens[at].dep in {"relcl", "acl"}
    return frozenset(sheet.leaf.subtree(at)) if held else frozenset()


def before_pause(sheet: Sheet, start: int, last: int) -> int:
    """The end without punctuation and conjunctions that belong to the narrator."""
    while last > start + 1 and sheet.is_outside(last - 1) and sheet.lower(last - 1) in IDLE:
        last -= 1
    return last


def follows_pause(sheet: Sheet, at: int) -> bool:
    """Whether a comma, a dash or the like stands before a token, maybe inside marks."""
    number = sheet.region_of[at - 1]
    if number is None:
        return sheet.is_pause(at - 1)
    return sheet.words_of(number).endswith(",")


def is_reporting(sheet: Sheet, at: int) -> bool:
    """Whether a token opens a speech act of its own."""
    act = act_at(sheet, at)
    return act is not None and act.takes("report", "label")


def closes_bracket(stretch: Stretch, at: int) -> bool:
    """Whether a bracket closes that was opened before the words."""
    sheet = stretch.sheet
    if sheet.lower(at) != ")":
        return False
    inside = [sheet.lower(index) for index in range(stretch.start, at + 1) if sheet.is_outside(index)]
    return inside[-1:] == [")"] and inside.count(")") > inside.count("(")


def leaves_clause(stretch: Stretch, at: int) -> bool:
    """Whether the sentence goes on after a clause: `Lund, who vowed to go, left`."""
    sheet = stretch.sheet
    if not stretch.clause:
        return False
    if sheet.lower(at - 1) == "," and sheet.tag(at) in FINITE | {"VBN"} and act_at(sheet, at) is None:
        return True
    outside = at not in stretch.clause and sheet.tag(at) in FINITE | {"NNP", "PRP", "DT", "EX"}
    return outside and (sheet.is_outside(at - 1) or follows_pause(sheet, at))


def tells_occasion(stretch: Stretch, at: int) -> bool:
    """Whether a time or place follows a judgement in marks: `called it “a farce” after the vote`."""
    if not stretch.act.takes("label", "judge"):
        return False
    if stretch.sheet.lower(at) in DASHES and stretch.sheet.tag(at) == ":":
        # “called it “a farce” — a word that …”
        return True
    if stretch.sheet.is_outside(at - 1):
        return False
    if follows_pause(stretch.sheet, at) and stretch.sheet.lower(at) in {"and", "but", "while"}:
        # “called it “a farce,” and his deputy said …”
        rest = range(at, stretch.stop)
        return any(stretch.sheet.tag(index) in FINITE and stretch.sheet.is_outside(index) for index in rest)
    if stretch.sheet.lower(at) == "by" and not stretch.sheet.is_outside(at + 1):
        # “a party “duped” by “a crook””
        return False
    return stretch.sheet.lower(at) in word_lists("occasions", "time_adverbs")


def shares_subject(stretch: Stretch, at: int) -> bool:
    """Whether a conjunction joins a second verb to the speech act: `said …, but added …`."""
    sheet, act, _, stop, _ = stretch
    if sheet.lower(at) not in {"and", "but"}:
        return False
    verb = at + 1
    while verb < stop and sheet.tag(verb) in {"RB", "RBR"} and sheet.lower(verb) not in word_list("negators"):
        verb += 1
    if verb >= stop or not sheet.is_outside(verb):
        return False
    other = act_at(sheet, verb)
    if sheet.tag(verb) not in FINITE | {"VBN"}:
        # “to accuse him of theft and urge others to …”
        bare = sheet.tag(verb) == sheet.tag(act.verb) == "VB"
        return bare and not act.takes("promise", "request") and other is not None
    joined = (
        sheet.tag(verb) == sheet.tag(act.verb)
        and other is not None
        and not other.frames <= {"quote", "judge"}
    )
    return joined or falls_silent(sheet, verb, stop) or is_joined(sheet, act, verb)


def falls_silent(sheet: Sheet, verb: int, stop: int) -> bool:
    """Whether a verb tells that no more was said: `but did not elaborate`, `but declined to comment`."""
    tail = {sheet.lower(index) for index in range(verb + 1, min(verb + 4, stop))}
    silent = not tail.isdisjoint(word_list("silences"))
    return silent and (
        not tail.isdisjoint(word_list("negators")) or verb_at(sheet, verb) in word_list("evasions")
    )


def is_joined(sheet: Sheet, act: Act, verb: int) -> bool:
    """Whether the parse hangs a verb on the act as its equal."""
    while sheet.tokens[verb].dep in {"aux", "neg", "auxpass"} and sheet.tokens[verb].head != verb:
        verb = sheet.tokens[verb].head
    return sheet.tokens[verb].head == act.verb and sheet.tokens[verb].dep == "conj"


def starts_statement(stretch: Stretch, at: int) -> bool:
    """Whether someone else acts after a conjunction: `vowed to …, and the ministry says …`."""
    sheet = stretch.sheet
    if sheet.lower(at) not in {"and", "but", "while"}:
        return False
    infinitive = sheet.lower(stretch.start) in {"to", "not"} and sheet.lower(at) != "while"
    for verb in range(at + 1, min(at + 1 + SUBJECT_WORDS, stretch.stop)):
        if sheet.tag(verb) in FINITE and verb > at + 1:
            # an infinitive has no finite clause as its equal
            return infinitive or is_reporting(sheet, verb)
        nominal = sheet.pos(verb) in NOMINAL | {"DET", "ADJ", "PART", "ADP", "ADV"}
        if not (nominal or sheet.tag(verb) == "HYPH") or not sheet.is_outside(verb):
            return False
    return False


def takes_turns(stretch: Stretch, at: int) -> bool:
    """Whether the next of several speakers has the word: `urged all to go, Oslo warned that …, and …`."""
    sheet = stretch.sheet
    if not follows_pause(sheet, at) or sheet.pos(at) not in NOMINAL | {"DET"} or sheet.tag(at) == "WDT":
        return False
    for verb in range(at + 1, min(at + SUBJECT_WORDS, stretch.stop)):
        if sheet.tag(verb) in FINITE:
            return is_reporting(sheet, verb) and sheet.lower(verb + 1) == "that"
        if sheet.pos(verb) not in NOMINAL | {"ADJ"}:
            return False
    return False


def resumes(stretch: Stretch, at: int) -> bool:
    """Whether the narrator goes on after a pause: `…, adding that …`, `…, according to …`, `…, though …`."""
    sheet, act, *_ = stretch
    if not follows_pause(sheet, at) or sheet.lower(at) == "and":
        return False
    # “called for cutting fees, but only in May”
    clause = sheet.lower(at) != "but" or sheet.has_finite(at, stretch.stop)
    governed = sheet.tokens[at].head == act.verb and clause
    if governed or (sheet.lower(at - 1) == ";" and sheet.lower(at) != "that"):
        return True
    if sheet.lower(at) == "according" or sheet.lower(at) in word_list("contrasters"):
        return True
    if not sheet.is_outside(at - 1) and sheet.tag(at) in {"IN", "VBG", "WRB"}:
        return sheet.lower(at) != "that"
    return sheet.tag(at) == "VBG" and is_reporting(sheet, at)


def brings_other_voice(stretch: Stretch, at: int) -> bool:
    """Whether an apposition brings in someone else who speaks: `…, a goal experts say is far off`."""
    sheet = stretch.sheet
    if sheet.tag(at) != "DT" or not follows_pause(sheet, at):
        return False
    for verb in range(at + 1, stretch.stop):
        if not sheet.is_outside(verb) or sheet.is_pause(verb):
            return False
        if sheet.tag(verb) in FINITE:
            speakers = [index for index in sheet.children(verb, "nsubj") if at + 1 < index < verb]
            return is_reporting(sheet, verb) and any(sheet.pos(index) != "PRON" for index in speakers)
    return False


ENDS = (
    closes_bracket,
    leaves_clause,
    tells_occasion,
    shares_subject,
    starts_statement,
    takes_turns,
    resumes,
    brings_other_voice,
)
