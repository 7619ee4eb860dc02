"""Missions, organisations and countries by gazetteer and rule.

Longest match first, as in any gazetteer tagger; a phrase that may stand for several things (EUFOR, "Congo") is decided
by the date and the States that the document names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from spacy.tokens import Doc

from extract import lexicon
from extract.model import DateMention, Mention, Passage
from extract.recognise import bodies, gazetteers
from extract.recognise.gazetteers import Entry, Mission
from extract.recognise.masthead import heads
from extract.recognise.mentions import covered, mention

# "United Nations personnel", "UN-Nutrition": there the name is an adjective, or part of another, and names nobody.
_ADJECTIVE = re.compile(
    r"-(?=[A-Z])|\s+(?!(?:and|or|in|to|for|of|at|on|as|is|was|were|has|had|by|with|from|which|that|should|will|would|shall|may|can|could|also|who|are|itself|not|through|under)\b)(?:[a-z]|[A-Z])"
)
_ACRONYM = re.compile(r"(?<![\w/-])(?:UN|MIN|MON|ON|MI|AM|EU)[A-Z]{2,9}(?![\w/-])")
_AMBIGUOUS = 3  # an acronym as short as this counts only where the full name stands in the document too


class Tagger:
    """Tags the passages of one document; knows the names that the document has introduced.

    Args:
        issuing_body: the body whose report it is; its short names stand for it.
        day: the document's date, to choose between missions of one name.
    """

    def __init__(self, issuing_body: str, day: date | None, symbol: str) -> None:
        self.body = issuing_body
        self.day = day
        self.shorts: dict[str, str] = dict(lexicon.words("bodies")["short"])
        for series, names in lexicon.words("bodies")["short_in"].items():
            if symbol.startswith(series):
                self.shorts |= names
        for name, names in lexicon.words("bodies")["short_of"].items():
            if name in issuing_body:
                self.shorts |= names
        self.countries: dict[str, int] = {}
        self.introduced: set[str] = set()

    # ------------------------------------------------------------------ first pass

    def explicit(self, passage: Passage, doc: Doc) -> list[Mention]:
        """Names and acronyms of the gazetteers, longest first, not overlapping."""
        folded = lexicon.fold(passage.text)  # the words of `doc`; `doc.text` is put together anew at each look
        spans = [(s.start_char, s.end_char) for s in gazetteers.matcher()(doc, as_spans=True)]
        found: list[Mention] = []
        free = bytearray(len(passage.text))
        local = _local_states([gazetteers.entries().get(folded[a:b], ()) for a, b in spans])
        for at, to in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
            if any(free[at:to]):
                continue
            entries = gazetteers.entries().get(folded[at:to], ())
            entry = self._choose(entries, passage.text, at, to, local)
            if entry is None or (folded[at:to] in ("United Nations", "UN") and _ADJECTIVE.match(passage.text, to)):
                continue
            free[at:to] = b"\1" * (to - at)
            found.append(self._mention(passage, entry, at, to))
        return sorted(found, key=lambda m: m.at)

    def learn(self, mentions: Iterable[Mention]) -> None:
        """Takes note of what the first pass found: short names, States, missions named in full."""
        prefixes: dict[str, set[str]] = {}
        for m in mentions:
            if m.label == "COUNTRY":
                self.countries[m.entity_id] = self.countries.get(m.entity_id, 0) + 1
            if m.label == "MISSION" and len(m.text) > _AMBIGUOUS:
                self.introduced.add(m.entity_id)
            if m.label == "ORGANISATION" and " " in m.text:
                prefix = re.split(r"(?<!\s)\s+(?:on|for|of|established|concerning|pursuant|with|and)\s+", m.value)[0]
                if " " in prefix and prefix != m.value and any(prefix.endswith(h) for h in heads()):
                    prefixes.setdefault(prefix, set()).add(m.value)
        for prefix, names in prefixes.items():
            if len(names) == 1:
                self.shorts.setdefault(prefix, next(iter(names)))
        for short in bodies.short_names(self.body):
            self.shorts[short] = self.body

    def _choose(self, entries: tuple[Entry, ...], text: str, at: int, to: int, local: frozenset[str]) -> Entry | None:
        """The one thing that a phrase stands for here, or None."""
        if len(entries) > 1 and self.day:
            dated = [e for e in entries if _valid(e, self.day)]
            entries = tuple(dated) or entries
        if len(entries) > 1:
            missions = [e for e in entries if e.label == "MISSION"]
            if len(missions) == len(entries):
                return self._choose_mission(missions, local)
            # A name beats an alias; a mission's own acronym beats an organisation's alias.
            rank = {"name": 0, "acronym": 1, "slip": 4}
            entries = tuple(sorted(entries, key=lambda e: (rank.get(e.kind, 2), e.label != "MISSION")))
        entry = entries[0] if entries else None
        if entry is None or (entry.label == "MISSION" and not self._plausible(entry, text, at, to)):
            return None
        return entry

    def _choose_mission(self, entries: list[Entry], local: frozenset[str]) -> Entry:
        """Among missions of one name, the one that existed then, in a State of this passage or of the document."""

        def fit(entry: Entry) -> tuple[bool, bool, int, int]:
            mission = gazetteers.missions()[entry.id]
            active = not self.day or mission.active(self.day, slack=400)
            named = sum(self.countries.get(c, 0) for c in mission.countries)
            return (not active, entry.kind == "slip", -sum(c in local for c in mission.countries), -named)

        return min(entries, key=fit)

    def _plausible(self, entry: Entry, text: str, at: int, to: int) -> bool:
        phrase = text[at:to]
        if entry.kind in ("slip", "common"):
            # A wrong acronym counts only where the mission that it must mean existed.
            mission = gazetteers.missions()[entry.id]
            return self.day is None or mission.active(self.day, slack=800 if entry.kind == "slip" else 400)
        common = phrase.isalpha() and not phrase.isupper() and " " not in phrase
        return len(phrase) > _AMBIGUOUS and not common

    def _mention(self, passage: Passage, entry: Entry, at: int, to: int) -> Mention:
        value, basis = entry.id, ""
        if entry.label == "MISSION":
            mission = gazetteers.missions()[entry.id]
            value = mission.acronym or mission.id
            basis = (
                "alias"
                if entry.kind in ("slip", "acronym_variant", "other_language")
                and passage.text[at:to].isupper()
                and passage.text[at:to] != mission.acronym
                else "named"
            )
        elif entry.label == "ORGANISATION":
            value = gazetteers.organisations()[entry.id].name
        return mention(passage, entry.label, at, to, value, entry.id, "gazetteer", basis=basis)

    # ------------------------------------------------------------------ second pass

    def wrong_acronyms(self, passage: Passage, taken: list[Mention], days: list[DateMention]) -> list[Mention]:
        """Acronyms in the style of missions' that no gazetteer knows, where exactly one mission can be meant.

        A mission can be meant where its name has these initials, or its acronym these letters in another order or with
        a slip, where it existed at the time, and where the document names it or its State (S/2006/972: UNOB).
        """
        out: list[Mention] = []
        known = covered(passage.text, taken)
        for match in _ACRONYM.finditer(passage.text):
            at, to = match.span()
            if any(known[at:to]) or lexicon.fold(match.group()) in gazetteers.entries():
                continue
            day = (days[0].first if days else None) or self.day
            fits = [
                m
                for m in gazetteers.missions().values()
                if day and m.active(day, slack=400) and self._may_mean(m, match.group())
            ]
            if len(fits) != 1:
                continue
            mission = fits[0]
            out.append(mention(passage, "MISSION", at, to, mission.acronym, mission.id, score=0.6, basis="alias"))
        return out

    def _may_mean(self, mission: Mission, acronym: str) -> bool:
        at_hand = mission.id in self.introduced or any(c in self.countries for c in mission.countries)
        if not mission.acronym.isupper() or not at_hand:
            return False
        if sorted(acronym) == sorted(mission.acronym):
            return True
        initials = "".join(w[0] for w in re.findall(r"[A-Z][\w’'-]*", mission.name))
        return acronym == initials or max(_alike(acronym, mission.acronym), _alike(acronym, initials)) >= 0.8


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


def _local_states(found: list[tuple[Entry, ...]]) -> frozenset[str]:
    """The States that a passage names, itself or through missions that leave no doubt."""
    codes: set[str] = set()
    for entries in found:
        if len(entries) == 1 and entries[0].label == "COUNTRY":
            codes.add(entries[0].id)
        elif len(entries) == 1 and entries[0].label == "MISSION":
            codes.update(gazetteers.missions()[entries[0].id].countries)
    return frozenset(codes)


def _valid(entry: Entry, day: date) -> bool:
    return not ((entry.valid_from and day < entry.valid_from) or (entry.valid_to and day > entry.valid_to))
