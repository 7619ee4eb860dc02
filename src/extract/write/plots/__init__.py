"""Three plots of a run as SVG files that a report can use: self-contained, and readable in black and white."""

from __future__ import annotations

from pathlib import Path

from extract.report import Rows
from extract.write.plots.missions import missions_by_year
from extract.write.plots.participants import participants
from extract.write.plots.svg import Plot
from extract.write.plots.timeline import timeline


def plots(rows: Rows) -> list[Plot]:
    """The plots of a run; one that has nothing to show says so."""
    return [timeline(rows), missions_by_year(rows), participants(rows)]


def write(rows: Rows, folder: Path) -> None:
    """Writes each plot as `<name>.svg` into `folder`, which is made.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for plot in plots(rows):
        (folder / f"{plot.name}.svg").write_bytes(plot.svg.encode("utf-8", "replace"))
