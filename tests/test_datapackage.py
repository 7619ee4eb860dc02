"""The data package: valid for Frictionless with every run's files, and not with files that it does not describe."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import __version__, tables
from extract.model import Settings
from extract.report import Rows
from extract.run import run
from extract.values import meanings
from extract.write import csv_files, datapackage
from tests.rows_fixture import HOSTILE, SHARED_NAMES, real_rows, shared_rows, with_text
from tests.support import MODEL, REAL
from tests.writing import pieces


def put(rows: Rows, folder: Path) -> Path:
    """The CSV files of these rows and their package."""
    (folder / "csv").mkdir(parents=True)
    with closing(csv_files.Files(folder / "csv")) as made:
        for piece in pieces(rows):
            made.add(piece)
    datapackage.write(rows.get("documents", ()), folder / "datapackage.json")
    return folder / "datapackage.json"


def faults(package: Path) -> list[list[Any]]:
    report = frictionless.Package(str(package)).validate(limit_errors=5)
    assert len(report.tasks) == len(tables.TABLES)
    return report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


def read(package: Path, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in frictionless.Package(str(package)).get_table_resource(name).read_rows()]


# ---------------------------------------------------------------------- valid


def test_the_real_report(tmp_path: Path) -> None:
    package = put(real_rows(), tmp_path)
    assert faults(package) == []
    assert frictionless.validate(str(package)).valid  # as the command line does


@pytest.mark.parametrize("name", SHARED_NAMES)
def test_other_real_reports(name: str, tmp_path: Path) -> None:
    assert faults(put(shared_rows(name), tmp_path)) == []


def test_a_run_where_every_input_was_refused(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "empty.txt").write_bytes(b"")
    result = run([tmp_path / "raw"], tmp_path / "output", settings=Settings(MODEL))
    assert len(result.refused) == 1 == len(result.outcomes)
    package = tmp_path / "output" / "datapackage.json"
    assert faults(package) == []
    assert [r["source_file"] for r in read(package, "rejected")] == ["empty.txt"]
    assert read(package, "meetings") == []


def test_hostile_cells(tmp_path: Path) -> None:
    """Quotes, commas, line breaks, NUL, formulas, and cells of more than the 131,072 characters of Python's csv module."""
    rows = with_text(*HOSTILE)
    package = put(rows, tmp_path)
    assert faults(package) == []
    for table, column in (("segments", "text"), ("meetings", "subject"), ("rejected", "message")):
        wanted = [csv_files.cell(table, column, row[column]) for row in rows[table]]
        assert [r[column] or "" for r in read(package, table)] == wanted, (table, column)
    assert max(len(r["text"]) for r in read(package, "segments")) > 131_072


@pytest.mark.parametrize("text", ["a;'b';c", "a\t'b'\tc", '"; "'])
def test_cells_that_would_mislead_who_guesses_the_delimiter(text: str, tmp_path: Path) -> None:
    package = put(with_text(text), tmp_path)
    assert faults(package) == []
    assert {r["subject"] for r in read(package, "meetings")} == {text}


@settings(max_examples=8)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    rows = {name: table[:6] for name, table in with_text(*texts).items()}
    rows["segments"] = with_text(*texts)["segments"]
    rows["missions"] = real_rows()["missions"]
    kept = {m["meeting_id"] for m in rows["meetings"]}
    for name in ("meeting_sources", "participants", "meeting_missions", "discrepancies"):
        rows[name] = [r for r in rows[name] if r["meeting_id"] in kept]
    package = put(rows, tmp_path_factory.mktemp("package"))
    assert faults(package) == []
    wanted = [csv_files.cell("segments", "text", row["text"]) for row in rows["segments"]]
    assert [r["text"] or "" for r in read(package, "segments")] == wanted


def test_the_package_stands_beside_the_files_of_a_run(tmp_path: Path) -> None:
    run([REAL], tmp_path / "output", settings=Settings(MODEL))
    assert faults(tmp_path / "output" / "datapackage.json") == []


# ---------------------------------------------------------------------- invalid: the tests above can fail


def edited(table: str, change: Callable[[list[list[str]]], object]) -> Callable[[Path], None]:
    """Changes the records of a CSV file, its header first."""

    def edit(folder: Path) -> None:
        path = folder / "csv" / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as f:
            records = list(csv.reader(f))
        change(records)
        with path.open("w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows(records)

    return edit


def described(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    """Changes the package."""

    def edit(folder: Path) -> None:
        path = folder / "datapackage.json"
        package = json.loads(path.read_text(encoding="utf-8"))
        change({r["name"]: r for r in package["resources"]})
        path.write_text(json.dumps(package), encoding="utf-8")

    return edit


def set_cell(column: str, value: str) -> Callable[[list[list[str]]], object]:
    return lambda records: records[1].__setitem__(records[0].index(column), value)


def set_type(resources: dict[str, Any], table: str, column: str, kind: str) -> None:
    next(f for f in resources[table]["schema"]["fields"] if f["name"] == column)["type"] = kind


LIES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a wrong type": (described(lambda r: set_type(r, "meetings", "subject", "integer")), "type-error"),
    "a column too many in the package": (
        described(lambda r: r["meetings"]["schema"]["fields"].append({"name": "more", "type": "string"})),
        "missing-label",
    ),
    "a column missing in the file": (
        edited("meetings", lambda records: [record.pop() for record in records]),
        "missing-label",
    ),
    "a column of another name": (edited("claims", lambda records: records[0].__setitem__(0, "id")), "incorrect-label"),
    "a date that is none": (edited("meetings", set_cell("start_date", "11 January 2005")), "type-error"),
    "a boolean of a spreadsheet": (edited("meetings", set_cell("is_own", "TRUE")), "type-error"),
    "a value that is none of the enumeration": (
        edited("meetings", set_cell("event_type", "party")),
        "constraint-error",
    ),
    "an empty required cell": (edited("meetings", set_cell("confidence", "")), "constraint-error"),
    "an id twice": (edited("segments", lambda records: records.append(records[1])), "primary-key"),
    "an id of no row": (edited("participants", set_cell("meeting_id", "nowhere")), "foreign-key"),
    "a parent that is none": (edited("segments", set_cell("parent_id", "nowhere")), "foreign-key"),
    "a record cut short": (edited("mentions", lambda records: records[5].pop()), "missing-cell"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_package_that_lies_is_not_valid(lie: str, tmp_path: Path) -> None:
    change, kind = LIES[lie]
    package = put(real_rows(), tmp_path)
    change(tmp_path)
    assert kind in {fault[3] for fault in faults(package)}


# ---------------------------------------------------------------------- what it says


def test_it_says_what_the_tables_declare() -> None:
    package = datapackage.package(real_rows()["documents"])
    assert package["$schema"].endswith("/2.0/datapackage.json") and package["version"] == __version__
    assert "created" not in package  # a clock would make two runs differ
    assert [r["name"] for r in package["resources"]] == [t.name for t in tables.TABLES]
    for resource, table in zip(package["resources"], tables.TABLES, strict=True):
        fields = resource["schema"]["fields"]
        assert [(f["name"], f["type"]) for f in fields] == [(c.name, c.type) for c in table.columns]
        for field, column in zip(fields, table.columns, strict=True):
            assert field["description"].startswith(column.meaning)
            assert all(text in field["description"] for text in meanings(table.name, column.name).values())


def test_sources_are_the_documents() -> None:
    assert datapackage.package(real_rows()["documents"])["sources"] == [
        {"title": "S/2006/972", "path": "S_2006_972.txt"}
    ]
    assert "sources" not in datapackage.package([])


@pytest.mark.parametrize("path", ["../a.txt", "a..b.txt", ".hidden.txt", "~a.txt", "/etc/a.txt", "mailto:a.txt"])
def test_a_path_that_the_standard_forbids_stands_in_the_title(path: str, tmp_path: Path) -> None:
    rows = real_rows()
    rows["documents"][0] |= {"source_file": path, "symbol": ""}
    assert datapackage.package(rows["documents"])["sources"] == [{"title": f"S_2006_972 ({path})"}]
    assert faults(put(rows, tmp_path)) == []


def test_each_value_of_an_enumeration_has_a_meaning() -> None:
    for table in tables.TABLES:
        for column in table.columns:
            assert tuple(meanings(table.name, column.name)) == column.values, (table.name, column.name)
