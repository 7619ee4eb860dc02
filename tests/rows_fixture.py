"""Rows to write: of the real report, and with cells that break careless writers and readers of CSV and SQL."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

import pytest

from extract import extract
from extract.report import Rows
from tests.support import REAL, SHARED
from tests.writing import combined

REPORTS = SHARED / "reports"
SHARED_NAMES = (
    "txt/S_2006_972.txt",
    "pdf/S_2025_223.pdf",
    "pdf/UNMIT_S_2011_641.pdf",
    "docx/A_80_6_Sect.7.docx",
    "html/scact2005_table_en.html",
)

HOSTILE = (
    'He said "no", and left',
    '"',
    '""',
    "a,b;c\td|e",
    "one\r\ntwo\nthree\rfour",
    "\n",
    " leading and trailing ",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2",
    "'; DROP TABLE meetings; --",
    "a\0b",
    "NULL",
    "NA",
    "nan",
    "true",
    "0012",
    "1e5",
    "2005-01-11",
    "\ufeffmark",
    "e\u0301\U0001f600\u202e\u2028\x85\x1c\x0b\x0c",
    "\\N \\",
    "<script>alert(1)</script>",
    "x" * 200_000,
    '"quoted, and long"\r\n' * 10_000,
)


@cache
def _real() -> Rows:
    return combined([extract(REAL)])


def real_rows() -> Rows:
    """The rows of the real report, to be changed at will."""
    return copy.deepcopy(_real())


def with_text(*texts: str) -> Rows:
    """Those rows with these texts in cells of free text, one after another; keys, dates and enumerations are kept."""
    rows = real_rows()
    columns = {
        "documents": ("title", "signatory", "source_file"),
        "segments": ("text", "section", "number"),
        "meetings": ("subject", "body", "participants_text"),
        "participants": ("text", "person"),
        "mentions": ("text", "value"),
        "discrepancies": ("explanation", "chosen_value"),
    }
    for table, names in columns.items():
        for i, row in enumerate(rows[table]):
            for j, name in enumerate(names):
                row[name] = texts[(i + j) % len(texts)]
    rows["rejected"] = [
        {"source_file": t, "sha256": "", "stage": "read", "error": "InputError", "message": t} for t in texts
    ]
    return rows


@cache
def shared_rows(name: str) -> Rows:
    """The rows of a report that lies beside the project; the test is skipped where it does not."""
    path: Path = REPORTS / name
    if not path.exists():
        pytest.skip(
            f"../shared/reports/{name} is not there: the folder stands beside the project only while it is made"
        )
    return combined([extract(path)])
