"""Random changes of two cells of a row, or of two rows, that belong together."""

from datetime import date

from made_world import moved


def related_changes(header):
    """The ways to change cells that belong together."""
    spans = [span_moved, span_moved, span_turned] if "start" in header else []
    days = [days_moved, *[days_of_precision] * 5] if "start_date" in header else []
    return [*spans, *days, column_filled, column_filled]


def column_filled(rng, rows, _, row):
    """A cell that is empty filled, or one that is filled emptied."""
    at = rng.randrange(len(row))
    others = [other[at] for other in rows[1:] if bool(other[at]) != bool(row[at])]
    row[at] = rng.choice(others) if others else row[at]
    return f"{rows[0][at]} {row[at]!r}"


def span_turned(rng, rows, _, row):
    """A stretch of text that ends where it starts, or before."""
    at = rng.choice([at for at, name in enumerate(rows[0]) if name.endswith("start")])
    row[at], row[at + 1] = row[at + 1], rng.choice([row[at], row[at + 1]])
    return rows[0][at]


def days_of_precision(rng, rows, _, row):
    """Another precision of the same days, or the days of another precision."""
    at, precision = rows[0].index("start_date"), rows[0].index("date_precision")
    other = rng.choice(rows[1:])
    if rng.random() < 0.5:  # as often the one as the other
        row[at : at + 2] = other[at : at + 2]
    else:
        row[precision] = rng.choice(["day", "month", "year", "range", "unknown"])
    return f"{row[at]} to {row[at + 1]} by the {row[precision]}"


def columns_swapped(rng, rows, _, row):
    """Two cells of a row in each other's place."""
    one, other = rng.sample(range(len(row)), 2)
    row[one], row[other] = row[other], row[one]
    return f"{rows[0][one]} and {rows[0][other]}"


def swapped_below(rng, rows, line, row):
    """A cell in the place of one further below."""
    other, at = rows[rng.randint(line, min(line + 3, len(rows) - 1))], rng.randrange(len(row))
    row[at], other[at] = other[at], row[at]
    return rows[0][at]


def span_moved(rng, rows, _, row):
    """A stretch of text moved as a whole, or with an end moved."""
    spans = [at for at, name in enumerate(rows[0]) if name.endswith("start") and row[at]]
    if not spans:
        return "nowhere"
    at, by, more = rng.choice(spans), rng.choice([-2, -1, 1, 3]), rng.choice([0, 0, 1])
    row[at], row[at + 1] = str(int(row[at]) + by), str(int(row[at + 1]) + by + more)
    return f"{rows[0][at]} by {by}"


def days_moved(rng, rows, _, row):
    """The days of a meeting moved together, or changed for each other."""
    at, by = rows[0].index("start_date"), rng.choice([-365, -30, -1, 1, 30, 365])
    days = [day and str(moved(date.fromisoformat(day), by)) for day in row[at : at + 2]]
    row[at : at + 2] = rng.choice([days, row[at : at + 2][::-1]])
    return f"{row[at]} to {row[at + 1]}"
