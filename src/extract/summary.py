"""What a run says at its end: how much was found, what disagrees, where to look first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from extract.write.figures import Figures

if TYPE_CHECKING:
    from extract.run import Result

_SHOWN = 8
_NAMED = 4  # documents without an event
_ALL = 1_000_000


def summary(result: Result) -> str:
    """A few lines for a terminal."""
    output, record = result.output, result.record
    with Figures(output / "unreports.db") as figures:
        lines = [_counts(figures.counts), *_empty(figures), *_first(figures), *_contradictions(figures)]
    stale = record["stale_corrections"]
    done = len(record["corrections"]) - len(stale)
    if done:
        lines.append(f"{done} {_s('correction', done)} applied")
    if stale:
        c = stale[0]
        lines.append(
            f"{len(stale)} {_s('correction', len(stale))} not applied, see stale_corrections in run.json; the first: "
            f"{c['table']} {c['id']} {c['field']}: {c['why']}"
        )
    if result.warnings:
        n = len(result.warnings)
        lines.append(f"{n} {_s('warning', n)} in run.json; the first: {result.warnings[0]}")
    if result.refused:
        lines.append(f"{len(result.refused)} {_s('input', len(result.refused))} refused: see csv/rejected.csv")
    lines.append(
        f"Open {output / 'unreports.xlsx'}, or check row by row beside the text: unreports review --output {output}"
    )
    lines.append(
        f"The same tables are in {output / 'csv'}, {output / 'parquet'} (pandas, R) and {output / 'unreports.db'}."
    )
    return "\n".join(lines)


def _counts(n: Mapping[str, int]) -> str:
    parts = [f"{n[k]} {k if k == 'info' else _s(k, n[k])}" for k in ("error", "warning", "info") if n[k]]
    counts = (
        f"{n['documents']} {_s('document', n['documents'])}, {n['events']} {_s('event', n['events'])} "
        f"({n['own']} of the issuing bodies), {n['odd']} {_s('discrepancy', n['odd'])}"
    )
    return counts + (f" ({', '.join(parts)})" if parts else "")


def _empty(figures: Figures) -> list[str]:
    """The documents without an event, by name: somebody who knows that there are some should look into them."""
    found = [
        d["source_file"] for d in figures.ask("SELECT source_file FROM documents WHERE n_meetings = 0 LIMIT ?", _ALL)
    ]
    if not found:
        return []
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return [f"No event was found in {', '.join(found[:_NAMED])}{more}."]


def _first(figures: Figures) -> list[str]:
    n = figures.counts["review"]
    if not n:
        return []
    lines = [f"{n} {_s('row', n)} to look at first:"]
    for m in figures.to_review(_SHOWN):
        when, what = m["start_date"] or m["date_text"] or "no date", _short(m["subject"] or m["words"])
        lines.append(f"  {when}  {what}  [{m['meeting_id']}]")
        if m["review_reason"]:
            lines.append(f"              {m['review_reason']}")
    if n > _SHOWN:
        lines.append(f"  … and {n - _SHOWN} more: needs_review in csv/meetings.csv")
    return lines


def _contradictions(figures: Figures) -> list[str]:
    n = figures.counts["error"]
    if not n:
        return []
    lines = ["The documents contradict themselves:"]
    worst = figures.ask("SELECT * FROM discrepancies WHERE severity = 'error' ORDER BY rowid LIMIT ?", _SHOWN)
    lines += [f"  {_first_sentence(d['explanation'])}  [{d['meeting_id'] or ''}]" for d in worst]
    if n > _SHOWN:
        lines.append(f"  … and {n - _SHOWN} more")
    return [*lines, "  What was taken, and why: explanation in csv/discrepancies.csv"]


def _s(word: str, n: int) -> str:
    if n == 1:
        return word
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def _first_sentence(text: str) -> str:
    """The disagreement itself: what was taken, and why, stands behind it."""
    return text.split(". ", 1)[0].rstrip(".") + "."


def _short(text: str) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= 70 else text[:69] + "…"
