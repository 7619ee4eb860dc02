"""Pages that are pictures: `tesseract` gives words with boxes and confidence; the layout code sees them as any others.

Only pages whose text layer is missing, garbage or misread come here. A page is drawn at 300 dots an inch, cleaned,
turned upright and straight, and recognised, one process a core, in which no second thread runs.
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

# Words as scanners of the 1990s misread them: "t&e", "8crupulously", "COnsUltatiOnS". Figures, symbols ("A/47/435"),
# abbreviations and addresses are none. On 41 scans with a text layer such words were at most 0.015 of a sound
# document and at least 0.019 of one whose other words were misread too.
_SOUND = re.compile(r"[^\w\s]*+[A-Za-zÀ-ÿ’'‐‑–—/-]++[^\w\s]*+\d{0,3}[^\w\s]*+")
_NO_WORD = re.compile(r"\W*+(?:\d|[A-Z]{1,5}(?:/|\.\d)|(?:[A-Za-z]\.)+)|[^@]*@|\S*?(?:www|http)")
_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-Z]|[A-Z]{2}[a-z]{2}")
_MOST_MISREAD = 0.018
_ENOUGH = 60  # words; of fewer the share says nothing


def fault(words: Sequence[Word], page: pdfium.PdfPage) -> str:
    """Why the text layer of a page cannot be read; empty where it can.

    `blank`: nothing stands on the page. `picture`: there is no text layer, or it is a stamp on a picture that fills the
    page. `garbage`: its characters have no Unicode map, or are letters that make no words. `misread`: it is what an
    older program read from the picture that fills the page, with many a word misread.
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
    if misread(words) > _MOST_MISREAD and picture.covered(page) > 0.6:
        return "misread"
    if sum(w.text in _COMMON for w in words) > 0.03 * len(words):  # most pages are done with here
        return ""
    letters = len(_LETTERS.findall(text))
    if letters < 100 or letters < 0.4 * len(text):
        return ""
    lettered = [w.text for w in words if _LETTERS.search(w.text)]
    sound = sum(bool(_WORD.fullmatch(w) and _VOWELS.search(w)) for w in lettered)
    few = len(_VOWELS.findall(text)) < _LEAST_VOWELS * letters or sound < _LEAST_WORDS * len(lettered)
    return "garbage" if few else ""


def misread(words: Sequence[Word]) -> float:
    """The share of a page's words that no editor can have written; 0 for a page of few words."""
    lettered = odd = 0
    for word in words:
        text = word.text
        if text.isalpha():
            lettered += 1
            odd += not text.islower() and _INNER_CAPITAL.search(text) is not None
        elif not _NO_WORD.match(text) and _LETTERS.search(text):
            lettered += 1
            odd += not _SOUND.fullmatch(text) or _INNER_CAPITAL.search(text) is not None
    return odd / lettered if lettered >= _ENOUGH else 0.0


def recognise(
    document: pdfium.PdfDocument, faults: dict[int, str], layers: Sequence[Sequence[Word]], mode: str = "auto"
) -> tuple[dict[int, Page], tuple[str, ...]]:
    """The pages (by index, from 0) whose text layer has a fault, recognised, and what a reader should know of them.

    A page that gave nothing is absent, so that what its text layer holds stays; garbage does not stay. A misread page
    is absent too where recognition misreads as much.

    Args:
        document: the open PDF.
        faults: the answer of `fault` for each page that has one.
        layers: the words of every page's text layer.
        mode: `auto`, or `off`: recognise nothing.

    Raises:
        InputError: no page has a text layer, and none can be recognised; the message says what to do.
    """
    n_pages, n_faults = len(document), len(faults)
    faults = {i: why for i, why in faults.items() if why != "blank"}
    if not faults:
        return {}, ()
    able = mode != "off" and tesseract.available()
    if not able and n_faults == n_pages and "misread" not in faults.values():
        way = "run without --ocr off" if mode == "off" else _INSTALL
        raise InputError(
            "read", f"the pages are pictures without readable text; {way}, or save the report with its text"
        )
    found = dict(_pages(document, sorted(faults))) if able else {}
    slips.mend([page.words for _, page in sorted(found.items())])
    out = {i: page for i, page in found.items() if page.words and (faults[i] != "misread" or _better(page, layers[i]))}
    for i, why in faults.items():
        if why == "garbage" and i not in out:
            out[i] = found.get(i) or Page([], 0.0, 0.0)
    again = {i for i, why in faults.items() if why == "misread"}
    unread = {i: why for i, why in faults.items() if i not in again}
    warnings = list(_warnings(n_pages, unread, {i: found[i] for i in unread if i in found}, able, mode))
    if again:
        warnings += _of_misread(n_pages, again, {i: out[i] for i in again if i in out}, able, mode)
    return out, tuple(warnings)


def _better(page: Page, layer: Sequence[Word]) -> bool:
    """Whether a page as recognised has fewer misread words than its text layer, and no less text."""
    return misread(page.words) < misread(layer) and len(page.words) > 0.6 * len(layer)


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
    if not faults:
        return
    if not able:
        yield f"{_named(faults, n_pages)} without readable text and not in the tables; {_why_not(mode)}"
        return
    done = [i for i, page in found.items() if page.words]
    if done:
        yield f"{_named(done, n_pages)} without readable text: recognised by OCR"
        yield from _doubtful([found[i] for i in done])
    pictures = [i for i, page in found.items() if page.picture]
    if pictures:
        yield f"{_named(pictures, n_pages)} without words (a map, a photograph): not in the tables"
    failed = [i for i, page in found.items() if page.failed]
    if failed:
        yield f"{_named(failed, n_pages)} without readable text, and OCR failed: not in the tables"


def _of_misread(n_pages: int, pages: set[int], better: dict[int, Page], able: bool, mode: str) -> Iterator[str]:
    """What to know of pages whose text layer is full of misread words, those among them that OCR reads better."""
    if better:
        yield f"{_named(better, n_pages)} in a text layer full of misread words: recognised anew by OCR"
        yield from _doubtful(list(better.values()))
    if rest := pages - better.keys():
        why = "OCR reads no better" if able else _why_not(mode)
        yield f"{_named(rest, n_pages)} in a text layer full of misread words: dates and names may be lost; {why}"


def _doubtful(pages: Sequence[Page]) -> Iterator[str]:
    words = [w for page in pages for w in page.words]
    if doubtful := sum(w.doubtful for w in words):
        limit = f"{tesseract.DOUBTFUL:.0f} of 100"
        yield f"{doubtful} of {len(words)} words recognised by OCR have a confidence below {limit}"


def _why_not(mode: str) -> str:
    return "OCR is off" if mode == "off" else _INSTALL


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
