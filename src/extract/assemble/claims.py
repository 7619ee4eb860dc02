"""Numbers of meetings that the text states: "three meetings were held", "a total of 41 meetings"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extract.assemble import words
from extract.assemble.holders import Holders
from extract.model import Annotated, Claim, DateMention, Sentence

_UNREAL = re.compile(r"\b(?:should|will|would|shall|may|at least|plans? to|intends? to|to hold|up to)\b")
_ANOTHER_REPORT = re.compile(
    r"(?<!since its )(?<!since the )"
    r"\b(?:previous|preceding|last|prior)\s+(?:reporting\s+)?(?:period|year|report)\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:reporting period|period under review|during the period|during the year|in the course of the year|a total of"
    r"|altogether|in all|since its (?:previous|last) report)\b",
    re.I,
)
# A number that nothing narrows: "The Committee has held 11 meetings", "… was carried out in six formal meetings and …".
_PLAIN = re.compile(r"(?:\s+and\s+[\w-]+\s+(?:[\w-]+\s+){0,2}\w+)?(?:\s+(?:in|during|over|since)\s[^.;]*+)?\s*+[.;]?$")


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:{'|'.join(words.cardinals())}|{'|'.join(w.capitalize() for w in words.cardinals())}|\d{{1,3}})"
    return re.compile(
        r"(?<![\w/.,-])(?P<lead>(?:[Tt]hose|[Tt]hese|[Tt]he|a\s+total\s+of|another|further|of)\s+)?"
        rf"(?P<number>{number})\s+"
        r"(?P<unit>(?:(?!and\b|or\b|of\b|to\b|the\b|in\b)[a-z][\w-]*,?\s+){0,4}?"
        rf"(?:plenary\s+meetings|{words.noun()}))(?![\w-])"
    )


def claims(doc: Annotated) -> list[Claim]:
    """The claims of a document, in order, each with the scope that says which events it counts."""
    out: list[Claim] = []
    for segment in doc.segments:
        if segment.kind not in ("paragraph", "subparagraph", "other", "list_item"):
            continue
        for sentence in doc.sentences.get(segment.id, []):
            for match in _pattern().finditer(sentence.text):
                claim = _claim(doc, sentence, match)
                if claim is not None:
                    out.append(claim)
    return out


def _claim(doc: Annotated, sentence: Sentence, match: re.Match[str]) -> Claim | None:
    text = sentence.text
    unit = match.group("unit")
    noun = re.search(rf"({words.noun()})$", unit)
    if noun is None or re.search(r"\b(?:days?|hours?|minutes?|weeks?|months?|years?|members?|States|working)\b", unit):
        return None
    before, after = text[: match.start()], text[match.end() :]
    if _UNREAL.search(before[-40:]) or re.match(r"\s+(?:days?|rooms?|documents?|per|a\s+(?:week|month|year))\b", after):
        return None
    if noun.group(1) in ("event", "forum", "talks", "negotiations") or (
        match.group("number").isdigit() and int(match.group("number")) > 400
    ):
        return None
    first = "lead" if _points_back(match) else "number"
    at, to = sentence.at + match.start(first), sentence.at + match.end("unit")
    word = match.group("number").lower()
    value = words.cardinals().get(word) or int(word)
    if value == 1 and not re.match(r"\s+(?:was|were|took|has|had|held|with|of)\b", after):
        return None
    if not _held(before, after, match):
        return None
    scope = _scope(text, before, after, match, sentence)
    if not _about_own(doc, sentence, match):
        scope = scope if scope == "listed" else ""  # of others' meetings those that the sentence lists
    start, end = sentence.passage.span(at, to)
    return Claim(
        segment=sentence.passage.segment,
        text=sentence.passage.text[at:to],
        value=value,
        unit=" ".join(unit.split()),
        start=start,
        end=end,
        scope=scope,
        period=_period(doc, text, [m for m in sentence.mentions if isinstance(m, DateMention)]),
    )


def _points_back(match: re.Match[str]) -> bool:
    """ "those two meetings": the number is of meetings told before."""
    return (match.group("lead") or "").strip().lower() in ("those", "these")


def _held(before: str, after: str, match: re.Match[str]) -> bool:
    """Whether the meetings counted have taken place."""
    if _points_back(match):
        return True
    verbs = rf"{words.verbs('hold')}|bringing|brought|met|total|compares?|carried\s+out|conducted|subject"
    return bool(
        re.search(rf"\b(?:{verbs})\b[^.;]{{0,80}}$", before)
        or re.search(r"\)\s+(?:at|in|during)\s+$", before)
        or (re.search(r"^(?:In|At|During)\s+$", before) and re.match(r",\s", after))
        or re.match(r"[^.;]{0,60}?\b(?:was|were|have\s+been|had\s+been|took|held|convened|conducted)\b", after)
    )


def _about_own(doc: Annotated, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the count is of the issuing body's own events: by who held them."""
    holders = Holders(doc.header)
    of = re.match(r"\s+of\s+", sentence.text[match.end() :])
    verb = [m.start() for m in re.finditer(rf"\b(?:{words.verbs('hold')}|met)\b", sentence.text[: match.start()])]
    if verb and not of:
        return holders.subject(sentence, 0, verb[-1], sentence.text).is_own
    return holders.around(sentence, match.start("unit"), match.end(), sentence.text).is_own


def _period(doc: Annotated, text: str, days: list[DateMention]) -> tuple[date | None, date | None]:
    ranges = [d for d in days if d.first and (d.parts[3] or d.precision in ("year", "month"))]
    if ranges and re.search(r"\b(?:from|between|during|in|period)\b", text):
        return ranges[0].first, ranges[0].last
    if re.search(r"\b(?:reporting period|period under review|during the period)\b", text):
        return doc.header.period_start, doc.header.period_end
    return None, None


def _scope(text: str, before: str, after: str, match: re.Match[str], sentence: Sentence) -> str:
    """Which events the number counts.

    `except:` those that the sentence excepts from meetings held with others; `listed:` those that the sentence lists
    by date; `with:` those with the guests that follow; `previous:` those of the sentence before; `all:` all of the
    unit; empty where the document does not let one count.
    """
    if _points_back(match):
        excepted = re.search(r"\b(?:except|apart|other than|with the exception)\b[^.;]{0,20}$", before, re.I)
        if excepted and re.search(r"\b(?:jointly|with)\b", after):
            return "except"
        return "previous"
    if _ANOTHER_REPORT.search(text):
        return ""  # another report's events
    days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.precision == "day" and m.first]
    places = [m.at - sentence.at for m in days]
    listed = any(place > match.end() or text[:place].endswith("(") for place in places)
    if listed and re.search(r"\bheld\b|\bmet\b|\bconvened\b|:|\bsubject\b|\bdevoted\b|^(?:In|At)\s|\)\s+at\b", text):
        return "listed"
    if re.match(r"\s+(?:was|were)\s+held\s+with\b|\s+with\b", after):
        return "with"
    if re.search(r"\b(?:bringing|brought)\b[^.;]{0,40}$", before):
        return "total"
    if _WHOLE.search(text) or _PLAIN.match(after):
        return "all"
    return ""
