"""PDF with a text layer: characters and boxes from PDFium, words, lines, furniture, footnotes, paragraphs and tables.

The canonical text is laid down in reading order, one paragraph or cell a line; a paragraph that crosses a page is
whole, and the running header and footer that stand in between follow it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.model import InputError, Source
from extract.read import apart
from extract.read import ocr as recognition
from extract.read.layout import Line, Word, lay_down

_MAX_PAGES = 5000


def read(name: str, data: bytes, sha256: str, ocr: str = "auto") -> Source:
    """The `Source` of a PDF; pages that are pictures go through OCR unless `ocr` is `off`.

    Raises:
        InputError: it is no PDF, is encrypted, or has no text layer.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("read", "the PDF is protected by a password; save it without one") from None
        raise InputError("read", "this is no readable PDF; download or save it again") from None
    pages: list[list[Line]] = []
    try:
        n_pages = len(document)
        if n_pages == 0:
            raise InputError("read", "the PDF has no pages; save it again")
        heights: list[float] = []
        faults: dict[int, str] = {}
        for number in range(min(n_pages, _MAX_PAGES)):
            apart.next_page()
            page = document[number]
            try:
                heights.append(page.get_height())
                words = _words(page, number + 1)
                if fault := recognition.fault(words, page):
                    faults[number] = fault
                pages.append(_lines(words))
            finally:
                page.close()
        apart.next_page(0)
        recognised, warnings = recognition.recognise(document, faults, ocr)
        for number, found in recognised.items():
            pages[number], heights[number] = _lines(found.words), found.height or heights[number]
    except pdfium.PdfiumError:
        raise InputError(
            "read", f"page {len(pages) + 1} of the PDF cannot be read; download or save it again"
        ) from None
    finally:
        document.close()
    text, blocks = lay_down(pages, heights)
    if not text.strip():
        raise InputError(
            "read", "there is no text in the PDF; recognise the text first (OCR), or save the report again"
        )
    return Source(name, "pdf", sha256, text, tuple(blocks), n_pages, warnings)


def _words(page: pdfium.PdfPage, number: int) -> list[Word]:
    """The words of a page in PDFium's order; coordinates in points from the top left."""
    height = page.get_height()
    textpage = page.get_textpage()
    try:
        return list(_split(textpage.raw, height, number))
    finally:
        textpage.close()


def _split(handle: object, height: float, number: int) -> Iterator[Word]:
    rect = raw.FS_RECTF()
    box = ctypes.byref(rect)
    chars: list[str] = []
    x0 = x1 = y0 = y1 = 0.0
    count = raw.FPDFText_CountChars(handle)
    for i in range(count):
        code = raw.FPDFText_GetUnicode(handle, i)
        char = "-" if code in (0xFFFE, 0x02) else chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0xFFFE else " "
        if char.isspace() or char == "\0":
            if chars:
                yield Word("".join(chars), x0, x1, y0, y1, number)
                chars = []
            continue
        # The loose box has the font's height, not the glyph's: words of one line stand on one baseline.
        raw.FPDFText_GetLooseCharBox(handle, i, box)
        a, b, c, d = rect.left, rect.right, height - rect.top, height - rect.bottom
        if chars and (
            a - x1 > 0.35 * max(y1 - y0, 4)
            or a < x0 - 1
            or abs((c + d) / 2 - (y0 + y1) / 2) > 0.8 * max(y1 - y0, d - c)
        ):
            yield Word("".join(chars), x0, x1, y0, y1, number)
            chars = []
        if not chars:
            x0, y0, y1 = a, c, d
            x1 = b
        chars.append(char)
        x1, y0, y1 = max(x1, b), min(y0, c), max(y1, d)
    if chars:
        yield Word("".join(chars), x0, x1, y0, y1, number)


def _lines(words: Sequence[Word]) -> list[Line]:
    """Words on one baseline, from the top of the page, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        for line in reversed(lines[-4:]):
            base = line[-1]
            if abs(base.bottom - word.bottom) <= 2.5 or (
                word.top >= base.top - 1
                and word.bottom <= base.bottom + 1
                and word.bottom - word.top < base.bottom - base.top
            ):
                line.append(word)
                break
        else:
            lines.append([word])
    out = []
    for line in lines:
        line.sort(key=lambda w: w.x0)
        out.append(Line(tuple(line)))
    return sorted(out, key=lambda line: line.bottom)
