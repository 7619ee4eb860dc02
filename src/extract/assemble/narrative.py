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

from extract.assemble import guests, words
from extract.assemble.clauses import Clauses, Found
from extract.assemble.cues import UNREAL
from extract.assemble.holders import SEMINAR, Holder, Holders
from extract.assemble.numbering import consecutive, paired, runs
from extract.assemble.subjects import subject_in
from extract.assemble.undated import undated
from extract.model import Annotated, DateMention, Segment, Sentence, Telling
from extract.recognise import dates
from extract.recognise.context import PLACE
from extract.recognise.masthead import unmarked

_KINDS = ("paragraph", "subparagraph", "other", "list_item", "footnote")
_IN_TITLE = re.compile(
    r"\b(?:(?P<visit>mission\s+to|visiting\s+mission|visit\s+to)"
    r"|(?P<session>session|forum|conference\s+(?:of|to|on)|meeting\s+of\s+(?:the\s+)?States\s+Parties)|(?P<meeting>seminar|meeting))\b",
    re.I,
)
_LONG_TITLE = 300
_LONG_LINE = 120
_BODY_LINE = re.compile(
    r"\b(?:Committee|Commission|Conference|Council|Board|Forum|Assembly|Group|Subcommittee|Mechanism|Panel)\b"
)
_GOES_ON = re.compile(r"\s(?:of|for|on|and|to)(?:\sthe)?$")
# "Compendium of decisions adopted by the Executive Board": of the board itself
_ADOPTED = re.compile(r"\b(?:[Dd]ecisions|[Rr]esolutions)\s(?:and\s\w+\s)?adopted\b")
# The meeting at which a resolution was adopted: below its number.
_ADOPTED_AT = re.compile(r"(?:Resolution\s|Decision\s)?[Aa]dopted\sby\sthe\s[A-Z][^,]+\sat\sits\s")
_PLANS = re.compile(r"\b(?:[Aa]nnotated|(?<!of the )(?<!to the )[Pp]rovisional)\s(?:provisional\s)?agenda\b")
_CLOSING = re.compile(r"\d+(?:st|nd|rd|th)\s(?:\(?\w+\)?\s)?meeting\b")  # "103rd plenary meeting", at its end
_OPENING = 60  # segments in which a masthead and a title stand, also behind a covering letter
# "Also on 13 May, the Committee …": another meeting than the one just told.
_ALSO = re.compile(r"\b[Aa]lso (?:on|in) $")
# "held an informal closed meeting with …", "met with …"
_WITH = re.compile(
    r"\b(?:(?:an?|held|had|further|another)\s(?:[\w-]+\s){0,4}(?:meetings?|consultations|dialogues?|exchange of views)"
    r"|met(?: again)?)\swith\s"
)
_BY_NOUN = ("noun", "during", "attributive", "acts")  # rules that need no verb of holding
_WAS_HELD = re.compile(r"\b(?:held|convened|took place|met|hosted|organi[sz]ed|attended|participated)\b")
# "The General Assembly," above a preamble, and the verbs that begin operative paragraphs.
_ENACTS = re.compile(r"[\"“]?The\s(?P<organ>[A-Z]\w+(?:\s(?:of|and|on|for|the|[A-Z][\w-]+))*),(?:$|\s[a-z]+ing\s)")
_OPERATIVE = re.compile(
    r"[\"“]?(?:\d+\.\s)?(?:(?:Also|Further)\s[a-z]+s\s|[A-Z][a-z]+s\s(?!of\b|in\b|and\b|were\b|are\b|met\b))"
)
_TOLD_ANEW = ("led hold", "behind hold", "led own", "behind own")  # rules of verbs that tell of a meeting as a new one
_RESUMED = re.compile(r"\bmeeting\s\((?:closed\)\s\()?resum", re.I)


def tellings(doc: Annotated, listed: frozenset[date] = frozenset()) -> list[Telling]:
    """The tellings of the prose, dated ones and such undated ones as may refer to a dated row of a table.

    Args:
        doc: the document.
        listed: the days that have a row of their own in its tables.
    """
    return list(_Reader(doc, listed).tellings())


class _Reader:
    def __init__(self, doc: Annotated, listed: frozenset[date]) -> None:
        self.doc, self.listed = doc, listed
        self.holders = Holders(doc.header)
        self.clauses = Clauses(self.holders)
        self.enacted: dict[str, bool] = {}
        self.told_of: tuple[Sentence | None, str] = (None, "")
        self.resolving = ""  # the organ in whose name a resolution is written that stands among the paragraphs

    def tellings(self) -> Iterator[Telling]:
        opening = list(self._opening())
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
            quoted = self._is_quoted(segment)
            title = titles.get(segment.part, "") if drafted else segment.section if segment.part != "body" else ""
            if segment.part.startswith("annex") and SEMINAR.match(titles.get(segment.part, "")):
                title = titles[segment.part]
            foreign = (drafted and not self._enacts(segment.part)) or quoted or self._resolves(segment)
            if self.doc.header.kind == "resolution" and not _CLOSING.match(self.doc.source.text, segment.start):
                foreign = True  # what a resolution recalls is not its organ's own
            if segment.part == "letter" and not self.doc.header.issuing_body:
                foreign = True  # a State's letter tells of others
            self.holders.enter(title, foreign=foreign)
            entry = segment.kind == "heading" and segment.part.startswith("annex")
            if not entry and (segment.kind not in _KINDS or (segment.part == "letter" and segment.kind != "other")):
                continue
            yield from (t for t in self._segment(segment) if (t.start, t.date_start) not in told)

    def _is_quoted(self, segment: Segment) -> bool:
        """Whether a segment is a quotation, or a part of one, and no sentence that begins with a title in quotes."""
        text = self.doc.source.text[segment.body : segment.end].strip()
        closes = re.search(r"[”\"]", text[1:])
        return text[:1] in ("“", '"') and (closes is None or closes.end() >= len(text) - 3)

    def _enacts(self, part: str) -> bool:
        """Whether a resolution or decision inside the report is the issuing body's own."""
        if part not in self.enacted:
            opens = f"The {self.doc.header.issuing_body}"
            lines = (self.doc.source.text[s.start : s.end].strip(" ,:") for s in self.doc.segments if s.part == part)
            self.enacted[part] = bool(self.doc.header.issuing_body) and any(" ".join(w.split()) == opens for w in lines)
        return self.enacted[part]

    def _resolves(self, segment: Segment) -> bool:
        """Whether a segment is of another organ's resolution that is no part of its own."""
        begins_with = self.doc.source.text[segment.body : segment.body + 5].lstrip('“"')
        if not self.resolving and not begins_with.startswith("The"):
            return False
        text = " ".join(self.doc.source.text[segment.body : segment.end].split())
        if begins := _ENACTS.match(text):
            self.resolving = begins.group("organ")
        elif segment.kind == "paragraph" and not _OPERATIVE.match(text):
            self.resolving = ""
        return self.resolving not in ("", self.doc.header.issuing_body) and self.doc.header.issuing_body != ""

    def _opening(self) -> Iterator[Telling]:
        """The sessions and visits that the masthead and the title name with their days.

        "Forty-seventh session (28 April–9 May 2025)", "… mission to Haiti, 13 to 16 April 2005": the noun may stand in
        the lines above the days.
        """
        above: list[str] = []
        for segment in self.doc.segments[:_OPENING]:
            if segment.kind == "paragraph" or segment.part.startswith(("annex_2", "draft")):
                return
            if segment.kind not in ("title", "other", "heading") or segment.part == "letter":
                continue
            for sentence in self.doc.sentences.get(segment.id, [])[:1]:
                days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision == "day"]
                text = sentence.passage.text
                if _ADOPTED_AT.match(text):
                    for found in self.clauses.events(sentence):
                        yield from self._made(sentence, found)
                    continue
                runs_ = runs([d for d in days if not d.parts[3]])
                ranges = [[d] for d in days if d.parts[3]] + [r for r in runs_ if len(r) > 1]
                if len(text) > _LONG_TITLE:
                    continue
                for days_ in ranges:
                    before = text[: days_[0].at]
                    noun = _last(_IN_TITLE, before) or _last(_IN_TITLE, " ".join(above[-2:]))
                    if noun is None and days_[0].parts[3] and self._sits(before, above):
                        own = Holder(self.doc.header.issuing_body, True)
                        if self._to_come(days_, own):
                            continue
                        yield from self._made(
                            sentence, Found(days_, "session", "", own, [], single=True, rule="masthead")
                        )
                    if noun is None or (len(before) > 60 and not _last(_IN_TITLE, before)):
                        continue
                    if UNREAL.search(before):
                        continue  # planned
                    kind = "visit" if noun.group("visit") else "session" if noun.group("session") else "meeting"
                    holder = self._session_of(noun.group(), before, above)
                    if kind != "visit" and self._to_come(days_, holder):
                        continue
                    yield from self._made(sentence, Found(days_, kind, "", holder, [], single=True, rule="masthead"))
            above.append(unmarked(self.doc.passages[segment.id].text) if segment.id in self.doc.passages else "")

    def _to_come(self, days: list[DateMention], holder: Holder) -> bool:
        """Whether a session of the masthead had not been held when the document was written.

        A report is written for another body's session, or for the next one of its own; a programme of work, an agenda
        and a draft report are of the session itself.
        """
        written, first, last = self.doc.header.date, days[0].first, days[-1].last
        if not (written and first and last and last > written):
            return False
        if not holder.is_own:
            return True
        return first > written and self.doc.header.kind in ("report", "note") and not self._is_plan()

    def _is_plan(self) -> bool:
        """Whether the document plans a session: an annotated agenda, a workplan."""
        lines = (self.doc.source.text[s.start : s.end] for s in self.doc.segments[:_OPENING] if s.kind == "title")
        return any(_PLANS.search(line) or words.plan().search(line) for line in lines)

    def _sits(self, before: str, above: list[str]) -> bool:
        """Whether place and days below the name of a body are its session: "New York, 17 February–14 March 2025"."""
        return bool(PLACE.fullmatch(before) and above and _BODY_LINE.search(above[-1]))

    def _session_of(self, noun: str, before: str, above: list[str]) -> Holder:
        """Whose session the masthead names: "2025 session" on papers for the Economic and Social Council is its own."""
        body = self.doc.header.issuing_body
        line = f"{above[-1] if above else ''} {before}"
        its = noun.lower() == "session" and re.search(r"\bits\s(?:[\w-]+\s){1,4}$", line.rsplit("session", 1)[0])
        if its and body in line:
            return Holder(body, body != "")  # "Report of the Committee on its sixth session held from 9 to 20 January"
        of_year = noun.lower() == "session" and re.search(r"(?:^|\s)(?:19|20)\d\d\s+session\b", line)
        if of_year and self.doc.header.symbol.startswith("E/") and "Economic and Social Council" not in body:
            return Holder("Economic and Social Council", False)
        if noun.lower().startswith("conference") and "onference" not in body:
            return Holder("", False)  # a committee of the conference that the masthead names
        named = next((a for a in reversed(above) if _BODY_LINE.search(a) and len(a) < _LONG_LINE), "")
        papers = named and not any(_ADOPTED.search(a) for a in above)
        papers = papers and not any(
            self._is_report_of(a) for a in above if _BODY_LINE.search(a) or (body and a.startswith(body))
        )
        if noun.lower() == "session" and papers:
            # a paper for the session of a board; its name may go on in the next line
            return Holder(_GOES_ON.sub("", named.removeprefix("The ").rstrip(" *")), False)
        return Holder(body, body != "Secretary-General")

    def _is_report_of(self, line: str) -> bool:
        """Whether the document is of the body that a line of its masthead names, not a paper for its session."""
        if not self.doc.header.issuing_body:
            title = self.doc.header.title  # "Compendium of decisions adopted by the Executive Board"
            return bool(re.search(r"\b[Rr]eport (?:of|on)\b", title)) or _GOES_ON.sub("", line.strip(" *")) in title
        return self.holders.is_named_in(line)

    def _segment(self, segment: Segment) -> Iterator[Telling]:
        current: list[Telling] = []
        self.holders.follow(None)
        for sentence in self.doc.sentences.get(segment.id, []):
            found = [f for f in self.clauses.events(sentence) if not self._ahead(sentence, f)]
            if segment.kind == "heading":
                found = [f for f in found if f.rule == "listed"]  # an entry of a list in an annex
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
            self.holders.follow(sentence)
            if other := undated(sentence, self.holders):
                yield from current
                current = []
                yield other
            elif current:
                current = self._more(sentence, current)
        yield from current

    def _ahead(self, sentence: Sentence, found: Found) -> bool:
        """Whether a sentence looks forward: a day after the document's own, and no verb that the event was held."""
        written, first = self.doc.header.date, found.days[0].first
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
        base = Telling(
            source="narrative",
            segment=sentence.passage.segment,
            start=start,
            end=end,
            event_type=kind,
            format=found.format,
            body=found.holder.body,
            is_own=found.holder.is_own,
            subject=self._subject(sentence),
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
                apart = found.count == len(found.days) or bool(re.match(r",?\srespectively\b", behind))
                apart = apart or not _adjacent(found.days)
                told = [([d], "") for d in found.days] if apart else [(found.days, "")]
            elif found.count > 1 and len(runs(found.days)) == found.count < len(found.days):
                told = [(run, "") for run in runs(found.days)]  # "two meetings, on 14 and 15 May and on 9 and 10 June"
            elif found.single:
                # Days that the tables list one by one are events of their own, though they follow each other.
                # "two side events, on 16 and 17 September": one each.
                apart = len(found.days) > 1 and (
                    found.count == len(found.days) or all(d.first in self.listed for d in found.days)
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
                    apart=bool(_ALSO.search(ahead_))
                    or (found.rule in _TOLD_ANEW and bool(_WITH.search(sentence.text))),
                    # Annotation guide: a sitting of one day that its body calls a session is a meeting.
                    event_type="meeting" if sits and precise and first.first == last.last else kind,
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
                    count=found.count if first.parts[3] else 0,
                    countries=_place_before(sentence, first) or sentence.countries,
                )
            )
        return out

    def _subject(self, sentence: Sentence) -> str:
        """The subject of a sentence, looked for once for all its events."""
        if self.told_of[0] is not sentence:
            self.told_of = (sentence, subject_in(sentence))
        return self.told_of[1]

    def _more(self, sentence: Sentence, current: list[Telling]) -> list[Telling]:
        """A sentence that goes on with the event before it: guests, or that there were none."""
        if guests.members_only(sentence.text):
            return [replace(t, members_only=True) for t in current]
        more = guests.added(sentence, self.holders.body)
        return [replace(t, participants=(*t.participants, *more)) for t in current] if more else current


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


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match in a text."""
    return next(reversed(list(pattern.finditer(text))), None)
