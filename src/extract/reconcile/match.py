"""Which telling of the prose is which row of a table: by date, subject, place, missions, format and guests together.

Every pair has a score; the assignment with the greatest sum of scores is taken, each row and each telling once. A
telling whose date no row has may still be a row with another date: then the rest must agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

import lap
import numpy as np

from extract.model import Annotated, Telling
from extract.reconcile.features import Features, Lookup
from extract.reconcile.retold import (
    COLLEGE,
    SAME,
    alike,
    cited,
    days,
    one_body,
    one_of_month,
    same_elsewhere,
    session_of_month,
    siblings,
    with_months,
)
from extract.reconcile.shared_day import within

_TIE = 1e-6  # weight of the order where scores are equal
# The name of an event of its own: "Asia-Pacific Ministerial Conference on Digital Inclusion" (E/2025/39)
_CONFERENCE = re.compile(r"\b(?:Conference|Congress|Summit|Forum|Symposium|Dialogue)\b.{8}")


def groups(annex: list[Telling], narrative: list[Telling], doc: Annotated) -> list[list[Telling]]:
    """The tellings by event: the row of a table first where there is one, in the order of the text."""
    features = Lookup(doc)
    a = [features.of(t) for t in annex]
    b = [features.of(t) for t in narrative]
    joined: dict[int, list[int]] = defaultdict(list)
    used: set[int] = set()

    same = []
    for i, row in enumerate(annex):
        for j, told in enumerate(narrative):
            if (
                told.first
                and (
                    (
                        row.first == told.first
                        and (row.last == told.last or told.precision == "span" or row.last is None)
                    )
                    or within(row, told)
                )
                and _compatible(row, told)
                and not _beside(row, told, a[i], b[j])
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
            if ((row.first == told.first and row.last == told.last) or within(row, told))
            and _compatible(row, told)
            and not _beside(row, told, a[i], b[j])
        ]
        if fits:
            joined[max(fits, key=lambda f: (f[0], -f[1]))[1]].append(j)
            used.add(j)
    out = [
        [row, *(narrative[j] for j in sorted(joined[i], key=lambda j: narrative[j].start))]
        for i, row in enumerate(annex)
    ]
    out = _summed_up(out)
    out += _alone([t for j, t in enumerate(narrative) if j not in used and t.first is not None], features)
    return _with_inner(_uncounted(with_months(out, features)))


def _summed_up(groups: list[list[Telling]]) -> list[list[Telling]]:
    """Without the days of a row that only sums up what another table lists one by one.

    "Informal consultations | 12 February, 15 April and 8 July", above a table of these days with their subjects: what
    the first row calls them holds for the events of the second.
    """
    rows = Counter(g[0].segment.id for g in groups)
    sums = {(g[0].segment.part, g[0].table) for g in groups if rows[g[0].segment.id] > 1}
    bare = [
        g
        for g in groups
        if (g[0].segment.part, g[0].table) in sums
        and g[0].event_type in SAME
        and not (g[0].number or g[0].subject or g[0].participants)
    ]
    out = list(groups)
    for g in bare:
        a = g[0]
        found = [
            n
            for n, other in enumerate(out)
            if (other[0].segment.part, other[0].table) != (a.segment.part, a.table)
            and days(other[0]) == days(a)
            and a.precision == other[0].precision == "day"
            and other[0].is_own == a.is_own
            and alike(other[0].event_type, a.event_type)
            and (not a.body or a.body == other[0].body)
            and all(other is not b for b in bare)
        ]
        if len(found) == 1:
            detail, *told = out[found[0]]
            out[found[0]] = [replace(detail, event_type=a.event_type), *told, *g]
            out = [other for other in out if other is not g]
    return out


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


def _alone(tellings: list[Telling], features: Lookup) -> list[list[Telling]]:
    """Events that only the prose tells of; a second sentence on the same event joins the first.

    Args:
        tellings: the tellings of the prose that are no row of a table.
        features: what is in their sentences.
    """
    names = features.rare
    out: list[list[Telling]] = []
    index: dict[tuple[object, ...], list[Telling]] = {}
    for t in tellings:
        # Two sentences tell one event where day, number, type and holder are the same.
        key = (t.first, t.last, t.number, t.event_type, t.is_own, t.body)
        numbered = next((g for g in out if _same_number(g[0], t)), None)
        group = numbered or index.get(key)
        if group is None and t.event_type == "session" and (session := session_of_month(out, t)) is not None:
            session.append(t)
            session.sort(key=lambda g: g.precision == "month")
            continue
        if group is not None and numbered is None and t.precision == "month" and not one_of_month(group[0], t, names):
            group = None
        if (
            group is None
            and t.is_own
            and t.first != t.last
            and t.precision == "day"
            and t.event_type in ("session", "meeting")
        ):
            # The masthead's session, told again as the forum or the conference that it is, or by its number.
            group = next(
                (
                    g
                    for g in out
                    if g[0].is_own
                    and ("masthead" in (g[0].rule, t.rule) or (g[0].event_type == "session" and not t.number))
                    and not (g[0].number and t.number)
                    and days(g[0]) == days(t)
                    and one_body(g[0], t)
                ),
                None,
            )
            if group is not None:
                group.append(t)
                continue
        if group is None and t.is_own and t.event_type in SAME and t.precision == "day":
            group = _of_that_day(out, t)
        other_session = group is not None and t.event_type == "session" and features.other_session(group[0], t)
        if group is not None and not t.number and (other_session or siblings(group[0], t)):
            out.append([t])
            index[key] = out[-1]
            continue
        if (again := cited(out, t, features.phrases)) is not None:
            again.append(t)
            continue
        if (
            group is not None
            and t.apart
            and t.is_own
            and t.event_type in SAME
            and not t.number
            and not _share_guests(group, t)
        ):
            out.append([t])
            index.setdefault(key, out[-1])
            continue
        # "at its 4th meeting, on 9 March; …, at its 4th and 5th meetings, on 9 and 10 March"
        same_days = numbered is not None and (
            "span" in (t.precision, numbered[0].precision) or days(numbered[0]) == days(t)
        )
        if (
            group is not None
            and not same_days
            and not t.definite
            and any((g.start, g.end) == (t.start, t.end) for g in group)
        ):
            group = None  # a sentence that prints a day twice tells of two events
            out.append([t])
            continue
        if not t.is_own and not t.number and (again := same_elsewhere(out, t, features)) is not None:
            again.append(t)
            continue
        if group is not None and (
            t.number
            or group[0].segment.id == t.segment.id
            or t.event_type in ("session", "visit")
            or (t.is_own and group[0].event_type in SAME)
        ):
            group.append(t)
            # The telling with the day itself before one with a span, the narrower span before the wider.
            group.sort(key=lambda g: (g.precision == "span", (g.last - g.first).days if g.first and g.last else 0))
            continue
        out.append([t])
        index[key] = out[-1]
    return out


def _share_guests(group: list[Telling], t: Telling) -> bool:
    """Whether a telling names guests whom another telling of the group names too."""
    mine = {p.organisation or p.text for p in t.participants}
    return any(mine & {p.organisation or p.text for p in g.participants} for g in group)


def _same_number(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of one numbered meeting; one that is resumed on another day is told apart."""
    if not b.number or a.number != b.number or a.body != b.body:
        return False
    if not b.body or not (b.is_own or COLLEGE.search(b.body)):
        return days(a) == days(b)  # first meetings of different nameless holders
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
            and e.event_type in SAME
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


def _of_that_day(groups: list[list[Telling]], t: Telling) -> list[Telling] | None:
    """The body's one meeting of a day, told again without its number: "During the consultations on 6 February"."""
    found = [
        g
        for g in groups
        if g[0].is_own
        and g[0].event_type in SAME
        and (g[0].first, g[0].last) == (t.first, t.last)
        and g[0].segment.id != t.segment.id
    ]
    if len(found) == 1 and not one_body(found[0][0], t):
        return None  # two groups of the body
    if len(found) == 1 and found[0][0].number and t.format == "informal" != found[0][0].format:
        return None  # informal meetings bear no number
    if len(found) != 1 or t.number or (found[0][0].format and t.format and found[0][0].format != t.format):
        return None
    return found[0]


def _compatible(row: Telling, told: Telling) -> bool:
    named = row.body == told.body and _CONFERENCE.search(row.body)  # one event, whoever's it is called
    if row.is_own != told.is_own and not (named and days(row) == days(told)):
        return False
    if row.number and told.number and row.number != told.number:
        return False
    if row.number and not told.number and not one_body(row, told):
        return False  # "Drafting Group I met on 24 April", beside the body's 6th meeting
    if row.number and not told.number and told.format == "informal" != row.format:
        return False  # informal meetings bear no number
    visits = {row.event_type, told.event_type}
    return not ("visit" in visits and visits != {"visit"})


def _beside(row: Telling, told: Telling, a: Features, b: Features) -> bool:
    """ "The President met with the Chair of the Commission on 1 February": not that day’s consultations."""
    if not told.apart or row.event_type != "consultations" or told.event_type != "meeting":
        return False
    return not (a.guests & b.guests or a.words & b.words or a.missions & b.missions or a.countries & b.countries)


def _nearness(row: Telling, told: Telling) -> float:
    """How alike two different dates are as slips of the pen: the year, the month or the day alone is wrong."""
    if row.first is None or told.first is None:
        return 0.0
    if told.last and told.first != told.last and told.first <= row.first <= (row.last or row.first) <= told.last:
        return 0.0  # an item of the programme of a visit lies within it
    p, q = row.first, told.first
    if (
        (p.month, p.day) == (q.month, q.day)
        or (p.year, p.month) == (q.year, q.month)
        or (p.year, p.day) == (q.year, q.day)
    ):
        return 0.3
    return 0.1 if abs((p - q).days) <= 31 and row.number and row.number == told.number else 0.0


def _refers(row: Telling, told: Telling, a: Features, b: Features) -> bool:
    """Whether an undated telling is this row: a visit to the same place, or a meeting with the same named guests."""
    if told.event_type == "visit":
        if row.event_type != "visit":
            return False
        placed = bool(b.missions or b.countries)
        return bool(a.missions & b.missions) or bool(a.countries & b.countries) or not placed
    return bool(b.guests) and b.guests <= a.guests


def _score(a: Features, b: Features, row: Telling, told: Telling) -> float:
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


_ANEW = 200  # days between meetings of one number: another session's
