"""Room 6: how does a person want it? Tables, workbook, review pages, plots and texts, put in place in one step."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extract import tables
from extract.files import sha256
from extract.report import Report, Row, Rows
from extract.write import csv_files, database, datapackage, parquet_files, place, plots, review, workbook


def write(rows: Rows, texts: Mapping[str, str], run: dict[str, Any], output: Path) -> list[str]:
    """Writes all tables beside the old output and then takes its place.

    Args:
        rows: the rows of every table.
        texts: the canonical text of each document by its id.
        run: what `run.json` says.
        output: the folder; what else stands in it is left alone.

    Returns:
        Warnings in plain words, which `run.json` has too.

    Raises:
        OSError: the folder cannot be written; the old output is whole.
    """
    with place.beside(output) as new:
        for folder in ("csv", "parquet", "text"):
            (new / folder).mkdir()
        for table in tables.TABLES:
            csv_files.write(table, rows.get(table.name, []), new / "csv" / f"{table.name}.csv")
            parquet_files.write(table, rows.get(table.name, []), new / "parquet" / f"{table.name}.parquet")
        datapackage.write(rows, new / "datapackage.json")
        warnings = database.write(rows, new / "unreports.db")
        for document_id, text in texts.items():
            (new / "text" / f"{document_id}.txt").write_bytes(text.encode("utf-8"))
        warnings += workbook.write(rows, run, new / "unreports.xlsx")
        run = {
            **run,
            "warnings": [*run.get("warnings", ()), *warnings],
            # by which a later run tells whether a person has edited it
            "workbook_sha256": sha256(new / "unreports.xlsx"),
        }
        review.write(rows, texts, run, new / "review")
        plots.write(rows, new / "plots")
        (new / "run.json").write_text(json.dumps(run, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return warnings


def combined(reports: Sequence[Report]) -> Rows:
    """The rows of several documents as one table each; missions are counted over all."""
    rows: Rows = {t.name: [] for t in tables.TABLES}
    missions: dict[str, Row] = {}
    for report in reports:
        for name, table in report.rows.items():
            if name != "missions":
                rows[name] += table
        for row in report.rows["missions"]:
            one = missions.setdefault(row["mission_id"], {**row, "n_documents": 0, "n_mentions": 0, "n_meetings": 0})
            for key in ("n_documents", "n_mentions", "n_meetings"):
                one[key] += row[key]
    rows["missions"] = [missions[k] for k in sorted(missions)]
    return rows
