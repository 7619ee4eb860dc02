"""Events that are told by what stands around their date: where something was held, who attended it, what it followed.

The rules have the shape of those in `rules.py`, which asks them last.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from extract.assemble import words
from extract.assemble.clauses import nouns
from extract.assemble.clauses.found import NOTHING, Answer, Dated, Found
from extract.assemble.clauses.shapes import VERB_WORD
from extract.assemble.cues import MARK, UNREAL, Cue
from extract.assemble.holders import Holder

_ON_MARGINS = re.compile(
    r",\son\sthe\s(?:margins|sidelines)\sof\s(?:the|an?)\s(?:[\w’'-]+\s){0,6}?(?P<noun>meetings?|summit|conference|forum|Summit|Conference|Forum)\b"
)
_THEN_MET = re.compile(rf"[^;{MARK}]{{0,160}}{MARK}+,\s(?P<who>[^,;{MARK}]{{1,80}}?)\s(?:also\s)?met\b")
_WHEN_MET = re.compile(
    r"[^;\x01]{0,80},\swhen\s(?P<who>(?:the\s)?[A-Z][^,;\x01]{2,60}?|it|they)\s(?:met|sat|convened)\b(?P<near>\sin\s(?:[\w-]+\s){0,2}consultations\b)?"
)
_IN_CONSULTATIONS = re.compile(
    r"[^;\x01]{0,240}?(?<!part)(?<!participated)(?<!engaged)(?<!met)(?<!held)\s"
    r"in\s(?P<near>(?:the\s)?(?:(?:closed|informal|private)\s){0,2}consultations(?:\sof\sthe\swhole)?)(?=[,.;\s]|$)(?!\swith\b|\s(?:held\s)?(?:on|of|from)\s\x01)"
)
_AFTER_MEETING = re.compile(
    r"\b(?:[Aa]fter|[Ff]ollowing|[Uu]pon)\smeeting\s(?:with\s)?(?:the\s)?[A-Za-z][^;\x01]{2,120}?,?\son\s$"
)
# "On 14 February, after a meeting with my Special Representative, the Minister called upon …"
_THEN_AFTER = re.compile(
    r",\s(?:after|following)\s(?:an?|his|her|their)\s(?:(?!series\b)[\w-]+\s){0,3}meeting\s(?:with|between)\s"
    r"(?![^,;]{0,120}\b(?:cancelled|canceled|postponed|not|failed)\b)"
)
_SENTENCE_BEFORE = 300  # characters
_HEAD = 80  # characters before the noun of an item of a list
_HELD_WORDS = re.compile(r",?\s(?:organi[sz]ed|hosted|held|convened)(?=\s(?:by|at|in|jointly)\s)")
_TO_PLACE = re.compile(r"[^;()\x01]{0,240}")
_NAME_WORDS = 8
_WAS_ATTENDED = re.compile(
    r"(?:,\s(?:in|at)\s(?:the\s)?[A-Z][\w’' -]{1,60})?,?\s(?:and\s)?(?:was|were)\s(?:\w+\s)?attended\sby\s"
)
_HELD_AT = re.compile(
    r"(?:,\s(?:which\s(?:was|were)\s)?|\s(?:was|were)\s|\s(?:that|which)\s(?:had\sbeen|was|were)\s|(?<=[a-z])\s(?=held\s(?:in|at)\s))held\s(?:(?:in|at)\s(?:the\s)?[A-Z][^;.\x01]{1,60}?,?\s)?(?:on|from)\s$"
)
# words of a name: "Midterm Review of the Programme of Action for the Decade 2011–2020"
_OF_NAME = re.compile(r"[A-Z][\w’“”-]*|\d{4}(?:[–-]\d{2,4})?|of|on|for|the|and|to|in|with")
_SAT_THEN = re.compile(
    r"\b(?:by|at|of|during)\sthe\s(?P<who>(?:[A-Z][\w-]*\s)*(?:Assembly|Council|Congress)\sof\s(?:the\s)?[A-Z][\w’-]*(?:\s(?:(?:of|and|the|for)\s)*[A-Z][\w’-]*)*),?"
    r"\sheld\s(?:(?:in|at)\s(?:the\s)?[A-Z][\w’' -]{1,60},?\s)?(?:on|from|in)\s$"
)
_ONE_OF_THEM = re.compile(
    rf"\b[Aa]t\sthe\s(?:{words.ordinal_word()}|last|latest|latter)\s(?:one\s)?of\s(?:these|those|the)(?:\s(?:meetings|sessions|talks|visits))?,?"
    r"\s(?:held\s)?(?:(?:in|at)\s[A-Z][\w’ -]{1,40},?\s)?on\s$"
)
_AT_ORGAN = re.compile(
    r"\b(?:at|(?P<said>conclusions\sof))\sthe\s(?P<who>(?:European|Security|Permanent)\sCouncil|General\sAssembly)\s"
    r"(?:on|(?(said)of|on))\s$"
)
_WE_GATHERED = re.compile(
    r"(?:\W|\d)*We,?\s[^;.\x01]{2,200}?(?:,\s|\s)(?:having\s)?(?:gathered|assembled|meeting|met|convened)\s(?:together\s)?(?:at|in)\s"
    r"[^;.\x01]{2,120}?,?\s(?:on|from)\s"
)
# "the report was considered by the Security Council on 23 April"
_CONSIDERED_BY = re.compile(
    r"\b(?:was|were)\s(?:also\s|then\s|subsequently\s)?(?:considered|discussed|examined|debated|taken\sup|reviewed)\sby\s"
    r"(?:(?:the\s)?members\sof\s)?(?:the\s)?(?P<who>(?:[A-Z][\w’'-]+\s(?:(?:of|on|for|the|and)\s)*){0,6}"
    r"(?:Council|Committee|Assembly|Commission|Board|Subcommittee|Conference|Parliament))\s(?:at\s(?:its|a|an)\s[^,;]{1,60},?\s)?on\s$"
)


def entry(d: Dated, to: int) -> Cue | None:
    """The noun at the head of an item of a list that ends in a bracket: "The session of … on … (May 2024, Vienna)"."""
    for cue in d.cues:
        if cue.how == "noun" and cue.at <= _HEAD and _TO_PLACE.fullmatch(d.masked, cue.to, to):
            return None if VERB_WORD.search(_HELD_WORDS.sub(" ", d.masked[cue.to : to])) else cue
    return None


def after_meeting(d: Dated) -> Answer:
    """ "In remarks after meeting with the Speaker on 14 January, he said": the occasion of something else."""
    then = _THEN_AFTER.match(d.masked, d.to) and d.at - d.start <= len("On ") and not d.is_range
    if not then and not _AFTER_MEETING.search(d.masked, d.start, d.at):
        return None
    holder = d.holders.default if d.holders.personal and re.match(r",\sI\s", d.masked[d.to :]) else Holder("", False)
    return Found(d.days, "meeting", "", holder, [], single=True, rule="during")


def followed_by(d: Dated) -> Answer:
    """ "This was followed on 26 February by trilateral discussions"."""
    if not re.search(r"\b(?:followed|preceded),?\s(?:on|in|from)\s$", d.masked[max(0, d.at - 20) : d.at]):
        return None
    for cue in d.cues:
        by = re.fullmatch(r",?\sby\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,5}", d.masked[d.to : cue.at])
        if cue.how == "noun" and by:
            return nouns.during(d, cue, d.to) or NOTHING
    return None


def met_on_the_margins(d: Dated) -> Answer:
    """ "On 15 July, on the margins of the Summit, which was held from 11 to 16 July, I met with the Prime Minister"."""
    there = _ON_MARGINS.match(d.masked, d.to)
    met = there and _THEN_MET.match(d.masked, there.end())
    if not met:
        return None
    holder = d.holders.subject(d.sentence, met.start("who"), met.end("who") + 1, d.masked)
    return Found(d.days, "meeting", "", holder, [], single=True, rule="led own")


def when_it_met(d: Dated) -> Answer:
    """ "introduced its programme on 9 July by videoconference, when the Committee met in informal consultations"."""
    met = _WHEN_MET.match(d.masked, d.to)
    if met is None or d.is_range or len(d.days) > 1:
        return None
    holder = d.holders.subject(d.sentence, met.start("who"), met.end("who") + 1, d.masked)
    kind = "consultations" if met.group("near") else "meeting"
    return Found(d.days, kind, words.format_in(met.group()), holder, [], single=True, rule="during")


def in_consultations(d: Dated) -> Answer:
    """ "On 28 January, in consultations of the whole, the Special Envoy reported on …": in the Council's own papers."""
    if d.holders.body != "Security Council" or d.is_range:
        return None
    there = _IN_CONSULTATIONS.match(d.masked, d.to)
    if there is None or UNREAL.search(there.group()):
        return None
    form = words.format_in(there.group("near"))
    return Found(d.days, "consultations", form, d.holders.default, [], single=True, rule="during")


_AT_THOSE = re.compile(r"\b[Aa]t\sthose\s(?:of|held\son|on)\s$")


def at_those(d: Dated) -> Answer:
    """ "At its meetings of 28 March and 9 May it took up working methods, and at those of 20 June and 11 July, …"."""
    if not _AT_THOSE.search(d.masked, d.start, d.at) or any(x.precision != "day" for x in d.days):
        return None
    for cue in reversed([c for c in d.cues if c.to <= d.at]):
        if cue.how == "noun" and words.noun_types().get(cue.noun.lower()) in ("meeting", "consultations"):
            holder = d.holders.around(d.sentence, cue.at, cue.to, d.masked)
            return Found(d.days, words.noun_types()[cue.noun.lower()], "", holder, [], rule="during")
    return None


def on_the_margins(d: Dated) -> Answer:
    """ "On 28 April, on the margins of the spring meeting of the Fund, the Government presented its plan"."""
    there = _ON_MARGINS.match(d.masked, d.to)
    if there is None:
        return None
    holder = d.holders.around(d.sentence, *there.span("noun"), d.masked, attended=True)
    kind = words.noun_types()[there.group("noun").lower()]
    return Found(d.days, kind, "", holder, [], single=True, rule="during")


def attended(d: Dated) -> Answer:
    """ "participated in the capacity-building programme for …, held on 3 September": whatever it is called."""
    if not _attended().search(d.masked[d.start : d.at]):
        return None
    return _somebodys(d)


def was_attended(d: Dated) -> Answer:
    """ "The regional review, held in Geneva on 3 June, was attended by 30 States": whatever it is called."""
    if not _HELD_AT.search(d.masked, 0, d.at) or not _WAS_ATTENDED.match(d.masked, d.to):
        return None
    if _no_gathering().search(d.masked, d.start, d.at):
        return None
    return _somebodys(d)


def held_there(d: Dated) -> Answer:
    """ "the Midterm Review of the Programme, held in Antalya, from 27 to 29 May 2016": whatever it is called."""
    held = _HELD_AT.search(d.masked, 0, d.at)
    if held is None or all(x.precision == "month" for x in d.days):
        return None
    named = held.group().startswith(
        " held"
    )  # "referred to the Peacekeeping Ministerial held in Seoul", not "to be held"
    if named and not d.masked[: held.start()].rpartition(" ")[2][:1].isupper():
        return None
    if (item := entry(d, held.start())) is not None:
        kind = words.noun_types()[item.noun.lower()]
        holder = d.holders.around(d.sentence, item.at, item.to, d.masked, attended=True)
        return Found(d.days, kind, "", holder, [], single=True, rule="attended")
    if not re.search(r"\sheld\s(?:in|at)\s", held.group()):
        return None
    name = d.masked[max(0, held.start() - 120) : held.start()].split()[-_NAME_WORDS:]
    if named:
        name = list(takewhile(lambda w: w[:1].isupper(), reversed(name)))
    if (
        not all(map(_OF_NAME.fullmatch, name))
        or sum(w[:1].isupper() for w in name) < 3
        or _no_gathering().search(" ".join(name))
    ):
        return None
    return _somebodys(d)


def sat_then(d: Dated) -> Answer:
    """ "adopted by the Assembly of Heads of State held in October 2024": a body that meets now and then."""
    body = _SAT_THEN.search(d.masked, d.start, d.at)
    if body is None or any(x.precision == "month" and x.year_from != "stated" for x in d.days):
        return None
    return Found(d.days, "meeting", "", Holder(" ".join(body["who"].split()), False), [], single=True, rule="attended")


def one_of_them(d: Dated) -> Answer:
    """ "Two sessions were held in Birao. At the first of these, on 8 April, the parties agreed"."""
    if not _ONE_OF_THEM.search(d.masked[d.start : d.at]) or any(x.precision != "day" for x in d.days):
        return None
    told = d.sentence.passage.text[max(0, d.sentence.at - _SENTENCE_BEFORE) : d.sentence.at]
    if not words.noun_in(told):
        return None
    return Found(d.days, "meeting", "", Holder("", False), [], single=True, rule="during")


_ON_A_VISIT = re.compile(
    r"(?:^|[.;]\s)(?:In\sthe\scourse\sof|During|On|While\son)\s(?:an?|the|his|her|its|my|our|their)\s(?:[\w-]+\s){0,2}?visit\sto\s"
    r"[^;\x01]{2,80}?,?\s(?:on|from)\s$"
)
_WHO_THEN = re.compile(r",\s(?P<who>[^,;\x01]{1,80}?)\s(?:[a-z]+ed|saw|met|had|held|was|took|spoke|gave|made)\b")


def on_a_visit(d: Dated) -> Answer:
    """ "In the course of a visit to Chad, on 9 and 10 May, I saw for myself …": the days of the visit."""
    if not _ON_A_VISIT.search(d.masked, 0, d.at) or any(x.precision != "day" for x in d.days):
        return None
    who = _WHO_THEN.match(d.masked, d.to)
    holder = d.holders.subject(d.sentence, d.to + 2, who.end("who") + 1, d.masked) if who else d.holders.default
    return Found(d.days, "visit", "", holder, [], single=True, rule="during")


def at_organ(d: Dated) -> Answer:
    """ "reaffirmed at the European Council on 26 June", "the conclusions of the European Council of 14 December"."""
    organ = _AT_ORGAN.search(d.masked, d.start, d.at)
    if organ is None or any(x.precision != "day" for x in d.days):
        return None
    return Found(d.days, "meeting", "", Holder(organ.group("who"), False), [], single=True, rule="during")


def we_gathered(d: Dated) -> Answer:
    """ "We, Leaders and Representatives, gathered at the United Nations in New York on 28–30 July": a declaration."""
    if not _WE_GATHERED.fullmatch(d.masked, 0, d.at) or any(x.precision != "day" for x in d.days):
        return None
    return Found(d.days, "meeting", "", d.holders.default, [], single=True, rule="attended")


def considered_by(d: Dated) -> Answer:
    """ "My report was considered by the Security Council on 23 April": the Council sat."""
    body = _CONSIDERED_BY.search(d.masked, d.start, d.at)
    if body is None or any(x.precision != "day" for x in d.days):
        return None
    holder = d.holders.subject(d.sentence, body.start("who"), body.end("who"), d.masked)
    return Found(d.days, "meeting", "", holder, [], single=False, rule="behind sitting")


def _somebodys(d: Dated) -> Found:
    """A meeting whose holder is not told."""
    return Found(d.days, "meeting", "", Holder("", False), [], single=True, rule="attended")


@cache
def _no_gathering() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.no_gathering()})\b", re.I)


@cache
def _attended() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{words.verbs('attend')})\s(?!by\b)[^;]{{1,400}},\s(?:(?:which|that)\s)?(?:(?:was|were)\s)?(?:held|took\splace)\s(?:on|from)\s$"
    )
