""" "The same day", "two days later", "on the 24th", "the same month": told by the day before them in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extract.model import DateMention, Passage

_MONTH = "relative month"
_OF_MONTH = "relative date "
_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SPANS = {"day": 1, "week": 7, "fortnight": 14}  # days
# "two days later", "a week earlier", not "two days after the attack"
_LATER = re.compile(
    rf"\b(?:(?P<n>{'|'.join(_NUMBERS)})\s(?P<span>days?|weeks?|fortnight)\s(?P<when>later|earlier)|(?:on\s)?the\sday\s(?P<next>after|before)(?=[,.;)]|$))",
    re.I,
)
# "on the 24th", of the month of the date before it
_NTH = re.compile(
    r"\b(?:[Oo]n|(?:morning|afternoon|evening|forenoon)\sof|whom\s[^,;.]{1,60}?\bon)\s(?P<at>the\s(?P<n>\d{1,2})(?:st|nd|rd|th)(?:\sof\s(?:that|the\ssame)\smonth)?)"
    r"(?=[,.;)]|$|\s(?:and|with|in|at|to|by|he|she|it|they|I|we|the)\b)"
)
_AWAY = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
_RELATIVE = re.compile(
    r"\b(?:[Tt]he\s+(?P<way>same|following|next|previous|preceding)\s+(?:day|date|morning|afternoon|evening)"
    r"|(?P<month>[Tt]he\ssame\smonth|[Tt]hat\ssame\smonth|(?<=[Ee]arlier\s)that\smonth|(?<=[Ll]ater\s)that\smonth"
    r"|(?<=[Ee]arlier\sin\s)that\smonth|(?<=[Ll]ater\sin\s)that\smonth)"
    r"|(?<=[Ii]n\sthe\scourse\sof\s)(?P<in_it>that\s+day)|(?<=[Ll]ater\sin\s)(?P<later>the\sday)(?=[,.]|\swith\b)"
    r"|(?<!\bof\s)(?<!\bfor\s)(?<!\bby\s)(?<!since\s)(?<!until\s)(?<!from\s)(?<!\S)(?P<that>that)\s+(?:(?:same|very)\s+)?(?:day|date))"
    r"\b(?!\s+of\b)",
)


def find(passage: Passage, cluster: Iterator[int]) -> Iterator[DateMention]:
    """The relative days of a passage, without their date; `note` is how many days they are from the one before.

    Args:
        passage: the passage.
        cluster: gives each its number among the expressions of the document.
    """
    of_month = [m.span("at") for m in _NTH.finditer(passage.text)]
    for match in _RELATIVE.finditer(passage.text):
        if any(at <= match.start() < to for at, to in of_month):
            continue  # "on the 27th of the same month"
        way = next(filter(None, match.groups()))
        note = _MONTH if match.group("month") else f"relative {_AWAY.get(way, 0)}"
        yield _mention(passage, *match.span(), next(cluster), note)
    for match in _LATER.finditer(passage.text):
        if match.group("next"):
            days = 1 if match.group("next").lower() == "after" else -1
        else:
            n = max(1, _NUMBERS.index(match.group("n").lower()))
            days = (
                n
                * _SPANS[match.group("span").lower().rstrip("s")]
                * (1 if match.group("when").lower() == "later" else -1)
            )
        yield _mention(passage, *match.span(), next(cluster), f"relative {days}")
    for match in _NTH.finditer(passage.text):
        if 1 <= int(match.group("n")) <= 31:
            yield _mention(passage, *match.span("at"), next(cluster), f"{_OF_MONTH}{match.group('n')}")


def _mention(passage: Passage, at: int, to: int, cluster: int, note: str) -> DateMention:
    start, end = passage.span(at, to)
    return DateMention(
        segment=passage.segment,
        label="DATE",
        text=passage.text[at:to],
        value="",
        start=start,
        end=end,
        at=at,
        to=to,
        cluster=cluster,
        year_from="",
        note=note,
        parts=(0, 0, 0, 0, 0, 0),
    )


def is_relative(mention: DateMention) -> bool:
    """Whether a date is told by the one before it."""
    return mention.note.startswith("relative ")


def is_month(mention: DateMention) -> bool:
    """Whether it is the month of the date before it: "in the same month"."""
    return mention.note == _MONTH


def is_of_month(mention: DateMention) -> bool:
    """Whether it is a day of the month of the date before it: "on the 24th"."""
    return mention.note.startswith(_OF_MONTH)


def day_in(mention: DateMention, first: date, last: date) -> date | None:
    """That day of the month of the date before it, from `first` to `last`; None where it is not within or after that.

    "From 13 to 15 June he was in Guayaquil. In the morning of the 14th he saw the Prosecutor."
    """
    n = int(mention.note.removeprefix(_OF_MONTH))
    try:
        day = last.replace(day=n)
        return day if day > last or (first < last and first <= day) else None
    except ValueError:
        return None


def days_away(mention: DateMention) -> timedelta:
    """How far a relative day is from the day before it in the text."""
    return timedelta(days=int(mention.note.removeprefix("relative ")))
