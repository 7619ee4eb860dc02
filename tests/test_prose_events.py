"""Sentences of reports, each with the events that a careful reader takes from it (annotation guide)."""

from __future__ import annotations

import pytest

from tests.small_reports import COMMITTEE, cases, committee, events, masthead, secretary_general
from tests.support import from_text

# Cases that are not read right yet, by name or the beginning of the sentence, and what is amiss.
NOT_YET: dict[str, str] = {}


# ---------------------------------------------------------------------- what the Secretary-General tells

DATES = {
    # when an item was first and last taken up; places with their days
    "Briefings by Chairs of subsidiary bodies of the Council (18 February 2002; 13 March 2009).": [],
    "Briefings were given by the Chairs (18 February 2009 and 13 March 2009).": [
        "briefing 2009-02-18 other", "briefing 2009-03-13 other"
    ],
    # the month of a sentence, and the days of what was held
    "In September the Mission held two side events, on 16 and 17 September.": [
        "meeting 2009-09-16 other", "meeting 2009-09-17 other"
    ],
    "In March, the Mission held a workshop, and on 5 March it held a meeting.": [
        "meeting 2009-03-01/2009-03-31 month other", "meeting 2009-03-05 other"
    ],
    "In August, an attack was thwarted, with persons accused of threats against the Pope during his visit in September.": [
        "visit 2009-09-01/2009-09-30 month other"
    ],
    "Country visit: Tajikistan, 4–9 August 2009": ["visit 2009-08-04/2009-08-09 other"],
    # the date between the verb and the event
    "The Mission hosted in February a visit by a high-level delegation and gave advice.": ["visit 2009-02-01/2009-02-28 month other"],
    "My Special Envoy held, on 5 May, a meeting with the President.": ["meeting 2009-05-05 other"],
    "The Mission made in February the last payment for the talks.": [],
    # a meeting with its place before the day, and a document behind it
    "An agreement was reached, as required by the Ministerial Meeting of the Basin Board at Sintra, Portugal, on 30 May 2009 (see S/2009/434).": [
        "meeting 2009-05-30 other"
    ],
    "The matter was described in the letter from Sintra, Portugal, on 30 May 2009 (S/2009/434).": [],
    "In follow-up visits to the three countries on 17 and 18 June, the Minister gave messages.": [
        "visit 2009-06-17/2009-06-18 other"
    ],
    # months without a comma, brackets, what follows
    "In March the Mission held a workshop in Birao.": ["meeting 2009-03-01/2009-03-31 month other"],
    "He asked for help, and in March I dispatched an electoral mission to Haiti.": ["visit 2009-03-01/2009-03-31 month other"],
    "The matter was raised in the margins of the Istanbul Summit (16-17 January 2009).": [
        "meeting 2009-01-16/2009-01-17 other"
    ],
    "This was followed on 26 February by trilateral discussions with Chad and the Sudan.": ["meeting 2009-02-26 other"],
    "The plan was endorsed by the donors’ meeting held at Canberra in June 2009.": [
        "meeting 2009-06-01/2009-06-30 month other"
    ],
    "A visit by Mr. Gusmão to camps in the north on 4 April was welcomed.": ["visit 2009-04-04 other"],
    # numbers in words
    "The first meeting of the Joint Commission was held on 3 May.": ["meeting 1 2009-05-03 other"],
    "The tenth and eleventh meetings of the Expert Group were held on 4 and 9 June, respectively.": [
        "meeting 10 2009-06-04 other",
        "meeting 11 2009-06-09 other",
    ],
    "The Tripartite Commission held its fourth meeting on 7 March and its fifth on 9 May.": [
        "meeting 4 2009-03-07 other",
        "meeting 5 2009-05-09 other",
    ],
    "The Envoy attended the sixth and seventh annual meetings of the Chairs, held in Rabat from 24 to 28 March and in Lund from 2 to 6 June.": [
        "meeting 6 2009-03-24/2009-03-28 other",
        "meeting 7 2009-06-02/2009-06-06 other",
    ],
    "The first three meetings of the joint group took place on 18 February and on 19 and 24 March.": [
        "meeting 1 2009-02-18 other",
        "meeting 2 2009-03-19 other",
        "meeting 3 2009-03-24 other",
    ],
    "The first three meetings were held in Rabat on 8, 9 and 28 March and on 15 April.": [
        "meeting 1 2009-03-08/2009-03-09 other",
        "meeting 2 2009-03-28 other",
        "meeting 3 2009-04-15 other",
    ],
    # somebody's who went, not his who sent them
    "On 4 July, the Minister for Foreign Affairs of Chad led a high-level delegation to Niamey.": ["visit 2009-07-04 other"],
    # two of a kind, in two months
    "Mr. Sarr travelled to Ghana and Angola in January and February, respectively.": [
        "visit 2009-01-01/2009-01-31 month other", "visit 2009-02-01/2009-02-28 month other"
    ],
    "The consultant made two visits to Chad, in January and February.": [
        "visit 2009-01-01/2009-01-31 month other", "visit 2009-02-01/2009-02-28 month other"
    ],
    # a verb that has a date of its own
    "Following the pardon for the former President, on 29 March, the Prosecutor visited Guinea from 19 to 21 May.": [
        "visit 2009-05-19/2009-05-21 other"
    ],
    # first and last day told apart
    "Talks between the parties, which began on 24 March and concluded on 3 April, brought no result.": [
        "meeting 2009-03-24/2009-04-03 other"
    ],
    "On 30 July, at a twice-postponed meeting, the Board of the Bank approved a loan.": ["meeting 2009-07-30 other"],
    "On 18 May, the President of Chad, Idriss Sarr, who did not travel to Doha, received Mr. Ba.": [
        "meeting 2009-05-18 other"
    ],
    "On 18 March, the Emir brought the Presidents of Chad and Gabon together for a trilateral meeting in Doha.": [
        "meeting 2009-03-18 other"
    ],
    "On 14 May, my Special Envoy hosted an exchange among the Directors of three agencies.": ["meeting 2009-05-14 other"],
    "The Human Rights Council discussed the situation in Chad on 8 May.": ["meeting 2009-05-08 other"],
    "I must say that few of the pledges made at the Rabat donors’ conference last May were kept.": [
        "meeting 2009-05-01/2009-05-31 month other"
    ],
    # days as they are spoken
    "On the 3rd of May, the Mission held a workshop in Birao.": ["meeting 2009-05-03 other"],
    "On the 30 th of June 2009, the Council convened a consultation on this matter.": ["consultations 2009-06-30 other"],
    "He was received in Rabat by the Minister of Defence on 13 May, and travelled to Segou on 15 May.": [
        "meeting 2009-05-13 other", "visit 2009-05-15 other"
    ],
    "On 3 May, my Special Envoy met the King and, on 9 May, was received by the Prime Minister.": [
        "meeting 2009-05-03 other", "meeting 2009-05-09 other"
    ],
    "My Special Envoy visited Bria on 4 and 5 May, meeting Mr. Sarr on 5 May.": [
        "visit 2009-05-04/2009-05-05 other", "meeting 2009-05-05 other"
    ],
    "In March, my Special Envoy travelled to Dakar (14 March) and Rabat (16 March).": [
        "visit 2009-03-14 other", "visit 2009-03-16 other"
    ],
    "I discussed the matter with Mr. Sarr by telephone on 2 June and met President Deby in Lund on 4 June.": [
        "meeting 2009-06-04 own"
    ],
    "The Mission told my Special Envoy of a meeting it had held with the Ministry on 9 June.": ["meeting 2009-06-09 other"],
    "The donors’ meeting in Tokyo, on 17 February, pledged two million dollars.": ["meeting 2009-02-17 other"],
    "On 10 May, the Basin Commission concluded its visit to Bria.": [],
    # an event as the place of something else
    "They spoke on 23 January in Bali during the sixteenth Ministerial Meeting of the Movement.": [
        "meeting 16 2009-01-23 other"
    ],
    "On 21 January, soldiers fired at a group of diplomats on an official visit to the camp.": ["visit 2009-01-21 other"],
    "The programme approved by all at the Rabat conference in February goes on.": [
        "meeting 2009-02-01/2009-02-28 month other"
    ],
    "The conclusions of the Ministerial Steering Board, held at Sintra, Portugal, on 30 May are welcome.": [
        "meeting 2009-05-30 other"
    ],
    "On 5 February, I dispatched a technical team to the area.": ["visit 2009-02-05 other"],
    # a course is no event (seven of seven readers), a training session is (tests/gold_reports/README.md)
    "In March, the office commenced a seven-week training course in human rights.": [],
    "On 12 October, the President led a visit to Birao to assess projects that began on 30 June.": [
        "visit 2009-10-12 other"
    ],
    # somebody received, somewhere for a visit
    "My Special Representative received the Foreign Minister on 3 July.": ["meeting 2009-07-03 other"],
    "On 4 July, my Special Envoy conferred with President Sarr in Dakar.": ["meeting 2009-07-04 other"],
    "I also saw him in New York on 24 September.": ["meeting 2009-09-24 own"],
    "On 5 May he was received by the President of Chad.": ["meeting 2009-05-05 other"],
    "I was received by the President of Chad on 5 May.": ["meeting 2009-05-05 own"],
    "My Special Envoy was received by the Foreign Minister on 7 May.": ["meeting 2009-05-07 other"],
    "On 8 May, my Special Envoy had an audience with the King.": ["meeting 2009-05-08 other"],
    "On 8 May, my Special Envoy was granted an audience by the King.": ["meeting 2009-05-08 other"],
    "My Special Representative paid courtesy calls on the President and the Prime Minister on 9 and 10 May.": [
        "meeting 2009-05-09 other", "meeting 2009-05-10 other"
    ],
    "The delegation was received by the President on 8 May in Bangui and by the Prime Minister on 9 May.": [
        "meeting 2009-05-08 other", "meeting 2009-05-09 other"
    ],
    "My Special Envoy was in Bangui from 2 to 4 July on an official visit.": ["visit 2009-07-02/2009-07-04 other"],
    "My Special Envoy arrived in Rabat on 6 May for consultations with both parties.": ["consultations 2009-05-06 other"],
    "The working group was convened by its Chair on 28 July.": ["meeting 2009-07-28 other"],
    # verbs and nouns of all kinds
    "The Electoral Division carried out a needs-assessment mission in August.": ["visit 2009-08-01/2009-08-31 month other"],
    "In March, the Mission arranged for a retreat for the Coordination Board.": ["meeting 2009-03-01/2009-03-31 month other"],
    "In June, panels were organized on fisheries.": ["meeting 2009-06-01/2009-06-30 month other"],
    "The party's congress was held in Bangui last August.": ["meeting 2009-08-01/2009-08-31 month other"],
    "The Office supported the experts, including through a visit by the designated expert in March.": [
        "visit 2009-03-01/2009-03-31 month other"
    ],
    # the prepositions
    "On 8 May, my Special Representative met the Prime Minister in Bangui.": ["meeting 2009-05-08 other"],
    "My Special Representative met the Prime Minister in Bangui on 8 May.": ["meeting 2009-05-08 other"],
    "My Special Representative visited Birao from 3 to 5 June.": ["visit 2009-06-03/2009-06-05 other"],
    "Between 6 and 9 July, the Joint Border Commission held a workshop in Bangui.": [
        "meeting 2009-07-06/2009-07-09 other"
    ],
    "In March, my Special Envoy held talks with the leaders of both parties in Rabat.": [
        "meeting 2009-03-01/2009-03-31 month other"
    ],
    "A conference of regional ministers was held in Yaoundé on 12 October.": ["meeting 2009-10-12 other"],
    "The meeting of 19 August brought together the six parties to the conflict.": ["meeting 2009-08-19 other"],
    "The workshop, which took place from 4 to 6 May, gathered forty women leaders.": [
        "meeting 2009-05-04/2009-05-06 other"
    ],
    "Following the workshop held in Bria on 4 May, the prefect freed two men.": ["meeting 2009-05-04 other"],
    "The second round of talks began in Doha on 4 May.": ["meeting 2009-05-04 other"],
    "The workshop originally planned for 4 May was held on 11 May.": ["meeting 2009-05-11 other"],
    # several days in one expression
    "On 18 and 19 August, my Special Envoy convened a meeting of the parties in Geneva.": [
        "meeting 2009-08-18/2009-08-19 other"
    ],
    "My Special Envoy met the parties on 8 and 22 May.": ["meeting 2009-05-08 other", "meeting 2009-05-22 other"],
    "The technical committee held meetings on 6, 8, 9 and 13 October.": [
        "meeting 2009-10-06 other", "meeting 2009-10-08 other", "meeting 2009-10-09 other", "meeting 2009-10-13 other",
    ],
    "The parties met on 6, 8, 9 and 10 October.": [
        "meeting 2009-10-06 other", "meeting 2009-10-08 other", "meeting 2009-10-09 other", "meeting 2009-10-10 other",
    ],
    "Meetings of the follow-up committee were held on 18 and 19 August.": [
        "meeting 2009-08-18 other", "meeting 2009-08-19 other"
    ],
    "My Special Envoy visited the region in January and February.": ["visit 2009-01-01/2009-02-28 month other"],
    "My Special Envoy visited the region in February and July.": [
        "visit 2009-02-01/2009-02-28 month other", "visit 2009-07-01/2009-07-31 month other"
    ],
    "In April, May and June, the Joint Commission held numerous meetings.": [
        "meeting 2009-04-01/2009-06-30 month other"
    ],
    "The Joint Commission met twice, on 4 and 11 May.": ["meeting 2009-05-04 other", "meeting 2009-05-11 other"],
    "Two rounds of talks were held in Doha, from 4 to 6 May and from 9 to 12 June.": [
        "meeting 2009-05-04/2009-05-06 other", "meeting 2009-06-09/2009-06-12 other"
    ],
    "My Special Envoy travelled to the region from 29 June to 3 July.": ["visit 2009-06-29/2009-07-03 other"],
    # each date with a place or a guest of its own
    "My Special Envoy met the parties in Rabat on 4 May and in Algiers on 6 May.": [
        "meeting 2009-05-04 other", "meeting 2009-05-06 other"
    ],
    "My Special Envoy met the Foreign Minister of Egypt in Cairo on 12 March, his Algerian colleague in Algiers on "
    "13 March and the King in Rabat on 24 March.": [
        "meeting 2009-03-12 other", "meeting 2009-03-13 other", "meeting 2009-03-24 other"
    ],
    "My Special Representative visited Birao on 3 May, Bria on 17 May and Obo on 28 May.": [
        "visit 2009-05-03 other", "visit 2009-05-17 other", "visit 2009-05-28 other"
    ],
    "My Special Envoy visited Tindouf on 4 and 5 February and Rabat on 9 and 10 February.": [
        "visit 2009-02-04/2009-02-05 other", "visit 2009-02-09/2009-02-10 other"
    ],
    "My Special Envoy held consultations on 4 April with the Government, and on 9 May with the opposition.": [
        "consultations 2009-04-04 other", "consultations 2009-05-09 other"
    ],
    "My Special Envoy held talks on 4 April in Cairo with the Front, on 6 April in Rabat with the King and on 9 May in "
    "Dakar with the Movement.": ["meeting 2009-04-04 other", "meeting 2009-04-06 other", "meeting 2009-05-09 other"],
    "A first workshop was held in Segou from 4 to 8 May and a second in Lund from 1 to 5 June.": [
        "meeting 2009-05-04/2009-05-08 other", "meeting 2009-06-01/2009-06-05 other"
    ],
    "My Special Envoy met the parties in Rabat on 4 May and on 6 May the Government resigned.": ["meeting 2009-05-04 other"],
    "My Special Envoy held talks on 4 May with the Front, and on 9 May in Rabat the Government issued a decree.": [
        "meeting 2009-05-04 other"
    ],
    # a date that leads, and the verb that it leads to
    "On 11 May, the two leaders signed the protocol and held a joint meeting with civil society.": [
        "meeting 2009-05-11 other"
    ],
    "On 4 May, the Deputy Minister chaired a meeting of donors and, on 6 May, opened a seminar on mine action.": [
        "meeting 2009-05-04 other", "meeting 2009-05-06 other"
    ],
    "On 4 May, at the invitation of the Government, a fact-finding mission visited the camps.": [
        "visit 2009-05-04 other"
    ],
    "On 17 June, the Minister of Justice travelled to Arusha and met the Registrar of the Tribunal.": [
        "visit 2009-06-17 other"
    ],
    "On 3 May my Deputy Special Representative travelled to Juba, where she met the Governor on 6 May.": [
        "visit 2009-05-03 other", "meeting 2009-05-06 other"
    ],
    "On 9 July, during a visit to Bangui, the Minister of Defence inspected two barracks.": ["visit 2009-07-09 other"],
    "During a visit to Bria on 14 May, my Special Representative met the prefect.": ["visit 2009-05-14 other"],
    "On 20 October, the Summit of the Economic Community endorsed the road map.": ["meeting 2009-10-20 other"],
    # days and parts of months that are told otherwise
    "My Special Envoy met the King in Rabat on 8 May. The following day, he met the leaders of the Front.": [
        "meeting 2009-05-08 other", "meeting 2009-05-09 other"
    ],
    "On 8 May, rebels attacked Birao. My Special Representative met the Prime Minister that day.": [
        "meeting 2009-05-08 other"
    ],
    "Early in March, my Special Envoy held consultations in Cairo.": [
        "consultations 2009-03-01/2009-03-31 month other"
    ],
    "At the end of May, the ministers of the subregion met in Dakar.": ["meeting 2009-05-01/2009-05-31 month other"],
    # before the noun
    "The November 2008 assessment mission recommended a larger police component.": [
        "visit 2008-11-01/2008-11-30 month other"
    ],
    "As recommended by the November 2008 assessment mission, the police were reinforced.": [
        "visit 2008-11-01/2008-11-30 month other"
    ],
    "At the 12 October conference, donors pledged two million dollars.": ["meeting 2009-10-12 other"],
    "On 23 September, the Government spoke of the pledges made at the July donors conference.": [
        "meeting 2009-07-01/2009-07-31 month other"
    ],
    "At the August meeting of the penal committee of Bria, members reviewed its files.": [
        "meeting 2009-08-01/2009-08-31 month other"
    ],
    "Deputies also left the 5 June Assembly session.": ["meeting 2009-06-05 other"],
    # other words for what was held
    "The joint group, as foreseen in the protocol, was convened on 10 and 11 October.": ["meeting 2009-10-10/2009-10-11 other"],
    "On 22 May, an extraordinary session of the Chamber of Deputies was convoked by the President.": [
        "meeting 2009-05-22 other"
    ],
    "The expert told of a follow-up mission to Chad, including Abéché, which he undertook from 9 to 12 October.": [
        "visit 2009-10-09/2009-10-12 other"
    ],
    "The Basin Council began its session in Bria on 2 October and concluded its session on 30 October.": [
        "session 2009-10-02/2009-10-30 other"
    ],
    "Two field visits to the camp from Brindisi, Italy, and New York, in February and March, respectively, gave a method.": [
        "visit 2009-02-01/2009-02-28 month other", "visit 2009-03-01/2009-03-31 month other"
    ],
    "The results of the survey mission which I sent to the five countries from 3 to 23 September were good.": [
        "visit 2009-09-03/2009-09-23 other"
    ],
    "It was identified by the reconnaissance mission that was dispatched to the area in September 2009.": [
        "visit 2009-09-01/2009-09-30 month other"
    ],
    "I sent a group of experts to Bangui from 8 to 23 October.": ["visit 2009-10-08/2009-10-23 other"],
    "Mr. Lund, accompanied by his Special Adviser, undertook his mission from 14 to 18 April.": [
        "visit 2009-04-14/2009-04-18 other"
    ],
    "The situation has worsened since his last visit to the area, 3-9 March 2009.": ["visit 2009-03-03/2009-03-09 other"],
    "A multi-donor mission in April 2009 defined a strategy.": ["visit 2009-04-01/2009-04-30 month other"],
    "Concerned by the deterioration of relations, early in June, the Group of Friends met the two sides in Obo.": [
        "meeting 2009-06-01/2009-06-30 month other"
    ],
    "In line with the position reaffirmed at the European Council on 26 June 2009, I remain committed.": [
        "meeting 2009-06-26 other"
    ],
    "It is reflected in the conclusions of the European Council of 14 December 2008.": ["meeting 2008-12-14 other"],
    "On 8 June, the Implementation Monitoring Council discussed developments in the zone.": ["meeting 2009-06-08 other"],
    "Under the agreement, on 6 November the implementation group discussed the crossing points.": ["meeting 2009-11-06 other"],
    "This is pursuant to consultations held by the Secretary-General in New York in September 2009.": [
        "consultations 2009-09-01/2009-09-30 month own"
    ],
    "For the first time in April, a youth forum was held over three days.": ["meeting 2009-04-01/2009-04-30 month other"],
    "Teachers took part in a study tour in Portugal in May 2009.": ["visit 2009-05-01/2009-05-31 month other"],
    "The Pact was adopted by consensus at the Summit of the Future in September 2009.": [
        "meeting 2009-09-01/2009-09-30 month other"
    ],
    "The expert was mandated by the Commission on Human Rights at its session in February 2009.": [
        "session 2009-02-01/2009-02-28 month other"
    ],
    # one after the other
    "The Mission supported one workshop on courts, held from 2 to 4 October, another one on plans, held on 10 and 11 October, "
    "and one on ethics, held on 24 and 25 October.": [
        "meeting 2009-10-02/2009-10-04 other", "meeting 2009-10-10/2009-10-11 other", "meeting 2009-10-24/2009-10-25 other"
    ],
    "Workshops were held in Bria on 4 May; another was organized in Obo on 6 May and a third was held in Birao on 9 May.": [
        "meeting 2009-05-04 other", "meeting 2009-05-06 other", "meeting 2009-05-09 other"
    ],
    "These meetings were held at El Escorial, Spain, from 27 May to 1 June (A/44/959); at Ottawa, from 31 August to "
    "1 September; and at Quito, from 24 to 26 September.": [
        "meeting 2009-05-27/2009-06-01 other", "meeting 2009-08-31/2009-09-01 other", "meeting 2009-09-24/2009-09-26 other"
    ],
}  # fmt: skip

WHOSE = {
    "I met the President of Chad in New York on 24 September.": ["meeting 2009-09-24 own"],
    "On 24 September, I met the President of Chad in New York.": ["meeting 2009-09-24 own"],
    "My visit to Bangui, from 4 to 6 February, gave me the chance to hear all parties.": [
        "visit 2009-02-04/2009-02-06 own"
    ],
    "During my visit to Bangui on 4 February, I discussed the elections with the Government.": ["visit 2009-02-04 own"],
    "On 7 April, my Special Representative briefed the Security Council on the elections.": [
        "briefing 2009-04-07 other"
    ],
    "I visited Bangui on 4 and 5 February.": ["visit 2009-02-04/2009-02-05 own"],
    "My Special Representative undertook visits to Bria (4 May) and Obo (11 May).": [
        "visit 2009-05-04 other", "visit 2009-05-11 other"
    ],
    "My Special Representative's visit to Bria from 4 to 6 February calmed the town.": [
        "visit 2009-02-04/2009-02-06 other"
    ],
    "On 12 May, I attended the Regional Conference on Water in Ouagadougou.": ["meeting 2009-05-12 other"],
    "My Special Representative attended the summit of the Economic Community in Libreville on 25 October.": [
        "meeting 2009-10-25 other"
    ],
    "On 9 May, my Special Envoy held a press conference in Geneva.": ["other 2009-05-09 other"],
    "The Security Council held consultations on the Central African Republic on 6 June.": [
        "consultations 2009-06-06 other"
    ],
    "After a meeting with the opposition on 9 May, the Prime Minister said that talks would go on.": [
        "meeting 2009-05-09 other"
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), cases(DATES | WHOSE, NOT_YET))
def test_what_a_report_of_the_secretary_general_tells(sentence: str, wanted: list[str]) -> None:
    assert sorted(events(secretary_general(sentence))) == sorted(wanted)


# ---------------------------------------------------------------------- conferences


def test_a_conference_that_meets_every_few_years() -> None:
    """The year of its days is that of the masthead; meetings of one number two years apart are two (TPNW/MSP/2025/11)."""
    report = from_text(
        """BAN/MSP/2025/11

19 March 2025

New York, 3–7 March 2025

Report of the third Meeting of States Parties to the Treaty on Inland Mines

1. At its 10th plenary meeting, on 1 December 2023, the second Meeting of States Parties to the Treaty on Inland Mines decided that the third Meeting would be held in 2025.

2. The Secretary-General convened the third Meeting of States Parties to the Treaty on Inland Mines from 3 to 7 March 2025 in New York.

3. The Meeting was opened on 3 March by its President.

4. In the time before, on 1 December 2023, the text was known.

5. At its 1st plenary meeting, on 3 March, the Meeting adopted its agenda.

6. At its 10th plenary meeting, on 7 March, the Meeting adopted its report.
"""
    )
    assert (
        report.rows["documents"][0]["issuing_body"] == "Third Meeting of States Parties to the Treaty on Inland Mines"
    )
    assert events(report) == [
        "meeting 10 2023-12-01 own",
        "session 2025-03-03/2025-03-07 own",
        "meeting 1 2025-03-03 own",
        "meeting 10 2025-03-07 own",
    ]


# ---------------------------------------------------------------------- what a committee tells

MEETINGS = {
    "The Special Committee met twice in informal consultations, on 26 January and 9 March.": [
        "consultations 2009-01-26 own", "consultations 2009-03-09 own"
    ],
    "The Special Committee met twice in informal consultations, on 2 May and 9 June, in addition to its written procedures.": [
        "consultations 2009-05-02 own", "consultations 2009-06-09 own"
    ],
    "The Special Committee held one formal meeting, on 24 June, and met twice in informal consultations, on 21 January and 28 May.": [
        "meeting 2009-06-24 own", "consultations 2009-01-21 own", "consultations 2009-05-28 own"
    ],
    # each kind of event with its own number and days
    "The Special Committee held three informal consultations, on 13 January, 24 February and 4 May, and one formal meeting, on 9 June.": [
        "consultations 2009-01-13 own",
        "meeting 2009-06-09 own",
        "consultations 2009-02-24 own",
        "consultations 2009-05-04 own",
    ],
    "The Special Committee held one open briefing, on 9 July, one joint meeting with the Panel, on 10 July, and two informal consultations, on 5 May and 6 June.": [
        "briefing 2009-07-09 own",
        "consultations 2009-05-05 own",
        "meeting 2009-07-10 own",
        "consultations 2009-06-06 own",
    ],
    "The Special Committee held two meetings, on 4 March and 6 June, and undertook a visit to Mali, from 7 to 9 July.": [
        "meeting 2009-03-04 own", "visit 2009-07-07/2009-07-09 own", "meeting 2009-06-06 own"
    ],
    "The Working Group met on 20 February (on Mali), 17 April (on Chad) and 13 June.": [
        "meeting 2009-02-20 own", "meeting 2009-04-17 own", "meeting 2009-06-13 own"
    ],
    "The Chair briefed the Security Council on 24 April and, again, on 30 July.": [
        "briefing 2009-04-24 own", "briefing 2009-07-30 own"
    ],
    "The Special Committee held a meeting on 4 March and took note of a proposal for a joint meeting on 30 July.": [
        "meeting 2009-03-04 own"
    ],
    # informal meetings are not the numbered one of that day
    "At its 13th meeting, on 29 April, the Special Committee elected its Chair.": ["meeting 13 2009-04-29 own"],
    "Informal consultations on the text, which started on 24 March and ended on 3 April, were facilitated by Ama Ba of Ghana.": [
        "consultations 2009-03-24/2009-04-03 own"
    ],
    "The Special Committee held its session on 3 May and from 7 to 11 June 2009.": [
        "session 2009-05-03 own", "session 2009-06-07/2009-06-11 own"
    ],
    "The floods were discussed at the 312th meeting of the Special Committee, on 18 February, and the 1st meeting of the "
    "Basin Commission, on 19 February.": ["meeting 312 2009-02-18 own", "meeting 1 2009-02-19 other"],
    "Member States reported that, in May 2009, a three-person delegation of rebels travelled to Kabul.": [
        "visit 2009-05-01/2009-05-31 month other"
    ],
    # as many ranges as events: each has its own
    "The Special Committee made two visits to Chad, from 15 to 26 May and from 4 to 15 June.": [
        "visit 2009-05-15/2009-05-26 own", "visit 2009-06-04/2009-06-15 own"
    ],
    "The Special Committee held three meetings, from 15 to 26 May and from 4 to 15 June.": [
        "meeting 2009-05-15/2009-05-26 span own", "meeting 2009-06-04/2009-06-15 span own"
    ],
    # several act together
    "On 19 June, the Basin Commission and the Special Committee held a side event in Geneva.": ["meeting 2009-06-19 own"],
    "The draft was considered by the Basin Commission at its twelfth session, in August 2009.": [
        "session 2009-08-01/2009-08-31 month other"
    ],
    "The Chair participated, in her capacity as Chair, in the meeting of the Chairs on 9 June.": [
        "meeting 2009-06-09 other"
    ],
    "The Special Committee organized two side events, on 16 and 17 September.": [
        "meeting 2009-09-16 own",
        "meeting 2009-09-17 own",
    ],
    "The Sessional Committee met on 15 and 21 September.": ["meeting 2009-09-15 own", "meeting 2009-09-21 own"],
    # who is briefed holds the briefing
    "On 5 June, the Executive Secretary briefed the Special Committee on floods.": ["briefing 2009-06-05 own"],
    "On 29 May, Hannah Wu, Chief of the Section, gave a briefing to the Special Committee.": ["briefing 2009-05-29 own"],
    # groups of the body, and a relative clause
    "On 8 June, the Working Group on Inquiries, which had met on 3 June, reported.": ["meeting 2009-06-03 own"],
    "The Special Committee heard the Chair of the Working Group on Inquiries, which had held its sixtieth session on 3 and 4 June.": [
        "session 2009-06-03/2009-06-04 own"
    ],
    # who supports another's meeting does not hold it
    "The Special Committee convened the eleventh session of the Expert Mechanism on Water on 7 April.": ["meeting 2009-04-07 other"],
    "The Special Committee supported the forum on floods, held in Banjul on 29 and 30 April.": ["meeting 2009-04-29/2009-04-30 other"],
    "At its 60th meeting, on 20 May, the Special Committee took up the item.": ["meeting 60 2009-05-20 own"],
    "On 20 May, at its 60th meeting, the Special Committee took up the item.": ["meeting 60 2009-05-20 own"],
    # an item of an agenda, not the duties of an office
    "The Special Committee took up the organization of work and the reeds at meetings on 19 and 24 June, respectively.": [
        "meeting 2009-06-19 own", "meeting 2009-06-24 own"
    ],
    "On 20 May, the Special Committee took up the role of women in the delta.": ["meeting 2009-05-20 own"],
    "The Special Committee held its 61st, 62nd and 63rd meetings on 4, 5 and 9 June.": [
        "meeting 61 2009-06-04 own", "meeting 62 2009-06-05 own", "meeting 63 2009-06-09 own"
    ],
    "The Special Committee took up the item at its 2nd to 6th and 11th meetings, on 3, 4, 5, 8, 9 and 15 June.": [
        "meeting 2 2009-06-03 own", "meeting 3 2009-06-04 own", "meeting 4 2009-06-05 own", "meeting 5 2009-06-08 own",
        "meeting 6 2009-06-09 own", "meeting 11 2009-06-15 own",
    ],
    "The Special Committee took up the item at its 12th to 14th meetings, on 4 and 5 May.": [
        "meeting 12 2009-05-04/2009-05-05 span own", "meeting 13 2009-05-04/2009-05-05 span own",
        "meeting 14 2009-05-04/2009-05-05 span own",
    ],
    "The Special Committee held its 1st and 2nd meetings from 4 to 8 May.": [
        "meeting 1 2009-05-04/2009-05-08 span own", "meeting 2 2009-05-04/2009-05-08 span own"
    ],
    "The Special Committee held its 3rd meeting on 4 May and its 4th meeting on 5 May.": [
        "meeting 3 2009-05-04 own", "meeting 4 2009-05-05 own"
    ],
    "At its 15th meeting (closed), held on 6 May, the Special Committee agreed on its programme.": [
        "meeting 15 2009-05-06 own"
    ],
    "At the 60th meeting, on 20 May, the representative of Chad made a statement.": ["meeting 60 2009-05-20 own"],
    "The eightieth session (2109th to 2111th meetings) was held from 2 to 20 February 2009.": [
        "session 2009-02-02/2009-02-20 own", "meeting 2109 2009-02-02/2009-02-20 span own",
        "meeting 2110 2009-02-02/2009-02-20 span own", "meeting 2111 2009-02-02/2009-02-20 span own",
    ],
    "The Special Committee held its 2009 session from 7 to 18 April.": ["session 2009-04-07/2009-04-18 own"],
    "The first part of the session was held from 4 to 8 May, and the second part from 7 to 11 September.": [
        "session 2009-05-04/2009-05-08 own", "session 2009-09-07/2009-09-11 own"
    ],
    "The Special Committee held its organizational session on 12 January.": ["meeting 2009-01-12 own"],
    "The Special Committee had before it the report on its sixty-second session, 6–10 July 2009.": [
        "session 2009-07-06/2009-07-10 own"
    ],
    "The Special Committee met from 3 to 9 June and on 12 June.": [
        "meeting 2009-06-03/2009-06-09 span own", "meeting 2009-06-12 own"
    ],
    "The Special Committee discussed the matter on 4 May.": ["meeting 2009-05-04 own"],
    "The Special Committee held three informal consultations, on 2, 4 and 11 May.": [
        "consultations 2009-05-02 own", "consultations 2009-05-04 own", "consultations 2009-05-11 own"
    ],
    "Meetings with riparian States were held in Chad (9 March 2009), Niger (12 March 2009) and Mali (20 March 2009).": [
        "meeting 2009-03-09 own", "meeting 2009-03-12 own", "meeting 2009-03-20 own"
    ],
    "On 5 May, the Special Committee heard briefings by the Chair of the Basin Authority, the Executive Director of "
    "the United Nations Environment Programme and the World Bank.": ["briefing 2009-05-05 own"],
    # its groups and officers
    "The Working Group on Deltas met on 6 April.": ["meeting 2009-04-06 own"],
    "Working Group I held its 3rd meeting on 6 April.": ["meeting 3 2009-04-06 own"],
    "The Working Group on Deltas held its fourth session from 6 to 9 April.": ["session 2009-04-06/2009-04-09 own"],
    "On 3 March, the Bureau of the Special Committee met in Geneva.": ["meeting 2009-03-03 own"],
    "The Chair of the Special Committee visited the delta from 3 to 5 June.": ["visit 2009-06-03/2009-06-05 own"],
    "At the invitation of Chad, a delegation of the Special Committee visited the lake on 3 June.": [
        "visit 2009-06-03 own"
    ],
    "On 8 May, the Chair briefed the Security Council.": ["briefing 2009-05-08 own"],
    # other bodies
    "The Chair participated in the World Water Forum, held in Istanbul from 16 to 22 March.": [
        "meeting 2009-03-16/2009-03-22 other"
    ],
    "On 16 March, the Chair attended a seminar of the Basin Authority in Niamey.": ["meeting 2009-03-16 other"],
    "The Security Council considered the matter at its 6100th meeting, on 27 March.": ["meeting 6100 2009-03-27 other"],
    "The Sixth Committee considered the item at its 3rd meeting, on 7 October.": ["meeting 3 2009-10-07 other"],
    "The Basin Commission held its 5th meeting in Niamey on 4 May and its 6th in Segou on 9 June.": [
        "meeting 5 2009-05-04 other", "meeting 6 2009-06-09 other"
    ],
    "The Commission on Sustainable Development held its seventeenth session from 4 to 15 May.": [
        "session 2009-05-04/2009-05-15 other"
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), cases(MEETINGS, NOT_YET))
def test_what_a_committee_tells(sentence: str, wanted: list[str]) -> None:
    assert sorted(events(committee(sentence))) == sorted(wanted)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("At its 1st meeting, on 5 May, the Special Committee took up the item.", COMMITTEE),
        ("The Chair visited the delta from 3 to 5 June.", COMMITTEE),
        ("Working Group I met on 6 April.", "Working Group I"),
        ("The Working Group on Deltas met on 6 April.", "Working Group on Deltas"),
        ("Green Earth organized a workshop on dams on 4 June.", "Green Earth"),
        # who convened an event with a name of its own
        ("Green Earth organized the Francophone Regional Workshop on Dams in June 2009.", "Green Earth"),
        ("UN-Locks hosted the World Lock Summit with Niger on 4 June.", "UN-Locks"),
        ("The Special Committee organized the Regional Workshop on Deltas on 4 June.", COMMITTEE),
        (
            "UNDP organized the Security Council’s annual panel discussion on floods on 4 June.",
            "United Nations Development Programme",
        ),
        ("The Chamber of Commerce of Chad held talks in Niamey on 4 June.", "Chamber of Commerce of Chad"),
        ("The Basin Commission held its 5th meeting in Niamey on 4 May.", "Basin Commission"),
        (
            "The report of the Working Party on Locks on its tenth session (10–14 August 2009) was read.",
            "Working Party on Locks",
        ),
        ("The Commission on Sustainable Development met on 7 April.", "Commission on Sustainable Development"),
        ("At a meeting of the Basin Authority on 7 April, Chad paid its share.", "Basin Authority"),
        ("The Security Council held consultations on 6 June.", "Security Council"),
        ("A visit by Mr. Gusmão to camps in the north on 4 April was welcomed.", "Mr. Gusmão"),
        ("The draft was considered by the Basin Commission at its tenth session, in August 2009.", "Basin Commission"),
    ],
)
def test_the_holder_is_named(sentence: str, body: str) -> None:
    """The groups of a body by their own name, other bodies by theirs."""
    assert [row["body"] for row in committee(sentence).rows["meetings"]] == [body]


SITTINGS = {
    # the session to which a numbered meeting belongs
    "In accordance with rule 58 of its rules, at the 1st meeting of its twelfth session, on 9 September, the Special Committee considered the status of reports.": [
        "meeting 1 2009-09-09 own"
    ],
    "At the 59th meeting of its twelfth session, held on 27 September, the Special Committee adopted the report.": [
        "meeting 59 2009-09-27 own"
    ],
    "As agreed at the 134th meeting of the Basin Board, on 18 March, Chad paid its share.": [],
    # the meeting has the number, the forum the name
    "The Special Committee noted the holding of the nineteenth meeting of the Basin Forum, organized in Riyadh from 15 to 19 May.": [
        "meeting 19 2009-05-15/2009-05-19 other"
    ],
    # an exchange of members, hosted by another; a meeting that another facilitated
    "On 13 February, an informal exchange between members of the Special Committee and members of the Basin Board was held, hosted by the Delta Academy.": [
        "meeting 2009-02-13 own"
    ],
    "On 13 February, an informal exchange between members of the Basin Board and the Lake Board was held, hosted by the Delta Academy.": [
        "meeting 2009-02-13 other"
    ],
    "On 23 February, the annual meeting with farmers, facilitated by the Delta Academy, was held.": ["meeting 2009-02-23 own"],
    # the date of what was done
    "Meetings were held without interpretation, as the decision on 22 January to suspend services had a great impact on briefings.": [],
    "Meetings were held after the appointment in March of a new Secretary.": [],
    # parts of a session
    "The Special Committee held its 2009 resumed session from 19 to 23 May, on 28 and 29 May and on 5 June.": [
        "session 2009-05-19/2009-05-23 own", "session 2009-05-28/2009-05-29 own", "session 2009-06-05 own"
    ],
    "The Chair opened the 2009 session of the Special Committee on 13 February.": [],
    "Up to the end of its resumed session, on 20 June, the Special Committee held 12 meetings.": [],
    "During the twelfth session of the Special Committee, the Bureau met on 12 March to consider its work.": [
        "meeting 2009-03-12 own"
    ],
    # who speaks at a meeting does not hold it
    "At the 10th meeting, on 14 March, a closing statement was made by the Executive Director of UNDP.": ["meeting 10 2009-03-14 own"],
    "In line with requests granted by the Special Committee at its 3rd meeting, on 9 June, statements were made by Craig Lund.": [
        "meeting 3 2009-06-09 own"
    ],
    "The Department informed the Chair that, as from the 18th meeting, on 21 May, there would be no webcast.": [
        "meeting 18 2009-05-21 own"
    ],
    # whose session a report tells of
    "The Special Committee had before it the report of the Working Party on Locks on its tenth session (10–14 August 2009).": [
        "session 2009-08-10/2009-08-14 other"
    ],
    "The Special Committee had before it the report of the Special Committee on its tenth session (10–14 August 2009).": [
        "session 2009-08-10/2009-08-14 own"
    ],
    "The Special Committee took note of the report of the Working Group on its tenth session (10–14 August 2009).": [
        "session 2009-08-10/2009-08-14 own"
    ],
    # a working group that prepares a session
    "A pre-session working group was convened from 3 to 7 June.": ["meeting 2009-06-03/2009-06-07 own"],
    "The pre-sessional working group met in Geneva from 3 to 7 June.": ["meeting 2009-06-03/2009-06-07 own"],
    "The Special Committee convened a pre-session working group from 3 to 7 June.": ["meeting 2009-06-03/2009-06-07 own"],
    "A pre-session working group was established on 3 June.": [],
    # when it was decided, and when it was done
    "Pursuant to the decision taken at its tenth session, held on 3 and 4 September 2008, the Special Committee met on 10 March.": [
        "session 2008-09-03/2008-09-04 own", "meeting 2009-03-10 own"
    ],
    "The Special Committee, established on 4 May 2007, met on 7 July.": ["meeting 2009-07-07 own"],
    "Following the talks held in Rabat on 3 June 2007, the Special Committee met on 7 July.": [
        "meeting 2007-06-03 own", "meeting 2007-07-07 own"
    ],
    "The Special Committee held its 5th meeting on 4 May and 6th on 9 June.": ["meeting 5 2009-05-04 own", "meeting 6 2009-06-09 own"],
    # what others tell the body of
    "The Special Committee was informed that a workshop for farmers had been held on 14 May.": ["meeting 2009-05-14 other"],
    "Witnesses told the Special Committee that elders had met the commander on 8 March.": ["meeting 2009-03-08 other"],
    "At the 3rd meeting, on 5 May, the representative of Chad recalled that on 3 March members of his mission had met the Mayor.": [
        "meeting 3 2009-05-05 own", "meeting 2009-03-03 other"
    ],
    "The Chair said that he had held consultations with the parties on 22 May.": ["consultations 2009-05-22 own"],
    "The Special Committee recalls that the Basin Board briefed it on 29 May.": ["briefing 2009-05-29 own"],
    # a briefing at a numbered meeting is that meeting, of who met
    "On 19 May, the Chair briefed the Security Council on the floods at its 6317th meeting.": ["meeting 6317 2009-05-19 other"],
    "On 19 May, the Chair delivered a statement to the Security Council at its 6317th meeting.": ["meeting 6317 2009-05-19 other"],
    "On 19 May, the Special Committee acted upon the decision taken at its 7th meeting.": [],
    "The session was opened on 14 May by the Chair, Ana Lund (Chad), at the 15th meeting.": ["meeting 15 2009-05-14 own"],
    "The Chair briefed the Security Council during closed consultations on 9 March.": ["briefing 2009-03-09 own"],
    # a session and its meetings in brackets
    "The Special Committee held its organizational session on 16 April (59th meeting) and its substantive session from 4 to 8 May (60th and 61st meetings).": [
        "meeting 59 2009-04-16 own", "session 2009-05-04/2009-05-08 own",
        "meeting 60 2009-05-04/2009-05-08 span own", "meeting 61 2009-05-04/2009-05-08 span own",
    ],
    "The Special Committee read the report of the Working Party on Locks on its third meeting (Accra, 4–7 March 2009).": [
        "meeting 3 2009-03-04/2009-03-07 other"
    ],
    # how often
    "The Special Committee established a Committee of the Whole, which met five times, from 12 to 18 May.": [
        "meeting 2009-05-12/2009-05-18 span own"
    ],
    "The Special Committee held five meetings in that period: on 8 and 15 July and on 2 September.": [
        "meeting 2009-07-08 own", "meeting 2009-07-15 own", "meeting 2009-09-02 own"
    ],
    "The Special Committee conducted three visits: two to the lake, between 30 May and 6 June and between 25 June and 1 July, and one to Lund, on 2 and 3 July.": [
        "visit 2009-05-30/2009-06-06 own", "visit 2009-06-25/2009-07-01 own", "visit 2009-07-02/2009-07-03 own"
    ],
    "At the end of the tenth session of the Special Committee, on 8 May, there were 149 parties.": [],
    "The Basin Commission had concluded its fifth session in Lund on 18 June.": [],
    # who takes part in two; who speaks at one
    "The Chair took part in the tenth meeting of the Basin Board, held from 3 to 5 June, and in the second joint meeting, from 9 to 10 June.": [
        "meeting 10 2009-06-03/2009-06-05 other", "meeting 2 2009-06-09/2009-06-10 other"
    ],
    "On 15 May, the Chair delivered a statement at a conference on locks, held in Lund.": ["meeting 2009-05-15 other"],
    "The Chair took part in a seminar organized by the Delta Academy on 21 May and, on 18 June, addressed the Basin Board.": [
        "meeting 2009-05-21 other"
    ],
    "On 2 June, the Chair met the Prime Minister and, on 6 June, the Minister of Justice.": ["meeting 2009-06-02 own", "meeting 2009-06-06 own"],
    # a pronoun stands for who acts in the sentence before
    "The Delta Panel visited Mali. It travelled to Segou from 12 to 16 June.": ["visit 2009-06-12/2009-06-16 other"],
    "The Special Committee adopted a plan. It travelled to Segou from 12 to 16 June.": ["visit 2009-06-12/2009-06-16 own"],
    "The Lake Commission, at its tenth session (5–9 May 2009), took note of the report.": ["session 2009-05-05/2009-05-09 other"],
    "At the 3rd meeting of the Special Committee, on 9 May, the Lake Commission took part.": ["meeting 3 2009-05-09 own"],
    "The joint meeting of the Special Committees of the Lake and of Inland Waters was held on 20 June.": ["meeting 2009-06-20 own"],
    "On 7 and 8 March, the Special Committee organized, with the Government of Chad, a conference of farmers in Segou.": [
        "meeting 2009-03-07/2009-03-08 own"
    ],
    "Informal consultations on the text had taken place from 1 to 3 March.": ["consultations 2009-03-01/2009-03-03 own"],
    "Another meeting was said to have taken place on 11 May.": ["meeting 2009-05-11 other"],
    "Mr. Lund represented the Special Committee at the meeting of chairpersons, held from 5 to 8 June.": [
        "meeting 2009-06-05/2009-06-08 other"
    ],
    # groups that conferences set up by their usual names; a body that nobody knows
    "The Planning Group held two meetings, on 15 and 30 May.": ["meeting 2009-05-15 own", "meeting 2009-05-30 own"],
    "The Drafting Committee held a meeting on 10 May.": ["meeting 2009-05-10 own"],
    "The Basin Committee held a meeting on 10 May.": ["meeting 2009-05-10 other"],
    # the chair by name
    "The Chair, Ana Lund, made a statement. On 17 May, Ms. Lund met the Mayor of Segou.": ["meeting 2009-05-17 own"],
    "The Mayor, Ana Lund, made a statement. On 17 May, Ms. Lund met the Chair of the Basin Board.": ["meeting 2009-05-17 other"],
    "The report of the working group, which had met from 3 to 7 June 2008, was introduced at the 16th meeting, on 15 May.": [
        "meeting 2008-06-03/2008-06-07 own", "meeting 16 2009-05-15 own"
    ],
    "On 21 May, a protest was held in front of the town hall.": [],
    "A delegation that was to attend the meeting of the Basin Board on 9 May had no visas.": [],
    # two numbers or two runs of numbers before the days
    "At its 2nd to 4th meetings and 9th and 10th meetings, on 10 March and on 9 June, the Special Committee heard them.": [
        f"meeting {n} 2009-03-10/2009-06-09 span own" for n in (2, 3, 4, 9, 10)
    ],
    "The Special Committee considered item 3 (a) at its 14th meeting, held on 19 May, and at its 17th to 19th meetings, held from 20 to 23 May; and item 3 (b) at its 14th to 17th meetings, held on 19 and 20 May.": [
        "meeting 14 2009-05-19 own",
        *[f"meeting {n} 2009-05-19/2009-05-20 span own" for n in (15, 16)],
        "meeting 17 2009-05-20 own",
        *[f"meeting {n} 2009-05-20/2009-05-23 span own" for n in (18, 19)],
    ],
    # what is planned
    "The Special Committee decided to recommend the following dates for its sessions: a regular session, from 26 to 30 October, and a resumed session, from 2 to 6 November.": [],
    "The advice is provided ahead of the briefing on Chad to be held on 26 June.": [],
    "The members would present the report to the session of the Special Committee, in June 2009.": [],
    # somebody else's, which is welcomed
    "The Special Committee recognizes the high-level dialogue on dams, held in May 2009, which engaged farmers.": [
        "meeting 2009-05-01/2009-05-31 month other"
    ],
    "The Special Committee recognizes that a high-level dialogue on dams was held in May 2009.": [
        "meeting 2009-05-01/2009-05-31 month own"
    ],
    "All web pages visited in December 2008.": [],
    # what is awaited
    "The Special Committee looks forward to the holding of the tenth Basin Forum in Riyadh, from 7 to 11 July.": [],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), cases(SITTINGS, {}))
def test_whose_sitting_and_which(sentence: str, wanted: list[str]) -> None:
    assert sorted(events(committee(sentence))) == sorted(wanted)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Report of the Lake Programme Board", True),
        ("Report of the Executive Director", False),
    ],
)
def test_a_paper_for_a_session_is_not_of_whose_session_it_is(title: str, wanted: bool) -> None:
    lines = ("Lake Programme Board", "Annual session 2009", "10–13 June 2009", "Item 8 of the provisional agenda")
    text = "\n\n".join([masthead("E/LPB/2009/16", title, *lines), "1. The present report is of 2009."]) + "\n"
    rows = from_text(text).rows["meetings"]
    assert [(row["event_type"], row["is_own"]) for row in rows] == [("session", wanted)]
    assert rows[0]["body"] == "Lake Programme Board"


def test_the_meetings_of_an_annexed_seminar_are_counted_apart() -> None:
    """An annex on a seminar: its 2nd meeting is not the committee's."""
    lines = (
        "1. At its 2nd meeting, on 10 March 2009, the Special Committee met the Chair.",
        "Annex",
        "Lake regional seminar on the use of canals",
        "I. Introduction",
        "1. At the 2nd meeting, on 21 May 2009, the seminar continued its consideration of item 2.",
    )
    report = from_text("\n\n".join([masthead("A/64/613", f"Report of the {COMMITTEE}"), *lines]) + "\n")
    assert events(report) == ["meeting 2 2009-03-10 own", "meeting 2 2009-05-21 own"]
    assert [row["body"] for row in report.rows["meetings"]] == [COMMITTEE, "Lake regional seminar"]


def test_the_year_of_a_convention_in_a_heading_is_no_date() -> None:
    lines = (
        "1. The session was held from 10 to 14 March 2009.",
        "Changes under the Convention against Illicit Traffic of 1988",
        "2. At the 1st meeting, on 10 March, the Chair made a statement.",
    )
    report = from_text("\n\n".join([masthead("A/64/613", f"Report of the {COMMITTEE}"), *lines]) + "\n")
    assert "meeting 1 2009-03-10 own" in events(report)


def test_the_text_of_another_organs_resolution_tells_of_nothing_own() -> None:
    """A draft that stands among the paragraphs of a report without a part of its own."""
    lines = ("The General Assembly,", "Noting the seminar held at Segou from 21 to 23 May 2009,")
    report = from_text(
        "\n\n".join([masthead("A/64/613", f"Report of the {COMMITTEE}"), "1. The present report is of 2009.", *lines])
        + "\n"
    )
    assert events(report) == ["meeting 2009-05-21/2009-05-23 other"]
    again = "Noting also the statement made by Chad to the regional seminar, held at Segou from 21 to 23 May 2009,"
    more = "Noting further the words of Mali to the regional seminar, held at Segou from 21 to 23 May 2009,"
    text = "\n\n".join(
        [masthead("A/64/613", f"Report of the {COMMITTEE}"), "1. The report is of 2009.", lines[0], again, more]
    )
    assert len(events(from_text(text + "\n"))) == 1  # told in the same words
    told = committee("The seminar was held at Segou from 21 to 23 May.")
    assert events(told) == ["meeting 2009-05-21/2009-05-23 own"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        # a State's name goes with a noun
        ("On 3 May, the Assembly of Chad met in extraordinary session.", "Assembly of Chad"),
        ("On 3 May, a Chad delegation visited Niamey.", "Chad delegation"),
        ("On 9 May, the liaison offices from Chad and the Sudan convened in Niamey.", "liaison offices from Chad and the Sudan"),
        ("On 9 May a meeting of the Chadian and Libyan experts was held in Niamey.", "Chadian and Libyan experts"),
        ("On 9 May, Chad held consultations with the Sudan.", "Chad"),
        # a name with its title, two who act together
        ("Mr. Sarr visited Niamey on 3 May.", "Mr. Sarr"),
        ("On 3 May, President Deby chaired a meeting of ministers.", "President Deby"),
        ("Mr. Sarr and Mr. Lund met on 26 April.", "Mr. Sarr and Mr. Lund"),
        ("On 3 May, UNDP and UNICEF organized a workshop.", "UNDP and UNICEF"),
        # nobody whom a list knows
        ("On 3 May, the commission on missing herds convened a plenary meeting.", "commission on missing herds"),
        ("On 3 May, the Co-Chairs of the water group met with the Mayor.", "Co-Chairs of the water group"),
        ("On 3 May, the delegation, led by Mr. Sarr, visited Niamey.", "delegation"),
        ("On 3 May, they met in Niamey.", ""),
    ],
)  # fmt: skip
def test_others_are_named_as_printed(sentence: str, body: str) -> None:
    """In a report of the Secretary-General: who held a meeting, in the sentence's own words."""
    found = [(row["body"], row["is_own"]) for row in secretary_general(sentence).rows["meetings"]]
    assert found == [(body, False)]


@pytest.mark.parametrize(
    "sentence",
    ["The Liberia configuration convened on 3 May.", "A meeting of the Liberia configuration was held on 3 May."],
)
def test_a_configuration_is_of_the_peacebuilding_commission(sentence: str) -> None:
    head = masthead("A/64/341", "Report of the Peacebuilding Commission on its third session")
    row = from_text(f"{head}\n\nI. Introduction\n\n1. {sentence}\n").rows["meetings"][0]
    assert (row["body"], row["is_own"]) == ("Liberia configuration", True)
    assert [r["is_own"] for r in committee(sentence).rows["meetings"]] == [False]


@pytest.mark.parametrize(
    ("sentence", "body", "own"),
    [
        ("The Burundi country-specific meetings were held on 3 March.", "Peacebuilding Commission", True),
        ("The Guinea-Bissau configuration held its 3rd meeting on 9 June.", "Guinea-Bissau configuration", True),
        ("The Chair of the Burundi configuration visited Bujumbura on 3 June.", "Burundi configuration", True),
        ("The Organizational Committee met on 7 July.", "Organizational Committee", True),
        ("Burundi held a meeting on 9 July.", "Burundi", False),
        ("The Burundi delegation visited New York on 8 July.", "Burundi delegation", False),
    ],
)
def test_a_state_before_a_noun_does_not_act(sentence: str, body: str, own: bool) -> None:
    head = masthead("A/64/341", "Report of the Peacebuilding Commission on its third session")
    rows = from_text(f"{head}\n\nI. Introduction\n\n1. {sentence}\n").rows["meetings"]
    assert [(row["body"], row["is_own"]) for row in rows] == [(body, own)]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("The Prosecutor met the Minister on 4 May.", True),
        ("On 4 May, the Prosecutor met with President Sarr in Niamey.", True),
        ("The Deputy Registrar travelled to Kigali on 7 July.", True),
        ("On 5 June, the President met with the Minister of Justice of Chad.", True),
        ("President Lund visited Niamey on 5 June.", True),  # who signed
        ("On 4 May, President Sarr met the Registrar in Niamey.", False),
        ("On 7 May, the Prosecutor of Serbia met with the Prosecutor of the Tribunal.", False),
        ("The Office of the Prosecutor of Serbia held a workshop on 4 June.", False),
    ],
)
def test_the_officers_of_a_tribunal(sentence: str, own: bool) -> None:
    """A president whom a name follows is a State's, as far as it is not he who signed."""
    title = "Letter dated 30 November 2009 from the President of the Tribunal for River Crimes addressed to the President of the Security Council"
    signed = "I have the honour to transmit the report of the Tribunal.\n\n(Signed) Anna Lund\n\nPresident"
    report = "Annex\n\nReport of the President of the Tribunal for River Crimes"
    head = f"S/2009/587\n\n30 November 2009\n\n{title}\n\n{signed}\n\n{report}"
    rows = from_text(f"{head}\n\nI. Introduction\n\n1. {sentence}\n").rows["meetings"]
    assert [row["is_own"] for row in rows] == [own]


# ---------------------------------------------------------------------- several tellings

SEVERAL = {
    "a session told by its month": (
        [
            "The Special Committee held its tenth session from 3 to 14 June.",
            "The draft was discussed by the Special Committee at its tenth session, in June 2009.",
        ],
        ["session 2009-06-03/2009-06-14 own"],
        [2],
    ),
    "meetings of one day with guests of their own": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "On 4 and 11 May, the Special Committee held closed meetings with representatives of Egypt.",
            "Also on 4 and 11 May, the Special Committee held public meetings with the Nile Basin Initiative.",
            "On 11 May, the Special Committee held an informal meeting with the Special Rapporteur on water.",
        ],
        ["meeting 3 2009-05-04 own", *["meeting 2009-05-04 own", "meeting 2009-05-11 own"] * 2, "meeting 2009-05-11 own"],
        [1] * 6,
    ),
    "two events of a month": (
        [
            "In March, the Special Committee held a workshop in Lund.",
            "The Special Committee adopted a plan. In March, it organized a side event on dams in Geneva.",
        ],
        ["meeting 2009-03-01/2009-03-31 month own"] * 2,
        [1, 1],
    ),
    "groups of a body that sit on the same days": (
        [
            "The sixtieth session of the Working Group on Floods was held on 3 and 4 June.",
            "The tenth session of the Working Group on Droughts was held on 3 and 4 June.",
            "The Working Group on Floods, which had held its sixtieth session on 3 and 4 June, reported to the Special Committee.",
        ],
        ["session 2009-06-03/2009-06-04 own"] * 2,
        [2, 1],
    ),
    "a numbered meeting": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "At the same meeting, statements were made by Chad and Niger.",
            "The draft was introduced at the 3rd meeting, on 4 May.",
        ],
        ["meeting 3 2009-05-04 own"],
        [2],
    ),
    "one meeting of the day, with and without its number": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "At the meeting on 4 May, Chad asked for more time.",
        ],
        ["meeting 3 2009-05-04 own"],
        [2],
    ),
    "a visit": (
        [
            "The Chair visited the delta from 3 to 5 June.",
            "In the course of the visit to the delta from 3 to 5 June, the Chair spoke with fishers.",
        ],
        ["visit 2009-06-03/2009-06-05 own"],
        [2],
    ),
    "the meeting of another body": (
        [
            "The Regional Forum on Deltas met in Dakar on 7 May.",
            "At the meeting of the Regional Forum on Deltas, held on 7 May, donors promised pumps.",
        ],
        ["meeting 2009-05-07 other"],
        [2],
    ),
    "a resumed meeting": (
        [
            "At its 12th meeting, on 4 May, the Special Committee took up the item.",
            "At its 12th meeting (resumed), on 6 May, the Special Committee took note of the report.",
        ],
        ["meeting 12 2009-05-04 own", "meeting 12 2009-05-06 own"],
        [1, 1],
    ),
    "meetings of two days": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "At its 4th meeting, on 5 May, the Special Committee took up the item again.",
        ],
        ["meeting 3 2009-05-04 own", "meeting 4 2009-05-05 own"],
        [1, 1],
    ),
    "meetings told together beside single ones": (
        [
            "The Special Committee held nine meetings, from 9 to 24 April.",
            "At its 1st meeting, on 9 April, the Special Committee adopted its agenda.",
            "At its 4th meeting, on 15 April, the Special Committee heard the riparian States.",
        ],
        ["meeting 1 2009-04-09 own", "meeting 4 2009-04-15 own"],
        [1, 1],
    ),
    "meetings told together by themselves": (
        ["The Special Committee held nine meetings, from 9 to 24 April."],
        ["meeting 2009-04-09/2009-04-24 span own"],
        [1],
    ),
    "a debate beside the numbered meeting of its day": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "On 4 May, the Special Committee held a general debate on sand dams.",
        ],
        ["meeting 3 2009-05-04 own"],
        [2],
    ),
    "a briefing beside the numbered meeting of its day": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "The Special Committee held a briefing on sand dams on 4 May.",
        ],
        ["meeting 3 2009-05-04 own"],
        [2],
    ),
    "a debate on another day": (
        [
            "At its 3rd meeting, on 4 May, the Special Committee took up the item.",
            "On 11 May, the Special Committee held a general debate on sand dams.",
        ],
        ["meeting 3 2009-05-04 own", "meeting 2009-05-11 own"],
        [1, 1],
    ),
    "the wider span gives way": (
        [
            "The Special Committee took up the item at its 12th to 14th meetings, on 4 and 5 May.",
            "At its 12th meeting, on 4 May, the Special Committee adopted its agenda.",
        ],
        ["meeting 12 2009-05-04 own", "meeting 13 2009-05-04/2009-05-05 span own",
         "meeting 14 2009-05-04/2009-05-05 span own"],
        [2, 1, 1],
    ),
}  # fmt: skip


def _several() -> list[object]:
    marks = {name: [pytest.mark.xfail(reason=NOT_YET[name], strict=True)] for name in SEVERAL if name in NOT_YET}
    return [pytest.param(*case, id=name, marks=marks.get(name, [])) for name, case in SEVERAL.items()]


@pytest.mark.parametrize(("paragraphs", "wanted", "tellings"), _several())
def test_one_event_told_several_times(paragraphs: list[str], wanted: list[str], tellings: list[int]) -> None:
    report = committee(*paragraphs)
    sources = [row["meeting_id"] for row in report.rows["meeting_sources"]]
    found = [
        (e, sources.count(row["meeting_id"])) for e, row in zip(events(report), report.rows["meetings"], strict=True)
    ]
    assert sorted(found) == sorted(zip(wanted, tellings, strict=True))


def test_the_report_of_a_sanctions_committee_behind_its_letter() -> None:
    """The number of resolution 1970 (2011) is no year, and the period stands in the annex (as in S/2025/411)."""
    report = from_text(
        """S/2018/1102

7 December 2018

Letter dated 7 December 2018 from the Chair of the Security Council Committee established pursuant to resolution 1970 (2011) concerning Libya addressed to the President of the Security Council

I have the honour to transmit herewith the report of the Committee.

(Signed) Olof Skoog
Chair

Annex

Report of the Security Council Committee established pursuant to resolution 1970 (2011) concerning Libya

I. Introduction

1. The present report covers the period from 1 January to 31 December 2018.

2. The Committee met twice in informal consultations, on 26 January and 9 March.
"""
    )
    document = report.rows["documents"][0]
    assert (str(document["period_start"]), str(document["period_end"])) == ("2018-01-01", "2018-12-31")
    assert events(report) == ["consultations 2018-01-26 own", "consultations 2018-03-09 own"]


def test_informal_meetings_bear_no_number() -> None:
    """Three informal closed meetings are not the numbered ones of those days (E/2025/43, para. 119)."""
    report = committee(
        "At its 13th meeting, on 29 April, the Special Committee elected its Chair.",
        "At three informal closed meetings, on 29 April and 1 and 2 May, the Special Committee met for discussions.",
    )
    assert events(report) == [
        "meeting 13 2009-04-29 own", "meeting 2009-04-29 own", "meeting 2009-05-01 own", "meeting 2009-05-02 own"
    ]  # fmt: skip
    assert [m["format"] for m in report.rows["meetings"]][1:] == ["informal"] * 3


def test_the_title_of_an_item_holds_no_meeting() -> None:
    report = committee(
        "The Committee considered items 3 (a), Deferred applications for status, at its 4th meeting, held on 9 March; "
        "3 (b), New applications for status, at its 4th and 5th meetings, held on 9 and 10 March."
    )
    assert events(report) == ["meeting 4 2009-03-09 own", "meeting 5 2009-03-10 own"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chair took part in the meeting of special procedures (Geneva, 24–28 March 2009).",
        "The Special Committee participated in workshops in Accra (24 March) and Lagos (28 March).",
        "The Economic Council, at its meeting on 24 March 2009, took note of the report.",
    ],
)
def test_events_of_others_by_who_attends_or_meets(sentence: str) -> None:
    assert all(line.endswith(" other") for line in events(committee(sentence)))
    assert events(committee(sentence))


def test_adopted_at_the_meeting_of_another_body() -> None:
    """The line below a declaration (E/HLS/2025/1)."""
    report = committee("Adopted at the high-level forum on water of the Basin, at its 15th meeting, on 23 April 2009.")
    assert events(report) == ["meeting 15 2009-04-23 other"]
    assert report.rows["meetings"][0]["body"] == "high-level forum on water of the Basin"


DAYS_OF_A_YEAR = {
    "The Special Committee held two formal meetings (on 12 February and 3 October) and two informal consultations (on 20 "
    "January and 17 November).": [
        "consultations 2009-01-20 own informal", "meeting 2009-02-12 own formal", "meeting 2009-10-03 own formal",
        "consultations 2009-11-17 own informal",
    ],
    "The Special Committee met in formal session once, on 3 March, and held two informal consultations, on 4 and 11 May.": [
        "meeting 2009-03-03 own", "consultations 2009-05-04 own informal", "consultations 2009-05-11 own informal"
    ],
    "On 22 April (34th meeting) and 29 April (35th meeting), the Special Committee exchanged views.": [
        "meeting 34 2009-04-22 own", "meeting 35 2009-04-29 own"
    ],
    "The Special Committee met in informal consultations on three occasions: 20 January; 3 and 17 February.": [
        "consultations 2009-01-20 own informal", "consultations 2009-02-03 own informal",
        "consultations 2009-02-17 own informal",
    ],
    "The Special Committee held a meeting with the Committees established pursuant to resolutions 1267 (1999) and 1988 "
    "(2011) on 24 March, to discuss the report.": ["meeting 2009-03-24 own"],
    "The Special Committee met the Committee established by resolution 1970 (2011) of 26 February 2009.": [],
    "The Council established the Committee pursuant to resolution 1970 (2008) on 26 February 2008.": [],
}  # fmt: skip


@pytest.mark.parametrize("sentence", DAYS_OF_A_YEAR)
def test_the_days_of_a_year(sentence: str) -> None:
    """How yearly reports of sanctions committees list their meetings."""
    report = committee(sentence)
    rows = zip(events(report), report.rows["meetings"], strict=True)
    assert sorted(f"{event} {row['format']}".strip() for event, row in rows) == sorted(DAYS_OF_A_YEAR[sentence])
    assert not any("occasions" in str(row["subject"]) for row in report.rows["meetings"])


def test_parts_of_a_day_are_no_subject() -> None:
    report = committee("The Special Committee met in closed session on the mornings of 2 and 3 March.")
    assert events(report) == ["meeting 2009-03-02/2009-03-03 own"]
    assert report.rows["meetings"][0]["subject"] == ""


def test_a_list_of_days_whose_last_stands_behind_and() -> None:
    """Its last days belong to the meetings before them, though a sentence could begin there (A/80/23, para. 10)."""
    report = committee(
        "At its 2nd to 4th, 6th and 7th meetings, on 10 March and on 9, 10, 16 to 18 June, the Committee heard many.",
        "At the 3rd meeting, held on 9 June, the Chair drew attention to letters.",
    )
    assert events(report) == [
        *(f"meeting {n} 2009-03-10/2009-06-18 span own" for n in (2, 4, 6, 7)), "meeting 3 2009-06-09 own",
    ]  # fmt: skip
    session = committee(
        "At its session, held from 19 to 23 May, on 28 and 29 May and on 5 June, the Committee had two texts."
    )
    assert events(session) == [
        "session 2009-05-19/2009-05-23 own", "session 2009-05-28/2009-05-29 own", "session 2009-06-05 own"
    ]  # fmt: skip


def test_the_summit_told_three_times() -> None:
    report = secretary_general(
        "On 8 February, a joint summit of the African Union and the League called for a truce.",
        "Mr. Sarr reported ahead of the joint summit of the African Union and the League on 8 February.",
    )
    assert events(report) == ["meeting 2009-02-08 other"]


def test_guests_of_one_day_are_guests_of_two_meetings() -> None:
    """A mission or an envoy meets many people in a day."""
    report = secretary_general(
        "My Special Envoy met the King in Rabat on 8 May.", "My Special Envoy met the trade unions on 8 May."
    )
    assert events(report) == ["meeting 2009-05-08 other"] * 2


def test_meetings_told_together_are_a_claim() -> None:
    report = committee("The Special Committee held nine meetings, from 9 to 24 April.")
    assert [(row["value"], row["unit"]) for row in report.rows["claims"]] == [(9, "meetings")]


def test_an_unnumbered_sentence_of_the_opening_is_told_once() -> None:
    """The title and the first lines of a report both name the session."""
    head = masthead(
        "A/64/41", f"Report of the {COMMITTEE} on its tenth session", "Held at Geneva, from 4 to 8 May 2009"
    )
    line = f"The tenth session of the {COMMITTEE} was held at Geneva, from 4 to 8 May 2009."
    report = from_text(f"{head}\n\nIntroduction\n\n{line}\n\n1. The {COMMITTEE} adopted its agenda.\n")
    assert events(report) == ["session 2009-05-04/2009-05-08 own"]


def test_the_events_of_an_office_are_own_in_its_report() -> None:
    head = masthead("S/2009/612", "Report of the Office of the Ombudsperson pursuant to resolution 1904 (2009)")
    report = from_text(f"{head}\n\n1. The Ombudsperson travelled to Rabat from 14 to 17 October 2009.\n")
    assert report.rows["documents"][0]["issuing_body"] == "Office of the Ombudsperson"
    assert events(report) == ["visit 2009-10-14/2009-10-17 own"]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("The Special Rapporteur visited Mali from 5 to 13 April 2009.", True),
        ("On 7 April 2009, she held a meeting with fishers in Segou.", True),
        ("The Special Rapporteur on torture visited Mali from 5 to 13 April 2009.", False),
        ("The Special Rapporteur attended a seminar of the Delta Academy on 5 April 2009.", False),
        ("A national conference on water took place in Segou on 5 April 2009.", False),
    ],
)
def test_the_visits_of_an_expert_with_a_mandate(sentence: str, own: bool) -> None:
    head = masthead("A/HRC/12/41", "Report of the Special Rapporteur on the right to clean water, Ana María Lund")
    report = from_text(f"{head}\n\nI. Introduction\n\n1. {sentence}\n")
    assert report.rows["documents"][0]["issuing_body"] == "Special Rapporteur on the right to clean water"
    assert [row["is_own"] for row in report.rows["meetings"]] == [own]


def test_the_days_of_what_a_panel_did() -> None:
    """Its coordinator is the panel; "it" is the panel where the sentence before tells of it."""
    head = masthead(
        "S/2009/618", "Final report of the Panel of Experts on Mali established pursuant to resolution 1970 (2009)"
    )
    line = "The Panel travelled to Chad. It visited Segou from 4 to 8 February 2009. The Coordinator met the Mayor on 6 February."
    report = from_text(
        f"{head}\n\nI. Introduction\n\n1. {line}\n\n2. It was learned that rebels met in Bria on 3 March.\n"
    )
    assert events(report) == ["visit 2009-02-04/2009-02-08 own", "meeting 2009-02-06 own", "meeting 2009-03-03 other"]


def test_the_session_that_the_title_of_a_report_names() -> None:
    """Also where another body's name stands above it."""
    lines = f"Report of the {COMMITTEE} on the work of its sixth session\nheld at New York from 9 to 20 February 2009"
    report = from_text(f"{masthead('A/AC.141/9', lines)}\n\nI. Opening\n\n1. The session was long.\n")
    assert events(report) == ["session 2009-02-09/2009-02-20 own"]


def test_when_it_was_decided_gives_no_year_to_what_follows() -> None:
    head = masthead("A/64/23", f"Report of the {COMMITTEE}")
    first = f"The seminar was held in Lund from 25 to 27 May 2009, in accordance with the decision taken by the {COMMITTEE} on 8 July 2008."
    report = from_text(f"{head}\n\nI. Introduction\n\n1. {first}\n\n2. The Chair met the Mayor of Lund on 26 May.\n")
    assert "meeting 2009-05-26 own" in events(report)


def test_the_month_of_a_presidency() -> None:
    """The Council's own month, told by the State that presided."""
    letter = "Letter dated 30 November 2009 from the Permanent Representative of Chad addressed to the President of the Security Council"
    title = "Assessment of the work of the Security Council during the presidency of Chad (October 2009)"
    text = f"S/2009/587\n\n30 November 2009\n\n{letter}\n\nI have the honour to transmit it.\n\n(Signed) Ana Lund\n\nAnnex\n\n{title}\n\n"
    report = from_text(f"{text}Introduction\n\nThe Council held an open debate on water on 7 October 2009.\n")
    assert report.rows["documents"][0]["issuing_body"] == "Security Council"
    assert events(report) == ["meeting 2009-10-07 own"]


@pytest.mark.parametrize(("symbol", "body"), [("A/HRC/12/41", "Human Rights Council"), ("A/64/41", "Security Council")])
def test_which_council_is_meant(symbol: str, body: str) -> None:
    head = masthead(symbol, f"Report of the {COMMITTEE}")
    report = from_text(f"{head}\n\nI. Introduction\n\n1. The Council held a debate on water on 5 May 2009.\n")
    assert [row["body"] for row in report.rows["meetings"]] == [body]


def test_each_kind_of_event_has_its_own_format() -> None:
    """Not that of the noun before it; "three informal consultations, on …, and one formal meeting, on …"."""
    report = committee(
        "The Special Committee held two informal consultations, on 13 January and 4 May, and one formal meeting, on 9 June."
    )
    found = {str(m["start_date"]): m["format"] for m in report.rows["meetings"]}
    assert found == {"2009-01-13": "informal", "2009-05-04": "informal", "2009-06-09": "formal"}


def test_an_organ_of_a_commission_is_called_by_its_own_noun() -> None:
    """Not by that of the body behind "of the": a governing council's "Council" is no other council."""
    lines = "1. The Council met in informal meetings on 1 March 2011.\n\n2. The Commission met on 4 March 2011."
    head = "S/2011/41\n\nReport of the Governing Council of the Lake Chad Water Commission"
    report = from_text(f"{head}\n\n{lines}\n")
    assert events(report) == ["meeting 2011-03-01 own", "meeting 2011-03-04 other"]


BOARD = "DP/2010/3\n\nReport of the Executive Board of the United Nations Rivers Programme"
LAKE_COURT = (
    "A/64/206\n\nReport of the International Tribunal for the Prosecution of Persons Responsible for Crimes on the Lake"
)
WHOSE = {
    # who speaks at a meeting does not hold it
    "On 5 May 2009, the Chair gave a presentation at the annual workshop on rivers.": (
        f"A/64/41\n\nReport of the {COMMITTEE}",
        "",
    ),
    # one of several bodies of a kind is meant where the report is one's
    "The joint meeting of the Executive Boards of UNDP, UNFPA and UNICEF was held on 5 May 2009.": (BOARD, "own"),
    "The joint meeting of the Advisory Councils of UNDP and UNICEF was held on 5 May 2009.": (
        BOARD,
        "Advisory Councils of UNDP and UNICEF",
    ),
    "The Lake Forum, of which the secretariat is a member, had held a workshop on 5 May 2009.": (BOARD, "Lake Forum"),
    "The Chair of the Subsidiary Body for Locks held consultations on 5 May 2009.": (
        BOARD,
        "Subsidiary Body for Locks",
    ),
    "The Office of the Prosecutor held a seminar on 5 May 2009.": (LAKE_COURT, "own"),
    "Trial Chamber II held a hearing with the parties on 5 May 2009.": (LAKE_COURT, "own"),
    "The Registry held a workshop on 5 May 2009.": (BOARD, "Registry"),
}


@pytest.mark.parametrize(("sentence", "head", "whose"), [(s, *w) for s, w in WHOSE.items()])
def test_whose_event_it_is(sentence: str, head: str, whose: str) -> None:
    """`own`, or the other's name, empty where nobody is named."""
    (meeting,) = from_text(f"{head}\n\n1. {sentence}\n").rows["meetings"]
    assert ("own" if meeting["is_own"] else meeting["body"]) == whose


NOTE = '<a class="sdfootnoteanc" name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>'
NOTED = '<div id="sdfootnote{n}"><p><a class="sdfootnotesym" name="sdfootnote{n}sym" href="#sdfootnote{n}anc">{n}</a> {text}</p></div>'


def _with_notes(body: str, *notes: str) -> list[str]:
    """The events of a committee's report with these footnotes."""
    numbers = range(1, len(notes) + 1)
    head = "".join(f"<p>{line}</p>" for line in masthead("A/64/41", f"Report of the {COMMITTEE}").split("\n\n"))
    marks = "".join(NOTE.format(n=n) for n in numbers)
    below = "".join(NOTED.format(n=n, text=text) for n, text in zip(numbers, notes, strict=True))
    page = f"<!DOCTYPE html><html><body>{head}<p>1. {body}{marks}</p><p>2. Rain fell.</p>{below}</body></html>"
    return events(from_text(page, "report.html"))


def test_what_footnotes_cite_again_is_one_event_and_not_the_bodys() -> None:
    """A/HRC/EMRIP/2025/2: the same seminar in 25 footnotes."""
    held = "The University organized an expert seminar in Lima from 8 to 10 December 2008."
    cited = (
        "Presentation by Ms. Lund, expert seminar, December 2008.",
        "Inputs at the expert seminar held in December 2008.",
    )
    assert _with_notes(held, *cited) == ["meeting 2008-12-08/2008-12-10 other"]
    assert _with_notes("Rain fell.", *cited) == ["meeting 2008-12-01/2008-12-31 month other"]
    assert _with_notes("Rain fell.", "The Committee also held an informal meeting on 5 May 2009.") == [
        "meeting 2009-05-05 own"
    ]
    others = ("Presentation by Ms. Lund, donor conference, Oslo, December 2008.",)
    assert len(_with_notes(held, *others)) == 2


def test_two_entries_of_a_list_on_one_day_are_two() -> None:
    """A/CONF.230/2025/INF/1: the panels of a conference, two a day."""
    conference = "2009 United Nations Conference to Support the Implementation of Goal 14"
    told = [
        "1. The panels will be held as follows:",
        "• Monday, 9 November, from 10 a.m. to 1 p.m.: Rain panel 1, on the theme “Rivers”",
        "• Monday, 9 November, from 1.30 to 4.30 p.m.: Rain panel 2, on the theme “Lakes”",
    ]
    text = "\n\n".join([masthead("A/CONF.230/2009/INF/1", "Information for participants", conference), *told]) + "\n"
    assert events(from_text(text)) == ["meeting 2009-11-09 own", "meeting 2009-11-09 own"]


@pytest.mark.parametrize(
    "other", ["Ad Hoc Committee", "Steering Committee", "Preparatory Committee", "Security Committee"]
)
def test_another_committee_is_not_the_committee(other: str) -> None:
    report = committee(f"The {other} met on 4 April 2009.")
    assert events(report) == ["meeting 2009-04-04 other"]
    assert [m["body"] for m in report.rows["meetings"]] == [other]


def test_a_covering_letter_and_its_annex_tell_of_one_debate() -> None:
    """S/2025/311."""
    text = "\n\n".join(
        [
            "United Nations S/2009/311", "Security Council", "Distr.: General", "19 May 2009",
            "Letter dated 14 May 2009 from the Permanent Representative of Denmark to the United Nations addressed to the "
            "President of the Security Council",
            "I have the honour to transmit herewith a summary of the event on rain, held on 24 and 25 March 2009 as an open "
            "debate of the Security Council (see annex).",
            "(Signed) Ana Lund", "Permanent Representative", "Annex",
            "Summary of the open debate of the Security Council on rain, 24 and 25 March 2009",
            "1. The Security Council convened on 24 and 25 March 2009 for an open debate on rain.",
        ]
    )  # fmt: skip
    assert len(events(from_text(text + "\n"))) == 1


def test_heads_of_a_declaration_gather() -> None:
    said = (
        "We, Heads of State and Government, gathered in Lima from 3 to 5 May 2009 for the summit on rain, declare this."
    )
    assert events(committee(said)) == ["meeting 2009-05-03/2009-05-05 own"]


def test_two_groups_of_a_body_meet_apart() -> None:
    """A/80/38."""
    report = committee(
        "The Committee heard the Chair of the Working Group on Floods, which had met on 27 May.",
        "It heard the Chair of the Working Group on Droughts, which had met on 27 May.",
    )
    assert events(report) == ["meeting 2009-05-27 own", "meeting 2009-05-27 own"]


OTHERS_IN_FULL = {
    "To promote reconciliation in the north, UNMISS organized a dialogue in Juba on 21 April.": "UNMISS",
    "The Office of the Lake Envoy, together with the authorities, organized a workshop on 5 May.": "Office of the Lake Envoy",
    "A fact-finding mission was deployed from 10 to 13 July by the Organization of American States.": "Organization of American States",
    "An implementation group meeting held in Brussels on 25 April discussed the crossings.": "implementation group",
    "A meeting of cultural coordinators from Bria and Obo was held on 21 April.": "cultural coordinators from Bria and Obo",
    "During the visit of the then President of Chad in May, the plan was thwarted.": "President of Chad",
    "On 4 May, the Special Rapporteur on the right to food visited Chad.": "Special Rapporteur on the right to food",
    "At its tenth session, held in Geneva on 9 and 10 April, the Economic Commission for Europe adopted it.": (
        "Economic Commission for Europe"
    ),
    "At its meeting on 18 May, the Coordination Council adopted the statute.": "Coordination Council",
    "During visits to the prison of Bria on 2 July, MINURCAT found three cases.": "MINURCAT",
    "Following a country visit from 1 to 10 June, the Special Rapporteur on the right to food called for more.": (
        "Special Rapporteur on the right to food"
    ),
    "From 2 to 4 June, it took part in an ECOWAS symposium on floods.": "Economic Community of West African States",
    "It was submitted ahead of the joint EAC-SADC summit on 8 February.": "",
    "During a visit on 3 May, the Mission facilitated talks of the mayor.": "",
    # what was reviewed, what a summit was on
    "The regional review of the Platform for Action was held on 30 June.": "",
    "The Pact was adopted at the Summit of the Future in May.": "Summit of the Future",
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "body"), OTHERS_IN_FULL.items())
def test_the_holder_is_named_in_full(sentence: str, body: str) -> None:
    (row,) = secretary_general(sentence).rows["meetings"]
    assert row["body"] == body and not row["is_own"]


def test_each_of_several_workshops_has_its_own_subject() -> None:
    told = (
        "The Mission supported one workshop on courts, held from 2 to 4 October, another one on the plan, held on 10 and "
        "11 October, and one on ethics, held on 24 October."
    )
    assert [m["subject"] for m in secretary_general(told).rows["meetings"]] == ["courts", "plan", "ethics"]


def test_a_body_behind_the_days_of_its_session_is_itself() -> None:
    assert events(committee("At its tenth session, in May 2002, the Committee appointed a Rapporteur.")) == [
        "session 2002-05-01/2002-05-31 month own"
    ]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The Special Committee met twice in 2007: on 23 January and 20 February.", ["2007-01-23", "2007-02-20"]),
        ("The Special Committee met on 23 January and 20 February in 2008.", ["2008-01-23", "2008-02-20"]),
        ("In the first half of 2008 the Special Committee met on 23 January.", ["2008-01-23"]),
        ("In the early part of 2008 the Special Committee met on 23 January.", ["2008-01-23"]),
        ("The Special Committee met in the second half of 2008, on 3 September.", ["2008-09-03"]),
        ("The group founded in 1999 met on 3 September.", ["2009-09-03"]),
    ],
)
def test_a_year_that_the_sentence_tells_is_that_of_its_days(sentence: str, days: list[str]) -> None:
    """The report is of 2009."""
    assert [line.split()[1] for line in sorted(events(committee(sentence)))] == days


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Working Group had before it, at its meeting of 4 May, a paper by Japan.", "Working Group"),
        ("The Security Council was informed of the matter at its meeting on 4 May.", "Security Council"),
        ("The Security Council decided at its meeting on 4 May to extend the mandate.", "Security Council"),
        ("The Security Council heard a briefing by the Special Envoy at its meeting on 4 May.", "Security Council"),
        ("The Chair was informed of the decision at its meeting on 4 May.", COMMITTEE),
        ("A video-teleconference with the country task force was held on 7 May.", COMMITTEE),
    ],
)
def test_whose_meeting_its_meeting_is(sentence: str, body: str) -> None:
    assert [row["body"] for row in committee(sentence).rows["meetings"]] == [body]


@pytest.mark.parametrize("when", ["in the week of 4 May 2009", "during the week beginning 4 May 2009"])
def test_a_week_is_known_to_its_month(when: str) -> None:
    """Which of its days they met is not said, and none is made up."""
    assert events(committee(f"The Special Committee met {when}.")) == ["meeting 2009-05-01/2009-05-31 month own"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Special Committee received a report by the Panel on 5 March.", []),
        ("The Special Committee heard a briefing by the Panel on 5 March.", ["briefing 2009-03-05 own"]),
        ("The Special Committee received briefings from the Panel on 5 March.", ["briefing 2009-03-05 own"]),
        ("The Special Committee heard a briefing from UNHCR on 5 March.", ["briefing 2009-03-05 own"]),
        ("The Special Committee heard the President of Chad on 5 March.", ["meeting 2009-03-05 own"]),
        ("A panel on locks was held on 5 March.", ["meeting 2009-03-05 own"]),
        ("The Panel on Locks was held on 5 March.", ["meeting 2009-03-05 other"]),
    ],
)
def test_a_panel_is_a_body_and_a_briefing_is_no_meeting(sentence: str, wanted: list[str]) -> None:
    assert events(committee(sentence)) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chair participated, on 10 June, in the plenary meeting of the Delta Process in Bria.",
        "The Chair participated on 10 June in the plenary meeting of the Delta Process in Bria.",
        "The Chair attended, on 10 June, the annual meeting of the Forum in Bria.",
        "The Chair took part on 10 June in a workshop in Bria.",
    ],
)
def test_one_takes_part_in_the_event_of_others(sentence: str) -> None:
    assert events(committee(sentence)) == ["meeting 2009-06-10 other"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "At its 3rd (4 May), 4th (6 June) and 5th (7 July) meetings, the Special Committee discussed locks.",
            ["meeting 3 2009-05-04 own", "meeting 4 2009-06-06 own", "meeting 5 2009-07-07 own"],
        ),
        (
            "The 3rd meeting (4 May) dealt with dams, the 4th (6 June) with locks.",
            ["meeting 3 2009-05-04 own", "meeting 4 2009-06-06 own"],
        ),
        (
            "The Special Committee held its 3rd meeting on Monday, 4 May, its 4th on 5 May and its 5th on 6 May.",
            ["meeting 3 2009-05-04 own", "meeting 4 2009-05-05 own", "meeting 5 2009-05-06 own"],
        ),
        (
            "At its 3rd meeting, on 4 May, and its 4th, on 5 May, the Special Committee discussed locks.",
            ["meeting 3 2009-05-04 own", "meeting 4 2009-05-05 own"],
        ),
        (
            "The Special Committee held its 3rd meeting on 4 May and the 4th report was issued on 5 May.",
            ["meeting 3 2009-05-04 own"],
        ),
        ("The Special Committee’s meeting of 4 May had to be cancelled for lack of a quorum.", []),
    ],
)
def test_numbers_without_their_noun(sentence: str, wanted: list[str]) -> None:
    assert events(committee(sentence)) == wanted


def test_a_heading_gives_its_year_to_its_own_section() -> None:
    """S/2025/272: the days of a session in the heading of one order are not the time of the chapters that follow."""
    title = "Report of the Secretary-General on the Delta"
    period = "1. The present report covers the period from 16 October 2008 to 15 April 2009."
    chapters = [
        "II. Order on the conclusions adopted at the session held on 24 and 25 December 2008",
        "2. The order was issued.",
        "III. Developments in the north",
        "3. On 4 April, the Prime Minister met the Mayor of Rabat.",
        "IV. Consultations in 2007",
        "4. On 4 March, the Prime Minister met the Mayor of Fez.",
    ]
    rows = from_text("\n\n".join([masthead("S/2009/272", title), period, *chapters]) + "\n").rows["meetings"]
    assert {"2009-04-04", "2007-03-04"} <= {str(row["start_date"]) for row in rows}
    assert "2008-04-04" not in {str(row["start_date"]) for row in rows}


def test_a_letter_tells_of_the_meeting_whose_statements_it_transmits() -> None:
    """S/2025/453: the statements in the annex name the meeting of the covering letter again and again."""
    report = from_text(
        "\n\n".join(
            [
                "United Nations S/2009/453",
                "Security Council",
                "Distr.: General",
                "9 July 2009",
                "Letter dated 8 July 2009 from the Permanent Representative of Chad to the United Nations addressed to the "
                "Secretary-General",
                "I have the honour to transmit the summary of the Arria-formula meeting entitled “Water”, which was held on "
                "23 May 2009.",
                "(Signed) Olivia Lund",
                "Annex",
                "Statements",
                "Security Council Arria-formula meeting, New York, 23 May 2009",
                "Madam President, we thank you.",
                "Speech given at the Arria-formula meeting on water on 23 May 2009",
                "On 23 May 2009, the Minister also met with the Mayor of Rabat.",
            ]
        )
    )
    assert len(report.rows["meetings"]) == 2


def test_sessions_of_one_month_with_other_ordinals_are_two() -> None:
    told = [
        "Its youth council met in its 7th session in May 2009 in Rabat.",
        "Its think tank had its 12th session in May 2009.",
    ]
    rows = secretary_general(*told).rows["meetings"]
    assert [row["event_type"] for row in rows if row["event_type"] == "session"] == ["session"] * 2
