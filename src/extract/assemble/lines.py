"""Lines that name an event and its days and have no verb, as lists and web pages have them.

"14 Dec – Informal consultations", "Meeting with donors: 30 May 2001, 3 p.m.", "Nairobi, 15–17 May — third workshop".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.assemble import words
from extract.assemble.clauses import Found
from extract.assemble.clauses.shapes import VERB_WORD, is_single
from extract.assemble.cues import CALLED_OFF, MARK, NOT_HELD, UNREAL, Cue, cues, mask
from extract.assemble.holders import Holders
from extract.assemble.numbering import numbers
from extract.model import DateMention, Sentence

KINDS = ("list_item", "other", "heading")
_BETWEEN = re.compile(r"(?:\s|,|;|&|and|/|on|from)*")
_TO_COME = re.compile(
    r"\b(?:next|forthcoming|upcoming|future|tentative|provisional|proposed|scheduled|planned|deadline|due|closing\sdate)\b",
    re.I,
)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|noon|hrs|hours)?"
_TIME = rf"(?:{_CLOCK}(?:\s?[-–]\s?{_CLOCK})?)"
# Between the days and the name: " – ", ": ", " (a.m.) – ", " (Nay Pyi Taw): ", "."
_TO_NAME = re.compile(
    rf"\)?\s?(?:\([ap]\.?m\.?\)\s?|\([A-Z][\w’' -]{{1,40}}\)(?=:)\s?)?"
    rf"(?:,?\s?(?:at\s)?{_TIME})?\s?(?:[:.,–—-]|\.\s?[–—-])?\s?"
)
_PLACE = re.compile(r"(?:[A-Z][\w’'-]+(?:\s(?:(?:of|and|the|de|la)\s)?[A-Z][\w’'-]+){0,3},\s){1,2}")
_BEHIND_DASH = re.compile(r"\s?[–—-]\s")
# Behind the days of a name: nothing, the time, the place.
_END = re.compile(
    rf"\)?(?:[,;]?\s(?:at\s)?{_TIME})?(?:(?:,|\sin|\sat)\s[A-Z][^;:]{{1,80}}|\s\([^()]{{1,60}}\))?[.;]?\s*"
)
_TO_DAYS = re.compile(rf"[^;.{MARK}]{{0,140}}?(?::|,|\s[–—-]|\s\(|\son|\sfrom|\sin)\s?")
_ITEMS = re.compile(r";\s(?:and\s)?")
_NEAR = 30  # characters before a noun
_ANY = ("event", "events")  # too wide a word for a line that has no verb
_NO_NAME = re.compile(
    r"\s(?:room|report|record|reports|records|papers?|documents?|services?|summar(?:y|ies)|notes?|minutes|materials?)\b",
    re.I,
)


def named(sentence: Sentence, holders: Holders) -> Iterator[Found]:
    """The event that a line names, with its days; nothing where the line says more or something else."""
    days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision in ("day", "month")]
    if not days or not _together(sentence, days):
        return
    masked, spans = mask(sentence, days)
    if len({id(d) for _, _, group in spans for d in group}) != len(days):
        return  # the date of a document or of a state of affairs
    if (
        UNREAL.search(masked)
        or NOT_HELD.search(masked)
        or _TO_COME.search(masked)
        or re.search(CALLED_OFF, masked, re.I)
    ):
        return
    at, to = spans[0][0], spans[-1][1]
    cue = _behind(masked, at, to) or _before(masked, at, to)
    if cue is None or cue.noun.lower() in _ANY or _NO_NAME.match(masked, cue.to):
        return
    if cue.noun.endswith("s") and all(d.precision == "month" for d in days) and cue.noun.lower() != "consultations":
        return  # "Meetings of the Committee, January–July 2009": the title of a list
    told = numbers(masked[cue.at : cue.to]) if cue.how == "numbered" else []
    holder = holders.around(sentence, cue.at, cue.to, masked, numbered=bool(told))
    kind = words.noun_types().get(cue.noun.lower(), "meeting")
    yield Found(days, kind, words.format_in(masked[: cue.to]), holder, told, single=is_single(cue.noun), rule="listed")
    if told or cue.at < to:
        return
    for more in _ITEMS.finditer(masked, cue.to):  # "11 June: meeting with A; meeting with B"
        other = _first(masked, more.end())
        if other is not None and other.how == "noun" and other.at - more.end() <= _NEAR:
            whose = holders.around(sentence, other.at, other.to, masked)
            sort = words.noun_types().get(other.noun.lower(), "meeting")
            near = masked[more.end() : other.to]
            yield Found(days, sort, words.format_in(near), whose, [], single=is_single(other.noun), rule="listed")


def _together(sentence: Sentence, days: list[DateMention]) -> bool:
    """Whether the days stand as one list, with nothing but commas and "and" between them."""
    text = sentence.text
    ends = [d.to - sentence.at for d in days]
    starts = [d.at - sentence.at for d in days]
    return all(_BETWEEN.fullmatch(text, a, b) for a, b in zip(ends, starts[1:], strict=False))


def _behind(masked: str, at: int, to: int) -> Cue | None:
    """The name behind the days: they open the line, or a place before them does."""
    if masked[:at].strip("•*–—- \t") and not (_PLACE.fullmatch(masked, 0, at) and _BEHIND_DASH.match(masked, to)):
        return None
    start = _TO_NAME.match(masked, to)
    return _first(masked, start.end() if start else to)


def _before(masked: str, at: int, to: int) -> Cue | None:
    """The name before the days, with at most the time and the place behind them."""
    cue = _first(masked, 0)
    if cue is None or cue.to > at or not _END.fullmatch(masked, to):
        return None
    between = masked[cue.to : at]
    return cue if _TO_DAYS.fullmatch(masked, cue.to, at) and not VERB_WORD.search(between) else None


def _first(masked: str, start: int) -> Cue | None:
    """The event that is named from a place on: only adjectives and whose it is stand before its noun."""
    for cue in cues(masked):
        if cue.how in ("noun", "numbered") and cue.at >= start and _adjectives().fullmatch(masked, start, cue.at):
            return cue
    return None


@cache
def _adjectives() -> re.Pattern[str]:
    ordinal = rf"(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))"
    whose = r"(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}(?:[’']s?)\s)"
    return re.compile(
        rf"(?:\W{{0,3}}(?:\d{{1,2}}|[a-z])[.)]\s)?(?:[Tt]he\s|[Aa]n?\s)?{whose}?(?:(?!(?:of|for|on|the|to|in|at|by|with|and|from|as|during|before|after|between|under|within|into)\s)(?:{ordinal}|[A-Z]?[a-z]+(?:-[a-z]+)?)\s){{0,4}}"
        rf"|[Pp]lenary\s\("
    )
