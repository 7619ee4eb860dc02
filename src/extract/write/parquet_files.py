"""Parquet with the declared types: dates are `date32`, counts integers, flags booleans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from extract.piece import Piece
from extract.tables import BY_NAME, TABLES, Table

TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_NUMBERS = {"integer": np.int64, "number": np.float64, "date": np.int32}
_EPOCH = date(1970, 1, 1).toordinal()
_GROUP = 4_000_000  # bytes of a row group before it is compressed: what memory holds of a table


@cache
def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([pa.field(c.name, TYPES[c.type], metadata={"meaning": c.meaning}) for c in table.columns])


def batch(table: Table, rows: Sequence[Sequence[Any]]) -> bytes:
    """Rows of values as a message of Arrow; an empty string is a missing value."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    arrays = [_array(c.type, values) for c, values in zip(table.columns, columns, strict=True)]
    return bytes(pa.record_batch(arrays, schema=schema(table)).serialize())


def _array(kind: str, values: Sequence[Any]) -> pa.Array:
    """Values as Arrow holds them; Arrow's own way with lists imports pandas, half a second for each process."""
    there = [v is not None and v != "" for v in values]
    if kind == "string":
        texts = [v.encode() if v else b"" for v in values]
        ends = np.cumsum([0, *map(len, texts)], dtype=np.int32)
        data = [pa.py_buffer(ends), pa.py_buffer(b"".join(texts))]
    elif kind == "boolean":
        data = [_bits([bool(v) for v in values])]
    else:
        if kind == "date":
            values = [v and v.toordinal() - _EPOCH for v in values]
        data = [pa.py_buffer(np.array([v or 0 for v in values], dtype=_NUMBERS[kind]))]
    missing = len(values) - sum(there)
    return pa.Array.from_buffers(TYPES[kind], len(values), [_bits(there) if missing else None, *data], missing)


def _bits(flags: Sequence[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(np.array(flags, dtype=bool), bitorder="little"))


class Files:
    """The Parquet files of a folder, which grow piece by piece."""

    def __init__(self, folder: Path) -> None:
        """Makes them.

        Raises:
            OSError: one cannot be written.
        """
        self._files: dict[str, Any] = {}
        with self._quiet():
            for t in TABLES:
                self._files[t.name] = pq.ParquetWriter(folder / f"{t.name}.parquet", schema(t), compression="zstd")
        self._waiting: dict[str, list[pa.RecordBatch]] = {t.name: [] for t in TABLES}
        self._bytes = dict.fromkeys(self._waiting, 0)

    def add(self, piece: Piece) -> None:
        """Adds the rows of a piece."""
        for name, message in piece.parts("parquet"):
            if piece.header["counts"][name]:
                own = pa.py_buffer(bytes(message))  # a view would keep all tables of the piece in memory
                self._waiting[name].append(pa.ipc.read_record_batch(own, schema(BY_NAME[name])))
                self._bytes[name] += len(message)
                if self._bytes[name] >= _GROUP:
                    self._write(name)

    def close(self) -> None:
        """Ends the files."""
        with self._quiet():
            for name, file in self._files.items():
                self._write(name)
                file.close()
        self._files = {}
        pa.default_memory_pool().release_unused()

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """After an error a file is given up, which else complains once more when it is thrown away."""
        try:
            yield
        except OSError:
            for file in self._files.values():
                file.is_open = False
            raise

    def _write(self, name: str) -> None:
        """A row group."""
        self._files[name].write_table(
            pa.Table.from_batches(self._waiting[name], schema(BY_NAME[name])).combine_chunks()
        )
        self._waiting[name], self._bytes[name] = [], 0
