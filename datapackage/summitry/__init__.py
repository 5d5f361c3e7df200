"""Who met whom, and who said what, as data: news articles in, tidy and checked tables out."""

from summitry import schemas
from summitry.compare import Difference, diff
from summitry.ddl import ddl
from summitry.errors import (
    BrokenSchema,
    InvalidTables,
    LostWorkers,
    MissingLibrary,
    MissingModel,
    SummitryError,
    UnfitCorrections,
    UnfitVersion,
    UnreadableInput,
    UnusableOutput,
)
from summitry.explore import Glance, show
from summitry.export import export
from summitry.load import LoadedTables, load
from summitry.pipeline import Built, annotate, annotate_file, build
from summitry.release import Release, release
from summitry.review import Reviewed, read_review, review
from summitry.rows import Refusal
from summitry.upgrade import Upgraded, upgrade
from summitry.validate import Problem, Report, validate

__all__ = [
    "BrokenSchema",
    "Built",
    "Difference",
    "Glance",
    "InvalidTables",
    "LoadedTables",
    "LostWorkers",
    "MissingLibrary",
    "MissingModel",
    "Problem",
    "Refusal",
    "Release",
    "Report",
    "Reviewed",
    "SummitryError",
    "UnfitCorrections",
    "UnfitVersion",
    "UnreadableInput",
    "UnusableOutput",
    "Upgraded",
    "annotate",
    "annotate_file",
    "build",
    "ddl",
    "diff",
    "export",
    "load",
    "read_review",
    "release",
    "review",
    "schemas",
    "show",
    "upgrade",
    "validate",
]
