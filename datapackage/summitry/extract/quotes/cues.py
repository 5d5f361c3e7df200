"""Speech acts: the words that say that something was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from summitry.extract.quotes.sheet import DASHES, ENDINGS, FINITE, NOMINAL, Sheet
from summitry.extract.words import word_list, word_lists, word_map
from summitry.settings import LIGHT_REACH, REMEMBERED_WORDS

# how the complement of a verb can be built, and the list of such verbs
FRAMES = {
    "report": "reporting_verbs",
    "quote": "quoting_verbs",
    "tell": "telling_verbs",
    "answer": "answering_verbs",
    "ask": "asking_verbs",
    "request": "requesting_verbs",
    "promise": "promising_verbs",
    "gerund": "gerund_verbs",
    "evidence": "evidence_verbs",
    "judge": "judging_verbs",
    "label": "labelling_verbs",
}
# forms that the model at times takes for something else beside quotation marks
SURE_FORMS = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "added": "add",
    "tweeted": "tweet",
    "asked": "ask",
}


SURE_WORDS = frozenset({*SURE_FORMS, "according"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS"})
"""The Penn tags of verbs, and of the plurals that verbs are taken for."""


@dataclass(frozen=True, slots=True)
class Act:
    """One speech act: where its words stand, and how its complement can be built."""

    verb: int
    """The token that has a subject; of `according to`, its first word."""
    last: int
    """The cue is `tokens[verb:last]`."""
    frames: frozenset[str]
    label: str = ""
    """The word before the label (`as`, `of`, or nothing) where the act says what something is called."""
    negated: bool = False

    def takes(self, *frames: str) -> bool:
        """Whether the complement can be built in one of these ways."""
        return not self.frames.isdisjoint(frames)


@lru_cache(REMEMBERED_WORDS)
def frames_of(lemma: str) -> frozenset[str]:
    """How the complement of a verb can be built.

    >>> sorted(frames_of("vow"))
    ['promise', 'report']
    """
    return frozenset(frame for frame, name in FRAMES.items() if lemma in verbs_of(name))


@cache
def verbs_of(name: str) -> frozenset[str]:
    """The verbs of a list."""
    return frozenset(word_map(name)) if name == "labelling_verbs" else word_list(name)


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Speech acts of several words by the lemma of the first: the words after it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, frame in word_map("phrasal_cues").items():
        head, *rest = phrase.split()
        found.setdefault(head, []).append((tuple(rest), frame))
    return {
        head: sorted(entries, key=lambda entry: (-len(entry[0]), entry)) for head, entries in found.items()
    }


def acts_of(sheet: Sheet) -> list[Act]:
    """The speech acts of a paragraph that stand outside quotation marks, in reading order."""
    before_that = {token.index - 1 for token in sheet.tokens if token.lower == "that"}
    return [
        act
        for index, token in enumerate(sheet.tokens)
        # what the word alone rules out is asked first: few words are left
        if token.tag in VERBAL or token.lower in SURE_WORDS or index in before_that
        if sheet.region_of[index] is None
        for act in (*acts_at(sheet, index), *nouns_at(sheet, index))
    ]


def nouns_at(sheet: Sheet, index: int) -> Iterator[Act]:
    """The speech act that a noun with its owner and a clause is: `Lund’s claim that …`."""
    if sheet.tokens[index].lemma.lower() not in word_list("claim_nouns") or sheet.lower(index + 1) != "that":
        return
    owners = sheet.children(index, "poss")
    mark = sheet.tokens[index + 1]
    held = mark.dep == "mark" and mark.head in sheet.children(index, "acl", "ccomp")
    if owners and held and sheet.lower(owners[0]) not in word_list("time_nouns"):
        yield Act(index, index + 1, frozenset({"noun"}))


def act_at(sheet: Sheet, index: int) -> Act | None:
    """The speech act whose first word a token is, or none."""
    return (
        next(acts_at(sheet, index), None) if sheet.is_outside(index) and index < len(sheet.tokens) else None
    )


def acts_at(sheet: Sheet, index: int) -> Iterator[Act]:
    """The speech act whose first word a token is, if it is one."""
    if sheet.lower(index) == "according" and sheet.lower(index + 1) == "to":
        yield Act(index, index + 2, frozenset({"source"}))
        return
    lemma = verb_at(sheet, index)
    if lemma is None or not tells_of_speech(lemma) or is_modifier(sheet, index):
        return
    negated = is_negated(sheet, index)
    if phrase := phrase_at(sheet, index, lemma):
        yield Act(index, phrase[0], frozenset({phrase[1]}), negated=negated)
    elif last := light_phrase(sheet, index, lemma):
        yield Act(index, last, frozenset({"report", "promise"}), negated=negated)
    elif frames := frames_of(lemma):
        label = word_map("labelling_verbs").get(lemma, "")
        yield Act(index, index + 1, frames, label, negated)


@lru_cache(REMEMBERED_WORDS)
def tells_of_speech(lemma: str) -> bool:
    """Whether a verb can be a speech act, alone or with the words behind it.

    >>> tells_of_speech("say"), tells_of_speech("express"), tells_of_speech("walk")
    (True, True, False)
    """
    return lemma in phrases() or lemma in word_list("light_verbs") or bool(frames_of(lemma))


def verb_at(sheet: Sheet, index: int) -> str | None:
    """The base form of a token that is a verb."""
    token = sheet.tokens[index]
    if token.lower in SURE_FORMS and not (token.text.istitle() and token.tag == "NNP" and index):
        return SURE_FORMS[token.lower]
    if sheet.lower(index - 2) == "according" and sheet.lower(index - 1) == "to":
        return None
    if token.tag.startswith("VB"):
        return token.lemma.lower()
    return token.lemma.lower() if is_mistaken(sheet, index) else None


def is_mistaken(sheet: Sheet, index: int) -> bool:
    """Whether a verb is taken for a plural: `Lund claims that he …`, `…, Lund maintains.`."""
    if sheet.tag(index) != "NNS" or not sheet.lower(index).endswith("s"):
        return False
    named = sheet.pos(index - 1) in {"PROPN", "PRON"} or sheet.tokens[index - 1].text[0].isupper()
    if sheet.lower(index + 1) == "that":
        return named and sheet.tag(index - 1) != "PRP$" and sheet.tag(index + 2) not in FINITE
    if sheet.lower(index + 1) == "to" and sheet.tag(index + 2) == "VB":
        return named and sheet.tokens[index].dep == "ROOT"
    return sheet.tokens[index].dep == "ROOT" and sheet.lower(index + 1) in ENDINGS


def is_modifier(sheet: Sheet, index: int) -> bool:
    """Whether a verb form only describes a noun or a clause: `the announced visit`, `Asked about it, …`."""
    token = sheet.tokens[index]
    if sheet.tag(index - 1) == "DT" and token.tag == "VBN":
        # “the accused”
        return True
    if sheet.lower(index - 1) == "so" or (sheet.lower(index - 2) == "so" and sheet.lower(index - 1) == "-"):
        return True
    if token.dep in {"amod", "compound"} and sheet.tag(index + 1).startswith("NN"):
        # “Said Lee: “…””
        return token.lower != "said" or index > sheet.sentence_of(index)[0]
    participle = token.tag == "VBN" or token.lower in {"asked", "told"}
    return participle and token.lower != "said" and is_reduced(sheet, index)


def is_reduced(sheet: Sheet, index: int) -> bool:
    """Whether a participle is a clause without a subject: `When asked, …`, `a man accused of theft`."""
    if index == sheet.sentence_of(index)[0]:
        return True
    if sheet.children(index, "aux", "auxpass"):
        return False
    if sheet.lower(index - 1) in {"when", "if", "as", "once"}:
        return True
    token = sheet.tokens[index]
    if (
        sheet.is_pause(index - 1)
        and sheet.tokens[token.head].dep == "ROOT"
        and sheet.pos(token.head) == "PROPN"
    ):
        # “Lee, who left early, testified that …”
        return False
    return token.tag == "VBN" and token.dep in {"acl", "advcl"} and not sheet.children(index, "nsubj")


def is_negated(sheet: Sheet, index: int) -> bool:
    """Whether the act did not take place: `did not say`, `neither indicated`, `declined to say`."""
    negators = word_list("negators")
    beside = () if sheet.is_pause(index - 1) else (index - 2, index - 1)
    before = [*(child for child in sheet.leaf.children[index] if child < index), *beside]
    if any(
        sheet.lower(at) in negators and sheet.is_outside(at) and sheet.tokens[at].dep != "det"
        for at in before
    ):
        return True
    token = sheet.tokens[index]
    if token.dep == "xcomp" and token.head != index:
        head = sheet.tokens[token.head].lemma.lower()
        return head in word_lists("evasions", "prospects") or is_negated(sheet, token.head)
    return has_no_subject(sheet, index)


def has_no_subject(sheet: Sheet, index: int) -> bool:
    """Whether the subject of a verb is `neither …`, `no one` or the like."""
    for child in sheet.children(index, "nsubj", "nsubjpass"):
        first = sheet.leaf.subtree(child)[0]
        if child < index and sheet.is_outside(first) and sheet.lower(first) in word_list("negators"):
            return True
    first, _ = sheet.sentence_of(index)
    subject = (
        sheet.is_outside(first) and sheet.lower(first) == "neither" and not sheet.has_finite(first, index)
    )
    return subject and not any(sheet.lower(at) in ENDINGS for at in range(first, index))


def is_inverted(sheet: Sheet, act: Act) -> bool:
    """Whether the speaker follows the act: `“…,” said Ann Lee`, `It is over, said the minister`."""
    before = act.verb - 1
    if before < 0 or act.last > act.verb + 1:
        return False
    if sheet.is_outside(before) and (sheet.lower(before) not in {",", *DASHES} or act.takes("request")):
        return sheet.lower(before) == "," and not sheet.is_outside(before - 1)
    if any(at < act.verb for at in sheet.children(act.verb, "nsubj")) or sheet.tag(act.verb) in {"VBG", "VB"}:
        return False
    following = sheet.lower(act.last)
    if following in word_lists("time_nouns", "time_adverbs") or following in {"that", "this", "last", "next"}:
        return False
    return sheet.pos(act.last) in NOMINAL | {"DET", "ADJ"}


def is_passive(sheet: Sheet, act: Act) -> bool:
    """Whether the subject of the act is not who speaks: `was told`, `are urged`."""
    return bool(sheet.children(act.verb, "auxpass"))


def is_unreal(sheet: Sheet, act: Act) -> bool:
    """Whether the act has not taken place, or only may: `will say`, `could ask`."""
    return any(sheet.tag(at) == "MD" and sheet.lower(at) != "would" for at in sheet.children(act.verb, "aux"))


def phrase_at(sheet: Sheet, index: int, lemma: str) -> tuple[int, str] | None:
    """Where a speech act of several words ends, and how it is built."""
    for rest, frame in phrases().get(lemma, []):
        last: int = index + 1
        if sheet.tag(last) in {"RB", "NNP"} and sheet.lower(last) != rest[0]:
            last += 1
        if all(sheet.lower(last + number) == word for number, word in enumerate(rest)):
            return last + len(rest), frame
    return None


def light_phrase(sheet: Sheet, index: int, lemma: str) -> int | None:
    """Where `expressed the hope` ends, if a clause or an infinitive follows it."""
    if lemma not in word_list("light_verbs"):
        return None
    for at in range(index + 1, min(index + 1 + LIGHT_REACH, len(sheet.tokens))):
        if sheet.lower(at) in word_list("speech_nouns") and sheet.pos(at) == "NOUN":
            return at + 1 if sheet.lower(at + 1) in {"that", "to"} else None
        if sheet.pos(at) not in NOMINAL | {"DET", "ADJ", "ADV"}:
            return None
    return None
