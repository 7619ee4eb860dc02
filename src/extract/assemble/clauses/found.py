"""A date in its sentence, and what a rule finds that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from extract.assemble.cues import MARK, Cue
from extract.assemble.holders import Holder, Holders
from extract.model import DateMention, Sentence

# Rules of verbs that tell of a meeting as a new one: "On 9 May it held", "met … on 9 May".
TOLD_ANEW = ("led hold", "behind hold", "led own", "behind own")
Span = tuple[int, int, list[DateMention]]  # where a coordinated date begins and ends, and its days


@dataclass(slots=True)
class Found:
    """A date, or several, tied to an event in one sentence."""

    days: list[DateMention]
    event_type: str
    format: str
    holder: Holder
    numbers: list[str]
    single: bool = False  # "a meeting on 18 and 19 December": one event of two days
    count: int = 0  # "nine meetings, from 9 to 24 April"
    inner: bool = False  # a debate or a briefing, which may be part of a meeting of that day
    definite: bool = False  # "the meeting": one that was told before
    rule: str = "noun"  # which rule joined the date to the event: how often it is right is known (knowledge/confidence)
    noun_at: int = -1  # where the noun of the event stands, as far as a rule goes by it
    another_kind: bool = False  # "…, and one formal meeting, on 9 May": it goes on from an event of another kind
    through: bool = False  # the days are the first and the last: "started on 24 March and concluded on 3 April"


class Nothing(Enum):
    """What a rule answers that knows that a date is no event's: no further rule is asked."""

    NOTHING = 0


NOTHING = Nothing.NOTHING
Answer = Found | Nothing | None  # None: this rule doesn't know, the next is asked

_PREPOSITION = re.compile(
    r"(?:^|[\s(,])(on|in|from|between|during|of|over|throughout|On|In|From|Between|During|Over|Throughout)\s$"
)
_THE_NEXT = re.compile(
    r"the\s(?:following|next|previous|preceding|intervening)\s(?:(?:morning|afternoon|evening),\s)?$"
)  # "on the following Monday, 26 May"
_BRACKET_ENDS = re.compile(r"(?:,\s(?!(?:and|see)\b)[A-Z][^();\x01\x02/\d]{1,60})?\)")
_WEEK = re.compile(r"(?:first|second|third|fourth|last|final)\s", re.I)  # "during the third week of November"
_PART_OF_MONTH = re.compile(r"(?:end|beginning|middle|early|late|mid)\b", re.I)


@dataclass
class Dated:
    """A coordinated date of a sentence: the days, and what stands around them.

    `masked` is the sentence with each character of its dates a mark (see `cues.mask`); the date stands at
    `masked[at:to]`. `start` is where its clause begins: behind the last semicolon or date.
    """

    holders: Holders
    sentence: Sentence
    masked: str
    cues: list[Cue]
    at: int
    to: int
    days: list[DateMention]

    @cached_property
    def start(self) -> int:
        return max(self.masked.rfind(c, 0, self.at) for c in (";", MARK)) + 1

    @cached_property
    def before(self) -> list[Cue]:
        """The cues of the date's clause that stand before it."""
        return [c for c in self.cues if self.start <= c.at and c.to <= self.at]

    @cached_property
    def _printed(self) -> str:
        before = self.masked[max(0, self.at - 30) : self.at]
        before = _THE_NEXT.sub("", before)
        found = _PREPOSITION.search(before.removesuffix("the ") if _WEEK.match(self.days[0].text) else before)
        return found.group(1).lower() if found else ""

    @cached_property
    def bare(self) -> bool:
        """Whether it needs no preposition: "that day", "The following day, …", "at the end of January"."""
        return not self._printed and (
            not any(self.days[0].parts)
            or bool(_PART_OF_MONTH.match(self.days[0].text))
            or self.masked[: self.at].lower().endswith((" last ", " this past "))
        )

    @property
    def preposition(self) -> str:
        """The preposition before it; the one that it could have where it needs none."""
        return self._printed or ("" if not self.bare else "in" if self.days[0].precision == "month" else "on")

    @property
    def has_bracket(self) -> bool:
        """Whether it stands in brackets alone, or before a place: "(April 2024, Oslo)"."""
        return self.masked[: self.at].endswith("(") and bool(_BRACKET_ENDS.match(self.masked, self.to))

    @property
    def is_range(self) -> bool:
        return any(d.parts[3] for d in self.days)
