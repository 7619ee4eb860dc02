"""A reader in a process of its own: what PDFium cannot bound, its memory and its time on one page, is bounded here.

PDFium ends the whole process where memory runs out, and a page of a few kilobytes can ask for more than there is: a
stream that unpacks to a gigabyte, a form that draws the next one ten times, thirty levels deep. On Linux the process is
forked, which costs some milliseconds; elsewhere the function is simply called.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from extract.model import InputError

MEMORY = 1_500_000_000  # bytes beyond what the process has already; a page drawn for OCR takes some 200 million
SECONDS = 30.0  # of processor time for one page; one of 100,000 characters takes 4

_Result = TypeVar("_Result")


def call(function: Callable[..., _Result], *args: object) -> _Result:
    """What `function(*args)` returns or raises; the result must be one that `pickle` knows.

    Raises:
        InputError: it raised one, or it took more memory or time than there is for it.
        RuntimeError: it raised anything else.
    """
    if sys.platform != "linux":
        return function(*args)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(theirs, function, args)
    with contextlib.suppress(OSError):  # the child does the same: whoever comes first
        os.setpgid(child, child)
    os.close(theirs)
    answer = b""
    try:
        with os.fdopen(ours, "rb") as pipe:
            answer = pipe.read()
    finally:
        if not answer:  # it is dead, or Ctrl-C: its tesseract goes too
            with contextlib.suppress(OSError):
                os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    try:
        what, value = pickle.loads(answer)
    except (pickle.UnpicklingError, EOFError):
        raise _too_much() from None
    if what == "refused":
        raise InputError(*value)
    if what == "fault":
        raise RuntimeError(value)
    return value  # type: ignore[no-any-return]


def next_page(seconds: float = SECONDS) -> None:
    """A page begins, and with it its time; 0: what follows has a limit of its own."""
    if _in_child:
        signal.setitimer(signal.ITIMER_PROF, seconds)


_in_child = False


def _answer(pipe: int, function: Callable[..., object], args: tuple[object, ...]) -> None:
    """The child's whole life."""
    global _in_child
    status = 1
    try:
        _in_child = True
        gc.freeze()  # what the parent made is not looked through again: each look would copy its memory
        gc.set_threshold(100_000)  # a page makes thousands of small objects, and hardly a cycle
        os.setpgid(0, 0)
        _end_with_parent()
        faulthandler.disable()  # an end by want of memory is foreseen
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        _limit()
        try:
            answer = pickle.dumps(("good", function(*args)))
        except InputError as error:
            answer = pickle.dumps(("refused", (error.stage, error.message)))
        except MemoryError:
            answer = b""
        except Exception as error:
            answer = pickle.dumps(("fault", f"{type(error).__name__}: {error}"))
        with os.fdopen(pipe, "wb") as out:
            out.write(answer)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is flushed or closed twice


def _end_with_parent() -> None:
    """Where the run stops its process, this one has nobody to answer to."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() == 1:
        os._exit(1)


def _limit() -> None:
    import resource

    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = taken + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _too_much() -> InputError:
    return InputError("read", "the file needs more memory or time than any report; print it to a new PDF")
