"""Tables whose events are cells: a kind of event in each column and in each row a month ("May | 5; 26 | 17") or a body.

Or a programme with a day in each column and in each row a time ("10 a.m. | 1st meeting: item 2 | 3rd meeting: item 4"),
or the other way round.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.assemble import when, words
from extract.assemble.holders import Holder
from extract.assemble.tables import Row, Table, text_of
from extract.assemble.whose import of_table
from extract.model import Annotated, DateMention, Mention, Segment, Telling

_MONTH = re.compile(rf"\W{{0,3}}(?:{'|'.join(month_name[1:])})\b", re.I)
_ROWS, _KINDS = 3, 2  # rows with a month, columns that name an event
# "1st plenary meeting: items 1, 2 and 3 (a)"
_MEETING = re.compile(
    r"(?s)(?P<number>\d{1,5})(?:st|nd|rd|th)\s(?:[a-z-]+\s){0,2}meeting\b(?:\s?[:–—-]?\s(?P<subject>\S.*))?"
)
_BODIES = re.compile(r"\b(?:organs?|bod(?:y|ies)|configurations?|committees?|(?:working\s)?groups?|panels?)\b", re.I)
_GROUP = re.compile(r"\bresolutions?\s\d|\bWorking\sGroup\b")
_NUMBER = re.compile(r"\b(?P<n>\d{1,4})(?:st|nd|rd|th)\s\($")  # "36th (27 February)"
_NONE = re.compile(r"(?:[–—-]+|n/?\.?a\.?|(?:none|no|nil|not\sheld)\b.{0,30})?$", re.I)
_PLURAL = re.compile(
    r"\b(?:meetings|sessions|visits|missions|consultations|briefings|dialogues|workshops|seminars)\b", re.I
)


def tellings(doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]]) -> list[Telling]:
    """One telling for each day of each cell; nothing where the table is no such matrix.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
    """
    rows = table.rows if table.header else table.rows[1:]
    heads = {c.column: text_of(doc, c) for c in table.header or (table.rows[0][1] if table.rows else ())}
    kinds = {column: kind for column, head in heads.items() if column and (kind := words.noun_in(head))}
    months = sum(bool(cells and _MONTH.match(text_of(doc, cells[0]))) for _, cells, _ in rows)
    of_bodies = bool(_BODIES.search(heads.get(0, "")) or _lists(doc, table, heads)) and _hold_days(
        doc, rows, mentions, kinds
    )
    if len(kinds) < _KINDS or not (of_bodies or (months >= _ROWS and months >= 0.8 * len(rows))):
        return []
    return list(_read(doc, table, mentions, heads, kinds))


def by_days(doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]]) -> list[Telling]:
    """One telling for each meeting in a cell below its day; nothing where the heads of the columns are not all days.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
    """
    heads: Sequence[Segment] = table.header or (table.rows[0][1] if table.rows else ())
    days: dict[int, DateMention] = {}
    for cell in heads:
        found = [m for m in mentions.get(cell.id, ()) if isinstance(m, DateMention)]
        if len(found) == 1 and found[0].first and found[0].precision == "day" and found[0].first == found[0].last:
            days[cell.column] = found[0]
        elif text_of(doc, cell).strip() and cell.column:
            return []
    firsts = [d.first for _, d in sorted(days.items()) if d.first]
    if len(firsts) < _KINDS or firsts != sorted(set(firsts)):
        return []
    return list(_below_days(doc, table, days, heads[0].row))


def _below_days(doc: Annotated, table: Table, days: dict[int, DateMention], head: int) -> Iterator[Telling]:
    holder = of_table(doc, text_of(doc, table.title))
    # The cell above the times may be left out, so that the days begin in the first column.
    below = [c.column for _, cells, _ in table.rows for c in cells if c.row != head]
    shift = 1 if 0 in days and max(below, default=0) > max(days) else 0
    order = 0
    for row, cells, _ in table.rows:
        if cells and cells[0].row == head:
            continue
        for cell in cells:
            day = days.get(cell.column - shift)
            met = _MEETING.match(text_of(doc, cell))
            if day is None or met is None or cell.column - shift < 0:
                continue
            telling = replace(
                _of_row(doc, table, row, holder),
                event_type="meeting",
                format=words.format_in(met.group()),
                number=met["number"],
                subject=met["subject"] or "",
                order=order,
            )
            yield when.dated(telling, doc, day)
            order += 1


def by_hours(doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]]) -> list[Telling]:
    """One telling for each meeting beside its day, in columns of the morning and the afternoon; nothing elsewhere.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
    """
    out: list[Telling] = []
    columns: set[int] = set()
    others = 0
    holder = of_table(doc, text_of(doc, table.title))
    for row, cells, _ in table.rows:
        found = [m for m in mentions.get(cells[0].id, ()) if isinstance(m, DateMention) and m.first] if cells else []
        if len(found) != 1 or found[0].precision != "day":
            continue
        met = [(c.column, match) for c in cells[1:] if (match := _MEETING.match(text_of(doc, c)))]
        others += sum(bool(text_of(doc, c).strip(" –—-")) for c in cells[1:]) - len(met)
        columns |= {column for column, _ in met}
        for order, (_, match) in enumerate(met):
            told = _of_row(doc, table, row, holder)
            near = words.format_in(match.group())
            told = replace(told, format=near, number=match["number"], subject=match["subject"] or "", order=order)
            out.append(when.dated(told, doc, found[0]))
    return out if len(columns) >= _KINDS and len(out) > others else []


def _of_row(doc: Annotated, table: Table, row: Segment, holder: Holder) -> Telling:
    """What every event of a row has."""
    return Telling(
        source="annex",
        rule="row",
        segment=row,
        start=row.start,
        end=row.end,
        event_type="meeting",
        body=holder.body,
        is_own=holder.is_own,
        table_title=text_of(doc, table.title),
        table=table.number,
        row=row.row,
    )


def _hold_days(
    doc: Annotated, rows: Sequence[Row], mentions: Mapping[str, list[Mention]], kinds: dict[int, str]
) -> bool:
    """Whether the cells below the kinds of events are days, or say that there were none."""
    found = [c for _, cells, _ in rows for c in cells if c.column in kinds]
    days = {c.id for c in found if any(isinstance(m, DateMention) for m in mentions.get(c.id, ()))}
    return len(days) > 1 and all(c.id in days or _NONE.match(text_of(doc, c)) for c in found)


def _of(body: str, holder: Holder) -> Holder:
    """The holder where the row names a body; in the paper of one group of a council, others' are not its own."""
    beside = _GROUP.search(holder.body) and _GROUP.search(body) and body not in holder.body and holder.body not in body
    return Holder(body, holder.is_own and not beside)


def _lists(doc: Annotated, table: Table, heads: dict[int, str]) -> bool:
    """Whether the title says that the rows have events of one kind: "Meetings of the Group" above "First | Second"."""
    return bool(_PLURAL.search(text_of(doc, table.title))) and not words.noun_in(heads.get(0, ""))


def _read(
    doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]], heads: dict[int, str], kinds: dict[int, str]
) -> Iterator[Telling]:
    holder = of_table(doc, text_of(doc, table.title))
    by_body = bool(_BODIES.search(heads.get(0, "")))
    by_subject = not by_body and _lists(doc, table, heads)
    for row, cells, _ in table.rows:
        order = 0
        first = next((text_of(doc, c) for c in cells if c.column == 0), "")
        body = first if by_body else ""
        for cell in cells:
            days = [m for m in mentions.get(cell.id, ()) if isinstance(m, DateMention) and m.precision == "day"]
            for day in days if cell.column in kinds else ():
                if day.first is None and day.note != "impossible":
                    continue
                telling = replace(
                    _of_row(doc, table, row, _of(body, holder) if body else holder),
                    number=number["n"]
                    if (number := _NUMBER.search(text_of(doc, cell), 0, day.start - cell.start))
                    else "",
                    event_type=kinds[cell.column],
                    format=words.format_in(heads[cell.column]),
                    subject=first if by_subject and not _MONTH.match(first) else "",
                    order=order,
                )
                yield when.dated(telling, doc, day)
                order += 1
