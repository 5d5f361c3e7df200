"""Where the words that follow a speech act begin."""

from summitry.extract.quotes.complements import OBJECT_TAGS, gerund, infinitive, label, question
from summitry.extract.quotes.cues import Act, act_at, is_inverted, is_passive, verb_at
from summitry.extract.quotes.sheet import ENDINGS, FINITE, NOMINAL, Sheet
from summitry.extract.words import word_list
from summitry.settings import SHORT_PHRASE, SMALL_WORD

PHRASE_TAGS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS"})
"""What a short noun phrase is made of."""


def forward(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of the words that follow a speech act; nothing if none do."""
    refers = sheet.lower(act.last) == "that" and sheet.tag(act.last) == "DT"
    if is_inverted(sheet, act) or (refers and sheet.is_pause(act.last + 1)):
        # “Having said that, …”
        return None
    for find in (that_clause, marked, bare_clause, infinitive, question, gerund, label):
        if (start := find(sheet, act, stop)) is not None:
            return first_word(sheet, start, stop)
    return None


def first_word(sheet: Sheet, start: int, stop: int) -> int | None:
    """The token at or after the start that is a word or stands in marks."""
    return next((at for at in range(start, stop) if sheet.is_word(at) or not sheet.is_outside(at)), None)


def has_object(sheet: Sheet, act: Act, start: int) -> bool:
    """Whether a noun phrase that is no time and no one spoken to follows the act: `claim four islands`."""
    if act.takes("tell") or start >= len(sheet.tokens) or sheet.tag(start) not in OBJECT_TAGS:
        return False
    if sheet.tag(start) == "PRP":
        return True
    phrase = range(start, min(start + 4, len(sheet.tokens)))
    return sheet.lower(start) != "that" and not any(
        sheet.lower(at) in word_list("time_nouns") for at in phrase
    )


def that_clause(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The token after `that`, which only adjuncts and an addressee part from the act."""
    if not act.takes("report", "tell", "answer") or has_object(sheet, act, skip_time(sheet, act.last, stop)):
        return None
    for at in range(act.last, stop):
        if not sheet.is_outside(at):
            continue
        if sheet.lower(at) == "that" and is_complementizer(sheet, act, at):
            return at + 1
        if sheet.tag(at) in FINITE | {"TO"} or sheet.lower(at) in ENDINGS | {":"} or act_at(sheet, at):
            return None
    return None


def is_complementizer(sheet: Sheet, act: Act, at: int) -> bool:
    """Whether a `that` opens the words of a speech act."""
    token = sheet.tokens[at]
    if at == act.last and not sheet.is_outside(at + 1):
        return True
    if token.tag == "DT" and token.dep in {"det", "dobj", "pobj", "nsubj"}:
        return token.dep == "det" and leads_to_verb(sheet, at)
    # “told the crowd that had gathered …”: a relative pronoun has its verb at once
    return not (token.dep in {"nsubj", "nsubjpass"} and sheet.tag(at + 1) in FINITE)


def leads_to_verb(sheet: Sheet, at: int) -> bool:
    """Whether only a name and its title part `that` from a verb: `denied that Lee had gone`."""
    for index in range(at + 1, len(sheet.tokens)):
        if sheet.tag(index) in FINITE:
            return sheet.pos(index - 1) == "PROPN"
        if sheet.pos(index) not in NOMINAL:
            return False
    return False


def marked(sheet: Sheet, act: Act, stop: int) -> int | None:
    """Where the words begin if some of them stand in marks soon after the act."""
    start = skip_time(sheet, act.last, stop)
    at = next((at for at in range(act.last, stop) if not sheet.is_outside(at)), None)
    if at is None:
        return None
    gap = range(act.last, at)
    if sheet.lower(at - 1) == ":" and (clause := clause_before(sheet, act, start, at)) is not None:
        return clause
    if sheet.lower(at - 1) == ":" or (sheet.lower(at - 1) == "that" and not has_object(sheet, act, start)):
        return at
    if at <= start:
        return None if is_title(sheet, act, at) else at
    if any(sheet.lower(index) in ENDINGS | {":"} or act_at(sheet, index) for index in gap):
        return None
    return judged(sheet, act, at) if act.takes("judge", "label") else spoken(sheet, act, start, at)


def clause_before(sheet: Sheet, act: Act, start: int, at: int) -> int | None:
    """Where the words begin if they lead in their own marks: `said it had one aim: “peace”`."""
    told = act.takes("report") and sheet.tag(start) == "PRP" and sheet.tag(start + 1) in FINITE
    return start if told and start + 1 < at else None


def spoken(sheet: Sheet, act: Act, start: int, at: int) -> int | None:
    """Where words begin that open outside marks, or in marks after someone spoken to or a time."""
    gap = range(act.last, at)
    if not act.takes("report", "quote", "ask", "answer") or (
        act.takes("promise", "request") and "to" in map(sheet.lower, gap)
    ):
        return None
    return after_gap(sheet, act, start, at)


def is_title(sheet: Sheet, act: Act, at: int) -> bool:
    """Whether what someone reads or sings is a work and not words: `read “War and Peace”`."""
    words = sheet.words_of(sheet.region_of[at] or 0)
    capitals = all(
        word[0].isupper() for word in words.split() if len(word) > SMALL_WORD and word[0].isalpha()
    )
    return (
        act.frames == {"quote"}
        and sheet.lower(at - 1) != ","
        and capitals
        and words[-1:] not in {".", "?", "!"}
    )


def judged(sheet: Sheet, act: Act, at: int) -> int | None:
    """Where a judgement begins whose marks open at a token: `hailed the pact as “a triumph”`."""
    gap = range(act.last, at)
    if any(sheet.tag(index) in FINITE or sheet.is_pause(index) for index in gap):
        return None
    if is_passive(sheet, act) and len(gap) > 1:
        return at if sheet.children(act.verb, "agent") and sheet.lower(at - 1) == act.label else None
    # “what she described as “a farce””: what is judged stands before
    return act.last + 1 if sheet.lower(act.last) in {"as", "for", "of", "to"} else act.last


def after_gap(sheet: Sheet, act: Act, start: int, at: int) -> int | None:
    """Where the words begin if some others stand between the act and the marks."""
    if not sheet.has_finite(start, at):
        if sheet.is_pause(at - 1):
            return at
        if sheet.tag(start) in {"IN", "TO", "RP"} or act.takes("tell"):
            # “said on “Good Day, Oslo”” names a programme; “said in Oslo “we will …”” quotes
            return at if sheet.tag(at - 1) not in {"IN", "DT", "POS", "PRP$", "JJ", "CC", "TO"} else None
    if not act.takes("report") or sheet.tag(start) not in OBJECT_TAGS:
        return None
    # “told the crowd he was …”
    subject = pronoun_after(sheet, start, at) if act.takes("tell") else None
    return start if subject is None else subject


def pronoun_after(sheet: Sheet, start: int, stop: int) -> int | None:
    """The pronoun with a verb that follows a noun phrase, with or without a preposition before it."""
    first = start + 1 + (sheet.tag(start) == "IN")
    for at in range(start + 1, stop - 1):
        if not sheet.is_outside(at):
            break
        if sheet.tag(at) == "PRP" and sheet.tag(at + 1) in FINITE:
            return at if at >= first else None
        if sheet.pos(at) not in NOMINAL | {"DET", "ADJ", "ADP", "PART"} and sheet.tag(at) != "HYPH":
            break
    return None


def bare_clause(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of a clause without `that`: `said he would go`."""
    if not act.takes("report"):
        return None
    objects = [at for at in sheet.children(act.verb, "dobj", "dative") if at >= act.last]
    for child in sheet.children(act.verb, "ccomp"):
        inside = [at for at in sheet.leaf.subtree(child) if act.last <= at < stop]
        if child < act.last or not inside or not sheet.has_finite(inside[0], inside[-1] + 1):
            continue
        if objects and not act.takes("tell"):
            break
        start = skip_time(sheet, clause_start(sheet, act, child, inside[0]), stop)
        if sheet.tag(start) == "IN" and start == act.last:
            start = pronoun_after(sheet, start, stop) or start
        return (
            None
            if sheet.tag(start) in {"TO", "WRB", "WP", "WDT"}
            or sheet.lower(start) in {"as", "so", "before", "after", "until"}
            else start
        )
    return unparsed_clause(sheet, act, stop)


def unparsed_clause(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The first token of a clause without `that` which the parse does not see as one."""
    start = skip_time(sheet, act.last, stop)
    if sheet.tag(start) == "PRP":
        return start if sheet.tag(start + 1) in FINITE else None
    if sheet.tag(start) == "IN" and (subject := pronoun_after(sheet, start, stop)) is not None:
        # “said after the vote he would go”
        return None if act_at(sheet, subject + 1) else subject
    # “said” has no noun phrase as its object, so one that leads to a verb is a subject
    says = verb_at(sheet, act.verb) == "say" and sheet.tag(start) in OBJECT_TAGS
    noun = sheet.pos(start) != "ADJ" or sheet.pos(start + 1) == "NOUN" or sheet.lower(start + 1) == "of"
    if (says and noun and sheet.has_finite(start + 1, stop)) or is_subject(sheet, act, start, stop):
        return start
    if not lacks_subject(sheet, act, start):
        return None
    return act.last if sheet.tag(act.last) == "RB" else start


def is_subject(sheet: Sheet, act: Act, start: int, stop: int) -> bool:
    """Whether a short noun phrase leads straight to a verb: `conceded ferries were scarce`."""
    if act.last < start or start not in sheet.leaf.subtree(act.verb):
        return False
    for at in range(start, min(start + SHORT_PHRASE, stop)):
        noun = at > start and sheet.pos(at - 1) in {"NOUN", "PROPN"}
        if noun and sheet.tag(at) in {"VBZ", "VBD", "MD"}:
            return sheet.lower(start) not in word_list("time_nouns")
        if noun and sheet.tag(at) in {"VB", "VBP"} and sheet.tag(at - 1) == "NNP":
            # “demanded Lund leave”
            return verb_at(sheet, act.verb) in word_list("mandative_verbs") and sheet.pos(start) == "PROPN"
        # “remarks Lee had made” is a thing, and no clause
        nested = at > start and sheet.tag(at) in {"DT", "NNP"} and sheet.tag(at - 1) in {"NNS", "NN"}
        if nested or not sheet.is_outside(at) or sheet.tag(at) not in PHRASE_TAGS:
            return False
    return False


def lacks_subject(sheet: Sheet, act: Act, start: int) -> bool:
    """Whether a clause has its subject before the act: `a step that Lund said would help`."""
    verb = start + (sheet.tag(start) == "RB")
    return (
        sheet.tag(verb) in {"MD", "VBZ", "VBD", "VBP"}
        and sheet.is_outside(verb)
        and sheet.tokens[act.verb].dep in {"relcl", "pcomp", "ccomp"}
        and any(at < act.verb for at in sheet.children(act.verb, "nsubj"))
    )


def clause_start(sheet: Sheet, act: Act, verb: int, first: int) -> int:
    """The first token of a clause, behind someone spoken to that the parse draws into it."""
    subjects = sheet.children(verb, "nsubj", "nsubjpass")
    if first > act.last or not act.takes("tell") or not subjects:
        return first
    start = sheet.leaf.subtree(subjects[0])[0]
    return max(start, first)


def skip_time(sheet: Sheet, start: int, stop: int) -> int:
    """The token after a time that belongs to the speech act: `said on Monday he would go`."""
    times = word_list("time_adverbs") | word_list("time_nouns")
    at = start
    while at < stop - 1:
        if sheet.lower(at) in times and sheet.tag(at) != "MD":
            at += 1
        elif sheet.lower(at) in {"on", "last", "this", "early", "late"} and sheet.lower(at + 1) in times:
            at += 2
        else:
            break
    return at + 1 if at > start and sheet.lower(at) == "," else at
