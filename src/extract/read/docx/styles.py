"""The styles of a Word file: what a paragraph of each looks like, and the list that numbers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extract.read.docx import wordml as w


@dataclass(slots=True)
class Style:
    """A style with all that it inherits; `chain` names it and those it is based on."""

    name: str = ""
    num: str = ""  # numId; "" where the style and those it is based on say nothing
    level: int = 0
    outline: int = 9
    before: int = 0
    after: int = 0
    hidden: bool = False
    chain: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # those of the chain, outermost base first


class Styles:
    """The paragraph and character styles, each with what it inherits."""

    def __init__(self, root: Any) -> None:
        self._raw = {w.get(s, "styleId"): s for s in (root if root is not None else ()) if w.name(s) == "style"}
        paragraph = (
            i for i, s in self._raw.items() if w.get(s, "type") == "paragraph" and w.get(s, "default") in w.TRUE
        )
        self.default = next(paragraph, "")
        self._done: dict[str, Style] = {}
        spacing = w.child(root, "docDefaults", "pPrDefault", "pPr", "spacing")
        self._base = Style()
        if spacing is not None:
            self._base.before, self._base.after = w.number(w.get(spacing, "before")), w.number(w.get(spacing, "after"))

    def __getitem__(self, style_id: str) -> Style:
        style_id = style_id if style_id in self._raw else self.default
        if style_id not in self._done:
            chain = [style_id]
            while (above := w.val(self._raw.get(chain[-1]), "basedOn")) in self._raw and above not in chain:
                chain.append(above)
            style = Style(before=self._base.before, after=self._base.after, chain=tuple(chain))
            for one in reversed(chain):
                self._inherit(style, self._raw.get(one))
            self._done[style_id] = style
        return self._done[style_id]

    def _inherit(self, style: Style, raw: Any) -> None:
        props = w.child(raw, "pPr")
        style.name = w.val(raw, "name") or style.name
        style.names += (style.name,)
        if (num := w.val(props, "numPr", "numId")) or w.child(props, "numPr") is not None:
            style.num = num or style.num
            style.level = w.number(w.val(props, "numPr", "ilvl"), style.level)
        style.outline = w.number(w.val(props, "outlineLvl"), style.outline)
        if (spacing := w.child(props, "spacing")) is not None:
            style.before = w.number(w.get(spacing, "before"), style.before)
            style.after = w.number(w.get(spacing, "after"), style.after)
        if w.child(raw, "rPr", "vanish") is not None:
            style.hidden = w.on(raw, "rPr", "vanish")

    def numbering(self, style_id: str) -> str:
        """The numId of a numbering style."""
        return w.val(self._raw.get(style_id), "pPr", "numPr", "numId")
