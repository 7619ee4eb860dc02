"""How far a long run is, on a terminal: files, pages, time left. Elsewhere nothing is shown."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.engines import Outcome


class Progress:
    """A run that tells nobody; `Bar` shows it."""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return None

    def start(self, total: int) -> None:
        """Before the first of `total` files."""

    def step(self, outcome: Outcome) -> None:
        """After each file."""

    def writing(self) -> None:
        """When the tables are about to be written."""


class Bar(Progress):
    """A bar on standard error that goes away at the end."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("files{task.fields[pages]}{task.fields[refused]}"),
            TimeElapsedColumn(),
            TextColumn("left:"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task: Any = None
        self._pages = self._refused = 0

    def __enter__(self) -> Bar:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bars.stop()

    def start(self, total: int) -> None:
        self._task = self._bars.add_task("reading", total=total, pages="", refused="")

    def step(self, outcome: Outcome) -> None:
        self._refused += outcome.source is None
        self._pages += outcome.pages
        self._bars.update(
            self._task,
            advance=1,
            pages=f", {self._pages:,} pages" if self._pages else "",
            refused=f", {self._refused:,} refused" if self._refused else "",
        )

    def writing(self) -> None:
        self._bars.update(self._task, description="writing the tables of")


def shown(quiet: bool) -> Progress:
    """A bar where a person looks at a terminal, else nothing."""
    return Bar() if sys.stderr.isatty() and not quiet else Progress()
