"""Local processes: each loads the model once and reads one report after the other.

One that dies or hangs takes only its report down.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.engines import Outcome, one, refused
from extract.model import Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn

Item = tuple[Path, str]
Reader = Callable[[Path, str, Settings, "StandIn | None"], Outcome]
_AHEAD = 2  # reports that a process has at hand, so that it never waits for the next
_WINDOW = 32  # reports for each process that may be done before an earlier one is: what memory holds


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
    pool = _Pool(inputs, settings, max(1, min(jobs, len(inputs))), stand_ins, read)
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


# ---------------------------------------------------------------------- in the worker


def work(pipe: Any, settings: Settings, read: Reader) -> None:
    """The life of a worker: takes (number, path, name, stand-in), gives (number, outcome), until the pipe closes."""
    from extract.model import ModelError
    from extract.pipeline import load

    _limit(settings.memory)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        try:
            load(settings.model)
        except ModelError as error:
            pipe.send((-1, error))
            return
        pipe.send((-1, None))
        while True:
            number, path, name, stand_in = pipe.recv()
            pipe.send((number, read(path, name, settings, stand_in)))


def _limit(memory: int) -> None:
    """Bounds the memory of this process, where the system knows how."""
    if sys.platform == "win32" or not memory:
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS has the limit and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


# ---------------------------------------------------------------------- in the parent


@dataclass
class _Worker:
    """A process with the numbers of the reports that it has, the one it works on first."""

    process: Any
    pipe: Any
    todo: deque[int] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)


class _Pool:
    """Workers, what they have to do, and what is done."""

    def __init__(
        self,
        inputs: Sequence[Item],
        settings: Settings,
        jobs: int,
        stand_ins: Mapping[Path, StandIn],
        read: Reader,
    ) -> None:
        self._inputs, self._settings, self._stand_ins, self._read = inputs, settings, stand_ins, read
        self._context = get_context("spawn")
        self._left = deque(range(len(inputs)))
        self._died: dict[int, int] = {}
        self._done: dict[int, Outcome] = {}
        self._jobs = jobs
        self._workers = [self._start() for _ in range(jobs)]

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._settings, self._read), name="unreports")
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each input, in order."""
        for number in range(len(self._inputs)):
            while number not in self._done:
                self._deal(number)
                self._wait()
            yield self._done.pop(number)

    def _deal(self, first: int) -> None:
        """Gives each worker enough to do, but nothing far ahead of the first that is not done."""
        for worker in self._workers:
            while worker.ready and len(worker.todo) < _AHEAD and self._left:
                if self._left[0] >= first + _WINDOW * self._jobs:
                    return
                if self._died.get(self._left[0]) and worker.todo:
                    return  # one that brought a process down is read alone
                number = self._left.popleft()
                path, name = self._inputs[number]
                if not worker.todo:
                    worker.since = time.monotonic()
                worker.todo.append(number)
                try:
                    worker.pipe.send((number, path, name, self._stand_ins.get(path)))
                except OSError:
                    return  # it is dead, which waiting finds out
                if self._died.get(number):
                    break

    def _wait(self) -> None:
        """Until something is done, or dead, or late."""
        pipes = {w.pipe: w for w in self._workers}
        for pipe in connection.wait(list(pipes), self._seconds()):
            self._hear(pipes[pipe])
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.ready and worker.todo and self._settings.timeout and now - worker.since > self._settings.timeout:
                self._stop(worker)
                self._finish(worker.todo.popleft(), "Timeout", _LATE.format(self._settings.timeout))
                self._replace(worker)

    def _seconds(self) -> float | None:
        if not self._settings.timeout:
            return None
        ends = [w.since + self._settings.timeout for w in self._workers if w.ready and w.todo]
        return max(0.01, min(ends) - time.monotonic() + 0.01) if ends else None

    def _hear(self, worker: _Worker) -> None:
        try:
            number, what = worker.pipe.recv()
        except (EOFError, OSError):
            self._dead(worker)
            return
        if number < 0:
            if what is not None:
                raise what
            worker.ready = True
        else:
            worker.todo.remove(number)
            self._done[number] = what
        worker.since = time.monotonic()

    def _dead(self, worker: _Worker) -> None:
        """A process ended by itself: what it worked on is read once more, alone; then it is refused."""
        self._stop(worker)
        if not worker.ready:
            raise RuntimeError(f"a process could not start (exit status {worker.process.exitcode})")
        if worker.todo:
            number = worker.todo.popleft()
            self._died[number] = self._died.get(number, 0) + 1
            if self._died[number] > 1:
                self._finish(number, "WorkerDied", _DIED.format(_how(worker.process.exitcode)))
            else:
                self._left.appendleft(number)
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Another process in the place of one that was stopped, which gets back what it had not begun."""
        self._left.extendleft(reversed(worker.todo))
        self._left = deque(sorted(self._left))
        place = self._workers.index(worker)
        if self._left or any(w.todo for w in self._workers if w is not worker):
            self._workers[place] = self._start()
        else:
            del self._workers[place]

    def _finish(self, number: int, error: str, message: str) -> None:
        path, name = self._inputs[number]
        self._done[number] = refused(path, name, error, message)

    def _stop(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def close(self) -> None:
        """Ends all processes."""
        for worker in self._workers:
            worker.pipe.close()  # which ends it, where it waits
            if worker.todo:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


_LATE = "took longer than {:g} seconds and was stopped; --timeout SECONDS gives it more"
_DIED = "the process that read it ended twice ({}); it may want more memory than there is: --memory MB gives it more"


def _how(status: int | None) -> str:
    return f"signal {-status}" if status is not None and status < 0 else f"exit status {status}"
