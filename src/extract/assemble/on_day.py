"""What is told on a day that stands above or beside: "14 January 2009" / "The Committee held its 71st meeting.".

A sentence without a day of its own is read as if that one stood at its beginning; a line may only name its event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.assemble import chronicle, programme, words
from extract.assemble.clauses import Found
from extract.assemble.clauses.shapes import VERB_WORD
from extract.assemble.cues import CALLED_OFF, NOT_HELD, UNREAL, cues, mask
from extract.assemble.holders import Holder, Holders
from extract.assemble.led import Lead
from extract.assemble.numbering import numbers
from extract.model import Annotated, DateMention, Passage, Segment, Sentence, Telling

_HOURS = re.compile(
    r"(?:from\s)?\d{1,2}(?:[.:]?\d\d)?\s?(?:hrs|hours|[ap]\.?m\.?)?(?:\s?(?:[-–]|to)\s?\d{1,2}(?:[.:]?\d\d)?)?\s?(?:hrs|hours|[ap]\.?m\.?)?[:,.]?\s(?:[–-]\s)?",
    re.I,
)
_GAP = re.compile(r"[\s:–—-]{0,4}")
_GROUP = re.compile(r"(?:Members|Heads|Representatives|Leaders|Officials|Ministers|Ambassadors)\b")
_NONE = re.compile(r"\W{0,3}(?:No|None|Between)\b")  # "No meeting of the Board."
_PAST = {"meets": "met", "meet": "met", "visits": "visited", "visit": "visited", "holds": "held", "hold": "held"}
_PAST |= {
    "briefs": "briefed",
    "convenes": "convened",
    "travels": "travelled",
    "receives": "received",
    "hosts": "hosted",
}
_PRESENT = re.compile(rf"(?<=[a-z)] )(?:{'|'.join(_PAST)})(?=\s(?:[a-z]|[A-Z]))(?!\s(?:to|of|by|and)\b)")
_ARTICLE = re.compile(r"(?:The|A|An|Its|His|Her|Their|Members|Representatives|Consultations|He|She|They|It)\b")
# "Organizational Committee, formal meeting", "Standing Committee II: first meeting"
_BODY = re.compile(
    r"(?P<name>[A-Z][^,.:;]{2,90}?\b(?i:committee|commission|council|group|configuration|panel|board|forum|team)\b[^,.:;]{0,60}),?:?\s"
)
# "71st meeting (closed)", "Informal consultations on the report", "Second visit to Chad"
_ADJECTIVES = re.compile(rf"(?:[Tt]he\s|[Aa]n?\s)?(?:(?:{words.ORDINAL}|[A-Z]?[a-z]+(?:-[a-z]+)?)\s){{0,4}}")


@dataclass
class Reading:
    """How the reader of the prose reads a sentence: its events, and the tellings of one."""

    holders: Holders
    events: Callable[[Sentence], list[Found]]
    made: Callable[[Sentence, Found], list[Telling]]


class OnDay:
    """Walks a document beside the reader of its prose, and knows the day that stands above.

    Args:
        doc: the document.
        read: the tables of events, by part and place.
        reading: how sentences are read.
    """

    def __init__(self, doc: Annotated, read: frozenset[tuple[str, int]], reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.above = chronicle.days_above(doc)
        self._beside = chronicle.days_beside(doc, read)
        self.leading = chronicle.days_leading(doc)
        self._programmes = chronicle.programmes(doc)
        self._part = ""
        self._day: DateMention | None = None  # the day that stands above
        self._over: Lead | None = None  # what the line above the days says of them
        self._below: Sentence | None = None  # the first words below the day, as long as they tell of no event
        self._told: DateMention | None = None  # the day of which something was told

    def enter(self, segment: Segment, sentences: list[Sentence], lead: Lead | None) -> tuple[list[Telling], bool]:
        """What is told up to a segment that is a day, or stands beside or right below one; whether that is all of it.

        Args:
            segment: the segment.
            sentences: its sentences.
            lead: what the line above says of the entries of a list.
        """
        out = self.leave() if segment.part != self._part else []
        self._part = segment.part
        if segment.id in self.above:
            out += self._untold()
            self._over = lead if self._day is None else self._over
            self._day = self.above[segment.id]
            return out, True
        if (beside := self._beside.get(segment.id)) is not None:
            return out + [t for sentence in sentences for t in self._on(sentence, beside)], True
        if (leading := self.leading.get(segment.id)) is not None:
            return out + [t for day in leading for s in _behind(sentences, leading) for t in self._on(s, day)], True
        if segment.kind in ("heading", "title") and self._day is not None:
            named = self._named(sentences[0], self._day) if len(sentences) == 1 else []
            if named:
                self._below, self._told = None, self._day
                return out + named, True
            if self._over is not None and self._told is not self._day and self._below is None and sentences:
                self._below = sentences[0]  # what was dealt with, on a line that looks like a heading
                return out, True
            if not chronicle.is_of_day(self.doc, segment):
                out += self.leave()
        return out, False

    def told(self, sentence: Sentence) -> list[Telling]:
        """The events of a sentence without a day of its own, on the day above it; none where there is no such day."""
        if self._day is None:
            return []
        told = self._on(sentence, self._day)
        if told:
            self._below, self._told = None, self._day
        elif self._told is not self._day and self._below is None:
            self._below = sentence
        return told

    def leave(self) -> list[Telling]:
        """What is left to tell where a chronology ends."""
        out = self._untold()
        self._day = self._over = None
        return out

    def _untold(self) -> list[Telling]:
        """What stands below a day and names no event, where the line above the days does: "It met as follows:"."""
        sentence, day, lead = self._below, self._day, self._over
        self._below = None
        if sentence is None or day is None or lead is None:
            return []
        found = Found([day], lead.kind, lead.format, lead.holder, [], single=True, rule="listed")
        return [replace(t, subject=sentence.text.rstrip(" .;")) for t in self.reading.made(sentence, found)]

    def _on(self, sentence: Sentence, day: DateMention) -> list[Telling]:
        dated = _dated(sentence, day)
        if dated is None:
            return []
        start, end = sentence.passage.span(sentence.at, sentence.to)
        found = self.reading.events(dated)
        if found:
            return [replace(t, start=start, end=end) for f in found for t in self.reading.made(dated, f)]
        return self._named(sentence, day)

    def _named(self, sentence: Sentence, day: DateMention) -> list[Telling]:
        item = sentence.passage.segment.part in self._programmes
        named = _entry(sentence, day, self.reading.holders, item=item)
        # What begins at another hour is another event.
        apart = _HOURS.match(sentence.text) is not None
        return [replace(t, apart=apart) for t in self.reading.made(sentence, named)] if named else []


def _behind(sentences: list[Sentence], days: list[DateMention]) -> list[Sentence]:
    """The sentences of a line without the days that it begins with."""
    out = []
    for sentence in sentences:
        gap = _GAP.match(sentence.passage.text, days[-1].to) if sentence.at < days[-1].to else None
        at = gap.end() if gap else sentence.at
        if at < sentence.to:
            out.append(replace(sentence, at=at, mentions=tuple(m for m in sentence.mentions if m.at >= at)))
    return out


def _dated(sentence: Sentence, day: DateMention) -> Sentence | None:
    """The sentence with the day of the heading before it; None where it has a day of its own.

    A chronology may tell in the present: "4 May | The Committee meets in Faya" is read as "met".
    """
    if any(isinstance(m, DateMention) and m.precision in ("day", "month", "span") for m in sentence.mentions):
        return None
    if _NONE.match(sentence.text):
        return None
    text, at = sentence.text, list(range(len(sentence.text) + 1))
    place = [sentence.passage.index[k] for k in range(sentence.at, sentence.to)]
    for verb in reversed(list(_PRESENT.finditer(text))):
        past, (a, b) = _PAST[verb.group()], verb.span()
        text = text[:a] + past + text[b:]
        place[a:b] = [place[min(a + k, b - 1)] for k in range(len(past))]
        at = [k if k <= a else max(a, k + len(past) - (b - a)) for k in at]
    if _ARTICLE.match(text):
        text = text[0].lower() + text[1:]
    before = f"On {day.text}, "
    # "On " and ", " stand for no character of their own: they point to the day.
    lead = [day.start] * 3 + [min(day.start + k, day.end - 1) for k in range(len(day.text))] + [day.end - 1] * 2
    passage = Passage(sentence.passage.segment, before + text, (*lead, *place))
    above = replace(day, at=len("On "), to=len("On ") + len(day.text))
    moved = tuple(
        replace(m, at=len(before) + at[m.at - sentence.at], to=len(before) + at[m.to - sentence.at])
        for m in sentence.mentions
    )
    return Sentence(passage, 0, len(passage.text), (above, *moved))


def _entry(sentence: Sentence, day: DateMention, holders: Holders, *, item: bool = False) -> Found | None:
    """The event that a line without a verb names: "Informal consultations on the report of the Panel".

    Args:
        sentence: the line.
        day: the day above it.
        holders: whose events are.
        item: it stands in a programme of a visit, where it may name whom the visitors met.
    """
    hours = _HOURS.match(sentence.text)
    start = hours.end() if hours else 0
    if hours and item:
        return _item(sentence, day, holders, start)
    masked = mask(sentence, [])[0]
    if UNREAL.search(masked) or NOT_HELD.search(masked) or re.search(rf"\b{CALLED_OFF}\b", masked, re.I):
        return None
    if _NONE.match(masked, start):
        return None
    body = _BODY.match(masked, start)
    for cue in cues(masked):
        of_body = body is not None and _ADJECTIVES.fullmatch(masked, body.end(), cue.at)
        if cue.how not in ("noun", "numbered") or not (of_body or _ADJECTIVES.fullmatch(masked, start, cue.at)):
            continue
        if VERB_WORD.search(masked[: cue.at]) or words.document().search(masked, start, cue.at):
            return None  # "Interim report of the Conference"
        holder = holders.around(sentence, cue.at, cue.to, masked)
        if of_body and body is not None:
            holder = Holder(body["name"], holder.is_own)
        kind = words.noun_types().get(cue.noun.lower(), "meeting")
        told = numbers(masked[cue.at : cue.to]) if cue.how == "numbered" else []
        return Found([day], kind, words.format_in(masked[start : cue.to]), holder, told, single=True, rule="listed")
    return None


def _item(sentence: Sentence, day: DateMention, holders: Holders, start: int) -> Found | None:
    """The event of an item of a programme of a visit: "15.00 Members of the Peace and Security Council"."""
    named = any(m.label in ("POST", "PERSON", "ORGANISATION") for m in sentence.mentions)
    named = named or bool(_GROUP.match(sentence.text, start))
    kind = programme.kind_of(sentence.text[start:], [sentence.text], named)
    return Found([day], kind, "", holders.default, [], single=True, rule="listed") if kind else None
