"""Tables of meetings, visits and sessions, and tables of other things, each with the events that it tells."""

from __future__ import annotations

from itertools import permutations

import pytest

from extract.assemble.programme import kind_of
from tests.small_reports import COMMITTEE, events, masthead, page, table
from tests.support import from_text

MISSION = "Report of the Security Council mission to Haiti, 3 to 6 May 2009"


def _told(*parts: str, **head: str) -> list[str]:
    """The events of the tables of a page, without those that its title tells."""
    report = page(*parts, **head)
    annexed = {row["meeting_id"] for row in report.rows["meeting_sources"] if row["source"] == "annex"}
    rows = zip(events(report), report.rows["meetings"], strict=True)
    return [event for event, row in rows if row["meeting_id"] in annexed]


# ---------------------------------------------------------------------- programmes of visits

DAY_ROWS = (
    ("Sunday, 3 May 2009",),
    ("0900", "Meeting with the Prime Minister"),
    ("1100", "Visit to the port"),
    ("1300", "Lunch"),
    ("1500–1600", "Briefing by the Special Representative"),
    ("Monday, 4 May 2009",),
    ("8 a.m.", "Departure for Gonaïves"),
    ("10.30 a.m.", "Meeting with the mayor and the council of elders"),
    ("7 p.m.", "Reception hosted by the Governor"),
)


def test_a_visit_with_its_days_as_rows() -> None:
    assert _told("Programme of the visit", table(*DAY_ROWS), title=MISSION) == [
        "meeting 2009-05-03 own",
        "visit 2009-05-03 own",
        "briefing 2009-05-03 own",
        "meeting 2009-05-04 own",
    ]


def test_a_visit_with_its_days_in_a_column() -> None:
    """A day holds for the rows below that print none, and a cell for each of its lines."""
    rows = (
        ("3 May 2009", "Meeting with the Prime Minister\nWorking lunch with the diplomatic corps"),
        ("", "Visit to the port"),
        ("4 May 2009", "Travel to Gonaïves\nMeeting with the mayor; visit to the hospital"),
        ("5 May 2009", "Departure"),
    )
    found = _told(table(*rows, head=("Date", "Activities")), title=MISSION)
    assert found == [
        "meeting 2009-05-03 own",
        "meeting 2009-05-03 own",
        "visit 2009-05-03 own",
        "meeting 2009-05-04 own",
        "visit 2009-05-04 own",
    ]


def test_a_visit_with_columns_of_times_and_places() -> None:
    rows = (
        ("3 May 2009", "0900", "Port-au-Prince", "Meeting with the Prime Minister"),
        ("", "1100", "Port-au-Prince", "Visit to the port"),
        ("4 May 2009", "0900", "Jacmel", "Departure"),
    )
    found = _told("Programme of the visit", table(*rows, head=("Date", "Time", "Place", "Activity")), title=MISSION)
    assert found == ["meeting 2009-05-03 own", "visit 2009-05-03 own"]


def test_a_day_that_has_run_into_the_time_above() -> None:
    rows = (
        ("Sunday, 3 May 2009",),
        ("9 a.m.", "Meeting with the Prime Minister"),
        ("2.30 p.m.", "Meeting with women leaders"),
        ("4.10 p.m. Monday, 4 May 2009", "Meeting with the police"),
        ("9 a.m.", "Visit to the port"),
        ("11 a.m.", "Meeting with the mayor"),
    )
    assert _told("Programme of the visit", table(*rows), title=MISSION) == [
        *["meeting 2009-05-03 own"] * 3,
        "visit 2009-05-04 own",
        "meeting 2009-05-04 own",
    ]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Meeting with the Minister of Justice", "meeting"),
        ("Working breakfast with the ambassadors", "meeting"),
        ("Courtesy call on the Governor", "meeting"),
        ("Group A: meeting with the bar association", "meeting"),
        ("Briefing by the Force Commander", "briefing"),
        ("Consultations with the parties", "consultations"),
        ("Visit to the women's prison", "visit"),
        ("Tour of the harbour", "visit"),
        ("Travel to Jacmel and meeting with the mayor", "meeting"),
        ("Press conference", "other"),
        ("Arrival at the airport", ""),
        ("Departure for New York", ""),
        ("Transfer to the hotel", ""),
        ("Reception hosted by the Foreign Minister", ""),
        ("Dinner hosted by the Special Representative", ""),
        ("Lunch", ""),
        ("Wreath-laying ceremony", ""),
        ("Media encounter", ""),
        ("Internal meeting of the delegation", ""),
    ],
)
def test_items_of_a_visit(item: str, kind: str) -> None:
    assert kind_of(item, [item]) == kind


def test_an_item_that_names_only_a_post_is_a_meeting() -> None:
    assert (kind_of("Minister of Justice", [], names_somebody=True), kind_of("Hotel", [])) == ("meeting", "")


def test_a_place_that_the_visitors_come_back_from() -> None:
    """A flight there is a visit where no other item tells what was done there."""
    there, back, met = "Departure for Jacmel", "Return from Jacmel", "Meeting with the mayor of Jacmel"
    assert kind_of(there, [there, back]) == "visit"
    assert kind_of(there, [there, met, back]) == ""
    assert kind_of(there, [there]) == ""


# ---------------------------------------------------------------------- programmes of work

WORK = f"Programme of work of the {COMMITTEE}"


def _sittings(*rows: tuple[str, ...], head: tuple[str, ...] = ("Date/time", "Agenda item")) -> list[str]:
    return _told(WORK, table(*rows, head=head))


def test_each_span_of_hours_is_a_meeting() -> None:
    found = _sittings(
        ("Monday, 4 May 2009\n10 a.m.–1 p.m.", "Opening of the session"),
        ("Monday, 4 May 2009\n3–6 p.m.", "General debate"),
        ("Tuesday, 5 May 2009\n10 a.m.–1 p.m. and 3–6 p.m.", "General debate"),
    )
    assert found == ["meeting 2009-05-04 own"] * 2 + ["meeting 2009-05-05 own"] * 2


def test_days_as_rows_of_a_programme_of_work() -> None:
    found = _sittings(
        ("Monday, 4 May 2009",),
        ("10 a.m.–1 p.m.", "Opening of the session"),
        ("3–6 p.m.", "General debate"),
        ("Tuesday, 5 May 2009",),
        ("10 a.m.–1 p.m.", "Informal consultations"),
    )
    assert found == ["meeting 2009-05-04 own"] * 2 + ["consultations 2009-05-05 own"]


def test_a_day_is_carried_down_to_the_next_hours() -> None:
    found = _sittings(
        ("Monday, 4 May 2009\n10 a.m.–1 p.m.", "Opening of the session"),
        ("3–6 p.m.", "General debate"),
        ("Tuesday, 5 May 2009\n10 a.m.–1 p.m.", "Closing of the session"),
    )
    assert found == ["meeting 2009-05-04 own"] * 2 + ["meeting 2009-05-05 own"]


def test_hours_in_a_column_of_their_own() -> None:
    found = _sittings(
        ("Monday, 4 May 2009", "10 a.m.–1 p.m.", "Opening of the session"),
        ("", "3–6 p.m.", "General debate"),
        ("Tuesday, 5 May 2009", "10 a.m.–1 p.m.", "Closing of the session"),
        head=("Date", "Time", "Agenda item"),
    )
    assert found == ["meeting 2009-05-04 own"] * 2 + ["meeting 2009-05-05 own"]


def test_numbers_of_sittings() -> None:
    found = _sittings(
        ("Monday, 4 May 2009\n280th plenary meeting\n10 a.m.–1 p.m.", "Opening of the session"),
        ("Monday, 4 May 2009\n281st plenary meeting\n3–6 p.m.", "General debate"),
    )
    assert found == ["meeting 280 2009-05-04 own", "meeting 281 2009-05-04 own"]


@pytest.mark.parametrize(
    ("cell", "meetings"),
    [
        ("Monday, 4 May 2009 (2 meetings)", 2),
        ("Monday, 4 May 2009 (2 plenary meetings)", 2),
        ("Monday, 4 May 2009 (morning)", 1),
        ("Monday, 4 May 2009 (morning and afternoon)", 2),
        ("Monday, 4 May 2009", 1),
    ],
)
def test_how_many_meetings_a_day_has(cell: str, meetings: int) -> None:
    found = _sittings((cell, "General debate"), ("Tuesday, 5 May 2009\n10 a.m.", "Closing of the session"))
    assert found == ["meeting 2009-05-04 own"] * meetings + ["meeting 2009-05-05 own"]


def test_rows_of_one_sitting_are_one_meeting() -> None:
    """What is taken up without hours of its own belongs to the sitting above."""
    found = _sittings(
        ("Monday, 4 May 2009\n10 a.m.–1 p.m.", "Opening of the session"),
        ("", "Election of officers"),
        ("", "Adoption of the agenda"),
    )
    assert found == ["meeting 2009-05-04 own"]


def test_a_workplan_without_heads() -> None:
    """Annotated agendas of executive boards: days and hours in columns that nothing names."""
    rows = (
        ("Tuesday, 5 May 2009", "10 a.m.–1 p.m.", "Item 1", "Adoption of the agenda and organization of the work"),
        ("", "", "Item 2", "Opening statements by the President and the Director"),
        ("", "1.15–2.45 p.m.", "", "Informal consultations on the draft decisions"),
        ("Wednesday, 6 May 2009", "10 a.m.–1 p.m.", "Item 3", "Annual report on the evaluation function"),
    )
    plan = "Provisional annotated agenda, timetable and list of documents"
    found = _told(plan, table(*rows))
    assert found == ["meeting 2009-05-05 own", "consultations 2009-05-05 own", "meeting 2009-05-06 own"]


def test_a_workplan_goes_on_over_pages() -> None:
    """DP/2025/L.2: days and hours broken over rows, the table broken by pages, without heads on the next ones."""
    first = (
        ("Monday,", "10 a.m.–", "1", "ORGANIZATIONAL MATTERS"),
        ("4 May", "1 p.m.", "", "Adoption of the agenda and workplan for the session"),
        ("", "3–6 p.m.", "2", "ETHICS"),
    )
    second = (
        ("Tuesday, 10 a.m.– 5 May 1 p.m.", "15", "ANNUAL REPORT OF THE EXECUTIVE DIRECTOR"),
        ("3 – 6 p.m.", "18", "INTERNAL AUDIT AND INVESTIGATION, with reports on activities in 2008"),
    )
    third = (
        ("Wednesday,", "10 a.m.–", "10 EVALUATION"),
        ("6 May", "1 p.m.", "Reports on evaluation in 2008"),
    )
    head = ("Day/Date", "Time", "Item", "Subject")
    found = _told(
        "Tentative workplan (4 to 6 May 2009, Birao)", table(*first, head=head), table(*second), table(*third)
    )
    days = ("04", "04", "05", "05", "06")
    assert found == [f"meeting 2009-05-{day} own" for day in days]


def test_hours_beside_the_items_of_an_agenda() -> None:
    """E/ICEF/2025/11/Rev.1: the column of hours holds the items' numbers too."""
    rows = (
        (
            "Tuesday 5 May",
            "10 a.m.– Item 1 1 p.m.",
            "Adoption of the provisional annotated agenda, timetable and organization",
        ),
        ("", "Item 2", "Opening statements by the President of the Executive Board and the Executive Director"),
        ("", "1.15–2.45 p.m.", "Informal consultations"),
        (
            "Wednesday 6 May",
            "10 a.m.– Item 14 1 p.m.",
            "Internal audit and investigations, and the Board's organization of work",
        ),
    )
    found = _told(
        "Provisional timetable and organization of work for the 2009 annual session", "5–6 May 2009", table(*rows)
    )
    assert found == ["meeting 2009-05-05 own", "consultations 2009-05-05 own", "meeting 2009-05-06 own"]


def test_a_segment_of_two_days_in_a_calendar_is_one() -> None:
    rows = (("28 and 29 May 2009", "Coordination segment"), ("3 and 4 June 2009", "Meetings of the Bureau"))
    found = _told(f"Calendar of meetings of the {COMMITTEE}", table(*rows, head=("Date", "Subject")))
    assert found == ["meeting 2009-05-28/2009-05-29 own", "meeting 2009-06-03 own", "meeting 2009-06-04 own"]


# ---------------------------------------------------------------------- sessions of bodies


def test_sessions_of_subsidiary_bodies() -> None:
    rows = (
        ("Committee on Sand", "Eighth session, Bangkok, 8–10 October 2009", "E/ESCAP/1"),
        ("Committee on Silt", "Twentieth session, Tehran, 27 and 28 May 2009", "E/ESCAP/2"),
        ("Committee on Mud", "Ninth session, Seoul, 5 June 2009", "E/ESCAP/3"),
    )
    report = page("Meetings of the subsidiary bodies", table(*rows, head=("Subsidiary bodies", "Session", "Symbol")))
    assert events(report) == [
        "session 2009-10-08/2009-10-10 own",
        "session 2009-05-27/2009-05-28 own",
        "meeting 2009-06-05 own",  # annotation guide: a session of one day is a meeting
    ]
    assert [row["body"] for row in report.rows["meetings"]] == [row[0] for row in rows]


# ---------------------------------------------------------------------- columns

HEADS = ("No.", "Date", "Participants", "Subject")
MEETINGS = (
    ("41st", "4 May 2009", "Members of the Committee", "Sand dams in the delta"),
    ("42nd", "11 May 2009", "Members of the Committee and the World Bank", "Silt and its uses"),
    ("43rd", "9 June 2009", "Members of the Committee", "Report to the Assembly"),
)
WANTED = ["meeting 41 2009-05-04 own", "meeting 42 2009-05-11 own", "meeting 43 2009-06-09 own"]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=lambda order: ",".join(HEADS[i] for i in order))
def test_columns_in_any_order(order: tuple[int, ...]) -> None:
    turned = [tuple(row[i] for i in order) for row in (HEADS, *MEETINGS)]
    report = page("Meetings of the Committee", table(*turned[1:], head=turned[0]))
    assert events(report) == WANTED
    assert [row["subject"] for row in report.rows["meetings"]] == [row[3] for row in MEETINGS]


def test_columns_without_heads() -> None:
    assert _told("Meetings of the Committee", table(*MEETINGS)) == WANTED


def test_a_cell_for_the_rest_of_the_row_is_a_visit() -> None:
    rows = (
        ("4 May 2009", "Informal", "Members", "Sand"),
        ("9–11 May 2009", "Visit to the delta by the Chair"),
        ("20 May 2009", "Closed", "Members", "Silt"),
    )
    assert _told("Meetings of the Committee", table(*rows, head=("Date", "Format", "Participants", "Subject"))) == [
        "meeting 2009-05-04 own",
        "visit 2009-05-09/2009-05-11 own",
        "meeting 2009-05-20 own",
    ]


def test_the_list_of_the_councils_meetings() -> None:
    """The symbol of a meeting's record gives its number, and says whose it was: here in a committee's report."""
    head = ("Meeting record", "Date", "Press release", "Topic", "Security Council outcome / vote")
    rows = (
        ("S/PV.6120", "7 May 2009", "SC/9651", "The situation in Chad", ""),
        ("S/PV.6119", "6 May 2009", "SC/9650", "Sand dams", "S/PRST/2009/11"),
        ("S/PV.6118 (Resumption 1)", "5 May 2009", "", "Silt", ""),
    )
    found = _told("Meetings of the Security Council", table(*rows, head=head))
    assert found == ["meeting 6120 2009-05-07 other", "meeting 6119 2009-05-06 other", "meeting 6118 2009-05-05 other"]


# ---------------------------------------------------------------------- figures and years


def _dated(*cells: str, head: str = "Date", caption: str = "Meetings of the Committee") -> list[str]:
    rows = [(cell, f"Members of the Committee and guest {k}", "Sand dams") for k, cell in enumerate(cells)]
    report = page(table(*rows, head=(head, "Participants", "Subject"), caption=caption))
    return [str(row["start_date"]) for row in report.rows["meetings"]]


FIGURES = {
    "the day comes first": (("05/04/2009", "06/05/2009"), "Date", ["2009-04-05", "2009-05-06"]),
    "a day in the month's place": (("05/04/2009", "05/21/2009"), "Date", ["2009-05-04", "2009-05-21"]),
    "the head says the month": (("05/04/2009", "06/05/2009"), "Date (mm/dd/yyyy)", ["2009-05-04", "2009-06-05"]),
    "the head says the day": (
        ("01/05/2009", "01/09/2009", "02/03/2009", "02/10/2009"),
        "Date (dd/mm/yyyy)",
        ["2009-05-01", "2009-09-01", "2009-03-02", "2009-10-02"],
    ),
    "months in order": (
        ("01/05/2009", "01/09/2009", "02/03/2009", "02/10/2009"),
        "Date",
        ["2009-01-05", "2009-01-09", "2009-02-03", "2009-02-10"],
    ),
    "days in order": (
        ("05/01/2009", "09/01/2009", "03/02/2009", "10/02/2009"),
        "Date",
        ["2009-01-05", "2009-01-09", "2009-02-03", "2009-02-10"],
    ),
}


@pytest.mark.parametrize(("cells", "head", "wanted"), FIGURES.values(), ids=FIGURES)
def test_day_or_month_first(cells: tuple[str, ...], head: str, wanted: list[str]) -> None:
    assert _dated(*cells, head=head) == wanted


def test_each_column_by_itself() -> None:
    rows = (("05/21/2009", "05/04/2009", "Sand dams"), ("06/05/2009", "06/05/2009", "Silt"))
    report = page(table(*rows, head=("Date", "Submitted on", "Subject"), caption="Meetings of the Committee"))
    values = {(m["text"], m["value"]) for m in report.rows["mentions"] if m["label"] == "DATE" and "/" in m["text"]}
    assert {("06/05/2009", "2009-06-05"), ("06/05/2009", "2009-05-06"), ("05/04/2009", "2009-04-05")} <= values


def test_the_caption_gives_the_year() -> None:
    assert _dated("4 May", "11 May", caption="Meetings of the Committee in 2007") == ["2007-05-04", "2007-05-11"]


def test_a_row_gives_the_year_to_the_rows_below() -> None:
    rows = (("2007",), ("4 May", "Members", "Sand"), ("2008",), ("11 May", "Members", "Silt"))
    report = page(table(*rows, head=("Date", "Participants", "Subject"), caption="Meetings of the Committee"))
    assert events(report) == ["meeting 2007-05-04 own", "meeting 2008-05-11 own"]
    assert {row["date_basis"] for row in report.rows["meetings"]} == {"context"}


# ---------------------------------------------------------------------- days that are printed once

FIRST = ("4 May 2009", "Members", "Sand dams in the delta")
CARRIED = {
    "4 May holds for the row below": (
        [FIRST, ("", "Members", "Silt"), ("11 May 2009", "Members", "Reeds"), ("12 May 2009", "Members", "Mud")],
        ["2009-05-04", "2009-05-04", "2009-05-11", "2009-05-12"],
    ),
    "the table prints a day twice in a row": (
        [FIRST, ("4 May 2009", "Members", "Silt"), ("11 May 2009", "Members", "Reeds"), ("", "Members", "Mud")],
        ["2009-05-04", "2009-05-04", "2009-05-11"],
    ),
}


@pytest.mark.parametrize(("rows", "days"), CARRIED.values(), ids=CARRIED)
def test_a_day_is_carried_down_where_the_table_prints_each_once(rows: list[tuple[str, ...]], days: list[str]) -> None:
    report = page(table(*rows, head=("Date", "Participants", "Subject"), caption="Meetings of the Committee"))
    assert [str(row["start_date"]) for row in report.rows["meetings"]] == days
    undated = [w for w in report.warnings if "no date is printed" in w]
    assert len(undated) == len(rows) - len(days)


def test_a_carried_day_is_context() -> None:
    rows, _ = CARRIED["4 May holds for the row below"]
    report = page(table(*rows, head=("Date", "Participants", "Subject"), caption="Meetings of the Committee"))
    assert [row["date_basis"] for row in report.rows["meetings"]] == ["stated", "context", "stated", "stated"]


def test_a_cell_that_spans_two_rows() -> None:
    tall = (
        "<table><caption>Meetings of the Committee</caption><tr><th>Date</th><th>Participants</th><th>Subject</th></tr>"
        '<tr><td rowspan="2">4 May 2009</td><td>Members</td><td>Sand</td></tr><tr><td>Members</td><td>Silt</td></tr>'
        "<tr><td>4 May 2009</td><td>Members</td><td>Mud</td></tr></table>"
    )
    assert _told(tall) == ["meeting 2009-05-04 own"] * 3


# ---------------------------------------------------------------------- tables of other things

_ANNEXED = "any annexed table of dates and subjects is one of meetings"
NOT_YET: dict[str, str] = {}
OTHER = {
    "flights": ("Flights", ("Date", "Aircraft", "Place"), ("4 May 2009", "Two drones", "Over the port of Tyre")),
    "flights by their title": ("Flights observed", ("Date", "Subject"), ("4 May 2009", "Two drones over the port")),
    "ships": ("Arrivals at the port", ("Date", "Vessel", "Subject"), ("4 May 2009", "Alma", "Wheat and rice")),
    "incidents": ("Incidents", ("Date", "Place", "Description"), ("4 May 2009", "Tyre", "Shots at a patrol car")),
    "violations": (
        "Ceasefire violations",
        ("Date", "Participants", "Subject"),
        ("4 May 2009", "Members of an armed group", "Shots at a patrol car"),
    ),
    "payments": ("Payments", ("Date", "Amount", "Subject"), ("4 May 2009", "12 000", "Rent of the premises")),
    "contributions": ("Contributions received", ("Date", "Country", "Subject"), ("4 May 2009", "Chad", "Rent of 2009")),
    "documents": (
        "Documents before the Committee",
        ("Date", "Symbol", "Title"),
        ("4 May 2009", "A/64/1", "Report of the Board of Sand"),
    ),
    "appointments": (
        "Members of the Panel",
        ("Name", "Date of appointment", "Nationality"),
        ("Ama Ba", "4 May 2009", "Ghana"),
    ),
    "deadlines": ("Deadlines", ("Date", "Action"), ("4 May 2009", "Submission of drafts to the Secretariat")),
    "letters": ("Communications received", ("Date", "From", "Subject"), ("4 May 2009", "Chad", "Sand dams and silt")),
    "resolutions": ("Resolutions adopted", ("Resolution", "Date", "Title"), ("64/1", "4 May 2009", "Sand dams")),
    "elections": ("Elections", ("Date", "Country", "Subject"), ("4 May 2009", "Chad", "Election of the President")),
    "parties to a treaty": (
        "Signatures and ratifications",
        ("Participant", "Signature", "Ratification"),
        ("Chad", "4 May 2009", "4 June 2009"),
    ),
}


def _other() -> list[object]:
    marks = {name: [pytest.mark.xfail(reason=why, strict=True)] for name, why in NOT_YET.items()}
    return [pytest.param(*case, id=name, marks=marks.get(name, [])) for name, case in OTHER.items()]


@pytest.mark.parametrize(("title", "head", "row"), _other())
def test_tables_of_other_things(title: str, head: tuple[str, ...], row: tuple[str, ...]) -> None:
    later = tuple(cell.replace("4 ", "11 ") for cell in row)
    assert _told(title, table(row, later, head=head)) == []


STATES = ("Albania", "Algeria", "Belize", "Chad", "Egypt", "Fiji", "Ghana", "Kenya", "Mali", "Niger")


def test_who_organized_an_event() -> None:
    rows = (
        ("Workshop on dams", "UNEP", "4–8 May 2009"),
        ("Seminar on locks", "Special Committee and UNEP", "9 June 2009"),
        ("Consultations on canals", "Bureau", "11 June 2009"),
        ("Letter to the riparian States", "Chair", "12 June 2009"),
    )
    assert _told(table(*rows, head=("Event", "Organizer", "Date"), caption="Activities in 2009")) == [
        "meeting 2009-05-04/2009-05-08 other",
        "meeting 2009-06-09 own",
        "consultations 2009-06-11 own",
    ]


def test_several_meetings_in_a_cell() -> None:
    rows = (("Chad", "15th and 16th", "5 May 2009"), ("Mali", "17th, 18th", "6 and 7 May 2009"))
    assert _told(table(*rows, head=("State party", "Meetings", "Date"))) == [
        "meeting 15 2009-05-05 own",
        "meeting 16 2009-05-05 own",
        "meeting 17 2009-05-06 own",
        "meeting 18 2009-05-07 own",
    ]


def test_a_list_of_visits_without_their_subject() -> None:
    rows = (("Chad", "3–7 May 2009"), ("Mali", "12 and 13 June 2009"))
    visits = table(*rows, head=("Country", "Dates"), caption="Visits undertaken by the Special Committee")
    assert _told(visits) == ["visit 2009-05-03/2009-05-07 own", "visit 2009-06-12/2009-06-13 own"]
    others = table(*rows, head=("Country", "Dates"), caption="Independence days")
    assert _told(others) == []


def test_missions_of_members() -> None:
    rows = (("4–8 May 2009", "Chad", "Assessment mission"), ("9–11 June 2009", "Mali", "Workshop on dams"))
    found = _told(table(*rows, head=("Period", "Country", "Purpose"), caption="Missions undertaken by members"))
    assert found == ["visit 2009-05-04/2009-05-08 own", "meeting 2009-06-09/2009-06-11 own"]


def test_reports_that_are_due_are_no_meetings() -> None:
    rows = [(s, "Initial", f"1 May {2000 + k}", "Thirteenth (2010)") for k, s in enumerate(STATES)]
    head = ("State party", "Type of report", "Date due", "Session at which the report is examined")
    assert _told("Submission of reports", table(*rows, head=head)) == []


def test_dates_that_follow_no_time_are_no_meetings_and_said_so() -> None:
    """A list of States with a date each, whatever its columns are called."""
    rows = [(s, "Open", f"{k + 1} May {1995 + 7 * k % 13}", "Notes on the State") for k, s in enumerate(STATES)]
    report = page("List of participants in the meetings", table(*rows, head=("State", "Format", "Date", "Subject")))
    assert events(report) == []
    assert any("follow no order of time" in w for w in report.warnings)


def test_a_visit_that_a_numbered_meeting_is_about() -> None:
    rows = (
        ("15th", "5 May 2009", "Draft report"),
        ("16th", "9 June 2009", "Mission to Haiti"),
        ("17th", "2 July 2009", "Visit of the Chair"),
    )
    found = _told(table(*rows, head=("Meeting", "Date", "Subject")), title=f"Report of the {COMMITTEE}")
    assert found == ["meeting 15 2009-05-05 own", "meeting 16 2009-06-09 own", "meeting 17 2009-07-02 own"]
    bare = [(day, subject) for _, day, subject in rows]
    found = _told(
        table(*bare, head=("Date", "Subject"), caption="Meetings and visits"), title=f"Report of the {COMMITTEE}"
    )
    assert [f.split()[0] for f in found] == ["meeting", "visit", "visit"]


def test_the_session_of_the_other_organ_in_a_masthead_of_two_columns() -> None:
    """A/80/86-E/2025/71: the session of the Economic and Social Council stands in the second column."""
    rows = (
        ("General Assembly", "Economic and Social Council"),
        ("Sixty-fourth session", "2009 session"),
        ("Item 74 of the preliminary list", "25 July 2008–31 July 2009"),
    )
    head = "".join(f"<p>{line}</p>" for line in ("A/64/86-E/2009/71", "Distr.: General", "20 May 2009"))
    title = "<p>Assistance to the people of the delta</p><p>Report of the Secretary-General</p><p>1. Rain fell.</p>"
    report = from_text(f"<!DOCTYPE html><html><body>{head}{table(*rows)}{title}</body></html>", "report.html")
    assert events(report) == ["session 2008-07-25/2009-07-31 other"]
    assert [m["body"] for m in report.rows["meetings"]] == ["Economic and Social Council"]


def test_a_masthead_of_two_columns_below_the_one_organ() -> None:
    """E/2025/L.16: the organ stands above both columns, which begin with its session and its forum."""
    rows = (
        ("2009 session", "High-level forum on the"),
        ("25 July 2008–31 July 2009", "delta"),
        ("Agenda item 5", "Item 3"),
    )
    head = "".join(
        f"<p>{line}</p>" for line in ("E/2009/L.16", "Economic and Social Council", "Distr.: Limited", "20 May 2009")
    )
    title = "<p>Draft declaration on the delta</p><p>1. Rain fell.</p>"
    report = from_text(f"<!DOCTYPE html><html><body>{head}{table(*rows)}{title}</body></html>", "report.html")
    assert events(report) == ["session 2008-07-25/2009-07-31 own"]
    assert [m["body"] for m in report.rows["meetings"]] == ["Economic and Social Council"]


def test_a_list_without_heads_that_names_its_events() -> None:
    """DP/2025/1: the sessions of the next year."""
    rows = (("First regular session:", "27 to 31 January 2009"), ("Annual session:", "2 to 6 June 2009"))
    assert _told(table(*rows)) == ["session 2009-01-27/2009-01-31 own", "session 2009-06-02/2009-06-06 own"]
    others = (("Report of the workshop on locks", "27 January 2009"), ("Letter on the meeting in Oslo", "2 June 2009"))
    assert _told(table(*others)) == []
    assert _told(table(rows[0], ("Deadline for statements", "2 June 2009"))) == []


def test_the_cell_of_a_session_says_what_it_is() -> None:
    rows = (("First regular session", "27 to 31 January 2009"), ("Annual session", "2 to 6 June 2009"))
    assert [t.split()[0] for t in _told(table(*rows, head=("Session", "Dates")))] == ["session", "session"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Month\tFormal meetings\tConsultations", "January\t14, 28\t7", "March\t4\t11"], ["name events"]),
        (["Body\tMeetings\tWorkshops", "Board of Locks\t14\t7", "Board of Dams\t4\t11"], []),
    ],
)
def test_columns_that_are_events_are_reported(rows: list[str], said: list[str]) -> None:
    """Such a matrix is not read as a list of events; that must not pass in silence."""
    text = masthead("A/64/41", "Report of the Special Committee on Inland Waters")
    report = from_text(text + "\n\nMeetings\n\n" + "\n\n".join("\t" + row.replace("\t", "\n\t") for row in rows) + "\n")
    assert [w for w in report.warnings if "name events" in w] == [w for w in report.warnings for s in said if s in w]
    assert len([w for w in report.warnings if "name events" in w]) == len(said)


# ---------------------------------------------------------------------- heads as the first column

TURNED = (
    ("", "First meeting", "Second meeting"),
    ("Date", "14 January 2009", "4 March 2009"),
    ("Topic", "Dams", "Locks"),
)


def test_one_meeting_a_column() -> None:
    for rows in (TURNED, TURNED[1:], (("Meeting", "71st", "72nd (closed)"), *TURNED[1:])):
        report = page(table(*rows, caption="Meetings of the Committee"))
        assert [e.replace(" 71", "").replace(" 72", "") for e in events(report)] == [
            "meeting 2009-01-14 own", "meeting 2009-03-04 own"
        ]  # fmt: skip
        assert [m["subject"] for m in report.rows["meetings"]] == ["Dams", "Locks"]
        assert len({m["meeting_id"] for m in report.rows["meetings"]}) == 2


def test_one_meeting_with_its_heads_beside() -> None:
    rows = (("Date", "14 January 2009"), ("Place", "Room 7"), ("Present", "Chad; Niger"), ("Agenda", "Dams"))
    report = page(table(*rows, caption="Record of the meeting"))
    assert events(report) == ["meeting 2009-01-14 own"]
    assert [p["text"] for p in report.rows["participants"]] == ["Chad", "Niger"]
    ships = (("Date", "14 January 2009", "4 March 2009"), ("Vessel", "Aurora", "Clio"), ("Cargo", "Dams", "Locks"))
    assert _told(table(*ships, caption="Inspections")) == []


# ---------------------------------------------------------------------- several columns of dates


def test_the_days_of_events_among_other_dates() -> None:
    held = ("Subject", "Nature", "Conclusions issued", "Held")
    rows = (
        ("Dams", "Formal, 27th", "30 June 2009", "21 May 2009"),
        ("Locks", "Formal, 28th", "12 July 2009", "3 June 2009"),
    )
    assert _told(table(*rows, head=held)) == ["meeting 27 2009-05-21 own", "meeting 28 2009-06-03 own"]
    issue = ("Symbol", "Date of issue", "Meeting held on")
    rows = (("A/AC.9/SR.146", "2 October 2009", "13 May 2009"), ("A/AC.9/SR.147", "5 October 2009", "16 May 2009"))
    assert _told(table(*rows, head=issue)) == ["meeting 146 2009-05-13 own", "meeting 147 2009-05-16 own"]


def test_first_and_last_day_in_columns_of_their_own() -> None:
    rows = (("37th", "24 February 2009", "26 February 2009"), ("38th", "14 June 2009", "16 June 2009"))
    told = page(table(*rows, head=("Session", "Opened", "Closed")))
    assert events(told) == ["session 2009-02-24/2009-02-26 own", "session 2009-06-14/2009-06-16 own"]
    for row in told.rows["meeting_sources"]:
        assert row["date_text"] in told.text


def test_columns_of_dates_of_which_none_is_the_events() -> None:
    rows = (("Dams", "24 February 2009", "26 March 2009"), ("Locks", "14 June 2009", "16 July 2009"))
    report = page(table(*rows, head=("Topic", "First reading", "Second reading"), caption="Meetings"))
    assert events(report) == []
    assert any("several columns of dates (First reading, Second reading)" in w for w in report.warnings)
    requests = table(
        ("1st–3rd", "21 and 22 March", "approved"),
        ("4th", "14 April", "approved"),
        head=("No.", "Submitted", "Decision"),
    )
    assert _told(requests) == []


def test_rows_of_meetings_that_were_not_held() -> None:
    rows = (
        ("Chad", "8–12 May 2009", "Comprehensive"),
        ("Niger", "Postponed from 8–12 July", "Comprehensive"),
        ("Mali", "–", "Comprehensive"),
        ("Togo", "19 June 2009 (put off from 14 June)", "Follow-up"),
    )
    report = page(table(*rows, head=("Member State", "Dates", "Nature of visit"), caption="Visits of the Committee"))
    assert events(report) == ["visit 2009-05-08/2009-05-12 own", "visit 2009-06-19 own"]
    assert any("row 2" in w for w in report.warnings) and any("row 3" in w for w in report.warnings)


def test_dates_that_name_their_event() -> None:
    """E/2025/37 annex III, from its second page on: no heads."""
    rows = (("Chair: Mr. Lund", "78th session 3–7 February 2009", "ECE/1"), ("", "79th session 6–9 May 2009", "ECE/2"))
    assert _told(table(*rows)) == ["session 2009-02-03/2009-02-07 own", "session 2009-05-06/2009-05-09 own"]


def test_the_order_of_figures_that_the_document_keeps() -> None:
    """Several dates of the text can only be read with the month first; the table's own could be read both ways."""
    rows = (("05/04/2009", "Guests", "Sand dams"), ("03/04/2009", "Guests", "Silt"))
    text = "The dam was built on 05/21/2009 and broke on 06/23/2009."
    found = table(*rows, head=("Date", "Participants", "Subject"), caption="Meetings of the Committee")
    assert _told(found) == ["meeting 2009-04-05 own", "meeting 2009-04-03 own"]
    assert _told(text, found) == ["meeting 2009-05-04 own", "meeting 2009-03-04 own"]


CALENDAR = (("Committee on Tides", "3–7 February", "Geneva"), ("Committee on Locks", "9–13 May", "Vienna"))


@pytest.mark.parametrize("title", ["Draft calendar of meetings, 2010", "Provisional programme of meetings for 2010"])
def test_a_calendar_gives_its_rows_the_year(title: str) -> None:
    """E/2025/37: a calendar of the year after the document."""
    found = _told(title, table(*CALENDAR, head=("Body", "Dates", "Place")))
    assert [line.split()[1] for line in found] == ["2010-02-03/2010-02-07", "2010-05-09/2010-05-13"]


def test_the_calendar_of_a_secretariat_is_not_of_its_meetings() -> None:
    title = "Note by the Secretariat"
    rows = table(*CALENDAR, head=("Body", "Dates of session", "Place"), caption="Calendar of meetings, 2009")
    found = _told(rows, title=title)
    assert len(found) == 2 and all(line.endswith("other") for line in found)


def test_the_heads_say_that_rows_are_visits() -> None:
    rows = (
        ("Chad", "4–8 May 2009", "Full", "INTERPOL"),
        ("Togo", "9 June 2009", "Short", "World Customs Organization"),
    )
    report = page(table(*rows, head=("Member State", "Dates", "Nature of visit", "Participating organizations")))
    assert events(report) == ["visit 2009-05-04/2009-05-08 own", "visit 2009-06-09 own"]
    assert [row["participants_text"] for row in report.rows["meetings"]] == ["INTERPOL", "World Customs Organization"]


def test_rows_that_say_that_they_were_not_held() -> None:
    rows = (
        ("3 March 2009", "Silt", "Guests"),
        ("5 March 2009 (cancelled)", "Sand", "Guests"),
        ("9 April 2009", "Dams (postponed to 12 April 2009)", "Guests"),
        ("14 April 2009", "Locks – cancelled", "Guests"),
    )
    report = page("Meetings of the Committee", table(*rows, head=("Date", "Topic", "Participants")))
    assert events(report) == ["meeting 2009-03-03 own"]
    assert len(report.warnings) == 3


def test_a_time_below_a_day_is_of_that_day() -> None:
    rows = (("3 March 2009", "10 a.m.–1 p.m.", "5th", "Silt"), ("", "3–6 p.m.", "6th", "Sand"))
    report = page("Meetings of the Committee", table(*rows, head=("Date", "Time", "Meeting", "Topic")))
    assert events(report) == ["meeting 5 2009-03-03 own", "meeting 6 2009-03-03 own"]


def test_events_from_one_day_to_another() -> None:
    rows = (("3 March 2009", "7 March 2009", "First session"), ("30 March 2009", "3 April 2009", "Second session"))
    assert _told("Meetings", table(*rows, head=("From", "To", "Event"))) == [
        "session 2009-03-03/2009-03-07 own",
        "session 2009-03-30/2009-04-03 own",
    ]


def test_countries_visited() -> None:
    rows = (("Chad and Mali", "3–9 March 2009"), ("Niger", "from 28 April to 2 May 2009"))
    assert _told(table(*rows, head=("Country visited", "Period"))) == [
        "visit 2009-03-03/2009-03-09 own",
        "visit 2009-04-28/2009-05-02 own",
    ]


def test_one_column_of_two_has_the_day() -> None:
    rows = (
        ("1", "2009-03-28", "", "Committee", "Meeting on tides"),
        ("2", "2009-04-24", "2009-04-21", "Chad", "Summit on locks"),
    )
    assert _told("Events", table(*rows, head=("No.", "End", "Start", "Held by", "Substance"))) == [
        "meeting 2009-03-28 own",
        "meeting 2009-04-21/2009-04-24 other",
    ]


def test_sessions_that_stand_above_their_meetings() -> None:
    rows = (
        ("Forty-third session (12–14 March)",),
        ("10.30 a.m., Thursday, 12 March", "121", "Opening"),
        ("3 p.m., Saturday, 14 March", "122", "Closing"),
    )
    report = table(*rows, head=("Called to order", "Mtg.", "Principal matter"), caption="Sittings of the Council, 2009")
    assert _told(report) == [
        "session 2009-03-12/2009-03-14 own",
        "meeting 121 2009-03-12 own",
        "meeting 122 2009-03-14 own",
    ]


def test_a_table_with_dates_that_is_not_read_is_said() -> None:
    rows = (("Lunar New Year", "29 January 2009"), ("Nowruz", "20 March 2009"))
    report = page("2009", table(*rows))
    assert events(report) == []
    assert any("nothing says that they are events" in w for w in report.warnings)


def test_a_table_of_two_columns_is_called_meetings() -> None:
    rows = (("10 June 2009", "Iraq"), ("14 July 2009", "Mali"))
    found = _told("Table 1", "Meetings of the Expert Group on Tides, 2009", table(*rows, head=("Date", "Situation")))
    assert found == ["meeting 2009-06-10 own", "meeting 2009-07-14 own"]


def test_a_table_of_troops_is_none_of_meetings() -> None:
    rows = (("Chad (police)", "170", "17 May 2009"), ("Mali (troops)", "159", "2 June 2009"))
    head = ("Contingent", "Strength", "Date of arrival")
    assert _told("Deployment of the Mission in Haiti", table(*rows, head=head)) == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Programme of the visit of the Special Representative", "meeting 2009-05-03 other"),
        ("Programme of the visit of the Secretary-General", "meeting 2009-05-03 own"),
    ],
)
def test_whose_a_programme_is_in_a_report_of_the_secretary_general(title: str, wanted: str) -> None:
    """Annotation guide: in a report of the Secretary-General only his own meetings and visits are own."""
    rows = (("Sunday, 3 May 2009",), ("0900", "Meeting with the Prime Minister"), ("1300", "Lunch"))
    assert _told(title, table(*rows), title="Report of the Secretary-General on the situation in Haiti") == [wanted]


def test_a_numbered_line_above_a_table_is_its_title() -> None:
    """It says what the rows are, and gives their year, though that lies ahead of the document."""
    planned = table(("9 December", "Tides"), ("16 December", "Locks"), head=("Date", "Item"))
    sat = table(("6 January", "Tides", "Mr. Lund"), ("8 January", "Locks", ""), head=("Date", "Subject", "Speaker"))
    parts = (
        "<p>2. Consultations of the whole, 2009</p>",
        sat,
        "<p>3. Provisional programme of meetings, December 2009</p>",
    )
    assert _told(*parts, planned) == [
        "consultations 2009-01-06 own",
        "consultations 2009-01-08 own",
        "meeting 2009-12-09 own",
        "meeting 2009-12-16 own",
    ]


def test_whose_the_meetings_of_a_calendar_are() -> None:
    rows = (("3–7 May 2009", "Commission for Social Development"), ("9–13 May 2009", "Special Committee"))
    found = _told("Calendar of conferences and meetings for 2009", table(*rows, head=("Dates", "Body")))
    assert [event.rsplit(" ", 1)[1] for event in found] == ["other", "own"]


def test_the_meetings_of_others() -> None:
    rows = (("Brussels, 3–5 May 2009", "Customs Council"), ("Prague, 12 May 2009", "Road Transport Union"))
    attended = "Meetings of other organizations at which the secretariat was represented"
    hosted = table(*(("Workshop", who, day) for day, who in rows), head=("Title of meeting", "Host", "Place and date"))
    for found in (
        _told(attended, table(*rows, head=("Place and date", "Organization"))),
        _told("Meetings of 2009", hosted),
    ):
        assert found == ["meeting 2009-05-03/2009-05-05 other", "meeting 2009-05-12 other"]


def test_a_second_column_of_days_without_a_head_ends_the_events() -> None:
    rows = (("Cameroon", "4 April 2009", "10 April 2009"), ("Chad (Sarh)", "18 May 2009", "22 May 2009"))
    assert _told("Visits of the Committee", table(*rows)) == [
        "visit 2009-04-04/2009-04-10 own",
        "visit 2009-05-18/2009-05-22 own",
    ]


def test_missions_of_a_group() -> None:
    rows = (("Chad", "Sarh", "30/09/2009", "13/10/2009"), ("Mali", "Gao", "16/10/2009", "19/10/2009"))
    found = _told(
        "Table 1. Missions of the Group, 2009", table(*rows, head=("Country", "Place", "Arrival", "Departure"))
    )
    assert found == ["visit 2009-09-30/2009-10-13 own", "visit 2009-10-16/2009-10-19 own"]


def test_persons_met_and_places_visited() -> None:
    rows = (
        ("6 May 2009", "Gao", "Officials of the port"),
        ("7 May 2009", "Gao", "Teachers of school No. 20"),
        ("", "", "Detention centre"),
        ("8 May 2009", "Sarh", "Departure for Accra"),
    )
    found = _told("Itinerary", table(*rows, head=("Date", "Place", "Persons met and places visited")), title=MISSION)
    assert found == ["meeting 2009-05-06 own", "meeting 2009-05-07 own", "visit 2009-05-07 own"]


def test_a_day_that_stands_above_its_rows_ends_one_that_ran_into_a_time() -> None:
    rows = (
        ("8 a.m.", "Meeting with the mayor"),
        ("7 p.m. Monday, 4 May 2009", "Working dinner with the Minister"),
        ("9 a.m.", "Meeting with the Speaker"),
        ("Tuesday, 5 May 2009",),
        ("10 a.m.", "Meeting with the President"),
    )
    assert _told("Sunday, 3 May 2009", table(*rows), title=MISSION)[-2:] == [
        "meeting 2009-05-04 own",
        "meeting 2009-05-05 own",
    ]


def test_a_visit_in_the_title_above_its_meetings() -> None:
    """S/2006/391: a country with the days of the visit, below it whom the panel met there."""
    rows = (("20 March 2009", "Abidjan", "Group of Experts"), ("21 March 2009", "Abidjan", "Port Authority"))
    titled = table(*rows, caption="Chad (visit from 19 to 22 March 2009)")
    assert _told("<h2>Annex</h2>", "Meetings and visits of the Committee, by country", titled) == [
        "visit 2009-03-19/2009-03-22 own",
        "meeting 2009-03-20 own",
        "meeting 2009-03-21 own",
    ]


def test_an_item_that_is_a_letter_is_the_subject_of_a_numbered_meeting() -> None:
    rows = (("3700th", "Letter dated 23 April 2009", "1 May 2009"), ("3701st", "Locks", "4 May 2009"))
    assert _told("Meetings of the Committee", table(*rows, head=("Meeting", "Subject", "Date"))) == [
        "meeting 3700 2009-05-01 own",
        "meeting 3701 2009-05-04 own",
    ]


def test_a_table_that_sums_up_another() -> None:
    """The row that gives several days says what they are; the table below lists them one by one."""
    summed = table(
        ("Formal meeting", "14 October"),
        ("Informal consultations", "12 February, 15 April and 8 July"),
        head=("Type of meeting", "Dates (2009)"),
    )
    rows = (
        ("Ms. Berg", "Locks", "12 February 2009"),
        ("Mr. Lund", "Tides", "15 April 2009"),
        ("Mr. Kerr", "Dams", "14 October 2009"),
    )
    found = _told("Meetings of the Committee", summed, table(*rows, head=("Briefed by", "Subject", "Date")))
    assert sorted(found) == [
        "consultations 2009-02-12 own",
        "consultations 2009-04-15 own",
        "consultations 2009-07-08 own",
        "meeting 2009-10-14 own",
    ]


def test_the_days_of_anothers_conference_are_not_those_of_the_table() -> None:
    rows = (("5th", "4 May 2009", "Locks"), ("6th", "5 May 2009", "Tides"))
    prose = "<p>3. It had the conclusions of the Ports Conference held in London on 4 and 5 May 2009.</p>"
    report = page(prose, "Meetings of the Committee", table(*rows, head=("Meeting", "Date", "Subject")))
    assert "meeting 2009-05-04/2009-05-05 other" in events(report)


def test_an_item_of_a_programme_is_no_slip_of_its_visit() -> None:
    rows = (("13 May 2009", "Meeting with the Minister"), ("16 May 2009", "Visit to the port"))
    prose = "<p>3. The Chair conducted a visit to Oman from 12 to 17 May 2009.</p>"
    report = page(prose, "Programme of the visit of the Chair", table(*rows, head=("Date", "Activity")))
    assert sorted(events(report)) == [
        "meeting 2009-05-13 own",
        "visit 2009-05-12/2009-05-17 own",
        "visit 2009-05-16 own",
    ]


def test_a_day_that_cannot_be_read_is_not_the_one_above() -> None:
    rows = (
        ("4 May 2009", "Meeting with the Minister"),
        ("5 to 32 May", "Meeting with the Council"),
        ("", "Meeting with the mayor"),
        ("8 May 2009", "Garden party given by the Governor"),
        ("", "Visit to the port"),
    )
    found = _told("Programme of the visit", table(*rows, head=("Date", "Activities")), title=MISSION)
    assert found == ["meeting 2009-05-04 own", "visit 2009-05-08 own"]


def test_an_annex_that_begins_within_a_table_ends_it() -> None:
    rows = (("4 May 2009", "Locks"), ("5 May 2009", "Tides"), ("ANNEX C Shipments of wood",), ("", "Ice-free"))
    assert _told("Meetings of the Committee", table(*rows, head=("Date", "Subject"))) == [
        "meeting 2009-05-04 own",
        "meeting 2009-05-05 own",
    ]


def test_notes_on_travel_are_no_events() -> None:
    rows = (("9 May 2009", "Chad", "20–23 May 2009", "Not granted"), ("3 June 2009", "Mali", "19 June 2009", "Granted"))
    assert _told(table(*rows, head=("Note dated", "Mission concerned", "Requested travel", "Decision"))) == []


def test_rows_that_are_hospitality_or_notes() -> None:
    rows = (
        ("3 May 2009", "Garden party given by the Governor"),
        ("4 May 2009", "Meeting with the Governor"),
        ("6 May 2009", "Return of refugees"),
        ("Note: all meetings of 5 May 2009 were private.",),
    )
    assert _told("Meetings of the Committee", table(*rows, head=("Date", "Subject"))) == [
        "meeting 2009-05-04 own",
        "meeting 2009-05-06 own",
    ]


def test_a_part_of_a_body_beside_its_numbered_meeting() -> None:
    rows = (("5th", "24 April 2009", "Locks"), ("6th", "25 April 2009", "Tides"))
    prose = "<p>3. The Bureau of the Committee met on 24 April 2009.</p>"
    report = page(prose, "Meetings of the Committee", table(*rows, head=("Meeting", "Date", "Subject")))
    assert sorted(events(report)) == [
        "meeting 2009-04-24 own",
        "meeting 5 2009-04-24 own",
        "meeting 6 2009-04-25 own",
    ]


def test_what_where_and_when() -> None:
    rows = (
        ("Mr. Lund", "Chad", "Seminar on tides (Tunis, 3 July 2009); round table on locks (same city, 4 July 2009)"),
        ("Ms. Kerr", "Council of Ports", "Conference of harbour masters (Strasbourg, 6–7 November 2009)"),
    )
    assert _told("Participation", table(*rows, head=("Members", "Organizer", "What, where and when"))) == [
        "meeting 2009-07-03 other",
        "meeting 2009-07-04 other",
        "meeting 2009-11-06/2009-11-07 other",
    ]


def test_a_list_of_documents_of_a_session_is_no_list_of_meetings() -> None:
    rows = (("A/AC.9/5", "Provisional agenda", "3 May 2009"), ("A/AC.9/6", "Draft plan", "9 June 2009"))
    head = ("Symbol", "Title or description", "Date")
    assert _told("List of documents before the Committee at its second session", table(*rows, head=head)) == []


def test_a_programme_whose_days_have_run_into_its_times() -> None:
    rows = (
        ("Sunday, 3 May 2009",),
        ("8 a.m.", "Arrival at the airport"),
        ("3 p.m. Monday, 4 May 2009", "Meeting with the Prime Minister"),
        ("9 a.m. Tuesday, 5 May 2009", "Visit to the port"),
        ("11 a.m.", "Meeting with the mayor"),
    )
    assert _told("Programme of the visit", table(*rows), title=MISSION) == [
        "meeting 2009-05-03 own",
        "visit 2009-05-04 own",
        "meeting 2009-05-05 own",
    ]


def test_heads_that_are_dates_are_said_not_to_be_read() -> None:
    """Who was there: the days of the meetings stand above the columns."""
    rows = table(("Chad", "x", "x"), ("Mali", "", "x"), head=("Member", "3 May 2009", "9 June 2009"))
    report = page("Attendance at meetings of the Committee", rows)
    assert events(report) == []
    assert any("its heads are dates (3 May 2009, 9 June 2009)" in w for w in report.warnings)


def test_a_heading_that_refers_to_a_document_gives_no_year() -> None:
    """S/1996/15/Add.49: "(see S/1992/15 of 14 May 1992)" is not the time of what stands below it."""
    parts = (
        "<h2>The situation in Chad (see A/62/15 of 14 May 2008 and A/64/15)</h2>",
        "<p>3. The Committee met on 4 May.</p>",
    )
    assert events(page(*parts)) == ["meeting 2009-05-04 own"]


# ---------------------------------------------------------------------- numbers and days


def test_a_row_gives_the_day_of_a_meeting_that_the_prose_has_with_others() -> None:
    told = "1. The 72nd to 74th meetings, on 6 and 7 May 2009, dealt with locks."
    rows = table(("72nd", "6 May 2009", "Gates"), ("74th", "7 May 2009", "Weirs"), head=("Meeting", "Date", "Topic"))
    report = page(f"<p>{told}</p>", rows)
    assert sorted(events(report)) == [
        "meeting 72 2009-05-06 own",
        "meeting 73 2009-05-06/2009-05-07 span own",
        "meeting 74 2009-05-07 own",
    ]


def test_numbers_and_days_of_a_cell_are_paired() -> None:
    rows = table(
        ("Chad", "730th and 733rd", "8 and 9 November 2009"),
        ("Mali", "732nd and 735th", "9 and 10 November 2009"),
        head=("State", "Meetings", "Dates"),
        caption="Reports considered at the thirty-seventh session",
    )
    assert events(page(rows)) == [
        "meeting 730 2009-11-08 own",
        "meeting 733 2009-11-09 own",
        "meeting 732 2009-11-09 own",
        "meeting 735 2009-11-10 own",
    ]


def test_a_gathering_of_two_days_is_one_event() -> None:
    rows = table(
        ("Workshop on locks", "International Lock Centre", "19 and 20 March 2009, Faya"),
        ("Eighth session of the Weir Board", "International Weir Centre", "4 and 5 May 2009, Faya"),
        head=("Event", "Lead organization", "Date and place"),
        caption="Calendar of events",
    )
    assert events(page(rows)) == ["meeting 2009-03-19/2009-03-20 other", "session 2009-05-04/2009-05-05 other"]


def test_bare_days_with_a_place_beside_their_month() -> None:
    rows = table(
        ("July", "Meeting on locks", "8–10, Faya"),
        ("", "Meeting on gates", "22, Bardai"),
        ("September", "Meeting on weirs", "16–18, Faya"),
        head=("Month", "Event", "Dates and place"),
        caption="Calendar of meetings, 2009",
    )
    assert events(page(rows)) == [
        "meeting 2009-07-08/2009-07-10 own",
        "meeting 2009-07-22 own",
        "meeting 2009-09-16/2009-09-18 own",
    ]


def test_the_body_of_a_numbered_sitting() -> None:
    rows = table(
        ("Tuesday, 6 October 2009", "10 a.m.-1 p.m.", "Committee of the Whole, 1st meeting", "Locks"),
        ("", "3-6 p.m.", "Committee of the Whole, 2nd meeting", "Gates"),
        head=("Date", "Time", "Meeting", "Subject"),
        caption="Programme of work",
    )
    report = page(rows)
    assert events(report) == ["meeting 1 2009-10-06 own", "meeting 2 2009-10-06 own"]
    assert {row["body"] for row in report.rows["meetings"]} == {"Committee of the Whole"}


def test_a_programme_with_a_day_in_each_column() -> None:
    rows = table(
        ("", "Monday, 5 October 2009", "Tuesday, 6 October 2009"),
        ("10 a.m.", "1st meeting: locks", "Registration"),
        ("3 p.m.", "2nd meeting: gates", "3rd meeting (closed): weirs"),
        caption="Programme of work",
    )
    report = page(rows)
    assert events(report) == [
        "meeting 1 2009-10-05 own",
        "meeting 2 2009-10-05 own",
        "meeting 3 2009-10-06 own",
    ]
    assert [row["subject"] for row in report.rows["meetings"]][:2] == ["locks", "gates"]


def test_a_programme_in_text_leaves_out_its_corner() -> None:
    text = (
        f"{masthead('A/64/41', 'Report of the Special Committee on Inland Waters')}\n\n1. It met.\n\nAnnex\n\n"
        "Programme of work\n\n5 October 2009\t6 October 2009\n10 a.m.\t1st meeting: locks\t2nd meeting: gates\n"
    )
    assert events(from_text(text)) == ["meeting 1 2009-10-05 own", "meeting 2 2009-10-06 own"]


def test_visits_of_a_panel_are_visits() -> None:
    rows = table(
        ("Chad", "Faya", "4–15 September 2009", "Ministry of Water"),
        ("Niger", "Bilma", "18–20 September 2009", "Lake Commission"),
        head=("Country", "Location", "Dates of visit", "Main interlocutors"),
        caption="Visits of the Panel",
    )
    report = page(rows, title="Report of the Panel of Experts on Chad", symbol="S/2009/41")
    assert events(report) == ["visit 2009-09-04/2009-09-15 own", "visit 2009-09-18/2009-09-20 own"]
    assert [row["participants_text"] for row in report.rows["meetings"]] == ["Ministry of Water", "Lake Commission"]


def test_events_in_which_the_body_took_part_are_others() -> None:
    rows = table(
        ("25 July 2009", "Programme of work"),
        ("17 August 2009", "Interim report"),
        head=("Date", "Subject"),
        caption="Informal consultations of the Lake Commission in which the Special Committee took part",
    )
    assert events(page(rows)) == ["consultations 2009-07-25 other", "consultations 2009-08-17 other"]


def test_those_met_below_the_places_where_they_were_met() -> None:
    text = (
        f"{masthead('A/64/41', 'Report of the Special Committee on Inland Waters')}\n\n1. It travelled.\n\nAnnex\n\n"
        "Officials and representatives with whom the Special Committee met, May-June 2009\n\n"
        "Faya\n\n- 23 May: Minister of Water\n- 24 May: Ambassador of Belgium\n\n"
        "Bilma and Agadez\n\n- 3 June: Governor\n\nII. Other matters\n\n- 9 June: entry into force\n"
    )
    assert events(from_text(text)) == ["meeting 2009-05-23 own", "meeting 2009-05-24 own", "meeting 2009-06-03 own"]


def test_an_officer_s_talks_are_not_the_consultations_of_the_day() -> None:
    text = (
        f"{masthead('A/64/41', 'Report of the Special Committee on Inland Waters')}\n\n"
        "1. The Chair met with the Chair of the Weir Commission on 4 February.\n\nAnnex\n\n"
        "Consultations of the whole\n\nSubject\tHeld on\nProgramme of work\t4 February 2009\nLocks\t9 February 2009\n"
    )
    assert sorted(events(from_text(text))) == [
        "consultations 2009-02-04 own",
        "consultations 2009-02-09 own",
        "meeting 2009-02-04 own",
    ]


def _annex(*lines: str) -> list[str]:
    """The events of a text whose annex has these lines."""
    head = masthead("A/64/41", f"Report of the {COMMITTEE}")
    return events(from_text("\n".join([head, "", "1. It met.", "", "Annex", "", *lines, ""])))


def test_days_on_lines_of_their_own_between_rows() -> None:
    found = _annex(
        "Programme of the visit",
        "A. Chad",
        "Time\tActivity",
        "Monday, 9 March 2009",
        "9 a.m.\tMeeting with the Minister of Water",
        "7 p.m.\tReception",
        "Tuesday, 10 March 2009",
        "10 a.m.\tVisit to the hospital of Faya",
        "B. Niger",
        "Wednesday, March 11, 2009",
        "0900\tMeeting with the Governor (cancelled because of rain)",
        "1100\tMeeting with the Mayor",
    )
    assert found == ["meeting 2009-03-09 own", "visit 2009-03-10 own", "meeting 2009-03-11 own"]


def test_a_list_that_is_set_in_is_no_table() -> None:
    found = _annex(
        "2. Members took part in the following meetings:",
        "",
        "\t–\tWorkshop of the Weir Board on locks, Vienna, 20 and 21 April 2009;",
        "\t–\tPlenary of the Lock Commission, Paris, 21-23 June 2009;",
        "\t–\tConference of the Dam Union on gates, Rome, 10 July 2009.",
    )
    assert found == [
        "meeting 2009-04-20/2009-04-21 other",
        "meeting 2009-06-21/2009-06-23 other",
        "meeting 2009-07-10 other",
    ]


def test_bullets_on_lines_of_their_own() -> None:
    found = _annex(
        "2. The Chair convened the following meetings of the Special Committee:",
        "",
        "•",
        "14 March 2009: locks",
        "•",
        "11 and 18 May 2009: gates and the proposals in document A/64/40",
        "•",
        "5 September 2009: weirs",
    )
    assert found == [
        "meeting 2009-03-14 own",
        "meeting 2009-05-11 own",
        "meeting 2009-05-18 own",
        "meeting 2009-09-05 own",
    ]


def test_ditto_marks_stand_for_the_row_above() -> None:
    rows = table(
        ("61st", "2 February 2009", "Formal meeting", "Locks"),
        ("62nd", '20 " "', '"', "Gates"),
        ("", "3 March 2009", "Informal consultations", "Weirs"),
        ("", '9 "', "do.", "Dams"),
        head=("No.", "Date", "Kind", "Subject"),
        caption="Meetings of the Special Committee",
    )
    assert events(page(rows)) == [
        "meeting 61 2009-02-02 own",
        "meeting 62 2009-02-20 own",
        "consultations 2009-03-03 own",
        "consultations 2009-03-09 own",
    ]


def test_missions_to_countries_are_visits() -> None:
    rows = table(
        ("Chad", "March 6-12, 2009", "Faya", "Government"),
        ("Niger", "April 28-May 6, 2009", "Bilma", "Prefects"),
        head=("Country", "Dates", "Places", "Institutions"),
        caption="Missions of the Panel, March to October 2009",
    )
    report = page(rows, title="Report of the Panel of Experts on Chad", symbol="S/2009/41")
    assert events(report) == ["visit 2009-03-06/2009-03-12 own", "visit 2009-04-28/2009-05-06 own"]


def test_the_year_in_a_column_before_the_day() -> None:
    rows = (
        "<table><tr><th>Meeting</th><th colspan=2>Held on</th><th>Subject</th></tr>"
        "<tr><td>36th</td><td rowspan=2>2008</td><td>7 September</td><td>Locks</td></tr>"
        "<tr><td>37th</td><td>30 November</td><td>Gates</td></tr>"
        "<tr><td>38th</td><td>2009</td><td>21 February</td><td>Weirs</td></tr></table>"
    )
    assert events(page(rows)) == ["meeting 36 2008-09-07 own", "meeting 37 2008-11-30 own", "meeting 38 2009-02-21 own"]


def test_a_month_beside_several_numbers_and_days() -> None:
    rows = table(
        ("March", "46th to 49th", "5, 12, 19 and 26"),
        ("April", "50th to 52nd", "2, 16 and 23"),
        ("May", "53rd and 54th", "7 and 21"),
        head=("Month", "Meetings", "Held on"),
        caption="Plenary meetings, March to May 2009",
    )
    found = events(page(rows))
    assert len(found) == 9
    assert (found[0], found[-1]) == ("meeting 46 2009-03-05 own", "meeting 54 2009-05-21 own")


def test_items_of_one_day_in_a_list() -> None:
    found = _annex(
        "2. A delegation visited Chad in June 2009. The programme was as follows:",
        "",
        "• Monday, 8 June 2009 (Faya Largeau): meeting with the Minister of Water;",
        "",
        "• Tuesday, 9 June 2009 (Faya Largeau): meeting with the Mayor; visit to a dam;",
        "",
        "• Wednesday, 10 June 2009: departure.",
    )
    assert sorted(found)[:3] == [
        "meeting 2009-06-08 own",
        "meeting 2009-06-09 own",
        "visit 2009-06-01/2009-06-30 month own",
    ]
    assert sorted(found)[3:] == ["visit 2009-06-09 own"]


def test_meetings_of_a_day_in_columns_of_the_morning_and_the_afternoon() -> None:
    rows = table(
        ("Monday, 5 October 2009", "1st meeting: locks", "2nd meeting: gates"),
        ("Tuesday, 6 October 2009", "3rd meeting: weirs", "–"),
        head=("Date", "Morning", "Afternoon"),
        caption="Programme of work",
    )
    report = page(rows)
    assert events(report) == ["meeting 1 2009-10-05 own", "meeting 2 2009-10-05 own", "meeting 3 2009-10-06 own"]
    assert [row["subject"] for row in report.rows["meetings"]] == ["locks", "gates", "weirs"]


def test_numbers_in_words() -> None:
    rows = table(
        ("First", "5 May 2009", "Locks"),
        ("Second", "9 June 2009", "Gates"),
        head=("Meeting", "Date", "Subject"),
        caption="Meetings of the Bureau",
    )
    assert events(page(rows)) == ["meeting 1 2009-05-05 own", "meeting 2 2009-06-09 own"]
