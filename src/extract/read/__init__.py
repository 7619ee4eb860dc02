"""Room 1: what characters does the file hold, and how did they look?"""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable
from pathlib import Path

from extract.model import InputError, Source
from extract.read import text


def _pdf(name: str, data: bytes, sha256: str, ocr: str = "auto") -> Source:
    from extract.read import apart, pdf

    return apart.call(pdf.read, name, data, sha256, ocr)


def _docx(name: str, data: bytes, sha256: str) -> Source:
    from extract.read import docx

    return docx.read(name, data, sha256)


def _html(name: str, data: bytes, sha256: str) -> Source:
    from extract.read import html

    return html.read(name, data, sha256)


READERS: dict[str, Callable[[str, bytes, str], Source]] = {
    ".txt": text.read, ".pdf": _pdf, ".docx": _docx, ".html": _html, ".htm": _html,
    ".xhtml": _html, ".mht": _html, ".mhtml": _html,
}  # fmt: skip

_MOST = 500_000_000  # bytes of a file; the largest scans of reports have some 100 million
_MOST_TEXT = 20_000_000  # of one without pictures; a report of 1,000 pages has some 3 million
_TEXTS = (".txt", ".html", ".htm", ".xhtml")

# What a file is, by its first bytes: a suffix can be wrong, and the way out differs.
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
# A web page in one file (MHTML), as browsers and Word save it.
_ARCHIVE = re.compile(rb"(?:(?:[\w-]+:[^\n]*|[ \t][^\n]*)\r?\n)*MIME-Version:", re.I)


def read(path: Path, name: str = "", *, ocr: str = "auto") -> Source:
    """Reads one file.

    Args:
        path: the file.
        name: what to call it in the tables; the file's name where empty.
        ocr: `auto`: pages that are pictures are recognised; `off`: they are not.

    Raises:
        InputError: the file cannot be read as a report; the message says what to do about it.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError("read", "this is no file but a pipe or a device; save the report as a file")
        if found.st_size > (most := _MOST_TEXT if path.suffix.lower() in _TEXTS else _MOST):
            raise InputError(
                "read", f"the file is larger than {most // 1_000_000} MB; save the report without pictures"
            )
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError("read", f"cannot be opened ({reason}); check the file and its permissions") from None
    if not data:
        raise InputError("read", "the file is empty; save the report again or remove the file")
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    known = ", ".join(sorted(READERS))
    # Word saves web pages and new documents under old names.
    if suffix in (".doc", ".docx", ".docm", ".txt", ".html", ".htm", ".xhtml", ".mht", ".mhtml"):
        if data.startswith(b"PK\x03\x04") and b"word/document" in data:
            reader = _docx
        elif _WEB_PAGE.match(data[:1024]) or _ARCHIVE.match(data[:1024]):
            reader = _html
    looks = next((what for start, what in _SIGNATURES if data.startswith(start)), "")
    if reader is None:
        raise InputError("read", f"{path.suffix or 'no suffix'} files are not read; save the report as one of: {known}")
    if looks and reader is text.read:
        raise InputError("read", f"this is {looks}, not plain text; save the report as one of: {known}")
    if reader is _pdf and b"%PDF" not in data[:1024]:
        what = looks or ("a web page" if _WEB_PAGE.match(data[:1024]) else "no PDF")
        raise InputError("read", f"this is {what}, though its name ends in .pdf; download the report again")
    if reader is _html and looks:
        raise InputError("read", f"this is {looks}, though its name ends in {suffix}; save the web page again")
    if reader is _docx and looks and not data.startswith((b"PK", b"\xd0\xcf")):
        raise InputError("read", f"this is {looks}, though its name ends in {suffix}; save the report in Word again")
    called, sha256 = name or path.name, hashlib.sha256(data).hexdigest()
    return _pdf(called, data, sha256, ocr) if reader is _pdf else reader(called, data, sha256)
