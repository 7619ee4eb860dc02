"""The workbook that people open: an overview, a README and one sheet a table, with typed cells and no formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from extract import tables
from extract.piece import Pieces
from extract.write.figures import Figures
from extract.write.workbook import links, overview, readme, sheets
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


def write(
    pieces: Pieces,
    figures: Callable[[], Figures],
    run: dict[str, Any],
    path: Path,
    *,
    most_rows: int = sheets.MOST_ROWS,
) -> list[str]:
    """Writes the workbook.

    Args:
        pieces: what the documents and the run give.
        figures: gives what is counted of them, when all rows are written.
        run: what `run.json` says.
        path: the file.
        most_rows: data rows that one sheet takes; a longer table goes on in a further sheet.

    Returns:
        What a reader must know: tables that needed more than one sheet.

    Raises:
        OSError: the file cannot be written.
    """
    counts: Counter[str] = Counter()
    for piece in pieces:
        counts.update(piece.header["counts"])
    book = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)})
    book.set_properties({"title": "unreports", "comments": f"unreports {run.get('version', '')}", "created": _CREATED})
    style = Style(book)
    notes = [
        f"unreports.xlsx: {name} has {counts[name]:,} rows, more than a sheet holds; it goes on in "
        + ", ".join(sheets.names(name, counts[name], most_rows)[1:])
        for name in ORDER
        if counts[name] > most_rows
    ]
    first = book.add_worksheet("Overview")
    readme.write(book.add_worksheet("README"), style, run, notes)
    of = {name: sheets.Sheets(book, style, tables.BY_NAME[name], counts[name], most_rows) for name in ORDER}
    for piece in pieces:
        page = links.page(piece.document_id)
        linked = [(page, quote(place)) for place in piece.meetings()]
        for name, lines in piece.parts("sheets"):
            of[name].add(str(lines, "utf-8"), linked if name == "meetings" else ())
    overview.write(book, first, style, figures(), run, notes)
    try:
        book.close()
    except XlsxFileError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(None, str(error))) from None
    return notes
