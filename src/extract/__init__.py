"""Reports of United Nations bodies as data.

>>> from extract import extract
>>> extract("raw/S_2006_972.txt").meetings  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from extract.model import InputError
    from extract.pipeline import extract
    from extract.report import Report

__all__ = ["InputError", "Report", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    """Loads spaCy and the rooms only when they are asked for, so that `unreports --help` is quick."""
    if name == "extract":
        from extract.pipeline import extract

        return extract
    if name == "Report":
        from extract.report import Report

        return Report
    if name == "InputError":
        from extract.model import InputError

        return InputError
    raise AttributeError(name)
