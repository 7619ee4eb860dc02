"""How the words of a block become text: blanks, hyphens at the ends of lines, marks of notes; and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.model import Box
from extract.read.flow import raised
from extract.read.layout.page import Page, Word, turned

_SIGNS = '.,;:()’”"“'


@dataclass(slots=True)
class Piece:
    """What becomes one block: its words, by line."""

    lines: list[list[Word]]
    style: str = ""
    table: int = -1
    row: int = -1
    column: int = -1
    gap: int = 0
    rows: int = 1

    @property
    def page(self) -> int:
        return self.lines[0][0].page


def vocabulary_of(pieces: Sequence[Piece]) -> Counter[str]:
    """How often each word stands in the document; the halves of divided ones are none."""
    out = Counter[str]()
    for piece in pieces:
        half = False
        for line in piece.lines:
            out.update(w.text.strip(_SIGNS).lower() for w in (line[1:] if half else line))
            half = line[-1].text.endswith("-")
    return out


def joined(
    lines: Sequence[Sequence[Word]], vocabulary: Counter[str]
) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The words of a block with single spaces, and where the marks of notes and the doubtful words stand in it."""
    text = ""
    marks: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    for line in lines:
        for k, word in enumerate(line):
            start = word.text
            if not text:
                text = start
            elif k == 0 and len(text) > 1 and text[-1] == "-" and text[-2].isalpha():
                head, at = text.rpartition(" ")[2], len(text)
                text = text[: at - len(head)] + _hyphen(head, start, vocabulary)
                if len(text) < at + len(start):  # the hyphen is gone
                    doubtful = [(a, b - (b == at)) for a, b in doubtful]
            elif word.raised and k and line[k - 1].x1 + 6 > word.x0:
                text += raised(text, start)
            else:
                text += f" {start}"
            if word.doubtful:
                doubtful.append((len(text) - len(start), len(text)))
            if word.raised and text.endswith(start):
                marks.append((len(text) - len(start), len(text)))
    return text, marks, doubtful


def _hyphen(head: str, tail: str, vocabulary: Counter[str]) -> str:
    """Two halves of a word at the end of a line; the rest of the document decides whether the hyphen is its own."""
    core, stem = tail.strip(_SIGNS).lower(), head[:-1].strip(_SIGNS).lower()
    if vocabulary[f"{stem}-{core}"] > 0:
        return head + tail
    if vocabulary[stem + core] > 0:
        return head[:-1] + tail
    known = vocabulary[stem] > 0 and vocabulary[core] > 0
    if not tail[:1].islower() or known or "-" in stem or stem in compound_heads():
        return head + tail
    return head[:-1] + tail


@cache
def compound_heads() -> frozenset[str]:
    """Words that stand before a hyphen of their own ("large-scale"), from `knowledge/hyphens.csv`."""
    return frozenset(row["word"] for row in lexicon.rows("hyphens"))


def boxes_of(lines: Sequence[Sequence[Word]], shown: dict[tuple[int, int], Page]) -> tuple[Box, ...]:
    """Where the words stand on the pages as they are shown, a box a page and column of prose."""
    out: list[Box] = []
    for line in lines:
        x0, x1 = min(w.x0 for w in line), max(w.x1 for w in line)
        top, bottom, page = min(w.top for w in line), max(w.bottom for w in line), line[0].page
        last = out[-1] if out else None
        if last is not None and last.page == page and bottom >= last.top and x0 < last.x1 and x1 > last.x0:
            out[-1] = Box(page, min(last.x0, x0), min(last.top, top), max(last.x1, x1), max(last.bottom, bottom))
        else:
            out.append(Box(page, x0, top, x1, bottom))
    if shown and (sheet := shown.get((lines[0][0].page, lines[0][0].turn))):
        out = [Box(b.page, *turned((b.x0, b.top, b.x1, b.bottom), sheet.shown, sheet.width, sheet.height)) for b in out]
    return tuple(out)
