"""A check in a child process, with bounds of time and memory that the system enforces, whatever the check is stuck in."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import select
import signal
import sys
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

SECONDS = 20  # of processor time; what is bounded here takes less than a tenth of one
WALL = 300.0  # seconds after which it waits for something that never comes
MEMORY = 2_000_000_000  # bytes beyond what the process has already


def bounded(check: Callable[..., None], *args: object, seconds: int = SECONDS) -> None:
    """Calls `check(*args)` in a fork of this process; on Linux only, elsewhere it is simply called.

    Raises:
        AssertionError: of a class of its own for each place in the program where the check failed, so that Hypothesis
            takes two faults for two.
    """
    if sys.platform != "linux":
        check(*args)
        return
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _live(theirs, check, args, seconds)
    os.close(theirs)
    status, answer = 0, b""
    try:
        with os.fdopen(ours, "rb") as pipe:
            if select.select([pipe], [], [], WALL)[0]:
                answer = pipe.read()
    finally:
        if not answer:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    if answer:
        where, said = pickle.loads(answer)
    else:
        how = (
            "SIGKILL, after it was waited for" if os.WTERMSIG(status) == 9 else signal.Signals(os.WTERMSIG(status)).name
        )
        where, said = how, f"the process ended by {how}; SIGXCPU: more than {seconds} s of processor time"
    if where:
        raise _fault(where)(said)


@cache
def _fault(where: str) -> type[AssertionError]:
    return type(where, (AssertionError,), {})


def _live(pipe: int, check: Callable[..., None], args: tuple[object, ...], seconds: int) -> None:
    """The child's whole life."""
    status = 1
    try:
        gc.freeze()
        _limit(seconds)
        answer = ("", "")
        try:
            check(*args)
        except Exception as error:
            # The place is the last one in the program, or in the check.
            frames = traceback.extract_tb(error.__traceback__)
            own = [f for f in frames if f"{os.sep}extract{os.sep}" in f.filename] or frames
            last = own[-1] if not isinstance(error, AssertionError) else frames[-1]
            answer = (f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}", traceback.format_exc())
        with os.fdopen(pipe, "wb") as out:
            out.write(pickle.dumps(answer))
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is flushed or closed twice


def _limit(seconds: int) -> None:
    import resource

    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, taken + MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
