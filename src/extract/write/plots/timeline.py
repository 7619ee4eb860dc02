"""When the events were: a mark for each where they are few, bars by month or year where they are many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from extract import tables
from extract.report import Row
from extract.write.characters import attribute
from extract.write.figures import Figures, day
from extract.write.plots.svg import INK, SOFT, WIDTH, Plot, drawing, line, nothing, rect, short, text

NAME, TITLE = "timeline", "Events in time, by type"
_TYPES = tables.MEETINGS.columns[tables.MEETINGS.names.index("event_type")].values
_FORMATS = ("", *tables.MEETINGS.columns[tables.MEETINGS.names.index("format")].values)
_COLOURS = dict(zip(_TYPES, ("#0072b2", "#b04300", "#00735a", "#a03a74", "#8a6d00", "#535c6b"), strict=False))
_LEFT, _RIGHT, _TOP = 120, WIDTH - 16, 62
_MOST, _HIGHEST, _MARK = 400, 14, 9
_BAR = 46


def timeline(figures: Figures) -> Plot:
    """The plot of all dated events."""
    taken = figures.chosen
    dated = f"FROM meetings WHERE {taken.where} AND start_date IS NOT NULL"
    months: dict[str, Counter[dt.date]] = {t: Counter() for t in _TYPES}
    for row in figures.ask(
        f"SELECT event_type, substr(start_date, 1, 7) || '-01' AS month, count(*) AS n {dated} GROUP BY 1, 2"
    ):
        months[row["event_type"]][dt.date.fromisoformat(row["month"])] += row["n"]
    months = {kind: counts for kind, counts in months.items() if counts}
    if not months:
        return nothing(NAME, TITLE, "No dated event was found.")
    (ends,) = figures.ask(f"SELECT min(start_date) AS first, max(coalesce(end_date, start_date)) AS last {dated}")
    scale = _Scale(dt.date.fromisoformat(ends["first"]), dt.date.fromisoformat(ends["last"]))
    stacks = {}
    if sum(sum(counts.values()) for counts in months.values()) <= _MOST:
        meetings = [
            {**m, "start_date": day(m["start_date"]), "end_date": day(m["end_date"])}
            for m in figures.ask(
                f"SELECT event_type, format, start_date, end_date, subject {dated} ORDER BY start_date, meeting_id"
            )
        ]
        stacks = {kind: _stacked([m for m in meetings if m["event_type"] == kind], scale) for kind in months}
    if stacks and max(max(level for _, level in s) for s in stacks.values()) < _HIGHEST:
        parts, height = _marks(stacks, scale)
        how = "A mark is an event, its shape the format; a line, the days that it lasted."
    else:
        parts, height, how = _bars(months, scale)
    table = _by_year(months)
    caption = f"{how} {taken.which}{taken.undated}"
    return Plot(NAME, TITLE, caption, drawing(NAME, TITLE, caption, height, parts), ("Year", *months, "all"), table)


def _by_year(months: dict[str, Counter[dt.date]]) -> list[tuple[object, ...]]:
    counts: Counter[tuple[int, str]] = Counter()
    for kind, found in months.items():
        for month, n in found.items():
            counts[month.year, kind] += n
    years = sorted({year for year, _ in counts})
    return [(str(y), *(counts[y, kind] for kind in months), sum(counts[y, kind] for kind in months)) for y in years]


class _Scale:
    """Days to pixels."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        spare = max((last - first).days // 50, 15)
        self.first = first - dt.timedelta(days=min(spare, (first - dt.date.min).days))
        self.last = last + dt.timedelta(days=min(spare, (dt.date.max - last).days))
        self.days = (self.last - self.first).days

    def x(self, day: dt.date) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / self.days, 1)

    def ticks(self) -> list[tuple[dt.date, str]]:
        """At most some twelve round days: first days of months, quarters, or years."""
        first, last = self.first, self.last
        if self.days <= 366 * 4:
            step = 1 if self.days <= 366 else 3 if self.days <= 366 * 2.5 else 6
            months = range(first.year * 12, last.year * 12 + 12)
            days = [dt.date(m // 12, m % 12 + 1, 1) for m in months if m // 12 >= 1 and m % step == 0]
            return [(d, f"{d:%Y-%m}" if d.year >= 1000 else str(d)[:7]) for d in days if first <= d <= last]
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last.year - first.year) / s <= 14)
        years = range(-(-first.year // step) * step, last.year + 1, step)
        return [(dt.date(y, 1, 1), str(y)) for y in years if y >= 1 and first <= dt.date(y, 1, 1)]


def _axis(scale: _Scale, top: float, bottom: float) -> list[str]:
    parts = []
    for at, label in scale.ticks():
        x = scale.x(at)
        parts += [line(x, top, x, bottom), text(x, bottom + 16, label, anchor="middle", size=11, fill=SOFT)]
    return parts


def _stacked(meetings: Sequence[Row], scale: _Scale) -> list[tuple[Row, int]]:
    """Each event with the first level on which there is room for it."""
    ends: list[float] = []
    out = []
    for m in meetings:
        x = scale.x(m["start_date"])
        level = next((i for i, end in enumerate(ends) if end <= x), len(ends))
        until = max(x + _MARK, scale.x(m["end_date"] or m["start_date"]) + _MARK)
        if level == len(ends):
            ends.append(until)
        else:
            ends[level] = until
        out.append((m, level))
    return out


def _marks(stacks: dict[str, list[tuple[Row, int]]], scale: _Scale) -> tuple[list[str], float]:
    formats = [f for f in _FORMATS if any((m["format"] or "") == f for s in stacks.values() for m, _ in s)]
    parts, x = [], 0.0
    for f in formats if formats != [""] else []:
        name = f.replace("_", " ") or "no format stated"
        parts += [_shape(f, x + 6, 41, SOFT), text(x + 16, 45, name, size=12, fill=SOFT)]
        x += 40 + 6.6 * len(name)
    y = float(_TOP)
    lanes = []
    for kind, stack in stacks.items():
        high = (1 + max(level for _, level in stack)) * _MARK + 16
        lanes += [
            text(0, y + high - 12, kind),
            text(_LEFT - 16, y + high - 12, str(len(stack)), anchor="end", fill=SOFT),
            line(_LEFT, y + high, _RIGHT, y + high),
        ]
        for m, level in stack:
            at, base = scale.x(m["start_date"]), y + high - 9 - level * _MARK
            last = scale.x(m["end_date"] or m["start_date"])
            days = line(at, base, last, base, stroke=_COLOURS[kind], width=2) if last - at > 2 else ""
            until = f" to {m['end_date']}" if m["end_date"] not in (None, m["start_date"]) else ""
            words = short(f"{m['start_date']}{until}: {m['subject'] or kind}", 160)
            shape = _shape(m["format"] or "", at, base, _COLOURS[kind])
            lanes.append(f"<g><title>{attribute(words)}</title>{days}{shape}</g>")
        y += high + 8
    return parts + _axis(scale, _TOP, y - 8) + lanes, y + 22


def _shape(form: str, x: float, y: float, colour: str) -> str:
    """The mark of a format: disc, square, diamond, triangle, cross, ring, plus."""
    r = 3.6
    filled = f'fill="{colour}"'
    drawn = f'fill="none" stroke="{colour}" stroke-width="1.8"'
    if form == "formal":
        return f'<rect x="{x - 3.3:g}" y="{y - 3.3:g}" width="6.6" height="6.6" {filled}/>'
    paths = {
        "informal": (f"M{x:g} {y - 4.6:g}l4.6 4.6l-4.6 4.6l-4.6 -4.6z", filled),
        "expert_level": (f"M{x:g} {y - 4.4:g}l4.4 7.8h-8.8z", filled),
        "closed": (f"M{x - 3.2:g} {y - 3.2:g}l6.4 6.4m0 -6.4l-6.4 6.4", drawn),
        "joint": (f"M{x - 4:g} {y:g}h8m-4 -4v8", drawn),
    }
    if form in paths:
        return f'<path d="{paths[form][0]}" {paths[form][1]}/>'
    if form == "open":
        return f'<circle cx="{x:g}" cy="{y:g}" r="3.2" {drawn}/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" {filled}/>'


def _bars(months: dict[str, Counter[dt.date]], scale: _Scale) -> tuple[list[str], float, str]:
    """A row of bars for each type, on a scale of its own: the frequent would leave nothing to see of the rare."""
    if scale.days <= 366 * 6:
        unit, step = "month", 1
    else:
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if (scale.last.year - scale.first.year) / s <= 110)
        unit = "year" if step == 1 else f"{step} years"

    def begin(day: dt.date) -> dt.date:
        return day.replace(day=1) if unit == "month" else dt.date(max(day.year // step * step, 1), 1, 1)

    def end(first: dt.date) -> dt.date:
        if unit == "month":
            days = dt.timedelta(days=31)
            return (first + days).replace(day=1) if first.year < 9999 or first.month < 12 else dt.date.max
        return dt.date(first.year + step, 1, 1) if first.year + step <= 9999 else dt.date.max

    counted: dict[str, Counter[dt.date]] = {kind: Counter() for kind in months}
    for kind, found in months.items():
        for month, n in found.items():
            counted[kind][begin(month)] += n
    parts: list[str] = []
    y = float(_TOP)
    for kind, counts in counted.items():
        most = max(counts.values())
        top = min(d for d in counts if counts[d] == most)
        parts += [
            text(0, y + _BAR, kind),
            text(_LEFT - 16, y + _BAR, str(sum(counts.values())), anchor="end", fill=SOFT),
            line(_LEFT, y + _BAR, _RIGHT, y + _BAR, stroke=INK, width=0.75),
        ]
        for first in sorted(counts):
            left, right = max(scale.x(first), _LEFT), min(scale.x(end(first)), _RIGHT)
            high = max(_BAR * counts[first] / most, 1)
            label = f"{first:%Y-%m}" if unit == "month" else str(first.year)
            words = f"{kind}, {label}: {counts[first]}"
            parts.append(
                rect(left, y + _BAR - high, max(right - left - 0.6, 0.8), high, fill=_COLOURS[kind], title=words)
            )
            if right - left >= 20 or first == top:
                above = y + _BAR - high - 3
                parts.append(text((left + right) / 2, above, str(counts[first]), anchor="middle", size=10, fill=SOFT))
        y += _BAR + 22
    how = f"A bar is the number of events in a {unit}; each type has a scale of its own."
    if unit not in ("month", "year"):
        how = how.replace("in a ", "in ")
    return _axis(scale, _TOP - 14, y - 22) + parts, y + 8, how
