"""Texts inside a report that number their own paragraphs: reports of working groups, resolutions, decisions."""

from __future__ import annotations

import pytest

from extract.read import text as plain
from extract.segment import segment
from tests.small_reports import committee, events, masthead
from tests.support import from_text

LONG = "The Group considered the matter at length and agreed that it would return to it at a later stage."


def paragraphs(*blocks: str) -> list[tuple[str, str]]:
    """(part, number) of each numbered paragraph of a text of these blocks."""
    source = plain.read("x.txt", "\n\n".join(blocks).encode(), "0" * 64)
    return [(s.part, s.number) for s in segment(source, "x") if s.kind == "paragraph"]


def parts(*blocks: str) -> dict[str, str]:
    """Each block's first words with the part that it is in."""
    source = plain.read("x.txt", "\n\n".join(blocks).encode(), "0" * 64)
    return {" ".join(source.text[s.start : s.end].split())[:30]: s.part for s in segment(source, "x")}


GROUP = (
    f"1. {LONG}",
    "2. At its 9th meeting, the Commission took note of the report of Working Group I, which reads as follows:",
    "Report of Working Group I on agenda item 4",
    f"1. {LONG}",
    f"2. {LONG}",
    f"3. {LONG}",
)


def test_the_report_of_a_working_group_is_a_draft() -> None:
    found = paragraphs(*GROUP, f"3. The Commission thanked the Group. {LONG}")
    assert found == [
        ("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2"), ("draft_1", "3"), ("body", "3")
    ]  # fmt: skip


def test_its_title_belongs_to_it() -> None:
    assert parts(*GROUP)["Report of Working Group I on a"] == "draft_1"


def test_two_reports_are_two_drafts() -> None:
    found = paragraphs(
        *GROUP,
        "3. At the same meeting, the Commission took note of the report of Working Group II, which reads as follows:",
        "Report of Working Group II on agenda item 5",
        f"1. {LONG}",
        f"2. {LONG}",
        f"4. {LONG}",
    )
    assert found == [
        ("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2"), ("draft_1", "3"),
        ("body", "3"), ("draft_2", "1"), ("draft_2", "2"), ("body", "4"),
    ]  # fmt: skip


def test_a_heading_with_a_roman_number_ends_it() -> None:
    found = paragraphs(*GROUP, "III. Adoption of the report", f"3. {LONG}")
    assert found[-1] == ("body", "3")


AGENDA = ("Adoption of the agenda", "Election of officers", "Other matters")


@pytest.mark.parametrize("stop", ["", "."], ids=["bare", "stops"])
@pytest.mark.parametrize("title", ["", "Agenda of the Commission"], ids=["no title", "a title"])
def test_an_agenda_is_no_draft(title: str, stop: str) -> None:
    items = [f"{n}. {words}{stop}" for n, words in enumerate(AGENDA, start=1)]
    found = paragraphs(
        f"1. {LONG}", "2. The Commission adopted the following agenda:", *filter(None, [title]), *items, f"3. {LONG}"
    )
    assert {part for part, _ in found} == {"body"}
    assert found[-1] == ("body", "3")


def test_what_no_paragraph_announces_is_no_draft() -> None:
    found = paragraphs(f"1. {LONG}", f"2. {LONG}", "Organization of work", f"1. {LONG}", f"2. {LONG}")
    assert {part for part, _ in found} == {"body"}


def test_a_draft_without_numbers_is_not_counted() -> None:
    """The first resolution has no numbered paragraph; the second is draft_1."""
    found = (
        f"1. {LONG}",
        "The General Assembly,",
        "Recalling its resolution 1514 (XV),",
        "Takes note of the report of the Commission.",
        f"2. {LONG}",
        "The General Assembly,",
        "Noting the situation in the delta,",
        "1. Calls upon all States to plant reeds in the delta;",
        "2. Decides to remain seized of the matter.",
    )
    assert paragraphs(*found) == [("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2")]
    assert {part for part in parts(*found).values() if part.startswith("draft")} == {"draft_1"}


DECIDES = (
    "1. Decides to plant reeds in all the deltas of the region before the end of the year and to ask for help;",
    "2. Requests the Bureau to report on the reeds of the delta at the next session of the Commission.",
)


@pytest.mark.parametrize(
    "opening",
    [
        ("The Commission,",),
        ("The Commission decided:",),
        ("Reeds in the delta", "The Commission on Sand,", "Recalling its decision 80/3,"),
        (),
    ],
    ids=["enacts", "decided", "a title and a consideration", "nothing above"],
)
def test_decisions_number_their_own_paragraphs(opening: tuple[str, ...]) -> None:
    found = paragraphs(
        f"1. {LONG}",
        "2. At its 3rd meeting, the Commission adopted the decisions below.",
        "Decision 81/21",
        *opening,
        *DECIDES,
        "Decision 81/22",
        *opening,
        *DECIDES,
        "III. Other matters",
        f"3. {LONG}",
    )
    assert found == [
        ("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2"), ("draft_2", "1"), ("draft_2", "2"),
        ("body", "3"),
    ]  # fmt: skip


def test_operative_paragraphs_go_on_where_the_body_could() -> None:
    """Paragraph 3 of the resolution follows its 2, though the body stands at 2 as well."""
    found = paragraphs(
        f"1. {LONG}",
        "2. The Commission adopted the following resolution:",
        "The Economic and Social Council,",
        "Recalling its resolution 2004/1,",
        "1. Takes note of the report of the Commission;",
        "2. Requests the Secretary-General to report on reeds;",
        "3. Decides to return to the matter at its next session.",
        f"3. {LONG}",
    )
    assert found == [
        ("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2"), ("draft_1", "3"), ("body", "3")
    ]  # fmt: skip


# ---------------------------------------------------------------------- whose events a draft tells


def test_meetings_of_a_group_are_the_bodys_own() -> None:
    report = committee(
        "At its 9th meeting, on 20 May, the Special Committee took note of the report of Working Group I, which reads "
        f"as follows:\n\nReport of Working Group I on agenda item 4\n\n1. The Working Group met on 4 May. {LONG}\n\n"
        f"2. At its 2nd meeting, on 6 May, the Working Group took up the reeds of the delta. {LONG}"
    )
    assert events(report) == ["meeting 9 2009-05-20 own", "meeting 2009-05-04 own", "meeting 2 2009-05-06 own"]
    assert [row["body"] for row in report.rows["meetings"][1:]] == ["Working Group I"] * 2


def test_the_short_name_of_a_group() -> None:
    report = committee(
        "The Special Committee took note of the report of Working Group I, which reads as follows:\n\n"
        f"Report of Working Group I on agenda item 4\n\n1. The Group met on 4 May. {LONG}\n\n2. {LONG}"
    )
    assert events(report) == ["meeting 2009-05-04 own"]


def test_what_a_resolution_recalls_is_not_the_bodys_own() -> None:
    head = masthead("A/64/41", "Report of the Special Committee on Inland Waters")
    text = [head, f"1. {LONG}", "2. The Special Committee recommends the following draft resolution:"]
    text += ["The General Assembly,", "Recalling the seminar on sand dams held in Niamey from 4 to 6 May 2009,"]
    text += ["1. Takes note of the report of the Special Committee."]
    assert events(from_text("\n\n".join(text))) == ["meeting 2009-05-04/2009-05-06 other"]


def test_paragraphs_of_drafts_are_not_counted() -> None:
    report = from_text("\n\n".join([masthead("A/64/41", "Report of the Commission on Sand"), *GROUP, f"3. {LONG}"]))
    assert report.rows["documents"][0]["n_paragraphs"] == 3
