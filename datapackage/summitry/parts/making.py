"""Articles read to the end, and kept as a part. What a worker does."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple

from summitry.annotate import annotate_all, passing_words
from summitry.errors import SummitryError
from summitry.extract.findings import findings_of
from summitry.page import Dispatch
from summitry.parts.codec import article_key
from summitry.parts.files import write_part
from summitry.resolve.drafts import Draft, draft_of
from summitry.resolve.reading import reading_of
from summitry.rows import Refusal

ONE_AT_A_TIME: Final = Lock()
"""Held while a part is made: neither the model nor what is remembered of names is made for threads."""


class Part(NamedTuple):
    """What became of some articles."""

    path: Path | None
    """Where their drafts are; null where all were refused."""
    keys: tuple[str, ...]
    """The keys of those that have one, in order."""
    refused: tuple[Refusal, ...]


def make_part(
    dispatches: Sequence[Dispatch], folder: Path, model: str, progress: Callable[[str], None] | None = None
) -> Part:
    """Read some articles to the end, and keep their drafts; one that cannot be read costs itself alone."""
    drafts: list[tuple[str, Draft]] = []
    refused = []
    with ONE_AT_A_TIME, passing_words(model):
        for dispatch in dispatches:
            draft = attempt(dispatch, model)
            if isinstance(draft, Refusal):
                refused.append(draft)
            else:
                drafts.append((article_key(dispatch), draft))
            if progress:
                progress(dispatch.article_id)
    path = write_part(folder, drafts) if drafts else None
    return Part(path, tuple(key for key, _ in drafts), tuple(refused))


def attempt(dispatch: Dispatch, model: str) -> Draft | Refusal:
    """The draft of an article, or what went wrong with it: a fault of ours that others should not pay for."""
    try:
        (page,) = annotate_all([dispatch], model)
        return draft_of(reading_of(page, findings_of(page)))
    except SummitryError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told, and costs this article alone
        return fault(dispatch, f"{type(error).__name__}: {error}")


def fault(dispatch: Dispatch, found: str) -> Refusal:
    """The refusal of an article on which the program failed."""
    place = None if dispatch.source else dispatch.article_id
    shown = " ".join(found.split())
    return Refusal(
        dispatch.source or "input", place, f"a fault of this program ({shown})", "an article it can read"
    )
