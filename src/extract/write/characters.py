"""Text of a report as HTML: data, never markup, and each character of the text stays one character of the page."""

from __future__ import annotations

import re

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
# Marks that turn the direction of what follows: each is shut into an element of its own, where it turns nothing.
_DIRECTION = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}


def _plain() -> dict[int, str]:
    table = {ord(k): v for k, v in _MARKUP.items()}
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029):
        if code in (0x09, 0x0A):
            continue
        if chr(code).isspace():
            table[code] = " "
        elif 0 < code < 0x20:
            table[code] = chr(0x2400 + code)  # its picture
        else:
            table[code] = "\u2421" if code == 0x7F else "\ufffd"
    table |= dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
    return table


_ATTRIBUTE = _plain()
_TEXT = _ATTRIBUTE | {
    code: f'<bdi class="control" data-name="{name}">{chr(code)}</bdi>' for code, name in _DIRECTION.items()
}
_SURROGATES = "\ud800-\udfff"
_SPECIAL = re.compile("[" + "".join(re.escape(chr(c)) for c in sorted(_TEXT)) + _SURROGATES + "]")
_LONE = re.compile(f"[{_SURROGATES}]")


def html(text: str) -> str:
    """`text` as the content of an element; control characters are shown, or are blanks where they are blanks."""
    return _LONE.sub("\ufffd", text).translate(_TEXT) if _SPECIAL.search(text) else text


def attribute(text: str) -> str:
    """`text` as the value of an attribute in quotation marks."""
    return _LONE.sub("\ufffd", text).translate(_ATTRIBUTE) if _SPECIAL.search(text) else text


def json_in_html(text: str) -> str:
    """JSON that can stand in a script element: it cannot end it, and no line separator is raw."""
    for c in "<>&\u2028\u2029":
        text = text.replace(c, f"\\u{ord(c):04x}")
    return _LONE.sub("\ufffd", text)
