"""Writes small PDF files by hand: text at places, in Helvetica; enough to test a reader, and no dependency."""

from __future__ import annotations

from collections.abc import Sequence

Text = tuple[float, float, float, str]  # x, y from the top, size, words


def pdf(pages: Sequence[Sequence[Text]], *, width: float = 612, height: float = 792, shift: int = 0) -> bytes:
    """A PDF with these pages; only characters of Windows-1252.

    With a `shift` the page looks the same, but its font says that each character is the one so many places on.
    """
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects: list[bytes] = [b"", b"", font]
    if shift:
        objects[2] = font.replace(b" >>", b" /ToUnicode 4 0 R >>")
        cmap = b"begincmap\n1 begincodespacerange <20> <FF> endcodespacerange\n"
        cmap += b"1 beginbfrange <21> <7E> <%04X> endbfrange\nendcmap\n" % (0x21 + shift)
        objects.append(b"<< /Length %d >>\nstream\n" % len(cmap) + cmap + b"endstream")
    kids = []
    for page in pages:
        stream = b"".join(
            b"BT /F1 %.2f Tf %.2f %.2f Td (" % (size, x, height - y) + _escaped(words) + b") Tj ET\n"
            for x, y, size, words in page
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"endstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.0f %.0f] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (width, height, len(objects))
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


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
