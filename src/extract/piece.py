"""What one document gives to each output: made where the document is read, kept, and put together by the writers.

A piece is one file: a line that says what it is, a checksum of all that follows, the length of its header, the header
as JSON, and its sections, each compressed by itself, so that a writer reads only what it needs.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from extract import tables
from extract.report import Report, Row
from extract.tables import Table

PER_RUN = ("missions", "rejected")  # tables of the run: a mission counts over all documents
OF_DOCUMENTS = tuple(t.name for t in tables.TABLES if t.name not in PER_RUN)
_MAGIC = b"unreports piece 1\n"
_SUM = 4  # bytes that hold the checksum
_SIZE = 8  # bytes that hold the length of the header
_CODEC = "zstd"
_BLOCK = 1 << 20  # bytes that are read at once for the checksum


@dataclass(frozen=True, slots=True)
class Piece:
    """A packed document, in memory or in a file.

    Attributes:
        header: `document_id`, `sha256`, `pages`, `warnings`; `counts`, the number of rows of each table that the
            piece gives; `nul`, whether a cell may hold the character NUL; `missions`, its rows of that table; and
            where the sections lie.
        source: the file, or its bytes.
    """

    header: Mapping[str, Any]
    source: Path | bytes

    @property
    def document_id(self) -> str:
        """The document's id; empty for the tables of the run."""
        return str(self.header["document_id"])

    def section(self, name: str) -> bytes:
        """One section.

        Raises:
            OSError: the file cannot be read.
        """
        import pyarrow as pa

        start, length, size = self.header["sections"][name]
        if isinstance(self.source, bytes):
            packed = self.source[start : start + length]
        else:
            with self.source.open("rb") as f:
                f.seek(start)
                packed = f.read(length)
        return pa.decompress(packed, size, codec=_CODEC, asbytes=True) if size else b""

    def values(self) -> dict[str, list[list[Any]]]:
        """The rows of each table as lists of values, dates in ISO 8601."""
        found: dict[str, list[list[Any]]] = json.loads(self.section("rows"))
        return found

    def parts(self, name: str) -> Iterator[tuple[str, memoryview]]:
        """A section that holds bytes for each table: `csv`, `sheets` or `parquet`."""
        data, start = memoryview(self.section(name)), 0
        for table, length in zip(self.header["counts"], self.header["parts"][name], strict=True):
            yield table, data[start : start + length]
            start += length

    def meetings(self) -> list[str]:
        """The ids of its events, in order."""
        found: list[str] = json.loads(self.section("meetings")) if "meetings" in self.header["sections"] else []
        return found

    def report(self) -> Report:
        """The document as it was extracted."""
        rows = {name: as_rows(tables.BY_NAME[name], lines) for name, lines in self.values().items()}
        return Report(self.document_id, self.section("text").decode(), rows, tuple(self.header["warnings"]))

    def data(self) -> bytes:
        """The whole of it."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


def load(source: Path | bytes, *, checked: bool = False) -> Piece:
    """A piece by its file or bytes.

    Args:
        source: the file, or its bytes.
        checked: all of it is read and compared with its checksum: what an earlier run has left may be damaged
            anywhere, and a section is only opened when much has been written already.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no piece, half of one, or damaged.
    """
    if isinstance(source, bytes):
        return _load(io.BytesIO(source), source, len(source), checked)
    with source.open("rb") as f:
        return _load(f, source, source.stat().st_size, checked)


def _load(file: BinaryIO, source: Path | bytes, end: int, checked: bool) -> Piece:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise ValueError("no piece")
    wanted = int.from_bytes(file.read(_SUM), "big")
    if checked:
        at, found = file.tell(), 0
        while block := file.read(_BLOCK):
            found = zlib.crc32(block, found)
        if found != wanted:
            raise ValueError("a damaged piece")
        file.seek(at)
    length = int.from_bytes(file.read(_SIZE), "big")
    first = file.tell() + length
    if first > end:
        raise ValueError("half a piece")
    header = json.loads(file.read(length))
    places = {name: (first + start, size, whole) for name, (start, size, whole) in header["sections"].items()}
    if max(start + size for start, size, _ in places.values()) != end:
        raise ValueError("half a piece")
    return Piece({**header, "sections": places}, source)


def of_document(report: Report) -> Piece:
    """The piece of a document.

    Raises:
        UnicodeEncodeError: its text holds what UTF-8 has no bytes for.
    """
    from extract.write import review

    (document,) = report.rows["documents"]
    header = {
        "document_id": report.document_id,
        "sha256": document["sha256"],
        "pages": document["n_pages"] or 0,
        "warnings": list(report.warnings),
        "missions": [list(line) for line in values(tables.MISSIONS, report.rows["missions"])],
    }
    page = review.page(report.rows, report.text)
    sections = {
        "text": report.text.encode(),
        "page": page.encode("utf-8", "replace"),
        "meetings": _json([m["meeting_id"] for m in report.rows["meetings"]]),
    }
    return _piece(header, report.rows, OF_DOCUMENTS, sections)


def of_run(missions: Sequence[Mapping[str, Any]], rejected: Sequence[Mapping[str, Any]]) -> Piece:
    """The piece of the tables that are the run's."""
    return _piece({"document_id": "", "warnings": []}, {"missions": missions, "rejected": rejected}, PER_RUN, {})


def as_rows(table: Table, lines: Sequence[Sequence[Any]]) -> list[Row]:
    """Rows of lists of values in the order of the table's columns, with their dates in ISO 8601."""
    days = [c.name for c in table.columns if c.type == "date"]
    rows: list[Row] = [dict(zip(table.names, line, strict=True)) for line in lines]
    for row in rows:
        for day in days:
            if row[day]:
                row[day] = date.fromisoformat(row[day])
    return rows


def values(table: Table, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """The values of rows in the order of the table's columns."""
    return list(map(itemgetter(*table.names), rows))


def _piece(
    header: dict[str, Any],
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    names: Sequence[str],
    more: dict[str, bytes],
) -> Piece:
    import pyarrow as pa

    from extract.write import csv_files, parquet_files
    from extract.write.workbook import sheets

    lines = {name: values(tables.BY_NAME[name], table) for name, table in rows.items()}
    given = [(tables.BY_NAME[name], lines[name]) for name in names]
    parts = {
        "csv": [csv_files.lines(table, found).encode() for table, found in given],
        "sheets": [sheets.lines(table, found).encode() for table, found in given],
        "parquet": [parquet_files.batch(table, found) for table, found in given],
    }
    sections = {"rows": _json(lines), **{name: b"".join(found) for name, found in parts.items()}, **more}
    packed = {name: pa.compress(data, codec=_CODEC, asbytes=True) if data else b"" for name, data in sections.items()}
    places, start = {}, 0
    for name, data in packed.items():
        places[name] = (start, len(data), len(sections[name]))
        start += len(data)
    header = {
        **header,
        "counts": {name: len(lines[name]) for name in names},
        "parts": {name: [len(part) for part in found] for name, found in parts.items()},
        "nul": b"\\u0000" in sections["rows"],  # perhaps: the words may also be those of the report
        "sections": places,
    }
    head = _json(header)
    body = b"".join((len(head).to_bytes(_SIZE, "big"), head, *packed.values()))
    return load(b"".join((_MAGIC, zlib.crc32(body).to_bytes(_SUM, "big"), body)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_day).encode()


def _day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no cell holds {type(value).__name__}")


class Pieces:
    """What the documents and the run give, in order; a piece is opened when it is its turn."""

    def __init__(self, documents: Sequence[bytes | Path], run: Piece) -> None:
        self._documents, self._run = documents, run

    def __len__(self) -> int:
        return len(self._documents) + 1

    def __iter__(self) -> Iterator[Piece]:
        yield from map(load, self._documents)
        yield self._run
