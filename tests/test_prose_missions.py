"""Sentences as the Secretary-General's reports on peacekeeping missions have them, of all decades."""

from __future__ import annotations

import pytest

from tests.small_reports import committee, events, masthead, secretary_general
from tests.support import from_text

TOLD = {
    # what leads a sentence
    "On the morning of 11 February, the Government and UNMIL met in an emergency coordination meeting.": [
        "meeting 2009-02-11 other"
    ],
    "Beginning on 6 November, the parties met in New York for several days.": ["meeting 2009-11-06 other"],
    # from the first day to the last
    "The Birao talks began after a one-day delay on 6 January and lasted until 19 January.": [
        "meeting 2009-01-06/2009-01-19 other"
    ],
    "Negotiations on the draft resumed on 10 September and continued until 14 September.": [
        "meeting 2009-09-10/2009-09-14 other"
    ],
    "A donors’ round table, sponsored by the World Bank, was held in Brussels on 8 and 9 November.": [
        "meeting 2009-11-08/2009-11-09 other"
    ],
    # the comma of a place, the part of a session, an assembly that was held, what a meeting was with
    "I welcome the agreements reached during the donors meeting in Washington, D.C., on 15 May on the payments.": [
        "meeting 2009-05-15 other"
    ],
    "During the first part of its sixteenth meeting, held from 21 October to 2 November in Cali, Colombia, it agreed.": [
        "meeting 16 2009-10-21/2009-11-02 other"
    ],
    "The Plan was adopted by the Second World Assembly on Sand, held in Madrid, from 8 to 12 April 2002.": [
        "meeting 2002-04-08/2002-04-12 other"
    ],
    "The third seminar, on 16 August, involving the President and the Prime Minister, examined plans.": [
        "meeting 2009-08-16 other"
    ],
    "At a meeting late in May with Ministers Lund and Kerr, I stressed that the matter was grave.": [
        "meeting 2009-05-01/2009-05-31 month own"
    ],
    # a step taken when …; a part of a month; a plenary that acts; what stands behind its date
    "A further step was taken on 12 May when Mr. Lund met at the border with Ms. Kerr, commander of the militia.": [
        "meeting 2009-05-12 other"
    ],
    "The first visit, during the third week of November, was an introductory one.": [
        "visit 2009-11-01/2009-11-30 month other"
    ],
    "On 26 September, the plenary meeting of the Lake Panel issued an appeal to all fighters.": [
        "meeting 2009-09-26 other"
    ],
    "My Special Representative convened near Athens, from 16 to 18 October, a meeting of the two sides.": [
        "meeting 2009-10-16/2009-10-18 other"
    ],
    "The President of Togo received the transitional Prime Minister of the Niger, Ali Lund, in Abidjan on 27 May.": [
        "meeting 2009-05-27 other"
    ],
    "This follows the statement made by the President of the Council during the meeting of the Council on 22 March.": [
        "meeting 2009-03-22 other"
    ],
    # months with a bar
    "During the fourth round of negotiations in May/June at Birao, the Government promised an amnesty.": [
        "meeting 2009-05-01/2009-06-30 month other"
    ],
    "A conference was held in Birao in July of 2009.": ["meeting 2009-07-01/2009-07-31 month other"],
    # missions that are sent and come back
    "A needs assessment mission went to the region from 13 to 21 July.": ["visit 2009-07-13/2009-07-21 other"],
    "An electoral survey mission was undertaken by the Electoral Assistance Division in April 2009.": [
        "visit 2009-04-01/2009-04-30 month other"
    ],
    "In addition, a mainstreaming and policy support mission was conducted from 28 January to 3 February.": [
        "visit 2009-01-28/2009-02-03 other"
    ],
    "The Panel resumed its meetings under the chairmanship of the Deputy Prosecutor in February.": [
        "meeting 2009-02-01/2009-02-28 month other"
    ],
    "At a meeting called on 6 May in Birao by the President, three of the four factions took part.": [
        "meeting 2009-05-06 other"
    ],
    "A team from the focal point for police and justice deployed to Chad from 15 to 23 September.": [
        "visit 2009-09-15/2009-09-23 other"
    ],
    "On 9 August, the Committee on Rivers of the Assembly of Chad voted for the law during a session.": [
        "meeting 2009-08-09 other"
    ],
    # on two days at one place, and on two days
    "The meetings of the Lake Panel were held at Birao, Chad, on 23 and 24 May and in Abéché on 12 and 13 April.": [
        "meeting 2009-05-23/2009-05-24 other",
        "meeting 2009-04-12/2009-04-13 other",
    ],
    "Informal meetings of the two sides took place, on 12 and 13 May, in Birao.": [
        "meeting 2009-05-12/2009-05-13 other"
    ],
    "The meetings of the Lake Panel were held on 23 and 24 May.": [
        "meeting 2009-05-23 other",
        "meeting 2009-05-24 other",
    ],
    "Following discussions on my report (S/2009/69) in the Security Council on 24 August, we set up groups.": [
        "meeting 2009-08-24 other"
    ],
    "The parties held talks in February and April and have agreed to another round of talks in November.": [
        "meeting 2009-02-01/2009-02-28 month other",
        "meeting 2009-04-01/2009-04-30 month other",
    ],
    # who is "our" and who is not
    "At our meeting on 4 October, the Prime Minister expressed his appreciation.": ["meeting 2009-10-04 own"],
    "I reiterate what the Deputy Secretary-General, Ms. Lund, said during her visit to Chad in November.": [
        "visit 2009-11-01/2009-11-30 month other"
    ],
    # held at a place, with a symbol behind the date; what is attended whatever it is called; a press conference's speakers
    "I welcome the conclusions of the Peace Council Ministerial Steering Board, held at Sintra, Portugal, on 30 May (see S/2009/434).": [
        "meeting 2009-05-30 other"
    ],
    "At the last meeting on border markers, held in Bogor, Indonesia, from 27 to 29 May (see S/2009/522), it agreed.": [
        "meeting 2009-05-27/2009-05-29 other"
    ],
    "The regional review, held in Geneva on 3 June, was attended by 30 States.": ["meeting 2009-06-03 other"],
    "Ministers repeated it at a press conference addressed by senior cabinet members on 17 June.": [
        "other 2009-06-17 other"
    ],
    "It noted the High-level Midterm Review of the Programme of Action for the Decade, held in Antalya, Chad, from 27 to "
    "29 May 2008.": ["meeting 2008-05-27/2008-05-29 other"],
    # verbs
    "My Special Envoy brought the two sides together on 12 May at the mission’s headquarters.": [
        "meeting 2009-05-12 other"
    ],
    "From 10 to 12 September, my Deputy Special Representative toured the northern districts.": [
        "visit 2009-09-10/2009-09-12 other"
    ],
    "The report was considered by the Security Council on 23 April.": ["meeting 2009-04-23 other"],
    "Delegations of the parties conducted in Tehran from 5 to 19 January 2009, under United Nations auspices, talks.": [
        "meeting 2009-01-05/2009-01-19 other"
    ],
    "From 5 to 7 May, UNMISS supported the Strategic Review Board to hold a validation workshop.": [
        "meeting 2009-05-05/2009-05-07 other"
    ],
    "On 16 April, the Minister of the Interior led a high-level delegation from the secretariat of the River Union to the disputed area.": [
        "visit 2009-04-16 other"
    ],
    "From 23 February to 5 March, an IMF mission to Chad made a second assessment of the programme.": [
        "visit 2009-02-23/2009-03-05 other"
    ],
    "The parties accepted the invitation and talks started on 12 August at Geneva.": ["meeting 2009-08-12 other"],
    "From 9 to 11 June, the recently established Human Rights Review Panel held its first regular session.": [
        "session 2009-06-09/2009-06-11 other"
    ],
    # what leads: "late on", "as part of … in Juba on"; what follows
    "Late on 10 August, a meeting was held at a post of the peacekeeping force.": ["meeting 2009-08-10 other"],
    "As part of separate engagements with stakeholders in Juba on 25 and 26 March, the leadership met with a delegation.": [
        "meeting 2009-03-25/2009-03-26 other"
    ],
    "The forum was followed, on 10 and 11 June, by a Ministry-sponsored international investors’ conference.": [
        "meeting 2009-06-10/2009-06-11 other"
    ],
    "UNISFA organized online discussions between the two chiefs throughout March 2009.": [
        "meeting 2009-03-01/2009-03-31 month other"
    ],
    # a report before the Board is to come, the visit was; a trend since a year; another event of another kind
    "The Board will have before it the report on its field visit to the Republic of Chad (2 to 6 May 2008).": [
        "visit 2008-05-02/2008-05-06 other"
    ],
    "It heard of a virtual seminar on trends since 1950 for 237 countries, held on 11 June 2008 and hosted by a school.": [
        "meeting 2008-06-11 other"
    ],
    "UNOWAS participated in the fifth session of the Sand Council on 18 June, and in a technical meeting in Abuja on 26 and 27 June.": [
        "meeting 2009-06-18 other",
        "meeting 2009-06-26/2009-06-27 other",
    ],
    "It was represented at the “Africans Against the Bomb” conference (June 2009, Pretoria).": [
        "meeting 2009-06-01/2009-06-30 month other"
    ],
    "It cooperated in two workshops for platforms in Lomé (3 and 4 May 2009) and Accra (15 and 16 May 2009).": [
        "meeting 2009-05-03/2009-05-04 other",
        "meeting 2009-05-15/2009-05-16 other",
    ],
    "The Secretary indicated at a 26 May parliamentary hearing that the budget provided for it.": [
        "meeting 2009-05-26 other"
    ],
    "The Military Commission meets regularly; its last meeting was on 4 June.": ["meeting 2009-06-04 other"],
    # who spoke at a session, who was where for what, what was reconvened, monitored, convened by somebody
    "On 5 March, the Foreign Minister delivered an in-person statement at the 108th session of the Sand Council.": [
        "meeting 2009-03-05 other"
    ],
    "On 10 September, Mr. Lund was in Bosnia and Herzegovina to meet the Minister of Justice.": [
        "visit 2009-09-10 other"
    ],
    "Mr. Lund was also in Slovakia on 30 September, where he met with the Deputy Prime Minister.": [
        "visit 2009-09-30 other"
    ],
    "On 8 June, the constitutive session of the Assembly was reconvened for the third time.": [
        "meeting 2009-06-08 other"
    ],
    "On 26 February, EULEX monitored a joint coordination meeting at the Basic Prosecution Office.": [
        "meeting 2009-02-26 other"
    ],
    "On 17 May, he convened the panel of co-facilitators of the peace process in Lomé.": ["meeting 2009-05-17 other"],
    "In November, UNMIK, supported by the Fund, organized “Open Day on Women, Peace and Security” with students.": [
        "meeting 2009-11-01/2009-11-30 month other"
    ],
    "On 30 May, representatives of both associations held, for the first time, a joint press conference.": [
        "other 2009-05-30 other"
    ],
    "At the Stability Pact Working Table on Security Issues, held in Oslo on 13 and 14 May, a proposal was discussed.": [
        "meeting 2009-05-13/2009-05-14 other"
    ],
    "In remarks after meeting with Mr. Lund and the Speaker of Parliament, on 14 January, Mr. Kerr said so.": [
        "meeting 2009-01-14 other"
    ],
    "In May, UNMISS provided technical assistance to the Civil Forum to convene a stakeholders’ conference.": [
        "meeting 2009-05-01/2009-05-31 month other"
    ],
    "At the second meeting of membership of the working group, on 12 February, the paper was presented.": [
        "meeting 2 2009-02-12 other"
    ],
    "My Special Representative visited that country from 18 to 23 May.": ["visit 2009-05-18/2009-05-23 other"],
    # sessions that share their days; a symbol behind a session's month
    "The twenty-eighth session of the Conference of the Parties and the fifth session of the Conference of the Parties "
    "serving as the Meeting of the Parties, presided over by the Government of Chad in Birao, from 3 to 13 March 2008, were noted.": [
        "session 2008-03-03/2008-03-13 other"
    ]
    * 2,
    "The report was adopted by the Human Rights Council at its tenth session, in March 2009 (A/HRC/10/14).": [
        "session 2009-03-01/2009-03-31 month other"
    ],
    # an entry of a list with its date and place in brackets; the next line of a list; a publication tells of a summit
    "The seventy-first session of the Scientific Committee on the Effects of Rain on Sand and Salt in Deltas (May 2009, Vienna).": [
        "session 2009-05-01/2009-05-31 month other"
    ],
    "Report of the World Summit on Water, Dakar, 26 August–4 September 2002 (United Nations publication).": [
        "meeting 2002-08-26/2002-09-04 other"
    ],
    # days of several forums are those of each
    "UNMISS facilitated two Forums in Juba and Bor from 12 to 14 February and 18 to 20 February, respectively, and met on "
    "13 February with youth.": [
        "meeting 2009-02-12/2009-02-14 other",
        "meeting 2009-02-13 other",
        "meeting 2009-02-18/2009-02-20 other",
    ],
    # dates with a minus sign, lengths with a point, a communication workshop, an assembly that somebody attended
    "Report of the World Conference on Sand, Paris, 1−14 September 1981 (United Nations publication).": [
        "meeting 1981-09-01/1981-09-14 other"
    ],
    "On 25 February, the caretaker authority organized a 1.5-day national dialogue conference.": [
        "meeting 2009-02-25 other"
    ],
    "On 17 March, EULEX organized a media training and communication workshop for 14 officers.": [
        "meeting 2009-03-17 other"
    ],
    "UNMIK attended the 84th INTERPOL General Assembly, held from 2 to 5 November 2009 in Kigali.": [
        "meeting 2009-11-02/2009-11-05 other"
    ],
    "On 20 and 21 May, an inter-agency meeting, held at Barahona, Chad, was attended by the country teams.": [
        "meeting 2009-05-20/2009-05-21 other"
    ],
    "My Acting Special Representative continued to hold regular meetings with the leadership in August and September.": [
        "meeting 2009-08-01/2009-09-30 month other"
    ],
    "It organized five workshops focused on security strategy and affordability, held between March and May 2009.": [
        "meeting 2009-03-01/2009-05-31 month other"
    ],
    "They adopted a plan at the Conference to Support Goal 14: Conserve the oceans, co-hosted by Chad and held in Nice, "
    "from 9 to 13 June 2009.": ["meeting 2009-06-09/2009-06-13 other"],
    # since when, with what pleasure, respectively, cut short, in the country
    "A Security Council mission visited Chad for the first time since the restoration of its independence, from 24 to 30 "
    "October.": ["visit 2009-10-24/2009-10-30 other"],
    "I had the pleasure of visiting Timor-Leste on 14 and 15 October.": ["visit 2009-10-14/2009-10-15 own"],
    "The last two rounds of talks of the Commission were held in May and June 2009 in Dili and Jakarta, respectively.": [
        "meeting 2009-05-01/2009-05-31 month other",
        "meeting 2009-06-01/2009-06-30 month other",
    ],
    "On 5 March, a visit to northern Chad by the Police Commander, accompanied by the head of police, was cut short.": [
        "visit 2009-03-05 other"
    ],
    "Mr. Lund was in Yugoslavia (see annex) from 4 to 10 May.": ["visit 2009-05-04/2009-05-10 other"],
    "In early August UNOMIG convened the Joint Fact-Finding Group to look into the incident.": [
        "meeting 2009-08-01/2009-08-31 month other"
    ],
    # the occasion of something else; a sitting over two days; a report on a visit to come before the body
    "On 28 April, on the margins of the spring meeting of the Fund in Birao, the Government presented its plan.": [
        "meeting 2009-04-28 other"
    ],
    "On 2 and 3 March, the United Nations risk management working group assessed risks.": [
        "meeting 2009-03-02/2009-03-03 other"
    ],
    "The Board will consider the report on the field visit to Chad (2 to 6 May 2008).": [
        "visit 2008-05-02/2008-05-06 other"
    ],
    "Report of the World Conference on Sand, Cairo, 5–13 September 1994 (A/CONF.171/13/Rev.1), chap. I.": [
        "meeting 1994-09-05/1994-09-13 other"
    ],
    # held under a name; meetings without an article behind their day; a visit that a report is on
    "The United Nations Peacekeeping Ministerial 2008 was held in Berlin on 13 and 14 May 2008.": [
        "meeting 2008-05-13/2008-05-14 other"
    ],
    "On 7 and 14 April, at meetings held to try to resolve these problems, the authorities told the Mission so.": [
        "meeting 2009-04-07 other",
        "meeting 2009-04-14 other",
    ],
    "On 5 March, the Working Group presented the report on its visit to Chad (7-14 February 2008) to the Council.": [
        "visit 2008-02-07/2008-02-14 other"
    ],
    "Monitors visited the detainees on 4 May and witnessed their appearance before a judge the following day.": [
        "visit 2009-05-04 other"
    ],
    "On 5 September 2009, the party held its national convention.": ["meeting 2009-09-05 other"],
    "I welcomed the dispatch of a mission led by Under-Secretary-General Lund from 8 to 15 November.": [
        "visit 2009-11-08/2009-11-15 other"
    ],
    "I dispatched on 26 October 2009 a United Nations electoral team to Chad to evaluate possibilities.": [
        "visit 2009-10-26 other"
    ],
    "UNDP fielded in March 2009 an inter-agency mission to Birao.": ["visit 2009-03-01/2009-03-31 month other"],
    "Following the 10 October briefing by my Envoy, the President hosted, on 20 October, the first meeting of the board.": [
        "briefing 2009-10-10 other",
        "meeting 2009-10-20 other",
    ],
    "On 13 November, the Government initiated a series of public consultations on draft laws.": [
        "consultations 2009-11-13 other"
    ],
    "The Coordination Board finally reconvened after a one-year hiatus on 14 May.": ["meeting 2009-05-14 other"],
    "It was endorsed at the Economic and Social Council operational activities for development segment in July 2009.": [
        "meeting 2009-07-01/2009-07-31 month other"
    ],
    "Later meetings between the mayors and the government on 9 and 16 March did not yield a compromise.": [
        "meeting 2009-03-09 other",
        "meeting 2009-03-16 other",
    ],
    "The Lake Commission regional review, held in Geneva on 21 and 22 October 2009, served to highlight progress.": [
        "meeting 2009-10-21/2009-10-22 other"
    ],
    "Two sessions of the Group were held in Birao. At the first of these, on 8 April, the parties agreed.": [
        "meeting 2009-04-08 other"
    ],
    "He spoke at the International Conference themed “Grain in Focus”, held on 26 and 27 May 2009 in Baku.": [
        "meeting 2009-05-26/2009-05-27 other"
    ],
    "He reported on the 3rd meeting of the Ship/Port Working Group held at IMO, 24-28 October 2008.": [
        "meeting 3 2008-10-24/2008-10-28 other"
    ],
    "Under Security Council resolution 1325, on 15 September, UNDP, with support from UNMIK, organised a workshop.": [
        "meeting 2009-09-15 other"
    ],
    "As a follow-up to the dialogue among leaders co-hosted by Ms. Lund and by Mr. Berg on 26 July (see S/2009/641), a song was sung.": [
        "meeting 2009-07-26 other"
    ],
    "He was told during a visit to Birao on 13 November 2008; and on 20 September, trial proceedings commenced.": [
        "visit 2008-11-13 other"
    ],
    "On 14 August, following tensions caused by abductions in July and August, both sides held a special meeting.": [
        "meeting 2009-08-14 other"
    ],
    "On 13 and 21 March, the Russian State Duma held hearings on appeals.": [
        "meeting 2009-03-13 other",
        "meeting 2009-03-21 other",
    ],
    "From 27 to 29 April, UNMIK and the Task Force brought together members of local youth councils.": [
        "meeting 2009-04-27/2009-04-29 other"
    ],
    "On 14 February, after a meeting with my Special Representative, the Minister called upon those groups.": [
        "meeting 2009-02-14 other"
    ],
    "As a follow-up to the visit to Birao in November 2008, on 24 September the Chadian representatives spoke.": [
        "visit 2008-11-01/2008-11-30 month other"
    ],
    "The work went on, culminating in a tour of four camps by its Chief of Staff from 9 to 11 April.": [
        "visit 2009-04-09/2009-04-11 other"
    ],
    "President Lund visited the monastery for the Easter celebrations on 23 April.": ["visit 2009-04-23 other"],
    "In meetings held in Vienna and Birao on 7 and 8 May 2009, the two sides reviewed the situation.": [
        "meeting 2009-05-07 other",
        "meeting 2009-05-08 other",
    ],
    "Rounds of talks were held in Birao on 20 and 21 February, 17 March and 4 and 5 May.": [
        "meeting 2009-02-20/2009-02-21 other",
        "meeting 2009-03-17 other",
        "meeting 2009-05-04/2009-05-05 other",
    ],
    "The Bank presented the progress report on Chad at a meeting of the Lake Mechanism on 7 November.": [
        "meeting 2009-11-07 other"
    ],
    "UNMIK approved by acclamation at a meeting in Birao on 6 April a joint declaration.": ["meeting 2009-04-06 other"],
    "On 12 October, Mr. Lund was chosen. Consultations between his party and others began the same day.": [
        "consultations 2009-10-12 other"
    ],
    "On 25 May, the first consultation between the Ombudsperson and the Working Group identified challenges.": [
        "consultations 2009-05-25 other"
    ],
    "On 14 June 2009, the Bureau held a workshop to present the work done from 29 May to 2 June 2009.": [
        "meeting 2009-06-14 other"
    ],
    "This was said at the joint Lake Bank workshop on grain trade and similar services (Birao, April 2009).": [
        "meeting 2009-04-01/2009-04-30 month other"
    ],
    "It was adopted at the third special session of the Human Rights Council in Geneva on 7 February 2009.": [
        "meeting 2009-02-07 other"
    ],
    "On 6 June, Parliament convened a special session to amend the budget for the fiscal year from May 2008 to April 2009.": [
        "meeting 2009-06-06 other"
    ],
    "During 6 and 7 October, she facilitated meetings in Birao between the two sides.": [
        "meeting 2009-10-06/2009-10-07 other"
    ],
    "On 5 May, the mayors met. In the same month, the Centre organized a briefing for Member States.": [
        "meeting 2009-05-05 other",
        "briefing 2009-05-01/2009-05-31 month other",
    ],
    "The Assembly spoke at its plenary meetings on 18 and 25 March; much of the discussion on 18 March was on grain.": [
        "meeting 2009-03-18 other",
        "meeting 2009-03-25 other",
    ],
    "The Minister opened the Energy Conference in Birao on 28 January and the eighth Birao Fair on 1 February.": [
        "meeting 2009-01-28 other"
    ],
}
NO_EVENTS = """
The Front was due to resume its talks with the Government on 7 June at Birao.
In February the Assembly began to hold plenary meetings on a monthly rather than weekly basis.
Several events with large gatherings were held, including Independence Day celebrations on 28 November and others.
On 26 June, the Mission and two organizations arranged an event to mark the day of victims.
Commissioners were nominated by an independent panel in May 2009, following several rounds of consultations.
Parliament decided on 22 September to schedule a debate on the motion on 5 and 6 October.
The Commander attempted to arrange a meeting between the commanders on 31 July, but one did not attend.
Progress has been achieved since the start of the dialogue between the prime ministers in October 2008.
Parliament adjourned its first legislative session of 2009 on 14 May.
Prior to the closing of the first ordinary session of the legislative year on 8 May, Parliament adopted a law.
In March 2009, representatives submitted a written statement on climate change to the sixty-sixth session of the Board.
The party also submitted a statement to the ninth session of the Commission for Social Development in March 2009.
Nineteenth session of the Permanent Forum on Lakes, 13–24 April 2009 at Headquarters in New York (cancelled)
They reaffirmed their commitment in this regard to the convening of a High-Level Conference in June in New York.
On 4 May, after a meeting with residents had been cancelled, the mayor resigned.
On 4 May, the 2008 Lake Conference declaration was published.
Meetings between the mayor and the opposition on 4 May were cancelled.
At the first of these, on 4 May, a bomb exploded.
On 4 May, the first meeting room was opened.
On 3 August, during a gathering in Birao of more than 100 members of the Association, shots were fired.
The nomination of Mr. Berg as Prime Minister, on 25 October, followed another one, the opposition holding a debate.
A panel of judges sentenced Mr. Berg for murder in an incident that took place in Birao on 17 February 2008.
He promised them a meeting after they had abandoned the inter-Lake dialogue in February 2009.
From November 2008 until January 2009 observers were temporarily detached to serve in the observation mission to Chad.
After revision by the Plenary of Judges, a final judgment was delivered on 28 June.
The Coalition left the Assembly session in protest of the triple murder on 4 June of residents of Birao.
An electoral observation mission deployed to Chad on 4 August.
On 4 January, workers started more construction than had been agreed in negotiations.
On 17 March, I received Mr. Lund’s reply, dated 16 March, together with another letter.
On 21 October, UNMIL presented a draft of the agreement and made persistent efforts to reopen the discussion on it.
The following day, an operation undertaken by UNMIL to arrest the leaders of the gang met with strong resistance.
On 18 January, the Chief Military Observer received a letter from the authorities of Chad.
This is reflected in the report you presented, on 21 May, to the Council, since the terms have not been fully met.
On 16 August, he opened the park for young people who will be provided with opportunities to engage in dialogue.
On 28 June, the Mission began a 12-month training and workshop programme for prosecutors.
The group held a number of meetings and submitted a report, which is not public, to the Prime Minister on 31 March.
At the Seventh Ministerial Meeting in Birao on 19 November, Chad will assume the chairmanship.
The Seventh Meeting in Birao on 19 November is expected to adopt a document.
The discussions continued in January.
By the closure of the Conference on 14 June the Convention had been signed by 154 States.
It is essential that some success be achieved when my Special Envoy resumes his negotiations in New York on 7 December.
The European Council supported the opening of accession talks with Chad in January.
The World Bank is organizing a meeting of donors in Paris on 20 May in order to mobilize resources.
My Special Envoy had been planning to make a visit to the area in March, but was indisposed.
The weekly meetings chaired by the force continue to take place, following their resumption in October.
On 10 November, a panel of three judges convicted a defendant of a murder that took place in January.
Building on consultations held in 2008 with the parties, on 28 March the President appointed a committee.
The Security Council approved the nomination of Mr. Lund, and he took up his duties on 11 February.
On 7 June, the opposition party resumed its participation in plenary meetings, ending a boycott it began in May.
On 14 May, they held a peaceful protest gathering an estimated 3,000 people.
The General elections of the Republic of Chad, held in Birao, from 3 to 5 May 2009, were calm.
On 4 August, the Lake side announced the postponement of its participation in the meeting until the situation calmed.
The Mission began using a new database introduced in field missions in July.
A panel for resolving other claims, run by the institutions, recommended to the Minister on 30 October that they be paid.
The implementation of the agreement, in the framework of the dialogue between the two sides, saw progress in September.
On 4 June, a prosecutor filed an indictment for an attack during a launch event of the magazine Lake on 14 December 2008.
From 11 March to 29 April, UNMISS supported the deployment to Malakal of a county court judge, who decided on 92 cases.
The International Court of Justice held public hearings from 1 to 11 March on the question of the declaration.
The armed group was in Birao from 4 to 10 May.
The debate was postponed after a walk-out and a lack of quorum in the subsequent scheduled sessions on 27 and 28 February.
On 7 November, the Supreme Court, in a panel composed of three local judges, reduced the sentence.
On 14 September, the Prime Minister attended an event to launch a commentary.
This is in line with the agreement reached within the context of the dialogue on 25 August 2008.
The Presidential Election of Chad was held in Birao on 6 May.
On 26 October, the first session of the appellate proceedings was held by a panel of one local judge and two others.
EULEX continued its field visits to offices to assess the use of registry books, handed over in October 2008.
Another rally, attended by a smaller number of people, was held on 10 October in the north.
Many of those visits were carried out in the context of campaigning for municipal elections held on 11 May.
The remaining members ended their boycott of Assembly plenary sessions on 19 March.
Chad protested against commercial tourist visits to the lake, and the resumption on 10 September of the rail line.
There was no follow-up before the end of the ordinary legislative session on 14 May.
On 9 April, Mr. Lund was formally designated as Prime Minister and immediately began consultations with the Parliament.
"""


@pytest.mark.parametrize("sentence", TOLD)
def test_what_is_told(sentence: str) -> None:
    assert events(secretary_general(sentence)) == TOLD[sentence]


@pytest.mark.parametrize("sentence", NO_EVENTS.strip().splitlines())
def test_no_event(sentence: str) -> None:
    assert events(secretary_general("Rain fell on 4 March.", sentence)) == []


def test_the_day_of_a_relative_clause_is_of_that_clause() -> None:
    told = "On 9 September, UNMIL facilitated a visit to Birao by Mr. Lund, who on 24 July had become Minister."
    assert events(secretary_general(told)) == ["visit 2009-09-09 other"]


AGAIN = {
    "one body under its name and by its noun": (
        "On 28 January, Prince Lund chaired a meeting of the Supreme River Council in Birao.",
        "At the Supreme River Council meeting of 28 January, my Special Representative announced the pledges.",
        "At the 28 January Supreme River Council meeting, therefore, the campaign was shortened.",
        "At the meeting on 28 January, UNMIL proposed a moratorium.",
    ),
    "a group and its representatives": (
        "My Special Representative participated in a meeting of the Group of Lakes in Berlin on 30 June.",
        "On 30 June, senior representatives of the Group of Lakes met in Berlin to discuss ways and means.",
    ),
    "a retreat": (
        "At the request of political leaders, on 21 and 22 August the Church hosted a retreat with them.",
        "As the leaders said in their retreat of 21 and 22 August, the wealth of the country is its rivers.",
    ),
    "by its month": (
        "The Basin Conference of the Peace Implementation Council was held on 4 and 5 December 2008.",
        "It was set up following the Basin Conference of the Peace Implementation Council in December 2008.",
    ),
    "the meeting of a day with two adjectives": (
        "At the high-level meeting on 8 September, the Government undertook to collect the weapons.",
        "At the high-level tripartite meeting of 8 September, the Government proposed that land be transferred.",
        "It was done as had been agreed at the 8 September meeting.",
    ),
    "talks at a place by their month": (
        "The parties held talks in Birao from 4 to 9 May 2009.",
        "It follows the agenda agreed upon during the high-level Birao talks in May 2009.",
    ),
    "a number and its month": (
        "The 53rd meeting of the Programme Board was held in Birao on 12 and 13 May 2009.",
        "At its 53rd meeting in May 2009, the Programme Board asked for a report.",
    ),
    "a visit by its month": (
        "The needs are great, as Ms. Jane Lund said following her visit to Chad from 3 to 5 October.",
        "I recall the message that Ms. Jane Lund conveyed during her visit to Chad in October.",
    ),
}


@pytest.mark.parametrize("case", AGAIN)
def test_one_event_told_again(case: str) -> None:
    assert len(events(secretary_general(*AGAIN[case]))) == 1


def test_a_conference_of_the_day_of_another_bodys_session_stays_apart() -> None:
    told = (
        "The Parliament of the Lake Region held its inaugural session on 2 October.",
        "Officials participated in various forums, including the Ministerial Conference to Help Chad on 2 October in Cairo.",
    )
    assert events(secretary_general(*told)) == ["meeting 2009-10-02 other"] * 2


def test_the_day_after_in_meetings_with_others() -> None:
    told = "On 16 June, the Friends of Haiti met with the President. The following day, they voiced it in meetings with the Speaker."
    assert events(secretary_general(told)) == ["meeting 2009-06-16 other", "meeting 2009-06-17 other"]


def test_what_lies_ahead_stays_ahead() -> None:
    told = (
        "The donor conference is now scheduled to be held at Vienna on 24 and 25 February.",
        "I hope that the conference at Vienna on 24 and 25 February to which I have invited donors will help.",
    )
    days = [m["value"] for m in secretary_general(*told).rows["mentions"] if m["label"] == "DATE"]
    assert days[-2:] == ["2010-02-24", "2010-02-25"]


def test_a_visit_told_with_its_delegation_is_one() -> None:
    told = (
        "On 14 January, Prime Minister Lund visited Chad on the occasion of the New Year.",
        "On 14 January, a delegation headed by Prime Minister Lund visited Chad, and the police was advised.",
    )
    assert len(events(secretary_general(*told))) == 1


def test_her_visit_is_of_who_is_named_behind_it() -> None:
    report = secretary_general("During her visit to Chad in May, the High Commissioner, Jane Lund, spoke of the river.")
    assert [(m["body"], m["is_own"]) for m in report.rows["meetings"]] == [("High Commissioner", False)]


def test_two_events_of_a_month_stay_two() -> None:
    told = (
        "The Minister met my Special Representative on 4 October.",
        "Talks of the Minister of Justice with judges began in October.",
    )
    assert events(secretary_general(*told)) == ["meeting 2009-10-04 other", "meeting 2009-10-01/2009-10-31 month other"]


def test_two_who_were_at_one_place_in_a_month_stay_two() -> None:
    told = (
        "Sir Brian Lund, Special Representative for the River Valley, visited Birao early in February.",
        "Ms. Jane Kerr, Special Representative for the River Valley, visited Birao at the end of February.",
    )
    assert len(events(secretary_general(*told))) == 2


def test_a_joint_statement_in_an_annex_tells_of_the_talks_again() -> None:
    head = masthead("A/64/611", "Report of the Secretary-General on the situation in the Central African Republic")
    body = "1. The talks between the parties took place in Birao from 26 to 30 March 2009.\n\n2. They go on.\n\n"
    annex = "Annex\n\nJoint statement of the parties\n\nIn the town of Birao, the Front, having met from 26 to 30 March 2009, agreed.\n"
    assert events(from_text(f"{head}\n\n{body}{annex}")) == ["meeting 2009-03-26/2009-03-30 other"]


def test_who_chairs_a_meeting_does_not_hold_it() -> None:
    report = secretary_general("On 28 January, Prince Lund chaired a meeting of the Supreme River Council in Birao.")
    assert [m["body"] for m in report.rows["meetings"]] == ["Supreme River Council"]


def test_the_genitive_is_no_part_of_a_name() -> None:
    report = secretary_general("On 17 March, Mr. Lund’s reply was read.")
    assert [m["text"] for m in report.rows["mentions"] if m["label"] == "PERSON"] == ["Lund"]


NUMBERS_IN_BRACKETS = {
    "The Special Committee held 2 formal meetings (6th and 7th), on 3 and 4 July.": [
        "meeting 6 2009-07-03 own",
        "meeting 7 2009-07-04 own",
    ],
    "The Special Committee held three meetings (3rd to 5th) from 5 to 9 May.": [
        "meeting 3 2009-05-05/2009-05-09 span own",
        "meeting 4 2009-05-05/2009-05-09 span own",
        "meeting 5 2009-05-05/2009-05-09 span own",
    ],
    "The Special Committee held two meetings (1st and 2nd) during its ninth session at Headquarters, on 27 March and 4 May.": [
        "meeting 1 2009-03-27 own",
        "meeting 2 2009-05-04 own",
    ],
    "During the period, the Special Committee held 12 plenary meetings (20th to 31st).": [],
}


@pytest.mark.parametrize("sentence", NUMBERS_IN_BRACKETS)
def test_numbers_in_brackets_behind_their_noun(sentence: str) -> None:
    report = committee(sentence)
    assert events(report) == NUMBERS_IN_BRACKETS[sentence]
    assert not [d for d in report.rows["discrepancies"] if d["kind"] == "claim_conflict"]


def test_sentences_in_the_cells_of_a_table_that_lists_no_events() -> None:
    head = masthead("A/64/611", "Report of the Secretary-General on the programme plan")
    table = (
        "Programme\tBody\tComments\n"
        "River\tLake Commission\tThe plan was adopted by the Commission at its fortieth session, held from 9 to 11 October 2009\n"
        "Sand\tSand Board\tThe plan will be considered by the Board at its next session, to be held from 3 to 5 May 2010\n"
        "Wood\tNone\tNone\n"
    )
    report = from_text(f"{head}\n\n1. The plans are these:\n\n{table}\n2. They were read.\n")
    assert events(report) == ["session 2009-10-09/2009-10-11 other"]
    (source,) = report.rows["meeting_sources"]
    assert report.text[source["char_start"] : source["char_end"]].startswith("The plan was adopted")


def test_a_heading_that_names_an_agreement_gives_no_year() -> None:
    told = "Following a meeting on 10 April, the Mission forwarded a draft to the authorities."
    head = masthead("S/2009/320", "Report of the Secretary-General")
    report = from_text(
        f"{head}\n\nI. Functions under the cease-fire agreement of 29 March 2005\n\n1. Rain fell.\n\nII. Status\n\n2. {told}\n"
    )
    assert events(report) == ["meeting 2009-04-10 other"]


def test_a_time_that_is_years_ago_is_no_reporting_period() -> None:
    head = masthead("S/2009/320", "Report of the Secretary-General")
    body = "1. The situation improved after the first meetings of the parties since February 2003.\n\n2. On 5 May, the parties met."
    report = from_text(f"{head}\n\n{body}\n")
    assert [d["period_start"] for d in report.rows["documents"]] == [None]
    assert events(report) == ["meeting 2009-05-05 other"]


def test_a_visit_to_headquarters_is_of_the_guest() -> None:
    report = secretary_general("During a visit to Headquarters by President Lund in January, I agreed to help.")
    assert [(m["body"], m["is_own"]) for m in report.rows["meetings"]] == [("President Lund", False)]


def test_a_statement_at_a_summit_does_not_make_it_his() -> None:
    report = secretary_general("In my statement at the Lake summit on 9 May, I expressed deep concern.")
    assert events(report) == ["meeting 2009-05-09 other"]


def test_who_is_briefed_holds_the_briefing() -> None:
    report = secretary_general("The Advisory Committee was briefed by the Chair on 17 May.")
    assert [m["body"] for m in report.rows["meetings"]] == ["Advisory Committee"]


def test_forums_that_somebody_organized_are_no_name() -> None:
    report = secretary_general("UNMISS organized two County Commissioners’ Forums in Juba, on 11 and 18 February.")
    assert {m["body"] for m in report.rows["meetings"]} == {"UNMISS"}


def test_two_first_sessions_of_a_day_stay_two() -> None:
    told = (
        "The newly established Senate held its first ordinary session on 3 April.",
        "The first session of consultations between Chad and the Niger was held in Birao on 3 April.",
    )
    assert len(events(secretary_general(*told))) == 2


def test_a_draft_resolution_is_of_the_body_that_speaks() -> None:
    head = masthead("E/2009/L.14", "Draft resolution submitted by the Vice-President of the Council, Ana Lund (Chad)")
    report = from_text(f"{head}\n\nThe Economic and Social Council,\n\nRecalling its resolutions,\n")
    assert [d["issuing_body"] for d in report.rows["documents"]] == ["Economic and Social Council"]


def test_a_mission_that_visited_is_not_his_own() -> None:
    told = "The findings are in the report of the needs assessment mission that visited the region last July."
    assert events(secretary_general(told)) == ["visit 2009-07-01/2009-07-31 month other"]


def test_talks_of_two_weeks_told_again_are_one() -> None:
    told = (
        "Delegations of the parties met in Tehran from 5 to 19 January 2009.",
        "A joint statement was issued on the results of the talks held in Tehran from 5 to 19 January 2009.",
    )
    assert events(secretary_general(*told)) == ["meeting 2009-01-05/2009-01-19 other"]


def test_two_dialogues_of_a_month_in_long_lists_stay_two() -> None:
    told = (
        "OHCHR supported Chad in a bill; held a workshop for the Sand Institute of Birao in March; and trained 20 judges.",
        "In March, UNMISS and the Sand Institute of Birao held a dialogue with 40 stakeholders.",
    )
    assert len(events(secretary_general(*told))) == 2


def test_missions_of_the_osce_as_reports_write_them() -> None:
    told = (
        "The OSCE mission in Georgia met with the parties.",
        "The Organization for Security and Cooperation in Europe (OSCE) Mission to Georgia patrolled.",
        "An OSCE mission in Kosovo is not meant before there was one.",
    )
    report = from_text(
        "\n\n".join(
            [
                masthead("S/1997/320", "Report of the Secretary-General").replace("30 November 2009", "30 May 1997"),
                *told,
            ]
        )
    )
    missions = [(m["text"], m["entity_id"]) for m in report.rows["mentions"] if m["label"] == "MISSION"]
    assert missions == [
        ("OSCE mission in Georgia", "OSCE_Mission_to_Georgia"),
        ("Organization for Security and Cooperation in Europe (OSCE) Mission to Georgia", "OSCE_Mission_to_Georgia"),
    ]


def test_discussions_by_a_board_are_not_the_committees() -> None:
    report = committee("The report reflects the discussions by the Programme Coordinating Board in March 2009.")
    assert [(m["body"], m["is_own"]) for m in report.rows["meetings"]] == [("Programme Coordinating Board", False)]


def test_who_reviewed_it_at_its_session_sat() -> None:
    told = "The Ethics Panel of the United Nations reviewed the report electronically and at its 175th session on 13 May 2009."
    assert [(m["body"], m["is_own"]) for m in committee(told).rows["meetings"]] == [
        ("Ethics Panel of the United Nations", False)
    ]


def test_a_masthead_whose_date_is_a_slip_does_not_take_the_year_from_what_the_report_covers() -> None:
    """S/2010/200: dated 22 February, it covers events until 15 April."""
    head = masthead("S/2009/200", "Report of the Secretary-General").replace("30 November 2009", "22 February 2009")
    told = (
        "1. The present report covers major developments since my report of 1 September 2008 (S/2008/439) until 15 April 2009.",
        "2. The plan was presented at a conference in Birao on 17 March.",
    )
    assert events(from_text("\n\n".join([head, *told]) + "\n")) == ["meeting 2009-03-17 other"]


def test_a_meeting_in_two_spans_has_the_day_that_they_share() -> None:
    """Annotation guide: "the 2nd to 4th meetings, on 9 and 10 May", "the 4th to 6th meetings, on 10 to 12 May"."""
    told = (
        "At its 2nd to 4th meetings, on 9 and 10 May 2009, the Committee held a general debate.",
        "At its 4th to 6th meetings, from 10 to 12 May 2009, the Committee considered item 5.",
    )
    found = {
        r["meeting_number"]: (str(r["start_date"]), r["date_precision"]) for r in committee(*told).rows["meetings"]
    }
    assert found["4"] == ("2009-05-10", "day")
    assert {found[n][1] for n in ("2", "3", "5", "6")} == {"span"}


def test_two_chairmen_do_not_make_two_consultations() -> None:
    told = "In response, the two Co-Chairmen undertook consultations in Birao on 7 and 8 May with the President."
    assert events(secretary_general(told)) == ["consultations 2009-05-07/2009-05-08 other"]


def test_a_paragraph_that_is_cited_is_nobody() -> None:
    told = "On 9 May, the Youth Parliament, which was opened by the Secretary (see S/2008/522, para. 11), held its first session."
    assert [m["body"] for m in secretary_general(told).rows["meetings"]] == ["Youth Parliament"]


def test_a_document_without_a_body_has_no_own_events_in_its_prose() -> None:
    report = from_text(
        masthead("S/2009/31", "Summary of the meeting on grain") + "\n\n1. A meeting was held on 13 August 2009.\n"
    )
    assert [(m["body"], m["is_own"]) for m in report.rows["meetings"]] == [("", False)]


def test_a_heading_since_when_gives_no_year() -> None:
    """S/1997/224: "Activities of the Mission since 9 December 1996"; what is told below it is of 1997."""
    head = masthead("S/2009/224", "Report of the Secretary-General").replace("30 November 2009", "14 March 2009")
    told = "1. At the Lake Conference, held at Birao on 6 and 7 March, proposals were presented."
    report = from_text(f"{head}\n\nII. ACTIVITIES OF THE MISSION SINCE 9 DECEMBER 2008\n\n{told}\n")
    assert events(report) == ["meeting 2009-03-06/2009-03-07 other"]


def test_a_conference_that_nobody_is_said_to_hold_is_not_the_committees() -> None:
    told = ("The Chair referred to the conference on adoption held in September 2009.", "A seminar was held on 5 May.")
    assert [m["is_own"] for m in committee(*told).rows["meetings"]] == [False, True]
