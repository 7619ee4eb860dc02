"""The scores on the gold of real reports do not fall; the reports lie beside the project."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extract.evaluate import Scores, evaluate, render
from tests.support import ROOT, SHARED

GOLD = ROOT / "tests" / "gold_reports"
REPORTS = SHARED / "reports"

# F1 of rows, by half and table. Raise them with the program; lowering one needs a reason.
FLOORS = {
    ("worked", "meetings"): 0.96,
    ("worked", "segments"): 0.988,
    ("worked", "references"): 0.94,
    ("worked", "missions"): 1.0,
    ("measured", "meetings"): 0.87,
    ("measured", "segments"): 1.0,
    ("measured", "references"): 1.0,
    ("measured", "missions"): 0.875,
}


def files() -> list[dict[str, str]]:
    """Which file each document is, and in which half."""
    with (GOLD / "files.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scores]:
    """The real reports, extracted once, and scored half by half."""
    if not REPORTS.is_dir():
        pytest.skip(f"the real reports are not there: {REPORTS}")
    from extract.model import Settings
    from extract.run import run

    output = tmp_path_factory.mktemp("reports") / "output"
    run([REPORTS / row["file"] for row in files()], output, settings=Settings("en_core_web_sm"))
    return {half: evaluate(output, GOLD / half) for half in ("worked", "measured")}


@pytest.mark.parametrize(("half", "table"), FLOORS)
def test_the_scores_hold(scores: dict[str, Scores], half: str, table: str) -> None:
    score = scores[half].tables[table]
    report = render(scores[half]).split(f"== {table}\n")[1].split("\n== ")[0]
    assert score.f1 is not None
    assert score.f1 >= FLOORS[half, table], report


@pytest.mark.parametrize("half", ["worked", "measured"])
def test_every_document_is_scored(scores: dict[str, Scores], half: str) -> None:
    assert {d.document_id for d in scores[half].documents} == {r["document_id"] for r in files() if r["half"] == half}
    assert all(d.in_output for d in scores[half].documents)
    assert not scores[half].notes


def test_documents_without_events_give_none(scores: dict[str, Scores]) -> None:
    for document in (d for s in scores.values() for d in s.documents):
        if not document.tables["meetings"].n_gold:
            assert document.tables["meetings"].n_output == 0, document.document_id


def test_the_halves_are_what_the_folders_hold() -> None:
    for half in ("worked", "measured"):
        assert {p.name for p in Path(GOLD / half).iterdir()} == {r["document_id"] for r in files() if r["half"] == half}
