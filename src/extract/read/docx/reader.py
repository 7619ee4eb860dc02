"""The walk through a Word file: its paragraphs, tables, notes, headers and footers, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from extract.read import flow
from extract.read.docx import wordml as w
from extract.read.docx.numbering import Numbering
from extract.read.docx.package import Package, too_much
from extract.read.docx.styles import Style, Styles
from extract.read.flow import Cell, Piece

_STEPS = 1_000_000  # paragraphs, rows, cells, runs and what is in them; some 450 for a page of tables
# "heading 1" as Word writes it, "Heading 1" as LibreOffice does; "H1", "_ H_2/3", "_ H _Ch", "H_M_G" of the templates
# of the United Nations.
_HEADING = re.compile(r"(?:[Hh]eading \d|[_ ]*H[_ ]*(?:\d(?:/\d)?|\d\d|Ch|CH|M)(?:[_ ]*G)?)$")
_TITLE = re.compile(r"title(?:[_ ]|$)", re.I)
_NOTE = re.compile(r"(?:foot|end)note(?: text)?$", re.I)  # Word's own name, whatever the language of the program
_NUMBERED = re.compile(r"\s*\d{1,3}\.\s")
_SENTENCE = 120  # a paragraph longer than this is of the text proper, not of the masthead
_LONG = 300  # a paragraph longer than this is no heading, whatever its style
_LINE = 240  # a blank line in twentieths of a point
# What Symbol and Wingdings show for the code; elsewhere these codes are private.
_SYMBOLS = {
    "b7": "•", "a7": "▪", "a8": "□", "d8": "➢", "fc": "✓", "fe": "☑", "2d": "–", "76": "❖", "6f": "□",
    "b0": "°", "b1": "±",
}  # fmt: skip
_SILENT = frozenset(
    {
        "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "tblGrid", "rPrChange", "del", "moveFrom",
        "delText", "delInstrText", "instrText", "rt", "footnoteRef", "endnoteRef", "annotationRef",
    }
)  # fmt: skip
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "") | {0x2011: "-", 10: " ", 13: " ", 12: " "}


@dataclass(slots=True)
class _Line:
    """What a paragraph holds: words, and what hangs on it."""

    words: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)

    def before(self) -> str:
        return next((words for words in reversed(self.words) if words), "")


@dataclass(slots=True)
class _State:
    """Where a story stands: the body, a cell, a text box, a note, a header."""

    out: list[Piece] = field(default_factory=list)
    empty: int = 0  # empty paragraphs since the last one with words
    after: int = 0  # space below the last paragraph
    broken: bool = False  # a page break stands before the next paragraph
    carry: str = ""  # words of a paragraph whose end was deleted
    section: int = 0  # where the section begins in `out`
    begun: bool = False  # a paragraph of the text proper has been laid down
    within: bool = False  # it stands in another story: a cell, a text box, a note


class Reader:
    """Walks the document once and hands out its paragraphs and cells.

    The parser's bound on depth (256) is the bound of the recursion.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.warnings: list[str] = []
        self.styles = Styles(package.linked("styles"))
        self.numbering = Numbering(package.linked("numbering"), self.styles)
        settings = package.linked("settings")
        self.even = w.on(settings, "evenAndOddHeaders")
        self.forms = {
            "footnote": w.val(settings, "footnotePr", "numFmt", default="decimal"),
            "endnote": w.val(settings, "endnotePr", "numFmt", default="lowerRoman"),
        }
        self.notes: dict[str, dict[str, Any]] = {}
        self.n_notes = {"footnote": 0, "endnote": 0}
        self.n_tables = 0
        self.state = _State()
        self.fields: list[list[str]] = []  # the open fields: instruction, then "" or "result"
        self.furniture = False
        self.references: dict[str, list[str]] = {"header": [], "footer": []}
        self.n_sections = 0
        self.steps = 0

    def pieces(self) -> list[Piece]:
        """The headers, the document with its notes, the footers."""
        for element in self.package.body():
            self._story((element,))
        self._flush()
        main = self.state.out
        return [*self._furniture("header"), *main, *self._furniture("footer")]

    # ------------------------------------------------------------------ stories

    def _story(self, elements: Any) -> None:
        """Paragraphs and tables, one after the other."""
        for element in elements:
            self._step()
            match w.name(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "sectPr":
                    self._section(element)
                case "AlternateContent":
                    self._story(self._choice(element))
                case "altChunk":
                    self.warnings.append("a file inserted into the Word file is not read")
                case name if name not in _SILENT:
                    self._story(element)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > _STEPS:
            raise too_much()

    def _choice(self, element: Any) -> Any:
        """Of what is there twice, for newer and older programs, the part that has words; the newer first."""
        branches = [c for c in element if w.name(c) in ("Choice", "Fallback")]
        return next((b for b in branches if any(w.name(e) == "t" for e in b.iter())), ())

    @contextmanager
    def _apart(self) -> Iterator[_State]:
        """A story within the story: what it lays down is its own."""
        outer, self.state = self.state, _State(within=True)
        fields, self.fields = self.fields, []
        try:
            yield self.state
            self._flush()
        finally:
            self.state, self.fields = outer, fields

    def _within(self, element: Any) -> list[Piece]:
        with self._apart() as state:
            self._story(element)
        return state.out

    def _flush(self) -> None:
        if self.state.carry.strip():
            self.state.out.append(Piece(self.state.carry))
        self.state.carry = ""

    # ------------------------------------------------------------------ paragraphs

    def _paragraph(self, p: Any) -> None:
        state = self.state
        props = w.child(p, "pPr")
        style = self.styles[w.val(props, "pStyle")]
        line = _Line()
        self._inline(p, line, hidden=style.hidden)
        for field_ in self.fields:
            field_[1] = "result"  # an instruction that never ends hides no words but its own
        text = state.carry + "".join(line.words)
        state.carry = ""
        if w.child(props, "rPr", "del") is not None or w.child(props, "rPr", "moveFrom") is not None:
            state.carry = text  # the end of the paragraph is deleted: it goes on with the next
        else:
            label = self.numbering.label(props, style)
            state.broken |= w.on(props, "pageBreakBefore")
            spacing = w.child(props, "spacing")
            space = max(w.number("" if spacing is None else w.get(spacing, "before"), style.before), state.after)
            for k, part in enumerate(text.split("\f")):
                state.broken |= k > 0
                if part.strip():
                    kind = self._kind(props, style, part)
                    if not kind and not label and self._is_note(style, part):
                        kind = "footnote"
                    self._put(f"{label} {part}" if label else part, kind, space)
                    label = ""
                    state.after = w.number("" if spacing is None else w.get(spacing, "after"), style.after)
                elif k == 0 and not line.boxes:
                    state.empty += 1
        for box in line.boxes:
            state.out += self._lettering(self._within(box))
        for kind, note, numbered in line.notes:
            self._note(kind, note, numbered)
        if (section := w.child(props, "sectPr")) is not None:
            self._section(section)

    def _put(self, text: str, style: str, space: int) -> None:
        state = self.state
        gap = max(state.empty, space // _LINE, 2 if state.broken else 0) if state.out else 0
        state.out.append(Piece(text, style or ("break" if state.broken and state.out else ""), gap))
        state.empty, state.after, state.broken = 0, 0, False
        state.begun |= len(text) > _SENTENCE

    def _kind(self, props: Any, style: Style, text: str) -> str:
        if len(text) > _LONG:
            return ""
        if _TITLE.match(style.name):
            return "title"
        if w.number(w.val(props, "outlineLvl"), style.outline) < 9 or _HEADING.match(style.name):
            return "heading"
        return ""

    def _is_note(self, style: Style, text: str) -> bool:
        """Whether a paragraph is a note that was typed in place, below its table, and is styled as one."""
        named = any(_NOTE.fullmatch(name) for name in style.names)
        return named and not self.state.within and not _NUMBERED.match(text)

    def _lettering(self, pieces: list[Piece]) -> list[Piece]:
        """What stands in a text box: behind the first words of the report, lines are the lettering of a drawing."""
        if self.state.begun and all(len(piece.text) <= _LONG and not _NUMBERED.match(piece.text) for piece in pieces):
            for piece in pieces:
                piece.style = piece.style if piece.table >= 0 or piece.style == "footnote" else "figure"
        return pieces

    def _inline(self, element: Any, line: _Line, *, hidden: bool = False) -> None:
        """The words of a paragraph, and what else stands in it."""
        for child in element:
            self._step()
            name = w.name(child)
            if name in _SILENT:
                if name == "instrText" and self.fields and not self.fields[-1][1]:
                    self.fields[-1][0] += child.text or ""
            elif name == "r":
                self._run(child, line, hidden=hidden)
            elif name == "AlternateContent":
                self._inline(self._choice(child), line, hidden=hidden)
            elif name == "txbxContent":
                line.boxes.append(child)
            elif name == "fldChar":
                self._field(w.get(child, "fldCharType"))
            elif name == "fldSimple":
                self.fields.append([w.get(child, "instr"), "result"])
                self._inline(child, line, hidden=hidden)
                self.fields.pop()
            elif name in ("footnoteReference", "endnoteReference"):
                own = w.get(child, "customMarkFollows") in w.TRUE
                line.notes.append((name.removesuffix("Reference"), w.get(child, "id"), not own))
            elif not hidden and self._shown() and (word := _word(child, name)):
                line.words.append(word)
            elif len(child):
                self._inline(child, line, hidden=hidden)

    def _run(self, run: Any, line: _Line, *, hidden: bool) -> None:
        props = w.child(run, "rPr")
        if props is not None:
            if w.child(props, "vanish") is not None:
                hidden = w.on(props, "vanish")
            elif (own := w.val(props, "rStyle")) and self.styles[own].chain[0] == own:
                hidden = hidden or self.styles[own].hidden
        at = len(line.words)
        self._inline(run, line, hidden=hidden)
        if w.val(props, "vertAlign") == "superscript" and len(line.words) > at:
            words = "".join(line.words[at:])
            line.words[at:] = [flow.raised("".join(line.words[max(at - 3, 0) : at]), words)]

    def _field(self, what: str) -> None:
        if what == "begin":
            self.fields.append(["", ""])
        elif self.fields and what == "separate":
            self.fields[-1][1] = "result"
        elif self.fields and what == "end":
            self.fields.pop()

    def _shown(self) -> bool:
        """Whether the words are no part of a field's instruction, and no page number of a header."""
        for instruction, result in self.fields:
            if not result or (self.furniture and re.match(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", instruction)):
                return False
        return True

    def _note(self, kind: str, note: str, numbered: bool) -> None:
        if kind not in self.notes:
            root = self.package.linked(f"{kind}s")
            self.notes[kind] = {w.get(n, "id"): n for n in (root if root is not None else ()) if w.name(n) == kind}
        mark = ""
        if numbered:
            self.n_notes[kind] += 1
            mark = flow.numeral(self.n_notes[kind], self.forms[kind])
        found = self.notes[kind].pop(note, None)  # it stands once, and cannot hold itself
        if found is not None and (text := flow.plain(self._within(found)).strip()):
            self.state.out.append(Piece(f"{mark} {text}".strip(), "footnote"))

    # ------------------------------------------------------------------ tables

    def _table(self, table: Any) -> None:
        self.n_tables += 1
        number = self.n_tables
        cells: list[Cell] = []
        open_: dict[int, Cell] = {}  # by column: the cells that may go on downwards
        for row, tr in enumerate(_parts(table, "tr")):
            self._step()
            props = w.child(tr, "trPr")
            if w.child(props, "del") is not None or w.on(props, "hidden"):
                continue
            column = min(w.number(w.val(props, "gridBefore")), 1000)
            head = w.on(props, "tblHeader")
            going_on: dict[int, Cell] = {}
            for tc in _parts(tr, "tc"):
                self._step()
                own = w.child(tc, "tcPr")
                if w.child(own, "cellDel") is not None or w.val(own, "hMerge") == "continue":
                    continue
                span = min(max(w.number(w.val(own, "gridSpan"), 1), 1), 1000)
                merge = w.child(own, "vMerge")
                begins = merge is None or w.get(merge, "val", "continue") == "restart" or column not in open_
                cells.append(Cell(row, column, span, self._within(tc) if begins else [], head=head))
                if merge is not None:
                    going_on[column] = cells[-1] if begins else open_[column]
                    going_on[column].rows = row - going_on[column].row + 1
                column += span
            open_ = going_on
        pieces = flow.table(cells, number)
        for piece in pieces:
            if piece.table < 0 and piece.style != "footnote":
                piece.gap = max(piece.gap, self.state.empty if piece is pieces[0] else 0)
        self.state.out += pieces
        self.state.empty, self.state.after = 0, 0

    # ------------------------------------------------------------------ sections, headers, footers

    def _section(self, section: Any) -> None:
        """The end of a section; whether its beginning is a new page is said here."""
        state = self.state
        if self.n_sections and w.val(section, "type", default="nextPage") not in ("continuous", "nextColumn"):
            for piece in state.out[state.section : state.section + 1]:
                if piece.table < 0:
                    piece.gap, piece.style = max(piece.gap, 2), piece.style or "break"
        state.section = len(state.out)
        self.n_sections += 1
        shown = {"default"} | ({"first"} if w.on(section, "titlePg") else set()) | ({"even"} if self.even else set())
        found = [
            (("first", "default", "even").index(kind), name.removesuffix("Reference"), w.get(child, "id"))
            for child in section
            if (name := w.name(child)) in ("headerReference", "footerReference")
            and (kind := w.get(child, "type", "default")) in shown
        ]
        for _, name, link in sorted(found):
            _, part = self.package.links.get(link, ("", ""))
            if part and part not in self.references[name]:
                self.references[name].append(part)

    def _furniture(self, kind: str) -> list[Piece]:
        """What stands at the head or the foot of the pages, each line once."""
        self.furniture = True
        out: dict[str, Piece] = {}
        for part in self.references[kind]:
            root = self.package.tree(part)
            for piece in self._within(root) if root is not None else ():
                words = " ".join(piece.text.split())
                if any(c.isalnum() for c in words):
                    out.setdefault(words, Piece(piece.text, "furniture"))
        self.furniture = False
        return list(out.values())


def _word(element: Any, name: str) -> str:
    """What an element of a run prints; nothing for one that only holds others."""
    match name:
        case "t":
            return (element.text or "").translate(_INVISIBLE)
        case "tab" | "ptab":
            return "\t"
        case "br":
            return "\f" if w.get(element, "type") == "page" else "\n"
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = w.get(element, "char").lower()
            if re.fullmatch(r"f0[0-9a-f]{2}", code):
                return _SYMBOLS.get(code[2:], "•")
            return chr(int(code, 16)) if re.fullmatch(r"[0-9a-f]{2,4}", code) and not "d7ff" < code < "e000" else ""
    return ""


def _parts(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through what Word puts around them."""
    for child in element:
        found = w.name(child)
        if found == name:
            yield child
        elif found not in _SILENT and found not in ("tbl", "tr", "tc", "p"):
            yield from _parts(child, name)
