"""Random changes of one table of a sound package: of a cell, of a row, or of bytes. The seed decides all."""

import csv
import io
from typing import NamedTuple

from mutations_cells import Cell, changes_for
from mutations_related import columns_swapped, related_changes, swapped_below
from oracle_form import NAMES, fields_of, quoted, schema_of

BYTES = [
    b"", b'"', b'""', b",", b"\n", b"\r", b"\r\n", b"\n\n", b";", b" ", b"\t", b"\0", b"\xff", b"\xc3", b"x",
]  # fmt: skip


class Mutation(NamedTuple):
    """A change: of which table, how, and what its file holds then."""

    table: str
    what: str
    content: bytes


def mutated(rng, files):
    """A change of one of these tables, given by name, that changes its bytes."""
    while True:
        # as often as it has columns: most rules are about those with many
        table = rng.choice([name for name in NAMES for _ in fields_of(name) if files[name].count(b"\n") > 1])
        change = rng.choice(CHANGES)
        what, content = change(rng, table, files)
        if content != files[table]:
            return Mutation(table, f"{table}: {what}", content)


def rows_of(content):
    """The rows of a table, header first."""
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def content_of(rows):
    """The bytes of a table."""
    return "".join(f"{','.join(map(quoted, row))}\n" for row in rows).encode()


def cell_changed(rng, table, files):
    """One cell, in one of many ways."""
    rows = rows_of(files[table])
    # full rows lean on more others than those in which little stands
    line = max(rng.choices(range(1, len(rows)), k=3), key=lambda each: sum(map(bool, rows[each])))
    at = rng.randrange(len(rows[0]))
    column = rows[0][at]
    cells = [row[at] for row in rows[1:]]
    cell = Cell(rng, rows[line][at], fields_of(table)[column], cells, keys_for(rng, table, column, files))
    change = rng.choice(changes_for(cell))
    rows[line][at] = change(cell)
    what = f"line {line + 1}, {column}: {change.__name__}, {cell.text!r} to {rows[line][at]!r}"
    return what, content_of(rows)


def keys_for(rng, table, column, files):
    """The keys that a cell could lead to, or those of any table."""
    targets = [key["reference"].get("resource", table) for key in schema_of(table).get("foreignKeys", ())
               if column in key["fields"]]  # fmt: skip
    target = targets[0] if targets and rng.random() < 0.7 else rng.choice(NAMES)
    header, *rows = rows_of(files[target])
    return [row[header.index(schema_of(target)["primaryKey"][0])] for row in rows] or [""]


def cells_changed(rng, table, files):
    """Two cells at once: changed for each other, or moved together."""
    rows = rows_of(files[table])
    line = rng.randrange(1, len(rows))
    row = rows[line]
    change = rng.choice([columns_swapped, swapped_below, *related_changes(rows[0])])
    what = change(rng, rows, line, row)
    return f"line {line + 1}: {change.__name__}, {what}", content_of(rows)


def row_changed(rng, table, files):
    """A row lost, moved or there twice."""
    rows = rows_of(files[table])
    line = rng.randrange(1, len(rows))
    change = rng.choice(
        [row_lost, row_lost, row_doubled, row_swapped, row_moved, row_copied, row_copied, rows_lost]
    )
    change(rng, table, rows, line)
    return f"line {line + 1}: {change.__name__}", content_of(rows)


def row_lost(_, __, rows, line):
    """A row less."""
    del rows[line]


def row_doubled(_, __, rows, line):
    """The same row twice."""
    rows.insert(line, rows[line])


def row_swapped(_, __, rows, line):
    """A row behind the next one."""
    rows[line : line + 2] = rows[line : line + 2][::-1]


def row_moved(rng, _, rows, line):
    """A row somewhere else."""
    row = rows.pop(line)
    rows.insert(rng.randint(1, len(rows)), row)


def row_copied(rng, table, rows, line):
    """The same row with another key."""
    row = list(rows[line])
    row[rows[0].index(schema_of(table)["primaryKey"][0])] += rng.choice(["-a", "!", "x", "~"])
    rows.insert(rng.choice([line + 1, line + 1, line, rng.randint(1, len(rows))]), row)


def rows_lost(rng, _, rows, line):
    """Several rows less, or all that follow."""
    del rows[line : rng.choice([line + 2, line + 5, len(rows)])]


def bytes_changed(rng, table, files):
    """Some bytes, anywhere in the file."""
    content = files[table]
    change = rng.choice(
        [bit_flipped, byte_lost, byte_more, byte_more, byte_more, cut, stretch_lost, whole_changed]
    )
    at = rng.randrange(len(content)) if rng.random() < 0.9 else rng.randrange(content.index(b"\n"))
    changed = change(rng, content, at)
    return f"byte {at}: {change.__name__}, {changed[max(0, at - 9) : at + 9]}", changed


def bit_flipped(rng, content, at):
    """A bit the other way."""
    return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]


def byte_lost(_, content, at):
    """A byte less."""
    return content[:at] + content[at + 1 :]


def byte_more(rng, content, at):
    """Bytes put in, or in the place of one."""
    return content[:at] + rng.choice(BYTES) + content[at + rng.choice([0, 1]) :]


def cut(_, content, at):
    """The end of the file lost."""
    return content[:at]


def stretch_lost(rng, content, at):
    """A stretch lost, or there twice."""
    return content[:at] + content[max(0, at + rng.choice([-40, -3, 2, 9, 200])) :]


def whole_changed(rng, content, _):
    """Another encoding, other line ends, other separators, all of it twice."""
    text = content.decode()
    return rng.choice(
        [
            b"\xef\xbb\xbf" + content,
            text.encode("utf-16"),
            text.encode("latin-1", "replace"),
            content.replace(b"\n", b"\r\n"),
            content.replace(b"\n", b"\r"),
            content.replace(b",", rng.choice([b";", b"\t", b"|"])),
            content + content,
            content + b"\n",
            content + content.partition(b"\n")[2],
            content.rstrip(b"\n"),
        ]
    )


CHANGES = [cell_changed] * 8 + [cells_changed] * 3 + [row_changed] * 2 + [bytes_changed] * 2
"""The ways to change a table, as often as they are taken."""
