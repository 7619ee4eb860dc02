"""The masthead: text programs set it as a table ("United Nations | S/2009/664"), and it is lines all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Block
from extract.segment.parts import is_masthead

_CELLS = 24  # a masthead has no more cells than this
_ABOVE = 6  # lines that may stand above it: a logo's text, "Advance copy"


def unfolded(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the lines of such a table, or of a paragraph of such lines, as blocks of their own."""
    first = next((k for k, block in enumerate(blocks) if block.in_table), len(blocks))
    if first > _ABOVE:
        return [line for block in blocks[:_ABOVE] for line in _apart(text, block)] + blocks[_ABOVE:]
    out, at = [line for block in blocks[:first] for line in _apart(text, block)], first
    while at < len(blocks) and blocks[at].in_table:
        to = at
        while to < len(blocks) and blocks[to].table == blocks[at].table:
            to += 1
        cells = blocks[at:to]
        lines = [line for cell in cells for line in _lines(text, cell)]
        known = sum(is_masthead(text[line.start : line.end]) for line in lines)
        if len(cells) > _CELLS or known < 2 or known < 0.6 * len(lines):
            break
        out += lines
        at = to
    return out + blocks[at:]


def _apart(text: str, block: Block) -> list[Block]:
    """The lines of a block that are nothing but lines of a masthead: "S/2009/664", a line break, "22 December 2009"."""
    lines = [] if block.style in ("furniture", "footnote") else list(_lines(text, block))
    return lines if len(lines) > 1 and all(is_masthead(text[b.start : b.end]) for b in lines) else [block]


def _lines(text: str, cell: Block) -> Iterator[Block]:
    """The lines of a cell; a line of the style that the cell has."""
    at = cell.start
    for line in text[cell.start : cell.end].split("\n"):
        inner = line.strip()
        if inner:
            start = at + line.index(inner)
            style = "" if cell.style == "header" else cell.style
            yield replace(cell, start=start, end=start + len(inner), table=-1, row=-1, column=-1, rows=1, style=style)
        at += len(line) + 1
