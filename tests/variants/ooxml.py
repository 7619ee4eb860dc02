"""What every Word file is made of: runs, lists, and the package of its parts."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_STRICT = {
    _W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    _R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
WHO = 'w:id="900" w:author="Editor" w:date="2006-12-13T09:00:00Z"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, props: str = "") -> str:
    parts = re.split(r"([\n\t])", text)
    inner = "".join(
        "<w:br/>" if p == "\n" else "<w:tab/>" if p == "\t" else f'<w:t xml:space="preserve">{escape(p)}</w:t>'
        for p in parts
        if p
    )
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>" if inner else ""


def scattered(text: str, props: str = "") -> str:
    """The words in many small runs, as Word leaves them after its spelling check, with symbols as links."""
    out = []
    for piece in re.split(r"(S/[\w/]+)", text):
        runs = '<w:proofErr w:type="spellStart"/>'.join(
            run(piece[at : at + 7], props) for at in range(0, len(piece), 7)
        )
        out.append(f'<w:hyperlink w:anchor="top">{runs}</w:hyperlink>' if piece.startswith("S/") else runs)
    return "".join(out)


def deleted(text: str) -> str:
    """Words that a tracked change has taken out."""
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def _level(at: int, form: str, text: str) -> str:
    tab = '<w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/>{tab}</w:lvl>'
    )


# Paragraphs (1), with items on their second level; lettered headings (2); items with a list of their own (3).
_LISTS = (
    (("decimal", "%1."), ("lowerLetter", "(%2)")),
    (("lowerLetter", "(%1)"),),
    (("lowerLetter", "(%1)"),),
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
    f"{''.join(_level(at, *level) for at, level in enumerate(levels))}</w:abstractNum>"
    for number, levels in enumerate(_LISTS, 1)
) + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(_LISTS) + 1))


def numbered(number: int, level: int = 0) -> str:
    """What makes a paragraph an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def styles(font: str, size: int, *, justified: bool, lists: dict[str, str]) -> str:
    """The styles of the report; `lists` are those that carry a number, with what makes it."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="{size}"/><w:lang w:val="en-GB"/>'
    both = '<w:jc w:val="both"/>' if justified else ""
    tab = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'
    named = {
        "Para": f'{tab}<w:spacing w:after="120"/>{both}',
        "Item": f'{tab}<w:spacing w:after="120"/><w:ind w:firstLine="567"/>{both}',
        "Cell": '<w:spacing w:before="40" w:after="40"/>',
        "Heading1": '<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
        "Heading2": f'{tab}<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>',
        "Heading3": '<w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="2"/>',
    }
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.replace("Heading", "heading ")}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{"<w:keepNext/>" if "Heading" in name else ""}{lists.get(name, "")}{props}'
        "</w:pPr></w:style>"
        for name, props in named.items()
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        f'w:styleId="Normal"><w:name w:val="Normal"/></w:style>{own}'
    )


def footnotes(notes: list[str]) -> str:
    """The notes, numbered from 2 on after the two lines that every file has."""
    kinds = (("separator", "<w:separator/>"), ("continuationSeparator", "<w:continuationSeparator/>"))
    out = [
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r>{mark}</w:r></w:p></w:footnote>'
        for at, (kind, mark) in enumerate(kinds)
    ]
    ref = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return "".join(
        [
            *out,
            *(f'<w:footnote w:id="{at}"><w:p>{ref}{run(f" {n}")}</w:p></w:footnote>' for at, n in enumerate(notes, 2)),
        ]
    )


def package(parts: dict[str, str], *, strict: bool = False) -> bytes:
    """A zip of the parts, each linked from the main one by its own name; `strict` names them as ISO 29500 strict does."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    kind = {name: re.sub(r"\d", "", name) for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{"document.main" if name == "document" else kind[name]}+xml"/>'
        for name in parts
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind[name]}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
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
            for old, new in _STRICT.items() if strict else ():
                content = content.replace(old, new)
            z.writestr(zipfile.ZipInfo(name), head + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
