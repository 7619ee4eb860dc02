"""Numbered meetings of a session that prints a day for none of them: they have the session's days.

Reports of the commissions of the Economic and Social Council of 2024 and later tell of "its 2nd meeting" without a
day; the session's days stand in a paragraph of their own ("held its sixty-third session on 14 February 2024 and from 10
to 14 February 2025", E/2025/26).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.assemble import cues
from extract.assemble.holders import Holders
from extract.assemble.numbering import numbers
from extract.assemble.subjects import subject_in
from extract.model import DateMention, Sentence, Telling


class Undated:
    """Takes the sentences with numbered meetings of the body that print no date, as they are read."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders
        self.found: list[tuple[Sentence, str]] = []  # sentence, number

    def read(self, sentence: Sentence) -> None:
        """Takes note of the body's numbered meetings in a sentence without a date."""
        if any(isinstance(m, DateMention) for m in sentence.mentions) or "meeting" not in sentence.text:
            return
        masked, _ = cues.mask(sentence, [])
        for cue in cues.cues(masked):
            if cue.how != "numbered" or cues.UNREAL.search(masked[max(0, cue.at - 80) : cue.to + 20]):
                continue
            if not masked[: cue.at].endswith((" its ", "Its ", "At the ", " at the ")):
                continue
            if self.holders.around(sentence, cue.at, cue.to, masked, numbered=True).is_own:
                self.found += [(sentence, n) for n in numbers(cue.numbers)]

    def tellings(self, told: list[Telling]) -> Iterator[Telling]:
        """The meetings with their session's days; nothing where a numbered meeting has a day, or there is no session.

        Args:
            told: the dated tellings of the prose and of the tables.
        """
        own = [t for t in told if t.is_own and t.first and t.last]
        sessions = [t for t in own if t.event_type == "session" and t.precision != "month" and t.first != t.last]
        dated = any(t.number and t.event_type == "meeting" for t in own)
        if not sessions or dated or len({(t.first, t.last) for t in sessions}) > 1:
            return
        long = min(sessions, key=lambda t: t.start)
        opened = [t for t in own if _opened(t, long)]
        for sentence, number in self.found:
            session = opened[0] if number == "1" and opened else long
            start, end = sentence.passage.span(sentence.at, sentence.to)
            yield replace(
                session,
                segment=sentence.passage.segment,
                start=start,
                end=end,
                event_type="meeting",
                number=number,
                precision="span" if session.first != session.last else "day",
                basis="context",
                format="",
                subject=subject_in(sentence),
                participants=(),
                participants_text="",
                rule="session",
                order=0,
                count=0,
            )


def _opened(t: Telling, long: Telling) -> bool:
    """Whether a telling is of the day on which a session opened before it went on: "on 14 February 2024 and from …"."""
    if t.first is None or long.first is None or t.first != t.last or t.precision != "day":
        return False
    return (t.start, t.end) == (long.start, long.end) and t.first < long.first
