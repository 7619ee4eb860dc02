"""How many of a document's events a stated number of meetings counts.

It works on what the output tables hold too, so that the number can be counted again after a person's corrections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.assemble import words

LOOSE = ("all", "listed")  # scopes whose disagreement concerns no single event


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand."""

    segment_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """What counting needs to know of an event."""

    id: str
    event_type: str
    format: str
    first: date | None
    is_own: bool
    in_annex: bool
    names_guests: bool
    members_only: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that the text states; `scope` says which events it counts (see `tables.CLAIMS`)."""

    value: int
    unit: str
    scope: str
    period: tuple[date | None, date | None]
    place: Place


def count(claim: Stated, events: Sequence[Event]) -> tuple[int | None, bool | None]:
    """How many events fit, and whether that is the number stated; None where the document does not let one count."""
    own = [e for e in events if e.is_own]
    at = claim.place
    if claim.scope == "except":
        annexed = [e for e in own if e.in_annex and e.event_type != "visit"]
        if not any(e.names_guests for e in annexed):
            return None, None
        n = sum(e.members_only for e in annexed)
        return (n, n == claim.value) if n else (None, None)
    if claim.scope == "listed":
        here = [e for e in own if any(_overlaps(p, at) for p in e.places)]
        here = here or [e for e in events if any(_overlaps(p, at) for p in e.places)]
        return _compared(of_unit(here, claim.unit) or here, claim.value)
    if claim.scope == "with":
        here = [e for e in own if any(p.segment_id == at.segment_id and p.start <= at.start < p.end for p in e.places)]
        return _compared(here, claim.value)
    if claim.scope == "previous":
        told = [(p.start, e.id) for e in own for p in e.places if p.segment_id == at.segment_id and p.end <= at.start]
        n = len({i for start, i in told if start == max(told)[0]})
        # The words may reach further back: only what agrees is evidence.
        return (n, True) if n == claim.value else (None, None)
    if claim.scope == "all":
        counted = [e for e in of_unit(own, claim.unit) if _within(e.first, claim.period)]
        if any(e.in_annex for e in counted):
            return len(counted), len(counted) == claim.value
    return None, None


def contradiction(text: str, n_found: int | None) -> str:
    """The sentence that says that a claim and the document's own events disagree."""
    return f"The text says “{text}”; the document itself lists {n_found}."


def of_unit(events: Sequence[Event], unit: str) -> list[Event]:
    """The events that a unit counts: "formal meetings", "visits", "meetings" (of any format)."""
    kind = words.noun_in(unit) or "meeting"
    fmt = words.format_in(unit)
    if kind == "meeting":
        found = [e for e in events if e.event_type in ("meeting", "consultations", "briefing")]
        if "consultations" not in unit and not any(e.event_type == "meeting" for e in found):
            return []
        if fmt:  # "two informal meetings and three informal consultations" are counted apart
            found = [e for e in found if e.event_type == "meeting"] or found
    else:
        found = [e for e in events if e.event_type == kind]
    return [e for e in found if e.format == fmt] if fmt else found


def _overlaps(place: Place, claim: Place) -> bool:
    return place.segment_id == claim.segment_id and claim.start < place.end and place.start <= claim.start


def _compared(found: Sequence[Event], stated: int) -> tuple[int | None, bool | None]:
    return (len(found), len(found) == stated) if found else (None, None)


def _within(day: date | None, period: tuple[date | None, date | None]) -> bool:
    if day is None:
        return False
    return not ((period[0] and day < period[0]) or (period[1] and day > period[1]))
