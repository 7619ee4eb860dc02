"""What every engine with processes does alike: deals reports out, keeps their order, copes with death and delay."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from extract.engines import Outcome, refused
from extract.model import Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn

Item = tuple[Path, str]
Reader = Callable[[Path, str, Settings, "StandIn | None"], Outcome]
_AHEAD = 2  # reports that a process has at hand, so that it never waits for the next
_WINDOW = 32  # reports for each process that may be done before an earlier one is: what memory holds


@dataclass(frozen=True, slots=True)
class Ready:
    """A process has loaded all that it needs."""


@dataclass(frozen=True, slots=True)
class Dead:
    """A process has ended by itself; `how` in words."""

    how: str


@dataclass(frozen=True, slots=True)
class Done:
    """A report was read, or refused."""

    number: int
    outcome: Outcome


Event = Ready | Dead | Done


class Transport(Protocol):
    """How an engine starts, feeds, hears and stops processes; `worker` is whatever `start` gave."""

    def start(self) -> Any:
        """Another process, which becomes `Ready` by and by."""

    def give(self, worker: Any, number: int, path: Path, name: str, stand_in: StandIn | None) -> None:
        """A report to read after those that it has."""

    def hear(self, workers: Sequence[Any], seconds: float | None) -> list[tuple[Any, Event]]:
        """What has happened, after `seconds` at the latest.

        Raises:
            ModelError: a process cannot load the model.
        """

    def stop(self, worker: Any) -> None:
        """Ends a process at once."""

    def close(self, workers: Sequence[Any]) -> None:
        """Ends all processes."""


@dataclass
class _Worker:
    """A process with the numbers of the reports that it has, the one it works on first."""

    handle: Any
    todo: deque[int] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)


class Pool:
    """Processes, what they have to do, and what is done."""

    def __init__(
        self,
        transport: Transport,
        inputs: Sequence[Item],
        settings: Settings,
        jobs: int,
        stand_ins: Mapping[Path, StandIn],
    ) -> None:
        self._transport, self._inputs, self._stand_ins = transport, inputs, stand_ins
        self._timeout = settings.timeout
        self._left = deque(range(len(inputs)))
        self._died: set[int] = set()
        self._done: dict[int, Outcome] = {}
        self._jobs = max(1, min(jobs, len(inputs)))
        self.workers = [_Worker(transport.start()) for _ in range(self._jobs)]

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each input, in their order.

        Raises:
            ModelError: the spaCy pipeline is not installed.
            RuntimeError: no process can be started.
        """
        try:
            for number in range(len(self._inputs)):
                while number not in self._done:
                    self._deal(number)
                    self._hear()
                yield self._done.pop(number)
        finally:
            self._transport.close([w.handle for w in self.workers])

    def _deal(self, first: int) -> None:
        """Gives each process enough to do, but nothing far ahead of the first that is not done."""
        for worker in self.workers:
            while worker.ready and len(worker.todo) < _AHEAD and self._left:
                number = self._left[0]
                alone = number in self._died or any(n in self._died for n in worker.todo)
                if number >= first + _WINDOW * self._jobs or (alone and worker.todo):
                    break  # one that brought a process down is read alone
                self._left.popleft()
                if not worker.todo:
                    worker.since = time.monotonic()
                worker.todo.append(number)
                path, name = self._inputs[number]
                self._transport.give(worker.handle, number, path, name, self._stand_ins.get(path))

    def _hear(self) -> None:
        """Until something is done, or dead, or late."""
        by_handle = {id(w.handle): w for w in self.workers}
        for handle, event in self._transport.hear([w.handle for w in self.workers], self._seconds()):
            worker = by_handle[id(handle)]
            worker.since = time.monotonic()
            if isinstance(event, Ready):
                worker.ready = True
            elif isinstance(event, Done):
                worker.todo.remove(event.number)
                self._done[event.number] = event.outcome
            else:
                self._dead(worker, event.how)
        now = time.monotonic()
        for worker in list(self.workers):
            if self._timeout and worker.ready and worker.todo and now - worker.since > self._timeout:
                self._transport.stop(worker.handle)
                self._refuse(worker.todo.popleft(), "Timeout", _LATE.format(self._timeout))
                self._replace(worker)

    def _seconds(self) -> float | None:
        """Until the next report is late."""
        ends = [w.since + self._timeout for w in self.workers if w.ready and w.todo] if self._timeout else []
        return max(0.01, min(ends) - time.monotonic() + 0.01) if ends else None

    def _dead(self, worker: _Worker, how: str) -> None:
        """What a process worked on when it ended is read once more, alone; then it is refused."""
        if not worker.ready:
            raise RuntimeError(f"a process could not start ({how})")
        if worker.todo:
            number = worker.todo.popleft()
            if number in self._died:
                self._refuse(number, "WorkerDied", _DIED.format(how))
            else:
                self._died.add(number)
                self._left.append(number)
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Another process in the place of one that was stopped; what that had not begun is dealt out again."""
        self._left = deque(sorted([*self._left, *worker.todo]))
        place = self.workers.index(worker)
        if self._left:
            self.workers[place] = _Worker(self._transport.start())
        else:
            del self.workers[place]

    def _refuse(self, number: int, error: str, message: str) -> None:
        path, name = self._inputs[number]
        self._done[number] = refused(path, name, error, message)


_LATE = "took longer than {:g} seconds and was stopped; --timeout SECONDS gives it more"
_DIED = "the process that read it ended twice ({}); it may want more memory than there is: --memory MB gives it more"
