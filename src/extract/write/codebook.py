"""The codebook: every table, column, value and view in words, as a page of Markdown.

`python -m extract.write.codebook > docs/codebook.md` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from extract.tables import BY_NAME, TABLES, Column, Table
from extract.values import meanings
from extract.write.views import VIEWS

_HEAD = """\
# Codebook

What each table and column of the output holds. The same tables stand in `csv/`, in `parquet/` and in `unreports.db`;
`datapackage.json` says the same for programs. This page is made from `src/extract/tables.py` (`make codebook`).

- An empty cell means that the document does not say. Required columns are never empty.
- Dates are written 2005-01-31, booleans `true` and `false`; several values in one cell are joined by `; `.
- `char_start` and `char_end` count the characters (Unicode code points) of `text/<document_id>.txt`, from 0. That slice
  is the row's `text`, to the letter; outside `segments`, CSV writes a line break in it as one space.
- An id is made of the place that the row stands on (`S_2006_972/annex_1/table_1/row_7`), and is the same in each run.
- What was inferred says so in a column beside it: `symbol_basis`, `number_basis`, `date_basis`, `basis`, `method`.
- A NUL character, which neither CSV nor SQL can hold, is written as U+FFFD.
"""
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "date": "date"}


def page() -> str:
    """The whole page."""
    parts = [_HEAD, _list(f"[`{t.name}`](#{t.name}): {t.meaning}" for t in TABLES)]
    parts += [_table(t) for t in TABLES]
    parts.append("## Views of the database\n\nReady answers in `unreports.db`, to be read like tables.\n")
    parts.append(_list(f"`{view.name}`: {view.meaning}" for view in VIEWS))
    parts.append(
        "`segments_fts` searches the full text of `segments`, whatever the case and the accents; its `rowid` is that "
        "of `segments`.\n"
    )
    return "\n".join(parts)


def _table(table: Table) -> str:
    lines = [f"## {table.name}", "", f"{_sentence(table.meaning)}", ""]
    key = f"Key: `{table.key}`." if table.key else "It has no key."
    to = ", ".join(f"`{c}` to `{target}.{BY_NAME[target].key}`" for c, target in table.foreign)
    lines += [f"{key} Links: {to}." if to else key, ""]
    lines += ["| column | type | required | meaning |", "|---|---|---|---|"]
    lines += [_row(table, column) for column in table.columns]
    for column in table.columns:
        if known := meanings(table.name, column.name):
            lines += ["", f"Values of `{column.name}`:", ""]
            lines += [f"- `{value}`: {text}" for value, text in known.items()]
    return "\n".join(lines) + "\n"


def _row(table: Table, column: Column) -> str:
    kind = _TYPES[column.type]
    below = "; values below" if column.values else ""
    cells = (f"`{column.name}`", kind, "yes" if column.required else "", column.meaning + below)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _list(items: Iterable[str]) -> str:
    return "".join(f"- {item}\n" for item in items)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
