"""Saved web pages: their text, as a browser shows it, with its tables; what is the web site's own is furniture.

libxml2 hands the tags over one by one, each with an end; nothing here recurses, however deep they are nested. It does
not build the tree of HTML 5, whose rules for tags left open make 1.6 GB of a careless page of 50 kB; the one of these
rules that the order of the words hangs on, that a cell ends where the next one begins, is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extract.model import InputError, Source
from extract.read import flow, web
from extract.read.flow import Piece
from extract.read.tags import OpenList, OpenTable

_TAGS = 3_000_000  # a page of more tags is no report
_DEEP = 30  # tables nested more deeply than this are taken as prose

_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "select", "option", "input", "textarea", "iframe", "object", "embed",
        "applet", "svg", "audio", "video", "canvas", "datalist", "noframes", "map", "xml", "del",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "html", "body", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "dir", "blockquote", "pre", "listing", "xmp",
    "center", "address", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "form",
    "fieldset", "legend", "hr", "details", "summary", "table", "caption", "tr", "td", "th", "thead", "tbody", "tfoot",
    "nav", "menu", "dialog", "button", "plaintext",
}  # fmt: skip
_ROWS = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot", "caption"})
# What is the web site's own, by its tag or role: wherever it stands; and outside the text proper only.
_SITE = frozenset({"nav", "menu", "dialog", "button", "navigation", "search", "alertdialog", "menubar", "toolbar"})
_EDGE = frozenset({"header", "footer", "aside", "banner", "contentinfo", "complementary"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment-list", re.I
)
_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.I)
# Where LibreOffice and Word put notes, and how the text refers to them.
_NOTE = re.compile(r"(?:sd(?:footnote|endnote)|ftn|edn)\d+$")
_MARK = re.compile(r"#(?:(sd(?:footnote|endnote)\d+)sym|_((?:ftn|edn)\d+))$")
_LONG = 300  # a heading has no more characters than this
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
        parser.feed(web.markup(data).translate(_INVISIBLE).encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        if not page.n_tags:
            raise InputError("read", "there is no text in the web page; save the report again") from None
    pieces = page.pieces()
    text, blocks = flow.lay(pieces)
    if not text:
        hint = "it only frames other pages; save the one with the report" if page.frames else "save the report again"
        raise InputError("read", f"there is no text in the web page; {hint}")
    web.refuse_message(page.title, pieces)
    return Source(name, "html", sha256, text, blocks)


# ---------------------------------------------------------------------- the page


@dataclass(slots=True)
class _Story:
    """A run of paragraphs: the page's, a cell's, a note's."""

    out: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    label: str = ""
    empty: int = 0
    broken: bool = False


class _Page:
    """Takes the tags one by one and lays down pieces; a parser target of lxml."""

    def __init__(self) -> None:
        self.n_tags = 0
        self.title = ""
        self.frames = False
        self._open: list[str] = []  # for each open tag what its end does
        self._skip = -1  # how many tags were open where text began to be skipped
        self._skipped_tables = 0
        self._story = self._root = _Story()
        self._stories: list[_Story] = []
        self._tables: list[OpenTable] = []
        self._lists: list[OpenList] = []
        self._n_tables = 0
        self._deep = 0  # open tables that are taken as prose
        self._headings = self._furniture = self._pre = self._links = 0
        self._main = self._article = self._section = 0
        self._n_chars = self._n_linked = self._n_links = 0
        self._laid = (0, 0, 0)  # these numbers where words were last laid down
        self._named: list[tuple[str, _Story, int, int, int]] = []  # open blocks named as a menu or notice
        self._note = ""
        self._notes: dict[str, list[Piece]] = {}
        self._sup: list[int] = []
        self._ranges: dict[str, list[list[int]]] = {"main": [], "article": []}  # of the pieces in each
        self._in_title = False

    # ------------------------------------------------------------------ the parser's calls

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """A tag begins."""
        self.n_tags += 1
        if self.n_tags > _TAGS:
            raise InputError("read", f"the web page has more than {_TAGS:,} tags, no report has; save it as plain text")
        tag = tag.lower()
        if tag in _ROWS and self._tables and not self._deep:
            self._end_cell()
        self._open.append("")
        if self._skip >= 0:
            if tag == "table":
                self._skipped_tables += 1
                self._open[-1] = "skipped table"
            return
        style = attrs.get("style", "")
        role = attrs.get("role", "").lower()
        self.frames |= tag in ("frame", "iframe")
        hidden = "hidden" in attrs or (bool(style) and _HIDDEN.search(style) is not None)
        mark = _MARK.match(attrs.get("href", "")) if tag == "a" else None
        if mark and not self._note:
            self._story.notes.append(mark.group(1) or mark.group(2))
        if tag in _SKIPPED or hidden or (tag == "dialog" and "open" not in attrs) or (mark and not self._note):
            self._skip, self._skipped_tables = len(self._open) - 1, tag == "table"
            return
        if tag == "title":
            self._in_title, self._open[-1] = True, "title"
        elif tag == "br":
            self._story.words.append("\n")
        elif tag == "sup":
            self._sup.append(len(self._story.words))
            self._open[-1] = "sup"
        elif tag == "a" and not web.is_skip(attrs):
            self._links += 1
            self._n_links += not attrs.get("href", "#").startswith("#")
            self._open[-1] = "link"
        elif (tag in _BLOCKS or tag == "a") and not (tag == "button" and self._headings):
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
            self._skipped_tables -= what == "skipped table"
            if self._skip == len(self._open):
                self._skip = -1
        elif what:
            self._finish(what)

    def data(self, data: str) -> None:
        """Words."""
        if self._in_title:
            self.title += data
        elif self._skip < 0:
            self._story.words.append(data if self._pre else data.translate(_SPACES))
            self._n_chars += len(data)
            self._n_linked += len(data) if self._links else 0

    def comment(self, data: str) -> None:
        """Nothing that a browser shows."""

    def close(self) -> None:
        """The page ends, and what is still open with it."""
        self._skip = -1
        while self._open:
            self.end("")
        self._flush()

    # ------------------------------------------------------------------ blocks

    def _finish(self, what: str) -> None:
        if what == "title":
            self._in_title = False
        elif what == "link":
            self._links -= 1
        elif what == "sup":
            self._raise()
        else:
            self._flush(what)
            self._close(what)

    def _end_cell(self) -> None:
        """A cell or a row begins, so the cell before ends, whatever is still open in it."""
        at = self._tables[-1].at
        if at < 0 or (self._skip >= 0 and self._skipped_tables):
            return
        self._skip = -1
        for i in range(len(self._open) - 1, at - 1, -1):
            what, self._open[i] = self._open[i], ""
            if what and what != "skipped table":
                self._finish(what)

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
            self._tables.append(OpenTable(role in ("presentation", "none")))
            return "table"
        if tag == "tr" and self._tables and not self._deep:
            self._tables[-1].begin_row()
        elif tag == "thead" and self._tables and not self._deep:
            self._tables[-1].in_head = True
            return "head"
        elif tag in ("td", "th") and self._tables and not self._deep:
            self._tables[-1].begin_cell(attrs, len(self._open) - 1, head=tag == "th")
            self._push()
            return "cell"
        elif tag in ("ol", "ul", "dir"):
            self._lists.append(OpenList(tag, attrs))
            return "named list" if self._is_named(attrs) else "list"
        elif tag == "li":
            story.label = self._lists[-1].item(attrs) if self._lists else "•"
        elif tag in ("pre", "listing", "xmp"):
            self._pre += 1
            return "pre"
        elif tag == "hr":
            story.empty += 1
        elif tag == "p":
            return "p"
        elif tag == "main" or role == "main":
            return self._text_proper("main")
        elif tag == "article" or role == "article":
            return self._text_proper("article")
        elif tag == "section":
            self._section += 1
            return "section"
        elif _NOTE.match(attrs.get("id", "")) and not self._note:
            self._note = attrs["id"]
            self._push()
            return "note"
        elif (
            tag in _SITE
            or tag == "a"
            or role in _SITE
            or (tag == "div" and attrs.get("title") in ("header", "footer"))
            or ((tag in _EDGE or role in _EDGE) and not (self._main or self._article or self._section))
        ):
            self._furniture += 1
            return "furniture"
        elif tag in ("div", "table") and self._is_named(attrs):
            return "named"
        return "block"

    def _text_proper(self, what: str) -> str:
        """<main> or <article> begins."""
        depth = self._main if what == "main" else self._article
        if self._story is self._root and not depth:
            self._ranges[what].append([len(self._story.out), -1])
        if what == "main":
            self._main += 1
        else:
            self._article += 1
        return what

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
            case "list" | "named list":
                self._lists.pop()
                if what == "named list":
                    self._end_named()
            case "main":
                self._main -= 1
                self._text_ends(self._main, self._ranges[what])
            case "article":
                self._article -= 1
                self._text_ends(self._article, self._ranges[what])
            case "section":
                self._section -= 1
            case "named":
                self._end_named()
            case "note":
                self._notes.setdefault(self._note, []).extend(self._pop().out)
                self._note = ""
            case "head":
                self._tables[-1].in_head = False
            case "cell":
                self._tables[-1].end_cell(self._pop().out)
            case "table":
                table = self._tables.pop()
                self._n_tables += 1
                layout = table.layout or self._furniture > 0
                pieces = flow.table(table.cells, self._n_tables, nested=True, layout=layout)
                if pieces and pieces[0].table < 0:
                    pieces[0].gap = max(pieces[0].gap, self._story.empty)
                self._story.out += pieces
                self._story.empty = 0

    def _text_ends(self, depth: int, ranges: list[list[int]]) -> None:
        if not depth and ranges and self._story is self._root:
            ranges[-1][1] = len(self._root.out)

    def _is_named(self, attrs: Mapping[str, str]) -> bool:
        """Whether a block that begins is named as a menu or a notice; its end will tell whether it is one."""
        if (kind := web.kind(f"{attrs.get('id', '')} {attrs.get('class', '')}")) and len(self._named) < _DEEP:
            self._named.append((kind, self._story, len(self._story.out), self._n_chars, self._n_linked))
            return True
        return False

    def _end_named(self) -> None:
        kind, story, at, n_chars, n_linked = self._named.pop()
        if story is self._story and web.looks_like(kind, self._n_chars - n_chars, self._n_linked - n_linked):
            for piece in story.out[at:]:
                web.to_furniture(piece)

    def _push(self) -> None:
        self._stories.append(self._story)
        self._story = _Story()

    def _pop(self) -> _Story:
        done, self._story = self._story, self._stories.pop()
        return done

    def _raise(self) -> None:
        """A superscript ends: a mark is set apart from the word before."""
        words, at = self._story.words, self._sup.pop()
        if at < len(words):  # else a block stood in it
            words[at:] = [flow.raised("".join(words[max(at - 3, 0) : at]), "".join(words[at:]))]

    def _flush(self, what: str = "") -> None:
        """Lays down what has gathered; the paragraphs of one that is cut by empty lines too."""
        story = self._story
        text, story.words = "".join(story.words), []
        before, self._laid = self._laid, (self._n_chars, self._n_linked, self._n_links)
        menu = web.is_menu(text, *(now - then for now, then in zip(self._laid, before, strict=True)))
        kind = (
            "furniture"
            if self._furniture or menu
            else "footnote"
            if self._note
            else "heading"
            if self._headings
            else ""
        )
        lines = re.split(r"\n\s*\n\s*", text) if "\n" in text else [text]
        for part in lines:
            if not part.strip():
                continue
            style = "" if kind == "heading" and len(part) > _LONG else kind
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
        out = web.sort_out(self._root.out, self._ranges["main"], self._ranges["article"])
        title = " ".join(self.title.split())
        if title and not web.is_named(title, out):
            out = [Piece(title, web.style_of_title(out)), *out]
        placed: list[Piece] = []
        for piece in out:
            if piece.text.startswith("\0"):
                placed += self._notes.pop(piece.text[1:], ())
            else:
                placed.append(piece)
        return placed + [piece for note in self._notes.values() for piece in note]
