"""The tables of a document, put together from their segments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

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
                table.header = cells[s.id]
        elif s.row == 0:
            section = cells[s.id][0] if cells[s.id] else s
            fresh.append(section)
        else:
            table.rows.append((s, cells[s.id], section))
            table.above[s.id], fresh = fresh, []
    return list(found.values())


def _n_named(doc: Annotated, cells: list[Segment]) -> int:
    """How many cells of a head name something: of several rows of heads, the one that names most counts."""
    return sum(bool(header_field(doc.passages[c.id].text)) for c in cells if c.id in doc.passages)


def text_of(doc: Annotated, segment: Segment | None) -> str:
    """The text of a cell's or a title's passage; "" where there is none."""
    passage = doc.passages.get(segment.id) if segment else None
    return passage.text if passage else ""
