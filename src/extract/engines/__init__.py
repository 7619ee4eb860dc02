"""How many reports are extracted: one function of one path, mapped over paths by an engine."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import InputError, Settings
from extract.piece import Piece, load, of_document

if TYPE_CHECKING:
    from extract.read.office import StandIn


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a document's piece, or why there is none.

    Attributes:
        name: of the input.
        source: the piece, or the file that it was put into; None: the input was refused.
        document_id: before two documents of one id are told apart.
        pages: of the document, where its format has pages.
        warnings: what could not be read, in plain words.
        stage, error, message: of a refusal.
        sha256: of the file's bytes; empty where they could not be read.
        seconds: of wall time.
        taken_over: whether an earlier run had extracted it.
    """

    name: str
    source: bytes | Path | None = None
    document_id: str = ""
    pages: int = 0
    warnings: tuple[str, ...] = ()
    stage: str = ""
    error: str = ""
    message: str = ""
    sha256: str = ""
    seconds: float = 0.0
    taken_over: bool = False

    @property
    def piece(self) -> Piece:
        """The document.

        Raises:
            OSError, ValueError: its file cannot be read any more.
        """
        assert self.source is not None
        return load(self.source)


def extracted(name: str, piece: Piece, seconds: float = 0.0, *, taken_over: bool = False) -> Outcome:
    """What became of an input that could be extracted."""
    h = piece.header
    return Outcome(
        name,
        piece.source,
        piece.document_id,
        h["pages"],
        tuple(h["warnings"]),
        sha256=h["sha256"],
        seconds=seconds,
        taken_over=taken_over,
    )


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

    def refusal(stage: str, error: str, message: str) -> Outcome:
        return refused(path, name, error, message, stage, time.perf_counter() - began)

    began = time.perf_counter()
    try:
        report = extract(path, name=name, model=settings.model, ocr=settings.ocr, stand_in=stand_in)
        return extracted(name, of_document(report), time.perf_counter() - began)
    except InputError as error:
        return refusal(error.stage, "InputError", error.message)
    except ModelError:
        raise
    except Exception as error:  # a fault of ours in one report must not take the others down
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        message = f"the program failed on this file ({what}); please report it with the file"
        return refusal("extract", type(error).__name__, message)


def refused(path: Path, name: str, error: str, message: str, stage: str = "extract", seconds: float = 0.0) -> Outcome:
    """What became of an input that could not be extracted."""
    return Outcome(name, stage=stage, error=error, message=message, sha256=_hash(path), seconds=seconds)


def _hash(path: Path) -> str:
    from extract.files import sha256

    if not path.is_file():  # a pipe or a device may never end
        return ""
    try:
        return sha256(path)
    except OSError:
        return ""
