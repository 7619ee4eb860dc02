"""Lists whose entries are events that the sentence above them tells of."""

from __future__ import annotations

import pytest

from tests.small_reports import COMMITTEE, cases, events, masthead
from tests.support import from_text

# The sentence, the entries below it, and the events.
LISTS: dict[str, list[str]] = {
    "The Committee held meetings on the following dates: | (a) 4 May 2009; | (b) 9 June 2009.": [
        "meeting 2009-05-04 own", "meeting 2009-06-09 own"
    ],
    "The following workshops were held: | (a) Rome, 4 May 2009; | (b) Oslo, 5–7 May 2009.": [
        "meeting 2009-05-04 own", "meeting 2009-05-05/2009-05-07 own"
    ],
    "The Committee held consultations as follows: | (a) With Chad, on 4 May 2009; | (b) With Norway, on 5 May 2009.": [
        "consultations 2009-05-04 own", "consultations 2009-05-05 own"
    ],
    # E/HLPF/2025/3; nobody is said to hold the forums
    "The dates and locations of the 2009 forums, as well as the symbols of the reports thereof, are as follows: "
    "| (a) Africa region, Kampala, 9–11 April (E/HLPF/2009/3/Add.1); | (b) Europe region, Geneva, 2 and 3 April.": [
        "meeting 2009-04-09/2009-04-11 other", "meeting 2009-04-02/2009-04-03 other"
    ],
    "Since May 2009, the Chair has undertaken the following visits: | • Chad, 4–6 May 2009 | • Niger, 9 June 2009": [
        "visit 2009-05-04/2009-05-06 own", "visit 2009-06-09 own"
    ],
    "The Board of Locks visited the following ports in 2009: | • Lagos, 4–6 May | • Dakar, 5 July": [
        "visit 2009-05-04/2009-05-06 other", "visit 2009-07-05 other"
    ],
    "The Chair participated in the following conferences: | • Water for all, Lima, 4 May 2009 | • Rain, Oslo, 5 May": [
        "meeting 2009-05-04 other", "meeting 2009-05-05 other"
    ],
    # an entry that tells of its event itself
    "The following workshops were held: | (a) On 4 May 2009, the Chair visited Chad; | (b) Oslo, 5 May 2009.": [
        "visit 2009-05-04 own", "meeting 2009-05-05 own"
    ],
    # what lies ahead, other dates, what was dealt with
    "The Committee decided that its next sessions would be held on the following dates: | (a) 4 May 2010; | (b) 5 July.": [],
    "Submissions were received on the following dates from the participants: | (a) Chad, 4 May 2009; | (b) Niger, 5 July.": [],
    "The Committee held meetings on the following issues: | (a) The flood of 4 May 2009; | (b) The drought of 2008.": [],
    "The following documents were before the meetings: | (a) Letter of Chad, 4 May 2009; | (b) Note, 5 May 2009.": [],
    "The Committee held the following meetings: | (a) Working paper by Chad, 4 May 2009; | (b) Report, 5 May 2009.": [],
    "The following members attended the meetings: | (a) Mr. Lund, until 4 May 2009; | (b) Ms. Berg.": [],
}  # fmt: skip


@pytest.mark.parametrize(("told", "wanted"), cases(LISTS, {}))
def test_entries_of_a_list(told: str, wanted: list[str]) -> None:
    lead, *entries = told.split(" | ")
    first = "1. The present report covers the period from 1 January to 20 November 2009."
    head = masthead("A/64/41", f"Report of the {COMMITTEE}")
    report = from_text("\n\n".join([head, "I. Introduction", first, f"2. {lead}", *entries]) + "\n")
    assert events(report) == wanted


@pytest.mark.parametrize("lead", ["2. The following workshops were held:", "The following workshops were held:"])
@pytest.mark.parametrize(
    "entries",
    [
        "<ul><li>Rome, 4 May 2009</li><li>Oslo, 5–7 May 2009</li></ul>",
        "<p>(a) Rome, 4 May 2009;</p><p>(b) Oslo, 5–7 May 2009.</p>",
        "<p>– Rome, 4 May 2009</p><p>– Oslo, 5–7 May 2009</p>",
    ],
)
def test_lists_of_web_pages_below_numbered_paragraphs_and_others(lead: str, entries: str) -> None:
    head = "".join(f"<p>{line}</p>" for line in masthead("A/64/41", f"Report of the {COMMITTEE}").split("\n\n"))
    body = (
        f"<p>1. The report covers 2009.</p><p>{lead}</p>{entries}<p>3. Rain fell.</p><ul><li>Bonn, 9 May 2009</li></ul>"
    )
    report = from_text(f"<!DOCTYPE html><html><body>{head}{body}</body></html>", "report.html")
    assert events(report) == ["meeting 2009-05-04 own", "meeting 2009-05-05/2009-05-07 own"]


# The headings and entries of an enclosure, and the events.
ENCLOSURES: dict[str, list[str]] = {
    "Formal meetings | 1. 30 January (1st meeting): adoption of the programme of work. | 2. 16 July: report of the Panel."
    " | Informal consultations | (a) 4 February; | (b) 8 June.": [
        "meeting 1 2009-01-30 own", "meeting 2009-07-16 own", "consultations 2009-02-04 own", "consultations 2009-06-08 own"
    ],
    "List of meetings of the Committee in 2009 | - Friday, 30 January 2009, 3 p.m.: 1st meeting | - 10 March — 2nd meeting": [
        "meeting 1 2009-01-30 own", "meeting 2 2009-03-10 own"
    ],
    "Visits by the Chair | - Tokyo and Seoul, 4–9 May 2009 | - Accra (25 and 26 June 2009) | - Geneva: 3 July 2009": [
        "visit 2009-05-04/2009-05-09 own", "visit 2009-06-25/2009-06-26 own", "visit 2009-07-03 own"
    ],
    # what lies ahead, documents, another heading between
    "Tentative dates of meetings | (a) 4 February 2009; | (b) 8 June 2009.": [],
    "Documents of the meetings | (a) Letter of Chad, 4 May 2009; | (b) 8 June 2009.": [],
    "Formal meetings | Resolutions | (a) 4 February 2009; | (b) 8 June 2009.": [],
    "Meetings and documents | (a) 4 February 2009; | (b) 8 June 2009.": [],
}  # fmt: skip


@pytest.mark.parametrize(("told", "wanted"), cases(ENCLOSURES, {}))
def test_days_below_a_heading_of_an_annex(told: str, wanted: list[str]) -> None:
    first = "1. The present report covers the period from 1 January to 20 November 2009."
    head = masthead("A/64/41", f"Report of the {COMMITTEE}")
    text = [head, "I. Introduction", first, "Annex", "Enclosure", *told.split(" | ")]
    assert events(from_text("\n\n".join(text) + "\n")) == wanted


@pytest.mark.parametrize(
    ("entry", "subject"),
    [
        ("30 January (1st meeting): adoption of the programme of work.", "adoption of the programme of work"),
        ("24 April 2009 — 3rd meeting (designation of entities)", "designation of entities"),
        ("30 January 2009, 3 p.m.: 1st meeting", ""),
        ("30 January (1st meeting).", ""),
    ],
)
def test_what_an_entry_says_behind_its_day(entry: str, subject: str) -> None:
    head = masthead("A/64/41", f"Report of the {COMMITTEE}")
    text = [
        head,
        "1. The present report covers 2009.",
        "Annex",
        "Enclosure",
        "Formal meetings",
        f"- {entry}",
        "- 4 May",
    ]
    found = from_text("\n\n".join(text) + "\n").rows["meetings"]
    assert [row["subject"] or "" for row in found] == [subject, ""]
