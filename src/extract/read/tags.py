"""Open lists and tables of a web page: the number that an item prints, the place that a cell has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.read import flow
from extract.read.flow import Cell

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)*?(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))", re.I
)
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "none": "none",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip


class OpenList:
    """An open list: the form of its numbers, and the last one."""

    def __init__(self, tag: str, attrs: Mapping[str, str]) -> None:
        found = _STYLE.search(attrs.get("style", ""))
        kind = found.group(1).lower() if found else attrs.get("type", "1" if tag == "ol" else "")
        self._form = _FORMS.get(kind, "decimal" if tag == "ol" else "bullet")
        self._step = -1 if "reversed" in attrs else 1
        self._number = _int(attrs.get("start", ""), 1) - self._step

    def item(self, attrs: Mapping[str, str]) -> str:
        """What the next item prints before its words."""
        self._number = _int(attrs.get("value", ""), self._number + self._step)
        form = _FORMS.get(attrs.get("type", ""), self._form)
        printed = flow.numeral(self._number, form)
        return "•" if form == "bullet" else f"{printed}." if printed else ""


@dataclass(slots=True)
class OpenTable:
    """An open table: its cells so far, and where the open one stands."""

    layout: bool
    cells: list[Cell] = field(default_factory=list)
    in_head: bool = False  # <thead> is open
    at: int = -1  # how many tags were open where the open cell began; -1 where none is open
    _row: int = -1
    _column: int = 0
    _down: dict[int, int] = field(default_factory=dict)  # column → rows that a cell from above still takes
    _cell: Cell = field(default_factory=lambda: Cell(0, 0))

    def begin_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column = 0
        self._down = {column: rows - 1 for column, rows in self._down.items() if rows > 1}

    def begin_cell(self, attrs: Mapping[str, str], at: int, *, head: bool) -> None:
        """A cell begins in the next column that is free; `head`: it is marked as one that names a column or a row."""
        if self._row < 0:
            self.begin_row()
        while self._column in self._down:
            self._column += 1
        columns = min(max(_int(attrs.get("colspan", ""), 1), 1), 1000)
        rows = _int(attrs.get("rowspan", ""), 1) or 65534  # 0: all that are left
        if rows > 1:
            self._down.update((self._column + k, rows) for k in range(columns))
        self._cell = Cell(self._row, self._column, columns, rows=max(rows, 1), head=head or self.in_head)
        self._column += columns
        self.at = at

    def end_cell(self, pieces: list[flow.Piece]) -> None:
        """The open cell ends, with what stands in it."""
        self._cell.pieces = pieces
        self.cells.append(self._cell)
        self.at = -1


def _int(text: str, default: int) -> int:
    match = re.match(r"\s*([+-]?\d{1,7})(?!\d)", text, re.A)
    return int(match.group(1)) if match else default
