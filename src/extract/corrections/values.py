"""What a text means in a column."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

from extract.report import written
from extract.tables import Column

_LARGEST = 1 << 53  # up to which a spreadsheet holds whole numbers as they are
_INTEGER = re.compile(r"[+-]?\d+(?:\.0*)?")


def parsed(column: Column, text: str) -> Any:
    """The value that a text means in a column.

    Raises:
        ValueError: the column cannot hold it; the message says what it can hold.
    """
    text = text.strip()
    if not text:
        if column.required:
            raise ValueError(f"{column.name} cannot be empty")
        return "" if column.type == "string" else None
    if column.values and text not in column.values:
        raise ValueError(f"{column.name} cannot be {text!r}; it is one of {', '.join(column.values)}")
    if column.type == "boolean":
        if text.lower() in ("true", "false"):
            return text.lower() == "true"
        raise ValueError(f"{column.name} cannot be {text!r}; it is true or false")
    if column.type == "date":
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"{column.name} cannot be {text!r}; a date is written 2005-12-09") from None
    if column.type == "integer":
        if _INTEGER.fullmatch(text) and abs(number := float(text)) <= _LARGEST:
            return int(number)
        raise ValueError(f"{column.name} cannot be {text!r}; it is a whole number")
    if column.type == "number":
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
        raise ValueError(f"{column.name} cannot be {text!r}; it is a number")
    return text


def same(column: Column, text: str, value: Any) -> bool:
    """Whether a text means a value, whatever the blanks."""
    if column.type == "string":
        return " ".join(text.split()) == " ".join(written(value).split())
    try:
        meant = parsed(column, text)
    except ValueError:
        return False
    if isinstance(meant, float) and value is not None:
        return bool(abs(meant - value) < 1e-9)
    return bool(meant == value)
