"""The parts of a Word file, unpacked and parsed with a bound: what is a trap or no Word file is refused here."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from extract.model import InputError
from extract.read.docx import wordml as w

AGAIN = "open it in Word and save it again as .docx"
_PART = 100_000_000  # bytes of one part when unpacked; the document of 1,000 pages of tables has some 75 million
_ALL = 200_000_000  # bytes of all parts that are read
_TREE = 20_000_000  # bytes of what is held in memory as a whole: a part beside the document, a table, a paragraph
_CHUNK = 1 << 16
# What zipfile and what it unpacks with raise on damaged and on encrypted archives.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class Package:
    """The parts of the ZIP archive, unpacked with a bound."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise InputError("read", "the Word file is protected by a password; save it without one")
            raise InputError("read", "this is an old Word file (.doc); open it in Word and save it as .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise InputError("read", f"this is no Word file, or a part of one; {AGAIN}") from None
        self._left = _ALL
        self._names = {info.filename.lower().lstrip("/").replace("\\", "/"): info for info in self._zip.infolist()}
        office = next((target for kind, target in self.relations("").values() if kind == "officeDocument"), "")
        self.main = office if office.lower() in self._names else "word/document.xml"
        if self.main.lower() not in self._names:
            raise InputError("read", f"this archive holds no Word document; {AGAIN}")
        self.links = self.relations(self.main)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → kind and part, of the parts that a part refers to."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for link in root if root is not None else ():
            if w.get(link, "TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, w.get(link, "Target"))).lstrip("/")
                found[w.get(link, "Id")] = (posixpath.basename(w.get(link, "Type")), target)
        return found

    def linked(self, kind: str) -> Any:
        """The root of the part of a kind ("styles"), or None."""
        return next((self.tree(target) for what, target in self.links.values() if what == kind), None)

    def chunks(self, part: str, most: int) -> Iterator[bytes]:
        """The bytes of a part as it unpacks, and not more than `most`."""
        left = min(most, self._left)
        try:
            with self._zip.open(self._names[part.lower()]) as stream:
                while left >= 0 and (chunk := stream.read(_CHUNK)):
                    left -= len(chunk)
                    self._left -= len(chunk)
                    yield chunk
        except BROKEN:
            raise InputError("read", f"the Word file is damaged or protected; {AGAIN}") from None
        if left < 0:
            raise too_much()

    def tree(self, part: str) -> Any:
        """The root of a small part, or None where there is none."""
        if part.lower() not in self._names:
            return None
        parser = etree.XMLParser(**_SAFE)
        for chunk in self.chunks(part, _TREE):
            parser.feed(chunk)
        root = parser.close()
        _no_dtd(root)
        return root

    def body(self) -> Iterator[Any]:
        """The children of the document's body, each removed when the next ones are asked for."""
        parser = etree.XMLPullParser(events=("start",), tag="{*}body", **_SAFE)
        body: Any = None
        held = 0
        for chunk in self.chunks(self.main, _PART):
            parser.feed(chunk)
            for _, element in parser.read_events():
                if body is None:
                    _no_dtd(element)
                    body = element
            if body is not None and len(body) > 1:
                done = body[:-1]
                for element in done:
                    yield element
                    element.clear()  # at once: lxml takes its time over what it has to move
                del body[: len(done)]
                held = 0
            held += len(chunk)
            if held > _TREE:
                raise too_much()
        parser.close()
        if body is None:
            raise InputError("read", f"this archive holds no Word document; {AGAIN}")
        yield from body


def too_much() -> InputError:
    """What is said of a file that would fill the memory."""
    return InputError("read", f"the Word file unpacks to more than any report holds; {AGAIN}, without what is not text")


def _no_dtd(root: Any) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("read", f"the Word file declares a document type, which Word never does; {AGAIN}")
