"""DataFrames from rows, with the declared types."""

from __future__ import annotations

from typing import Any

import pandas as pd

from extract.tables import Table

_TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def frame(table: Table, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """A DataFrame: dates as `datetime64`, integers and booleans nullable, missing strings as NA."""
    data: dict[str, Any] = {}
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        if column.type == "date":
            data[column.name] = pd.to_datetime(pd.Series(values, dtype="object"))
        else:
            if column.type == "string":
                values = [v if v != "" else None for v in values]
            data[column.name] = pd.Series(values, dtype=_TYPES[column.type])
    return pd.DataFrame(data, columns=list(table.names))
