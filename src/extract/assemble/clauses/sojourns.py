"""Somebody who was at a place over days, and then not, visited it: "He was in Lusaka from 2 to 5 July".

Annotation guide: a visit is one event, and its separately dated legs are further ones.
"""

from __future__ import annotations

import re

from extract.assemble.clauses.found import Dated, Found
from extract.assemble.clauses.shapes import VERB_WORD
from extract.assemble.cues import MARK, UNREAL
from extract.assemble.holders import Holder

_PLACE = (
    r"(?:the\s)?[A-Z][\w’'/-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'/-]+){0,4}(?:\s\([^()\x01]{1,80}\))?"
    r"(?:\sand\s(?:its\s[a-z]+|(?:in\s)?the\s[a-z]+\s(?:highlands|region|provinces?|north|south|east|west|areas?)))?"
)
_PLACES = rf"(?:{_PLACE})(?:(?:,\s|,?\sand\s)(?:(?:in|at)\s)?{_PLACE}){{0,4}}"
_ADVERB = r"(?:\s(?:also|then|again|later|himself|herself))?"
_WAS = rf"(?:(?:(?:was|were|had\sbeen){_ADVERB}|(?:had\s)?(?:stayed|remained))\s(?:in|at)|had\sbeen\sto)"
# "were in Herat on 3 November and in Mazar-e-Sharif on 4 November": stations of a journey
_NEXT = re.compile(rf",?\s(?:and\s)?(?:in|at|to)\s{_PLACE}\s(?:on|from)\s{MARK}")
_BEHIND = re.compile(
    rf"(?:\b(?P<was>{_WAS})\s{_PLACES}(?:\s(?:twice|again|briefly|only))?"
    rf"|\b(?P<spent>(?:had\s)?spent)\s[\w\s-]{{3,24}}?\s(?:in|at)\s{_PLACES}),?\s(?:from|between|on)\s$"
)
# "travelled to Kuwait City, where he remained from 23 to 26 February"
_WHERE = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]{1,40}(?:\s\([^()\x01]{1,80}\))?,\swhere\s(?:he|she|they|it)\s(?:stayed|remained|was|were)(?:\sfor\s[\w\s-]{3,20})?,?\s(?:from|between)\s$"
)
_WHERE_HE = re.compile(r",\swhere\s(?:he|she|they|it|I)\s")  # "was in Djibouti on 17 and 18 May, where he met"
_ONE = re.compile(r"(?:^|\s)(?:I|[Hh]e|[Ss]he)\s$")  # "I was in Bujumbura on 4 and 5 March"
_SPENT = re.compile(r"\bspent\s$")  # "spent 20 and 21 July in Pretoria"
_THERE = re.compile(rf"\s(?:in|at)\s{_PLACES}")
_LED = re.compile(rf",?\s(?P<who>[^,;\x01]{{2,90}}?)\s{_WAS}\s{_PLACES}(?=[.,;]|\s(?:to|for|on|at|where)\s|\s?$)")
_TRAVELLERS = re.compile(
    r"(?:^|[\s,(])(?:(?i:he|she|they|I|we|it)|(?i:(?:the|a|its|his|my)\s(?:(?!armed|rebel)[\w-]+\s){0,3}?(?:delegations?|missions?|teams?|members|envoys?|experts|group|panel|party))"
    r"|[Rr]epresentatives\sof\s[^,;\x01]{1,60}|(?:two|three|four|five)\sof\s(?:the|its)\s[a-z]+)\s?$"
)
_NEAR = 60  # characters between the name of who travels and the verb


def sojourn(d: Dated) -> Found | None:
    """ "was in Abidjan and Freetown from 2 to 6 September", "From 13 to 15 June he was in Guayaquil"."""
    if UNREAL.search(d.masked, max(0, d.at - 90), d.at):
        return None
    before = d.masked[d.start : d.at]
    if _WHERE.search(before) and d.is_range:
        return _visit(d, None)
    if led := _LED.match(d.masked, d.to):
        head = before.strip().lower() in ("on", "from", "between", "in") or before.endswith((", from ", ", on "))
        return _visit(d, d.to, led.end("who")) if head and d.is_range else None
    if there := _BEHIND.search(before):
        verb = d.start + there.start("was" if there["was"] else "spent")
        several = len(d.days) > 1 and (_WHERE_HE.match(d.masked, d.to) or _ONE.search(d.masked, 0, verb))
        journey = d.is_range or _NEXT.match(d.masked, d.to) or several
        return _visit(d, _clause(d, verb), verb) if journey else None
    spent = _SPENT.search(before)
    if spent and _THERE.match(d.masked, d.to):
        verb = d.start + spent.start()
        return _visit(d, _clause(d, verb), verb)
    return None


def _clause(d: Dated, verb: int) -> int:
    """Where the clause of a verb begins: behind the date before it, or a semicolon."""
    return max((m.end() for m in re.finditer(rf"[;{MARK}]\s*(?:and\s)?", d.masked[:verb])), default=0)


def _visit(d: Dated, start: int | None, verb: int = 0) -> Found | None:
    """The visit of who stands between `start` and the verb; of who acts in the sentence where `start` is None."""
    if start is None or (start and not re.search(r"\w{3}", d.masked[start:verb])):
        # "… in Luanda and brought it to an end in Windhoek, where he stayed": who acts first
        first = VERB_WORD.search(d.masked)
        who = d.holders.subject(d.sentence, 0, first.start(), d.masked) if first else d.holders.default
        return _found(d, who)
    who = d.holders.subject(d.sentence, start, verb, d.masked)
    base = d.sentence.at
    near = [m for m in d.sentence.mentions if start <= m.at - base and verb - _NEAR <= m.to - base <= verb]
    named = any(m.label in ("POST", "PERSON") or (m.label == "ORGANISATION" and who.is_own) for m in near)
    return _found(d, who) if named or _TRAVELLERS.search(d.masked[start:verb]) else None


def _found(d: Dated, who: Holder) -> Found:
    return Found(d.days, "visit", "", who, [], single=True, rule="behind own")
