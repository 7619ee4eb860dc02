"""How days are written in values and in explanations."""

from __future__ import annotations

import calendar
from datetime import date

from extract.model import Telling


def say(day: date | None) -> str:
    """A day in words: "9 December 2006"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}" if day else ""


def weekday(day: date | None) -> str:
    """The weekday of a day."""
    return calendar.day_name[day.weekday()] if day else ""


def iso(t: Telling) -> str:
    """The days of a telling in ISO 8601."""
    return str(t.first) if t.first == t.last else f"{t.first}/{t.last}"


def days(t: Telling) -> str:
    """The days of a telling in words."""
    return say(t.first) if t.first == t.last else f"{say(t.first)} to {say(t.last)}"


def printed(text: str) -> str:
    """Words as printed, on one line."""
    return " ".join(text.split())
