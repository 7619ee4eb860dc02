"""The report as python-docx saves it, with the styles of its own template, which other tools have taken over."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.document import Document as Document_

from tests.variants.report import Table, report


def library(*, lists: bool, headings: bool, style: str) -> bytes:
    """A Word file: paragraphs in `List Number` or with typed numbers, headings as such or bold, tables of a style."""
    r = report()
    out = Document()
    _heading(out, r.letter_title, 0, headings)
    for text in r.letter:
        out.add_paragraph(text)
    out.add_paragraph("\n".join(r.signature))
    out.add_page_break()
    _heading(out, r.title, 0, headings)
    for part in r.parts:
        match part.kind:
            case "heading":
                _heading(out, part.text, 1, headings)
            case "lettered":
                _heading(out, f"{part.number} {part.text}", 2, headings)
            case "subheading":
                _heading(out, part.text, 3, headings)
            case "paragraph" if lists:
                out.add_paragraph(part.text, style="List Number")
            case _:
                out.add_paragraph(f"{part.number} {part.text}")
    out.add_page_break()
    _heading(out, r.annex, 1, headings)
    for table in r.tables:
        _heading(out, table.title, 2, headings)
        _table(out, table, style)
    data = io.BytesIO()
    out.save(data)
    return _repacked(data)


def _heading(out: Document_, text: str, level: int, headings: bool) -> None:
    if headings:
        out.add_heading(text, level)
    else:
        out.add_paragraph().add_run(text).bold = True


def _table(out: Document_, table: Table, style: str) -> None:
    made = out.add_table(rows=1, cols=len(table.header), style=style)
    for cell, text in zip(made.rows[0].cells, table.header, strict=True):
        cell.text = text
    for row in table.rows:
        cells = made.add_row().cells
        if len(row) < len(cells):
            cells[len(row) - 1].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text


def _repacked(data: io.BytesIO) -> bytes:
    """The same parts without the time of their writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
