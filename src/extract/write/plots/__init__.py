"""Three plots of a run as SVG files that a report can use: self-contained, and readable in black and white."""

from __future__ import annotations

from pathlib import Path

from extract.write.figures import Figures
from extract.write.plots.missions import missions_by_year
from extract.write.plots.participants import participants
from extract.write.plots.svg import Plot
from extract.write.plots.timeline import timeline


def plots(figures: Figures) -> list[Plot]:
    """The plots of a run; one that has nothing to show says so."""
    return [timeline(figures), missions_by_year(figures), participants(figures)]


def write(figures: Figures, folder: Path) -> None:
    """Writes each plot as `<name>.svg` into `folder`, which is made.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for plot in plots(figures):
        (folder / f"{plot.name}.svg").write_bytes(plot.svg.encode("utf-8", "replace"))
