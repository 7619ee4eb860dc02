"""The report as PDF pages in the style in which the United Nations typed before 1996."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from tests.variants.press import Face, Line, Section, Sheet, gap, lines, press, row
from tests.variants.report import FOOTNOTES, ISSUED, JOB, SYMBOL, Part, Table, report

_TYPE = Face("Courier", 12, 12)
_PITCH = 7.2


@dataclass(frozen=True, slots=True)
class Typed:
    """How the typed pages are made; `rule` is what the head of a table has below it: drawn, typed or none.

    `side` and `across` count characters; `twice` types two blanks after a full stop; `under` underlines headings;
    `on` types "/..." at the foot of a page that is not the last.
    """

    side: int = 8
    across: int = 68
    rule: str = "typed"
    footnotes: bool = True
    repeated: bool = True
    twice: bool = False
    under: bool = False
    apart: bool = False
    on: bool = True


def typed(look: Typed) -> bytes:
    """The report as the United Nations typed it before 1996: ten characters an inch, `1/` for notes."""
    return _Typed(look).file()


class _Typed:
    def __init__(self, look: Typed) -> None:
        self.look = look
        self.width = look.across * _PITCH
        side = look.side * _PITCH
        self.notes: dict[int, str] = {}
        self.sheet = Sheet(
            (612, 792), side, 612 - side - self.width, 108, 96, {}, self.furniture, first_top=230, apart=look.apart
        )

    def furniture(self, canvas: Canvas, number: int, count: int) -> None:
        canvas.setFont("Courier", 12)
        left, h = self.sheet.left, 792
        if number == 1:
            for at, words in enumerate(("Distr.", "GENERAL", "", SYMBOL, ISSUED, "", "ORIGINAL:  ENGLISH")):
                canvas.drawString(left + 44 * _PITCH, h - 96 - 12 * at, words)
            canvas.setFont("Courier-Bold", 14)
            canvas.drawString(left, h - 96, "UNITED NATIONS")
            canvas.drawString(left, h - 132, "Security Council")
            canvas.setFont("Courier", 12)
            canvas.drawString(left, 54, f"{JOB} (E)   151206")
        else:
            at = left if number % 2 == 0 else left + (self.look.across - 12) * _PITCH
            for k, words in enumerate((SYMBOL, "English", f"Page {number}")):
                canvas.drawString(at, h - 48 - 12 * k, words)
        if self.look.on and number < count:
            canvas.drawString(left + (self.look.across - 4) * _PITCH, 54, "/...")

    def text(self, text: str, *, x: float = 0, indent: float = 0, label: str = "", label_x: float = 0) -> list[Line]:
        text = re.sub(r"(?<=[a-z)”]\.) (?=[A-Z])", "  ", text) if self.look.twice else text
        return lines(text, _TYPE, self.width - x, x=x, indent=indent, label=label, label_x=label_x)

    def paragraph(self, part: Part) -> list[Line]:
        text, notes = part.text, []
        for at, note in FOOTNOTES.items() if self.look.footnotes else ():
            if at in text:
                number = len(self.notes) + 1
                self.notes[number] = note
                # The mark goes with its word, by a blank that does not part them.
                text = text.replace(at, f"{at} {number}/", 1)
                notes.append((number, f"{number}/"))
        item = part.kind == "item"
        first = 5 if item else 0
        found = self.text(text, indent=(first + 5) * _PITCH, label=part.number, label_x=first * _PITCH)
        for number, mark in notes:
            line = next(line for line in found if any(f" {mark}" in f" {d.text}" for d in line.draws))
            line.notes.append(number)
        return found + gap(12)

    def heading(self, text: str, label: str = "") -> list[Line]:
        words = f"{label}  {text}" if label else text
        return gap(12) + lines(words, _TYPE, self.width, centred=True, keep=True, under=self.look.under) + gap(12)

    def letter(self) -> list[Line]:
        r = report()
        out = lines(r.letter_title, _TYPE, self.width - 10 * _PITCH, x=5 * _PITCH, centred=True) + gap(24)
        for text in r.letter:
            out += self.text(text, indent=5 * _PITCH) + gap(12)
        out += gap(12)
        for text in r.signature:
            out += self.text(text, x=32 * _PITCH)
        return out

    def body(self) -> list[Line]:
        out = lines(report().title, _TYPE, self.width - 10 * _PITCH, x=5 * _PITCH, centred=True) + gap(24)
        for part in report().parts:
            match part.kind:
                case "heading" | "subheading":
                    out += self.heading(part.text)
                case "lettered":
                    out += self.heading(part.text, part.number)
                case _:
                    out += self.paragraph(part)
        return out

    def annex(self) -> list[Line]:
        r = report()
        out = self.heading(r.annex)
        for table in r.tables:
            out += self.heading(table.title) + self.table(table) + gap(24)
        return out

    def table(self, table: Table) -> list[Line]:
        starts, ends = (0, 19, 45), (17, 43, self.look.across)

        def side(cells: tuple[str, ...]) -> list[list[Line]]:
            found = []
            for at, text in enumerate(cells):
                end = ends[-1] if at == len(cells) - 1 else ends[at]
                width = (end - starts[at]) * _PITCH + 1
                found.append(lines(" ".join(text.split()), _TYPE, width, x=starts[at] * _PITCH))
            return found

        head = row(side(table.header), 12, rule=0.7 if self.look.rule == "drawn" else 0)
        if self.look.rule == "typed":
            head = [*row(side(table.header), 0), *lines("_" * self.look.across, _TYPE, self.width + 1), *gap(12)]
        for line in head:
            line.keep = True
        out = list(head)
        for cells in table.rows:
            out += row(side(cells), 12, head if self.look.repeated else ())
        return out

    def file(self) -> bytes:
        sections = [Section(self.letter()), Section(self.body()), Section(self.annex())]
        for number, note in self.notes.items():
            self.sheet.notes[number] = lines(
                note, _TYPE, self.width, indent=10 * _PITCH, label=f"{number}/", label_x=5 * _PITCH
            )
        return press(self.sheet, sections)
