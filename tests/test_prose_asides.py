"""Sentences with asides: what a day goes on from, whose day it is, and who acted, where clauses stand between."""

from __future__ import annotations

import pytest

from tests.small_reports import cases, committee, events, masthead, page, secretary_general, table
from tests.support import from_text

# In a report of a committee.
COMMITTEE: dict[str, list[str]] = {
    # what "the same day" goes on from
    "On 18 March the members met informally with the Under-Secretary-General, who spoke of the Mission, due to take place on"
    " 1 July. On the same day in the afternoon, the Chair convened a briefing for the sanctions committees.": [
        "meeting 2009-03-18 own",
        "briefing 2009-03-18 own",
    ],
    "On 13 March the Chair travelled to Faya, where he visited the Palace of Justice. The building, which was inaugurated on"
    " 14 May 1993 and was meant for six courts, now houses seventeen. Later that day he met with the Bar Association.": [
        "visit 2009-03-13 own",
        "meeting 2009-03-13 own",
    ],
    "The Committee resumed the item at its 34th and 35th meetings, which were held on 8 March 2009 in response to the letters"
    " dated 3 March 2009 from Chad, and concluded it at its 36th meeting, on the following day.": [
        "meeting 34 2009-03-08 own",
        "meeting 36 2009-03-09 own",
        "meeting 35 2009-03-08 own",
    ],
    "In Juba the Chair was received, on 21 March, by the Minister of Water and met on the following day, 22 March, with the"
    " Special Representative of the Secretary-General.": ["meeting 2009-03-21 own", "meeting 2009-03-22 own"],
    # whose numbered meeting it is
    "By resolution 1624 (2005), which the Security Council adopted at its 5261st meeting, held on 14 March 2009, States were"
    " called upon to act.": ["meeting 5261 2009-03-14 other"],
    "The programme of work, which it adopted at its 5th meeting, on 3 March, was carried out.": ["meeting 5 2009-03-03 own"],
    "The Committee took note of the decision of the Council of Ministers of the Lake Union, which at its forty-sixth ordinary"
    " session, held at Faya from 20 to 25 March, had called upon its members to act.": ["session 2009-03-20/2009-03-25 other"],
    "The International Committee to Accompany the Transition, whose sixth meeting had been convened in Faya on 10 March, was"
    " of use.": ["meeting 6 2009-03-10 other"],
    "The Chair made statements in the open debates that the Security Council devoted to Chad on 18 March and 21 May 2009.": [
        "meeting 2009-03-18 other",
        "meeting 2009-05-21 other",
    ],
    # numbers of another series: the committee's own are near each other
    "The Committee held its 71st to 73rd meetings on 3, 4 and 5 March. Its Chair introduced the report at the 623rd meeting,"
    " on 4 March.": [
        "meeting 71 2009-03-03 own",
        "meeting 72 2009-03-04 own",
        "meeting 623 2009-03-04 other",
        "meeting 73 2009-03-05 own",
    ],
    # the year of a numbered meeting lies between those of its neighbours
    "At its 94th meeting, on 6 April 2009, the Committee adopted its programme. Plans under a contract concluded on"
    " 15 June 1984, reported in the press on 26 November 2006, were placed before the Committee at its 95th meeting, on 4 June."
    " At its 96th meeting, on 7 July 2009, it heard Chad.": [
        "meeting 94 2009-04-06 own",
        "meeting 95 2009-06-04 own",
        "meeting 96 2009-07-07 own",
    ],
    # no number of a meeting
    "Two informal meetings were held with the Department of Political Affairs, the first of which, on 9 March, concerned the"
    " Standby Team, and the second, on 16 March, early warning.": ["meeting 2009-03-09 own", "meeting 2009-03-16 own"],
    # told before with its day, and told again
    "The Committee held consultations on 12 March and 28 May. The consultations held in March were of use.": [
        "consultations 2009-03-12 own",
        "consultations 2009-05-28 own",
    ],
    "The Committee met on 6 March, when it drew up a plan, and again on 3 May in order to take stock.": [
        "meeting 2009-03-06 own",
        "meeting 2009-05-03 own",
    ],
    # no meeting
    "As at 31 October 2009, plans had been signed or were in force: with Somalia (3 March and 6 May 2009) and with Chad"
    " (4 April 2009).": [],
    "Following consultations among the members, Luxembourg was chosen to chair the Group, succeeding Germany, which had held"
    " the chairmanship from 1 January 2007 to 31 December 2008.": [],
    "Opening the session on 27 March, the outgoing President recalled that it was so.": [],
    "The Committee considered the report on the visit to Albania in March and that on the visit to Kenya on 15 May 2009.": [],
    "Talks are planned. The Fourth Conference on Deltas, to be held in Seville from 30 June to 3 July 2010, offers a chance.": [],
    # who acted
    "On 5 and 6 March the Division held a workshop, in which the secretary took part, and on 11 March the Chair received the"
    " designated representative of Pakistan.": ["meeting 2009-03-05/2009-03-06 other", "meeting 2009-03-11 own"],
    "At the 9th meeting, on 21 March, the Commissioner-General of the Agency introduced his report. In the course of his"
    " statement he recalled that he had convened in Vienna, on 26 February, a meeting of the major contributors.": [
        "meeting 9 2009-03-21 own",
        "meeting 2009-02-26 other",
    ],
    "The General Fono had expressed the wish to receive a mission when it met at Nukunonu in June 2009.": [
        "meeting 2009-06-01/2009-06-30 month other"
    ],
    "The Committee was told of what had taken place since the Administrator, Mr. Lindsay Watt, visited the atolls from 5 to"
    " 12 May.": ["visit 2009-05-05/2009-05-12 other"],
    "On 3 March, the Vice-Chair from Japan chaired an informal meeting of the coordinators.": ["meeting 2009-03-03 own"],
    "The Chiefs of Staff of Burundi and Rwanda, meeting in Kigali on 19 and 20 May, had decided so.": [
        "meeting 2009-05-19/2009-05-20 other"
    ],
    "The Burundi configuration of the Peacebuilding Commission had adopted the outcome, and its Chair, Paul Lund, had visited"
    " Bujumbura from 7 to 11 May.": ["visit 2009-05-07/2009-05-11 other"],
    "The law, adopted at the extraordinary session of Parliament that sat from 1 to 10 May, was not in force.": [
        "meeting 2009-05-01/2009-05-10 other"
    ],
    "The rise of the sea is a subject on which the Green Forum, at its meeting held at Yaren from 10 to 11 May 2009, spoke.": [
        "meeting 2009-05-10/2009-05-11 other"
    ],
    "At a meeting between the legal advisers of the two Missions on 5 March, it was agreed to submit a statement.": [
        "meeting 2009-03-05 other"
    ],
    "Members referred to the United Nations Peacekeeping Ministerial held in Seoul on 7 and 8 May 2009.": [
        "meeting 2009-05-07/2009-05-08 other"
    ],
    "The members had been elected by the States parties when they met at United Nations Headquarters on 11 March 2009"
    " to fill the seats.": ["meeting 2009-03-11 other"],
    "In the General Assembly, the previous report of the Committee was debated at the 79th plenary meeting of the"
    " seventy-seventh session, on 8 June 2009, under agenda items on which 43 delegations spoke.": [
        "meeting 79 2009-06-08 other",
    ],
    "In March 2009 the Chair conducted informal consultations with the regional groups on the proposed assessed"
    " contributions, and on 22 December the Assembly adopted resolution 78/257.": [
        "consultations 2009-03-01/2009-03-31 month own",
    ],
    "The discussion was prepared by one of the Vice-Chairs, who visited Tegucigalpa from 8 to 11 May in order to"
    " acquaint himself with the projects, and who on 11 May met with the President, Xiomara Castro.": [
        "visit 2009-05-08/2009-05-11 own",
        "meeting 2009-05-11 own",
    ],
    "On 14 June, in conjunction with the Council, the Committee held a joint meeting on the impact of climate change,"
    " and on 7 October, with members of the Group of 20, informal consultations on financing for prevention.": [
        "meeting 2009-06-14 own",
        "consultations 2009-10-07 own",
    ],
    "The Committee on Rules and Judicial Practice met twice during the spring session, on 23 and 30 March, and once"
    " in the autumn, on 22 September, to take up the question.": [
        "meeting 2009-03-23 other",
        "meeting 2009-09-22 other",
        "meeting 2009-03-30 other",
    ],
    "A delegation of the Standing Committee of the National People's Congress of China, led by its Vice-Chairman,"
    " visited the Court on 7 July and was shown the courtroom.": ["visit 2009-07-07 own"],
    "From 21 to 25 June the Registrar attended, at Bali, the forty-third session of the Asian-African Legal"
    " Consultative Organization.": ["session 2009-06-21/2009-06-25 other"],
    "The Foundation held at the seat of the Court, on 25 September 2009, its annual symposium, which was attended by"
    " some 120 persons.": ["meeting 2009-09-25 other"],
    "Another meeting, the 599th, was devoted on 16 June to the International Day of Solidarity; a student leader was"
    " among the speakers.": ["meeting 599 2009-06-16 own"],
    "The Chair said that a seventh session, from 29 September to 1 October, would be devoted to the adoption of the"
    " text.": [],
    "He referred to the Global Youth Forum, which UNFPA had held in Bali, Indonesia, from 4 to 6 May 2009 and which"
    " had been followed in some 130 countries.": ["meeting 2009-05-04/2009-05-06 other"],
    "Its 1st meeting, which was devoted to the election of officers, had taken place on 27 April 2009, immediately"
    " after the closure of the session.": ["meeting 1 2009-04-27 own"],
    "Three rounds were planned. An informal meeting was held on 25 March, and three rounds of informal consultations,"
    " on 9, 11 and 17 April, were facilitated by the delegation of Belgium.": [
        "meeting 2009-03-25 own",
        "consultations 2009-04-09 own",
        "consultations 2009-04-11 own",
        "consultations 2009-04-17 own",
    ],
    "Informal consultations on those drafts had been chaired by the Permanent Representative of Switzerland on 8 and"
    " 14 May.": ["consultations 2009-05-08 own", "consultations 2009-05-14 own"],
    "The messages were conveyed to the high-level political forum on sustainable development, which met from 5 to 15"
    " July 2009 under the auspices of the Council.": ["meeting 2009-07-05/2009-07-15 other"],
    "The Committee met on 8 and 29 April, in connection with the flight of pilgrims to Jeddah on 29 March.": [
        "meeting 2009-04-08 own",
        "meeting 2009-04-29 own",
    ],
    "The Committee held its 84th meeting on 20 April and its 85th, a closed one, on 29 April, under the chairmanship"
    " of Chad.": ["meeting 84 2009-04-20 own", "meeting 85 2009-04-29 own"],
    "At its meetings of 28 March and 9 May it took up working methods, and at those of 20 June and 11 July the draft"
    " note.": [
        "meeting 2009-03-28 own",
        "meeting 2009-06-20 own",
        "meeting 2009-05-09 own",
        "meeting 2009-07-11 own",
    ],
    "The Chair had given, on 31 August, a briefing to the members of the regional groups, and on 1 September another"
    " to the observers.": ["briefing 2009-08-31 own", "briefing 2009-09-01 own"],
    "The Chair had meetings on 9 and 10 March with the members of the Bureau and, on 17 March, with the Permanent"
    " Representative of Chad.": ["meeting 2009-03-09 own", "meeting 2009-03-17 own", "meeting 2009-03-10 own"],
    "As the Chair had occasion to report to the Security Council at its 6678th meeting, on 7 May 2009, the work goes"
    " on.": ["meeting 6678 2009-05-07 other"],
    "The report, dated 21 July, formed the subject of the 110th meeting, on the 27th of the same month.": [
        "meeting 110 2009-07-27 own",
    ],
    "The closing of the border was discussed at length at the 113th and 114th meetings, the latter of which took"
    " place on 2 November.": ["meeting 114 2009-11-02 own"],
    "The Chair held an exchange of views with the Bureau on 7 February, before its session began, and another on 20"
    " October.": ["meeting 2009-02-07 own", "meeting 2009-10-20 own"],
    "The Chair travelled from 20 to 28 September. The Prime Minister of Bulgaria received him on 26 September; a"
    " visit to Vidin, on 27 September, was made together with the head of the Mission.": [
        "visit 2009-09-20/2009-09-28 own",
        "meeting 2009-09-26 own",
        "meeting 2009-09-27 own",
    ],
    "The members took note of the information that the leaders of the two communities had last met on 17 January"
    " 2009.": ["meeting 2009-01-17 other"],
    "The Chair had contacts with the President of the Assembly, with whom he met on 7 April, and with the Chairs of"
    " the regional groups, whom he received jointly on 25 April.": [
        "meeting 2009-04-07 own",
        "meeting 2009-04-25 own",
    ],
    "After an interval for consultation of the laboratories concerned, the results of 8 April were sent.": [],
    "In Bardai on 20 August the Chair met with the Minister of Security.": ["meeting 2009-08-20 own"],
    "In order to deal with it the Committee met outside those sessions from 2 to 4 May 2009.": [
        "meeting 2009-05-02/2009-05-04 own",
    ],
    "The conferences held were as follows:\n\n• Faya, 21 and 22 September: 140 participants discussed disputes, and"
    " elected a committee;\n\n• Bardai (Tibesti), 5 October: 96 participants asked for more.": [
        "meeting 2009-09-21/2009-09-22 other",
        "meeting 2009-10-05 other",
    ],
    "The Committee made visits as follows:\n\n• Faya and Fada, 14 to 18 July, in order to assess the situation after"
    " the attack of 15 May;\n\n• Bardai, 6 to 9 August, with a view to documenting the trade.": [
        "visit 2009-07-14/2009-07-18 own",
        "visit 2009-08-06/2009-08-09 own",
    ],
    "The Chair had meetings on 13 May with the members and, on 14 May, with a view to reaching agreement, sent a letter.": [
        "meeting 2009-05-13 own",
    ],
    "The Committee held its 5th meeting, a private one, on 4 May and its 6th meeting, which was devoted to Mali, on 8 May.": [
        "meeting 5 2009-05-04 own",
        "meeting 6 2009-05-08 own",
    ],
    "The report was considered by the Committee at informal consultations, on 12 May, which were chaired by Chad.": [
        "consultations 2009-05-12 own",
    ],
    "It was the third such incident, and another on 21 May killed two.": [],
    "The working group on downsizing did not meet, its meeting of 12 May having been cancelled.": [],
    "The President of the Committee briefed the Fifth Committee informally on 6 and 13 March.": [
        "briefing 2009-03-06 own",
        "briefing 2009-03-13 own",
    ],
}  # fmt: skip

# In a report of the Secretary-General.
SECRETARY_GENERAL: dict[str, list[str]] = {
    "The understandings reached at their earlier meetings, held at Lusaka on 6 May, at Franceville, Gabon, on 10 August and"
    " at Brussels on 25 September 2008, had been carried out.": [
        "meeting 2008-05-06 other",
        "meeting 2008-08-10 other",
        "meeting 2008-09-25 other",
    ],
    "When it became clear that the deadline would not be respected, he returned to Bailundo from 5 to 7 May.": [
        "visit 2009-05-05/2009-05-07 other"
    ],
    "On 11 May I received at United Nations Headquarters the Minister for External Relations of Angola, Mr. de Moura.": [
        "meeting 2009-05-11 own"
    ],
    "On 24 April I met in New York with the Minister for Foreign Affairs, and in a telephone conversation with Mr. Salam on"
    " 27 May I urged that it be done.": ["meeting 2009-04-24 own"],
    "On 6 May, the Force Commander met in Beirut with the Prime Minister, who reiterated the commitment of the Government,"
    " and on 7 May, in Yarze, with the Commander of the Armed Forces.": ["meeting 2009-05-06 other", "meeting 2009-05-07 other"],
    "The representatives of the two communities met at the Palace on 22 May, when they agreed on the costs, and on 5 June,"
    " when they were joined by two consultants.": ["meeting 2009-05-22 other", "meeting 2009-06-05 other"],
    "The steering committee held its seventh meeting on 8 April, at which it read tables to be submitted to donors, and its"
    " eighth meeting on 11 June.": ["meeting 7 2009-04-08 other", "meeting 8 2009-06-11 other"],
    "President Lund sought to strengthen ties with his neighbours, visiting Uganda on 22 and 23 March, Rwanda from 24 to"
    " 26 March and Burundi on 13 June.": [
        "visit 2009-03-22/2009-03-23 other",
        "visit 2009-03-24/2009-03-26 other",
        "visit 2009-06-13 other",
    ],
    "A visiting professor spoke on 4 May.": [],
    "The period was extended at a meeting that the parties held in Faya on 2 and 3 May.": ["meeting 2009-05-02/2009-05-03 other"],
    "On 18 May, while in Faya for the opening of the ninth session of the Assembly of the African Union, which was held on 18"
    " and 19 May, I had met with Mr. Lund.": ["meeting 2009-05-18 own", "session 2009-05-18/2009-05-19 other"],
    "In October and November the joint committee held numerous meetings in Abyei.": [
        "meeting 2009-10-01/2009-11-30 month other"
    ],
    "UNISFA police organized, on 25 May, on the occasion of the International Day of Rivers, a seminar for 45 members.": [
        "meeting 2009-05-25 other"
    ],
    "The Humanitarian Coordinator led a delegation of donors to Agok and Abyei on 26 and 27 May.": [
        "visit 2009-05-26/2009-05-27 other"
    ],
    "Accordingly, on 24 May the two leaders joined me at a luncheon meeting at Geneva.": ["meeting 2009-05-24 own"],
    "In pursuance of that request I met with Mr. Joao Clemente Baena Soares in Washington on 18 August and again in"
    " New York a week later, when we were in a position to agree on a division of labour.": [
        "meeting 2009-08-18 own",
        "meeting 2009-08-25 own",
    ],
    "I received President Oscar Arias Sanchez of Costa Rica on 25 September, President Vinicio Cerezo Arevalo of"
    " Guatemala on 27 September, the Vice-President of Honduras on 3 October and, on 5 October, the Minister for"
    " Foreign Affairs of Nicaragua, Mr. Miguel D'Escoto Brockmann.": [
        "meeting 2009-09-25 own",
        "meeting 2009-09-27 own",
        "meeting 2009-10-03 own",
        "meeting 2009-10-05 own",
    ],
    "A delegation of the Government of Nicaragua and a delegation of the Nicaraguan resistance held talks at United"
    " Nations Headquarters on 9 and 10 November, in the presence of Cardinal Obando y Bravo, and resumed them in"
    " Washington, at the headquarters of the Organization of American States, from 13 to 15 November.": [
        "meeting 2009-11-09/2009-11-10 other",
        "meeting 2009-11-13/2009-11-15 other",
    ],
    "A meeting was convened at Geneva from 4 to 6 July and was followed by the sectoral consultations on agriculture"
    " which the Food and Agriculture Organization of the United Nations held with the donors in Rome in October.": [
        "meeting 2009-07-04/2009-07-06 other",
        "consultations 2009-10-01/2009-10-31 month other",
    ],
    "The Follow-up Committee established by the Conference held its first meeting at San Salvador on 4 September,"
    " when it approved its methods of work, and its second at Managua on 23 October.": [
        "meeting 1 2009-09-04 other",
        "meeting 2 2009-10-23 other",
    ],
    "On 29 September UNMOT arranged at Garm a meeting of local commanders of UTO with the Deputy Minister of Defence.": [
        "meeting 2009-09-29 other",
    ],
    "The party continued to challenge the legality of his appointment of 2 November 2005. On 19 September, at the"
    " initiative of the President, the leaders of the seven parties met for the first time since the general"
    " elections of March 2004.": ["meeting 2009-09-19 other"],
    "The ordinary session of the National Popular Assembly, which should have opened on 1 October, was delayed by a"
    " dispute over its agenda and was held from 13 November to 1 December.": [
        "session 2009-11-13/2009-12-01 other",
    ],
    "The round table conference of the partners, postponed from 7 and 8 October 2005 and then from May, was held in"
    " Geneva on 7 and 8 November.": ["meeting 2009-11-07/2009-11-08 other"],
    "The International Contact Group, which was formally established in New York on 20 September, at a meeting held"
    " on the margins of the sixty-first session of the General Assembly under the chairmanship of the Minister, has"
    " 12 members.": ["meeting 2009-09-20 other"],
    "I discussed the situation with the Executive Secretary of ECOWAS, Mohamed Ibn Chambas, when I received him at"
    " Headquarters on 21 September, and with the Minister for Foreign Affairs of Portugal, whom I met in New York"
    " four days later.": ["meeting 2009-09-21 own", "meeting 2009-09-25 own"],
    "I received Mr. Christofias in New York on 24 September 2005, on the margins of the general debate, and Mr. Talat"
    " six days later; these meetings prepared the ground.": ["meeting 2005-09-24 own", "meeting 2005-09-30 own"],
    "At the meeting which I held with Mr. Christofias in Brussels on 17 June, he reaffirmed his commitment.": [
        "meeting 2009-06-17 own",
    ],
    "I met in Nairobi on 3 May with the Chairperson of the African Union Commission, in order to agree on our"
    " response to the outbreak of fighting in Khartoum on 15 April.": ["meeting 2009-05-03 own"],
}  # fmt: skip

COUNCIL = "Assessment of the work of the Security Council during the presidency of Chile (October 2009)"
# In the Council's own papers.
OF_THE_COUNCIL: dict[str, list[str]] = {
    "On 28 October, in consultations of the whole, Assistant Secretary-General Danilo Türk reported on the mission that he had"
    " undertaken to Bougainville and Port Moresby from 8 to 13 September.": [
        "consultations 2009-10-28 own",
        "visit 2009-09-08/2009-09-13 other",
    ],
    "Mr. Prendergast gave the monthly briefing at the 4895th meeting, on 16 October, and consultations of the whole were held"
    " later on that day.": ["meeting 4895 2009-10-16 own", "consultations 2009-10-16 own"],
    "Between those two meetings, on 29 October, the Special Representative had briefed members in consultations of the whole,"
    " stressing the opportunity offered by the inauguration of President Lund on 25 October.": ["consultations 2009-10-29 own"],
    "On 5 October, the President held bilateral consultations with the members on the programme, which was agreed upon in the"
    " consultations of the whole on the 6th. Later on that day he presented it at an informal briefing.": [
        "consultations 2009-10-05 own",
        "consultations 2009-10-06 own",
        "briefing 2009-10-06 own",
    ],
    "He briefed members on the meeting between the President and the leaders of the Forces, which had taken place in Lund from"
    " 18 to 21 October, and on the assassination of the Nuncio on 29 September.": ["meeting 2009-10-18/2009-10-21 other"],
    "The Council considered the item at four meetings, namely the 2700th to 2703rd, held between 29 and 31 October.": [
        "meeting 2700 2009-10-29/2009-10-31 span own",
        "meeting 2701 2009-10-29/2009-10-31 span own",
        "meeting 2702 2009-10-29/2009-10-31 span own",
        "meeting 2703 2009-10-29/2009-10-31 span own",
    ],
    "On 9 October, the Secretary-General submitted his report, which the Council considered at its 2749th meeting, on"
    " 12 October.": ["meeting 2749 2009-10-12 own"],
    "The President had contacts in the consultations of 18 October, a team of the International Atomic Energy Agency"
    " having meanwhile conducted a round of technical talks in Baghdad from 5 to 7 October.": [
        "consultations 2009-10-18 own",
        "meeting 2009-10-05/2009-10-07 other",
    ],
    "Members of the Council were informed, in the consultations of 30 October, of the visit paid to Tirana on 13"
    " October by the Prime Minister of Italy.": ["consultations 2009-10-30 own", "visit 2009-10-13 other"],
    "Mr. James Baker, the newly appointed Personal Envoy of the Secretary-General, visited the region from 23 to 28"
    " October and was to report in November.": ["visit 2009-10-23/2009-10-28 other"],
    "The Security Council Committee established pursuant to resolution 748 (1992) concerning the Libyan Arab"
    " Jamahiriya met on 8 October.": ["meeting 2009-10-08 own"],
    "The President drew attention to the text adopted by the Council of the League of Arab States at the"
    " extraordinary meeting which it had held at Tunis on 18 October.": ["meeting 2009-10-18 other"],
    "The Assistant Secretary-General informed the members of the Council, in the course of the consultations held on"
    " 22 October, that the work begun on 3 October was about to be completed.": ["consultations 2009-10-22 own"],
}  # fmt: skip

# In the report of a panel.
OF_A_PANEL: dict[str, list[str]] = {
    "The expert on finance travelled to Brussels (12-14 May), Geneva (15-16 May) and London (19-22 May).": [
        "visit 2009-05-12/2009-05-14 own",
        "visit 2009-05-15/2009-05-16 own",
        "visit 2009-05-19/2009-05-22 own",
    ],
    "The joint border commission of Liberia and Guinea, for its part, met at Nzérékoré from 25 to 27 May.": [
        "meeting 2009-05-25/2009-05-27 other"
    ],
    "The Panel began its work at Headquarters, where from 1 to 3 March it held consultations with the Committee.": [
        "consultations 2009-03-01/2009-03-03 own"
    ],
    "When the Panel raised the matter at a meeting with the Minister of Justice on 11 March, he stated that his Ministry had"
    " been unaware of it; at a follow-up meeting with the Ministry, held on 15 May, nothing had been done.": [
        "meeting 2009-03-11 own",
        "meeting 2009-05-15 own",
    ],
}  # fmt: skip


def council(text: str) -> list[str]:
    head = masthead("S/2009/611", COUNCIL).replace("General Assembly", "Security Council")
    return events(from_text(f"{head}\n\nI. Introduction\n\n1. The Council met often.\n\n2. {text}\n"))


def panel(text: str) -> list[str]:
    head = masthead("S/2009/612", "Report of the Panel of Experts on Liberia").replace(
        "General Assembly", "Security Council"
    )
    return events(
        from_text(f"{head}\n\nI. Introduction\n\n1. The Panel works from 1 January to 20 November 2009.\n\n2. {text}\n")
    )


@pytest.mark.parametrize(("text", "wanted"), cases(COMMITTEE, {}))
def test_in_a_report_of_a_committee(text: str, wanted: list[str]) -> None:
    assert sorted(events(committee(text))) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(SECRETARY_GENERAL, {}))
def test_in_a_report_of_the_secretary_general(text: str, wanted: list[str]) -> None:
    assert sorted(events(secretary_general(text))) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(OF_THE_COUNCIL, {}))
def test_in_the_council_s_own_papers(text: str, wanted: list[str]) -> None:
    assert sorted(council(text)) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), cases(OF_A_PANEL, {}))
def test_in_the_report_of_a_panel(text: str, wanted: list[str]) -> None:
    assert sorted(panel(text)) == sorted(wanted)


def test_sentences_in_the_cells_of_a_table_that_lists_no_events() -> None:
    """Remarks in a report on performance (A/59/671)."""
    rows = (
        (
            "Support to 8 meetings",
            "3",
            "The Commission held its 19th and 20th meetings in Nairobi, on 14 July and 17 September 2009",
        ),
        (
            "Liaison",
            "Yes",
            "On 26 February 2009 the Force Commander briefed the ambassadors resident in Asmara on the incidents",
        ),
        ("Patrols", "35", "Higher output after the incident at Fawlina on 3 November 2009"),
    )
    report = page(
        table(*rows, head=("Planned outputs", "Completed", "Remarks"), caption="Component 1: peace process support")
    )
    told = sorted(line.split()[1:-1] for line in events(report))
    assert told == [["19", "2009-07-14"], ["20", "2009-09-17"], ["2009-02-26"]]


def test_columns_that_name_events() -> None:
    """ "First meeting | Follow-up meeting" below a title that says what the rows have."""
    rows = (("Iraq", "28 February", "5 November"), ("Mali", "25 April", "n/a"), ("Yemen", "13 July", "12 October"))
    report = page(
        table(*rows, head=("Situation", "First meeting", "Follow-up meeting"), caption="Meetings of the Group in 2009")
    )
    told = sorted((str(row["start_date"]), row["subject"]) for row in report.rows["meetings"])
    assert told == [
        ("2009-02-28", "Iraq"),
        ("2009-04-25", "Mali"),
        ("2009-07-13", "Yemen"),
        ("2009-10-12", "Yemen"),
        ("2009-11-05", "Iraq"),
    ]


def test_a_column_of_activities_beside_others() -> None:
    """One event a row, where a programme has a column of activities."""
    rows = (
        ("April", "20", "Informal briefing on water", "Department"),
        ("", "27", "Meeting of the Bureau", "Chair"),
        ("June", "4", "Informal briefing on dams", "Department"),
        ("", "18", "Meeting of the Bureau", "Chair"),
    )
    report = page(
        table(
            *rows,
            head=("Month", "Day", "Activity", "Focal point"),
            caption="Calendar of activities, April to June 2009",
        )
    )
    assert events(report) == [
        "briefing 2009-04-20 own",
        "meeting 2009-04-27 own",
        "briefing 2009-06-04 own",
        "meeting 2009-06-18 own",
    ]


def test_a_room_says_that_a_visit_was_spoken_of() -> None:
    rows = (
        ("Visit of the Chair to Faya", "Chair", "Conference Room 7", "21 May"),
        ("Dams", "Mali", "Conference Room 7", "3 June"),
    )
    report = page(
        table(*rows, head=("Subject", "Speakers", "Venue", "Date"), caption="Meetings of the Committee in 2009")
    )
    assert events(report) == ["meeting 2009-05-21 own", "meeting 2009-06-03 own"]


def test_a_block_of_the_masthead() -> None:
    """A web page sets body, session, days and item as one block with line breaks."""
    block = "<p>Commission on Inland Waters<br>Forty-second session<br>30 March-3 April 2009<br>Item 2 of the provisional agenda</p>"
    report = from_text(
        "<!DOCTYPE html><html><body><p>United Nations</p><p>E/CN.9/2009/1</p><p>Economic and Social Council</p>"
        f"<p>Distr.: General</p><p>22 January 2009</p>{block}<h1>Provisional agenda and annotations</h1>"
        "<p>1. Accordingly, at the 1st meeting of its forty-second session, on 11 April 2008, the Commission elected Mr. Lund.</p>"
        "</body></html>",
        "report.html",
    )
    assert report.rows["documents"][0]["issuing_body"] == "Commission on Inland Waters"
    assert sorted(events(report)) == ["meeting 1 2008-04-11 own", "session 2009-03-30/2009-04-03 own"]


def test_the_records_of_an_organ_are_of_its_own_meetings() -> None:
    rows = (
        ("S/PV.6120", "Feb 10", "Peacebuilding: annual report"),
        ("S/PV.6141", "Mar 22", "The situation in Mali"),
        ("S/PV.6150", "Apr 16", "Peacebuilding"),
    )
    report = page(table(*rows, head=("Record", "Date", "Subject"), caption="Meetings in 2009"))
    assert events(report) == [
        "meeting 6120 2009-02-10 other",
        "meeting 6141 2009-03-22 other",
        "meeting 6150 2009-04-16 other",
    ]
    assert {row["body"] for row in report.rows["meetings"]} == {"Security Council"}


def test_records_beside_reports() -> None:
    rows = (
        ("A/AC.96/SR.535", "Plenary", "Forty-ninth session", "Adoption of decisions", "Fri. 9 Oct. (a.m.)"),
        ("A/AC.96/914", "Standing Committee", "14th", "Protection", "9–11 Sept."),
        ("A/AC.96/SR.537", "Plenary", "Fiftieth session", "Opening", "Mon. 12 Oct. (p.m.)"),
    )
    report = page(
        table(
            *rows, head=("Record or report", "Body", "Meeting", "Subject", "Day and month"), caption="Meetings in 2009"
        )
    )
    assert [e.rsplit(" ", 1)[0] for e in events(report)] == [
        "meeting 535 2009-10-09",
        "meeting 14 2009-09-09/2009-09-11",
        "meeting 537 2009-10-12",
    ]


def test_a_table_of_records_that_a_typist_set() -> None:
    lines = (
        "      Symbol of the         Day and            Place        Subject",
        "      record                month",
        "-" * 77,
        "      A/AC.145/RT.436       Mon. 12 January    Geneva       Opening of the",
        "                                                            session; mandate",
        "",
        '      A/AC.145/RT.437       Tue. 13 January      "          Information on',
        "                                                            developments",
        "",
        '      A/AC.145/RT.438       Thu. 15 January      "          Witnesses (5)',
        "-" * 77,
    )
    head = masthead("A/64/41", "Report of the Special Committee on Inland Waters")
    body = f"{head}\n\n1. A list is annexed to the report.\n\nAnnex\n\nMEETINGS OF THE SPECIAL COMMITTEE, 2009\n\n"
    report = from_text(body + "\n".join(lines) + "\n")
    assert events(report) == ["meeting 436 2009-01-12 own", "meeting 437 2009-01-13 own", "meeting 438 2009-01-15 own"]


def test_each_day_has_two_meetings() -> None:
    rows = (
        ("Tuesday, 10 March", "78th", "Opening"),
        ("", "79th", "Dams"),
        ("Wednesday, 11 March", "80th", "Locks"),
        ("", "81st", "Weirs"),
    )
    report = page(table(*rows, head=("Date", "Meeting", "Subject"), caption="Meetings of the Committee in 2009"))
    assert events(report) == [
        "meeting 78 2009-03-10 own",
        "meeting 79 2009-03-10 own",
        "meeting 80 2009-03-11 own",
        "meeting 81 2009-03-11 own",
    ]


def test_a_note_that_conveys_the_report_above_it() -> None:
    """Of a General Assembly document: the report's title stands above "Note by the Secretary-General"."""
    head = masthead(
        "A/64/339", "Note by the Secretary-General", "REPORT OF THE SPECIAL COMMITTEE TO INVESTIGATE FLOODS"
    )
    note = (
        "The Secretary-General has the honour to transmit to the members the attached report, submitted to him by it."
    )
    report = from_text(f"{head}\n\n{note}\n\nI. Introduction\n\n1. The Special Committee met on 12 March 2009.\n")
    assert report.rows["documents"][0]["issuing_body"] == "Special Committee to Investigate Floods"
    assert events(report) == ["meeting 2009-03-12 own"]


def test_the_year_of_a_session_of_two_days() -> None:
    report = from_text(
        f"{masthead('A/64/41', 'Report of the Special Committee on Inland Waters')}\n\n"
        "1. The present report covers the period from 22 April 2007 to 19 April 2009.\n\n"
        "2. The Committee held its seventieth session on 18 and 19 April 2009. It was opened by the outgoing Chair, whose"
        " term had begun on 21 April 2007.\n\n3. At the 1st meeting, on 18 April, statements were made.\n"
    )
    assert "meeting 1 2009-04-18 own" in events(report)


def test_day_and_month_in_figures_below_heads_that_say_dates() -> None:
    rows = (
        ("Bureau", "Meeting", "30.01", "31.01"),
        ("Committee on Inland Waters", "Informal meeting", "12.03", "12.03"),
        ("Bureau", "Meeting", "11.06", "12.06"),
    )
    report = page(table(*rows, head=("Body", "Meeting", "Begin", "End"), caption="Meetings held in 2009"))
    assert [e.rsplit(" ", 1)[0] for e in events(report)] == [
        "meeting 2009-01-30/2009-01-31",
        "meeting 2009-03-12",
        "meeting 2009-06-11/2009-06-12",
    ]


def test_figures_that_are_no_days() -> None:
    rows = (("Chad", "30.01", "4"), ("Mali", "12.03", "7"), ("Togo", "11.06", "9"))
    report = page(table(*rows, head=("State", "Share", "Meetings"), caption="Rates of assessment in 2009"))
    assert events(report) == []


def test_an_annex_that_begins_below_a_table() -> None:
    rows = (
        ("First round of talks", "Faya", "5-9 April 2009"),
        ("Second round of talks", "Fada", "8 May 2009"),
        ("", "Annex II", ""),
    )
    report = page(table(*rows, head=("Stage", "Place", "Dates"), caption="Talks in 2009"))
    assert events(report) == ["meeting 2009-04-05/2009-04-09 own", "meeting 2009-05-08 own"]
    assert any("an annex begins within the table" in warning for warning in report.warnings)


def test_the_committees_of_a_court() -> None:
    head = masthead("SPLOS/222", "Annual report of the International Tribunal for the Law of the Sea for 2009")
    text = "1. The Committee on Rules and Judicial Practice met twice, on 23 and 30 March 2009."
    report = from_text(f"{head}\n\nI. Introduction\n\n{text}\n")
    assert [(row["body"], row["is_own"]) for row in report.rows["meetings"]] == [
        ("Committee on Rules and Judicial Practice", True)
    ] * 2
