"""Makes scans: pages of a PDF drawn as pictures, spoilt as scanners spoil them, in a PDF without a text layer."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

Picture = Image.Image


def pictures(data: bytes | Path, dpi: int = 300) -> list[Picture]:
    """Each page in greys."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def scan(pages: Sequence[Picture], dpi: int = 300, quality: int = 80) -> bytes:
    """A PDF of these pictures and nothing else."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=quality)
    return out.getvalue()


def turned(degrees: float) -> Callable[[Picture], Picture]:
    """Laid askew on the glass (degrees against the clock), or on its side."""
    if degrees % 90 == 0:
        return lambda page: page.rotate(degrees, expand=True)
    return lambda page: page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)


def blurred(radius: float) -> Callable[[Picture], Picture]:
    return lambda page: page.filter(ImageFilter.GaussianBlur(radius))


def coarse(share: float) -> Callable[[Picture], Picture]:
    """Fewer dots an inch."""
    return lambda page: page.resize((round(page.width * share), round(page.height * share)), Image.Resampling.BOX)


def specked(share: float) -> Callable[[Picture], Picture]:
    """Black and white specks: salt and pepper."""

    def change(page: Picture) -> Picture:
        pixels = np.array(page)
        chance = np.random.default_rng(7).random(pixels.shape)
        pixels[chance < share / 2] = 0
        pixels[chance > 1 - share / 2] = 255
        return Image.fromarray(pixels)

    return change


def shadowed(darkest: float) -> Callable[[Picture], Picture]:
    """Uneven light: towards one corner the paper goes dark."""

    def change(page: Picture) -> Picture:
        pixels = np.asarray(page, dtype=float)
        y, x = np.indices(pixels.shape)
        light = 1 - (1 - darkest) * (y / pixels.shape[0] + x / pixels.shape[1]) / 2
        return Image.fromarray((pixels * light).astype(np.uint8))

    return change


def faxed(page: Picture) -> Picture:
    """Black and white without greys."""
    return page.point(lambda value: 255 if value > 150 else 0)


def spoilt(pages: Sequence[Picture], *changes: Callable[[Picture], Picture]) -> list[Picture]:
    """The pages after each change in turn."""
    out = list(pages)
    for change in changes:
        out = [change(page) for page in out]
    return out
