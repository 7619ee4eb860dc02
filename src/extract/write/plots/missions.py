"""Which missions the events concerned, year by year."""

from __future__ import annotations

from collections import Counter

from extract.write.figures import Figures
from extract.write.plots.svg import LINE, SOFT, WIDTH, Plot, drawing, line, nothing, rect, short, text

NAME, TITLE = "missions_by_year", "Events by mission and year"
_SHOWN, _COLUMNS = 20, 24
_LEFT, _TOP, _ROW = 190, 58, 24
_NAMES = "SELECT mission_id, coalesce(acronym, mission_id) AS name FROM missions"
_STEPS = (
    ("#eaf1f7", "#1c2330"),
    ("#c3d9ea", "#1c2330"),
    ("#8bb6d6", "#1c2330"),
    ("#2f74a8", "#ffffff"),
    ("#0b3f66", "#ffffff"),
)


def missions_by_year(figures: Figures) -> Plot:
    """The heat map of missions and years; each cell holds its number too."""
    taken = figures.chosen
    found = {
        (row["mission_id"], row["year"]): row["n"]
        for row in figures.ask(
            "SELECT l.mission_id, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, count(DISTINCT meeting_id) AS n "
            f"FROM meeting_missions l JOIN meetings USING (meeting_id) WHERE {taken.where} AND start_date IS NOT NULL "
            "GROUP BY 1, 2"
        )
    }
    if not found:
        return nothing(NAME, TITLE, "No dated event concerns a mission.")
    names = {row["mission_id"]: row["name"] for row in figures.ask(_NAMES)}
    years = sorted({year for _, year in found})
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if (years[-1] - years[0]) / s < _COLUMNS)
    counts: Counter[tuple[str, int]] = Counter()
    total: Counter[str] = Counter()
    for (mission, year), n in found.items():
        counts[mission, year // step * step] += n
        total[mission] += n
    ranked = sorted(total, key=lambda k: (-total[k], names.get(k, k)))
    columns = list(range(years[0] // step * step, years[-1] + 1, step))
    lines = [(names.get(k, k), [counts[k, c] for c in columns]) for k in ranked[:_SHOWN]]
    if rest := ranked[_SHOWN:]:
        lines.append((f"{len(rest)} other missions", [sum(counts[k, c] for k in rest) for c in columns]))
    caption = "The darker, the more events; the number stands in the cell. "
    caption += "An event that concerns two missions counts for both. "
    caption += (f"Columns are {step} years each. " if step > 1 else "") + taken.which + taken.undated
    labels = [str(c) if step == 1 else f"{c}–{str(c + step - 1)[-2:]}" for c in columns]
    parts, height = _cells(lines, labels)
    table = [(name, *values, sum(values)) for name, values in lines]
    head = ("Mission", *labels, "all")
    return Plot(NAME, TITLE, caption, drawing(NAME, TITLE, caption, height, parts), head, table)


def _cells(lines: list[tuple[str, list[int]]], labels: list[str]) -> tuple[list[str], float]:
    width = min((WIDTH - _LEFT - 60) / len(labels), 64)
    most = max(max(values) for _, values in lines)
    parts = []
    for i, label in enumerate(labels):
        shown = label if width >= 34 or i % 2 == 0 else ""
        parts.append(text(_LEFT + (i + 0.5) * width, _TOP - 8, shown, anchor="middle", size=11, fill=SOFT))
    end = _LEFT + len(labels) * width
    parts.append(text(end + 40, _TOP - 8, "all", anchor="end", size=11, fill=SOFT))
    for j, (name, values) in enumerate(lines):
        y = _TOP + j * _ROW
        parts += [
            text(_LEFT - 12, y + 16, short(name, 26), anchor="end"),
            text(end + 40, y + 16, str(sum(values)), anchor="end", fill=SOFT),
            line(_LEFT, y + _ROW, end, y + _ROW, stroke=LINE, width=0.5),
        ]
        for i, n in enumerate(values):
            if n:
                fill, ink = _STEPS[min(int(len(_STEPS) * (n - 1) / max(most, 1)), len(_STEPS) - 1)]
                x = _LEFT + i * width
                parts.append(rect(x + 1, y + 1, width - 2, _ROW - 2, fill=fill, title=f"{name}, {labels[i]}: {n}"))
                parts.append(text(x + width / 2, y + 16, str(n), anchor="middle", size=11, fill=ink))
    return parts, _TOP + len(lines) * _ROW + 10
