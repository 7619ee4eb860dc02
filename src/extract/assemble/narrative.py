"""Prose understood as events: event words, holders, verbs and dates joined by rules, sentence by sentence.

In each sentence every coordinated date is hidden behind a mark of its own length, so that the patterns see the shape of
the sentence and offsets survive. The patterns are tried from the most to the least certain; a date serves one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.assemble import cards, guests, led, lines, words
from extract.assemble.clauses import Clauses, Found
from extract.assemble.clauses.found import TOLD_ANEW
from extract.assemble.enacted import Enacted
from extract.assemble.holders import SEMINAR, Holders
from extract.assemble.named_before import named_before
from extract.assemble.numbering import consecutive, paired, runs
from extract.assemble.of_session import Undated
from extract.assemble.on_day import OnDay, Reading
from extract.assemble.opening import Opening
from extract.assemble.subjects import subject_in
from extract.assemble.undated import undated
from extract.model import Annotated, DateMention, Segment, Sentence, Telling
from extract.recognise import dates

_KINDS = ("paragraph", "subparagraph", "other", "list_item", "footnote")
_ENTRIES = ("subparagraph", "list_item")
# "Also on 13 May, the Committee …": another meeting than the one just told.
_ALSO = re.compile(r"\b[Aa]lso (?:on|in) $")
# "held an informal closed meeting with …", "met with …", "met the Minister"
_WITH = re.compile(
    r"\b(?:(?:an?|held|had|further|another)\s(?:[\w-]+\s){0,4}(?:meetings?|consultations|dialogues?|exchange of views)"
    r"|met(?: again)?)\swith\s"
    r"|\bmet\s(?=(?:the|his|her|their|both|several)\s(?:[\w-]+\s){0,2}[A-Z]|(?:Mr|Ms|Mrs|Dr|President|Prime|Minister|Ambassador)\b)"
)
_BY_NOUN = ("noun", "during", "attributive", "acts", "parallel")  # rules that need no verb of holding
_WAS_HELD = re.compile(r"\b(?:held|convened|took place|met|hosted|organi[sz]ed|attended|participated)\b")
# A cell with a sentence: "adopted at its fortieth session, held from 9 to 11 October" (E/AC.51/2025/4).
_HELD_FROM = re.compile(r"\b(?<!be )held\s(?:(?:in|at)\s[^.;]{1,60}?\s)?(?:on|from)\s\d")
# "On 26 February 2004 the Force Commander briefed the ambassadors": remarks in reports on performance (A/59/671)
_HAPPENED = re.compile(
    r"\b(?<!to )(?<!be )(?:held|convened|met|visited|travelled\sto|briefed|organi[sz]ed|hosted|conducted|took\splace)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_CELL = (
    "numbered",
    "noun",
    "bracket",
    "behind own",
    "behind hold",
    "behind passive",
    "led own",
    "led hold",
    "led passive",
)
# "Fourth Pacific domestic ship safety forum (October 2024)"
_IN_BRACKETS = re.compile(r"\s\((?:\d{1,2}\s?(?:[–-]|and|to)\s?)?(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s(?:19|20)\d\d\)$")
_ANOTHER_ON = re.compile(
    r"\b(?:another|one|a\s(?:second|third|fourth|further))(?:\sone)?\son\s(?:the\s)?(?P<topic>(?!\d)[^,;]{3,120})(?=,|;)"
)
_LISTED_MEETING = re.compile(r"\d{1,5}(?:st|nd|rd|th)\s(?:\([\w ]{2,20}\)\s)?meeting\b")
_ITEM = re.compile(r"(?P<item>[A-Z].{3,400}?)\s\((?:\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d(?:;\s)?){1,4}\)")
_RESPECTIVELY = re.compile(r"(?:\s\d{4})?(?:\sin\s[A-Z][^,;]{1,60})?,?\srespectively\b")
_SENTENCE = 8  # words
# "held at Managua, Nicaragua, on 12 and 13 April"
_AT_PLACE = re.compile(r"\b(?:in|at)\s(?:the\s)?[A-Z][\w’'-]+(?:,?\s(?:(?:in|of)\s)?[A-Z][\w’'-]+){0,6},?\son\s$")
_TWO_PLACES = re.compile(r"\b(?:in|at)\s[A-Z][\w’-]+\sand\s(?:in\s)?[A-Z][\w’-]+\son\s$")
_HELD_AT_PLACE = re.compile(r"[a-z]+s\s(?:in|at)\s(?:the\s)?[A-Z]")  # "facilitated meetings in Sukhumi"
_RESUMED = re.compile(r"\bmeeting\s\((?:closed\)\s\()?resum", re.I)


def tellings(
    doc: Annotated, listed: frozenset[date] = frozenset(), read: frozenset[tuple[str, int]] = frozenset()
) -> list[Telling]:
    """The tellings of the prose, dated ones and such undated ones as may refer to a dated row of a table.

    Args:
        doc: the document.
        listed: the days that have a row of their own in its tables.
        read: the tables of events, by part and place; the cells of others may have sentences ("Comments").
    """
    reader = _Reader(doc, listed, read)
    told = list(reader.tellings())
    dated = {t.date_start for t in told}
    told += [t for t in cards.tellings(doc, reader.holders, reader.on_day.above) if t.date_start not in dated]
    return told + list(reader.numbered.tellings(told))


class _Reader:
    def __init__(self, doc: Annotated, listed: frozenset[date], read: frozenset[tuple[str, int]]) -> None:
        self.doc, self.listed, self.read = doc, listed, read
        self.holders = Holders(doc.header)
        self.clauses = Clauses(self.holders)
        self.enacted = Enacted(doc)
        self.told_of: tuple[Sentence | None, str] = (None, "")
        self.numbered = Undated(self.holders)
        self.lead: led.Lead | None = None  # what the sentence above a list says of its entries
        self.headed: led.Lead | None = None  # what the heading above says of them, in an annex
        self.headed_in = ""  # and in which part
        self.on_day = OnDay(doc, read, Reading(self.holders, self._events, self._made))

    def tellings(self) -> Iterator[Telling]:
        above = Opening(self.doc, self.holders, self.clauses, self.on_day.leading).events()
        opening = [t for sentence, found in above for t in self._made(sentence, found)]
        yield from opening
        told = {(t.start, t.date_start) for t in opening}  # a sentence of the opening is read again with its segment
        for sentences in self.doc.sentences.values():
            for sentence in sentences:
                self.holders.learn(sentence)
        titles: dict[str, str] = {}  # part → its title
        for segment in self.doc.segments:
            if segment.kind == "title":
                titles.setdefault(segment.part, self.doc.source.text[segment.start : segment.end])
            elif segment.kind == "heading" and segment.part.startswith("annex"):
                named = self.doc.source.text[segment.start : segment.end]
                if SEMINAR.match(" ".join(named.split())):
                    titles[segment.part] = " ".join(named.split())
            drafted = segment.part.startswith("draft")
            title = titles.get(segment.part, "") if drafted else segment.section if segment.part != "body" else ""
            if segment.part.startswith("annex") and SEMINAR.match(titles.get(segment.part, "")):
                title = titles[segment.part]
            self.holders.enter(title, foreign=self.enacted.is_foreign(segment))
            entry = segment.kind == "heading" and segment.part.startswith("annex")
            on_day, all_told = self._on_day(segment)
            yield from on_day
            if all_told:
                continue
            if (
                not entry
                and not self._is_told_in_cell(segment)
                and (segment.kind not in _KINDS or (segment.part == "letter" and segment.kind != "other"))
            ):
                continue
            yield from (t for t in self._segment(segment) if (t.start, t.date_start) not in told)
        yield from self.on_day.leave()

    def _on_day(self, segment: Segment) -> tuple[list[Telling], bool]:
        """What is told up to a segment that is a day, or stands beside or below one; whether that is all of it."""
        if self._is_told_in_cell(segment):
            return [], False
        return self.on_day.enter(segment, self.doc.sentences.get(segment.id, []), self.lead or self.headed)

    def _segment(self, segment: Segment) -> Iterator[Telling]:
        current: list[Telling] = []
        self.holders.follow(None)
        sentences = self.doc.sentences.get(segment.id, [])
        above, headed = self._leads(segment, sentences)
        before: Sentence | None = None  # the sentence before, where it tells of no event with a day
        for sentence in sentences:
            found = self._events(sentence) or named_before(sentence, before, self.holders)
            before = None if found else sentence
            named = lines.named(sentence, self.holders) if segment.kind in lines.KINDS and len(sentences) == 1 else ()
            by_name = [f for f in named if not self._is_to_come(f)]
            if by_name and all(f.rule == "listed" for f in found):
                # whose the seminars are stands above the list: "were held under the auspices of the Committee"
                found = [replace(f, holder=above.holder) for f in by_name] if above and above.holder.is_own else by_name
            elif not found and above is not None:
                found = list(led.entry(sentence, above))
            elif headed is not None and (days_only := list(led.entry(sentence, headed))):
                found = days_only
            elif not found and segment.kind != "footnote" and (told := self.on_day.told(sentence)):
                yield from current
                current = told
                self.holders.follow(sentence)
                continue
            if segment.kind == "heading":
                found = [f for f in found if f.rule == "listed"]  # an entry of a list in an annex
            if segment.kind == "table_cell":
                found = [f for f in found if f.rule in _IN_CELL]
            if found:
                yield from current
                current = [
                    t
                    for before, f, after in zip([None, *found], found, [*found[1:], None], strict=False)
                    for t in self._made(sentence, f, before if f.rule == "parallel" else None, after)
                ]
                if len(current) > 1:
                    current = [replace(t, shared=True) for t in current]
                self.holders.follow(sentence)
                continue
            self.numbered.read(sentence)
            self.holders.follow(sentence)
            if other := undated(sentence, self.holders):
                yield from current
                current = []
                yield other
            elif current:
                current = self._more(sentence, current)
        yield from current

    def _events(self, sentence: Sentence) -> list[Found]:
        """The events of a sentence that it does not look forward to."""
        return [f for f in self.clauses.events(sentence) if not self._ahead(sentence, f)]

    def _leads(self, segment: Segment, sentences: list[Sentence]) -> tuple[led.Lead | None, led.Lead | None]:
        """What a sentence, and what the heading of an annex, says of the segment as an entry of the list below it."""
        entry = segment.kind in _ENTRIES
        above = self.lead if entry else None
        if segment.kind != "footnote":
            told = led.lead(sentences[-1], self.holders) if sentences else None
            self.lead = told if told is not None or not entry else self.lead
        if segment.kind == "heading":
            named = led.heading(sentences[0], self.holders) if len(sentences) == 1 else None
            goes_on = self.headed is not None and self.headed.by_place and self.headed_in == segment.part
            if named is not None or not (goes_on and led.PLACE_LINE.fullmatch(sentences[0].text if sentences else "")):
                self.headed, self.headed_in = named, segment.part
        listed = segment.part.startswith("annex") and segment.kind not in ("heading", "footnote")
        return above, self.headed if listed else None

    def _is_told_in_cell(self, segment: Segment) -> bool:
        """Whether a cell of a table that lists no events has a sentence with one: "… at its session, held from …"."""
        if segment.kind != "table_cell" or (segment.part, segment.table) in self.read:
            return False
        text = " ".join(self.doc.source.text[segment.start : segment.end].split())
        told = len(text.split()) >= _SENTENCE and (
            _HELD_FROM.search(text) or (_HAPPENED.search(text) and _YEAR.search(text))
        )
        return bool(told or _IN_BRACKETS.search(text))

    def _is_to_come(self, found: Found) -> bool:
        """Whether the days of a named event lie after the document, which is no calendar or programme."""
        written, first = self.doc.header.date, found.days[0].first
        return bool(written and first and first > written) and not words.plan().search(self.doc.header.title)

    def _ahead(self, sentence: Sentence, found: Found) -> bool:
        """Whether a sentence looks forward: a day after the document's own, and no verb that the event was held."""
        header, first = self.doc.header, found.days[0].first
        written = max(header.date, header.period_end or header.date) if header.date else None
        if written is None or first is None or first <= written or found.rule not in _BY_NOUN:
            return False
        return not _WAS_HELD.search(sentence.text)

    # ------------------------------------------------------------------ tellings

    def _made(
        self, sentence: Sentence, found: Found, before: Found | None = None, after: Found | None = None
    ) -> list[Telling]:
        """The tellings of an event.

        `before` is the one that it goes on from in a list of places, days and guests; where `after` goes on from it as
        another kind of event, what is said of that begins at its noun.
        """
        start, end = sentence.passage.span(sentence.at, sentence.to)
        until = after.noun_at if after is not None and after.another_kind else None
        if before is None or found.another_kind:
            who = guests.guests(sentence, self.holders.body, found.noun_at if found.another_kind else 0, until)
        elif found.event_type == "visit":
            who = ()
        else:
            who = guests.between(sentence, before.days[-1].to, found.days[0].at, self.holders.body)
        kind = found.event_type
        itself = found.holder.is_own and found.holder.body == self.holders.body
        noun = sentence.text[found.noun_at :].lower() if found.noun_at >= 0 else ""
        itself = itself and (not noun or noun.startswith(("meeting", "conference")))
        if kind == "meeting" and itself and self.holders.gathering and not found.numbers:
            # Annotation guide: a Meeting of States Parties that has numbered plenary meetings is a session.
            kind = "session" if any(d.parts[3] for d in found.days) else kind
        entered = led.subject(sentence, found.days) if found.rule == "listed" and kind != "visit" else ""
        base = Telling(
            source="narrative",
            segment=sentence.passage.segment,
            start=start,
            end=end,
            event_type=kind,
            format=found.format,
            body=found.holder.body,
            is_own=found.holder.is_own,
            subject=_another_subject(sentence, before, found) or entered or self._subject(sentence),
            participants=who,
            participants_text="; ".join(p.text for p in who),
            members_only=guests.members_only(sentence.text),
            inner=found.inner,
            rule=found.rule,
            definite=found.definite,
            resumed=bool(_RESUMED.search(sentence.text)),
        )
        out = []
        # "its session on 3 May 2024 and from 7 to 11 April 2025": the first day is of the session too.
        sits = found.event_type == "session" and all(d.precision == "day" for d in found.days)
        sits = sits and not (len(found.days) > 1 and any(d.parts[3] for d in found.days))
        told = paired(found.days, found.numbers)
        if found.through:
            told = [(found.days, "")]
        elif not found.numbers:
            if len(found.days) > 1 and all(d.precision == "month" for d in found.days):
                # "in January and February": one event told together; "in February and July", "his two visits in
                # November and December", "to Angola and Ghana in May and June, respectively": two
                behind = sentence.text[found.days[-1].to - sentence.at :]
                apart = found.count == len(found.days) or bool(_RESPECTIVELY.match(behind))
                apart = apart or not _adjacent(found.days)
                told = [([d], "") for d in found.days] if apart else [(found.days, "")]
            elif found.count > 1 and len(runs(found.days)) == found.count < len(found.days):
                told = [(run, "") for run in runs(found.days)]  # "two meetings, on 14 and 15 May and on 9 and 10 June"
            elif found.single or self._over_days(sentence, found):
                # Days that the tables list one by one are the body's events, though they follow each other.
                # "two side events, on 16 and 17 September": one each.
                apart = len(found.days) > 1 and (
                    found.count == len(found.days)
                    or ((base.is_own or not base.body) and all(d.first in self.listed for d in found.days))
                )
                told = [([d], "") for d in found.days] if apart else [(run, "") for run in runs(found.days)]
        for k, (day, number) in enumerate(told):
            first, last = day[0], day[-1]
            # Several numbered meetings "between 6 and 29 October": the text does not pair them.
            whole = (
                len(day) == 1
                or found.through
                or (consecutive(day) and (not number or len(day) < len(found.days) or len(found.numbers) == 1))
                or first.precision == "month"
            )
            # "three visits, from 15 to 26 October and from 4 to 15 February": more events than ranges are not paired.
            several = max(len(found.numbers), found.count)
            # "met from 3 to 9 June and on 12 June": on some days between the first two.
            mixed = found.rule.endswith(" own") and kind == "meeting" and bool(first.parts[3])
            mixed = mixed and any(not d.parts[3] for d in found.days)
            precise = whole and not mixed and not (several > max(1, len(found.days)) and first.parts[3])
            ahead_ = sentence.text[: max(0, first.at - sentence.at)]
            out.append(
                replace(
                    base,
                    apart=bool(_ALSO.search(ahead_)) or (found.rule in TOLD_ANEW and bool(_WITH.search(sentence.text))),
                    # Annotation guide: a sitting of one day that its body calls a session is a meeting.
                    event_type="meeting" if sits and precise and first.first == last.last else kind,
                    first=first.first,
                    last=last.last,
                    number=number,
                    date_text=self.doc.source.text[first.start : last.end],
                    date_start=first.start,
                    date_end=last.end,
                    precision=first.precision if precise else "span",
                    basis="stated" if all(dates.is_stated(d) for d in day) else "context",
                    note="" if dates.weekday_fits(first) else "weekday",
                    order=k,
                    # "two forums, from 12 to 14 May and from 18 to 20 May" are told one by one
                    count=found.count if first.parts[3] and found.count != len(told) else 0,
                    countries=_place_before(sentence, first) or sentence.countries,
                )
            )
        return out

    @staticmethod
    def _over_days(sentence: Sentence, found: Found) -> bool:
        """Whether meetings of others on two days are told as one: "meetings held in Geneva on 17 and 18 May"."""
        days = found.days
        others = found.event_type == "meeting" and not found.holder.is_own and found.count == 0
        if not others or len(days) != 2 or len(runs(days)) != 1 or days[0].cluster != days[1].cluster:
            return False
        after = days[-1].to - sentence.at
        if found.rule == "led hold" and found.noun_at >= after:
            return bool(_HELD_AT_PLACE.match(sentence.text, found.noun_at))
        if _TWO_PLACES.search(sentence.text, 0, max(0, days[0].at - sentence.at)):
            return False  # "in Vienna and Sarajevo on 7 and 8 May"
        behind = re.match(r",?\s(?:in|at)\s(?:the\s)?[A-Z]", sentence.text[after:])
        return bool(behind or _AT_PLACE.search(sentence.text, 0, max(0, days[0].at - sentence.at)))

    def _subject(self, sentence: Sentence) -> str:
        """The subject of a sentence, looked for once for all its events."""
        if self.told_of[0] is not sentence:
            self.told_of = (sentence, _item_above(sentence) or subject_in(sentence))
        return self.told_of[1]

    def _more(self, sentence: Sentence, current: list[Telling]) -> list[Telling]:
        """A sentence that goes on with the event before it: guests, or that there were none."""
        if guests.members_only(sentence.text):
            return [replace(t, members_only=True) for t in current]
        more = guests.added(sentence, self.holders.body)
        return [replace(t, participants=(*t.participants, *more)) for t in current] if more else current


def _item_above(sentence: Sentence) -> str:
    """The item of the agenda that meetings are listed under, in a summary statement of the Secretary-General.

    "The situation in the Middle East (24 October 1967; 12 August 2025)" above "9976th meeting, held on 10 August 2025".
    """
    item = _ITEM.fullmatch(sentence.passage.segment.section.rsplit(" > ", 1)[-1])
    return " ".join(item.group("item").split()) if item and _LISTED_MEETING.match(sentence.text) else ""


def _another_subject(sentence: Sentence, before: Found | None, found: Found) -> str:
    """What a further event of the sentence is on: "a workshop on courts, and another one on ethics, on 4 May"."""
    if before is None:
        return ""
    at, to = before.days[-1].to - sentence.at, found.days[0].at - sentence.at
    topic = _ANOTHER_ON.search(sentence.text, at, to)
    return topic.group("topic") if topic else ""


def _adjacent(months: list[DateMention]) -> bool:
    """Whether months follow each other without a gap."""
    n = [d.first.year * 12 + d.first.month for d in months if d.first]
    return all(b - a == 1 for a, b in pairwise(n))


def _place_before(sentence: Sentence, day: DateMention) -> frozenset[str]:
    """The State right before a bracketed date: "Burundi (9 December 2006)"."""
    if not sentence.passage.text[: day.at].rstrip().endswith("("):
        return frozenset()
    before = [m for m in sentence.mentions if m.label == "COUNTRY" and 0 <= day.at - m.to <= 4]
    return frozenset(m.entity_id for m in before)
