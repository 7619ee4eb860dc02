"""Scans: recognised as well as the text, only where there is no text, and sure of no more than was seen."""

from __future__ import annotations

import ctypes
import io
import random
import shutil
import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image, ImageDraw

from extract import extract
from extract.assemble import assemble
from extract.model import InputError, Source
from extract.read import ocr, picture, read, slips, tesseract
from extract.read.layout.page import Word
from extract.recognise import recognise
from extract.reconcile import Meeting, reconcile
from extract.segment import segment
from tests.pdf_fixture import Text, pdf
from tests.scan_fixture import blurred, coarse, faxed, pictures, scan, shadowed, specked, spoilt, turned
from tests.support import REAL, SHARED

needs_tesseract = pytest.mark.skipif(not tesseract.available(), reason="tesseract with English is not installed")
needs_reports = pytest.mark.skipif(not SHARED.exists(), reason="the folder of real reports is not there")

PROSE = [
    "1.    The Working Group met on 3 May 2010 with the troop-contributing countries and heard the",
    "views of the members on the safety of personnel. It then considered all of the proposals that",
    "had been made by the countries concerned, and agreed to come back to them in the same year.",
    "2.    On 17 June 2010 the Working Group held its second meeting, on the options for the future.",
]


@cache
def _rows() -> list[dict[str, object]]:
    """The 19 rows of the tables of the real report."""
    return [m for m in extract(REAL).rows["meetings"] if m["in_annex"]]


@cache
def _annex() -> bytes:
    """These rows set as tables, without rules, on two pages."""
    pages: list[list[Text]] = []
    page: list[Text] = []
    y, title = 800.0, ""
    for row in _rows():
        cells = [
            textwrap.wrap(str(row[field]), width)
            for field, width in (("date_text", 20), ("participants_text", 44), ("subject", 38))
        ]
        new = row["table_title"] != title
        if y + 12 * max(map(len, cells)) + 60 * new > 740:
            page, y = [(480.0, 40.0, 9.0, "S/2006/972")], 70.0
            pages.append(page)
            new = True
        if new:
            if len(pages) == 1 and not title:
                page.append((280.0, y, 12.0, "Annex"))
            title = str(row["table_title"])
            page += [(72.0, y + 24, 10.0, title)]
            page += [(x, y + 44, 8.0, head) for x, head in zip(XS, ("Date", "Participants", "Subject"), strict=True)]
            y += 64
        page += [(x, y + 11 * i, 9.0, line) for x, cell in zip(XS, cells, strict=True) for i, line in enumerate(cell)]
        y += 11 * max(map(len, cells)) + 8
    return pdf(pages)


XS = (72.0, 180.0, 390.0)


def _prose(shift: int = 0) -> bytes:
    return pdf(
        [[(480.0, 40.0, 9.0, "S/2010/77"), *((72.0, 120.0 + 14 * i, 11.0, s) for i, s in enumerate(PROSE))]],
        shift=shift,
    )


def _write(tmp_path: Path, data: bytes, name: str = "report.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _joined(*documents: bytes) -> bytes:
    out = pypdfium2.PdfDocument.new()
    for data in documents:
        out.import_pages(pypdfium2.PdfDocument(data))
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def _days(path: Path) -> Counter[tuple[str, str]]:
    rows = extract(path).rows["meetings"]
    return Counter((str(m["start_date"]), str(m["end_date"])) for m in rows if m["in_annex"])


def _true() -> Counter[tuple[str, str]]:
    return Counter((str(m["start_date"]), str(m["end_date"])) for m in _rows())


# ---------------------------------------------------------------------- what is recognised


@needs_tesseract
def test_a_noisy_scan_gives_the_rows_of_the_text(tmp_path: Path) -> None:
    pages = spoilt(pictures(_annex()), turned(-1.7), blurred(1.2))
    found = _days(_write(tmp_path, scan(pages, quality=30)))
    assert (_true() & found).total() >= 18
    assert not found - _true()


@needs_tesseract
@pytest.mark.parametrize(
    "change",
    [turned(90), turned(180), turned(-90), specked(0.03), shadowed(0.2), coarse(0.5), faxed],
    ids=["on its left side", "upside down", "on its right side", "specks", "shadow", "150 dpi", "no greys"],
)
def test_a_spoilt_page_gives_every_date(tmp_path: Path, change: Callable[[Image.Image], Image.Image]) -> None:
    dpi = 150 if change(Image.new("L", (10, 10))).width == 5 else 300
    path = _write(tmp_path, scan([change(pictures(_prose())[0])], dpi, quality=50))
    text = " ".join(read(path).text.split())
    assert "1. The Working Group met on 3 May 2010 with" in text
    assert "2. On 17 June 2010 the Working Group" in text


LEFT = """
    The Working Group met on 3 May 2010 with the countries that contribute troops and heard their views on the safety of
    personnel in the north. On 17 June 2010 it met again, and agreed to come back to the proposals of the members.
    At its meeting of 9 July 2010 it considered a draft of its report, and asked the Secretariat for further figures.
"""
RIGHT = """
    The Mission continued its patrols along the river. From 11 to 13 August 2010 the Chair visited the area, where he
    met with the local authorities. Both sides agreed to open the road to trade. The Chair briefed the Security Council
    on 20 September 2010, and the members thanked him for his efforts in the past year and wished him well.
"""


def _two_columns(offset: float) -> bytes:
    """A page with a title across two columns, whose lines are not level with each other."""
    lines: list[Text] = [
        (60, 80, 11, "Report of the Working Group on the safety of personnel in the field, with its annexes")
    ]
    for x, y, words in ((60, 120.0, LEFT), (320, 120.0 + offset, RIGHT)):
        for n, line in enumerate(textwrap.wrap(" ".join((words * 3).split()), 42)):
            lines.append((x, y + 16 * n, 11, line))
    return pdf([lines])


@needs_tesseract
def test_two_columns_are_recognised_one_after_the_other(tmp_path: Path) -> None:
    """S/2001/59: the lines of one column lie between those of the other; read as one block both lose words."""
    text = " ".join(read(_write(tmp_path, scan(pictures(_two_columns(7))))).text.split())
    for words in (LEFT, RIGHT):
        assert " ".join((words * 3).split()) in text


def test_a_page_is_cut_between_columns_alone() -> None:
    """A title across is a piece of its own; a page of one column, with its blanks between words, is one piece."""
    page = np.asarray(pictures(_two_columns(7))[0])
    (title, left, right, *below) = picture.pieces(page)
    width = page.shape[1]
    assert title[2:] == (0, width) and left[2] == 0 and left[3] == right[2] and right[3] == width
    assert left[:2] == right[:2] and title[1] == left[0] and 0.4 * width < left[3] < 0.55 * width
    assert all(piece[2:] == (0, width) for piece in below)
    one = np.asarray(pictures(_prose())[0])
    assert picture.pieces(one) == [(0, one.shape[0], 0, one.shape[1])]
    assert picture.pieces(np.full((300, 200), 255, np.uint8)) == [(0, 300, 0, 200)]
    for edge in (slice(0, 12), slice(188, 200)):  # a stamp at the edge, and no text
        stamp = np.full((300, 200), 255, np.uint8)
        stamp[100:200, edge] = 0
        assert picture.pieces(stamp) == [(0, 300, 0, 200)]


@needs_tesseract
def test_only_the_page_without_text_is_recognised(tmp_path: Path) -> None:
    typed = _prose()
    mixed = _joined(typed, scan(pictures(_prose())), typed)
    source = read(_write(tmp_path, mixed))
    assert source.n_pages == 3
    assert [w for w in source.warnings if "OCR" in w and "recognised by OCR have" not in w] == [
        "page 2 is without readable text: recognised by OCR"
    ]
    assert source.text.count("met on 3 May 2010 with") == 3


@needs_tesseract
@pytest.mark.parametrize("shift", [1, 29, 0xE000], ids=["letters put on by one", "glyph numbers", "private use"])
def test_a_text_layer_of_garbage_is_recognised_as_such(tmp_path: Path, shift: int) -> None:
    source = read(_write(tmp_path, _prose(shift)))
    assert "The Working Group met on 3 May 2010 with" in " ".join(source.text.split())
    assert source.text.count("2010/77") == 1


def _layered(picture: bytes, lines: list[str], top: float = 720.0) -> bytes:
    """A scan with lines of text behind the picture, the first of them `top` points above the foot of the page."""
    document = pypdfium2.PdfDocument(picture)
    page = document[0]
    for k, line in enumerate(lines):
        text = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 8.0)
        wide = ctypes.create_string_buffer(line.encode("utf-16-le") + b"\0\0")
        assert raw.FPDFText_SetText(text, ctypes.cast(wide, raw.FPDF_WIDESTRING))
        assert raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72.0, top - 10 * k)
        raw.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    assert len(page.get_textpage().get_text_range()) > 200
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@needs_tesseract
def test_a_stamp_is_no_text_layer(tmp_path: Path) -> None:
    stamps = [
        f"Retrieved from the library on 4 April 2020, copy {k}, for study and for no other use at all" for k in range(3)
    ]
    source = read(_write(tmp_path, _layered(scan(pictures(_prose())), stamps, 40.0)))
    assert "met on 3 May 2010 with" in source.text


# What scanners of the 1990s made of their pages; S/24090 has "t&at", "obstructioa", "8crupulouslg", "Depb&L;-".
_MISREAD = [
    line.replace("the ", "t&e ", 1).replace("Working", "WorkPng").replace("3 May", "3 &y").replace("2010", "ZQ10")
    for line in PROSE
]


@needs_tesseract
def test_a_text_layer_of_misread_words_is_recognised_anew(tmp_path: Path) -> None:
    source = read(_write(tmp_path, _layered(scan(pictures(_prose())), _MISREAD)))
    assert "The Working Group met on 3 May 2010 with" in " ".join(source.text.split())
    assert "t&e" not in source.text
    assert source.warnings[0] == "every page is in a text layer full of misread words: recognised anew by OCR"


@needs_tesseract
def test_recognition_that_reads_no_better_leaves_the_text_layer(tmp_path: Path) -> None:
    pages = spoilt(pictures(_prose()), coarse(0.1), blurred(2.0))
    source = read(_write(tmp_path, _layered(scan(pages, 30), _MISREAD)))
    assert "t&e" in source.text
    assert [w for w in source.warnings if "misread" in w] == [
        "every page is in a text layer full of misread words: dates and names may be lost; OCR reads no better"
    ]


def test_a_misread_text_layer_is_named_where_nothing_can_be_recognised(tmp_path: Path) -> None:
    source = read(_write(tmp_path, _layered(scan(pictures(_prose(), 100), 100), _MISREAD)), ocr="off")
    assert "WorkPng" in source.text
    assert source.warnings == (
        "every page is in a text layer full of misread words: dates and names may be lost; OCR is off",
    )


@pytest.mark.usefixtures("no_tesseract")
def test_a_sound_text_layer_on_a_picture_stays(tmp_path: Path) -> None:
    lines = [*PROSE, "S/2010/77, A/64/19 (paras. 3-7) and S/PV.5816; see www.un.org/Docs/sc, a/ b/ 1993/94, the 20th"]
    source = read(_write(tmp_path, _layered(scan(pictures(_prose(), 100), 100), lines)))
    assert "met on 3 May 2010 with" in source.text and source.warnings == ()


@needs_tesseract
def test_a_map_gives_a_warning_and_no_garbage(tmp_path: Path) -> None:
    chance = random.Random(5)
    image = Image.new("L", (2550, 3300), 255)
    draw = ImageDraw.Draw(image)
    for _ in range(250):
        x, y = chance.randrange(2400), chance.randrange(3200)
        line = [(x + chance.randrange(-90, 90), y + chance.randrange(-90, 90)) for _ in range(6)]
        draw.line(line, fill=0, width=chance.randrange(2, 9), joint="curve")
    source = read(_write(tmp_path, _joined(_prose(), scan([image]))))
    assert source.text == read(_write(tmp_path, _prose(), "typed.pdf")).text
    assert source.warnings == ("page 2 is without words (a map, a photograph): not in the tables",)


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 0.01)
    source = read(_write(tmp_path, _joined(_prose(), scan(pictures(_prose())))))
    assert source.warnings == ("page 2 is without readable text, and OCR failed: not in the tables",)


@needs_tesseract
def test_what_is_hard_to_read_is_doubtful(tmp_path: Path) -> None:
    pages = spoilt(pictures(_prose()), coarse(0.27), blurred(0.7))
    source = read(_write(tmp_path, scan(pages, 81, quality=20)))
    assert source.doubtful
    assert all(0 <= a < b <= len(source.text) for a, b in source.doubtful)
    assert all(not any(c.isspace() for c in source.text[a:b]) for a, b in source.doubtful)


@needs_tesseract
@needs_reports
def test_a_real_scan_gives_its_paragraphs(tmp_path: Path) -> None:
    report = extract(SHARED / "reports" / "pdf" / "UNMOT_S_1995_390.pdf")
    body = [s for s in report.rows["segments"] if s["kind"] == "paragraph" and s["part"] == "body"]
    assert [s["number"] for s in body] == [str(n) for n in range(1, 22)]
    assert "page 9 is without words (a map, a photograph): not in the tables" in report.warnings


# ---------------------------------------------------------------------- what is not


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("tesseract") is None


@pytest.mark.usefixtures("no_tesseract")
def test_a_scan_without_tesseract_is_refused_with_the_way_out(tmp_path: Path) -> None:
    blank = Image.new("L", (850, 1100), 255)
    with pytest.raises(InputError) as error:
        read(_write(tmp_path, scan([*pictures(_prose(), 100), blank], 100)))
    assert "install tesseract" in error.value.message and "tesseract-ocr-eng" in error.value.message
    assert "\n" not in error.value.message


@pytest.mark.usefixtures("no_tesseract")
def test_the_pages_with_text_are_read_without_tesseract(tmp_path: Path) -> None:
    source = read(_write(tmp_path, _joined(_prose(), scan(pictures(_prose(), 100), 100))))
    assert source.text.count("met on 3 May 2010 with") == 1
    assert len(source.warnings) == 1
    assert source.warnings[0].startswith("page 2 is without readable text") and "tesseract" in source.warnings[0]


def test_ocr_can_be_off(tmp_path: Path) -> None:
    picture = scan(pictures(_prose(), 100), 100)
    with pytest.raises(InputError, match="--ocr off"):
        read(_write(tmp_path, picture), ocr="off")
    source = read(_write(tmp_path, _joined(_prose(), picture), "mixed.pdf"), ocr="off")
    assert source.warnings == ("page 2 is without readable text and not in the tables; OCR is off",)


@pytest.mark.usefixtures("no_tesseract")
def test_a_blank_page_is_no_fault(tmp_path: Path) -> None:
    paper = Image.effect_noise((850, 1100), 12).point(lambda value: min(255, value + 110))
    source = read(_write(tmp_path, _joined(_prose(), pdf([[]]), scan([paper], 100), _prose())))
    assert source.warnings == () and source.n_pages == 4


@needs_reports
@pytest.mark.parametrize("path", sorted((SHARED / "reports" / "pdf").glob("*.pdf")), ids=lambda p: p.stem)
def test_no_text_layer_of_a_real_report_is_taken_for_garbage(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    faults = {ocr.fault(_layer(page), page) for page in document}
    assert faults <= ({"picture"} if path.stem == "UNMOT_S_1995_390" else {"", "blank"})


def _layer(page: pypdfium2.PdfPage) -> list[Word]:
    height = page.get_height()
    textpage = page.get_textpage()
    out = []
    for i in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(i)
        words = textpage.get_text_bounded(left, bottom, right, top).split()
        out += [Word(text, left, right, height - top, height - bottom, 1) for text in words]
    return out


# ---------------------------------------------------------------------- slips


def _words(*lines: str, gap: float = 20.0) -> list[Word]:
    """Lines of words; the first word of each stands apart."""
    out = []
    for k, line in enumerate(lines):
        x = 72.0
        for i, text in enumerate(line.split()):
            out.append(Word(text, x, x + 5 * len(text), 100.0 + 14 * k, 112.0 + 14 * k, 1))
            x += 5 * len(text) + (gap if i == 0 else 3)
    return out


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["l. The Council", "2. The Council"], ["1.", "2."]),
        (["11. The Council", "12, The Council", "13. The Council"], ["11.", "12.", "13."]),
        (["10. The Council", "Il. The Council", "12. The Council"], ["10.", "11.", "12."]),
        (["(c) The Council", "(ad) The Council", "(e) The Council"], ["(c)", "(d)", "(e)"]),
        (["(2) The Council", "(b) The Council"], ["(a)", "(b)"]),
        # Nothing proves these.
        (["l. The Council", "3. The Council"], ["l.", "3."]),
        (["i. The Council", "ii. The Council", "iii. The Council"], ["i.", "ii.", "iii."]),
        (["11. The Council", "l. The Council", "13. The Council"], ["11.", "l.", "13."]),
        (["1. The Council", "2. The Council", "12 May was", "4. The Council"], ["1.", "2.", "12", "4."]),
    ],
)
def test_a_number_is_what_its_neighbours_prove(lines: list[str], first: list[str]) -> None:
    words = _words(*lines)
    slips.mend([words])
    assert [w.text for w in words if w.x0 == 72.0] == first
    assert [w.doubtful for w in words if w.x0 == 72.0] == [
        line.split()[0] != mark for line, mark in zip(lines, first, strict=True)
    ]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("$/2006/972", "S/2006/972"),
        ("(§/1995/105).", "(S/1995/105)."),
        ("8/1994/1102", "S/1994/1102"),
        ("S2006/972", "S/2006/972"),
        ("(c}", "(c)"),
        ("[c]", "[c]"),
        ("$/RES/1547", "S/RES/1547"),
        ("$54,000", "$54,000"),
        ("5/6", "5/6"),
        ("8/2005", "8/2005"),
        ("15/2006/3", "15/2006/3"),
    ],
)
def test_a_symbol_begins_with_a_letter_and_a_label_has_two_brackets(seen: str, meant: str) -> None:
    words = _words(f"see {seen}")
    slips.mend([words])
    assert words[1].text == meant


def test_a_day_glued_to_the_word_before_is_parted() -> None:
    words = _words("Then on17 June 2010 the UNDP2 of2 members")
    slips.mend([words])
    assert " ".join(w.text for w in words) == "Then on 17 June 2010 the UNDP2 of2 members"
    assert all(a.x1 <= b.x0 for a, b in pairwise(words))


def test_one_document_has_one_form_of_apostrophe_and_its_accents() -> None:
    words = _words(
        "Council’s view", "Group’s task", "Chair’s role", "C6te d'Ivoire and Cote d'Ivoire", "The Céte and Cote"
    )
    slips.mend([words])
    assert " ".join(w.text for w in words[-9:]) == "C6te d’Ivoire and Côte d’Ivoire The Côte and Cote"
    alone = _words("the Chair's view")
    slips.mend([alone])
    assert alone[1].text == "Chair's"


def test_a_symbol_with_a_large_letter_is_one_word() -> None:
    words = [Word("S", 501.8, 507.1, 57.3, 73.4, 1), Word("/2006/972", 511.7, 551.5, 57.2, 73.4, 1)]
    slips.mend([words])
    assert [(w.text, w.x0, w.x1) for w in words] == [("S/2006/972", 501.8, 551.5)]


# ---------------------------------------------------------------------- doubt


def _meetings(source: Source, *doubtful: tuple[int, int]) -> list[Meeting]:
    source = replace(source, doubtful=tuple(sorted(doubtful)))
    document = recognise(source, segment(source, "d"), "S_2006_972")
    return reconcile(document, assemble(document)).meetings


def _span(source: Source, words: str, after: str = "") -> tuple[int, int]:
    start = source.text.index(words, source.text.index(after))
    return start, start + len(words)


def test_doubtful_words_ask_for_review() -> None:
    source = read(REAL)
    # 7 July 2006 stands in the annex alone, 25 August 2005 in the prose too.
    alone = next(m for m in _meetings(source) if str(m.telling.first) == "2006-07-07")
    told = next(m for m in _meetings(source) if str(m.telling.first) == "2005-08-25")
    assert not alone.sureness.needs_review and not told.sureness.needs_review and len(told.tellings) == 2
    for meeting in (alone, told):
        for telling in meeting.tellings:
            day = (telling.date_start, telling.date_start + 2)
            subject = (telling.end - 3, telling.end)
            by_day = next(m for m in _meetings(source, day) if m.id == meeting.id)
            by_word = next(m for m in _meetings(source, subject) if m.id == meeting.id)
            assert by_day.sureness.needs_review is (meeting is alone)
            assert by_day.sureness.confidence < meeting.sureness.confidence
            assert by_word.sureness.confidence < meeting.sureness.confidence and not by_word.sureness.needs_review
            elsewhere = {m.id for m in _meetings(source) if not any(t.start <= day[0] < t.end for t in m.tellings)}
            before, after = (
                [m.sureness.confidence for m in found if m.id in elsewhere]
                for found in (_meetings(source), _meetings(source, day))
            )
            assert before == after and len(before) > 10
    days = [(t.date_start, t.date_start + 2) for t in told.tellings]
    assert next(m for m in _meetings(source, *days) if m.id == told.id).sureness.needs_review


def test_a_doubtful_number_of_a_meeting_asks_for_review(tmp_path: Path) -> None:
    text = (
        "United Nations\nA/65/42\nReport of the Disarmament Commission\n\n"
        "1.\tAt its 398th meeting, on 7 April 2010, the Commission adopted its agenda.\n\n"
        "2.\tAt its 399th meeting, on 9 April 2010, the Commission elected its Chair.\n"
    )
    source = read(_write(tmp_path, text.encode(), "A_65_42.txt"))
    sure, doubtful = _meetings(source), _meetings(source, _span(source, "398th"))
    assert [m.telling.number for m in sure] == ["398", "399"]
    assert [m.sureness.needs_review for m in sure] == [False, False]
    assert [m.sureness.needs_review for m in doubtful] == [True, False]


def test_a_running_header_gives_the_symbol_that_the_masthead_does_not(tmp_path: Path) -> None:
    def pages(*symbols: str) -> bytes:
        prose = [(72.0, 120.0 + 14 * i, 11.0, s) for i, s in enumerate([*PROSE, *PROSE])]
        return pdf([[(480.0, 40.0, 9.0, symbol), *prose] for symbol in symbols])

    found = [
        extract(_write(tmp_path, pages(*symbols))).rows["documents"][0]
        for symbols in (("S 2010i77", "S/2010/77", "S/2010/77"), ("S 2010i77", "S/2010/77", "S/2010/78"))
    ]
    assert [(d["document_id"], d["symbol"], d["symbol_basis"]) for d in found] == [
        ("S_2010_77", "S/2010/77", "header"),
        ("report", "", ""),
    ]
