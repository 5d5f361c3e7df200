"""The official JSON Schema of Data Package 2.0, which every descriptor must pass."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from summitry.validate.bundle import Bundle, misstated
from summitry.validate.contract import declared_schema
from summitry.validate.findings import Finding

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

PROFILE: Final = Path(__file__).parents[1] / "profiles" / "datapackage-2.0.json"

FORMATS: Final = {
    # ada@mail.example, "ada holm"@mail.example; not nobody, Ada <ada@mail.example>
    "email": re.compile(r'(?:"[^"]+"|[^\s"@<>]+)@[^\s@<>]+'),
    # https://news.example/é, urn:isbn:0; not news.example
    "uri": re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]+'),
}
"""The formats of text that the profile knows, but for the moment `created`, which has a check of its own."""


class Fault(NamedTuple):
    """What the profile asks for, and where."""

    pointer: str
    value: object
    told: str


@cache
def profile() -> "Validator":
    """The profile, ready to check with, read once."""
    from jsonschema import Draft7Validator, FormatChecker  # noqa: PLC0415  # slow to import, and needed only here

    # Which formats jsonschema itself can check hangs on what else is installed: ours are the same everywhere.
    checker = FormatChecker(formats=())
    for name, form in FORMATS.items():
        checker.checks(name)(lambda text, form=form: not isinstance(text, str) or bool(form.fullmatch(text)))
    return Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")), format_checker=checker)


def fits_the_profile(bundle: Bundle) -> Iterator[Finding]:
    """The descriptor, with its schemas in place of their paths, passes the official profile."""
    for error in profile().iter_errors(with_schemas(bundle)):
        for pointer, value, expected in faults_of([error]):
            fault = f"breaks the profile: {expected}"
            shown = value if isinstance(value, str) else None
            remedy = "mend the property (Data Package 2.0)"
            yield misstated(pointer or "top level", shown, "profile", fault, remedy)


def faults_of(errors: "Sequence[ValidationError]") -> Iterator[Fault]:
    """What is wrong, told by the alternative that was meant where the profile has several."""
    for error in errors:
        branches = branches_of(error)
        least = min((rank(error, branch) for branch in branches), default=(False, 0))
        nearest = [branch for branch in branches if rank(error, branch) == least]
        if not nearest:
            yield fault_of([error])
        elif least[0]:
            others = [each for branch in branches for each in branch if is_of_another_kind(error, each)]
            yield fault_of(others)
        elif is_told_as_one(nearest):
            yield fault_of([branch[0] for branch in nearest])
        else:
            yield from faults_of(nearest[0])


def is_told_as_one(branches: "Sequence[Sequence[ValidationError]]") -> bool:
    """Whether there are several alternatives, each with one fault, and all at one place."""
    alone = all(len(branch) == 1 and not branch[0].context for branch in branches)
    return alone and len(branches) > 1 == len({place_of(branch[0]) for branch in branches})


def branches_of(error: "ValidationError") -> "list[list[ValidationError]]":
    """What is wrong by each of the alternatives, in their order."""
    by_branch = groupby(error.context or (), key=lambda each: each.relative_schema_path[0])
    return [list(branch) for _, branch in by_branch]


def rank(error: "ValidationError", branch: "Sequence[ValidationError]") -> tuple[bool, int]:
    """How far a value is from an alternative: whether it is of another kind, and how many faults it has."""
    return any(is_of_another_kind(error, each) for each in branch), len(branch)


def is_of_another_kind(error: "ValidationError", within: "ValidationError") -> bool:
    """Whether an alternative is for values of another type of JSON, or for fields of another `type`."""
    place = list(within.absolute_path)[len(error.absolute_path) :]
    return (within.validator, place) in (("type", []), ("enum", ["type"]))


def fault_of(errors: "Sequence[ValidationError]") -> Fault:
    """The fault that a value is none of what these errors ask for at one place."""
    expected = dict.fromkeys(
        words for each in errors for words in told(str(each.validator), each.validator_value, each.message)
    )
    return Fault(place_of(errors[0]), errors[0].instance, f"expected {' or '.join(expected)}")


def place_of(error: "ValidationError") -> str:
    """Where an error is: `resources/3/name`."""
    return "/".join(str(part) for part in error.absolute_path)


def told(keyword: str, limit: object, message: str) -> list[str]:
    """What a broken keyword of JSON Schema asked for.

    >>> told("type", ["string", "object"], "42 is not of type 'string', 'object'")
    ['type string', 'type object']
    >>> told("enum", ["table"], "'json' is not one of ['table']"), told("minItems", 1, "[] is too short")
    (['table'], ['minItems 1'])
    >>> told("required", ["name", "path"], "'path' is a required property")
    ["property 'path'"]
    """
    limits: list[Any] = limit if isinstance(limit, list) else [limit]
    match keyword:
        case "required":
            return [f"property {message.removesuffix(' is a required property')}"]
        case "enum":
            return [str(each) for each in limits]
        case "type":
            return [f"type {each}" for each in limits]
        case "oneOf":
            # The value fits several, or they would have told what is wrong with it.
            return [f"only one of {', '.join(' and '.join(form.get('required', form)) for form in limits)}"]
    return [f"{keyword} {limit}"]


def with_schemas(bundle: Bundle) -> dict[str, Any]:
    """The descriptor with each schema in place of the path to it, but ours: they are known to pass."""
    descriptor = dict(bundle.descriptor)
    if not isinstance(listed := descriptor.get("resources"), list):
        return descriptor
    descriptor["resources"] = list(listed)
    for resource in bundle.resources:
        place = int(resource.pointer.rpartition("/")[2])
        if (schema := declared_schema(bundle, resource)) is not None:
            table = bundle.edition.tables.get(resource.name)
            ours = table is not None and schema == table.descriptor
            stated = f"schemas/{resource.name}.json" if ours else as_profiled(schema)
            descriptor["resources"][place] = {**resource.descriptor, "schema": stated}
    return descriptor


def as_profiled(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the word of `fieldsMatch` in a list, as the profile has it, and the standard has not.

    >>> as_profiled({"fields": [], "fieldsMatch": "exact"})
    {'fields': [], 'fieldsMatch': ['exact']}
    """
    match = schema.get("fieldsMatch")
    return {**schema, "fieldsMatch": [match]} if isinstance(match, str) else schema
