"""The figures of each task: from the scorers of the gold folder where it has one, else from our own rows."""

import json
import re
from collections.abc import Callable, Iterator, Sequence

from bench_gold import (
    AQUAINT,
    FRAMENET,
    GUM,
    GUM_PEOPLE,
    LGL,
    NEWS_FAIR,
    PLV,
    QUOTES,
    STYLES,
    TIMEBANK,
    WORLDWIDE,
    Doc,
    Gold,
)
from bench_links import (
    COREFERRING,
    NAMING,
    OTHER,
    UNSURE,
    WORD,
    country_rows,
    place_rows,
    pronoun_rows,
    wikidata_rows,
)
from bench_quotes import quote_rows
from bench_rows import RIGHT, SURPLUS, Row
from bench_spans import consultation_rows, date_rows, meeting_rows, name_rows

Figures = dict[str, float]
"""In percent, by what they are called in the table of aims."""


class Measured:
    """What one task gives: its figures and its rows."""

    def __init__(self, figures: Figures, rows: Sequence[Row]) -> None:
        self.figures, self.rows = figures, list(rows)


def quotes(gold: Gold) -> Measured:
    """Quotations on PolNeAR, and what each style of marks loses."""
    scores = json.loads(gold.score("score_quotes.py", QUOTES, "--json"))
    figures = {f"quotes {name}": 100 * score["F1"] for name, score in scores.items() if "F1" in score}
    figures |= {f"quotes {name}": 100 * score["acc"] for name, score in scores.items() if "acc" in score}
    return Measured(figures, rows_of(gold, QUOTES, quote_rows))


def styles(gold: Gold) -> Measured:
    """What quotations lose where the marks are written otherwise: direct ones with the right speaker."""
    name = "direct.e2e"
    plain = json.loads(gold.score("score_quotes.py", QUOTES, "--json"))[name]["F1"]
    losses = {
        file.partition("style_")[2].removesuffix(".jsonl"): 100
        * (plain - json.loads(gold.score("score_quotes.py", file, "--json"))[name]["F1"])
        for file in STYLES
    }
    figures = {f"loss {style}": loss for style, loss in losses.items()}
    return Measured({**figures, "loss worst": max(losses.values())}, [])


def dates(gold: Gold) -> Measured:
    """Dates on TimeBank and AQUAINT."""
    figures, rows = {}, []
    for name, file in (("TimeBank", TIMEBANK), ("AQUAINT", AQUAINT)):
        printed = re.findall(r"([A-Za-z]\w*) (\d+\.\d+)", gold.score("score_timex.py", file))
        figures |= {f"dates {name} {key}": float(figure) for key, figure in printed}
        rows += rows_of(gold, file, date_rows)
    return Measured(figures, rows)


def names(gold: Gold) -> Measured:
    """Names on Worldwide."""
    maps = ("--gold-map", "worldwide", "--pred-map", "none", "--trim", "--types")
    figures = {}
    for types in ("PER,ORG,LOC", "PER,ORG,LOC,MISC"):
        printed = gold.score("score_ner.py", WORLDWIDE, *maps, types)
        lines = re.findall(r"^(\w+) +P +([\d.]+) R +([\d.]+) F1 +([\d.]+)", printed, re.MULTILINE)
        for label, precision, recall, f1 in lines:
            name = f"names {types}" if label == "micro" else f"names {label}"
            figures |= {f"{name} P": float(precision), f"{name} R": float(recall), name: float(f1)}
    return Measured(figures, rows_of(gold, WORLDWIDE, name_rows))


def countries(gold: Gold) -> Measured:
    """Countries on News-Fair and GUM."""
    return linked(gold, "countries", country_rows)


def wikidata(gold: Gold) -> Measured:
    """Wikidata ids on News-Fair and GUM."""
    return linked(gold, "ids", wikidata_rows)


def linked(gold: Gold, task: str, rows_in: Callable[[str, Doc, Doc], Iterator[Row]]) -> Measured:
    """Precision, recall and F1 over names on News-Fair and GUM, and over everything that has an id."""
    figures: Figures = {}
    rows: list[Row] = []
    for name, file in (("News-Fair", NEWS_FAIR), ("GUM", GUM)):
        here = [row for pair in gold.pairs(file) for row in rows_in(f"{task} {name}", *pair)]
        figures |= {f"{task} {name} {key}": value for key, value in prf(list(filter(is_name, here))).items()}
        if task == "ids":
            figures |= {f"ids {name}, all {key}": value for key, value in prf(here).items()}
        rows += here
    return Measured(figures, rows)


def is_name(row: Row) -> bool:
    """Whether a row is a name, and no pronoun, phrase or common word."""
    form = row.kind.removeprefix("no row, ")
    return row.kind not in {COREFERRING, WORD} and (form == row.kind or form in NAMING)


def prf(rows: Sequence[Row]) -> Figures:
    """Precision of our answers, recall of the gold, and their F1; a surplus answer is a wrong one.

    >>> row = Row("ids", "a", 0, 3, "PER", RIGHT, "Q1")
    >>> found = prf([row, row._replace(verdict="not found", ours=None), row._replace(verdict=SURPLUS)])
    >>> found["P"], found["R"], found["answers"]
    (50.0, 50.0, 2)
    """
    right = sum(row.verdict == RIGHT for row in rows)
    answers = sum(row.ours is not None for row in rows)
    wanted = sum(row.verdict != SURPLUS for row in rows)
    return {
        "P": percent(right, answers), "R": percent(right, wanted), "F1": percent(2 * right, answers + wanted),
        "gold": wanted, "answers": answers,
    }  # fmt: skip


def percent(part: float, whole: float) -> float:
    """A share in percent; of nothing it is zero."""
    return 100 * part / whole if whole else 0.0


def places(gold: Gold) -> Measured:
    """GeoNames ids on the Local-Global Lexicon."""
    rows = rows_of(gold, LGL, place_rows)
    found = prf(rows)
    seen = percent(sum(row.verdict in {RIGHT, UNSURE, OTHER} for row in rows), len(rows))
    return Measured({"places exact": found["R"], "places P": found["P"], "places found": seen}, rows)


def pronouns(gold: Gold) -> Measured:
    """Whom `he` and `she` mean, on GUM: the answers are those to its other file."""
    answers = gold.answers(GUM)
    rows = [
        row
        for file in GUM_PEOPLE
        for doc in gold.docs(file).values()
        if doc["id"] in answers
        for row in pronoun_rows(doc, answers[doc["id"]])
    ]
    named = [row for row in rows if row.kind == "named"]
    every = prf(rows)
    return Measured({"he/she named": prf(named)["R"], "he/she all": every["R"], "he/she P": every["P"]}, rows)


def meetings(gold: Gold) -> Measured:
    """Meetings on FrameNet, and consultations on PLV."""
    scores = json.loads(gold.score("score_meetings.py", FRAMENET, "--json"))
    figures = {
        f"meetings {name} {key}": 100 * score[key]
        for name, score in scores.items()
        if isinstance(score, dict)
        for key in ("p", "r", "f1", "accuracy", "precision")
        if key in score
    }
    rows = rows_of(gold, PLV, consultation_rows)
    figures |= {f"PLV {key}": value for key, value in prf(rows).items()}
    return Measured(figures, [*rows_of(gold, FRAMENET, meeting_rows), *rows])


def rows_of(gold: Gold, file: str, rows_in: Callable[[Doc, Doc], Iterator[Row]]) -> list[Row]:
    """The rows of every text of a set."""
    return [row for pair in gold.pairs(file) for row in rows_in(*pair)]


TASKS: dict[str, Callable[[Gold], Measured]] = {
    task.__name__: task
    for task in (quotes, styles, dates, names, countries, wikidata, places, pronouns, meetings)
}
