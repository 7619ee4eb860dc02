"""What must hold for the rows of any text: each check takes a report and raises AssertionError with the place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from extract import tables
from extract.report import Report
from tests.generator import Printed

Row = dict[str, Any]


def _each(report: Report, *names: str) -> Iterator[tuple[str, Row]]:
    for name in names or report.rows:
        for row in report.rows[name]:
            yield name, row


def _inside(report: Report) -> dict[str, Row]:
    return {s["segment_id"]: s for s in report.rows["segments"]}


def exact_slices(report: Report) -> None:
    """Every row with offsets is the exact slice of the canonical text, and no empty one."""
    for name, row in _each(report):
        if row.get("char_start") is not None and "text" in row:
            start, end = row["char_start"], row["char_end"]
            assert 0 <= start < end <= len(report.text), (name, row)
            assert report.text[start:end] == row["text"], (name, row)


def slices_in_segment(report: Report) -> None:
    """The words of a mention, participant, claim or reference stand in the segment that the row names."""
    known = _inside(report)
    for name, row in _each(report):
        if name != "segments" and row.get("segment_id") and row.get("char_start") is not None:
            segment = known[row["segment_id"]]
            assert segment["char_start"] <= row["char_start"], (name, row)
            assert row["char_end"] <= segment["char_end"], (name, row)


def date_texts(report: Report) -> None:
    """`date_text` is printed in the place that tells of the event, or in its row or above it; that of the event, in one of
    its places."""
    known = _inside(report)
    places: dict[str, list[str]] = {}
    for row in report.rows["meeting_sources"]:
        text = known[row["segment_id"]]["text"] + _cell_above(report, row) + _day_above(report, row)
        places.setdefault(row["meeting_id"], []).append(text)
        # A year row above the rows of a table is no part of the row: the date is what the row prints.
        assert row["date_text"] in text, row
    for row in report.rows["meetings"]:
        assert any(row["date_text"] in text for text in places[row["meeting_id"]]), row


def _day_above(report: Report, row: Row) -> str:
    """The words of the line that is the day of what a chronology tells below it, or of the cell that is it beside."""
    if row["source"] != "narrative":
        return ""
    part = "/".join(row["segment_id"].split("/")[:2])
    in_row, _, _ = row["segment_id"].rpartition("/cell_")
    for s in reversed(report.rows["segments"]):
        beside = in_row and s["segment_id"].startswith(f"{in_row}/cell_")
        above = s["segment_id"].startswith(f"{part}/") and s["char_start"] < row["char_start"]
        if (beside or above) and row["date_text"] in s["text"]:
            return f"\n{s['text']}"
    return ""


def _cell_above(report: Report, row: Row) -> str:
    """The words of a date's cell that spans the rows below its own."""
    table, _, _ = row["segment_id"].rpartition("/row_")
    cells = (
        s for s in report.rows["segments"] if s["kind"] == "table_cell" and s["segment_id"].startswith(f"{table}/")
    )
    above = [s["text"] for s in cells if s["char_start"] < row["char_start"] and row["date_text"] in s["text"]]
    return f"\n{above[-1]}" if table and above else ""


def nothing_lost(report: Report) -> None:
    """Every non-blank character is in a segment."""
    covered = bytearray(len(report.text))
    for row in report.rows["segments"]:
        covered[row["char_start"] : row["char_end"]] = b"\1" * (row["char_end"] - row["char_start"])
    lost = [i for i, c in enumerate(report.text) if not covered[i] and not c.isspace()]
    assert not lost, (len(lost), report.text[lost[0] : lost[0] + 60])


def segments_nest(report: Report) -> None:
    """Ids are unique, parents exist and stand above, cells lie in their rows, siblings do not overlap."""
    rows = report.rows["segments"]
    known = _inside(report)
    assert len(known) == len(rows), [k for k, n in Counter(s["segment_id"] for s in rows).items() if n > 1]
    assert [s["position"] for s in rows] == list(range(1, len(rows) + 1))
    for before, after in pairwise(rows):
        assert before["char_start"] <= after["char_start"], (before, after)
        assert after["kind"] == "table_cell" or before["char_end"] <= after["char_start"], (before, after)
    for s in rows:
        if s["parent_id"]:
            assert known[s["parent_id"]]["position"] < s["position"], s
        if s["kind"] == "table_cell":
            parent = known[s["parent_id"]]
            assert parent["kind"] in ("table_row", "table_header"), s
            assert parent["char_start"] <= s["char_start"] < s["char_end"] <= parent["char_end"], s


def keys(report: Report) -> None:
    """Primary keys are unique, foreign keys are rows, ids begin with the document's own."""
    for table in tables.TABLES:
        rows = report.rows.get(table.name, [])
        if table.key:
            ids = Counter(r[table.key] for r in rows)
            assert all(n == 1 and k for k, n in ids.items()), (table.name, ids.most_common(2))
        for column, target in table.foreign:
            primary = tables.BY_NAME[target].key
            known = {r[primary] for r in report.rows[target]}
            loose = {r[column] for r in rows if r[column]} - known
            assert not loose, (table.name, column, sorted(loose)[:3])
        for row in rows:
            for column in {c for c in table.names if c.endswith("_id")} - {"document_id", "mission_id", "entity_id"}:
                if row.get(column):
                    assert row[column].startswith(f"{report.document_id}/"), (table.name, row)


def declared(report: Report) -> None:
    """Each row has the declared columns, each value the declared type, each enumeration a declared value."""
    types: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "date": dt.date}
    for table in tables.TABLES:
        for row in report.rows.get(table.name, []):
            assert tuple(row) == table.names, (table.name, tuple(row))
            for column in table.columns:
                value = row[column.name]
                assert not column.required or value not in (None, ""), (table.name, column.name, row)
                if value is None:
                    continue
                assert isinstance(value, types[column.type]), (table.name, column.name, value)
                assert isinstance(value, bool) == (column.type == "boolean"), (table.name, column.name, value)
                if column.values and value:
                    assert value in column.values, (table.name, column.name, value)


def counts(report: Report) -> None:
    """The n_* columns agree with the rows of the other tables."""
    rows = report.rows
    document = rows["documents"][0]
    numbered = [s for s in rows["segments"] if s["kind"] == "paragraph" and not s["part"].startswith("draft")]
    grid = re.compile(r".*/table_\d+(?=/(?:row|header|section))")
    grids = {m.group() for s in rows["segments"] if (m := grid.match(s["segment_id"]))}
    assert document["n_paragraphs"] == len(numbered)
    assert document["n_tables"] == len(grids), (document["n_tables"], grids)
    assert document["n_meetings"] == len(rows["meetings"])
    people = Counter(p["meeting_id"] for p in rows["participants"])
    odd = Counter(d["meeting_id"] for d in rows["discrepancies"])
    for m in rows["meetings"]:
        assert m["n_participants"] == people[m["meeting_id"]], m
        assert m["n_discrepancies"] == odd[m["meeting_id"]], m
        assert m["in_annex"] or m["in_narrative"], m
    for meeting_id in people:
        positions = [p["position"] for p in rows["participants"] if p["meeting_id"] == meeting_id]
        assert positions == list(range(1, len(positions) + 1)), meeting_id
    named = Counter(m["entity_id"] for m in rows["mentions"] if m["label"] == "MISSION")
    met = Counter(m["mission_id"] for m in rows["meeting_missions"])
    for mission in rows["missions"]:
        assert mission["n_mentions"] == named[mission["mission_id"]], mission
        assert mission["n_meetings"] == met[mission["mission_id"]], mission
        assert mission["n_documents"] == 1, mission


def sources(report: Report) -> None:
    """Every event has a telling; `in_annex` and `in_narrative` say which."""
    told: dict[str, set[str]] = {}
    for row in report.rows["meeting_sources"]:
        told.setdefault(row["meeting_id"], set()).add(row["source"])
    for m in report.rows["meetings"]:
        kinds = told.get(m["meeting_id"], set())
        assert kinds, m
        assert (m["in_annex"], m["in_narrative"]) == ("annex" in kinds, "narrative" in kinds), m


def missions_agree(report: Report) -> None:
    """The missions of a meeting are those of `meeting_missions`, in order, each once."""
    acronym = {m["mission_id"]: m["acronym"] or m["mission_id"] for m in report.rows["missions"]}
    links: dict[str, list[str]] = {}
    for row in report.rows["meeting_missions"]:
        links.setdefault(row["meeting_id"], []).append(acronym[row["mission_id"]])
    for m in report.rows["meetings"]:
        assert m["missions"].split("; ") == list(dict.fromkeys(links.get(m["meeting_id"], [""]))), m


def dates_resolve(report: Report) -> None:
    """Dates are days of the calendar; an event has both ends, in order, or none and says so."""
    for name, row in _each(report, "meetings", "meeting_sources"):
        first, last = row["start_date"], row["end_date"]
        assert (first is None) == (last is None), (name, row)
        assert first is None or first <= last, (name, row)
    for row in report.rows["meetings"]:
        assert bool(row["date_precision"]) == bool(row["date_basis"]) == (row["start_date"] is not None), row
    for row in report.rows["mentions"]:
        if row["label"] == "DATE" and row["value"]:
            ends = [_day(end) for end in row["value"].split("/")]
            assert 1 <= len(ends) <= 2 and ends == sorted(ends), row
        elif row["label"] == "DATE":
            assert row["text"], row


def _day(value: str) -> dt.date:
    """The first day of an ISO day, month or year; ValueError where there is none."""
    year, *rest = (int(part) for part in value.split("-"))
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", value), value
    return dt.date(year, *[*rest, 1, 1][:2])


ALWAYS: tuple[Callable[[Report], None], ...] = (
    exact_slices,
    slices_in_segment,
    date_texts,
    nothing_lost,
    segments_nest,
    keys,
    declared,
    counts,
    sources,
    missions_agree,
    dates_resolve,
)


def output_dates(report: Report) -> Iterator[tuple[str, Row]]:
    """Every date of the output as an ISO value, with its row."""
    for row in report.rows["mentions"]:
        if row["label"] == "DATE" and row["value"]:
            yield row["value"], row
    for _, row in _each(report, "meetings", "meeting_sources"):
        if row["start_date"] is not None:
            month = row.get("date_precision") == "month"
            if month or not re.search(r"(?<!\d)\d{1,2}(?!\d)", row["date_text"] or "1"):
                continue  # a month's first and last day stand for the month, which is a mention
            yield str(row["start_date"]), row
            yield str(row["end_date"]), row
    for row in report.rows["documents"]:
        if row["date"] is not None:
            yield str(row["date"]), row


def none_invented(report: Report, allows: Callable[[str], bool]) -> None:
    """No date stands in the output that the text cannot have given."""
    invented = [(value, row) for value, row in output_dates(report) if not all(allows(end) for end in value.split("/"))]
    assert not invented, invented[:3]


def noted(values: Iterable[str], years: Iterable[int]) -> Callable[[str], bool]:
    """Allows exactly the days and months noted when the text was written, and its years."""
    ends = {end for value in values for end in value.split("/")} | {str(year) for year in years}
    return lambda value: value in ends


def scanned(printed: Printed) -> Callable[[str], bool]:
    """Allows what can be made of the days, months and years that stand anywhere in the text."""
    return printed.allows
