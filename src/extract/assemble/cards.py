"""Cards: an event described by labelled lines, as in minutes: "Meeting No. 71" / "Date: 14 January" / "Agenda: dams".

The labels are the words that head tables (`knowledge/table_headers.csv`). Days alone below the line that names an event
do as well ("71st meeting" / "14 January 2009").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from extract.assemble import participants, when, words
from extract.assemble.chronicle import days_alone, event_names
from extract.assemble.holders import Holders
from extract.assemble.numbering import numbers
from extract.heads import header_words
from extract.model import Annotated, DateMention, Mention, Participant, Segment, Telling

_KINDS = ("heading", "other", "paragraph", "subparagraph", "list_item", "table_title", "title")
_HEADS = ("heading", "other", "paragraph")  # an entry of a list is read by what stands above the list
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z/()’ -]{1,40}?)\s?(?::|\s[–—-])\s(?=\S)")
_EDGES = re.compile(r"\s*(?:[-•*▪●]\s+|\(?[a-z0-9]{1,3}[.)]\s+)?")
# "71st meeting", "Meeting No. 71 (closed)", "Third informal consultations"
_NUMBER = re.compile(
    r"(?:(?:Meeting\s)?(?:No\.?|number|#)\s?)?(?P<n>\d{1,5})(?:st|nd|rd|th)?(?:\s(?:meeting|plenary)(?:\s\([\w ]+\))?)?"
)
_MORE = 12  # lines that go on with a card: the names of those present
# A letter or an office memorandum has labels too.
_OF_LETTERS = re.compile(r"(?:To|From|Through|Cc|Ref|Reference|Our reference|File)\b")
_ENOUGH = ("number", "participants", "format", "chair", "organizer", "place", "time", "record")
_LETTER = 40  # lines
_PROSE = 150  # characters of a line that is no line of a masthead


@dataclass(slots=True)
class _Line:
    """A line of a segment: its words as they stand in the segment's passage (`at`-`to`)."""

    segment: Segment
    text: str
    at: int
    to: int
    label: str = ""
    value_at: int = 0


@dataclass(slots=True)
class _Card:
    title: _Line | None = None
    fields: dict[str, _Line] = field(default_factory=dict)
    more: int = 0


def tellings(doc: Annotated, holders: Holders, chronology: Collection[str]) -> list[Telling]:
    """One telling for each day of each card of a document.

    Args:
        doc: the document.
        holders: whose events are.
        chronology: the segments that are the days of a chronology (`chronicle.days_above`).
    """
    reader = _Reader(doc, holders, chronology)
    cards = [c for c in reader.cards() if "date" in c.fields]
    return [t for card in cards for t in reader.telling(card)]


class _Reader:
    def __init__(self, doc: Annotated, holders: Holders, chronology: Collection[str]) -> None:
        self.doc, self.holders, self.chronology = doc, holders, chronology
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        for m in doc.mentions:
            self.mentions[m.segment.id].append(m)

    # ------------------------------------------------------------------ cards

    def cards(self) -> Iterator[_Card]:
        """The cards in order, with those that turn out to be none."""
        card: _Card | None = None
        letter = 0
        begun = False  # the masthead has its own reader
        for line in self._lines():
            begun = begun or line.segment.kind in ("paragraph", "heading") or len(line.text) > _PROSE
            name = header_words().get(line.label.lower(), "") if line.label else ""
            letter = _LETTER if _OF_LETTERS.match(line.label or line.text) and ":" in line.text else letter - 1
            if letter > 0:
                card = None
            elif name and name != "not_events":
                if card is None or name in card.fields:
                    if card is not None:
                        yield card
                    card = _Card()
                card.fields[name] = line
                card.more = 0
            elif (
                card is not None
                and not card.fields
                and begun
                and line.segment.kind in _HEADS
                and line.segment.id not in self.chronology
                and days_alone(line.text, self._days(line), line.at)
                and (
                    line.segment.kind != "heading" or self._days(line)[0].precision == "day"
                )  # "June 2009" parts a list
            ):
                line.value_at = line.at
                card.fields["date"] = line
            elif self._names(line):
                if card is not None:
                    yield card
                card = _Card(title=line)
            elif card is not None:
                card.more += 1
                if line.label or line.segment.kind == "heading" or card.more > _MORE or not card.fields:
                    yield card
                    card = None
        if card is not None:
            yield card

    def _lines(self) -> Iterator[_Line]:
        for segment in self.doc.segments:
            passage = self.doc.passages.get(segment.id)
            if segment.kind not in _KINDS or passage is None:
                continue
            at = 0
            for piece in re.split(r"\n|\s\|\s", self.doc.source.text[segment.body : segment.end]):
                text = " ".join(piece.split())
                if not text:
                    continue
                found = passage.text.find(text, at)
                if found < 0:
                    break
                start = _EDGES.match(text)
                skip = start.end() if start else 0
                label = _LABEL.match(text, skip)
                yield _Line(
                    segment,
                    text,
                    found,
                    found + len(text),
                    label.group("label").strip() if label else "",
                    found + label.end() if label else found,
                )
                at = found + len(text)

    def _days(self, line: _Line) -> list[DateMention]:
        inside = (m for m in self.mentions[line.segment.id] if isinstance(m, DateMention))
        return [m for m in inside if line.at <= m.at < m.to <= line.to and m.first and m.precision in ("day", "month")]

    def _names(self, line: _Line) -> bool:
        """Whether a line is the name of an event, with or without a number."""
        return len(line.text) <= 120 and not self._days(line) and event_names().match(line.text) is not None

    # ------------------------------------------------------------------ tellings

    def telling(self, card: _Card) -> Iterator[Telling]:
        """The telling of each day of a card; none where its lines may describe something else than an event."""
        line = card.fields["date"]
        days = [d for d in self._days(line) if d.at >= line.value_at]
        enough = set(card.fields) & set(_ENOUGH)
        if not days or days[0].at - line.value_at > 20 or not (enough or card.title):
            return
        passage, title = self.doc.passages[line.segment.id], card.title
        start, end = passage.span(line.at, line.to)
        called = title.text if title else self._value(card, "number")
        said = f"{called} {self._value(card, 'format')}"
        kind = words.noun_in(called) or words.noun_in(self._value(card, "format")) or "meeting"
        who = self._participants(card)
        organizer = self._value(card, "organizer")
        own = self.holders.default
        for k, day in enumerate(days):
            telling = Telling(
                source="narrative",
                rule="listed",
                segment=line.segment,
                start=start,
                end=end,
                event_type="meeting" if kind == "session" and day.first == day.last else kind,
                format=words.format_in(said),
                number=self.number(card),
                body=organizer or own.body,
                is_own=own.is_own and (not organizer or organizer in own.body or own.body in organizer),
                subject=self._value(card, "subject"),
                participants_text="; ".join(p.text for p in who),
                participants=who,
                order=k,
            )
            yield when.dated(telling, self.doc, day)

    def number(self, card: _Card) -> str:
        """The number of a card's meeting, from its name or its line of that label; "" where it has none."""
        for text in (card.title.text if card.title else "", self._value(card, "number")):
            if found := event_names().match(text):
                return next((n for n in (found.group("n"), found.group("m")) if n), "") or _ordinal(text)
            if found := _NUMBER.fullmatch(text):
                return found.group("n")
        return ""

    def _value(self, card: _Card, name: str) -> str:
        line = card.fields.get(name)
        return line.text[line.value_at - line.at :].rstrip(" .;") if line else ""

    def _participants(self, card: _Card) -> tuple[Participant, ...]:
        line = card.fields.get("participants")
        if line is None:
            return ()
        passage, found = self.doc.passages[line.segment.id], self.mentions[line.segment.id]
        return participants.parse(passage, found, self.holders.body, at=line.value_at, to=line.to).items


def _ordinal(text: str) -> str:
    """The number in words of a meeting: "Third meeting"; those of sessions and workshops are none."""
    if words.noun_in(text) not in ("meeting", "consultations") or not re.search(rf"\b{words.ordinal_word()}\b", text):
        return ""
    return numbers(text)[0]
