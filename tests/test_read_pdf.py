"""PDF with a text layer: the same records as the text, nothing lost, pages and furniture told apart."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from extract import extract
from extract.model import InputError
from extract.read import read
from tests.pdf_fixture import pdf

SHARED = Path(__file__).resolve().parents[2] / "shared" / "reports"
RAW = Path(__file__).resolve().parents[1] / "raw" / "S_2006_972.txt"
needs_reports = pytest.mark.skipif(not SHARED.exists(), reason="the folder of real reports is not there")
TEXT_LAYER = sorted(p for p in SHARED.glob("pdf/*.pdf") if p.stem != "UNMOT_S_1995_390") if SHARED.exists() else []
# Numbered paragraphs as hand coders elsewhere counted them (README of the reports).
COUNTS = {"MINUSTAH_S_2006_592": 98, "UNMIT_S_2011_641": 69, "UNTAC_S_25719": 141, "UNMIK_S_2006_45": 23}


def _characters(text: str) -> Counter[str]:
    """Characters but blanks, control characters and hyphens, which a line's end may give or take."""
    text = re.sub("[\uf020-\uf07e]", lambda m: chr(ord(m[0]) - 0xF000), text)  # the font Symbol and its like
    return Counter(c for c in text if not c.isspace() and c.isprintable() and c not in "-\ufffe\u00ad")


def _as_printed(char: str) -> str:
    return char.encode("mac_roman").decode("cp1252")


@needs_reports
@pytest.mark.parametrize("path", TEXT_LAYER, ids=lambda p: p.stem)
def test_every_character_of_each_page_is_in_the_text_once(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    theirs = "".join(page.get_textpage().get_text_range() for page in document)
    ours, theirs_too = _characters(read(path).text), _characters(theirs)
    # Characters of a font that PDFium takes for a Macintosh's are given as they are printed, one for one.
    gained, lost = ours - theirs_too, theirs_too - ours
    assert gained == Counter({_as_printed(c): n for c, n in lost.items()})


@needs_reports
@pytest.mark.parametrize(("stem", "count"), COUNTS.items())
def test_numbered_paragraphs_are_as_counted_by_hand(stem: str, count: int) -> None:
    segments = extract(SHARED / "pdf" / f"{stem}.pdf").rows["segments"]
    body = [s for s in segments if s["kind"] == "paragraph" and s["part"] == "body"]
    assert [s["number"] for s in body] == [str(n) for n in range(1, count + 1)]


@needs_reports
def test_an_annex_that_begins_again_is_a_part_of_its_own() -> None:
    segments = extract(SHARED / "pdf" / "UNMIK_S_2006_45.pdf").rows["segments"]
    annex = [s["number"] for s in segments if s["kind"] == "paragraph" and s["part"] == "annex_1"]
    assert annex[0] == "1" and len(annex) > 100


@needs_reports
def test_the_report_rebuilt_as_pdf_gives_the_records_of_the_text() -> None:
    text, typed = extract(RAW).rows, extract(SHARED / "formats" / "un_typed.pdf").rows
    places = ("char_start", "char_end", "page", "document_id", "text", "date_text", "explanation")
    for table in ("meetings", "participants", "meeting_missions", "references", "claims"):
        left, right = (
            [{k: _flat(v) for k, v in row.items() if k not in places} for row in rows[table]] for rows in (text, typed)
        )
        assert left == right, table
    found = [
        [(d["kind"], d["severity"], d["meeting_id"], _flat(d["chosen_value"])) for d in rows["discrepancies"]]
        for rows in (text, typed)
    ]
    assert found[0] == found[1]


def _flat(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _page(lines: list[str], *, number: int, top: float = 100) -> list[tuple[float, float, float, str]]:
    body = [(100.0, top + 12 * i, 10.0, line) for i, line in enumerate(lines)]
    return [(480.0, 40.0, 9.0, "S/2010/77"), *body, (100.0, 760.0, 8.0, f"{number}/3"), (480.0, 760.0, 8.0, "10-12345")]


def _write(tmp_path: Path, data: bytes, name: str = "report.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


LINES = [
    "1.    The Working Group met on 3 May 2010 with the troop-contributing countries, and it",
    "heard the views of the members. Then it considered all of the proposals of the troop-",
    "contributing countries on the safety of personnel and on the conduct of the peace-",
]
MORE = ["keeping operations of that year, as had been agreed upon before the meeting. Peacekeeping goes on."]


def test_a_paragraph_across_a_page_is_whole_and_furniture_stands_apart(tmp_path: Path) -> None:
    last = _page(["2.    The end of it came."], number=3)
    source = read(_write(tmp_path, pdf([_page(LINES, number=1), _page(MORE, number=2), last])))
    first = source.text[source.blocks[0].start : source.blocks[0].end]
    blocks = [(b.style, source.text[b.start : b.end]) for b in source.blocks]
    paragraph = next(text for style, text in blocks if text.startswith("1."))
    assert "proposals of the troop-contributing countries" in paragraph
    assert "conduct of the peacekeeping operations of that year" in paragraph
    assert first and {text for style, text in blocks if style == "furniture"} >= {"S/2010/77"}
    assert not re.search(r"10-12345|S/2010/77", paragraph)
    assert [b.page for b in source.blocks if source.text[b.start :].startswith("2. ")] == [3]


def test_a_table_without_rules_crosses_a_page(tmp_path: Path) -> None:
    def row(y: float, *cells: str) -> list[tuple[float, float, float, str]]:
        return [(x, y, 9.0, cell) for x, cell in zip((100.0, 200.0, 400.0), cells, strict=False) if cell]

    one = [
        *_page(["Annex", "", "", "Meetings of the Committee"], number=1),
        *row(180, "Date", "Participants", "Subject"),
        *row(200, "3 May 2010", "Members of the Committee and", "Programme of work"),
        *row(211, "", "officials of the Secretariat", ""),
        *row(230, "9 June 2010", "Members of the Committee and", "Options for the future"),
    ]
    two = [
        *_page([], number=2),
        *row(90, "Date", "Participants", "Subject"),
        *row(105, "", "representatives of UNDP", "of the mission"),
        *row(125, "1 July 2010", "Members of the Committee only", "Report"),
    ]
    meetings = extract(_write(tmp_path, pdf([one, two, _page(["The end."], number=3)]))).rows["meetings"]
    assert [str(m["start_date"]) for m in meetings] == ["2010-05-03", "2010-06-09", "2010-07-01"]
    assert meetings[1]["participants_text"] == "Members of the Committee and representatives of UNDP"
    assert meetings[1]["subject"] == "Options for the future of the mission"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4\n%garbage", "no readable PDF"),
        (pdf([_page(LINES, number=1)])[:300], "PDF"),
        (b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "web page"),
        (pdf([[]]), "no text"),
        (pdf([]), "PDF"),
    ],
    ids=["garbage", "truncated", "web page", "empty page", "no pages"],
)
def test_bad_pdf_is_refused_in_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(InputError) as error:
        read(_write(tmp_path, data))
    assert words in error.value.message and "\n" not in error.value.message
