"""Plain text, as Word's "save as plain text" and text editors give it.

A table's grid is lost in such text: each cell stands on a line of its own behind a tab (or the cells of a row
stand on one line, divided by tabs), rows are divided by blank lines. This module gives the grid back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.model import Block, InputError, Source
from extract.read import aligned

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")
# All blanks that are not line ends or tabs; one character for one. U+00A0 stands in "14 January".
_BLANKS = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ),
    " ",
)
_LABEL = re.compile(r"\t?(?:\d{1,3}\.|\(?[a-z]{1,5}\)|[IVX]+\.|[A-Z]\.|[•●▪])[\t ]*$")
_LABELLED = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|[IVX]{1,8}\.|[A-Z]\.|[-–—•](?=\t[^\t\n]{20,}$))\t", re.M)
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)")
_GAPS = 2  # in a line of three cells; a masthead has one
_ROWS = 3  # a header and two rows
_FAR = 60  # lines
_SHORT = 100  # characters of a line in a cell
_TITLE = re.compile(r"(?:Table|Annex|Appendix|Enclosure|Figure|Letter|Note|Report|Original|\(Signed\))\b", re.I)
_WRAPPED = 300  # characters; a longer line is a whole paragraph
_YEAR = re.compile(r"\s*(?:1[89]|20)\d\d\s*$")  # a section between rows that stand on a line each
# "Monday, 8 March": a section of a programme
_DAY = re.compile(
    r"\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2})(?:,?\s\d{4})?\s*$"
)
# "B. Bangladesh": a section between rows
_SECTION = re.compile(r"\s*[A-Z]\.\s[A-Z][a-z]+(?:\s[A-Za-z]+){0,3}\s*$")
_LISTED = re.compile(r"\t(?:\([a-z]{1,4}\)|[-–—•])\s\S")  # an entry of a list that is set in
_LONG = 200  # a tab-led line longer than this, alone in its group, is an indented paragraph


def decode(data: bytes) -> str:
    """The text of a file in UTF-8 (with or without mark), UTF-16 with a mark, or Windows-1252.

    Line ends become `\\n`, every other blank but the tab one plain space.

    Raises:
        InputError: it is not text.
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; Python's codec refuses them, so does this.
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise InputError("read", "neither UTF-8 nor Windows-1252 text; save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) > 0.01 * len(text):
        raise InputError("read", "this is a binary file, not text; save the report as plain text (UTF-8)")
    if not text.strip("\ufeff\u200b \n\t\f\v"):
        raise InputError("read", "there is no text in the file; save the report again")
    return text.translate(_BLANKS).replace("\0", "\ufffd")  # no table can hold NUL


def read(name: str, data: bytes, sha256: str) -> Source:
    """The `Source` of a plain-text file.

    Raises:
        InputError: the bytes are not text, or hold none.
    """
    plain = decode(data)
    text = aligned.tabbed(plain)
    wrapped = max(map(len, plain.split("\n"))) <= _WRAPPED
    return Source(
        name=name,
        format="txt",
        sha256=sha256,
        text=text,
        blocks=tuple(_blocks(text, wrapped=wrapped)),
        warnings=tuple(_by_blanks(text)),
    )


def _by_blanks(text: str) -> Iterator[str]:
    """What is to be said of tables whose cells stand apart by blanks alone: where they end cannot be known."""
    lines = [line for line in text.split("\n") if len(_COLUMNS.findall(line)) >= _GAPS]
    if len(lines) >= _ROWS:
        first = " ".join(lines[0].split())[:40]
        yield (
            f"{len(lines)} lines with columns set by blanks are read as prose, from “{first}” on; "
            "put tabs between the cells, or save the report as DOCX or PDF"
        )


def _blocks(text: str, *, wrapped: bool) -> list[Block]:
    groups = _groups(text)
    rowlike = [_is_row(text, g[1]) for g in groups]
    blocks: list[Block] = []
    table = row = -1
    page_break = False
    for i, (gap, lines) in enumerate(groups):
        if "\f" in text[(groups[i - 1][1][-1][1] if i else 0) : lines[0][0] + 1]:
            page_break = True
        # A lone tab-led line between rows is a row too: a year, a section, or a row that lost cells; so is one that
        # ends with tabs, between rows that stand on a line each.
        beside = [groups[k][1] for k in (i - 1, i + 1) if 0 <= k < len(groups) and rowlike[k]]
        whole = any("\t" in text[rows[0][0] : rows[0][1]].strip("\t") for rows in beside)
        open_row = not gap and all(text[a:b].rstrip(" ").endswith("\t") for a, b in lines)
        lone = beside and _lone_cell(text, lines, whole)
        member = rowlike[i] or (row >= 0 and (lone or open_row or _parts_rows(text, groups, rowlike, i)))
        if not member:
            row = -1
            blocks += _prose(text, lines, gap, page_break, wrapped=wrapped)
        else:
            if row < 0:
                table += 1
            row += 1
            blocks += _cells(text, lines, gap, table, row)
        page_break = False
    return blocks


def _groups(text: str) -> list[tuple[int, list[tuple[int, int]]]]:
    """Runs of lines without a blank line between them, with the number of blank lines above.

    A run is cut where its lines begin to be tab-led, so that a title right above a header stays outside it.
    """
    groups: list[tuple[int, list[tuple[int, int]]]] = []
    gap, at = 0, 0
    current: list[tuple[int, int]] = []
    every = text.split("\n")
    for k, line in enumerate(every):
        span = (at, at + len(line))
        at += len(line) + 1
        if not line.strip() and "\t" not in line:  # a lone tab is an empty cell
            if current:
                groups.append((gap, current))
                current, gap = [], 0
            gap += 1
            continue
        if current and (_opens_table(text, current, line) or _ends_row(text, current, every, k)):
            groups.append((gap, current))
            current, gap = [], 0
        current.append(span)
    if current:
        groups.append((gap, current))
    return groups


def _begins_row(line: str) -> bool:
    """Whether a line under prose is the first of a table: tab-led, or several cells on one line."""
    if line.startswith("\t"):
        return True
    return "\t" in line.strip("\t") and not _LABELLED.match(line)


def _opens_table(text: str, current: list[tuple[int, int]], line: str) -> bool:
    """Whether `line` is the first row of a table under lines of prose, which may be numbered behind a tab."""
    if not (line.startswith("\t") or ("\t" in line and not _LABELLED.match(line))):
        return False  # most lines; those above are looked at for the others only
    above = [text[a:b] for a, b in current]
    if not any("\t" in one for one in above):
        return _begins_row(line)
    return not line.startswith("\t") and not any("\t" in _LABELLED.sub("", one) for one in above)


def _ends_row(text: str, current: list[tuple[int, int]], every: Sequence[str], k: int) -> bool:
    """Whether a row whose cells stand on one line ends before the line `k` of `every` line of the text."""
    line = every[k]
    first = text[current[0][0] : current[0][1]]
    if _SECTION.match(first) and _DAY.match(line):
        return True
    if not (_several(first) or not first.strip("\t ")) or _LABELLED.match(first.strip("\t")):
        return False
    if _several(line):
        return not _LABELLED.match(line.strip("\t")) or _leaves(first, line)
    return "\t" not in line and (
        bool(_YEAR.match(line) or _DAY.match(line) or _SECTION.match(line)) or _is_apart(first, every, k)
    )


def _leaves(row: str, line: str) -> bool:
    """Whether a line behind a label is no cell of a row: "2.<tab>The Committee", "A.<tab>Formal meetings"."""
    return not row.startswith("\t") and not line.startswith("\t") and line.strip("\t").count("\t") == 1


def _is_apart(row: str, every: Sequence[str], k: int) -> bool:
    """Whether lines without a tab, where no blank line divides the text, are prose and do not go on with the last cell.

    They are where they are long, or have the words of a title, or where no row of the same table follows them.
    """
    below = every[k : k + _FAR]
    lines = list(takewhile(lambda line: line.strip() and "\t" not in line, below))
    if any(len(line) > _SHORT or _TITLE.match(line) for line in lines):
        return len(lines[0]) > _SHORT or bool(_TITLE.match(lines[0])) or not row.startswith("\t")
    after = below[len(lines)] if len(lines) < len(below) else ""
    return bool(after.strip()) and _several(after) and after.rstrip("\t").count("\t") != row.rstrip("\t").count("\t")


def _several(line: str) -> bool:
    """Whether a line holds several cells: tabs behind words that no tab leads are empty ones."""
    return "\t" in (line.strip("\t") if line.startswith("\t") else line)


def _is_row(text: str, lines: list[tuple[int, int]]) -> bool:
    first = text[lines[0][0] : lines[0][1]]
    if len(lines) > 1 and all(_LISTED.match(text[a:b]) for a, b in lines):
        return False
    if _LABELLED.match(first.lstrip("\t")) or _LABEL.match(first):
        # "1.<tab>The Committee …" is a paragraph; "1.", "6 May 2005", … behind tabs is a numbered row.
        return first.startswith("\t") and sum(text[a] == "\t" for a, _ in lines) > 2
    if not first.strip():
        return text[lines[0][0] : lines[-1][1]].count("\t") >= 2  # an empty row
    led = sum(text[a] == "\t" for a, _ in lines)
    return led >= 2 or first.strip("\t ").count("\t") >= 1


def _lone_cell(text: str, lines: list[tuple[int, int]], whole: bool) -> bool:
    first = text[lines[0][0] : lines[0][1]]
    alone = first.startswith("\t") or (whole and (first.rstrip(" ").endswith("\t") or bool(_YEAR.match(first))))
    return alone and sum(b - a for a, b in lines) <= _LONG and not _LABEL.match(first)


def _parts_rows(text: str, groups: list[tuple[int, list[tuple[int, int]]]], rowlike: list[bool], i: int) -> bool:
    """Whether a line is a section between rows: a day, or "B. Bangladesh" where no blank line divides them."""
    gap, lines = groups[i]
    first = text[lines[0][0] : lines[0][1]]
    day = bool(_DAY.match(first))
    if len(lines) > 1 or not (day or (_SECTION.match(first) and not gap)) or i + 1 >= len(groups):
        return False
    if rowlike[i + 1]:
        return day or not groups[i + 1][0]
    return not day and _parts_rows(text, groups, rowlike, i + 1)  # "B. Bangladesh" above "Sunday, 14 March"


def _cells(text: str, lines: list[tuple[int, int]], gap: int, table: int, row: int) -> list[Block]:
    """The cells of one row: each tab begins one; a line without a tab goes on with the cell above."""
    spans: list[list[int]] = []
    for a, b in lines:
        led = text[a] == "\t"
        at = a + 1 if led else a
        for k, piece in enumerate(text[at:b].split("\t")):
            end = at + len(piece)
            if k == 0 and not led and spans:
                spans[-1][1] = end
            else:
                spans.append([at, end])
            at = end + 1
    blocks: list[Block] = []
    for column, (a, b) in enumerate(spans):
        a, b = _trim(text, a, b)
        if a < b:
            blocks.append(Block(a, b, table=table, row=row, column=column, gap=gap if not blocks else 0))
    return blocks


def _prose(text: str, lines: list[tuple[int, int]], gap: int, page_break: bool, *, wrapped: bool) -> list[Block]:
    """Paragraphs: one a line, but a bare number belongs to the line under it, and a broken line goes on."""
    blocks: list[Block] = []
    style = "break" if page_break else ""
    start, held = -1, False
    for k, (a, b) in enumerate(lines):
        if start < 0:
            start = a
        held = bool(_LABEL.match(text[a:b])) and k + 1 < len(lines)
        goes_on = k + 1 < len(lines) and _goes_on(text[a:b], text[lines[k + 1][0] : lines[k + 1][1]], wrapped=wrapped)
        if held or goes_on:
            continue
        s, e = _trim(text, start, b)
        if s < e:
            blocks.append(Block(s, e, gap=gap if not blocks else 0, style=style if not blocks else ""))
        start = -1
    return blocks


def _goes_on(line: str, following: str, *, wrapped: bool) -> bool:
    """Whether a line was broken in mid-sentence: it ends without a stop and the next begins no new item.

    Where lines are not `wrapped` to a measure, the next one must not begin with a capital letter either.
    """
    if _LABEL.match(following) or _LABELLED.match(following.lstrip("\t")) or _ITEM.match(following):
        return False
    if line.endswith((" ", "-")) and not line.rstrip().endswith((".", ":", ";", "?", "!")):
        return True
    if not wrapped and following[:1].isupper():
        return False
    return len(line) > 50 and (following[:1].islower() or not line.rstrip().endswith((".", ":", ";", "?", "!", "”")))


# A numbered, lettered or marked item, or the hour of one in a programme.
_ITEM = re.compile(r"\t?(?:\d{1,2}[.:]\d\d(?=\s{2,}[A-Z])|\d{1,3}\.|\([a-z]{1,5}\)|[IVX]+\.|[A-Z]\.|[-•–—*])\s")


def _trim(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b
