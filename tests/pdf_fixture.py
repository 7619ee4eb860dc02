"""Writes small PDF files by hand: text, rules and turned pages; enough to test a reader, and no dependency."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Text: TypeAlias = tuple[float, float, float, str]  # x, y from the top, size, words


class Words(NamedTuple):
    """Words whose first letter's baseline begins at x, y (from the top).

    `font`: one of the standard ones; `turn`: by how many degrees they are written against the clock; `spread`: what is
    added to each blank, in points, as justified lines have it.
    """

    x: float
    y: float
    size: float
    text: str
    font: str = "Helvetica"
    turn: float = 0
    spread: float = 0


class Stroke(NamedTuple):
    """A rule from one point to another (from the top left): drawn as a line, or filled as a flat rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float
    filled: bool = False


Item: TypeAlias = Text | Words | Stroke


def pdf(
    pages: Sequence[Sequence[Item]], *, width: float = 612, height: float = 792, shift: int = 0, rotate: int = 0
) -> bytes:
    """A PDF with these pages; only characters of Windows-1252.

    With a `shift` the page looks the same, but its font says that each character is the one so many places on.
    `rotate`: what the pages ask to be turned by to be shown, with the clock; the places are those before that.
    """
    texts = [[item if isinstance(item, Stroke) else Words(*item) for item in page] for page in pages]
    fonts = dict.fromkeys(["Helvetica", *(item.font for page in texts for item in page if isinstance(item, Words))])
    names = {font: b"F%d" % n for n, font in enumerate(fonts, 1)}
    objects: list[bytes] = [b"", b""]
    for font in fonts:
        objects.append(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding%s >>"
            % (font.encode(), b" /ToUnicode %d 0 R" % (len(fonts) + 3) if shift else b"")
        )
    own = b" ".join(b"/%s %d 0 R" % (name, n) for n, name in enumerate(names.values(), 3))
    if shift:
        cmap = b"begincmap\n1 begincodespacerange <20> <FF> endcodespacerange\n"
        cmap += b"1 beginbfrange <21> <7E> <%04X> endbfrange\nendcmap\n" % (0x21 + shift)
        objects.append(b"<< /Length %d >>\nstream\n" % len(cmap) + cmap + b"endstream")
    kids = []
    for page in texts:
        stream = b"".join(
            _drawn(item, height) if isinstance(item, Stroke) else _written(item, height, names[item.font])
            for item in page
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"endstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.0f %.0f]%s /Resources << /Font << %s >> >> /Contents %d 0 R >>"
            % (width, height, b" /Rotate %d" % rotate if rotate else b"", own, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _written(text: Words, height: float, font: bytes) -> bytes:
    angle = math.radians(text.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return (
        b"BT /%s %.2f Tf %.3f Tw " % (font, text.size, text.spread)
        + b"%.4f %.4f %.4f %.4f %.2f %.2f Tm (" % (cos, sin, -sin, cos, text.x, height - text.y)
        + _escaped(text.text)
        + b") Tj ET\n"
    )


def _drawn(rule: Stroke, height: float) -> bytes:
    if rule.filled:
        x, y = min(rule.x0, rule.x1), height - max(rule.y0, rule.y1)
        wide, high = max(abs(rule.x1 - rule.x0), 0.6), max(abs(rule.y1 - rule.y0), 0.6)
        return b"%.2f %.2f %.2f %.2f re f\n" % (x, y, wide, high)
    return b"0.6 w %.2f %.2f m %.2f %.2f l S\n" % (rule.x0, height - rule.y0, rule.x1, height - rule.y1)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
