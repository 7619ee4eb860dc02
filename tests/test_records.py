"""Summary and verbatim records: each is the record of one meeting of one body."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.small_reports import events
from tests.support import from_text

CALLED = "The meeting was called to order at 10.15 a.m."
COUNCIL = (
    "United Nations S/PV.5816",
    "Security Council",
    "Sixty-third year",
    "5816th meeting",
    "Wednesday, 9 January 2008, 10 a.m.",
    "New York",
    "President: Mr. Lund",
    CALLED,
)
COMMITTEE = (
    "United Nations A/C.6/63/SR.9",
    "General Assembly",
    "Sixty-third session",
    "Distr.: General",
    "3 November 2008",
    "Sixth Committee",
    "Summary record of the 9th meeting",
    "Held at Headquarters, New York, on Tuesday, 14 October 2008, at 3 p.m.",
    "Chairperson: Mr. Lund",
    CALLED,
    "1. Ms. Berg (Norway) said that the report was to be welcomed.",
)
EARLIER = (
    "UNITED NATIONS",
    "Security Council",
    "PROVISIONAL",
    "S/PV.3060",
    "13 March 1992",
    "PROVISIONAL VERBATIM RECORD OF THE THREE THOUSAND AND SIXTIETH MEETING",
    "Held at Headquarters, New York, on Friday, 13 March 1992, at 11.30 a.m.",
    "President: Mr. LUND",
    CALLED,
)


def _record(*lines: str) -> Report:
    return from_text("\n\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("lines", "body", "event"),
    [
        (COUNCIL, "Security Council", "meeting 5816 2008-01-09 own"),
        (COMMITTEE, "Sixth Committee", "meeting 9 2008-10-14 own"),
        (EARLIER, "Security Council", "meeting 3060 1992-03-13 own"),
    ],
)
def test_a_record_is_of_its_meeting(lines: tuple[str, ...], body: str, event: str) -> None:
    record = _record(*lines)
    (document,) = record.rows["documents"]
    assert (document["kind"], document["issuing_body"]) == ("summary_record", body)
    assert events(record) == [event]


def test_what_speakers_tell_of_is_read_as_in_any_text() -> None:
    told = "2. Mr. Holm said that the Ad Hoc Committee, which had met from 7 to 11 April 2008, had done its work."
    assert events(_record(*COMMITTEE, told)) == ["meeting 9 2008-10-14 own", "meeting 2008-04-07/2008-04-11 other"]


def test_a_record_without_its_day_gives_no_meeting() -> None:
    assert events(_record(*(line for line in COUNCIL if "January" not in line))) == []
