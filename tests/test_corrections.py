"""Corrections: an edited workbook, the file of its edits, and the next run."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import extract, tables
from extract.cli import main
from extract.corrections import COLUMNS, Correction, CorrectionsError, read, write
from extract.corrections.apply import DELETABLE, Applied, apply
from extract.corrections.compare import Edits, compare
from extract.corrections.follow import follow
from extract.corrections.values import parsed
from extract.model import Settings
from extract.piece import Pieces, of_document, of_run
from extract.report import Rows, written
from extract.run import run
from extract.write.everything import write as write_all
from tests.support import MODEL, REAL, SHARED, files, generated
from tests.test_outputs import contract, rows
from tests.test_workbook import resaved
from tests.writing import combined, write_workbook

ROW_1, ROW_2 = (f"S_2006_972/annex_1/table_1/row_{i}" for i in (1, 2))
ROW_7 = "S_2006_972/annex_1/table_1/row_7"
BURUNDI = "S_2006_972/annex_1/table_2/row_2"


@pytest.fixture(scope="module")
def real() -> Rows:
    return combined([extract(REAL)])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder `raw` and the folder `output` of its run."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "raw").mkdir()
    shutil.copy(REAL, folder / "raw")
    run([folder / "raw"], folder / "output", settings=Settings(MODEL))
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """The same, for one test."""
    shutil.copytree(made, tmp_path / "place")
    return tmp_path / "place"


def edit(folder: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    path = folder / "output" / "unreports.xlsx"
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def cell(book: openpyxl.Workbook, table: str, row_id: str, field: str) -> Any:
    sheet = book[table]
    heads = [c.value for c in sheet[1]]
    key = heads.index(tables.BY_NAME[table].key)
    found = next(r for r in sheet.iter_rows() if r[key].value == row_id)
    return found[heads.index(field)]


def setting(*edits: tuple[str, str, str, Any]) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        for table, row_id, field, value in edits:
            cell(book, table, row_id, field).value = value

    return change


def deleting(table: str, row_id: str) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        book[table].delete_rows(cell(book, table, row_id, tables.BY_NAME[table].key).row)

    return change


def bare(c: Correction) -> tuple[str, ...]:
    return c.table, c.id, c.field, c.old_value, c.new_value


def again(folder: Path) -> Any:
    """The corrections of the workbook go into the input folder, and the next run reads them."""
    assert main(["corrections", str(folder / "output" / "unreports.xlsx")]) == 0
    shutil.copy(folder / "output" / "corrections.csv", folder / "raw")
    return run([folder / "raw"], folder / "output", settings=Settings(MODEL))


# ---------------------------------------------------------------------- workbook → corrections


def test_an_untouched_workbook_gives_none(place: Path) -> None:
    found = compare(place / "output" / "unreports.xlsx")
    assert (found.corrections, found.changed, found.words) == ((), 0, ())


def test_saved_again_gives_none(place: Path) -> None:
    found = compare(edit(place, lambda book: None))
    assert (found.corrections, found.words) == ((), ())


def test_saved_by_libreoffice_gives_none(place: Path, tmp_path: Path) -> None:
    path = place / "output" / "unreports.xlsx"
    shutil.copy(resaved(path, tmp_path / "lo"), path)
    found = compare(path)
    assert (found.corrections, found.words) == ((), ())


def test_sorted_filtered_and_moved_gives_none(place: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for table in ("meetings", "participants", "segments"):
            lines = [[(c.value, c.number_format) for c in line][::-1] for line in book[table].iter_rows()]
            lines[1:] = sorted(lines[1:], key=str, reverse=True)
            for r, line in enumerate(lines, 1):
                for c, (value, form) in enumerate(line, 1):
                    book[table].cell(r, c).value = value
                    book[table].cell(r, c).number_format = form
        book["meetings"].row_dimensions[3].hidden = True
        book.move_sheet("meetings", offset=5)

    found = compare(edit(place, change))
    assert (found.corrections, found.words) == ((), ())


@pytest.mark.parametrize(
    ("table", "row_id", "field", "value", "old", "new"),
    [
        ("meetings", ROW_1, "subject", "=cmd|x", "Organization of work and other procedural issues", None),
        ("meetings", ROW_1, "start_date", dt.date(2005, 1, 12), "2005-01-11", "2005-01-12"),
        ("meetings", ROW_1, "start_date", "2005-01-12", "2005-01-11", "2005-01-12"),
        ("meetings", ROW_1, "start_date", 38364, "2005-01-11", "2005-01-12"),
        ("meetings", ROW_1, "is_own", False, "true", "false"),
        ("meetings", ROW_1, "is_own", 0, "true", "false"),
        ("meetings", ROW_1, "is_own", "FALSE", "true", "false"),
        ("meetings", ROW_1, "event_type", "meeting", "consultations", "meeting"),
        ("meetings", ROW_1, "meeting_number", 400, "", "400"),
        ("meetings", ROW_1, "table_row", 3.0, "1", "3"),
        ("meetings", ROW_2, "missions", None, "UNMIS", ""),
        ("participants", f"{ROW_1}/participant_1", "role", "observers", "members", "observers"),
        ("documents", "S_2006_972", "title", "Report, so called", None, "Report, so called"),
        ("claims", "S_2006_972/body/paragraph_12/claim_1", "value", 15, "3", "15"),
    ],
)
def test_an_edit_is_one_correction(
    place: Path, table: str, row_id: str, field: str, value: Any, old: str | None, new: str | None
) -> None:
    if field == "subject":
        value = "Work: \tplans"
        new = "Work: plans"
    found = compare(edit(place, setting((table, row_id, field, value))))
    assert [bare(c)[:3] for c in found.corrections] == [(table, row_id, field)]
    assert found.corrections[0].new_value == new
    assert old is None or found.corrections[0].old_value == old
    assert found.words == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start_date", dt.date(2005, 1, 11)),
        ("start_date", "2005-01-11"),
        ("confidence", "0.990"),
        ("table_row", "1"),
        ("table_row", 1.0),
        ("is_own", 1),
        ("is_own", "TRUE"),
        ("format", ""),
        ("subject", "Organization of  work and other procedural issues "),
    ],
)
def test_the_same_value_is_no_edit(place: Path, field: str, value: Any) -> None:
    assert compare(edit(place, setting(("meetings", ROW_1, field, value)))).corrections == ()


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("n_participants", 7, "counted from other rows"),
        ("document_id", "S_1", "names the place"),
        ("start_date", "9 December 2005", "a date is written 2005-12-09"),
        ("start_date", dt.datetime(2005, 1, 2, 3, 4), "time of day"),
        ("start_date", 0.25, "a date is written"),
        ("start_date", 1e300, "holds the error"),
        ("event_type", "party", "one of meeting"),
        ("is_own", "perhaps", "true or false"),
        ("is_own", None, "cannot be empty"),
        ("table_row", 1.5, "whole number"),
        ("subject", "=A1", "formula"),
        ("corrected", "me", "the program fills it in"),
    ],
)
def test_what_cannot_be_taken_is_said(
    place: Path, capsys: pytest.CaptureFixture[str], field: str, value: Any, word: str
) -> None:
    path = edit(place, setting(("meetings", ROW_1, field, value)))
    assert compare(path).corrections == ()
    assert main(["corrections", str(path)]) == 1
    said = capsys.readouterr().err
    assert word in said and field in said and "meetings!2" in said


def test_a_deleted_row_is_a_deletion(place: Path) -> None:
    found = compare(edit(place, deleting("meetings", ROW_7)))
    assert [bare(c) for c in found.corrections] == [("meetings", ROW_7, "*", "", "delete")]


def test_an_added_row_gets_a_word(place: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["meetings"].append([None, "S_2006_972", "meeting"])
        book["meetings"].append([c.value for c in book["meetings"][3]])

    found = compare(edit(place, change))
    assert found.corrections == ()
    assert any("meetings!21" in w and "cannot be added" in w for w in found.words)
    assert any("meetings!22" in w and "twice" in w for w in found.words)


def test_a_sheet_or_column_that_is_gone_is_no_deletion(place: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        del book["participants"]
        book["meetings"].delete_cols(2 + 3)

    found = compare(edit(place, change))
    assert found.corrections == ()
    assert any("participants" in w for w in found.words) and any("meeting_number" in w for w in found.words)


def test_a_part_of_a_long_table_that_is_gone_is_no_deletion(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.corrections import compare as module

    path = place / "output" / "unreports.xlsx"
    run([place / "raw"], place / "output", settings=Settings(MODEL))
    data = combined([extract(REAL)])
    write_workbook(data, json.loads((place / "output" / "run.json").read_text(encoding="utf-8")), path, most_rows=100)
    monkeypatch.setattr(module, "MOST_ROWS", 100)
    assert compare(path).corrections == () and compare(path).words == ()

    def change(book: openpyxl.Workbook) -> None:
        del book["mentions_2"]
        book["mentions_3"].delete_rows(2)

    found = compare(edit(place, change))
    assert found.corrections == () and found.words == ("the sheet mentions_2 is not there; nothing was taken from it",)


def test_rows_of_the_document_itself_cannot_be_taken_out(place: Path) -> None:
    found = compare(edit(place, deleting("segments", "S_2006_972/body/paragraph_5")))
    assert found.corrections == () and any("segments: 1 rows" in w for w in found.words)


def test_a_cell_that_was_cut(place: Path, tmp_path: Path) -> None:
    """A long text is no edit as it stands; an edit of what is left of it would lose the rest."""
    report = extract(REAL)
    report.rows["meetings"][0]["subject"] = "x" * 40_000
    record = {"version": "0", "knowledge": "", "model": "", "python": "", "packages": {}, "warnings": []}
    documents = of_document(report)
    write_all(Pieces([documents.source], of_run(report.rows["missions"], [])), record, tmp_path / "output")
    assert compare(tmp_path / "output" / "unreports.xlsx").corrections == ()
    found = compare(
        edit(
            tmp_path,
            lambda b: setting(("meetings", ROW_1, "subject", "y" + cell(b, "meetings", ROW_1, "subject").value))(b),
        )
    )
    assert found.corrections == () and any("is cut" in w for w in found.words)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", None])
def test_what_is_no_workbook(place: Path, capsys: pytest.CaptureFixture[str], content: bytes | None) -> None:
    path = place / "output" / "unreports.xlsx"
    path.unlink() if content is None else path.write_bytes(content)
    assert main(["corrections", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and str(path) in said


@pytest.mark.parametrize("number", [0, 0.25, -1e9, 1e9, 1e300, float("inf")])
@pytest.mark.parametrize("field", ["start_date", "table_row", "is_own", "subject"])
def test_odd_numbers_in_cells_of_no_format(place: Path, field: str, number: float) -> None:
    """A number that is no day, or none at all, is said, or is a value like another."""

    def change(book: openpyxl.Workbook) -> None:
        target = cell(book, "meetings", ROW_1, field)
        target.value, target.number_format = 12345678, "General"

    path = edit(place, change)
    for n in range(1, 20):
        rewritten(
            path,
            f"xl/worksheets/sheet{n}.xml",
            lambda data: data.replace(b"<v>12345678<", f"<v>{number}<".replace("inf", "1e999").encode()),
        )
    found = compare(path)
    assert len(found.corrections) + len(found.words) == 1
    if field == "start_date":
        assert "a date is written" in found.words[0] or "cannot be inf" in found.words[0]


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """One part of a workbook changed as no spreadsheet would."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, change(data) if name == part else data)


DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a sheet that is cut": ("xl/worksheets/sheet3.xml", lambda data: data[: len(data) // 2]),
    "a sheet that is none": ("xl/worksheets/sheet3.xml", lambda data: b"no XML"),
    "a row that says that it is far below": (
        "xl/worksheets/sheet3.xml",
        lambda data: data.replace(b'<row r="3"', b'<row r="99999999999999"'),
    ),
    "a list of sheets that is cut": ("xl/workbook.xml", lambda data: data[: len(data) // 2]),
    "styles that are cut": ("xl/styles.xml", lambda data: data[: len(data) // 2]),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_workbook(place: Path, what: str) -> None:
    path = place / "output" / "unreports.xlsx"
    rewritten(path, *DAMAGE[what])
    with pytest.raises(CorrectionsError, match=r"damaged one; save it as \.xlsx"):
        compare(path)
    # The next run keeps it and goes on.
    assert main(["run", str(place / "raw"), "--output", str(place / "output"), "--quiet"]) == 0
    assert (place / "output" / "unreports.edited.xlsx").exists() and compare(path).corrections == ()


def test_a_workbook_with_a_byte_that_turned(place: Path) -> None:
    path = place / "output" / "unreports.xlsx"
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0x10  # within a packed part
    path.write_bytes(data)
    with pytest.raises(CorrectionsError, match="damaged"):
        compare(path)


def test_a_sheet_that_says_that_it_is_smaller(place: Path) -> None:
    """Some programs leave a wrong size in a sheet: the rows beyond it are not deleted."""
    path = place / "output" / "unreports.xlsx"
    sheets = [f"xl/worksheets/sheet{n}.xml" for n in range(1, 20)]
    for sheet in sheets:
        rewritten(path, sheet, lambda data: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"', data))
    found = compare(path)
    assert (found.corrections, found.words) == ((), ())


def test_a_workbook_without_its_run(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(place / "output" / "unreports.xlsx", tmp_path)
    assert main(["corrections", str(tmp_path / "unreports.xlsx")]) == 2
    assert "must stand in the output folder of its run" in capsys.readouterr().err


# ---------------------------------------------------------------------- corrections → run


@pytest.mark.parametrize(
    "record", ["", "5", "[]", '{"corrections": 5}', '{"corrections": [5]}', '{"corrections": {"a": 1}}']
)
def test_a_workbook_beside_a_record_that_is_none(place: Path, record: str) -> None:
    (place / "output" / "run.json").write_text(record)
    with pytest.raises(CorrectionsError, match=r"run\.json: is not there or cannot be read"):
        compare(place / "output" / "unreports.xlsx")


@pytest.mark.parametrize("at", [0.01, 0.3, 0.6, 0.8, 0.9, 0.99])
def test_a_workbook_beside_a_damaged_table(place: Path, at: float) -> None:
    path = place / "output" / "parquet" / "meetings.parquet"
    data = path.read_bytes()
    path.write_bytes(data[: int(at * len(data))] + bytes(9) + data[int(at * len(data)) + 9 :])
    try:
        found = compare(place / "output" / "unreports.xlsx")
    except CorrectionsError as error:
        assert "meetings.parquet: is not there or cannot be read" in str(error)
    else:
        assert isinstance(found, Edits)


def test_round_trip(place: Path) -> None:
    before = {t.name: rows(place / "output", t.name) for t in tables.TABLES}
    edit(
        place,
        setting(("meetings", ROW_1, "subject", "Plans"), ("meetings", BURUNDI, "start_date", dt.date(2005, 12, 10))),
    )
    result = again(place)
    assert [c["status"] for c in result.record["corrections"]] == ["applied"] * 2
    after = {t.name: rows(place / "output", t.name) for t in tables.TABLES}
    changed = {
        (name, here.get(tables.BY_NAME[name].key), field): (here[field], there[field])
        for name in before
        for here, there in zip(before[name], after[name], strict=True)
        for field in here
        if here[field] != there[field]
    }
    said = {k: v for k, v in changed.items() if k[0] == "discrepancies"}
    assert {k: v for k, v in changed.items() if k[0] != "discrepancies"} == {
        ("meetings", ROW_1, "subject"): ("Organization of work and other procedural issues", "Plans"),
        ("meetings", ROW_1, "corrected"): ("", "subject"),
        ("meetings", BURUNDI, "start_date"): ("2005-12-09", "2005-12-10"),
        ("meetings", BURUNDI, "corrected"): ("", "start_date"),
        ("meetings", BURUNDI, "needs_review"): ("true", "false"),
        ("meetings", BURUNDI, "review_reason"): ("the document disagrees with itself (date_conflict)", ""),
    }
    assert {k[2] for k in said} == {"chosen_value", "explanation"}
    assert all("A person has settled it" in new for (_, _, field), (_, new) in said.items() if field == "explanation")
    assert any("ends (2005-12-09) before it begins (2005-12-10)" in w for w in result.warnings)
    contract(place / "output")
    record = json.loads((place / "output" / "run.json").read_text(encoding="utf-8"))
    assert [c["status"] for c in record["corrections"]] == ["applied", "applied"]
    assert record["stale_corrections"] == []


def test_corrections_outlive_a_second_round(place: Path) -> None:
    edit(place, setting(("meetings", ROW_1, "subject", "Plans"), ("meetings", ROW_1, "format", "closed")))
    again(place)
    edit(place, setting(("meetings", ROW_1, "subject", "Better plans"), ("meetings", ROW_2, "format", "open")))
    again(place)
    found = {(c.id, c.field): (c.old_value, c.new_value) for c in read(place / "raw" / "corrections.csv")}
    assert found == {
        (ROW_1, "subject"): ("Organization of work and other procedural issues", "Better plans"),
        (ROW_1, "format"): ("", "closed"),
        (ROW_2, "format"): ("", "open"),
    }
    first = rows(place / "output", "meetings")[0]
    assert (first["subject"], first["format"], first["corrected"]) == ("Better plans", "closed", "format; subject")
    # What is set back to what was extracted is no correction any more; the untouched workbook keeps the others.
    edit(place, setting(("meetings", ROW_1, "format", None)))
    again(place)
    assert {(c.id, c.field) for c in read(place / "raw" / "corrections.csv")} == {(ROW_1, "subject"), (ROW_2, "format")}
    assert rows(place / "output", "meetings")[0]["corrected"] == "subject"


def test_a_deleted_event_is_gone_with_all_that_hangs_on_it(place: Path) -> None:
    edit(place, deleting("meetings", BURUNDI))
    for _ in range(2):  # and stays so
        again(place)
        after = {t.name: rows(place / "output", t.name) for t in tables.TABLES}
        assert len(after["meetings"]) == 18 and after["documents"][0]["n_meetings"] == "18"
        for name in ("meeting_sources", "participants", "meeting_missions", "discrepancies"):
            assert not [r for r in after[name] if r["meeting_id"] == BURUNDI], name
        assert next(m for m in after["missions"] if m["acronym"] == "ONUB")["n_meetings"] == "0"
        contract(place / "output")


def test_a_deleted_event_is_not_counted(real: Rows) -> None:
    """The three meetings of paragraph 12: when one is taken out they are two, and the run says so."""
    claim = next(c for c in real["claims"] if c["scope"] == "listed")
    assert claim["agrees"] is True and claim["n_found"] == 3
    done = apply(real, [Correction("meetings", BURUNDI, "*", "", "delete")])
    counted = next(c for c in done.rows["claims"] if c["claim_id"] == claim["claim_id"])
    assert (counted["n_found"], counted["agrees"]) == (claim["n_found"] - 1, False)
    found = [
        d
        for d in done.rows["discrepancies"]
        if d["kind"] == "claim_conflict" and d["narrative_segment_id"] == claim["segment_id"] and not d["meeting_id"]
    ]
    assert [(d["narrative_value"], d["annex_value"]) for d in found] == [
        (str(claim["value"]), str(claim["n_found"] - 1))
    ]
    # Corrected so that it agrees again, the conflict goes.
    edits = [
        Correction("meetings", BURUNDI, "*", "", "delete"),
        Correction("claims", claim["claim_id"], "value", str(claim["value"]), str(claim["value"] - 1)),
    ]
    again = apply(real, edits).rows
    assert not [d for d in again["discrepancies"] if d["kind"] == "claim_conflict" and not d["meeting_id"]]


def test_a_deleted_link_leaves_the_column_missions(real: Rows) -> None:
    link = next(k for k in real["meeting_missions"] if k["meeting_id"] == BURUNDI)
    done = apply(real, [Correction("meeting_missions", link["meeting_mission_id"], "*", "", "delete")]).rows
    assert next(m for m in done["meetings"] if m["meeting_id"] == BURUNDI)["missions"] == ""


def test_nothing_follows_from_no_change(real: Rows) -> None:
    assert follow(real, real, {}) == real


@pytest.mark.parametrize("seed", range(12))
def test_nothing_follows_from_no_change_in_generated_reports(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(generated(seed).text, encoding="utf-8", newline="")
    found = combined([extract(path)])
    assert follow(found, found, {}) == found


def test_nothing_follows_from_no_change_in_shared_reports() -> None:
    folder = SHARED / "reports" / "pdf"
    if not folder.exists():
        pytest.skip("../shared/reports is not there")
    found = combined([extract(p) for p in sorted(folder.glob("*.pdf"), key=lambda p: p.stat().st_size)[:6]])
    assert follow(found, found, {}) == found


# ---------------------------------------------------------------------- none is lost


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (Correction("meetings", ROW_1, "subject", "Other words", "Plans"), "the program now reads 'Organization"),
        (
            Correction("meetings", ROW_1, "event_type", "meeting", "consultations"),
            "reads the corrected value by itself",
        ),
        (Correction("meetings", "S_1/body/paragraph_1/event_1", "subject", "", "Plans"), "no such row"),
        (Correction("meetings", "S_1/body/paragraph_1/event_1", "*", "", "delete"), "no such row"),
        (Correction("meetings", ROW_1, "*", "", "remove"), "the value delete"),
        (Correction("meetings", ROW_1, "colour", "", "red"), "no column 'colour'"),
        (Correction("rooms", "1", "colour", "", "red"), "no table 'rooms'"),
        (Correction("rejected", "1", "message", "", "x"), "no table 'rejected'"),
        (Correction("documents", "S_2006_972", "*", "", "delete"), "cannot be taken out"),
        (Correction("meetings", ROW_1, "n_participants", "1", "2"), "counted from other rows"),
        (Correction("meetings", ROW_1, "start_date", "2005-01-11", "11 January"), "a date is written"),
        (Correction("meetings", ROW_1, "event_type", "consultations", "party"), "one of meeting"),
        (Correction("meetings", ROW_1, "table_row", "1", "9" * 30), "whole number"),
        (Correction("meetings", ROW_1, "table_row", "1", "9" * 400), "whole number"),
        *(
            (Correction("meetings", ROW_1, "confidence", "0.99", odd), "it is a number")
            for odd in ("nan", "-inf", "9" * 400)
        ),
    ],
)
def test_what_is_not_applied_is_reported(real: Rows, correction: Correction, why: str) -> None:
    done = apply(real, [correction])
    assert done.rows == real and done.done == ()
    ((stale, said),) = done.stale
    assert stale == correction and why in said


def test_of_two_corrections_of_one_cell_the_later_counts(real: Rows) -> None:
    first = Correction("meetings", ROW_1, "subject", real["meetings"][0]["subject"], "One")
    done = apply(real, [first, replace(first, new_value="Two"), replace(first, new_value="Two")])
    assert done.rows["meetings"][0]["subject"] == "Two"
    assert [c.new_value for c in done.done] == ["Two"] and [c for c, _ in done.stale] == [first]


def test_stale_ones_are_told_and_kept(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stale = Correction("meetings", ROW_1, "subject", "Other words", "Plans", "a reason", "me", "2024-02-29")
    write([stale], place / "raw" / "corrections.csv")
    assert main(["run", str(place / "raw"), "--output", str(place / "output")]) == 0
    said = capsys.readouterr().out
    assert "1 correction not applied" in said and ROW_1 in said
    record = json.loads((place / "output" / "run.json").read_text(encoding="utf-8"))
    (told,) = record["stale_corrections"]
    assert {c: told[c] for c in COLUMNS} == {c: getattr(stale, c) for c in COLUMNS} and "now reads" in told["why"]
    edit(place, setting(("meetings", ROW_2, "subject", "Plans")))
    assert stale in compare(place / "output" / "unreports.xlsx").corrections


def test_edits_of_a_workbook_that_is_replaced_are_kept(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(place, setting(("meetings", ROW_1, "subject", "Plans"), ("meetings", ROW_1, "n_participants", 9)))
    assert main(["run", str(place / "raw"), "--output", str(place / "output")]) == 0
    assert "had been edited" in capsys.readouterr().out
    assert [bare(c)[:3] for c in read(place / "output" / "corrections.csv")] == [("meetings", ROW_1, "subject")]
    kept = openpyxl.load_workbook(place / "output" / "unreports.edited.xlsx")
    assert cell(kept, "meetings", ROW_1, "n_participants").value == 9
    # A file of corrections that the run is not given is told, until it is.
    assert main(["run", str(place / "raw"), "--output", str(place / "output")]) == 0
    assert "1 of its corrections was not used" in capsys.readouterr().out
    shutil.copy(place / "output" / "corrections.csv", place / "raw")
    assert main(["run", str(place / "raw"), "--output", str(place / "output")]) == 0
    said = capsys.readouterr().out
    assert "1 correction applied" in said and "not used" not in said and "had been edited" not in said


def test_a_file_by_its_name(place: Path) -> None:
    path = place / "mine.csv"
    write([Correction("meetings", ROW_1, "format", "", "open")], path)
    assert main(["run", str(REAL), "--output", str(place / "output"), "--corrections", str(path), "--quiet"]) == 0
    assert rows(place / "output", "meetings")[0]["format"] == "open"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"table,id,field\n", "has no column old_value, new_value"),
        (b"", "has no column table"),
        ("table,id,field,old_value,new_value\n\u00e9".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_a_bad_file_stops_before_anything_is_written(
    place: Path, capsys: pytest.CaptureFixture[str], content: bytes, word: str
) -> None:
    (place / "raw" / "corrections.csv").write_bytes(content)
    before = files(place / "output")
    assert main(["run", str(place / "raw"), "--output", str(place / "output")]) == 2
    said = capsys.readouterr().err
    assert word in said and "corrections.csv" in said and said.count("\n") == 1
    assert files(place / "output") == before


@pytest.mark.parametrize("form", ["\ufeff", ";", "\r\n"])
def test_files_as_spreadsheets_save_them(tmp_path: Path, form: str) -> None:
    wanted = Correction("meetings", ROW_1, "subject", "a, b", 'c "d"', "", "me", "")
    with (tmp_path / "c.csv").open("w", encoding="utf-8-sig" if form == "\ufeff" else "utf-8", newline="") as f:
        out = csv.writer(f, delimiter=";" if form == ";" else ",", lineterminator="\r\n" if form == "\r\n" else "\n")
        out.writerow(COLUMNS)
        out.writerow([getattr(wanted, c) for c in COLUMNS])
        out.writerow([""] * 8)
        out.writerow([" "] * 8)
        out.writerow([""] * 8 + ["a remark beside the table"])
    assert read(tmp_path / "c.csv") == [wanted]


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="cannot be read"):
        read(tmp_path / "no.csv")


# ---------------------------------------------------------------------- any edits


def values_of(column: tables.Column) -> st.SearchStrategy[str]:
    words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)
    words = words.map(lambda t: " ".join(t.split())).filter(bool)
    of_type: dict[str, st.SearchStrategy[str]] = {
        "string": words,
        "integer": st.integers(-5, 10**6).map(str),
        "number": st.decimals(0, 1, places=2).map(lambda d: str(float(d))),
        "boolean": st.sampled_from(["true", "false"]),
        "date": st.dates(dt.date(1945, 1, 1), dt.date(2100, 1, 1)).map(str),
    }
    found = st.sampled_from(column.values) if column.values else of_type[column.type]
    return found if column.required else st.one_of(st.just(""), found)


@st.composite
def edits(draw: st.DrawFn, data: Rows) -> list[Correction]:
    """Edits of some cells of a run's rows, each with a value that its column can hold."""
    found: dict[tuple[str, str, str], Correction] = {}
    for _ in range(draw(st.integers(1, 6))):
        table = tables.BY_NAME[draw(st.sampled_from([t.name for t in tables.TABLES if t.key and data[t.name]]))]
        row = draw(st.sampled_from(data[table.name]))
        column = draw(st.sampled_from([c for c in table.columns if not c.fixed] or [table.columns[-1]]))
        old = written(row[column.name])
        new = draw(values_of(column))
        if column.fixed or " ".join(new.split()) == " ".join(old.split()) or parsed(column, new) == row[column.name]:
            continue
        c = Correction(table.name, row[table.key], column.name, old, new)
        found[c.place] = c
    for _ in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from([n for n in DELETABLE if data[n]]))
        row_id = draw(st.sampled_from(data[name]))[tables.BY_NAME[name].key]
        if not any(place[:2] == (name, row_id) for place in found):
            found[name, row_id, "*"] = Correction(name, row_id, "*", "", "delete")
    return list(found.values())


DERIVED = {"corrected", "needs_review", "review_reason", "chosen_value", "explanation", "annex_value", "n_found"}
DERIVED |= {"agrees", "missions"}


def only_there(before: Rows, done: Applied) -> None:
    """What was corrected is as it was asked, and all the rest, but for what follows from it, as it was."""
    asked = {c.place: c for c in done.done}
    for table in tables.TABLES:
        if not table.key:
            continue
        after = {r[table.key]: r for r in done.rows[table.name]}
        for row in before[table.name]:
            row_id = row[table.key]
            if row_id not in after:
                hangs = ("meetings", row.get("meeting_id"), "*") in asked or table.name == "discrepancies"
                assert (table.name, row_id, "*") in asked or hangs, (table.name, row_id)
                continue
            for column in table.columns:
                c = asked.get((table.name, row_id, column.name))
                value = after[row_id][column.name]
                if c is not None:
                    assert value == parsed(column, c.new_value)
                    assert column.name in after[row_id]["corrected"].split("; ")
                elif column.name not in DERIVED and not column.name.startswith("n_"):
                    assert value == row[column.name], (table.name, row_id, column.name)
            if not any(place[:2] == (table.name, row_id) for place in asked):
                assert after[row_id]["corrected"] == ""


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_an_edit_is_there_and_only_there(real: Rows, data: st.DataObject) -> None:
    made = data.draw(edits(real))
    done = apply(real, made)
    assert not done.stale and set(done.done) == set(made)
    only_there(real, done)


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_workbook_with_any_edits_gives_exactly_them(
    real: Rows, made: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(made / "output", folder / "output")
    wanted = data.draw(edits(real))

    def change(book: openpyxl.Workbook) -> None:
        for c in wanted:
            if c.deletes:
                deleting(c.table, c.id)(book)
                continue
            column = tables.BY_NAME[c.table].column(c.field)
            value = parsed(column, c.new_value)
            target = cell(book, c.table, c.id, c.field)
            target.value = None if value in (None, "") else value
            if isinstance(value, str) and value:
                target.data_type = "s"

    found = compare(edit(folder, change))
    assert {bare(c) for c in found.corrections} == {bare(c) for c in wanted}
    assert found.words == () and found.changed == len(wanted)
