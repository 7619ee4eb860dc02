"""One picture of a page recognised by `tesseract`: its words with their boxes and the confidence in each.

A page is tried as it lies; where next to nothing on it is read with confidence it is turned, and where that does not
help it is a map or a photograph.
"""

from __future__ import annotations

import os
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from extract.read import picture
from extract.read.layout.page import Word

if TYPE_CHECKING:
    from extract.read.picture import Pixels

DOUBTFUL = 60.0  # a word below this confidence (of 100) is doubtful
SECONDS = 120.0  # for one look at a page
_SURE = 80.0
_READ = 0.35  # the least share of letters in sure words; maps have 0.1, poor scans 0.8
_NOISE = 40.0  # a short line below this mean confidence is an emblem, a stain
_SHORT = 25  # characters
_SIGNS = re.compile(r"[\W_]+")
_RULE = re.compile(r"[_|~=—–\-]{2,}|[_|~\\]")
_FIELD = re.compile(r"(bbox|baseline|x_size|x_wconf) ([-\d. e]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a picture says.

    Attributes:
        words: its words; coordinates in points from the top left of the upright page.
        width: of the upright page.
        height: of the upright page.
        picture: there are no words that could be read: a map, a photograph.
        failed: tesseract broke off, or took too long.
    """

    words: list[Word]
    width: float
    height: float
    picture: bool = False
    failed: bool = False


def available() -> bool:
    """Whether `tesseract` is installed and knows English."""
    program = shutil.which("tesseract")
    return program is not None and _knows_english(program)


@cache
def _knows_english(program: str) -> bool:
    import pytesseract

    try:
        return "eng" in pytesseract.get_languages()
    except (OSError, RuntimeError):
        return False


@contextmanager
def one_thread() -> Iterator[None]:
    """Each tesseract keeps to one core; its threads would take longer for the same page, and there are other pages."""
    name = "OMP_THREAD_LIMIT"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def recognise(pixels: Pixels, scale: float, number: int) -> Page:
    """The words of a page.

    Args:
        pixels: the page in greys.
        scale: pixels a point.
        number: the page's number, from 1.
    """
    height, width = (side / scale for side in pixels.shape)
    try:
        pixels = picture.clean(pixels)
        if not picture.inked(pixels):
            return Page([], width, height)
        if picture.sideways(pixels) and (degrees := _lies(pixels, scale)):
            pixels = picture.turned(pixels, degrees)  # the wrong way round it takes five times as long
        page, share = _upright(pixels, scale, number)
        if share < _READ and _lies(pixels, scale) == 180:
            page, share = _upright(picture.turned(pixels, 180), scale, number)
    except (OSError, RuntimeError, ET.ParseError, ValueError):
        return Page([], width, height, failed=True)
    return page if share >= _READ else Page([], width, height, picture=True)


def _upright(pixels: Pixels, scale: float, number: int) -> tuple[Page, float]:
    """The words of an upright page, and the share of its letters that stand in sure words."""
    angle = picture.skew(pixels)
    if abs(angle) >= 0.1:
        pixels = picture.turned(pixels, angle)
    lines = [
        line
        for top, bottom, left, right in picture.pieces(pixels)
        for line in _parse(_hocr(pixels[top:bottom, left:right], scale), scale, number, (left, top))
    ]
    letters = sum(len(w.text) for line in lines for w, _ in line)
    share = sum(len(w.text) for line in lines for w, c in line if c >= _SURE) / letters if letters else 0.0
    height, width = (side / scale for side in pixels.shape)
    return Page([w for line in lines if not _stain(line) for w, _ in line], width, height), share


def _stain(line: Sequence[tuple[Word, float]]) -> bool:
    """Whether a line is no line: part of an emblem, the shadow of a staple."""
    letters = sum(len(w.text) for w, _ in line)
    return letters <= _SHORT and sum(c * len(w.text) for w, c in line) < _NOISE * letters


# ---------------------------------------------------------------------- tesseract


def _hocr(pixels: Pixels, scale: float) -> str:
    """What tesseract says of a picture; `--psm 6`: one block of text, so that no figure in a margin is passed over."""
    import pytesseract
    from PIL import Image

    image = Image.fromarray(pixels)
    image.format = "PPM"  # nothing to compress, nothing to unpack
    said: bytes = pytesseract.image_to_pdf_or_hocr(
        image, lang="eng", config=f"--psm 6 --dpi {round(scale * 72)}", extension="hocr", timeout=SECONDS
    )
    return said.decode("utf-8", "replace")


def _lies(pixels: Pixels, scale: float) -> int:
    """By how many degrees the page must be turned, against the clock, to stand upright."""
    import pytesseract
    from PIL import Image

    image = Image.fromarray(pixels)
    image.format = "PPM"
    try:
        said = pytesseract.image_to_osd(image, config=f"--dpi {round(scale * 72)}", timeout=SECONDS)
    except RuntimeError:  # too little text to tell, or the data for it is not installed
        return 0
    found = re.search(r"Rotate: (\d+)", said)
    return -int(found[1]) % 360 if found else 0


def _parse(
    hocr: str, scale: float, number: int, corner: tuple[int, int] = (0, 0)
) -> Iterator[list[tuple[Word, float]]]:
    """The lines of tesseract's hOCR: words with the confidence in each; `corner` is that of its piece of the page.

    A word's box has the height of its line's letters and stands on its line's base, as a font's box does: the ink's own
    box would make "on" and "by" stand on different lines.
    """
    lines = [(_fields(e), list(e)) for e in ET.fromstring(hocr).iter() if "x_size" in e.get("title", "")]
    sizes = Counter[int]()
    for fields, inside in lines:
        sizes[round(fields["x_size"][0])] += len(inside)
    usual = max(sizes, key=lambda s: sum(n for t, n in sizes.items() if abs(t - s) <= 0.06 * s), default=0)
    for fields, inside in lines:
        size = fields["x_size"][0]
        if abs(size - usual) <= 0.12 * usual:
            size = float(usual)
        left, _, _, bottom = fields["bbox"]
        slope, offset = fields.get("baseline", [0.0, 0.0])
        found: list[tuple[Word, float]] = []
        for element in inside:
            text = " ".join("".join(element.itertext()).split())
            own = _fields(element)
            confidence = own.get("x_wconf", [0.0])[0]
            if not text or "bbox" not in own or _RULE.fullmatch(text):
                continue
            if _SIGNS.fullmatch(text) and confidence < DOUBTFUL:
                continue
            x0, _, x1, _ = own["bbox"]
            base = bottom + offset + slope * ((x0 + x1) / 2 - left)
            box = (base - 1.0 * size, base + 0.23 * size)
            x, y = corner
            place = ((x + x0) / scale, (x + x1) / scale, (y + box[0]) / scale, (y + box[1]) / scale, number)
            found.append((Word(text, *place, doubtful=confidence < DOUBTFUL), confidence))
        yield found


def _fields(element: Any) -> dict[str, list[float]]:
    return {name: [float(v) for v in values.split()] for name, values in _FIELD.findall(element.get("title", ""))}
