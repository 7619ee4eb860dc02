"""Entries of a list whose event the sentence above tells: "The following workshops were held: (a) Rome, 4 May; (b) …".

A heading of an annex tells it as well: "Informal consultations". The sentence has the noun, the verb and the holder, an
entry has the place or the guests and the days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from extract.assemble import words
from extract.assemble.clauses import Found
from extract.assemble.clauses.shapes import VERB_WORD
from extract.assemble.cues import NOT_HELD, UNREAL, cues, mask
from extract.assemble.holders import Holder, Holders
from extract.assemble.numbering import numbers
from extract.model import DateMention, Sentence

_WERE = re.compile(r"\s(?:held\s|in\squestion\s)?were\s(?:held\s)?as\sfollows:")  # "The conferences were as follows:"
_FOLLOWS = re.compile(r"\b(?:following|as\sfollows|below)\b|\b(?:on|in)\s(?:these|the)\s(?:dates|days)\b", re.I)
# "The dates and locations of the forums are as follows:"
_DATES_OF = re.compile(r"\b[Dd]ates\b[^.;]{0,40}\sof\s[^.;]{2,200}\sas\sfollows:$")
_DONE = re.compile(
    r"\b(?P<verb>held|undertaken|made|conducted|organi[sz]ed|convened|hosted|attended|participated\sin|taken\spart\sin|took\spart\sin)(?=[\s,])"
    r"(?:,?\s(?:on\sbehalf\sof|in|during|with|for|since)\s[^,;:]{1,80},){0,2}\s(?:[\w’-]+\s){0,5}$"
)
_AHEAD = re.compile(
    r"\b(?:next|future|forthcoming|tentative|proposed|provisional|decided|agreed|recommended|upcoming)\b", re.I
)
# "The Committee met on the following days:", "met as follows:"
_FOLLOW_DAYS = re.compile(r"\b(?:dates|days)\b|^\s?as\sfollows:$")
# "During 2010 the Panel travelled within the Sudan as follows:"
_WENT = re.compile(r"\b(?:travelled|traveled|went)\b[^:;]{0,120}\bas\sfollows:$")
_ABOUT = re.compile(
    r"\s(?:on|about|concerning|regarding)\sthe\sfollowing\s(?:issues|topics|themes|subjects|questions|items)\b"
)
_EACH = re.compile(r"\b[Ee]ach\b[^:;]*\bas\sfollows:$")  # "the council of each district held a workshop, as follows:"
_ITEM = r"(?:\W{0,3}(?:\d{1,2}|[a-z]{1,4})[.)]\s|[•●▪–—*-]\s)"  # the mark of an entry
# What stands before the days of an entry: its mark, then a place, a title or who took part.
_BEFORE = re.compile(
    rf"{_ITEM}?"
    r"(?:[^;]{0,160}?(?:,|:|\s[–—-]|\s\())?\s?(?:(?:[Oo]n|[Ff]rom|[Ii]n|[Bb]etween)\s)?"
    rf"|{_ITEM}?(?:[A-Z][^;,]{{1,120}}\s)?(?:(?:[Oo]n|[Ff]rom|[Ii]n|[Bb]etween)\s)?"
)
_TO_BRACKET = re.compile(rf"{_ITEM}?[A-Z][^;()]{{1,120}}\s\(")
# Between two times of an entry: ", from ", ") and Faya (", "), including Kalma camp on ".
_NEXT = re.compile(
    r"\)?(?:,|;|\s|\(|(?:and|again|once\smore|then|also|on|in|from|at)\s|including\s(?:[\w’'-]++\s){1,4}+|[A-Z][\w’'-]*+(?=[\s,(]))*+"
)
_BEHIND = re.compile(
    r"\)?(?:\s?\([^()]{1,80}\))*(?:(?:,|:|\s[–—-]|\s(?:in|at|with))\s[^;]{1,200})?[.;,]?(?:\s?and)?\.?\s*$"
)
# ", at which the Chair …", ", held jointly with the Panel"
_MORE = re.compile(
    r"\)?,\s(?:in\sorder\sto|with\sa\sview\sto|so\sas\sto|(?:at|in|during|after|before)\swhich|when|where|held\s(?:jointly|together|in|at|with)|attended\sby|chaired\sby|hosted\sby)\b"
)

# "Informal consultations", "List of visits by the Chair in 2009": a heading of an annex that has days below it
_TO_NOUN = re.compile(
    r"(?:\W{0,3}(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s)?(?:(?:[Ll]ist|[Dd]ates|[Cc]hronology|[Rr]ecord)\sof\s(?:the\s)?)?"
    r"(?:(?!(?:of|the|and|for|on|in|at|to)\s)[A-Z]?[a-z-]+\s){0,4}"
)
_FROM_NOUN = re.compile(
    r"(?:\s(?:of|by)\s(?:the\s)?[A-Z][^;:.\x01]{1,160}?)?(?:,?\s(?:held|convened|undertaken|conducted))?"
    r"(?:,?\s(?:(?:in|during|from|between|for)\s)?(?:\x01++|(?:19|20)\d\d|the\s(?:reporting\speriod|period\sunder\sreview)))?:?"
)
# "Officials and representatives with whom the Commission met, May–July 1996", "Persons met by the Panel"
_MET_THEM = re.compile(
    r"\b(?:with\swhom\s(?P<who>(?:the\s)?[A-Z][^,;.:\x01]{1,120}?)\s(?:has\s|had\s)?(?:met|held\s(?:meetings|discussions|talks|consultations))"
    r"|\b(?:met|interviewed|consulted)\sby\s(?P<by>(?:the\s)?[A-Z][^,;.:\x01]{1,120}))(?=$|[,.:;(])"
)
# "Kigali", "Goma and Bukavu": a place above the entries that belong to it
PLACE_LINE = re.compile(r"[A-Z][\w’'-]{1,40}(?:,?\s(?:and\s)?[A-Z][\w’'-]{1,40}){0,4}")
# "30 January (1st meeting): adoption of the programme", "24 April — 3rd meeting (designation of entities)"
_SUBJECT = re.compile(
    r"\s?(?:\([^()]{1,80}\))?(?::|\s[–—-])\s(?:\d{1,3}(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}meeting(?:$|[.;,]\s?|\s\(|:\s))?"
    r"(?P<what>[^;()]{4,200}?)\)?[.;,]?(?:\sand)?\s*"
)
# "Faya, 21 and 22 September: 140 participants discussed dams"
_PLACED = re.compile(
    rf"{_ITEM}?[A-Z][\w’'-]{{1,40}}(?:(?:,|\sand)?\s[A-Z][\w’'-]{{1,40}}){{0,4}}(?:\s\([^()]{{1,60}}\))?,\s(?:on\s|from\s)?"
)
_NEAR = 60  # characters between what was held and the colon
_ADJECTIVES = 40  # characters before a noun


@dataclass(frozen=True, slots=True)
class Lead:
    """What the sentence above a list says of the events that are its entries; `by_place`: below lines with places."""

    kind: str
    format: str
    holder: Holder
    by_place: bool = False


def lead(sentence: Sentence, holders: Holders) -> Lead | None:
    """What a sentence that ends in a colon says of the entries below it; None where they need be no events."""
    if not sentence.text.rstrip().endswith(":"):
        return None
    masked = _masked(sentence)
    if UNREAL.search(masked) or NOT_HELD.search(masked) or _AHEAD.search(masked) or _ABOUT.search(masked):
        return None
    dated = _DATES_OF.search(masked)
    if went := _WENT.search(masked):
        return Lead("visit", "", holders.subject(sentence, 0, went.start(), masked))
    found = [c for c in cues(masked) if c.how in ("hold", "passive", "own", "noun")]
    for cue in reversed(found):
        if cue.how == "noun":
            done = _DONE.search(masked, 0, cue.at) if cue.noun.endswith("s") and len(masked) - cue.to <= _NEAR else None
            told = done or _WERE.fullmatch(masked, cue.to)
            if told is None and not (dated and cue.at >= dated.start()):
                continue
            attended = done is not None and done.group("verb").endswith(("attended", "in"))
            holder = holders.around(sentence, cue.at, cue.to, masked, attended=attended)
            return Lead(
                words.noun_types()[cue.noun.lower()],
                words.format_in(masked[max(0, cue.at - _ADJECTIVES) : cue.to]),
                holder,
            )
        plural = (
            cue.noun.endswith("s")
            or bool(_EACH.search(masked))
            or (cue.how == "own" and cue.verb in ("visited", "met", "convened", "travelled to"))
        )
        rest = masked[cue.to :]
        if not plural or not (_FOLLOWS.search(masked) or len(rest) <= _NEAR) or words.document().search(rest):
            continue
        near = masked[cue.at : cue.to]
        if cue.how == "own":
            kind = words.verb_types().get(cue.verb, "meeting")
            if kind != "visit" and not _FOLLOW_DAYS.search(rest):
                continue  # "met with the following:"
            return Lead(kind, words.format_in(rest), holders.subject(sentence, 0, cue.at, masked))
        kind = words.noun_types()[cue.noun.lower()]
        if cue.how == "passive":
            holder = holders.around(sentence, cue.at, cue.at + len(cue.noun), masked)
            near = masked[max(0, cue.at - _ADJECTIVES) : cue.to]
        elif cue.verb in words.verb_list("attend"):
            holder = Holder("", False)
        else:
            holder = holders.subject(sentence, 0, cue.at, masked)
        return Lead(kind, words.format_in(near), holder)
    return None


def heading(sentence: Sentence, holders: Holders) -> Lead | None:
    """What a heading of an annex says of the days below it; None where it names no events that took place."""
    masked = _masked(sentence)
    if _AHEAD.search(masked) or UNREAL.search(masked):
        return None
    if met := _MET_THEM.search(masked):
        group = "who" if met["who"] else "by"
        holder = holders.subject(sentence, met.start(group), met.end(group), masked)
        return Lead("meeting", "", holder, by_place=True)
    for cue in cues(masked):
        if cue.how != "noun" or not cue.noun.endswith("s"):
            continue
        if _TO_NOUN.fullmatch(masked, 0, cue.at) and _FROM_NOUN.fullmatch(masked, cue.to):
            holder = holders.around(sentence, cue.at, cue.to, masked)
            return Lead(words.noun_types()[cue.noun.lower()], words.format_in(masked[: cue.to]), holder)
    return None


def entry(sentence: Sentence, above: Lead) -> Iterator[Found]:
    """The events of an entry: days with at most a place, a title or guests around them, and no verb."""
    days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.precision in ("day", "month")]
    if not days or not all(d.first for d in days):
        return
    first_told = [d for d in days if d.cluster == days[0].cluster]
    before = sentence.text[: days[0].at - sentence.at]
    ends = first_told[-1].to - sentence.at
    if _MORE.match(sentence.text, ends) or (_PLACED.fullmatch(before) and sentence.text.startswith(": ", ends)):
        # "For the presidency of Kuwait, 27 February, at which three days before …": what was said or done there
        if _BEFORE.fullmatch(before) and not VERB_WORD.search(before) and not words.document().search(before):
            yield Found(first_told, above.kind, above.format, above.holder, [], single=True, rule="listed")
        return
    if len({d.cluster for d in days}) > 1:
        yield from _several(sentence, days, above)
        return
    before, behind = sentence.text[: days[0].at - sentence.at], sentence.text[days[-1].to - sentence.at :]
    first = not re.search(r"[A-Za-z]{3}", before)
    # "12 November: consideration of the report of the Panel": what they dealt with
    named = before if first and re.match(r"(?:\s\([^()]*\))?(?::|\s[–—-])\s", behind) else f"{before}; {behind}"
    if VERB_WORD.search(f"{before}; {behind}") or words.document().search(named):
        return
    told = numbers(sentence.text) if len(days) == 1 and above.kind == "meeting" else []
    if _BEFORE.fullmatch(before) and _BEHIND.fullmatch(behind):
        yield Found(days, above.kind, above.format, above.holder, told, single=True, rule="listed")


def _several(sentence: Sentence, days: list[DateMention], above: Lead) -> Iterator[Found]:
    """The events of an entry with several times: "Chad: Abéché (9 March) and Faya (10–12 March)"."""
    text, at = sentence.text, sentence.at
    between = (text[a.to - at : b.at - at] for a, b in pairwise(days))
    if not all(_NEXT.fullmatch(words_) for words_ in between):
        return
    if not _BEFORE.fullmatch(text, 0, days[0].at - at) and not _TO_BRACKET.fullmatch(text, 0, days[0].at - at):
        return
    if _BEHIND.fullmatch(text, days[-1].to - at) and not VERB_WORD.search(text[: days[0].at - at]):
        for _, group in groupby(days, key=lambda d: d.cluster):
            yield Found(list(group), above.kind, above.format, above.holder, [], single=True, rule="listed")


def _masked(sentence: Sentence) -> str:
    days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first]
    return mask(sentence, days)[0].rstrip()


def subject(sentence: Sentence, days: list[DateMention]) -> str:
    """What stands behind the days of an entry and a colon or a dash: what was dealt with."""
    found = _SUBJECT.fullmatch(sentence.text[days[-1].to - sentence.at :])
    return found.group("what") if found else ""
