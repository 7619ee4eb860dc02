"""Room 1: what characters does the file hold, and how did they look?"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from extract.files import why
from extract.model import InputError, Source
from extract.read import kinds

if TYPE_CHECKING:
    from extract.read.office import StandIn

_MOST = 500_000_000  # bytes of a file; the largest scans of reports have some 100 million
_MOST_TEXT = 20_000_000  # of one without pictures; a report of 1,000 pages has some 3 million
_TEXTS = (".txt", ".html", ".htm", ".xhtml")


def read(path: Path, name: str = "", *, ocr: str = "auto", stand_in: StandIn | None = None) -> Source:
    """Reads one file. Its content says what it is; its suffix counts where the content is silent.

    Args:
        path: the file.
        name: what to call it in the tables; the file's name where empty.
        ocr: `auto`: pages that are pictures are recognised; `off`: they are not.
        stand_in: what `prepare` made of it; a file that needs one and has none is converted here.

    Raises:
        InputError: the file cannot be read as a report; the message says what to do about it.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError("read", "this is no file but a pipe or a device; save the report as a file")
        if found.st_size > (most := _MOST_TEXT if path.suffix.lower() in _TEXTS else _MOST):
            raise InputError("read", f"the file is larger than {most // 1_000_000} MB; save it without pictures")
        data = path.read_bytes()
    except OSError as error:
        raise InputError("read", f"cannot be opened ({why(error)}); check the file and its permissions") from None
    if not data:
        raise InputError("read", "the file is empty; save the report again or remove the file")
    kind = _kind(path, data)
    called, sha256 = name or path.name, hashlib.sha256(data).hexdigest()
    # Each reader is imported where it is needed, for some are heavy.
    match kind:
        case "txt":
            from extract.read import text

            return text.read(called, data, sha256)
        case "pdf":
            from extract.read import apart, pdf

            pdf.load()
            return apart.call(pdf.read, called, data, sha256, ocr)
        case "docx":
            from extract.read import docx

            return docx.read(called, data, sha256)
        case "html":
            from extract.read import html

            return html.read(called, data, sha256)
    from extract.read import office

    return office.read(called, data, sha256, kind, path, stand_in)


def prepare(paths: Iterable[Path]) -> AbstractContextManager[Mapping[Path, StandIn]]:
    """Converts those of many files that LibreOffice has to convert, by one process.

    Returns:
        A context that gives the stand-ins of these files by their paths; they last as long as it does.
    """
    from extract.read import office

    return office.converted(_to_convert(paths))


def _to_convert(paths: Iterable[Path]) -> Iterator[tuple[Path, str, bytes]]:
    for path in paths:
        try:
            if not path.is_file() or path.stat().st_size > _MOST:
                continue  # `read` says what is wrong
            with path.open("rb") as file:
                if not kinds.may_be_office(file.read(64)):
                    continue
            data = path.read_bytes()
            kind = _kind(path, data)
        except (OSError, InputError):
            continue
        if kind in kinds.OFFICE:
            yield path, kind, data


def _kind(path: Path, data: bytes) -> str:
    """What to read a file as.

    Raises:
        InputError: there is no reader for it.
    """
    suffix = path.suffix.lower()
    kind = kinds.kind(data)
    if kind == "html" and suffix == ".pdf":  # what a server says in the place of a report
        raise InputError("read", "this is a web page, though its name ends in .pdf; download the report again")
    if kind:
        return kind
    if why := kinds.refusal(data, suffix):
        raise InputError("read", why)
    return kinds.BY_SUFFIX[suffix]
