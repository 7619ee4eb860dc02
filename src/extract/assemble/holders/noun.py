"""The noun of an event in its sentence, and the words around it that may govern it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from extract.assemble.holders import subject
from extract.assemble.holders.holder import Holder, Issuer
from extract.assemble.holders.resolver import Resolver
from extract.model import Sentence

_EVENT_OF = re.compile(r"^(?:\s\([^)]*\))?\s+of\s+(?:the\s+)?(?:(?:then|former|current|new|incoming|outgoing)\s+)?")
_BY = re.compile(
    r"\b(?:held|convened|(?:co-)?organi[sz]ed|(?:co-)?hosted|(?:co-)?chaired|conducted|undertaken|made|paid|led|carried\sout|facilitated"
    r"|deployed|dispatched|fielded)\s"
    # "held in Lund, Sweden, by"
    r"(?:[^.,;]{0,40}\s|(?:in|at)\s[A-Z][\w’ -]{1,30}(?:,\s[A-Z][\w’ -]{1,30}){1,2},\s)?by\s+(?:the\s+)?"
)
# "the 3rd meeting, convened by the Board on …"; at a meeting statements "were made by" anybody.
_CONVENED_BY = re.compile(r"[^\x01;]{0,60}\b(?:held|convened|organi[sz]ed|hosted)\s(?:[^.,;]{0,40}\s)?by\s(?:the\s)?")
_CLAUSE_BETWEEN = re.compile(r"\x01,\s(?:the|it|he|she|they|I|we)\s|\bwhich\s(?:is|are)\b")


@dataclass
class Noun:
    """The noun of an event at `masked[at:to]`, with what belongs to it.

    `numbered` where it is a numbered meeting, whose body may follow the date ("At its 3rd meeting, on …, the X");
    `attended` where the subject took part in somebody else's event.
    """

    resolver: Resolver
    sentence: Sentence
    at: int
    to: int
    masked: str
    numbered: bool = False
    attended: bool = False

    @property
    def issuer(self) -> Issuer:
        return self.resolver.issuer

    @cached_property
    def text(self) -> str:
        return self.masked[self.at : self.to]

    @cached_property
    def before(self) -> str:
        """The last words before it."""
        return self.masked[max(0, self.at - 60) : self.at]

    @cached_property
    def of(self) -> int | None:
        """Where the name behind "of" begins: "the meeting of the Board"."""
        if self.text.lower().endswith(("inspections", "review", "reviews")):  # "inspections of the facilities"
            return None
        of = _EVENT_OF.match(self.masked[self.to : self.to + 160])
        return self.to + of.end() if of else None

    @cached_property
    def by(self) -> re.Match[str] | None:
        """The participle with "by" behind it: "a workshop, organized jointly by the Ministry"."""
        if self.numbered:
            convened = _CONVENED_BY.match(self.masked, self.to)
            return _BY.search(self.masked, convened.start(), convened.end()) if convened else None
        by = _BY.search(self.masked, self.at, min(len(self.masked), self.to + 200))
        if by and _CLAUSE_BETWEEN.search(self.masked, self.to, by.start()):
            return None  # "At its session, in May, the Committee made a post, which is held by Mr. Lund"
        return by

    def subject(self, noun: bool = False) -> Holder | None:
        """Who acts before it; `noun` where a State's name may go with the noun only."""
        return subject.head(subject.Clause(self.resolver, self.sentence, 0, self.at, self.masked, noun))


Rule = Callable[[Noun], Holder | None]  # the holder, or None: this rule doesn't know, the next is asked
