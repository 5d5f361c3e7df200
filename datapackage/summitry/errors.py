"""
The errors that we raise.

* SummitryError
  * UnreadableInput   what was named as input is not there, or holds no article
  * UnusableOutput    the output folder cannot be written
  * MissingModel      the language model that was asked for is not installed
  * MissingLibrary    an optional library that was asked for is not installed
  * LostWorkers       the processes or the cluster that should read the articles are gone
  * BrokenSchema      a file in schemas/ is not a Table Schema
  * UnfitVersion      the version of a release does not follow from what changed
  * UnfitCorrections  corrections by hand that do not fit; .problems lists which, and why
  * InvalidTables     tables break their schemas; .problems lists how

A bad argument stays ``ValueError`` or ``TypeError``. A single bad article is never raised: it becomes a
`Refusal` (see `summitry.rows`) and the others go on.
"""

from collections.abc import Sequence


class SummitryError(Exception):
    """Anything that stops the work and that a user can mend."""


class UnreadableInput(SummitryError):
    """What was named as input is not there, or holds no article."""


class UnusableOutput(SummitryError):
    """The output folder cannot be written."""


class MissingModel(SummitryError):
    """The language model that was asked for is not installed."""


class MissingLibrary(SummitryError):
    """An optional library that was asked for is not installed."""


class LostWorkers(SummitryError):
    """The processes or the cluster that should read the articles are gone."""


class BrokenSchema(SummitryError):
    """A file in schemas/ is not a Table Schema."""


class UnfitVersion(SummitryError):
    """The version of a release does not follow from what changed."""


class UnfitCorrections(SummitryError):
    """Corrections by hand do not fit the articles; ``problems`` lists which, and why."""

    def __init__(self, problems: Sequence[str]) -> None:
        several = len(problems) > 1
        super().__init__(f"found {len(problems):,} corrections that do not fit" if several else problems[0])
        self.problems = tuple(problems)
        for problem in problems if several else ():
            self.add_note(problem)


class InvalidTables(SummitryError):
    """Tables break their schemas; ``problems`` lists how."""

    def __init__(self, message: str, problems: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
