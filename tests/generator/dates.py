"""How dates are printed, what has been printed, and a plain scanner for the dates of any text."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def iso(start: date, end: date | None = None) -> str:
    """`2005-01-11`, or `2005-11-06/2005-11-09` where the end is another day."""
    return start.isoformat() if end is None or end == start else f"{start.isoformat()}/{end.isoformat()}"


def in_words(number: int) -> str:
    """Numbers below ten in words, as United Nations editors write them."""
    return NUMERALS[number] if 0 <= number < len(NUMERALS) else str(number)


def ordinal(number: int) -> str:
    """57 -> "57th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def working_day(rng: random.Random, first: date, last: date, taken: Set[date] = frozenset()) -> date:
    """A Monday to Friday between the two days (both included) that is not taken."""
    span = (last - first).days
    for _ in range(500):
        day = first + timedelta(days=rng.randint(0, span))
        if day.weekday() < 5 and day not in taken:
            return day
    raise ValueError("no working day is left between the two days")


@dataclass
class Ink:
    """What one report prints: dates as mention values, their years, references, missions."""

    dates: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    missions: set[str] = field(default_factory=set)


@dataclass
class DateWriter:
    """Writes dates in one style and notes each in `ink`.

    `dash` stands between the ends of a range ("-", "–", " to "); `nbsp` is how often a no-break space stands
    between day and month; `weekday` puts "Monday, " before single days.
    """

    ink: Ink
    rng: random.Random
    dash: str = "-"
    nbsp: float = 0.0
    weekday: bool = False

    def _blank(self) -> str:
        return "\u00a0" if self.nbsp and self.rng.random() < self.nbsp else " "

    def _note(self, value: str, *days: date, year: bool = True) -> None:
        self.ink.dates.add(value)
        if year:
            self.ink.years.update(day.year for day in days)

    def _plain(self, day: date, year: bool) -> str:
        text = f"{day.day}{self._blank()}{MONTHS[day.month - 1]}"
        return f"{text} {day.year}" if year else text

    def day(self, day: date, year: bool = True) -> str:
        """`6 June 2005`, `6 June`, `Monday, 6 June 2005`."""
        self._note(iso(day), day, year=year)
        return (f"{WEEKDAYS[day.weekday()]}, " if self.weekday else "") + self._plain(day, year)

    def span(self, start: date, end: date, year: bool = True, dash: str | None = None) -> str:
        """`6-9 November 2005`, `28 February-3 March 2006`, `30 December 2004-2 January 2005`."""
        if start == end:
            return self.day(start, year)
        self._note(iso(start, end), start, end, year=year)
        dash = self.dash if dash is None else dash
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}{dash}{self._plain(end, year)}"
        if start.year == end.year:
            return f"{self._plain(start, False)}{dash}{self._plain(end, year)}"
        return f"{self._plain(start, year)}{dash}{self._plain(end, year)}"

    def days(self, days: Sequence[date], year: bool = True) -> str:
        """Coordinated days: `11 and 13 May 2005`, `11 January and 28 March 2005`, `3, 5 and 9 May 2005`."""
        parts = []
        for index, day in enumerate(days):
            self._note(iso(day), day, year=year)
            after = days[index + 1] if index + 1 < len(days) else None
            if after and (after.year, after.month) == (day.year, day.month):
                parts.append(str(day.day))
            else:
                parts.append(self._plain(day, year and (after is None or after.year != day.year)))
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"

    def month(self, day: date) -> str:
        """`September 2006`."""
        self._note(f"{day.year}-{day.month:02d}", day)
        return f"{MONTHS[day.month - 1]} {day.year}"

    def year(self, year: int) -> str:
        self.ink.years.add(year)
        return str(year)


_MONTH = "|".join(MONTHS)
_DAYS = (
    r"(?<![\d.,])(\d{1,2}(?:\s*(?:-|–|,\s*and\b|,|\band\b|\bto\b)\s*\d{1,2})*)"
    rf"\s+({_MONTH})\b(?:\s+(\d{{4}}))?"
)
_YEAR = re.compile(r"(?<![\d/.])(1[89]\d\d|20\d\d)(?![\d/]|\s+\((?:\d{4}|[IVX]+)\))")


@dataclass(frozen=True)
class Printed:
    """Days, months and years that stand anywhere in a text; a superset of its dates.

    `days` are (month, day), `months` are month numbers, `years` every four-digit year outside symbols.
    """

    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    years: frozenset[int]

    def allows(self, value: str) -> bool:
        """Whether every end of an ISO value (day, month, year, or range) can have been read from the text."""
        for end in value.split("/"):
            year, *rest = (int(part) for part in end.split("-"))
            if year not in self.years:
                return False
            if len(rest) == 2 and (rest[0], rest[1]) not in self.days:
                return False
            if len(rest) == 1 and rest[0] not in self.months:
                return False
        return True


def printed_dates(text: str) -> Printed:
    """Scans a text, a mutated one too, for everything that a date can be made of."""
    days: set[tuple[int, int]] = set()
    for match in re.finditer(_DAYS, text):
        month = MONTHS.index(match.group(2)) + 1
        days.update((month, int(number)) for number in re.findall(r"\d+", match.group(1)))
    months = {MONTHS.index(name) + 1 for name in re.findall(rf"\b({_MONTH})\b", text)}
    return Printed(frozenset(days), frozenset(months), frozenset(int(y) for y in _YEAR.findall(text)))
