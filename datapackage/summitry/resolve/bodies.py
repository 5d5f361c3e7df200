"""Bodies that many countries have, such as a supreme court: which of them an article means."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.resolve.referents import Referent, slug_key

LINKING = frozenset({"and", "for", "of", "on", "the"})


def told_apart(
    links: Mapping[int, Referent], texts: Mapping[int, str], countries: frozenset[str], article_id: str
) -> dict[int, Referent]:
    """The links, with a key of its own for each country's body of a name that many have.

    The country is that of the body, here or elsewhere in the article, or the only one that the article speaks
    of; where none of this tells it, no other article means the same body.
    """
    names = {
        index: name
        for index, one in links.items()
        if one.type == "organization" and one.label is None and (name := shared_name(texts[index]))
    }
    stated: dict[str, set[str]] = defaultdict(set)
    for index, name in names.items():
        if code := links[index].country_code:
            stated[name].add(code)
    where = {
        index: links[index].country_code or sole(stated[name]) or sole(countries) or article_id
        for index, name in names.items()
    }
    keys = {index: f"organization:{slug_key(name)}@{where[index]}" for index, name in names.items()}
    return {index: replace(one, key=keys[index]) if index in keys else one for index, one in links.items()}


def sole(codes: Collection[str]) -> str | None:
    """The one of a collection that has only one.

    >>> sole({"NOR"}), sole({"NOR", "SWE"})
    ('NOR', None)
    """
    return next(iter(codes)) if len(codes) == 1 else None


def shared_name(text: str) -> str | None:
    """What of a body's name others share, without the country in it; null where it is a name of its own.

    >>> shared_name("US Supreme Court"), shared_name("Parliament of Chile"), shared_name("Wetland Office")
    ('Supreme Court', 'Parliament', None)
    """
    first, _, rest = text.partition(" ")
    before, _, owner = text.rpartition(" of ")
    if before and knowledge.country_named(owner):
        name = before
    else:
        owned = rest and (knowledge.country_of_demonym(first) or knowledge.country_named(first))
        name = rest if owned else text
    words = [word.lower() for word in name.replace("’", "'").split()]
    shared = all(word in LINKING or word in word_list("shared_body_words") for word in words)
    return name if shared else None
