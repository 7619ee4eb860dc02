"""Parquet with the declared types: dates are `date32`, counts integers, flags booleans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables import Table

TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([pa.field(c.name, TYPES[c.type], metadata={"meaning": c.meaning}) for c in table.columns])


def arrow(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    """The rows as an Arrow table; an empty string is a missing value."""
    columns = []
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        if column.type == "string":
            values = [v if v != "" else None for v in values]
        columns.append(pa.array(values, type=TYPES[column.type]))
    return pa.table(columns, schema=schema(table))


def write(table: Table, rows: list[dict[str, Any]], path: Path) -> None:
    """Writes one table."""
    pq.write_table(arrow(table, rows), path, compression="zstd")
