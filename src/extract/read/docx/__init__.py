"""Word files (DOCX): the words that Word would print, its automatic numbers and letters among them.

The parts are read with lxml, the document piece by piece, so that memory does not grow with its length.
Nothing is fetched, no DTD is allowed, and a file that unpacks to more than a report can hold is
refused while it unpacks.
"""

from __future__ import annotations

from lxml import etree

from extract.model import InputError, Source
from extract.read import flow
from extract.read.docx.package import AGAIN, Package
from extract.read.docx.reader import Reader


def read(name: str, data: bytes, sha256: str) -> Source:
    """The `Source` of a Word file.

    Raises:
        InputError: it is no Word file, is encrypted or damaged, or unpacks to more than a report can hold.
    """
    try:
        reader = Reader(Package(data))
        text, blocks = flow.lay(reader.pieces())
    except (etree.LxmlError, RecursionError) as error:
        what = "'s tags are nested too deeply" if "depth" in str(error) else " is damaged"
        raise InputError("read", f"the Word file{what}; {AGAIN}") from None
    if not text:
        raise InputError("read", f"there is no text in the Word file; {AGAIN}")
    return Source(name, "docx", sha256, text, blocks, warnings=tuple(reader.warnings))
