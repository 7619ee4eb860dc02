"""Local processes; one job runs in this process and starts no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from extract.engines import Outcome, one
from extract.model import Settings


def run(inputs: Sequence[tuple[Path, str]], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """The outcomes of (path, name) pairs, in their order."""
    if jobs <= 1 or len(inputs) < 2:
        for path, name in inputs:
            yield one(path, name, settings)
        return
    with ProcessPoolExecutor(min(jobs, len(inputs)), mp_context=get_context("spawn")) as pool:
        chunk = max(1, min(16, len(inputs) // (jobs * 4)))
        yield from pool.map(
            one, [p for p, _ in inputs], [n for _, n in inputs], [settings] * len(inputs), chunksize=chunk
        )
