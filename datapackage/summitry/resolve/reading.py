"""One article read to the end: its names linked, its speakers and participants known as far as it tells."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from summitry import knowledge
from summitry.extract.findings import Findings
from summitry.extract.found import FoundMention
from summitry.page import Dispatch, Page, Span
from summitry.resolve.bodies import told_apart
from summitry.resolve.decisions import Decision
from summitry.resolve.discourse import Discourse
from summitry.resolve.grounds import Ground
from summitry.resolve.homes import at_home
from summitry.resolve.persons import persons_of
from summitry.resolve.pronouns import PLURAL, SINGULAR
from summitry.resolve.quotes import LinkedQuote, quote_of
from summitry.resolve.referents import Referent, countries_named, referent_of
from summitry.resolve.regions import setting_of
from summitry.resolve.teams import is_team, team_of, tells_of_sport
from summitry.resolve.tellings import Telling, telling_of
from summitry.rows import Form

# “Russia’s ”, “the United States’ ”
OWNER = re.compile(r"((?:[A-Z][\w.-]* )*[A-Z][\w.-]*)['’]s? $")


@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A mention and the key of what it means."""

    span: Span
    text: str
    form: Form
    title: str | None
    key: str | None
    ground: Ground | None = field(default=None, compare=False)
    """What the link rests on."""
    titled: Span | None = field(default=None, compare=False)
    """Where the title stands."""


class Referring(NamedTuple):
    """A pronoun or noun phrase, whom it means, and the quote or telling that needs it."""

    span: Span
    form: Form
    key: str
    quote: int | None
    telling: int | None
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, with every name known by a key."""

    dispatch: Dispatch
    mentions: tuple[LinkedMention, ...]
    quotes: tuple[LinkedQuote, ...]
    tellings: tuple[Telling, ...]
    referring: tuple[Referring, ...]
    referents: dict[str, Referent]
    decisions: tuple[Decision, ...] = ()
    """What a person decided, as far as it is not seen in the rest."""

    def words(self, span: Span) -> str:
        """The text of a stretch."""
        return self.dispatch.passages[span.passage].text[span.start : span.end]


def reading_of(page: Page, findings: Findings) -> Reading:
    """The article with its names, speakers and participants resolved."""
    near = countries_named(findings.mentions)
    setting = setting_of(page, findings.mentions, near)
    people = persons_of(page, findings.mentions, near)
    links = dict(people)
    for index, mention in enumerate(findings.mentions):
        if mention.type != "person" and (referent := referent_of(mention, setting)):
            ground = Ground(mention.span, referent.source)
            links[index] = replace(owned(page, mention, referent), named=mention.span, ground=ground)
    if tells_of_sport(page):
        links |= {
            index: replace(team_of(one), named=one.named, ground=Ground(one.named))
            for index, one in links.items()
            if is_team(page, findings.mentions[index], one, setting)
        }
    links = at_home(page, findings.mentions, links, near)
    texts = {index: mention.text for index, mention in enumerate(findings.mentions)}
    links = told_apart(links, texts, frozenset(code[:3] for code in near), page.dispatch.article_id)
    discourse = Discourse(page, findings.mentions, links, quotes=findings.quotes)
    quotes, tellings, referring = resolved(discourse, findings)
    referents = {one.key: one for one in [*links.values(), *discourse.found]}
    mentions = tuple(
        linked(page, mention, links.get(index)) for index, mention in enumerate(findings.mentions)
    )
    named = {(mention.span, mention.key) for mention in mentions}
    others = tuple(one for one in referring if (one.span, one.key) not in named)
    return Reading(page.dispatch, mentions, tuple(quotes), tuple(tellings), others, referents)


def owned(page: Page, mention: FoundMention, referent: Referent) -> Referent:
    """A place with the country that the text says it belongs to: “Russia’s Far East”."""
    if (
        mention.type != "place"
        or mention.form != "name"
        or referent.country_code
        or referent.position == "country"
    ):
        return referent
    before = page.leaves[mention.span.passage].text[: mention.span.start]
    owner = OWNER.search(before)
    country = knowledge.country_named(owner.group(1)) if owner else None
    if country is None:
        return referent
    return replace(referent, key=f"{referent.key}:{country.code}", country_code=country.code)


def linked(page: Page, mention: FoundMention, referent: Referent | None) -> LinkedMention:
    """A found mention with its key."""
    title = page.words(mention.title) if mention.title else None
    city = mention.form == "metonym" and referent is not None and referent.position != "country"
    return LinkedMention(
        span=mention.span,
        text=mention.text,
        form="name" if city else mention.form,
        title=title,
        key=referent.key if referent else None,
        ground=referent.ground if referent else None,
        titled=mention.title,
    )


def form_of(page: Page, span: Span) -> Form:
    """How a stretch without a name refers."""
    return "pronoun" if page.words(span).lower() in SINGULAR | PLURAL | {"it"} else "nominal"


def ground_at(span: Span, one: Referent) -> Ground:
    """What it rests on that words without a name mean something: what they were looked up as, else a name."""
    return one.ground if one.ground and one.ground.span == span else Ground(one.named)


def resolved(
    discourse: Discourse, findings: Findings
) -> tuple[list[LinkedQuote], list[Telling], list[Referring]]:
    """Quotes and tellings, taken in reading order so that each knows what went before; and who is meant."""
    quotes: dict[int, LinkedQuote] = {}
    tellings: dict[int, Telling] = {}
    referring: list[Referring] = []
    for _, kind, index in reading_order(findings):
        if kind == "meeting":
            tellings[index], spans = telling_of(discourse, findings.meetings[index])
            quote, telling = None, index
        else:
            quotes[index], spans = quote_of(discourse, findings, index, quotes)
            quote, telling = index, None
        referring += [
            Referring(span, form_of(discourse.page, span), one.key, quote, telling, ground_at(span, one))
            for span, one in spans
        ]
    return (
        [quotes[index] for index in sorted(quotes)],
        [tellings[index] for index in sorted(tellings)],
        referring,
    )


def reading_order(findings: Findings) -> list[tuple[Span, str, int]]:
    """Every telling and quote by where its words begin."""
    meetings = [(meeting.report, "meeting", index) for index, meeting in enumerate(findings.meetings)]
    quotes = [
        (min(quote.content, quote.speaker or quote.content), "quote", index)
        for index, quote in enumerate(findings.quotes)
    ]
    return sorted(meetings + quotes)
