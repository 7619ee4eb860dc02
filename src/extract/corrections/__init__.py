"""What a person has corrected: read, laid over what was extracted, and taken from an edited workbook.

A correction names a table, a row by its id and a column (`field`); `*` with the new value `delete` takes the row out.
Values are written as in the CSV tables: ISO 8601 dates, true and false, nothing for what is missing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from io import StringIO
from pathlib import Path

from extract.files import why

DELETE = ("*", "delete")  # field and new value that take a row out
FILE = "corrections.csv"


class CorrectionsError(Exception):
    """A file of corrections, or an edited workbook, that cannot be read; says what is wrong and the way out."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One edit of one cell, or the deletion of a row."""

    table: str
    id: str
    field: str
    old_value: str
    new_value: str
    reason: str = ""
    corrected_by: str = ""
    corrected_on: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """What it corrects."""
        return self.table, self.id, self.field

    @property
    def deletes(self) -> bool:
        """Whether it takes a row out."""
        return (self.field, self.new_value) == DELETE


COLUMNS = tuple(f.name for f in fields(Correction))


def read(path: Path) -> list[Correction]:
    """The corrections of a file, in its order.

    Args:
        path: a CSV file in UTF-8, with commas or (as some spreadsheets save it) semicolons between the cells.

    Raises:
        CorrectionsError: it cannot be read, or lacks a column that says what to correct.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be read ({why(error)})") from None
    except UnicodeDecodeError:
        raise CorrectionsError(f"{path}: is not UTF-8; save it as CSV UTF-8") from None
    head = text.split("\n", 1)[0]
    csv.field_size_limit(max(csv.field_size_limit(), 1 << 30))
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [c for c in COLUMNS[:5] if c not in (reader.fieldnames or ())]
    if missing:
        raise CorrectionsError(f"{path}: has no column {', '.join(missing)}; its columns must be {', '.join(COLUMNS)}")
    try:
        rows = list(reader)
    except csv.Error as error:
        raise CorrectionsError(f"{path}: is no CSV file ({error})") from None
    lines = [[(row.get(c) or "").strip() for c in COLUMNS] for row in rows]
    return [Correction(*cells) for cells in lines if any(cells)]


def write(corrections: Iterable[Correction], path: Path) -> None:
    """Writes a file of corrections (RFC 4180, UTF-8)."""
    with path.open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\r\n")
        out.writerow(COLUMNS)
        out.writerows(astuple(c) for c in corrections)


def find(paths: Sequence[Path], skip: Path | None = None) -> list[Path]:
    """The files of corrections in input folders, sorted; none of those below `skip` (an output folder)."""
    found = {f.resolve(): f for p in paths if p.is_dir() for f in sorted(p.rglob(FILE)) if f.is_file()}
    return [f for real, f in sorted(found.items()) if skip is None or skip.resolve() not in real.parents]
