"""Processes on this machine: each loads the model once and reads one report after the other.

They are spawned, which is safe on every platform, and end with the run, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import connection, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.engines import Outcome, one
from extract.engines.pool import Dead, Done, Event, Item, Pool, Reader, Ready
from extract.model import ModelError, Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    inputs: Sequence[Item],
    settings: Settings,
    jobs: int,
    stand_ins: Mapping[Path, StandIn],
    read: Reader = one,
) -> Iterator[Outcome]:
    """The outcomes of (path, name) pairs, in their order.

    Args:
        inputs: the files with their names.
        settings: of the run; `timeout` and `memory` hold for each report.
        jobs: processes.
        stand_ins: what `read.prepare` made of some files.
        read: what a process does with each.

    Raises:
        ModelError: the spaCy pipeline is not installed.
        RuntimeError: no process can be started.
    """
    yield from Pool(Processes(settings, read), inputs, settings, jobs, stand_ins).outcomes()


# ---------------------------------------------------------------------- in the process


def work(pipe: Any, settings: Settings, read: Reader) -> None:
    """The life of a process: takes (number, path, name, stand-in), gives (number, outcome), until the pipe closes."""
    from extract.pipeline import load

    _limit(settings.memory)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        try:
            load(settings.model)
        except ModelError as error:
            pipe.send(error)
            return
        pipe.send(Ready())
        while True:
            number, path, name, stand_in = pipe.recv()
            pipe.send(Done(number, read(path, name, settings, stand_in)))


def _limit(memory: int) -> None:
    """Bounds the memory of this process, where the system knows how."""
    if sys.platform == "win32" or not memory:
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS has the limit and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


# ---------------------------------------------------------------------- in the run


@dataclass(eq=False)
class _Process:
    process: Any
    pipe: Any


class Processes:
    """The transport: a pipe to each process."""

    def __init__(self, settings: Settings, read: Reader) -> None:
        self._settings, self._read = settings, read
        self._context = get_context("spawn")

    def start(self) -> _Process:
        """Spawns a process."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._settings, self._read), name="unreports")
        process.start()
        theirs.close()
        return _Process(process, ours)

    def give(self, worker: _Process, number: int, path: Path, name: str, stand_in: StandIn | None) -> None:
        """Sends a report; that the process is dead is heard later."""
        with contextlib.suppress(OSError):
            worker.pipe.send((number, path, name, stand_in))

    def hear(self, workers: Sequence[_Process], seconds: float | None) -> list[tuple[_Process, Event]]:
        """One event of each process that has something to say."""
        by_pipe = {w.pipe: w for w in workers}
        return [(by_pipe[pipe], self._event(by_pipe[pipe])) for pipe in connection.wait(list(by_pipe), seconds)]

    def _event(self, worker: _Process) -> Event:
        try:
            event: Event | ModelError = worker.pipe.recv()
        except (EOFError, OSError):
            self.stop(worker)
            status = worker.process.exitcode
            return Dead(f"signal {-status}" if status is not None and status < 0 else f"exit status {status}")
        if isinstance(event, ModelError):
            raise event
        return event

    def stop(self, worker: _Process) -> None:
        """Kills it."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def close(self, workers: Sequence[_Process]) -> None:
        """Closes the pipes, at which a process ends that waits; one that works is killed."""
        for worker in workers:
            worker.pipe.close()
        for worker in workers:
            worker.process.join(0.5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
