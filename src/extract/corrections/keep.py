"""Edits in an output folder that no correction of the run holds: never written over, and never unsaid."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from extract import corrections as files
from extract.corrections import Correction, CorrectionsError
from extract.files import sha256

BOOK = "unreports.xlsx"


def unused(output: Path, given: Sequence[Correction]) -> list[str]:
    """A word on a corrections.csv in the output folder whose corrections this run was not given."""
    path = output / files.FILE
    if not path.is_file():
        return []
    try:
        n = len(_missing(files.read(path), given))
    except CorrectionsError as error:
        return [str(error)]
    if not n:
        return []
    return [f"{path}: {n} of its corrections {'was' if n == 1 else 'were'} not used; copy it into the input folder"]


def edited(output: Path, given: Sequence[Correction]) -> list[str]:
    """Saves the edits of a workbook that is about to be replaced, where the run was not given them.

    They become a corrections.csv beside it; where some could not be taken, the workbook itself is kept under another
    name too.

    Raises:
        OSError: the folder cannot be written.
    """
    path = output / BOOK
    if not path.is_file() or sha256(path) == _recorded(output / "run.json"):
        return []
    from extract.corrections.compare import compare

    said = []
    try:
        found = compare(path)
        left, lost = _missing(found.corrections, given), bool(found.words)
    except CorrectionsError:
        left, lost = [], True
    if left:
        target = _free(output / files.FILE, found.corrections)
        files.write(found.corrections, target)
        said.append(
            f"{path} had been edited and {len(left)} of its edits were not among the corrections given: they stand in "
            f"{target}; copy it into the input folder as {files.FILE} and run again"
        )
    if lost:
        aside = _free(path.with_stem(path.stem + ".edited"))
        shutil.copy2(path, aside)
        said.append(f"{path} had been edited in ways that could not be taken over; it was kept as {aside}")
    return said


def _missing(wanted: Sequence[Correction], given: Sequence[Correction]) -> list[Correction]:
    known = {(*c.place, c.new_value) for c in given}
    return [c for c in wanted if (*c.place, c.new_value) not in known]


def _free(path: Path, may_replace: Sequence[Correction] = ()) -> Path:
    """A name that is not taken, or a file of corrections that all stand in `may_replace`."""
    n, free = 1, path
    while free.exists():
        if may_replace and not _missing(files.read(free), may_replace):
            return free
        n += 1
        free = path.with_stem(f"{path.stem}-{n}")
    return free


def _recorded(path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8")).get("workbook_sha256", ""))
    except (OSError, ValueError, AttributeError):
        return ""
