"""The sheet Overview: how much there is, what disagrees, where to look first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

from extract import tables
from extract.report import Row
from extract.write.figures import Figures, day
from extract.write.workbook import links
from extract.write.workbook.cells import shown
from extract.write.workbook.style import Style

_FIRST_ROWS = 40  # to look at first
_DOCUMENTS = 300
_WIDTHS = (38, 15, 15, 15, 15, 15, 15, 15, 15)
_MERGED = 4, 8  # columns that a long text lies across
_ACROSS = 78  # characters on a line of them
_CHART_ROWS = 15
_COLOURS = ("#1F3864", "#2E75B6", "#9DC3E6", "#C55A11", "#F4B183", "#7F7F7F")  # dark and light in turn


class Grid:
    """Cells of a sheet that must be written row by row."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[Any, Any]] = {}
        self.heights: dict[int, float] = {}
        self.merged: set[tuple[int, int]] = set()
        self.row = 0

    def put(self, column: int, value: Any, style: Any) -> None:
        """Puts a value into the current row."""
        self.cells[self.row, column] = (value, style)

    def head(self, first: str, counts: Sequence[str], style: Style) -> None:
        """Puts the heads of a table of counts and goes to the next row."""
        self.put(0, first, style.header)
        for i, name in enumerate(counts, 1):
            self.put(i, name, style.header_right)
        self.row += 1

    def wide_head(self, heads: Sequence[str], last: str, style: Style) -> None:
        """Puts the heads of a list whose last column lies across, and goes to the next row."""
        for i, name in enumerate(heads):
            self.put(i, name, style.header)
        self.across(last, style.header)
        self.row += 1

    def across(self, text: str, style: Any, column: int = _MERGED[0]) -> None:
        """Puts a long text across the columns to the last, wrapped, at most four lines of it to be seen."""
        self.put(column, text, style)
        self.merged.add((self.row, column))
        lines = min(4, 1 + len(text) // (_ACROSS if column else 150))
        if lines > 1:
            self.heights[self.row] = 15 * lines

    def line(self, values: Sequence[Any], style: Any, start: int = 0) -> None:
        """Puts values side by side and goes to the next row."""
        for i, value in enumerate(values, start):
            self.put(i, value, style)
        self.row += 1

    def flush(self, sheet: Any) -> None:
        """Writes the cells in the order of rows."""
        heights = dict(self.heights)
        for (r, c), (value, style) in sorted(self.cells.items(), key=lambda item: item[0]):
            if r in heights:
                sheet.set_row(r, heights.pop(r))
            if (r, c) in self.merged:
                sheet.merge_range(r, c, r, _MERGED[1], value, style)
            elif isinstance(value, links.Link):
                sheet.write_url(r, c, value, style)
            elif isinstance(value, str):
                sheet.write_string(r, c, value, style)
            elif isinstance(value, date):
                sheet.write_datetime(r, c, value, style)
            elif value is not None:
                sheet.write_number(r, c, value, style)


def write(book: Any, sheet: Any, style: Style, figures: Figures, run: dict[str, Any], notes: Sequence[str]) -> None:
    """Writes the sheet of a workbook."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for i, width in enumerate(_WIDTHS):
        sheet.set_column(i, i, width)
    grid = Grid()
    grid.put(0, "Events in United Nations reports", style.title)
    grid.row += 1
    grid.put(
        0,
        f"Made by unreports {run.get('version', '')}. What sheets, columns and colours mean: sheet README.",
        style.note_line,
    )
    grid.row += 2
    _figures(grid, style, figures, run)
    _by_year(grid, style, figures, book, sheet)
    _disagreements(grid, style, figures)
    _first(grid, style, figures)
    _documents(grid, style, figures)
    _refused(grid, style, figures.refused(), [*notes, *run.get("warnings", ())])
    grid.flush(sheet)


def _figures(grid: Grid, style: Style, figures: Figures, run: dict[str, Any]) -> None:
    n = figures.counts
    shown = (
        ("documents", n["documents"]),
        ("events", n["events"]),
        ("own events", n["own"]),
        ("discrepancies", n["odd"]),
        ("contradictions", n["error"]),
        ("to look at first", n["review"]),
        ("corrected", figures.corrected() if run.get("corrections") else 0),
        ("refused", n["refused"]),
    )
    grid.line([n for _, n in shown], style.big)
    grid.line([name for name, _ in shown], style.note_line)
    grid.row += 1


def _by_year(grid: Grid, style: Style, figures: Figures, book: Any, sheet: Any) -> None:
    types = tables.MEETINGS.column("event_type").values
    counts = figures.by_year()
    years = sorted({y for y, _ in counts}, key=lambda y: (y is None, y))
    grid.line(["Events by year and type"], style.heading)
    grid.head("year (events of the issuing bodies)", [*types, "together", "of others"], style)
    first = grid.row
    for year in years:
        own = [counts[year, t] for t in types]
        grid.put(0, year if year is not None else "no date", style.left)
        for i, n in enumerate([*own, sum(own), counts[year, ""]], 1):
            grid.put(i, n or None, style.count)
        grid.row += 1
    sums = [sum(counts[y, t] for y in years) for t in types]
    grid.line(["all years", *sums, sum(sums), sum(counts[y, ""] for y in years)], style.total)
    grid.row += 1
    if any(sums):
        _chart(book, sheet, [(i, t) for i, t in enumerate(types, 1) if sums[i - 1]], first, len(years), grid.row)
        grid.row += _CHART_ROWS + 1


def _chart(book: Any, sheet: Any, types: Sequence[tuple[int, str]], first: int, n_years: int, row: int) -> None:
    """Columns by year, stacked by type; the figures stand in the table above."""
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    last = first + n_years - 1
    for column, name in types:
        chart.add_series(
            {
                "name": name,
                "categories": ["Overview", first, 0, last, 0],
                "values": ["Overview", first, column, last, column],
                "fill": {"color": _COLOURS[(column - 1) % len(_COLOURS)]},
                "gap": 60,
            }
        )
    chart.set_title({"name": "Events of the issuing bodies by year", "name_font": {"size": 11}})
    chart.set_legend({"position": "right"})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, "num_format": "0"})
    chart.set_size({"width": 900, "height": 20 * _CHART_ROWS})
    sheet.insert_chart(row, 0, chart, {"description": "Events of the issuing bodies by year and type"})


def _disagreements(grid: Grid, style: Style, figures: Figures) -> None:
    severities = tables.DISCREPANCIES.column("severity").values
    counts = figures.disagreements()
    grid.line(["Where reports disagree with themselves"], style.heading)
    grid.head("kind", severities, style)
    for kind in tables.DISCREPANCIES.column("kind").values:
        if any(counts[kind, s] for s in severities):
            grid.put(0, kind, style.text)
            for i, s in enumerate(severities, 1):
                grid.put(i, counts[kind, s] or None, style.count)
            grid.row += 1
    grid.line(["all kinds", *(figures.counts[s] for s in severities)], style.total)
    grid.row += 1


def _first(grid: Grid, style: Style, figures: Figures) -> None:
    n, todo = figures.first(_FIRST_ROWS)
    grid.line([f"Look at these first ({n:,})" if n else "Nothing to look at first"], style.heading)
    if not todo:
        grid.row += 1
        return
    grid.wide_head(["event (opens its review page)", "date", "confidence", "type"], "why, and what it was about", style)
    for m in todo:
        grid.put(0, links.review(m["meeting_id"], m["document_id"], m["meeting_id"]), style.link)
        grid.put(1, shown("date", day(m["start_date"])) or m["date_text"], style.date)
        grid.put(2, m["confidence"], style.number_left)
        grid.put(3, m["event_type"], style.text)
        what = m["subject"] or " ".join((m["words"] or "").split())
        why = m["contradiction"] or ". ".join(filter(None, (_sentence(m["review_reason"]), what)))
        grid.across(shown("string", why) or "", style.wrapped)
        grid.row += 1
    if n > len(todo):
        grid.line([f"… and {n - len(todo):,} more: filter needs_review in the sheet meetings"], style.note_line)
    grid.row += 1


def _sentence(text: str | None) -> str:
    return text[:1].upper() + text[1:] if text else ""


def _documents(grid: Grid, style: Style, figures: Figures) -> None:
    grid.line(["Documents"], style.heading)
    grid.wide_head(["document (opens its review page)", "date", "events", "to look at"], "title", style)
    for d in islice(figures.documents(), _DOCUMENTS):
        name = shown("string", d["symbol"] or d["document_id"])
        grid.put(0, links.review(name, d["document_id"]), style.link)
        grid.put(1, shown("date", day(d["date"])), style.date)
        grid.put(2, d["n_meetings"], style.left)
        grid.put(3, d["n_review"] + d["n_odd"], style.left)
        grid.across(shown("string", d["title"]) or "", style.wrapped)
        grid.row += 1
    if (more := figures.counts["documents"] - _DOCUMENTS) > 0:
        grid.line([f"… and {more:,} more in the sheet documents"], style.note_line)
    grid.row += 1


def _refused(grid: Grid, style: Style, rejected: Sequence[Row], warnings: Sequence[str]) -> None:
    if rejected:
        grid.line(["Files that could not be read"], style.heading)
        for row in rejected:
            grid.put(0, shown("string", row["source_file"]), style.text)
            grid.across(shown("string", row["message"]), style.wrapped, 1)
            grid.row += 1
        grid.row += 1
    if warnings:
        grid.line([f"Warnings ({len(warnings):,}; all stand in run.json)"], style.heading)
        for text in warnings[:_FIRST_ROWS]:
            grid.across(shown("string", text), style.wrapped, 0)
            grid.row += 1
