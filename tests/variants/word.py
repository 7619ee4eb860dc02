"""The report as a Word file, its OOXML written by hand: what is tried here (tracked changes, text boxes, footnotes,
numbering, sections) is what the docx libraries do not write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.variants.ooxml import (
    NUMBERING,
    SPACES,
    WHO,
    deleted,
    footnotes,
    numbered,
    package,
    run,
    scattered,
    styles,
)
from tests.variants.report import BODY, FOOTNOTES, ISSUED, JOB, SYMBOL, Part, Table, report, soft

A4, LETTER, A5 = (11906, 16838), (12240, 15840), (8391, 11906)

# Words that a tracked change put in (second) for others (first), which are struck out but still in the file.
_CHANGES = {
    "On 11 January and 28 March 2005": ("On 14 January and 2 April 2003", "On 11 January and 28 March 2005"),
    "and 10 October 2006": ("and 13 October 2006", "and 10 October 2006"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the Word file is made.

    `numbers` are typed (and a tab), spaces (typed, and blanks that do not break), auto (Word's, one list a kind),
    levels (items on the second level of the paragraphs' list) or styles (Word's, by the paragraph's style).
    `rules` are the lines of the tables: none, grid, rows (one under each row) or header. `crossed` lets rows go on
    over a page; `breaks` parts what cells list by lines or by paragraphs; `titled` puts the table's title into its
    first row; `centred` centres the cell that spans several columns. `columns` counts those of the body. `masthead`
    is empty, table, lines or box (a text box). `soft` writes soft hyphens into long words, so that lines break inside
    them as in hyphenated text. `scattered` cuts the words into many runs; `bare` uses no style but Normal.
    """

    numbers: str = "typed"
    page: tuple[int, int] = A4
    margins: int = 1440
    font: str = "Times New Roman"
    size: int = 20
    columns: int = 1
    landscape: bool = False
    rules: str = "none"
    repeated: bool = False
    crossed: bool = True
    breaks: str = ""
    titled: bool = False
    centred: bool = False
    merged_dates: bool = False
    footnotes: bool = False
    table_note: bool = False
    furniture: bool = False
    masthead: str = ""
    box: bool = False
    tracked: bool = False
    soft: bool = False
    justified: bool = False
    scattered: bool = False
    bare: bool = False
    strict: bool = False


def docx(look: Look) -> bytes:
    """The report as a Word file of this look."""
    return _Writer(look).file()


# The list of each style that has numbers.
_LISTS = {"Para": 1, "Heading2": 2, "Item": 3}


class _Writer:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.notes: list[str] = []
        self.width = look.page[0] - 2 * look.margins

    # ------------------------------------------------------------------ words

    def words(self, text: str, props: str = "") -> str:
        """Runs with the marks of footnotes and the tracked changes that fall into the text."""
        for at, note in FOOTNOTES.items() if self.look.footnotes else ():
            if at in text:
                before, after = text.split(at, 1)
                self.notes.append(note)
                mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self.notes) + 1}"/></w:r>'
                return self.words(before, props) + run(at, props) + mark + self.words(after, props)
        for at, (old, new) in _CHANGES.items() if self.look.tracked else ():
            if at in text:
                before, after = text.split(at, 1)
                inserted = f"<w:ins {WHO}>{run(new, props)}</w:ins>"
                return self.words(before, props) + deleted(old) + inserted + self.words(after, props)
        text = soft(text) if self.look.soft else text
        return scattered(text, props) if self.look.scattered else run(text, props)

    def p(self, content: str, props: str = "", *, style: str = "") -> str:
        named = f'<w:pStyle w:val="{style}"/>' if style and not self.look.bare else ""
        return f"<w:p><w:pPr>{named}{props}</w:pPr>{content}</w:p>"

    def numbered(self, part: Part, style: str, bold: str = "") -> str:
        """A paragraph with its number: typed and a tab, or left to Word."""
        list_, level = _LISTS[style], 0
        match self.look.numbers:
            case "typed":
                return self.p(run(f"{part.number}\t", bold) + self.words(part.text, bold), style=style)
            case "spaces":
                return self.p(run(f"{part.number}\u00a0\u00a0\u00a0 ", bold) + self.words(part.text, bold), style=style)
            case "styles":
                return self.p(self.words(part.text, bold), style=style)
            case "levels" if style == "Item":
                list_, level = 1, 1
        return self.p(self.words(part.text, bold), numbered(list_, level), style=style)

    # ------------------------------------------------------------------ parts of the report

    def masthead(self) -> str:
        look, small = self.look, '<w:spacing w:after="0"/>'
        left = [self.p(run("United Nations", "<w:b/>"), small), self.p(run(BODY, '<w:b/><w:sz w:val="36"/>'), small)]
        right = [f"Distr.: General\n{ISSUED}", "Original: English"]
        lines = [self.p(run(line), small) for line in (SYMBOL, *right)]
        if look.masthead == "table":
            half = self.width // 2
            cells = [
                f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
                for inner in ("".join(left), "".join(lines))
            ]
            grid = f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
            return f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/></w:tblPr>{grid}<w:tr>{"".join(cells)}</w:tr></w:tbl>{self.p("")}'
        if look.masthead == "box":
            return (
                self.box("".join(lines), "margin-left:300pt;margin-top:0;width:150pt;height:80pt")
                + "".join(left)
                + self.p("") * 3
            )
        return "".join(left + lines)

    def box(self, inner: str, style: str) -> str:
        """A text box, as older Word wrote it and every version reads it."""
        shape = (
            f'<v:shape id="box{style[12:15]}" type="#_x0000_t202" style="position:absolute;{style};z-index:1">'
            f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
        )
        return self.p(f"<w:r><w:pict>{shape}</w:pict></w:r>")

    def letter(self) -> str:
        r = report()
        out = [
            self.p(self.words(r.letter_title, '<w:b/><w:sz w:val="28"/>'), '<w:spacing w:before="240" w:after="240"/>')
        ]
        out += [self.p(self.words(text), '<w:ind w:firstLine="567"/>') for text in r.letter]
        if self.look.box:
            out.append(
                self.box(self.p(run("Please recycle")), "margin-left:20pt;margin-top:60pt;width:110pt;height:30pt")
            )
        left = '<w:spacing w:after="0"/><w:ind w:left="4200"/>'
        signed, name = r.signature[0].split(" ", 1)
        out.append(self.p(run(signed, "<w:i/>") + run(f" {name}", "<w:b/>"), left))
        out += [self.p(run(line), left) for line in r.signature[1:]]
        return "".join(out)

    def body(self) -> str:
        r = report()
        out = []
        for part in r.parts:
            match part.kind:
                case "heading":
                    out.append(self.p(self.words(part.text, '<w:b/><w:sz w:val="26"/>'), style="Heading1"))
                case "lettered":
                    out.append(self.numbered(part, "Heading2", "<w:b/>"))
                case "subheading":
                    out.append(self.p(self.words(part.text, "<w:i/>"), style="Heading3"))
                case "item":
                    out.append(self.numbered(part, "Item"))
                case _:
                    out.append(self.numbered(part, "Para"))
            if self.look.scattered and part.number == "2.":
                out[-1] = f"<w:sdt><w:sdtPr/><w:sdtContent>{out[-1]}</w:sdtContent></w:sdt>"
            if self.look.tracked and part.number == "3.":
                out.append(self.deleted("3 bis. The Working Group met on 4 May 2002 with the members of UNTAET."))
        return "".join(out)

    def deleted(self, text: str) -> str:
        """A paragraph that a tracked change has taken out."""
        return f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{deleted(text)}</w:p>"

    def annex(self) -> str:
        r = report()
        out = [self.p(run(r.annex, '<w:b/><w:sz w:val="28"/>'), style="Heading1")]
        for number, table in enumerate(r.tables):
            if not self.look.titled:
                props = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>'
                out.append(self.p(self.words(table.title, "<w:b/>"), props))
            out.append(self.table(table, number))
            if self.look.table_note:
                mark = '<w:vertAlign w:val="superscript"/>'
                out.append(self.p(run("a", mark) + run(" As listed by the Secretariat.")))
            out.append(self.p(""))
        return "".join(out)

    # ------------------------------------------------------------------ tables

    def table(self, table: Table, number: int) -> str:
        width = self.look.page[1] - 2 * self.look.margins if self.look.landscape else self.width
        widths = [width * share // 100 for share in (20, 45, 35)]
        edge = {
            "none": (), "grid": ("top", "left", "bottom", "right", "insideH", "insideV"),
            "rows": ("top", "bottom", "insideH"), "header": ("top", "bottom"),
        }[self.look.rules]  # fmt: skip
        borders = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for e in edge)
        props = (
            f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        rows = [self.row((table.title,), widths, header=True)] if self.look.titled else []
        rows.append(self.row(table.header, widths, header=True))
        above = ""
        for at, cells in enumerate(table.rows):
            below = table.rows[at + 1][0] if at + 1 < len(table.rows) else ""
            merge = ""
            if self.look.merged_dates and cells[0] in (above, below):
                merge = "<w:vMerge/>" if cells[0] == above else '<w:vMerge w:val="restart"/>'
            rows.append(self.row(cells, widths, merge=merge, again=cells[0] == above))
            if self.look.tracked and number == 0 and at == 1:
                rows.append(self.row(("3 March 2005", "Nobody", "This row was taken out"), widths, gone=True))
            above = cells[0]
        return f"<w:tbl>{props}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def row(
        self,
        cells: Sequence[str],
        widths: Sequence[int],
        *,
        header: bool = False,
        merge: str = "",
        again: bool = False,
        gone: bool = False,
    ) -> str:
        look = self.look
        props = "" if look.crossed else "<w:cantSplit/>"
        props += "<w:tblHeader/>" if header and look.repeated else ""
        props += f"<w:del {WHO}/>" if gone else ""
        out = []
        for at, text in enumerate(cells):
            span = len(widths) - at if at == len(cells) - 1 else 1
            own = f'<w:tcW w:w="{sum(widths[at : at + span])}" w:type="dxa"/>'
            own += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            own += merge if at == 0 else ""
            if header and look.rules == "header":
                own += '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
            text = text if look.breaks else " ".join(text.split())
            if look.breaks and at == 1 and not gone:
                text = text.replace(", ", ",\n")
            text = "" if again and merge and at == 0 else text
            found = []
            for line in text.split("\n") if look.breaks == "paragraphs" else [text]:
                runs = deleted(line) if gone else self.words(line, "<w:i/>" if header else "")
                if header and look.table_note and at == 1:
                    runs += run("a", '<w:vertAlign w:val="superscript"/>')
                found.append(self.p(runs, '<w:jc w:val="center"/>' if span > 1 and look.centred else "", style="Cell"))
            out.append(f"<w:tc><w:tcPr>{own}</w:tcPr>{''.join(found)}</w:tc>")
        return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(out)}</w:tr>"

    # ------------------------------------------------------------------ the file

    def section(self, columns: int = 1, kind: str = "nextPage", *, inside: bool = True, turned: bool = False) -> str:
        look, m = self.look, self.look.margins
        links = (
            '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
        )
        wide, high = reversed(look.page) if turned else look.page
        orient = ' w:orient="landscape"' if turned else ""
        sect = (
            f'<w:sectPr>{links if look.furniture else ""}<w:type w:val="{kind}"/>'
            f'<w:pgSz w:w="{wide}" w:h="{high}"{orient}/>'
            f'<w:pgMar w:top="{m}" w:right="{m}" w:bottom="{m}" w:left="{m}" w:header="{m // 2}" w:footer="{m // 2}" '
            f'w:gutter="0"/><w:cols w:num="{columns}" w:space="500"/></w:sectPr>'
        )
        return f"<w:p><w:pPr>{sect}</w:pPr></w:p>" if inside else sect

    def file(self) -> bytes:
        look = self.look
        title = self.p(self.words(report().title, '<w:b/><w:sz w:val="28"/>'), '<w:spacing w:after="240"/>')
        body = [
            self.masthead() if look.masthead else "", self.letter(), self.section(), title,
            self.section() if look.columns > 1 else "", self.body(),
            self.section(look.columns, "continuous" if look.columns > 1 else "nextPage"),
            self.annex(), self.section(inside=False, turned=look.landscape),
        ]  # fmt: skip
        lists = {style: numbered(at) for style, at in _LISTS.items()} if look.numbers == "styles" else {}
        own = styles(look.font, look.size, justified=look.justified, lists=lists)
        parts = {
            "document": f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
            "styles": f"<w:styles {SPACES}>{own}</w:styles>",
            "numbering": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
            "settings": f'<w:settings {SPACES}><w:autoHyphenation w:val="0"/></w:settings>',
        }
        if self.notes:
            parts["footnotes"] = f"<w:footnotes {SPACES}>{footnotes(self.notes)}</w:footnotes>"
        if look.furniture:
            tab = f'<w:tabs><w:tab w:val="right" w:pos="{self.width}"/></w:tabs>'
            parts["header1"] = f"<w:hdr {SPACES}>{self.p(run(f'{chr(9)}{SYMBOL}', '<w:b/>'), tab)}</w:hdr>"
            page, pages = (f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>' for name in ("PAGE", "NUMPAGES"))
            foot = run(f"{JOB}\t") + page + run("/") + pages
            parts["footer1"] = f"<w:ftr {SPACES}>{self.p(foot, tab)}</w:ftr>"
        return package(parts, strict=look.strict)
