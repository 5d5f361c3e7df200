"""The gold sets of a folder, what we answer to each text, and what the scorers of the folder say of it."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import summitry

Doc = dict[str, Any]

QUOTES = "quotes/polnear-dev.jsonl"
STYLES = tuple(
    f"quotes/polnear-dev-style_{style}.jsonl" for style in ("british", "curly", "doubled", "straight")
)
TIMEBANK = "dates/timex_te3_timebank_train.jsonl"
AQUAINT = "dates/timex_te3_aquaint_train.jsonl"
WORLDWIDE = "names/ner_worldwide_dev.jsonl"
NEWS_FAIR = "links/link_newsfair_v2_dev.jsonl"
GUM = "links/link_gum_wikinews.jsonl"
GUM_PEOPLE = ("names/gum_news_dev.jsonl", "names/gum_news_train.jsonl")
"""The texts of GUM again, some of them, with every noun phrase and pronoun."""
LGL = "links/link_geo_lgl.jsonl"
FRAMENET = "meetings/framenet_fulltext.jsonl"
PLV = "meetings/plv_train.jsonl"


def lines_of(path: Path) -> list[Doc]:
    """The records of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Gold:
    """The gold sets of a folder, with our answers in another."""

    def __init__(self, folder: Path, run: Path, *, reuse: bool = False) -> None:
        self.folder, self.run, self.reuse = folder, run, reuse
        self.read: dict[str, dict[str, Doc]] = {}
        self.answered: dict[str, dict[str, Doc]] = {}

    def docs(self, name: str) -> dict[str, Doc]:
        """The texts of a set with what people found in them, by id."""
        if name not in self.read:
            self.read[name] = {doc["id"]: doc for doc in lines_of(self.folder / name)}
        return self.read[name]

    def answers(self, name: str) -> dict[str, Doc]:
        """What we find in the texts of a set, by id; read anew, unless earlier answers are to be used."""
        if name not in self.answered:
            path = self.run / name
            if not (self.reuse and path.is_file()):
                write_answers(list(self.docs(name).values()), path, name)
            self.answered[name] = {one["id"]: one for one in lines_of(path)}
        return self.answered[name]

    def pairs(self, name: str) -> Iterator[tuple[Doc, Doc]]:
        """Yield each text of a set with our answer; to a refused text it is empty."""
        answers = self.answers(name)
        for doc in self.docs(name).values():
            yield doc, answers.get(doc["id"], nothing(doc))

    def score(self, scorer: str, name: str, *options: str) -> str:
        """What a scorer of the folder prints of our answers to a set."""
        self.answers(name)
        command = [sys.executable, self.folder / scorer, self.folder / name, self.run / name, *options]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603  # a scorer of the folder that was named
        if done.returncode:
            sys.exit(f"{scorer}: found exit code {done.returncode}; expected 0\n{done.stderr}")
        return done.stdout


def nothing(doc: Doc) -> Doc:
    """An answer that finds nothing."""
    return {"id": doc["id"], "entities": [], "quotes": [], "meetings": [], "timexes": [], "links": []}


def write_answers(docs: list[Doc], path: Path, name: str) -> None:
    """Read every text and write what was found, a line a text."""
    start, refused = time.process_time(), 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for doc in docs:
            article = {"id": doc["id"], "text": doc["text"], "date": doc.get("date")}
            try:
                print(json.dumps(summitry.annotate(article), ensure_ascii=False), file=file)
            except summitry.UnreadableInput as refusal:
                refused += 1
                print(refusal, file=sys.stderr)
    spent = max(time.process_time() - start, 1e-9)
    print(
        f"{name}: {len(docs)} texts, {refused} refused, {len(docs) / spent:.1f} a CPU second", file=sys.stderr
    )
