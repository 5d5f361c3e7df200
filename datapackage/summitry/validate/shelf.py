"""Frames put away piece by piece for later checks, in memory or, if they are many, on the disk."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl


class Shelf:
    """Frames of the same columns, put away one by one and taken out one by one or all together."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.frames: list[pl.DataFrame | Path] = []

    def put(self, frame: pl.DataFrame) -> None:
        """Add a frame; with a folder, it becomes a file there."""
        if self.folder is None:
            self.frames.append(frame)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{len(self.frames):06d}.arrow"
        frame.write_ipc(path)
        self.frames.append(path)

    def __iter__(self) -> Iterator[pl.DataFrame]:
        """Every frame, in the order in which they were put."""
        return (each if isinstance(each, pl.DataFrame) else pl.read_ipc(each) for each in self.frames)

    def all(self) -> pl.LazyFrame:
        """All rows, to be read when they are looked at."""
        if self.folder is None:
            return pl.concat([each for each in self.frames if isinstance(each, pl.DataFrame)]).lazy()
        return pl.scan_ipc([each for each in self.frames if isinstance(each, Path)])
