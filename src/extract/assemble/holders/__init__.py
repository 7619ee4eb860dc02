"""Whose event it is: from who acts in the sentence; short names and presiding officers of the issuing body are its own.

`holder.py` says what the issuing body is, `resolver.py` whom a name stands for (`names.py` has how bodies are named);
`others.py` tells what others did, `unlisted.py` reads names that no list has. With these `subject.py` finds who acts
before a verb, and the rules of `rules.py` who holds the event of a noun (`noun.py`): `behind.py` has those that read
what stands behind the noun, `before.py` those that read what stands before it.
"""

from __future__ import annotations

import re

from extract.assemble.holders import rules, subject, unlisted
from extract.assemble.holders.holder import Holder, Issuer
from extract.assemble.holders.names import ACTORS, SUBGROUP, canonical, presiding
from extract.assemble.holders.noun import Noun
from extract.assemble.holders.resolver import Resolver
from extract.model import Header, Sentence

__all__ = ["ACTORS", "SEMINAR", "Holder", "Holders", "canonical"]

# An annex that reports on a seminar counts the seminar's meetings.
SEMINAR = re.compile(
    r"(?:Report\sof\sthe\s)?(?P<name>[A-Z][\w-]*(?:\s[a-z][\w-]*){0,2}\s(?:seminar|workshop|symposium))\b"
)
# Between a post and the name of who holds it: "The Chair of the configuration, Ambassador Ana Lund".
_NAMED_BEHIND = re.compile(
    r"(?:\sof\sthe\s[a-z][\w -]{2,60})?,\s"
    r"(?:(?:Mr|Ms|Mrs|Dr|H\.E|His Excellency|Her Excellency|Ambassador|Justice|Judge)\.?\s){0,2}"
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:de|da|del|van|von|bin|el|al)\s)?[A-Z][\w’'.-]*){1,3})(?=,|\s\(|[.;])"
)

_THEN_WHO = re.compile(r",\s(?:the\s)?$")
_DID = re.compile(r"\s(?:also\s|then\s|again\s)?(?:[a-z]{3,}ed|said|told|drew|gave|made|took|spoke)\s")


class Holders:
    """Decides holders for one document."""

    def __init__(self, header: Header) -> None:
        self.issuer = Issuer(header)
        self.body = self.issuer.body
        self.personal = self.issuer.personal
        self.gathering = self.issuer.gathering
        self._resolver = Resolver(self.issuer)

    def learn(self, sentence: Sentence) -> None:
        """Takes note of who presides over the body: "The Chair of the Committee, Ana Lund, …"."""
        if self.personal or not self.body:
            return
        self._resolver.learn_own(sentence.text)
        officers = self._resolver.officers
        for m in sentence.mentions:
            begins, ends = m.at - sentence.at, m.to - sentence.at
            if self.issuer.court and m.label == "PERSON" and sentence.text[:begins].endswith("Judge "):
                officers.add(m.text.split()[-1])
            if m.label != "POST" or not presiding().match(m.text):
                continue
            name = _NAMED_BEHIND.match(sentence.text, ends)
            if name is not None and self._resolver.holder(sentence, m).is_own:
                officers.add(name.group("name").split()[-1])

    def enter(self, title: str, foreign: bool = False) -> None:
        """Says under which title the text stands: "Report of Working Group I on agenda item 4".

        Args:
            title: the title of a part, or the headings above.
            foreign: the text is a resolution or decision inside a report: what it tells of is not the body's own.
        """
        found = None if self.personal else SEMINAR.match(title) or SUBGROUP.search(title)
        own = found is not None and found.group() not in self.issuer.shorts
        self._resolver.group = found.group(found.lastgroup or 0) if found and own else ""
        self._resolver.foreign = foreign and not self._resolver.group

    def follow(self, sentence: Sentence | None) -> None:
        """Takes note of who acts at the head of a sentence: a pronoun in the next one may stand for it.

        Args:
            sentence: the sentence, or None where a paragraph begins.
        """
        if sentence is not None:
            self._resolver.learn(sentence.text)
        if sentence is None:
            self._resolver.before = None
        elif not subject.SUBJECT_PRONOUN.match(sentence.text):
            self._resolver.before = self._at_head(sentence)

    def _at_head(self, sentence: Sentence) -> tuple[str, Holder] | None:
        """Who acts at the head of a sentence, and what kind of name it is."""
        labels = ("ORGANISATION", "MISSION", "POST", "PERSON")
        for m in sorted(sentence.mentions, key=lambda m: (m.at, -m.to)):
            if m.label in labels and subject.TO_SUBJECT.match(sentence.text[: m.at - sentence.at]):
                behind = sentence.text[m.to - sentence.at :]
                if re.match(r"(?:,?\s(?:and|or)\b|[’']s\b)", behind):
                    return None
                return m.label, self._resolver.holder(sentence, m)
        holder = unlisted.at_head(self._resolver, sentence.text)
        if holder is None:
            # "In his report of 2 December, covering …, the Secretary-General recommended"
            for m in sentence.mentions:
                begins, ends = m.at - sentence.at, m.to - sentence.at
                if (
                    m.label in ("POST", "PERSON")
                    and _THEN_WHO.search(sentence.text, 0, begins)
                    and _DID.match(sentence.text, ends)
                ):
                    return m.label, self._resolver.holder(sentence, m)
        return ("ORGANISATION", holder) if holder else None

    @property
    def default(self) -> Holder:
        """The holder where the words name none: the group whose report is reproduced, else the issuing body."""
        return self._resolver.default

    def itself(self, masked: str, at: int) -> Holder | None:
        """The conference whose report it is, where the noun at `at` begins its name: "Meetings of States Parties"."""
        return self.issuer.itself(masked, at)

    def is_named_in(self, line: str) -> bool:
        """Whether a line of the masthead names the issuing body, by its whole name, a part or a short form of it."""
        return self.issuer.is_named_in(line)

    def briefed(self, name: str) -> Holder | None:
        """The issuing body where it is the one that is briefed: it held the briefing."""
        if self.personal or not self.body or self._resolver.foreign:
            return None
        return self.issuer.own if self.issuer.leads(name) else None

    def subject(self, sentence: Sentence, at: int, to: int, masked: str) -> Holder:
        """The holder by the subject before a verb (`masked[at:to]`, positions in the sentence)."""
        return subject.subject(subject.Clause(self._resolver, sentence, at, to, masked))

    def around(
        self, sentence: Sentence, at: int, to: int, masked: str, numbered: bool = False, attended: bool = False
    ) -> Holder:
        """The holder of an event noun at `at`-`to`.

        Args:
            sentence: the sentence.
            at, to: the noun, with what belongs to it.
            masked: the sentence with its dates behind marks.
            numbered: the event is a numbered meeting; its body may follow the date ("At its 3rd meeting, on …, the X").
            attended: the subject took part in somebody else's event.
        """
        return rules.around(Noun(self._resolver, sentence, at, to, masked, numbered, attended))
