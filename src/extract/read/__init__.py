"""Room 1: what characters does the file hold, and how did they look?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from extract.model import InputError, Source
from extract.read import text

def _pdf(name: str, data: bytes, sha256: str) -> Source:
    from extract.read import pdf

    return pdf.read(name, data, sha256)


READERS: dict[str, Callable[[str, bytes, str], Source]] = {".txt": text.read, ".pdf": _pdf}

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


def read(path: Path, name: str = "") -> Source:
    """Reads one file.

    Args:
        path: the file.
        name: what to call it in the tables; the file's name where empty.

    Raises:
        InputError: the file cannot be read as a report; the message says what to do about it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError("read", f"cannot be opened ({reason}); check the file and its permissions") from None
    if not data:
        raise InputError("read", "the file is empty; save the report again or remove the file")
    reader = READERS.get(path.suffix.lower())
    known = ", ".join(sorted(READERS))
    looks = next((what for start, what in _SIGNATURES if data.startswith(start)), "")
    if reader is None:
        suffix = path.suffix or "no suffix"
        raise InputError("read", f"{suffix} files are not read; save the report as one of: {known}")
    if looks and reader is text.read:
        raise InputError("read", f"this is {looks}, not plain text; save the report as one of: {known}")
    if reader is _pdf and b"%PDF" not in data[:1024]:
        what = looks or ("a web page" if re.match(rb"\s*<(?:!doctype|html)", data[:200], re.I) else "no PDF")
        raise InputError("read", f"this is {what}, though its name ends in .pdf; download the report again")
    return reader(name or path.name, data, hashlib.sha256(data).hexdigest())
