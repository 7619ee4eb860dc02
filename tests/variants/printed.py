"""The report as PDF pages in the style in which the United Nations prints now."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from tests.variants.press import MARK, Face, Line, Section, Sheet, gap, lines, press, row
from tests.variants.report import BODY, FOOTNOTES, ISSUED, JOB, SYMBOL, Part, Table, report, soft


@dataclass(frozen=True, slots=True)
class Print:
    """How the printed pages are made; `rules` are the lines of the tables: header, rows or none.

    `pages` are numbered "2/7" (of) or "2" (number); `going_on` sets the annex on the page where the body ends; `apart`
    draws each word by itself, without a blank in the file; `turned` lays the page on its side in the file.
    """

    family: str = "Times"
    size: float = 10
    size_table: float = 8
    page: tuple[float, float] = (612, 792)
    side: float = 120
    columns: int = 1
    justified: bool = True
    hyphens: bool = False
    footnotes: bool = True
    rules: str = "header"
    pages: str = "of"
    masthead: bool = True
    repeated: bool = True
    going_on: bool = False
    apart: bool = False
    turned: bool = False


_FACES = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
}


def printed(look: Print) -> bytes:
    """The report as the United Nations prints it now."""
    return _Printed(look).file()


def _marked(text: str, notes: dict[int, str]) -> str:
    """The text with the marks of its footnotes, which are counted as they come."""
    for at, note in FOOTNOTES.items():
        if at in text:
            notes[len(notes) + 1] = note
            text = text.replace(at, f"{at}{MARK}{len(notes)}")
    return text


class _Printed:
    def __init__(self, look: Print) -> None:
        plain, bold, italic = _FACES[look.family]
        self.look = look
        self.plain = Face(plain, look.size, look.size * 1.2)
        self.bold = Face(bold, look.size, look.size * 1.2)
        self.italic = Face(italic, look.size, look.size * 1.2)
        self.big = Face(bold, look.size * 1.3, look.size * 1.5)
        self.cell = Face(plain, look.size_table, look.size_table * 1.2)
        self.head = Face(italic, look.size_table * 0.9, look.size_table * 1.2)
        self.tiny = Face(plain, look.size * 0.8, look.size)
        self.notes: dict[int, str] = {}
        self.sheet = Sheet(
            look.page,
            look.side,
            look.side,
            90,
            90,
            {},
            self.furniture,
            first_top=230 if look.masthead else 0,
            apart=look.apart,
            turned=look.turned,
        )
        self.width = self.sheet.width

    def furniture(self, canvas: Canvas, number: int, count: int) -> None:
        w, h = self.look.page
        left, right = self.look.side - 60, w - self.look.side + 60
        plain, bold = self.plain.font, self.bold.font
        if number == 1 and self.look.masthead:
            self.masthead(canvas, left, right, h)
            canvas.setFont(plain, 9)
            canvas.drawString(left, 50, f"{JOB} (E)    151206")
            canvas.drawString(left, 38, f"*{JOB.replace('-', '')}*")
            return
        canvas.setFont(bold, 9)
        side = canvas.drawString if number % 2 == 0 else canvas.drawRightString
        other = canvas.drawRightString if number % 2 == 0 else canvas.drawString
        at, far = (left, right) if number % 2 == 0 else (right, left)
        side(at, h - 50, SYMBOL)
        canvas.setLineWidth(1)
        canvas.line(left, h - 56, right, h - 56)
        side(at, 45, f"{number}/{count}" if self.look.pages == "of" else str(number))
        canvas.setFont(plain, 8)
        other(far, 45, JOB)

    def masthead(self, canvas: Canvas, left: float, right: float, h: float) -> None:
        plain, bold = self.plain.font, self.bold.font
        canvas.setFont(bold, 13)
        canvas.drawString(left + 60, h - 60, "United Nations")
        # The first letter of the symbol is large.
        canvas.setFont(plain, 20)
        width = canvas.stringWidth(SYMBOL[0], plain, 20)
        start = right - width - canvas.stringWidth(SYMBOL[1:], plain, 10)
        canvas.drawString(start, h - 60, SYMBOL[0])
        canvas.setFont(plain, 10)
        canvas.drawString(start + width, h - 60, SYMBOL[1:])
        canvas.setLineWidth(0.5)
        canvas.line(left, h - 66, right, h - 66)
        canvas.setFont(bold, 18)
        canvas.drawString(left + 60, h - 90, BODY)
        canvas.setFont(plain, 9)
        for at, words in enumerate(("Distr.: General", ISSUED, "", "Original: English")):
            if words:
                canvas.drawString(right - 130, h - 84 - 11 * at, words)
        canvas.setLineWidth(1.5)
        canvas.line(left, h - 150, right, h - 150)

    # ------------------------------------------------------------------ parts

    def letter(self) -> list[Line]:
        r = report()
        out = lines(r.letter_title, self.big, self.width) + gap(14)
        for text in r.letter:
            out += lines(text, self.plain, self.width, indent=24, justified=self.look.justified) + gap(6)
        out += gap(6)
        for at, text in enumerate(r.signature):
            out += lines(text, self.italic if at == 0 else self.plain, self.width * 0.45, x=self.width * 0.55)
        return out

    def paragraph(self, part: Part, width: float, indent: float = 0) -> list[Line]:
        text = _marked(part.text, self.notes) if self.look.footnotes else part.text
        text = soft(text) if self.look.hyphens else text
        return lines(
            text,
            self.plain,
            width,
            indent=indent + 28,
            label=part.number,
            label_x=indent,
            justified=self.look.justified,
        ) + gap(6)

    def body(self, width: float) -> list[Line]:
        out: list[Line] = []
        for part in report().parts:
            match part.kind:
                case "heading":
                    out += gap(8) + lines(part.text, self.big, width, keep=True) + gap(6)
                case "lettered":
                    out += gap(6)
                    out += lines(part.text, self.bold, width - 28, x=28, label=part.number, keep=True) + gap(4)
                case "subheading":
                    out += gap(4) + lines(part.text, self.italic, width, x=28, keep=True) + gap(4)
                case "item":
                    out += self.paragraph(part, width, 28)
                case _:
                    out += self.paragraph(part, width)
        return out

    def annex(self) -> list[Line]:
        r = report()
        out = lines(r.annex, self.big, self.width, keep=True) + gap(8)
        for table in r.tables:
            out += lines(table.title, self.bold, self.width, keep=True) + gap(8) + self.table(table) + gap(24)
        return out

    def table(self, table: Table) -> list[Line]:
        look = self.look
        share = [self.width * s for s in (0.2, 0.46, 0.34)]
        starts = [sum(share[:at]) for at in range(3)]
        ruled = 0.4 if look.rules == "rows" else 0.0
        above = [Line(4, rule=0.5)] if look.rules != "none" else []
        head = above + row(
            [lines(h, self.head, share[at] - 10, x=starts[at]) for at, h in enumerate(table.header)], 8,
            rule=1 if look.rules != "none" else 0,
        )  # fmt: skip
        for line in head:
            line.keep = True
        out = list(head)
        for cells in table.rows:
            side = []
            for at, text in enumerate(cells):
                width = (self.width - starts[at] if at == len(cells) - 1 else share[at]) - 10
                text = " ".join(text.split())
                side.append(lines(soft(text) if look.hyphens else text, self.cell, width, x=starts[at]))
            out += row(side, 7, head if look.repeated else (), rule=ruled)
        if look.rules == "header":
            out.append(Line(4, rule=0.5))
        return out

    def file(self) -> bytes:
        look = self.look
        body = self.body(self.sheet.column(look.columns))
        for number, note in self.notes.items():
            mark = f"{MARK}{number} "
            found = lines(mark + note, self.tiny, self.width)
            for line in found:
                line.notes = []
            self.sheet.notes[number] = found
        title = lines(report().title, self.big, self.width) + gap(12)
        sections = [
            Section(self.letter()), Section(title), Section(body, look.columns, going_on=True),
            Section(gap(30) + self.annex(), going_on=look.going_on and look.columns == 1),
        ]  # fmt: skip
        return press(self.sheet, sections)
