"""Every check of a package, in order."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from summitry.editions import VERSION_PROPERTY, unknown_claims
from summitry.paths import DESCRIPTOR
from summitry.schema import TABLES
from summitry.validate import order
from summitry.validate.bundle import Bundle, descriptor_path, files_of, misstated, read_bundle
from summitry.validate.bytes import FILE_CHECKS, surveyed
from summitry.validate.catalogue import checks_made
from summitry.validate.contract import keeps_the_contract, with_edition
from summitry.validate.descriptor import DESCRIPTOR_CHECKS, says_a_known_edition
from summitry.validate.findings import Finding, Skipped, gathered
from summitry.validate.kept import Kept
from summitry.validate.keys import loose_references, repeated_keys
from summitry.validate.manifest import left_unheld, read_manifest, unheld
from summitry.validate.profile import fits_the_profile
from summitry.validate.promises import LEFT_OUT, broken_by_tables
from summitry.validate.reading import Desk
from summitry.validate.report import Report
from summitry.validate.sources import false_sources

Found = Iterator[Finding | Skipped]
Tables = Mapping[str, Kept]

TEXT_NEEDS: Final = dict.fromkeys(("mentions", "quotes", "reports"), ("paragraphs",))
"""Which other tables the text of a table is held to."""


def check(path: Path, limit: int) -> Report:
    """Everything that is wrong with a package, in one pass."""
    bundle, found = read_bundle(descriptor_path(path))
    if not bundle.descriptor:
        return Report(bundle.path, tuple(found), limit=limit, files=files_of(bundle))
    if VERSION_PROPERTY in unknown_claims(bundle.descriptor):
        return of_another_version(bundle, limit)
    bundle = with_edition(bundle)
    manifest, faults = read_manifest(bundle)
    with TemporaryDirectory(prefix="summitry-") as folder:
        desk = Desk(manifest, Path(folder), sizes_of(bundle), bundle.edition)
        steps: chain[Finding | Skipped] = chain(
            [*found, *faults, *unheld(manifest)],
            descriptor_findings(bundle),
            file_findings(bundle, desk),
            table_findings(bundle, desk),
        )
        told = gathered(steps)
    return report_of(bundle, desk, told, limit)


def of_another_version(bundle: Bundle, limit: int) -> Report:
    """The report on tables of a version that nobody here knows: that, and nothing else."""
    skipped = Skipped("everything else", DESCRIPTOR, "its tables are of a version that is not known here")
    findings = tuple(says_a_known_edition(bundle))
    return Report(bundle.path, findings, skipped=(skipped,), limit=limit, files=files_of(bundle))


def sizes_of(bundle: Bundle) -> dict[str, int]:
    """How many bytes the file of each resource has."""
    return {each.name: each.path.stat().st_size for each in reversed(bundle.resources) if each.path}


def descriptor_findings(bundle: Bundle) -> Found:
    """What is wrong with the descriptor and the schemas that it names."""
    for each in (fits_the_profile, *DESCRIPTOR_CHECKS, keeps_the_contract):
        yield from each(bundle)


def file_findings(bundle: Bundle, desk: Desk) -> Found:
    """What is wrong with the files; the tables that can be read are kept on the desk."""
    tables = set()
    for resource in bundle.resources:
        if resource.path is None:
            continue
        try:
            survey = surveyed(resource, resource.path)
        except OSError as error:
            path, fault = resource.descriptor["path"], f"cannot be read: {error.strerror}"
            yield misstated(f"{resource.pointer}/path", path, "missing-file", fault, "make it readable")
            continue
        for check_file in FILE_CHECKS:
            yield from check_file(resource, survey)
        # Of two resources of one name the first counts.
        if resource.name in bundle.edition.tables and resource.name not in tables:
            tables.add(resource.name)
            yield from desk.read(resource, survey)


def table_findings(bundle: Bundle, desk: Desk) -> Found:
    """What is wrong with the keys and with rows beside others, table by table."""
    whole = desk.whole
    for name in TABLES:
        if name not in bundle.edition.tables:
            reason = f"version {bundle.edition.version} of the tables has no {name}"
            yield Skipped("everything within", name, reason)
            continue
        if name not in desk.tables:
            yield Skipped("everything within", name, "it could not be read")
            continue
        yield from repeated_keys(desk.tables[name])
        yield from loose_references(name, desk.tables)
        if name not in whole:
            yield Skipped("order, text and rules", name, "not every line and column of it could be read")
            continue
        yield from broken_by_tables(name, whole, bundle.edition)
        if name == "articles":
            yield from false_sources(whole[name], bundle.folder, bundle.edition.text)
    yield from misplaced_rows(whole)
    yield from false_words(desk)


def misplaced_rows(whole: Tables) -> Found:
    """Rows of whole tables that should stand before the row above them."""
    ranks: dict[str, order.Ranks] = {}
    if "articles" in whole:
        ranks["articles"] = order.article_ranks(whole["articles"].rows)
        if "paragraphs" in whole:
            ranks["paragraphs"] = order.paragraph_ranks(whole["paragraphs"].rows, ranks["articles"])
    for name, kept in whole.items():
        if missing := without_needs("order", name, order.NEEDS, whole):
            yield missing
        elif (lines := order.misplaced_lines(name, kept.rows, ranks)).len():
            yield order.misplaced(name, kept.cells_at(lines, order.ORDER[name][-1]))


def false_words(desk: Desk) -> Found:
    """Words that do not stand where the rows of whole tables say."""
    held = []
    for name in (name for name in TEXT_NEEDS if name in desk.whole):
        if desk.edition.text == "none":
            yield from (Skipped(rule, name, LEFT_OUT) for rule in ("text-truth", "as-written"))
            continue
        missing = [without_needs(rule, name, TEXT_NEEDS, desk.whole) for rule in ("text-truth", "as-written")]
        yield from (each for each in missing if each)
        held += [] if any(missing) else [name]
    yield from desk.texts.findings(held)


def without_needs(
    rule: str, name: str, needs: Mapping[str, tuple[str, ...]], whole: Tables
) -> Skipped | None:
    """That a check of a table cannot be made, if it lacks another table to look at."""
    lacking = [other for other in needs.get(name, ()) if other not in whole]
    return Skipped(rule, name, f"{', '.join(lacking)} could not be read as a whole") if lacking else None


def report_of(bundle: Bundle, desk: Desk, told: list[Finding | Skipped], limit: int) -> Report:
    """What was found, and what was looked at."""
    skipped = tuple(each for each in told if isinstance(each, Skipped))
    files = files_of(bundle)
    whole = {name: kept.sound for name, kept in desk.tables.items()}
    return Report(
        path=bundle.path,
        findings=tuple(each for each in told if isinstance(each, Finding)),
        rows={name: kept.height for name, kept in desk.tables.items()},
        skipped=skipped,
        limit=limit,
        files=files,
        checked=checks_made(files, whole, [*skipped, *left_unheld(desk.manifest, bundle.edition.tables)]),
    )
