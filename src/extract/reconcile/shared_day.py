"""The day that two spans of one numbered meeting share.

Annotation guide: "the 2nd to 4th meetings, on 9 and 10 May" and "the 4th to 6th meetings, on 10 to 12 May": the shared
meeting has the shared day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Telling


def narrowed(best: Telling, group: Sequence[Telling]) -> Telling:
    """The event on the one day that its tellings' spans have in common; as it was where they have more, or none."""
    spans = {(t.first, t.last) for t in group if t.precision == "span" and t.first and t.last}
    if best.precision != "span" or not best.number or len(spans) < 2:
        return best
    first, last = max(a for a, _ in spans if a), min(b for _, b in spans if b)
    return replace(best, first=first, last=last, precision="day") if first == last else best
