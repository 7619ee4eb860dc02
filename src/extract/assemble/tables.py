"""The tables of a document, put together from their segments."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from extract.heads import header_field
from extract.model import Annotated, Segment

Row = tuple[Segment, list[Segment], Segment | None]  # the row, its cells, the section row above it


@dataclass(slots=True)
class Table:
    """A table's segments: title, header cells, rows of cells with the section row above them."""

    part: str
    number: int
    title: Segment | None = None
    header: list[Segment] = field(default_factory=list)
    upper: list[Segment] = field(default_factory=list)  # cells of other rows of heads: "Visit" above "type | dates"
    above: dict[str, list[Segment]] = field(
        default_factory=dict
    )  # row id → the section rows between it and the last row
    rows: list[Row] = field(default_factory=list)


def tables(doc: Annotated) -> list[Table]:
    """The tables of a document in order."""
    found: dict[tuple[str, int], Table] = {}
    titles: dict[str, Segment] = {s.id.rsplit("/", 1)[0]: s for s in doc.segments if s.kind == "table_title"}
    cells: dict[str, list[Segment]] = defaultdict(list)
    for s in doc.segments:
        if s.kind == "table_cell":
            cells[s.parent].append(s)
    section: Segment | None = None
    fresh: list[Segment] = []
    for s in doc.segments:
        if s.kind not in ("table_row", "table_header"):
            continue
        key = (s.part, s.table)
        if key not in found:
            found[key] = Table(s.part, s.table, titles.get(s.id.rsplit("/", 1)[0]))
            section, fresh = None, []
        table = found[key]
        if s.kind == "table_header":
            if not table.header or _n_named(doc, cells[s.id]) > _n_named(doc, table.header):
                table.upper += table.header
                table.header = cells[s.id]
            else:
                table.upper += cells[s.id]
        elif s.row == 0:
            section = cells[s.id][0] if cells[s.id] else s
            fresh.append(section)
        else:
            table.rows.append((s, cells[s.id], section))
            table.above[s.id], fresh = fresh, []
    return [_turned(doc, table) or table for table in found.values()]


def _turned(doc: Annotated, table: Table) -> Table | None:
    """A table whose first column has the heads ("Date", "Place", "Topic" below each other) with its lines as columns.

    Each column beside the heads becomes a row, which stands where its date does. None for any other table.
    """
    lines = [table.header, *(cells for _, cells, _ in table.rows)] if table.header else [c for _, c, _ in table.rows]
    heads = [next((c for c in cells if c.column == 0), None) for cells in lines]
    named = [header_field(text_of(doc, head)) for head in heads]
    if named.count("date") != 1 or len(set(named) - {""}) < 2 or _n_named(doc, table.header) > 1:
        return None
    if sum(not name and head is not None for name, head in zip(named, heads, strict=True)) > 1:
        return None  # lines that are called otherwise
    when = named.index("date")
    columns = [c.column for c in lines[when] if c.column > 0]
    if not columns or not all(_is_dated(doc, c) for c in lines[when] if c.column > 0):
        return None
    turned = Table(table.part, table.number, table.title)
    turned.header = [replace(head, column=k) for k, head in enumerate(heads) if head is not None]
    for column in columns:
        cells = [replace(cell, column=k) for k, line in enumerate(lines) for cell in line if cell.column == column]
        row = next(c for c in cells if c.column == when)
        turned.rows.append((row, cells, None))
        turned.above[row.id] = []
    return turned


def _is_dated(doc: Annotated, cell: Segment) -> bool:
    """Whether a cell has figures and the name of a month, or figures alone: a date, whatever it says."""
    return bool(re.search(r"\d", text_of(doc, cell)))


def _n_named(doc: Annotated, cells: list[Segment]) -> int:
    """How many cells of a head name something: of several rows of heads, the one that names most counts."""
    return sum(bool(header_field(doc.passages[c.id].text)) for c in cells if c.id in doc.passages)


def text_of(doc: Annotated, segment: Segment | None) -> str:
    """The text of a cell's or a title's passage; "" where there is none."""
    passage = doc.passages.get(segment.id) if segment else None
    return passage.text if passage else ""
