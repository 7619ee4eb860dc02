"""Events that lines tell of together: a day above what happened on it, names with their days, labelled lines."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.small_reports import COMMITTEE, events, masthead, page, table
from tests.support import from_text


def test_what_happened_stands_below_its_day() -> None:
    told = (
        "<h3>14 January 2009</h3><p>The Committee held its 71st meeting.</p><h3>4 March 2009</h3>"
        "<p>The Chair visited Bria. A vehicle was attacked near the town.</p><h3>5 March 2009</h3><p>The Chair met on 9 March.</p>"
    )
    report = page(told)
    assert events(report) == ["meeting 71 2009-01-14 own", "visit 2009-03-04 own", "meeting 2009-03-09 own"]
    assert not report.warnings
    for row in report.rows["meetings"]:
        source = next(s for s in report.rows["meeting_sources"] if s["meeting_id"] == row["meeting_id"])
        assert report.text[source["char_start"] : source["char_end"]] == source["text"]
        assert "visited" in source["text"] or "meeting" in source["text"] or "met" in source["text"]


def test_lines_below_a_day_name_their_events() -> None:
    told = (
        "<h3>14 January</h3><p>Informal consultations on the report of the Panel</p><h3>4 March</h3>"
        "<p>10 a.m. 72nd meeting (closed)</p><h3>9 March</h3><p>The Committee will hold a meeting in May.</p>"
        "<p>Letter from Chad on the meeting of the Board</p><h3>11 March</h3><p>No meeting of the Committee.</p>"
    )
    assert events(page(told)) == ["consultations 2009-01-14 own", "meeting 72 2009-03-04 own"]


def test_the_line_above_the_days_says_what_they_are() -> None:
    told = "".join(
        f"<dt>{d}</dt><dd>{w}</dd>" for d, w in (("14 January 2009", "Dams and locks"), ("4 March 2009", "Fish"))
    )
    report = page(f"<p>The Committee met as follows:</p><dl>{told}</dl>")
    assert events(report) == ["meeting 2009-01-14 own", "meeting 2009-03-04 own"]
    assert [m["subject"] for m in report.rows["meetings"]] == ["Dams and locks", "Fish"]
    assert events(page(f"<dl>{told}</dl>")) == []


def test_a_chronology_of_other_things_is_reported() -> None:
    told = "<h3>14 January 2009</h3><p>A bomb exploded in Bria.</p><h3>4 March 2009</h3><p>Rebels left the town.</p>"
    report = page(told)
    assert events(report) == []
    (said,) = report.warnings
    assert said.startswith("2 headings are days (the first: 14 January 2009)")


def test_a_table_of_days_and_what_happened() -> None:
    rows = (
        ("13 May 2009", "The Committee held its 71st meeting."),
        ("14 May 2009", "A vehicle was attacked near Bria."),
        ("15 May 2009", "Meeting of the Committee called off."),
        ("18 May 2009", "The Chair visited Chad and met with the President."),
    )
    assert events(page(table(*rows, caption="Chronology"))) == ["meeting 71 2009-05-13 own", "visit 2009-05-18 own"]
    head = ("Date of issue", "Document")
    assert events(page(table(*rows, head=head, caption="Chronology"))) == []


# Entries of lists on web pages, and their events.
LINES = {
    "14 Feb – Informal consultations": ["consultations 2009-02-14 own"],
    "27 October 2009 (a.m.) – Informal consultations with Chad": ["consultations 2009-10-27 own"],
    "3-7 August 2009 – Chair's visit to Bangui": ["visit 2009-08-03/2009-08-07 own"],
    "16 & 23 Feb – Informal consultations": ["consultations 2009-02-16 own", "consultations 2009-02-23 own"],
    "9 May 2009 – 5th and 6th formal meetings": ["meeting 5 2009-05-09 own", "meeting 6 2009-05-09 own"],
    "19 March 2009: 3rd formal meeting (closed)": ["meeting 3 2009-03-19 own"],
    "14 October 2009 Joint informal consultations": ["consultations 2009-10-14 own"],
    "Meeting with donors: 30 May 2009, 3 p.m.": ["meeting 2009-05-30 own"],
    "Private briefings by scholars: 31 Oct, 7 Nov and 14 Nov 2009": [
        "briefing 2009-10-31 own", "briefing 2009-11-07 own", "briefing 2009-11-14 own"
    ],
    "Nairobi, 15–17 October 2009 — third workshop of the Committee": ["meeting 2009-10-15/2009-10-17 own"],
    # no events, or none that took place
    "Meetings of the Committee, January–July 2009": [],
    "17 November 2009 Press release": [],
    "Report of the workshop: 5 May 2009": [],
    "Next meeting: 5 May 2009": [],
    "Statements for the meeting, 5 May 2009": [],
    "Workshop report, 5 May 2009": [],
    "10 July 2009 – Sanctions list amended": [],
    "4 May 2009 – Meeting room changed": [],
    "Conference room papers: 4 May 2009": [],
    "4 May 2009 – Workshop cancelled": [],
}  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), LINES.items(), ids=[line[:40] for line in LINES])
def test_lines_that_name_an_event(line: str, wanted: list[str]) -> None:
    assert events(page(f"<ul><li>{line}</li></ul>")) == wanted


# ---------------------------------------------------------------------- cards

MINUTES = (
    "Meeting No. 71", "Date: 14 January 2009", "Place: Conference Room 7", "Agenda: dams",
    "Meeting No. 72", "Date: 4 March 2009, 3 p.m.", "Present: Chad; Niger", "Agenda: locks",
)  # fmt: skip


def _card(report: Report) -> list[tuple[str, str, str]]:
    return [(m["meeting_number"], f"{m['start_date']}", m["subject"]) for m in report.rows["meetings"]]


def test_labelled_lines_are_a_card() -> None:
    wanted = [("71", "2009-01-14", "dams"), ("72", "2009-03-04", "locks")]
    report = page("".join(f"<p>{line}</p>" for line in MINUTES))
    assert _card(report) == wanted
    assert [p["text"] for p in report.rows["participants"]] == ["Chad", "Niger"]
    assert _card(page(f"<p>{'<br>'.join(MINUTES[:4])}</p><p>{'<br>'.join(MINUTES[4:])}</p>")) == wanted
    text = "\n\n".join([masthead("A/64/41", f"Minutes of the {COMMITTEE}"), "\n".join(MINUTES)])
    assert _card(from_text(text + "\n")) == wanted


def test_a_letter_is_no_card() -> None:
    memo = ("To: The Chair", "From: The Secretary", "Date: 14 January 2009", "Subject: Dams", "Place: New York")
    assert events(page("".join(f"<p>{line}</p>" for line in memo))) == []
    paper = ("Date: 14 January 2009", "Subject: Dams")
    assert events(page("".join(f"<p>{line}</p>" for line in paper))) == []


def test_names_with_their_days_below() -> None:
    lines = ("First meeting", "14 January 2009", "Informal consultations on dams", "13 and 20 February 2009", "Dams")
    told = "".join(f"<dt>{a}</dt>" if k % 2 == 0 else f"<dd>{a}</dd>" for k, a in enumerate(lines))
    assert events(page(f"<dl>{told}</dl>")) == [
        "meeting 1 2009-01-14 own", "consultations 2009-02-13 own", "consultations 2009-02-20 own"
    ]  # fmt: skip
    tentative = ("Next meeting", "14 January 2009", "Report on the meeting", "4 March 2009")
    assert events(page("".join(f"<p>{line}</p>" for line in tentative))) == []


# ---------------------------------------------------------------------- bare days below their months

LINES = (
    "May 2009",
    "4 Informal consultations on sand dams.",
    "12, 13 Meeting with donors.",
    "June 2009",
    "3 Briefing.",
)


def _chronicle(*lines: str) -> Report:
    head = masthead("A/64/41", f"Report of the {COMMITTEE}")
    return from_text("\n\n".join([head, "1. The Committee met.", "Annex", "Chronology", *lines]) + "\n")


def test_lines_that_begin_with_a_day_below_a_month() -> None:
    """PBC/4/OC/7-like chronicles: the month is a heading, the day opens the line."""
    report = _chronicle(*LINES)
    assert events(report) == [
        "consultations 2009-05-04 own",
        "meeting 2009-05-12 own",
        "meeting 2009-05-13 own",
        "briefing 2009-06-03 own",
    ]
    assert {row["date_text"] for row in report.rows["meetings"]} >= {"4", "3"}
    assert {row["date_basis"] for row in report.rows["meetings"]} == {"context"}


def test_days_with_their_weekdays() -> None:
    report = _chronicle("May 2009", "Mon 4 Informal consultations.", "Tue 12 Meeting with donors.", "Wed 13 Briefing.")
    assert events(report) == ["consultations 2009-05-04 own", "meeting 2009-05-12 own", "briefing 2009-05-13 own"]


def test_a_month_above_numbered_lines_is_no_day_of_the_line_above() -> None:
    assert events(_chronicle("May 2009", "12. Meeting with donors.", "June 2009", "3. Briefing by Ms. Lund.")) == []


def test_numbers_below_a_month_that_are_no_days() -> None:
    assert events(_chronicle("May 2009", "14 Meetings with donors.", "12 Visits.", "June 2009", "30 Briefings.")) == []
    assert (
        events(_chronicle("May 2009", "4 Meetings.", "12 Formal visits.", "14 Talks.", "June 2009", "3 Briefings."))
        == []
    )
    assert events(_chronicle("May 2009", "4 Meetings with donors.", "The rest of the month was calm.")) == []


MONTHS = {
    "as rows": (
        ("May 2009",),
        ("4", "Guests", "Silt"),
        ("12", "Guests", "Sand"),
        ("June 2009",),
        ("3", "Guests", "Dam"),
    ),
    "newest first": (
        ("June 2009",),
        ("3", "Guests", "Dam"),
        ("May 2009",),
        ("12", "Guests", "Sand"),
        ("4", "G", "Silt"),
    ),
}


@pytest.mark.parametrize("rows", MONTHS.values(), ids=MONTHS)
def test_months_as_rows_of_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    report = page("Meetings of the Committee", table(*rows, head=("Date", "Participants", "Subject")))
    assert sorted(events(report)) == ["meeting 2009-05-04 own", "meeting 2009-05-12 own", "meeting 2009-06-03 own"]


def test_months_in_a_column_beside_their_days() -> None:
    rows = (("May", "4", "Guests", "Silt"), ("", "12", "Guests", "Sand"), ("June", "3–5", "Guests", "Dams"))
    report = page("Meetings of the Committee", table(*rows, head=("Month", "Day", "Participants", "Subject")))
    assert events(report) == [
        "meeting 2009-05-04 own",
        "meeting 2009-05-12 own",
        "meeting 2009-06-03/2009-06-05 own",
    ]


MATRIX = (
    ("January", "27", "–", "–"),
    ("March", "16", "4; 11", "31"),
    ("May", "No meetings", "7–8 (retreat)", "–"),
    ("June", "–", "9 a", "–"),
)
KINDS = ("2009", "Formal meetings", "Informal consultations", "Briefings by the Chair")


def test_years_months_and_days_in_columns() -> None:
    rows = (("2009", "Jan", "4", "Silt"), ("", "", "12", "Sand"), ("", "Feb", "3", "Dams"))
    report = page("Meetings of the Committee", table(*rows, head=("Year", "Month", "Day", "Subject")))
    assert events(report) == ["meeting 2009-01-04 own", "meeting 2009-01-12 own", "meeting 2009-02-03 own"]


def test_tables_below_years_on_a_page() -> None:
    years = ((2009, "Chad"), (2008, "Mali"))
    tables = "".join(f"<h3>{y}</h3>" + table((state, "4-8 May"), head=("Country", "Dates")) for y, state in years)
    report = from_text(f"<html><body><h1>{COMMITTEE}</h1><h2>Visits</h2>{tables}</body></html>", "a.html")
    assert events(report) == ["visit 2009-05-04/2009-05-08 own", "visit 2008-05-04/2008-05-08 own"]


def test_months_by_kind_of_event() -> None:
    """The days of a month in the columns of their kinds (S/2016/1112-like summaries of activities)."""
    report = page(table(*MATRIX, head=KINDS, caption="Activities of the Committee"))
    assert events(report) == [
        "meeting 2009-01-27 own",
        "meeting 2009-03-16 own",
        "consultations 2009-03-04 own",
        "consultations 2009-03-11 own",
        "briefing 2009-03-31 own",
        "consultations 2009-05-07/2009-05-08 own",
        "consultations 2009-06-09 own",
    ]
    assert {row["format"] for row in report.rows["meetings"]} == {"formal", "informal", ""}


def test_a_day_that_a_month_has_not_is_kept_and_flagged() -> None:
    rows = (("January", "27", "–"), ("February", "30", "4; 11"), ("March", "–", "9"))
    report = page(table(*rows, head=KINDS[:3], caption="Activities of the Committee"))
    assert len(events(report)) == 5 and "meeting undated own" in events(report)
    assert [d["kind"] for d in report.rows["discrepancies"]] == ["implausible_date"]


def test_dates_printed_in_full_beside_their_month() -> None:
    rows = (("January", "27 January 2009", "–"), ("May", "3 May 2009", "4 May 2009"), ("June", "–", "9 June 2009"))
    report = page(table(*rows, head=KINDS[:3], caption="Activities of the Committee"))
    assert {row["date_basis"] for row in report.rows["meetings"]} == {"stated"}


def test_counts_by_month_are_no_days_either_where_one_has_several() -> None:
    counted = table(*MATRIX, head=("2009", "Number of meetings", "Consultations", "Briefings"))
    report = page(counted)
    assert events(report) == []
    assert any("name events" in w for w in report.warnings)


def test_counts_by_month_are_no_days() -> None:
    rows = (("May", "4", "3"), ("June", "12", "2"), ("July", "3", "9"))
    report = page("Meetings by month", table(*rows, head=("Month", "Formal meetings", "Informal consultations")))
    assert events(report) == []


def test_a_year_right_below_the_title() -> None:
    """Pages of committees list their meetings below years, the latest first."""
    years = "".join(f"<h3>{year}</h3><ul><li>14 Dec – Informal consultations</li></ul>" for year in (2015, 2014))
    top = f"<h1>{COMMITTEE}</h1><h2>Meetings of the Committee (page updated 4 Feb 2016)</h2>"
    report = from_text(f"<html><body>{top}{years}</body></html>", "a.html")
    assert sorted(events(report)) == ["consultations 2014-12-14 own", "consultations 2015-12-14 own"]
