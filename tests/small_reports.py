"""Small made-up reports of 2009, and their events in one line each: "meeting 60 2009-05-20 own"."""

from __future__ import annotations

from html import escape

import pytest

from extract.report import Report, Row
from tests.support import from_text

COMMITTEE = "Special Committee on Inland Waters"


def masthead(symbol: str, title: str, *more: str) -> str:
    """The head of a document of 30 November 2009; `more` are lines above its title."""
    lines = (f"United Nations {symbol}", "General Assembly", "Distr.: General", "30 November 2009", "Original: English")
    return "\n\n".join([*lines, *more, title])


def secretary_general(*paragraphs: str) -> Report:
    """A report of the Secretary-General on January to November 2009, with these paragraphs from its second on."""
    title = "Report of the Secretary-General on the situation in the Central African Republic"
    return _numbered(masthead("A/64/611", title), *paragraphs)


def committee(*paragraphs: str) -> Report:
    """The report of a committee on the same months."""
    return _numbered(masthead("A/64/41", f"Report of the {COMMITTEE}"), *paragraphs)


def _numbered(head: str, *paragraphs: str) -> Report:
    first = "The present report covers the period from 1 January to 20 November 2009."
    body = [f"{n}. {text}" for n, text in enumerate((first, *paragraphs), start=1)]
    return from_text("\n\n".join([head, "I. Introduction", *body]) + "\n")


def events(report: Report) -> list[str]:
    """Each event as "type number first/last precision whose"; the number, a second day and "day" are left out."""
    return [_line(row) for row in report.rows["meetings"]]


def _line(row: Row) -> str:
    first, last = row["start_date"], row["end_date"]
    days = "undated" if first is None else f"{first}" if first == last else f"{first}/{last}"
    precision = "" if row["date_precision"] == "day" else row["date_precision"]
    whose = "own" if row["is_own"] else "other"
    return " ".join(filter(None, (row["event_type"], row["meeting_number"], days, precision, whose)))


def cases(table: dict[str, list[str]], not_yet: dict[str, str]) -> list[object]:
    """Each text with its events as a parameter of a test; one whose beginning is in `not_yet` must fail."""
    out = []
    for text, wanted in table.items():
        reason = next((why for start, why in not_yet.items() if text.startswith(start)), "")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        out.append(pytest.param(text, wanted, id=text[:50], marks=marks))
    return out


def table(*rows: tuple[str, ...], head: tuple[str, ...] = (), caption: str = "") -> str:
    """A table in HTML: `head` is its row of heads; a row of one cell spans the table."""
    width = max(len(row) for row in (*rows, head))
    out = [f"<caption>{escape(caption)}</caption>"] if caption else []
    if head:
        out.append("<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>")
    for row in rows:
        span = f' colspan="{width}"' if len(row) == 1 < width else ""
        out.append("<tr>" + "".join(f"<td{span}>{_cell(cell)}</td>" for cell in row) + "</tr>")
    return f"<table>{''.join(out)}</table>"


def _cell(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def page(*parts: str, title: str = f"Report of the {COMMITTEE}", symbol: str = "A/64/41") -> Report:
    """A web page with a masthead, two paragraphs and an annex of these parts: tables, and lines of text."""
    first = "The present report covers the period from 1 January to 20 November 2009."
    words = [*masthead(symbol, title).split("\n\n"), f"1. {first}", "2. A list is annexed to the report.", "Annex"]
    lines = [f"<p>{escape(line)}</p>" for line in words]
    lines += [part if part.startswith("<") else f"<p>{escape(part)}</p>" for part in parts]
    head = f"<head><title>{escape(symbol)}</title></head>"
    return from_text(f"<!DOCTYPE html><html>{head}<body>{''.join(lines)}</body></html>", "report.html")
