"""The day of a numbered meeting that is told with others over several days: that of another telling, or a shared one.

Annotation guide: "the 2nd to 4th meetings, on 9 and 10 May" and "the 4th to 6th meetings, on 10 to 12 May": the shared
meeting has the shared day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Telling


def within(row: Telling, told: Telling) -> bool:
    """Whether one of a row and a sentence gives a numbered meeting the day that the other has with others as a span.

    "2014th–2016th | 30 June–2 July" and "at its 2015th meeting, on 1 July"; "the 72nd to 74th meetings, on 6 and 7 May"
    and "74th | 7 May".
    """
    if not row.number or row.number != told.number or row.event_type != told.event_type:
        return False
    if told.precision == "day" != row.precision or row.first != row.last:
        return told.precision == "day" and _inside(told, row)
    one = row.body.startswith(told.body) or told.body.startswith(row.body)
    return told.precision == "span" and row.precision == "day" and one and _inside(row, told)


def _inside(day: Telling, span: Telling) -> bool:
    """Whether the days of one telling are some of another's."""
    if not (span.first and span.last and day.first and day.last) or span.first == span.last:
        return False
    return span.first <= day.first and day.last <= span.last and (day.first, day.last) != (span.first, span.last)


def narrowed(best: Telling, group: Sequence[Telling]) -> Telling:
    """The event on the one day that its tellings' spans have in common; as it was where they have more, or none."""
    spans = {(t.first, t.last) for t in group if t.precision == "span" and t.first and t.last}
    if best.precision != "span" or not best.number or len(spans) < 2:
        return best
    first, last = max(a for a, _ in spans if a), min(b for _, b in spans if b)
    return replace(best, first=first, last=last, precision="day") if first == last else best
