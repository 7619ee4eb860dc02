"""Rows of data as the XML of a worksheet.

XlsxWriter makes the book; only its rows are written here, since cell by cell it costs some 12 microseconds a cell: for
reports of a few pages as much as their extraction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from extract.tables import Column
from extract.write.workbook.cells import shown

Cell = Callable[[int, Any], str]  # row from 1 and value → XML; nothing for an empty cell
_DAY_0 = date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Lines(Worksheet):  # type: ignore[misc]
    """A worksheet that takes whole rows as XML, below what was written cell by cell."""

    def write_lines(self, lines: Iterable[str], n_rows: int, n_columns: int) -> None:
        """Writes rows 2 to `n_rows` + 1, each a `<row>` element."""
        self._check_dimensions(n_rows, n_columns - 1)
        self._write_single_row(n_rows + 1)  # the header, which waits for the next row
        self.fh.writelines(lines)


def cells(
    columns: Sequence[Column], formats: Sequence[Any], letters: Sequence[str], lines: Sequence[bool]
) -> list[Cell]:
    """What writes the cells of each column."""
    kinds = {"string": _text, "boolean": _boolean, "date": _day, "integer": _number, "number": _number}
    return [
        kinds[c.type](letter, f.xf_index if f.xf_index is not None else f._get_xf_index(), keeps)
        for c, f, letter, keeps in zip(columns, formats, letters, lines, strict=True)
    ]


def text_xml(text: str) -> str:
    """Text inside an element; what looks like the format's own escapes is escaped."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def _text(letter: str, xf: int, lines: bool) -> Cell:
    def cell(row: int, value: Any) -> str:
        if not (value.isascii() and value.isprintable() and len(value) < 9_999):
            value = shown("string", value, lines=lines)
        space = "" if value[0] != " " and value[-1] != " " and value.isprintable() else ' xml:space="preserve"'
        return f'<c r="{letter}{row}" s="{xf}" t="inlineStr"><is><t{space}>{text_xml(value)}</t></is></c>'

    return cell


def _boolean(letter: str, xf: int, lines: bool) -> Cell:
    return lambda row, value: f'<c r="{letter}{row}" s="{xf}" t="b"><v>{int(value)}</v></c>'


def _number(letter: str, xf: int, lines: bool) -> Cell:
    return lambda row, value: f'<c r="{letter}{row}" s="{xf}"><v>{value!r}</v></c>'


def _day(letter: str, xf: int, lines: bool) -> Cell:
    as_text = _text(letter, xf, lines)

    def cell(row: int, value: Any) -> str:
        found = shown("date", value)
        if isinstance(found, str):
            return as_text(row, found)
        return f'<c r="{letter}{row}" s="{xf}"><v>{(found - _DAY_0).days}</v></c>'

    return cell
