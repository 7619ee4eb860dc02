"""PDF with a text layer: characters and boxes from PDFium, laid out by `layout`; pages that are pictures go to `ocr`.

The canonical text is laid down in reading order, one paragraph or cell a line; a paragraph that crosses a page is
whole, and the running header and footer that stand in between follow it.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract import heads
from extract.model import InputError, Source
from extract.read import apart, charset
from extract.read import ocr as recognition
from extract.read.layout import lay_down
from extract.read.layout.page import Rule, Word, pages, turned
from extract.read.layout.setting import compound_heads

_MAX_PAGES = 5000
_MAX_STROKES = 3000  # objects of a page that are looked at for rules; a map has more
_HYPHENS = frozenset((0xFFFE, 0x02))  # what PDFium gives for a hyphen at the end of a line
# Characters that are blanks, and what is no character at all.
_BLANKS = frozenset(
    {c for c in range(33, 0x10000) if chr(c).isspace()} | _HYPHENS | {0xFFFF} | set(range(0xFDD0, 0xFDF0))
)


_BULLETS = frozenset((0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0FC))  # of the fonts Symbol and Wingdings


def load() -> None:
    """Reads the lists that the layout asks, so that a process forked after this has them."""
    heads.load()
    compound_heads()


@dataclass(slots=True)
class _Seen:
    """What was seen on a page, before it is laid out."""

    width: float
    height: float
    words: list[Word]
    rules: list[Rule] = field(default_factory=list)
    drawn: int = 0
    rotation: int = 0


def read(name: str, data: bytes, sha256: str, ocr: str = "auto") -> Source:
    """The `Source` of a PDF; pages that are pictures go through OCR unless `ocr` is `off`.

    Raises:
        InputError: it is no PDF, is encrypted, or has no text that can be read.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("read", "the PDF is protected by a password; save it without one") from None
        raise InputError("read", "this is no readable PDF; download or save it again") from None
    seen: list[_Seen] = []
    try:
        n_pages = len(document)
        if n_pages == 0:
            raise InputError("read", "the PDF has no pages; save it again")
        faults: dict[int, str] = {}
        for number in range(min(n_pages, _MAX_PAGES)):
            apart.next_page()
            page = document[number]
            try:
                width, height = _size(page)
                words = _words(page, width, height, number + 1)
                if fault := recognition.fault(words, page):
                    faults[number] = fault
                seen.append(_Seen(width, height, words, *_rules(page, height), page.get_rotation()))
            finally:
                page.close()
        apart.next_page(0)
        recognised, warnings = recognition.recognise(document, faults, [page.words for page in seen], ocr)
        charset.mend([page.words for page in seen])
        for number, picture in recognised.items():
            was = seen[number]
            seen[number] = _Seen(picture.width or was.width, picture.height or was.height, picture.words)
    except pdfium.PdfiumError:
        raise InputError("read", f"page {len(seen) + 1} of the PDF cannot be read; download or save it again") from None
    finally:
        document.close()
    text, blocks, marks, doubtful = lay_down(
        [
            page
            for n, one in enumerate(seen, 1)
            for page in pages(n, one.width, one.height, one.words, one.rules, one.rotation, one.drawn)
        ]
    )
    if not text.strip():
        raise InputError(
            "read", "there is no text in the PDF; recognise the text first (OCR), or save the report again"
        )
    if n_pages > _MAX_PAGES:
        warnings = (*warnings, f"pages {_MAX_PAGES + 1}-{n_pages} are not read: no report is that long")
    return Source(name, "pdf", sha256, text, tuple(blocks), n_pages, warnings, doubtful, marks)


# ---------------------------------------------------------------------- words


def _size(page: pdfium.PdfPage) -> tuple[float, float]:
    """Width and height in points before the page is turned as it asks to be, as are the places of its characters."""
    width, height = page.get_size()
    return (height, width) if page.get_rotation() % 180 else (width, height)


def _words(page: pdfium.PdfPage, width: float, height: float, number: int) -> list[Word]:
    """The words of a page in PDFium's order; coordinates in points from the top left."""
    textpage = page.get_textpage()
    try:
        return list(_split(textpage.raw, width, height, number))
    finally:
        textpage.close()


def _split(handle: Any, width: float, height: float, number: int) -> Iterator[Word]:
    """The characters of a page put together as words. The loop runs once for each character: it is kept plain."""
    rect = raw.FS_RECTF()
    box = ctypes.byref(rect)
    box_of, sides = raw.FPDFText_GetLooseCharBox, struct.Struct("4f").unpack_from
    faces = _Faces(handle)
    chars: list[str] = []
    face, font, turn, raised, even = "", "", 0, False, False
    x0 = x1 = y0 = y1 = tall = 0.0
    blank = -1  # the blank before the character
    height_of: tuple[float, float] | None = None  # top and bottom of the last word's first box

    def word() -> Word:
        return Word("".join(chars), x0, x1, y0, y1, number, raised, turn, False, face, font)

    for i, code in enumerate(_codes(handle)):
        if code <= 32 or 0xD800 <= code < 0xE000 or code in _BLANKS:
            if code not in _HYPHENS:
                blank = i
                continue
            code = 0x2D
        elif 0xF020 <= code < 0xF07F:
            code -= 0xF000  # the font Symbol and its like
        elif code in _BULLETS:
            code = 0x2022
        box_of(handle, i, box)
        a, c, b, d = sides(rect)
        c, d = height - c, height - d
        if turn:
            a, c, b, d = turned((a, c, b, d), turn, width, height)
        if chars and blank >= 0:
            # PDFium makes blanks of its own where letters stand a little apart: "capacity -building", "ha d".
            close = -1 < a - x1 < 0.15 * tall and -tall < c + d - y0 - y1 < tall
            if not close or not raw.FPDFText_IsGenerated(handle, blank):
                yield word()
                chars = []
        blank = -1
        if chars:
            high = d - c
            larger = tall if tall > high else high
            shift = c + d - y0 - y1
            if (
                a - x1 > (0.35 * tall if tall > 4 else 1.4)
                or a < x0 - 1
                or not -1.6 * larger <= shift <= 1.6 * larger
                or (high < 0.82 * tall and d < y1 - 0.08 * tall and not turn and _lifted(handle, i, 0.12 * tall))
                or (high > 1.2 * tall and d > y1 + 0.05 * high and not turn and _lifted(handle, i, -0.12 * high))
            ):
                raised = raised or (high > 1.2 * tall and d > y1 + 0.05 * high and len(chars) < 4)
                yield word()
                chars = []
                # A smaller character at the shoulder of the last one is the mark of a note, or "th".
                raised = high < 0.82 * tall and c > y0 - 0.3 * tall and d < y1 - 0.08 * tall and -1 <= a - x1 < 6
        else:
            raised = False
        if chars:
            chars.append(chr(code))
            if b > x1:
                x1 = b
            if not even:
                y0, y1 = min(y0, c), max(y1, d)
                tall, height_of = y1 - y0, None
            continue
        chars = [chr(code)]
        face, font = faces[i]
        if (c, d) == height_of:
            x0, x1 = a, b  # the next word of the line, in the same letters
            continue
        now = _turn(handle, i)
        if now != turn:
            turn = now
            a, c, b, d = turned((rect.left, height - rect.top, rect.right, height - rect.bottom), turn, width, height)
        height_of = (c, d)
        x0, x1 = a, b
        y0, y1 = _line_box(handle, i, (c, d), turn, (width, height))
        even, tall = (y0, y1) != (c, d), y1 - y0
    if chars:
        yield word()


def _codes(handle: Any) -> Sequence[int]:
    """The code of each character of a page: all in one call, if that gives as many as there are."""
    count = raw.FPDFText_CountChars(handle)
    buffer = (ctypes.c_ushort * (count + 1))()
    if count > 0 and raw.FPDFText_GetText(handle, 0, count, buffer) == count + 1:
        codes: list[int] = buffer[:count]
        if not any(0xD800 <= code < 0xE000 for code in codes):
            return codes
    return [raw.FPDFText_GetUnicode(handle, i) for i in range(count)]


class _Faces:
    """The face and the name of a character's font."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.buffer = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()

    def __getitem__(self, i: int) -> tuple[str, str]:
        n = raw.FPDFText_GetFontInfo(self.handle, i, self.buffer, 128, self.flags)
        return _face(self.buffer.raw[: max(0, min(n, 128) - 1)])


@cache
def _face(font: bytes) -> tuple[str, str]:
    name = font.lower()
    bold = "b" if re.search(rb"bold|black|heavy|demi|,b|-b$", name) else ""
    return bold + ("i" if re.search(rb"ital|obli|kursiv|-i$", name) else ""), font.decode("utf-8", "replace")


def _line_box(
    handle: Any, i: int, box: tuple[float, float], turn: int, page: tuple[float, float]
) -> tuple[float, float]:
    """Top and bottom of a character's font at its baseline: the same for all words of a line.

    PDFium's loose box has the font's height for most fonts and the glyph's for others ("on" is lower than "by").
    Where the file hides the size of the font in a matrix, the loose box it stays.
    """
    size = raw.FPDFText_GetFontSize(handle, i)
    least = 0.35 if chr(raw.FPDFText_GetUnicode(handle, i) % 0xD800).isalnum() else 0.04
    if not least * size < box[1] - box[0] < 1.7 * size or size < 3:
        return box
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, i, x, y)
    base = page[1] - y.value
    base = turned((x.value, base, x.value, base), turn, *page)[3] if turn else base
    return base - 0.9 * size, base + 0.22 * size


def _lifted(handle: Any, i: int, by: float) -> bool:
    """Whether a character's baseline lies by so much above that of the one before; below it, where that is negative."""
    x, now, before = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, i - 1, x, before)
    raw.FPDFText_GetCharOrigin(handle, i, x, now)
    return now.value - before.value > by if by > 0 else now.value - before.value < by


def _turn(handle: Any, i: int) -> int:
    """By how many degrees with the clock the page must be turned to read a character: a multiple of 90."""
    angle = raw.FPDFText_GetCharAngle(handle, i)
    return 0 if angle <= 0.01 else -round(angle / 1.5707963) % 4 * 90


# ---------------------------------------------------------------------- rules


def _rules(page: pdfium.PdfPage, height: float) -> tuple[list[Rule], int]:
    """The horizontal and vertical strokes of a page the edges of its frames, and how many other shapes."""
    out: list[Rule] = []
    drawn = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    handle = page.raw
    for i in range(min(raw.FPDFPage_CountObjects(handle), _MAX_STROKES)):
        thing = raw.FPDFPage_GetObject(handle, i)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        wide, high = right.value - left.value, top.value - bottom.value
        drawn += min(wide, high) >= 3 or max(wide, high) < 8
        if max(wide, high) < 8:
            continue
        x0, y0, x1, y1 = left.value, height - top.value, right.value, height - bottom.value
        if min(wide, high) < 3:
            out.append(Rule(x0, y0, x1, y1))
        elif raw.FPDFPath_CountSegments(thing) <= 6 and _stroked(thing):
            out += [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]
    return out, drawn


def _stroked(thing: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(thing, fill, stroke)) and bool(stroke.value)
