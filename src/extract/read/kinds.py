"""What a file is, by its content: a suffix can be wrong, and the way out differs."""

from __future__ import annotations

import re

# What the readers take, by suffix, for content that says nothing of itself.
BY_SUFFIX = {
    ".doc": "doc", ".docx": "docx", ".htm": "html", ".html": "html", ".odt": "odt", ".pdf": "pdf", ".rtf": "rtf",
    ".txt": "txt", ".xhtml": "html", ".mht": "html", ".mhtml": "html",
}  # fmt: skip
OFFICE = {"doc": "old Word", "odt": "OpenDocument", "rtf": "RTF"}  # those that LibreOffice converts
_NAMES = {
    "doc": "Word file", "docx": "Word file", "html": "web page", "odt": "OpenDocument text", "pdf": "PDF",
    "rtf": "RTF file", "txt": "plain text",
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html)\b", re.I | re.S
)
# A web page in one file (MHTML), as browsers and Word save it. No line of its head may be read in two ways: where none
# is the wanted one, a search would try all of them.
ARCHIVE = re.compile(rb"(?:(?!MIME-Version:)(?:[\w-]+:|[ \t])[^\n]*\n)*+MIME-Version:", re.I)
_OPEN_DOCUMENT = re.compile(
    rb".{30}mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)?", re.S
)
# What is no report, by its first bytes.
_OTHERS = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"%PDF", "a PDF file"),
)


def kind(data: bytes) -> str:
    """The reader that the content asks for (`pdf`, `docx`, `doc`, `odt`, `rtf`, `html`); empty where it is silent."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(_OLE):
        if _holds(data, "WordDocument"):
            return "doc"
        return "docx" if _holds(data, "EncryptedPackage") else ""
    if data.startswith(_ZIP):
        if found := _OPEN_DOCUMENT.match(data):
            return "odt" if found[1] == b"text" else ""
        return "docx" if b"word/document" in data else ""
    if data[:64].lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _WEB_PAGE.match(data[:1024]) or ARCHIVE.match(data[:1024]) else ""


def may_be_office(start: bytes) -> bool:
    """Whether a file with these first bytes may be one for LibreOffice."""
    return start.startswith((_OLE[:4], _ZIP)) or start.lstrip().startswith(b"{\\rtf")


def refusal(data: bytes, suffix: str) -> str:
    """Why content that asks for no reader cannot be read under this suffix, with the way out; empty where it may be."""
    other = _other(data)
    expected = BY_SUFFIX.get(suffix, "")
    way = f"save the report as one of: {', '.join(BY_SUFFIX)}"
    if not expected:
        name = f"{suffix or 'no suffix'} files are not read"
        return f"this is {other}, and {name}; {way}" if other else f"{name}; {way}"
    if expected in ("docx", "odt") and data.startswith((_ZIP, _OLE[:4])) and "Office" in other:
        return ""  # its reader finds out what is wrong
    if expected in ("txt", "html", "docx") or (expected == "pdf" and b"%PDF" in data[:1024]):
        return f"this is {other}, though its name ends in {suffix}; {way}" if other else ""
    return f"this is {other or f'no {_NAMES[expected]}'}, though its name ends in {suffix}; {way}"


def _other(data: bytes) -> str:
    """What content is that asks for no reader, as far as one can tell."""
    if data.startswith(_OLE[:4]):
        if _holds(data, "Workbook") or _holds(data, "Book"):
            return "a spreadsheet"
        if _holds(data, "PowerPoint Document"):
            return "a presentation"
        return "a damaged or another old Office file"
    if data.startswith(_ZIP):
        found = _OPEN_DOCUMENT.match(data)
        if b"xl/workbook" in data or (found and found[1] == b"spreadsheet"):
            return "a spreadsheet"
        if b"ppt/presentation" in data or (found and found[1] == b"presentation"):
            return "a presentation"
        return "a drawing" if found else "a ZIP archive or an Office file"
    return next((what for start, what in _OTHERS if data.startswith(start)), "")


def _holds(data: bytes, name: str) -> bool:
    """Whether the directory of an old Office file has an entry of this name."""
    found = re.finditer(re.escape(f"{name}\0".encode("utf-16-le")), data)
    return any(entry.start() % 128 == 0 for entry in found)
