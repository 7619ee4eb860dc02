"""Who took part most often."""

from __future__ import annotations

from extract import lexicon
from extract.write.figures import Figures
from extract.write.plots.svg import SOFT, WIDTH, Plot, drawing, nothing, rect, short, text

NAME, TITLE = "participants", "Organisations and States that took part most often"
_SHOWN = 20
_LEFT, _TOP, _ROW = 360, 60, 23
_ORGANISATION, _STATE = "#0b4f8a", "#ffffff"


def participants(figures: Figures) -> Plot:
    """The bars of the twenty most frequent organisations and States."""
    taken = figures.chosen
    states = {row["iso3"]: row["name"] for row in lexicon.rows("countries")}
    events: dict[tuple[str, str], int] = {}
    for kind, column in (("organisation", "organisation"), ("State", "country_iso3")):
        for row in figures.ask(
            f"SELECT {column} AS name, count(DISTINCT meeting_id) AS n FROM participants JOIN meetings "
            f"USING (meeting_id) WHERE {taken.where} AND {column} IS NOT NULL GROUP BY 1"
        ):
            name = states.get(row["name"]) or row["name"] if kind == "State" else row["name"]
            events[kind, name] = row["n"]
    if not events:
        return nothing(NAME, TITLE, "No participant is named with an organisation or State.")
    ranked = sorted(events, key=lambda k: (-events[k], k[1], k[0]))
    most = events[ranked[0]]
    parts = [
        rect(_LEFT, 33, 12, 12, fill=_ORGANISATION, stroke=_ORGANISATION),
        text(_LEFT + 18, 43, "organisation", fill=SOFT),
        rect(_LEFT + 120, 33, 12, 12, fill=_STATE, stroke=_ORGANISATION),
        text(_LEFT + 138, 43, "State", fill=SOFT),
    ]
    for i, key in enumerate(ranked[:_SHOWN]):
        kind, name = key
        n, y = events[key], _TOP + i * _ROW
        width = (WIDTH - _LEFT - 50) * n / most
        fill = _ORGANISATION if kind == "organisation" else _STATE
        parts += [
            text(_LEFT - 10, y + 14, short(name, 46), anchor="end"),
            rect(_LEFT, y + 2, width, _ROW - 7, fill=fill, stroke=_ORGANISATION, title=f"{name}: {n}"),
            text(_LEFT + width + 6, y + 14, str(n), fill=SOFT),
        ]
    rest = len(ranked) - _SHOWN
    caption = "The number of events in which each is named among the participants. "
    if rest > 0:
        caption += f"{rest} more {'is' if rest == 1 else 'are'} not shown. "
    caption += taken.which
    table = [(name, kind, events[kind, name]) for kind, name in ranked[: 5 * _SHOWN]]
    height = _TOP + min(len(ranked), _SHOWN) * _ROW + 8
    head = ("Name", "Kind", "Events")
    return Plot(NAME, TITLE, caption, drawing(NAME, TITLE, caption, height, parts), head, table)
