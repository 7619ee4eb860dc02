"""Changes to a report's text for property tests: nothing may crash, vanish, or be invented.

Each helper takes (text, rng) and gives the new text; where there is nothing to change, the text as it is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .dates import Printed, printed_dates

Row = list[str]  # the cells of a row, each without its tab, with its own line ends
Mutation = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Mutated:
    """A mutated text, the names of what was done, and everything that a date of it can be made of."""

    text: str
    applied: tuple[str, ...]
    printed: Printed


def table_lines(lines: Sequence[str]) -> list[tuple[int, int]]:
    """(first line, line after the last) of each run of rows: tabbed lines, continuations, blank lines."""
    found, start, at = [], -1, 0
    while at < len(lines):
        if lines[at].startswith("\t"):
            start = at if start < 0 else start
            while at < len(lines) and lines[at].strip(" \r"):
                at += 1
            end = at
            while at < len(lines) and not lines[at].strip():
                if lines[at].startswith("\t"):
                    break
                at += 1
            if at >= len(lines) or not lines[at].startswith("\t"):
                found.append((start, end))
                start = -1
        else:
            at += 1
    return found


def _rows(lines: Sequence[str]) -> list[Row]:
    rows: list[Row] = [[]]
    for line in lines:
        if line.startswith("\t"):
            rows[-1].append(line[1:])
        elif line.strip():
            rows[-1][-1] += f"\n{line}"
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]


def _lines(rows: Sequence[Row]) -> list[str]:
    out: list[str] = []
    for row in rows:
        for cell in row:
            out += f"\t{cell}".split("\n")
        out.append("")
    return out[:-1]


def _change_rows(text: str, change: Callable[[list[Row]], list[Row]]) -> str:
    """Applies a change to the rows (header first) of each table."""
    lines = text.split("\n")
    for start, end in reversed(table_lines(lines)):
        lines[start:end] = _lines(change(_rows(lines[start:end])))
    return "\n".join(lines)


def _head(rows: list[Row]) -> int:
    """How many rows the header takes (the empty row under it included)."""
    return 2 if len(rows) > 1 and not any(cell.strip() for cell in rows[1]) else 1


def shuffle_rows(text: str, rng: random.Random) -> str:
    """The rows under each header in another order (a year's row may leave its rows)."""

    def change(rows: list[Row]) -> list[Row]:
        head = _head(rows)
        return rows[:head] + rng.sample(rows[head:], len(rows) - head)

    return _change_rows(text, change)


def swap_columns(text: str, rng: random.Random) -> str:
    """The columns in another order, header and rows; merged cells keep the place of their first column."""

    def change(rows: list[Row]) -> list[Row]:
        width = len(rows[0])
        order = rng.sample(range(width), width)
        if "year" in "".join(rows[0]).lower() or any(re.fullmatch(r"\d{4}", row[0].strip()) for row in rows):
            return rows
        place = {column: order.index(column) for column in range(width)}
        changed = []
        for row in rows:
            columns = range(width) if len(row) == width else _merged(len(row), rows[0])
            changed.append([cell for _, cell in sorted(zip((place[c] for c in columns), row, strict=False))])
        return changed

    return _change_rows(text, change)


def _merged(cells: int, header: Row) -> list[int]:
    """The column each cell of a shorter row begins in: the last cells are one."""
    dates = [index for index, cell in enumerate(header) if "date" in cell.lower()]
    columns = list(range(cells))
    if dates and dates[0] >= cells:
        columns[-1] = dates[0]
    return columns


def shift_years(text: str, rng: random.Random, by: int | None = None) -> str:
    """All years outside symbols and resolutions later or earlier by the same number."""
    by = rng.choice((-7, -3, -1, 1, 2, 5)) if by is None else by
    pattern = r"(?<![\d/.(])(19\d\d|20\d\d)(?![\d/]|\s+\((?:\d{4}|[IVX]+)\))"
    return re.sub(pattern, lambda match: str(int(match.group()) + by), text)


def empty_cells(text: str, rng: random.Random) -> str:
    """About one cell in six is left empty, never in the header."""

    def change(rows: list[Row]) -> list[Row]:
        head = _head(rows)
        return rows[:head] + [["" if rng.random() < 0.17 else cell for cell in row] for row in rows[head:]]

    return _change_rows(text, change)


def remove_paragraph(text: str, rng: random.Random) -> str:
    """One numbered paragraph is gone, with its number."""
    spots = [match.start() for match in re.finditer(r"(?m)^\d{1,3}\.(?=[\t \n])", text)]
    if not spots:
        return text
    start = rng.choice(spots)
    after = text.find("\n\n", start)
    return text[:start] + (text[after + 2 :] if after >= 0 else "")


def drop_letter(text: str, _: random.Random) -> str:
    """The report without its covering letter."""
    start = re.search(r"(?m)^\s*Letter dated", text)
    report = re.search(r"(?m)^Report of the", text)
    return text[: start.start()] + text[report.start() :] if start and report else text


def join_lines(text: str, rng: random.Random) -> str:
    """Numbers on lines of their own come onto the line of their text, half of them after a tab."""
    return re.sub(r"(?m)^(\d{1,3}\.|\([a-z]\))[ \t]*\n(?=\S)", lambda m: m.group(1) + rng.choice(("\t", " ")), text)


def split_lines(text: str, rng: random.Random) -> str:
    """Long paragraphs and cells (no titles) break at a blank here and there; it stays before the break."""

    def cut(match: re.Match[str]) -> str:
        line = match.group()
        spots = [index for index, char in enumerate(line) if char == " " and 10 < index < len(line) - 10]
        whole = line.startswith("\t") or line.rstrip().endswith((".", ";", ":"))
        if not spots or not whole or rng.random() < 0.5:
            return line
        at = rng.choice(spots)
        return f"{line[: at + 1]}\n{line[at + 1 :]}"

    return re.sub(r"(?m)^.{80,}$", cut, text)


def insert_nbsp(text: str, rng: random.Random) -> str:
    """Some blanks become no-break spaces, most of those within dates."""
    text = re.sub(r"(?<=\d) (?=[A-Z])", lambda m: "\u00a0" if rng.random() < 0.6 else " ", text)
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "\u00a0" if rng.random() < 0.03 else " ", text)


def crlf(text: str, _: random.Random) -> str:
    """Line ends as Windows writes them."""
    return re.sub(r"\r?\n", "\r\n", text)


def duplicate_table(text: str, rng: random.Random) -> str:
    """One table, with the line above it, stands twice."""
    lines = text.split("\n")
    tables = table_lines(lines)
    if not tables:
        return text
    start, end = rng.choice(tables)
    title = start - 1
    while title > 0 and not lines[title].strip():
        title -= 1
    return "\n".join([*lines[:end], "", "", *lines[title:end], *lines[end:]])


MUTATIONS: dict[str, Mutation] = {
    "shuffle_rows": shuffle_rows,
    "swap_columns": swap_columns,
    "shift_years": shift_years,
    "empty_cells": empty_cells,
    "remove_paragraph": remove_paragraph,
    "drop_letter": drop_letter,
    "join_lines": join_lines,
    "split_lines": split_lines,
    "insert_nbsp": insert_nbsp,
    "duplicate_table": duplicate_table,
    "crlf": crlf,
}
KEEPS_TRUTH = ("swap_columns", "join_lines", "insert_nbsp", "crlf", "split_lines")


def mutations(text: str, rng: random.Random, names: Sequence[str] | None = None) -> Mutated:
    """Applies the named mutations, or one to three drawn ones; CRLF comes last.

    Args:
        text: the text of a report, line ends LF.
        rng: the only source of chance.
        names: keys of `MUTATIONS`.

    Returns:
        The new text with what was applied and what dates may be found in it.
    """
    names = rng.sample(list(MUTATIONS), rng.randint(1, 3)) if names is None else list(names)
    for name in sorted(names, key=list(MUTATIONS).index):
        text = MUTATIONS[name](text, rng)
    return Mutated(text, tuple(names), printed_dates(text))
