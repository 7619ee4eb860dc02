"""The report as a Word file, its OOXML written by hand: what is tried here (tracked changes, text boxes, footnotes,
numbering, sections) is what the docx libraries do not write."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.variants.report import BODY, FOOTNOTES, ISSUED, JOB, SYMBOL, Part, Table, report, soft

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

A4, LETTER, A5 = (11906, 16838), (12240, 15840), (8391, 11906)

# Words that a tracked change put in (second) for others (first), which are struck out but still in the file.
_CHANGES = {
    "On 11 January and 28 March 2005": ("On 14 January and 2 April 2003", "On 11 January and 28 March 2005"),
    "and 10 October 2006": ("and 13 October 2006", "and 10 October 2006"),
}
_WHO = 'w:id="900" w:author="Editor" w:date="2006-12-13T09:00:00Z"'


@dataclass(frozen=True, slots=True)
class Look:
    """How the Word file is made.

    `rules` are the lines of the tables: none, grid, rows (one under each row) or header. `crossed` lets rows go on
    over a page. `columns` counts those of the body; `masthead` is empty, table, lines or box (a text box).
    `soft` writes soft hyphens into long words, so that lines break inside them as in hyphenated text.
    """

    numbers: str = "typed"
    page: tuple[int, int] = A4
    margins: int = 1440
    font: str = "Times New Roman"
    size: int = 20
    columns: int = 1
    rules: str = "none"
    repeated: bool = False
    crossed: bool = True
    breaks: bool = False
    merged_dates: bool = False
    footnotes: bool = False
    table_note: bool = False
    furniture: bool = False
    masthead: str = ""
    box: bool = False
    tracked: bool = False
    soft: bool = False
    justified: bool = False


def docx(look: Look) -> bytes:
    """The report as a Word file of this look."""
    return _Writer(look).file()


def _run(text: str, props: str = "") -> str:
    parts = re.split(r"([\n\t])", text)
    inner = "".join(
        "<w:br/>" if p == "\n" else "<w:tab/>" if p == "\t" else f'<w:t xml:space="preserve">{escape(p)}</w:t>'
        for p in parts
        if p
    )
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>" if inner else ""


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
                return self.words(before, props) + _run(at, props) + mark + self.words(after, props)
        for at, (old, new) in _CHANGES.items() if self.look.tracked else ():
            if at in text:
                before, after = text.split(at, 1)
                deleted = f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">{escape(old)}</w:delText></w:r></w:del>'
                inserted = f"<w:ins {_WHO}>{_run(new, props)}</w:ins>"
                return self.words(before, props) + deleted + inserted + self.words(after, props)
        return _run(soft(text) if self.look.soft else text, props)

    def p(self, content: str, props: str = "", *, style: str = "") -> str:
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p><w:pPr>{named}{props}</w:pPr>{content}</w:p>"

    def numbered(self, part: Part, list_: int, style: str, props: str = "", bold: str = "") -> str:
        """A paragraph with its number: typed and a tab, or left to Word."""
        if self.look.numbers == "auto":
            return self.p(self.words(part.text, bold), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_}"/></w:numPr>{props}', style=style)
        return self.p(_run(f"{part.number}\t", bold) + self.words(part.text, bold), props, style=style)

    # ------------------------------------------------------------------ parts of the report

    def masthead(self) -> str:
        look, small = self.look, '<w:spacing w:after="0"/>'
        left = [self.p(_run("United Nations", "<w:b/>"), small), self.p(_run(BODY, '<w:b/><w:sz w:val="36"/>'), small)]
        right = [f"Distr.: General\n{ISSUED}", "Original: English"]
        lines = [self.p(_run(line), small) for line in (SYMBOL, *right)]
        if look.masthead == "table":
            half = self.width // 2
            cells = [
                f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
                for inner in ("".join(left), "".join(lines))
            ]
            grid = f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
            return f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/></w:tblPr>{grid}<w:tr>{"".join(cells)}</w:tr></w:tbl>{self.p("")}'
        if look.masthead == "box":
            return self.box("".join(lines), "margin-left:300pt;margin-top:0;width:150pt;height:80pt") + "".join(left) + self.p("") * 3
        return "".join(left + lines)

    def box(self, inner: str, style: str) -> str:
        """A text box, as older Word wrote it and every version reads it."""
        shape = (
            f'<v:shape id="box{style[12:15]}" type="#_x0000_t202" style="position:absolute;{style};z-index:1">'
            f'<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
        )
        return self.p(f"<w:r><w:pict>{shape}</w:pict></w:r>")

    def letter(self) -> str:
        r = report()
        out = [self.p(self.words(r.letter_title, '<w:b/><w:sz w:val="28"/>'), '<w:spacing w:before="240" w:after="240"/>')]
        out += [self.p(self.words(text), '<w:ind w:firstLine="567"/>') for text in r.letter]
        if self.look.box:
            out.append(self.box(self.p(_run("Please recycle")), "margin-left:20pt;margin-top:60pt;width:110pt;height:30pt"))
        left = '<w:spacing w:after="0"/><w:ind w:left="4200"/>'
        signed, name = r.signature[0].split(" ", 1)
        out.append(self.p(_run(signed, "<w:i/>") + _run(f" {name}", "<w:b/>"), left))
        out += [self.p(_run(line), left) for line in r.signature[1:]]
        return "".join(out)

    def body(self) -> str:
        r = report()
        out = []
        for part in r.parts:
            match part.kind:
                case "heading":
                    out.append(self.p(self.words(part.text, '<w:b/><w:sz w:val="26"/>'), "<w:keepNext/>", style="Heading1"))
                case "lettered":
                    out.append(self.numbered(part, 2, "Heading2", "<w:keepNext/>", "<w:b/>"))
                case "subheading":
                    out.append(self.p(self.words(part.text, "<w:i/>"), "<w:keepNext/>", style="Heading3"))
                case "item":
                    out.append(self.numbered(part, 3, "Item"))
                case _:
                    out.append(self.numbered(part, 1, "Para"))
            if self.look.tracked and part.number == "3.":
                out.append(self.deleted("3 bis. The Working Group met on 4 May 2002 with the members of UNTAET."))
        return "".join(out)

    def deleted(self, text: str) -> str:
        """A paragraph that a tracked change has taken out."""
        run = f"<w:del {_WHO}><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>"
        return f"<w:p><w:pPr><w:rPr><w:del {_WHO}/></w:rPr></w:pPr>{run}</w:p>"

    def annex(self) -> str:
        r = report()
        out = [self.p(_run(r.annex, '<w:b/><w:sz w:val="28"/>'), style="Heading1")]
        for number, table in enumerate(r.tables):
            out.append(self.p(self.words(table.title, "<w:b/>"), '<w:keepNext/><w:spacing w:before="240" w:after="120"/>'))
            out.append(self.table(table, number))
            if self.look.table_note:
                mark = '<w:vertAlign w:val="superscript"/>'
                out.append(self.p(_run("a", mark) + _run(" As listed by the Secretariat.")))
            out.append(self.p(""))
        return "".join(out)

    # ------------------------------------------------------------------ tables

    def table(self, table: Table, number: int) -> str:
        widths = [self.width * share // 100 for share in (20, 45, 35)]
        edge = {
            "none": (), "grid": ("top", "left", "bottom", "right", "insideH", "insideV"),
            "rows": ("top", "bottom", "insideH"), "header": ("top", "bottom"),
        }[self.look.rules]  # fmt: skip
        borders = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for e in edge)
        props = (
            f'<w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        rows = [self.row(table.header, widths, header=True)]
        above = ""
        for at, cells in enumerate(table.rows):
            below = table.rows[at + 1][0] if at + 1 < len(table.rows) else ""
            merge = ""
            if self.look.merged_dates and cells[0] in (above, below):
                merge = '<w:vMerge/>' if cells[0] == above else '<w:vMerge w:val="restart"/>'
            rows.append(self.row(cells, widths, merge=merge, again=cells[0] == above))
            if self.look.tracked and number == 0 and at == 1:
                rows.append(self.row(("3 March 2005", "Nobody", "This row was taken out"), widths, gone=True))
            above = cells[0]
        return f"<w:tbl>{props}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def row(self, cells: Sequence[str], widths: Sequence[int], *, header: bool = False, merge: str = "", again: bool = False, gone: bool = False) -> str:
        look = self.look
        props = "" if look.crossed else "<w:cantSplit/>"
        props += "<w:tblHeader/>" if header and look.repeated else ""
        props += f"<w:del {_WHO}/>" if gone else ""
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
            runs = self.words(text, "<w:i/>" if header else "")
            if gone:
                runs = f"<w:del {_WHO}><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>"
            if header and look.table_note and at == 1:
                runs += _run("a", '<w:vertAlign w:val="superscript"/>')
            runs = "" if again and merge and at == 0 else runs
            out.append(f"<w:tc><w:tcPr>{own}</w:tcPr>{self.p(runs, style='Cell')}</w:tc>")
        return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(out)}</w:tr>"

    # ------------------------------------------------------------------ the file

    def section(self, columns: int, kind: str, *, inside: bool) -> str:
        look = self.look
        links = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>' if look.furniture else ""
        cols = f'<w:cols w:num="{columns}" w:space="500"/>'
        m = look.margins
        margins = f'<w:pgMar w:top="{m}" w:right="{m}" w:bottom="{m}" w:left="{m}" w:header="{m // 2}" w:footer="{m // 2}" w:gutter="0"/>'
        sect = f'<w:sectPr>{links}<w:type w:val="{kind}"/><w:pgSz w:w="{look.page[0]}" w:h="{look.page[1]}"/>{margins}{cols}</w:sectPr>'
        return f"<w:p><w:pPr>{sect}</w:pPr></w:p>" if inside else sect

    def file(self) -> bytes:
        look = self.look
        title = self.p(self.words(report().title, '<w:b/><w:sz w:val="28"/>'), '<w:spacing w:after="240"/>')
        body = [
            self.masthead() if look.masthead else "", self.letter(), self.section(1, "nextPage", inside=True),
            title, self.section(1, "nextPage", inside=True) if look.columns > 1 else "",
            self.body(), self.section(look.columns, "continuous" if look.columns > 1 else "nextPage", inside=True),
            self.annex(), self.section(1, "nextPage", inside=False),
        ]  # fmt: skip
        parts = {
            "document": f"<w:document {_SPACES}><w:body>{''.join(body)}</w:body></w:document>",
            "styles": f"<w:styles {_SPACES}>{self.styles()}</w:styles>",
            "numbering": f"<w:numbering {_SPACES}>{_NUMBERING}</w:numbering>",
            "settings": f"<w:settings {_SPACES}><w:autoHyphenation w:val=\"0\"/></w:settings>",
        }
        if self.notes:
            marks = ('<w:separator/>', '<w:continuationSeparator/>')
            notes = [f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r>{mark}</w:r></w:p></w:footnote>' for at, (kind, mark) in enumerate(zip(("separator", "continuationSeparator"), marks, strict=True))]
            ref = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            notes += [f'<w:footnote w:id="{at}">{self.p(ref + _run(f" {note}"))}</w:footnote>' for at, note in enumerate(self.notes, 2)]
            parts["footnotes"] = f"<w:footnotes {_SPACES}>{''.join(notes)}</w:footnotes>"
        if look.furniture:
            tab = f'<w:tabs><w:tab w:val="right" w:pos="{self.width}"/></w:tabs>'
            parts["header1"] = f"<w:hdr {_SPACES}>{self.p(_run(f'{chr(9)}{SYMBOL}', '<w:b/>'), tab)}</w:hdr>"
            field = "".join(f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>{sep}' for name, sep in (("PAGE", "<w:r><w:t>/</w:t></w:r>"), ("NUMPAGES", "")))
            parts["footer1"] = f"<w:ftr {_SPACES}>{self.p(_run(JOB) + _run(chr(9)) + field, tab)}</w:ftr>"
        return _package(parts)

    def styles(self) -> str:
        look = self.look
        fonts = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/><w:sz w:val="{look.size}"/><w:lang w:val="en-GB"/>'
        both = '<w:jc w:val="both"/>' if look.justified else ""
        tab = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'
        named = {
            "Para": f'<w:pPr>{tab}<w:spacing w:after="120"/>{both}</w:pPr>',
            "Item": f'<w:pPr>{tab}<w:spacing w:after="120"/><w:ind w:firstLine="567"/>{both}</w:pPr>',
            "Cell": '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>',
            "Heading1": '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>',
            "Heading2": f'<w:pPr><w:keepNext/>{tab}<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr>',
            "Heading3": '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="2"/></w:pPr>',
        }
        own = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{re.sub("Heading", "heading ", name)}"/><w:basedOn w:val="Normal"/>{props}</w:style>'
            for name, props in named.items()
        )
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
            f'w:styleId="Normal"><w:name w:val="Normal"/></w:style>{own}'
        )


def _list(number: int, form: str, text: str) -> str:
    tab = '<w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{tab}</w:lvl></w:abstractNum>'
    )


_FORMS = (("decimal", "%1."), ("lowerLetter", "(%1)"), ("lowerLetter", "(%1)"))
_NUMBERING = "".join(_list(at, *form) for at, form in enumerate(_FORMS, 1)) + "".join(
    f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(_FORMS) + 1)
)


def _package(parts: dict[str, str]) -> bytes:
    """A zip of the parts, each linked from the main one by its own name."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    kind = {name: re.sub(r"\d", "", name) for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{"document.main" if name == "document" else kind[name]}+xml"/>'
        for name in parts
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind[name]}" Target="{name}.xml"/>' for name in parts if name != "document"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="document" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_LINKS}">{links}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in files.items():
            z.writestr(zipfile.ZipInfo(name), head + content)
    return out.getvalue()
