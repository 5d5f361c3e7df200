"""The official JSON Schema of Data Package 2.0, which every descriptor must pass."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summitry.schema import TABLES, table_schema
from summitry.validate.bundle import Bundle, misstated
from summitry.validate.contract import declared_schema
from summitry.validate.findings import Finding

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

PROFILE: Final = Path(__file__).parents[1] / "profiles" / "datapackage-2.0.json"


@cache
def profile() -> "Validator":
    """The profile, ready to check with, read once."""
    from jsonschema import Draft7Validator  # noqa: PLC0415  # slow to import, and needed only here

    return Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")))


def fits_the_profile(bundle: Bundle) -> Iterator[Finding]:
    """The descriptor, with its schemas in place of their paths, passes the official profile."""
    from jsonschema.exceptions import best_match  # noqa: PLC0415  # the same

    for error in profile().iter_errors(with_schemas(bundle)):
        # Of alternatives that all fail, the one that comes closest tells most.
        nearest = best_match([error]) or error
        pointer = "/".join(str(part) for part in nearest.absolute_path)
        value = nearest.instance if isinstance(nearest.instance, str) else None
        fault = f"breaks the profile: {told(nearest.validator, nearest.validator_value, nearest.message)}"
        yield misstated(
            pointer or "top level", value, "profile", fault, "mend the property (Data Package 2.0)"
        )


def told(keyword: object, limit: object, message: str) -> str:
    """What a broken keyword of JSON Schema asked for.

    >>> told("type", "string", "42 is not of type 'string'")
    'expected type string'
    >>> told("required", ["resources"], "'resources' is a required property")
    "'resources' is a required property"
    """
    return message if keyword in {"required", "dependentRequired"} else f"expected {keyword} {limit}"


def with_schemas(bundle: Bundle) -> dict[str, Any]:
    """The descriptor with each schema in place of the path to it, but ours: they are known to pass."""
    descriptor = dict(bundle.descriptor)
    if not isinstance(listed := descriptor.get("resources"), list):
        return descriptor
    descriptor["resources"] = list(listed)
    for resource in bundle.resources:
        place = int(resource.pointer.rpartition("/")[2])
        if (schema := declared_schema(bundle, resource)) is not None:
            ours = resource.name in TABLES and schema == table_schema(resource.name).descriptor
            stated = f"schemas/{resource.name}.json" if ours else schema
            descriptor["resources"][place] = {**resource.descriptor, "schema": stated}
    return descriptor
