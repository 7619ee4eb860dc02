"""Whose event it is: from who acts in the sentence, with short names and presiding officers of the issuing body as its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.model import Header, Mention, Sentence
from extract.recognise.entities import short_names

_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|I|[Mm]embers|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\b", re.I)
_OF_WHOM = re.compile(r"^\s*(?:of|between|among|with)\s+(?:the\s+)?")
# Organs whose own proceedings reports tell of with the organ as the subject.
_SITTING = ("Security Council", "General Assembly", "Economic and Social Council")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an event; `sits` where it is an organ that considers items at meetings."""

    body: str
    is_own: bool
    sits: bool = False


class Holders:
    """Decides holders for one document."""

    def __init__(self, header: Header) -> None:
        self.body = header.issuing_body
        self.personal = self.body == "Secretary-General"
        shorts = sorted({*short_names(self.body), self.body} - {""}, key=len, reverse=True)
        self._own = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, shorts))})(?!\w)(?!\s+(?:of|on)\s+(?:the\s+)?[A-Z])")
            if shorts
            else None
        )
        self._mission = "mission" in self.body.lower()
        self._own_default = Holder(self.body, not self.personal)

    def subject(self, sentence: Sentence, at: int, to: int, masked: str) -> Holder:
        """The holder by the words before the verb (`masked[at:to]`, positions in the sentence)."""
        return self._of(sentence, at, to, masked) or self._own_default

    def around(
        self,
        sentence: Sentence,
        at: int,
        to: int,
        masked: str,
        numbered: bool = False,
        attended: bool = False,
    ) -> Holder:
        """The holder of an event noun at `at`-`to`: "… of the X", "by the X", "its", the subject of the sentence."""
        behind = masked[to : to + 120]
        inside = masked[at:to]
        if of := re.search(
            r"\b(?:meetings?|consultations|sessions?|briefings?|conference|summit|workshop)\s+of\s+(?:the\s+)?",
            inside + behind[:1],
        ):
            found = self._of(sentence, at + of.end(), min(len(masked), at + of.end() + 80), masked, first_only=True)
            if found:
                return found
        if by := re.search(
            r"\b(?:held|convened|organized|hosted|chaired|conducted)\s+by\s+(?:the\s+)?", inside + behind
        ):
            found = self._of(sentence, at + by.end(), min(len(masked), at + by.end() + 80), masked, first_only=True)
            if found:
                return found
        if attended:
            found = self._of(sentence, to, min(len(masked), to + 60), masked, first_only=True)
            if found:
                return found
        before = self._of(sentence, 0, at, masked, last=True)
        after = self._of(sentence, to, len(masked), masked, first_only=True) if numbered else None
        if numbered and after:
            return after
        return before or self._own_default

    def _of(
        self, sentence: Sentence, at: int, to: int, masked: str, first_only: bool = False, last: bool = False
    ) -> Holder | None:
        words = masked[at:to]
        if self._own and self._own.search(words):
            own = self._own.search(words)
            other = self._other(sentence, at, to)
            if other is None or own is None or other.at - sentence.at >= at + own.start() - 1 or not first_only:
                return Holder(self.body, True)
        if self.personal and re.search(
            r"\bI\b|\b[Mm]y (?!Special|Personal|Deputy|Envoy|Executive|Representative)", words
        ):
            return Holder(self.body, True)
        if not self.personal and re.search(r"\bI\b|\bmy\b", words):
            return Holder(self.body, True)
        if self._mission and re.search(r"\b(?:the|Council)\s+mission\b|\bmembers of the mission\b", words, re.I):
            return Holder(self.body, True)
        other = self._other(sentence, at, to)
        if not self.personal and (post := _presiding().search(words)):
            owner = self._owner(sentence, at + post.end())
            if owner is None:
                return Holder(self.body, True)
            return Holder(owner.value, owner.value == self.body)
        if other is not None:
            if other.value == self.body:
                return Holder(self.body, True)
            name = other.value if other.label in ("ORGANISATION",) else other.text
            return Holder(name, False, name in _SITTING)
        if not first_only and _PRONOUN.search(words):
            return self._own_default
        return None

    def _owner(self, sentence: Sentence, at: int) -> Mention | None:
        """The body behind a presiding post: "Chairman of the Special Committee"."""
        text = sentence.text
        match = re.match(r"\s+of\s+(?:the\s+)?", text[at:])
        if match is None:
            return None
        place = sentence.at + at + match.end()
        return next((m for m in sentence.mentions if m.label in ("ORGANISATION", "COUNTRY") and m.at == place), None)

    def _other(self, sentence: Sentence, at: int, to: int) -> Mention | None:
        """The first actor named in the span."""
        found = [
            m for m in sentence.mentions
            if m.label in ("ORGANISATION", "POST", "PERSON", "MISSION", "COUNTRY") and at <= m.at - sentence.at and m.to - sentence.at <= to
        ]  # fmt: skip
        return min(found, key=lambda m: (m.at, -m.to), default=None)


@cache
def _presiding() -> re.Pattern[str]:
    names = sorted(
        (
            r["post"]
            for r in lexicon.rows("posts")
            if r["kind"] == "presiding" and not r["post"].startswith(("President", "Vice-President", "Special"))
        ),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<![\w-])(?:[Tt]he\s+|[Ii]ts\s+)?(?:{'|'.join(map(re.escape, names))})(?![\w-])")
