"""How new output takes the place of the old: whole, by one run at a time, and also where a run is killed meanwhile.

The new files are written into a folder `.new-…` inside the output folder. When they are complete, a note `.swap` names
that folder: from then on the new output is what counts. Then each file changes places with the old one; a run that is
killed in between is finished by the next one.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from extract.write.unchanged import OURS

NOTE, LOCK, NEW = ".swap", ".lock", ".new-"


class BusyError(Exception):
    """Another run writes into the folder."""


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Keeps other runs out of an output folder, and puts in order what a killed one has left.

    Raises:
        BusyError: another run is at work there.
        OSError: the folder cannot be made or written.
    """
    there = output.exists()
    output.mkdir(parents=True, exist_ok=True)
    lock = FileLock(output / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BusyError(
            f"{output}: another run is writing there; wait until it is done, or name another --output"
        ) from None
    try:
        recover(output)
        yield
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            (output / LOCK).unlink(missing_ok=True)
        if not there:
            with contextlib.suppress(OSError):  # nothing was written
                output.rmdir()


def recover(output: Path) -> None:
    """Finishes the change of places of a run that was killed in it, and takes away what one has left half written."""
    note = output / NOTE
    if note.exists():
        with contextlib.suppress(ValueError, KeyError, TypeError):
            beside = output / Path(json.loads(note.read_text(encoding="utf-8"))["new"]).name
            if beside.is_dir() and beside.name.startswith(NEW):
                _forward(beside, output)
        note.unlink(missing_ok=True)
    for left in output.glob(f"{NEW}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def beside(output: Path) -> Iterator[Path]:
    """A folder to write into, whose files take their places in `output` at the end; on an error nothing changes.

    Raises:
        OSError: the folder cannot be written; the old output is whole.
    """
    output.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=NEW, dir=output))
    try:
        yield new
        _swap(new, output)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, output: Path) -> None:
    note, draft = output / NOTE, new / NOTE
    with draft.open("w", encoding="utf-8") as f:
        json.dump({"new": new.name}, f)
        f.flush()
        os.fsync(f.fileno())
    draft.replace(note)
    try:
        _forward(new, output)
    except OSError:
        _back(new, output)
        raise
    finally:
        note.unlink(missing_ok=True)


def _forward(new: Path, output: Path) -> None:
    """Puts each new file where the old one stands, which goes aside first; does nothing twice."""
    aside = new / "old"
    aside.mkdir(exist_ok=True)
    for name in OURS:
        if (new / name).exists():
            if (output / name).exists():
                (output / name).rename(aside / name)
            (new / name).rename(output / name)


def _back(new: Path, output: Path) -> None:
    """Puts the old files back."""
    for name in OURS:
        if (new / "old" / name).exists():
            if (output / name).exists():
                (output / name).rename(new / f"{name}.undone")
            (new / "old" / name).rename(output / name)
