"""Sentences with asides: what a day goes on from, whose day it is, and who acted, where clauses stand between."""

from __future__ import annotations

import pytest

from tests.small_reports import cases, committee, events, masthead, page, secretary_general, table
from tests.support import from_text

# In a report of a committee.
COMMITTEE: dict[str, list[str]] = {
    # what "the same day" goes on from
    "On 18 March the members met informally with the Under-Secretary-General, who spoke of the Mission, due to take place on"
    " 1 July. On the same day in the afternoon, the Chair convened a briefing for the sanctions committees.": [
        "meeting 2009-03-18 own",
        "briefing 2009-03-18 own",
    ],
    "On 13 March the Chair travelled to Faya, where he visited the Palace of Justice. The building, which was inaugurated on"
    " 14 May 1993 and was meant for six courts, now houses seventeen. Later that day he met with the Bar Association.": [
        "visit 2009-03-13 own",
        "meeting 2009-03-13 own",
    ],
    "The Committee resumed the item at its 34th and 35th meetings, which were held on 8 March 2009 in response to the letters"
    " dated 3 March 2009 from Chad, and concluded it at its 36th meeting, on the following day.": [
        "meeting 34 2009-03-08 own",
        "meeting 36 2009-03-09 own",
        "meeting 35 2009-03-08 own",
    ],
    "In Juba the Chair was received, on 21 March, by the Minister of Water and met on the following day, 22 March, with the"
    " Special Representative of the Secretary-General.": ["meeting 2009-03-21 own", "meeting 2009-03-22 own"],
    # whose numbered meeting it is
    "By resolution 1624 (2005), which the Security Council adopted at its 5261st meeting, held on 14 March 2009, States were"
    " called upon to act.": ["meeting 5261 2009-03-14 other"],
    "The programme of work, which it adopted at its 5th meeting, on 3 March, was carried out.": ["meeting 5 2009-03-03 own"],
    "The Committee took note of the decision of the Council of Ministers of the Lake Union, which at its forty-sixth ordinary"
    " session, held at Faya from 20 to 25 March, had called upon its members to act.": ["session 2009-03-20/2009-03-25 other"],
    "The International Committee to Accompany the Transition, whose sixth meeting had been convened in Faya on 10 March, was"
    " of use.": ["meeting 6 2009-03-10 other"],
    "The Chair made statements in the open debates that the Security Council devoted to Chad on 18 March and 21 May 2009.": [
        "meeting 2009-03-18 other",
        "meeting 2009-05-21 other",
    ],
    # numbers of another series: the committee's own are near each other
    "The Committee held its 71st to 73rd meetings on 3, 4 and 5 March. Its Chair introduced the report at the 623rd meeting,"
    " on 4 March.": [
        "meeting 71 2009-03-03 own",
        "meeting 72 2009-03-04 own",
        "meeting 623 2009-03-04 other",
        "meeting 73 2009-03-05 own",
    ],
    # the year of a numbered meeting lies between those of its neighbours
    "At its 94th meeting, on 6 April 2009, the Committee adopted its programme. Plans under a contract concluded on"
    " 15 June 1984, reported in the press on 26 November 2006, were placed before the Committee at its 95th meeting, on 4 June."
    " At its 96th meeting, on 7 July 2009, it heard Chad.": [
        "meeting 94 2009-04-06 own",
        "meeting 95 2009-06-04 own",
        "meeting 96 2009-07-07 own",
    ],
    # no number of a meeting
    "Two informal meetings were held with the Department of Political Affairs, the first of which, on 9 March, concerned the"
    " Standby Team, and the second, on 16 March, early warning.": ["meeting 2009-03-09 own", "meeting 2009-03-16 own"],
    # told before with its day, and told again
    "The Committee held consultations on 12 March and 28 May. The consultations held in March were of use.": [
        "consultations 2009-03-12 own",
        "consultations 2009-05-28 own",
    ],
    "The Committee met on 6 March, when it drew up a plan, and again on 3 May in order to take stock.": [
        "meeting 2009-03-06 own",
        "meeting 2009-05-03 own",
    ],
    # no meeting
    "As at 31 October 2009, plans had been signed or were in force: with Somalia (3 March and 6 May 2009) and with Chad"
    " (4 April 2009).": [],
    "Following consultations among the members, Luxembourg was chosen to chair the Group, succeeding Germany, which had held"
    " the chairmanship from 1 January 2007 to 31 December 2008.": [],
    "Opening the session on 27 March, the outgoing President recalled that it was so.": [],
    "The Committee considered the report on the visit to Albania in March and that on the visit to Kenya on 15 May 2009.": [],
    "Talks are planned. The Fourth Conference on Deltas, to be held in Seville from 30 June to 3 July 2010, offers a chance.": [],
    # who acted
    "On 5 and 6 March the Division held a workshop, in which the secretary took part, and on 11 March the Chair received the"
    " designated representative of Pakistan.": ["meeting 2009-03-05/2009-03-06 other", "meeting 2009-03-11 own"],
    "At the 9th meeting, on 21 March, the Commissioner-General of the Agency introduced his report. In the course of his"
    " statement he recalled that he had convened in Vienna, on 26 February, a meeting of the major contributors.": [
        "meeting 9 2009-03-21 own",
        "meeting 2009-02-26 other",
    ],
    "The General Fono had expressed the wish to receive a mission when it met at Nukunonu in June 2009.": [
        "meeting 2009-06-01/2009-06-30 month other"
    ],
    "The Committee was told of what had taken place since the Administrator, Mr. Lindsay Watt, visited the atolls from 5 to"
    " 12 May.": ["visit 2009-05-05/2009-05-12 other"],
    "On 3 March, the Vice-Chair from Japan chaired an informal meeting of the coordinators.": ["meeting 2009-03-03 own"],
    "The Chiefs of Staff of Burundi and Rwanda, meeting in Kigali on 19 and 20 May, had decided so.": [
        "meeting 2009-05-19/2009-05-20 other"
    ],
    "The Burundi configuration of the Peacebuilding Commission had adopted the outcome, and its Chair, Paul Lund, had visited"
    " Bujumbura from 7 to 11 May.": ["visit 2009-05-07/2009-05-11 other"],
    "The law, adopted at the extraordinary session of Parliament that sat from 1 to 10 May, was not in force.": [
        "meeting 2009-05-01/2009-05-10 other"
    ],
    "The rise of the sea is a subject on which the Green Forum, at its meeting held at Yaren from 10 to 11 May 2009, spoke.": [
        "meeting 2009-05-10/2009-05-11 other"
    ],
    "At a meeting between the legal advisers of the two Missions on 5 March, it was agreed to submit a statement.": [
        "meeting 2009-03-05 other"
    ],
    "Members referred to the United Nations Peacekeeping Ministerial held in Seoul on 7 and 8 May 2009.": [
        "meeting 2009-05-07/2009-05-08 other"
    ],
}  # fmt: skip

# In a report of the Secretary-General.
SECRETARY_GENERAL: dict[str, list[str]] = {
    "The understandings reached at their earlier meetings, held at Lusaka on 6 May, at Franceville, Gabon, on 10 August and"
    " at Brussels on 25 September 2008, had been carried out.": [
        "meeting 2008-05-06 other",
        "meeting 2008-08-10 other",
        "meeting 2008-09-25 other",
    ],
    "When it became clear that the deadline would not be respected, he returned to Bailundo from 5 to 7 May.": [
        "visit 2009-05-05/2009-05-07 other"
    ],
    "On 11 May I received at United Nations Headquarters the Minister for External Relations of Angola, Mr. de Moura.": [
        "meeting 2009-05-11 own"
    ],
    "On 24 April I met in New York with the Minister for Foreign Affairs, and in a telephone conversation with Mr. Salam on"
    " 27 May I urged that it be done.": ["meeting 2009-04-24 own"],
    "On 6 May, the Force Commander met in Beirut with the Prime Minister, who reiterated the commitment of the Government,"
    " and on 7 May, in Yarze, with the Commander of the Armed Forces.": ["meeting 2009-05-06 other", "meeting 2009-05-07 other"],
    "The representatives of the two communities met at the Palace on 22 May, when they agreed on the costs, and on 5 June,"
    " when they were joined by two consultants.": ["meeting 2009-05-22 other", "meeting 2009-06-05 other"],
    "The steering committee held its seventh meeting on 8 April, at which it read tables to be submitted to donors, and its"
    " eighth meeting on 11 June.": ["meeting 7 2009-04-08 other", "meeting 8 2009-06-11 other"],
    "President Lund sought to strengthen ties with his neighbours, visiting Uganda on 22 and 23 March, Rwanda from 24 to"
    " 26 March and Burundi on 13 June.": [
        "visit 2009-03-22/2009-03-23 other",
        "visit 2009-03-24/2009-03-26 other",
        "visit 2009-06-13 other",
    ],
    "A visiting professor spoke on 4 May.": [],
    "The period was extended at a meeting that the parties held in Faya on 2 and 3 May.": ["meeting 2009-05-02/2009-05-03 other"],
    "On 18 May, while in Faya for the opening of the ninth session of the Assembly of the African Union, which was held on 18"
    " and 19 May, I had met with Mr. Lund.": ["meeting 2009-05-18 own", "session 2009-05-18/2009-05-19 other"],
    "In October and November the joint committee held numerous meetings in Abyei.": [
        "meeting 2009-10-01/2009-11-30 month other"
    ],
    "UNISFA police organized, on 25 May, on the occasion of the International Day of Rivers, a seminar for 45 members.": [
        "meeting 2009-05-25 other"
    ],
    "The Humanitarian Coordinator led a delegation of donors to Agok and Abyei on 26 and 27 May.": [
        "visit 2009-05-26/2009-05-27 other"
    ],
    "Accordingly, on 24 May the two leaders joined me at a luncheon meeting at Geneva.": ["meeting 2009-05-24 own"],
}  # fmt: skip

COUNCIL = "Assessment of the work of the Security Council during the presidency of Chile (October 2009)"
# In the Council's own papers.
OF_THE_COUNCIL: dict[str, list[str]] = {
    "On 28 October, in consultations of the whole, Assistant Secretary-General Danilo Türk reported on the mission that he had"
    " undertaken to Bougainville and Port Moresby from 8 to 13 September.": [
        "consultations 2009-10-28 own",
        "visit 2009-09-08/2009-09-13 other",
    ],
    "Mr. Prendergast gave the monthly briefing at the 4895th meeting, on 16 October, and consultations of the whole were held"
    " later on that day.": ["meeting 4895 2009-10-16 own", "consultations 2009-10-16 own"],
    "Between those two meetings, on 29 October, the Special Representative had briefed members in consultations of the whole,"
    " stressing the opportunity offered by the inauguration of President Lund on 25 October.": ["consultations 2009-10-29 own"],
    "On 5 October, the President held bilateral consultations with the members on the programme, which was agreed upon in the"
    " consultations of the whole on the 6th. Later on that day he presented it at an informal briefing.": [
        "consultations 2009-10-05 own",
        "consultations 2009-10-06 own",
        "briefing 2009-10-06 own",
    ],
    "He briefed members on the meeting between the President and the leaders of the Forces, which had taken place in Lund from"
    " 18 to 21 October, and on the assassination of the Nuncio on 29 September.": ["meeting 2009-10-18/2009-10-21 other"],
    "The Council considered the item at four meetings, namely the 2700th to 2703rd, held between 29 and 31 October.": [
        "meeting 2700 2009-10-29/2009-10-31 span own",
        "meeting 2701 2009-10-29/2009-10-31 span own",
        "meeting 2702 2009-10-29/2009-10-31 span own",
        "meeting 2703 2009-10-29/2009-10-31 span own",
    ],
    "On 9 October, the Secretary-General submitted his report, which the Council considered at its 2749th meeting, on"
    " 12 October.": ["meeting 2749 2009-10-12 own"],
}  # fmt: skip

# In the report of a panel.
OF_A_PANEL: dict[str, list[str]] = {
    "The expert on finance travelled to Brussels (12-14 May), Geneva (15-16 May) and London (19-22 May).": [
        "visit 2009-05-12/2009-05-14 own",
        "visit 2009-05-15/2009-05-16 own",
        "visit 2009-05-19/2009-05-22 own",
    ],
    "The joint border commission of Liberia and Guinea, for its part, met at Nzérékoré from 25 to 27 May.": [
        "meeting 2009-05-25/2009-05-27 other"
    ],
    "The Panel began its work at Headquarters, where from 1 to 3 March it held consultations with the Committee.": [
        "consultations 2009-03-01/2009-03-03 own"
    ],
    "When the Panel raised the matter at a meeting with the Minister of Justice on 11 March, he stated that his Ministry had"
    " been unaware of it; at a follow-up meeting with the Ministry, held on 15 May, nothing had been done.": [
        "meeting 2009-03-11 own",
        "meeting 2009-05-15 own",
    ],
}  # fmt: skip


def council(text: str) -> list[str]:
    head = masthead("S/2009/611", COUNCIL).replace("General Assembly", "Security Council")
    return events(from_text(f"{head}\n\nI. Introduction\n\n1. The Council met often.\n\n2. {text}\n"))


def panel(text: str) -> list[str]:
    head = masthead("S/2009/612", "Report of the Panel of Experts on Liberia").replace(
        "General Assembly", "Security Council"
    )
    return events(
        from_text(f"{head}\n\nI. Introduction\n\n1. The Panel works from 1 January to 20 November 2009.\n\n2. {text}\n")
    )


@pytest.mark.parametrize(("text", "wanted"), cases(COMMITTEE, {}))
def test_in_a_report_of_a_committee(text: str, wanted: list[str]) -> None:
    assert sorted(events(committee(text))) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(SECRETARY_GENERAL, {}))
def test_in_a_report_of_the_secretary_general(text: str, wanted: list[str]) -> None:
    assert sorted(events(secretary_general(text))) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(OF_THE_COUNCIL, {}))
def test_in_the_council_s_own_papers(text: str, wanted: list[str]) -> None:
    assert sorted(council(text)) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(OF_A_PANEL, {}))
def test_in_the_report_of_a_panel(text: str, wanted: list[str]) -> None:
    assert sorted(panel(text)) == sorted(wanted)


def test_sentences_in_the_cells_of_a_table_that_lists_no_events() -> None:
    """Remarks in a report on performance (A/59/671)."""
    rows = (
        (
            "Support to 8 meetings",
            "3",
            "The Commission held its 19th and 20th meetings in Nairobi, on 14 July and 17 September 2009",
        ),
        (
            "Liaison",
            "Yes",
            "On 26 February 2009 the Force Commander briefed the ambassadors resident in Asmara on the incidents",
        ),
        ("Patrols", "35", "Higher output after the incident at Fawlina on 3 November 2009"),
    )
    report = page(
        table(*rows, head=("Planned outputs", "Completed", "Remarks"), caption="Component 1: peace process support")
    )
    told = sorted(line.split()[1:-1] for line in events(report))
    assert told == [["19", "2009-07-14"], ["20", "2009-09-17"], ["2009-02-26"]]


def test_columns_that_name_events() -> None:
    """ "First meeting | Follow-up meeting" below a title that says what the rows have."""
    rows = (("Iraq", "28 February", "5 November"), ("Mali", "25 April", "n/a"), ("Yemen", "13 July", "12 October"))
    report = page(
        table(*rows, head=("Situation", "First meeting", "Follow-up meeting"), caption="Meetings of the Group in 2009")
    )
    told = sorted((str(row["start_date"]), row["subject"]) for row in report.rows["meetings"])
    assert told == [
        ("2009-02-28", "Iraq"),
        ("2009-04-25", "Mali"),
        ("2009-07-13", "Yemen"),
        ("2009-10-12", "Yemen"),
        ("2009-11-05", "Iraq"),
    ]


def test_a_column_of_activities_beside_others() -> None:
    """One event a row, where a programme has a column of activities."""
    rows = (
        ("April", "20", "Informal briefing on water", "Department"),
        ("", "27", "Meeting of the Bureau", "Chair"),
        ("June", "4", "Informal briefing on dams", "Department"),
        ("", "18", "Meeting of the Bureau", "Chair"),
    )
    report = page(
        table(
            *rows,
            head=("Month", "Day", "Activity", "Focal point"),
            caption="Calendar of activities, April to June 2009",
        )
    )
    assert events(report) == [
        "briefing 2009-04-20 own",
        "meeting 2009-04-27 own",
        "briefing 2009-06-04 own",
        "meeting 2009-06-18 own",
    ]


def test_a_room_says_that_a_visit_was_spoken_of() -> None:
    rows = (
        ("Visit of the Chair to Faya", "Chair", "Conference Room 7", "21 May"),
        ("Dams", "Mali", "Conference Room 7", "3 June"),
    )
    report = page(
        table(*rows, head=("Subject", "Speakers", "Venue", "Date"), caption="Meetings of the Committee in 2009")
    )
    assert events(report) == ["meeting 2009-05-21 own", "meeting 2009-06-03 own"]


def test_a_block_of_the_masthead() -> None:
    """A web page sets body, session, days and item as one block with line breaks."""
    block = "<p>Commission on Inland Waters<br>Forty-second session<br>30 March-3 April 2009<br>Item 2 of the provisional agenda</p>"
    report = from_text(
        "<!DOCTYPE html><html><body><p>United Nations</p><p>E/CN.9/2009/1</p><p>Economic and Social Council</p>"
        f"<p>Distr.: General</p><p>22 January 2009</p>{block}<h1>Provisional agenda and annotations</h1>"
        "<p>1. Accordingly, at the 1st meeting of its forty-second session, on 11 April 2008, the Commission elected Mr. Lund.</p>"
        "</body></html>",
        "report.html",
    )
    assert report.rows["documents"][0]["issuing_body"] == "Commission on Inland Waters"
    assert sorted(events(report)) == ["meeting 1 2008-04-11 own", "session 2009-03-30/2009-04-03 own"]
