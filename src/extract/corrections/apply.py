"""Lays corrections over what was extracted. None is lost: what cannot be applied is reported with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract import tables
from extract.corrections import Correction
from extract.corrections.values import parsed, same
from extract.report import Row, Rows, written

# What a person can take out; documents are taken out of the input folder, segments are the document itself.
DELETABLE = (
    "meetings",
    "meeting_sources",
    "participants",
    "meeting_missions",
    "mentions",
    "references",
    "discrepancies",
    "claims",
)


@dataclass(frozen=True, slots=True)
class Applied:
    """The corrected rows, with what became of each correction: `done`, and `stale` with the reason."""

    rows: Rows
    done: tuple[Correction, ...]
    stale: tuple[tuple[Correction, str], ...]
    warnings: tuple[str, ...] = ()


def apply(rows: Rows, corrections: Sequence[Correction]) -> Applied:
    """Lays corrections over rows.

    Args:
        rows: the rows of every table as extracted; they are left as they are.
        corrections: in the order of their files; of two for one cell the later one counts.

    Returns:
        New rows, in which each corrected one names its corrected columns, deleted ones are gone with all that hangs
        on them, and counts, claims and discrepancies follow.
    """
    if not corrections:
        return Applied(rows, (), ())
    from extract.corrections.follow import follow  # which needs the rooms, and they spaCy

    later = {c.place: c for c in corrections}
    new = dict(rows)
    done: list[Correction] = []
    stale: list[tuple[Correction, str]] = []
    touched: dict[tuple[str, str], dict[str, Correction]] = {}
    gone: dict[str, set[str]] = {}
    places = {
        name: {r[tables.BY_NAME[name].key]: r for r in rows[name]}
        for name in {c.table for c in later.values() if _known(c)}
    }
    for c in dict.fromkeys(corrections):
        if later[c.place] is not c and later[c.place] != c:
            stale.append((c, "a later correction of the same cell takes its place"))
        elif why := _refused(c, places):
            stale.append((c, why))
        else:
            done.append(c)
            if c.deletes:
                gone.setdefault(c.table, set()).add(c.id)
            else:
                touched.setdefault((c.table, c.id), {})[c.field] = c
    for name in {table for table, _ in touched}:
        key = tables.BY_NAME[name].key
        new[name] = [_corrected(name, r, touched.get((name, r[key]), {})) for r in new[name]]
    if gone:
        new = {name: _without(name, table, gone) for name, table in new.items()}
    if new["documents"]:  # on the tables of the run nothing hangs
        new = follow(rows, new, touched)
    return Applied(new, tuple(done), tuple(stale), tuple(_odd(new["meetings"], touched)))


def _known(c: Correction) -> bool:
    return c.table in tables.BY_NAME and bool(tables.BY_NAME[c.table].key)


def _refused(c: Correction, places: dict[str, dict[str, Row]]) -> str:
    """Why a correction cannot be applied; empty where it can."""
    if not _known(c):
        return f"there is no table {c.table!r} that can be corrected"
    row = places[c.table].get(c.id)
    if row is None:
        return "this run has no such row"
    if c.field == "*":
        if not c.deletes:
            return f"the field * takes the value delete, not {c.new_value!r}"
        return "" if c.table in DELETABLE else f"rows of {c.table} cannot be taken out"
    try:
        column = tables.BY_NAME[c.table].column(c.field)
    except KeyError:
        return f"{c.table} has no column {c.field!r}"
    if column.fixed:
        return f"{c.field} cannot be corrected: {column.fixed}"
    try:
        parsed(column, c.new_value)
    except ValueError as error:
        return str(error)
    value = row[c.field]
    if same(column, c.old_value, value):
        return ""
    if same(column, c.new_value, value):
        return "the program now reads the corrected value by itself"
    return f"the program now reads {written(value)!r}, not {c.old_value!r}"


def _corrected(name: str, row: Row, edits: dict[str, Correction]) -> Row:
    if not edits:
        return row
    table = tables.BY_NAME[name]
    new = dict(row)
    for field, c in edits.items():
        new[field] = parsed(table.column(field), c.new_value)
    new["corrected"] = "; ".join(n for n in table.names if n in edits)
    return new


def _without(name: str, rows: list[Row], gone: dict[str, set[str]]) -> list[Row]:
    """Rows without those taken out, and without those that hang on them."""
    table = tables.BY_NAME[name]
    keys = [(table.key, gone.get(name, set()))]
    keys += [(column, gone[target]) for column, target in table.foreign if target == "meetings" and target in gone]
    keys = [(column, ids) for column, ids in keys if ids]
    if not keys:
        return rows
    return [r for r in rows if not any(r[column] in ids for column, ids in keys)]


def _odd(meetings: list[Row], touched: dict[tuple[str, str], dict[str, Correction]]) -> list[str]:
    return [
        f"{m['meeting_id']}: after the corrections it ends ({m['end_date']}) before it begins ({m['start_date']}); "
        "correct both start_date and end_date"
        for m in meetings
        if ("meetings", m["meeting_id"]) in touched
        and m["start_date"]
        and m["end_date"]
        and m["end_date"] < m["start_date"]
    ]
