"""What a run says at its end: how much was found, what disagrees, where to look first."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.run import Result

_SHOWN = 8


def summary(result: Result, output: Path) -> str:
    """A few lines for a terminal."""
    documents, meetings, found, rejected = (
        result.rows[name] for name in ("documents", "meetings", "discrepancies", "rejected")
    )
    by_severity = Counter(d["severity"] for d in found)
    own = sum(bool(m["is_own"]) for m in meetings)
    parts = [
        f"{by_severity[k]} {k if k == 'info' else _s(k, by_severity[k])}"
        for k in ("error", "warning", "info")
        if by_severity[k]
    ]
    counts = (
        f"{len(documents)} {_s('document', len(documents))}, {len(meetings)} {_s('event', len(meetings))} "
        f"({own} of the issuing bodies), {len(found)} {_s('discrepancy', len(found))}"
    )
    lines = [counts + (f" ({', '.join(parts)})" if parts else "")]
    review = [m for m in meetings if m["needs_review"]]
    if review:
        lines.append(f"{len(review)} {_s('row', len(review))} to look at first:")
        lines += [
            f"  {m['start_date'] or m['date_text'] or 'no date'}  {_short(m['subject'] or m['event_type'])}"
            f"  [{m['meeting_id']}]"
            for m in review[:_SHOWN]
        ]
        if len(review) > _SHOWN:
            lines.append(f"  … and {len(review) - _SHOWN} more: needs_review in csv/meetings.csv")
    worst = [d for d in found if d["severity"] == "error"]
    if worst:
        lines.append("The documents contradict themselves:")
        lines += [f"  {_first_sentence(d['explanation'])}  [{d['meeting_id']}]" for d in worst[:_SHOWN]]
        if len(worst) > _SHOWN:
            lines.append(f"  … and {len(worst) - _SHOWN} more")
        lines.append("  What was taken, and why: explanation in csv/discrepancies.csv")
    done, stale = result.corrected.done, result.corrected.stale
    if done:
        lines.append(f"{len(done)} {_s('correction', len(done))} applied")
    if stale:
        c, why = stale[0]
        lines.append(
            f"{len(stale)} {_s('correction', len(stale))} not applied, see stale_corrections in run.json; the first: "
            f"{c.table} {c.id} {c.field}: {why}"
        )
    if result.warnings:
        lines.append(
            f"{len(result.warnings)} {_s('warning', len(result.warnings))} in run.json; the first: {result.warnings[0]}"
        )
    if rejected:
        lines.append(f"{len(rejected)} {_s('input', len(rejected))} refused: see csv/rejected.csv")
    lines.append(
        f"Open {output / 'unreports.xlsx'}, or check row by row beside the text: unreports review --output {output}"
    )
    lines.append(
        f"The same tables are in {output / 'csv'}, {output / 'parquet'} (pandas, R) and {output / 'unreports.db'}."
    )
    return "\n".join(lines)


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
