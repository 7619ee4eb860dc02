"""CSV as RFC 4180 has it: UTF-8, one header row, ISO 8601 dates, no line break inside a cell but in `segments.text`."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from extract.report import without_nul, written
from extract.tables import Table


def write(table: Table, rows: list[dict[str, Any]], path: Path) -> None:
    """Writes one table."""
    with path.open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\r\n")
        names = table.names
        out.writerow(names)
        for row in rows:
            out.writerow([cell(table.name, name, row.get(name)) for name in names])


def cell(table: str, column: str, value: Any) -> str:
    """A value as the CSV files have it; the text of segments keeps its line breaks."""
    return without_nul(value) if (table, column) == ("segments", "text") else written(value)
