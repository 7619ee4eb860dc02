"""Pages that are pictures: `tesseract` gives words with boxes and confidence; the layout code sees them as any others.

Only pages whose text layer is missing or garbage come here. A page is drawn at 300 dots an inch, cleaned, turned
upright and straight, and recognised, one process a core, in which no second thread runs.
"""

from __future__ import annotations

import multiprocessing
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pypdfium2 as pdfium

from extract.model import InputError
from extract.read import picture, slips, tesseract
from extract.read.layout.page import Word
from extract.read.tesseract import Page

_INSTALL = "install tesseract with English (Debian and Ubuntu: tesseract-ocr, tesseract-ocr-eng)"
_STAMP = 150  # characters; fewer on a picture that fills the page are a stamp on a scan
_MARGIN = 0.1  # of the page's height; a text layer that keeps to the margins of a scan is a stamp too

# What fonts without a Unicode map give: control characters, private use, replacement characters.
_GARBAGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_LETTERS = re.compile("[A-Za-z]")
_VOWELS = re.compile("[AEIOUYaeiouy]")
_WORD = re.compile(r"[(\[“\"‘']*[A-Za-zÀ-ÿ’'‑–—/-]+[)\].,;:?!”\"’'*\d]*")
_COMMON = frozenset(["the", "of", "and", "to", "in", "for", "on", "by", "at", "with"])
# On 5,400 pages of real reports, among them tables of flights, vowels were never below 0.34 of the letters and words
# never below 0.39 of what holds a letter; letters put one, three or 29 places on gave vowels of 0.28 at most.
_LEAST_VOWELS = 0.3
_LEAST_WORDS = 0.3


def fault(words: Sequence[Word], page: pdfium.PdfPage) -> str:
    """Why the text layer of a page cannot be read; empty where it can.

    `blank`: nothing stands on the page. `picture`: there is no text layer, or it is a stamp on a picture that fills the
    page. `garbage`: its characters have no Unicode map, or are letters that make no words.
    """
    text = "".join([w.text for w in words])
    if not text:
        return "blank" if picture.blank(page) else "picture"
    width, height = page.get_size()
    if page.get_rotation() % 180:  # words stand on the page as it is before it is turned
        height = width
    stamp = len(text) < _STAMP or all(w.bottom < _MARGIN * height or w.top > (1 - _MARGIN) * height for w in words)
    if stamp and picture.covered(page) > 0.6:
        return "picture"
    if len(_GARBAGE.findall(text)) > 0.08 * len(text):
        return "garbage"
    if sum(w.text in _COMMON for w in words) > 0.03 * len(words):  # most pages are done with here
        return ""
    letters = len(_LETTERS.findall(text))
    if letters < 100 or letters < 0.4 * len(text):
        return ""
    lettered = [w.text for w in words if _LETTERS.search(w.text)]
    sound = sum(bool(_WORD.fullmatch(w) and _VOWELS.search(w)) for w in lettered)
    few = len(_VOWELS.findall(text)) < _LEAST_VOWELS * letters or sound < _LEAST_WORDS * len(lettered)
    return "garbage" if few else ""


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
    n_pages, n_faults = len(document), len(faults)
    faults = {i: why for i, why in faults.items() if why != "blank"}
    if not faults:
        return {}, ()
    able = mode != "off" and tesseract.available()
    if not able and n_faults == n_pages:
        way = "run without --ocr off" if mode == "off" else _INSTALL
        raise InputError(
            "read", f"the pages are pictures without readable text; {way}, or save the report with its text"
        )
    found = dict(_pages(document, sorted(faults))) if able else {}
    slips.mend([page.words for _, page in sorted(found.items())])
    out = {i: page for i, page in found.items() if page.words}
    for i, why in faults.items():
        if why == "garbage" and i not in out:
            out[i] = found.get(i) or Page([], 0.0, 0.0)
    return out, tuple(_warnings(n_pages, faults, found, able, mode))


def _pages(document: pdfium.PdfDocument, indices: Sequence[int]) -> Iterator[tuple[int, Page]]:
    """The pages in their order; no more of them are drawn than wait for one process."""
    workers = _workers()
    with tesseract.one_thread(), ThreadPoolExecutor(workers) as pool:
        waiting: deque[tuple[int, Future[Page]]] = deque()
        for index in indices:
            page = document[index]
            try:
                # PDFium knows one thread; tesseract runs beside it.
                pixels, scale = picture.drawn(page)
            finally:
                page.close()
            waiting.append((index, pool.submit(tesseract.recognise, pixels, scale, index + 1)))
            del pixels
            if len(waiting) > workers:
                first, job = waiting.popleft()
                yield first, job.result()
        for first, job in waiting:
            yield first, job.result()


def _warnings(n_pages: int, faults: dict[int, str], found: dict[int, Page], able: bool, mode: str) -> Iterator[str]:
    if not able:
        why = "OCR is off" if mode == "off" else _INSTALL
        yield f"{_named(faults, n_pages)} without readable text and not in the tables; {why}"
        return
    done = [i for i, page in found.items() if page.words]
    if done:
        yield f"{_named(done, n_pages)} without readable text: recognised by OCR"
        total = sum(len(found[i].words) for i in done)
        doubtful = sum(w.doubtful for i in done for w in found[i].words)
        if doubtful:
            limit = f"{tesseract.DOUBTFUL:.0f} of 100"
            yield f"{doubtful} of {total} words recognised by OCR have a confidence below {limit}"
    pictures = [i for i, page in found.items() if page.picture]
    if pictures:
        yield f"{_named(pictures, n_pages)} without words (a map, a photograph): not in the tables"
    failed = [i for i, page in found.items() if page.failed]
    if failed:
        yield f"{_named(failed, n_pages)} without readable text, and OCR failed: not in the tables"


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
