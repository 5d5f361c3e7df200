"""What number words and digits count."""

from collections.abc import Sequence

from summitry.dates.lexicon import Entry

TEN, HUNDRED = 10, 100


def amount_of(entries: Sequence[Entry]) -> float | None:
    """The number that a run of words says, or none if it says `few` or `several`.

    >>> amount_of([{"number": "20"}, {"dash": ""}, {"number": "2"}])
    22.0
    >>> amount_of([{"number": "2"}, {"fraction": "0.5"}])
    2.5
    """
    total = part = 0.0
    for entry in entries:
        if "some" in entry:
            return None
        if "couple" in entry:
            return 2.0
        said = value_of(entry)
        if said is None:
            continue
        if said >= HUNDRED and said % HUNDRED == 0 and 0 < part < said:
            part *= said
        elif part % HUNDRED == 0 or (part % TEN == 0 and said < TEN) or said < 1:
            part += said
        else:  # “two three months”: the first of two numbers
            return total + part
        if said >= HUNDRED * TEN:
            total, part = total + part, 0.0
    return total + part or 1.0


def value_of(entry: Entry) -> float | None:
    """The number of one word, if it is one."""
    for name in ("number", "fraction", "half"):
        if name in entry:
            return float(entry[name])
    return None


def spelled(number: float) -> str:
    """The number as values of durations spell it.

    >>> spelled(7.0), spelled(2.5)
    ('7', '2.5')
    """
    return str(int(number)) if number == int(number) else f"{number:g}"


def year_of(entries: Sequence[Entry]) -> int:
    """The year that digits or words say.

    >>> year_of([{"hundreds": "19"}, {"tens": "90"}, {"dash": ""}, {"ones": "7"}])
    1997
    """
    head, *rest = entries
    if "year" in head:
        return int(head["year"])
    return int(head["hundreds"]) * HUNDRED + sum(
        int(entry.get("tens") or entry.get("ones") or 0) for entry in rest
    )
