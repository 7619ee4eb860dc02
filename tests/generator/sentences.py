"""The sentences, as United Nations editors write them.

{D} a date, {T} the topic, {B} "the Committee", {m} the meeting with its article ("an informal meeting"),
{V} the visitor's title, {P} a place or a mission, {N} an ordinal, {G} guests, {R} a resolution, {S} a symbol.
Every sentence is capitalised after it is filled.
"""

from __future__ import annotations

MEETING = (
    "On {D}, {B} held {m} to discuss {T}.",
    "On {D} {B} held {m} on {T}.",
    "At {m} held on {D}, {B} considered {T}.",
    "At {m} on {D}, {B} took up {T}.",
    "{B} convened {m} on {D} in order to examine {T}.",
    "{m} on {T} was held on {D}.",
    "{T} formed the sole item on the agenda of {m} held on {D}.",
    "Views on {T} were exchanged at {m} held by {B} on {D}.",
    "{B} heard a presentation on {T} at {m} on {D}.",
    "At the request of several of its members, {B} held {m} on {D} to take stock of {T}.",
    "It was at {m} on {D} that the members of {B} discussed {T}.",
    "{m} was convened on {D}, at which {B} reviewed {T}.",
)  # "{m}" may carry a format
MEETING_PLAIN = (
    "On {D}, {B} met to consider {T}.",
    "{B} met on {D} to exchange views on {T}.",
    "In the meeting on {D}, the members of {B} exchanged views on {T}.",
    "{B} devoted its meeting of {D} to {T}.",
    "At its meeting on {D}, {B} considered {T}.",
    "{B} also met on {D} to discuss {T}.",
    "At the meeting held on {D}, the main item was {T}.",
    "Another example is the meeting of {D} on {T}.",
    "When it met on {D}, {B} turned to {T}.",
)
NUMBERED = (
    "At its {N} meeting, on {D}, {B} considered {T}.",
    "At its {N} meeting, held on {D}, {B} took up {T}.",
    "On {D}, at its {N} meeting, {B} discussed {T}.",
    "{B} held its {N} meeting on {D} to discuss {T}.",
    "The {N} meeting of {B}, held on {D}, was devoted to {T}.",
    "{T} was on the agenda of the {N} meeting, which was held on {D}.",
    "At the {N} meeting, on {D}, members exchanged views on {T}.",
    "{B} began its consideration of {T} at its {N} meeting, on {D}.",
)
PAIR = (
    "On {D}, {B} held {ms} on {T}.",
    "{ms} on {T} were held on {D}.",
    "At {ms} held on {D}, {B} considered {T}.",
    "{B} took up {T} at {ms} on {D}.",
    "{T} formed the subject of {ms} held on {D}.",
    "On the subject of {T}, {B} held {ms} on {D}.",
    "In {ms} on {D}, the members of {B} exchanged views on {T}.",
    "{B} convened {ms} on {D} with a view to examining {T}.",
    "On {D} {B} held {ms} in order to follow developments regarding {T}.",
)
RESPECTIVELY = (
    "At {ms} held on {D}, {B} considered {T} and {T2}, respectively.",
    "On {D}, {B} held {ms} on {T} and {T2}, respectively.",
    "{ms} on {T} and on {T2} were held on {D}, respectively.",
    "{B} took up {T} and {T2} at {ms} on {D}, respectively.",
    "{ms} were also held on {T} ({D1}) and on {T2} ({D2}).",
    "{B} held {ms} on {T} ({D1}) and on {T2} ({D2}).",
    "In {ms} on {D}, {B} turned to {T} and {T2}, respectively.",
    "Other items considered at {ms} of {B} were {T} ({D1}) and {T2} ({D2}).",
)
CONSULTATIONS = (
    "On {D}, {B} held {m} on {T}.",
    "In {m} held on {D}, the members of {B} discussed {T}.",
    "{T} formed the subject of {m} on {D}.",
    "{B} took up {T} in {m} on {D}.",
    "During {m} on {D}, {B} considered {T}.",
    "{m} on {T} were held on {D}.",
    "The members of {B} exchanged views on {T} in the course of {m} held on {D}.",
    "The {chair} convened {m} on {D} to discuss {T}.",
    "On {D} the {chair} held {m} with the other members of {B} on {T}.",
)
CONSULTATIONS_PAIR = (
    "On {D} the {chair} held {m} with the other members of {B} on {T}.",
    "{m} on {T} were held on {D}.",
    "In {m} on {D}, the members of {B} discussed {T}.",
    "{B} took up {T} in {m} held on {D}.",
    "The {chair} convened {m} on {D} to discuss {T}.",
    "{T} was discussed in {m} on {D}.",
    "During {m} held on {D}, {B} considered {T}.",
    "On {D}, {B} held {m} with regard to {T}.",
)
BRACKET = (
    "{Claim} {ms} were held to discuss {F} {list}.",
    "{B} held {claim} {ms} on {F} {list}.",
    "In addition, {claim} {ms} were devoted to {F} {list}.",
    "{claim} {ms} dealt with {F} {list}.",
    "With regard to {F} {list}, {B} held {claim} {ms}.",
    "{B} considered {F} {list} at {claim} {ms}.",
    "In {claim} {ms}, {B} examined {F} {list}.",
    "{F} {list} formed the subject of {claim} {ms} of {B}.",
)
VISIT = (
    "From {F}, the {V} visited {P}.",
    "The {V} undertook a visit to {P} from {F} in order to gain a first-hand impression of the situation.",
    "The {V} travelled to {P} from {F} and met with senior officials there.",
    "During {his} visit to {P}, from {F}, the {V} was received by the authorities.",
    "A visit to {P} was undertaken by the {V} from {F}.",
    "The {V} paid a visit to {P} ({S}), accompanied by two members of the Secretariat.",
    "From {F} the {V} made an official visit to {P} at the invitation of the Government.",
    "In order to see the conditions on the ground, the {V} visited {P} from {F}.",
    "The visit of the {V} to {P} took place from {F}.",
)
VISIT_UNDATED = (
    "The {V} made a special visit to {P} and discussed the situation on the ground with those concerned.",
    "The {V} also paid a visit to {P}, where {he} was received by the authorities.",
    "In the course of {his} visit to {P}, the {V} met with high-ranking officials.",
    "As is shown in the annex, the {V} visited {P}, accompanied by a member of the Secretariat.",
    "The {V} travelled to {P} in order to discuss with all concerned the difficulties encountered.",
    "The {V} undertook a visit to {P}, the results of which were shared with all members.",
    "A visit to {P} was undertaken by the {V} at the invitation of the authorities.",
    "The visit of the {V} to {P} allowed {him} to form a first-hand impression of the situation.",
)
RETURN = (
    "Upon {his} return to United Nations Headquarters, the {V} briefed the members of {B} on {his} "
    "visit at a "
    "meeting held on {D}.",
    "The {V} reported on {his} visit at a meeting held on {D}.",
    "On {his} return, at a meeting on {D}, the {V} informed the members of {B} of the results of {his} visit.",
    "At a meeting held on {D}, {B} heard a briefing by the {V} on {his} visit.",
    "{B} met on {D} to hear a briefing by the {V} on that visit.",
    "At its meeting on {D}, {B} was briefed by the {V} on the findings of {his} visit.",
    "The findings of that visit were presented by the {V} at a meeting of {B} on {D}.",
    "After {his} return the {V} shared {his} impressions of the visit with {B} at a meeting held on {D}.",
)
UNDATED = (
    "One meeting was held with {G}.",
    "A meeting was also held with {G}.",
    "{B} also met with {G} to discuss matters of common concern.",
    "One of the meetings brought together {B} and {G}.",
    "A separate meeting was held with {G}, at which {T} was discussed.",
    "An exchange of views on {T} took place at a meeting with {G}.",
    "For the first time, {B} also held a meeting with {G}.",
    "{B} further met with {G} in order to improve the flow of information between the two bodies.",
)
ATTENDED = (
    "The meeting was attended by {G}.",
    "{G} attended the meeting.",
    "{G} took part in the meeting.",
    "{B} invited {G} to that meeting.",
    "Also present were {G}.",
    "{G} participated in the discussion.",
    "At the invitation of the {chair}, {G} joined the discussion.",
    "The meeting was held with the participation of {G}.",
)
ONLY_MEMBERS = (
    "Only members of {B} attended that meeting.",
    "No one but the members of {B} was present at that meeting.",
    "That meeting was open to the members of {B} only.",
    "The meeting was attended by members of {B} only.",
    "Attendance at that meeting was confined to the members of {B}.",
    "No guests were invited to that meeting.",
    "That meeting was reserved for the members of {B}.",
    "At that meeting the members of {B} met among themselves.",
)
FILLER = (
    "A frank exchange of views took place.",
    "Several delegations underlined the importance of an early exchange of information.",
    "The discussion was interactive and was welcomed by all those present.",
    "Members noted with concern the limited resources available for that purpose.",
    "The views expressed were conveyed to the President of the {parent} by the {chair}.",
    "It was stressed that the measures should not have unintended humanitarian consequences.",
    "Some members were of the view that further information was required.",
    "The {chair} undertook to follow up the suggestions that had been made.",
    "No objection was raised to the approach proposed.",
    "It was generally felt that the matter should be kept under review.",
    "A number of practical proposals were put forward for consideration at a later stage.",
    "The need for closer coordination with the Secretariat was emphasized.",
)
YEAR_INTRO = (
    "The following took place in {Y}.",
    "In {Y} the emphasis was placed on specific questions.",
    "The work carried out in {Y} may be summarized as follows.",
    "During {Y}, {B} was mainly concerned with the matters set out below.",
    "Several of these matters came before {B} in {Y}.",
    "In the course of {Y}, the pace of work increased.",
    "The dates given in the present paragraph refer to {Y}.",
    "For {Y}, the following should be mentioned.",
)
TWO = (
    "Those two {ms} were well attended.",
    "No decision was taken at those two {ms}.",
    "The views put forward at those two {ms} were conveyed to the Secretariat.",
    "Those two {ms} lasted longer than had been foreseen.",
)
CLAIM = (
    "During the period under review, {B} held {C}.",
    "In the reporting period {B} held {C}.",
    "Since its previous report, {B} has held {C}.",
    "Altogether, {C} were held during the reporting period.",
    "{B} held {C} during the period covered by the present report.",
    "A total of {C} were held by {B} in the reporting period.",
    "The work of {B} was carried out in {C}.",
    "In discharging its mandate, {B} convened {C} in the period under review.",
)
CLAIM_BEFORE = (
    "In the preceding reporting period, {B} had held {C}.",
    "By comparison, {C} had been held in the previous reporting period.",
    "{B} had held {C} in the period covered by its previous report.",
    "That compares with {C} in the preceding period.",
)
TABULATION = (
    "A list of those meetings and other activities, with the dates, is contained in the annex to the present report.",
    "A chronological tabulation of those meetings and activities is annexed to the present report.",
    "All meetings and activities of {B} in the period under review are listed in the annex.",
    "The annex to the present report lists all the meetings and other activities of {B}.",
    "A complete list of the meetings and other activities of {B} is annexed to the present report.",
    "The meetings and other activities are set out in tabular form in the annex to the present report.",
    "Details of all the meetings and activities are provided in the annex.",
    "Each of those meetings and activities is listed, with its date, in the annex to the present report.",
)
FOUNDED = (
    "{B1} was established by {R} of {D}, with the task of reporting regularly on its work to the {parent}.",
    "By {R} of {D}, the {by} established {B1}.",
    "The establishment of {B1} goes back to {R} of {D}.",
    "{B1} was set up in accordance with {R}, adopted on {D}.",
    "The mandate of {B1} is set out in {R} of {D}.",
    "Pursuant to {R} of {D}, {B1} keeps the matters entrusted to it under review.",
    "The tasks of {B1} derive from {R} of {D} and have since been expanded.",
    "It is recalled that {B1} was created by {R} of {D}.",
)
NEGATIVE = (
    "By its resolution {R}, adopted on {D}, the Security Council extended the mandate of {M} until {D2}.",
    "The previous activities of {B} were described in its report of {D} ({S}).",
    "In a note dated {D} ({S}), the President of the Security Council encouraged the wider circulation of documents.",
    "As of {MONTH}, {k} military and police personnel from {n} countries were deployed in peacekeeping operations.",
    "By a letter dated {D} addressed to the President of the Security Council ({S}), the "
    "Secretary-General submitted "
    "his proposals.",
    "Member States were requested to submit their comments by {D}.",
    "The attack of {D} on a convoy of the World Food Programme gave cause for serious concern.",
    "The present mandate expires on {D2}.",
    "The report of the Secretary-General ({S}) was issued on {D}.",
    "The guidelines of {B}, as amended on {D}, were circulated to all Member States.",
    "The parties signed a ceasefire agreement on {D}, which was welcomed by the President of the Council ({PRST}).",
    "In a statement by its President of {D} ({PRST}), the Council took note of the progress achieved.",
    "In the period from late {Y1} to early {Y2}, the situation on the ground remained fluid.",
    "The deadline for replies to the questionnaire, originally set for {D}, was extended to {D2}.",
    "On {D}, the {chair} transmitted the annual report of {B} to the President of the {parent} ({S}).",
    "The Security Council adopted resolution {R} on {D}.",
    "The note verbale of {D} drew the attention of States to paragraph 5 of resolution {R}.",
)
FOREIGN = (  # (sentence, holder, type, has number)
    (
        "At its {N} meeting, on {D}, the Security Council considered the situation in {C}.",
        "Security Council",
        "meeting",
        True,
    ),
    (
        "On {D}, the Secretary-General met with the Minister for Foreign Affairs of {C}.",
        "Secretary-General",
        "meeting",
        False,
    ),
    (
        "The Security Council held its {N} meeting on {D} to discuss the situation in {C}.",
        "Security Council",
        "meeting",
        True,
    ),
    (
        "A regional workshop on border control was held by the European Union in Brussels on {D}.",
        "European Union",
        "meeting",
        False,
    ),
    ("On {D}, the Secretary-General visited {C}.", "Secretary-General", "visit", False),
    (
        "At the meeting of the Economic Community of West African States held on {D}, the Heads of "
        "State discussed the "
        "situation in {C}.",
        "Economic Community of West African States",
        "meeting",
        False,
    ),
    (
        "The United Nations Development Programme held a round-table meeting on {C} in Geneva on {D}.",
        "United Nations Development Programme",
        "meeting",
        False,
    ),
    (
        "On {D}, the Third Committee of the General Assembly met to consider the situation in {C}.",
        "Third Committee of the General Assembly",
        "meeting",
        False,
    ),
)
RECOMMENDATIONS = (
    "From this point of view, {B} should consider the following elements:",
    "In the light of the foregoing, the following is recommended:",
    "For the purpose of making its work more effective, {B} intends to be guided by the following:",
    "On the basis of the experience gained, the following suggestions are made:",
)
SUGGESTIONS = (
    "{B} should attempt to hold a meeting at the time of any substantial change in the situation;",
    "{B} should periodically converse with the bureaux of other bodies in order to maintain interaction;",
    "The {chair} should make every effort to report the views of participants to the {parent}, if "
    "necessary in "
    "writing;",
    "Meetings should be announced well in advance and documents circulated before them;",
    "{B} may address an issue that has ramifications beyond the case in which it has come up;",
    "Use should be made of visits to the countries concerned wherever resources permit;",
    "The Secretariat should be invited to brief {B} when a crisis arises;",
    "{B} should review its work continuously.",
)
CLOSING = (
    "{B} is convinced that it can serve as an effective tool for the promotion of understanding among Member States.",
    "Transparency and accountability remain important in the work of {B}.",
    "{B} wishes to express its appreciation to the Secretariat for the assistance provided.",
    "Much remains to be done if the measures are to have their full effect.",
    "{B} will continue to keep those matters under review.",
    "The support of Member States remains essential for the work of {B}.",
)
