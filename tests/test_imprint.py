"""Mastheads that were typed, scanned and recognised: misread letters and specks among words that are known."""

from __future__ import annotations

from datetime import date

import pytest

from extract.recognise import imprint
from tests.small_reports import events
from tests.support import from_text
from tests.test_masthead import TEXT, head


@pytest.mark.parametrize(
    ("line", "wanted"),
    {
        "Diatr. GENERAL": True,
        "Qeneral Assembly": True,
        "UNITE3 NATIQNS": True,
        "s/21931 8 November 1990 ENGLISH ORIGINAL: ENGLISH/SPANISH": True,
        "A/44/661 J S/20911 20 October 1989": True,
        "SS Le $/24615 2 October 1992": True,
        "THE SITUATION IN CENTRAL AMERICA": False,
        "The war on sand": False,
        "(16–19 June 2025)": False,
        "Report of the Secretary-General": False,
    }.items(),
)
def test_lines_of_a_masthead(line: str, wanted: bool) -> None:
    assert imprint.is_imprint(line) is wanted


def test_a_scanned_masthead() -> None:
    found = head(
        "UNITE3", "NATIQNS", "Diatr. GENERAL", "s/21931 8 November 1990", "ORIGINAL1 ENGLISH", "THE SAND SEA", TEXT
    )
    assert (found.date, found.title) == (date(1990, 11, 8), "THE SAND SEA")


def test_a_date_in_brackets_is_that_of_a_session() -> None:
    found = head("Economic and Social Council", "Report on the twentieth session", "(10 May 2024)", TEXT)
    assert found.date is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Reuort of the Secretary-Geners", TEXT),
        ("REPORT OF THE SECRETARY~GENERAL ON THE SAND SEA", TEXT),
        ("SPUW4.L REPORT OF THE SKCRETARY-GEPERAL ON SAND", TEXT),
        ("THE SAND SEA", "1. My Special Envoy met with the parties, and the talks on the dunes will continue in May."),
        ("THE SAND SEA", "1. It follows my report of 9 May 1991 and tells of what the observers have seen since then."),
    ],
)
def test_the_secretary_general_speaks(lines: tuple[str, ...]) -> None:
    assert head("UNITED NATIONS", "S/22692 12 June 1991", *lines).issuing_body == "Secretary-General"


@pytest.mark.parametrize(
    "lines",
    [
        ("Reoort of the Security Council Mission", TEXT),
        ("THE SAND SEA", "1. The Special Envoy met with the parties, and the talks on the dunes will continue in May."),
        (
            "Letter dated 9 May 1991 from the Permanent Representative of Chad addressed to the Secretary-General",
            "Upon instructions from my Government, I wish to recall my report to the Council on the dunes of sand.",
        ),
    ],
)
def test_somebody_else_speaks(lines: tuple[str, ...]) -> None:
    assert head("UNITED NATIONS", "S/22692 12 June 1991", *lines).issuing_body != "Secretary-General"


@pytest.mark.parametrize(
    ("job", "day"),
    {
        "99-03055 (E) 090299": "1999-01-12",  # typed on 9 February: the past January
        "": "1999-01-12",  # the symbol's year alone
    }.items(),
)
def test_without_a_readable_date_the_years_are_those_before_the_typing(job: str, day: str) -> None:
    head = f"UNITED\n\nNATIONS\n\nS/1999/124 8 Febxuary :;I.999\n\n{job}\n\nREPORT OF THE SECRETARY-GENERAL ON SAND\n\n"
    report = from_text(head + "1. On 12 January, the Sand Commission met in Dushanbe.\n\n2. It will meet again.\n")
    assert report.rows["documents"][0]["date"] is None
    assert events(report) == [f"meeting {day} other"]


def test_a_day_after_the_typing_is_of_the_year_before() -> None:
    head = "UNITED NATIONS\n\nS/1999/124\n\n99-03055 (E) 090299\n\nREPORT OF THE SECRETARY-GENERAL ON SAND\n\n"
    report = from_text(head + "1. On 12 December, the Sand Commission met in Dushanbe.\n\n2. It will meet again.\n")
    assert events(report) == ["meeting 1998-12-12 other"]
