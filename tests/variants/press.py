"""A small press for PDF pages: lines broken and filled, columns, rows side by side, notes at the foot."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

# A note's mark inside a text: this character and the note's number.
MARK = "\ue000"
_ABOVE_NOTES = 14


@dataclass(frozen=True, slots=True)
class Face:
    """A font with its size and the height of a line."""

    font: str
    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Draw:
    """Words at a place of the line; `stretch` widens each blank, `under` draws a line below."""

    x: float
    text: str
    face: Face
    rise: float = 0
    stretch: float = 0
    under: bool = False


@dataclass(slots=True)
class Line:
    """One line of the column, or of a row's cells side by side.

    `again` is what stands at the head of each further page of the table; `keep` holds the line with the next;
    `rule` draws a line over the width just below.
    """

    height: float
    draws: list[Draw] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    again: Sequence[Line] = ()
    keep: bool = False
    rule: float = 0
    space: bool = False


def _width(text: str, face: Face) -> float:
    bare = re.sub(f"{MARK}.", "", text)
    marks = (len(text) - len(bare)) // 2
    return float(stringWidth(bare, face.font, face.size)) + marks * face.size * 0.35


def broken(text: str, face: Face, first: float, width: float) -> Iterator[tuple[str, bool]]:
    """The lines of a text, the first of its own width, and whether each is the last of its paragraph.

    Words part after a hyphen, and at a soft hyphen, which is then printed.
    """
    for paragraph in text.split("\n"):
        line, room = "", first
        pieces = [p for p in re.split(r"(?<=[a-z]-)(?=[a-z])|(\u00ad)|( )", paragraph) if p]
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            at += 1
            if piece == "\u00ad" or (piece == " " and not line):
                continue
            nxt = pieces[at] if at < len(pieces) else ""
            need = _width(line + piece, face) + (_width("-", face) if nxt == "\u00ad" else 0)
            if need <= room or not line.strip():
                line += piece
                continue
            hyphen = at >= 2 and pieces[at - 2] == "\u00ad"
            yield line.rstrip() + ("-" if hyphen else ""), False
            line, room = "" if piece == " " else piece, width
        yield line.rstrip(), True
        first = width


def lines(
    text: str, face: Face, width: float, *, x: float = 0, indent: float = 0, label: str = "", label_x: float = 0,
    justified: bool = False, centred: bool = False, keep: bool = False, under: bool = False,
) -> list[Line]:  # fmt: skip
    """A paragraph as lines; `label` stands at `label_x` of the first, whose words begin at `x + indent`."""
    out = []
    for number, (words, last) in enumerate(broken(text, face, width - indent, width)):
        at = x + (indent if number == 0 else 0)
        if centred:
            at = x + (width - _width(words, face)) / 2
        stretch, blanks = 0.0, words.count(" ")
        if justified and not last and blanks:
            stretch = (width - (at - x) - _width(words, face)) / blanks
        line = Line(face.leading, keep=keep)
        if label and number == 0:
            line.draws.append(Draw(label_x, label, face))
        for run in re.split(f"({MARK}.)", words):
            if run.startswith(MARK):
                line.draws.append(Draw(at, run[1], Face(face.font, face.size * 0.62, 0), face.size * 0.36, 0))
                line.notes.append(int(run[1]))
                at += face.size * 0.35
            elif run:
                line.draws.append(Draw(at, run, face, 0, stretch, under))
                at += _width(run, face) + stretch * run.count(" ")
        out.append(line)
    return out


def gap(height: float) -> list[Line]:
    """White space, dropped at the head of a page."""
    return [Line(height, space=True)]


def row(cells: Sequence[Sequence[Line]], after: float, again: Sequence[Line] = (), *, rule: float = 0) -> list[Line]:
    """The lines of cells side by side, each line of the row one line of the page."""
    out = []
    for at in range(max(len(c) for c in cells)):
        side = [c[at] for c in cells if at < len(c)]
        out.append(Line(max(s.height for s in side), [d for s in side for d in s.draws], again=again))
    out.append(Line(after, space=True, again=again, rule=rule))
    return out


@dataclass(slots=True)
class Section:
    """Lines in so many columns; begins a page unless `going_on`."""

    lines: list[Line]
    columns: int = 1
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, the box of its text, the face of notes, and what draws its head and foot.

    `furniture` is called with the canvas, the number of the page and the count of pages. `apart` draws each word by
    itself, without a blank in the file; `turned` lays the page on its side and has the viewer turn it back.
    """

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    notes: dict[int, list[Line]]
    furniture: Callable[[Canvas, int, int], None]
    between: float = 18
    first_top: float = 0
    apart: bool = False
    turned: bool = False

    @property
    def width(self) -> float:
        return self.size[0] - self.left - self.right

    def column(self, columns: int) -> float:
        """The width of one column."""
        return (self.width - self.between * (columns - 1)) / columns


@dataclass(slots=True)
class _Page:
    """What one page draws, by the place of its column and its height from the top."""

    placed: list[tuple[float, float, Line]] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


def press(sheet: Sheet, sections: Sequence[Section]) -> bytes:
    """The sections as a PDF."""
    pages = _pages(sheet, sections)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=sheet.size, invariant=1)  # it changes the sides of a turned page itself
    for number, page in enumerate(pages, 1):
        if sheet.turned:
            canvas.setPageRotation(90)
            canvas.translate(sheet.size[1], 0)
            canvas.rotate(90)
        sheet.furniture(canvas, number, len(pages))
        for x, y, line in page.placed:
            _draw(canvas, sheet, x, y, line)
        y = sheet.size[1] - sheet.bottom - _notes_height(sheet, page.notes) + _ABOVE_NOTES
        if page.notes:
            canvas.setLineWidth(0.5)
            canvas.line(sheet.left, sheet.size[1] - y, sheet.left + 72, sheet.size[1] - y)
        for note in page.notes:
            for line in sheet.notes[note]:
                y += line.height
                _draw(canvas, sheet, sheet.left, y, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, x: float, y: float, line: Line) -> None:
    high = sheet.size[1]
    for d in line.draws:
        text = canvas.beginText()
        text.setFont(d.face.font, d.face.size)
        text.setWordSpace(d.stretch)
        at = x + d.x
        for word in re.split("( )", d.text) if sheet.apart else [d.text]:
            if word and (word != " " or not sheet.apart):
                text.setTextOrigin(at, high - y + d.rise)
                text.textOut(word)
            at += _width(word, d.face) + d.stretch * word.count(" ")
        canvas.drawText(text)
        if d.under:
            canvas.setLineWidth(0.6)
            canvas.line(x + d.x, high - y - 2, at, high - y - 2)
    if line.rule:
        canvas.setLineWidth(line.rule)
        canvas.line(x, high - y + line.height / 2, x + sheet.width, high - y + line.height / 2)


def _note_height(sheet: Sheet, note: int) -> float:
    return sum(line.height for line in sheet.notes[note])


def _notes_height(sheet: Sheet, notes: Sequence[int]) -> float:
    """The height of the notes of a page with the white above them."""
    return sum(_note_height(sheet, n) for n in notes) + (_ABOVE_NOTES if notes else 0)


def _pages(sheet: Sheet, sections: Sequence[Section]) -> list[_Page]:
    pages: list[_Page] = []
    y, column = 0.0, 0
    for section in sections:
        if not section.going_on or not pages:
            pages.append(_Page())
            y = sheet.top if len(pages) > 1 else max(sheet.first_top, sheet.top)
        top, column = y, 0
        wide = sheet.column(section.columns) + sheet.between
        for at, line in enumerate(section.lines):
            page = pages[-1]
            fresh = y == top
            if line.space and fresh and not line.rule:
                continue
            need = line.height
            ahead = at
            while section.lines[ahead].keep and ahead + 1 < len(section.lines):
                ahead += 1
                need += section.lines[ahead].height
            floor = sheet.size[1] - sheet.bottom - _notes_height(sheet, [*page.notes, *line.notes])
            if y + need > floor and not fresh and not line.space:
                column += 1
                if column == section.columns:
                    pages.append(_Page())
                    page, column, top = pages[-1], 0, sheet.top
                y = top
                for head in line.again:
                    y += head.height
                    page.placed.append((sheet.left + column * wide, y, head))
            y += line.height
            page.placed.append((sheet.left + column * wide, y, line))
            page.notes += line.notes
    return pages
