"""Prose understood as events: event words, holders, verbs and dates joined by rules, sentence by sentence.

In each sentence every coordinated date is hidden behind a mark of its own length, so that the patterns see the shape of
the sentence and offsets survive. The patterns are tried from the most to the least certain; a date serves one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.assemble import guests, words
from extract.assemble.cues import MARK, UNREAL, Cue, cues, is_no_event, mask
from extract.assemble.holders import Holder, Holders
from extract.assemble.numbering import consecutive, numbers, paired
from extract.assemble.undated import undated
from extract.model import Annotated, DateMention, Segment, Sentence, Telling
from extract.recognise import dates

_KINDS = ("paragraph", "subparagraph", "other", "list_item")
_PREPOSITION = re.compile(r"(?:^|[\s(,])(on|in|from|between|during|of|over|On|In|From|Between|During|Over)\s$")
# What may stand between "its 5th meeting" and the date.
_AFTER_NUMBER = re.compile(
    r"(?:\s\([^)]*\))?(?:\sof\s(?:the\s)?[A-Z][\w -]{0,80}?)?,?(?:\s(?:which\s)?(?:was|were))?(?:\s(?:held|convened))?"
    r"(?:\sin\s(?:private|public)|\s\([\w -]+\))?,?"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w ,’'-]{0,60}?)?,?\s(?:held\s)?(?:on|between|from|in)?\s?$"
)
_AFTER_NOUN = re.compile(
    r"(?P<mid>(?:\s(?:with|of|on|to|between|among|at|in|by|for|regarding|concerning)\s[^\x01.;:]{1,260}?)?)"
    r"(?P<held>,?\s(?:(?:was|were|that|which|had|been|also)\s){0,3}"
    r"(?:held|convened|organized|conducted|hosted|undertaken|made|carried\sout|took\splace|chaired)(?:\s[^\x01.;]{0,90}?)?)?"
    r",?\s(?P<prep>on|of|from|in|between|during)\s$"
)
_CHAIN = re.compile(r"(?:,|;|\s|and)*\s?(?:on|from|in|between)?\s?$")
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were)\s(?:also\s)?(?:held|convened|undertaken|organized|conducted|hosted|made)\b[^,;]*$"
)
# What may stand before a date that leads its clause.
_LEADS = re.compile(
    r"(?:^|[,:—]\s|\band\s|\balso\s|\bthen\s|\bwhile\s|\bthat\s)[Oo]n\s$|^(?:In|From|Between|During|Over)\s$"
    r"|[,]\s(?:in|from|between|during)\s$"
)
_OF_MONTHS = ("in", "during", "between", "from", "of")  # prepositions of dates without a day
_IN_TITLE = re.compile(r"\b(?:(?P<visit>mission\s+to|visiting\s+mission|visit\s+to)|(?P<session>session))\b", re.I)


@dataclass(slots=True)
class _Found:
    """A date, or several, tied to an event in one sentence."""

    days: list[DateMention]
    event_type: str
    format: str
    holder: Holder
    numbers: list[str]
    single: bool = False  # "a meeting on 18 and 19 December": one event of two days


def tellings(doc: Annotated) -> list[Telling]:
    """The tellings of the prose, dated ones and such undated ones as may refer to a dated row of a table."""
    return list(_Reader(doc).tellings())


class _Reader:
    def __init__(self, doc: Annotated) -> None:
        self.doc = doc
        self.holders = Holders(doc.header)

    def tellings(self) -> Iterator[Telling]:
        for segment in self.doc.segments:
            if segment.kind == "title":
                yield from self._title(segment)
                continue
            if segment.kind not in _KINDS or (segment.part == "letter" and segment.kind != "other"):
                continue
            yield from self._segment(segment)

    def _title(self, segment: Segment) -> Iterator[Telling]:
        """The session or visit that a title names with its days: "… mission to Haiti, 13 to 16 April 2005"."""
        if segment.part == "letter":
            return
        for sentence in self.doc.sentences.get(segment.id, [])[:1]:
            dates_told = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first]
            days = [m for m in dates_told if m.precision == "day" and m.parts[3]]
            noun = _IN_TITLE.search(sentence.text)
            if len(days) != 1 or noun is None or days[0].at - sentence.at < noun.start():
                continue
            kind = "visit" if noun.group("visit") else "session"
            holder = Holder(self.doc.header.issuing_body, True)
            yield from self._made(sentence, _Found(days, kind, "", holder, []))

    def _segment(self, segment: Segment) -> Iterator[Telling]:
        current: list[Telling] = []
        for sentence in self.doc.sentences.get(segment.id, []):
            found = self._sentence(sentence)
            if found:
                yield from current
                current = [t for f in found for t in self._made(sentence, f)]
                if len(current) > 1:
                    current = [replace(t, shared=True) for t in current]
            elif other := undated(sentence, self.holders):
                yield from current
                current = []
                yield other
            elif current:
                current = self._more(sentence, current)
        yield from current

    # ------------------------------------------------------------------ one sentence

    def _sentence(self, sentence: Sentence) -> list[_Found]:
        days = [
            m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision in ("day", "month")
        ]
        if not days:
            return []
        masked, spans = mask(sentence, days)
        events = cues(masked)
        if not events:
            return []
        out: list[_Found] = []
        chain_from = -1
        for a, b, group in spans:
            if (
                out
                and chain_from >= 0
                and _CHAIN.fullmatch(masked[chain_from:a])
                and out[-1].days[-1].cluster != group[0].cluster
            ):
                out[-1].days.extend(group)  # "from 3 to 9 June and on 12 June"
                chain_from = b
                continue
            chain_from = -1
            if is_no_event(masked, a, b):
                continue
            found = self._date(sentence, masked, events, a, b, group)
            if found is not None:
                out.append(found)
                chain_from = b
        return out

    def _date(
        self, sentence: Sentence, masked: str, events: list[Cue], a: int, b: int, days: list[DateMention]
    ) -> _Found | None:
        """The event that a date belongs to, by the first rule that fits."""
        start = max((m.end() for m in re.finditer(rf"[;{MARK}]", masked[:a])), default=0)
        before = [c for c in events if start <= c.at and c.to <= a]
        prep = _PREPOSITION.search(masked[max(0, a - 9) : a])
        preposition = prep.group(1).lower() if prep else ""
        for cue in reversed(before):
            if cue.how == "numbered" and _AFTER_NUMBER.fullmatch(masked, cue.to, a):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : a])
        for cue in events:
            # "On 20 November, at its 60th meeting, the Committee …"
            if (
                cue.how == "numbered"
                and cue.at >= b
                and re.fullmatch(r",?\s(?:at|during)\s(?:its|the|their)\s", masked[b : cue.at])
            ):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : cue.to])
        if masked[:a].endswith("(") and masked[b : b + 1] == ")":
            earlier = [c for c in events if c.to <= a and c.how in ("passive", "hold", "own")]
            earlier = earlier or [c for c in events if c.to <= a and c.how == "noun" and c.noun.endswith("s")]
            later = [c for c in events if c.at >= b and (c.how == "hold" or (c.how == "noun" and c.noun.endswith("s")))]
            near = [*earlier[-1:], *later[:1]]
            return self._bracket(sentence, masked, near[0], days) if near else None
        if not preposition:
            return None
        if all(d.precision == "month" for d in days) and preposition not in _OF_MONTHS:
            return None
        nouns = [c for c in before if c.how == "noun" and a - c.to <= 360]
        # In "meetings on the visits … were held on" the first noun is the subject; else the nearest has the date.
        passive = _PASSIVE_BEFORE.search(masked[start:a])
        for cue in (nouns if passive else nouns[::-1])[:3]:
            match = _AFTER_NOUN.fullmatch(masked, cue.to, a)
            found = self._noun(sentence, masked, cue, match, days) if match else None
            if found is not None:
                return found
        verbs = ("passive", "hold", "own", "sitting")
        lead = masked[start:a]
        if _LEADS.search(lead):
            after = [c for c in events if c.at >= b and c.how in verbs]
            if after and not re.search(rf"[;{MARK}]", masked[b : after[0].at]) and after[0].at - b <= 240:
                found = self._verb(sentence, masked, after[0], b, True, days)
                if found is not None:
                    return found
        for cue in [c for c in reversed(before) if c.how in verbs and a - c.to <= 260][:2]:
            found = self._verb(sentence, masked, cue, a, False, days)
            if found is not None:
                return found
        return None

    def _numbered(
        self, sentence: Sentence, masked: str, cue: Cue, days: list[DateMention], phrase: str
    ) -> _Found | None:
        if UNREAL.search(masked[max(0, cue.at - 80) : cue.to + 20]):
            return None
        kind = "consultations" if "consultation" in cue.noun else "meeting"
        holder = self.holders.around(sentence, cue.at, cue.to, masked, numbered=True)
        return _Found(days, kind, words.format_in(phrase), holder, numbers(cue.numbers))

    def _noun(
        self, sentence: Sentence, masked: str, cue: Cue, match: re.Match[str], days: list[DateMention]
    ) -> _Found | None:
        """ "the meeting of 19 August 2005", "a meeting held on …", "a visit to … from …"."""
        mid, held, prep = match.group("mid") or "", match.group("held") or "", match.group("prep")
        before = masked[max(0, cue.at - 60) : cue.at]
        negative = rf"\b(?:{words.negative('documents')}|{words.negative('acts')})\b"
        if (re.search(negative, held if held else mid, re.I)) or UNREAL.search(before + masked[cue.at : match.end()]):
            return None
        if (
            re.search(rf"\b(?:{words.negative('documents')})\s+(?:of|from|on|for)\s+(?:[\w’'-]+\s+)*$", before)
            and not held
        ):
            return None
        if (prep == "of" and mid and not held) or (prep == "in" and any(d.precision == "day" for d in days)):
            return None
        if re.search(
            r"\b(?:before|until|since|pending|next|future|forthcoming|upcoming|press|prior to|first part of|outcome of)"
            r"\s+(?:the\s|a\s|its\s)*$",
            before,
            re.I,
        ):
            return None
        # A finite verb between noun and date makes the date the verb's: "the meeting decided … on".
        if not held and re.search(r"\s(?:was|were|had|has|have|is|are)\s", mid):
            return None
        kind = words.noun_types()[cue.noun.lower()]
        if kind == "session" and not (held or prep in ("from", "on", "between")):
            return None
        if prep == "from" and not days[0].parts[3] and kind not in ("visit", "session"):
            return None
        near = re.split(r"[,.;:\x01]", before)[-1][-50:] + cue.noun + held[:60]
        if kind == "briefing" and re.search(r"\b(?:meetings?|consultations)\b", mid):
            return None
        holder = self.holders.around(sentence, cue.at, cue.to, masked)
        return _Found(days, kind, words.format_in(near), holder, [], _is_single(cue.noun))

    def _verb(
        self,
        sentence: Sentence,
        masked: str,
        cue: Cue,
        edge: int,
        first: bool,
        days: list[DateMention],
    ) -> _Found | None:
        """A verb with its date: `edge` is where the date ends (`first`: "On 8 May the Chair briefed …") or begins."""
        acts, documents = words.negative("acts"), words.negative("documents")
        subject_at = (
            edge
            if first
            else max((m.end() for m in re.finditer(rf"[;{MARK}]\s*(?:and\s)?", masked[: cue.at])), default=0)
        )
        subject = masked[subject_at : cue.at]
        between = subject if first else masked[cue.to : edge]
        rest = masked[cue.to : cue.to + 200]
        if re.search(
            rf"\b(?:{acts})\b",
            between if first else re.sub(r"^[^,]*,", "", between) if "," in between else between,
        ):
            return None
        if not first and re.search(rf"\b(?:{documents})\s+(?:of|dated)\s*$", between):
            return None
        if UNREAL.search(subject[-60:] + masked[cue.at : cue.to + 10]) or re.search(
            r"\b(?:to|not|never|cannot)\s+(?:\w+ly\s+)?$", subject
        ):
            return None
        if re.search(r"\b(?:that|which|who|whom)\s*$", subject) and first:
            return None
        if cue.how == "sitting" and re.search(r"\bby\s+$", subject):
            return None
        holder = self.holders.subject(sentence, subject_at, cue.at, masked)
        if cue.how == "passive":
            kind = words.noun_types()[cue.noun.lower()]
            holder = self.holders.around(sentence, cue.at, cue.at + len(cue.noun), masked)
            near = subject[-40:] + masked[cue.at : cue.to] + rest[:40]
        elif cue.how == "own":
            kind = words.verb_types()[cue.verb]
            near = between[:60] if not first else rest[:60]
            if cue.verb == "met" and re.match(
                r"\s+(?:the\s+)?(?:requirements?|criteria|needs?|conditions?|targets?|deadline|expectations|standards)\b",
                rest,
            ):
                return None
            if cue.verb == "convened" and re.match(r"\s+(?:to\b|in\b|on\b|,|$|under|for|at)", rest) is None:
                return None
        elif cue.how == "hold":
            kind = words.noun_types()[cue.noun.lower()]
            near = cue.adj + cue.noun + rest[:40]
            if cue.noun in ("event", "forum", "negotiations", "talks") and not holder.is_own:
                near = cue.adj
            if re.search(rf"\b(?:{documents})\b", cue.adj):
                return None
            if cue.verb in ("attended", "participated in", "took part in", "addressed"):
                holder = self.holders.around(sentence, cue.to - len(cue.noun), cue.to, masked, attended=True)
        else:
            kind, near = "meeting", rest[:40]
            if (
                not (holder.is_own or holder.sits)
                or re.search(r"\b(?:was|were)\s*$", subject)
                or not subject.strip(" ,")
            ):
                return None
        return _Found(days, kind, words.format_in(near), holder, [], _is_single(cue.noun) or cue.verb == "visited")

    def _bracket(self, sentence: Sentence, masked: str, cue: Cue, days: list[DateMention]) -> _Found | None:
        """ "three meetings were held … in Sierra Leone (25 August 2005), Burundi (9 December 2006)"."""
        kind = words.noun_types()[cue.noun.lower()] if cue.noun else words.verb_types().get(cue.verb, "meeting")
        holder = self.holders.around(sentence, cue.at, cue.to, masked)
        near = masked[max(0, cue.at - 30) : cue.to + 40]
        return _Found(days, kind, words.format_in(near), holder, [])

    # ------------------------------------------------------------------ tellings

    def _made(self, sentence: Sentence, found: _Found) -> list[Telling]:
        start, end = sentence.passage.span(sentence.at, sentence.to)
        who = guests.guests(sentence, self.holders.body)
        base = Telling(
            source="narrative",
            segment=sentence.passage.segment,
            start=start,
            end=end,
            event_type=found.event_type,
            format=found.format,
            body=found.holder.body,
            is_own=found.holder.is_own,
            subject=words.topic_in(sentence.text),
            participants=who,
            participants_text="; ".join(p.text for p in who),
            members_only=guests.members_only(sentence.text),
        )
        out = []
        told = paired(found.days, found.numbers)
        if found.single and not found.numbers and consecutive(found.days):
            told = [(found.days, "")]
        for k, (day, number) in enumerate(told):
            first, last = day[0], day[-1]
            # Several numbered meetings "between 6 and 29 October": the text does not pair them.
            whole = len(day) == 1 or (len(told) == 1 and consecutive(day))
            precise = whole and not (len(found.numbers) > 1 and first.parts[3])
            out.append(
                replace(
                    base,
                    first=first.first,
                    last=last.last,
                    number=number,
                    date_text=self.doc.source.text[first.start : last.end],
                    date_start=first.start,
                    date_end=last.end,
                    precision=first.precision if precise else "span",
                    basis="stated" if all(d.year_from in ("stated", "same expression") for d in day) else "context",
                    note="" if dates.weekday_fits(first) else "weekday",
                    order=k,
                    countries=_place_before(sentence, first) or sentence.countries,
                )
            )
        return out

    def _more(self, sentence: Sentence, current: list[Telling]) -> list[Telling]:
        """A sentence that goes on with the event before it: guests, or that there were none."""
        if guests.members_only(sentence.text):
            return [replace(t, members_only=True) for t in current]
        more = guests.added(sentence, self.holders.body)
        return [replace(t, participants=(*t.participants, *more)) for t in current] if more else current


def _is_single(noun: str) -> bool:
    """Whether an event noun is in the singular."""
    return bool(noun) and not noun.lower().endswith("s")


def _place_before(sentence: Sentence, day: DateMention) -> frozenset[str]:
    """The State right before a bracketed date: "Burundi (9 December 2006)"."""
    if not sentence.passage.text[: day.at].rstrip().endswith("("):
        return frozenset()
    before = [m for m in sentence.mentions if m.label == "COUNTRY" and 0 <= day.at - m.to <= 4]
    return frozenset(m.entity_id for m in before)
