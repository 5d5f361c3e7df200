"""National teams: in a report of sport a country's name mostly means those who play for it."""

from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.page import Leaf, Page, Token
from summitry.resolve.referents import Referent
from summitry.resolve.regions import Setting
from summitry.settings import SPORT_SHARE, SPORT_WORDS

OWN_TEAM = frozenset({"men", "side", "squad", "team", "women"})
"""Nouns for those who play: the country before them says for whom."""


def tells_of_sport(page: Page) -> bool:
    """Whether an article tells of a match: many different words of sport, and often."""
    sport = word_list("sport_words")
    found = [token.lower for leaf in page.leaves for token in leaf.tokens if token.lower in sport]
    words = sum(len(leaf.tokens) for leaf in page.leaves)
    return len(set(found)) >= SPORT_WORDS and len(found) >= SPORT_SHARE * words


def is_team(page: Page, mention: FoundMention, one: Referent, setting: Setting) -> bool:
    """Whether a country's name, or that of its people, means its team: `beat Samoa`, not `in Samoa`.

    Where the name only says which, it is the country's: `the Samoa women's team`.
    """
    plural = mention.form == "demonym" and mention.text.endswith("s")
    if (
        one.position != "country"
        or mention.span in setting.appended
        or not (mention.form in {"name", "metonym"} or plural)
    ):
        return False
    leaf = page.leaves[mention.span.passage]
    first = leaf.token_at(mention.span.start)
    if first and says_which(leaf, mention, first):
        return False
    before = [token.lower for token in leaf.tokens[: first.index]] if first else []
    if before and before[-1] == "the":
        before = before[:-1]
    return not before or before[-1] not in word_list("locating_prepositions")


def says_which(leaf: Leaf, mention: FoundMention, first: Token) -> bool:
    """Whether a name stands before a noun for the team itself, in one run of words; not before `coach`."""
    head = leaf.tokens[first.head]
    stands = first.dep in {"compound", "nmod"} and head.start > mention.span.end and head.lower in OWN_TEAM
    return stands and "," not in leaf.text[mention.span.end : head.start]


def team_of(one: Referent) -> Referent:
    """The national team of a country, which no table of ours knows."""
    key = f"team:{one.country_code}"
    return Referent(key, "organization", None, None, one.country_code, None, None)
