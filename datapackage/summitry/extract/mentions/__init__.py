"""Where an article names people, places, organizations, events and documents."""

from collections.abc import Iterable, Iterator

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.mentions.consistency import consistent
from summitry.extract.mentions.metonyms import acts_as_government
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.mentions.names import find_names
from summitry.extract.mentions.titles import Title, title_of
from summitry.extract.words import word_list
from summitry.page import Leaf, Page, Span
from summitry.rows import EntityType, Form

__all__ = ["find_mentions"]

TYPE_OF: dict[NameKind, EntityType] = {
    "person": "person",
    "organization": "organization",
    "country": "place",
    "city": "place",
    "place": "place",
    "seat": "place",
    "event": "event",
    "document": "document",
    "demonym": "place",
}


def find_mentions(page: Page) -> list[FoundMention]:
    """Every place where the article names something, in reading order.

    >>> from summitry.annotate import annotate
    >>> from summitry.read import read_record
    >>> record = {"id": "a", "date": None, "text": "Foreign Minister Ann Lee of Norway arrived."}
    >>> article = read_record(record, for_tables=False)
    >>> [(one.text, one.type) for one in find_mentions(annotate(article))]
    [('Ann Lee', 'person'), ('Norway', 'place')]
    """
    named = consistent(page, [find_names(leaf) for leaf in page.leaves])
    return [
        mention
        for leaf, names in zip(page.leaves, named, strict=True)
        for mention in mentions_of(leaf, names)
    ]


def mentions_of(leaf: Leaf, names: list[Named]) -> Iterator[FoundMention]:
    """Yield the mentions of one paragraph."""
    titles = {name: title_of(leaf, name.start, name.end) for name in names if name.kind == "person"}
    for name in names:
        if name.kind == "demonym" and is_language(leaf, name):
            continue
        if is_department(leaf, name, titles.values()):
            continue
        yield mention_of(leaf, name, titles.get(name))


def mention_of(leaf: Leaf, name: Named, title: Title | None) -> FoundMention:
    """One name as a mention."""
    span = Span(leaf.index, name.start, name.end)
    return FoundMention(
        span=span,
        text=leaf.text[name.start : name.end],
        form=form_of(leaf, name),
        type=TYPE_OF[name.kind],
        title=Span(leaf.index, title.start, title.end) if title else None,
        owner=Span(leaf.index, *title.owner) if title and title.owner else None,
    )


def form_of(leaf: Leaf, name: Named) -> Form:
    """How the text names it."""
    if name.kind == "demonym":
        return "demonym"
    text = leaf.text[name.start : name.end]
    governs = knowledge.country_of_capital(text) if name.kind == "city" else name.kind == "seat"
    return "metonym" if governs and acts_as_government(leaf, name.start, name.end) else "name"


def is_language(leaf: Leaf, name: Named) -> bool:
    """Whether a demonym stands for the language: “translated from Japanese”, “a Russian translation”."""
    token = leaf.token_at(name.start)
    if token is None:
        return False
    after = leaf.tokens[token.index + 1].lower if token.index + 1 < len(leaf.tokens) else ""
    if after in word_list("language_things"):
        return True
    governor = leaf.tokens[token.head]
    verb = leaf.tokens[governor.head] if governor.pos == "ADP" else governor
    return token.dep in {"pobj", "dobj"} and verb.lemma in word_list("language_verbs")


def is_department(leaf: Leaf, name: Named, titles: Iterable[Title | None]) -> bool:
    """Whether a name is the field of an office: “Foreign Affairs” in “Minister of Foreign Affairs”."""
    if name.kind not in {"organization", "document"}:
        return False
    before = leaf.text[: name.start].lower().rstrip()
    office = before.endswith(("minister of", "ministers of", "secretary of"))
    unknown = before.endswith(" of") and not knowledge.organization_named(leaf.text[name.start : name.end])
    inside = any(title and title.start < name.start and name.end <= title.end for title in titles)
    return inside and (office or unknown)
