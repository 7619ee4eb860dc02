"""`datapackage.json`: what every CSV file, column and key is, for programs (Frictionless Data Package, version 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract import __version__
from extract.tables import BY_NAME, TABLES, Column, Table
from extract.values import meanings

_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_DESCRIPTION = (
    "Meetings, visits and consultations told in reports of United Nations bodies, with who was there, which missions "
    "they concerned and which documents are cited, extracted by the program unreports. Each row points to its exact "
    "characters in the report: char_start and char_end count code points of text/<document_id>.txt. An empty cell "
    "means that the document does not say."
)
_RIGHTS = (
    "No licence is given. The program is under the MIT licence; the facts in these tables are not its authors' to "
    "license, and the words quoted from the reports, and the reports themselves, are the United Nations'."
)
# The reader need not guess: cells may hold commas, quotes, semicolons, tabs and, in segments.text, line breaks.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}
# The paths that version 2 allows: relative, without "..", below the folder.
_PATH = re.compile(r"(?![./~])(?!.*\.\.)(?!\w+:)[^\\]+", re.DOTALL)


def write(documents: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Writes the package of the CSV files that stand in `csv/` beside it; `documents` are its sources."""
    text = json.dumps(package(list(documents)), indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def package(documents: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The descriptor.

    Args:
        documents: the rows of `documents`, which are the sources.
    """
    return {
        "$schema": _SCHEMA,
        "profile": "tabular-data-package",
        "name": "unreports",
        "title": "Reports of United Nations bodies as tables",
        "description": _DESCRIPTION,
        "version": __version__,
        "licenses": [{"name": "notspecified", "title": _RIGHTS}],
        **({"sources": [_source(d) for d in documents]} if documents else {}),
        "resources": [_resource(table) for table in TABLES],
    }


def _source(document: Mapping[str, Any]) -> dict[str, str]:
    title, path = document["symbol"] or document["document_id"], document["source_file"]
    return {"title": title, "path": path} if _PATH.fullmatch(path) else {"title": f"{title} ({path})"}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "description": table.meaning,
        "path": f"csv/{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dict(_DIALECT),
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    out: dict[str, Any] = {"fields": [_field(table, c) for c in table.columns], "missingValues": [""]}
    if table.key:
        out["primaryKey"] = [table.key]
    if table.foreign:
        out["foreignKeys"] = [
            {
                "fields": [column],
                # A table that refers to itself leaves its name out (version 2).
                "reference": {**({"resource": to} if to != table.name else {}), "fields": [BY_NAME[to].key]},
            }
            for column, to in table.foreign
        ]
    return out


def _field(table: Table, column: Column) -> dict[str, Any]:
    known = meanings(table.name, column.name)
    explained = "; ".join(f"{value}: {text}" for value, text in known.items())
    out: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.name.replace("_", " "),
        "description": f"{column.meaning}. {explained}" if explained else column.meaning,
    }
    if column.type == "boolean":
        out |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.name == table.key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if constraints:
        out["constraints"] = constraints
    return out
