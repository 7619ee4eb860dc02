"""Running headers and footers, page numbers, job numbers, bar codes: what belongs to the page and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.read.layout.page import Line, Page, is_stroke

# What ST/DCS/1 and the printing service put on pages: folios, symbols, job numbers ("06-65943 (E) 191206"), bar codes.
_ALWAYS = re.compile(
    r"(?:\d{1,4}|[ivxl]{1,6}|\d{1,4}\s?/\s?\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—]|Page \d+|English|/?\.\.\.|/…|\*\d{5,}\*"
    r"|[A-Z]{0,4}\d\d-\d{5}(?:\s*\(E\))?.*|[A-Z]{3}\.\d\d-\d{4,5}.*|\(E\)\s*\d{6}.*|[AESTD]/\S+|United Nations|\(E\)"
    r"|\d{6}|Please recycle.*)$"
)
_JOB = re.compile(r"(?:[A-Z]{0,4}\d\d-\d{5}(?:\s*\(E\))?(?:\s*\d{6})?|\*\d{5,}\*|/\.\.\.|/…|Please recycle.*)(?:\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_TOP, _FOOT = 0.11, 0.895  # of the height of the page


def furniture(pages: Sequence[Page]) -> set[int]:
    """The lines (by `id`) that are page furniture: they repeat in the margins, or can be nothing else."""
    found: set[int] = set()
    repeated = Counter[str]()
    edges: list[tuple[Line, bool, bool]] = []
    heights = _crowded(pages)
    offsets = Counter(int(line.text) - page.number for page in pages for line in page.lines if line.text.isdecimal())
    for page in pages:
        found.update(id(line) for line in page.lines if is_stroke(line))
        last = len(page.lines)
        for k, line in enumerate(page.lines):
            inside = line.bottom < _TOP * page.height or line.top > _FOOT * page.height
            if inside or k < 2 or k >= last - 3:
                inner = page.lines[k + 1 : k + 2] if k < last / 2 else page.lines[k - 1 : k]
                apart = all(abs(other.bottom - line.bottom) > 1.4 * line.size for other in inner)
                apart = apart and round(line.top / 4) not in heights
                edges.append((line, inside, apart))
                repeated[_shape(line)] += 1
    often = max(3, len(pages) // 3)
    for line, inside, apart in edges:
        pieces = [" ".join(w.text for w in piece) for piece in line.pieces(8)]
        alone = all(_ALWAYS.match(piece) for piece in pieces) and not line.words[0].raised
        if _YEAR.match(line.text) and offsets[int(line.text) - line.page] < 3:
            alone = False  # the second line of a date in a table
        if (
            (alone and (inside or line.page > 1))
            or (_JOB.match(pieces[0]) and all(_JOB.match(piece) or _ALWAYS.match(piece) for piece in pieces))
            or (inside and len(pages) > 2 and repeated[_shape(line)] >= often and apart)
        ):
            found.add(id(line))
    return found


def _crowded(pages: Sequence[Page]) -> set[int]:
    """The heights (in steps of 4 points) at which pages begin and end with all sorts of words: there is their text."""
    seen: dict[int, list[str]] = {}
    for page in pages:
        for line in (*page.lines[:3], *page.lines[-3:]):
            seen.setdefault(round(line.top / 4), []).append(_shape(line))
    return {height for height, shapes in seen.items() if len(set(shapes)) > max(3, 0.4 * len(shapes))}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
