"""What a person has changed in a workbook, as corrections: compared with the run that the workbook came from."""

from __future__ import annotations

import json
import math
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape

from extract import tables
from extract.corrections import COLUMNS, DELETE, Correction, CorrectionsError
from extract.corrections.apply import DELETABLE
from extract.corrections.values import parsed
from extract.files import why
from extract.report import Row, written
from extract.tables import Column, Table
from extract.write.workbook.cells import CUT, shown
from extract.write.workbook.sheets import MOST_ROWS, keeps_lines, names

_NO_RUN = "{}: is not there or cannot be read; the workbook must stand in the output folder of its run"
_EXCEL_ROWS = 1 << 20  # of a sheet
_SHOWN = 5  # rows named in a word to the person


@dataclass(frozen=True, slots=True)
class Edits:
    """All corrections of a workbook, those of earlier runs included, and what could not be taken, in plain words."""

    corrections: tuple[Correction, ...]
    changed: int
    words: tuple[str, ...]


def compare(path: Path) -> Edits:
    """The edits of a workbook.

    Args:
        path: the workbook, in the output folder of its run. It may have been saved by Excel, LibreOffice or openpyxl,
            sorted, filtered, its columns moved.

    Returns:
        The corrections: those that the run was given, and what was changed since. A value that was set back to what
        was extracted is no correction any more.

    Raises:
        CorrectionsError: the workbook, or the run beside it, cannot be read.
    """
    given = _given(path.parent / "run.json")
    by, on = "", ""
    changes: dict[tuple[str, str, str], Correction] = {}
    words: list[str] = []
    with warnings.catch_warnings(action="ignore"), closing(_open(path)) as book:
        # The warnings are of styles and dates that the library does not know.
        by, on = _who(book.properties)
        for table in tables.TABLES:
            if not table.key:
                continue
            rows = _rows(path.parent / "parquet" / f"{table.name}.parquet")
            sheets = [s for s in book.worksheets if re.fullmatch(rf"{table.name}(_\d+)?", s.title)]
            if not sheets:
                words.append(f"the sheet {table.name} is not there; nothing was taken from it")
                continue
            lost = set(names(table.name, len(rows), MOST_ROWS)) - {s.title for s in sheets}
            if lost:
                words.append(f"the sheet {', '.join(sorted(lost))} is not there; nothing was taken from it")
            for c in _table(path, table, rows, sheets, words, whole=not lost):
                changes[c.place] = replace(c, corrected_by=by, corrected_on=on)
    return Edits(tuple(_merged(given, changes)), len(changes), tuple(words))


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """What the library that reads workbooks falls over in a damaged one, of whatever kind, says so in one way."""
    try:
        yield
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be read ({why(error)})") from None
    except Exception:
        raise CorrectionsError(f"{path}: is no workbook, or a damaged one; save it as .xlsx") from None


def _open(path: Path) -> Any:
    with _reading(path):
        return openpyxl.load_workbook(path, read_only=True)


def _lines(path: Path, sheet: Any) -> Iterator[Sequence[Any]]:
    """The rows of a sheet as they stand in it, whatever size it says that it has: a row beyond that is not deleted."""
    with _reading(path):
        sheet.reset_dimensions()
        for n, cells in enumerate(sheet.iter_rows()):
            if n >= _EXCEL_ROWS:  # the rows up to one that says it is the last of all are made as they are asked for
                raise ValueError("a row that no sheet has")
            yield cells


def _given(path: Path) -> list[Correction]:
    """The corrections that the run was given."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
        return [Correction(**{c: str(row.get(c, "")) for c in COLUMNS}) for row in run.get("corrections", [])]
    except (OSError, ValueError, AttributeError, TypeError):
        raise CorrectionsError(_NO_RUN.format(path)) from None


def _rows(path: Path) -> list[Row]:
    try:
        return list(pq.read_table(path).to_pylist())
    except (OSError, ValueError, pa.ArrowException):
        raise CorrectionsError(_NO_RUN.format(path)) from None


def _who(properties: Any) -> tuple[str, str]:
    """Who saved the workbook last, and on which day, where it says so."""
    modified = properties.modified
    on = modified.date().isoformat() if isinstance(modified, datetime) and modified.year > 2000 else ""
    return (properties.lastModifiedBy or "").strip(), on


def _merged(given: Sequence[Correction], changes: dict[tuple[str, str, str], Correction]) -> Iterator[Correction]:
    """Earlier corrections with the new ones in their places; what was extracted stays the old value."""
    left = dict(changes)
    for c in given:
        new = left.pop(c.place, None)
        if new is None:
            yield c
        elif new.new_value != c.old_value:
            yield replace(new, old_value=c.old_value)
    yield from left.values()


# ---------------------------------------------------------------------- one table


def _table(
    path: Path, table: Table, rows: Sequence[Row], sheets: Sequence[Any], words: list[str], *, whole: bool
) -> Iterator[Correction]:
    """The changes of one table, in the order of its rows; where a sheet of it is lost, no row is taken out."""
    known = {r[table.key]: r for r in rows}
    seen: dict[str, list[Correction]] = {}
    added: list[str] = []
    twice: list[str] = []
    for sheet in sheets:
        lines = _lines(path, sheet)
        head = {str(c.value).strip(): i for i, c in enumerate(next(lines, ())) if c.value is not None}
        if table.key not in head:
            words.append(f"the sheet {sheet.title} has no column {table.key}; nothing was taken from it")
            return
        missing = [n for n in table.names if n not in head]
        if missing:
            words.append(f"the sheet {sheet.title} has no column {', '.join(missing)}; nothing was taken from there")
        columns = [(c, head[c.name]) for c in table.columns if c.name in head and c.name != table.key]
        for cells in lines:
            if all(c.value is None for c in cells):
                continue
            at = head[table.key]
            name = str(_plain(cells[at]) or "") if at < len(cells) else ""
            place = f"{sheet.title}!{_row_of(cells)}"
            if name not in known:
                added.append(place)
            elif name in seen:
                twice.append(place)
            else:
                seen[name] = list(_row(table, known[name], columns, cells, place, words))
    _say(words, added, "has no id of this run: rows cannot be added, please report what the program missed", table)
    _say(words, twice, "stands twice; the first one counts", table)
    gone = [i for i in known if i not in seen] if whole else []
    if gone and table.name not in DELETABLE:
        words.append(f"{table.name}: {len(gone)} rows are not there any more; rows of this sheet cannot be taken out")
        gone = []
    for i in known:
        if i in seen:
            yield from seen[i]
        elif gone:
            yield Correction(table.name, i, DELETE[0], "", DELETE[1])


def _say(words: list[str], places: list[str], what: str, table: Table) -> None:
    if places:
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        words.append(f"{table.name}: {', '.join(places[:_SHOWN])}{more} {what}")


def _row_of(cells: Sequence[Any]) -> int:
    return next((int(c.row) for c in cells if hasattr(c, "row")), 0)


def _row(
    table: Table,
    row: Row,
    columns: Sequence[tuple[Column, int]],
    cells: Sequence[Any],
    place: str,
    words: list[str],
) -> Iterator[Correction]:
    for column, i in columns:
        value = row[column.name]
        cell = cells[i] if i < len(cells) else None
        got = _plain(cell) if cell is not None else None
        was = shown(column.type, value, lines=keeps_lines(table, column))
        if _equal(column, got, was):
            continue
        why = column.fixed and f"cannot be corrected: {column.fixed}"
        text = ""
        if not why:
            try:
                text = _text(column, got, cell.data_type if cell is not None else "n")
                new = parsed(column, text)
            except ValueError as error:
                why = str(error)
            else:
                if CUT in text:
                    why = "is cut, so that the rest would be lost; correct it in the review page"
                elif written(new) == written(value):
                    continue
        if why:
            words.append(f"{place} {column.name}: was changed and not taken; {why}")
        else:
            yield Correction(table.name, row[table.key], column.name, written(value), written(new))


# ---------------------------------------------------------------------- cells


def _plain(cell: Any) -> Any:
    """What a cell holds, without the escapes of the file format and the ways of one program."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else value
    if cell.data_type == "f" and value in ("=TRUE()", "=FALSE()"):  # LibreOffice's way to save a truth value
        return value == "=TRUE()"
    return unescape(value) if isinstance(value, str) else value


def _equal(column: Column, got: Any, was: Any) -> bool:
    """By value: 1 is 1.0, a day is a day, no text is nothing; blanks and line breaks are no edit."""
    if got is None or got == "":
        return was is None
    if isinstance(got, bool) or isinstance(was, bool):
        return got is was or (isinstance(was, bool) and not isinstance(got, (str, date)) and got == int(was))
    if isinstance(got, (int, float)) and isinstance(was, (int, float)):
        return abs(got - was) < 1e-9
    if isinstance(got, str) and isinstance(was, str):
        return got == was or " ".join(got.split()) == " ".join(was.split())
    return bool(got == was)


def _text(column: Column, got: Any, data_type: str) -> str:
    """An edited cell's value as a correction writes it.

    Raises:
        ValueError: it is a formula, an error, or a time of day.
    """
    if data_type == "f" and not isinstance(got, bool):
        raise ValueError(f"{column.name} holds a formula; write its value instead")
    if data_type == "e":
        raise ValueError(f"{column.name} holds the error {got}")
    if got is None:
        return ""
    if isinstance(got, bool):
        return written(got)
    if isinstance(got, datetime):
        raise ValueError(f"{column.name} is a day; {got} has a time of day")
    if isinstance(got, (int, float)):
        if not math.isfinite(got):
            raise ValueError(f"{column.name} cannot be {got}")
        if column.type == "date":
            return _day(column, got)
        if column.type == "boolean" and got in (0, 1):
            return written(bool(got))
        return str(int(got)) if got == int(got) else str(got)
    return " ".join(str(got).split())


def _day(column: Column, number: float) -> str:
    """The day that a spreadsheet's number means.

    Raises:
        ValueError: it means none.
    """
    try:
        found = from_excel(number)
    except (OverflowError, ValueError):
        found = None
    if not isinstance(found, datetime):  # nothing, or a time of day alone
        raise ValueError(f"{column.name} cannot be {number}; a date is written 2005-12-09")
    return str(found.date())
