"""Fields of DOC, ODT and RTF files keep the words that were saved with them.

LibreOffice reckons fields anew when it opens a file: a letter would bear today's date, a footer the name of a temporary
copy. So a field that it would reckon gets a name that it does not know; it then leaves the words alone. Numbers
of pages and tables of contents stay what they are: the reader of Word files knows them.
"""

from __future__ import annotations

import io
import re
import zipfile

from extract.model import InputError
from extract.read.docx.package import BROKEN

_NAMES = (
    "ASK", "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DDE", "DDEAUTO", "DOCPROPERTY", "DOCVARIABLE", "EDITTIME",
    "FILENAME", "FILESIZE", "FILLIN", "IF", "INCLUDETEXT", "INFO", "KEYWORDS", "LASTSAVEDBY", "LINK", "MERGEFIELD",
    "NUMCHARS", "NUMWORDS", "PRINTDATE", "QUOTE", "REF", "REVNUM", "SAVEDATE", "SEQ", "SUBJECT", "TEMPLATE", "TIME",
    "TITLE", "USERADDRESS", "USERINITIALS", "USERNAME",
)  # fmt: skip
_WORDS = "|".join(_NAMES).encode()
# A DOC file keeps for each field of a story three entries of two bytes: 13 hex and the code of what it is, 14 and 15
# hex where its words begin and end; a field within its code stands between them.
_DOC = re.compile(rb"(?<!\x13[\x01-\x60])(?:\x13[\x01-\x60])+\x14.(?:\x13[\x01-\x60]|[\x14\x15].)+", re.S)
_DOC_CODES = frozenset(
    {0x03, 0x07, 0x0C, *range(0x0E, 0x1A), *range(0x1B, 0x21), 0x25, 0x26, 0x27, 0x2D, 0x2E, 0x38, 0x3B, 0x3C, 0x3D}
    | {0x3E, 0x40, 0x44, 0x45, 0x48, 0x55}
)
_QUOTE = 0x23  # words as they stand
_RTF = re.compile(rb"(\\fldinst\b(?:[\s{}]|\\\*|\\(?!fldinst\b)[a-z]+-?\d* ?)*+)(?:" + _WORDS + rb")(?![A-Z])", re.I)
_ODT_NAMES = (
    rb"author-initials|author-name|chapter|character-count|conditional-text|creation-date|creation-time|creator|"
    rb"database-display|date|dde-connection|description|editing-cycles|editing-duration|expression|file-name|"
    rb"initial-creator|keywords|modification-date|modification-time|paragraph-count|print-date|print-time|"
    rb"printed-by|sender-[a-z-]+|subject|template-name|time|title|user-defined|user-field-get|variable-get|word-count"
)
_ODT = re.compile(rb"<(/?)text:(?:" + _ODT_NAMES + rb")(?=[\s/>])(?:\s[^<>]*?)?(/?)>")
_MOST = 100_000_000  # bytes of the parts of an ODT file when unpacked


def kept(kind: str, data: bytes) -> bytes:
    """A file whose fields stay as they were saved.

    Raises:
        InputError: it unpacks to more than a report can hold.
    """
    if kind == "doc":
        return _DOC.sub(_quoted, data)
    return _RTF.sub(_renamed, data) if kind == "rtf" else _kept_in_odt(data)


def _quoted(found: re.Match[bytes]) -> bytes:
    entries = bytearray(found[0])
    for at in range(0, len(entries) - 1, 2):
        if entries[at] == 0x13 and entries[at + 1] in _DOC_CODES:
            entries[at + 1] = _QUOTE
    return bytes(entries)


def _renamed(found: re.Match[bytes]) -> bytes:
    return found[1] + b"Q" * (len(found[0]) - len(found[1]))


def _kept_in_odt(data: bytes) -> bytes:
    """The same archive, its fields plain words. What is no sound archive is left to LibreOffice."""
    out = io.BytesIO()
    left = _MOST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                with old.open(info) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise InputError("read", "the file unpacks to more than any report holds; save it without pictures")
                if info.filename in ("content.xml", "styles.xml"):
                    content = _ODT.sub(rb"<\1text:span\2>", content)
                new.writestr(info.filename, content)
    except BROKEN:
        return data
    return out.getvalue()
