"""The days of an event, put into what is told of it: as read, and as printed."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Annotated, DateMention, Segment, Telling
from extract.recognise import dates


def worded(telling: Telling, doc: Annotated, place: Segment | DateMention) -> Telling:
    """The telling with the words of its date, whether or not they could be read."""
    text = doc.source.text[place.start : place.end]
    return replace(telling, date_text=text, date_start=place.start, date_end=place.end)


def dated(telling: Telling, doc: Annotated, day: DateMention) -> Telling:
    """The telling on the days of a mention, which it notes as `impossible` or as of another `weekday` than printed."""
    note = "impossible" if day.note == "impossible" else "" if dates.weekday_fits(day) else "weekday"
    return replace(
        worded(telling, doc, day),
        first=day.first,
        last=day.last,
        precision=day.precision,
        basis="stated" if dates.is_stated(day) else "context",
        note=note,
    )
