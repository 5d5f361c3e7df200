"""Who performs a speech act, as written."""

from summitry.extract.quotes.cues import Act, is_inverted, is_passive
from summitry.extract.quotes.phrases import described_phrase
from summitry.extract.quotes.sheet import ENDINGS, FINITE, NOMINAL, Sheet
from summitry.extract.words import word_list, word_lists
from summitry.settings import MAX_CLIMB

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset({"WP", "WDT", "WP$"})


def speaker_of(sheet: Sheet, act: Act) -> tuple[int, int] | None:
    """The characters of the speaker, from the first to after the last."""
    if act.takes("noun"):
        head = next(iter(sheet.children(act.verb, "poss")), None)
    else:
        head = source_of(sheet, act) if act.takes("source") else subject_of(sheet, act)
    return None if head is None else described_phrase(sheet, head)


def source_of(sheet: Sheet, act: Act) -> int | None:
    """The head of the phrase after `according to`."""
    objects = sheet.children(act.verb + 1, "pobj")
    return (
        objects[0]
        if objects
        else next((at for at in range(act.last, len(sheet.tokens)) if sheet.pos(at) in NOMINAL), None)
    )


def subject_of(sheet: Sheet, act: Act) -> int | None:
    """The head of the subject of a speech act, its own or the one that it shares."""
    if is_passive(sheet, act):
        return agent_of(sheet, act)
    opens = act.verb == sheet.sentence_of(act.verb)[0] and sheet.lower(act.verb) == "said"
    if (opens or is_inverted(sheet, act)) and (head := head_from(sheet, act.last)) is not None:
        return head
    if sheet.tag(act.verb) == "NNS" and sheet.pos(act.verb - 1) in NOMINAL:
        # “Lund claims that …”, taken for one noun phrase
        return act.verb - 1
    if (own := own_subject(sheet, act.verb)) is not None:
        return resolved(sheet, act.verb, own)
    if (between := subject_after_marks(sheet, act)) is not None:
        return between
    return shared_subject(sheet, act.verb)


def agent_of(sheet: Sheet, act: Act) -> int | None:
    """Who speaks where the act is passive: after `by`, else nobody knows."""
    for by in sheet.children(act.verb, "agent"):
        return next(iter(sheet.children(by, "pobj")), None)
    return None


def own_subject(sheet: Sheet, verb: int) -> int | None:
    """The head of a verb's subject, where it stands outside marks."""
    for child in sheet.children(verb, *SUBJECTS):
        if sheet.is_outside(child) and sheet.pos(child) in NOMINAL | {"DET", "ADJ", "X"}:
            return child
    return None


def head_from(sheet: Sheet, start: int) -> int | None:
    """The head of the noun phrase that begins at a token."""
    at = start
    while (
        at < len(sheet.tokens) and sheet.is_outside(at) and sheet.pos(at) in NOMINAL | {"DET", "ADJ", "PART"}
    ):
        following = sheet.pos(at + 1) in {"NOUN", "PROPN", "NUM", "PART"} and sheet.is_outside(at + 1)
        following = following and sheet.lower(at + 1) not in word_list("time_adverbs")
        if sheet.pos(at) in NOMINAL and not following:
            return at
        at += 1
    return None


def subject_after_marks(sheet: Sheet, act: Act) -> int | None:
    """The head of the noun phrase between a region and the act, whatever the parse says."""
    at = act.verb - 1
    while at >= 0 and sheet.is_outside(at):
        finite = sheet.tag(at) in FINITE and sheet.lower(at) not in word_list("job_titles")
        if finite or sheet.lower(at) in ENDINGS | {":"}:
            return None
        at -= 1
    if at < 0:
        return None
    named = sheet.pos(act.verb - 1) == "PROPN" and not any(map(sheet.is_pause, range(at + 2, act.verb)))
    return act.verb - 1 if named else head_from(sheet, at + 1)


def shared_subject(sheet: Sheet, verb: int) -> int | None:
    """The subject that a verb takes from the verb or noun it hangs on."""
    at = verb
    for _ in range(MAX_CLIMB):
        token = sheet.tokens[at]
        if token.dep == "xcomp" and sheet.tokens[token.head].lemma.lower() in word_list("causing_verbs"):
            # “forced Lund to admit that …”
            forced = [each for each in sheet.children(token.head, "dobj") if each < at]
            return forced[0] if forced else None
        if token.tag == "VBG" and sheet.pos(at - 1) in {"PROPN", "PRON", "NOUN"} and sheet.is_outside(at - 1):
            return at - 1
        if token.head == at:
            break
        if token.dep in {"acl", "relcl"} and sheet.pos(token.head) in NOMINAL:
            return token.head
        at = token.head
        own = own_subject(sheet, at) if sheet.is_outside(at) else None
        if own is not None:
            return resolved(sheet, at, own)
    return subject_before(sheet, verb)


def resolved(sheet: Sheet, verb: int, subject: int) -> int | None:
    """The subject, or what its relative pronoun stands for."""
    if sheet.tag(subject) not in RELATIVES:
        return subject
    at = verb
    while sheet.tokens[at].dep in {"conj", "xcomp", "ccomp"} and sheet.tokens[at].head != at:
        at = sheet.tokens[at].head
    if sheet.tokens[at].dep == "relcl":
        return sheet.tokens[at].head
    return next(
        (index for index in range(subject - 1, -1, -1) if sheet.pos(index) in {"PROPN", "NOUN"}), None
    )


def subject_before(sheet: Sheet, at: int) -> int | None:
    """The last subject before a verb in its sentence."""
    first, _ = sheet.sentence_of(at)
    for index in range(at - 1, first - 1, -1):
        if sheet.tokens[index].dep in SUBJECTS and sheet.is_outside(index):
            return resolved(sheet, sheet.tokens[index].head, index)
    return None


def can_speak(sheet: Sheet, head: int | None) -> bool:
    """Whether a head is someone, or something written: what `show` and `suggest` need to be reports."""
    if head is None:
        return False
    token = sheet.tokens[head]
    named = any(name.start <= token.start < name.end for name in sheet.leaf.names)
    if token.pos == "PROPN" or named or token.lower in {"he", "she", "they", "we", "i", "who", "you"}:
        return True
    lemma = token.lemma.lower()
    if lemma in word_lists("body_nouns", "reporting_nouns", "job_titles", "people_nouns"):
        return True
    return token.pos == "NOUN" and lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee", "ic"))
