"""Saved web pages: their main text, as a browser shows it, with its tables.

libxml2 mends the tags and hands them over one by one; nothing here recurses, however deep they are nested.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extract.model import InputError, Source
from extract.read import flow
from extract.read.flow import Cell, Piece

_TAGS = 3_000_000  # a page of more tags is no report
_DEEP = 30  # tables nested more deeply than this are taken as prose

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_SKIPPED = frozenset(
    {
        "script", "style", "nav", "noscript", "template", "select", "option", "button", "input", "textarea", "iframe",
        "object", "embed", "applet", "svg", "audio", "video", "canvas", "datalist", "dialog", "menu", "noframes", "map",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "html", "body", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "dir", "blockquote", "pre", "listing", "xmp",
    "center", "address", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "form",
    "fieldset", "legend", "hr", "details", "summary", "table", "caption", "tr", "td", "th", "thead", "tbody", "tfoot",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.I)
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)*?(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))", re.I
)
# Where LibreOffice and Word put notes, and how the text refers to them.
_NOTE = re.compile(r"(?:sd(?:footnote|endnote)|ftn|edn)\d+$")
_MARK = re.compile(r"#(?:(sd(?:footnote|endnote)\d+)sym|_((?:ftn|edn)\d+))$")
_ERROR = re.compile(
    r"\b(?:404|403|50[0234])\b|not found|access denied|forbidden|request (?:rejected|blocked)|unavailable"
    r"|enable javascript|\berror\b|are you (?:a )?human|captcha|please (?:log|sign) in|moved permanently",
    re.I,
)
_SMALL = 1500  # an error page has no more characters than this
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "none": "none",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\0"), "") | {0x2011: "-"}
_SPACES = dict.fromkeys(map(ord, "\n\r\f"), " ")


def read(name: str, data: bytes, sha256: str) -> Source:
    """The `Source` of a web page.

    Raises:
        InputError: there is no text in it, or it only says that something went wrong.
    """
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, no_network=True)
    try:
        parser.feed(decode(data).translate(_INVISIBLE).encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        if not page.n_tags:
            raise InputError("read", "there is no text in the web page; save the report again") from None
    text, blocks = flow.lay(page.pieces())
    if not text:
        hint = "it only frames other pages; save the one with the report" if page.frames else "save the report again"
        raise InputError("read", f"there is no text in the web page; {hint}")
    if len(text) < _SMALL and not any(b.in_table for b in blocks) and _ERROR.search(page.title + " " + text[:_SMALL]):
        line = " ".join((page.title or text).split())[:60]
        if _ERROR.search(line) or len(text) < _SMALL // 5:
            raise InputError("read", f"a web site's message (“{line}”), not a report; download the report again")
    return Source(name, "html", sha256, text, blocks)


def decode(data: bytes) -> str:
    """The text of a page: by its byte order mark, as it declares, as UTF-8 where it is that, else Windows-1252."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    declared = _CHARSET.search(data[:8192])
    wanted = declared.group(1).decode("ascii", "replace") if declared else ""
    # Whatever is said, text that is UTF-8 throughout is UTF-8; and what is called Latin-1 is Windows-1252 on the web.
    for encoding in ("utf-8", wanted):
        try:
            if encoding and codecs.lookup(encoding).name not in ("iso8859-1", "ascii", "utf-16", "utf-32"):
                return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


# ---------------------------------------------------------------------- the page


@dataclass(slots=True)
class _List:
    """An open list: the form of its numbers, and the last one."""

    form: str
    number: int
    step: int = 1


@dataclass(slots=True)
class _Story:
    """A run of paragraphs: the page's, a cell's, a note's."""

    out: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    label: str = ""
    empty: int = 0
    broken: bool = False


@dataclass(slots=True)
class _Table:
    """An open table: its cells, and the columns that cells from above reach into."""

    layout: bool
    cells: list[Cell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    down: dict[int, int] = field(default_factory=dict)  # column → rows still taken
    cell: tuple[int, int, int] = (0, 0, 1)


class _Page:
    """Takes the tags one by one and lays down pieces; a parser target of lxml."""

    def __init__(self) -> None:
        self.n_tags = 0
        self.title = ""
        self.frames = False
        self._open: list[str] = []  # for each open tag what its end does
        self._skip = -1  # how many tags were open where text began to be skipped
        self._story = self._root = _Story()
        self._stories: list[_Story] = []
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._n_tables = 0
        self._deep = 0  # open tables that are taken as prose
        self._headings = self._furniture = self._pre = self._main = 0
        self._note = ""
        self._notes: dict[str, list[Piece]] = {}
        self._sup: list[int] = []
        self._ranges: list[list[int]] = []  # of the pieces in <main>
        self._in_title = False

    # ------------------------------------------------------------------ the parser's calls

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """A tag begins."""
        self.n_tags += 1
        if self.n_tags > _TAGS:
            raise InputError("read", f"the web page has more than {_TAGS:,} tags, no report has; save it as plain text")
        self._open.append("")
        if self._skip >= 0:
            return
        tag = tag.lower()
        style = attrs.get("style", "")
        role = attrs.get("role", "").lower()
        self.frames |= tag in ("frame", "iframe")
        hidden = "hidden" in attrs or (bool(style) and _HIDDEN.search(style) is not None)
        mark = _MARK.match(attrs.get("href", "")) if tag == "a" else None
        if mark and not self._note:
            self._story.notes.append(mark.group(1) or mark.group(2))
        if tag in _SKIPPED or hidden or role in ("navigation", "search", "dialog") or (mark and not self._note):
            self._skip = len(self._open) - 1
            return
        if tag == "title":
            self._in_title, self._open[-1] = True, "title"
        elif tag == "br":
            self._story.words.append("\n")
        elif tag == "sup":
            self._sup.append(len(self._story.words))
            self._open[-1] = "sup"
        elif tag in _BLOCKS:
            self._flush()
            self._open[-1] = self._block(tag, attrs, style, role)
        if style and _BREAK.search(style):
            self._story.broken = True

    def end(self, _tag: str) -> None:
        """A tag ends; libxml2 ends each that has begun."""
        if not self._open:
            return
        what = self._open.pop()
        if self._skip >= 0:
            if self._skip == len(self._open):
                self._skip = -1
            return
        if what == "title":
            self._in_title = False
        elif what == "sup":
            self._raise()
        elif what:
            self._flush(what)
            self._close(what)

    def data(self, data: str) -> None:
        """Words."""
        if self._in_title:
            self.title += data
        elif self._skip < 0:
            self._story.words.append(data if self._pre else data.translate(_SPACES))

    def comment(self, data: str) -> None:
        """Nothing that a browser shows."""

    def close(self) -> None:
        """The page ends, and what is still open with it."""
        self._skip = -1
        while self._open:
            self.end("")
        self._flush()

    # ------------------------------------------------------------------ blocks

    def _block(self, tag: str, attrs: Mapping[str, str], style: str, role: str) -> str:
        """A block begins; what is to be done at its end."""
        story = self._story
        if tag in _HEADINGS or role == "heading":
            self._headings += 1
            return "heading"
        if tag == "table":
            if len(self._tables) >= _DEEP:
                self._deep += 1
                return "deep table"
            self._tables.append(_Table(role in ("presentation", "none")))
            return "table"
        if tag == "tr" and self._tables and not self._deep:
            self._row(self._tables[-1])
        elif tag in ("td", "th") and self._tables and not self._deep:
            return self._cell(self._tables[-1], attrs)
        elif tag in ("ol", "ul", "dir"):
            found = _LIST_STYLE.search(style)
            kind = found.group(1).lower() if found else attrs.get("type", "1" if tag == "ol" else "")
            form = _FORMS.get(kind, "decimal" if tag == "ol" else "bullet")
            step = -1 if "reversed" in attrs else 1
            self._lists.append(_List(form, _int(attrs.get("start", ""), 1) - step, step))
            return "list"
        elif tag == "li":
            self._item(attrs)
        elif tag in ("pre", "listing", "xmp"):
            self._pre += 1
            return "pre"
        elif tag == "hr":
            story.empty += 1
        elif tag == "p":
            return "p"
        elif tag == "main" or role == "main":
            if story is self._root and not self._main:
                self._ranges.append([len(story.out), -1])
            self._main += 1
            return "main"
        elif _NOTE.match(attrs.get("id", "")) and not self._note:
            self._note = attrs["id"]
            self._push()
            return "note"
        elif not self._main and (
            tag in ("header", "footer", "aside")
            or role in ("banner", "contentinfo", "complementary")
            or (tag == "div" and attrs.get("title") in ("header", "footer"))
        ):
            self._furniture += 1
            return "furniture"
        return "block"

    def _close(self, what: str) -> None:
        match what:
            case "heading":
                self._headings -= 1
            case "furniture":
                self._furniture -= 1
            case "pre":
                self._pre -= 1
            case "deep table":
                self._deep -= 1
            case "list":
                self._lists.pop()
            case "main":
                self._main -= 1
                if not self._main and self._ranges and self._story is self._root:
                    self._ranges[-1][1] = len(self._root.out)
            case "note":
                self._notes[self._note] = self._pop().out
                self._note = ""
            case "cell":
                row, column, span = self._tables[-1].cell
                self._tables[-1].cells.append(Cell(row, column, span, self._pop().out))
            case "table":
                table = self._tables.pop()
                self._n_tables += 1
                layout = table.layout or self._furniture > 0
                pieces = flow.table(table.cells, self._n_tables, nested=True, layout=layout)
                if pieces and pieces[0].table < 0:
                    pieces[0].gap = max(pieces[0].gap, self._story.empty)
                self._story.out += pieces
                self._story.empty = 0

    def _push(self) -> None:
        self._stories.append(self._story)
        self._story = _Story()

    def _pop(self) -> _Story:
        done, self._story = self._story, self._stories.pop()
        return done

    @staticmethod
    def _row(table: _Table) -> None:
        table.row += 1
        table.column = 0
        table.down = {column: rows - 1 for column, rows in table.down.items() if rows > 1}

    def _cell(self, table: _Table, attrs: Mapping[str, str]) -> str:
        if table.row < 0:
            self._row(table)
        while table.column in table.down:
            table.column += 1
        columns = min(max(_int(attrs.get("colspan", ""), 1), 1), 1000)
        rows = _int(attrs.get("rowspan", ""), 1) or 65534  # 0: all that are left
        if rows > 1:
            table.down.update((table.column + k, rows) for k in range(columns))
        table.cell = (table.row, table.column, columns)
        table.column += columns
        self._push()
        return "cell"

    def _item(self, attrs: Mapping[str, str]) -> None:
        if not self._lists:
            self._story.label = "•"
            return
        here = self._lists[-1]
        here.number = _int(attrs.get("value", ""), here.number + here.step)
        form = _FORMS.get(attrs.get("type", ""), here.form)
        printed = flow.numeral(here.number, form)
        self._story.label = "•" if form == "bullet" else f"{printed}." if printed else ""

    def _raise(self) -> None:
        """A superscript ends: a mark is set apart from the word before."""
        words, at = self._story.words, self._sup.pop()
        if at < len(words):  # else a block stood in it
            words[at:] = [flow.raised("".join(words[max(at - 3, 0) : at]), "".join(words[at:]))]

    def _flush(self, what: str = "") -> None:
        """Lays down what has gathered; the paragraphs of one that is cut by empty lines too."""
        story = self._story
        text, story.words = "".join(story.words), []
        style = "furniture" if self._furniture else "footnote" if self._note else "heading" if self._headings else ""
        lines = re.split(r"\n\s*\n\s*", text) if "\n" in text else [text]
        for part in lines:
            if not part.strip():
                continue
            gap = max(story.empty, 1 if style == "heading" else 0, 2 if story.broken else 0) if story.out else 0
            words = f"{story.label} {part.strip()}" if story.label else part
            story.out.append(Piece(words, style or ("break" if story.broken and story.out else ""), gap))
            story.label, story.empty, story.broken = "", 1, False
        if text.strip():
            story.empty = 0
        elif what == "p" or text.count("\n") > 1:
            story.empty += 1
        story.out += [Piece(f"\0{note}", "footnote") for note in story.notes]
        story.notes = []

    # ------------------------------------------------------------------ the end

    def pieces(self) -> list[Piece]:
        """All in order: each note behind the paragraph that refers to it, what stands beside <main> as furniture."""
        out = self._root.out
        ranges = [range(a, b if b >= 0 else len(out)) for a, b in self._ranges]
        if sum(len(out[i].text) for r in ranges for i in r) * 5 > sum(len(p.text) for p in out):
            within = {i for r in ranges for i in r}
            beside = (p for i, p in enumerate(out) if i not in within and p.style != "footnote")
            for piece in beside:
                piece.style, piece.table, piece.row, piece.column = "furniture", -1, -1, -1
        title = " ".join(self.title.split())
        named = any(p.style == "heading" or title in " ".join(p.text.split()) for p in out)
        if title and not named:
            out = [Piece(title, "title"), *out]
        placed: list[Piece] = []
        for piece in out:
            if piece.text.startswith("\0"):
                placed += self._notes.pop(piece.text[1:], ())
            else:
                placed.append(piece)
        return placed + [piece for note in self._notes.values() for piece in note]


def _int(text: str, default: int) -> int:
    match = re.match(r"\s*([+-]?\d{1,7})(?!\d)", text, re.A)
    return int(match.group(1)) if match else default
