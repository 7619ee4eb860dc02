"""The sheet README: in plain words, what each sheet and column means, and how to correct a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract import tables
from extract.write.workbook.style import Style

_TEXT = (
    ("What this is", ""),
    (
        "",
        "Each sheet is a table made from the reports of this run by the program unreports. The sheet Overview counts; "
        "meetings has one row for each event, however often the report tells of it; discrepancies has one row for each "
        "place where a report disagrees with itself, with the value that was taken and why.",
    ),
    ("Where each figure comes from", ""),
    (
        "",
        "Every value points to its characters in the report: char_start and char_end count characters in "
        "text/<document_id>.txt beside this workbook. The link in the first column of meetings opens the report's "
        "review page at that event, with its sentence and its row of the annex marked.",
    ),
    (
        "",
        "An empty cell means that the report does not say. What was inferred says so in a column ending in basis. "
        "n_ columns are counted from other sheets.",
    ),
    ("What the colours mean", ""),
    (
        "",
        "Yellow: look at this row first (needs_review is TRUE), or a warning. Orange: a certain contradiction, or an "
        "event that has discrepancies. Blue: a person has corrected the row. Grey letters: an event that is not the "
        "issuing body's own. Grey heads: columns that cannot be corrected.",
    ),
    ("How to correct a value", ""),
    (
        "",
        "1. Edit the cell here and save the workbook as .xlsx. To take an event out, delete its row in meetings. "
        "Sorting, filtering and formatting change nothing.",
    ),
    ("", "2. Run: unreports corrections {path}. It writes corrections.csv beside the workbook, with your edits only."),
    (
        "",
        "3. Copy corrections.csv into the folder of the reports and run again. The values are kept in every later run, "
        "the column corrected names them, and a correction whose cell the program now reads differently is reported "
        "instead of applied.",
    ),
)


def write(sheet: Any, style: Style, run: dict[str, Any], notes: Sequence[str]) -> None:
    """Writes the sheet."""
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 0)
    for i, width in enumerate((22, 24, 11, 80, 60, 14)):
        sheet.set_column(i, i, width)
    sheet.write_string(0, 0, "unreports: what is in this workbook", style.title)
    sheet.set_row(0, 28)
    r = 2
    for heading, text in _TEXT:
        if heading:
            r += 1
            sheet.write_string(r, 0, heading, style.heading)
        else:
            text = text.replace("{path}", "FOLDER/unreports.xlsx")
            sheet.set_row(r, 15.5 * (1 + len(text) // 170))
            sheet.merge_range(r, 0, r, 4, text, style.wrapped)
        r += 1
    for note in notes:
        sheet.merge_range(r, 0, r, 4, note, style.wrapped)
        r += 1
    r += 1
    sheet.write_string(r, 0, "The run", style.heading)
    for name, value in _run(run):
        r += 1
        sheet.write_string(r, 0, name, style.text)
        sheet.write_string(r, 1, value, style.text)
    r += 2
    sheet.write_string(r, 0, "Sheets and columns", style.heading)
    r += 1
    for i, head in enumerate(("sheet", "column", "type", "meaning", "values", "to correct")):
        sheet.write_string(r, i, head, style.header)
    for table in tables.TABLES:
        r += 1
        sheet.write_string(r, 0, table.name, style.bold)
        sheet.write_string(r, 3, table.meaning, style.bold)
        for column in table.columns:
            r += 1
            values = ", ".join(column.values)
            sheet.set_row(r, 15.5 * max(1, -(-len(column.meaning) // 80), -(-len(values) // 60)))
            cells = ("", column.name, column.type, column.meaning, values, "no" if column.fixed else "yes")
            for i, text in enumerate(cells):
                sheet.write_string(r, i, text, style.wrapped)


def _run(run: dict[str, Any]) -> list[tuple[str, str]]:
    named = (("unreports", "version"), ("knowledge", "knowledge"), ("model", "model"), ("Python", "python"))
    found = [(name, str(run.get(key, ""))) for name, key in named]
    return found + [(name, str(version)) for name, version in run.get("packages", {}).items()]
