"""Which events the plots count."""

from __future__ import annotations

from dataclasses import dataclass

from extract.report import Row, Rows


@dataclass(frozen=True)
class Chosen:
    """The events that are counted, those of them with a date, and the sentences that say which they are."""

    meetings: list[Row]
    dated: list[Row]
    which: str
    undated: str


def chosen(rows: Rows) -> Chosen:
    """The issuing bodies' own events; all events where no document tells of its own."""
    every = rows.get("meetings", [])
    own = [m for m in every if m["is_own"]]
    taken = own or every
    if own:
        which = f"Events of the issuing bodies only: {len(own)} of the {len(every)} that the documents tell of."
    else:
        which = f"All {len(every)} events that the documents tell of; none is an issuing body's own."
    dated = [m for m in taken if m["start_date"] is not None]
    n = len(taken) - len(dated)
    return Chosen(taken, dated, which, f" {n} without a date {'is' if n == 1 else 'are'} left out." if n else "")
