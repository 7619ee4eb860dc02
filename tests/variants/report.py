"""The given report as what it is made of, read here by plain rules of its own and not by the program's reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

RAW = Path(__file__).resolve().parents[2] / "raw" / "S_2006_972.txt"
SYMBOL = "S/2006/972"
JOB = "06-66012"
ISSUED = "14 December 2006"
BODY = "Security Council"
# Where a footnote stands: the words before its mark. The notes name no date, mission or document.
FOOTNOTES = {
    "as deemed appropriate,": "The term is used here in a general sense.",
    "expanding its activities,": "The views of the delegations are those of the delegations alone.",
    "forthcoming challenges for the mission.": "The text was circulated in English only.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading, paragraph or item.

    `kind` is heading, lettered (a heading with a letter), subheading, paragraph or item; `number` is as printed.
    """

    kind: str
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; a row of two cells spans the second over the rest. Cells may hold line breaks."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Description:
    """The report in its order: letter, body, annex."""

    letter_title: str = ""
    letter: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    title: str = ""
    parts: list[Part] = field(default_factory=list)
    annex: str = ""
    tables: list[Table] = field(default_factory=list)


@cache
def report() -> Description:
    """The given report, parsed once."""
    whole = RAW.read_text(encoding="utf-8-sig")
    front, annex = re.split(r"\n(?=Annex\n)", whole, maxsplit=1)
    letter, body = re.split(r"\n(?=Report of the Security Council)", front, maxsplit=1)
    found = Description()
    found.letter_title, *rest = _groups(letter)
    found.letter = [g for g in rest if not g.startswith("(Signed)")]
    signature = next(g for g in re.split(r"\n\s*\n", letter) if g.startswith("(Signed)"))
    found.signature = [line.strip() for line in signature.splitlines()]
    _body(body, found)
    _annex(annex, found)
    return found


def _groups(text: str) -> list[str]:
    """What stands between blank lines, its lines joined."""
    return [" ".join(g.split()) for g in re.split(r"\n\s*\n", text) if g.strip()]


def _body(text: str, found: Description) -> None:
    # A number on its own line stands before its text; some headings have no blank line after them.
    text = re.sub(r"\n(?=(?:\d+\.|\([a-z]\))\n)", "\n\n", text)
    lines = text.splitlines()
    found.title = lines[0].strip()
    for group in re.split(r"\n\s*\n", "\n".join(lines[1:])):
        mark = re.match(r"\s*(\d+\.|\([a-z]\))\n", group)
        words = " ".join(group[mark.end() if mark else 0 :].split())
        if not words:
            continue
        if mark is None:
            lettered = any(p.number == "14." for p in found.parts)
            found.parts.append(Part("subheading" if lettered else "heading", words))
        elif mark[1][0].isdigit():
            found.parts.append(Part("paragraph", words, mark[1]))
        else:
            found.parts.append(Part("item" if words[-1] in ".;" else "lettered", words, mark[1]))


def _annex(text: str, found: Description) -> None:
    lines = text.splitlines()
    found.annex = lines[0].strip()
    title, rows = "", []
    row: list[str] = []
    for line in [*lines[1:], ""]:
        if line.startswith("\t"):
            row.append(line.strip())
        elif line.strip() and row:
            row[-1] += f"\n{line.strip()}"  # a cell over several lines
        elif line.strip():
            if rows:
                found.tables.append(_table(title, rows))
            title, rows = line.strip(), []
        else:
            rows += [row] if any(row) else []
            row = []
    found.tables.append(_table(title, rows))


def _table(title: str, rows: list[list[str]]) -> Table:
    return Table(title, tuple(rows[0]), tuple(tuple(r) for r in rows[1:]))


def soft(text: str) -> str:
    """Soft hyphens in long words, where a vowel and a consonant meet another consonant and a vowel."""
    v, c = "[aeiouy]", "[bcdfghjklmnpqrstvwxz]"

    def word(m: re.Match[str]) -> str:
        return re.sub(rf"(?<=[a-z]{{2}})(?<={v}{c})(?={c}{v}[a-z]{{2}})", "\u00ad", m[0])

    return re.sub(r"[A-Za-z]{8,}", word, text)
