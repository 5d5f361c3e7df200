"""Who met whom, and who said what, as data: news articles in, tidy and checked tables out."""

from summitry import schemas
from summitry.ddl import ddl
from summitry.errors import (
    BrokenSchema,
    InvalidTables,
    MissingLibrary,
    MissingModel,
    SummitryError,
    UnreadableInput,
    UnusableOutput,
)
from summitry.explore import Glance, show
from summitry.export import export
from summitry.load import LoadedTables, load
from summitry.pipeline import Built, annotate, annotate_file, build
from summitry.rows import Refusal
from summitry.validate import Problem, Report, validate

__all__ = [
    "BrokenSchema",
    "Built",
    "Glance",
    "InvalidTables",
    "LoadedTables",
    "MissingLibrary",
    "MissingModel",
    "Problem",
    "Refusal",
    "Report",
    "SummitryError",
    "UnreadableInput",
    "UnusableOutput",
    "annotate",
    "annotate_file",
    "build",
    "ddl",
    "export",
    "load",
    "schemas",
    "show",
    "validate",
]
