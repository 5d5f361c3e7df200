"""One invented article, written sentence by sentence, with the rows that point at its words."""

from hashlib import sha256

from made_words import MARKS
from made_world import LANGUAGES, moved, often_the_first, values_of
from summitry.rows import Article, Mention, Paragraph, Quote, Report, Speaker

CUES = ["said", "told", "added", "called on", "a ajouté", "заявил"]
UNNAMED = ["some experts", "officials", "a person close to the talks", "he", "сторони"]
SPEAKER = ["speaker_text", "speaker_paragraph_id", "speaker_start", "speaker_end"]
NO_CUE = dict.fromkeys(["cue", "cue_start", "cue_end", "addressee"])
MAX_CHARS = 100_000
"""The longest paragraph that is read as one."""


class Page:
    """An article in the making: its finished paragraphs, the text of the one at hand, and the rows."""

    def __init__(self, world, article_id, day):
        self.world, self.rng, self.words = world, world.rng, world.words
        self.article_id, self.day = article_id, day
        self.paragraphs, self.mentions, self.quotes, self.speakers, self.reports = [], [], [], [], []
        self.key, self.text = "", ""

    def put(self, words, glue=" "):
        """Write words after a space or what else is between, and tell where they stand."""
        start = len(self.text) + (len(glue) if self.text else 0)
        self.text += f"{glue}{words}" if self.text else words
        return start, len(self.text)

    def stretch(self, start, end):
        """The columns of a stretch of this paragraph."""
        return {"paragraph_id": self.key, "start": start, "end": end, "text": self.text[start:end]}


def written(world, day):
    """The rows of a new article of that day."""
    stem = world.words.name(world.rng, world.rng.randint(1, 2))
    page = Page(world, world.key(stem), day)
    for position in range(1, world.rng.randint(*world.mood.paragraphs) + 1):
        page.key, page.text = world.key(f"{page.article_id}-p{position:03}"), ""
        write_paragraph(page)
        page.paragraphs.append(Paragraph(page.key, page.article_id, position, page.text))
    return page


def write_paragraph(page):
    """A few sentences; seldom one word, or as many as a paragraph can hold."""
    if page.world.chance(page.world.mood.extreme):
        page.put(page.words.text(page.rng, page.rng.choice([1, 1, 1, 6000])))
    for _ in range(page.rng.choice([1, 2, 2, 3, 4])):
        write_sentence(page)
    assert len(page.text) <= MAX_CHARS


def write_sentence(page):
    """A sentence that quotes, that tells of a meeting, or that names some."""
    kind, mood = page.rng.random(), page.world.mood
    if kind < mood.speech:
        page.rng.choice([write_direct, write_direct, write_mixed, write_indirect])(page)
    elif kind < mood.speech + mood.told:
        write_report(page)
    else:
        write_names(page)
    page.put(page.rng.choice([".", ".", ".", "!", "?", "…", "."]), "")


def write_names(page):
    """Words with names among them."""
    page.put(page.words.text(page.rng, page.rng.randint(3, 9)))
    for _ in range(int(page.rng.random() * 2 * page.world.mood.named + 0.5)):
        if page.world.chance(0.1):
            name_unlinked(page)
        else:
            name(page, page.world.entity())
        page.put(
            page.words.text(page.rng, page.rng.randint(1, 6)), page.rng.choice([" ", ", ", "’s ", " — "])
        )


def name(page, entity):
    """A mention of an entity, at times behind a title."""
    title = page.words.text(page.rng, page.rng.randint(1, 4)) if page.world.chance(0.15) else None
    if title:
        page.put(title)
    short = entity.name.split(" ")[-1]
    form = page.rng.choice([*["name"] * 9, *values_of("mentions", "form")])
    return mention(page, page.put(page.rng.choice([entity.name, short])), entity.entity_id, form, title)


def name_unlinked(page):
    """A mention of somebody whom the text does not tell."""
    return mention(page, page.put(page.words.name(page.rng, 1)), None, "name", None)


def mention(page, span, entity_id, form, title):
    """The row of a mention."""
    stem = f"{page.key}-m{span[0]}"
    row = Mention(
        page.world.key(stem),
        **page.stretch(*span),
        entity_id=entity_id,
        form=form,
        title=title,
        confidence=page.world.confidence() if entity_id else None,
        reviewed=page.world.reviewed(),
    )
    page.mentions.append(row)
    return row


def name_several(page, entities):
    """A nominal that stands for several: a mention each, all of the same words."""
    span = page.put(page.words.text(page.rng, 3))
    return [mention(page, span, each.entity_id, "nominal", None) for each in entities]


def some(draw, most):
    """Up to so many different things, in the order drawn."""
    return list({each.entity_id: each for each in (draw() for _ in range(most))}.values())


def write_voice(page):
    """Who says it: the words for them, none at times, and a row a speaker, still without a quote."""
    match page.rng.choice(["one"] * 6 + ["several", "both", "unnamed", "nobody", "before"]):
        case "one":
            row = name(page, page.world.actor())
            return of_span(page, row.start, row.end), [row]
        case "several":
            rows = name_several(page, some(page.world.actor, 3))
            return of_span(page, rows[0].start, rows[0].end), rows
        case "both":
            first, *others = some(page.world.actor, 2)
            rows = [name(page, first)]
            for each in others:
                page.put("and")
                rows.append(name(page, each))
            return of_span(page, rows[0].start, rows[-1].end), rows
        case "before" if before := [row for row in page.mentions if row.entity_id in page.world.able]:
            # in whatever paragraph of the article it stands
            row = page.rng.choice(before)
            place = [row.text, row.paragraph_id, row.start, row.end]
            return dict(zip(SPEAKER, place, strict=True)), [row]
        case "nobody":
            return dict.fromkeys(SPEAKER), []
    return of_span(page, *page.put(page.rng.choice(UNNAMED))), []


def of_span(page, start, end):
    """The columns of the words for a speaker."""
    return dict(zip(SPEAKER, [page.text[start:end], page.key, start, end], strict=True))


def write_cue(page):
    """The words that tell the speech act and to whom, none at times."""
    if page.world.chance(0.1):
        return NO_CUE
    start, end = page.put(page.rng.choice(CUES))
    addressee = page.world.maybe(page.rng.choice(UNNAMED))
    if addressee:
        page.put(addressee)
    return {"cue": page.text[start:end], "cue_start": start, "cue_end": end, "addressee": addressee}


def write_direct(page):
    """A direct quote, at times one in two parts: “words,” someone said. “More words.”."""
    left, right = marks(page)
    page.put(left)
    first = page.put(f"{page.words.text(page.rng, page.rng.randint(2, 14))},", "")
    page.put(right, "")
    who, rows = write_voice(page)
    said = quote(page, "direct", first, who | write_cue(page), rows)
    if page.world.chance(0.3):
        page.put(f". {left}", "")
        second = page.put(f"{page.words.text(page.rng, page.rng.randint(1, 9))}.", "")
        page.put(right, "")
        quote(page, "direct", second, who | NO_CUE | {"continues_id": said.quote_id}, rows)


def write_mixed(page):
    """Someone said that words “and more words”."""
    who, rows = write_voice(page)
    who |= write_cue(page)
    left, right = marks(page)
    start, _ = page.put(page.words.text(page.rng, page.rng.randint(1, 6)))
    page.put(f"{left}{page.words.text(page.rng, page.rng.randint(1, 5))}{right}")
    quote(page, "mixed", (start, len(page.text)), who, rows)


def write_indirect(page):
    """Someone said that words, names among them."""
    who, rows = write_voice(page)
    who |= write_cue(page)
    start, _ = page.put(page.words.text(page.rng, page.rng.randint(1, 3)))
    write_names(page)
    quote(page, "indirect", (start, len(page.text)), who, rows)


def marks(page):
    """Quotation marks to open and to close with."""
    found = page.rng.choice(MARKS)
    return (found[0], found[-1]) if len(found) == 2 else (found, found)


def quote(page, kind, span, told, rows):
    """The row of a quote of which these columns are known, and those of its speakers."""
    at = said_at(page)
    day = page.world.maybe(moved(page.day, -page.rng.randint(0, 9)))
    if at and at.date_precision == "day":
        day = day or at.start_date
    if page.quotes and page.world.chance(0.1):
        told = {"continues_id": often_the_first(page.rng, page.quotes).quote_id} | told
    row = Quote(
        quote_id=page.world.key(f"{page.key}-q{span[0]}"),
        kind=kind,
        said_on=day,
        meeting_id=at and at.meeting_id,
        reviewed=page.world.reviewed(),
        **page.stretch(*span),
        **{"continues_id": None} | told,
    )
    page.quotes.append(row)
    for entity_id, mention_id in {each.entity_id: each.mention_id for each in rows}.items():
        named, sure = page.world.maybe(mention_id), page.world.confidence()
        page.speakers.append(Speaker(row.quote_id, entity_id, named, sure, page.world.reviewed()))
    return row


def said_at(page):
    """The meeting at which it was said, none most often."""
    meetings = page.world.meetings
    return page.rng.choice(meetings[-4:]) if meetings and page.world.chance(0.2) else None


def write_report(page):
    """Some met in a place on a day."""
    world = page.world
    who = some(world.actor, page.rng.choice([0, 1, 2, 2, 2, 3, 9]))
    place = world.place() if world.chance(0.6) else None
    start = page.put(page.words.text(page.rng, 1))[0]
    for each in who:
        name(page, each)
    page.put(page.words.text(page.rng, page.rng.randint(1, 5)))
    where = name(page, place) if place else None
    when = page.stretch(*page.put(page.words.text(page.rng, 2)))["text"]
    span = (start, len(page.text))
    new = not world.meetings or world.chance(0.7)
    found = world.meeting(who, place, page.day) if new else often_the_first(page.rng, world.meetings)
    report(page, found, span, world.maybe(when), where and world.maybe(where.text))
    if found is not world.meetings[0] and world.chance(0.1):
        # the same words can tell of two meetings
        report(page, world.meetings[0], span, None, None)


def report(page, meeting, span, when, where):
    """The row of a report."""
    key = page.world.key(f"{page.key}-r{span[0]}")
    told = page.stretch(*span) | {"date_text": when, "place_text": where}
    row = Report(key, meeting.meeting_id, **told, reviewed=page.world.reviewed())
    page.reports.append(row)


def article_of(page):
    """The row of the article itself, when all of it is written."""
    world, rng, key = page.world, page.rng, page.article_id
    places = [
        f"data/raw/{key}.txt",
        f"https://news.example/{key}",
        f"feed.jsonl#{key}",
        f"../{key}",
        "C:\\a.txt",
    ]
    return Article(
        article_id=key,
        source=world.maybe(rng.choice(places)),
        sha256=sha256(f"{key}{rng.random()}".encode()).hexdigest(),
        published_on=page.day,
        title=world.maybe(world.words.text(rng, rng.randint(1, 12))),
        byline=world.maybe(f"By {world.words.name(rng, 2)}"),
        agency=world.maybe("NPA"),
        dateline=world.maybe(f"{world.words.name(rng, 1).upper()}, {world.words.name(rng, 1)}"),
        url=world.maybe(f"https://news.example/{key}?a=1,2&b=%20"),
        language="en" if world.chance(0.9) else rng.choice(LANGUAGES),
        paragraph_count=len(page.paragraphs),
        word_count=sum(len(row.text.split(" ")) for row in page.paragraphs),
        changes=world.count(9) - 1,
        story_id=key,
        date_source=rng.choice(["header", "record", "metadata", "dateline", "file_name", "fetched", "given"]),
    )
