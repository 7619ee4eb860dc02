"""SQLite: the same tables with their types, keys and indexes, full-text search over `segments`, and views.

Dates are ISO 8601 text, booleans 0 and 1; what is missing is NULL. Every name is quoted: `references` is a word of SQL.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from extract.piece import Pieces
from extract.tables import BY_NAME, TABLES, Column, Table
from extract.write.views import VIEWS

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "DATE"}

# Besides the foreign keys: what people filter by.
_FILTERED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("documents", ("date",)),
    ("documents", ("kind",)),
    ("segments", ("kind",)),
    ("meetings", ("start_date",)),
    ("meetings", ("event_type",)),
    ("meeting_sources", ("start_date",)),
    ("participants", ("kind",)),
    ("participants", ("organisation",)),
    ("participants", ("country_iso3",)),
    ("missions", ("kind",)),
    ("mentions", ("label", "value")),
    ("references", ("symbol",)),
    ("references", ("kind",)),
    ("discrepancies", ("kind",)),
)

# The file is new and nobody else has it open: after a crash it is thrown away. Fixed sizes, and freed pages wiped, make
# the bytes depend on the rows alone.
_PRAGMAS = """
PRAGMA page_size = 4096;
PRAGMA auto_vacuum = NONE;
PRAGMA encoding = 'UTF-8';
PRAGMA secure_delete = ON;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
"""

# Words are split at what is neither letter nor digit; "Cote" finds "Côte".
_TOKENIZE = 'tokenize="unicode61 remove_diacritics 2"'
# The words themselves stay in `segments`. Datasette and others know the table by these words.
_SEARCH = (
    f'CREATE VIRTUAL TABLE "segments_fts" USING fts5("text", content="segments", content_rowid="rowid", {_TOKENIZE})',
    """INSERT INTO "segments_fts" ("segments_fts") VALUES ('rebuild')""",
)


def write(pieces: Pieces, path: Path) -> list[str]:
    """Writes the database.

    Args:
        pieces: what the documents and the run give.
        path: a file that does not exist yet.

    Returns:
        Warnings in plain words: what the database lacks.

    Raises:
        OSError: the file cannot be written.
    """
    try:
        return _written(pieces, path, checked=True)
    except sqlite3.IntegrityError as error:
        # A fault of the extraction in one row must not cost the reader the others.
        path.unlink()
        return [
            f"{path.name} is written without its keys and checks, since a row breaks one ({error}): please report this",
            *_written(pieces, path, checked=False),
        ]


def _written(pieces: Pieces, path: Path, *, checked: bool) -> list[str]:
    warnings: list[str] = []
    insert = {t.name: _insert(t) for t in TABLES}
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.executescript(_PRAGMAS)
            db.execute("BEGIN")
            for table in TABLES:
                db.execute(schema(table, checked=checked))
            for piece in pieces:
                values = piece.values()
                for name in piece.header["counts"]:
                    rows = map(_without_nul, values[name]) if piece.header["nul"] else values[name]
                    db.executemany(insert[name], rows)
            for statement in _indexes():
                db.execute(statement)
            for view in VIEWS:
                db.execute(f"CREATE VIEW {_quoted(view.name)} AS {' '.join(view.sql.split())}")
            if has_search():
                for statement in _SEARCH:
                    db.execute(statement)
            else:
                warnings.append(
                    f"{path.name} is written without full-text search: the SQLite of this machine has no FTS5"
                )
            db.execute("COMMIT")
    except sqlite3.OperationalError as error:
        what = errno.ENOSPC if "full" in str(error) else errno.EIO
        raise OSError(what, str(error), str(path)) from error
    return warnings


def _insert(table: Table) -> str:
    """The statement that takes a row; SQLite itself makes an empty text NULL, faster than Python could."""
    marks = ("nullif(?, '')" if c.type == "string" else "?" for c in table.columns)
    return f"INSERT INTO {_quoted(table.name)} VALUES ({', '.join(marks)})"


def _without_nul(values: list[Any]) -> list[Any]:
    """SQL's own functions would see the text end at NUL; CSV shows the same mark in its place."""
    return [v.replace("\0", "\ufffd") if isinstance(v, str) and "\0" in v else v for v in values]


def has_search() -> bool:
    """Whether this SQLite can search full text whatever the accents: it may be built without FTS5, or be too old."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute(f'CREATE VIRTUAL TABLE t USING fts5("text", {_TOKENIZE})')
        except sqlite3.OperationalError:
            return False
    return True


def schema(table: Table, *, checked: bool = True) -> str:
    """The statement that creates a table; without its keys and checks where not `checked`."""
    lines = [_declared(column, key=column.name == table.key, checked=checked) for column in table.columns]
    if checked:
        lines += [
            f"FOREIGN KEY ({_quoted(column)}) REFERENCES {_quoted(target)} ({_quoted(BY_NAME[target].key)})"
            for column, target in table.foreign
        ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _declared(column: Column, *, key: bool, checked: bool) -> str:
    name = _quoted(column.name)
    out = f"{name} {_TYPES[column.type]}"
    if not checked:
        return out
    if key:
        out += " PRIMARY KEY"
    if column.required:
        out += " NOT NULL"
    if column.type == "boolean":
        out += f" CHECK ({name} IN (0, 1))"
    if column.values:
        out += f" CHECK ({name} IN ({', '.join(_literal(v) for v in column.values)}))"
    return out


def _indexes() -> Iterator[str]:
    """An index on each foreign key and each column that people filter by."""
    columns = [(t.name, (column,)) for t in TABLES for column, _ in t.foreign]
    for table, names in (*columns, *_FILTERED):
        index = _quoted("_".join((table, *names)))
        yield f"CREATE INDEX {index} ON {_quoted(table)} ({', '.join(map(_quoted, names))})"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
