"""Which event a date belongs to: the rules, from the most to the least certain, each with its example.

A rule answers with what it found, with nothing where it knows that the date is no event's, or not at all; then the next
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from extract.assemble import words
from extract.assemble.clauses import nouns, occasions, sojourns, verbs
from extract.assemble.clauses.found import NOTHING, Answer, Dated, Found
from extract.assemble.clauses.shapes import (
    ASIDE,
    DID_THEN,
    EARLIER,
    FAR,
    FIRST_ON,
    LEADS,
    MEETING_THEN,
    TO_A_VERB,
    VERB_WORD,
)
from extract.assemble.cues import MARK, ORDINALS, UNREAL, Cue
from extract.assemble.holders import Holder

# What may stand between "its 5th meeting" and the date.
_AFTER_NUMBER = re.compile(
    r"\)?(?:\s\([^)]*\))?"
    r"(?:\sof\s(?:(?:the\s)?[A-Z][\w /-]{0,80}?"
    r"|(?:the\s)?(?:members|membership|coordinators|experts)\sof\s[^,;()\x01]{2,60}"
    r"|(?:its|their|the)\s(?:[\w-]+\s){1,4}session(?:\sof\s(?:the\s)?[A-Z][\w /-]{0,80}?(?=,\son\s))?)"
    r"|\s(?:during|at|in)\s(?:its|their|the)\s(?:[\w-]+\s){1,4}session)?,?"
    r"(?:,?\swhich\s(?:was|were)\s(?:devoted|dedicated|given\sover)\sto\s[^,;\x01]{3,80},(?:\s(?:had\s)?(?:took|taken)\splace)?(?=\s))?"
    r"(?:\s(?:which\s(?:both\s|all\s)?|(?:both|all|each)\sof\swhich\s)?(?:was|were|took\splace))?"
    r"(?:\sboth(?=\s(?:held\s)?on\s))?(?:\s(?:held|convened))?"
    r"(?:\sin\sthe\speriod(?=\s(?:from|between)\s))?(?:\sin\s(?:private|public)|\s\([\w -]+\))?,?"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w ,’'-]{0,60}?)?,?\s(?:(?:also|likewise|again|held)\s){0,2}"
    r"(?:on|between|from|in)?(?:,\srespectively,)?"
    r"(?:\sthe\s(?:morning|forenoon|afternoon|evening)\sof|\sthe\sfollowing|\s?today,)?\s?$|:\s$|\s\($"
)
_THE_LATTER = re.compile(
    r"[,;]\sthe\s(?:latter|last|second)\s(?:of\swhich\s)?(?:(?:was\s)?held\s|took\splace\s)?on\s$"
)  # "its 1st and 2nd meetings, the latter on"
_AFTER_NOUN = re.compile(
    r"(?:\s(?:19|20)\d\d(?=,?\s(?:was\s)?held\s))?"  # "its second regular session 2024 held from"
    r"(?:\s(?:entitled|titled|called|themed|on\sthe\stheme)\s“[^”\x01]{1,240}”,?(?=\s(?:was\s|which\s)?(?:held|convened|organi[sz]ed|hosted)))?"
    r"(?P<mid>(?:\s(?:focus(?:ed|ing)|aimed|dedicated|devoted)(?=\s(?:on|at|to)\s))?(?:,\s(?:to|with|on)\s[^\x01.;:,]{1,80},(?=\s(?:was|were)\s)|\s(?:with|of|on|to|between|among|at|in|by|for|regarding|concerning)\s[^\x01.;:]{1,260}?|\s(?:that\s)?(?:my|the)\s[^\x01.;:,]{1,80}?\shad\swith\s[^\x01.;:,]{1,80}?)?)"
    r"(?P<held>,?\s(?:which|that)\s(?:he|she|they|I|we|the\s(?:two\s|three\s)?(?:parties|sides|leaders|delegations|members|communities|Governments|Presidents|Ministers)|(?:(?:the|my|his|her|its|their)\s)?[A-Z][\w’'/-]+(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'/-]*){0,9})\s(?:(?:had|has|also|then|thereafter|subsequently)\s){0,2}(?:(?:undertook|undertaken|convened|organi[sz]ed|hosted|made|conducted|held|paid|carried\sout)(?:\swith\s[^\x01.;,]{2,60}?)?(?:\s(?:in|at|to)\s(?:the\s)?(?:[A-Z]|same\s)[^\x01.;,]{1,60}?(?:,\s[A-Z][\w’-]{1,30}(?=,\s))?)?|(?:sent|dispatched|devoted|dedicated)\sto\s[^\x01.;]{2,120}?)|,?\s(?:(?:was|were|that|which|had|having|been|also|it|they|he|she)\s){0,3}"
    r"(?:held(?!\s(?:the\s(?:[cC]hair|[pP]residen|office|post|position|rank)|office\b))|convened|organi[sz]ed|arranged|conducted|hosted|undertaken|made|paid|carried\sout|took\splace|taken\splace|(?<=which\s)(?:began|opened|started|commenced)(?=\s(?:in|on|at)\s)|(?:co-)?chaired|presided\sover|facilitated|deployed|sent|dispatched|led|called|attended|given|delivered|provided|co-hosted|co-organi[sz]ed|addressed(?=\sby\s)|lasted(?=,?\sfrom\s)|followed(?=,?\son\s))"
    r"(?:\s[^\x01.;]{0,200}?)?|\s(?:was|were)(?=\s(?:on|from)\s)|\s(?:was|were)\s(?:in|at)\s[A-Z][^\x01.;]{1,60}?(?=,?\s(?:on|from)\s))?"
    r"(?P<comma>,?|:)\s(?:\((?=(?:on|from|between)\s))?"  # "four formal meetings (on 12 February and 3 March)"
    r"(?:(?P<prep>on|of|from|in|between|during|throughout)\s(?:the\s)?|(?:at\sthe\s|that\s|the\s|last\s|this\spast\s)?)$"
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were)\s(?:also\s)?(?:held|convened|undertaken|organi[sz]ed|conducted|hosted|made)\b[^,;]*$"
)
_SOMEBODYS = r"\s(?:an?|the|his|her|its|their|my)\s(?:[\w’'-]+\s){0,4}$"
_DURING = re.compile(rf"\b(?:during|at|in|in\sthe\scourse\sof){_SOMEBODYS}")
_ON_VISIT = re.compile(rf"\b(?:during|on|at|in|in\sthe\scourse\sof){_SOMEBODYS}")
# "As agreed at the 134th meeting of the Subcommittee, on 18 March, Iraq transferred": the date leads on.
_AS_AGREED = re.compile(
    r"(?:As\s(?:was\s)?[a-z]+(?:ed|n)|Pursuant\sto|Following|Further\sto|After|In\saccordance\swith|Based\son)\b[^;,]*$"
)
# "On 24 June, the Chair briefed …": the day of the deed, at the head of the sentence
_DAY_LED = re.compile(rf"{FIRST_ON.pattern}{MARK}+,?\s(?:(?!\b(?:where|wh(?:ich|o|en))\b)[^{MARK};])*")
_TOPIC = 4  # words between a verb and the day of what it was told of
# "It was received on 18 June by the Minister"
_RECEIVED_ON = re.compile(r"\breceived(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w’ -]{1,40}?)?,?\son\s$")
_BY_WHOM = re.compile(r",?\sby(?=\s)")
_BEHIND_DURING = re.compile(
    r"\s(?:in\s[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'-]+){0,3},?\s)?(?:during|at|on\sthe\smargins\sof)\s(?:the|an?|his|her|their|its)\s"
    r"(?:[\w’'-]+\s){0,5}"
)
# "to make progress in the dialogue", "his position in the negotiations": a process, not a meeting of that day.
_PROCESS = re.compile(r"\bin\s(?:the|his|her|its|their)\s(?:[\w’'-]+\s){0,4}$")
_REPORT_OF = re.compile(r"\breports?\s$")  # "presented the report on its visit to Chad"
# "the chief negotiator in the dialogue": what somebody is, not when something was said.
_PART_IN = re.compile(
    r"\b(?:negotiators?|representatives?|participants?|participation|Participation(?:\sof\s(?:the\s)?[\w\s’-]{1,60}?)?|delegates?|facilitators?|coordinators?|counterparts?|part|engaged)\s$"
)
# "announced that a group had planned attacks during the visit of", "launched the booklet during an event"
_SAID_THAT = re.compile(
    r"\b(?:announced|reported|stated|said|told|informed|indicated|recalled)\b[^;]{0,300}\sthat\s|\b(?:launched|inaugurated|unveiled)\s"
)
# "As part of separate engagements in Juba on 25 and 26 March, UNISFA met"
_LEAD_IN = re.compile(
    r"(?:As\spart\sof|In\sthe\s(?:context|framework|course|margins)\sof|On\sthe\s(?:occasion|margins|sidelines)\sof|At\sthe\sinvitation\sof"
    r"|At\sthe\srequest\sof|In\s[A-Z][\w’-]+)\b[^,;]{0,160}\son\s"
)
_DID_SO = re.compile(
    r",\s(?:followed|was|were|had|has|led|brought|came|marked|caused|sparked|prompted|drew|elicited)\s"
)
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:and|but|while)\s[Oo]n\s$")
# "Up to the end of its session, on 20 June, the Committee held …": the day of the end.
_END_OF = re.compile(r"\b(?:end|opening|closing|beginning|conclusion|closure)\sof\s[^,;]{1,60},\son\s$")
_MEETING_OF = re.compile(
    r"\b(?:[Mm]eeting|[Ss]ession|[Ss]itting|[Cc]ommittee|[Bb]ureau|[Ss]ecretariat|[Pp]resident|[Cc]hair)s?\sof\s(?:the\s)?(?:[A-Z][\w’'-]*\s)*$"
)
_NEXT_VERB = re.compile(r",|\s(?:was|were|had|has|(?!held|convened|organized|hosted|attended)[a-z]{2,}ed)\s")
_WAS_OPENED = re.compile(r"\b(?:was|were)\s(?:opened|closed|introduced|presented)\son\s$")
_SPOKE_AT_SESSION = re.compile(
    rf"\b(?:statements?|presented|addressed|spoke|briefed|remarks|presentation)\s(?:[^,;]{{0,80}}\s)?(?:at|to)\sthe\s(?:{words.ORDINAL}|{words.ordinal_word()})\s(?:[a-z]+\s)?$"
)
_IN_WRITING = re.compile(r"\b(?:submitted|submission|written)\b")  # nobody need have been there
# What somebody does at a meeting.
_SPOKE = re.compile(r"\b(?:briefed|addressed|statements?|presentation|briefings?|spoke|reported|was\sheard|heard)\b")
_OCCASIONS = re.compile(r"\b(?:occasions|times|once|twice|thrice|(?:following|these)\s(?:dates|days)):\s(?:on\s)?$")
NUMBER_BEHIND = re.compile(r"\s\((?:its\s|the\s)?(?:\d+(?:st|nd|rd|th))\s(?:[a-z]+\s)?meeting\)")
# "met in formal session once, on 3 March, and held five consultations": the date belongs to what stands before it
_AND_DID = re.compile(r",?\sand\s(?:(?:also|then|subsequently)\s)?[a-z]+\s")
_PLACE_IN_BRACKETS = re.compile(r"\s\((?:[a-z][a-z -]{1,40},\s)?(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*,\s){1,2}$")
# "the London Conference on International Law (October 2024)", "the open day in The Hague (May 2024)"
# "heard a briefing, in which he gave an account of the assembly that had been held in Kabul from"
_IN_WHICH = re.compile(r",\s(?:in|at|during)\swhich\s[^;]{0,240}\b(?:that|which)\s(?:had|has|was|were)\s")
# "met twice during the spring session, on 23 and 30 March"
_MET_DURING = re.compile(
    r"\bmet\s(?:once|twice|\w{3,8}\stimes)\s(?:[^,;\x01]{0,40}\s)?(?:during|at|in)\s(?:the|its)\s(?:[\w-]+\s){0,3}$"
)
# "On 29 May, he submitted his report, which the Council considered at its 2749th meeting"
_WHICH_THEY = re.compile(r",\swhich\s(?:the\s)?[A-Z][^,;]*$")
_TO_BRACKET = re.compile(
    r"(?:\s(?:and|to)(?=\s(?:the\s)?[A-Z])|\s(?!(?:and|or|which|who|that|to|after|before|since|following|over|held|reports?|letter|outcome)\b)[\w’'“”-]+){0,10}?\s"
)
_AT_PLACE = re.compile(r"\s(?:the\s)?[A-Z]")
_ON_A_TOPIC = re.compile(r"\s(?:on|of|for|about|regarding)\s[^\x01.;:()]{2,200}")
_ACTS_ITSELF = re.compile(
    r"(?:,?|\sby)\s(?:the|an?)\s(?:[\w’'-]+\s){0,6}?(?:(?P<noun>[Pp]lenary\s[Mm]eeting|Summit|Conference|Congress|Meeting|summit|conference|congress)\b(?![\s]+(?:room|services|declaration|document|report|statement|resolution|outcome|secretariat|centre|process)s?\b)"
    rf"|(?P<gathering>{words.any_noun()})(?=\s(?:also\s)?(?:brought\stogether|gathered|convened)\s)"
    # "On 25 November, the first consultation between A and B identified challenges"
    r"|(?P<held>meeting|consultation|consultations|workshop|seminar|round\stable|forum)(?:\s(?:of|between|with|on)\s[^,;\x01]{2,100}?)?"
    # "a meeting held in Chiang Mai, Thailand, by the Pact contributed to the study"
    r"(?:,?\s(?:jointly\s)?(?:co-)?(?:held|organi[sz]ed|convened|hosted)\s(?:in|by|at|under|with)\s[^;\x01]{2,160}?)?"
    r"(?=,?\s(?:also\s)?(?:identified|adopted|agreed|discussed|focused|reviewed|resulted|led\sto|concluded|highlighted|considered"
    r"|recommended|decided|called|contributed|produced|explored|examined|addressed|provided|attracted)\s))"
)
# "From 23 February to 5 March, an IMF mission to Chad made an assessment"
_MISSION_ACTS = re.compile(
    r",?\san?\s(?:[\w’'-]+\s){0,5}?mission\s(?:to|from)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}\s(?:also\s)?"
    r"(?:made|conducted|carried\sout|undertook|assessed|reviewed|examined|discussed|completed|found|concluded)\b"
)
# "On 5 March, a visit to the north by the Commander was cut short"
_VISIT_ACTS = re.compile(
    r",?\s(?:an?|the)\s(?:[\w’'-]+\s){0,3}?(?P<noun>visit)\s(?:to|by)\s[^;\x01]{3,160}?\s"
    r"(?:was|were|caused|led|prompted|took|sparked|included|marked|provided|ended|enabled|gave|contributed)\s"
)
_OF_MONTHS = ("in", "during", "throughout", "between", "from", "of")  # prepositions of dates without a day
_ATTRIBUTIVE = re.compile(
    r"\s(?:(?!(?:without|for|with|in|at|to|and|on|by|of|from|after|before)\s)[\w’'-]+\s){0,4}?"
    rf"(?P<noun>{words.any_noun()}|mission)(?![\w-])(?!\s(?:room|agreement|document|report|declaration|accord))"
)
_AT_THE = re.compile(r"\b(?:[Aa]t|[Dd]uring|[Ff]ollowing|[Aa]fter)\s(?:the|its|his|her|their)\s$")
_PARTICIPLE = re.compile(r"[A-Z][a-z]+(?:ed|ing)\s(?:by|about|at|on|with|to|that|the)\b[^;]*$")
_NUMBER = 60  # characters of a number with what is before it
_NUMBER_ALONE = re.compile(
    rf"(?:(?:,|;|\band)\s(?:and\s|namely\s)?(?:at\s)?|\bat\s)(?:its|the|their)\s(?P<nums>{ORDINALS})"
    rf"(?:\s(?:in|at)\s[A-Z][\w’ -]{{1,40}}?|,\sa\s(?:closed|open|private|public|informal)\s(?:one|meeting))?,?"
    rf"\s(?:\(|(?:(?:also|likewise|held)\s){{0,2}}(?:on|between|in)\s"
    r"(?:the\s(?:morning|forenoon|afternoon|evening)\sof\s)?)$"
)
COVERED = re.compile(
    r"\bcover(?:s|ed|ing)\s(?:the\s(?:period|time|months|years)|incidents|developments|events|activities|violations)\b"
    r"(?:[^;]{0,40}\b(?:between|from|of))?\s$"
)
_OF_TIME = re.compile(
    r"\b(?:course|week|month|morning|forenoon|afternoon|evening|night|days?|dates?|beginning|end|half|part)s?\sof\s$"
)
_OF_A_THING = re.compile(
    r"\bthe\s(?!(?:course|week|month|(?:morning|forenoon|afternoon|evening|night)s?|days|beginning|end|first|second)\b)"
    r"(?:[a-z-]+\s){1,3}of\s$"
)
_VERBS = ("passive", "hold", "own", "sitting")


def event_of(d: Dated) -> Found | None:
    """The event that a date belongs to, by the first rule that fits."""
    for rule in RULES:
        answer = rule(d)
        if answer is NOTHING:
            return None
        if answer is not None:
            return answer
    return None


def numbered_before(d: Dated) -> Answer:
    """ "At its 5th meeting, held in Geneva on 12 March"."""
    leads_on = d.masked[d.to : d.to + 1] == "," and d.masked[: d.at].endswith(", on ")
    for cue in reversed(d.before):
        agreed = leads_on and _AS_AGREED.match(d.masked[d.start : cue.at].lstrip())
        if agreed and d.masked[cue.at - 4 : cue.at] != "its ":
            continue
        if cue.how == "numbered" and _THE_LATTER.fullmatch(d.masked, cue.to, d.at):
            found = nouns.numbered(d, cue, d.masked[cue.at : d.at])
            return replace(found, numbers=found.numbers[-1:]) if found else NOTHING
        if cue.how == "numbered" and _AFTER_NUMBER.fullmatch(d.masked, cue.to, d.at):
            return nouns.numbered(d, cue, d.masked[cue.at : d.at]) or NOTHING
    return None


def numbered_behind(d: Dated) -> Answer:
    """ "On 20 November, at its 60th meeting, the Committee …"."""
    for cue in d.cues:
        if cue.how != "numbered" or cue.at < d.to:
            continue
        if re.fullmatch(r",?\s(?:at|during|in\sthe\scourse\sof)\s(?:its|the|their)\s", d.masked[d.to : cue.at]):
            return nouns.numbered(d, cue, d.masked[cue.at : cue.to]) or NOTHING
    return None


# ", and on 11 December the Chair signed"
_WHO_DID = re.compile(
    r"\s(?:the|its|his|her)\s(?:[\w’-]+\s){1,6}?(?:[a-z]{2,}ed|took|gave|made|wrote|left|sent|went|said)\s"
)
_ONE_OF_SEVERAL = re.compile(
    rf"\b(?i:two|three|four|five|six|several)\s(?:[a-z-]+\s){{0,3}}(?P<noun>{words.any_noun()})(?![\w-])[^;]*,\sthe\sfirst\b(?!\s(?:{words.any_noun()}))"
)


# "Another meeting, the 599th, was devoted on 16 June to the Day"
_NAMED_BY_NUMBER = re.compile(
    rf"\b(?:[Aa]nother|[Aa]|[Tt]he\s(?:last|first|next|final))\s(?:[a-z]+\s)?(?P<noun>meeting),\sthe\s(?P<nums>{ORDINALS}),\s"
    r"(?:was\s(?:devoted|dedicated|held|convened|given\sover)\s|took\splace\s)?on\s$"
)


def named_by_number(d: Dated) -> Answer:
    """ "Another meeting, the 599th, was devoted on 16 June to the International Day"."""
    named = _NAMED_BY_NUMBER.search(d.masked, max(0, d.at - 2 * _NUMBER), d.at)
    cue = next((c for c in d.before if named and c.at <= named.start("noun") < c.to), None)
    if named is None or cue is None:
        return None
    return nouns.numbered(d, replace(cue, numbers=named["nums"], adj=""), "") or NOTHING


def number_alone(d: Dated) -> Answer:
    """ "its 3rd meeting on 4 May, its 4th on 5 May", "the 3rd meeting (4 May) dealt with dams, the 4th (6 June) …"."""
    alone = _NUMBER_ALONE.search(d.masked, max(0, d.at - _NUMBER), d.at)
    # "heard at the fifth, on 12 May, and at the sixth meeting, on 13 May": the noun may follow
    if alone is None:
        return None
    if alone.group("nums").isalpha() and (of := _ONE_OF_SEVERAL.search(d.masked, 0, alone.start())):
        # "two informal meetings were held, the first of which, on 9 June, …, and the second, on 16 July, …"
        at, to = of.span("noun")
        kind = words.noun_types()[of.group("noun").lower()]
        return Found(
            d.days, kind, words.format_in(of.group()), d.holders.around(d.sentence, at, to, d.masked), [], True
        )
    numbered = [c for c in d.cues if c.how == "numbered"]
    earlier = [c for c in numbered if c.to <= alone.start()] or [c for c in numbered if c.at >= d.to][:1]
    if not earlier and alone.group().startswith(", namely "):
        # "considered the item at five meetings, namely the 2700th to 2704th, held between …"
        earlier = [c for c in d.cues if c.how == "noun" and c.to <= alone.start()]
    if not earlier or "meeting" not in earlier[-1].noun.lower():
        return None
    return nouns.numbered(d, replace(earlier[-1], numbers=alone.group("nums"), adj=""), "") or NOTHING


def spoken_at(d: Dated) -> Answer:
    """ "On 19 May, the Chair briefed the Council at its 6317th meeting": the numbered meeting has the day."""
    opened = bool(_WAS_OPENED.search(d.masked[: d.at]))
    if not (opened or LEADS.search(d.masked[: d.at])):
        return None
    for cue in d.cues:
        if cue.how != "numbered" or cue.at < d.to or cue.at - d.to > FAR:
            continue
        between = d.masked[d.to : cue.at]
        if (
            not re.search(rf"[;{MARK}]|\.\s", between)
            and re.search(r"\s(?:at|during)\s(?:its|the|their)\s$", between)
            and (_SPOKE.search(between) or opened)
            and not EARLIER.search(between)
            and not re.match(rf",?\s(?:held\s)?on\s{MARK}", d.masked[cue.to :])
        ):
            return nouns.numbered(d, cue, d.masked[cue.at : cue.to]) or NOTHING
    return None


def attributive(d: Dated) -> Answer:
    """ "the November 2000 joint assessment mission"."""
    found = _ATTRIBUTIVE.match(d.masked, d.to)
    if found is None:
        return None
    known = re.search(
        r"\b(?:[Tt]he|(?:[Aa]t|[Dd]uring|[Ii]n)\san?|[Aa]t|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|of)\s$", d.masked[: d.at]
    )
    if not known or UNREAL.search(d.masked[: d.at][-60:]):
        return None
    if any(x.precision == "month" and x.year_from != "stated" for x in d.days) and not _AT_THE.search(d.masked[: d.at]):
        return None  # "in preparation for the August session"
    kind = words.noun_types()[found.group("noun").lower()]
    holder = d.holders.around(d.sentence, *found.span("noun"), d.masked)
    return Found(d.days, kind, "", holder, [], single=True, definite=True, rule="attributive")


_AND_ANOTHER = re.compile(r"\)(?:,|,?\sand)\s(?:the\s|an?\s)?")
# "met A, who observed that eighteen months had gone by since the armistice was signed (24 February 1949)"
_ANOTHER_DEED = re.compile(
    r"\b(?:since|that|who|which)\s[^;]{3,80}\b(?:was|were|had\sbeen)\s(?!held|convened)[a-z]+ed\s\($"
)
_VISITORS = re.compile(
    r"\)(?:(?:,|,?\sand)\s[^;.()\x01]{3,200}\s\(\x01+\)){0,6},?\s(?:also\s|each\s)?(?P<verb>visited|travelled\sto|toured)\s(?:the\s)?[A-Z]"
)


def bracketed(d: Dated) -> Answer:
    """ "visits to Sierra Leone (25 August 2005)", "the Istanbul Summit (16-17 November)"."""
    if not d.has_bracket:
        return None
    if visitors := _VISITORS.match(d.masked, d.to):
        # "the High Commissioner (25–27 March) and a delegation (27 March–1 April) visited Georgia"
        name = max((m.end() for m in _AND_ANOTHER.finditer(d.masked, d.start, d.at)), default=d.start)
        holder = d.holders.subject(d.sentence, name, d.at - 1, d.masked)
        kind = words.verb_types().get(visitors.group("verb"), "visit")
        return Found(d.days, kind, "", holder, [], single=True, rule="bracket")
    earlier = [c for c in d.cues if c.to <= d.at and c.how in ("passive", "hold", "own")]
    earlier = [
        c for c in earlier if not (c.how == "own" and c.verb.startswith("received") and not c.verb.endswith("by"))
    ]
    earlier = [
        c for c in earlier if not (c.verb in words.verb_list("stay") and not _AT_PLACE.match(d.masked, c.to))
    ]  # "had been signed or were in force"
    earlier = earlier or [c for c in d.cues if c.to <= d.at and c.how == "noun" and c.noun.endswith("s")]
    later = [c for c in d.cues if c.at >= d.to and (c.how == "hold" or (c.how == "noun" and c.noun.endswith("s")))]
    beside = [c for c in d.cues if c.how == "noun" and c.to == d.at - 2]
    named = [c for c in d.cues if c.how == "noun" and _TO_BRACKET.fullmatch(d.masked, c.to, d.at - 1)]
    earlier = [c for c in earlier[-1:] if not _ANOTHER_DEED.search(d.masked, c.to, d.at)]
    near = [*beside, *earlier, *later[:1], *named[-1:]]
    if not near and (entry := occasions.entry(d, d.at - 1)) is not None:
        return nouns.bracket(d, entry, attended=True) or NOTHING
    return (nouns.bracket(d, near[0]) if near else None) or NOTHING


def number_in_bracket(d: Dated) -> Answer:
    """ "On 22 April (34th meeting) and 29 April (35th meeting), the Committee exchanged views"."""
    number = NUMBER_BEHIND.match(d.masked, d.to)
    if number is None or len(d.days) > 1 or any(c.noun == "session" and c.to <= d.at for c in d.cues):
        return None
    near = [c for c in d.cues if c.how == "numbered" and number.start() < c.at and c.to <= number.end()]
    return (nouns.numbered(d, near[0], d.masked[near[0].at : near[0].to]) or NOTHING) if near else None


def bracketed_with_place(d: Dated) -> Answer:
    """ "its third meeting (Accra, 4–7 March)"."""
    place = _PLACE_IN_BRACKETS.search(d.masked[: d.at])
    if d.preposition or place is None or d.masked[d.to : d.to + 1] != ")":
        return None
    near = [c for c in d.cues if c.how == "noun" and c.to == place.start()]
    if not near:  # "the joint workshop on terrorist financing through hawala (New Delhi, April 2023)"
        nouns_ = [c for c in d.cues if c.how == "noun" and c.to < place.start() and c.at >= d.start]
        near = [c for c in nouns_[-1:] if _ON_A_TOPIC.fullmatch(d.masked, c.to, place.start())]
        near = [c for c in near if not VERB_WORD.search(d.masked, c.to, place.start())]
    # "(a) 2025 consultative meeting on the Agenda: solutions for the Goals (in-person meeting, Cairo, 25 May)"
    item = occasions.entry(d, place.start())
    near = near or ([item] if item is not None else [])
    return (nouns.bracket(d, near[0]) or NOTHING) if near else None


def listed(d: Dated) -> Answer:
    """ "sixty-second session, 3–7 July 2023": only lists and titles leave the preposition away."""
    return None if d.preposition else nouns.listed(d) or NOTHING


def after_colon(d: Dated) -> Answer:
    """ "met in informal consultations on six occasions: 20 January; 3 and 17 February"."""
    if d.preposition or not _OCCASIONS.search(d.masked[: d.at]):
        return None
    for cue in [c for c in reversed(d.before) if c.how in _VERBS][:1]:
        if found := verbs.verb(d, cue, first=False):
            return found
    return None


def month_alone(d: Dated) -> Answer:
    """ "on September 2005": no month takes such a preposition."""
    return NOTHING if all(x.precision == "month" for x in d.days) and d.preposition not in _OF_MONTHS else None


def noun_before(d: Dated) -> Answer:
    """ "the meeting of 19 August 2005", "a meeting held on …", "a visit to … from …"."""
    if _begins_clause(d):
        return None
    near = [c for c in d.before if c.how == "noun" and d.at - c.to <= 360 and not _ends_a_name(d.masked, c)]
    # In "meetings on the visits … were held on" the first noun is the subject; else the nearest has the date.
    passive = _PASSIVE_BEFORE.search(d.masked[d.start : d.at])
    for cue in (near if passive else near[::-1])[:3]:
        match = _AFTER_NOUN.fullmatch(d.masked, cue.to, d.at)
        if match and (_IN_WHICH.search(d.masked, cue.to, d.at) or _MET_DURING.search(d.masked, 0, cue.at)):
            continue
        if match and (found := nouns.noun(d, cue, match)):
            return found
        if match and not passive and words.noun_types()[cue.noun.lower()] == "session":
            break  # "the conclusions of the seminar to the session of the Committee, in June": not the seminar's month
    return None


def in_consultations(d: Dated) -> Answer:
    """ "On 28 January, in consultations of the whole, the Special Envoy reported on …"."""
    return occasions.in_consultations(d) if _leads(d) else None


def leading(d: Dated) -> Answer:
    """ "On 8 May the Chair briefed …", "On 20 January, the Mission expressed its concern during a visit to …"."""
    if not _leads(d):
        return None
    aside = ASIDE.match(d.masked, d.to)
    begins = aside.end() if aside else d.to
    for cue in d.cues:
        if cue.at < begins or re.search(rf"[;{MARK}]", d.masked[begins : cue.at]) or cue.at - begins > FAR:
            continue
        between = d.masked[begins : cue.at]
        if _AND_DID.match(d.masked, d.to) and any(c.how in _VERBS for c in d.before):
            continue
        found = None
        if cue.how in _VERBS:
            found = verbs.verb(d, cue, first=True)
        elif (
            cue.how == "noun"
            and cue.noun in ("meetings", "talks", "discussions", "consultations")
            and d.masked.startswith((" with ", " held "), cue.to)
            and re.search(
                r"(?<!engage )(?<!engaged )(?<!engaging )\b(?:at|in|during)\s(?:separate\s|bilateral\s)?$", between
            )
            and not EARLIER.search(between)
        ):
            found = nouns.during(d, cue, d.to)  # "The following day, they voiced their concern in meetings with …"
        elif (
            cue.how == "noun"
            and cue.noun.lower() == "session"
            and _SPOKE_AT_SESSION.search(between)
            and not _IN_WRITING.search(between)
        ):
            holder = d.holders.around(d.sentence, cue.at, cue.to, d.masked, attended=True)
            found = Found(d.days, "session", "", holder, [], single=True, rule="during")
        elif (
            cue.how == "noun"
            and (led := (_ON_VISIT if "visit" in cue.noun else _DURING).search(between))
            and not EARLIER.search(between)
            and not (cue.noun in ("dialogue", "negotiations", "talks") and _PROCESS.search(between))
            and not _PART_IN.search(between[: led.start()])
            and not _REPORT_OF.search(between[: led.start()])
            and not _SAID_THAT.search(between[: led.start()])
            and not _WHICH_THEY.search(between[: led.start()])
        ):
            found = nouns.during(d, cue, d.to + led.start())
        if found is not None:
            return found
    return NOTHING if _then_did(d) else None  # "…, and the same day adopted its report"


def acts(d: Dated) -> Answer:
    """ "On 9 May, the third Summit of the League adopted …", "On 13 May, a forum brought together 97 youths"."""
    if _leads(d) and _MISSION_ACTS.match(d.masked, d.to):
        return Found(d.days, "visit", "", Holder("", False), [], True, rule="acts")
    if _leads(d) and (visit := _VISIT_ACTS.match(d.masked, d.to)):
        holder = d.holders.around(d.sentence, *visit.span("noun"), d.masked)
        return Found(d.days, "visit", "", holder, [], True, rule="acts")
    itself = _ACTS_ITSELF.match(d.masked, d.to) if _leads(d) else None
    if itself is None:
        return None
    group = next(name for name in ("noun", "gathering", "held") if itself.group(name))
    if VERB_WORD.search(d.masked, d.to, itself.start(group)):  # "the organizers postponed the conference"
        return None
    if re.search(rf"\b(?:{words.negative('court')})\s", itself.group(), re.I):
        return None
    kind = words.noun_types()[itself.group(group).lower().removeprefix("plenary ")]
    holder = d.holders.around(d.sentence, *itself.span(group), d.masked)
    return Found(d.days, kind, "", holder, [], True, rule="acts")


def meeting_then(d: Dated) -> Answer:
    """ "visited Tindouf again, meeting Mr. Ghali on 4 September"."""
    own = [c for c in d.cues if c.to <= d.at and c.how == "own"]
    if not own or not MEETING_THEN.search(d.masked, own[-1].to, d.at):
        return None
    begins = max((m.end() for m in re.finditer(rf"[;{MARK}]\s*", d.masked[: own[-1].at])), default=0)
    holder = d.holders.subject(d.sentence, begins, own[-1].at, d.masked)
    return Found(d.days, "meeting", "", holder, [], single=True, rule="behind own")


def of_the_next_clause(d: Dated) -> Answer:
    """ "organized a seminar and, on 18 October, addressed the Board": the date leads on."""
    enclosed = d.masked[: d.at].endswith((" and, on ", " and, in ")) and TO_A_VERB.match(d.masked, d.to)
    enclosed = enclosed or (d.masked[: d.at].endswith(", and on ") and _WHO_DID.match(d.masked, d.to))
    return NOTHING if enclosed or _begins_clause(d) else None


@cache
def _another_held() -> re.Pattern[str]:
    """ ", with members of the Group of 20, informal consultations on": a second object of "held"."""
    return re.compile(
        r"(?:,\s(?:with|in|at|by)\s[^,;\x01]{2,80},)?\s(?P<adj>(?:(?:an?|its|another|further|informal|joint|closed|open|formal|special|annual)\s){0,3})"
        rf"(?P<noun>{words.any_noun()})(?![\w-])(?!\s(?:was|were|had|took|began|ended|opened)\b)"
    )


def another_held(d: Dated) -> Answer:
    """ "On 14 June the Commission held a joint meeting …, and on 7 December, with …, informal consultations"."""
    if not d.masked[: d.at].endswith((", and on ", "; and on ", " and on ")):
        return None
    held = [c for c in d.cues if c.how == "hold" and c.to <= d.at]
    another = _another_held().match(d.masked, d.to) if held else None
    if another is None:
        return None
    noun = another.group("noun")
    holder = d.holders.subject(d.sentence, 0, held[-1].at, d.masked)
    near = another.group("adj") + noun
    kind = words.noun_types()[noun.lower()]
    return Found(d.days, kind, words.format_in(near), holder, [], single=True, rule="behind hold")


# "The session of the Assembly, which should have opened on 1 October, was delayed by a dispute and was held from"
_WAS_HELD_THEN = re.compile(
    r"(?:\sof\s[^,;]{2,100})?,\s[^;]{3,160},\s(?:was\s[^,;\x01]{2,80}\sand\s)?(?:was|were)\s(?:finally\s|eventually\s)?(?:held|convened)\s"
    r"(?:(?:in|at)\s(?:the\s)?[A-Z][^,;\x01]{1,60}?\s)?(?:on|from)\s"
)
_HEAD_OF_IT = 60  # characters before the noun that a sentence begins with


def subject_was_held(d: Dated) -> Answer:
    """ "The round table of partners, postponed from 7 October and then from May, was held in Geneva on 7 November"."""
    for cue in d.cues:
        if cue.how == "noun" and cue.at <= _HEAD_OF_IT and _WAS_HELD_THEN.fullmatch(d.masked, cue.to, d.at):
            holder = d.holders.around(d.sentence, cue.at, cue.to, d.masked)
            kind = words.noun_types()[cue.noun.lower()]
            return Found(d.days, kind, "", holder, [], single=True, rule="noun")
    return None


_AT_A_MEETING = re.compile(
    r",?\sat\san?\s(?:[a-z-]+\s){0,3}(?P<noun>meeting|summit|conference|workshop|seminar|round\stable)\b(?!s?\s(?:on|in|from)\s\x01)"
)


def at_a_meeting(d: Dated) -> Answer:
    """ "was established in New York on 20 September, at a meeting held on the margins of the session"."""
    there = _AT_A_MEETING.match(d.masked, d.to)
    if there is None or d.is_range or any(x.precision != "day" for x in d.days) or UNREAL.search(d.masked, 0, d.at):
        return None
    holder = d.holders.around(d.sentence, *there.span("noun"), d.masked)
    kind = words.noun_types()[there["noun"]]
    return Found(d.days, kind, words.format_in(there.group()), holder, [], single=True, rule="during")


def verb_before(d: Dated) -> Answer:
    """ "The Chair briefed the Council on 8 May"."""
    if d.preposition == "of" and _OF_A_THING.search(d.masked, 0, d.at):
        return None  # "heard the panel on the seizures of 11 and 28 January"
    for cue in [c for c in reversed(d.before) if c.how in _VERBS and d.at - c.to <= 260][:2]:
        if d.preposition == "of" and words.document().search(d.masked, cue.to, d.at):
            continue  # "Having considered the reports of 14 September on … and of 21 July on …"
        if d.preposition == "of" and cue.how == "sitting" and not _OF_TIME.search(d.masked, 0, d.at):
            continue  # "considered the attack in Faya of 1 May", "the ECOWAS moratorium of 31 October"
        if _DAY_LED.fullmatch(d.masked, 0, cue.at) and _of_its_object(d.masked[cue.to : d.at]):
            continue
        if "," in d.masked[cue.to : d.at] and _of_incident().search(d.masked, cue.to, d.at):
            continue  # "briefed members, stressing the opportunity offered by the inauguration of the President on"
        if found := verbs.verb(d, cue, first=False):
            return found
    return None


@cache
def _of_incident() -> re.Pattern[str]:
    """ "the attacks on ships in the Red Sea on", "the inauguration of the President on": whose day it is."""
    what = f"{words.negative('incidents')}|{words.negative('festivities')}"
    return re.compile(rf"\b(?:{what})\b(?:\s(?!and\b)[\w’'-]+){{0,9}}\s(?:on|of|from)\s$")


def _of_its_object(between: str) -> bool:
    """ "On 24 June, the Chair briefed the Council on the attacks on 12 June": the day of what it was told of."""
    if MARK in between or len(between.split()) < _TOPIC:
        return False
    return not re.search(r"[,;]|\b(?:and|then|again|or)\b", between) or bool(_of_incident().search(between))


def received_by(d: Dated) -> Answer:
    """ "It was received on 18 June by the Minister of State"."""
    received = _RECEIVED_ON.search(d.masked, d.start, d.at)
    by = _BY_WHOM.match(d.masked, d.to) if received else None
    if received is None or by is None:
        return None
    return verbs.verb(d, Cue("own", received.start(), by.end(), verb="received by"), first=False) or NOTHING


def during_behind(d: Dated) -> Answer:
    """ "on 23 May in Bali during the Ministerial Meeting of …"."""
    for cue in d.cues:
        if cue.how == "noun" and cue.at >= d.to and _BEHIND_DURING.fullmatch(d.masked[d.to : cue.at]):
            return nouns.during(d, cue, d.to) or NOTHING
    return None


RULES: tuple[Callable[[Dated], Answer], ...] = (
    numbered_before,
    numbered_behind,
    named_by_number,
    number_alone,
    spoken_at,
    attributive,
    number_in_bracket,
    bracketed,
    bracketed_with_place,
    after_colon,
    listed,
    month_alone,
    received_by,
    verbs.took_part,
    verbs.held_behind,
    noun_before,
    sojourns.sojourn,
    occasions.met_on_the_margins,
    in_consultations,
    leading,
    acts,
    meeting_then,
    subject_was_held,
    at_a_meeting,
    another_held,
    of_the_next_clause,
    verb_before,
    during_behind,
    occasions.on_a_visit,
    occasions.after_meeting,
    occasions.followed_by,
    occasions.at_those,
    occasions.on_the_margins,
    occasions.attended,
    occasions.was_attended,
    occasions.held_there,
    occasions.considered_by,
    occasions.we_gathered,
    occasions.at_organ,
    occasions.one_of_them,
    occasions.sat_then,
    occasions.when_it_met,
)


def _then_did(d: Dated) -> bool:
    """ "visited Chad, and two days later she briefed the Council": a day told by the one before it, and a verb."""
    told = not any(d.days[0].parts) and d.masked[d.start : d.at].endswith((", and ", " and ", "; ", ", "))
    return told and bool(DID_THEN.match(d.masked, d.to))


def _leads(d: Dated) -> bool:
    """Whether the date stands at the head of its clause."""
    clause = d.masked[d.start : d.at]
    if len(clause) > len("On ") and not clause.endswith(" and, on ") and _DID_SO.match(d.masked, d.to):
        return False  # "The nomination of Mr. Berg as Minister, on 25 May, followed that of …"
    if d.masked[d.to : d.to + 2] == ", " and _LEAD_IN.fullmatch(clause):
        return True
    if d.masked[: d.at].endswith("on ") and re.match(r",?\swhen\s", d.masked[d.to :]):
        return True  # "A further step was taken on 12 December, when Mr. Lund met …"
    if d.bare and clause.endswith(", ") and d.masked[d.to : d.to + 2] == ", " and _PARTICIPLE.match(d.masked):
        return True  # "Concerned by the deterioration of relations, early in June, the Group of Friends met"
    if _then_did(d):
        return True
    if d.bare and clause.endswith((" and in the course of ", " and later on ", ", in the course of ", " and later ")):
        return True  # "met the President on 1 February, and in the course of that day I held"
    return bool(LEADS.search(clause) and not _END_OF.search(clause)) or (d.bare and d.at - d.start <= 8)


def _begins_clause(d: Dated) -> bool:
    """ "began negotiations with the Government, and on 24 August, workers resumed work"."""
    if not _NEXT_CLAUSE.search(d.masked[d.start : d.at]):
        return False
    return bool(_NEXT_VERB.match(d.masked, d.to) or _WHO_DID.match(d.masked, d.to))


def _ends_a_name(masked: str, cue: Cue) -> bool:
    """ "the nineteenth meeting of the Basin Forum": the meeting has the date, not the forum."""
    if masked.endswith("serving as the ", 0, cue.at):
        return True  # "the Conference of the Parties serving as the Meeting of the Parties"
    return cue.noun[:1].isupper() and bool(_MEETING_OF.search(masked, max(0, cue.at - 120), cue.at))
