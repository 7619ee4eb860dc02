"""Prose understood as events: event words, holders, verbs and dates joined by rules, sentence by sentence.

In each sentence every coordinated date is hidden behind a mark of its own length, so that the patterns see the shape of
the sentence and offsets survive. The patterns are tried from the most to the least certain; a date serves one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract import lexicon
from extract.assemble import participants, words
from extract.assemble.holders import Holder, Holders
from extract.model import Annotated, DateMention, Mention, Participant, Segment, Sentence, Telling
from extract.recognise import dates

_MARK = "\x01"
_ORDINALS = rf"{words.ORDINAL}(?:\s*(?:,\s*and|,|and|to|-|–)\s*{words.ORDINAL})*"
_KINDS = ("paragraph", "subparagraph", "other", "list_item", "title")
_STATUS = re.compile(
    r"\b(?:as\s+of|as\s+at|since|until|till|by|before|after|prior\s+to|following|up\s+to|effective|week\s+ending|ending|ended|"
    r"commencing|starting|no\s+later\s+than|not\s+later\s+than|due|expir\w+|deadline\s+of|beyond|through|dated|for\s+the\s+period|the\s+period|period\s+from|period\s+of)"
    r"(?:\s+(?:on|to|in|from|the))*\s*$",
    re.I,
)
_UNREAL = re.compile(
    r"\b(?:will|shall|would|should|may|might|could|scheduled|planned|plans?|intends?|intended|expected|proposed|to\s+be|"
    r"(?:authorized|decided|agreed|requested|invited|undertook|in\s+order|wish\w*|hope\w*|need\w*|attempt)\b[^,;]{0,60}\bto)\s+"
    r"(?:again\s+|also\s+)?(?:be\s+)?(?:hold|held|meet|convene|convened|visit|brief|attend|consider|discuss|organize|be|attempt|continue|undertake|conduct|have|take)\b",
    re.I,
)
_SYMBOL_BEHIND = re.compile(r"^\s*\((?:see\s+|document\s+)?[AES]/(?!.{0,12}(?:PV|SR)\.)")
_GUESTS = re.compile(
    r"\b(?:invit(?:ed|ing)|attended(?:\s+by)?|was\s+joined\s+by|were\s+joined\s+by|participated|took\s+part|joined\s+the|present\s+(?:was|were)|were\s+present|was\s+present|briefed\s+by)\b"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words of a sentence that may be an event: `how` is noun, own, hold, sitting, passive or numbered."""

    how: str
    at: int
    to: int
    verb: str = ""
    noun: str = ""
    adj: str = ""
    numbers: str = ""


@cache
def _cue_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    noun, hold = words.any_noun(), words.verbs("hold")
    adj = r"(?P<adj>(?:[\w’'“”-]+,?\s){0,5}?)"
    return (
        (
            "numbered",
            re.compile(
                rf"(?P<nums>{_ORDINALS})\s(?P<adj>(?:\([\w -]+\)\s)?(?:[a-z-]+\s){{0,3}}?)(?P<noun>meetings?|plenary\smeetings?|plenary|plenaries|consultations)(?![\w-])(?:\s\([\w -]+\))?"
            ),
        ),
        (
            "passive",
            re.compile(
                rf"(?<![\w-])(?P<noun>{noun})\s(?:[^\x01.;]{{0,60}}?\s)?(?:(?:was|were)\s(?:also\s|again\s)?(?:held|convened|organized|conducted|hosted|undertaken|made|paid|carried\sout)|took\splace)(?!\w)"
            ),
        ),
        ("hold", re.compile(rf"(?<![\w-])(?P<verb>{hold})\s{adj}(?P<noun>{noun})(?![\w-])")),
        ("own", re.compile(rf"(?<![\w-])(?P<verb>{words.alternatives(list(words.verb_types()))})(?![\w-])")),
        ("sitting", re.compile(rf"(?<![\w-])(?P<verb>{words.verbs('sitting')})(?![\w-])")),
        ("noun", re.compile(rf"(?<![\w-])(?P<noun>{noun})(?![\w-])")),
    )


def _cues(masked: str) -> list[_Cue]:
    """All event words of a masked sentence, in order; the noun of "held a meeting" is listed by itself too."""
    out = []
    for how, pattern in _cue_patterns():
        for m in pattern.finditer(masked):
            g = m.groupdict()
            out.append(
                _Cue(
                    how,
                    m.start(),
                    m.end(),
                    g.get("verb") or "",
                    g.get("noun") or "",
                    g.get("adj") or "",
                    g.get("nums") or "",
                )
            )
    return sorted(out, key=lambda c: (c.at, c.to))


_PREPOSITION = re.compile(r"(?:^|[\s(,])(on|in|from|between|during|of|over|On|In|From|Between|During|Over)\s$")
# What may stand between "its 5th meeting" and the date.
_AFTER_NUMBER = re.compile(
    r"(?:\s\([^)]*\))?(?:\sof\s(?:the\s)?[A-Z][\w -]{0,80}?)?,?(?:\s(?:which\s)?(?:was|were))?(?:\s(?:held|convened))?(?:\sin\s(?:private|public)|\s\([\w -]+\))?,?"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w ,’'-]{0,60}?)?,?\s(?:held\s)?(?:on|between|from|in)?\s?$"
)
_AFTER_NOUN = re.compile(
    r"(?P<mid>(?:\s(?:with|of|on|to|between|among|at|in|by|for|regarding|concerning)\s[^\x01.;:]{1,260}?)?)"
    r"(?P<held>,?\s(?:(?:was|were|that|which|had|been|also)\s){0,3}(?:held|convened|organized|conducted|hosted|undertaken|made|carried\sout|took\splace|chaired)(?:\s[^\x01.;]{0,90}?)?)?"
    r",?\s(?P<prep>on|of|from|in|between|during)\s$"
)
_CHAIN = re.compile(r"(?:,|;|\s|and)*\s?(?:on|from|in|between)?\s?$")


_MEMBERS_ONLY = re.compile(
    r"\b(?:[Nn]o\s+one\s+but|[Nn]one\s+but|[Oo]nly)\s+(?:the\s+)?(?:other\s+)?members\s+of\b|\bmembers\s+of\s[^.;]{0,60}\bonly\b|\b(?:limited|restricted|confined)\s+to\s+(?:the\s+)?members\b|\bmet\s+among\s+themselves\b|\bno\s+(?:other\s+)?(?:guests|outside participants|non-members)\b"
)


@cache
def _presiding_words() -> str:
    return words.alternatives([r["post"] for r in lexicon.rows("posts") if r["kind"] == "presiding"])


@dataclass(slots=True)
class _Found:
    """A date, or several, tied to an event in one sentence."""

    days: list[DateMention]
    event_type: str
    format: str
    holder: Holder
    numbers: list[str]
    at: int
    to: int


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
        """The session or visit that a report's title names with its days: "… mission to Haiti, 13 to 16 April 2005"."""
        if segment.part == "letter":
            return
        for sentence in self.doc.sentences.get(segment.id, [])[:1]:
            days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision == "day" and m.parts[3]]
            noun = re.search(r"\b(?:(?P<visit>mission\s+to|visiting\s+mission|visit\s+to)|(?P<session>session))\b", sentence.text, re.I)
            if len(days) != 1 or noun is None or days[0].at - sentence.at < noun.start():
                continue
            body = self.doc.header.issuing_body
            found = _Found(days, "visit" if noun.group("visit") else "session", "", Holder(body, True), [], noun.start(), noun.end())
            yield from self._made(sentence, found)

    def _segment(self, segment: Segment) -> Iterator[Telling]:
        current: list[Telling] = []
        for sentence in self.doc.sentences.get(segment.id, []):
            found = self._sentence(sentence)
            if found:
                yield from current
                current = [t for f in found for t in self._made(sentence, f)]
                if len(current) > 1:
                    current = [replace(t, shared=True) for t in current]
            elif undated := self._undated(sentence):
                yield from current
                current = []
                yield undated
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
        masked, spans = _mask(sentence, days)
        cues = _cues(masked)
        if not cues:
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
            if self._is_no_event(masked, a, b):
                continue
            found = self._date(sentence, masked, cues, a, b, group)
            if found is not None:
                out.append(found)
                chain_from = b
        return out

    def _date(
        self, sentence: Sentence, masked: str, cues: list[_Cue], a: int, b: int, days: list[DateMention]
    ) -> _Found | None:
        """The event that a date belongs to, by the first rule that fits."""
        start = max((m.end() for m in re.finditer(rf"[;{_MARK}]", masked[:a])), default=0)
        before = [c for c in cues if start <= c.at and c.to <= a]
        prep = _PREPOSITION.search(masked[max(0, a - 9) : a])
        preposition = prep.group(1).lower() if prep else ""
        for cue in reversed(before):
            if cue.how == "numbered" and _AFTER_NUMBER.fullmatch(masked, cue.to, a):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : a])
        for cue in cues:
            # "On 20 November, at its 60th meeting, the Committee …"
            if cue.how == "numbered" and cue.at >= b and re.fullmatch(r",?\s(?:at|during)\s(?:its|the|their)\s", masked[b : cue.at]):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : cue.to])
        if masked[:a].endswith("(") and masked[b : b + 1] == ")":
            earlier = [c for c in cues if c.to <= a and c.how in ("passive", "hold", "own")]
            earlier = earlier or [c for c in cues if c.to <= a and c.how == "noun" and c.noun.endswith("s")]
            later = [c for c in cues if c.at >= b and (c.how == "hold" or (c.how == "noun" and c.noun.endswith("s")))]
            cue = earlier[-1] if earlier else later[0] if later else None
            return self._bracket(sentence, masked, cue, days) if cue else None
        if not preposition:
            return None
        if all(d.precision == "month" for d in days) and preposition not in (
            "in",
            "during",
            "between",
            "from",
            "of",
        ):
            return None
        nouns = [c for c in before if c.how == "noun" and a - c.to <= 360]
        # In "meetings on the visits … were held on" the first noun is the subject; else the nearest has the date.
        passive = re.search(r"\b(?:was|were)\s(?:also\s)?(?:held|convened|undertaken|organized|conducted|hosted|made)\b[^,;]*$", masked[start:a])
        for cue in (nouns if passive else nouns[::-1])[:3]:
            match = _AFTER_NOUN.fullmatch(masked, cue.to, a)
            found = self._noun(sentence, masked, cue, match, days) if match else None
            if found is not None:
                return found
        verbs = ("passive", "hold", "own", "sitting")
        lead = masked[start:a]
        if re.search(
            r"(?:^|[,:—]\s|\band\s|\balso\s|\bthen\s|\bwhile\s|\bthat\s)[Oo]n\s$|^(?:In|From|Between|During|Over)\s$|[,]\s(?:in|from|between|during)\s$",
            lead,
        ):
            after = [c for c in cues if c.at >= b and c.how in verbs]
            if after and not re.search(rf"[;{_MARK}]", masked[b : after[0].at]) and after[0].at - b <= 240:
                found = self._verb(sentence, masked, after[0], b, True, preposition, days)
                if found is not None:
                    return found
        for cue in [c for c in reversed(before) if c.how in verbs and a - c.to <= 260][:2]:
            found = self._verb(sentence, masked, cue, a, False, preposition, days)
            if found is not None:
                return found
        return None

    def _is_no_event(self, masked: str, a: int, b: int) -> bool:
        """The date of a document, of an act, of a state of affairs, or a period."""
        before, after = masked[max(0, a - 120) : a], masked[b : b + 40]
        if _SYMBOL_BEHIND.match(after) and not re.search(rf"(?:{words.noun()})[^,;]{{0,40}}$", before):
            return True
        if re.search(
            rf"\b(?:{words.negative('documents')})\b(?:\s*\([^)]*\))?(?:\s+(?!(?:on|at|in)\b)[\w’'().-]+){{0,8}}?\s+(?:dated|of)\s*$",
            before,
            re.I,
        ):
            return not re.search(rf"\b(?:{words.noun()})\s+of\s*$", before)
        if re.search(rf"\b(?:{words.negative('acts')})\b(?:\s+by\s+[^,;{_MARK}]{{0,70}})?\s+(?:on|in)\s*$", before):
            return True
        status = _STATUS.search(before)
        if status and status.group().strip().lower() not in ("from", "through"):
            return True
        return bool(
            re.search(r"\b(?:resolution|decision)s?\s+\S+\s*(?:\(\d{4}\))?,?\s+(?:adopted\s+)?(?:on|of)\s*$", before)
        )

    def _numbered(
        self, sentence: Sentence, masked: str, cue: _Cue, days: list[DateMention], phrase: str
    ) -> _Found | None:
        if _UNREAL.search(masked[max(0, cue.at - 80) : cue.to + 20]):
            return None
        kind = "consultations" if "consultation" in cue.noun else "meeting"
        holder = self.holders.around(sentence, cue.at, cue.to, masked, numbered=True)
        return _Found(days, kind, words.format_in(phrase), holder, numbers(cue.numbers), cue.at, cue.to)

    def _noun(
        self, sentence: Sentence, masked: str, cue: _Cue, match: re.Match[str], days: list[DateMention]
    ) -> _Found | None:
        """ "the meeting of 19 August 2005", "a meeting held on …", "a visit to … from …"."""
        mid, held, prep = match.group("mid") or "", match.group("held") or "", match.group("prep")
        before = masked[max(0, cue.at - 60) : cue.at]
        negative = rf"\b(?:{words.negative('documents')}|{words.negative('acts')})\b"
        if (re.search(negative, held if held else mid, re.I)) or _UNREAL.search(before + masked[cue.at : match.end()]):
            return None
        if (
            re.search(rf"\b(?:{words.negative('documents')})\s+(?:of|from|on|for)\s+(?:[\w’'-]+\s+)*$", before)
            and not held
        ):
            return None
        if (prep == "of" and mid and not held) or (prep == "in" and any(d.precision == "day" for d in days)):
            return None
        if re.search(
            r"\b(?:before|until|since|pending|next|future|forthcoming|upcoming|press|prior to|first part of|outcome of)\s+(?:the\s|a\s|its\s)*$",
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
        return _Found(days, kind, words.format_in(near), holder, [], cue.at, cue.to)

    def _verb(
        self,
        sentence: Sentence,
        masked: str,
        cue: _Cue,
        edge: int,
        first: bool,
        preposition: str,
        days: list[DateMention],
    ) -> _Found | None:
        """A verb with its date: `edge` is where the date ends (`first`: "On 8 May the Chair briefed …") or begins."""
        acts, documents = words.negative("acts"), words.negative("documents")
        subject_at = (
            edge
            if first
            else max((m.end() for m in re.finditer(rf"[;{_MARK}]\s*(?:and\s)?", masked[: cue.at])), default=0)
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
        if _UNREAL.search(subject[-60:] + masked[cue.at : cue.to + 10]) or re.search(
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
            if cue.verb in ("briefed",) and re.search(r"\b(?:was|were|been)\s+(?:also\s+)?$", subject):
                holder = self.holders.subject(sentence, subject_at, cue.at, masked)
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
        return _Found(days, kind, words.format_in(near), holder, [], min(subject_at, cue.at), cue.to)

    def _bracket(self, sentence: Sentence, masked: str, cue: _Cue, days: list[DateMention]) -> _Found | None:
        """ "three meetings were held … in Sierra Leone (25 August 2005), Burundi (9 December 2006)"."""
        kind = words.noun_types()[cue.noun.lower()] if cue.noun else words.verb_types().get(cue.verb, "meeting")
        holder = self.holders.around(sentence, cue.at, cue.to, masked)
        near = masked[max(0, cue.at - 30) : cue.to + 40]
        return _Found(days, kind, words.format_in(near), holder, [], cue.at, cue.to)

    # ------------------------------------------------------------------ tellings

    def _made(self, sentence: Sentence, found: _Found) -> list[Telling]:
        start, end = _span(sentence)
        guests = self._guests(sentence, found.at)
        base = Telling(
            source="narrative", segment=sentence.passage.segment, start=start, end=end, event_type=found.event_type,
            format=found.format, body=found.holder.body, is_own=found.holder.is_own, subject=_topic(sentence.text),
            participants=guests, participants_text="; ".join(p.text for p in guests), members_only=bool(_MEMBERS_ONLY.search(sentence.text)),
            missions=(), countries=_countries(sentence, found),
        )  # fmt: skip
        out = []
        for k, (day, number) in enumerate(_paired(found.days, found.numbers)):
            first, last = day[0], day[-1]
            # Several numbered meetings "between 6 and 29 October": the text does not pair them.
            precise = len(day) == 1 and not (len(found.numbers) > 1 and first.parts[3])
            out.append(
                replace(
                    base, first=first.first, last=last.last, number=number,
                    date_text=self.doc.source.text[first.start : last.end], date_start=first.start, date_end=last.end,
                    precision=first.precision if precise else "span",
                    basis="stated" if all(d.year_from in ("stated", "same expression") for d in day) else "context",
                    note="" if dates.weekday_fits(first) else "weekday", order=k,
                    countries=_place_before(sentence, first) or base.countries,
                )
            )  # fmt: skip
        return out

    def _guests(self, sentence: Sentence, at: int) -> tuple[Participant, ...]:
        """Those with whom somebody met, or who were invited, as atomic participants."""
        text = sentence.text
        patterns = (
            rf"\b(?:undertaken|made|led|conducted|paid)\s+by\s+(?:the\s+)?(?P<who>(?:{_presiding_words()})\b[^.;,]*?)(?=\s+(?:from|on|to|in|between|during)\b|[.;,]|$)",
            rf"(?:^|,\s)(?:[Tt]he\s)?(?P<who>(?:{_presiding_words()})\b(?:\s+of\s+the\s+[A-Z][\w ]+?)?)\s+(?:then\s|also\s)?(?:made|undertook|paid|conducted|visited|travelled)\b",
            r"\b(?:with\s+the\s+participation\s+of|in\s+the\s+presence\s+of|brought\s+together)\s+(?P<who>[^.;]+?)(?=\s+(?:on|at|regarding|concerning)\b|[.;]|$)",
            r"\b(?:met|meetings?|consultations|talks|dialogue|discussions)\b(?:\s+(?:again|jointly|informally|(?:was|were)\s+(?:also\s+)?held))?\s+with\s+(?P<who>[^.;]+?)(?=\s+(?:to\s+(?:discuss|analyse|analyze|exchange|review|consider)|on\s+(?:the|\d)|regarding|concerning|at\s+the|in\s+order)\b|[.;]|$)",
            r"\binvited\s+(?:to\s+(?:that|the|those|its)\s+meetings?,?\s*)(?P<who>[^.;]+?)(?=[.;]|$)",
            r"\binvit(?:ed|ing)\s+(?P<who>(?!to\b)[^.;]+?)\s+to\s+(?:attend|participate|that|the|join|brief)",
            r"^(?P<who>(?!.{0,60}\b(?:meetings?|consultations)\s+(?:was|were)\b).+?),?\s+(?:also\s+)?(?:attended|joined\s+the|participated\s+in|took\s+part\s+in|were\s+present\s+at|was\s+present\s+at)\b",
            r"\b[Aa]lso\s+present\s+(?:was|were)\s+(?P<who>[^.;]+?)(?=[.;]|$)",
            r"\b(?:attended\s+by|joined\s+by|briefed\s+by|briefings?\s+(?:by|from))\s+(?P<who>[^.;]+?)(?=\s+(?:on|at|to\s+(?:discuss|consider)|regarding|concerning|in|and\s+(?:exchanged|discussed|heard|considered))\b|[.;]|$)",
        )
        for pattern in patterns:
            match = re.search(pattern, text)
            if match is None:
                continue
            a, b = sentence.at + match.start("who"), sentence.at + match.end("who")
            if match.re.pattern.startswith(("\\b(?:undertaken", "(?:^|,\\s)")) and not re.search(r"\bvisit|\btravel|\bmission\b", text):
                continue
            lead = re.match(r"in addition to\s+|including\s+", match.group("who"))
            found = participants.parse(
                sentence.passage,
                sentence.mentions,
                self.doc.header.issuing_body,
                at=a + (lead.end() if lead else 0),
                to=b,
            )
            return found.items
        return ()

    def _more(self, sentence: Sentence, current: list[Telling]) -> list[Telling]:
        """A sentence that goes on with the event before it: guests, States."""
        if _MEMBERS_ONLY.search(sentence.text):
            return [replace(t, members_only=True) for t in current]
        if not _GUESTS.search(sentence.text):
            return current
        guests = self._guests(sentence, 0)
        if not guests:
            return current
        return [replace(t, participants=(*t.participants, *guests)) for t in current]

    def _undated(self, sentence: Sentence) -> Telling | None:
        """An event of the body told without a date: "made a special visit to the Mission", "One meeting was held with …"."""
        if any(isinstance(m, DateMention) for m in sentence.mentions) or _UNREAL.search(sentence.text):
            return None
        text = sentence.text
        visit = re.search(
            r"\b(?P<verb>[Ii]n the course of|[Dd]uring)\s+(?:his|her|its|their|the|that)\s+(?:[\w-]+\s)?(?P<noun>visit)\s+to\b", text
        ) or re.search(
            r"\b(?P<verb>made|undertook|paid|conducted|visited|travelled)\b(?:\s+(?:a|an|the|special|field|official|joint)){0,3}\s*(?P<noun>visits?|mission|trip)?",
            text,
        )
        one = re.search(
            r"\b(?:[Oo]ne|[Aa])\s+(?:[\w-]+\s+){0,2}?(?P<noun>meeting|consultation|briefing)\s+(?:was\s+(?:also\s+)?held|took\s+place)\s+with\b|\b(?:further\s|also\s)?(?P<met>met)\s+with\s+the\s+[A-Z]|\bat\s+an?\s+(?:[\w-]+\s+){0,2}?(?P<noun4>meeting)\s+with\b|\b[Oo]ne\s+of\s+(?:the|its|those)\s+(?P<noun3>meeting)s\s+(?:brought\s+together|was\s+(?:held\s+)?with)\b|\bheld\s+(?:one|a)\s+(?:[\w-]+\s+){0,2}?(?P<noun2>meeting)\s+with\b",
            text,
        )
        if visit and (visit.group("noun") or visit.group("verb") in ("visited", "travelled")):
            led = visit.group("verb").lower() in ("in the course of", "during")
            holder = self.holders.subject(sentence, visit.end() if led else 0, len(text) if led else visit.start(), text)
            kind = "visit"
        elif one:
            holder = self.holders.around(sentence, one.start(), one.end(), text)
            kind = words.noun_types()[one.group("noun") or one.group("noun2") or one.group("noun3") or one.group("noun4") or "meeting"]
        else:
            return None
        if not holder.is_own:
            return None
        start, end = _span(sentence)
        return Telling(
            source="narrative", segment=sentence.passage.segment, start=start, end=end, event_type=kind, body=holder.body, is_own=True,
            subject=_topic(text), participants=self._guests(sentence, 0),
            countries=frozenset(m.entity_id for m in sentence.mentions if m.label == "COUNTRY"),
        )  # fmt: skip


# ---------------------------------------------------------------------- helpers


def _mask(sentence: Sentence, days: list[DateMention]) -> tuple[str, list[tuple[int, int, list[DateMention]]]]:
    """The sentence with each coordinated date behind marks; the spans (in the sentence) with their dates."""
    text = list(sentence.text)
    spans: list[tuple[int, int, list[DateMention]]] = []
    for day in days:
        if spans and spans[-1][2][-1].cluster == day.cluster:
            a, _, group = spans.pop()
            spans.append((a, day.to - sentence.at, [*group, day]))
        else:
            spans.append((day.at - sentence.at, day.to - sentence.at, [day]))
    for a, b, _ in spans:
        text[a:b] = _MARK * (b - a)
    return "".join(text), spans


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.passage.span(sentence.at, sentence.to)


def numbers(text: str) -> list[str]:
    """The numbers of "2nd to 6th, 11th and 12th": 2, 3, 4, 5, 6, 11, 12."""
    out: list[str] = []
    previous = 0
    for match in re.finditer(r"(\d+)(?:st|nd|rd|th)", text):
        n = int(match.group(1))
        between = text[previous : match.start()]
        if out and re.search(r"\bto\b|[-–]", between) and 0 < n - int(out[-1]) <= 200:
            out += [str(k) for k in range(int(out[-1]) + 1, n + 1)]
        else:
            out.append(str(n))
        previous = match.end()
    return out


def _paired(days: list[DateMention], nums: list[str]) -> list[tuple[list[DateMention], str]]:
    """Each meeting with its day: one to one where there are as many of both, else all over the whole span."""
    if not nums:
        return [([d], "") for d in days]
    if len(nums) == len(days):
        return [([d], n) for d, n in zip(days, nums, strict=True)]
    if len(days) == 1:
        return [([days[0]], n) for n in nums]
    return [(days, n) for n in nums]


def _countries(sentence: Sentence, found: _Found) -> frozenset[str]:
    return frozenset(m.entity_id for m in sentence.mentions if m.label == "COUNTRY")


def _place_before(sentence: Sentence, day: DateMention) -> frozenset[str]:
    """The State right before a bracketed date: "Burundi (9 December 2006)"."""
    if not sentence.passage.text[: day.at].rstrip().endswith("("):
        return frozenset()
    before: list[Mention] = [m for m in sentence.mentions if m.label == "COUNTRY" and 0 <= day.at - m.to <= 4]
    return frozenset(m.entity_id for m in before)


_TOPIC = re.compile(
    r"\b(?:to\s+(?:discuss|consider|review|examine|analyse)|discussed|considered|reviewed|on\s+the\s+(?:topic|subject|question|issue|situation)\s+(?:of|in|surrounding)|concerning|regarding|devoted\s+to|entitled)\s+(?P<topic>.+?)[.;]?$",
)


def _topic(text: str) -> str:
    match = _TOPIC.search(text)
    topic = match.group("topic") if match else ""
    return topic[:300].strip(" ,")
