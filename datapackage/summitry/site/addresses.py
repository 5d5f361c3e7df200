"""Where the page of a row lies, and where on a page a row stands: names that hold on every file system."""

from summitry.paths import name_of


def page_of(kind: str, key: str) -> str:
    """The address of the page of an article, an entity, a meeting or a country, from the start page.

    >>> page_of("country", "NOR")
    'country/nor.html'
    """
    # codes are capitals by their schema, so that small letters tell them apart as well
    return f"{kind}/{name_of(key.lower() if kind == 'country' else key)}.html"


def words_of(kind: str, key: str) -> str:
    """The anchor of the words that a row rests on, in the text of its article.

    >>> words_of("quote", "p1-q4")
    'w-quote-p1-q4'
    """
    return f"w-{kind}-{name_of(key)}"


def row_of(kind: str, *keys: str) -> str:
    """The anchor of what is told of a row, below the text or on a page of its own.

    >>> row_of("participant", "oslo-talks", "kari-solheim")
    'r-participant-oslo-talks.kari-solheim'
    """
    return ".".join([f"r-{kind}-{name_of(keys[0])}", *map(name_of, keys[1:])])


def column_of(table: str, name: str) -> str:
    """The anchor of a column in the codebook.

    >>> column_of("quotes", "said_on")
    'c-quotes.said_on'
    """
    return f"c-{table}.{name}"


def address(page: str, anchor: str | None = None) -> str:
    """The address of a page, or of an anchor on it; names are such that nothing needs an escape."""
    return f"{page}#{anchor}" if anchor else page
