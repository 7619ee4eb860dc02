"""What a telling is about, comparable across tellings: its words, States, missions, guests, and its rare names."""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from extract import lexicon
from extract.assemble import words
from extract.model import Annotated, Mention, Telling

GREAT = frozenset(("summit", "conference", "congress", "retreat"))  # what no body holds twice in a day
# Words that tell nothing of what a meeting was about.
_STOP_WORDS = """
    the of and in on to for a an with its it at by from as is was were be been that this those which their other
    held meeting meetings working group committee members council security united nations date also chairman
    chair his her countries stakeholders relevant discussed discuss considered issue issues question situation
    future possible options consultations
"""
_STOP = frozenset(_STOP_WORDS.split())
CAPITALISED = re.compile(
    r"[A-Z][\w’'-]{1,60}(?:\s(?:of|for|on|and|the|in)){0,2}(?:\s[A-Z][\w’'-]+)+|[A-Z]{2,30}(?:-[A-Z]{2,30})+"
)
_WHEN = re.compile(r"(?:In|On|At|During|Between|From|By|Since|Until|Also|Early|Late)\s")  # "In March" is no name
_PLACE = re.compile(rf"\b(?:in|at)\s(?!(?:{'|'.join(calendar.month_name[1:])})\b)([A-Z][a-z][\w’-]+)")
_RARE = 4  # paragraphs
_WORD = re.compile(r"[\w’-]+")
_NEAR = 80  # characters
_SELDOM = 8  # paragraphs
_ENOUGH = 10.0  # natural logarithms: two or three words that few paragraphs have
_SAME_WORDS = 40  # characters before a range of days


@dataclass(frozen=True, slots=True)
class Features:
    """What a telling is about, comparable across tellings."""

    words: frozenset[str]
    countries: frozenset[str]
    missions: frozenset[str]
    guests: frozenset[str]


class Lookup:
    """Features from the mentions inside a telling's span, collected once for the document."""

    def __init__(self, doc: Annotated) -> None:
        self.doc = doc
        self._paragraphs: Counter[str] = Counter()
        self._places: Counter[str] = Counter()
        for p in doc.passages.values():
            self._paragraphs.update(set(CAPITALISED.findall(p.text)))
            self._places.update(set(_PLACE.findall(p.text)))
        self.by_segment: dict[str, list[Mention]] = defaultdict(list)
        parents = {s.id: s.parent for s in doc.segments}
        for m in doc.mentions:
            self.by_segment[m.segment.id].append(m)
            if m.segment.kind == "table_cell":
                self.by_segment[parents[m.segment.id]].append(m)

    def of(self, telling: Telling) -> Features:
        inside = [m for m in self.by_segment[telling.segment.id] if telling.start <= m.start and m.end <= telling.end]
        countries = frozenset(m.entity_id for m in inside if m.label == "COUNTRY")
        missions = frozenset(m.entity_id for m in inside if m.label == "MISSION")
        text = telling.subject if telling.source == "annex" else self.doc.source.text[telling.start : telling.end]
        guests = frozenset(p.organisation for p in telling.participants if p.organisation)
        if telling.source == "annex":
            guests |= {m.value for m in inside if m.label == "ORGANISATION"}
        else:
            if telling.countries and telling.date_start > 0:
                countries = telling.countries
            if not guests:
                guests = frozenset(
                    m.value for m in inside if m.label == "ORGANISATION" and m.value.startswith("Bureau")
                )
        return Features(_words(text), countries, missions, guests)

    def one_place(self, a: Telling, b: Telling) -> bool:
        """Whether the sentence of one names the place of the other, if few paragraphs have it: "the Moscow talks"."""
        mine, others = (self._beside(t) for t in (a, b))
        for at, there in ((mine, others), (others, mine)):
            for place in set(_PLACE.findall(at)):
                if self._places[place] <= _SELDOM and place in _WORD.findall(there):
                    return True
        return False

    def _beside(self, telling: Telling) -> str:
        """The words around the date of a telling."""
        at, to = max(telling.start, telling.date_start - _NEAR), min(telling.end, telling.date_end + _NEAR)
        return " ".join(self.doc.source.text[at:to].split())

    def overlap(self, a: Telling, b: Telling) -> float:
        """How much of what one sentence says is in the other: from 0 to 1, of the one that says less.

        Words count by their rarity among the document's paragraphs (inverse document frequency), so that what all
        paragraphs speak of says little; nothing is said of sentences with hardly a rare word in common.
        """
        mine, others = (_words(self.clause(t)) for t in (a, b))
        shared = self._weight(mine & others)
        return shared / min(self._weight(mine), self._weight(others)) if shared >= _ENOUGH else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        count, paragraphs = self._frequency
        return sum(math.log((paragraphs + 1) / max(1, count[word])) for word in words)

    @cached_property
    def _frequency(self) -> tuple[Counter[str], int]:
        """In how many paragraphs each word is, and how many there are."""
        count: Counter[str] = Counter()
        for p in self.doc.passages.values():
            count.update(_words(p.text))
        return count, len(self.doc.passages)

    def clause(self, telling: Telling) -> str:
        """A telling's sentence, or the item of the list in it: "supported Chad in …; organized a workshop in …"."""
        text, at, to = self.doc.source.text, telling.start, telling.end
        if at <= telling.date_start < to:
            at = max(at, text.rfind(";", at, telling.date_start))
            stop = text.find(";", telling.date_end, to)
            to = stop if stop >= 0 else to
        return " ".join(text[at:to].split())

    def other_session(self, a: Telling, b: Telling) -> bool:
        """Whether two sentences give a session other ordinals: "7th Session in October", "12th Session in October"."""
        if "masthead" in (a.rule, b.rule):
            return False  # "(3–7 May) Twenty-eighth session (9–12 June)": the days and the next session
        mine, others = (set(map(str.lower, _session().findall(self.clause(t)))) for t in (a, b))
        return bool(mine and others) and mine.isdisjoint(others)

    def phrases(self, telling: Telling) -> frozenset[str]:
        """The nouns of events in a telling's sentence, each with the word before it: "expert seminar"."""
        text = " ".join(self.doc.source.text[telling.start : telling.end].split())
        return frozenset(f"{m[1]} {m[2]}".lower() for m in _phrase().finditer(text))

    def rare(self, telling: Telling) -> frozenset[str]:
        """The names in a telling's sentence that few paragraphs have, unlike those of which the report is all about.

        Also the noun of an event that no body holds twice in a day: "summit".
        """
        text = self.clause(telling)
        found = CAPITALISED.findall(text)
        rare = {name for name in found if self._paragraphs[name] <= _RARE and not _WHEN.match(name)}
        if telling.first != telling.last and telling.date_start > _SAME_WORDS:
            # Days of a range told in the very same words: "the regional seminar, held at Segou from 21 to 23 May"
            words = self.doc.source.text[telling.date_start - _SAME_WORDS : telling.date_end]
            rare.add(" ".join(words.split()))
        return frozenset(rare | {word for word in GREAT if word in text})


@cache
def _session() -> re.Pattern[str]:
    """The ordinal of a session."""
    return re.compile(rf"(?<![\w-])({words.ORDINAL}|{words.ordinal_word()})\s(?:[a-z-]+\s){{0,2}}[Ss]ession\b")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?!(?:the|an?|its|this|that|of|in|at|and)\s)([\w-]+)\s({words.any_noun()})(?![\w-])")


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z][a-z-]{2,}", lexicon.fold(text).lower())
    return frozenset(_stem(w) for w in found if w not in _STOP)


def _stem(word: str) -> str:
    for ending in ("ization", "isation", "ations", "ation", "ing", "ions", "ion", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
