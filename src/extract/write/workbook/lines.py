"""Rows of data as the XML of a worksheet.

XlsxWriter makes the book; only its rows are written here, since cell by cell it costs some 12 microseconds a cell: for
reports of a few pages as much as their extraction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import Worksheet

from extract.tables import Column
from extract.write.workbook.cells import shown

Cell = Callable[[Any], str]  # value → XML with ROW where the row's number comes; nothing for an empty cell
ROW, END = "\0", "\1"  # what no XML holds: the place of the number, and the end of a row
_KNOWN = 256  # values of each column, of which the text is known
_DAY_0 = date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Lines(Worksheet):  # type: ignore[misc]
    """A worksheet that takes whole rows as XML, below what was written cell by cell."""

    def begin(self, n_rows: int, n_columns: int) -> None:
        """Before rows 2 to `n_rows` + 1."""
        self._check_dimensions(n_rows, n_columns - 1)
        self._write_single_row(n_rows + 1)  # the header, which waits for the next row
        self._links: list[tuple[int, str, str]] = []

    def add(self, lines: Sequence[str], first: int) -> None:
        """Writes `<row>` elements from row `first` on, counted from 1."""
        self.fh.write("".join([line.replace(ROW, str(i)) for i, line in enumerate(lines, first)]))

    def link(self, row: int, page: str, place: str) -> None:
        """Makes the first cell of a row a link to a place of a page."""
        self._links.append((row, page, place))

    def _write_hyperlinks(self) -> None:
        """The links of rows, one relationship a page: XlsxWriter's objects for each cell would fill the memory."""
        if not getattr(self, "_links", None):
            super()._write_hyperlinks()
            return
        known: dict[str, int] = {}
        self._xml_start_tag("hyperlinks")
        for row, page, place in self._links:
            if page not in known:
                self.rel_count += 1
                known[page] = self.rel_count
                self.external_hyper_links.append(["/hyperlink", page, "External"])
            where = [("ref", f"A{row}"), ("r:id", f"rId{known[page]}"), ("location", place)]
            self._xml_empty_tag("hyperlink", where)
        self._xml_end_tag("hyperlinks")


def cells(
    columns: Sequence[Column], formats: Sequence[int], letters: Sequence[str], lines: Sequence[bool]
) -> list[Cell]:
    """What writes the cells of each column, by the numbers of their formats."""
    kinds = {"string": _text, "boolean": _boolean, "date": _day, "integer": _number, "number": _number}
    return [kinds[c.type](a, xf, keeps) for c, a, xf, keeps in zip(columns, letters, formats, lines, strict=True)]


def text_xml(text: str) -> str:
    """Text inside an element; what looks like the format's own escapes is escaped."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def _text(letter: str, xf: int, lines: bool) -> Cell:
    head = f'<c r="{letter}{ROW}" s="{xf}" t="inlineStr"><is><t'

    @lru_cache(_KNOWN)  # ids and words of lists come again and again
    def cell(value: Any) -> str:
        if not (value.isascii() and value.isprintable() and len(value) < 9_999):
            value = shown("string", value, lines=lines)
        space = "" if value[0] != " " and value[-1] != " " and value.isprintable() else ' xml:space="preserve"'
        return f"{head}{space}>{text_xml(value)}</t></is></c>"

    return cell


def _boolean(letter: str, xf: int, lines: bool) -> Cell:
    both = [f'<c r="{letter}{ROW}" s="{xf}" t="b"><v>{i}</v></c>' for i in (0, 1)]
    return lambda value: both[value]


def _number(letter: str, xf: int, lines: bool) -> Cell:
    return lambda value: f'<c r="{letter}{ROW}" s="{xf}"><v>{value!r}</v></c>'


def _day(letter: str, xf: int, lines: bool) -> Cell:
    as_text = _text(letter, xf, lines)

    def cell(value: Any) -> str:
        found = shown("date", value)
        if isinstance(found, str):
            return as_text(found)
        return f'<c r="{letter}{ROW}" s="{xf}"><v>{(found - _DAY_0).days}</v></c>'

    return cell
