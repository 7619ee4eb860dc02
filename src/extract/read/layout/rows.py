"""The rows of a table on a page: which lines open one, and which words stand in which cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.heads import header_field
from extract.read.layout.grid import DATE
from extract.read.layout.page import Line, Page, Word
from extract.read.layout.zone import Zone

_TIME = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?\s?(?:[ap]\.?m\b|noon\b|hours\b)|\d{1,2}[.:h]\d\d\b"
)
_COUNT = re.compile(r"\(?(?:\d{1,4}|[a-z]{1,2}|[IVXLivxl]{1,6})[.)]?$")
_OPEN = re.compile(r"(?:\band|\bto|[-–,])$|^\d{1,2}(?:(?:\s?[-–,]\s?|\s(?:and|to)\s)\d{1,2})*$")
_FIGURE = re.compile(r"[\d(–—$€%.-]")
_YEAR = re.compile(r"(?:19|20)\d\d|\(\d\)")
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)")
_SECTION = re.compile(r"(?:[A-Z][a-z]{2,8},?\s)?(?:19|20)\d\d:?")
_DASH = re.compile(r"\d[-–]$")
_ENDED = re.compile(r"[.;:][”\"')]*$")
_SMALL = re.compile(r"[a-z(]")

Cells = dict[int, list[Word]]


def cells(line: Line, zone: Zone, space: float, k: int) -> Cells:
    """The words of line k of a zone by column; a piece that runs over a strip stays where it begins, but for heads,
    which stand close together, and where rules tell the columns."""
    out: Cells = {}
    frame = zone.frame
    if frame is not None and not zone.resumed and k < frame.upper:
        for word in line.words:
            out.setdefault(frame.first_column(word), []).append(word)
        return out
    if frame is not None and not frame.crossed(line) and (k < zone.heads or len(line.pieces(1.7 * space)) > 1):
        for word in line.words:
            out.setdefault(frame.column(word), []).append(word)
        return out
    heads = k < zone.heads
    column = 0
    before: Word | None = None
    for word in line.words:
        at = (word.x0 + word.x1) / 2 if heads else word.x0
        own = sum(at > (low + high) / 2 for low, high in zone.gutters)
        wide = heads or before is None or word.x0 - before.x1 > 1.7 * space
        if own > column and (wide or not out):
            column = own
        out.setdefault(column, []).append(word)
        before = word
    return out


def _texts(row: Cells, start: int) -> list[str]:
    """The words of the cells from a column on."""
    return [" ".join(w.text for w in words) for column, words in row.items() if column >= start]


class Rows:
    """Cuts the lines of a zone into heads and rows.

    Args:
        page: the page, with its rules.
        lines: the lines of the zone.
        zone: its columns.
        space, pitch: the usual blank and the usual distance of baselines, in points.
        fields: what the columns are called, where it is known from the page before.
    """

    def __init__(
        self,
        page: Page,
        lines: Sequence[Line],
        zone: Zone,
        space: float,
        pitch: float,
        *,
        fields: Sequence[str] = (),
    ) -> None:
        self.lines = lines
        self.grid = [cells(line, zone, space, k) for k, line in enumerate(lines)]
        self.steps = [b.bottom - a.bottom for a, b in pairwise(lines)]
        self.ruled = [self._ruled(page, a, b) for a, b in pairwise(lines)]
        self.pitch = self._usual(pitch, 0 if zone.resumed else zone.heads)
        self.resumed = zone.resumed
        self.boxed = zone.frame is not None and zone.frame.reach > 0  # rules about each cell part the rows
        self.width = len(zone.gutters) + 1
        self.beside = [self._beside(page, zone, a, b) for a, b in pairwise(lines)]
        self.heads = self._heads(zone)
        self.fields = list(fields) or self._fields(self.width)
        self.lead, self.opener = self._lead(self.width)
        if self.lead < 0:  # lines within a cell stand no further apart than their letters are high
            self.pitch = min(self.pitch, 1.15 * median(line.size for line in lines))

    def rows(self) -> list[list[int]]:
        """The lines of each row, the heads (if there are any) left out; where the zone goes on from the page before
        and its first line opens no row, the first row is the rest of that page's last."""
        out: list[list[int]] = []
        for k in range(self.heads, len(self.lines)):
            if not out or self._opens(k):
                out.append([k])
            else:
                out[-1].append(k)
        return out

    def tall(self) -> dict[int, int]:
        """By row (of `rows`), how many rows its first cell spans: the rules below it begin beside that cell."""
        rows = self.rows()
        out: dict[int, int] = {}
        top = 0
        for n in range(1, len(rows)):
            first = rows[n][0]
            if self.beside[first - 1] and not any(0 in self.grid[k] for k in rows[n]):
                out[top] = out.get(top, 1) + 1
            else:
                top = n
        return out

    def goes_on(self) -> bool:
        """Whether the first line belongs to the last row of the page before."""
        if not self.resumed:
            return False
        if self.boxed:
            return 0 not in self.grid[0] or bool(_SMALL.match(self.grid[0][0][0].text))
        if set(self.grid[0]) == {0} and self.lead != 0 and _SECTION.fullmatch(self.lines[0].text.strip()):
            return False  # "2012" above the rows of that year
        return not self._leads(0) if self.lead >= 0 else 0 not in self.grid[0]

    # ------------------------------------------------------------------ heads

    def _heads(self, zone: Zone) -> int:
        if zone.resumed:
            return 0
        if zone.frame is not None:
            return zone.heads
        for k, ruled in enumerate(self.ruled[:4]):
            if ruled and (zone.heads or self._looks_like_heads(k + 1)):
                # Heads that are underlined may have a line below: "(in cubic metres)".
                near = (
                    self.steps[k] <= 1.1 * self.pitch and max(self.steps[k + 1 : k + 2], default=0) > 1.3 * self.pitch
                )
                return k + 2 if near and self._second(k + 1) else k + 1
        if not zone.heads:
            return 0
        n = zone.heads
        while n < min(4, len(self.lines) - 1) and self.steps[n - 1] <= 1.1 * self.pitch and self._second(n):
            n += 1
        return n

    def _looks_like_heads(self, n: int) -> bool:
        words = [" ".join(w.text for w in ws) for row in self.grid[:n] for ws in row.values()]
        figures = any(_FIGURE.match(t) and not _YEAR.search(t) for row in self.grid[:n] for t in _texts(row, 1))
        return all(len(t.split()) <= 6 for t in words) and not any(DATE.match(t) for t in words) and not figures

    def _second(self, n: int) -> bool:
        """Whether a line is the second line of the heads: "of meeting" under "Date"."""
        return all(
            len(ws) <= 4 and bool(_SMALL.match(ws[0].text)) and not DATE.match(" ".join(w.text for w in ws))
            for ws in self.grid[n].values()
        )

    def _fields(self, width: int) -> list[str]:
        texts: list[list[str]] = [[] for _ in range(width)]
        for row in self.grid[: self.heads]:
            for column, ws in row.items():
                texts[column] += [w.text for w in ws]
        return [header_field(" ".join(t)) for t in texts]

    # ------------------------------------------------------------------ rows

    def _usual(self, pitch: float, heads: int) -> float:
        """The distance of baselines within a cell, those of the heads, which are smaller, left out."""
        near: list[float] = []
        within: list[float] = []  # to lines that go on with a sentence
        above: dict[int, float] = {}
        for line, row in zip(self.lines[heads:], self.grid[heads:], strict=True):
            for column, words in row.items():
                step = round(line.bottom - above.get(column, line.bottom), 1)
                if 0 < step <= 1.3 * pitch:
                    near.append(step)
                    if len(row) == 1 and words[0].text[0].islower():
                        within.append(step)
                above[column] = line.bottom
        usual = Counter(near).most_common(1)[0][0] if near else pitch
        return min([usual, *Counter(within).most_common(1)[0][:1]]) if within else usual

    def _ruled(self, page: Page, above: Line, below: Line) -> bool:
        """Whether a rule over more than half of the table stands between two lines."""
        width = max(line.x1 for line in self.lines) - min(line.x0 for line in self.lines)
        return any(
            above.top + 2 < r.top < below.bottom - 2 and above.bottom - 4 < r.top < below.top + 4
            for r in page.strokes
            if r.covered > 0.5 * width
        )

    def _beside(self, page: Page, zone: Zone, above: Line, below: Line) -> bool:
        """Whether rules stand between two lines from the second column on, and none in the first."""
        low, high = zone.gutters[0]
        between = [r for r in page.strokes if above.bottom - 4 < r.top < below.top + 4]
        return bool(between) and all(r.x0 > low - 4 and r.x1 > high + 10 for r in between)

    def _lead(self, width: int) -> tuple[int, re.Pattern[str]]:
        """The column whose cells open the rows, and what they look like: dates, else times, else numbers; or -1."""
        if "date" in self.fields:
            return self.fields.index("date"), DATE
        body = self.grid[self.heads :]
        for what in (DATE, _TIME, _COUNT):
            for column in range(width):
                texts = [" ".join(w.text for w in row[column]) for row in body if column in row]
                hits = sum(bool(what.match(t)) and len(t) < 40 for t in texts)
                if hits >= 2 and hits >= 0.6 * len(texts) and (column == 0 or what is DATE):
                    return column, what
        return -1, DATE

    def _leads(self, k: int) -> bool:
        text = " ".join(w.text for w in self.grid[k].get(self.lead, ()))
        if not text or len(text) >= 60:
            return False
        if self.opener is DATE and text[0].isdigit() and k + 1 < len(self.grid) and self.steps[k] <= 1.3 * self.pitch:
            text += "".join(f" {w.text}" for w in self.grid[k + 1].get(self.lead, ()))  # "6-9" above "November"
        return bool(self.opener.match(text))

    def _numbered(self, k: int) -> bool:
        """Whether a line gives the number of a meeting and, in the columns beside it, what begins there."""
        if "number" not in self.fields or self.opener is not DATE:
            return False
        column = self.fields.index("number")
        number = " ".join(w.text for w in self.grid[k].get(column, ()))
        others = [words[0].text for at, words in self.grid[k].items() if at not in (column, self.lead)]
        return bool(_ORDINAL.fullmatch(number)) and len(others) == self.width - 2 and not any(map(_SMALL.match, others))

    def _opens(self, k: int) -> bool:
        row, step, ruled = self.grid[k], self.steps[k - 1], self.ruled[k - 1]
        if self.boxed:
            return ruled or self.beside[k - 1]
        if self._all_ruled():
            return ruled or (self.lead >= 0 and self._leads(k) and step > 1.15 * self.pitch and not self._unfinished(k))
        if not ruled and self._same_cell(k):
            return False
        apart = ruled or step > max(1.22 * self.pitch, self.pitch + 2.0)
        if self.lead >= 0:
            if self._leads(k):
                return not self._unfinished(k)
            if step > 1.1 * self.pitch and self._numbered(k):
                return True  # the second meeting of a day that is printed once
            # Rows without a date of their own: carried down, or of one cell over all columns.
            return apart and (self.lead != 0 or self._spaced()) and (0 in row or self._spaced())
        if 0 not in row or _SMALL.match(row[0][0].text):
            return apart
        others = _texts(row, 1)
        if 0 in self.grid[k - 1] and _DASH.search(self.grid[k - 1][0][-1].text) and not ruled:
            return False
        figures = bool(others) and all(_FIGURE.match(text) and not DATE.match(text) for text in others)
        name = not figures or (list(self.grid[k - 1]) == [0] and self._spaced())  # "… and Northern" above "Ireland 69"
        return apart or (figures and not name) or not self._spaced()

    def _same_cell(self, k: int) -> bool:
        """Whether a line is the second paragraph of a cell: it stands alone under a sentence that has ended."""
        row, above = self.grid[k], self.grid[k - 1]
        column = next(iter(row))
        if len(row) > 1 or self.width < 3 or column == 0 or column not in above or column == self.lead:
            return False
        return bool(_ENDED.search(above[column][-1].text))

    def _all_ruled(self) -> bool:
        """Whether rules part the rows; UN tables have one above the sums, and one at the end."""
        n = sum(self.ruled[self.heads :])
        wide = sum(s > max(1.22 * self.pitch, self.pitch + 2.0) for s in self.steps[self.heads :])
        return n >= 2 and n >= 0.6 * wide

    def _spaced(self) -> bool:
        """Whether rows are set apart by white: there are two distances of lines, and the larger ones part the rows."""
        body = self.steps[self.heads :]
        wide = sum(s > max(1.22 * self.pitch, self.pitch + 2.0) for s in body)
        return wide > 0 and (len(body) - wide > 0 or wide == len(body))

    def _unfinished(self, k: int) -> bool:
        """Whether the cell above goes on: it ends in "and", "to", a dash or a comma, or is a day without a month."""
        if self.steps[k - 1] > 1.5 * self.pitch:
            return False
        for j in range(k - 1, self.heads - 1, -1):
            if self.lead in self.grid[j]:
                return bool(_OPEN.search(" ".join(w.text for w in self.grid[j][self.lead]))) and j == k - 1
        return False
