"""Pages of words made into one canonical text: furniture, reading order, footnotes, tables, paragraphs.

`page` holds what is seen; `furniture`, `columns`, `notes`, `frames` and `grid` each tell one thing apart; `rows` and
`prose` put cells and paragraphs together, across pages; here it is laid down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.model import Block
from extract.read.layout.columns import ordered, usual
from extract.read.layout.furniture import furniture
from extract.read.layout.grid import LEADERS, Finder
from extract.read.layout.notes import footnotes
from extract.read.layout.page import Line, Page, Word
from extract.read.layout.prose import Prose
from extract.read.layout.rows import Rows
from extract.read.layout.setting import Piece, boxes_of, joined, vocabulary_of
from extract.read.layout.zone import Zone

__all__ = ["lay_down"]

_FAR = 60  # points between what stands in two columns of a masthead


@dataclass(slots=True)
class _Table:
    """A table that may go on on the next page."""

    zone: Zone
    starts: list[float]
    heads: str
    n_heads: int
    fields: list[str]
    title: str = ""
    left: float = 0.0
    cells: dict[tuple[int, int], list[list[Word]]] = field(default_factory=dict)
    n_rows: int = 0
    tall: dict[int, int] = field(default_factory=dict)

    def add(self, row: int, cells: dict[int, list[Word]]) -> None:
        for column, words in cells.items():
            self.cells.setdefault((row, column), []).append(words)
        self.n_rows = max(self.n_rows, row + 1)


Spans = tuple[tuple[int, int], ...]


def lay_down(pages: Sequence[Page]) -> tuple[str, list[Block], Spans, Spans]:
    """The canonical text, its blocks, the marks of notes, and the words that were recognised with little confidence.

    Args:
        pages: what stands on each page, in order; see `page.pages`.
    """
    pieces = _Builder(pages).build()
    vocabulary = vocabulary_of(pieces)
    shown = {(p.number, p.turn): p for p in pages if p.shown}
    parts: list[str] = []
    blocks: list[Block] = []
    doubtful: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        text, found, doubts = joined(piece.lines, vocabulary)
        if not text:
            continue
        end = at + len(text)
        place = (piece.table, piece.row, piece.column, piece.gap, piece.page, piece.style)
        blocks.append(Block(at, end, *place, boxes=boxes_of(piece.lines, shown), rows=piece.rows))
        marks += [(at + a, at + b) for a, b in found if piece.style != "footnote"]
        doubtful += [(at + a, at + b) for a, b in doubts]
        parts.append(text)
        at = end + 1
    return "\n".join(parts) + "\n", blocks, tuple(marks), tuple(doubtful)


class _Builder:
    """Walks the pages once; the state is the open paragraph and the open table."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.aside = furniture(pages)
        self.figures = {page.number for page in pages if page.is_figure}
        self.pages = pages
        body = [line for page in pages for line in page.lines if id(line) not in self.aside]
        self.size = median([line.size for line in body]) if body else 10.0
        prose = [[line for line in page.lines if len(line.words) > 4] for page in pages]
        steps = [step for lines in prose for step in _steps(lines) if 0 < step < 40]
        self.pitch = _mode([round(s) for s in steps]) or 12.0
        blanks = [b.x0 - a.x1 for line in body for a, b in pairwise(line.words) if 0.5 < b.x0 - a.x1 < 14]
        left = _mode([round(line.x0) for line in body])
        self.space = median(blanks) if blanks else 2.5
        self.finder = Finder(self.space, self.pitch)
        self.margins = _margins(pages, self.aside, left)
        ends = [abs(line.x1 - self.margins[round(p.width)][1]) < 3 for p in pages for line in p.lines]
        self.prose = Prose(self.size, self.pitch, self.space, ragged=sum(ends) < 0.3 * len(ends))
        self.out: list[Piece] = []
        self.held: list[Piece] = []  # furniture and footnotes, until the open paragraph or table ends
        self.open: Piece | None = None
        self.last: Line | None = None
        self.table: _Table | None = None
        self.n_tables = 0
        # Of a document in two columns; on its first page they may not stand line beside line.
        self.gutter = usual([[line for line in page.lines if id(line) not in self.aside] for page in pages])
        self.started = False  # whether the first paragraph or section has been met

    def build(self) -> list[Piece]:
        for page in self.pages:
            self._page(page)
        self._close()
        return self.out

    def _page(self, page: Page) -> None:
        own = [line for line in page.lines if id(line) not in self.aside]
        if self.open is None and self.table is None:
            self._flush()
        head = own[0].top if own else page.height
        feet: list[Line] = []
        for line in page.lines:
            if id(line) in self.aside:
                if line.top <= head:
                    self._hold([list(line.words)], "furniture")
                else:
                    feet.append(line)
        if page.number in self.figures:
            self._figure(own, self.margins[round(page.width)])
            for line in feet:
                self._hold([list(line.words)], "furniture")
            return
        lines, self.gutter = ordered(own, self.gutter)
        notes = footnotes(page, lines, self.size)
        margins = _own_margins(lines, self.margins[round(page.width)], least=8 if self.gutter is None else 2)
        body = [line if line.column else Line(line.words, 0, margins) for line in lines if id(line) not in notes]
        body, zones = self._zones(page, body)
        if self.table is not None and body and not (zones and zones[0].first == 0):
            self._close()
        at = 0
        for zone in zones:
            for line in body[at : zone.first]:
                self._line(line)
            self._zone(page, body, zone)
            at = zone.last
        for line in body[at:]:
            self._line(line)
        for line in lines:
            if id(line) in notes:
                self._note(line, begins=notes[id(line)])
        for line in feet:
            self._hold([list(line.words)], "furniture")

    def _figure(self, lines: Sequence[Line], margins: tuple[float, float]) -> None:
        """A page with a map or a chart: its words line by line, but for the paragraphs that stand above or below it."""
        above: Line | None = None  # of a paragraph
        for line in lines:
            if self.prose.holds(line, above, margins):
                above = Line(line.words, 0, margins)
                self._line(above)
            else:
                above = None
                self._close()
                self.out.append(Piece([list(line.words)], "figure"))

    def _zones(self, page: Page, body: list[Line]) -> tuple[list[Line], list[Zone]]:
        """The tables of a page; title and heads that are printed again above the rest of a table are laid aside."""
        table = self.table
        if table is None:
            return body, self.finder.zones(page, body, None, ())
        again = self._again(body, table)
        if again:
            by = body[again - 1].x0 - table.left
            starts = [x + by for x in table.starts]
            zones = self.finder.zones(page, body[again:], self.finder.shifted(table.zone, by), starts)
            if zones and zones[0].resumed:
                for line in body[:again]:
                    self._hold([list(line.words)], "furniture")
                return body[again:], zones
        return body, self.finder.zones(page, body, table.zone, table.starts)

    def _again(self, body: Sequence[Line], table: _Table) -> int:
        """How many lines at the top of a page repeat the title and the heads of the table that goes on there."""
        n = table.n_heads
        for title in range(4):
            if n and _text(body[title : title + n]) == table.heads:
                said = " ".join(line.text for line in body[:title])
                return title + n if not title or said == table.title else 0
        # The first of them may have been taken for a running header.
        heads = table.heads.split("\n")
        return next((n - k for k in range(1, n) if _text(body[: n - k]) == "\n".join(heads[k:])), 0)

    # ------------------------------------------------------------------ prose

    def _line(self, line: Line) -> None:
        if self.table is not None:
            self._close()
        last = self.last
        broken = last is not None and (line.page, line.column) != (last.page, last.column)
        apart = line.page == 1 and not self.started and not LEADERS.search(line.text)
        far = apart and len(line.pieces(_FAR)) > 1  # "Fund and the United        Original: English"
        if self.open is not None and last is not None and not far:
            words = [w.text for w in [w for one in self.open.lines[-3:] for w in one][-14:]]
            if self.prose.goes_on(line, last, words, opened=self._opened(self.open)):
                self.open.lines.append(list(line.words))
                self.last = line
                return
        self._close()
        if apart and len(parts := line.pieces(20)) > 1:
            # The masthead: what stands far apart on a line is not one thing.
            self.out += [Piece([list(part)]) for part in parts]
            self.last = line
            return
        self.started = self.started or line.words[0].text in ("1.", "I.")
        gap = 9.0 if last is None else self.pitch if broken else line.bottom - last.bottom
        above = 0 if broken or not self.out else max(0, round(gap / self.pitch) - 1)
        after_page = last is not None and line.page != last.page
        self.open = Piece([list(line.words)], "break" if after_page else "", gap=above)
        self.last = line

    def _opened(self, piece: Piece) -> bool:
        """Whether a paragraph began with a number, or set in from its second line."""
        first, *rest = piece.lines
        label = first[0].text.strip("().")
        return bool(rest) and (label.isdigit() or label in "abcdefghijklm" or first[0].x0 > rest[0][0].x0 + 8)

    def _close(self) -> None:
        """Ends the open paragraph or table; what was held back follows it."""
        if self.open is not None:
            if not self.open.style and _is_bold(self.open):
                self.open.style = "bold"
            self.out.append(self.open)
            self.open = None
        if self.table is not None:
            n, cells = self.n_tables, self.table.cells
            tall = self.table.tall
            self.out += [
                Piece(cells[row, column], "", n, row, column, rows=1 if column else tall.get(row, 1))
                for row, column in sorted(cells)
            ]
            self.n_tables += 1
            self.table = None
        self._flush()

    def _hold(self, lines: list[list[Word]], style: str) -> None:
        self.held.append(Piece(lines, style))

    def _flush(self) -> None:
        self.out += self.held
        self.held = []

    def _note(self, line: Line, *, begins: bool) -> None:
        words = list(line.words)
        last = next((p for p in reversed(self.held) if p.style == "footnote"), None)
        if not begins and last is not None:
            last.lines.append(words)
        else:
            self._hold([words], "footnote")

    # ------------------------------------------------------------------ tables

    def _zone(self, page: Page, body: Sequence[Line], zone: Zone) -> None:
        lines = body[zone.first : zone.last]
        table = self.table if zone.resumed else None
        rows = Rows(page, lines, zone, self.space, self.pitch, fields=table.fields if table else ())
        self.last = lines[-1]
        if table is not None:
            self._rows(table, rows)
            table.zone, table.starts = zone, zone.columns(body)
            return
        self._close()
        above = self.out[-1].lines if self.out and self.out[-1].table < 0 else []
        title = " ".join(w.text for words in above for w in words)
        heads = lines[: rows.heads]
        left = heads[-1].x0 if heads else lines[0].x0
        table = _Table(zone, zone.columns(body), _text(heads), rows.heads, rows.fields, title, left)
        self.table = table
        for k in range(rows.heads):
            table.add(0, rows.grid[k])
        self._rows(table, rows)

    def _rows(self, table: _Table, rows: Rows) -> None:
        tall = rows.tall()
        for n, lines in enumerate(rows.rows()):
            row = table.n_rows
            if n == 0 and row > (1 if table.n_heads else 0) and rows.goes_on() and not _itemised(table, rows.grid[0]):
                row -= 1
            if n in tall:
                table.tall[row] = tall[n]
            for k in lines:
                table.add(row, rows.grid[k])


def _itemised(table: _Table, row: dict[int, list[Word]]) -> bool:
    """Whether a row begins with a numbered item in a later column, as others of the table do."""
    column = min(row)
    if not column or not _numbered(row[column]):
        return False
    first = dict(sorted(table.cells, reverse=True))
    return any(c == column and _numbered(table.cells[r, c][0]) for r, c in first.items())


def _numbered(words: Sequence[Word]) -> bool:
    return len(words) > 1 and words[0].text[:-1].isdecimal() and words[0].text.endswith(".")


def _steps(lines: Sequence[Line]) -> Iterator[float]:
    """From each line to the next one under it; in two columns, that is not the next one on the page."""
    for i, line in enumerate(lines):
        for below in lines[i + 1 : i + 4]:
            if below.x0 < line.x1 and below.x1 > line.x0:
                yield below.bottom - line.bottom
                break


def _is_bold(piece: Piece) -> bool:
    """Whether every word of a block is bold: a heading, if it is no sentence."""
    words = [w for line in piece.lines for w in line]
    return all("b" in w.face or w.raised for w in words) and len(words) < 60 and not words[-1].text.endswith((".", ";"))


def _margins(pages: Sequence[Page], aside: set[int], left: float) -> dict[int, tuple[float, float]]:
    """The left and right edge of the text on pages of each width."""
    ends: dict[int, list[float]] = {}
    starts: dict[int, list[int]] = {}
    for page in pages:
        own = [line for line in page.lines if id(line) not in aside]
        ends.setdefault(round(page.width), []).extend(line.x1 for line in own if len(line.words) > 3)
        starts.setdefault(round(page.width), []).extend(round(line.x0) for line in own)
    out = {}
    for width, found in ends.items():
        edge = sorted(found)
        right = edge[int(0.97 * (len(edge) - 1))] if edge else float(width)
        out[width] = (_mode(starts[width]) if len(starts[width]) > 20 else left, right)
    return out


def _own_margins(lines: Sequence[Line], usual: tuple[float, float], *, least: int) -> tuple[float, float]:
    """The edges of the text on a page: the usual ones, but where only the first of two columns is filled.

    `least`: how many lines show it; a few in a document that has had pages of two columns.
    """
    if len(lines) < least or any(line.column for line in lines):
        return usual
    left, right = lines[0].margins
    narrow = right < usual[1] - 0.2 * (usual[1] - usual[0])
    return (left, right) if narrow and sum(line.x1 > right - 3 for line in lines) >= 0.4 * len(lines) else usual


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _mode(values: list[int]) -> float:
    return float(Counter(values).most_common(1)[0][0]) if values else 0.0
