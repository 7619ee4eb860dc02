"""The day of a numbered meeting that is told with others over several days: that of another telling, or a shared one.

Annotation guide: "the 2nd to 4th meetings, on 9 and 10 May" and "the 4th to 6th meetings, on 10 to 12 May": the shared
meeting has the shared day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Telling


def within(row: Telling, told: Telling) -> bool:
    """Whether a sentence gives a numbered meeting its day, which a row has with others over several days.

    "2014th–2016th | 30 June–2 July" and "at its 2015th meeting, on 1 July".
    """
    if not row.number or row.number != told.number or row.event_type != told.event_type or told.precision != "day":
        return False
    if not (row.first and row.last and told.first and told.last) or row.first == row.last:
        return False
    inside = row.first <= told.first and told.last <= row.last
    return inside and (told.first, told.last) != (row.first, row.last)


def narrowed(best: Telling, group: Sequence[Telling]) -> Telling:
    """The event on the one day that its tellings' spans have in common; as it was where they have more, or none."""
    spans = {(t.first, t.last) for t in group if t.precision == "span" and t.first and t.last}
    if best.precision != "span" or not best.number or len(spans) < 2:
        return best
    first, last = max(a for a, _ in spans if a), min(b for _, b in spans if b)
    return replace(best, first=first, last=last, precision="day") if first == last else best
