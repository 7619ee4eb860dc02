"""Three hundred generated reports, scored against what was planned before their text was written.

`python -m tests.generator_score` prints the same figures with every wrong case.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.generator import KEEPS_TRUTH
from tests.generator_score import Score, score_mutated, score_seeds

FIRST, LAST = 0, 299

# What the program reaches by now. These floors only go up: who lowers one breaks something that was right.
F1 = {
    "meetings (own)": 1.0,
    "meetings (others)": 1.0,
    "participants": 0.981,
    "references": 1.0,
    "claims": 0.987,
    "paragraphs": 1.0,
    "subparagraphs": 1.0,
    "table titles": 1.0,
}
ACCURACY = {
    "documents.symbol": 1.0,
    "documents.issuing_body": 1.0,
    "documents.date": 1.0,
    "documents.signatory": 1.0,
    "documents.signatory_role": 1.0,
    "documents.addressee": 1.0,
    "documents.period_start": 1.0,
    "documents.period_end": 1.0,
    "paragraph counts": 1.0,
    "table counts": 1.0,
    "headings": 1.0,
    "meetings.format": 0.998,
    "meetings.meeting_number": 1.0,
    "meetings.date_precision": 1.0,
    "meetings.date_basis": 1.0,
    "meetings.date_text": 1.0,
    "meetings.body": 0.986,
    "meetings.subject": 1.0,
    "meetings.missions": 0.993,
    "meetings.in_annex": 1.0,
    "meetings.in_narrative": 0.987,
    "meetings.table_title": 1.0,
    "participants.kind": 0.998,
    "participants.role": 0.998,
    "participants.organisation": 0.999,
    "participants.country_iso3": 0.999,
    "participants.qualifier": 1.0,
    "claims.unit": 0.997,
    "claims.n_found": 1.0,
    "discrepancies.chosen_value": 1.0,
}
PLANTED_RECALL = 0.958  # of the contradictions put into the reports
FALSE_A_REPORT = 0.03  # discrepancies of severity error or warning that are none; this one only goes down


@cache
def score() -> Score:
    return score_seeds(FIRST, LAST)


def cases(figure: str, of: Score) -> str:
    """The wrong cases of a figure, for the message of a failed test."""
    found = [f"{report}: {words}" for report, name, words in of.wrong if name == figure]
    return "\n".join([f"{len(found)} wrong in {figure}", *found[:12]])


@pytest.mark.parametrize(("figure", "floor"), F1.items())
def test_f1(figure: str, floor: float) -> None:
    assert score()[figure].f1 >= floor, cases(figure, score())


@pytest.mark.parametrize(("figure", "floor"), ACCURACY.items())
def test_accuracy(figure: str, floor: float) -> None:
    assert score()[figure].recall >= floor, cases(figure, score())


def test_planted_discrepancies() -> None:
    figure = "discrepancies planted"
    assert score()[figure].recall >= PLANTED_RECALL, cases(figure, score())


def test_false_discrepancies() -> None:
    """A flag that is no real contradiction is worse than none."""
    figure = "discrepancies false"
    assert score()[figure].false / score().reports <= FALSE_A_REPORT, cases(figure, score())


def test_every_figure_has_a_floor() -> None:
    """Nothing is scored and then forgotten; and the figures rest on enough cases to mean something."""
    floors = {*F1, *ACCURACY, "discrepancies planted", "discrepancies false"}
    assert set(score().figures) == floors
    assert score().reports == LAST - FIRST + 1
    assert score()["meetings (own)"].right + score()["meetings (own)"].missing > 3000
    planted = score()["discrepancies planted"]
    assert planted.right + planted.missing > 300


@pytest.mark.parametrize("change", KEEPS_TRUTH)
def test_changes_that_keep_the_truth(change: str) -> None:
    """Columns swapped, lines split or joined, other blanks and line ends: the same events, paragraphs and tables."""
    changed = score_mutated(0, 19, change)
    for figure in ("meetings (own)", "meetings (others)", "paragraphs", "subparagraphs", "table titles", "references"):
        assert changed[figure].f1 >= F1[figure], cases(figure, changed)
    assert changed["discrepancies false"].false == 0, cases("discrepancies false", changed)
