"""How many articles a second of CPU we turn into tables, stage by stage, beside the language model alone.

Give files or folders of articles; those of this repository if none is given. The model alone is spaCy's own
`nlp.pipe` over the same paragraphs. Both run in one process, by turns, and the best of some rounds counts,
because machines are noisy. The stages are those of `summitry build` with one worker, each over all articles
before the next, and nothing of it is left out.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import spacy

from summitry.annotate import annotate_all, model_named
from summitry.bounds import FIRST_PART_ARTICLES
from summitry.crew import batches
from summitry.extract.findings import findings_of
from summitry.heap import collected_seldom
from summitry.package import write_package
from summitry.page import Dispatch
from summitry.parts import article_key, write_part
from summitry.pipeline import kept
from summitry.read import read_articles
from summitry.resolve.drafts import Draft, draft_of
from summitry.resolve.reading import reading_of
from summitry.settings import MODEL
from summitry.together import Store, resolve
from summitry.together.workshop import workshop

ROOT = Path(__file__).parents[1]
OURS = (ROOT / "data" / "raw", ROOT / "tests" / "golden")
ALONE, AIM = "the model alone", 3.0
KIB = 1 if sys.platform == "darwin" else 1024


Result = TypeVar("Result")


class Clock:
    """The CPU seconds of each stage, the best of all rounds."""

    def __init__(self) -> None:
        self.best: dict[str, float] = {}

    def run(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do the work of a stage, and note what it took."""
        start = time.process_time()
        result = work()
        taken = time.process_time() - start
        self.best[stage] = min(taken, self.best.get(stage, taken))
        return result


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="files or folders")
    parser.add_argument("--rounds", type=int, default=3, help="how often all is done: 3 times if not said")
    given = parser.parse_args()
    clock = Clock()
    for _ in range(given.rounds):
        count, words = one_round(clock, given.articles or OURS)
    print(f"{count:,} articles of {words / count:,.0f} words\n")
    print(*lines(clock.best, count), sep="\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / 1e6
    print(f"\npeak memory, both in one process: {peak:,.0f} MB")


def one_round(clock: Clock, sources: Iterable[Path]) -> tuple[int, int]:
    """Do everything once; how many articles and words there are."""
    model_named(MODEL), plain_model()
    dispatches = clock.run("read", lambda: list(kept(read_articles(sources), [])))
    clock.run(ALONE, lambda: alone(dispatches))
    with collected_seldom():
        our_stages(clock, dispatches)
    return len(dispatches), sum(len(passage.text.split()) for one in dispatches for passage in one.passages)


def our_stages(clock: Clock, dispatches: Sequence[Dispatch]) -> None:
    """Do what a build does with articles that are read."""
    pages = clock.run("annotate", lambda: list(annotate_all(dispatches)))
    findings = clock.run("extract", lambda: [findings_of(page) for page in pages])
    both = list(zip(pages, findings, strict=True))
    drafts = clock.run("resolve, in each article", lambda: [draft_of(reading_of(*each)) for each in both])
    with TemporaryDirectory() as folder, workshop(Path(folder) / "work") as store:
        clock.run("keep", lambda: keep(dispatches, drafts, Path(folder), store))
        ledger = clock.run("resolve, over all", lambda: resolve(store))
        clock.run("write the package", lambda: write_package(ledger, Path(folder)))


def keep(dispatches: Iterable[Dispatch], drafts: Iterable[Draft], folder: Path, store: Store) -> None:
    """Write the drafts to parts as a build does, and enter them as wanted."""
    waiting = iter(drafts)
    with store.inserting("wanted") as add:
        for batch in batches(dispatches, FIRST_PART_ARTICLES):
            kept_drafts = [(article_key(dispatch), next(waiting)) for dispatch in batch]
            part = write_part(folder, kept_drafts)
            for key, _ in kept_drafts:
                add((key, str(part)))


def alone(dispatches: Iterable[Dispatch]) -> int:
    """The number of words that the model finds by itself, all its parts run as spaCy runs them."""
    texts = (passage.text for one in dispatches for passage in one.passages)
    return sum(len(doc) for doc in plain_model().pipe(texts))


@cache
def plain_model() -> spacy.Language:
    """The model as spaCy loads it, with its own arithmetic."""
    return spacy.load(MODEL)


def lines(best: dict[str, float], count: int) -> Iterator[str]:
    """Yield the table of stages, and the ratio that we aim at."""
    yield f"{'':28}{'ms an article':>15}{'articles a CPU second':>24}"
    for stage, seconds in best.items():
        yield f"{stage:28}{seconds / count * 1000:15.2f}{count / seconds:24,.1f}"
    all_of_it = sum(seconds for stage, seconds in best.items() if stage != ALONE)
    yield f"{'all ten tables':28}{all_of_it / count * 1000:15.2f}{count / all_of_it:24,.1f}"
    times = best[ALONE] / all_of_it
    yield f"\nall ten tables / {ALONE}: {times:.2f} times the articles; aim: at least {AIM:.0f}"


if __name__ == "__main__":
    main()
