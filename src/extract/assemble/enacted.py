"""Texts inside a report that are not the reporter's: quotations, and resolutions of another organ."""

from __future__ import annotations

import re

from extract.model import Annotated, Segment

_CLOSING = re.compile(r"\d+(?:st|nd|rd|th)\s(?:\(?\w+\)?\s)?meeting\b")  # "103rd plenary meeting", at its end
# "The General Assembly," above a preamble, and the verbs that begin operative paragraphs.
_ENACTS = re.compile(r"[\"“]?The\s(?P<organ>[A-Z]\w+(?:\s(?:of|and|on|for|the|[A-Z][\w-]+))*),(?:$|\s[a-z]+ing\s)")
_DRAFT = re.compile(r"(?:Revised )?[Dd]raft (?:resolution|decision)\b")
_OPERATIVE = re.compile(
    r"[\"“]?(?:\d+\.\s)?(?:(?:Also|Further)\s[a-z]+s\s|[A-Z][a-z]+s\s(?!of\b|in\b|and\b|were\b|are\b|met\b))"
)


class Enacted:
    """Walks over the segments of a document and says which are of another's text."""

    def __init__(self, doc: Annotated) -> None:
        self.doc = doc
        self._own_drafts: dict[str, bool] = {}
        self._resolving = ""  # the organ in whose name a resolution is written that stands among the paragraphs

    def is_foreign(self, segment: Segment) -> bool:
        """Whether what a segment tells of is not the issuing body's own where nobody is named."""
        drafted = segment.part.startswith("draft")
        foreign = (drafted and not self._enacts(segment.part)) or self._is_quoted(segment) or self._resolves(segment)
        if (self.doc.header.kind == "resolution" or _DRAFT.match(self.doc.header.title)) and not _CLOSING.match(
            self.doc.source.text, segment.start
        ):
            foreign = True  # what a resolution recalls is not its organ's own
        if segment.part == "letter" and not self.doc.header.issuing_body:
            foreign = True  # a State's letter tells of others
        return foreign

    def _is_quoted(self, segment: Segment) -> bool:
        """Whether a segment is a quotation, or a part of one, and no sentence that begins with a title in quotes."""
        text = self.doc.source.text[segment.body : segment.end].strip()
        closes = re.search(r"[”\"]", text[1:])
        return text[:1] in ("“", '"') and (closes is None or closes.end() >= len(text) - 3)

    def _enacts(self, part: str) -> bool:
        """Whether a resolution or decision inside the report is the issuing body's own."""
        if part not in self._own_drafts:
            opens = f"The {self.doc.header.issuing_body}"
            lines = (self.doc.source.text[s.start : s.end].strip(" ,:") for s in self.doc.segments if s.part == part)
            self._own_drafts[part] = bool(self.doc.header.issuing_body) and any(
                " ".join(w.split()) == opens for w in lines
            )
        return self._own_drafts[part]

    def _resolves(self, segment: Segment) -> bool:
        """Whether a segment is of another organ's resolution that is no part of its own."""
        begins_with = self.doc.source.text[segment.body : segment.body + 5].lstrip('“"')
        if not self._resolving and not begins_with.startswith("The"):
            return False
        text = " ".join(self.doc.source.text[segment.body : segment.end].split())
        if begins := _ENACTS.match(text):
            self._resolving = begins.group("organ")
        elif segment.kind == "paragraph" and not _OPERATIVE.match(text):
            self._resolving = ""
        return self._resolving not in ("", self.doc.header.issuing_body) and self.doc.header.issuing_body != ""
