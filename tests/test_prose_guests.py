"""Who took part in an event that only a sentence tells of: whole names, posts and plurals, or nobody."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.small_reports import committee, secretary_general


def guests(report: Report) -> list[list[str]]:
    """The participants of each event, as printed."""
    people = report.rows["participants"]
    return [[p["text"] for p in people if p["meeting_id"] == m["meeting_id"]] for m in report.rows["meetings"]]


# A sentence of the Secretary-General, and the guests of its one event.
TOLD = {
    "On 8 May, my Special Representative met the Prime Minister in Bangui.": ["the Prime Minister"],
    "On 8 May, my Special Representative met with the Minister for Foreign Affairs of Chad, Idriss Sarr, in Bangui.": [
        "the Minister for Foreign Affairs of Chad, Idriss Sarr"
    ],
    "My Special Envoy met with the Minister for Foreign Affairs, Emigration and Egyptian Expatriates of Egypt, Badr Abdelatty, in Cairo on 12 May.": [
        "the Minister for Foreign Affairs, Emigration and Egyptian Expatriates of Egypt, Badr Abdelatty"
    ],
    "On 9 May, a meeting between the Presidents of Chad and Gabon was held in Doha.": [
        "the Presidents of Chad", "Gabon"
    ],
    "On 9 May, my Special Envoy met with representatives of civil society and political parties registered to contest the election.": [
        "representatives of civil society", "political parties"
    ],
    "On 9 May, my Special Envoy met with Mr. Sarr and senior officials of the Government, including the Minister of Defence, and discussed the way forward.": [
        "Mr. Sarr", "senior officials of the Government", "the Minister of Defence"
    ],
    "On 9 May, the Mission organized a workshop attended by 35 women from across the country.": ["35 women"],
    "My Special Envoy was received by the President. On 9 May, he met with the parties concerned to prepare an action plan.": [
        "the parties concerned"
    ],
    # nobody, rather than half a clause
    "On 9 May, my Special Envoy held talks in Cairo, resulting in commitments to work together.": [],
    "A round table entitled “I’m ready to contribute” was held on 9 May.": [],
    "The parties met on 9 May and submitted a document outlining their platform.": [],
    "On 9 May, my Special Envoy held consultations with a view to resolving the matter.": [],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), TOLD.items(), ids=[s[:50] for s in TOLD])
def test_the_guests_of_a_sentence(sentence: str, wanted: list[str]) -> None:
    assert guests(secretary_general(sentence)) == [wanted]


def test_each_event_of_a_list_has_its_own_guests() -> None:
    sentence = (
        "My Special Envoy met the Minister of Defence of Chad, Idriss Sarr, in Cairo on 12 May, the Minister of State of "
        "Algeria in Algiers on 13 May and his Moroccan counterpart in Rabat on 24 May."
    )
    report = secretary_general(sentence)
    assert guests(report) == [
        ["the Minister of Defence of Chad, Idriss Sarr"],
        ["the Minister of State of Algeria"],
        ["his Moroccan counterpart"],
    ]
    first = report.rows["participants"][0]
    assert (first["kind"], first["role"], first["country_iso3"], first["person"]) == (
        "office_holder", "Minister", "TCD", "Idriss Sarr"
    )  # fmt: skip


def test_how_often_is_not_who() -> None:
    report = committee("The Special Committee met five times in informal consultations, on 22 March and 8 May.")
    assert guests(report) == [[], []]


def test_each_kind_of_event_has_its_own_guests() -> None:
    report = committee(
        "The Special Committee held one open briefing, on 9 July, one joint meeting with the Board of Auditors, on 10 July, and two informal consultations, on 5 May and 6 June."
    )
    found = {str(m["start_date"]): who for m, who in zip(report.rows["meetings"], guests(report), strict=True)}
    assert found == {"2009-07-09": [], "2009-07-10": ["the Board of Auditors"], "2009-05-05": [], "2009-06-06": []}


def test_a_plural_post_is_held_by_each_of_its_states() -> None:
    report = secretary_general("On 9 May, a meeting between the Presidents of Chad and Gabon was held in Doha.")
    assert [(p["kind"], p["country_iso3"]) for p in report.rows["participants"]] == [
        ("office_holder", "TCD"), ("office_holder", "GAB")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Chair of the National Assembly", "National Assembly"),
        ("Chair of the Transitional Presidential Council", "Transitional Presidential Council"),
        ("Chairman of the Islamic Revival Movement", "Islamic Revival Movement"),
    ],
)
def test_a_council_of_its_own_is_not_the_security_council(name: str, organisation: str) -> None:
    report = secretary_general(f"On 9 May, my Special Envoy met with the {name} in Bangui.")
    assert [p["organisation"] for p in report.rows["participants"]] == [organisation]


def test_guests_of_the_sentence_behind() -> None:
    """A later "including" adds to a list that broke off at a participle (S/2006/972, para. 12)."""
    report = committee(
        "The Special Committee met on 6 June. It invited to that meeting, in addition to the representatives of riparian "
        "States, experts working on the issue, including the Chair of the Basin Authority."
    )
    assert guests(report) == [["the representatives of riparian States", "experts", "the Chair of the Basin Authority"]]
