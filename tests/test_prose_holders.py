"""Sentences on who met whom: whose an event is, and which days are of what is told of; the events are a careful reader's."""

from __future__ import annotations

import pytest

from tests.small_reports import COMMITTEE, cases, committee, events, masthead, secretary_general
from tests.support import from_text

IN_A_COMMITTEE = {
    "Talks were held on 3 March 2009 between the two Presidents.": ["meeting 2009-03-03 other"],
    "A meeting between the Chair and the two Presidents was held on 3 March 2009.": ["meeting 2009-03-03 own"],
    "The Chair convened a meeting between the leaders of the two communities on 3 March 2009.": [
        "meeting 2009-03-03 own"
    ],
    "A seminar was held in Harare from 22 to 24 march 2009.": ["meeting 2009-03-22/2009-03-24 own"],
    "The recommendations were placed before the Security Council, which at its 2723rd meeting, on 28 March 2009, adopted a resolution by consensus.": [
        "meeting 2723 2009-03-28 other"
    ],
    "The report was in the hands of the Fifth Committee, which concluded its consideration at its 52nd meeting, on 21 March 2009.": [
        "meeting 52 2009-03-21 other"
    ],
    "The Court was represented by its President, Judge Gilles Lund, who addressed the Special Committee at its 68th meeting, on 12 March 2009.": [
        "meeting 68 2009-03-12 own"
    ],
    "The Lake Juridical Committee was represented by Mr. Olaf Lund. Its fifty-eighth session had been held in Ottawa from 12 to 23 March 2009.": [
        "session 2009-03-12/2009-03-23 other"
    ],
    "The forty-second Law Seminar was attended by 24 lawyers. On 9 March the participants visited the headquarters of the World Trade Organization.": [
        "visit 2009-03-09 other"
    ],
    "The Special Committee held a high-level meeting, its 405th, on 11 March 2009.": ["meeting 405 2009-03-11 own"],
    "The Democratic Congress recalled the events of 7 March 2009, in which one of its supporters had been killed.": [],
    "It was recalled that the leaders of the two communities had met in New York from 26 February to 2 March 2009.": [
        "meeting 2009-02-26/2009-03-02 other"
    ],
    "The Special Committee was established in January. It has met since on 14 February, 7 March and 13 April 2009.": [
        "meeting 2009-02-14 own",
        "meeting 2009-03-07 own",
        "meeting 2009-04-13 own",
    ],
    "The Special Committee then proceeded to Goma. It was received on 18 March 2009 by the Minister of State.": [
        "meeting 2009-03-18 own"
    ],
    "The letter was received on 18 March 2009 by the Minister of State.": [],
    "Replies were received from Denmark (14 March 2009), Japan (3 April 2009) and Panama (11 April 2009).": [],
    "At its 1238th meeting, held today, 22 March 2009, the Special Committee adopted its report.": [
        "meeting 1238 2009-03-22 own"
    ],
    "The members recalled the field mission that the Special Committee undertook to Conakry in March 2009.": [
        "visit 2009-03-01/2009-03-31 month own"
    ],
    "The secretariat has reviewed the assistance given from 1 January to 31 March 2009.": [],
    "The report on the visit to Chad was made public at the request of the State party on 6 March 2009.": [],
    "The annual consultations, held in Addis Ababa on 8 March 2009, were preceded, on 7 March, by an informal joint seminar.": [
        "consultations 2009-03-08 own",
        "meeting 2009-03-07 own",
    ],
    "The party organized workshops in Bo, on Thursday, 19 March, in Makeni, on Friday, 27 March, and in Kenema, on Thursday, 2 April 2009.": [
        "meeting 2009-03-19 other",
        "meeting 2009-03-27 other",
        "meeting 2009-04-02 other",
    ],
    "Public meetings were held by the Special Committee at Koror on 18 March and at Airai on 19 March 2009.": [
        "meeting 2009-03-18 own",
        "meeting 2009-03-19 own",
    ],
    "The Reform Committee, appointed by the Government of Chad on 2 February 2009, held its inaugural meeting on 16 March 2009.": [
        "meeting 2009-03-16 other"
    ],
    "The Panel, which was appointed by the Secretary-General in January, had met at Headquarters from 16 to 20 March 2009.": [
        "meeting 2009-03-16/2009-03-20 other"
    ],
    "The Lake Peoples Pact, with the financial support of the Weir Fund, met on 5 March 2009.": [
        "meeting 2009-03-05 other"
    ],
    "The Governing Council of the Institute for Private Law (IFPL) had met in Rome from 3 to 7 March 2009.": [
        "meeting 2009-03-03/2009-03-07 other"
    ],
    "The follow-up committee of the agreement met on 22 March 2009.": ["meeting 2009-03-22 other"],
    "The caretaker authority organized a national dialogue conference on 25 March 2009.": ["meeting 2009-03-25 other"],
    "On 24 March, the Chair briefed the Special Committee on the attacks on ships in the Lake on 12 and 13 March.": [
        "briefing 2009-03-24 own"
    ],
    "On 24 March, the Chair was briefed by the Director, Ms. Ama Ba, on the clashes in Faya of 12 March.": [
        "briefing 2009-03-24 own"
    ],
    "On 24 March, the Chair briefed the Council and, on 26 March, the press.": [
        "briefing 2009-03-24 own",
        "briefing 2009-03-26 own",
    ],
    "One person was taken to Kinshasa on 3 March 2009, and another is reported to have travelled to Bujumbura on 18 March.": [],
    "The present report, which covers the biennium that began on 12 May 2007, was adopted by the Special Committee at its sixth meeting, held on 29 March.": [
        "meeting 6 2009-03-29 own"
    ],
    "The Special Committee visited the depots in Faya from 11 to 15 March and the depot in Bardai on 27 March 2008.": [
        "visit 2008-03-11/2008-03-15 own",
        "visit 2008-03-27 own",
    ],
    "An Arria-formula meeting on schools, convened by the delegation of Guatemala, was held on 19 March 2009.": [
        "meeting 2009-03-19 other"
    ],
    "The workshop which the National Planning Commission convened at Faya from 24 to 26 March 2009 was useful.": [
        "meeting 2009-03-24/2009-03-26 other"
    ],
    "On 5 May the Special Committee held its 3rd meeting, at which it considered the attack in Faya of 1 May.": [
        "meeting 3 2009-05-05 own"
    ],
    "The Special Committee considered the moratorium of the Lake Union of 31 March 2009.": [],
    "The Special Committee considered the item on the morning of 5 May.": ["meeting 2009-05-05 own"],
    "On 24 June, the Special Committee was briefed by the Envoy on her visit to Chad on 12 June.": [
        "briefing 2009-06-24 own",
        "visit 2009-06-12 other",
    ],
    "The arrears in assessed contributions amounted to 177 dollars on 31 March 2009.": [],
    "The forum was followed by meetings of the Lake Youth Association in Bo, on 20 April, in Makeni, on 28 April, and"
    " in Kenema, on 3 May.": ["meeting 2009-04-20 other", "meeting 2009-04-28 other", "meeting 2009-05-03 other"],
}


@pytest.mark.parametrize(("sentence", "wanted"), cases(IN_A_COMMITTEE, {}))
def test_whose_in_the_report_of_a_committee(sentence: str, wanted: list[str]) -> None:
    assert events(committee(sentence)) == wanted


OF_THE_SECRETARY_GENERAL = {
    "On 22 March 2009, in response to the request made on 16 March 2009 by Chad, the Chair convened the 68th Meeting of the Council.": [
        "meeting 68 2009-03-22 other"
    ],
    "On 5 March, at the request of the Chair dated 3 March, the Technical Committee met.": ["meeting 2009-03-05 other"],
    "On 5 March, following talks held on 3 March between the two Presidents, a summit was held in Nairobi.": [
        "meeting 2009-03-05 other",
        "meeting 2009-03-03 other",
    ],
    "In December 2008, a meeting held in Lund, Sweden, by the Green Earth Pact contributed to the study.": [
        "meeting 2008-12-01/2008-12-31 month other"
    ],
    "On 3 March, a workshop organized by the Ministry in Accra identified the next steps.": [
        "meeting 2009-03-03 other"
    ],
    "Also on 26 March he was received in Jeddah by the Crown Prince.": ["meeting 2009-03-26 other"],
    "I was in Burundi on 4 and 5 March and in Chad from 6 to 8 March 2009.": [
        "visit 2009-03-04/2009-03-05 own",
        "visit 2009-03-06/2009-03-08 own",
    ],
    "He thanked me for my efforts when he called on me on 26 March 2009.": ["meeting 2009-03-26 own"],
    "On 15 March, on the margins of the fifteenth Summit of the Lake Union, which was held at Faya from 11 to 16 March, I met with the Prime Minister.": [
        "meeting 2009-03-15 own",
        "meeting 2009-03-11/2009-03-16 other",
    ],
    "On 29 March, on the margins of the spring meetings of the World Bank, I met with the Minister of Finance.": [
        "meeting 2009-03-29 own"
    ],
    "I also commend the work of the Technical Support Committee, whose thirty-third meeting, on 1 March 2009, cleared the road map.": [
        "meeting 33 2009-03-01 other"
    ],
    "The President had convened a mini-summit on the situation on 16 March 2009.": ["meeting 2009-03-16 other"],
    "The Special Representative convened the parties on 18 March 2009.": ["meeting 2009-03-18 other"],
    "On 7 March, the Special Representative travelled to Kuwait, where he met on 9 March with the Crown Prince.": [
        "visit 2009-03-07 other",
        "meeting 2009-03-09 other",
    ],
}


@pytest.mark.parametrize(("sentence", "wanted"), cases(OF_THE_SECRETARY_GENERAL, {}))
def test_whose_in_a_report_of_the_secretary_general(sentence: str, wanted: list[str]) -> None:
    assert events(secretary_general(sentence)) == wanted


def test_running_text_below_a_masthead_is_no_title() -> None:
    """A communiqué in a summary statement, which has no numbered paragraphs (S/21100/Add.12)."""
    told = (
        "At its 20th meeting, held in private on 30 March 2009, the Special Committee considered its draft report covering"
        " the period from 16 June 2007 to 15 June 2008. It adopted the report."
    )
    text = f"{masthead('A/64/41', f'Report of the {COMMITTEE}')}\n\n{told}\n"
    assert events(from_text(text)) == ["meeting 20 2009-03-30 own"]
