"""Days that disagree: which is better supported, and days that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from extract.model import Annotated, DateMention, Discrepancy, Telling
from extract.reconcile.wording import days, iso, printed, say, weekday

_PLANS = re.compile(
    r"\b(?:programme of work|calendar|timetable|schedule|organization of work|provisional agenda)\b", re.I
)


def conflict(doc: Annotated, row: Telling, told: Telling, annex: Sequence[Telling]) -> tuple[Discrepancy, Telling]:
    """Chooses the day of a table row or of the prose that tells of the same event.

    Order among the neighbouring rows, weekday and the document's date decide; the table's day where nothing tells.

    Args:
        doc: the document.
        row: the row.
        told: the sentence with another day.
        annex: all rows of tables.

    Returns:
        The discrepancy, and the telling whose day is taken.
    """
    reasons: list[str] = []
    votes = 0.0
    siblings = [t for t in annex if t.table == row.table and t.segment.part == row.segment.part and t.first]
    in_order = all(a.first <= b.first for a, b in pairwise(siblings) if a.first and b.first)
    before = next((t for t in reversed(siblings) if t.row < row.row), None)
    after = next((t for t in siblings if t.row > row.row), None)

    def fits(day: date | None) -> bool:
        return day is not None and not (
            (before and before.first and day < before.first) or (after and after.first and day > after.first)
        )

    if row.first and told.first and len(siblings) >= 3:
        if fits(row.first) and not fits(told.first) and in_order:
            votes += 1.5
            reasons.append(f"the table is in order of date and {say(told.first)} does not fit between its neighbours")
        elif fits(told.first) and not fits(row.first):
            votes -= 1.5
            reasons.append(f"the table is in order of date but for this row, and {say(told.first)} would fit")
    if row.first and told.first and row.event_type != "visit":
        weekend_row, weekend_told = row.first.weekday() >= 5, told.first.weekday() >= 5
        if weekend_row != weekend_told:
            wrong, right = (told, row) if weekend_told else (row, told)
            votes += 1.0 if weekend_told else -1.0
            reasons.append(
                f"{say(wrong.first)} was a {weekday(wrong.first)}, {say(right.first)} a {weekday(right.first)}"
            )
    limit = doc.header.date
    if limit and row.first and told.first and (row.first > limit) != (told.first > limit):
        late = told if told.first > limit else row
        votes += 2.0 if late is told else -2.0
        reasons.append(f"{say(late.first)} is later than the document itself ({say(limit)})")
    elif limit and row.first and told.first and 0 <= (limit - told.first).days <= 7 and (limit - row.first).days > 30:
        votes += 0.3
        reasons.append(f"{say(told.first)} is only {(limit - told.first).days} days before the date of the document")
    votes += 0.2  # a table of meetings is made from the record; prose is written from memory
    chosen = row if votes > 0 else told
    other = "prose" if chosen is row else "table"
    why = (
        "; ".join(reasons)
        if reasons
        else "nothing in the document decides between them, and tables of meetings are usually made from the record"
    )
    text = (
        f"The prose says {days(told)}, the table {days(row)}, for what is by its subject and place the same event. "
        f"{days(chosen)} is taken, against the {other}: {why}."
    )
    field = "start_date" if row.first != told.first else "end_date"
    found = Discrepancy(
        kind="date_conflict",
        severity="error",
        field=field,
        narrative_value=iso(told),
        annex_value=iso(row),
        chosen_value=iso(chosen),
        explanation=text,
        narrative_segment=told.segment.id,
        annex_segment=row.segment.id,
        start=told.start,
    )
    return found, chosen


def implausible(doc: Annotated, best: Telling, group: Sequence[Telling]) -> list[Discrepancy]:
    """A day that cannot be, that was another weekday than the one printed, or that is later than the document."""
    limit = doc.header.date
    if best.note in ("impossible", "unread") and best.first is None:
        text = (
            f"“{printed(best.date_text)}” is no date of the calendar; it is kept as printed and the event has no date."
        )
        return [_odd(best, text)]
    if best.note == "weekday":
        text = (
            f"“{printed(best.date_text)}”: {say(best.first)} was a {weekday(best.first)}. The date is kept as printed."
        )
        return [_odd(best, text)]
    if (
        limit
        and best.first
        and best.first > limit
        # Entries of a list of others' events may be plans.
        and (
            best.is_own or (best.source == "narrative" and best.basis == "stated" and best.segment.kind != "list_item")
        )
        and not _planned(doc, best)
        and not any(d.first and d.first <= limit for d in group)
    ):
        text = f"{days(best)} is later than the document itself ({say(limit)}). The date is kept as printed."
        return [_odd(best, text)]
    return []


def _planned(doc: Annotated, t: Telling) -> bool:
    """Whether a document tells of what is to come: a programme of work, a session in its masthead."""
    return t.rule in ("sitting", "masthead") or bool(_PLANS.search(doc.header.title))


def _odd(t: Telling, text: str) -> Discrepancy:
    annex = t.source == "annex"
    value = printed(t.date_text)
    return Discrepancy(
        kind="implausible_date",
        severity="warning",
        field="start_date",
        narrative_value="" if annex else value,
        annex_value=value if annex else "",
        chosen_value=iso(t) if t.first else "",
        explanation=text,
        narrative_segment="" if annex else t.segment.id,
        annex_segment=t.segment.id if annex else "",
        start=t.start,
    )


def unmet(doc: Annotated, tellings: Iterable[Telling]) -> list[Discrepancy]:
    """Impossible dates of the prose that belong to no meeting ("31 June 2005")."""
    used = {(t.date_start, t.date_end) for t in tellings}
    out = []
    for d in doc.mentions:
        if not isinstance(d, DateMention) or d.note != "impossible" or d.segment.kind == "table_cell":
            continue
        if (d.start, d.end) not in used:
            text = f"“{d.text}” is no date of the calendar; it is kept as printed."
            out.append(
                Discrepancy("implausible_date", "warning", "", d.text, "", "", text, d.segment.id, "", start=d.start)
            )
    return out
