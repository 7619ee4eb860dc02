"""Dates in prose that are not days of events: of documents, acts, periods, plans, refusals (annotation guide)."""

from __future__ import annotations

import pytest

from tests.small_reports import cases, committee, events, secretary_general

# Sentences that are not read right yet, by their beginning, and what is amiss.
_OF_ITSELF = "a date that leads takes any conference of its clause for the subject, also behind a verb"
NOT_YET: dict[str, str] = {}

NO_EVENTS = """
A draft bill on tides was tabled in Congress on 22 April.
The Mission is ready for a further meeting with the Front in the last days of May should this prove necessary.
A number of speakers referred to the special session of the Assembly, due to open on 1 May.
Mr. Lund, whom I met there, observed that eighteen months had gone by since the armistice was signed (24 February 2008).
Expenditure is met from the budget and from a fund to which Chad contributed 400,000 euros on 3 May.
The chief met his death on 21 July.
An official spoke of possible deliberations in the Duma in May.
No formal meeting of the Group was held from 1 May to 30 June.
The Special Committee held no meetings between 1 May and 30 June.
No visits were made from 1 May to 30 June.
No meeting took place on 4 May.
On 4 May, no meeting was held.
In May, the Special Committee held no meetings.
As agreed at the 134th meeting of the Basin Commission, on 18 March, Chad transferred ten profiles.
To strengthen its dialogue at the district level, the Government resumed its open programme in August.
Following negotiations between both branches, Mr. Sarr won a vote of confidence, and on 28 March was installed with his cabinet.
The paper was conveyed to the President of the Council as Chair of the high-level political forum on 28 February.
The parties left the sessions on the budget for the fiscal year 2008/09 (July 2008-June 2009).
Consultations were conducted with the Council of Europe on the reconstruction of sites damaged in March 2004.
Preparations began for the popular consultation of 30 August 2009.
The first meeting of the Joint Commission was scheduled to be held on 15 May in Rabat, but did not take place.
On 26 May, the Envoy held telephone consultations with the Minister.
From 4 to 19 May, the Court of Appeal held its first criminal session since 2003.
They criticized the invitation for visits to Rabat at the end of May without prior consultation.
The letter was received by the Foreign Minister on 8 May.
The proposal for talks was well received by the President of Chad on 8 May.
The wounded were received by the hospital of Bria on 8 May.
Refugees were received by the Governor's officials on 9 May.
By 9 October, the force had withdrawn following the deployment of the Union monitoring mission on 1 October.
On 13 August, the chief negotiator in the dialogue with the opposition expressed dissatisfaction.
After a meeting with workers, the Senate began negotiations, and on 24 August, workers resumed their functions.
The unit organized workshops, as well as a presentation on the 13 September elections for all staff.
On 4 July, my Special Representative called on the Prime Minister to release the detainees.
My Special Representative called on the leaders of the parties on 7 July to resume talks.
On 5 July, the Mission received a letter from the Minister of Defence.
The Mission received the Chair's letter on 9 July.
On 14 July, the court received Minister Kosta's appeal.
On 10 July, the Mission received ten new police officers.
The village saw the deaths of ten people on 11 July.
The Prime Minister was in office from 7 to 9 May.
On 8 May, 300 troops arrived in Bangui.
My Special Envoy was in Geneva on 9 May for the signing of the agreement.
On 30 March, a court found that the quorum had not been met.
The Office supported the elections, held on 3 March.
    # documents
    In a letter dated 4 May, the Minister asked for more time.
    By its letter of 4 May, the Government accepted the plan.
    In its resolution 1861 (2009) of 14 January 2009, the Council asked for monthly reports.
    The mandate rests on resolutions 1778 (2007) of 25 September 2007, 1834 (2008) of 24 September 2008 and 1861 (2009) of 14 January 2009.
    In the presidential statement of 7 April, the Council called for calm.
    The Ministry published its report on 9 May.
    The Panel presented its report on 9 May.
    Under the agreement reached in July 2008, both armies withdrew.
    The parties recalled the agreement signed at Doha on 4 May.
    In his report of 9 May on the meeting, the Ombudsman asked for changes.
    # acts and states of affairs
    On 4 May, the Council adopted resolution 1870 (2009).
    The motion was carried by 14 votes to 1 on 3 June.
    On 3 June, I appointed Mr. Ali Diallo as my Special Envoy.
    On 3 June, Ms. Ama Ba was elected President of the National Assembly.
    The first round of the presidential election was held on 4 May.
    A referendum was held on 4 May.
    As of 20 May, 412 observers were deployed.
    On 4 May, armed men attacked a convoy near Birao and killed three people.
    The handover of the camp took place on 4 May.
    A joint military exercise took place from 4 to 6 May.
    On 4 May, I spoke by telephone with the President.
    On 4 May, my Special Representative addressed the media.
    The Government was informed on 8 April.
    The law on public meetings entered into force on 4 May.
    The meeting room was destroyed on 4 May.
    The dates of the conference were announced on 4 May.
    The team met the deadline on 4 May.
    The anniversary of independence was celebrated on 13 August.
    # periods and deadlines
    The mandate of the Mission expires on 15 March 2010.
    The parties were given until 15 May to name their delegates.
    The parties have to name their delegates to the talks before 15 May.
    During the period from 1 to 20 May, the observers recorded twelve violations.
    From 1 to 20 May, the observers recorded twelve violations.
    The situation has been calm since the meeting in Doha and, as at 20 May, no shots had been fired.
    The ministers reaffirmed the 2030 Agenda.
    The budget for the period from 1 July 2009 to 30 June 2010 amounts to two million dollars.
    # planned, wished, offered
    A meeting of the ministers is scheduled for 12 December.
    The ministers will meet in Dakar on 12 December.
    The ministers are to meet in Dakar on 12 December.
    The parties agreed to hold a meeting on 3 October.
    The next round of talks, to be held on 3 October, will deal with land.
    The meeting that should have been held on 4 May would have dealt with land.
    My Special Envoy offered to hold talks on 3 October.
    My Special Envoy wrote to the parties with a view to holding a meeting on 3 October.
    My Special Envoy hopes to visit the region in December.
    On 4 May, the Government requested a meeting with the Mission.
    On 4 May, demonstrators demanded a meeting with the Governor.
    On 4 May, the Government called for an international conference.
    On 4 May, the Government announced that the national dialogue would start on 3 October.
    Two workshops are planned for December 2009.
    On 4 May, the Government proposed a meeting of the Joint Commission.
    On 4 May, the Government invited my Special Envoy to visit the camps.
    An international conference on rain is being convened by her on 29 October.
    The Chairman stated that he would reconvene the meeting in September at a date to be announced.
    Stakeholders were invited to engage in the Rain Summit in Lima in November 2009.
    It was prepared for the August session of the committee.
    Consultations between the mayors of the north yielded a compromise on 24 May.
    Negotiations between the Government and the Front broke down on 22 May.
    The acting Commander, who had been suspended during the visit to the north, returned to duty on 21 May.
    September 2009: conference cancelled because of the floods
    The force completed its mission on 18 May.
    The Mission undertook its mission of good offices from March 2009 to June 2009.
    # a process, a ruling, an article
    On 13 May, Mr. Berg included the return of judges among his demands to make progress in the dialogue.
    Discussions focused on the aftermath of the ruling on nationality by the Court on 23 May 2009.
    Lund scolds ally to shield coalition talks from row, Reuters, 28 May 2009.
    Summit ends without a deal, The Oslo Times, 28 May 2009.
    The letter was sent to the Security Council on 4 May.
    The report on the mission sent on 4 May was discussed.
    On 4 May, the Government and its Council welcomed the plan.
    # refused, called off
    On 4 May, the commander refused a visit by the observers to the camp.
    On 4 May, the authorities denied a request for a visit to the prison.
    The talks, scheduled for 4 May, were cancelled.
    On 4 May, the organizers cancelled the workshop.
    On 4 May, the organizers postponed the conference.
    The meeting was not held on 4 May.
    The talks did not take place on 4 May.
    Because of rain, the talks of the parties did not take place in Doha on 4 May.
    The consultations of the parties on land were not held on 4 May.
    The Joint Commission held one meeting, but did not meet on 4 May.
    The Joint Commission has not met since 4 May.
    The Joint Commission failed to meet on 4 May.
    On 4 May, the Minister declined the invitation to the conference.
    The Front boycotted the talks on 4 May.
    On 4 May, the observers were denied access to a meeting of the Front.
    # courts
    On 4 May, the court held a status conference in the case of the former mayor.
    A trial hearing was held on 4 May.
    The disciplinary hearing took place on 4 May.
"""


def _none(text: str) -> list[object]:
    sentences = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    return cases({sentence: [] for sentence in sentences}, NOT_YET)


@pytest.mark.parametrize(("sentence", "wanted"), _none(NO_EVENTS))
def test_no_event(sentence: str, wanted: list[str]) -> None:
    assert events(secretary_general(sentence)) == wanted


NO_EVENTS_OF_A_COMMITTEE = """
The Committee had before it the report, covering incidents between 3 and 9 May, at its meeting.
The Tribunal held 1,204 meetings from 1 July 2008 to 30 June 2009.
The draft was adopted during the first part of the session of the Assembly on 13 February 1946.
It will be revised for adoption by the Special Committee, during its overlapping session, in December 2009.
    The Special Committee adopted decision 3/1 on 4 May.
    On 4 May, Ms. Ama Ba (Ghana) was elected Chair of the Special Committee.
    The item was allocated to the Special Committee (4 May 2009).
    The next session of the Special Committee will be held from 5 to 9 July 2010.
    The Special Committee decided to hold its next meeting on 3 December.
    The Special Committee submitted its report on 9 May.
    The Special Committee was established on 4 May 1994.
    By a note verbale dated 4 May, the Chair invited all States to the meeting.
    Members are elected for a term from 1 January 2009 to 31 December 2011.
    The deadline for drafts was set at 6 p.m. on 4 May.
    The draft was adopted by a recorded vote of 92 to 3 on 4 May.
    The Special Committee did not meet in May.
"""


@pytest.mark.parametrize(("sentence", "wanted"), _none(NO_EVENTS_OF_A_COMMITTEE))
def test_no_event_of_a_committee(sentence: str, wanted: list[str]) -> None:
    assert events(committee(sentence)) == wanted
