"""Local processes; one job runs in this process and starts no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from extract.engines import Outcome, one
from extract.model import Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn


def run(
    inputs: Sequence[tuple[Path, str]], settings: Settings, jobs: int, stand_ins: Mapping[Path, StandIn]
) -> Iterator[Outcome]:
    """The outcomes of (path, name) pairs, in their order."""
    if jobs <= 1 or len(inputs) < 2:
        for path, name in inputs:
            yield one(path, name, settings, stand_ins.get(path))
        return
    with ProcessPoolExecutor(min(jobs, len(inputs)), mp_context=get_context("spawn")) as pool:
        chunk = max(1, min(16, len(inputs) // (jobs * 4)))
        paths, names = zip(*inputs, strict=True)
        yield from pool.map(
            one, paths, names, [settings] * len(inputs), [stand_ins.get(p) for p in paths], chunksize=chunk
        )
