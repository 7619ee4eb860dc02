"""The automatic numbers and letters of a Word file: what Word prints before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extract.read import flow
from extract.read.docx import wordml as w
from extract.read.docx.styles import Style, Styles


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1  # -1: after every level above
    style: str = ""
    legal: bool = False


@dataclass(slots=True)
class _Num:
    abstract: str = ""
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Word's lists. Lists of one abstract list count on together, but for those that start anew."""

    def __init__(self, root: Any, styles: Styles) -> None:
        parts = list(root) if root is not None else []
        self._abstract = {w.get(a, "abstractNumId"): a for a in parts if w.name(a) == "abstractNum"}
        self._raw = {w.get(n, "numId"): n for n in parts if w.name(n) == "num"}
        self._styles = styles
        self._nums: dict[str, _Num] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def _num(self, num_id: str) -> _Num:
        if num_id not in self._nums:
            raw = self._raw.get(num_id)
            num = _Num(w.val(raw, "abstractNumId"))
            for _ in range(5):  # a list of a numbering style is defined where the style's own list is
                link = w.val(self._abstract.get(num.abstract), "numStyleLink")
                if not link:
                    break
                num.abstract = w.val(self._raw.get(self._styles.numbering(link)), "abstractNumId")
            for level in self._abstract.get(num.abstract, ()):
                if w.name(level) == "lvl":
                    num.levels[w.number(w.get(level, "ilvl"))] = _level(level)
            for override in raw if raw is not None else ():
                if w.name(override) == "lvlOverride":
                    at = w.number(w.get(override, "ilvl"))
                    if (level := w.child(override, "lvl")) is not None:
                        num.levels[at] = _level(level)
                    if start := w.val(override, "startOverride"):
                        num.starts[at] = w.number(start, 1)
            self._nums[num_id] = num
        return self._nums[num_id]

    def label(self, props: Any, style: Style) -> str:
        """What Word prints before a paragraph; it counts on with each call."""
        direct = w.child(props, "numPr")
        num_id = w.val(direct, "numId") or style.num
        if num_id in ("", "0") or num_id not in self._raw:
            return ""
        num = self._num(num_id)
        at = w.number(w.val(direct, "ilvl"), -1)
        if at < 0:
            linked = [i for s in style.chain for i, level in num.levels.items() if level.style == s]
            at = 0 if w.val(direct, "numId") else linked[0] if linked else style.level
        if at not in num.levels:
            return ""
        counts = self._counts.setdefault(num.abstract, {})
        if num_id not in self._met:
            self._met.add(num_id)
            for level in num.starts:
                counts.pop(level, None)
        counts[at] = counts[at] + 1 if at in counts else self._start(num, at)
        for level in [k for k in counts if k > at]:
            restart = num.levels[level].restart if level in num.levels else -1
            if restart < 0 or at < restart:
                del counts[level]
        return self._printed(num, at, counts)

    @staticmethod
    def _start(num: _Num, at: int) -> int:
        return num.starts.get(at, num.levels[at].start if at in num.levels else 1)

    def _printed(self, num: _Num, at: int, counts: dict[int, int]) -> str:
        here = num.levels[at]
        if here.form == "bullet":
            sign = here.text[:1]
            return "•" if sign == "o" or "\ue000" <= sign <= "\uf8ff" else here.text

        def number(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            form = num.levels[level].form if level in num.levels else "decimal"
            value = counts.get(level, self._start(num, level))
            return flow.numeral(value, "decimal" if here.legal and form not in ("none", "bullet") else form)

        return re.sub(r"%([1-9])", number, here.text).strip()


def _level(raw: Any) -> _Level:
    form = w.child(raw, "numFmt")
    if form is None and (choice := w.child(raw, "AlternateContent")) is not None:
        form = w.child(choice, "Fallback", "numFmt")
    return _Level(
        start=w.number(w.val(raw, "start"), 1 if w.child(raw, "start") is not None else 0),
        form=w.get(form, "val", "decimal") if form is not None else "decimal",
        text=w.val(raw, "lvlText"),
        restart=w.number(w.val(raw, "lvlRestart"), -1),
        style=w.val(raw, "pStyle"),
        legal=w.on(raw, "isLgl"),
    )
