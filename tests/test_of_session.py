"""Numbered meetings whose session has days, and they have none of their own."""

from __future__ import annotations

from extract.report import Report
from tests.small_reports import COMMITTEE, events, masthead
from tests.support import from_text

SESSION = f"The {COMMITTEE} held its sixth session at Headquarters on 14 February 2008 and from 10 to 14 February 2009."
SECOND = "At its 2nd meeting, the Committee held a panel discussion."
THIRD = "The Committee considered item 3 at its 2nd and 3rd meetings."
OFFICERS = "The officers were elected at the 1st meeting of the session."


def _report(*paragraphs: str) -> Report:
    body = [f"{n}. {text}" for n, text in enumerate(paragraphs, start=1)]
    return from_text("\n\n".join([masthead("E/2009/26", f"Report of the {COMMITTEE}"), *body]) + "\n")


def test_numbered_meetings_have_the_days_of_their_session() -> None:
    assert sorted(events(_report(SECOND, THIRD, OFFICERS, SESSION))) == [
        "meeting 1 2008-02-14 own",
        "meeting 2 2009-02-10/2009-02-14 span own",
        "meeting 3 2009-02-10/2009-02-14 span own",
        "session 2008-02-14 own",
        "session 2009-02-10/2009-02-14 own",
    ]


def test_that_the_days_are_the_sessions_is_said() -> None:
    rows = _report(SECOND, SESSION).rows["meetings"]
    assert {r["date_basis"] for r in rows if r["meeting_number"]} == {"context"}


def test_each_telling_points_to_its_own_sentence() -> None:
    report = _report(SECOND, THIRD, SESSION)
    told = [s for s in report.rows["meeting_sources"] if "2nd" in s["text"]]
    assert {report.text[s["char_start"] : s["char_end"]] for s in told} == {SECOND, THIRD}


def test_where_some_meetings_have_days_the_others_get_none() -> None:
    dated = "At its 4th meeting, on 12 February 2009, the Committee adopted its report."
    assert [e for e in events(_report(SECOND, dated, SESSION)) if e.startswith("meeting")] == [
        "meeting 4 2009-02-12 own"
    ]


def test_without_the_days_of_a_session_a_numbered_meeting_is_no_event() -> None:
    assert events(_report(SECOND, THIRD)) == []


def test_meetings_of_another_body_are_left_alone() -> None:
    told = "The Economic and Social Council took note of the report at its 9th meeting."
    assert not [e for e in events(_report(told, SESSION)) if e.startswith("meeting")]


def test_the_first_of_the_numbers_is_on_the_day_that_stands_apart() -> None:
    told = "The Committee held 3 formal meetings (1st to 3rd) on 27 March 2008 and from 10 to 21 March 2009."
    assert sorted(events(_report(told))) == [
        "meeting 1 2008-03-27 own",
        "meeting 2 2009-03-10/2009-03-21 span own",
        "meeting 3 2009-03-10/2009-03-21 span own",
    ]
