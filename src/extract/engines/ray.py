"""Ray: the same processes on the machines of a cluster, or on this one (`pip install unreports[ray]`).

`RAY_ADDRESS` names the cluster, else one is started here for the run. Its machines must see the files under the same
paths. How a report is read, and the order of outcomes, are those of `local`; memory is watched by Ray itself.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.engines import Outcome, one
from extract.engines.pool import Dead, Done, Event, Item, Pool, Reader, Ready
from extract.model import EngineError, ModelError, Settings

if TYPE_CHECKING:
    from extract.read.office import StandIn


def run(
    inputs: Sequence[Item],
    settings: Settings,
    jobs: int,
    stand_ins: Mapping[Path, StandIn],
    read: Reader = one,
) -> Iterator[Outcome]:
    """The outcomes of (path, name) pairs, in their order; `jobs` actors, see `local.run`.

    Raises:
        EngineError: Ray is not installed, or its cluster does not answer.
        ModelError: the spaCy pipeline is not installed.
        RuntimeError: no process can be started.
    """
    try:
        import ray
    except ImportError:
        raise EngineError("Ray is not installed; make install-ray, or pip install 'unreports[ray]'") from None
    cluster = os.environ.get("RAY_ADDRESS")
    ours = not ray.is_initialized()
    if ours:
        try:
            ray.init(
                address=cluster,
                num_cpus=None if cluster else max(1, min(jobs, len(inputs))),
                include_dashboard=None if cluster else False,
                log_to_driver=False,
                logging_level="error",
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise EngineError(f"Ray does not start ({' '.join(str(error).split())[:200]})") from None
    try:
        # A stand-in lies on this machine: on another one the file is converted there.
        paths = [(path.resolve(), name) for path, name in inputs]
        near = {} if cluster else {path.resolve(): s for path, s in stand_ins.items()}
        yield from Pool(Actors(ray, settings, read), paths, settings, jobs, near).outcomes()
    finally:
        if ours:
            ray.shutdown()


class _Reader:
    """What an actor does."""

    def __init__(self, settings: Settings, read: Reader) -> None:
        self._settings, self._read = settings, read

    def load(self) -> ModelError | None:
        """Loads the model."""
        from extract.pipeline import load

        try:
            load(self._settings.model)
        except ModelError as error:
            return error
        return None

    def read(self, path: Path, name: str, stand_in: StandIn | None) -> Outcome:
        """Reads a report."""
        return self._read(path, name, self._settings, stand_in)


@dataclass(eq=False)
class _Actor:
    actor: Any
    pending: dict[Any, int] = field(default_factory=dict)  # what it will give → number of the report; -1: it is ready


class Actors:
    """The transport: an actor for each process."""

    def __init__(self, ray: Any, settings: Settings, read: Reader) -> None:
        self._ray, self._settings, self._read = ray, settings, read
        self._class = ray.remote(num_cpus=1, max_restarts=0)(_Reader)

    def start(self) -> _Actor:
        """Asks for an actor."""
        actor = self._class.remote(self._settings, self._read)
        return _Actor(actor, {actor.load.remote(): -1})

    def give(self, worker: _Actor, number: int, path: Path, name: str, stand_in: StandIn | None) -> None:
        """Calls it; the calls of an actor are answered in turn."""
        worker.pending[worker.actor.read.remote(path, name, stand_in)] = number

    def hear(self, workers: Sequence[_Actor], seconds: float | None) -> list[tuple[_Actor, Event]]:
        """One event of each actor that has an answer, or is dead."""
        firsts = {next(iter(w.pending)): w for w in workers if w.pending}
        if not firsts:
            time.sleep(0.01)
            return []
        done, _ = self._ray.wait(list(firsts), num_returns=1, timeout=seconds)
        more, _ = self._ray.wait(list(firsts), num_returns=len(firsts), timeout=0)
        return [(firsts[ref], self._event(firsts[ref], ref)) for ref in dict.fromkeys([*done, *more])]

    def _event(self, worker: _Actor, ref: Any) -> Event:
        number = worker.pending.pop(ref)
        try:
            value = self._ray.get(ref)
        except self._ray.exceptions.RayActorError as error:
            worker.pending.clear()
            return Dead(str(error).split("\n", 1)[0][:200])
        if isinstance(value, ModelError):
            raise value
        return Ready() if number < 0 else Done(number, value)

    def stop(self, worker: _Actor) -> None:
        """Kills it."""
        worker.pending.clear()
        self._ray.kill(worker.actor)

    def close(self, workers: Sequence[_Actor]) -> None:
        """Kills all."""
        for worker in workers:
            self._ray.kill(worker.actor)
