"""Tables of a plain text whose columns stand apart by blanks, as typists and old text programs set them.

Such a table is laid down anew in the way of "save as plain text" (see `text`): each cell behind a tab, a blank line
between rows. A run of lines is taken for one only where its columns are plain and its heads or its dates say what
stands in them; all else stays as it is.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.heads import header_field

_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
_NARROW = re.compile(r"\S {2,}\S")
_YEAR = re.compile(
    rf"\s*(?:(?i:{'|'.join(month_name[1:])}),?\s)?(?:1[89]|20)\d\d\s*$"
)  # a section: "1956", "MARCH 1956"
_RULE = re.compile(r"[\s_=.–—-]++$")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(
    rf"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–,&]|and|to)\s?\d{{1,2}}){{0,8}}\s(?:{_MONTHS})"
    rf"|(?:{_MONTHS})[a-z]*\.?\s\d{{1,2}}\b|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}\.\s?[-–&]|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\s?[-–]"
    r"|(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s\d{1,2}$)"
)
# In a column of dates a row opens with a day alone too, or with a month.
_OPENS = re.compile(
    rf"{_DATE.pattern}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\.?(?=$|[\s\"”])|(?:{_MONTHS})[a-z]*\.?$"
)
_HOUR = re.compile(
    r"(?:from\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?\s?m\b|h(?:rs|ours)?\b|[-–])|\d{1,2}[.:]\d\d(?!\d)", re.I
)
# A line of its own above the hours of a programme: "Monday, 15 September 1986".
_DAY_ROW = re.compile(
    rf"\s*(?:[A-Z][a-z]{{2,8}}day,?\s)?(?:\d{{1,2}}\s(?:{_MONTHS})[a-z]*|(?:{_MONTHS})[a-z]*\s\d{{1,2}}),?(?:\s\d{{4}})?\s*$"
)
_UNFINISHED = re.compile(r"(?:[-–,&]|\band|\bto)$")
_ROWS = 3  # lines with two columns or more
_BLANK = 2  # blank lines within a table
_BREAK = re.compile(
    r"\s*(?:(?:ANNEX|Annex|APPENDIX|Appendix|TABLE|Table|ENCLOSURE|Enclosure)\b|[IVX]{1,5}\.\s|\(?\d{1,3}\.\s{1,4}[A-Z][a-z]+\s(?:[a-z]|\S.{40}))"
)
_INDENT = 8  # blanks before a line that goes on with a cell
_WIDE = 2  # blanks between two columns


def tabbed(text: str) -> str:
    """The text with its tables of that kind laid down anew; the same text where it has none."""
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    for start, end in _runs(lines):
        rows = _rows(lines[start:end])
        if rows:
            out += [*lines[at:start], *_laid(rows)]
            at = end
    return "\n".join([*out, *lines[at:]]) if at else text


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines that may be those of a table begin and end."""
    start, end, blank = -1, -1, 0
    for k, line in enumerate([*lines, "x" * 90]):
        if not line.strip():
            blank += 1
            continue
        plain = "\f" not in line and (bool(_GAP.search(line)) or _is_rule(line))
        if _BREAK.match(line) and not _GAP.search(line.strip()):
            if start >= 0:
                yield start, end
            start, blank = -1, 0
            continue
        goes_on = (
            start >= 0
            and blank <= _BLANK
            and (_NARROW.search(line.strip()) or len(line.strip()) <= 40 or line.startswith(" " * _INDENT))
        )
        if plain and (start < 0 or blank > _BLANK):
            if start >= 0 and end > start:
                yield start, end
            start, end = _with_year(lines, k), k + 1
        elif plain or goes_on:
            end = k + 1
        elif start >= 0:
            yield start, end
            start = -1
        blank = 0


def _with_year(lines: Sequence[str], at: int) -> int:
    """Where a table begins whose first row is at a line: at the year, month or day above it, if one stands there."""
    above = next((k for k in range(at - 1, max(-1, at - 2 - _BLANK), -1) if lines[k].strip()), at)
    return above if above < at and (_YEAR.match(lines[above]) or _DAY_ROW.match(lines[above])) else at


Row = list[str]


def _is_rule(line: str) -> bool:
    """Whether a line is drawn: "-------   ----"."""
    return bool(_RULE.match(line)) and re.search(r"[_=–—-]{3}", line) is not None


def _rows(lines: Sequence[str]) -> list[Row]:
    """The rows of a run of lines, the heads first; nothing where it is no table."""
    whole = [line for line in lines if _GAP.search(line)]
    if len(whole) < _ROWS or any("\t" in line for line in lines):
        return []
    cuts = _gutters(lines)
    if not cuts:
        return []
    lines = [line for line in lines if not _is_rule(line)]
    cells = [_cells(line, cuts) if line.strip() else [] for line in lines]
    width = len(cuts) + 1
    dated = [sum(bool(row and _DATE.match(row[k])) for row in cells) for k in range(width)]
    when = max(range(width), key=lambda k: dated[k])
    timed = sum(bool(row and _HOUR.match(row[when])) for row in cells)
    if dated[when] < 2 and timed < _ROWS:
        return []
    first = next((k for k, row in enumerate(cells) if row and _DATE.match(row[when])), None)
    if first is None:
        return []
    above = [row for row in cells[:first] if row]
    heads = [" ".join(filter(None, (row[k] for row in above if _n(row) > 1 or not row[0]))) for k in range(width)]
    if sum(bool(header_field(text)) for text in heads) < 2 and max(dated[when], timed) < _ROWS:
        return []
    if above and _n(above[0]) == 1 and not _YEAR.match(lines[0]):
        return []  # a title within the run: its extent is not known
    out = [heads] if any(heads) else []
    out += [row for row in above if _n(row) == 1 and row[0]]  # a section above the first row
    return out + _body(lines[first:], cells[first:], when, _indent(lines, cuts, when))


def _body(lines: Sequence[str], cells: Sequence[Row], when: int, inner: int) -> list[Row]:
    """The rows below the heads: which lines open one, and which go on with the cells above.

    Args:
        lines: the lines.
        cells: the cells of each line, none of a blank one.
        when: the column of the dates.
        inner: where rows with a date begin; lines further to the left are sections.
    """
    out: list[Row] = []
    after_blank = closed = False
    for line, row in zip(lines, cells, strict=True):
        if not row:
            after_blank = True
            continue
        if _YEAR.match(line) and _n(row) == 1 and not row[when]:
            out.append([line.strip(), *[""] * (len(row) - 1)])
            closed, after_blank = True, False
            continue
        # A line of the first column only: "Kenya" above its cities, a year; else the rest of the cell above.
        alone = bool(row[0]) and _n(row) == 1
        section = alone and (after_blank or len(line) - len(line.lstrip()) < inner) and when > 0
        opens = bool(_OPENS.match(row[when]) or _HOUR.match(row[when])) and (when == 0 or bool(row[0]) or after_blank)
        opens = opens and (after_blank or not (out and _UNFINISHED.search(out[-1][when])))
        # a second entry of a day: "Aiwo   Visit to the works"
        again = after_blank and when == 0 and _n(row) > 1 and all(c[0].isupper() for c in row if c)
        if not out or opens or section or again or (after_blank and row[0]) or (closed and not alone):
            out.append(row)
        else:
            out[-1] = [f"{a} {b}".strip() for a, b in zip(out[-1], row, strict=True)]
        closed, after_blank = section, False
    return out


def _n(row: Row) -> int:
    """How many cells of a row are filled."""
    return sum(map(bool, row))


def _indent(lines: Sequence[str], cuts: Sequence[tuple[int, int]], when: int) -> int:
    """Where the first cell of a row with a date begins; 0 where rows begin at different places."""
    starts = {
        len(line) - len(line.lstrip())
        for line in lines
        if line.strip() and when > 0 and _DATE.match((c := _cells(line, cuts))[when]) and c[0]
    }
    return starts.pop() if len(starts) == 1 else 0


def _gutters(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of columns that are blank in all lines with words on both sides of it; none where they are not plain."""
    body = [line.rstrip() for line in lines if line.strip() and not _is_rule(line)]
    body = [line for line in body if _GAP.search(line) or line.startswith(" " * _INDENT)]
    width = max(map(len, body))
    blank = [all(k >= len(line) or line[k] == " " for line in body) for k in range(width)]
    runs: list[tuple[int, int]] = []
    for k, free in enumerate([*blank, False]):
        if free and not (runs and runs[-1][1] == k):
            runs.append((k, k + 1))
        elif free:
            runs[-1] = (runs[-1][0], k + 1)
    left = min(len(line) - len(line.lstrip()) for line in body)
    found = [(a, b) for a, b in runs if b - a >= _WIDE and a > left]
    sides = [
        (a, b)
        for a, b in found
        if sum(bool(line[:a].strip()) and bool(line[b:].strip()) for line in body) >= max(2, 0.3 * len(body))
    ]
    return sides if all(b[0] > a[1] for a, b in pairwise(sides)) else []


def _cells(line: str, cuts: Sequence[tuple[int, int]]) -> Row:
    """The words of a line by column; words that run across a gutter stay in the column that they begin in."""
    edges = [0, *((a + b) // 2 for a, b in cuts if not line[a:b].strip()), len(line) + 1]
    found = iter(" ".join(line[a:b].split()) for a, b in pairwise(edges))
    return [next(found), *("" if line[a:b].strip() else next(found) for a, b in cuts)]


def _laid(rows: Sequence[Row]) -> Iterator[str]:
    """The rows with each cell on a line of its own behind a tab, and a blank line between rows."""
    yield ""
    for row in rows:
        filled = [k for k, cell in enumerate(row) if cell]
        if len(filled) == 1 and filled[0] == 0:
            yield f"\t{row[0]}"  # a section row
        else:
            yield from (f"\t{cell}" for cell in row)
        yield ""
