"""CSV as RFC 4180 has it: UTF-8, one header row, ISO 8601 dates, no line break inside a cell but in `segments.text`."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extract.piece import Piece
from extract.report import without_nul, written
from extract.tables import TABLES, Table

_DIALECT: dict[str, Any] = {"lineterminator": "\r\n"}


class Files:
    """The CSV files of a folder, which grow piece by piece."""

    def __init__(self, folder: Path) -> None:
        """Makes each with its header.

        Raises:
            OSError: one cannot be written.
        """
        self._files = {t.name: (folder / f"{t.name}.csv").open("wb") for t in TABLES}
        for table in TABLES:
            self._files[table.name].write(lines(table, [table.names]).encode())

    def add(self, piece: Piece) -> None:
        """Adds the rows of a piece."""
        for name, lines in piece.parts("csv"):
            self._files[name].write(lines)

    def close(self) -> None:
        """Ends the files."""
        for file in self._files.values():
            file.close()


def lines(table: Table, rows: Sequence[Sequence[Any]]) -> str:
    """Rows of values as CSV has them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, **_DIALECT)
    names = table.names
    for row in rows:
        # The writer itself makes of nothing, of numbers and days what they should be, and leaves text as it is.
        writer.writerow(
            [
                value
                if (value.isprintable() if (kind := type(value)) is str else kind is not bool)
                else cell(table.name, name, value)
                for name, value in zip(names, row, strict=True)
            ]
        )
    return out.getvalue()


def cell(table: str, column: str, value: Any) -> str:
    """A value as the CSV files have it; the text of segments keeps its line breaks."""
    return without_nul(value) if (table, column) == ("segments", "text") else written(value)
