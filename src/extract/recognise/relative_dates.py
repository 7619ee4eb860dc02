""" "The same day", "the following day", "the same month": told by the day before them in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from extract.model import DateMention, Passage

_MONTH = "relative month"
_AWAY = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
_RELATIVE = re.compile(
    r"\b(?:[Tt]he\s+(?P<way>same|following|next|previous|preceding)\s+(?:day|date)"
    r"|(?P<month>[Tt]he\ssame\smonth|[Tt]hat\ssame\smonth|(?<=[Ee]arlier\s)that\smonth|(?<=[Ll]ater\s)that\smonth"
    r"|(?<=[Ee]arlier\sin\s)that\smonth|(?<=[Ll]ater\sin\s)that\smonth)"
    r"|(?<!\bof\s)(?<!\bfor\s)(?<!\bby\s)(?<!since\s)(?<!until\s)(?<!from\s)(?<!\S)(?P<that>that)\s+(?:(?:same|very)\s+)?(?:day|date))"
    r"\b(?!\s+of\b)",
)


def find(passage: Passage, cluster: Iterator[int]) -> Iterator[DateMention]:
    """The relative days of a passage, without their date; `note` is how many days they are from the one before.

    Args:
        passage: the passage.
        cluster: gives each its number among the expressions of the document.
    """
    for match in _RELATIVE.finditer(passage.text):
        start, end = passage.span(match.start(), match.end())
        way = next(filter(None, match.groups()))
        yield DateMention(
            segment=passage.segment,
            label="DATE",
            text=match.group(),
            value="",
            start=start,
            end=end,
            at=match.start(),
            to=match.end(),
            cluster=next(cluster),
            year_from="",
            note=_MONTH if match.group("month") else f"relative {_AWAY[way]}",
            parts=(0, 0, 0, 0, 0, 0),
        )


def is_relative(mention: DateMention) -> bool:
    """Whether a date is told by the one before it."""
    return mention.note.startswith("relative ")


def is_month(mention: DateMention) -> bool:
    """Whether it is the month of the date before it: "in the same month"."""
    return mention.note == _MONTH


def days_away(mention: DateMention) -> timedelta:
    """How far a relative day is from the day before it in the text."""
    return timedelta(days=int(mention.note.removeprefix("relative ")))
