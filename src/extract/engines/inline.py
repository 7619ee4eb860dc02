"""This process, one report after the other: for work in Python, where no report needs to be bounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extract.engines import Outcome, one
from extract.model import Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn


def run(
    inputs: Sequence[tuple[Path, str]], settings: Settings, jobs: int, stand_ins: Mapping[Path, StandIn]
) -> Iterator[Outcome]:
    """The outcomes of (path, name) pairs, in their order; `jobs` does not matter."""
    for path, name in inputs:
        yield one(path, name, settings, stand_ins.get(path))
