"""Headings: what is one, and how deep it lies."""

from __future__ import annotations

import re

from extract.model import Block
from extract.segment.labels import Label

_STOP = re.compile(r"[.;:,?!…][”\"')\]]*$")
_PAGE_NOTE = re.compile(r"^(?:/|\.\.\.|…|\*+$|_{3,}|-{3,}|={3,})")


def is_heading(text: str, mark: Label, block: Block, has_following: bool) -> bool:
    """A short line without a stop, above something else, or what the format itself calls a heading."""
    if block.style == "heading":
        return True
    if block.style == "bold":
        return has_following and not _PAGE_NOTE.match(text)
    text = text.strip()
    if not has_following or len(text) > 200 or len(text.split()) > 25 or _PAGE_NOTE.match(text):
        return False
    if _STOP.search(text) and not re.search(r"\b(?:etc|No|Nos|St)\.$", text):
        return False
    first = text[:1]
    return first.isupper() or first in "“\"'(" or mark.kind in ("roman", "capital", "letter")


class Path:
    """The headings above the place where the walk stands, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._capital = ""

    def level(self, mark: Label, inside_items: bool) -> int:
        """Depth of a heading by its label: I. above A. above unlabelled ones above (a).

        An unlabelled heading is the top where the part has no labelled ones above it ("Meetings" above "(a)
        Creation of …" in S/2006/972), and lies deeper where lettered items follow ("Modalities" in paragraph 14).
        """
        if mark.kind == "roman" and not self._is_letter(mark.number):
            return 1
        if mark.kind in ("capital", "roman"):
            self._capital = mark.number
            return 2
        if mark.kind == "letter":
            return 4
        if mark.kind == "number":
            return 5
        return 6 if inside_items else 3

    def _is_letter(self, number: str) -> bool:
        """ "I." after "H." is a letter, "C." and "D." nearly always are."""
        if len(number) != 1:
            return False
        if self._capital and ord(number) == ord(self._capital) + 1:
            return True
        return number in "CDLM"

    def close(self, level: int) -> None:
        """Ends the sections of this level and below."""
        self._open = [entry for entry in self._open if entry[0] < level]

    def push(self, level: int, text: str) -> None:
        """Opens a section."""
        self.close(level)
        self._open.append((level, " ".join(text.split())))

    def __str__(self) -> str:
        return " > ".join(text for _, text in self._open)
