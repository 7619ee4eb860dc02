"""The workbook that people open: an overview, a README and one sheet a table, with typed cells and no formula."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from extract import tables
from extract.report import Rows
from extract.write.workbook import overview, readme, sheets
from extract.write.workbook.style import Style

# The tables in the order in which people want them.
ORDER = (
    "meetings",
    "discrepancies",
    "participants",
    "documents",
    "claims",
    "missions",
    "meeting_missions",
    "meeting_sources",
    "references",
    "segments",
    "mentions",
    "rejected",
)
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
_CREATED = datetime(2000, 1, 1)  # the same input gives the same bytes; the files of a run have their own dates


def write(rows: Rows, run: dict[str, Any], path: Path, *, most_rows: int = sheets.MOST_ROWS) -> list[str]:
    """Writes the workbook.

    Args:
        rows: the rows of every table.
        run: what `run.json` says.
        path: the file.
        most_rows: data rows that one sheet takes; a longer table goes on in a further sheet.

    Returns:
        What a reader must know: tables that needed more than one sheet.

    Raises:
        OSError: the file cannot be written.
    """
    book = xlsxwriter.Workbook(str(path), _OPTIONS)
    book.set_properties({"title": "unreports", "comments": f"unreports {run.get('version', '')}", "created": _CREATED})
    style = Style(book)
    notes = [
        f"unreports.xlsx: {name} has {len(rows[name]):,} rows, more than a sheet holds; it goes on in "
        + ", ".join(sheets.names(name, len(rows[name]), most_rows)[1:])
        for name in ORDER
        if len(rows[name]) > most_rows
    ]
    overview.write(book, style, rows, run, notes)
    readme.write(book.add_worksheet("README"), style, run, notes)
    for name in ORDER:
        sheets.write(book, style, tables.BY_NAME[name], rows[name], most_rows)
    book.close()
    return notes
