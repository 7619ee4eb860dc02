"""Whatever stands wherever on a page: every word comes out once, and again the same."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Source
from extract.read.layout import lay_down
from extract.read.layout.page import Page, Rule, Word, pages
from extract.segment import segment
from tests.page_fixture import read, segments, well_formed
from tests.pdf_fixture import Item, Stroke, Words

SCRAPS = (
    "Date", "Participants", "Subject", "Time", "No.", "3", "May", "2010", "6-9", "November", "1.", "2.", "(a)", "(i)",
    "IV.", "1/", "*", "th", "peace-", "keeping", "Secretary-", "General", "10", "a.m.", "1 p.m.", "S/2010/77", "Annex",
    "10-12345", "/...", "________", "-----------", "=====", "Members", "of", "the", "Committee", "held", "a", "meeting.",
    "(Signed)", "Distr.", "....................", "–", "-", "12,500", "é", "🕊", "عربي",
)  # fmt: skip
# On a coarse grid words meet on lines and in columns; off it they lie anywhere, partly off the page.
PLACES = st.one_of(
    st.tuples(st.sampled_from([72.0, 100.0, 200.0, 322.0, 400.0, 500.0]), st.integers(3, 64).map(lambda n: n * 12.0)),
    st.tuples(st.floats(-50, 700), st.floats(-50, 850)),
)
WORDS = st.builds(
    lambda place, text, wide, size, raised, turn, doubtful, face: (
        place,
        text,
        wide,
        size,
        raised,
        turn,
        doubtful,
        face,
    ),
    PLACES,
    st.one_of(st.sampled_from(SCRAPS), st.text("abcdefgXYZ0123456789.-", min_size=1, max_size=12)),
    st.floats(0, 120),
    st.sampled_from([4.0, 7.0, 9.0, 10.0, 10.0, 10.0, 14.0, 30.0]),
    st.sampled_from([False, False, False, True]),
    st.sampled_from([0, 0, 0, 0, 90, 180, 270]),
    st.booleans(),
    st.sampled_from(["", "", "b", "i"]),
)
RULES = st.lists(
    st.builds(
        lambda x, y, length, upright: Rule(x, y, x, y + length) if upright else Rule(x, y, x + length, y),
        st.floats(0, 500), st.floats(0, 780), st.floats(8, 500), st.booleans(),
    ),
    max_size=8,
)  # fmt: skip
DOCUMENTS = st.lists(
    st.tuples(st.lists(WORDS, max_size=60), RULES, st.sampled_from([0, 0, 90, 180, 270])), min_size=1, max_size=4
)


def _pages(document: list[tuple[list[tuple], list[Rule], int]]) -> tuple[list[Page], list[Word]]:
    out: list[Page] = []
    said: list[Word] = []
    for number, (words, rules, rotation) in enumerate(document, 1):
        own = [
            Word(text, x, x + wide, y, y + size, number, raised, turn, doubtful and text[-1] != "-", face)
            for (x, y), text, wide, size, raised, turn, doubtful, face in words
        ]
        said += own
        out += pages(number, 612, 792, own, rules, rotation)
    return out, said


def _characters(text: str) -> Counter[str]:
    """All but blanks, and hyphens, of which the end of a line may take one."""
    return Counter(c for c in text if not c.isspace() and c != "-")


@settings(max_examples=400)
@given(document=DOCUMENTS)
def test_every_word_comes_out_once(document: list[tuple[list[tuple], list[Rule], int]]) -> None:
    laid, said = _pages(document)
    text, blocks, marks, doubtful = lay_down(laid)
    assert _characters(text) == _characters(" ".join(w.text for w in said))
    source = Source("x.pdf", "pdf", "0" * 64, text, tuple(blocks), len(document), (), doubtful, marks)
    well_formed(source)
    asked = Counter(w.text for w in said if w.doubtful)
    assert not Counter(text[a:b] for a, b in doubtful) - asked
    for a, b in marks:
        assert text[a:b].strip() == text[a:b] and any(block.start <= a < b <= block.end for block in blocks)
    assert all(
        1 <= box.page <= len(document) and box.x0 <= box.x1 and box.top <= box.bottom
        for block in blocks
        for box in block.boxes
    )
    covered = {i for s in segment(source, "x") for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(text))
    assert lay_down(_pages(document)[0]) == (text, blocks, marks, doubtful)


def test_a_doubtful_word_at_the_end_of_a_line() -> None:
    words = [
        Word("the", 72, 90, 100, 110, 1),
        Word("recog-", 93, 130, 100, 110, 1, doubtful=True),
        Word("nition", 72, 100, 112, 122, 1),
        Word("of", 103, 112, 112, 122, 1),
    ]
    text, _, _, ((start, end),) = lay_down(pages(1, 612, 792, words))
    assert "recognition" in text
    assert text[start:end] in ("recog", "recognition")


def _printed(cells: dict[tuple[int, int], str], strokes: list[int], fonts: list[str]) -> list[Item]:
    out: list[Item] = [Stroke(60, 60 + 13 * y, 540, 60 + 13 * y, filled=y % 2 > 0) for y in strokes]
    for (column, row), text in cells.items():
        out.append(Words(60 + 62 * column, 70 + 13 * row, 9, text[:11], fonts[(row + column) % len(fonts)]))
    return out


PRINTED = st.lists(
    st.builds(
        _printed,
        st.dictionaries(
            st.tuples(st.integers(0, 7), st.integers(0, 50)),
            st.one_of(
                st.sampled_from([s for s in SCRAPS if s.isascii()]),
                st.text("abcdefgXYZ0123456789.,;:()-/ ", min_size=1, max_size=11).filter(str.strip),
            ),
            min_size=1,
            max_size=120,
        ),
        st.lists(st.integers(0, 50), max_size=6),
        st.lists(st.sampled_from(["Helvetica", "Helvetica-Bold", "Courier", "Times-Italic"]), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60)
@given(document=PRINTED, rotate=st.sampled_from([0, 0, 90, 180, 270]))
def test_every_printed_word_comes_out_once(document: list[list[Item]], rotate: int) -> None:
    """The same through a PDF: cells of words, none over another, with rules between them."""
    source = read(*document, rotate=rotate)
    assert _characters(source.text) == _characters(
        " ".join(i.text for page in document for i in page if isinstance(i, Words))
    )
    well_formed(source)
    wide, high = (612, 792) if rotate % 180 == 0 else (792, 612)
    for block in source.blocks:
        for box in block.boxes:
            assert -3 <= box.x0 <= box.x1 <= wide + 3 and -3 <= box.top <= box.bottom <= high + 3
    assert read(*document, rotate=rotate) == source
    covered = {i for s in segments(source) for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(source.text))
