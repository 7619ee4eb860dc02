"""Sentences of reports on what missions, offices and parties did, each with the events of a careful reader.

The shapes are those of reports of the Secretary-General and of offices from 1992 to 2025; the sentences are made up.
"""

from __future__ import annotations

import pytest

from tests.small_reports import COMMITTEE, cases, committee, events, masthead, secretary_general
from tests.support import from_text

TOLD = {
    # nouns and verbs
    "The Mission held a virtual town hall for all staff in March.": ["meeting 2009-03-01/2009-03-31 month other"],
    "Between 12 and 24 March, the United Nations fielded an inter-agency gender mission to Chad, led by Ms. Lund.": [
        "visit 2009-03-12/2009-03-24 other"
    ],
    "Following a verification mission of the Operational Cell in early March, the Office supported returns.": [
        "visit 2009-03-01/2009-03-31 month other"
    ],
    "From 9 to 12 March, 60 youth leaders (including 16 women) gathered for a dialogue in Wau.": [
        "meeting 2009-03-09/2009-03-12 other"
    ],
    "On 26 March, the presidential platform, Bé Oko, held an extraordinary assembly.": ["meeting 2009-03-26 other"],
    "On 16 March, in Bangui, a seminar on procurement was co-chaired by the Prime Minister and the Envoy.": [
        "meeting 2009-03-16 other"
    ],
    "In March, a training session on journalism was delivered to local media.": ["meeting 2009-03-01/2009-03-31 month other"],
    "Training for the media on reporting took place on 14 March.": ["meeting 2009-03-14 other"],
    "From 8 to 11 March, the Office of the Envoy consulted Burundian authorities and partners in Bujumbura.": [
        "meeting 2009-03-08/2009-03-11 other"
    ],
    "On 30 and 31 January, UNMISS implemented a forum in Tambura for 70 participants.": [
        "meeting 2009-01-30/2009-01-31 other"
    ],
    "On 13 and 14 March, a forum brought together 97 youths to discuss their roles.": ["meeting 2009-03-13/2009-03-14 other"],
    "Between 20 January and 9 February, the Lake Initiative talks restarted in Nairobi.": [
        "meeting 2009-01-20/2009-02-09 other"
    ],
    "The Secretariat conducted the eleventh round of inspections at the Lake facilities from 13 to 19 March.": [
        "visit 2009-03-13/2009-03-19 other"
    ],
    "A team from the Secretariat deployed to Chad from 12 to 21 March.": ["visit 2009-03-12/2009-03-21 other"],
    "Both were adopted by the Assembly of Heads of State of the League held in May 2009, in Malabo.": [
        "meeting 2009-05-01/2009-05-31 month other"
    ],
    "Several multi-stakeholder events were held on 13 March, including meetings of women.": ["meeting 2009-03-13 other"],
    "Several events were held on the rights of women, including in connection with Women’s Day on 8 March.": [],
    "On 13 March, the parties continued the consultations in Niamey.": ["consultations 2009-03-13 other"],
    "The Envoy held consultations to that end with the Minister in March 2009.": [
        "consultations 2009-03-01/2009-03-31 month other"
    ],
    "The most recent meetings having taken place on 9 and 10 March, the parties agreed.": [
        "meeting 2009-03-09 other", "meeting 2009-03-10 other"
    ],
    "The report was read at the annual session of the Executive Board in June 2009.": [
        "session 2009-06-01/2009-06-30 month other"
    ],
    "The head of the European Union team arrived at Bangui on 28 March to meet with UNMISS personnel.": [
        "visit 2009-03-28 other"
    ],
    "The Prime Minister travelled to Niamey, where on 4 March he met Mr. Lund.": ["meeting 2009-03-04 other"],
    # an event that one sentence names and the next one dates
    "The workshop on floods brought together ten States. It was held on 24 March in Niamey.": ["meeting 2009-03-24 other"],
    "The Ministry organized a seminar on floods. It took place from 16 to 18 March.": ["meeting 2009-03-16/2009-03-18 other"],
    "The election was discussed at the meeting. It was held on 4 March.": [],
    "The Ministry planned to hold a seminar. It was held on 4 March.": [],
    "The Ministry organized a seminar. It will be held on 4 December.": [],
    "During the month of March, meetings were conducted by the Prime Minister.": ["meeting 2009-03-01/2009-03-31 month other"],
    "In March, a mission from United Nations Headquarters undertook an assessment of the mines.": [
        "visit 2009-03-01/2009-03-31 month other"
    ],
    "Fire broke out despite a meeting arranged by UNMISS on 12 March between the sides.": ["meeting 2009-03-12 other"],
    "The Assembly, at its special session of 14 March 2009, adopted a law.": ["meeting 2009-03-14 other"],
    "A judge, who met the retirement requirements on 14 March 2009, stayed on.": [],
    "The parties agreed on a plan at the ninth session of the Joint Council, in March 2009 (see S/2009/39).": [
        "session 2009-03-01/2009-03-31 month other"
    ],
    "They agreed to a further round of talks in March.": [],
    # items of a list, whose subject stands above
    "(a) Met with the Minister for Foreign Affairs on 4 March;": ["meeting 2009-03-04 other"],
    "The Envoy made visits to Bangui (14–16 March) and Birao (17 and 18 March).": [
        "visit 2009-03-14/2009-03-16 other", "visit 2009-03-17/2009-03-18 other"
    ],
    "Visited the camps in the north from 3 to 6 March.": ["visit 2009-03-03/2009-03-06 other"],
    "Held closed meetings with the Board on 3 and 9 March.": ["meeting 2009-03-03 other", "meeting 2009-03-09 other"],
    "Held at Niamey on 4 March, the ceremony was public.": [],
    "Participation in the thirteenth Ministerial Conference of the Lake Union, March 2009, Rabat;": [
        "meeting 2009-03-01/2009-03-31 month other"
    ],
    "Received the report on 5 March.": [],
    "Concluded in Niamey on 5 March, the agreement was sent to all.": [],
    # who comes together
    "On 15 March, the head of the Juba-appointed administration and the Youth Union met with UNMISS.": [
        "meeting 2009-03-15 other"
    ],
    "UNMISS organized seminars for the Juba-appointed administration on 9 March and for leaders on 12 March.": [
        "meeting 2009-03-09 other", "meeting 2009-03-12 other"
    ],
    "On 26 March, the National Committee for Election Security, co-chaired by the Minister, reviewed the plan.": [
        "meeting 2009-03-26 other"
    ],
    "On 11 March, the Ministry of Water and the United Nations country team discussed a group on climate change.": [
        "meeting 2009-03-11 other"
    ],
    "On 7 March, the national task force on trafficking in persons was convened with support from UNMISS.": [
        "meeting 2009-03-07 other"
    ],
    "On 28 March, the leader reportedly convened senior security officials, including the Minister.": [
        "meeting 2009-03-28 other"
    ],
    "On 20 March, the Minister of Defence chaired the Security and Clearance Commission.": ["meeting 2009-03-20 other"],
    "The General Border Committee met; the minutes of the meeting of the General Border Committee of 7 March say so.": [
        "meeting 2009-03-07 other"
    ],
    # long names, titles in quotes, who helped
    "From 15 to 24 March, UNMISS conducted a specialized sexual and gender-based violence investigation training session.": [
        "meeting 2009-03-15/2009-03-24 other"
    ],
    "On 30 March, the President attended the twenty-fourth East Africa Community Heads of State Summit.": [
        "meeting 2009-03-30 other"
    ],
    "During a high-level event on the theme “Forests for climate: harnessing finance”, held on 21 March and co-organized "
    "by the Board, the President announced a road map.": ["meeting 2009-03-21 other"],
    "The Chief gave an address at the opening of a conference entitled “Ageing: a new age”, convened by Chad on 4 and 5 March.": [
        "meeting 2009-03-04/2009-03-05 other"
    ],
    "On 10 March, UNOWAS co-hosted, with the Entity for Equality (UN-Women), the Fund and the Office, a regional forum.": [
        "meeting 2009-03-10 other"
    ],
    "UNMISS supported from 15 to 19 March a pre-migration meeting in Wau.": ["meeting 2009-03-15/2009-03-19 other"],
    "The Board approved the report on its second regular session 2009 held from 10 to 11 March 2009.": [
        "session 2009-03-10/2009-03-11 other"
    ],
    "The briefing given to the Security Council by the Head of the Mission on 6 March was noted.": [
        "briefing 2009-03-06 other"
    ],
    "At a 24 March press conference, the Minister announced the results.": ["other 2009-03-24 other"],
    # several days
    "The Division contributed to two virtual technical advisory group meetings, held on 14 and 15 February and on 9 and "
    "10 March, respectively.": ["meeting 2009-02-14/2009-02-15 other", "meeting 2009-03-09/2009-03-10 other"],
    "On 28 and 29 January, UNMISS conducted a two-day consultation on land tenure.": [
        "consultations 2009-01-28/2009-01-29 other"
    ],
    "It reiterated its call for a merger of the processes, as proposed during its 24th ordinary summit on 30 March.": [
        "meeting 2009-03-30 other"
    ],
    # names with the date in brackets
    "These included the Just Peace Open Day in The Hague (January 2009), the London Conference on International Law "
    "(February 2009) and a United Nations day.": [
        "meeting 2009-01-01/2009-01-31 month other", "meeting 2009-02-01/2009-02-28 month other"
    ],
    # lists
    "15 March 2008: meeting with Mr. Abdulla Shahid": ["meeting 2008-03-15 other"],
    "11 March 2008: informal information session with Mr. Blanco": ["meeting 2008-03-11 other"],
    "Monday, 9 March, from 10 a.m. to 1 p.m.: Ocean panel 1, on the theme “Conserving”": ["meeting 2009-03-09 other"],
    "National training workshop on accounts, Colombia, 2 and 3 March 2009 (virtual)": [
        "meeting 2009-03-02/2009-03-03 other"
    ],
    "Economic and Social Council youth forum, 19 and 20 April 2008, Office of the Envoy": [
        "meeting 2008-04-19/2008-04-20 other"
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), cases(TOLD, {}))
def test_activities(sentence: str, wanted: list[str]) -> None:
    assert sorted(events(secretary_general(sentence))) == sorted(wanted)


NO_EVENTS = """
Members would present the conclusions of the seminar to the substantive session of the Special Committee, in June.
Since the discontinuation of indirect peace talks in March 2008, there have been no negotiations.
UNMISS facilitated visits by officials and strengthened its presence by deploying a unit between February and April.
The Deputy Chair addressed a statement to the visiting Panel of the Wise of the African Union on 1 April.
The report contains an assessment of the assistance received by the people during the period (1 April 2008–31 March 2009).
The thirty-seventh meeting of the Regional Seminar on Fiscal Policy will be held in May 2009, organized by the Bank.
Some 30 seminars were conducted by the secretariat since the first session of the Committee in March 2008.
Judges completed a three-month training programme in March.
Report on the workshop on ageing, Geneva, 5 March 2009
Global Cluster, “High-level donors briefing note: the state of protection”, 1 March 2009.
After negotiations between local delegations, the crossing reopened on 19 March.
The Office introduced the report to the Main Committee of the Conference on 3 March.
On 25 March, the authorities announced that a group had planned attacks during the visit of the President of France.
On 5 March, the Mission launched the booklet during an event attended by officials.
On 9 March, the leader expressed his readiness to participate in the negotiations on the Lake Initiative.
On 6 March, the Governor led a delegation to repatriate refugees.
She welcomed the establishment of a high-level panel to revisit the model in March.
UNMISS held a forum to build confidence between communities following violence in March.
Fruitful discussions took place among members, leading to the drafting and launch of the Guide in March.
Two issues were prepared since the last meeting of the Committee, one in January and another in March.
Statements included S/PRST/2009/2 (21 January 2009) and meetings were held.
On 19 March, a strategy was validated at the technical level, as recommended at the National Dialogue.
On 5 March, the Electoral Commission reviewed the voter list.
On 5 March, the Government consulted the list of voters.
Officials chaired the Security Commission from 3 March 2004 to 5 June 2006.
On 5 March, the court held a hearing in the case of a minister.
The UNOPS Audit Advisory Committee reviewed a draft of the report in March.
"""


def test_what_a_sentence_looks_forward_to_goes_on_from_nothing() -> None:
    told = "The Chair noted the event held in Geneva, from 7 to 11 March, and looks forward to the holding of the next"
    report = secretary_general(f"{told} event in Rome, from 7 to 11 May, and the consultation process.")
    assert events(report) == ["meeting 2009-03-07/2009-03-11 other"]


@pytest.mark.parametrize("sentence", NO_EVENTS.strip().splitlines())
def test_no_activity(sentence: str) -> None:
    assert events(secretary_general(sentence)) == []


HEARINGS = {
    "On 3 March 2009, a task force of the Senate held hearings in San Juan.": 1,
    "In March 2009, hearings were held on the draft legislation.": 1,
    "On 3 March 2009, the Tribunal held hearings in three cases.": 0,
    "A hearing was held on 5 March 2009.": 0,
}


@pytest.mark.parametrize("sentence", HEARINGS)
def test_hearings_of_lawmakers_are_meetings(sentence: str) -> None:
    """Annotation guide: no court hearings."""
    assert len(events(secretary_general(sentence))) == HEARINGS[sentence]


WHOSE = {
    "The majority of petitioners speaking before the Special Committee, at its 5th meeting, on 19 March 2009, agreed.": "own",
    "In a declaration, the Heads of State and Government of the States of the Basin, meeting in Rabat on 18 March 2009 on "
    "the occasion of a summit, recognized the efforts of the Special Committee.": "other",
    "The declaration adopted by the Heads of State and Government of the Alliance, who met in Rabat on 14 March 2009, "
    "said so.": "other",
    "At its tenth session, in March 2009, the Special Committee made a post, which is currently held by Mr. Liu.": "own",
    "Under item 2, at its 3rd meeting, on 29 March 2009, the Special Committee held a dialogue with the Bank.": "own",
}


@pytest.mark.parametrize("sentence", WHOSE)
def test_whose(sentence: str) -> None:
    (event,) = events(committee(sentence))
    assert event.split()[-1] == WHOSE[sentence]


def test_a_letter_of_a_state_tells_of_others() -> None:
    letter = (
        "S/2009/73\n\nLetter dated 30 January 2009 from the Permanent Representative of Chad to the United Nations "
        "addressed to the President of the Security Council\n\nI write concerning the events reported to the Security "
        "Council at its meetings on 26 January and 28 January 2009. The plenary sessions on 26 and 28 January were long.\n"
    )
    meetings = from_text(letter).rows["meetings"]
    assert [(m["start_date"].isoformat(), m["is_own"]) for m in meetings] == [
        ("2009-01-26", False),
        ("2009-01-28", False),
    ]
    assert {m["body"] for m in meetings} == {"Security Council"}


def test_entries_of_an_annex() -> None:
    """Lines of an annex that are laid out as headings; what the text told of already is told again."""
    report = from_text(
        "E/CN.9/2009/6\n\nReport of the Secretary-General on population\n\n11 November 2009\n\n"
        "1. The Division held a workshop on rivers in Lima on 9 and 10 March 2009.\n\nAnnex\n\nExpert group meetings\n\n"
        "Expert group meeting on lakes, virtual meeting, 16 and 17 March 2009\n\n"
        "Workshop on rivers, Lima, 9 and 10 March 2009\n\nPublications\n\nReport on the workshop on lakes, May 2009\n"
    )
    days = [(m["start_date"].isoformat(), m["end_date"].isoformat()) for m in report.rows["meetings"]]
    assert sorted(days) == [("2009-03-09", "2009-03-10"), ("2009-03-16", "2009-03-17")]


def test_a_title_in_quotes_that_opens_a_paragraph_is_no_quotation() -> None:
    report = committee("(a) “Rivers: a shared good”, held at the 2nd meeting, on 28 April 2009. The panellists spoke.")
    assert events(report) == ["meeting 2 2009-04-28 own"]


YEARS = {
    # a heading with a span of years, or with a session to come, says nothing of when something was done
    "heading of years": (
        "# Strategic plan 2003–2012",
        "At its 9th meeting, on 2 May, the Special Committee acted.",
        "2009-05-02",
    ),
    "a session to come": ("# Geneva, 7 December 2009", "A seminar took place in December in Rabat.", "2008-12-01"),
    # a heading with a year that would put prose after the document
    "a heading of what lies ahead": (
        "# Independence to be declared in December 2009",
        "The Assembly held a debate on 3 December.",
        "2008-12-03",
    ),
    # the year in the name of what was held, or that opens the line
    "the year in its name": (
        "",
        "Progress in May 2009 rested on the 2007 Lake Conference, held in Rabat from 27 June to 1 July.",
        "2007-06-27",
    ),
    "the year of the line": ("", "2007: participation in the forum on grain, held on 16 March in Rabat.", "2007-03-16"),
    # what has been so since another time
    "a state since": (
        "",
        "Of those held since before March 2007, few were convicted. Visits to prisons early in September showed it.",
        "2009-09-01",
    ),
    "the adoption in a year": (
        "",
        "Building on the adoption in 2007 of a code, on 13 May, the Mission held a meeting in Rabat.",
        "2009-05-13",
    ),
    "the name of a bill": (
        "",
        "The August 2008 reform bill was slow. The Committee read it. The Mission held a seminar in September.",
        "2009-09-01",
    ),
}


@pytest.mark.parametrize("case", YEARS)
def test_years(case: str) -> None:
    heading, sentence, first = YEARS[case]
    text = "\n\n".join(
        filter(None, (masthead("A/64/41", f"Report of the {COMMITTEE}"), heading.removeprefix("# "), f"1. {sentence}"))
    )
    (meeting,) = from_text(text + "\n").rows["meetings"]
    assert str(meeting["start_date"]) == first


def test_the_year_of_a_sentence_before_the_session() -> None:
    board = masthead("E/2009/9", "Report of the Lake Control Board", "2009 session", "25 July 2008–30 July 2009")
    text = "In 2008, the 139th session was held from 5 to 9 February and the 140th session was held from 20 to 31 May."
    found = events(from_text(f"{board}\n\n1. {text}\n"))
    assert found[1:] == ["session 2008-02-05/2008-02-09 own", "session 2008-05-20/2008-05-31 own"]


OWN_SESSION = "Report on the first regular session"
SESSIONS = {
    # another body's session that is under way or to come; the body's own next one; an agenda of its own
    "another's, under way": (
        "Report of the Secretary-General",
        "E/2009/75",
        "2009 session",
        "25 July 2009–30 July 2010",
        1,
    ),
    "another's, to come": ("Report of the Secretary-General", "E/2009/75", "2010 session", "5–30 July 2010", 0),
    "another's, over": ("Report of the Secretary-General", "E/2009/75", "2009 session", "25 July 2008–30 July 2009", 1),
    "its own next": (f"Report of the {COMMITTEE}", "A/64/41", "Annual session 2009", "17–19 December 2009", 0),
    "its own agenda": (
        "Annotated provisional agenda and workplan",
        "A/64/41",
        "Annual session 2009",
        "17–19 December 2009",
        1,
    ),
}


@pytest.mark.parametrize("case", SESSIONS)
def test_sessions_of_the_masthead(case: str) -> None:
    """Of 30 November 2009."""
    title, symbol, session, days, wanted = SESSIONS[case]
    report = from_text(masthead(symbol, title, COMMITTEE, session, days) + "\n\n1. The work went on.\n")
    assert len(report.rows["meetings"]) == wanted


def test_the_meeting_that_adopted_a_resolution() -> None:
    text = (
        "S/RES/1783 (2009)\n\nSecurity Council\n\n30 June 2009\n\nResolution 1783 (2009)\n\nAdopted by the Security Council "
        "at its 5951st meeting, on 30 June 2009\n\nThe Security Council,\n\nRecalling the summit held in Rabat on 3 May 2009,\n"
    )
    assert events(from_text(text)) == ["meeting 5951 2009-06-30 own", "meeting 2009-05-03 other"]


AGAIN = {
    # a forum that the masthead names, told again by who organized it
    "forum": (
        (f"Report of the {COMMITTEE}", "Forum on Rivers", "Rabat, 25–28 May 2009"),
        ("The Forum, organized by the Lake Bank, was held from 25 to 28 May 2009.",),
        1,
    ),
}


@pytest.mark.parametrize("case", AGAIN)
def test_one_event_told_twice(case: str) -> None:
    (title, *above), sentences, wanted = AGAIN[case]
    body = "\n\n".join(f"{n}. {s}" for n, s in enumerate(sentences, start=1))
    assert len(from_text(f"{masthead('A/64/41', title, *above)}\n\n{body}\n").rows["meetings"]) == wanted


def test_the_council_of_another_organization() -> None:
    title = "Report by the Director General of the Organisation for the Prohibition of Chemical Weapons"
    report = from_text(
        f"{masthead('S/2009/427', title)}\n\n1. The Sixty-Sixth Meeting of the Council was held on 12 May 2009.\n"
    )
    (meeting,) = report.rows["meetings"]
    assert meeting["body"].startswith("Executive Council of the Organisation")


OFFICES = {
    # an envoy's own are those that he held; what he tells of is others'
    (
        "Report of the High Representative for the Delta",
        "On 5 March 2009, I convened a joint meeting of the parties.",
    ): True,
    ("Report of the High Representative for the Delta", "On 5 March 2009, a meeting was held in Niamey."): False,
    # what the organization did is its head's own; groups among members are not
    (
        "Progress report by the Secretary-General of UNCTAD",
        "On 5 March 2009, UNCTAD organized a seminar in Rabat.",
    ): True,
    (
        "Progress report by the UNCTAD secretariat",
        "(i) The Standing Committee on Lakes: Shipping, at its first session, held in Rabat from 2 to 6 March 2009, acted.",
    ): False,
    (
        "Report of the United Nations High Commissioner for Human Rights",
        "On 5 March 2009, the Working Group of Experts on Lakes held a meeting.",
    ): False,
    (
        "Report of the Executive Director",
        "The Office presented the workplan to the Executive Board at a closed-door meeting on 5 March 2009.",
    ): False,
}


@pytest.mark.parametrize(("title", "sentence"), OFFICES)
def test_heads_of_offices(title: str, sentence: str) -> None:
    (meeting,) = from_text(f"{masthead('A/64/41', title)}\n\n1. {sentence}\n").rows["meetings"]
    assert meeting["is_own"] is OFFICES[title, sentence]


COUNTS = {
    "In the reporting period, UNAMI held 73 risk education sessions.": (73, None),
    "The Mission held two consultative meetings, on 5 and 9 May 2009.": (2, 2),
    "The Mission held three workshops, on 5 and 9 May 2009.": (3, 2),
    "The Mission would hold four meetings.": None,
}


@pytest.mark.parametrize("sentence", COUNTS)
def test_numbers_of_others_meetings_are_claims_too(sentence: str) -> None:
    """Annotation guide: a number of meetings that the text states is a claim; what the sentence lists is counted."""
    found = [(c["value"], c["n_found"]) for c in secretary_general(sentence).rows["claims"]]
    assert found == ([COUNTS[sentence]] if COUNTS[sentence] else [])


def test_the_days_of_the_masthead_are_of_the_year_of_its_session() -> None:
    head = masthead("DP/2009/6", "Report of the Executive Board", "Annual session 2007", "3 to 6 June, New York")
    (meeting,) = from_text(f"{head}\n\n1. The Board supports programmes.\n").rows["meetings"]
    assert (str(meeting["start_date"]), str(meeting["end_date"])) == ("2007-06-03", "2007-06-06")
