"""A part of the writing in a process of its own, while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")


@contextmanager
def job(do: Callable[..., T], *given: Any, apart: bool) -> Iterator[Callable[[], T]]:
    """Begins `do(*given)`, and gives what waits for its result; at the end no process is left.

    Args:
        do: a function of a module, which a spawned process can find.
        given: what it is called with.
        apart: in a process of its own; else in this one, when the result is wanted.

    Raises (when the result is waited for):
        OSError: as `do` does, or the process ended by itself.
    """
    if not apart:
        yield cache(lambda: do(*given))
        return
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, do, given), daemon=True)
    process.start()
    theirs.close()

    @cache
    def result() -> T:
        try:
            value: T | Exception = ours.recv()
        except EOFError:
            process.join()
            raise OSError(None, f"the process that writes the tables ended (exit status {process.exitcode})") from None
        if isinstance(value, Exception):
            raise value
        return value

    try:
        yield result
    finally:
        process.kill()
        process.join()
        ours.close()


def _work(pipe: Any, do: Callable[..., Any], given: tuple[Any, ...]) -> None:
    try:
        pipe.send(do(*given))
    except Exception as error:
        pipe.send(error)
