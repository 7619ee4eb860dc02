"""Pages as pictures: drawn in greys, made clean, straight and upright."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

if TYPE_CHECKING:  # numpy takes its time, and most reports have no pictures
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_DPI = 300  # at 200 the symbols of documents suffer, 400 takes half as long again and reads no better
_MAX_SIDE = 6000  # pixels; a larger page is drawn more coarsely
_INKED = 20  # dark dots; fewer are a blank page
# Two columns of text, as documents of 1997 to 2003 have them (S/2001/59): the white between them and what lies beside.
_GUTTER = 0.014  # of the page's width
_BAND = 0.12  # of the page's height: the least that two columns stand side by side; half of it is blank
_CENTRAL = 0.06  # of the page's width: the gutter lies so near the middle of what is printed
_SPECKS = 0.002  # of the page's height: less ink than this above one another is no text
_SIDE = 0.5  # of the printed rows of a band: ink on each side of it
_ACROSS = 0.002  # of the page's height: lower ink in the gutter is a speck


def covered(page: pdfium.PdfPage) -> float:
    """The share of the page that its images cover; a scan may be cut into strips."""
    width, height = page.get_size()
    area = 0.0
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        area += max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))
    return float(area / max(width * height, 1.0))


def blank(page: pdfium.PdfPage) -> bool:
    """Whether nothing is to be seen on the page."""
    if raw.FPDFPage_CountObjects(page.raw) <= 0 and raw.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return True
    pixels, _ = drawn(page, 75)
    return not inked(clean(pixels))


def drawn(page: pdfium.PdfPage, dpi: int = _DPI) -> tuple[Pixels, float]:
    """The page in greys, and pixels a point."""
    import numpy as np

    scale = min(dpi / 72, _MAX_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels: Pixels = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
    finally:
        bitmap.close()
    return pixels, scale


def clean(pixels: Pixels) -> Pixels:
    """Without specks (the median of a dot and its neighbours) and shadows (measured against the paper around it)."""
    import numpy as np
    from PIL import Image, ImageFilter

    image = Image.fromarray(pixels).filter(ImageFilter.MedianFilter(3))
    width, height = image.size
    coarse = image.resize((max(1, width // 16), max(1, height // 16)), Image.Resampling.BOX)
    paper = coarse.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    light = np.maximum(np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR)), 1).astype(np.uint16)
    out: Pixels = np.minimum(np.asarray(image).astype(np.uint16) * 255 // light, 255).astype(np.uint8)
    return out


def inked(pixels: Pixels) -> bool:
    """Whether something stands on a clean page."""
    return len(_ink(pixels, 1)) >= _INKED


def _ink(pixels: Pixels, step: int) -> NDArray[np.intp]:
    """Where dark dots are, on every `step`-th row and column; the very edge holds shadows."""
    import numpy as np

    height, width = pixels.shape
    small = pixels[height // 60 : height - height // 60 : step, width // 60 : width - width // 60 : step]
    return np.argwhere(small < 128)


def skew(pixels: Pixels) -> float:
    """The angle in degrees by which the lines fall to the right, up to 5: at it, rows of ink are sharpest."""
    ink = _ink(pixels, max(1, min(pixels.shape) // 900))
    if len(ink) < 200:
        return 0.0
    y, x = ink[:, 0].astype(float), ink[:, 1].astype(float)
    best = max((a * 0.25 for a in range(-20, 21)), key=lambda a: (_sharpness(y, x, a), -abs(a)))
    return max((best + a * 0.05 for a in range(-5, 6)), key=lambda a: (_sharpness(y, x, a), -abs(a)))


def sideways(pixels: Pixels) -> bool:
    """Whether lines seem to run up or down the page: columns of ink are sharper than rows."""
    ink = _ink(pixels, max(1, min(pixels.shape) // 450))
    if len(ink) < 200:
        return False
    y, x = ink[:, 0].astype(float), ink[:, 1].astype(float)
    rows, columns = (max(_sharpness(a, b, degrees * 0.5) for degrees in range(-6, 7)) for a, b in ((y, x), (x, y)))
    return columns > 1.5 * rows


def _sharpness(y: NDArray[np.floating], x: NDArray[np.floating], degrees: float) -> float:
    import numpy as np

    rows = np.bincount((y - x * math.tan(math.radians(degrees)) + x.max()).astype(np.intp)).astype(float)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def turned(pixels: Pixels, degrees: float) -> Pixels:
    """The picture turned against the clock."""
    import numpy as np
    from PIL import Image

    image = Image.fromarray(pixels)
    if degrees % 90 == 0:
        image = image.rotate(degrees, expand=True)
    else:
        image = image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(image)


def pieces(pixels: Pixels) -> list[tuple[int, int, int, int]]:
    """The page cut where two columns of text stand side by side: (top, bottom, left, right) of each piece, in dots.

    The columns' lines need not be level with each other, and who reads them as one block loses words of both. A page
    without columns is one piece; lines that run across, above, between or below the columns are pieces of their own.
    """
    import numpy as np

    height, width = pixels.shape
    whole = [(0, height, 0, width)]
    dark = pixels < 128
    dark[: height // 60], dark[height - height // 60 :] = False, False
    gutter = max(3, round(_GUTTER * width))
    beside = np.concatenate((np.zeros((height, 1), np.int32), dark.cumsum(1, dtype=np.int32)), axis=1)
    ink = beside[:, -1] > 1
    printed_at = np.flatnonzero(dark.sum(0) > _SPECKS * height)
    if not len(printed_at):
        return whole
    # the columns of tables part anywhere
    middle, reach = (printed_at[0] + printed_at[-1]) // 2, round(_CENTRAL * width)
    starts = np.arange(max(0, middle - reach), min(width, middle + reach) - gutter, max(1, gutter // 4))
    if not len(starts):
        return whole
    free = (beside[:, starts + gutter] - beside[:, starts]) <= 1
    left, right = beside[:, starts] > 2, (beside[:, -1:] - beside[:, starts + gutter]) > 2
    columns = (free & left & right).sum(0)
    best = int(columns.argmax())
    if columns[best] < _BAND * height * _SIDE:
        return whole
    at = int(starts[best]) + gutter // 2
    bands = _bands(free[:, best] | ~ink, round(_ACROSS * height))
    out: list[tuple[int, int, int, int]] = []
    for top, bottom, apart in bands:
        printed = np.flatnonzero(ink[top:bottom]) + top
        filled = min(side[printed, best].mean() for side in (left, right)) if len(printed) else 0.0
        if apart and len(printed) >= 0.5 * _BAND * height and filled >= _SIDE:
            out += [(top, bottom, 0, at), (top, bottom, at, width)]
        elif out and out[-1][2:] == (0, width):
            out[-1] = (out[-1][0], bottom, 0, width)
        else:
            out.append((top, bottom, 0, width))
    return out if len(out) > 1 else whole


def _bands(free: NDArray[np.bool_], least: int) -> list[tuple[int, int, bool]]:
    """Runs of rows whose gutter is free, or is not; ink in it that is lower than `least` counts as free."""
    runs: list[tuple[int, int, bool]] = []
    start = 0
    for row in range(1, len(free) + 1):
        if row < len(free) and free[row] == free[start]:
            continue
        apart = bool(free[start]) or row - start < least
        if runs and runs[-1][2] == apart:
            runs[-1] = (runs[-1][0], row, apart)
        else:
            runs.append((start, row, apart))
        start = row
    return runs
