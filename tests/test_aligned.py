"""Tables of plain text whose columns stand apart by blanks."""

from __future__ import annotations

from extract.read import aligned
from tests.small_reports import COMMITTEE, events, masthead
from tests.support import from_text

HEAD = masthead("A/64/41", f"Report of the {COMMITTEE}")
VISITS = """
Places visited by the Committee, 2009

Country/city           Dates                 Government              Others
------------           -----                 ----------              ------
Djibouti
  Djibouti             2-6 February;         Ministry of Defence;    Task Force-Horn
                       14-15 June            Port Authority          of Africa

United Arab
Emirates
  Dubai, Sharjah       30 April-             Central Bank;           Airline
                       7 May                 Civil Aviation          operators
  Aden                 14 May                Coast Guard             -
"""


def _rows(text: str) -> list[list[str]]:
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n{text}\n")
    return [
        s["text"].replace("\t", "").split("\n") for s in report.rows["segments"] if s["kind"].startswith("table_row")
    ]


def test_cells_that_go_on_over_several_lines() -> None:
    assert _rows(VISITS) == [
        ["Djibouti"],
        ["Djibouti", "2-6 February; 14-15 June", "Ministry of Defence; Port Authority", "Task Force-Horn of Africa"],
        ["United Arab"],
        ["Emirates"],
        ["Dubai, Sharjah", "30 April- 7 May", "Central Bank; Civil Aviation", "Airline operators"],
        ["Aden", "14 May", "Coast Guard", "-"],
    ]
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n{VISITS}\n")
    assert events(report) == [
        "visit 2009-02-02/2009-02-06 own", "visit 2009-06-14/2009-06-15 own", "visit 2009-04-30/2009-05-07 own",
        "visit 2009-05-14 own",
    ]  # fmt: skip
    assert not report.warnings


def test_one_line_a_row() -> None:
    text = (
        "Meetings of the Committee\n\nDate          Meeting     Topic\n30 January    1st         Ports\n"
        "10 March      2nd         Dams\n24 April      3rd         Locks and\n                          weirs\n"
    )
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n\n{text}")
    assert events(report) == ["meeting 1 2009-01-30 own", "meeting 2 2009-03-10 own", "meeting 3 2009-04-24 own"]
    assert [m["subject"] for m in report.rows["meetings"]] == ["Ports", "Dams", "Locks and weirs"]


def test_days_with_ditto_marks_are_of_the_month_above_and_say_that_it_is_not_printed() -> None:
    text = (
        "Meetings of the Committee\n\n   Meeting     Date                    Chairman\n   -------     ----                    --------\n"
        '    15th       14 January     2009     Mr. Lund\n    16th       28    "         "       Mr. Lund\n'
        '    17th        6 March        "       Ms. Berg\n    18th       20    "         "       Ms. Berg\n'
    )
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n\n{text}")
    assert events(report) == [
        "meeting 15 2009-01-14 own",
        "meeting 16 2009-01-28 own",
        "meeting 17 2009-03-06 own",
        "meeting 18 2009-03-20 own",
    ]
    assert {row["date_basis"] for row in report.rows["meetings"]} == {"context"}


def test_an_itinerary_whose_months_stand_above() -> None:
    """T/1262: a weekday and a day open the row; a second entry of a day follows a blank line."""
    text = (
        "ITINERARY OF THE COMMITTEE\n\n\nMARCH 2009\n\n"
        "Thurs. 12    Yaren         Meeting with the Administrator and heads of\n                           departments\n\n"
        "Fri.   13    Yaren         Meeting with the Council\n\n             Aiwo          Visit to the works\n\n"
        "22 to 24     Kavieng       Visit to plantations\n\nAPRIL 2009\n\n3 to 5       Goroka        Visit to the Highlands\n\n"
        "Mon.    6    Lae           Meeting with the Mayor\n"
    )
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n\n{text}")
    assert events(report) == [
        "meeting 2009-03-12 own", "meeting 2009-03-13 own", "visit 2009-03-13 own", "visit 2009-03-22/2009-03-24 own",
        "visit 2009-04-03/2009-04-05 own", "meeting 2009-04-06 own",
    ]  # fmt: skip


def test_a_paragraph_below_a_table_is_none_of_its_rows() -> None:
    text = (
        "Session       Opinions    Dates\n\nFirst            4        12 - 16 May 2009\nSecond           9         8 - 17 September 2009\n"
        "Third           11        24 November - 3 December 2009\n\n"
        "4.  On 11 September, in the course of the second session, the Committee met\nwith a delegation of Chad.\n"
    )
    report = from_text(f"{HEAD}\n\n1. Its sessions of 2009 were these.\n\n{text}")
    assert "meeting 2009-09-11 own" in events(report)


def test_other_texts_stay_as_they_are() -> None:
    for text in (
        "United Nations        A/64/41\n\nGeneral Assembly      Distr.: General\n                      30 November 2009\n",
        "1.   The Committee met on 4 May 2009 in\n     the morning.\n\n2.   It met on 5 May.\n\n3.   It met on 6 May.\n",
        "Country        Fish      Boats\nChad           1 200        30\nNiger            400         7\nMali             300         2\n",
        "Monaco 12      Boats        30\nMontenegro 4   Cars        400\nMongolia 7     Carts         2\n",
        "     Yours\n                         The Chair\n",
        "14 May\tOne\n15 May\tTwo\n16 May\tThree\n",
    ):
        assert aligned.tabbed(text) == text


def test_nothing_is_lost_but_rules() -> None:
    laid = aligned.tabbed(VISITS)
    assert sorted(laid.split()) == sorted(word for word in VISITS.split() if set(word) != {"-"} or word == "-")


def test_a_drawn_line_is_no_row() -> None:
    for line in ("-------   ----   -----", "=====================", "  ___ ... ___"):
        assert aligned._is_rule(line)
    for line in ("14 May - 15 May", "- a - b -", "...", ""):
        assert not aligned._is_rule(line)


def test_a_programme_with_the_days_above_its_hours() -> None:
    text = (
        "Programme of the visit of the Committee to Chad, 2009\n\nSunday, 14 June\n\n4.30 p.m.     Arrival at the airport\n\n"
        "6 p.m.        Meeting with the Resident Representative of the\n              Development Programme\n\n"
        "Monday, 15 June\n\n9 a.m.        Meeting with the Minister of Justice\n\n11 a.m.       Visit to the prison at Faya\n\n"
        "8 p.m.        Dinner offered by the Minister\n"
    )
    report = from_text(f"{HEAD}\n\n1. The Committee met.\n\nAnnex\n\n{text}")
    assert events(report) == ["meeting 2009-06-14 own", "meeting 2009-06-15 own", "visit 2009-06-15 own"]
