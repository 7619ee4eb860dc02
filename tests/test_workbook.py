"""The workbook: the same rows with their types, nothing that a spreadsheet would run, nothing cut silently."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract, tables
from extract.report import Row, Rows, flat
from extract.write.workbook.cells import MOST, shown
from tests.support import REAL, SHARED
from tests.writing import combined, write_workbook

RUN: dict[str, Any] = {"version": "0", "knowledge": "k", "model": "m", "python": "3", "packages": {}, "warnings": []}
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "{=1}",
    '"quoted", it\'s; "so"',
    "http://example.org/x",
    "mailto:a@b",
    "a\0b",
    "\x0b\x1f\ufffe\uffff",
    "\u202egnirts\u202c",
    "🕊️ peace 👩🏽‍⚖️",
    "_x0041_ stays",
    " blank ahead and behind ",
    "12345678901234567890",
    "1/2",
    "TRUE",
)


@pytest.fixture(scope="module")
def real() -> Rows:
    return combined([extract(REAL)])


def written(rows: Rows, path: Path, **options: Any) -> openpyxl.Workbook:
    write_workbook(rows, RUN, path, **options)
    return openpyxl.load_workbook(path)


def values(book: openpyxl.Workbook, sheet: str) -> list[Row]:
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in body]


def plain(value: Any) -> Any:
    """What openpyxl reads, as the program writes it: days, and characters that the format escapes."""
    if isinstance(value, dt.datetime):
        return value.date()
    if value in ("=TRUE()", "=FALSE()"):  # LibreOffice's way to save a truth value
        return value == "=TRUE()"
    return openpyxl.utils.escape.unescape(value) if isinstance(value, str) else value


def with_text(real: Rows, text: str) -> Rows:
    """The real rows, with one text in every free text of the first event, its document and its discrepancy."""
    rows = {name: [dict(r) for r in table] for name, table in real.items()}
    for name, table in rows.items():
        for column in tables.BY_NAME[name].columns:
            if column.type == "string" and not column.values and not column.name.endswith("_id") and table:
                table[0][column.name] = text
    return rows


@pytest.fixture(scope="module")
def book(real: Rows, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    return written(real, tmp_path_factory.mktemp("book") / "unreports.xlsx")


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda t: t.name)
def test_a_sheet_is_its_table(real: Rows, book: openpyxl.Workbook, table: tables.Table) -> None:
    assert [c.value for c in book[table.name][1]] == list(table.names)
    found = values(book, table.name)
    assert len(found) == len(real[table.name])
    for here, row in zip(found, real[table.name], strict=True):
        for column in table.columns:
            lines = (table.name, column.name) == ("segments", "text")
            value = plain(here[column.name])
            assert value == shown(column.type, row[column.name], lines=lines), (table.name, column.name)
            if column.type != "string" and value is not None:
                assert isinstance(value, bool) == (column.type == "boolean")
                assert isinstance(value, dt.date) == (column.type == "date")


def test_overview_and_readme_come_first(book: openpyxl.Workbook) -> None:
    assert book.sheetnames[:3] == ["Overview", "README", "meetings"]
    assert set(book.sheetnames[2:]) == {t.name for t in tables.TABLES}
    told = {c.value for row in book["README"].iter_rows() for c in row}
    for table in tables.TABLES:
        assert table.meaning in told and all(c.meaning in told for c in table.columns)


def test_the_overview_counts(real: Rows, book: openpyxl.Workbook) -> None:
    sheet = book["Overview"]
    figures = {sheet.cell(5, i).value: sheet.cell(4, i).value for i in range(1, 9)}
    assert figures == {
        "documents": 1,
        "events": 19,
        "own events": 19,
        "discrepancies": len(real["discrepancies"]),
        "contradictions": sum(d["severity"] == "error" for d in real["discrepancies"]),
        "to look at first": sum(m["needs_review"] for m in real["meetings"]),
        "corrected": 0,
        "refused": 0,
    }
    by_year = {r[0]: r[1:] for r in sheet.iter_rows(values_only=True) if r[0] in (2005, 2006, "all years")}
    assert (
        by_year["all years"][6]
        == sum(1 for m in real["meetings"] if m["is_own"])
        == by_year[2005][6] + by_year[2006][6]
    )


def test_header_stays_and_filters(book: openpyxl.Workbook) -> None:
    for table in tables.TABLES:
        assert book[table.name].freeze_panes == "B2"
        assert book[table.name].auto_filter.ref.startswith("A1:")


def test_a_meeting_links_to_its_place_in_the_review_page(real: Rows, book: openpyxl.Workbook) -> None:
    for row, m in enumerate(real["meetings"], 2):
        link = book["meetings"].cell(row, 1).hyperlink
        assert unquote(link.target) == f"review/documents/{m['document_id']}.html"
        assert unquote(link.location) == m["meeting_id"]


def test_marked_rows_have_a_colour(book: openpyxl.Workbook) -> None:
    """By rules that look at the columns, so that the colour follows what a person edits."""
    place = {c.value: c.column_letter for c in book["meetings"][1]}
    rules = {r.formula[0] for found in book["meetings"].conditional_formatting for r in found.rules}
    assert {
        f"${place['needs_review']}2=TRUE",
        f"${place['n_discrepancies']}2>0",
        f'${place["corrected"]}2<>""',
    } <= rules


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_a_formula_or_a_link(real: Rows, tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.xlsx"
    found = written(with_text(real, text), path)
    assert plain(found["meetings"]["M2"].value if False else values(found, "meetings")[0]["subject"]) == shown(
        "string", text
    )
    for sheet in found:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None or cell.hyperlink.target.startswith("review/"), cell.coordinate
    with zipfile.ZipFile(path) as z:
        sheets = [z.read(name) for name in z.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(tables.TABLES) + 2
    assert not any(b"<f>" in s.split(b"<sheetData>")[-1].split(b"</sheetData>")[0] for s in sheets)


@pytest.mark.parametrize("char", ["x", "\U0001f54a", "é"])
def test_long_text_is_cut_with_a_note(real: Rows, tmp_path: Path, char: str) -> None:
    text = char * 40_000
    value = values(written(with_text(real, text), tmp_path / "b.xlsx"), "meetings")[0]["subject"]
    assert value.startswith(char * 10_000)
    assert value.endswith("[…] cut: the cell of the CSV file has 40,000 characters")
    assert len(value.encode("utf-16-le")) // 2 <= MOST


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_text_is_kept_but_for_what_no_cell_can_hold(text: str) -> None:
    value = shown("string", text) or ""
    assert len(value) == len(flat(text))
    assert all(a == b or b == "\ufffd" for a, b in zip(flat(text), value, strict=True))


def test_days_before_excels_calendar_are_text(real: Rows, tmp_path: Path) -> None:
    rows = {name: [dict(r) for r in table] for name, table in real.items()}
    rows["meetings"][0]["start_date"] = dt.date(1899, 5, 18)
    assert values(written(rows, tmp_path / "b.xlsx"), "meetings")[0]["start_date"] == "1899-05-18"


def test_a_long_table_goes_on_in_further_sheets(real: Rows, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    notes = write_workbook(real, RUN, path, most_rows=100)
    found = openpyxl.load_workbook(path)
    parts = [s for s in found.sheetnames if re.fullmatch(r"mentions(_\d)?", s)]
    assert parts == ["mentions", "mentions_2", "mentions_3"]
    ids = [r["mention_id"] for s in parts for r in values(found, s)]
    assert ids == [r["mention_id"] for r in real["mentions"]]
    assert any("mentions" in n and "mentions_3" in n for n in notes)
    told = [str(c.value) for row in found["README"].iter_rows() for c in row]
    assert any("mentions_2" in t for t in told)


def test_no_documents_at_all(tmp_path: Path) -> None:
    rows: Rows = {t.name: [] for t in tables.TABLES}
    rows["rejected"] = [
        {"source_file": "a.pdf", "sha256": "", "stage": "read", "error": "InputError", "message": "=no text"}
    ]
    found = written(rows, tmp_path / "b.xlsx")
    assert values(found, "rejected")[0]["message"] == "=no text"
    assert any(c.value == "=no text" and c.data_type == "s" for row in found["Overview"].iter_rows() for c in row)


def test_no_event_of_the_issuing_body(real: Rows, tmp_path: Path) -> None:
    rows = {**real, "meetings": [{**m, "is_own": False} for m in real["meetings"]]}
    sheet = written(rows, tmp_path / "b.xlsx")["Overview"]
    assert ["all years", *[0] * 7, 19] in [[c.value for c in line][:9] for line in sheet.iter_rows()]


def test_the_same_rows_give_the_same_bytes(real: Rows, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(real, RUN, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def office() -> str:
    program = shutil.which("soffice")
    if program is None or not any(Path(program).resolve().parent.glob("libsc*")):
        pytest.skip("LibreOffice Calc is not installed (Debian: libreoffice-calc-nogui)")
    return program


def resaved(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    folder.mkdir()
    subprocess.run(
        [
            office(),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder / path.name


def test_libreoffice_reads_the_same(real: Rows, tmp_path: Path) -> None:
    rows = with_text(real, "=1+1")
    rows["meetings"][1]["subject"] = "\t@x"
    written(rows, tmp_path / "b.xlsx")
    before, after = (
        openpyxl.load_workbook(p) for p in (tmp_path / "b.xlsx", resaved(tmp_path / "b.xlsx", tmp_path / "lo"))
    )
    for table in tables.TABLES:
        old, new = ([{k: plain(v) for k, v in r.items()} for r in values(b, table.name)] for b in (before, after))
        assert old == new, table.name
    formulas = {c.value for s in after for line in s.iter_rows() for c in line if c.data_type == "f"}
    assert formulas <= {"=TRUE()", "=FALSE()"}


@pytest.mark.parametrize("name", ["txt", "html"])
def test_shared_reports(tmp_path: Path, name: str) -> None:
    folder = SHARED / "reports" / name
    if not folder.exists():
        pytest.skip("../shared/reports is not there")
    rows = combined([extract(p) for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".html")][:4])
    found = written(rows, tmp_path / "b.xlsx")
    for table in tables.TABLES:
        assert len(values(found, table.name)) == len(rows[table.name])
