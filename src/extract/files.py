"""What several rooms do with files: their hashes, the program's own files, and why one cannot be used."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path


def sha256(path: Path) -> str:
    """The hash of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()


def why(error: OSError) -> str:
    """The reason of an error of the system, as the end of a sentence: "permission denied"."""
    return (os.strerror(error.errno) if error.errno else str(error)).lower()


@cache
def program() -> tuple[tuple[str, bytes], ...]:
    """The files of the program and its knowledge, by their paths below the package, in order."""
    root = Path(str(files("extract")))
    found = sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return tuple((p.relative_to(root).as_posix(), p.read_bytes()) for p in found)
