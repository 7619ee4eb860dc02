"""Chronologies: which lines are a day that stands above, and which cells one that stands beside, what happened on it.

"14 January 2009" / "The Committee held its 71st meeting."; what is told there is read by `on_day`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise

from extract.assemble import words
from extract.assemble.tables import tables, text_of
from extract.heads import header_field
from extract.model import Annotated, DateMention, Segment

_HEADS = ("heading", "other", "paragraph")
# "Geneva, 14 January 2009", "14 January 2009 (morning)", "Day 1: 14 January 2009"
_BEFORE = re.compile(r"\W{0,3}(?:[A-Z][\w’' -]{1,40}(?:,|:)\s)?(?:[Oo]n\s)?")
_BEHIND = re.compile(r"(?:\s?\([^()]{1,40}\)|,\s(?:morning|afternoon|[ap]\.?m\.?|[A-Z][\w’' -]{1,40}))?\W{0,3}")
_NO_CHRONICLE = {"not_events", "other_date", "documents"}
_ROWS, _CHRONICLE = 3, 3  # rows at least, columns at most of a chronology
_LONGEST = 31  # days of one event
_AND = re.compile(r"(?:\s|,|;|&|and|on|from)*")
_PROGRAMME = re.compile(r"^\W{0,3}(?:\w+\s){0,3}(?:programme|itinerary|schedule)\b(?!\sof\swork)", re.I)
_BARE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*+\.?,?\s)?\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?"
)
_PART_OF_DAY = re.compile(
    r"(?:morning|afternoon|evening|a\.m\.|p\.m\.)(?:\s(?:session|meeting))?\W?|[\d.:\s–-]{4,}(?:[ap]\.?m\.?|hrs|hours)?\W?",
    re.I,
)


def days_above(doc: Annotated) -> dict[str, DateMention]:
    """Segment id → the day that the segment consists of, where a part has several such: a chronology."""
    mentions = _dates(doc)
    lines: dict[str, list[tuple[Segment, DateMention | None]]] = defaultdict(list)
    for segment in doc.segments:
        if segment.kind in ("page_furniture", "footnote") or segment.id not in doc.passages:
            continue
        day = None
        if segment.kind in _HEADS and segment.part != "letter":
            day = day_alone(doc.passages[segment.id].text, mentions[segment.id], placed=segment.kind == "heading")
            if day is not None and day.first and day.last and (day.last - day.first).days > _LONGEST:
                day = None  # "1 January to 30 June 1964": what the report covers
        lines[segment.part].append((segment, day))
    out: dict[str, DateMention] = {}
    for found in lines.values():
        named = [event_names().match(doc.passages[s.id].text) is not None for s, _ in found]
        above = below = 0  # days with the name of an event right above, right below them
        heads: list[tuple[Segment, DateMention]] = []
        led = False
        for k, (segment, day) in enumerate(found):
            if day is None or (segment.kind != "heading" and day.first == doc.header.date):
                continue
            above += k > 0 and named[k - 1]
            below += k + 1 < len(found) and named[k + 1]
            led = led or (not heads and k > 0 and doc.passages[found[k - 1][0].id].text.endswith(":"))
            if k + 1 < len(found) and found[k + 1][1] is None:
                heads.append((segment, day))  # something stands below it
        if above > below or (above and not below):
            continue  # the names stand above their days
        # The days of decisions stand below them, as plain lines.
        kept = {s.id: d for s, d in heads if s.kind == "heading" or d.note or led or below}
        if len({day.first for day in kept.values()}) > 1:
            out |= kept
    return out


def days_beside(doc: Annotated, read: frozenset[tuple[str, int]]) -> dict[str, DateMention]:
    """Cell id → the day that stands alone in another cell of its row, in tables that are chronologies: "13 May | …".

    Args:
        doc: the document.
        read: the tables of events, by part and place.
    """
    mentions = _dates(doc)
    out: dict[str, DateMention] = {}
    for table in tables(doc):
        heads = {header_field(text_of(doc, cell)) for cell in table.header}
        if (table.part, table.number) in read or heads & _NO_CHRONICLE or len(table.rows) < _ROWS:
            continue
        if re.search(rf"\b(?:{words.negative('tables')})\b", text_of(doc, table.title), re.I):
            continue
        found: dict[str, DateMention] = {}
        dated = 0
        for _, cells, _ in table.rows:
            days = [(c, day) for c in cells if (day := day_alone(text_of(doc, c), mentions[c.id], placed=False))]
            if len(days) == 1:
                dated += 1
                found |= {c.id: days[0][1] for c in cells if c is not days[0][0]}
        if dated >= 0.6 * len(table.rows) and max(len(cells) for _, cells, _ in table.rows) <= _CHRONICLE:
            out |= found
    return out


def days_leading(doc: Annotated) -> dict[str, list[DateMention]]:
    """Segment id → the bare days that its line begins with, where the month stands above: "29 Formal meeting"."""
    clusters: dict[tuple[str, int], list[DateMention]] = defaultdict(list)
    for m in doc.mentions:
        if isinstance(m, DateMention) and m.segment.kind in ("other", "list_item"):
            clusters[m.segment.id, m.cluster].append(m)
    return {
        id_: found
        for (id_, _), found in clusters.items()
        if found[0].at == 0 and found[0].first and all(_BARE.fullmatch(m.text) for m in found)
    }


def _dates(doc: Annotated) -> dict[str, list[DateMention]]:
    """Segment id → its dates."""
    out: dict[str, list[DateMention]] = defaultdict(list)
    for m in doc.mentions:
        if isinstance(m, DateMention):
            out[m.segment.id].append(m)
    return out


def day_alone(text: str, days: list[DateMention], at: int = 0, *, placed: bool = True) -> DateMention | None:
    """The day that a text consists of, with at most a place or a part of the day beside it.

    Args:
        text: the text.
        days: its dates.
        at: where it begins in its passage.
        placed: a place may stand before it ("Geneva, 4 May"), as in a heading; in a list that would be an entry.
    """
    if len(days) != 1 or days[0].precision != "day" or days[0].first is None or days[0].note == "impossible":
        return None
    (day,) = days
    before = _BEFORE.fullmatch(text, 0, day.at - at) if placed else not text[: day.at - at].strip(" *•–—-")
    return day if before and _BEHIND.fullmatch(text, day.to - at) else None


def days_alone(text: str, days: list[DateMention], at: int) -> bool:
    """Whether a text consists of days, with at most a place, a time or a part of the day behind them."""
    if not days or any(d.note == "impossible" for d in days) or text[: days[0].at - at].strip(" *•–—-"):
        return False
    between = (text[a.to - at : b.at - at] for a, b in pairwise(days))
    return all(_AND.fullmatch(words_) for words_ in between) and bool(_BEHIND.fullmatch(text, days[-1].to - at))


def is_of_day(doc: Annotated, segment: Segment) -> bool:
    """Whether a heading only parts a day: "Morning", "10.30 a.m. to 1 p.m."."""
    passage = doc.passages.get(segment.id)
    return passage is not None and bool(_PART_OF_DAY.fullmatch(passage.text))


def programmes(doc: Annotated) -> frozenset[str]:
    """The parts that are programmes of a visit by their title: what stands below their days are its items."""
    titles = (s for s in doc.segments if s.kind in ("heading", "title"))
    return frozenset(s.part for s in titles if _PROGRAMME.search(doc.source.text[s.start : s.end]))


@cache
def event_names() -> re.Pattern[str]:
    """The name of an event as a line of its own: "71st meeting (closed)", "Meeting No. 71"."""
    other = r"(?:of|for|on|to|in|at|by|with|and|from|[Nn]ext|[Tt]entative|[Pp]rovisional|[Pp]lanned)\s"
    adjective = rf"(?:(?!{other})[A-Z]?[a-z]+(?:-[a-z]+)?\s)"
    ordinal = rf"(?:(?P<m>\d{{1,5}})(?:st|nd|rd|th)|{words.ordinal_word()})\s"
    noun = words.any_noun()
    return re.compile(
        rf"(?:(?:Minutes|Summary|(?:Summary\s)?[Rr]ecord|Notes?)\sof\s)?(?:[Tt]he\s)?"
        rf"(?:{adjective}{{0,3}}?(?:{ordinal})?{adjective}{{0,3}}?(?:{noun})(?:\s(?:No\.?|[Nn]umber|#)\s?(?P<n>\d{{1,5}}))?)"
        r"(?:\s\([^()]{1,40}\)|\s(?:of|for|by|with|on|between)\s[^.;:]{2,100})?[.:]?$"
    )
