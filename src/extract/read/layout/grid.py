"""Tables on a page: which lines are one, and where its columns are.

UN tables have few rules or none (ST/DCS/1: one above the heads, one below, one at the end), so columns are the strips
that stay white from line to line. Heads that are known (`knowledge/table_headers.csv`) are a sign of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.heads import header_field
from extract.read.layout.frames import Framed
from extract.read.layout.page import Line, Page, Word
from extract.read.layout.rules import enclosed, ended, headed_again
from extract.read.layout.zone import MASTHEAD, Gutter, Zone

_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:(?:\s?[-–,&]\s?|,?\s(?:to|and)\s)\d{1,2}(?:st|nd|rd|th)?){0,31},?\s+"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
DATE = re.compile(
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?),?\s)?"
    rf"(?:(?:{_DAYS})?(?:{_MONTH})\b|{_DAYS}{_SHORT_MONTH})|\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
)
_LABEL = re.compile(
    r"(?:\d{1,3}\.|\(?[a-z]{1,5}\)|[IVXL]{1,6}\.|[A-Z]\.|[•–—*-]|\d{1,3}/|[*†‡§]+"
    r"|\d{1,2}[A-Z]?(?:\.[IVX]{1,4})?\.\d{1,3}\.?)$"
)
_NUMBER = re.compile(r"\d{1,3}\.$")
_SUM = re.compile(r"(?:US)?[$€£]\s?\d[\d ,.]*$")
LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")


class Finder:
    """Looks for tables on the pages of one document.

    Args:
        space: the usual blank between words, in points.
        pitch: the usual distance of baselines, in points.
    """

    def __init__(self, space: float, pitch: float) -> None:
        self.gap = max(5.5, 2.2 * space)
        self.narrow = max(4.5, 1.6 * space)  # a white strip that is narrower is none
        self.space, self.pitch = space, pitch

    def zones(self, page: Page, lines: Sequence[Line], carried: Zone | None, starts: Sequence[float]) -> list[Zone]:
        """The tables among the lines of a page.

        Args:
            page: the page, with its rules.
            lines: its lines in reading order, without furniture and notes.
            carried: the table with which the page before ends, if it does.
            starts: where the columns of that table begin.
        """
        out: list[Zone] = []
        at = 0
        framed = Framed(page, lines, self.pitch, self.gap)
        if carried is not None and lines:
            zone = carried.frame and framed.rest(carried.frame)
            zone = zone or self._resume(page, lines, carried, starts)
            if zone:
                out.append(zone)
                at = zone.last
        floor = at
        while at < len(lines):
            zone = framed.zone(at) or self._zone(page, lines, at, floor, out[-1].columns(lines) if out else starts)
            if zone is None:
                at += 1
            else:
                out.append(zone)
                at = floor = zone.last
        return out

    # ------------------------------------------------------------------ where one begins

    def _zone(self, page: Page, lines: Sequence[Line], at: int, floor: int, starts: Sequence[float]) -> Zone | None:
        """The table that begins with line `at`; those before `floor` are taken. `starts`: see `zones`."""
        heads = self.heads(lines[at]) if at + 1 < len(lines) else []
        gaps = self._gaps(lines[at])
        if not heads and not self._tabular(lines[at], gaps):
            return None
        first = lines[at]
        gutters = [(a[-1].x1, b[0].x0) for a, b in pairwise(heads)] if heads else gaps
        last, gutters, confirmed, tabular = self._grow(page, lines, at, gutters, known=bool(heads))
        if heads:
            if last == at + 1 or not gutters:
                return None
            top = self._upper_heads(lines, at, gutters)
            return Zone(top, last, self._strips(lines[at + 1 : last], gutters), at - top + 1)
        least = 2 if enclosed(page, lines, at, last, self.pitch) else 3
        if sums := self._sums(lines, at, last):
            last, least = sums, 1
        elif last > at and self._known(lines[at:last], starts):
            least = 1
        if tabular < least or not gutters or max(confirmed) < least:
            return None
        block = lines[at:last]
        if first.page == 1 and any(MASTHEAD.search(line.text) for line in block):
            return None
        if sum(bool(LEADERS.search(line.text)) for line in block) >= 0.3 * len(block):
            return None  # a table of contents
        gutters = [g for g, n in zip(gutters, confirmed, strict=True) if n >= min(2, least) and self._aligned(block, g)]
        if not gutters:
            return None
        upper = self._upper_part(page, block)
        strips = self._strips(block[upper:], gutters)
        return Zone(at if upper else self._upper_rows(lines, at, floor, strips), last, strips, upper)

    def _sums(self, lines: Sequence[Line], at: int, last: int) -> int:
        """Where lines under a colon end that name sums of money, 0 if there are none: one or two are a table too."""
        if not at or not lines[at - 1].text.endswith(":"):
            return 0
        end = at
        while end < last and lines[end].x0 > lines[at].x0 - 3 and not _NUMBER.match(lines[end].words[0].text):
            row = lines[end].pieces(20)
            if len(row) > 2 or (len(row) == 2 and not _SUM.match(" ".join(w.text for w in row[1]))):
                return 0
            end += 1
        return end if len(lines[at].pieces(20)) == 2 else 0

    def _known(self, block: Sequence[Line], starts: Sequence[float]) -> bool:
        """Whether lines stand in the columns of the table above."""
        places = [piece[0].x0 for line in block for piece in line.pieces(self.gap)]
        here = [next((k for k, x in enumerate(starts) if abs(x - place) < 2), -1) for place in places]
        return len(block) > 2 and len(starts) > 1 and set(here) == set(range(len(starts)))

    def _upper_rows(self, lines: Sequence[Line], at: int, floor: int, gutters: Sequence[Gutter]) -> int:
        """Where rows of one cell begin that stand above the first row of several, set apart from what is above them."""
        top = at
        while top > floor:
            line, below = lines[top - 1], lines[top]
            if line.column != below.column or below.bottom - line.bottom > 1.35 * self.pitch:
                return top
            if line.x1 > gutters[0][1] or abs(line.x0 - lines[at].x0) > 2 or line.face != below.words[0].face:
                break
            top -= 1
        return top if top == 0 else at

    def shifted(self, zone: Zone, by: float) -> Zone:
        """A zone whose columns stand elsewhere, as the margins of left and right pages do."""
        gutters = [(a + by, b + by) for a, b in zone.gutters]
        return Zone(zone.first, zone.last, gutters, zone.heads, frame=zone.frame)

    def _resume(self, page: Page, lines: Sequence[Line], carried: Zone, starts: Sequence[float]) -> Zone | None:
        """The table of the page before, going on under the running header."""
        if not lines or self.heads(lines[0]) or self._paragraph(lines[0], carried.gutters):
            return None
        gutters = list(carried.gutters)
        last, kept, confirmed, tabular = self._grow(page, lines, 0, gutters, known=True)
        if not tabular:
            return self._rest(lines, carried, starts)
        if len(kept) != len(gutters):
            return None
        words = [w for line in lines[:last] for piece in line.pieces(self.gap) for w in piece[:1]]
        if sum(any(abs(w.x0 - x) < 5 for x in starts) for w in words) < 0.6 * len(words):
            return None
        return Zone(0, last, kept, resumed=True) if max(confirmed) >= 1 else None

    def _rest(self, lines: Sequence[Line], carried: Zone, starts: Sequence[float]) -> Zone | None:
        """The last lines of one cell, alone on the next page: they begin where a column other than the first does."""
        last = 0
        while last < len(lines):
            line = lines[last]
            apart = last > 0 and line.bottom - lines[last - 1].bottom > 1.35 * self.pitch
            here = any(abs(line.x0 - x) < 3 for x in starts[1:])
            if apart or not here or not all(self._narrowed(g, line) for g in carried.gutters):
                break
            last += 1
        return Zone(0, last, list(carried.gutters), resumed=True) if last else None

    def _before_title(self, lines: Sequence[Line], least: int, last: int, gutters: Sequence[Gutter]) -> int:
        """Where a table ends when the heads of the next one follow: before the title of that one."""
        while last > least and not any(_both(lines[last - 1], g) for g in gutters):
            if lines[last - 1].x0 > gutters[0][1] - 1:
                break
            last -= 1
        return last

    def _upper_heads(self, lines: Sequence[Line], at: int, gutters: Sequence[Gutter]) -> int:
        """Where heads of several lines begin: "International / Maritime / Organization No."."""
        top = at
        while top > 0 and at - top < 3:
            line, below = lines[top - 1], lines[top]
            near = line.column == below.column and below.bottom - line.bottom <= 1.2 * min(self.pitch, below.size * 1.2)
            short = all(len(piece) <= 3 for piece in line.pieces(self.gap)) and not line.text.endswith((".", ":"))
            inside = line.x0 >= lines[at].x0 - 2 and line.x1 <= lines[at].x1 + 40
            if not (near and short and inside and all(self._narrowed(g, line) for g in gutters)):
                break
            top -= 1
        return top

    def _upper_part(self, page: Page, block: Sequence[Line]) -> int:
        """How many lines stand above a rule within the first lines of a table: its heads."""
        rules = [r.top for r in page.strokes if r.covered > 0.4 * page.width]
        for k in range(min(4, len(block) - 2)):
            if any(block[k].bottom - 4 < top < block[k + 1].top + 4 for top in rules):
                short = all(len(piece) <= 7 for line in block[: k + 1] for piece in line.pieces(self.gap))
                return k + 1 if short else 0
        return 0

    def _strips(self, body: Sequence[Line], gutters: list[Gutter]) -> list[Gutter]:
        """The strips of a table by its rows alone: heads stand so close that some do not show between them."""
        white = Counter[int]()
        black = Counter[int]()
        for line in body:
            for a, b in pairwise(line.words):
                if b.x0 - a.x1 >= self.narrow:
                    white.update(range(round(a.x1) + 1, round(b.x0)))
            for piece in line.pieces(self.narrow):
                black.update(range(round(piece[0].x0), round(piece[-1].x1) + 1))
        least = max(2, 0.4 * max(white.values(), default=0))
        found = sorted(x for x, n in white.items() if n >= least and black[x] <= 0.1 * n)
        out: list[Gutter] = []
        for x in found:
            if out and x - out[-1][1] <= 1.5:
                out[-1] = (out[-1][0], float(x))
            else:
                out.append((float(x), float(x)))
        out = [(a, b) for a, b in out if b - a >= self.narrow - 2 and self._aligned(body, (a, b))]
        return out if len(out) > len(gutters) else gutters

    def heads(self, line: Line) -> list[tuple[Word, ...]]:
        """The heads of a table, where a line is that: known ones, far apart, at least two."""
        pieces = line.pieces(max(7.0, 2.2 * self.space))
        if not 2 <= len(pieces) <= 9:
            return []
        texts = [" ".join(w.text for w in piece) for piece in pieces]
        if sum(bool(header_field(text)) for text in texts) < 2 or any(re.search(r"\d{4}", text) for text in texts):
            return []
        return pieces

    def _tabular(self, line: Line, gaps: Sequence[Gutter]) -> bool:
        return bool(gaps) and not LEADERS.search(line.text)

    def _gaps(self, line: Line) -> list[Gutter]:
        """The wide blanks of a line; the one behind a number or a letter is none."""
        pieces = line.pieces(self.gap)
        out = [(a[-1].x1, b[0].x0) for a, b in pairwise(pieces)]
        if len(out) == 1 and len(pieces[0]) == 1 and _LABEL.match(pieces[0][0].text):
            return []
        return out

    # ------------------------------------------------------------------ how far it goes

    def _grow(
        self, page: Page, lines: Sequence[Line], at: int, gutters: list[Gutter], *, known: bool
    ) -> tuple[int, list[Gutter], list[int], int]:
        """From line `at` down as far as the strips stay white.

        Returns:
            The line after the last, the strips, how many lines have words on both sides of each, and how many lines
            have words in more than one column.
        """
        headed = bool(self.heads(lines[at]))
        confirmed = [int(_both(lines[at], g)) for g in gutters]
        tabular = int(any(confirmed))
        last = at + 1 if tabular or known else at
        largest = lines[at].size
        for k in range(at + 1, len(lines)):
            line, above = lines[k], lines[k - 1]
            if line.column != above.column or line.bottom - above.bottom > 6 * self.pitch:
                break
            if k > at + 1 and not self._gaps(line) and ended(page, lines, k, self.pitch):
                break
            if (k > at + 1 or not headed) and self.heads(line):
                last = self._before_title(lines, at + 2 if headed else at, last, gutters)
                break
            if k > at + 1 and headed_again(page, lines, at, k, gap=self.gap, pitch=self.pitch):
                last = self._before_title(lines, at + 1, last, gutters)
                break
            if self._paragraph(line, gutters):
                break
            if line.size > 1.12 * largest and k > at + 1:
                break  # the text goes on in larger letters
            largest = max(largest, line.size)
            now = [self._narrowed(g, line) for g in gutters]
            alive = [g is not None for g in now]
            if all(alive):
                both = [g is not None and _both(line, g) for g in now]
                if any(both):
                    tabular += 1
                elif not self._goes_on(line, above, gutters, lines, k, first=headed and k == at + 1):
                    break
                gutters = [g for g in now if g is not None]
                confirmed = [n + b for n, b in zip(confirmed, both, strict=True)]
                last = k + 1
                continue
            firm = [n >= 2 or known for n in confirmed]
            if all(a or f for a, f in zip(alive, firm, strict=True)):
                # A cell that runs over several columns, beside others or, if the table goes on after it, alone.
                beside = any(g is not None and _both(line, g) for g in now)
                if not beside and not self._merged(line, gutters, lines, k):
                    break
                last = k + 1
                continue
            kept = [i for i, a in enumerate(alive) if a]
            gutters_now = [g for g in now if g is not None]
            if not any(_both(line, g) for g in gutters_now):
                break
            tabular += 1
            confirmed = [confirmed[i] + int(_both(line, g)) for i, g in zip(kept, gutters_now, strict=True)]
            gutters = gutters_now
            last = k + 1
        return last, gutters, confirmed, tabular

    def _paragraph(self, line: Line, gutters: Sequence[Gutter]) -> bool:
        """Whether prose begins: a numbered paragraph, or a line that runs across the columns without a wide blank."""
        if line.x0 > gutters[0][1] - 1:
            return False
        pieces = line.pieces(max(5.0, 1.9 * self.space))  # justified lines have wide blanks
        numbered = len(line.words) > 4 and bool(_NUMBER.match(line.words[0].text)) and line.x0 < gutters[0][0]
        if numbered and any(self._narrowed(g, line) is None for g in gutters if g[0] > line.words[0].x1 + 20):
            return True
        wide = pieces[-1][-1].x1 - pieces[-1][0].x0 > 0.7 * (line.margins[1] - line.margins[0])
        if not wide or len(pieces) > 2 or (len(pieces) == 2 and not (numbered and len(pieces[0]) == 1)):
            return False
        # Cells that nearly touch begin where their columns do; words of prose do not.
        return not any(0 <= w.x0 - g[1] < 2.5 for g in gutters for w in line.words[1:])

    def _goes_on(
        self, line: Line, above: Line, gutters: Sequence[Gutter], lines: Sequence[Line], k: int, *, first: bool
    ) -> bool:
        """Whether a line in one column only is a part of the table: a cell's next line, or a row of one cell.

        `first`: it stands under the heads, which may be in smaller letters.
        """
        if line.bottom - above.bottom <= 1.35 * self.pitch or line.x0 > gutters[0][1] - 1:
            return first or line.size <= 1.2 * above.size
        return self._follows(gutters, lines, k)

    def _merged(self, line: Line, gutters: Sequence[Gutter], lines: Sequence[Line], k: int) -> bool:
        """Whether a line that crosses the strips is a cell over several columns, short and between rows."""
        wide = line.x1 - line.x0 > 0.75 * (line.margins[1] - line.margins[0])
        return not wide and self._follows(gutters, lines, k)

    def _follows(self, gutters: Sequence[Gutter], lines: Sequence[Line], k: int) -> bool:
        """Whether one of the next lines has words on both sides of a strip, and keeps to all of them."""
        for line in lines[k + 1 : k + 4]:
            if line.bottom - lines[k].bottom > 5 * self.pitch:
                return False
            now = [self._narrowed(g, line) for g in gutters]
            if all(now) and any(g is not None and _both(line, g) for g in now):
                return True
        return False

    def _aligned(self, block: Sequence[Line], gutter: Gutter) -> bool:
        """Whether what stands right of a strip begins, ends or centres at one place."""
        right = [[w for w in line.words if w.x0 >= gutter[1] - 1] for line in block if _both(line, gutter)]
        pieces = [_first_piece(words, self.gap) for words in right if words]
        for place in (
            [p[0].x0 for p in pieces],
            [p[-1].x1 for p in pieces],
            [(p[0].x0 + p[-1].x1) / 2 for p in pieces],
        ):
            if max((sum(abs(x - y) < 4 for y in place) for x in place), default=0) >= 0.6 * len(place):
                return True
        return False

    def _narrowed(self, gutter: Gutter, line: Line) -> Gutter | None:
        """What a line leaves white of a strip: the widest part, or None."""
        low, high = gutter
        best: Gutter | None = None
        at = low
        for w in line.words:
            if w.x1 <= low or w.x0 >= high:
                continue
            if w.x0 - at > self.narrow and (best is None or w.x0 - at > best[1] - best[0]):
                best = (at, w.x0)
            at = max(at, w.x1)
        if high - at > self.narrow and (best is None or high - at > best[1] - best[0]):
            best = (at, high)
        return best


def _first_piece(words: Sequence[Word], gap: float) -> list[Word]:
    out = [words[0]]
    for word in words[1:]:
        if word.x0 - out[-1].x1 > gap:
            break
        out.append(word)
    return out


def _both(line: Line, gutter: Gutter) -> bool:
    """Whether a line has words on both sides of a strip and none in it."""
    middle = (gutter[0] + gutter[1]) / 2
    left = right = False
    for w in line.words:
        if w.x0 < middle < w.x1:
            return False
        left, right = left or w.x1 <= middle, right or w.x0 >= middle
    return left and right
