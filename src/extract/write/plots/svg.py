"""The little SVG that the plots need: text and shapes, drawn with attributes alone: no style is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.write.characters import attribute

WIDTH = 960
FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
INK, SOFT, LINE = "#1c2330", "#535c6b", "#d5d9e0"


@dataclass(frozen=True)
class Plot:
    """A plot: its drawing, what it shows in words, and the same numbers as a table."""

    name: str
    title: str
    caption: str
    svg: str
    head: tuple[str, ...] = ()
    rows: Sequence[tuple[object, ...]] = field(default=())


def text(
    x: float, y: float, words: str, *, anchor: str = "start", size: int = 12, fill: str = INK, weight: str = ""
) -> str:
    """A line of text whose baseline is at `y`."""
    bold = f' font-weight="{weight}"' if weight else ""
    look = f'font-size="{size}" fill="{fill}" text-anchor="{anchor}"{bold}'
    return f'<text x="{x:g}" y="{y:g}" {look}>{attribute(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = LINE, width: float = 1) -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{stroke}" stroke-width="{width:g}"/>'


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", title: str = "") -> str:
    """A rectangle, with words for whoever points at it."""
    edge = f' stroke="{stroke}"' if stroke else ""
    inner = f"><title>{attribute(title)}</title></rect>" if title else "/>"
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}"{edge}{inner}'


def short(words: str, longest: int) -> str:
    """At most `longest` characters."""
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def drawing(name: str, title: str, description: str, height: float, parts: Iterable[str]) -> str:
    """A whole SVG on white ground, with its title and description."""
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONT}">\n'
        f'<title id="{name}-title">{attribute(title)}</title>\n<desc id="{name}-desc">{attribute(description)}</desc>\n'
        f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>\n'
        f"{text(0, 20, title, size=15, weight='600')}\n{body}\n</svg>\n"
    )


def nothing(name: str, title: str, words: str) -> Plot:
    """A plot where there is nothing to show: one line."""
    return Plot(name, title, words, drawing(name, title, words, 60, [text(0, 46, words, fill=SOFT)]))
