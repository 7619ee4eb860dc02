"""The lists of further reports, and how the program is scored against them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests import first_sight_score
from tests.first_sight_score import LISTS, line, read, score
from tests.small_reports import masthead

TYPES = {"meeting", "session", "consultations", "visit", "briefing", "other"}
HEADER = "lot,report,start_date,end_date,meeting_number,event_type,is_own,body,quote"


def _rows() -> list[dict[str, str]]:
    with LISTS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["start_date"]]


def test_every_listed_event_has_days_a_type_and_the_words_that_tell_it() -> None:
    for row in _rows():
        first, last = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
        assert first <= last, row
        assert row["event_type"] in TYPES, row
        assert row["is_own"] in ("true", "false"), row
        assert row["quote"], row


def test_a_report_is_of_one_lot() -> None:
    lots = {(row["report"], row["lot"]) for row in csv.DictReader(LISTS.open(encoding="utf-8", newline=""))}
    assert len(lots) == len({report for report, _ in lots})


def test_a_report_without_events_is_listed_too() -> None:
    assert any(not events for _, events in read().values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = masthead("S/2009/1", "Report of the Secretary-General")
    told = "1. My Special Representative visited Birao on 5 May.\n\n2. I met the President on 6 May.\n"
    (tmp_path / "S_2009_1.txt").write_text(f"{head}\n\n{told}", encoding="utf-8")
    (tmp_path / "lists.csv").write_text(
        f"{HEADER}\n"
        "A,S_2009_1,2009-05-05,2009-05-05,,visit,false,Special Representative,visited Birao\n"
        "A,S_2009_1,2009-05-07,2009-05-07,,meeting,true,Secretary-General,met\n"
        "B,S_2009_2,,,,,,,\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_score_of_a_lot(folder: Path) -> None:
    found = score(folder, read(folder / "lists.csv"))
    assert line("A", found["A"]) == (
        "A       1 reports     2 events  precision 0.500  recall 0.500  F1 0.500  own 0.000 of 1"
    )
    assert found["all"]["absent"] == 1


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        first_sight_score.main(["no/such/folder"])
    assert "no/such/folder: there is no such folder" in capsys.readouterr().err
