"""Pages that are pictures: `tesseract` gives words with boxes and confidence; the layout code sees them as any others.

A page is drawn at 300 dots an inch, turned upright and straight, and recognised by one process a core, in which no
second thread runs. Only pages whose text layer is missing or garbage come here.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.model import InputError
from extract.read.layout.page import Word

if TYPE_CHECKING:  # numpy takes its time, and most reports have no pictures
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

DOUBTFUL = 60.0  # words below this confidence (of 100) are counted in a warning
_INSTALL = "install tesseract with English (Debian and Ubuntu: tesseract-ocr, tesseract-ocr-eng)"
_DPI = 300
_MAX_SIDE = 6000  # pixels; a larger page is drawn more coarsely
_SECONDS = 120.0  # for one page
_STAMP = 150  # characters; fewer on a picture that fills the page are a stamp on a scan
_NOISE = 30.0  # a word of signs only below this confidence is a speck
_LOST = 45.0  # a page whose mean confidence is below this may lie on its side; if it does not, it is a picture

# What fonts without a Unicode map give: control characters, private use, replacement characters.
_GARBAGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_LETTERS = re.compile("[A-Za-z]")
_VOWELS = re.compile("[AEIOUYaeiouy]")
_SIGNS = re.compile(r"[\W_]+")
_RULE = re.compile(r"[_|~=—–\-]{2,}|[_|~\\]")
_FIELD = re.compile(r"(bbox|baseline|x_size|x_wconf) ([-\d. e]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a picture says: its words, how high the upright page is, and how many words are doubtful."""

    words: list[Word]
    height: float
    doubtful: int = 0
    picture: bool = False
    failed: bool = False


@cache
def available() -> bool:
    """Whether `tesseract` is installed and knows English."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0 and "eng" in (done.stdout + done.stderr).split()


def fault(words: Sequence[Word], page: pdfium.PdfPage) -> str:
    """Why the text layer of a page cannot be read; empty where it can.

    `picture`: there is none, or it is a stamp on a picture that fills the page. `garbage`: its characters have no
    Unicode map, or are letters that make no words.
    """
    text = "".join([w.text for w in words])
    if not text:
        return "picture" if raw.FPDFPage_CountObjects(page.raw) > 0 or raw.FPDFPage_GetAnnotCount(page.raw) > 0 else ""
    if len(text) < _STAMP and _pictured(page) > 0.6:
        return "picture"
    if len(_GARBAGE.findall(text)) > 0.08 * len(text):
        return "garbage"
    letters = len(_LETTERS.findall(text))
    if letters >= 200 and letters >= 0.5 * len(text) and len(_VOWELS.findall(text)) < 0.18 * letters:
        return "garbage"
    return ""


def recognise(
    document: pdfium.PdfDocument, faults: dict[int, str], mode: str = "auto"
) -> tuple[dict[int, Page], tuple[str, ...]]:
    """The pages (by index, from 0) whose text layer has a fault, recognised, and what a reader should know of them.

    A page that gave nothing is absent, so that what its text layer holds stays; garbage does not stay.

    Args:
        document: the open PDF.
        faults: the answer of `fault` for each page that has one.
        mode: `auto`, or `off`: recognise nothing.

    Raises:
        InputError: no page has a text layer, and none can be recognised; the message says what to do.
    """
    if not faults:
        return {}, ()
    able = mode != "off" and available()
    if not able and len(faults) == len(document):
        _refuse(mode)
    found = dict(_pages(document, sorted(faults))) if able else {}
    out = {i: page for i, page in found.items() if page.words}
    out |= {i: Page([], 0.0) for i, why in faults.items() if why == "garbage" and i not in out}
    return out, tuple(_warnings(document, faults, found, able, mode))


def words(page: pdfium.PdfPage, number: int) -> list[Word]:
    """The words of one page; coordinates in points from the top left of the upright page.

    Raises:
        InputError: tesseract is missing.
    """
    if not available():
        _refuse("auto")
    return _recognise(*_draw(page), number).words


def _refuse(mode: str) -> None:
    way = "run without --ocr off" if mode == "off" else _INSTALL
    raise InputError("read", f"the pages are pictures without readable text; {way}, or save the report with its text")


def _pages(document: pdfium.PdfDocument, indices: Sequence[int]) -> Iterator[tuple[int, Page]]:
    workers = _workers()
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[tuple[int, Future[Page]]] = deque()
        for index in indices:
            page = document[index]
            try:
                # PDFium knows one thread; tesseract runs beside it.
                pixels, scale = _draw(page)
            finally:
                page.close()
            waiting.append((index, pool.submit(_recognise, pixels, scale, index + 1)))
            del pixels
            if len(waiting) > workers:
                first, job = waiting.popleft()
                yield first, job.result()
        for first, job in waiting:
            yield first, job.result()


def _warnings(
    document: pdfium.PdfDocument, faults: dict[int, str], found: dict[int, Page], able: bool, mode: str
) -> Iterator[str]:
    if not able:
        why = "OCR is off" if mode == "off" else _INSTALL
        yield f"{_named(faults, len(document))} without readable text and not in the tables; {why}"
        return
    done = [i for i, page in found.items() if page.words]
    if done:
        yield f"{_named(done, len(document))} without readable text: recognised by OCR"
        doubtful, total = sum(found[i].doubtful for i in done), sum(len(found[i].words) for i in done)
        if doubtful:
            yield f"{doubtful} of {total} words recognised by OCR have a confidence below {DOUBTFUL:.0f} of 100"
    pictures = [i for i, page in found.items() if page.picture]
    if pictures:
        yield f"{_named(pictures, len(document))} without words (a map, a photograph): not in the tables"
    failed = [i for i, page in found.items() if page.failed]
    if failed:
        yield f"{_named(failed, len(document))} without readable text, and OCR failed: not in the tables"


def _named(indices: Iterable[int], n_pages: int) -> str:
    numbers = sorted(i + 1 for i in indices)
    if len(numbers) == n_pages:
        return "every page is"
    return f"page {numbers[0]} is" if len(numbers) == 1 else f"pages {_ranges(numbers)} are"


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _workers() -> int:
    """One a core; one alone in a process that is itself one of many."""
    if multiprocessing.parent_process() is not None:
        return 1
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


# ---------------------------------------------------------------------- the picture


def _pictured(page: pdfium.PdfPage) -> float:
    """The share of the page that its largest picture covers."""
    width, height = page.get_size()
    largest = 0.0
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return float(largest / max(width * height, 1.0))


def _draw(page: pdfium.PdfPage) -> tuple[Pixels, float]:
    """The page in greys, and pixels a point."""
    import numpy as np

    scale = min(_DPI / 72, _MAX_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels: Pixels = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
    finally:
        bitmap.close()
    return pixels, scale


def _ink(pixels: Pixels, step: int) -> NDArray[np.intp]:
    """Where dark pixels are, on every `step`-th row and column, margins left out (they hold shadows)."""
    import numpy as np

    height, width = pixels.shape
    small = pixels[height // 30 : height - height // 30 : step, width // 30 : width - width // 30 : step]
    return np.argwhere(small < min(128, int(small.mean()) - 20))


def _skew(pixels: Pixels) -> float:
    """The angle in degrees by which the lines fall to the right, up to 5: at it, rows of ink are sharpest."""
    import numpy as np

    ink = _ink(pixels, max(1, min(pixels.shape) // 900))
    if len(ink) < 200:
        return 0.0
    y, x = ink[:, 0].astype(float), ink[:, 1].astype(float)

    def sharpness(degrees: float) -> float:
        rows = np.bincount((y - x * math.tan(math.radians(degrees)) + x.max()).astype(np.intp)).astype(float)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    best = max((a * 0.25 for a in range(-20, 21)), key=lambda a: (sharpness(a), -abs(a)))
    return max((best + a * 0.05 for a in range(-5, 6)), key=lambda a: (sharpness(a), -abs(a)))


def _turned(pixels: Pixels, degrees: float) -> Pixels:
    import numpy as np
    from PIL import Image

    image = Image.fromarray(pixels)
    if degrees % 90 == 0:
        image = image.rotate(degrees, expand=True)
    else:
        image = image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(image)


# ---------------------------------------------------------------------- the words


def _recognise(pixels: Pixels, scale: float, number: int) -> Page:
    height = pixels.shape[0] / scale
    if len(_ink(pixels, 2)) < 20:
        return Page([], height)
    try:
        page, mean = _straight(pixels, scale, number)
        if mean < _LOST:
            degrees = _lies(pixels, scale)
            if degrees:
                page, mean = _straight(_turned(pixels, degrees), scale, number)
        # Words without confidence are a map, a photograph, a signature.
        return page if mean >= _LOST else Page([], height, picture=True)
    except (OSError, subprocess.SubprocessError, ET.ParseError, ValueError):
        return Page([], height, failed=True)


def _straight(pixels: Pixels, scale: float, number: int) -> tuple[Page, float]:
    """The words of an upright page, and their mean confidence, longer words counting more."""
    angle = _skew(pixels)
    if abs(angle) >= 0.1:
        pixels = _turned(pixels, angle)
    found = list(_parse(_tesseract(pixels, scale, "--psm", _PSM, "-c", "tessedit_create_hocr=1"), scale, number))
    letters = sum(len(w.text) for w, _ in found)
    mean = sum(c * len(w.text) for w, c in found) / letters if letters else 0.0
    doubtful = sum(c < DOUBTFUL for _, c in found)
    return Page([w for w, _ in found], pixels.shape[0] / scale, doubtful), mean


_PSM = os.environ.get("PSM", "6")


def _lies(pixels: Pixels, scale: float) -> int:
    """By how many degrees the page must be turned, against the clock, to stand upright."""
    try:
        said = re.search(r"Rotate: (\d+)", _tesseract(pixels, scale, "--psm", "0"))
    except subprocess.SubprocessError:  # too little text to tell, or the data for it is not installed
        return 0
    return -int(said[1]) % 360 if said else 0


def _tesseract(pixels: Pixels, scale: float, *options: str) -> str:
    height, width = pixels.shape
    # The plainest format there is: nothing to compress, nothing to unpack.
    image = b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()
    language = () if "0" in options else ("-l", "eng")
    command = ["tesseract", "stdin", "stdout", *language, "--dpi", str(round(scale * 72)), *options]
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=image, capture_output=True, timeout=_SECONDS, check=True, env=environment)
    return done.stdout.decode("utf-8", "replace")


def _parse(hocr: str, scale: float, number: int) -> Iterator[tuple[Word, float]]:
    """Words with their confidence from tesseract's hOCR.

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
        for element in inside:
            text = " ".join("".join(element.itertext()).split())
            own = _fields(element)
            if not text or "bbox" not in own:
                continue
            confidence = own.get("x_wconf", [0.0])[0]
            if _RULE.fullmatch(text) or (_SIGNS.fullmatch(text) and confidence < _NOISE):
                continue
            x0, _, x1, _ = own["bbox"]
            base = bottom + offset + slope * ((x0 + x1) / 2 - left)
            box = (base - 1.0 * size, base + 0.23 * size)
            yield Word(text, x0 / scale, x1 / scale, box[0] / scale, box[1] / scale, number), confidence


def _fields(element: Any) -> dict[str, list[float]]:
    return {name: [float(v) for v in values.split()] for name, values in _FIELD.findall(element.get("title", ""))}
