"""How many reports are extracted: one function of one path, mapped over paths by an engine."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import InputError, Settings
from extract.report import Report

if TYPE_CHECKING:
    from extract.read.office import StandIn


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a report, or why there is none; `seconds` of wall time."""

    name: str
    report: Report | None
    stage: str = ""
    error: str = ""
    message: str = ""
    sha256: str = ""
    seconds: float = 0.0
    taken_over: bool = False  # from an earlier run


def one(path: Path, name: str, settings: Settings, stand_in: StandIn | None = None) -> Outcome:
    """Extracts one input; whatever happens to it becomes an `Outcome` and harms no other.

    Args:
        path: the file.
        name: what to call it.
        settings: of the run.
        stand_in: what `read.prepare` made of the file.
    """
    from extract.model import ModelError
    from extract.pipeline import extract

    began = time.perf_counter()
    try:
        report = extract(path, name=name, model=settings.model, ocr=settings.ocr, stand_in=stand_in)
    except InputError as error:
        return Outcome(name, None, error.stage, "InputError", error.message, _hash(path), time.perf_counter() - began)
    except ModelError:
        raise
    except Exception as error:  # a fault of ours in one report must not take the others down
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        message = f"the program failed on this file ({what}); please report it with the file"
        return Outcome(name, None, "extract", type(error).__name__, message, _hash(path), time.perf_counter() - began)
    return Outcome(name, report, seconds=time.perf_counter() - began)


def refused(path: Path, name: str, error: str, message: str) -> Outcome:
    """What became of an input whose process was stopped or died."""
    return Outcome(name, None, "extract", error, message, _hash(path))


def _hash(path: Path) -> str:
    from extract.files import sha256

    if not path.is_file():  # a pipe or a device may never end
        return ""
    try:
        return sha256(path)
    except OSError:
        return ""
