"""Dates that cannot be right: kept as printed, and flagged `implausible_date`."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.small_reports import committee, events, secretary_general

OTHERS = {
    # printed and past, though the document is older (S/2025/269, para. 80)
    "Seminars on water were held in Birao on 11 December 2010. Training took place on 14 March.": "11 December 2010",
    "The next seminar on water is to be held in Birao on 11 December 2010.": "",
    "Seminars on water were held in Birao on 11 October 2009.": "",
}
IMPOSSIBLE = {
    "At its 3rd meeting, on 31 June 2009, the Committee elected its Chair.": "31 June 2009",
    "At its 3rd meeting, on 30 February, the Committee elected its Chair.": "30 February",
}
OWN = {
    "At its 3rd meeting, on Monday, 5 May 2009, the Committee elected its Chair.": "Monday, 5 May 2009",
    "At its 3rd meeting, on Tuesday, 5 May 2009, the Committee elected its Chair.": "",
    "At its 3rd meeting, on 5 December 2009, the Committee elected its Chair.": "5 December 2009",
    "At its 3rd meeting, on 5 May 2009, the Committee elected its Chair.": "",
}


def odd(report: Report) -> str:
    """The printed dates that are flagged."""
    found = [d["narrative_value"] for d in report.rows["discrepancies"] if d["kind"] == "implausible_date"]
    return "; ".join(map(str, found))


@pytest.mark.parametrize("sentence", OTHERS)
def test_events_of_others(sentence: str) -> None:
    assert odd(secretary_general(sentence)) == OTHERS[sentence]


@pytest.mark.parametrize("sentence", IMPOSSIBLE)
def test_a_day_that_no_calendar_has(sentence: str) -> None:
    report = committee(sentence)
    assert odd(report) == IMPOSSIBLE[sentence]
    assert events(report) == []


@pytest.mark.parametrize("sentence", OWN)
def test_own_meetings(sentence: str) -> None:
    report = committee(sentence)
    assert odd(report) == OWN[sentence]
    assert len(events(report)) == 1
