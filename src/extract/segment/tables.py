"""Rows of a table: which are headers, which are sections, which hold data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.heads import header_field
from extract.model import Block

_DATE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?\d{1,2}(?:st|nd|rd|th)?"
    r"(?:\s?[-–/]\s?\d{1,2}|(?:,\s|\s(?:and|to)\s)\d{1,2})*\s"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.{0,40}$|\d{4}-\d\d-\d\d$",
    re.S,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


def rows(text: str, blocks: list[Block], *, loose: bool = False) -> Iterator[tuple[str, list[Block]]]:
    """The rows in order: `table_header`, `section` (a year or a group above rows) or `table_row`, with their cells.

    Args:
        text: the canonical text.
        blocks: the cells of one table.
        loose: the format does not say where rows end, as in plain text; long runs of cells are cut.
    """
    grid = _grid(text, blocks, loose=loose)
    width = max((len(row) for row in grid), default=0)
    header: list[str] = []
    for k, row in enumerate(grid):
        words = [" ".join(text[c.start : c.end].split()) for c in row]
        if all(cell.style == "header" for cell in row) or (
            not header and k < 2 and _is_header(words, grid[k + 1 :], text)
        ):
            header = words
            yield "table_header", row
        elif header and words == header:
            yield "table_header", row
        elif len(row) == 1 and width > 1 and row[0].column == 0 and _is_section(words[0]):
            yield "section", row
        else:
            yield "table_row", row


def _grid(text: str, blocks: list[Block], *, loose: bool) -> list[list[Block]]:
    """Blocks by row; a run of cells longer than the header is cut where a row of its width begins again."""
    grid: list[list[Block]] = []
    for block in blocks:
        if grid and grid[-1][-1].row == block.row:
            grid[-1].append(block)
        else:
            grid.append([block])
    if not grid or not loose:
        return grid
    first = grid[0]
    named = 0
    while named < len(first) and header_field(text[first[named].start : first[named].end]):
        named += 1
    # The header's own row goes on into the data only where a date stands behind its cells.
    data = any(_DATE.match(text[c.start : c.end]) for c in first[named:])
    width = named if 2 <= named < len(first) and data else len(first)
    date_at = next((i for i, c in enumerate(first[:width]) if header_field(text[c.start : c.end]) == "date"), -1)
    out: list[list[Block]] = []
    for k, row in enumerate(grid):
        if k == 0 and width < len(row):
            out.append(row[:width])
            row = row[width:]
        out += _cut(text, row, width, date_at) if width >= 2 and len(row) > width else [row]
    return out


def _cut(text: str, row: list[Block], width: int, date_at: int) -> list[list[Block]]:
    """Rows without a blank line between them: one begins where its date stands, else after every `width` cells."""
    if date_at >= 0:
        starts = [i - date_at for i, c in enumerate(row) if i >= date_at and _DATE.match(text[c.start : c.end])]
        if len(starts) >= 2 and starts[0] == 0:
            return [_columns(row[a:b]) for a, b in zip(starts, [*starts[1:], len(row)], strict=True)]
    if len(row) % width == 0:
        return [_columns(row[i : i + width]) for i in range(0, len(row), width)]
    return [row]


def _columns(cells: list[Block]) -> list[Block]:
    """The cells of a row that was cut out of a longer run, their columns counted anew."""
    return [replace(c, column=i) for i, c in enumerate(cells)]


def _is_header(words: list[str], below: list[list[Block]], text: str) -> bool:
    if len(words) == 1 and not header_field(words[0]):
        return False
    if any(header_field(w) for w in words) and not any(
        re.search(r"\b\d{1,2}\b.{0,200}\b(?:1[89]|20)\d\d\b", w) for w in words
    ):
        return True
    digits = any(c.isdigit() for w in words for c in w)
    short = all(len(w.split()) <= 6 for w in words)
    more = any(any(ch.isdigit() for c in row for ch in text[c.start : c.end]) for row in below[:3])
    return short and not digits and more and len(words) > 1


def _is_section(word: str) -> bool:
    """ "2005", "Formal meetings", "January 2006": a line of its own in the first column above other rows."""
    return bool(_YEAR.match(word)) or (len(word) <= 80 and not re.match(r"\d{1,2}\s", word) and word[:1].isupper())
