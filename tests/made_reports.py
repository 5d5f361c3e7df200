"""Reports made by hand, as a check of a package would give them."""

from summitry.validate import Finding, Report
from summitry.validate.findings import Place

ENUM = {"rule": "enum", "fault": "is not one of direct, mixed", "remedy": "write one of these words"}


def report_of(*findings, **more):
    """A report on a package at an address, so that no path of this machine stands in it."""
    return Report("https://a.example/datapackage.json", findings, **more)


def finding(value="shouted", *lines, table="quotes", rule="enum", severity="error"):
    """A finding in some lines of a table."""
    places = tuple(Place(line, value) for line in lines or (2,))
    return Finding(table, "kind", places=places, **ENUM | {"rule": rule, "severity": severity})
