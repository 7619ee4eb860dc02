"""Checks a generated truth against its text, with another reading of it than the one that wrote it."""

from __future__ import annotations

import re
from datetime import date

from .dates import MONTHS, printed_dates
from .model import GeneratedReport, MeetingTruth, squeeze
from .mutations import table_lines

_MONTH = "|".join(MONTHS)


def verify(report: GeneratedReport) -> None:
    """Raises AssertionError where truth and text do not fit."""
    truth, text, flat = report.truth, report.text, squeeze(report.text)
    assert "{" not in text and "}" not in text and "[" not in text, "an unfilled place"
    assert "  " not in text.replace("\n", " \n").replace(" \n", "\n"), "two blanks"
    assert not re.search(r"\bthe the\b|\ba [aeio]\w+ meeting|\.\.", flat), "bad English"
    _dates(report)
    for value in (truth.symbol, truth.issuing_body, truth.signatory, truth.signatory_role, truth.addressee):
        assert value in flat, value
    for title in (*truth.table_titles, *truth.headings, *truth.lettered_headings):
        assert f"{title}\n" in text, title
    assert len(truth.table_titles) == truth.n_tables == len(table_lines(text.split("\n"))), "tables"
    for _, numbers in truth.paragraphs:
        for number in numbers:
            assert re.search(rf"(?m)^{number}\.(\n|\t| )\S", text), number
    for claim in truth.claims:
        assert claim.text.lower() in flat.lower(), claim
        assert claim.n_found is None or claim.agrees == (claim.value == claim.n_found)
    for acronym in truth.missions:
        slipped = any(d.kind == "unknown_acronym" for d in truth.discrepancies)
        assert slipped or re.search(rf"\b{acronym}\b", flat), acronym
    _references(report)
    for meeting in truth.meetings:
        _meeting(meeting, report, flat)
    untold = sum(meeting.in_annex and not meeting.in_narrative for meeting in truth.meetings)
    assert truth.coverage == "partial" or untold == sum(d.kind == "only_in_annex" for d in truth.discrepancies)
    for slip in truth.discrepancies:
        if slip.kind == "date_conflict":
            wrong, right = slip.narrative_value, slip.annex_value
            wrong, right = (right, wrong) if slip.right == "narrative" else (wrong, right)
            assert date.fromisoformat(wrong).weekday() > 4 > -1 and date.fromisoformat(right).weekday() < 5, slip
            assert {wrong, right} <= truth.printed_dates and wrong not in {m.start_date for m in truth.meetings}


def _dates(report: GeneratedReport) -> None:
    """Every noted date can be made of the text, and every full date of the text was noted."""
    truth, flat = report.truth, squeeze(report.text.replace("\n\t", "\n| "))
    printed = printed_dates(report.text)
    for value in truth.printed_dates:
        assert printed.allows(value), value
    noted = {end for value in truth.printed_dates for end in value.split("/")}
    for day, month, year in re.findall(rf"(\d{{1,2}}) ({_MONTH}) (\d{{4}})", flat):
        assert f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}" in noted, (day, month, year)
    for month, day in printed.days:
        assert any(value.endswith(f"-{month:02d}-{day:02d}") for value in noted), (month, day)


def _references(report: GeneratedReport) -> None:
    truth, flat = report.truth, squeeze(report.text)
    found = set(re.findall(r"\b[AS]/(?:PRST/)?\d+(?:/\d+)?\b", flat)) - {truth.symbol}
    found |= {f"S/RES/{n}({y})" for n, y in re.findall(r"\b(\d{3,4}) \((\d{4})\)", flat)}
    found |= {f"A/RES/{n}({s})" for n, s in re.findall(r"\b(\d{4}) \(([XIV]+)\)", flat)}
    assert found == set(truth.references), found ^ set(truth.references)


def _meeting(meeting: MeetingTruth, report: GeneratedReport, flat: str) -> None:
    truth = report.truth
    assert meeting.in_annex or meeting.in_narrative
    assert meeting.start_date <= meeting.end_date
    if truth.date:
        assert meeting.end_date < truth.date, meeting
    assert date.fromisoformat(meeting.start_date).weekday() < 5, meeting
    if meeting.in_annex:
        assert meeting.date_text in flat and meeting.subject in flat, meeting
        assert truth.table_titles[meeting.table - 1] == meeting.table_title
        assert truth.period_start <= meeting.start_date <= truth.period_end, meeting
    for person in meeting.participants:
        assert person.text in flat, person
    dated = [d.narrative_value for d in truth.discrepancies if d.kind == "date_conflict"]
    day = date.fromisoformat(meeting.start_date)
    words = f"{day.day} {MONTHS[day.month - 1]}"
    if meeting.in_annex and meeting.start_date == meeting.end_date and not dated:
        assert words in flat or "date_text" in meeting.open_fields, meeting
    if meeting.meeting_number:
        assert re.search(rf"\b{meeting.meeting_number}(st|nd|rd|th)\b", flat)
    for part, numbers in truth.paragraphs:
        if part == "body":
            assert set(meeting.paragraphs) <= set(numbers)
