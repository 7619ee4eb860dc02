"""Paragraphs and tables of formats that know them (Word files, web pages), before they are laid down on `Paper`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import Block
from extract.read.paper import Paper

_NUMBERED = re.compile(r"\s*\d{1,3}\.\s")
_MASTHEAD = re.compile(r"\s*Distr\.?\s*:", re.I)
_MARK = re.compile(r"(?:[a-z]|\d{1,3}|[*†‡§]+)(?:,\s*(?:[a-z]|\d{1,3}))*$")
_FIGURES = re.compile(r"[–—-]$|(?!(?:1[89]|20)\d\d$)\d[\d\s.,]*$")  # what rows of data hold; a year may be a head
_UNIT = re.compile(r"(?:\b|\d)(?:[kcm]?m|ha|ft)$")

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Piece:
    """One paragraph or cell with what the format says of it; the fields are those of `Block`."""

    text: str
    style: str = ""
    gap: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    rows: int = 1


@dataclass(slots=True)
class Cell:
    """A cell at its first row and column, with the columns and rows that it spans and what stands in it.

    `head`: the format says that its row repeats at the head of each page, or that it names a column.
    """

    row: int
    column: int
    columns: int = 1
    pieces: list[Piece] = field(default_factory=list)
    rows: int = 1
    head: bool = False


def raised(before: str, text: str) -> str:
    """A superscript as it goes on from `before`: a note's mark is set apart from the word, "th" and "m²" are not."""
    mark = text.strip()
    if not before or before[-1].isspace() or not _MARK.match(mark):
        return text
    return text if mark in ("2", "3") and _UNIT.search(before) else f" {text}"


def plain(pieces: Iterable[Piece]) -> str:
    """The pieces of a cell as its text: a line for each paragraph and for each row of a nested table."""
    lines: list[str] = []
    above = (-1, -1)
    for piece in pieces:
        place = (piece.table, piece.row)
        if piece.style == "footnote":
            continue
        if piece.table >= 0 and place == above:
            lines[-1] += f" {piece.text}"
        else:
            lines.append(piece.text)
        above = place
    return "\n".join(lines)


def table(cells: Sequence[Cell], number: int, *, nested: bool = False, layout: bool = False) -> list[Piece]:
    """What a table lays down: its cells; or prose, where the table only places things on the page.

    A first row of one cell over all columns is the caption and stands above. Footnotes of the cells follow the table.
    Rows without words are not counted. The first rows that are heads by the format have the style `header`.

    Args:
        cells: row by row, empty cells too.
        number: of the table, to tell it from others; `lay` counts anew.
        nested: whether a table within a cell says that the outer one is layout.
        layout: whether the format itself says so.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    if layout or all(len(row) == 1 for row in rows.values()) or any(_is_layout(cell, nested) for cell in cells):
        return [piece for cell in cells for piece in cell.pieces]
    width = max(cell.column + cell.columns for cell in cells)
    out: list[Piece] = []
    first = next(iter(rows.values()))
    if len(first) == 1 and width > 1 and first[0].columns >= width and len(rows) > 1:
        out += first[0].pieces
        del rows[first[0].row]
    columns = _columns(list(rows.values()))
    heads = _heads(rows)
    counted: dict[int, int] = {}
    tall: list[tuple[Piece, Cell]] = []
    for cell, column in zip((cell for row in rows.values() for cell in row), columns, strict=True):
        if (text := plain(cell.pieces)).strip():
            style = "header" if cell.row in heads else ""
            out.append(Piece(text, style, table=number, row=counted.setdefault(cell.row, len(counted)), column=column))
            if cell.rows > 1:
                tall.append((out[-1], cell))
    for piece, cell in tall:
        piece.rows = sum(cell.row <= row < cell.row + cell.rows for row in counted)
    return out + [p for row in rows.values() for cell in row for p in cell.pieces if p.style == "footnote"]


def _heads(rows: dict[int, list[Cell]]) -> set[int]:
    """The rows at the top that are heads; none where the format calls every row one, which says nothing.

    Where the marks go on below the heads, the first row of figures ends them.
    """
    found: set[int] = set()
    for number, row in rows.items():
        if not all(cell.head or not plain(cell.pieces).strip() for cell in row):
            return found
        words = [plain(cell.pieces).strip() for cell in row[1:]]
        if sum(bool(_FIGURES.match(word)) for word in words) > max(1, len(words) / 2):
            return found
        found.add(number)
    return set()


def _columns(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """The column of each cell among those that the reader sees.

    Word's grid has a column for every place where any cell begins, a hair's breadth apart where rows were drawn by
    hand: a row with as many cells as the fullest has its columns, a shorter one those that its cells begin in.
    """
    starts = [cell.column for cell in max(rows, key=len)]
    for row in rows:
        at = -1
        for cell in row:
            at = at + 1 if len(row) == len(starts) else max(bisect_right(starts, cell.column) - 1, at + 1)
            yield at


def _is_layout(cell: Cell, nested: bool) -> bool:
    """Whether a cell holds a piece of the document itself: its masthead, its paragraphs, a table of its own."""
    pieces = cell.pieces
    if any(_MASTHEAD.match(piece.text) for piece in pieces):
        return True
    inner = [p for p in pieces if p.table >= 0] if nested else []
    if len({p.row for p in inner}) > 1 and len({p.column for p in inner}) > 1:
        return True
    if len(pieces) > 3 and any(p.style == "heading" for p in pieces):
        return True
    return sum(len(p.text) > 120 and bool(_NUMBERED.match(p.text)) for p in pieces) > 1 or (
        len(pieces) > 5 and sum(len(p.text) for p in pieces) > 3000
    )


def numeral(value: int, form: str) -> str:
    """A number in one of Word's forms; one that is not known is decimal.

    >>> [numeral(28, form) for form in ("decimal", "lowerLetter", "upperRoman")]
    ['28', 'bb', 'XXVIII']
    """
    if form in ("none", "bullet"):
        return ""
    lower = form.lower()
    if lower.endswith("letter") and 0 < value <= 780:
        out = chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif lower.endswith("roman") and 0 < value < 4000:
        out = ""
        for worth, sign in _ROMAN:
            out += sign * (value // worth)
            value %= worth
    elif form == "decimalZero":
        return f"{value:02d}"
    elif form == "ordinal":
        ends = {1: "st", 2: "nd", 3: "rd"}
        return f"{value}{'th' if value % 100 in (11, 12, 13) else ends.get(value % 10, 'th')}"
    elif form == "chicago":
        return "*†‡§"[(value - 1) % 4] * ((value - 1) // 4 + 1) if 0 < value < 100 else str(value)
    else:
        return str(value)
    return out.upper() if form.startswith("upper") else out


def lay(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The canonical text and its blocks; tables are counted in the order in which they stand."""
    paper = Paper()
    numbers: dict[int, int] = {-1: -1}
    for p in pieces:
        if p.text.strip():
            number = numbers.setdefault(p.table, len(numbers) - 1)
            paper.add(p.text, style=p.style, gap=p.gap, table=number, row=p.row, column=p.column, rows=p.rows)
    return paper.done()
