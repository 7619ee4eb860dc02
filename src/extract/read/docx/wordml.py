"""The small vocabulary of WordprocessingML: names, attributes, switches, numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
    "",
)
_NUMBER = re.compile(r"-?\d{1,9}$", re.A)
TRUE = ("1", "true", "on")


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def name(element: Any) -> str:
    """The local name of an element; nothing for what is none."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def get(element: Any, attribute: str, default: str = "") -> str:
    """An attribute of WordprocessingML or of relationships, as Word or as strict Open XML writes it."""
    for space in _SPACES:
        value = element.get(space + attribute)
        if value is not None:
            return str(value)
    return default


def child(element: Any, *path: str) -> Any:
    """The first child by local name, then its first child …, or None."""
    for step in path:
        element = None if element is None else next((c for c in element if name(c) == step), None)
    return element


def val(element: Any, *path: str, default: str = "") -> str:
    """The attribute `val` of what stands at the path below an element."""
    found = child(element, *path)
    return default if found is None else get(found, "val", default)


def on(element: Any, *path: str) -> bool:
    """Whether a switch is there and not switched off."""
    found = child(element, *path)
    return found is not None and get(found, "val", "1") not in ("0", "false", "off")


def number(text: str, default: int = 0) -> int:
    """A number as Word writes it; what is none, or beyond all use, is the default."""
    return int(text) if text and _NUMBER.match(text) else default
