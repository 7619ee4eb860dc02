"""Lines of pages made into paragraphs, cells, footnotes and page furniture, laid down as one canonical text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from extract.model import Block
from extract.segment.tables import header_field

_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|[IVXL]{1,6}\.|[A-Z]\.|[•–—-])$")
_NUMBER = re.compile(r"\d{1,3}\.$")
_FURNITURE = re.compile(
    r"(?:\d{1,4}|\d{1,4}/\d{1,4}|Page \d+|English|/?\.\.\.|/…|\*\d{5,}\*|\d\d-\d{5}(?:\s*\(E\))?.*"
    r"|\(E\)\s*\d{6}.*|\*\d{7}\*|[AESTD]/\S+|United Nations|\(E\)|\d{6})$"
)
_STOP = re.compile(r"[.;:?!][”\"')\]]*\d{0,2}$")
_DATE_CELL = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?\d{1,2}(?:st|nd|rd|th)?\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points, from the top left of its page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    page: int
    doubtful: bool = False


@dataclass(frozen=True)
class Line:
    """Words on one baseline."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(w.text for w in self.words)

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)

    @cached_property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @cached_property
    def size(self) -> float:
        """Height of the letters."""
        return median(w.bottom - w.top for w in self.words)

    @property
    def page(self) -> int:
        return self.words[0].page

    def pieces(self, gap: float) -> list[tuple[Word, ...]]:
        """The words in groups that stand more than `gap` points apart."""
        groups: list[list[Word]] = []
        for word in self.words:
            if groups and word.x0 - groups[-1][-1].x1 <= gap:
                groups[-1].append(word)
            else:
                groups.append([word])
        return [tuple(g) for g in groups]


@dataclass(slots=True)
class _Piece:
    """What becomes one block."""

    words: list[str]
    page: int
    style: str = ""
    table: int = -1
    row: int = -1
    column: int = -1
    gap: int = 0


def lay_down(pages: list[list[Line]], heights: list[float]) -> tuple[str, list[Block]]:
    """The canonical text and its blocks.

    Args:
        pages: the lines of each page, from top to bottom.
        heights: the height of each page in points.
    """
    furniture = _furniture(pages, heights)
    vocabulary = Counter(w.text.strip(".,;:()").lower() for page in pages for line in page for w in line.words)
    pieces = _Builder(pages, furniture, heights).build()
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = _joined(piece.words, vocabulary)
        if not text:
            continue
        blocks.append(
            Block(at, at + len(text), piece.table, piece.row, piece.column, piece.gap, piece.page, piece.style)
        )
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts) + "\n", blocks


def _joined(words: list[str], vocabulary: Counter[str]) -> str:
    """Words of a paragraph; "\\n" marks the end of a line, where the rest of the document decides on a hyphen."""
    out: list[str] = []
    broken = False
    for word in words:
        if word == "\n":
            broken = bool(out) and out[-1].endswith("-") and len(out[-1]) > 1 and out[-1][-2].isalpha()
            continue
        if broken:
            head = out.pop()
            out.append(_hyphen(head, word, vocabulary))
            broken = False
        else:
            out.append(word)
    return " ".join(out)


def _hyphen(head: str, tail: str, vocabulary: Counter[str]) -> str:
    core = tail.strip('.,;:()’”"').lower()
    stem = head[:-1].lstrip('(“"').lower()
    if vocabulary[f"{stem}-{core}"]:
        return head + tail
    if vocabulary[stem + core]:
        return head[:-1] + tail
    if not tail[:1].islower() or (vocabulary[stem] and vocabulary[core]):
        return head + tail
    return head[:-1] + tail


def _furniture(pages: list[list[Line]], heights: list[float]) -> set[int]:
    """The lines (by identity) of running headers and footers: they repeat in the margins, or can be nothing else."""
    found: set[int] = set()
    repeated: Counter[str] = Counter()
    margins: list[tuple[Line, bool]] = []
    for page, height in zip(pages, heights, strict=True):
        for k, line in enumerate(page):
            edge = line.bottom < 0.11 * height or line.top > 0.91 * height or k in (0, 1) or k >= len(page) - 2
            if edge:
                margins.append((line, line.bottom < 0.11 * height or line.top > 0.9 * height))
                repeated[re.sub(r"\d+", "#", line.text)] += 1
    for line, inside in margins:
        alone = all(_FURNITURE.match(" ".join(w.text for w in p)) for p in line.pieces(8))
        if (alone and (inside or line.page > 1)) or (
            inside and len(pages) > 2 and repeated[re.sub(r"\d+", "#", line.text)] >= max(3, len(pages) // 3)
        ):
            found.add(id(line))
    return found


class _Builder:
    """Walks the lines once; the state is the open paragraph and the open table."""

    def __init__(self, pages: list[list[Line]], furniture: set[int], heights: list[float]) -> None:
        self.pages, self.furniture, self.heights = pages, furniture, heights
        body = [line for page in pages for line in page if id(line) not in furniture]
        self.left = _mode([round(line.x0) for line in body])
        self.right = max((line.x1 for line in body), default=0.0)
        self.size = median([line.size for line in body]) if body else 10.0
        steps = [b.bottom - a.bottom for page in pages for a, b in pairwise(page) if 0 < b.bottom - a.bottom < 40]
        self.pitch = _mode([round(s) for s in steps]) or 12.0
        self.out: list[_Piece] = []
        self.held: list[_Piece] = []  # furniture and footnotes, until the open paragraph ends
        self.open: _Piece | None = None
        self.last: Line | None = None
        self.table = -1
        self.columns: list[tuple[float, str]] = []
        self.row = -1
        self.header: list[str] = []

    def build(self) -> list[_Piece]:
        for number, page in enumerate(self.pages):
            if number and self.open is None:
                self._flush()
            first = True
            for k, line in enumerate(page):
                if id(line) in self.furniture:
                    self.held.append(_Piece([w.text for w in line.words], line.page, "furniture"))
                    continue
                if self._footnote(page, k, line):
                    self._note(line)
                    continue
                self._line(line, page[k + 1 :], first and number > 0)
                first = False
                self.last = line
        self._close()
        return self.out

    # ------------------------------------------------------------------ lines

    def _line(self, line: Line, below: list[Line], after_break: bool) -> None:
        if header := self._header(line, below):
            if self.columns and [text for _, text in header] == self.header:
                # The header again on the next page: the open row goes on under it.
                self.held.append(_Piece([w.text for w in line.words], line.page, "furniture"))
                return
            self._close()
            if self.columns:
                self._end_table()
            self._begin_table(line, header)
            return
        if self.columns:
            if self._in_table(line):
                self._row(line, after_break)
                return
            self._end_table()
        gap = 9.0 if self.last is None else (self.pitch if after_break else line.bottom - self.last.bottom)
        lines_above = 0 if after_break else max(0, round(gap / self.pitch) - 1)
        if self._continues(line, gap, after_break):
            assert self.open is not None
            self.open.words += ["\n", *(w.text for w in line.words)]
            return
        self._close()
        style = "break" if after_break else ""
        self.open = _Piece([w.text for w in line.words], line.page, style, gap=lines_above if self.out else 0)

    def _continues(self, line: Line, gap: float, after_break: bool) -> bool:
        if self.open is None or self.last is None:
            return False
        first = line.words[0].text
        if (
            _NUMBER.match(first)
            and len(line.words) > 1
            and line.x0 <= self.left + 60
            and line.words[1].x0 - line.words[0].x1 > 2.5
        ):
            return False
        if _LABEL.match(first) and len(line.words) > 1 and not after_break and line.words[1].x0 - line.words[0].x1 > 4:
            return False
        above = " ".join(w for w in self.open.words[-14:] if w != "\n")
        if line.size > 1.15 * self.last.size or re.match(
            r"\(?Signed\b|(?:Annex|ANNEX|Appendix|APPENDIX|Enclosure)(?:\s+\w{1,4})?\*?$", self.last.text
        ):
            return False
        if after_break:
            return not _STOP.search(above) and (line.text[:1].islower() or self._wide(self.last))
        if gap > 1.45 * max(self.pitch, 1.15 * min(line.size, self.last.size)):
            return False
        if abs(line.size - self.last.size) > 0.25 * self.size and not line.words[0].text[:1].islower():
            return False
        ended = _STOP.search(above) is not None
        indented = line.x0 - self.last.x0 > 12 and self.last.x0 <= self.left + 3
        if indented and ended:
            return False
        return not (ended and not self._wide(self.last))

    def _wide(self, line: Line) -> bool:
        return line.x1 > self.right - 0.22 * (self.right - self.left)

    def _close(self) -> None:
        if self.open is not None:
            self.out.append(self.open)
            self.open = None
        self._flush()

    def _flush(self) -> None:
        self.out += self.held
        self.held = []

    # ------------------------------------------------------------------ footnotes

    def _footnote(self, page: list[Line], k: int, line: Line) -> bool:
        """A small line at the foot that begins with a mark, and the lines under it."""
        if line.size > 0.93 * self.size and not re.match(r"(?:\d{1,2}|[a-z])/\s", line.text):
            return False
        height = self.heights[line.page - 1]
        begins = re.match(r"(?:\d{1,3}|[a-z]|\*{1,3})(?:/)?\s+[A-Z“\"(]", line.text)
        under = bool(self.held and self.held[-1].style == "footnote" and self.held[-1].page == line.page)
        return line.top > 0.45 * height and (bool(begins) or under) and not self.columns

    def _note(self, line: Line) -> None:
        words = [w.text for w in line.words]
        begins = re.match(r"(?:\d{1,3}|[a-z]|\*{1,3})(?:/)?\s+[A-Z“\"(]", line.text)
        if not begins and self.held and self.held[-1].style == "footnote":
            self.held[-1].words += ["\n", *words]
        else:
            self.held.append(_Piece(words, line.page, "footnote"))

    # ------------------------------------------------------------------ tables

    def _header(self, line: Line, below: list[Line]) -> list[tuple[float, str]]:
        """The columns of a table whose header this line is: known header words, far apart, at least two."""
        pieces = line.pieces(7)
        if len(pieces) < 2 or len(pieces) > 9:
            return []
        cells = [(p[0].x0, " ".join(w.text for w in p)) for p in pieces]
        known = [header_field(text) for _, text in cells]
        if sum(bool(k) for k in known) < 2 or any(re.search(r"\d{4}", text) for _, text in cells):
            return []
        return cells if below else []

    def _begin_table(self, line: Line, header: list[tuple[float, str]]) -> None:
        words = [text for _, text in header]
        self.table += 1
        self.columns, self.header, self.row = header, words, 0
        self._cells(line, 0)
        self.row = 0

    def _in_table(self, line: Line) -> bool:
        """Whether a line keeps to the columns: no word runs across the place where a column begins."""
        if self.last is not None and line.page == self.last.page and line.bottom - self.last.bottom > 6 * self.pitch:
            return False
        if _NUMBER.match(line.words[0].text) and len(line.words) > 3 and header_field(self.header[0]) != "number":
            return False
        lead = next((i for i, (_, text) in enumerate(self.columns) if header_field(text) == "date"), -1)
        dated = " ".join(w.text for w in self._by_column(line).get(lead, ()))
        if lead >= 0 and _DATE_CELL.match(dated) and len(dated) < 40:
            return True  # a row, be its other cells merged or not
        starts = [x for x, _ in self.columns[1:]]
        crossing = 0
        for start in starts:
            left = [w for w in line.words if w.x0 < start - 4]
            right = [w for w in line.words if w.x0 >= start - 4]
            if left and right and right[0].x0 - left[-1].x1 < 4.5 and right[0].x0 - start > 6:
                crossing += 1
            if left and left[-1].x1 > start + 2:
                crossing += 1
        return crossing == 0 and line.x0 >= self.columns[0][0] - 8

    def _row(self, line: Line, after_break: bool) -> None:
        """A new row begins with a date (or a number) in its column, or after a gap; other lines go on."""
        cells = self._by_column(line)
        lead = next((i for i, (_, text) in enumerate(self.columns) if header_field(text) == "date"), 0)
        gap = 0.0 if self.last is None or after_break else line.bottom - self.last.bottom
        text = " ".join(w.text for w in cells.get(lead, ()))
        dated = bool(_DATE_CELL.match(text))
        has_date_rows = any(header_field(t) == "date" for _, t in self.columns)
        new = (
            (dated and not self._unfinished(lead))
            if has_date_rows
            else (0 in cells and (gap > 1.2 * self.pitch or after_break))
        )
        if has_date_rows and not dated and gap > 1.6 * self.pitch and 0 in cells and lead != 0:
            new = True
        if self.row == 0:
            new = True
        if new:
            self.row += 1
            self._cells(line, self.row)
            return
        for column, words in cells.items():
            target = next(
                (p for p in reversed(self.out) if p.table == self.table and p.row == self.row and p.column == column),
                None,
            )
            if target is None:
                self.out.append(_Piece([w.text for w in words], line.page, "", self.table, self.row, column))
            else:
                target.words += ["\n", *(w.text for w in words)]

    def _unfinished(self, lead: int) -> bool:
        """Whether the open date cell goes on: it ends in "and", "to", a dash or a comma."""
        target = next(
            (p for p in reversed(self.out) if p.table == self.table and p.row == self.row and p.column == lead), None
        )
        return target is not None and bool(re.search(r"(?:\band|\bto|[-–,])$", " ".join(target.words)))

    def _by_column(self, line: Line) -> dict[int, list[Word]]:
        starts = [x for x, _ in self.columns]
        out: dict[int, list[Word]] = {}
        for piece in line.pieces(5.5):
            column = max((i for i, x in enumerate(starts) if piece[0].x0 >= x - 6), default=0)
            out.setdefault(column, []).extend(piece)
        return out

    def _cells(self, line: Line, row: int) -> None:
        for column, words in sorted(self._by_column(line).items()):
            self.out.append(_Piece([w.text for w in words], line.page, "", self.table, row, column))

    def _end_table(self) -> None:
        self.columns, self.header = [], []
        rows = [p for p in self.out if p.table == self.table]
        first = self.out.index(rows[0]) if rows else len(self.out)
        # Cells that went on over several lines were added late: rows in order, cells in order of columns.
        tail = self.out[first:]
        cells = sorted((p for p in tail if p.table == self.table), key=lambda p: (p.row, p.column))
        self.out[first:] = cells + [p for p in tail if p.table != self.table]
        self._flush()


def _mode(values: list[int]) -> float:
    return float(Counter(values).most_common(1)[0][0]) if values else 0.0
