"""Headings: what is one, and how deep it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Block
from extract.segment.labels import Label
from extract.segment.parts import is_annex_mark, is_caption

_STOP = re.compile(r"[.;:,?!…][”\"')\]]*$")
# "Table 7.4", "Table II", "TABLE 3. Meetings of the Committee", "Table 1 Formal meetings".
_TABLE = re.compile(
    r"(?:Table|TABLE)\s+(?:[A-Z]?\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-Z])(?:\s*[.:–—-](?!\d)\s*\S.*|\s+[A-Z(].*|[.:*]*)$",
    re.S,
)
_CAPTION = 4  # lines above a table: its number, its name on two lines, its unit
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


def caption_end(text: str, blocks: Sequence[Block], marks: Sequence[Label], zones: Sequence[str], at: int) -> int:
    """Where the numbered caption of a table that begins at `at` ends; `at` where none does.

    Number, name and unit stand in up to four lines right above the table: "Table 7.4", "Evolution of resources",
    "(Thousands of United States dollars)".

    Args:
        text: the canonical text.
        blocks: its blocks.
        marks: their labels.
        zones: their parts.
        at: the block that may say the table's number.
    """
    if not _TABLE.match(text, blocks[at].start, blocks[at].end):
        return at
    for k in range(at, min(at + _CAPTION + 1, len(blocks))):
        if zones[k] != zones[at]:
            return at
        if blocks[k].in_table:
            return k
        words = text[blocks[k].start : blocks[k].end]
        again = k > at and _TABLE.match(words)
        if again or marks[k].kind == "number" or blocks[k].style in ("furniture", "footnote", "figure"):
            return at
        if not is_caption(words) or is_annex_mark(words):
            return at
    return at


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
