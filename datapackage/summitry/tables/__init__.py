"""The canonical form of the tables, their published order, and files that are old or new, never between."""

from summitry.tables.canonical import DIALECT, PROFILES, cell_of, lines_of, table_bytes
from summitry.tables.files import Written, json_bytes, replacement, settle, usable, write_file
from summitry.tables.order import in_order, order_of, places, sort_key
from summitry.tables.reading import READERS, ROW_TYPES, read_table, read_tables, rows_in, value_of, values_in

__all__ = [
    "DIALECT",
    "PROFILES",
    "READERS",
    "ROW_TYPES",
    "Written",
    "cell_of",
    "in_order",
    "json_bytes",
    "lines_of",
    "order_of",
    "places",
    "read_table",
    "read_tables",
    "replacement",
    "rows_in",
    "settle",
    "sort_key",
    "table_bytes",
    "usable",
    "value_of",
    "values_in",
    "write_file",
]
