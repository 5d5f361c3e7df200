"""The command line: each command is one call of a public function of the same name."""

from summitry.cli import articles, checks, forms, views
from summitry.cli.app import app
from summitry.terminal import CANNOT_RUN

__all__ = ["CANNOT_RUN", "app", "articles", "checks", "forms", "views"]
