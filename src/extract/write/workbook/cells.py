"""What a value looks like in a cell of the workbook; the reading of edited workbooks compares with the same."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from extract.report import flat

CUT = " […] cut: the cell of the CSV file has "
MOST = 32_767  # characters that a cell of Excel holds, counted in UTF-16
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year: earlier days would be wrong
# What XML 1.0 has no characters for. A spreadsheet would offer to repair the file.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def shown(column_type: str, value: Any, *, lines: bool = False) -> Any:
    """A value as the cell has it: None, a bool, a number, a date, or text that Excel can hold.

    Args:
        column_type: the declared type of the column.
        value: the value of the row.
        lines: whether line breaks stay, as in `segments.text`; else each is one space.
    """
    if value is None or value == "":
        return None
    if column_type in ("boolean", "integer", "number"):
        return value
    if column_type == "date" and value >= _FIRST_DAY:
        return value
    text = re.sub("\r\n?", "\n", str(value)) if lines else flat(str(value))
    return cut(_NOT_XML.sub("\ufffd", text))


def cut(text: str) -> str:
    """`text` as far as a cell can hold it, with a note of how much was cut."""
    if len(text) * 2 <= MOST or _length(text) <= MOST:
        return text
    note = f"{CUT}{len(text):,} characters"
    kept = text[: MOST - len(note)]
    while _length(kept) > MOST - len(note):
        kept = kept[: -max(1, (_length(kept) + len(note) - MOST) // 2)]
    return kept + note


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
