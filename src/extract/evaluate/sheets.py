"""Reads the CSV tables of a run and of the gold, and deals a run's rows out to its documents."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from extract.evaluate.scores import EvaluationError
from extract.files import why

Row = dict[str, str]
_LONGEST_CELL = 2**31 - 1  # a segment may be longer than the csv module takes by default


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was read: its columns and its rows."""

    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)


Sheets = dict[str, Sheet]


def read_folder(folder: Path) -> Sheets:
    """Reads each CSV file of a folder.

    Args:
        folder: where the files lie.

    Returns:
        The tables by the names of their files.

    Raises:
        EvaluationError: a file cannot be read as a table.
    """
    return {path.stem: read_sheet(path) for path in sorted(folder.glob("*.csv"))}


def read_sheet(path: Path) -> Sheet:
    """Reads one CSV file.

    Args:
        path: the file; UTF-8, with or without a byte order mark.

    Returns:
        The table.

    Raises:
        EvaluationError: the file cannot be opened, is not UTF-8, or a row has not as many cells as the header.
    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            columns = tuple(next(lines, ()))
            rows = []
            for cells in lines:
                if not any(cells):
                    continue
                if len(cells) != len(columns):
                    raise EvaluationError(
                        f"{path}: the row that ends in line {lines.line_num} has {len(cells)} cells, the header "
                        f"{len(columns)}; quote cells that hold a comma"
                    )
                rows.append(dict(zip(columns, cells, strict=True)))
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({why(error)})") from error
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path}: is not UTF-8; save it again as CSV UTF-8") from error
    except csv.Error as error:
        raise EvaluationError(f"{path}: is not a CSV table ({error}); save it again as CSV UTF-8") from error
    finally:
        csv.field_size_limit(before)
    return Sheet(columns, rows)


def by_document(sheets: Sheets) -> dict[str, Sheets]:
    """Deals the rows of a run out to its documents.

    `missions` has one row a mission of the whole run: where the run has several documents, each gets the missions that
    it mentions or that its meetings concern, counted anew.

    Args:
        sheets: the tables of the run.

    Returns:
        The tables by document id.
    """
    out: dict[str, Sheets] = {}
    for name, sheet in sheets.items():
        for row in sheet.rows:
            if owner := _owner(row):
                out.setdefault(owner, {}).setdefault(name, Sheet(sheet.columns)).rows.append(row)
    missions = sheets.get("missions", Sheet())
    for document in out.values():
        document["missions"] = missions if len(out) == 1 else _recount(missions, document)
    return out


def _owner(row: Row) -> str:
    """The document of a row: every id begins with it."""
    return row.get("document_id") or row.get("meeting_id", "").partition("/")[0]


def _recount(missions: Sheet, document: Sheets) -> Sheet:
    mentions = Counter(
        r.get("entity_id") for r in document.get("mentions", Sheet()).rows if r.get("label") == "MISSION"
    )
    meetings = Counter(r.get("mission_id") for r in document.get("meeting_missions", Sheet()).rows)
    rows = [
        {**row, "n_mentions": str(mentions[name]), "n_meetings": str(meetings[name])}
        for row in missions.rows
        if (name := row.get("mission_id")) in mentions or name in meetings
    ]
    return Sheet(missions.columns, rows)
