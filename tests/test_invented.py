"""Invented reports of genres that the real ones lack: what was reached on them stays reached."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.first_sight_score import read, score

FOLDER = Path(__file__).parent / "invented"
REPORTS = FOLDER / "reports"
LISTS = FOLDER / "lists.csv"
# what the README states for all of them, less a hundredth
PRECISION, RECALL, OWN_F1 = 0.97, 0.94, 0.925


@pytest.fixture(scope="module")
def totals() -> dict[str, Counter[str]]:
    return score(REPORTS, read(LISTS))


def test_the_lists_are_of_the_reports_that_are_there() -> None:
    assert {f.stem for f in REPORTS.iterdir()} == set(read(LISTS))


def test_every_invented_event_has_the_words_that_tell_it() -> None:
    with LISTS.open(encoding="utf-8", newline="") as file:
        assert all(row["quote"] for row in csv.DictReader(file) if row["start_date"])


def test_precision_and_recall_of_invented_reports(totals: dict[str, Counter[str]]) -> None:
    of_all = totals["all"]
    assert of_all["right"] / of_all["printed"] >= PRECISION
    assert of_all["right"] / of_all["listed"] >= RECALL


def test_events_of_the_bodies_themselves_in_invented_reports(totals: dict[str, Counter[str]]) -> None:
    of_all = totals["all"]
    assert 2 * of_all["own right"] / (of_all["own printed"] + of_all["own listed"]) >= OWN_F1
