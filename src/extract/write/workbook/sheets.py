"""One sheet a table: a header that stays, filters, typed cells, colours that follow what a person edits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from extract.tables import Column, Table
from extract.write.workbook.lines import END, ROW, Cell, Lines, cells
from extract.write.workbook.style import NUMBER, Style

MOST_ROWS = 1_048_575  # of Excel, the header left out
_MOST_LINKS = 65_000  # a sheet holds 65,530
_LINES = 6  # a row of long texts is not higher than this
_LINE_HEIGHT = 15
_WIDTHS = {
    "meeting_id": 34,
    "document_id": 16,
    "title": 50,
    "subject": 50,
    "participants_text": 50,
    "explanation": 70,
    "message": 70,
    "text": 60,
    "section": 40,
    "name": 50,
    "body": 34,
    "issuing_body": 40,
    "table_title": 34,
    "organisation": 40,
    "signatory_role": 40,
    "date_text": 24,
    "missions": 22,
    "countries": 22,
    "narrative_value": 28,
    "annex_value": 28,
    "chosen_value": 28,
    "value": 30,
    "source_file": 28,
}
_NARROW = {"date": 11.5, "boolean": 10, "integer": 10, "number": 10}
_WRAPPED = {k for k, v in _WIDTHS.items() if v >= 28} - {"meeting_id", "source_file"}
_NO_WRAP = ("segments", "mentions", "references")  # long sheets that are searched rather than read


def names(table: str, n_rows: int, most_rows: int) -> list[str]:
    """The names of the sheets that a table of so many rows needs: `mentions`, `mentions_2` …"""
    n = max(1, -(-n_rows // most_rows))
    return [table] + [f"{table}_{i}" for i in range(2, n + 1)]


@cache
def _plan(table: Table) -> tuple[list[Cell], list[tuple[int, int]]]:
    """What writes the cells of a row, and which columns, with their widths, make it high."""
    wraps = table.name not in _NO_WRAP
    formats = [NUMBER[_format(c, wraps)] for c in table.columns]
    if table.name == "meetings":
        formats[0] = NUMBER["link"]
    letters = [xl_col_to_name(i) for i in range(len(formats))]
    writers = cells(table.columns, formats, letters, [keeps_lines(table, c) for c in table.columns])
    wide = [i for i, c in enumerate(table.columns) if wraps and c.type == "string" and c.name in _WRAPPED]
    return writers, [(i, int(_width(table.columns[i]))) for i in wide]


def lines(table: Table, rows: Sequence[Sequence[Any]]) -> str:
    """Rows of values as the XML of a sheet, without their numbers, which depend on the documents before."""
    writers, measured = _plan(table)
    out = []
    for row in rows:
        height = max([-(-len(row[i] or "") // width) for i, width in measured], default=1)
        # Not every program finds the height by itself.
        tall = f' ht="{min(height, _LINES) * _LINE_HEIGHT}" customHeight="1"' if height > 1 else ""
        found = [write(value) for write, value in zip(writers, row, strict=True) if value is not None and value != ""]
        out.append(f'<row r="{ROW}"{tall}>{"".join(found)}</row>{END}')
    return "".join(out)


class Sheets:
    """The sheets of a table, which grow piece by piece; as many as its rows need."""

    def __init__(self, book: Any, style: Style, table: Table, n_rows: int, most_rows: int = MOST_ROWS) -> None:
        self._table, self._most = table, most_rows
        self._sheets = [book.add_worksheet(name, Lines) for name in names(table.name, n_rows, most_rows)]
        self._row = 0
        for i, sheet in enumerate(self._sheets):
            _begin(sheet, style, table, max(0, min(most_rows, n_rows - i * most_rows)))

    def add(self, lines: str, linked: Sequence[tuple[str, str]] = ()) -> None:
        """Adds the rows of a document; the first cell of each may be linked to a page and a place of it."""
        rows = lines.split(END)[:-1]
        while rows:
            i, row = divmod(self._row, self._most)
            here, rows = rows[: self._most - row], rows[self._most - row :]
            self._sheets[i].add(here, row + 2)
            for r, (page, place) in enumerate(linked[: min(len(here), max(0, _MOST_LINKS - row))], row + 2):
                self._sheets[i].link(r, page, place)
            linked = linked[len(here) :]
            self._row += len(here)


def _begin(sheet: Any, style: Style, table: Table, n_rows: int) -> None:
    """All of a sheet but its rows."""
    columns = table.columns
    for i, c in enumerate(columns):
        sheet.set_column(i, i, _width(c), getattr(style, _format(c, table.name not in _NO_WRAP)))
        head = style.fixed_header if c.fixed else style.header
        sheet.write_string(0, i, c.name, head)
        sheet.data_validation(
            0, i, 0, i, {"validate": "any", "input_title": c.name[:32], "input_message": _hint(c)[:255]}
        )
    sheet.set_row(0, 21)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)
    last = max(1, n_rows)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    _choices(sheet, columns, last)
    _colours(sheet, style, table, last)
    sheet.begin(n_rows, len(columns))


def keeps_lines(table: Table, column: Column) -> bool:
    """Whether line breaks stay in a column's cells."""
    return table.name == "segments" and column.name == "text"


def _format(column: Column, wraps: bool) -> str:
    """The name of the format of a column's cells."""
    if column.type in ("date", "integer", "number", "boolean"):
        return column.type
    return "wrapped" if wraps and column.name in _WRAPPED else "text"


def _width(column: Column) -> float:
    wide = _NARROW.get(column.type) or _WIDTHS.get(column.name) or (34 if column.name.endswith("_id") else 16)
    return max(wide, len(column.name) + 4)  # the filter's button stands beside the name


def _hint(column: Column) -> str:
    note = column.meaning + (f": {', '.join(column.values)}" if column.values else "")
    return note + (f". Not to be edited: {column.fixed}." if column.fixed else "")


def _choices(sheet: Any, columns: Sequence[Column], last: int) -> None:
    """Lists to choose from, where a column has a list."""
    for i, c in enumerate(columns):
        if c.fixed or not (c.values or c.type == "boolean"):
            continue
        options = list(c.values) if c.values else ["TRUE", "FALSE"]
        if len(",".join(options)) > 255:
            continue
        sheet.data_validation(
            1,
            i,
            last,
            i,
            {
                "validate": "list",
                "source": options,
                "ignore_blank": True,
                "error_title": c.name,
                "error_message": f"One of: {', '.join(options)}"[:255],
            },
        )


def _colours(sheet: Any, style: Style, table: Table, last: int) -> None:
    """Rules that look at the marking columns, so that the colour goes when the mark goes."""
    place = {c.name: i for i, c in enumerate(table.columns)}

    def rule(column: str, test: str, style: Any, *, whole: bool = True, stop: bool = False) -> None:
        if column in place:
            letter = xl_col_to_name(place[column])
            first, end = (0, len(place) - 1) if whole else (place[column], place[column])
            sheet.conditional_format(
                1, first, last, end, {"type": "formula", "criteria": f"=${letter}2{test}", "format": style}
            )

    rule("severity", '="error"', style.conflict)
    rule("severity", '="warning"', style.review)
    rule("agrees", "=FALSE", style.conflict, whole=False)
    rule("n_discrepancies", ">0", style.conflict, whole=False)
    rule("corrected", '<>""', style.corrected)
    rule("needs_review", "=TRUE", style.review)
    rule("is_own", "=FALSE", style.others)
