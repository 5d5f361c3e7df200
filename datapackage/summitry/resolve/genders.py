"""What an article tells of a person's gender: `Mrs` or `spokeswoman` before the name, or the given name."""

from collections.abc import Iterator, Sequence

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list, word_map
from summitry.page import Page
from summitry.resolve.clauses import head_token


def gender_told(page: Page, mentions: Sequence[FoundMention]) -> str | None:
    """The gender of a person with these mentions: as addressed, else as named, else as described."""
    addressed = [each for one in mentions for each in said_before(page, one)]
    named = [each for one in mentions if (each := gender_of_name(page, one))]
    described = [each for one in mentions for each in said_beside(page, one)]
    return next(iter([*addressed, *named, *described]), None)


def said_before(page: Page, mention: FoundMention) -> Iterator[str]:
    """Yield the gender of the form of address before a name: `Mrs`."""
    words = page.leaves[mention.span.passage].text[: mention.span.start].lower().split()
    if words and words[-1] in word_list("honorifics") and words[-1] in word_map("gendered_words"):
        yield word_map("gendered_words")[words[-1]]


def gender_of_name(page: Page, mention: FoundMention) -> str | None:
    """The gender that the given name tells; a single word is one only without a title or form of address."""
    first, _, rest = mention.text.partition(" ")
    before = page.leaves[mention.span.passage].text[: mention.span.start].lower().split()
    formal = mention.title is not None or bool(before and before[-1] in word_list("honorifics"))
    return None if formal and not rest else knowledge.likely_gender(first)


def said_beside(page: Page, mention: FoundMention) -> Iterator[str]:
    """Yield the gender that the title tells, or a noun before the name or in apposition to it."""
    genders = word_map("gendered_words")
    leaf = page.leaves[mention.span.passage]
    title = page.words(mention.title).lower().split() if mention.title else []
    yield from (genders[word] for word in title[-1:] if word in genders)
    token = head_token(leaf, mention.span)
    if token is None:
        return
    beside = [leaf.tokens[child] for child in leaf.children[token.index]]
    if token.dep == "appos":
        beside.append(leaf.tokens[token.head])
    near = [one for one in beside if one.dep in {"appos", "compound"} or one.index == token.head]
    yield from (genders[one.lower] for one in near if one.tag == "NN" and one.lower in genders)
