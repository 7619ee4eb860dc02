"""Rows, as tests make them up, through each of the writers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extract import tables
from extract.piece import Pieces, _piece
from extract.report import Report, Row, Rows
from extract.write import database, everything, review, workbook
from extract.write.figures import Figures


def combined(reports: Sequence[Report]) -> Rows:
    """The rows of documents as one table each; missions are not counted over all."""
    return {t.name: [row for r in reports for row in r.rows.get(t.name, [])] for t in tables.TABLES}


def pieces(rows: Mapping[str, Sequence[Row]]) -> Pieces:
    """All rows as one piece, of the first document."""
    whole = {t.name: rows.get(t.name, []) for t in tables.TABLES}
    document_id = next((d["document_id"] for d in whole["documents"]), "")
    header = {"document_id": document_id, "warnings": [], "pages": 0, "sha256": "", "missions": []}
    ids = [m["meeting_id"] for m in whole["meetings"]]
    more = {"meetings": json.dumps(ids).encode(), "text": b"", "page": b""}
    return Pieces([], _piece(header, whole, tuple(whole), more))


def write_all(rows: Mapping[str, Sequence[Row]], output: Path) -> None:
    """All that a run writes of rows; texts and pages are empty."""
    everything.write(pieces(rows), {}, output)


def write_database(rows: Mapping[str, Sequence[Row]], path: Path) -> list[str]:
    """The database of rows."""
    return database.write(pieces(rows), path)


@contextmanager
def figures(rows: Mapping[str, Sequence[Row]]) -> Iterator[Figures]:
    """What is counted of rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        write_database(rows, path)
        with Figures(path) as found:
            yield found


def write_workbook(rows: Rows, run: dict[str, Any], path: Path, **options: Any) -> list[str]:
    """The workbook of rows."""
    with figures(rows) as found:
        return workbook.write(pieces(rows), lambda: found, run, path, **options)


def write_review(rows: Rows, texts: Mapping[str, str], run: Mapping[str, Any], folder: Path) -> None:
    """The review pages of rows and texts."""
    (folder / "documents").mkdir(parents=True)
    home = {m["meeting_id"]: m["document_id"] for m in rows["meetings"]}

    def belongs(name: str, row: Row, document_id: str) -> bool:
        if name in ("participants", "meeting_sources", "meeting_missions"):
            return home.get(row["meeting_id"]) == document_id
        return bool(row.get("document_id") == document_id)

    for document_id, text in texts.items():
        own = {name: [r for r in table if belongs(name, r, document_id)] for name, table in rows.items()}
        page = review.page(own, text).encode("utf-8", "replace")
        (folder / "documents" / f"{document_id}.html").write_bytes(page)
    with figures(rows) as found:
        review.write(found, run, folder)
