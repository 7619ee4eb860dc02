"""An event that one sentence names and the next one dates: "The seminar dealt with floods. It was held on 4 May"."""

from __future__ import annotations

import re

from extract.assemble import words
from extract.assemble.clauses import Found
from extract.assemble.clauses.shapes import is_single
from extract.assemble.cues import MARK, UNREAL, cues, mask
from extract.assemble.holders import Holders
from extract.model import DateMention, Sentence

_IT = r"\s*(?:(?:In|During)\s[^,\x01]{1,50},\s(?:it|they)|It|They|The\sevents?)\s"
_BEGINS = re.compile(_IT)
_IT_WAS = re.compile(
    rf"{_IT}"
    r"(?:(?:was|were)\s(?:also\s|jointly\s|subsequently\s)?(?:held|convened|organi[sz]ed|hosted|conducted)"
    rf"|took\splace)(?P<how>\s[^;:{MARK}]{{0,100}}?)?,?\s(?:on|from|in|between)\s(?:the\s)?(?={MARK})"
)
_AND_ON = re.compile(r",?\s(?:and\s)?(?:on|from)\s|,\s(?:and\s)?")  # "on 17 and 24 January and on 8 and 21 March"
_ENDS = re.compile(rf"\s?(?:[.;(]|$)|,?\s(?:and\s)?(?:on|from)\s{MARK}")
_ELSE = re.compile(r"\b(?:which|who|that|where|when|after|before|since|following)\b")
# "The joint seminar …": what the sentence is about
_SUBJECT = re.compile(
    r"\s*(?:[–•]\s)?(?:The|An?|Its|This|Another|Two|Three)\s"
    r"(?:(?!(?:was|were|is|had|has|at|of|in|on|by|for|to|with)\s)[\w’'“”-]+\s){0,6}$"
)


def named_before(sentence: Sentence, before: Sentence | None, holders: Holders) -> list[Found]:
    """The event of the sentence before, where this one gives its days: "It took place from 16 to 18 May".

    Args:
        sentence: the sentence with the days.
        before: the one before it in its paragraph, in which no event has a day.
        holders: whose events are.
    """
    if before is None or not _BEGINS.match(sentence.text):
        return []
    days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision in ("day", "month")]
    if not days:
        return []
    masked, spans = mask(sentence, days)
    held = _IT_WAS.match(masked)
    if held is None or not spans or spans[0][0] != held.end() or _ELSE.search(held["how"] or ""):
        return []
    told, _ = mask(before, [])
    for cue in cues(told):
        at = cue.to - len(cue.noun)
        if cue.how not in ("hold", "noun") or UNREAL.search(told, 0, at):
            continue
        if cue.how == "hold" or _SUBJECT.fullmatch(told, 0, at):
            kind = words.noun_types()[cue.noun.lower()]
            form = words.format_in(told[max(0, cue.at) : cue.to])
            holder = holders.around(before, at, cue.to, told)
            single = is_single(cue.noun)
            return [
                Found(s[2], kind, form, holder, [], single=single, rule="behind passive")
                for s in _linked(masked, spans)
            ]
    return []


def _linked(masked: str, spans: list[tuple[int, int, list[DateMention]]]) -> list[tuple[int, int, list[DateMention]]]:
    """The first expression of days and those that go on from it."""
    out = spans[:1]
    for span in spans[1:]:
        if not _AND_ON.fullmatch(masked, out[-1][1], span[0]) or not _ENDS.match(masked, span[1]):
            break  # "and on 5 May the President resigned"
        out.append(span)
    return out
