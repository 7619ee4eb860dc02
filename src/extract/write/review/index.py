"""The overview of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from extract.write.figures import Figures
from extract.write.plots import plots


def overview(figures: Figures, run: Mapping[str, Any]) -> dict[str, Any]:
    """What the template of `index.html` shows."""
    return {
        "documents": figures.documents(),
        "counts": figures.counts,
        "plots": [
            {
                "title": plot.title,
                "svg": Markup(plot.svg),
                "caption": plot.caption,
                "head": plot.head,
                "rows": plot.rows,
            }
            for plot in plots(figures)
        ],
        "rejected": figures.refused(),
        "warnings": list(run.get("warnings") or []),
        "corrections": list(run.get("corrections") or []),
        "n_stale": sum(c.get("status") == "stale" for c in run.get("corrections") or []),
        "run": run,
    }
