"""Files that are damaged, protected, or made to harm who opens them; each small on disk and made here."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable

from tests.pdf_fixture import Text, pdf

GIGABYTE = 1_000_000_000
WORDS = "The Committee met on 3 May 2005 and considered the situation in Haiti."
LINE: list[Text] = [(72, 100, 12, WORDS)]
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

# ---------------------------------------------------------------------- PDF


def objects(*bodies: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first its catalogue."""
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
SHOWN = b"BT /F1 12 Tf 72 700 Td (" + WORDS.encode() + b") Tj ET\n"


def page(contents: bytes, *more: bytes, box: bytes = b"[0 0 612 792]", resources: bytes = b"") -> bytes:
    """One page with these contents (object 5), in Helvetica (4), and further objects (from 6)."""
    this = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> %s >> >>" % (
        box,
        resources,
    )
    return objects(CATALOGUE, ONE, this, HELVETICA, contents, *more)


def encrypted(user: bytes, owner: bytes = b"owner") -> bytes:
    """A page of text, its streams in RC4 of 40 bits, as Acrobat 3 did it (PDF 1.7, 7.6.3)."""
    pad = (user + _PAD)[:32]
    identity, rights = b"0123456789abcdef", (-4).to_bytes(4, "little", signed=True)
    o = _rc4(hashlib.md5((owner + _PAD)[:32]).digest()[:5], pad)
    key = hashlib.md5(pad + o + rights + identity).digest()[:5]
    own = hashlib.md5(key + (5).to_bytes(3, "little") + b"\0\0").digest()[:10]
    protection = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        o.hex().encode(), _rc4(key, _PAD).hex().encode()
    )  # fmt: skip
    body = page(stream(_rc4(own, SHOWN)), protection)
    ids = b"/Encrypt 6 0 R /ID [<%s> <%s>]" % (identity.hex().encode(), identity.hex().encode())
    return body.replace(b"/Root 1 0 R", b"/Root 1 0 R " + ids)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def without_unicode() -> bytes:
    """Glyphs by number of a font that is not there, and no map from them to characters."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [7 0 R] >>"
    child = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 500 >>"
    look = b"<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    glyphs = "".join(f"{ord(c) - 29:04x}" for c in WORDS * 4).encode()
    shown = b"BT /F2 8 Tf 20 700 Td <" + glyphs + b"> Tj ET"
    return page(stream(shown), font, child, look, resources=b"").replace(b"/F1 4 0 R", b"/F1 4 0 R /F2 6 0 R")


def crowded() -> bytes:
    """100,000 characters on one page."""
    line = (WORDS + " ") * 20
    rows = 100_000 // len(line) + 1
    return pdf([[(10, 20 + 14 * k, 10, line) for k in range(rows)]], width=7000, height=14 * rows + 40)


def deflated(size: int, *, times: int = 1, unit: bytes = b" ") -> bytes:
    """What unpacks to so many bytes; packed again as often as is said."""
    unit *= 1_000_000 // len(unit)
    out, n = _packed(unit, size // len(unit)), times - 1
    for _ in range(n):
        out = zlib.compress(out, 9)
    return out


def _packed(unit: bytes, n: int) -> bytes:
    """The unit n times over, packed once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(n):
        check = zlib.adler32(unit, check)
    return b"\x78\xda" + block * n + b"\x03\x00" + check.to_bytes(4, "big")


def bomb(times: int, unit: bytes = b" ") -> bytes:
    """A page whose contents unpack to 1 GB, above them a page of text."""
    this = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
    filters = b"/Filter [" + b"/FlateDecode " * times + b"]"
    return objects(
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", this % 5, HELVETICA, stream(SHOWN), this % 7,
        stream(deflated(GIGABYTE, times=times, unit=unit), filters),
    )  # fmt: skip


def picture_bomb() -> bytes:
    """A page that is a picture of 100,000 by 80,000 pixels, packed."""
    image = stream(
        deflated(GIGABYTE, times=2, unit=b"\xff"),
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 80000 /ColorSpace /DeviceGray /BitsPerComponent 1"
        b" /Filter [/FlateDecode /FlateDecode]",
    )
    return page(stream(b"q 612 0 0 792 0 0 cm /I Do Q"), image, resources=b"/XObject << /I 6 0 R >>")


def recursive_forms(levels: int = 30) -> bytes:
    """A form that draws itself, and so many that each draw the next one ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> /XObject << /X %d 0 R /Y 6 0 R >> >>"
    forms = [stream(SHOWN + b"/X Do", form % 6)]
    forms += [stream(b"/X Do " * 10, form % (8 + k)) for k in range(levels)]
    forms.append(stream(SHOWN + b"/Y Do", form % 7))
    return page(stream(SHOWN + b"/X Do /Y Do"), *forms, resources=b"/XObject << /X 6 0 R /Y 7 0 R >>")


def looping_pages() -> bytes:
    """A tree of pages that is its own branch."""
    return objects(
        CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 /Parent 2 0 R >>", b"<< /Type /Page >>"
    )


def wide(side: int) -> bytes:
    """A page of this side in points with text, and one with nothing but a line on it."""
    box = b"[0 0 %d %d]" % (side, side)
    this = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
    return objects(
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", this % (box, 5), HELVETICA, stream(SHOWN),
        this % (box, 7), stream(b"0 0 m %d %d l S" % (side, side)),
    )  # fmt: skip


# ---------------------------------------------------------------------- archives

_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_HEAD = b'<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_TEXT = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
_FOOT = b"</w:body></w:document>"
# What a parser that expands entities makes a gigabyte of, and what one that fetches them would bring in.
LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>%s]>" % b"".join(
    b"<!ENTITY a%d '%s'>" % (k, b"&a%d;" % (k - 1) * 10) for k in range(1, 10)
)
FOREIGN = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'> <!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]>"


def docx(document: Iterable[bytes], other: Iterable[bytes] = ()) -> bytes:
    """A Word file with this document, written piece by piece, and another part."""
    return _zip(
        {
            "[Content_Types].xml": (_TYPES,),
            "_rels/.rels": (_RELATIONS,),
            "word/document.xml": document,
            "word/media/x.bin": other,
        }
    )


def body(words: bytes = WORDS.encode(), dtd: bytes = b"") -> bytes:
    return _HEAD % dtd + _TEXT % words + _FOOT


def odt(content: bytes) -> bytes:
    return _zip(
        {
            "mimetype": (b"application/vnd.oasis.opendocument.text",),
            "META-INF/manifest.xml": (
                b'<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                b'<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
            ),
            "content.xml": (content,),
        }
    )


def odt_body(words: bytes, dtd: bytes) -> bytes:
    return (
        b'<?xml version="1.0"?>%s<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        b"<text:p>%s</text:p></office:text></office:body></office:document-content>" % (dtd, words)
    )


def _zip(parts: dict[str, Iterable[bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece)
    return out.getvalue()


def xhtml(words: bytes, dtd: bytes) -> bytes:
    return (
        b'<?xml version="1.0"?>\n'
        + dtd.replace(b"DOCTYPE x", b"DOCTYPE html")
        + b"<html><body><p>%s</p></body></html>" % words
    )


def _blanks(size: int) -> Iterable[bytes]:
    return (b" " * 1_000_000 for _ in range(size // 1_000_000))


def _long_document() -> Iterable[bytes]:
    yield _HEAD % b""
    yield from ((_TEXT % WORDS.encode()) * 10_000 for _ in range(GIGABYTE // (10_000 * len(_TEXT % WORDS.encode()))))
    yield _FOOT


def _blank_document() -> Iterable[bytes]:
    yield _HEAD % b""
    yield from _blanks(GIGABYTE)
    yield _TEXT % WORDS.encode() + _FOOT


def _deep(begin: bytes, end: bytes) -> bytes:
    return _HEAD % b"" + begin * 10_000 + _TEXT % WORDS.encode() + end * 10_000 + _FOOT


ERROR_PAGE = b"<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
LONG = pdf([[(72, 60 + 14 * k, 11, f"{k}. {WORDS}") for k in range(45)]] * 5)

# Name, what is in it, and words that the refusal holds; "read": it must be read; "": either.
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "encrypted": ("x.pdf", lambda: encrypted(b"secret"), "password"),
    "encrypted without a password": ("x.pdf", lambda: encrypted(b""), "read"),
    "cut in the header": ("x.pdf", lambda: LONG[:5], "PDF"),
    "cut at a tenth": ("x.pdf", lambda: LONG[: len(LONG) // 10], ""),
    "cut in the middle": ("x.pdf", lambda: LONG[: len(LONG) // 2], ""),
    "cut at nine tenths": ("x.pdf", lambda: LONG[: len(LONG) * 9 // 10], ""),
    "cut before the trailer": ("x.pdf", lambda: LONG[: LONG.index(b"xref")], "PDF"),
    "cut at the last byte": ("x.pdf", lambda: LONG[:-10], "read"),
    "no pages": ("x.pdf", lambda: objects(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"), "PDF"),
    "no catalogue": ("x.pdf", lambda: objects(b"<< >>"), "PDF"),
    "no content": ("x.pdf", lambda: objects(CATALOGUE, ONE, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"), "no text"),
    "fonts without Unicode": ("x.pdf", without_unicode, ""),
    "100,000 characters": ("x.pdf", crowded, "read"),
    "1,000 tiny pages": ("x.pdf", lambda: pdf([[(2, 8, 2, f"{k}. {WORDS}")] for k in range(1, 1001)], width=90, height=12), "read"),
    "a page of 14,400 points": ("x.pdf", lambda: wide(14_400), "read"),
    "a page of 1e9 points": ("x.pdf", lambda: wide(1_000_000_000), ""),
    "a page without size": ("x.pdf", lambda: page(stream(SHOWN), box=b"[0 0 0 0]"), ""),
    "a bomb of blanks": ("x.pdf", lambda: bomb(2), "more memory"),
    "a bomb of words": ("x.pdf", lambda: bomb(1, SHOWN), "more memory"),
    "a bomb of a picture": ("x.pdf", picture_bomb, ""),
    "forms that draw themselves": ("x.pdf", recursive_forms, "more memory"),
    "a form that draws itself": ("x.pdf", lambda: recursive_forms(0), ""),
    "pages that are their own branch": ("x.pdf", looping_pages, "of the PDF cannot be read"),
    "an error page as PDF": ("x.pdf", lambda: ERROR_PAGE, "web page"),
    "a document of 1 GB": ("x.docx", lambda: docx(_long_document()), "more than any report"),
    "1 GB of blanks": ("x.docx", lambda: docx(_blank_document()), "Word file"),
    "1 GB beside the document": ("x.docx", lambda: docx([body()], _blanks(GIGABYTE)), "read"),
    "laughs in Word": ("x.docx", lambda: docx([body(b"&a9;", LAUGHS)]), "Word file"),
    "foreign entities in Word": ("x.docx", lambda: docx([body(b"&e;", FOREIGN)]), "document type"),
    "laughs in ODT": ("x.odt", lambda: odt(odt_body(WORDS.encode() + b" &a9;", LAUGHS)), ""),
    "foreign entities in ODT": ("x.odt", lambda: odt(odt_body(WORDS.encode() + b" &e;", FOREIGN)), ""),
    "laughs in XHTML": ("x.html", lambda: xhtml(WORDS.encode() + b" &a9;", LAUGHS), "read"),
    "foreign entities in XHTML": ("x.xhtml", lambda: xhtml(WORDS.encode() + b" &e;", FOREIGN), "read"),
    "10,000 tables in Word": ("x.docx", lambda: docx([_deep(b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>")]), "deep"),
    "10,000 boxes in Word": ("x.docx", lambda: docx([_deep(b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>")]), "deep"),
    "10,000 tags in HTML": ("x.html", lambda: b"<div><b>" * 10_000 + WORDS.encode() + b"</b></div>" * 10_000, "read"),
    "10,000 tables in HTML": ("x.html", lambda: b"<table><tr><td>" * 10_000 + WORDS.encode(), "read"),
    "10,000 menus in HTML": ("x.html", lambda: b"<div class=menu><p><a href=a>a</a>" * 10_000 + WORDS.encode(), ""),
    "50 lines like the head of a mail": ("x.txt", lambda: b"\tA cell\r\n" * 50 + WORDS.encode(), "read"),
    "100 comments": ("x.html", lambda: b"<!---->" * 100 + b"<p>" + WORDS.encode(), "read"),
    "10,000 document types": ("x.html", lambda: b"<p>" + WORDS.encode() + b"<!doctype[ ]" * 10_000, "read"),
    "an empty file": ("x.html", lambda: b"", "empty"),
}  # fmt: skip
