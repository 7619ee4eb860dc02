"""The overview of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from extract.report import Rows
from extract.write.plots import plots


def overview(rows: Rows, run: Mapping[str, Any]) -> dict[str, Any]:
    """What the template of `index.html` shows."""
    meetings, odd = rows.get("meetings", []), rows.get("discrepancies", [])
    n_odd = Counter(d["document_id"] for d in odd)
    n_review = Counter(m["document_id"] for m in meetings if m["needs_review"])
    n_corrected = Counter(m["document_id"] for m in meetings if m["corrected"])
    n_meetings = Counter(m["document_id"] for m in meetings)
    severities = Counter(d["severity"] for d in odd)
    return {
        "documents": [
            {
                **d,
                "n_meetings": n_meetings[d["document_id"]],
                "n_odd": n_odd[d["document_id"]],
                "n_review": n_review[d["document_id"]],
                "n_corrected": n_corrected[d["document_id"]] + bool(d["corrected"]),
            }
            for d in rows.get("documents", [])
        ],
        "counts": {
            "documents": len(rows.get("documents", [])),
            "events": len(meetings),
            "own": sum(bool(m["is_own"]) for m in meetings),
            "review": sum(n_review.values()),
            "odd": len(odd),
            **{name: severities[name] for name in ("error", "warning", "info")},
        },
        "plots": [
            {
                "title": plot.title,
                "svg": Markup(plot.svg),
                "caption": plot.caption,
                "head": plot.head,
                "rows": plot.rows,
            }
            for plot in plots(rows)
        ],
        "rejected": rows.get("rejected", []),
        "warnings": list(run.get("warnings") or []),
        "corrections": list(run.get("corrections") or []),
        "n_stale": sum(c.get("status") == "stale" for c in run.get("corrections") or []),
        "run": run,
    }
