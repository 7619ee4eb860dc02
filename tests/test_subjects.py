"""What an event dealt with: a noun phrase of the sentence, or nothing."""

from __future__ import annotations

import pytest

from tests.small_reports import committee, masthead, secretary_general
from tests.support import from_text

COMMITTEES = {
    # an item, before its meetings and days
    "The Special Committee considered item 94 at its 2nd to 4th and 7th meetings, between 6 and 29 May (see A/AC.9/SR.2-4 and 7).": "item 94",
    "On 6 May, the Special Committee considered agenda item 5 (e), entitled “Dialogue with river States”.": "Dialogue with river States",
    "At its 3rd meeting, on 6 May, the Special Committee considered the item entitled “Use of canals”, and took no decision.": "Use of canals",
    "At its 8th meeting, on 25 May, the Special Committee held a general exchange of views on all agenda items.": "all agenda items",
    # a document, before what is told of it
    "At its 4th meeting, on 7 May, the Special Committee discussed the Chair’s paper, which had been revised in April.": "Chair’s paper",
    "At its 5th meeting, on 8 May, the Special Committee considered the draft plan prepared by the Bureau.": "draft plan",
    "At its 6th meeting, on 9 May, the Special Committee considered and adopted by consensus its report on item 4.": "its report on item 4",
    "On 9 May, the Special Committee examined the situation in Chad and requested the Secretariat to report.": "situation in Chad",
    "On 9 May, the Special Committee discussed at its closed meeting lists of questions, in Geneva.": "lists of questions",
    "On 9 May, the Special Committee reviewed the list of dams in informal consultations.": "list of dams",
    "On 9 May, the Special Committee discussed the part of experts in meetings of its groups.": "part of experts in meetings of its groups",
    # no noun phrase behind the word, a name of a body, a passive
    "On 9 May, the Special Committee considered separately the requests of States.": "requests of States",
    "On 9 May, the Special Committee met, and the plan was considered by the Bureau on 10 May.": "",
    "On 9 May, the Special Committee held a meeting with the Committee on Wetlands.": "",
    "On 9 May, the Special Committee considered the matter further.": "",
    "On 9 May, the Special Committee held a meeting and considered that the plan was sound.": "",
}
REPORTS = {
    "On 3 May, my Special Envoy met the Prime Minister to discuss the reform of the army and to exchange views.": "reform of the army",
    "On 3 May, the Mission held a workshop on flood relief with representatives of six districts.": "flood relief",
    "On 3 May, the Mission held a workshop entitled “Ready for rain”, which was attended by over 100 farmers.": "Ready for rain",
    "On 3 May, my Special Envoy discussed with the Foreign Minister the release of prisoners.": "release of prisoners",
    "On 3 May, the Mission briefed the diplomatic corps on the electoral calendar, noting the risk of delay.": "electoral calendar",
    "On 3 May, the Mission held talks with Chad on relations with Libya, in N’Djamena.": "relations with Libya",
    "On 3 May, the Special Rapporteur on the situation of human rights in Chad visited Abéché.": "",
    "On 3 May, the parties met on the margins of the summit.": "",
    "On 3 May, the Mission held a meeting on the draft law, the budget and the census, and it urged calm.": "draft law, the budget and the census",
    "On 3 May, the Mission attended the International Conference on the theme “Return to the valley”, held in Bria.": "Return to the valley",
    "On 3 May, the Mission held a Conference on Rain, entitled “Advancing Peace”, in Bria.": "Advancing Peace",
    "On 3 May, the Mission held a meeting with the Mayor, at which trade and cooperation were also discussed.": "trade and cooperation",
    "On 3 May, the Mission held a meeting with the Mayor, at which time it was discussed.": "",
    "On 3 May, the parties held a meeting concerning the events of 28 April.": "events of 28 April",
}


@pytest.mark.parametrize(("sentence", "subject"), COMMITTEES.items(), ids=list(COMMITTEES))
def test_what_a_committee_considered(sentence: str, subject: str) -> None:
    found = {row["subject"] for row in committee(sentence).rows["meetings"]}
    assert found == {subject}


@pytest.mark.parametrize(("sentence", "subject"), REPORTS.items(), ids=list(REPORTS))
def test_what_was_discussed(sentence: str, subject: str) -> None:
    found = {row["subject"] for row in secretary_general(sentence).rows["meetings"]}
    assert found == {subject}


@pytest.mark.parametrize("sentence", [*COMMITTEES, *REPORTS])
def test_a_subject_is_a_run_of_the_text(sentence: str) -> None:
    assert all(row["subject"] in sentence for row in committee(sentence).rows["meetings"])


def test_meetings_listed_under_an_item_of_the_agenda_are_on_it() -> None:
    """S/2025/10/Add.33: the Secretary-General's summary statement."""
    title = "Summary statement by the Secretary-General of matters of which the Security Council is seized"
    item = "The situation in Chad (24 October 1967; 12 August 2009)"
    told = "9976th meeting, held on 10 August 2009; and 9978th (closed) meeting, held on 12 August 2009."
    lines = [masthead("S/2009/10/Add.33", title), "1. The items follow.", item, told]
    found = from_text("\n\n".join(lines) + "\n").rows["meetings"]
    assert [m["meeting_number"] for m in found] == ["9976", "9978"]
    assert {m["subject"] for m in found} == {"The situation in Chad"}
