"""Sentences of two clauses with a day each, days told by the one before them, numbers of meetings set apart."""

from __future__ import annotations

import pytest

from tests.small_reports import cases, committee, events, secretary_general

# A committee's report.
OWN: dict[str, list[str]] = {
    # whose a numbered meeting is, and what a group is called once it was named
    "On 20 May, at its 104th plenary meeting, the General Assembly adopted a resolution.": ["meeting 104 2009-05-20 other"],
    "The report was placed on the agenda of the Security Council at its 6138th meeting, on 4 June.": [
        "meeting 6138 2009-06-04 other"
    ],
    "The Committee considered the question of Gibraltar at its 10th meeting, on 17 June.": ["meeting 10 2009-06-17 own"],
    "The Planning Group was set up in May. The Group met on 3 June.": ["meeting 2009-06-03 own"],
    "The Group of Friends visited Chad on 5 May. The Group met on 3 June.": [
        "visit 2009-05-05 other", "meeting 2009-06-03 other"
    ],
    "From 8 to 10 September, two of its members travelled to Chad.": ["visit 2009-09-08/2009-09-10 own"],
    # what a sentence says of another body's meetings
    "During the forty-eighth session the Sixth Committee considered the item at its 32nd meeting, on 2 November 2008.": [
        "meeting 32 2008-11-02 other"
    ],
    "The Committee took note that the Fourth Committee, at its 271st meeting on 11 November 2008, had discussed it.": [
        "meeting 271 2008-11-11 other"
    ],
    "The Committee noted that the Fourth Committee had discussed it at its 271st meeting on 11 November 2008.": [
        "meeting 271 2008-11-11 other"
    ],
    "The Committee noted that it had discussed the matter at its 271st meeting, on 11 November 2008.": [
        "meeting 271 2008-11-11 own"
    ],
    "Members took part in consultations on the Guidelines on Food in Addis Ababa on 16 July 2009.": [
        "consultations 2009-07-16 other"
    ],
    "The visits were made with the consent of the States, in keeping with the guidelines of 9 March 2009.": [],
    # two clauses
    "On 3 May the Chair visited Gali and on 4 May the Vice-Chair visited Bria.": ["visit 2009-05-03 own", "visit 2009-05-04 own"],
    "On 3 May the Chair met with the Minister and on 4 May with the President.": ["meeting 2009-05-03 own", "meeting 2009-05-04 own"],
    "On 3 May the Chair met with the Minister; on 4 May, she met with the President.": ["meeting 2009-05-03 own", "meeting 2009-05-04 own"],
    "On 14 May the Chair visited Chad and from 15 to 17 May the Sudan.": ["visit 2009-05-14 own", "visit 2009-05-15/2009-05-17 own"],
    "The Committee met in New York on 4 and in Geneva on 9 and 10 November.": [
        "meeting 2009-11-04 own", "meeting 2009-11-09 own", "meeting 2009-11-10 own"
    ],
    "On 3 May, the Committee adopted its programme; on 5 May, the report was issued.": [],
    # days told by the one before them
    "The Committee met on 4 May; two days later, the Chair visited Chad.": ["meeting 2009-05-04 own", "visit 2009-05-06 own"],
    "On 3 May the Chair visited Chad, and a week later she briefed the Council.": ["visit 2009-05-03 own", "briefing 2009-05-10 own"],
    "The Chair briefed the Council on 3 May, and the following day visited Chad.": ["briefing 2009-05-03 own", "visit 2009-05-04 own"],
    "The Committee met on 4 May and again two days later.": ["meeting 2009-05-04 own", "meeting 2009-05-06 own"],
    "On 3 May the Committee met, and the same day adopted its report.": ["meeting 2009-05-03 own"],
    "The Committee met on 4 May; another meeting was held on the 24th.": ["meeting 2009-05-04 own", "meeting 2009-05-24 own"],
    "On 23 July, the Chair met President Lund and, on the 24th, the Minister.": ["meeting 2009-07-23 own", "meeting 2009-07-24 own"],
    "On 30 May the Chair visited Chad and met the President on the 4th.": ["visit 2009-05-30 own"],
    "On 3 May the Chair visited Chad. Two days after the attack it rained.": ["visit 2009-05-03 own"],
    # numbers of meetings
    "The debate occupied the 2nd to 5th plenary meetings (20, 21, 22 and 25 September, respectively).": [
        "meeting 2 2009-09-20 own", "meeting 3 2009-09-21 own", "meeting 4 2009-09-22 own", "meeting 5 2009-09-25 own"
    ],
    "The Committee held its 61st and 62nd meetings on, respectively, 10 March and 7 April.": [
        "meeting 61 2009-03-10 own", "meeting 62 2009-04-07 own"
    ],
    "At its 1st and 2nd plenary meetings, the latter on 20 September, the Committee adopted its agenda.": ["meeting 2 2009-09-20 own"],
    "It was at the 8th plenary meeting, on the morning of 28 September, that the report was adopted.": ["meeting 8 2009-09-28 own"],
    "At the 6th and the 7th meetings, both of which took place on 26 September, the Committee heard Chad.": [
        "meeting 6 2009-09-26 own", "meeting 7 2009-09-26 own"
    ],
    "The sixty-first and sixty-second meetings, which both took place on 19 August, were private.": [
        "meeting 61 2009-08-19 own", "meeting 62 2009-08-19 own"
    ],
    # days in words, sittings, ranges told by a verb each
    "On the sixteenth of May, the Committee met.": ["meeting 2009-05-16 own"],
    "The Committee held its 171st meeting, an emergency one, on the second of November.": ["meeting 171 2009-11-02 own"],
    "The Committee sat in the forenoon of 24, 26 and 27 August.": [
        "meeting 2009-08-24 own", "meeting 2009-08-26 own", "meeting 2009-08-27 own"
    ],
    "The Court sat on 3 May, and Mr. Lund sat on its bench in June.": [],
    "The Committee opened its fourth session at the Palace of Nations, Geneva, on 18 August, and closed it on 4 September.": [
        "session 2009-08-18/2009-09-04 own"
    ],
    # again on the same day
    "At its 1st meeting, on 3 May, the Committee heard Chad; at its 2nd meeting, also on 3 May, it heard Mali.": [
        "meeting 1 2009-05-03 own", "meeting 2 2009-05-03 own"
    ],
    "The sixth meeting, on 13 May, and the seventh, on the morning of 14 May, dealt with locks.": [
        "meeting 6 2009-05-13 own", "meeting 7 2009-05-14 own"
    ],
    # who speaks at a meeting doesn't hold it; who leads it for the body does it for the body
    "Ambassador Lund reported on the mission at an open meeting held on 11 May.": ["meeting 2009-05-11 own"],
    "On 19 May, the Under-Secretary-General, Mr. Lund, briefed the members of the Committee on locks.": ["briefing 2009-05-19 own"],
    "The informal consultations, which were facilitated by Ms. Francis, were held on 12 May.": ["consultations 2009-05-12 own"],
    "A seminar hosted in Accra by the Government of Ghana on 7 and 8 May was welcomed.": ["meeting 2009-05-07/2009-05-08 other"],
    # groups of the body
    "The Committee set up a Working Party. The Working Party met on 4 May.": ["meeting 2009-05-04 own"],
    "The Ad Hoc Inter-sessional Working Group on Locks met on 4 May.": ["meeting 2009-05-04 own"],
    "The Committee convoked its Economic Group, which sat on 4 and 6 May.": ["meeting 2009-05-04 own", "meeting 2009-05-06 own"],
    # told by the next sentence
    "The Committee held four informal consultations. They took place on 17 and 24 May and on 8 and 21 June.": [
        "consultations 2009-05-17 own", "consultations 2009-06-08 own", "consultations 2009-05-24 own",
        "consultations 2009-06-21 own",
    ],
    "The seminar dealt with floods. It was held on 4 May and on 5 May the President resigned.": ["meeting 2009-05-04 own"],
    "The Chair went to Chad. He was in Djibouti on 17 and 18 May, where he met the President.": ["visit 2009-05-17/2009-05-18 own"],
    # a day on which it did not meet
    "The Committee met daily from 4 to 8 May, save on 6 May.": ["meeting 2009-05-04/2009-05-08 own"],
    # stations of a journey
    "The members of the Committee were in Herat on 3 May and in Mazar on 4 May.": [
        "visit 2009-05-03 own", "visit 2009-05-04 own"
    ],
    "The suspects were in Goma on 3 May and at Bukavu on 5 May.": [],
    "The Ministry set up its Technical Task Force, which met on 4 May.": ["meeting 2009-05-04 other"],
    "It was in these circumstances that the Committee, at its 118th meeting, on 20 May, reviewed the matter.": [
        "meeting 118 2009-05-20 own"
    ],
}  # fmt: skip

# A report of the Secretary-General.
TOLD: dict[str, list[str]] = {
    "Ambassador Lund (1 May 2009) and the Minister, Ms. Berg (3 to 5 May 2009), visited Georgia.": [
        "visit 2009-05-01 other", "visit 2009-05-03/2009-05-05 other"
    ],
    "The Minister (appointed on 4 May) visited Chad.": [],
    "On 17 March, Ambassador Lund of Norway went to Sukhumi.": ["visit 2009-03-17 other"],
    "On 17 March, voters went to the polls; on 18 March the weapons went to Chad.": [],
    "On 3 May the case went to Court.": [],
    "From 2 to 17 August, indirect talks were arranged between the President and Mr. Nuri.": ["meeting 2009-08-02/2009-08-17 other"],
    "Quadripartite meetings, with the Chief Military Observer in the chair, took place at Gali on 5 and 12 March.": [
        "meeting 2009-03-05 other", "meeting 2009-03-12 other"
    ],
    # intended, scheduled, still to be done
    "Mr. Lund had intended, after consultations with both sides, to resume the adjourned meeting on 13 October.": [],
    "I urge all to use the opportunity of the resumed Geneva meeting in November to make progress.": [],
    "My Special Representative has scheduled another high-level meeting at Geneva in May 2009.": [],
    "Both parties had agreed during the last round of talks in Ashgabat to resume them in mid-August.": [],
    "An assessment mission to the Caucasus is being undertaken in mid-January and will evaluate the needs.": [],
    "Since the expiration of the mandate of the committee to facilitate a national dialogue in May, nothing was done.": [],
    "The parties had had talks on 3 May.": ["meeting 2009-05-03 other"],
    "During discussions on the drawdown and closure at the end of May, the mission commended it.": [],
    "At the tenth meeting of the sixty-third session of the Commission, held from 10 to 14 May 2009, he spoke.": [
        "session 2009-05-10/2009-05-14 other"
    ],
    "At the tenth meeting of the sixty-third session of the Commission, on 10 May 2009, the Director spoke.": [
        "meeting 10 2009-05-10 other"
    ],
    # a clause between the noun or the verb and its day
    "The working group established by the Council met on 16 July.": ["meeting 2009-07-16 other"],
    "The resolution adopted by the Council on 16 July was welcomed.": [],
    "A round of talks, which opened at Geneva on 8 April, ended without result.": ["meeting 2009-04-08 other"],
    "The third visits to Tbilisi, on 29 October and 22 November, by the envoy were useful.": [
        "visit 2009-10-29 other", "visit 2009-11-22 other"
    ],
    "The Committee had detailed discussions with the Board on 3 May.": ["meeting 2009-05-03 other"],
    # who was at a place over days, and then not
    "My Special Envoy was in Lusaka from 2 to 5 July, in Lagos from 6 to 9 July and in Cairo from 10 to 13 July.": [
        "visit 2009-07-02/2009-07-05 other", "visit 2009-07-06/2009-07-09 other", "visit 2009-07-10/2009-07-13 other"
    ],
    "The Minister travelled to Kuwait City, where she remained from 23 to 26 March.": ["visit 2009-03-23/2009-03-26 other"],
    "From 13 to 15 June, the Prime Minister was in Guayaquil.": ["visit 2009-06-13/2009-06-15 other"],
    "The delegation spent three days in Yaoundé, from 18 to 20 October.": ["visit 2009-10-18/2009-10-20 other"],
    "The aircraft was in Khartoum from 2 to 6 September.": [],
    "The President was in office from 2 March to 6 September.": [],
    # groups that gather, and crowds
    "The Council of Ministers of the Basin had gathered in Lisbon on 14 April and on 5 May.": [
        "meeting 2009-04-14 other", "meeting 2009-05-05 other"
    ],
    "The experts of the member States came together in Libreville from 18 to 20 March.": ["meeting 2009-03-18/2009-03-20 other"],
    "The chiefs of staff conferred at Bissau on 14 May.": ["meeting 2009-05-14 other"],
    "Some 500 demonstrators gathered in front of the Parliament on 5 May.": [],
    "The title of doctor was conferred on him on 5 May.": [],
    # the days of a visit that the sentence begins with, and who convened
    "In the course of a visit to Chad, on 9 and 10 May, I saw for myself what was done.": ["visit 2009-05-09/2009-05-10 own"],
    "The meeting on dams which I convened in Geneva on 13 September raised a million dollars.": ["meeting 2009-09-13 own"],
    "The Council took it up at its 318th meeting, on 17 April, and at its 319th, on 24 April.": [
        "meeting 318 2009-04-17 other", "meeting 319 2009-04-24 other"
    ],
    # a day of the month that was told
    "My Special Envoy was in Quito from 13 to 15 June. In the morning of the 14th, he met the Prosecutor. On the 17th he met the Mayor.": [
        "visit 2009-06-13/2009-06-15 other", "meeting 2009-06-14 other", "meeting 2009-06-17 other"
    ],
    # a deed with a day of its own behind the event
    "The invitation to a workshop on sand, held at Gaborone from 9 to 11 September, reached the Mission on 1 September.": [
        "meeting 2009-09-09/2009-09-11 other"
    ],
    # numbers of a hundred and more in words
    "The Council took up the item at its one hundred and thirty-eighth meeting, on 4 June.": ["meeting 138 2009-06-04 other"],
    "At its three hundredth and three hundred and first meetings, on 3 and 4 June, the Council discussed it.": [
        "meeting 300 2009-06-03 other", "meeting 301 2009-06-04 other"
    ],
    "In the margins of the session I held a town hall meeting with women on 15 May.": ["meeting 2009-05-15 own"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), cases(OWN, {}))
def test_what_a_committee_tells(text: str, wanted: list[str]) -> None:
    assert events(committee(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases(TOLD, {}))
def test_what_the_secretary_general_tells(text: str, wanted: list[str]) -> None:
    assert events(secretary_general(text)) == wanted
