"""What documents of all decades print at their head, and what is read of it."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from extract.model import Header, Source
from extract.read import flow
from extract.recognise import dates, issuers, masthead
from extract.segment import passage, segment

TEXT = (
    "1. The present report is submitted pursuant to the request of the Council and covers the activities of the body."
)
SAID = (
    "I have the honour to transmit herewith the report, and would be grateful if it could be circulated as a document."
)


def head(*lines: str) -> Header:
    """The fields of a document of these paragraphs; a line that begins with "# " is a heading by its style."""
    pieces = [flow.Piece(line.removeprefix("# "), "heading" if line.startswith("# ") else "", gap=1) for line in lines]
    text, blocks = flow.lay(pieces)
    source = Source("x.docx", "docx", "0" * 64, text, blocks)
    passages = [p for p in (passage(source, s) for s in segment(source, "x")) if p.text]
    clusters = count()
    return masthead.header(text, "x", passages, {p.segment.id: dates.find(p, clusters) for p in passages})[0]


MODERN = ("United Nations A/80/1", "General Assembly", "Distr.: General", "12 November 1997", "Original: English")
OLD = (
    "UNITED",
    "NATIONS",
    "S",
    "Security Council",
    "Distr.",
    "GENERAL",
    "S/1994/1143 28 September 1994",
    "ORIGINAL: ENGLISH",
)


def test_a_masthead_of_the_1990s() -> None:
    found = head(*OLD, "REPORT OF THE SECRETARY-GENERAL ON THE QUESTION CONCERNING HAITI", TEXT)
    assert (found.symbol, found.date) == ("S/1994/1143", date(1994, 9, 28))
    assert found.title == "REPORT OF THE SECRETARY-GENERAL ON THE QUESTION CONCERNING HAITI"
    assert (found.kind, found.issuing_body) == ("report", "Secretary-General")


@pytest.mark.parametrize(
    ("lines", "title", "body", "kind"),
    [
        pytest.param(
            (
                "Eightieth session",
                "Item 137 of the preliminary list*",
                "Proposed programme budget for 2026",
                "* A/80/50.",
                TEXT,
            ),
            "Proposed programme budget for 2026",
            "",
            "report",
            id="the title of the item is the document's own",
        ),
        pytest.param(
            (
                "Eightieth session",
                "Agenda items 3 and 4",
                "Promotion of rights",
                "Question of Haiti",
                "Review of the mandate",
                TEXT,
            ),
            "Review of the mandate",
            "",
            "report",
            id="the titles of two items stand above",
        ),
        pytest.param(
            (
                "Special Committee on Peacekeeping Operations",
                "New York, 17 February–14 March 2025",
                "List of participants",
                "Chair",
            ),
            "List of participants",
            "Special Committee on Peacekeeping Operations",
            "other",
            id="organ and session",
        ),
        pytest.param(
            ("ECONOMIC AND SOCIAL COMMISSION FOR AFRICA", "ANNUAL REPORT", "27 April 2024–25 April 2025", TEXT),
            "ANNUAL REPORT",
            "Economic and Social Commission for Africa",
            "report",
            id="organ in capitals",
        ),
        pytest.param(
            (
                "Human Rights Council",
                "Expert Mechanism on Peoples Eighteenth session",
                "14–18 July 2025 Item 3 of the provisional agenda",
                "Study of rights",
                "Draft study on the rights to data",
                TEXT,
            ),
            "Draft study on the rights to data",
            "Expert Mechanism on Peoples",
            "report",
            id="the nearest of two organs",
        ),
        pytest.param(
            (
                "Fourteenth report of the Advisory Committee on Administrative and Budgetary Questions on the proposed programme budget",
                TEXT,
            ),
            "Fourteenth report of the Advisory Committee on Administrative and Budgetary Questions on the proposed programme budget",
            "Advisory Committee on Administrative and Budgetary Questions",
            "report",
            id="what the report is about is not of the name",
        ),
        pytest.param(
            ("Commission on the Status of Women", "Report of the Secretary-General**", TEXT),
            "Report of the Secretary-General",
            "Secretary-General",
            "report",
            id="a report to the organ",
        ),
        pytest.param(
            ("Report of the Security Council mission to Haiti,", "13 to 16 April 2005", TEXT),
            "Report of the Security Council mission to Haiti, 13 to 16 April 2005",
            "Security Council mission to Haiti",
            "report",
            id="title on two lines",
        ),
        pytest.param(
            ("Note by the President of the Security Council", TEXT),
            "Note by the President of the Security Council",
            "Security Council",
            "note",
            id="note",
        ),
        pytest.param(
            (
                "Report of the Committee for Development Policy on its tenth session",
                "Draft resolution submitted by the Vice-President of the Council, Ana Lund (Chad)",
                "The Economic and Social Council,",
                "Recalling its resolutions,",
            ),
            "Draft resolution submitted by the Vice-President of the Council, Ana Lund (Chad)",
            "Economic and Social Council",
            "other",
            id="draft below an agenda item that is a report",
        ),
        pytest.param(
            (
                "Item 14 of the provisional agenda*",
                "UNICEF Office of Audit 2024 annual report to the Board",
                "Summary",
                TEXT,
                "Overview",
            ),
            "UNICEF Office of Audit 2024 annual report to the Board",
            "",
            "report",
            id="one title between item and summary",
        ),
        pytest.param(
            ("Compendium of decisions adopted by the Executive Board at its annual session of 2025", "Decision", TEXT),
            "Compendium of decisions adopted by the Executive Board at its annual session of 2025",
            "",
            "report",
            id="compendium",
        ),
        pytest.param(
            ("United States of America: draft resolution", "The Security Council,", "Recalling its resolutions,"),
            "United States of America: draft resolution",
            "Security Council",
            "other",
            id="draft",
        ),
        pytest.param(
            ("Report of the Chair of the Working Group on Detention", TEXT),
            "Report of the Chair of the Working Group on Detention",
            "Working Group on Detention",
            "report",
            id="report of a chair",
        ),
        pytest.param(
            ("REPORT OF THE SPECIAL COMMITTEE ON DECOLONIZATION", TEXT),
            "REPORT OF THE SPECIAL COMMITTEE ON DECOLONIZATION",
            "Special Committee on Decolonization",
            "report",
            id="committee in capitals",
        ),
    ],
)
def test_title_body_and_kind(lines: tuple[str, ...], title: str, body: str, kind: str) -> None:
    found = head(*MODERN, *lines)
    assert (found.title, found.issuing_body, found.kind) == (title, body, kind)
    assert (found.symbol, found.date) == ("A/80/1", date(1997, 11, 12))


LETTER = "Letter dated 7 July 2025 from the Permanent Representative of Denmark to the United Nations addressed to the Secretary-General"


def test_a_letter_below_the_title_of_an_agenda_item() -> None:
    found = head(*MODERN, "Agenda item 40", "Question of Cyprus", LETTER, SAID, "(Signed) Christina Markus Lassen")
    assert (found.title, found.kind, found.addressee) == (LETTER, "letter", "Secretary-General")
    assert (found.date, found.issuing_body) == (date(1997, 11, 12), "")


def test_a_letter_without_a_masthead_has_its_own_date() -> None:
    assert head(LETTER, SAID, "(Signed) Christina Markus Lassen").date == date(2025, 7, 7)


def test_the_body_whose_report_a_letter_transmits() -> None:
    lead = (*MODERN, LETTER, SAID, "(Signed) Christina Markus Lassen", "# Annex to the letter dated 7 July 2025")
    found = head(
        *lead, "# Informal Expert Group on Women and Peace and Security of the Security Council", "# Summary", TEXT
    )
    assert found.issuing_body == "Informal Expert Group on Women and Peace and Security"
    chair = "Letter dated 6 February 2025 from the President of the Security Council addressed to the Secretary-General"
    found = head(
        *MODERN,
        chair,
        SAID,
        "(Signed) Fu Cong",
        "# Report of the Monitoring Team submitted pursuant to resolution 1",
        TEXT,
    )
    assert (found.issuing_body, found.kind) == ("Monitoring Team", "report")
    found = head(*lead, "# Summary of the Arria-formula meeting on the protection of civilians", TEXT)
    assert found.issuing_body == ""


def test_the_date_in_brackets_of_an_official_record() -> None:
    cover = ("General Assembly", "Official Records", "Eightieth Session", "Supplement No. 42")
    found = head(
        "A/80/42", "# Report of the Disarmament Commission for 2025", *cover, *cover * 3, "[30 April 2025]", TEXT
    )
    assert (found.date, found.title) == (date(2025, 4, 30), "Report of the Disarmament Commission for 2025")
    assert head("A/80/42", "# Report of the Disarmament Commission for 2025", *cover, TEXT).date is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Report of the Security Council Committee established pursuant to resolution 1988 (2011)",
            "Security Council Committee established pursuant to resolution 1988 (2011)",
        ),
        (
            "Report of the Security Council Committee pursuant to resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
            "Security Council Committee pursuant to resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
        ),
        (
            "Sixtieth report of the High Representative for Implementation of the Peace Agreement to the Secretary-General",
            "High Representative for Implementation of the Peace Agreement",
        ),
        ("Report of the Commission on Inland Waters (2 to 6 May 1998)", "Commission on Inland Waters"),
        (
            "Report of the third Meeting of States Parties to the Treaty",
            "Third Meeting of States Parties to the Treaty",
        ),
        (
            "United Nations Children's Fund Report of the Executive Board on the work of its sessions in 2003",
            "Executive Board of the United Nations Children's Fund",
        ),
        (
            "Final report on human rights in Freedonia, submitted by the Special Rapporteur, Mr. Rand, in accordance with "
            "Commission resolution 1986/39",
            "Special Rapporteur",
        ),
        ("Taking note of the Declaration of the Lake Conference, held in May 1986", ""),
        ("Meetings of the Lake Commission and related events during the 2025 session", "Lake Commission"),
    ],
)
def test_the_body_that_a_title_names(title: str, body: str) -> None:
    assert masthead.body_in_title(title) == body


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("S/PV.9000", "Provisional verbatim record", "summary_record"),
        ("A/C.4/52/SR.3", "SUMMARY RECORD OF THE 3rd MEETING", "summary_record"),
        ("S/PRST/2001/3", "Statement by the President of the Security Council", "presidential_statement"),
        ("S/RES/1547(2004)", "Resolution 1547 (2004)", "resolution"),
        ("S/1994/1/Add.1", "NOTE VERBALE DATED 25 OCTOBER 1993 FROM THE SECRETARY-GENERAL", "note"),
        ("A/80/1", "Identical letters dated 7 July 2025 from the Secretary-General", "letter"),
    ],
)
def test_kinds(symbol: str, title: str, kind: str) -> None:
    assert masthead.kind_of(symbol, title, has_letter="letter" in title.lower(), has_report=False) == kind


def test_languages_are_of_the_masthead() -> None:
    lines = ("Original: English English, French, Russian and Spanish only", "Review of the mandate", TEXT)
    assert head(*MODERN[:4], *lines).title == "Review of the mandate"


@pytest.mark.parametrize(
    ("sender", "body"),
    [
        (
            "Panel of Experts on Freedonia established pursuant to resolution 1999 (2011)",
            "Panel of Experts on Freedonia",
        ),
        ("Group of Experts on Freedonia extended pursuant to resolution 2360 (2017)", "Group of Experts on Freedonia"),
        ("Coordinator of the Group of Experts on Freedonia", "Group of Experts on Freedonia"),
        ("Acting Coordinator of the Monitoring Group on Freedonia", "Monitoring Group on Freedonia"),
        ("members of the Panel of Experts on Freedonia", "Panel of Experts on Freedonia"),
        ("Chair of the Panel of Experts", "Panel of Experts"),
        ("Permanent Representative of Mali to the United Nations", ""),
        ("Minister for Foreign Affairs of Chad", ""),
        ("Head of the United Nations Mission in Mali", ""),
        ("Deputy Head of the Permanent Mission of Japan", ""),
        ("representatives of France, Germany and Italy", ""),
    ],
)
def test_a_letter_from_a_body_or_from_who_leads_it(sender: str, body: str) -> None:
    title = f"Letter dated 19 October 2015 from the {sender} addressed to the President of the Security Council"
    assert masthead.body_in_letter(title)[0] == body


def test_a_report_behind_a_letter_without_an_annex() -> None:
    found = head(
        "S/2015/801",
        "Letter dated 19 October 2015 from the Secretary-General addressed to the President of the Security Council",
        SAID,
        "# Report of the Panel of Experts on Freedonia",
        TEXT,
    )
    assert found.issuing_body == "Panel of Experts on Freedonia"


@pytest.mark.parametrize("part", ["", " (Part I)", " (Part II)*", " (part one)", " (PART III)"])
def test_a_part_of_a_report_is_of_the_same_body(part: str) -> None:
    assert masthead.body_in_title(f"Report of the Second Committee{part}") == "Second Committee"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Report of Judge Ada Rand, President of the International Tribunal for Freedonia, provided to the Security "
            "Council pursuant to paragraph 6 of Council resolution 1534 (2004)",
            "International Tribunal for Freedonia",
        ),
        ("Report of Ada Rand, Chair of the Committee on Rivers", "Committee on Rivers"),
        ("Report of the Committee on Rivers, Lakes and Seas", "Committee on Rivers, Lakes and Seas"),
        ("Report of Ada Rand, Special Rapporteur on rivers", "Ada Rand, Special Rapporteur on rivers"),
    ],
)
def test_the_report_of_who_presides_is_that_of_the_body(title: str, body: str) -> None:
    assert masthead.body_in_title(title) == body


TRANSMITS = "The Secretary-General has the honour to transmit to the members of the General Assembly"


@pytest.mark.parametrize(
    ("says", "body"),
    [
        (
            f"{TRANSMITS} the thirteenth annual report of the Lake Mechanism for Tribunals, submitted by the President.",
            "Lake Mechanism for Tribunals",
        ),
        (
            "The Secretary-General has the honour to submit to the General Assembly, pursuant to its decision 55/443, the "
            "report of the Executive Secretary of the Lake Convention.",
            "Executive Secretary of the Lake Convention",
        ),
        (
            "The Secretary-General has the honour to transmit herewith a summary of the work of the Lake Commission for "
            "the period 2024–2025.",
            "Lake Commission",
        ),
        (f"{TRANSMITS} the report of the Special Rapporteur on lakes, Ada Rand.", "Special Rapporteur on lakes"),
        ("The Secretary-General presents his views on lakes.", "Secretary-General"),
        (f"{TRANSMITS} the letter of the Government of Freedonia.", "Secretary-General"),
    ],
)
def test_a_note_that_only_transmits_a_report(says: str, body: str) -> None:
    """Annotation guide: the body of the report."""
    assert head(*MODERN, "# Note by the Secretary-General", says, TEXT).issuing_body == body


@pytest.mark.parametrize(
    ("says", "body"),
    [
        (
            "I have the honour to transmit to you herewith the communiqué of the Seventeenth Lake Forum, held at Suva.",
            "Lake Forum",
        ),
        (
            "I would like to bring to your attention information on the activities of the Conference on Interaction and "
            "Confidence-building Measures in Asia.",
            "Conference on Interaction and Confidence-building Measures in Asia",
        ),
        (
            "As Chair of the Contact Group on Tides in the Western Sea, Freedonia has the honour to transmit herewith an "
            "account of the work of the Contact Group.",
            "Contact Group on Tides in the Western Sea",
        ),
        (
            "I have the honour to transmit the text of two resolutions adopted by the Council of Ministers of the "
            "Organization of African Unity.",
            "Council of Ministers of the Organization of African Unity",
        ),
        ("I have the honour to transmit a letter from the Minister for Foreign Affairs of Freedonia.", ""),
        ("I write on the statement of the Lake Forum, which transmitted the report of the Lake Commission.", ""),
        ("I have the honour to refer to the report of the Secretary-General.", ""),
    ],
)
def test_the_body_whose_report_a_state_conveys(says: str, body: str) -> None:
    """Annotation guide: a covering letter that transmits a report: the body of the report."""
    title = (
        "# Letter dated 7 July 2025 from the Permanent Representative of Freedonia to the United Nations addressed to"
    )
    found = head(*MODERN, f"{title} the Secretary-General", says, "(Signed) Ada Rand", "# Annex", "# Communiqué", TEXT)
    assert found.issuing_body == body


def test_the_visiting_missions_of_the_trusteeship_council() -> None:
    title = "# UNITED NATIONS VISITING MISSION TO TRUST TERRITORIES IN THE PACIFIC, 1959"
    lines = ("COUNCIL T/1449 24 April 1959", "ORIGINAL: ENGLISH", title, "# REPORT ON WESTERN SAMOA", TEXT)
    found = head("UNITED NATIONS", "# TRUSTEESHIP GENERAL", *lines)
    assert found.issuing_body == "United Nations Visiting Mission to Trust Territories in the Pacific, 1959"
    assert (found.symbol, found.date) == ("T/1449", date(1959, 4, 24))


def test_a_list_of_meetings_by_the_secretariat_is_of_the_council() -> None:
    title = "# Meetings and informal consultations of the Security Council, first quarter of 2014"
    assert head(*MODERN, title, "# Note by the Secretariat", TEXT).issuing_body == "Security Council"


def test_letters_of_the_first_years() -> None:
    title = "# LETTER FROM THE CHAIRMAN OF THE MILITARY STAFF COMMITTEE TO THE SECRETARY-GENERAL DATED 11 JULY 1947"
    found = head(
        "S/421", "14 July 1947", "ORIGINAL: ENGLISH", title, "Sir,", "I send you a statement of the work.", TEXT
    )
    assert (found.issuing_body, found.addressee) == ("Military Staff Committee", "Secretary-General")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Report of the Lake Committee on the first part of its twenty-fifth session", "Lake Committee"),
        ("Report of the Lake Committee at its forty-ninth session", "Lake Committee"),
        ("Report of the Lake Committee, November 2012 to October 2013", "Lake Committee"),
        ("Statement of the work of the Lake Committee", "Lake Committee"),
    ],
)
def test_what_follows_the_name_of_a_body(title: str, body: str) -> None:
    assert masthead.body_in_title(title) == body


def test_a_resolution_is_of_the_organ_that_adopted_it() -> None:
    found = head(
        "United Nations S/RES/2783 (2025)",
        "Security Council",
        "Distr.: General",
        "30 June 2025",
        "# Resolution 2783 (2025)",
        "# Adopted by the Security Council at its 9951st meeting, on 30 June 2025",
        "The Security Council,",
        "Taking note of the report of the Secretary-General of 3 January 2025,",
    )
    assert (found.symbol, found.title) == ("S/RES/2783(2025)", "Resolution 2783 (2025)")
    assert (found.kind, found.issuing_body) == ("resolution", "Security Council")


def test_the_report_whose_rapporteur_is_named_and_not_the_agenda_item() -> None:
    lines = ("# Report of the Economic and Social Council", "# Report ofthe Lake Committee", "Rapporteur: Ms. Ada Rand")
    assert head(*MODERN, *lines, TEXT).issuing_body == "Lake Committee"


def test_an_agenda_item_above_a_letter_is_no_title() -> None:
    item = "Report of the United Nations High Commissioner for Refugees, questions relating to refugees"
    found = head(*MODERN, "Agenda item 60", item, LETTER, SAID, "(Signed) Christina Markus Lassen")
    assert (found.title, found.issuing_body) == (LETTER, "")


def test_the_secretary_general_of_another_body() -> None:
    assert masthead.body_in_title("Progress report by the Secretary-General of UNCTAD") == "Secretary-General of UNCTAD"
    assert masthead.body_in_title("Report of the Secretary-General of the United Nations") == "Secretary-General"


def test_the_council_of_economic_and_social_papers() -> None:
    assert masthead.body_in_title("Report of the President of the Council") == "Economic and Social Council"


def test_a_board_whose_name_the_masthead_breaks() -> None:
    board = "Executive Board of the United Nations Entity for Gender Equality and the Empowerment of Women"
    lines = (
        "# UNW/2025/1 Executive Board of the Distr.: General",
        "# United Nations Entity",
        "24 March 2025",
        "# for Gender Equality and the Empowerment of Women",
        "# Annual session 2025",
        "# Report on the first regular session 2025, 10 to 11 February 2025",
    )
    found = head(*lines, TEXT)
    assert (found.issuing_body, found.title) == (board, lines[-1].removeprefix("# "))
    broken = (
        "# Executive Board of the",
        "United Nations Development Programme,",
        "# the United Nations Population Fund and",
        "the United Nations Office for Project Services",
        "# Report of the annual session 2012",
    )
    assert head("DP/2012/22", *broken, TEXT).issuing_body.endswith("Office for Project Services")
    other = (*lines[:-1], "# Internal audit and investigations")
    assert head(*other, TEXT).issuing_body == ""  # a paper for the board is not of the board


@pytest.mark.parametrize(
    ("symbol", "title", "body"),
    [
        ("DP/2009/4", "UNCDF: Report on the audit", "United Nations Capital Development Fund"),
        ("DP/2009/4", "Report on the audit", "United Nations Development Programme"),
        ("DP/OPS/2009/1", "Report on procurement", "United Nations Office for Project Services"),
        ("E/ICEF/2009/12", "Annual report on the evaluation function", "United Nations Children’s Fund"),
        ("E/ICEF/2009/L.8", "Annual report", "Executive Board of the United Nations Children’s Fund"),
        ("E/2009/L.17", "Draft decision", "Economic and Social Council"),
        ("S/2009/17", "Locks: a study", ""),
        ("", "Locks: a study", ""),
    ],
)
def test_whose_a_paper_without_an_author_is(symbol: str, title: str, body: str) -> None:
    """By the organization before its title, else by the series of its symbol (ST/LIB/SER.B/5)."""
    assert issuers.issuer(symbol, title) == body
    found = head(*[line for line in (symbol, "24 March 2009", f"# {title}") if line], TEXT)
    assert (found.issuing_body, found.issuing_body_basis) == (body, "symbol" if body else "")


def test_a_board_in_the_official_records() -> None:
    lines = (
        "E/2025/36",
        "# Executive Board of the",
        "# World Food Programme",
        "# Report on the first and second regular sessions and annual session of 2024",
        "Economic and Social Council",
        "# Official Records, 2025 Supplement No. 16",
    )
    found = head(*lines, TEXT)
    assert (found.issuing_body, found.title) == ("Executive Board of the World Food Programme", lines[3][2:])


def test_a_paper_for_a_conference() -> None:
    name = "2025 United Nations Conference to Support the Implementation of Goal 14"
    found = head(*MODERN, f"# {name}: Conserve the oceans", "# Note by the Secretariat", "The work follows.", TEXT)
    assert found.issuing_body == name


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (
            ("Advisory Board on Locks: summary of work", "The Advisory Board met twice in 2009."),
            "Advisory Board on Locks",
        ),
        (("Tides and locks", "The work follows."), ""),
    ],
)
def test_the_body_at_the_head_of_a_page_without_a_masthead(lines: tuple[str, ...], body: str) -> None:
    assert head(*lines).issuing_body == body


def test_a_conference_of_parties() -> None:
    name = "THIRD REVIEW CONFERENCE OF THE PARTIES TO THE TREATY ON LOCKS"
    found = head("LOCK/CONF.III/15", "28 September 1989", "Original: ENGLISH", f"# {name}", "# FINAL DOCUMENT", TEXT)
    assert found.issuing_body == "Third Review Conference of the Parties to the Treaty on Locks"


def test_a_mission_that_was_sent_out() -> None:
    report = "# Report of the fact-finding mission to the Republic of Locks, 7 to 16 September 1993"
    found = head("S/26501", "6 October 1993", report, TEXT)
    assert found.issuing_body == "Fact-finding mission to the Republic of Locks"


def test_a_meeting_of_parties() -> None:
    name = "Third Meeting of States Parties to the Convention on Locks"
    lines = ("18 September 2012", f"# {name}".replace(" to", "\nto"), "# Final document", TEXT)
    assert head("LOCK/MSP/2012/5", *lines).issuing_body == name


def test_a_symbol_that_recognition_misread() -> None:
    assert masthead.misread("S/1986/212", "UNMOT_S_1996_212") == "S/1996/212"
    assert masthead.misread("S/1996/212", "UNMOT_S_1996_212") == ""
    assert masthead.misread("S/1987/213", "UNMOT_S_1996_212") == masthead.misread("S/1996/212", "scan 7") == ""


def test_the_body_above_a_chronology() -> None:
    found = head("A/10024 (Vol. II)", "UNITED NATIONS COUNCIL FOR CANALS", "# Chronology of principal events", TEXT)
    assert found.issuing_body == "United Nations Council for Canals"


def test_a_title_in_capitals_over_two_lines() -> None:
    found = head(
        "A/41/35", "8 October 1986", "# REPORT OF THE COMMITTEE ON THE EXERCISE OF THE", "# RIGHTS TO LOCKS", TEXT
    )
    assert found.issuing_body == "Committee on the Exercise of the Rights to Locks"
