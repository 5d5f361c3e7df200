"""Where words begin that follow a speech act without a clause: infinitives, questions, gerunds, labels."""

from summitry.extract.quotes.cues import Act, is_passive
from summitry.extract.quotes.sheet import DASHES, ENDINGS, FINITE, NOMINAL, PAUSES, Sheet
from summitry.extract.words import word_list
from summitry.settings import LABEL_REACH, QUESTION_REACH

OBJECT_TAGS = frozenset(
    {"DT", "PRP$", "CD", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "PDT", "PRP", "EX", "WP"}
)


def infinitive(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of an infinitive: `vowed to …`, `urged the parties not to …`."""
    if not act.takes("promise", "request"):
        return None
    if sheet.lower(act.last - 1) == "for" and act.last > act.verb + 1:
        return wanted(sheet, act, stop)
    for at in range(act.last, stop):
        if sheet.lower(at) == "to" and (sheet.tag(at + 1) in {"VB", "RB"} or not sheet.is_outside(at + 1)):
            if belongs_between(sheet, act, at):
                return None
            negated = sheet.lower(at - 1) in {"not", "never"}
            start = at - 1 if negated else at
            # “offered on Friday to host …”: nobody is spoken to
            bare = start == act.last or sheet.tag(act.last) == "IN"
            return start if act.takes("promise" if bare else "request") else None
        if (
            sheet.tag(at) in FINITE
            or sheet.lower(at) in ENDINGS | PAUSES - DASHES
            or not sheet.is_outside(at)
        ):
            return None
    return None


def belongs_between(sheet: Sheet, act: Act, at: int) -> bool:
    """Whether an infinitive hangs on a word after the act: `pressed him on his failure to pay`."""
    verb = next(
        (index for index in range(at + 1, min(at + 4, len(sheet.tokens))) if sheet.tag(index) == "VB"), at
    )
    head = sheet.tokens[verb].head
    if verb == at or not act.last <= head < at or sheet.tag(act.last) == "IN":
        return False
    return sheet.tag(head) == "VBG" or (
        sheet.tokens[verb].dep == "acl" and any(sheet.tag(index) == "IN" for index in range(act.last, head))
    )


def wanted(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of what someone calls for if it is to happen: `called for troops to leave`."""
    for at in range(act.last, stop):
        if sheet.tag(at) == "VBG" and all(sheet.tag(index) == "RB" for index in range(act.last, at)):
            return act.last
        if sheet.lower(at) == "to" and at > act.last:
            return act.last if sheet.tag(at + 1) in {"VB", "RB"} or not sheet.is_outside(at + 1) else None
        if sheet.tag(at) in FINITE | {"VBG", "VBN"} or sheet.lower(at) in ENDINGS | PAUSES | {"and", "or"}:
            return None
        if not sheet.is_outside(at):
            return None
    return None


def question(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of a question: `asked whether …`, `explained why …`."""
    if act.takes("report") and sheet.lower(act.last + (sheet.lower(act.last) in {"just", "exactly"})) in {
        "how",
        "why",
    }:
        return act.last
    if not act.takes("ask"):
        return None
    for at in range(act.last, min(act.last + QUESTION_REACH, stop)):
        wh = sheet.tag(at) in {"WRB", "WP"} and sheet.lower(at) not in {"who", "when"}
        # “asked at the summit who would pay”, but not “asked the man who had paid”
        wh = wh or (sheet.lower(at) == "who" and (at == act.last or sheet.tag(act.last) == "IN"))
        if wh or sheet.lower(at) in {"whether", "if"}:
            return at
        if sheet.tag(at) in FINITE or sheet.lower(at) in {*ENDINGS, ","}:
            return None
    return None


def gerund(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of a gerund: `proposed sending …`."""
    return act.last if act.takes("gerund") and act.last < stop and sheet.tag(act.last) == "VBG" else None


def label(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of what something is called: `called the plan a sham`, `accused him of lying`."""
    if not act.takes("label") or is_passive(sheet, act):
        return None
    if not act.label:
        # “sequences called plasmids” names, “called the plan a sham” judges
        judges = sheet.children(act.verb, "oprd") and sheet.tokens[act.verb].dep != "acl"
        judges = judges and sheet.children(act.verb, "dobj", "nsubj")
        return act.last if judges or names_with_article(sheet, act, stop) else None
    for at in range(act.last, min(act.last + LABEL_REACH, stop)):
        if sheet.lower(at) == act.label:
            return act.last if at > act.last else act.last + 1
        if sheet.tag(at) in FINITE or sheet.lower(at) in ENDINGS | {":"}:
            return None
    return None


def names_with_article(sheet: Sheet, act: Act, stop: int) -> bool:
    """Whether two noun phrases follow, the second with `a`: `called the plan for the port a sham`."""
    if sheet.tokens[act.verb].dep == "acl" or act.last >= stop or sheet.tag(act.last) not in OBJECT_TAGS:
        return False
    for at in range(act.last + 1, stop):
        if sheet.lower(at) in {"a", "an"} and sheet.pos(at - 1) in NOMINAL:
            return sheet.lower(at + 1) not in word_list("time_nouns")
        if sheet.tag(at) in FINITE | {"VBG", "TO"} or sheet.lower(at) in ENDINGS | PAUSES:
            return False
        if not sheet.is_outside(at):
            return False
    return False
