"""SQLite: the same rows and values as Parquet, keys that hold, search, views, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import tables
from extract.model import Settings
from extract.report import Rows
from extract.run import run
from extract.write import database
from extract.write.views import VIEWS
from tests.rows_fixture import HOSTILE, SHARED_NAMES, real_rows, shared_rows, with_text
from tests.support import MODEL, REAL, ROOT
from tests.writing import write_database


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(opened(real_rows(), tmp_path_factory.mktemp("db") / "unreports.db")) as db:
        yield db


def opened(rows: Rows, path: Path) -> sqlite3.Connection:
    assert write_database(rows, path) == []
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    return db


def found(db: sqlite3.Connection, sql: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in db.execute(sql, values)]


def same(db: sqlite3.Connection, rows: Rows) -> None:
    """The database holds these rows in this order, what is missing as NULL."""
    for table in tables.TABLES:
        here = [tuple(r) for r in db.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]
        wanted = [tuple(cell(row.get(name)) for name in table.names) for row in rows[table.name]]
        assert here == wanted, table.name


def cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.replace("\0", "\ufffd") or None if isinstance(value, str) else value


def sound(db: sqlite3.Connection) -> None:
    assert [tuple(r) for r in db.execute("PRAGMA integrity_check")] == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.execute(
        "INSERT INTO segments_fts (segments_fts, rank) VALUES ('integrity-check', 1)"
    )  # raises where it is wrong


# ---------------------------------------------------------------------- rows and declarations


def test_the_rows_are_those_given(real: sqlite3.Connection) -> None:
    same(real, real_rows())
    sound(real)


@pytest.mark.parametrize("name", SHARED_NAMES)
def test_other_real_reports(name: str, tmp_path: Path) -> None:
    with closing(opened(shared_rows(name), tmp_path / "x.db")) as db:
        same(db, shared_rows(name))
        sound(db)
        for view in VIEWS:
            db.execute(f'SELECT * FROM "{view.name}"').fetchall()


def test_hostile_cells(tmp_path: Path) -> None:
    with closing(opened(with_text(*HOSTILE), tmp_path / "x.db")) as db:
        same(db, with_text(*HOSTILE))
        sound(db)


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    with closing(opened(with_text(*texts), tmp_path_factory.mktemp("db") / "x.db")) as db:
        same(db, with_text(*texts))
        sound(db)


def test_no_rows_at_all(tmp_path: Path) -> None:
    with closing(opened({}, tmp_path / "x.db")) as db:
        same(db, {t.name: [] for t in tables.TABLES})
        sound(db)


def test_the_declared_types_and_keys(real: sqlite3.Connection) -> None:
    kinds = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "DATE"}
    for table in tables.TABLES:
        info = found(real, f'PRAGMA table_info("{table.name}")')
        assert [(c["name"], c["type"], bool(c["notnull"]), bool(c["pk"])) for c in info] == [
            (c.name, kinds[c.type], c.required, c.name == table.key) for c in table.columns
        ]
        keys = {(k["from"], k["table"], k["to"]) for k in found(real, f'PRAGMA foreign_key_list("{table.name}")')}
        assert keys == {(c, to, tables.BY_NAME[to].key) for c, to in table.foreign}


def test_each_foreign_key_has_an_index(real: sqlite3.Connection) -> None:
    for table in tables.TABLES:
        indexes = [i["name"] for i in found(real, f'PRAGMA index_list("{table.name}")')]
        first = {found(real, f'PRAGMA index_info("{name}")')[0]["name"] for name in indexes}
        assert {column for column, _ in table.foreign} <= first, table.name


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meetings SET event_type = 'party'",
        "UPDATE meetings SET is_own = 2",
        "UPDATE meetings SET confidence = NULL",
        "INSERT INTO segments SELECT * FROM segments LIMIT 1",
        "UPDATE participants SET meeting_id = 'nowhere'",
    ],
)
def test_what_cannot_be_is_refused(change: str, tmp_path: Path) -> None:
    with closing(opened(real_rows(), tmp_path / "x.db")) as db:
        db.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(change)


def test_a_row_that_breaks_a_check_costs_the_checks_not_the_rows(tmp_path: Path) -> None:
    rows = real_rows()
    rows["meetings"][3]["event_type"] = "party"
    warnings = write_database(rows, tmp_path / "x.db")
    assert len(warnings) == 1 and "keys and checks" in warnings[0]
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        same(db, rows)
        assert db.execute("SELECT count(*) FROM meetings_with_participants").fetchone() == (19,)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"x\.db"):
        write_database({}, tmp_path / "nowhere" / "x.db")


# ---------------------------------------------------------------------- the same bytes


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_database(with_text(*HOSTILE), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from extract import extract; from tests.writing import combined, write_database\n"
        f"write_database(combined([extract({str(REAL)!r})]), Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], env=env, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


# ---------------------------------------------------------------------- search


SEARCH = """
SELECT s.segment_id FROM segments_fts JOIN segments s ON s.rowid = segments_fts.rowid
WHERE segments_fts MATCH ? ORDER BY rank
"""


def test_search_finds_words_whatever_case_and_accents(real: sqlite3.Connection) -> None:
    wanted = {r["segment_id"] for r in real_rows()["segments"] if "Côte d’Ivoire" in r["text"]}
    assert wanted
    for query in ("cote ivoire", "CÔTE AND ivoire", '"Cote d Ivoire"'):
        assert {r["segment_id"] for r in found(real, SEARCH, query)} == wanted, query
    assert not found(real, SEARCH, "zzzzunknown")


def test_without_fts5_all_else_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "has_search", lambda: False)
    warnings = write_database(real_rows(), tmp_path / "x.db")
    assert len(warnings) == 1 and "FTS5" in warnings[0]
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        same(db, real_rows())
        assert not db.execute("SELECT name FROM sqlite_master WHERE name LIKE 'segments_fts%'").fetchall()


def test_a_run_says_what_the_database_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "has_search", lambda: False)
    result = run([REAL], tmp_path, settings=Settings(MODEL))
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert record["warnings"] == result.warnings
    assert sum("FTS5" in w for w in result.warnings) == 1


# ---------------------------------------------------------------------- views


def test_participants_stand_in_one_cell_in_order(real: sqlite3.Connection) -> None:
    rows = real_rows()
    by_meeting: dict[str, list[str]] = {}
    for p in sorted(rows["participants"], key=lambda p: p["position"]):
        by_meeting.setdefault(p["meeting_id"], []).append(p["text"].replace("\n", " "))
    shown = {r["meeting_id"]: r["participants"] for r in found(real, "SELECT * FROM meetings_with_participants")}
    assert shown == {m["meeting_id"]: "; ".join(by_meeting.get(m["meeting_id"], [])) or None for m in rows["meetings"]}
    assert max(map(len, by_meeting.values())) > 3


def test_participants_are_joined_by_position_not_by_row(tmp_path: Path) -> None:
    rows = real_rows()
    rows["participants"].reverse()
    with closing(opened(rows, tmp_path / "x.db")) as db:
        test_participants_stand_in_one_cell_in_order(db)


def test_meetings_are_counted_by_mission_and_year(real: sqlite3.Connection) -> None:
    rows = real_rows()
    year = {m["meeting_id"]: m["start_date"].year for m in rows["meetings"]}
    wanted = {(x["mission_id"], year[x["meeting_id"]]): set() for x in rows["meeting_missions"]}  # type: ignore[var-annotated]
    for x in rows["meeting_missions"]:
        wanted[x["mission_id"], year[x["meeting_id"]]].add(x["meeting_id"])
    shown = found(real, "SELECT * FROM meetings_by_mission_and_year")
    assert {(r["mission_id"], r["year"]): r["n_meetings"] for r in shown} == {k: len(v) for k, v in wanted.items()}


def test_a_meeting_that_two_places_link_to_a_mission_counts_once(tmp_path: Path) -> None:
    rows = real_rows()
    query = "SELECT * FROM meetings_by_mission_and_year"
    with closing(opened(rows, tmp_path / "once.db")) as db:
        once = found(db, query)
    rows["meeting_missions"] += [
        {**x, "meeting_mission_id": x["meeting_mission_id"] + "0"} for x in rows["meeting_missions"]
    ]
    with closing(opened(rows, tmp_path / "twice.db")) as db:
        assert found(db, query) == once


def test_open_discrepancies_show_both_sides(real: sqlite3.Connection) -> None:
    shown = found(real, "SELECT * FROM open_discrepancies")
    assert len(shown) == len(real_rows()["discrepancies"])
    assert [r["severity"] for r in shown] == sorted(
        (r["severity"] for r in shown), key=("error", "warning", "info").index
    )
    burundi = next(r for r in shown if r["narrative_value"] == "2006-12-09")
    assert burundi["start_date"] == "2005-12-09" and "Burundi" in burundi["subject"]
    assert burundi["narrative_text"].startswith("In addition to those meetings")  # the sentence, not the paragraph
    assert burundi["annex_text"].startswith("9 December 2005")


def test_a_corrected_value_closes_its_discrepancy(tmp_path: Path) -> None:
    rows = real_rows()
    first = next(d for d in rows["discrepancies"] if d["field"] == "start_date")
    meeting = next(m for m in rows["meetings"] if m["meeting_id"] == first["meeting_id"])
    for corrected, still in (("end_date", True), ("subject; start_date", False)):
        meeting["corrected"] = corrected
        with closing(opened(rows, tmp_path / f"{still}.db")) as db:
            ids = {r["discrepancy_id"] for r in found(db, "SELECT * FROM open_discrepancies")}
        assert (first["discrepancy_id"] in ids) is still
    meeting["corrected"] = ""
    first["corrected"] = "chosen_value"
    with closing(opened(rows, tmp_path / "own.db")) as db:
        assert len(found(db, "SELECT * FROM open_discrepancies")) == len(rows["discrepancies"]) - 1


def test_meetings_to_review(real: sqlite3.Connection) -> None:
    shown = found(real, "SELECT * FROM meetings_to_review")
    wanted = [m for m in real_rows()["meetings"] if m["needs_review"]]
    assert wanted and {r["meeting_id"] for r in shown} == {m["meeting_id"] for m in wanted}
    assert [r["confidence"] for r in shown] == sorted(m["confidence"] for m in wanted)
    assert all(r["date_text"] in r["words"] for r in shown)


def test_organisations_taking_part(real: sqlite3.Connection) -> None:
    shown = {r["organisation"]: r for r in found(real, "SELECT * FROM organisations_taking_part")}
    rows = real_rows()
    dpko = {p["meeting_id"] for p in rows["participants"] if p["organisation_acronym"] == "DPKO"}
    assert dpko and shown["Department of Peacekeeping Operations"]["n_meetings"] == len(dpko)
    assert None not in shown
