"""Room 2: which part of the document is this?

Letter, headings, numbered paragraphs, sub-paragraphs, annex tables with rows and cells, signature. Every
non-blank character of the canonical text lies in at least one segment; cells lie in their row.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from extract.model import Block, Passage, Segment, Source
from extract.segment import labels, parts, tables
from extract.segment.headings import Path, caption_end, is_heading
from extract.segment.notes import Notes
from extract.segment.opening import unfolded


def segment(source: Source, document_id: str) -> list[Segment]:
    """The segments of a document, in reading order."""
    return _Builder(source, document_id).build()


def passage(source: Source, seg: Segment) -> Passage:
    """The words of a segment, without its printed number, on one line."""
    raw = source.text[seg.body : seg.end]
    if "  " not in raw and "\n" not in raw and "\t" not in raw:
        return Passage(seg, raw, range(seg.body, seg.end))
    chars: list[str] = []
    index: list[int] = []
    for offset, char in enumerate(raw, seg.body):
        if char.isspace():
            if chars and chars[-1] == " ":
                continue
            char = " "
        chars.append(char)
        index.append(offset)
    return Passage(seg, "".join(chars), tuple(index))


class _Builder:
    """Walks the blocks once; the state is where in the document the walk stands."""

    def __init__(self, source: Source, document_id: str) -> None:
        self.source = source
        self.doc = document_id
        self.out: list[Segment] = []
        self.notes = Notes(source)
        self.counts: dict[tuple[str, str], int] = {}
        self.taken: set[str] = set()
        self.part = "body"
        self.path = Path()
        self.paths = {self.part: self.path}
        self.paragraph: Segment | None = None
        self.numbered: Segment | None = None  # the numbered item of a list that letters below it belong to
        self.main: dict[int, labels.Label] = {}  # the blocks that are numbered paragraphs
        self.items: list[tuple[str, Segment]] = []  # open sub-paragraphs: label, segment

    def build(self) -> list[Segment]:
        blocks = unfolded(self.source.text, labels.join_bare_numbers(self.source))
        marks = [labels.label(self.source.text, b) for b in blocks]
        zones = parts.parts(self.source.text, blocks, marks)
        main = self.main = labels.paragraph_chain(self.source.text, blocks, marks, zones)
        at = 0
        while at < len(blocks):
            if zones[at] != self.part:
                self.part, self.paragraph, self.items, self.numbered = zones[at], None, [], None
                self.path = self.paths.setdefault(self.part, Path())  # the body goes on after a draft
            if blocks[at].in_table:
                to = at
                while to < len(blocks) and blocks[to].table == blocks[at].table and zones[to] == zones[at]:
                    to += 1
                self._table(blocks[at:to])
                at = to
            else:
                at = self._prose(blocks, marks, zones, main, at)
        return self.out

    # ------------------------------------------------------------------ prose

    def _prose(
        self, blocks: list[Block], marks: list[labels.Label], zones: list[str], main: dict[int, labels.Label], at: int
    ) -> int:
        block, mark = blocks[at], marks[at]
        text = self.source.text[block.start : block.end]
        following = next((i for i in range(at + 1, len(blocks)) if zones[i] == zones[at]), -1)
        to = at + 1
        if block.style == "figure":
            self._add("other", block.start, block.end, block)
        elif block.style == "furniture":
            self._add("page_furniture", block.start, block.end, block)
        elif block.style == "footnote":
            number, body, owner = self.notes.owner(block, self.out)
            self._add("footnote", block.start, block.end, block, number, body, owner)
        elif not block.style and (stars := self._stars(text)):
            words = block.end - len(text[stars:].lstrip())
            self._add("footnote", block.start, block.end, block, "*" * stars, words, self._starred(stars))
        elif parts.is_signature(text):
            while to < len(blocks) and zones[to] == zones[at] and parts.in_signature(self.source.text, blocks[to]):
                to += 1
            self._add("signature", block.start, blocks[to - 1].end, block)
        elif parts.is_annex_mark(text):
            self._add("heading", block.start, block.end, block)
            self.path.push(0, text)
        elif at in main:
            self.items, self.numbered = [], None
            mark = main[at]
            self.paragraph = self._add("paragraph", block.start, block.end, block, mark.number, mark.body)
            if mark.kind == "inferred":
                self.paragraph = self.out[-1] = replace(self.paragraph, number_basis="inferred")
        elif mark.kind == "number" and self._numbered_heading(text, block, main, following):
            level = self.path.level(mark, inside_items=False)
            self.path.close(level)
            self._add("heading", block.start, block.end, block, mark.number, mark.body)
            self.path.push(level, text)
        elif mark.kind == "number":
            self.items = []
            self.numbered = self._add("list_item", block.start, block.end, block, mark.number, mark.body)
        elif mark.kind == "letter" and not self._lettered_heading(blocks, marks, main, at, following):
            self._item(block, mark)
        elif mark.kind == "bullet":
            self._add("list_item", block.start, block.end, block, "", mark.body)
        elif (end := caption_end(self.source.text, blocks, marks, zones, at)) > at:
            to = end
            self._add("table_title", block.start, blocks[to - 1].end, block)
        elif self._is_title(text, at, zones):
            self._add("title", block.start, block.end, block)
        elif following >= 0 and blocks[following].in_table and self._captions(text):
            self._add("table_title", block.start, block.end, block)
        elif parts.is_contents(text) or (parts.is_masthead(text) and not any(s.kind == "paragraph" for s in self.out)):
            self._add("other", block.start, block.end, block)
        elif (is_heading(text, mark, block, following >= 0) and not self._names_officer(block)) or (
            self._opens_annex() and len(text) <= 400 and following >= 0 and not text.rstrip().endswith((".", ";", ":"))
        ):
            level = self.path.level(mark, inside_items=self._inside_items(marks, main, at))
            self.path.close(level)
            self._add("heading", block.start, block.end, block, mark.number, mark.body)
            self.path.push(level, text)
        else:
            self._add("other", block.start, block.end, block)
        return to

    def _stars(self, text: str) -> int:
        """How many stars a note below the masthead begins with ("* A/80/50."); 0 where it is none."""
        words = text.lstrip("*")
        stars = len(text) - len(words)
        if not 0 < stars <= 3 or not any(c.isalnum() for c in words) or any(s.kind == "paragraph" for s in self.out):
            return 0
        above = next((s.number for s in reversed(self.out) if s.kind == "footnote"), "")
        known = self._starred(stars) is not None or above == "*" * (stars - 1) != ""
        return stars if known or parts.is_masthead(words.rstrip(".")) else 0

    def _starred(self, stars: int) -> Segment | None:
        """The last line that bears so many stars."""
        for s in reversed(self.out):
            words = self.source.text[s.start : s.end]
            job = words.startswith("*")  # the number of the printing job: "*2500227*"
            if s.kind != "footnote" and not job and len(words) - len(words.rstrip("*")) == stars:
                return s
        return None

    def _names_officer(self, block: Block) -> bool:
        """Whether a plain line stands below the name of an office, "Chair:", or below another such line."""
        if block.style not in ("", "break"):
            return False
        for above in reversed(self.out):
            if above.kind in ("page_furniture", "footnote"):
                continue
            text = self.source.text[above.start : above.end].strip()
            if above.kind != "other" or len(text) > 100:
                return False
            if text.endswith(":"):
                return len(text.split()) <= 3
        return False

    def _captions(self, text: str) -> bool:
        """Whether a block right above a table is its title; that of an annex may be long."""
        return parts.is_caption(text, most=400 if self._opens_annex() else 250)

    def _opens_annex(self) -> bool:
        """Whether the last segment but page furniture is the mark of an annex."""
        above = next((s for s in reversed(self.out) if s.kind not in ("page_furniture", "footnote")), None)
        return above is not None and parts.is_annex_mark(self.source.text[above.start : above.end])

    def _numbered_heading(self, text: str, block: Block, main: dict[int, labels.Label], following: int) -> bool:
        """A short numbered line is a heading where a paragraph of the report follows: "1. Cease-fire violations"."""
        if block.style == "heading":
            return True
        short = len(text) <= 150 and not text.rstrip().endswith((".", ";", ":", ",", "; and"))
        above = self.out[-1] if self.out else None
        listed = above is not None and above.kind == "list_item"
        return short and following in main and not listed

    def _inside_items(self, marks: list[labels.Label], main: dict[int, labels.Label], at: int) -> bool:
        """Whether an unlabelled heading stands among lettered items: the next labelled block is one."""
        labelled = (i for i in range(at + 1, len(marks)) if marks[i].kind in ("number", "letter") or i in main)
        follower = next(labelled, -1)
        return self.paragraph is not None and follower > 0 and marks[follower].kind == "letter" and follower not in main

    def _lettered_heading(
        self, blocks: list[Block], marks: list[labels.Label], main: dict[int, labels.Label], at: int, following: int
    ) -> bool:
        """A lettered line is a heading where a numbered paragraph or a deeper heading follows it at once.

        Example: "(a) Creation of a new mission …" above paragraph 7 of S/2006/972, beside the items of paragraph 14.
        """
        text = self.source.text[blocks[at].start : blocks[at].end]
        if text.rstrip().endswith((".", ";", ":", ",", "; and", "; or")) or len(text) > 200 or following < 0:
            return False
        if self.paragraph is not None and not self.items:
            above = self.source.text[self.paragraph.start : self.paragraph.end].rstrip()
            if above.endswith((":", "—", "–")):
                return False
        return following in main or (following == at + 1 and marks[following].kind in ("roman", "capital"))

    def _is_title(self, text: str, at: int, zones: list[str]) -> bool:
        if self.part == "letter":
            return parts.is_title(text, "letter") and not any(s.kind in ("title", "signature") for s in self.out)
        first = all(
            s.kind in ("title", "page_furniture", "footnote") or parts.is_masthead(self.source.text[s.start : s.end])
            for s in self.out
            if s.part == self.part
        )
        if any(s.kind == "title" for s in self.out if s.part == self.part) and self.paragraph_next(at, zones):
            return False  # "Introduction" above paragraph 1
        return first and not self.part.startswith("annex") and parts.is_title(text, zones[at])

    def paragraph_next(self, at: int, zones: list[str]) -> bool:
        """Whether the block behind `at` is a numbered paragraph."""
        follower = next((i for i in range(at + 1, len(zones)) if zones[i] == zones[at]), -1)
        return follower in self.main

    def _item(self, block: Block, mark: labels.Label) -> None:
        """A lettered item: below the paragraph, or below the item that is still open ("(i)" under "(a)")."""
        while self.items and not labels.nests(self.items[-1][0], mark.number):
            previous = self.items.pop()
            # "(b)" goes on with "(a)", not with the "a." of a list below it.
            alike = self._pointed(previous[1].start, previous[1].body) == self._pointed(block.start, mark.body)
            if alike and labels.follows(previous[0], mark.number):
                break
        parent = self.items[-1][1] if self.items else self.numbered or self.paragraph
        seg = self._add("subparagraph", block.start, block.end, block, mark.number, mark.body, parent)
        self.items.append((mark.number, seg))

    def _pointed(self, start: int, body: int) -> bool:
        """Whether the label of an item ends with a point."""
        return self.source.text[start:body].rstrip().endswith(".")

    # ------------------------------------------------------------------ tables

    def _table(self, blocks: list[Block]) -> None:
        n = self._count("table")
        base = f"{self.doc}/{self.part}/table_{n}"
        title = ""
        if self.out and self.out[-1].kind == "table_title" and self.out[-1].id.endswith("/title_pending"):
            last = self.out.pop()
            self.taken.discard(last.id)
            title = self._id(f"{base}/title")
            self.out.append(replace(last, id=title))
        headers = n_rows = n_sections = 0
        for kind, cells in tables.rows(self.source.text, blocks, loose=self.source.format == "txt"):
            if kind == "table_header":
                headers += 1
                row_id = f"{base}/header" if headers == 1 else f"{base}/header_{headers}"
            elif kind == "section":
                n_sections += 1
                row_id = f"{base}/section_{n_sections}"
            else:
                n_rows += 1
                row_id = f"{base}/row_{n_rows}"
            row_kind = "table_header" if kind == "table_header" else "table_row"
            made = partial(
                Segment,
                part=self.part,
                number="",
                section=str(self.path),
                page=cells[0].page,
                table=n,
                row=n_rows if kind == "table_row" else 0,
            )
            row = made(
                id=self._id(row_id),
                kind=row_kind,
                parent=title,
                start=cells[0].start,
                end=cells[-1].end,
                body=cells[0].start,
            )
            self.out.append(row)
            for cell in cells:
                self.out.append(
                    made(
                        id=self._id(f"{row.id}/cell_{cell.column + 1}"),
                        kind="table_cell",
                        parent=row.id,
                        start=cell.start,
                        end=cell.end,
                        body=cell.start,
                        column=cell.column,
                        rows=cell.rows,
                    )
                )

    # ------------------------------------------------------------------ bookkeeping

    def _count(self, kind: str) -> int:
        key = (self.part, kind)
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def _id(self, wanted: str) -> str:
        """An id not yet given: a number printed twice in one part gets `~2`."""
        found, n = wanted, 1
        while found in self.taken:
            n += 1
            found = f"{wanted}~{n}"
        self.taken.add(found)
        return found

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        block: Block,
        number: str = "",
        body: int = -1,
        parent: Segment | None = None,
    ) -> Segment:
        base = f"{self.doc}/{self.part}"
        if kind == "paragraph":
            wanted = f"{base}/paragraph_{number}"
        elif kind == "subparagraph":
            wanted = f"{parent.id if parent else base}/{number}"
        elif kind == "table_title":
            wanted = f"{base}/title_pending"
        elif kind == "list_item":
            parent = parent or (self.items[-1][1] if self.items else self.paragraph)
            wanted = f"{parent.id if parent else base}/item_{self._count('list_item')}"
        else:
            wanted = f"{base}/{kind}_{self._count(kind)}"
        seg = Segment(
            id=self._id(wanted),
            part=self.part,
            kind=kind,
            number=number,
            parent=parent.id if parent else "",
            section=str(self.path),
            page=block.page,
            start=start,
            end=end,
            body=body if body >= 0 else start,
        )
        self.out.append(seg)
        return seg
