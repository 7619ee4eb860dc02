"""Lines of prose made into paragraphs, across columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.layout.page import Line

_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|[IVXL]{1,6}\.|[A-Z]\.|[•–—-])$")
_NUMBER = re.compile(r"\d{1,3}\.$")
_COMPOUND = re.compile(r"\d{1,2}[A-Z]?(?:\.[IVX]{1,4})?\.\d{1,3}\.?$")  # "29C.3", "3.I.2"
_GLUED = re.compile(r"\d{1,3}\.[A-Z]\w*$")  # "10.On"
_DASH = re.compile(r"[•–—-]$")
_STOP = re.compile(r"[.;:?!][”\"')\]]*\d{0,2}$")
_ALONE = re.compile(r"\(?Signed\b|(?:Annex|ANNEX|Appendix|APPENDIX|Enclosure)(?:\s+\w{1,4})?\*?$")
_ASIDE = 40  # points between two lines of which none stands under the other
_FEW = 5  # words of a label or a legend


class Prose:
    """Decides whether a line goes on with the paragraph above it.

    Args:
        size: the height of the letters of the document's text.
        pitch: the usual distance of baselines, in points.
        space: the usual blank between words, in points.
        ragged: whether lines end where they will, as on a typewriter.
    """

    def __init__(self, size: float, pitch: float, space: float, *, ragged: bool) -> None:
        self.size, self.pitch, self.space = size, pitch, space
        self.entries = 0, 0.0  # the page and the left edge of the list that was met last
        self.slack = 0.12 if ragged else 0.05  # of the width of the text

    def goes_on(self, line: Line, last: Line, words: Sequence[str], *, opened: bool) -> bool:
        """Whether `line` goes on with a paragraph.

        Args:
            line: the line in question.
            last: the last line of the paragraph.
            words: the last words of the paragraph.
            opened: whether the paragraph began with a number or set in from its other lines, as its like then do.
        """
        first = line.words[0].text
        left = line.margins[0]
        broken = (line.page, line.column) != (last.page, last.column)
        gap = line.bottom - last.bottom
        labelled = len(line.words) > 1 and line.words[1].x0 - line.words[0].x1
        if _NUMBER.match(first) and labelled > 2.5 and line.x0 <= left + 60:
            return False
        stopped = _STOP.search(last.text) is not None
        compound = _COMPOUND.match(first) and labelled > 4 and line.x0 <= left + 60 and not broken
        if compound and (stopped or self._fits(line, last) or gap > 1.2 * self.pitch):
            return False
        if _GLUED.match(first) and line.x0 <= left + 60 and (stopped or self._fits(line, last)):
            return False
        if first in "•●▪" or line.text.startswith("(Signed"):
            return False
        if _LABEL.match(first) and labelled and not broken:
            dash = _DASH.match(first) and not _STOP.search(last.text) and not self._fits(line, last)
            if labelled > max(4.0, 1.4 * self.space) and not dash:
                return False
            if not self._wide(last) or (stopped and gap > 1.2 * self.pitch):
                return False
        if not broken and (line.x0 > last.x1 + _ASIDE or last.x0 > line.x1 + _ASIDE):
            return False  # "Distr.: General" beside the name of a board in a masthead
        if line.size > 1.15 * last.size or _ALONE.match(last.text):
            return False
        above = " ".join(words[-14:])
        ended = _STOP.search(above) is not None
        if broken and ended:
            # A sentence ended with the page; its paragraph has not, if this line is none that opens one.
            return opened and self._full(line) and abs(line.x0 - left) < 2 and not labelled > 8
        if broken:
            set_in = line.x0 - left - (last.x0 - last.margins[0])
            return line.text[:1].islower() or (self._wide(last) and abs(set_in) < 12)
        other = line.face is not None and line.face != last.words[-1].face and not first[:1].islower()
        if other and (self._fits(line, last) or gap > 1.2 * self.pitch):
            return False  # another face on a line of its own: a heading, or what stands under one
        if gap > 1.45 * max(self.pitch, 1.15 * min(line.size, last.size)):
            return False
        if (abs(line.size - last.size) > 0.25 * self.size or last.size > 1.1 * line.size) and not first[:1].islower():
            return False
        if line.x0 - last.x0 > 12 and last.x0 <= left + 3 and ended:
            return False
        if gap > 1.25 * self.pitch and self._fits(line, last) and not first[:1].islower():
            return False
        if self._listed(line, last):
            return False
        return not (ended and self._fits(line, last))

    def _listed(self, line: Line, last: Line) -> bool:
        """Whether two lines are entries of a list: the second would have found its place behind the first, or, where
        entries have been met, the first does not reach the edge."""
        left, right = line.margins
        width = right - left
        plain = "b" not in line.words[0].face and "b" not in last.words[0].face
        entry = plain and abs(line.x0 - last.x0) < 2 and line.text[0].isupper() and not last.text.endswith(",")
        whole = last.x1 + self.space + line.x1 - line.x0 < right - self.slack * width and last.x1 < left + 0.6 * width
        if entry and (whole or (self.entries == (line.page, line.x0) and last.x1 < right - 0.15 * width)):
            self.entries = line.page, line.x0
            return True
        return False

    def _fits(self, line: Line, last: Line) -> bool:
        """Whether the first word would have found its place on the line above: that line was broken on purpose."""
        left, right = line.margins
        word = line.words[0]
        return last.x1 + self.space + word.x1 - word.x0 < right - self.slack * (right - left)

    def _full(self, line: Line) -> bool:
        left, right = line.margins
        return line.x1 > right - 0.06 * (right - left)

    def holds(self, line: Line, above: Line | None, margins: tuple[float, float]) -> bool:
        """Whether a line on a page with a chart is one of a paragraph, by its letters, place and length.

        Args:
            line: the line in question.
            above: the line above it, if that is one of a paragraph.
            margins: the left and right edge of the document's text.
        """
        left, right = margins
        if abs(line.size - self.size) > 0.1 * self.size or not left - 3 < line.x0 < left + 60:
            return False
        if len(line.pieces(2 * line.size)) > 1:
            return False
        if above is not None and line.bottom - above.bottom < 1.45 * self.pitch and abs(line.x0 - above.x0) < 40:
            return True
        return len(line.words) > _FEW and line.x1 > right - 0.12 * (right - left)

    def _wide(self, line: Line) -> bool:
        left, right = line.margins
        return line.x1 > right - 0.22 * (right - left)
