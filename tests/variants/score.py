"""What a variant gives otherwise than the text of the same report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from extract import extract
from extract.model import InputError
from tests.variants.report import RAW

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

# Fields by which the same report may differ: places, and the words as they stand there, line breaks and all.
_PLACES = {
    "char_start", "char_end", "page", "document_id", "text", "date_text", "explanation", "n_documents", "symbol",
    "symbol_basis", "date", "source_file", "source_format", "sha256", "n_pages",
}  # fmt: skip
# Fields compared, where not all are.
_FIELDS = {
    "discrepancies": ("kind", "severity", "meeting_id", "field", "narrative_value", "annex_value", "chosen_value"),
    "claims": ("segment_id", "text", "value", "unit", "period_start", "period_end", "n_found", "agrees"),
    "references": ("segment_id", "symbol", "kind", "year"),
    "missions": ("mission_id", "n_meetings", "n_mentions"),
}
TABLES = (
    "paragraphs", "documents", "meetings", "participants", "meeting_missions", "missions", "references", "claims",
    "discrepancies",
)  # fmt: skip


@cache
def expected() -> dict[str, list[dict[str, Any]]]:
    """The records that the text gives."""
    return _records(extract(RAW).rows)


def found(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The records that a file gives, as far as they must be the same."""
    return _records(extract(path).rows)


def differences(path: Path) -> dict[str, str]:
    """For each table that differs, its first difference."""
    try:
        ours = found(path)
    except InputError as error:
        return {"rejected": error.message}
    return {t: first for t in TABLES if (first := _first(expected()[t], ours[t]))}


def _records(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    own = rows["documents"][0]["document_id"]

    def plain(value: Any) -> Any:
        """A value without the document's id and with its lines joined, also after a hyphen."""
        if not isinstance(value, str):
            return value
        joined = " ".join(value.replace("-\n", "-").split())
        return joined.removeprefix(f"{own}/")

    out: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES[1:]:
        wanted = _FIELDS.get(table)
        out[table] = [
            {k: plain(v) for k, v in row.items() if (k in wanted if wanted else k not in _PLACES)}
            for row in rows[table]
        ]
    kinds = ("paragraph", "subparagraph")
    out["paragraphs"] = [
        {"part": s["part"], "kind": s["kind"], "number": s["number"], "section": plain(s["section"]), **_words(s)}
        for s in rows["segments"]
        if s["kind"] in kinds or (s["kind"] == "heading" and s["number"])
    ]
    return out


def _words(segment: Mapping[str, Any]) -> dict[str, Any]:
    """How a segment begins after its number, how it ends and how many letters it has; digits may be notes' marks."""
    text = " ".join(segment["text"].split())
    head, _, rest = text.partition(" ")
    letters = re.sub(r"[\W\d_]", "", rest if head.strip("().") == segment["number"] else text)
    return {"begins": letters[:30], "ends": letters[-30:], "letters": len(letters)}


def _first(left: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]]) -> str:
    """The first difference of two tables, empty where there is none."""
    for at, (wanted, given) in enumerate(zip_longest(left, right), 1):
        if wanted is None or given is None:
            what = f"not wanted: {_brief(given)}" if wanted is None else f"missing: {_brief(wanted)}"
            return f"{len(right)} rows for {len(left)}; row {at} {what}"
        for key in wanted:
            if wanted[key] != given[key]:
                count = "" if len(left) == len(right) else f"{len(right)} rows for {len(left)}; "
                return f"{count}row {at} {key}: {given[key]!r} for {wanted[key]!r} ({_brief(wanted)})"
    return ""


def _brief(row: Mapping[str, Any] | None) -> str:
    return ", ".join(str(v) for v in list((row or {}).values())[:3])


def show(folder: Path, only: str = "") -> int:
    """Prints for each file of the folder what differs; returns 1 where anything does."""
    paths = [p for p in sorted(folder.iterdir()) if only in p.name and p.is_file()]
    good = 0
    with ProcessPoolExecutor(2) as pool:
        for path, differs in zip(paths, pool.map(differences, paths), strict=True):
            good += not differs
            print(f"{'same' if not differs else 'DIFFERS'}  {path.name}")
            for table, first in differs.items():
                print(f"    {table}: {first[:400]}")
    print(f"{good} of {len(paths)} give the records of the text")
    return int(good < len(paths))
