"""A reader in a process of its own: what it returns and raises comes back; what it wastes is bounded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model import InputError
from extract.read import apart

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def test_what_it_returns() -> None:
    assert apart.call(divmod, 7, 2) == (3, 1)
    assert len(apart.call(bytes, 5_000_000)) == 5_000_000
    assert apart.call(os.getpid) != os.getpid()


def test_what_it_raises() -> None:
    def refuse() -> None:
        raise InputError("read", "no report")

    with pytest.raises(InputError) as caught:
        apart.call(refuse)
    assert (caught.value.stage, caught.value.message) == ("read", "no report")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        apart.call(divmod, 1, 0)


def hoard() -> int:
    return len(bytearray(2 * apart.MEMORY))


def spin() -> None:
    apart.next_page(0.05)
    while True:
        pass


@pytest.mark.parametrize("waste", [hoard, spin, os.abort])
def test_what_it_wastes(waste: Callable[[], object]) -> None:
    with pytest.raises(InputError, match="more memory or time"):
        apart.call(waste)
    assert apart.call(len, "next") == 4


def test_a_page_in_the_process_itself_has_no_limit() -> None:
    """The timer would end the whole program."""
    apart.next_page(0.01)
    assert sum(range(3_000_000)) > 0


def test_nothing_is_left_behind() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    known = children.read_text() if children.exists() else ""  # a test before may have left helpers of Python's own
    for _ in range(5):
        apart.call(len, "")
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert (children.read_text() if children.exists() else "") == known
