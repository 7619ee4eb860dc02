"""Word files (DOCX): the words that Word would print, its automatic numbers and letters among them.

The parts are read with lxml, the document piece by piece, so that memory does not grow with its length.
Nothing is fetched, no DTD is allowed, and a file that unpacks to more than a report can hold is
refused while it unpacks.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree

from extract.model import InputError, Source
from extract.read import flow
from extract.read.flow import Cell, Piece

_PART = 100_000_000  # bytes of one part when unpacked; the document of 1,000 pages of tables has some 75 million
_ALL = 200_000_000  # bytes of all parts that are read
_TREE = 20_000_000  # bytes of what is held in memory as a whole: a part beside the document, a table, a paragraph
_STEPS = 1_000_000  # paragraphs, rows, cells, runs and what is in them; some 450 for a page of tables
_CHUNK = 1 << 16
# What zipfile and what it unpacks with raise on damaged and on encrypted archives.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip
_AGAIN = "open it in Word and save it again as .docx"
_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
    "",
)
# "heading 1" and Word's own; "H1", "_ H_2/3", "_ H _Ch", "H_M_G" of the templates of the United Nations.
_HEADING = re.compile(r"(?:heading \d|[_ ]*H[_ ]*(?:\d(?:/\d)?|\d\d|Ch|CH|M)(?:[_ ]*G)?)$")
_NUMBER = re.compile(r"-?\d{1,9}$", re.A)
_TITLE = re.compile(r"title(?:[_ ]|$)", re.I)
_LONG = 300  # a paragraph longer than this is no heading, whatever its style
_TRUE = ("1", "true", "on")
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


def read(name: str, data: bytes, sha256: str) -> Source:
    """The `Source` of a Word file.

    Raises:
        InputError: it is no Word file, is encrypted or damaged, or unpacks to more than a report can hold.
    """
    try:
        reader = _Reader(_Package(data))
        text, blocks = flow.lay(reader.pieces())
    except (etree.LxmlError, RecursionError) as error:
        what = "'s tags are nested too deeply" if "depth" in str(error) else " is damaged"
        raise InputError("read", f"the Word file{what}; {_AGAIN}") from None
    if not text:
        raise InputError("read", f"there is no text in the Word file; {_AGAIN}")
    return Source(name, "docx", sha256, text, blocks, warnings=tuple(reader.warnings))


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _name(element: Any) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _get(element: Any, name: str, default: str = "") -> str:
    """An attribute of WordprocessingML or of relationships, as Word or as strict Open XML writes it."""
    for space in _SPACES:
        value = element.get(space + name)
        if value is not None:
            return str(value)
    return default


def _child(element: Any, *path: str) -> Any:
    """The first child by local name, then its first child …, or None."""
    for name in path:
        element = None if element is None else next((c for c in element if _name(c) == name), None)
    return element


def _val(element: Any, *path: str, default: str = "") -> str:
    found = _child(element, *path)
    return default if found is None else _get(found, "val", default)


def _on(element: Any, *path: str) -> bool:
    """Whether a switch is there and not switched off."""
    found = _child(element, *path)
    return found is not None and _get(found, "val", "1") not in ("0", "false", "off")


def _int(text: str, default: int = 0) -> int:
    """A number as Word writes it; what is none, or beyond all use, is the default."""
    return int(text) if text and _NUMBER.match(text) else default


# ---------------------------------------------------------------------- the parts of the package


class _Package:
    """The parts of the ZIP archive, unpacked with a bound."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise InputError("read", "the Word file is protected by a password; save it without one")
            raise InputError("read", "this is an old Word file (.doc); open it in Word and save it as .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise InputError("read", f"this is no Word file, or a part of one; {_AGAIN}") from None
        self._left = _ALL
        self._names = {info.filename.lower().lstrip("/").replace("\\", "/"): info for info in self._zip.infolist()}
        office = next((target for kind, target in self.relations("").values() if kind == "officeDocument"), "")
        self.main = office if office.lower() in self._names else "word/document.xml"
        if self.main.lower() not in self._names:
            raise InputError("read", f"this archive holds no Word document; {_AGAIN}")
        self.links = self.relations(self.main)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → kind and part, of the parts that a part refers to."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for link in root if root is not None else ():
            if _get(link, "TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, _get(link, "Target"))).lstrip("/")
                found[_get(link, "Id")] = (posixpath.basename(_get(link, "Type")), target)
        return found

    def linked(self, kind: str) -> Any:
        """The root of the part of a kind ("styles"), or None."""
        return next((self.tree(target) for what, target in self.links.values() if what == kind), None)

    def chunks(self, part: str, most: int) -> Iterator[bytes]:
        """The bytes of a part as it unpacks, and not more than `most`."""
        left = min(most, self._left)
        try:
            with self._zip.open(self._names[part.lower()]) as stream:
                while left >= 0 and (chunk := stream.read(_CHUNK)):
                    left -= len(chunk)
                    self._left -= len(chunk)
                    yield chunk
        except _BROKEN:
            raise InputError("read", f"the Word file is damaged or protected; {_AGAIN}") from None
        if left < 0:
            raise _too_much()

    def tree(self, part: str) -> Any:
        """The root of a small part, or None where there is none."""
        if part.lower() not in self._names:
            return None
        parser = etree.XMLParser(**_SAFE)
        for chunk in self.chunks(part, _TREE):
            parser.feed(chunk)
        root = parser.close()
        _no_dtd(root)
        return root

    def body(self) -> Iterator[Any]:
        """The children of the document's body, each removed when the next ones are asked for."""
        parser = etree.XMLPullParser(events=("start",), tag="{*}body", **_SAFE)
        body: Any = None
        held = 0
        for chunk in self.chunks(self.main, _PART):
            parser.feed(chunk)
            for _, element in parser.read_events():
                if body is None:
                    _no_dtd(element)
                    body = element
            if body is not None and len(body) > 1:
                done = body[:-1]
                for element in done:
                    yield element
                    element.clear()  # at once: lxml takes its time over what it has to move
                del body[: len(done)]
                held = 0
            held += len(chunk)
            if held > _TREE:
                raise _too_much()
        parser.close()
        if body is None:
            raise InputError("read", f"this archive holds no Word document; {_AGAIN}")
        yield from body


_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _too_much() -> InputError:
    return InputError(
        "read", f"the Word file unpacks to more than any report holds; {_AGAIN}, without what is not text"
    )


def _no_dtd(root: Any) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("read", f"the Word file declares a document type, which Word never does; {_AGAIN}")


# ---------------------------------------------------------------------- styles and numbers


@dataclass(slots=True)
class _Style:
    name: str = ""
    num: str = ""  # numId; "" where the style and those it is based on say nothing
    level: int = 0
    outline: int = 9
    before: int = 0
    after: int = 0
    hidden: bool = False
    chain: tuple[str, ...] = ()


class _Styles:
    """The paragraph and character styles, each with what it inherits."""

    def __init__(self, root: Any) -> None:
        self._raw = {_get(s, "styleId"): s for s in (root if root is not None else ()) if _name(s) == "style"}
        paragraph = (i for i, s in self._raw.items() if _get(s, "type") == "paragraph" and _get(s, "default") in _TRUE)
        self.default = next(paragraph, "")
        self._done: dict[str, _Style] = {}
        spacing = _child(root, "docDefaults", "pPrDefault", "pPr", "spacing")
        self._base = _Style()
        if spacing is not None:
            self._base.before, self._base.after = _int(_get(spacing, "before")), _int(_get(spacing, "after"))

    def __getitem__(self, style_id: str) -> _Style:
        style_id = style_id if style_id in self._raw else self.default
        if style_id not in self._done:
            chain = [style_id]
            while (above := _val(self._raw.get(chain[-1]), "basedOn")) in self._raw and above not in chain:
                chain.append(above)
            style = _Style(before=self._base.before, after=self._base.after, chain=tuple(chain))
            for one in reversed(chain):
                self._inherit(style, self._raw.get(one))
            self._done[style_id] = style
        return self._done[style_id]

    def _inherit(self, style: _Style, raw: Any) -> None:
        props = _child(raw, "pPr")
        style.name = _val(raw, "name") or style.name
        if (num := _val(props, "numPr", "numId")) or _child(props, "numPr") is not None:
            style.num = num or style.num
            style.level = _int(_val(props, "numPr", "ilvl"), style.level)
        style.outline = _int(_val(props, "outlineLvl"), style.outline)
        if (spacing := _child(props, "spacing")) is not None:
            style.before = _int(_get(spacing, "before"), style.before)
            style.after = _int(_get(spacing, "after"), style.after)
        if _child(raw, "rPr", "vanish") is not None:
            style.hidden = _on(raw, "rPr", "vanish")

    def numbering(self, style_id: str) -> str:
        """The numId of a numbering style."""
        return _val(self._raw.get(style_id), "pPr", "numPr", "numId")


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1  # -1: after every level above
    style: str = ""
    legal: bool = False


@dataclass(slots=True)
class _Num:
    abstract: str = ""
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class _Numbering:
    """Word's lists. Lists of one abstract list count on together, but for those that start anew."""

    def __init__(self, root: Any, styles: _Styles) -> None:
        parts = list(root) if root is not None else []
        self._abstract = {_get(a, "abstractNumId"): a for a in parts if _name(a) == "abstractNum"}
        self._raw = {_get(n, "numId"): n for n in parts if _name(n) == "num"}
        self._styles = styles
        self._nums: dict[str, _Num] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def _num(self, num_id: str) -> _Num:
        if num_id not in self._nums:
            raw = self._raw.get(num_id)
            num = _Num(_val(raw, "abstractNumId"))
            for _ in range(5):  # a list of a numbering style is defined where the style's own list is
                link = _val(self._abstract.get(num.abstract), "numStyleLink")
                if not link:
                    break
                num.abstract = _val(self._raw.get(self._styles.numbering(link)), "abstractNumId")
            for level in self._abstract.get(num.abstract, ()):
                if _name(level) == "lvl":
                    num.levels[_int(_get(level, "ilvl"))] = _level(level)
            for override in raw if raw is not None else ():
                if _name(override) == "lvlOverride":
                    at = _int(_get(override, "ilvl"))
                    if (level := _child(override, "lvl")) is not None:
                        num.levels[at] = _level(level)
                    if start := _val(override, "startOverride"):
                        num.starts[at] = _int(start, 1)
            self._nums[num_id] = num
        return self._nums[num_id]

    def label(self, props: Any, style: _Style) -> str:
        """What Word prints before a paragraph; it counts on with each call."""
        direct = _child(props, "numPr")
        num_id = _val(direct, "numId") or style.num
        if num_id in ("", "0") or num_id not in self._raw:
            return ""
        num = self._num(num_id)
        at = _int(_val(direct, "ilvl"), -1)
        if at < 0:
            linked = [i for s in style.chain for i, level in num.levels.items() if level.style == s]
            at = linked[0] if linked and not _val(direct, "numId") else style.level if not _val(direct, "numId") else 0
        if at not in num.levels:
            return ""
        counts = self._counts.setdefault(num.abstract, {})
        if num_id not in self._met:
            self._met.add(num_id)
            for level in num.starts:
                counts.pop(level, None)
        counts[at] = counts[at] + 1 if at in counts else self._start(num, at)
        for level in [k for k in counts if k > at]:
            restart = num.levels[level].restart if level in num.levels else -1
            if restart < 0 or at < restart:
                del counts[level]
        return self._printed(num, at, counts)

    @staticmethod
    def _start(num: _Num, at: int) -> int:
        return num.starts.get(at, num.levels[at].start if at in num.levels else 1)

    def _printed(self, num: _Num, at: int, counts: dict[int, int]) -> str:
        here = num.levels[at]
        if here.form == "bullet":
            sign = here.text[:1]
            return "•" if sign == "o" or "\ue000" <= sign <= "\uf8ff" else here.text

        def number(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            form = num.levels[level].form if level in num.levels else "decimal"
            value = counts.get(level, self._start(num, level))
            return flow.numeral(value, "decimal" if here.legal and form not in ("none", "bullet") else form)

        return re.sub(r"%([1-9])", number, here.text).strip()


def _level(raw: Any) -> _Level:
    form = _child(raw, "numFmt")
    if form is None and (choice := _child(raw, "AlternateContent")) is not None:
        form = _child(choice, "Fallback", "numFmt")
    return _Level(
        start=_int(_val(raw, "start"), 1 if _child(raw, "start") is not None else 0),
        form=_get(form, "val", "decimal") if form is not None else "decimal",
        text=_val(raw, "lvlText"),
        restart=_int(_val(raw, "lvlRestart"), -1),
        style=_val(raw, "pStyle"),
        legal=_on(raw, "isLgl"),
    )


# ---------------------------------------------------------------------- the document


@dataclass(slots=True)
class _Line:
    """What a paragraph holds: words, and what hangs on it."""

    words: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)

    def before(self) -> str:
        return next((w for w in reversed(self.words) if w), "")


@dataclass(slots=True)
class _State:
    """Where a story stands: the body, a cell, a text box, a note, a header."""

    out: list[Piece] = field(default_factory=list)
    empty: int = 0  # empty paragraphs since the last one with words
    after: int = 0  # space below the last paragraph
    broken: bool = False  # a page break stands before the next paragraph
    carry: str = ""  # words of a paragraph whose end was deleted
    section: int = 0  # where the section begins in `out`


class _Reader:
    """Walks the document once and hands out its paragraphs and cells.

    The parser's bound on depth (256) is the bound of the recursion.
    """

    def __init__(self, package: _Package) -> None:
        self.package = package
        self.warnings: list[str] = []
        self.styles = _Styles(package.linked("styles"))
        self.numbering = _Numbering(package.linked("numbering"), self.styles)
        settings = package.linked("settings")
        self.even = _on(settings, "evenAndOddHeaders")
        self.forms = {
            "footnote": _val(settings, "footnotePr", "numFmt", default="decimal"),
            "endnote": _val(settings, "endnotePr", "numFmt", default="lowerRoman"),
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
            match _name(element):
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
            raise _too_much()

    def _choice(self, element: Any) -> Any:
        """Of what is there twice, for newer and older programs, the part that has words; the newer first."""
        branches = [c for c in element if _name(c) in ("Choice", "Fallback")]
        return next((b for b in branches if any(_name(e) == "t" for e in b.iter())), ())

    @contextmanager
    def _apart(self) -> Iterator[_State]:
        """A story within the story: what it lays down is its own."""
        outer, self.state = self.state, _State()
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
        props = _child(p, "pPr")
        style = self.styles[_val(props, "pStyle")]
        line = _Line()
        self._inline(p, line, hidden=style.hidden)
        for field_ in self.fields:
            field_[1] = "result"  # an instruction that never ends hides no words but its own
        text = state.carry + "".join(line.words)
        state.carry = ""
        if _child(props, "rPr", "del") is not None or _child(props, "rPr", "moveFrom") is not None:
            state.carry = text  # the end of the paragraph is deleted: it goes on with the next
        else:
            label = self.numbering.label(props, style)
            state.broken |= _on(props, "pageBreakBefore")
            spacing = _child(props, "spacing")
            space = max(_int("" if spacing is None else _get(spacing, "before"), style.before), state.after)
            for k, part in enumerate(text.split("\f")):
                state.broken |= k > 0
                if part.strip():
                    self._put(f"{label} {part}" if label else part, self._kind(props, style, part), space)
                    label = ""
                    state.after = _int("" if spacing is None else _get(spacing, "after"), style.after)
                elif k == 0 and not line.boxes:
                    state.empty += 1
        for box in line.boxes:
            state.out += self._within(box)
        for kind, note, numbered in line.notes:
            self._note(kind, note, numbered)
        if (section := _child(props, "sectPr")) is not None:
            self._section(section)

    def _put(self, text: str, style: str, space: int) -> None:
        state = self.state
        gap = max(state.empty, space // _LINE, 2 if state.broken else 0) if state.out else 0
        state.out.append(Piece(text, style or ("break" if state.broken and state.out else ""), gap))
        state.empty, state.after, state.broken = 0, 0, False

    def _kind(self, props: Any, style: _Style, text: str) -> str:
        if len(text) > _LONG:
            return ""
        if _TITLE.match(style.name):
            return "title"
        if _int(_val(props, "outlineLvl"), style.outline) < 9 or _HEADING.match(style.name):
            return "heading"
        return ""

    def _inline(self, element: Any, line: _Line, *, hidden: bool = False) -> None:
        """The words of a paragraph, and what else stands in it."""
        for child in element:
            self._step()
            name = _name(child)
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
                self._field(_get(child, "fldCharType"))
            elif name == "fldSimple":
                self.fields.append([_get(child, "instr"), "result"])
                self._inline(child, line, hidden=hidden)
                self.fields.pop()
            elif name in ("footnoteReference", "endnoteReference"):
                own = _get(child, "customMarkFollows") in _TRUE
                line.notes.append((name.removesuffix("Reference"), _get(child, "id"), not own))
            elif not hidden and self._shown() and (word := _word(child, name)):
                line.words.append(word)
            elif len(child):
                self._inline(child, line, hidden=hidden)

    def _run(self, run: Any, line: _Line, *, hidden: bool) -> None:
        props = _child(run, "rPr")
        if props is not None:
            if _child(props, "vanish") is not None:
                hidden = _on(props, "vanish")
            elif (own := _val(props, "rStyle")) and self.styles[own].chain[0] == own:
                hidden = hidden or self.styles[own].hidden
        at = len(line.words)
        self._inline(run, line, hidden=hidden)
        if _val(props, "vertAlign") == "superscript" and len(line.words) > at:
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
            self.notes[kind] = {_get(n, "id"): n for n in (root if root is not None else ()) if _name(n) == kind}
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
        open_: set[int] = set()  # columns in which a cell may go on downwards
        for row, tr in enumerate(_parts(table, "tr")):
            self._step()
            props = _child(tr, "trPr")
            if _child(props, "del") is not None or _on(props, "hidden"):
                continue
            column = min(_int(_val(props, "gridBefore")), 1000)
            going_on = set()
            for tc in _parts(tr, "tc"):
                self._step()
                own = _child(tc, "tcPr")
                if _child(own, "cellDel") is not None or _val(own, "hMerge") == "continue":
                    continue
                span = min(max(_int(_val(own, "gridSpan"), 1), 1), 1000)
                merge = _child(own, "vMerge")
                if merge is not None:
                    going_on.add(column)
                begins = merge is None or _get(merge, "val", "continue") == "restart" or column not in open_
                cells.append(Cell(row, column, span, self._within(tc) if begins else []))
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
        if self.n_sections and _val(section, "type", default="nextPage") not in ("continuous", "nextColumn"):
            for piece in state.out[state.section : state.section + 1]:
                if piece.table < 0:
                    piece.gap, piece.style = max(piece.gap, 2), piece.style or "break"
        state.section = len(state.out)
        self.n_sections += 1
        shown = {"default"} | ({"first"} if _on(section, "titlePg") else set()) | ({"even"} if self.even else set())
        found = [
            (("first", "default", "even").index(kind), name.removesuffix("Reference"), _get(child, "id"))
            for child in section
            if (name := _name(child)) in ("headerReference", "footerReference")
            and (kind := _get(child, "type", "default")) in shown
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
            return "\f" if _get(element, "type") == "page" else "\n"
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = _get(element, "char").lower()
            if re.fullmatch(r"f0[0-9a-f]{2}", code):
                return _SYMBOLS.get(code[2:], "•")
            return chr(int(code, 16)) if re.fullmatch(r"[0-9a-f]{2,4}", code) and not "d7ff" < code < "e000" else ""
    return ""


def _parts(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through what Word puts around them."""
    for child in element:
        found = _name(child)
        if found == name:
            yield child
        elif found not in _SILENT and found not in ("tbl", "tr", "tc", "p"):
            yield from _parts(child, name)
