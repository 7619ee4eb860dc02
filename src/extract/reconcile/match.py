"""Which telling of the prose is which row of a table: by date, subject, place, missions, format and guests together.

Every pair has a score; the assignment with the greatest sum of scores is taken, each row and each telling once. A
telling whose date no row has may still be a row with another date: then the rest must agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import lap
import numpy as np

from extract import lexicon
from extract.model import Annotated, Mention, Telling

_TIE = 1e-6  # weight of the order where scores are equal
# Words that tell nothing of what a meeting was about.
_STOP_WORDS = """
    the of and in on to for a an with its it at by from as is was were be been that this those which their other
    held meeting meetings working group committee members council security united nations date also chairman
    chair his her countries stakeholders relevant discussed discuss considered issue issues question situation
    future possible options consultations
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Features:
    """What a telling is about, comparable across tellings."""

    words: frozenset[str]
    countries: frozenset[str]
    missions: frozenset[str]
    guests: frozenset[str]


def groups(annex: list[Telling], narrative: list[Telling], doc: Annotated) -> list[list[Telling]]:
    """The tellings by event: the row of a table first where there is one, in the order of the text."""
    features = _Lookup(doc)
    a = [features.of(t) for t in annex]
    b = [features.of(t) for t in narrative]
    joined: dict[int, list[int]] = defaultdict(list)
    used: set[int] = set()

    same = []
    for i, row in enumerate(annex):
        for j, told in enumerate(narrative):
            if (
                told.first
                and row.first == told.first
                and (row.last == told.last or told.precision == "span" or row.last is None)
                and _compatible(row, told)
            ):
                same.append((_score(a[i], b[j], row, told) + 1.0, i, j))
    _take(same, joined, used, minimum=0.5)
    moved = []
    for i, row in enumerate(annex):
        for j, told in enumerate(narrative):
            if j in used or i in joined or not told.is_own or not row.first or not _compatible(row, told):
                continue
            if told.first is None:
                score = _score(a[i], b[j], row, told)
                if _refers(row, told, a[i], b[j]):
                    moved.append((score + 0.6, i, j))
            elif (near := _nearness(row, told)) and (score := _score(a[i], b[j], row, told)) >= 0.45:
                moved.append((score + near, i, j))
    _take(moved, joined, used, minimum=0.45)
    # A second sentence about an event that is already joined adds a telling, not an event.
    for j, told in enumerate(narrative):
        if j in used or told.first is None:
            continue
        fits = [
            (_score(a[i], b[j], row, told), i)
            for i, row in enumerate(annex)
            if row.first == told.first and row.last == told.last and _compatible(row, told)
        ]
        if fits:
            joined[max(fits, key=lambda f: (f[0], -f[1]))[1]].append(j)
            used.add(j)
    out = [
        [row, *(narrative[j] for j in sorted(joined[i], key=lambda j: narrative[j].start))]
        for i, row in enumerate(annex)
    ]
    out += _alone([t for j, t in enumerate(narrative) if j not in used and t.first is not None], features.rare)
    return _with_inner(_uncounted(_with_months(out, features.rare)))


def _take(pairs: list[tuple[float, int, int]], joined: dict[int, list[int]], used: set[int], minimum: float) -> None:
    """Joins rows and tellings, each once, so that the sum of their scores is greatest; pairs below `minimum` never.

    Equal sums are settled by order: the text tells of meetings in the order of the table.

    Args:
        pairs: score, row, telling.
        joined, used: what was joined before; they take what is joined now.
        minimum: the least score of a pair.
    """
    open_ = [(s, i, j) for s, i, j in pairs if s >= minimum and j not in used and i not in joined]
    if not open_:
        return
    rows, told = sorted({i for _, i, _ in open_}), sorted({j for _, _, j in open_})
    row_at, told_at = ({n: k for k, n in enumerate(numbers)} for numbers in (rows, told))
    cost = np.zeros((len(rows), len(told)))
    for score, i, j in open_:
        cost[row_at[i], told_at[j]] = -score + _TIE * ((row_at[i] - told_at[j]) / max(cost.shape)) ** 2
    _, columns, _ = lap.lapjv(cost, extend_cost=True)
    for k, column in enumerate(columns):
        if 0 <= column < len(told) and cost[k, column] < 0:
            joined[rows[k]].append(told[column])
            used.add(told[column])


def _alone(tellings: list[Telling], names: Callable[[Telling], frozenset[str]]) -> list[list[Telling]]:
    """Events that only the prose tells of; a second sentence on the same event joins the first.

    Args:
        tellings: the tellings of the prose that are no row of a table.
        names: the rare names in a telling's sentence.
    """
    out: list[list[Telling]] = []
    index: dict[tuple[object, ...], list[Telling]] = {}
    for t in tellings:
        # Two sentences tell one event where day, number, type and holder are the same.
        key = (t.first, t.last, t.number, t.event_type, t.is_own, t.body)
        numbered = next((g for g in out if _same_number(g[0], t)), None)
        group = numbered or index.get(key)
        if group is None and t.event_type == "session" and (session := _session_of_month(out, t)) is not None:
            session.append(t)
            session.sort(key=lambda g: g.precision == "month")
            continue
        if group is not None and numbered is None and t.precision == "month" and not _one_of_month(group[0], t, names):
            group = None
        if (
            group is None
            and t.is_own
            and not t.number
            and t.first != t.last
            and t.precision != "month"
            and t.event_type in ("session", "meeting")
        ):
            # The masthead's session, told again as the forum or the conference that it is.
            group = next(
                (
                    g
                    for g in out
                    if g[0].is_own and g[0].event_type == "session" and _days(g[0]) == _days(t) and _one_body(g[0], t)
                ),
                None,
            )
            if group is not None:
                group.append(t)
                continue
        if group is None and t.is_own and t.event_type in _SAME and t.precision == "day":
            group = _of_that_day(out, t)
        if (
            group is not None
            and t.apart
            and t.is_own
            and t.event_type in _SAME
            and not t.number
            and not _share_guests(group, t)
        ):
            out.append([t])
            index.setdefault(key, out[-1])
            continue
        # "at its 4th meeting, on 9 March; …, at its 4th and 5th meetings, on 9 and 10 March"
        alike = numbered is not None and (
            "span" in (t.precision, numbered[0].precision) or _days(numbered[0]) == _days(t)
        )
        if group is not None and not alike and any((g.start, g.end) == (t.start, t.end) for g in group):
            group = None  # a sentence that prints a day twice tells of two events
            out.append([t])
            continue
        if not t.is_own and not t.number and (again := _same_elsewhere(out, t, names)) is not None:
            again.append(t)
            continue
        if group is not None and (
            t.number
            or group[0].segment.id == t.segment.id
            or t.event_type in ("session", "visit")
            or (t.is_own and group[0].event_type in _SAME)
        ):
            group.append(t)
            # The telling with the day itself before one with a span, the narrower span before the wider.
            group.sort(key=lambda g: (g.precision == "span", (g.last - g.first).days if g.first and g.last else 0))
            continue
        out.append([t])
        index[key] = out[-1]
    return out


def _same_elsewhere(
    groups: list[list[Telling]], t: Telling, names: Callable[[Telling], frozenset[str]]
) -> list[Telling] | None:
    """An event told before: the same days and kind, and one body, a rare name in both, or "the meeting" that it was."""
    if t.event_type == "visit" and t.first != t.last:
        # "the Council had decided to send a mission from 11 to 14 March": the body's own
        own = (g for g in groups if g[0].is_own and g[0].event_type == "visit" and _days(g[0]) == _days(t))
        if (found := next(own, None)) is not None:
            return found
    if t.first != t.last and t.precision == "day" and t.event_type == "meeting" and not t.number:
        # The forum that the masthead names with its days, told again by whoever organized it.
        forum = (g for g in groups if g[0].rule == "masthead" and g[0].is_own and _days(g[0]) == _days(t))
        if (found := next(forum, None)) is not None:
            return found
    others = [g for g in groups if not g[0].is_own and _alike(g[0].event_type, t.event_type)]
    if t.rule == "listed" and not t.body and not t.number:
        # an entry of a list in an annex, of which the text told
        that_day = [g for g in others if _days(g[0]) == _days(t) and g[0].rule != "listed"]
        if len(that_day) == 1:
            return that_day[0]
    if t.first != t.last and t.precision == "day" and t.segment.part != "body":
        # a joint statement in an annex on the talks of which the report tells
        same = [g for g in others if _days(g[0]) == _days(t) and g[0].segment.part != t.segment.part]
        if len(same) == 1:
            return same[0]
    if _length(t) >= _LONG and t.rule != "listed" and t.precision == "day":
        # talks of two weeks, told again without their holder
        same = [g for g in others if _days(g[0]) == _days(t) and g[0].rule != "listed" and _one_place(g[0], t)]
        if len(same) == 1 and same[0][0].segment.id != t.segment.id and not (same[0][0].body and t.body):
            return same[0]
    if t.definite:
        that_day = [g for g in others if _days(g[0]) == _days(t)]
        here = [g for g in that_day if g[0].segment.id == t.segment.id]
        if len(here) == 1:
            return here[0]
        if len(that_day) == 1 and that_day[0][0].segment.part == t.segment.part:
            return that_day[0]
    for g in others:
        a = g[0]
        if a.segment.id == t.segment.id or (a.number and t.number and a.number != t.number):
            continue
        great = _days(a) == _days(t) and names(a) & names(t) & _GREAT
        nobodys = not a.body and not t.body and a.precision == t.precision == "day"
        if great and ((a.body and a.body == t.body) or (a.first != a.last and a.precision == "day") or nobodys):
            return g
        if t.precision == "month" and not t.definite and not _share_a_name(a, t):
            continue  # two who were at one place in a month
        if t.event_type == "visit" and _days(a) == _days(t) and _names_other(a, t, names):
            return g
        shared = {name.removeprefix("My ") for name in (names(a) & names(t)) - _GREAT}
        shared = {name for name in shared if name not in a.body and name not in t.body}
        if shared and _days(a) == _days(t):
            return g
        inside = a.body and t.body and (a.body in t.body or t.body in a.body)
        if _days(a) == _days(t) and inside and a.event_type in _SAME and _COLLEGE.search(a.body):
            return g
    return None


def _length(t: Telling) -> int:
    """How many days a telling goes on over."""
    return (t.last - t.first).days + 1 if t.first and t.last else 0


def _one_place(a: Telling, b: Telling) -> bool:
    """Whether no State that one sentence names speaks against the other."""
    return not a.countries or not b.countries or bool(a.countries & b.countries)


def _names_other(a: Telling, t: Telling, names: Callable[[Telling], frozenset[str]]) -> bool:
    """Whether the sentence of one visit names the visitor of the other: "a delegation headed by Mr. Lund"."""
    return any(" " in x.body and any(x.body in name for name in names(y)) for x, y in ((a, t), (t, a)))


def _session_of_month(groups: list[list[Telling]], t: Telling) -> list[Telling] | None:
    """The body's session of a month, told elsewhere with its days: "at its thirty-eighth session, in June 2024"."""
    for g in groups:
        a = g[0]
        if a.event_type != "session" or a.is_own != t.is_own or a.body != t.body or (a.precision == t.precision):
            continue
        month, days = (t, a) if t.precision == "month" else (a, t)
        if month.precision == "month" and month.first and days.first and days.first.replace(day=1) == month.first:
            return g
    return None


def _one_of_month(a: Telling, b: Telling, names: Callable[[Telling], frozenset[str]]) -> bool:
    """Whether two tellings of a month are of one event: in one paragraph, of one place, or with a rare name in both."""
    if a.segment.id == b.segment.id or any(name not in a.body for name in (names(a) & names(b)) - _GREAT):
        return True
    return a.event_type in ("session", "visit") and (a.countries == b.countries or bool(a.countries & b.countries))


def _with_months(groups: list[list[Telling]], names: Callable[[Telling], frozenset[str]]) -> list[list[Telling]]:
    """An event of others told by its month alone, joined to the one whose days the document prints elsewhere.

    "following the London Conference in December 1996", "the message conveyed during her visit to Haiti in November":
    one other event of that kind lies in the month, and it has the same holder or a rare name of the sentence.
    """
    joined: set[int] = set()
    for k, g in enumerate(groups):
        t = g[0]
        if t.is_own or t.number or t.event_type == "session" or any(x.precision != "month" for x in g):
            continue
        if t.first is None or t.last is None or (t.last - t.first).days > _MONTH or any(x.count > 1 for x in g):
            continue
        inside = [
            n
            for n, other in enumerate(groups)
            if n != k
            and other[0].precision == "day"
            and other[0].first
            and t.first <= other[0].first <= t.last
            and _alike(other[0].event_type, t.event_type)
            and not other[0].is_own
        ]
        one = [n for n in inside if _one_of_days(groups[n][0], t, names)]
        if len(one) == 1:
            groups[one[0]].extend(g)
            joined.add(k)
    return [g for k, g in enumerate(groups) if k not in joined]


def _one_of_days(a: Telling, t: Telling, names: Callable[[Telling], frozenset[str]]) -> bool:
    """Whether an event with its days is the one that another telling gives the month of."""
    if a.segment.id == t.segment.id:
        return False  # told together, they are two
    body = _share_a_name(a, t)
    if t.event_type == "visit" and a.body and t.body and not body:
        return False
    mine, others = (
        {name.removeprefix("The ") for name in names(x) if _CAPITALISED.fullmatch(name.removeprefix("The "))}
        for x in (a, t)
    )
    shared = any(one in other or other in one for one in mine for other in others)
    if t.event_type == "visit":
        return (body or shared) and (not a.countries or not t.countries or bool(a.countries & t.countries))
    return shared or (body and (t.definite or bool(_COLLEGE.search(a.body))))


def _share_a_name(a: Telling, b: Telling) -> bool:
    """Whether both holders are named, and one name begins with the other."""
    return bool(a.body and b.body) and (a.body.startswith(b.body) or b.body.startswith(a.body))


def _one_body(a: Telling, b: Telling) -> bool:
    """Whether two tellings may be of one body: two groups of a body have names of their own."""
    groups = bool(_GROUP.match(a.body)) and bool(_GROUP.match(b.body))
    return a.rule == "masthead" or not groups or a.body.startswith(b.body) or b.body.startswith(a.body)


def _share_guests(group: list[Telling], t: Telling) -> bool:
    """Whether a telling names guests whom another telling of the group names too."""
    mine = {p.organisation or p.text for p in t.participants}
    return any(mine & {p.organisation or p.text for p in g.participants} for g in group)


def _alike(a: str, b: str) -> bool:
    return a == b or {a, b} == set(_SAME)


def _days(t: Telling) -> tuple[object, object]:
    return t.first, t.last


def _same_number(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of one numbered meeting; one that is resumed on another day is told apart."""
    if not b.number or a.number != b.number or a.body != b.body:
        return False
    if not b.body or not (b.is_own or _COLLEGE.search(b.body)):
        return _days(a) == _days(b)  # first meetings of different nameless holders
    if a.first and b.first and abs((b.first - a.first).days) > _ANEW and not _slip(a.first, b.first):
        return False  # numbers begin anew with each session: the 10th meeting of 2023 and that of 2025
    return not (b.resumed or a.resumed) or (a.first, a.last) == (b.first, b.last)


def _slip(a: date, b: date) -> bool:
    """Whether two days differ in the year alone."""
    return (a.day, a.month) == (b.day, b.month)


def _uncounted(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Without "held nine meetings, from 9 to 24 April" where the document tells of the single meetings too."""
    events = [g[0] for g in groups if not all(t.count > 1 for t in g)]

    def covered(t: Telling) -> bool:
        inside = [
            e
            for e in events
            if e.is_own == t.is_own
            and (e.body == t.body or t.body.startswith(e.body))
            and e.event_type in _SAME
            and t.first
            and t.last
            and e.first
            and e.last
            and t.first <= e.first
            and e.last <= t.last
        ]
        return len(inside) >= min(2, t.count)

    return [g for g in groups if not (all(t.count > 1 for t in g) and covered(g[0]))]


def _with_inner(groups: list[list[Telling]]) -> list[list[Telling]]:
    """A debate or briefing of the body, told without a meeting, joined to its numbered meeting of that day.

    Annotation guide: a briefing, dialogue or statement inside a numbered meeting is part of that meeting.
    """
    numbered = {
        (g[0].first, g[0].body): g
        for g in reversed(groups)
        if g[0].is_own and g[0].number and g[0].first == g[0].last and g[0].precision == "day"
    }
    out = []
    for g in groups:
        host = numbered.get((g[0].first, g[0].body)) if g[0].is_own and g[0].first == g[0].last else None
        if host is not None and host is not g and all(t.inner and not t.number and t.source == "narrative" for t in g):
            host.extend(g)
        else:
            out.append(g)
    return out


_SAME = ("meeting", "consultations")


def _of_that_day(groups: list[list[Telling]], t: Telling) -> list[Telling] | None:
    """The body's one meeting of a day, told again without its number: "During the consultations on 6 February"."""
    found = [
        g
        for g in groups
        if g[0].is_own
        and g[0].event_type in _SAME
        and (g[0].first, g[0].last) == (t.first, t.last)
        and g[0].segment.id != t.segment.id
    ]
    if len(found) == 1 and found[0][0].number and t.format == "informal" != found[0][0].format:
        return None  # informal meetings bear no number
    if len(found) != 1 or t.number or (found[0][0].format and t.format and found[0][0].format != t.format):
        return None
    return found[0]


def _compatible(row: Telling, told: Telling) -> bool:
    if row.is_own != told.is_own:
        return False
    if row.number and told.number and row.number != told.number:
        return False
    visits = {row.event_type, told.event_type}
    return not ("visit" in visits and visits != {"visit"})


def _nearness(row: Telling, told: Telling) -> float:
    """How alike two different dates are as slips of the pen: the year, the month or the day alone is wrong."""
    if row.first is None or told.first is None:
        return 0.0
    p, q = row.first, told.first
    if (
        (p.month, p.day) == (q.month, q.day)
        or (p.year, p.month) == (q.year, q.month)
        or (p.year, p.day) == (q.year, q.day)
    ):
        return 0.3
    return 0.1 if abs((p - q).days) <= 31 and row.number and row.number == told.number else 0.0


def _refers(row: Telling, told: Telling, a: _Features, b: _Features) -> bool:
    """Whether an undated telling is this row: a visit to the same place, or a meeting with the same named guests."""
    if told.event_type == "visit":
        if row.event_type != "visit":
            return False
        placed = bool(b.missions or b.countries)
        return bool(a.missions & b.missions) or bool(a.countries & b.countries) or not placed
    return bool(b.guests) and b.guests <= a.guests


def _score(a: _Features, b: _Features, row: Telling, told: Telling) -> float:
    score = 0.0
    if a.words and b.words:
        score += 0.5 * len(a.words & b.words) / min(len(a.words), max(4, len(b.words)))
    if a.missions and b.missions:
        score += 0.35 if a.missions & b.missions else -0.2
    if a.countries and b.countries:
        score += 0.35 if a.countries & b.countries else -0.3
    if a.guests and b.guests:
        score += 0.15 * len(a.guests & b.guests) / len(b.guests)
    if row.number and row.number == told.number:
        score += 0.6
    if row.format and told.format:
        score += 0.1 if row.format == told.format else 0.0
    if row.members_only and any(p.kind != "members" for p in told.participants):
        score -= 0.4
    if row.event_type == told.event_type:
        score += 0.05
    return score


_CAPITALISED = re.compile(
    r"[A-Z][\w’'-]{1,60}(?:\s(?:of|for|on|and|the|in)){0,2}(?:\s[A-Z][\w’'-]+)+|[A-Z]{2,30}(?:-[A-Z]{2,30})+"
)
_GROUP = re.compile(r"(?:[A-Z][\w’-]*\s){0,3}(?:Group|Subcommittee|Sub-Committee|Committee)\b")
_WHEN = re.compile(r"(?:In|On|At|During|Between|From|By|Since|Until|Also|Early|Late)\s")  # "In March" is no name
_RARE = 4  # paragraphs
_SAME_WORDS = 40  # characters before a range of days
_LONG = 4  # days of an event that is hardly another of the very same days
_GREAT = frozenset(("summit", "conference", "congress", "retreat"))
_MONTH = 31  # days
_ANEW = 200  # days between meetings of one number: another session's
# A body that meets as such: two meetings of one day are one. A mission or a minister meets many people in a day.
_COLLEGE = re.compile(r"\b(?:Committee|Commission|Council|Group|Forum|Conference|Board|Assembly|Panel|Subcommittee)\b")


class _Lookup:
    """Features from the mentions inside a telling's span, collected once for the document."""

    def __init__(self, doc: Annotated) -> None:
        self.doc = doc
        self._paragraphs: Counter[str] = Counter()
        for p in doc.passages.values():
            self._paragraphs.update(set(_CAPITALISED.findall(p.text)))
        self.by_segment: dict[str, list[Mention]] = defaultdict(list)
        parents = {s.id: s.parent for s in doc.segments}
        for m in doc.mentions:
            self.by_segment[m.segment.id].append(m)
            if m.segment.kind == "table_cell":
                self.by_segment[parents[m.segment.id]].append(m)

    def of(self, telling: Telling) -> _Features:
        inside = [m for m in self.by_segment[telling.segment.id] if telling.start <= m.start and m.end <= telling.end]
        countries = frozenset(m.entity_id for m in inside if m.label == "COUNTRY")
        missions = frozenset(m.entity_id for m in inside if m.label == "MISSION")
        text = telling.subject if telling.source == "annex" else self.doc.source.text[telling.start : telling.end]
        guests = frozenset(p.organisation for p in telling.participants if p.organisation)
        if telling.source == "annex":
            guests |= {m.value for m in inside if m.label == "ORGANISATION"}
        else:
            if telling.countries and telling.date_start > 0:
                countries = telling.countries
            if not guests:
                guests = frozenset(
                    m.value for m in inside if m.label == "ORGANISATION" and m.value.startswith("Bureau")
                )
        return _Features(_words(text), countries, missions, guests)

    def rare(self, telling: Telling) -> frozenset[str]:
        """The names in a telling's sentence that few paragraphs have, unlike those of which the report is all about.

        Also the noun of an event that no body holds twice in a day: "summit".
        """
        at, to = telling.start, telling.end
        if at <= telling.date_start < to:
            # "OHCHR supported Chad in …; organized a workshop in March; …": the item of the list
            at = max(at, self.doc.source.text.rfind(";", at, telling.date_start))
            stop = self.doc.source.text.find(";", telling.date_end, to)
            to = stop if stop >= 0 else to
        text = " ".join(self.doc.source.text[at:to].split())
        found = _CAPITALISED.findall(text)
        rare = {name for name in found if self._paragraphs[name] <= _RARE and not _WHEN.match(name)}
        if telling.first != telling.last and telling.date_start > _SAME_WORDS:
            # Days of a range told in the very same words: "the regional seminar, held at Segou from 21 to 23 May"
            words = self.doc.source.text[telling.date_start - _SAME_WORDS : telling.date_end]
            rare.add(" ".join(words.split()))
        return frozenset(rare | {word for word in _GREAT if word in text})


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z][a-z-]{2,}", lexicon.fold(text).lower())
    return frozenset(_stem(w) for w in found if w not in _STOP)


def _stem(word: str) -> str:
    for ending in ("ization", "isation", "ations", "ation", "ing", "ions", "ion", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
