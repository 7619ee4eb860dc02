"""Word files, each made here: what Word would print, in reading order; and files that are no Word files."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extract import extract
from extract.model import InputError, Source
from extract.read import docx, read
from tests.support import REAL, SHARED

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
KINDS = ("styles", "numbering", "settings", "footnotes", "endnotes", "header1", "header2", "header3", "footer1")


def archive(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            z.writestr(name, content)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body, and the parts that are given by the name of their kind (`header1`, `styles` …)."""
    links = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{re.sub("[0-9]", "", kind)}" Target="{kind}.xml"/>' for kind in parts
    )
    assert set(parts) <= set(KINDS)
    root = {"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering"}
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
            **{
                f"word/{kind}.xml": f"<w:{root.get(kind, 'part')} {SPACES}>{content}</w:{root.get(kind, 'part')}>"
                for kind, content in parts.items()
            },
        }
    )


def source(body: str, **parts: str) -> Source:
    found = docx.read("report.docx", word(body, **parts), "0" * 64)
    above = -1
    for block in found.blocks:  # every block is a slice of its own, and nothing but line ends stands between them
        assert found.text[above + 1 : block.start] == "" and found.text[block.end] == "\n"
        assert found.text[block.start : block.end].strip() == found.text[block.start : block.end] != ""
        above = block.end
    assert above + 1 == len(found.text)
    return found


def lines(body: str, **parts: str) -> list[str]:
    found = source(body, **parts)
    return [found.text[b.start : b.end] for b in found.blocks]


def styled(body: str, **parts: str) -> list[tuple[str, str]]:
    found = source(body, **parts)
    return [(b.style, found.text[b.start : b.end]) for b in found.blocks]


def cells(body: str, **parts: str) -> list[tuple[int, int, int, str]]:
    found = source(body, **parts)
    return [(b.table, b.row, b.column, found.text[b.start : b.end]) for b in found.blocks]


def p(text: str = "", props: str = "") -> str:
    return f"<w:p><w:pPr>{props}</w:pPr>{r(text) if text else ''}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def tc(content: str, props: str = "") -> str:
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*found: str, props: str = "") -> str:
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in found)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


# ---------------------------------------------------------------------- numbers


def lvl(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{more}</w:num>'


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


OUTLINE = abstract(
    0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)"), lvl(2, "lowerRoman", "(%3)"), lvl(3, "bullet", "\uf0b7")
)


def test_levels_count_and_begin_again() -> None:
    body = (
        item("The", 1) + item("a", 1, 1) + item("b", 1, 1) + item("x", 1, 2) + item("y", 1, 2) + item("c", 1, 1)
        + item("z", 1, 2) + p("Prose between.") + item("dot", 1, 3) + item("Next", 1) + item("d", 1, 1)
    )  # fmt: skip
    assert lines(body, numbering=OUTLINE + num(1, 0)) == [
        "1. The", "(a) a", "(b) b", "(i) x", "(ii) y", "(c) c", "(i) z", "Prose between.", "• dot", "2. Next", "(a) d"
    ]  # fmt: skip


def test_forms_of_numbers() -> None:
    forms = {
        "upperRoman": ["IX.", "X."], "upperLetter": ["I.", "J."], "decimalZero": ["09.", "10."], "ordinal": ["9th.", "10th."],
        "none": [".", "."], "lowerRoman": ["ix.", "x."],
    }  # fmt: skip
    for form, printed in forms.items():
        numbering = abstract(0, lvl(0, form, "%1.", start=9)) + num(1, 0)
        assert lines(item("x", 1) + item("x", 1), numbering=numbering) == [f"{label} x" for label in printed]
    letters = lines(
        "".join(item("x", 1) for _ in range(28)), numbering=abstract(0, lvl(0, "lowerLetter", "%1)")) + num(1, 0)
    )
    assert letters[25:] == ["z) x", "aa) x", "bb) x"]


def test_several_levels_in_one_number_and_legal_numbers() -> None:
    numbering = abstract(
        0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    body = item("x", 1) + item("x", 1) + item("x", 1, 1) + item("x", 1, 2)
    assert lines(body, numbering=numbering + num(1, 0)) == ["I. x", "II. x", "II.1 x", "2.1.1 x"]


def test_a_deep_level_that_comes_first() -> None:
    assert lines(item("x", 1, 1) + item("y", 1), numbering=OUTLINE + num(1, 0)) == ["(a) x", "1. y"]


def test_level_that_does_not_begin_again() -> None:
    levels = (lvl(0, "upperLetter", "%1."), lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = item("x", 1) + item("x", 1, 1) + item("x", 1, 1) + item("x", 1) + item("x", 1, 1)
    assert lines(body, numbering=abstract(0, *levels) + num(1, 0)) == ["A. x", "1. x", "2. x", "B. x", "3. x"]


def test_lists_of_one_abstract_list_go_on_unless_they_start_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, override)
    body = item("x", 1) + item("x", 2) + item("x", 3) + item("x", 3) + item("x", 1)
    assert lines(body, numbering=numbering) == ["1. x", "2. x", "1. x", "2. x", "3. x"]


def test_a_list_with_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "lowerLetter", "%1)", start=3)}</w:lvlOverride>'
    assert lines(item("x", 1) + item("x", 1), numbering=OUTLINE + num(1, 0, override)) == ["c) x", "d) x"]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Based"><w:name w:val="Based"/><w:basedOn w:val="Para"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="Off"/><w:basedOn w:val="Para"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H23"><w:name w:val="_ H_2/3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
)  # fmt: skip


def of(style: str, text: str, more: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>{more}')


def test_numbers_of_styles() -> None:
    levels = abstract(
        0,
        lvl(0, "decimal", "%1.", '<w:pStyle w:val="Para"/>'),
        lvl(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        of("Para", "one") + of("Sub", "a") + of("Sub", "b") + of("Based", "two") + of("Para", "none", off) + of("Off", "none")
        + of("Loop", "none") + of("Unknown", "none") + of("Para", "three")
    )  # fmt: skip
    assert lines(body, styles=STYLES, numbering=levels + num(1, 0)) == [
        "1. one", "(a) a", "(b) b", "2. two", "none", "none", "none", "none", "3. three"
    ]  # fmt: skip


def test_a_list_of_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + abstract(1, lvl(0, "decimal", "%1)"))
        + num(1, 0) + num(2, 1)
    )  # fmt: skip
    assert lines(item("x", 1), styles=styles, numbering=numbering) == ["1) x"]


def test_numbers_that_nobody_defines() -> None:
    assert lines(item("x", 7) + item("y", 1, 8), numbering=OUTLINE + num(1, 0)) == ["x", "y"]
    assert lines(item("x", 7)) == ["x"]


def test_an_empty_item_counts_but_leaves_nothing() -> None:
    assert lines(item("x", 1) + item("", 1) + item("y", 1), numbering=OUTLINE + num(1, 0)) == ["1. x", "3. y"]


def test_typed_numbers() -> None:
    body = f"<w:p>{run('<w:t>12.</w:t><w:tab/><w:t>The Group met.</w:t>')}</w:p>"
    assert lines(body) == ["12. The Group met."]


# ---------------------------------------------------------------------- words


def test_words_of_a_run() -> None:
    inner = (
        "<w:t>troop</w:t><w:noBreakHyphen/><w:t>contrib</w:t><w:softHyphen/><w:t>u\u00adting\u00a0countries</w:t><w:br/>"
        '<w:t>next\nline</w:t><w:cr/><w:sym w:font="Symbol" w:char="F0B7"/><w:lastRenderedPageBreak/><w:t>end</w:t>'
    )
    assert lines(f"<w:p>{run(inner)}</w:p>") == ["troop-contributing countries\nnext line\n•end"]


def test_tracked_changes_as_accepted() -> None:
    body = (
        f"<w:p>{r('The ')}<w:ins>{r('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('moved ')}</w:moveFrom>{r('text')}<w:moveTo>{r(' here')}</w:moveTo></w:p>"
        + p("Its end is ", "<w:rPr><w:del/></w:rPr>") + p("deleted.")
        + tbl(tr("Date", "Topic"), tr("gone", "gone", props="<w:del/>"), tr("1 May", tc("gone", "<w:cellDel/>"), "Iraq"))
        + p("last", "<w:rPr><w:del/></w:rPr>")
    )  # fmt: skip
    assert lines(body) == ["The new text here", "Its end is deleted.", "Date", "Topic", "1 May", "Iraq", "last"]


def test_a_deleted_paragraph_has_no_number() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    assert lines(item("x", 1) + gone + item("y", 1), numbering=OUTLINE + num(1, 0)) == ["1. x", "2. y"]


def field(instruction: str, result: str) -> str:
    begin, separate, end = (run(f'<w:fldChar w:fldCharType="{k}"/>') for k in ("begin", "separate", "end"))
    return f"{begin}{run(f'<w:instrText>{instruction}</w:instrText>')}{separate}{result}{end}"


def test_fields_hyperlinks_and_content_controls() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>')
    nested = field("IF " + field("PAGE", r("7")), r("S/2006/"))
    body = (
        f"<w:p>{r('See ')}{nested}<w:fldSimple w:instr='REF x'>{r('972')}</w:fldSimple></w:p>"
        f"<w:p><w:hyperlink r:id='x'>{r('a link')}</w:hyperlink><w:smartTag>{r(' and')}</w:smartTag>"
        f"<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>{r(' control')}</w:sdtContent></w:sdt></w:p>"
        f"<w:sdt><w:sdtContent>{p('A block in a control.')}</w:sdtContent></w:sdt>"
        f"<w:p>{begin}{r('hidden')}</w:p>" + p("shown")
    )
    assert lines(body) == ["See S/2006/972", "a link and control", "A block in a control.", "shown"]


def test_hidden_words_are_not_printed() -> None:
    by_style, off = '<w:rStyle w:val="Secret"/>', '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{r('seen')}{r(' JOB NO N0665943E', '<w:vanish/>')}{r(' not', by_style)}</w:p><w:p>{r('kept', off)}</w:p>"
    )
    assert lines(body, styles=STYLES) == ["seen", "kept"]


@pytest.mark.parametrize(
    ("before", "mark", "printed"),
    [
        ("Council.", "1", "Council. 1"),
        ("Council", "a", "Council a"),
        ("Council", "*", "Council *"),
        ("the 4", "th", "the 4th"),
        ("5 km", "2", "5 km2"),
    ],
)
def test_superscripts(before: str, mark: str, printed: str) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines(f"<w:p>{r(before)}{r(mark, raised)}{r(' and')}</w:p>") == [f"{printed} and"]


def test_text_boxes_once() -> None:
    box = f"<w:txbxContent>{p('In a box.')}{p('Twice.')}</w:txbxContent>"
    drawing = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(f"<w:p>{r('Above')}{run(drawing)}{r(' it.')}</w:p>" + p("Below.")) == [
        "Above it.", "In a box.", "Twice.", "Below."
    ]  # fmt: skip
    old = f"<mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert lines(f"<w:p>{run(old)}</w:p>") == ["In a box.", "Twice."]


# ---------------------------------------------------------------------- notes, headers, breaks


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p>{run(f"<w:{kind}Ref/>")}{r(f" {text}")}</w:p></w:{kind}>'


def test_notes_follow_their_paragraph() -> None:
    mark = run('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/>')
    other = run('<w:footnoteReference w:id="3"/>')
    end = run('<w:endnoteReference w:id="2"/>')
    own = run('<w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t>')
    body = (
        f"<w:p>{r('The Council')}{mark}{r(' met.')}{end}</w:p>"
        + tbl(tr(tc(f"<w:p>{r('1 May')}{other}</w:p>"), "Iraq"), tr("2 May", "Chad"))
        + f"<w:p>{r('Last')}{own}{r('.')}</w:p>"
    )
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + note("footnote", 2, "First.") + note("footnote", 3, "Second.")
        + note("footnote", 4, "* Third.")
    )  # fmt: skip
    found = styled(body, footnotes=footnotes, endnotes=note("endnote", 2, "At the end."))
    assert found == [
        ("", "The Council met."), ("footnote", "1 First."), ("footnote", "i At the end."), ("", "1 May"), ("", "Iraq"),
        ("", "2 May"), ("", "Chad"), ("footnote", "2 Second."), ("", "Last*."), ("footnote", "* Third."),
    ]  # fmt: skip


def test_headers_first_and_footers_last_each_line_once() -> None:
    def section(*kinds: str, more: str = "") -> str:
        return "<w:sectPr>" + "".join(
            f'<w:{k[:6]}Reference w:type="{t}" r:id="{k}"/>' for k, t in (x.split("=") for x in kinds)
        ) + more + "</w:sectPr>"  # fmt: skip

    page = field("PAGE", r("3")) + r("/") + field("NUMPAGES", r("9"))
    body = (
        p("One.", section("header1=default", "header2=first", "footer1=default", more="<w:titlePg/>"))
        + p("Two.") + section("header1=default", "header3=even", "header2=first")
    )  # fmt: skip
    found = styled(
        body,
        header1=p("S/2006/972"),
        header2=p("United Nations") + p("S/2006/972"),
        header3=p("Not printed"),
        footer1=f"<w:p>{r('06-65943 (E) ')}{page}</w:p><w:p>{page}</w:p>",
    )
    assert found == [
        ("furniture", "United Nations"), ("furniture", "S/2006/972"), ("", "One."), ("break", "Two."),
        ("furniture", "06-65943 (E) /"),
    ]  # fmt: skip


def test_headings_and_titles() -> None:
    found = styled(
        of("Title", "Report") + of("Heading1", "A") + of("HCh", "B") + of("H23", "C") + of("Own", "D")
        + of("Own", "A long paragraph. " * 30) + of("Own", "body", '<w:outlineLvl w:val="9"/>') + p("E", '<w:outlineLvl w:val="0"/>'),
        styles=STYLES,
    )  # fmt: skip
    assert [s for s, _ in found] == ["title", "heading", "heading", "heading", "heading", "", "", "heading"]


def test_gaps_and_page_breaks() -> None:
    new_page = run('<w:br w:type="page"/>')
    found = source(
        p("a") + p() + p("  ") + p("b") + f"<w:p>{new_page}</w:p>" + p("c") + f"<w:p>{r('d')}{new_page}{r('e')}</w:p>"
        + p("f", "<w:pageBreakBefore/>") + p("g", '<w:spacing w:before="480"/>')
        + p("h", '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') + p("i", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
        + p("j") + "<w:sectPr/>"
    )  # fmt: skip
    assert {found.text[b.start : b.end]: (b.style, b.gap) for b in found.blocks} == {
        "a": ("", 0), "b": ("", 2), "c": ("break", 2), "d": ("", 0), "e": ("break", 2), "f": ("break", 2), "g": ("", 2), "h": ("", 0),
        "i": ("", 0), "j": ("break", 2),
    }  # fmt: skip


# ---------------------------------------------------------------------- tables


def test_merged_cells_stand_once() -> None:
    span, first, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = p("above") + tbl(
        tr("Date", "Participants", "Subject"),
        tr("6-9 May", tc("Visit", span)),
        tr(tc("10 May", first), "Members", "Iraq"),
        tr(tc("unseen", on), tc("", on), "Chad"),
        tr(tc("", on), "Two\nlines", tc(p("a") + p("b"))),
        tr("last", "x", "y", props='<w:gridBefore w:val="0"/>'),
    )
    assert cells(body) == [
        (-1, -1, -1, "above"), (0, 0, 0, "Date"), (0, 0, 1, "Participants"), (0, 0, 2, "Subject"), (0, 1, 0, "6-9 May"),
        (0, 1, 1, "Visit"), (0, 2, 0, "10 May"), (0, 2, 1, "Members"), (0, 2, 2, "Iraq"), (0, 3, 2, "Chad"),
        (0, 4, 1, "Two lines"), (0, 4, 2, "a\nb"), (0, 5, 0, "last"), (0, 5, 1, "x"), (0, 5, 2, "y"),
    ]  # fmt: skip


def test_columns_drawn_by_hand() -> None:
    """Rows whose lines do not quite meet have the columns that one sees."""
    two = '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr("Date", "Topic", tc("Outcome", two)),
        tr("1 May", tc("Iraq", two), "--"),
        tr(tc("2005", '<w:gridSpan w:val="3"/>'), "x"),
    )
    assert [c[1:] for c in cells(body)] == [
        (0, 0, "Date"), (0, 1, "Topic"), (0, 2, "Outcome"), (1, 0, "1 May"), (1, 1, "Iraq"), (1, 2, "--"), (2, 0, "2005"), (2, 2, "x")
    ]  # fmt: skip


def test_nested_tables_are_laid_flat() -> None:
    inner = tbl(tr("a", "b"), tr("c", "d"))
    body = tbl(tr("Date", "Topic"), tr("1 May", tc(p("before") + inner + p("after"))))
    assert cells(body)[3:] == [(0, 1, 1, "before\na b\nc d\nafter")]
    assert cells(tbl(tr(tc(p("alone") + inner)))) == [
        (-1, -1, -1, "alone"), (0, 0, 0, "a"), (0, 0, 1, "b"), (0, 1, 0, "c"), (0, 1, 1, "d")
    ]  # fmt: skip


def test_tables_that_only_place_things() -> None:
    masthead = tbl(
        tr("United Nations", "S/2006/972"), tr("Security Council", tc(p("Distr.: General") + p("14 December 2006")))
    )
    assert [c[0] for c in cells(masthead)] == [-1] * 5
    assert [c[0] for c in cells(tbl(tr("Summary"), tr("The report."), tr("")))] == [-1, -1]


def test_a_caption_within_the_table_stands_above_it() -> None:
    body = tbl(tr(tc("Meetings in 2005", '<w:gridSpan w:val="2"/>')), tr("Date", "Topic"), tr("1 May", "Iraq"))
    assert cells(body)[:2] == [(-1, -1, -1, "Meetings in 2005"), (0, 0, 0, "Date")]


def test_automatic_numbers_in_cells() -> None:
    body = tbl(tr(tc(item("", 1)), "x"), tr(tc(item("1 May", 1)), tc(item("Iraq", 1))))
    assert [c[3] for c in cells(body, numbering=OUTLINE + num(1, 0))] == ["x", "2. 1 May", "3. Iraq"]


# ---------------------------------------------------------------------- files that are no Word files


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
DTD = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def with_document(document: str | bytes) -> bytes:
    return archive({"word/document.xml": document})


def nested(tag: str, depth: int) -> bytes:
    return word(f"<w:{tag}>" * depth + p("deep") + f"</w:{tag}>" * depth)


def truncated() -> bytes:
    whole = word(p("text " * 5000))
    return whole[: len(whole) // 2]


def flipped() -> bytes:
    data = bytearray(word("".join(p(f"paragraph {k}") for k in range(500))))
    at = data.index(b"word/document.xml") + 100
    data[at : at + 200] = bytes(200)
    return bytes(data)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"PK\x03\x04" + b"\0" * 100, "no Word file"),
    "text": (lambda: b"The Committee met on 3 May 2005.", "no Word file"),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "image"),
    "half a file": (truncated, "no Word file"),
    "damaged": (flipped, "damaged"),
    "no document": (lambda: archive({"content.xml": "<x/>"}), "no Word document"),
    "no body": (lambda: with_document(f"<w:document {SPACES}/>"), "no Word document"),
    "not XML": (lambda: with_document("The Committee met."), "damaged"),
    "cut XML": (lambda: with_document(f"<w:document {SPACES}><w:body><w:p>"), "damaged"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an old Word file": (lambda: OLE, "old Word file"),
    "no text": (lambda: word(p()), "no text"),
    "a DTD": (lambda: with_document(f"{DTD}<w:document {SPACES}><w:body>{p('&e;')}</w:body></w:document>"), "document type"),
    "a DTD in the styles": (lambda: _with_dtd_in_styles(), "document type"),
    "10,000 nested tags": (lambda: nested("sdt", 10_000), "nested"),
    "10,000 nested tables": (lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 10_000), "nested"),
}  # fmt: skip


def _with_dtd_in_styles() -> bytes:
    return archive(
        {
            "word/document.xml": f"<w:document {SPACES}><w:body>{p('x')}</w:body></w:document>",
            "word/styles.xml": f"{DTD}<w:styles {SPACES}/>",
            "word/_rels/document.xml.rels": f'<Relationships><Relationship Id="s" Type="{R}/styles" Target="styles.xml"/></Relationships>',
        }
    )  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_refused(what: str, tmp_path: Path) -> None:
    make, says = BAD[what]
    path = tmp_path / "report.docx"
    path.write_bytes(make())
    start = time.perf_counter()
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.stage == "read" and says in caught.value.message and "\n" not in caught.value.message
    assert time.perf_counter() - start < 5


def test_nesting_that_people_make_is_read() -> None:
    assert lines("<w:sdt><w:sdtContent>" * 40 + p("deep") + "</w:sdtContent></w:sdt>" * 40) == ["deep"]
    deep = "<w:tbl><w:tr><w:tc>" * 40 + p("deep") + "</w:tc></w:tr></w:tbl>" * 40
    assert lines(deep) == ["deep"]


BOMBS = {
    "empty paragraphs": ("document", b"<w:p><w:r/></w:p>" * 60_000),
    "one table": ("document", b"<w:tbl>" + b"<w:tr/>" * 150_000),
    "rows": ("document", b"<w:tbl>" + b"<w:tr><w:tc/></w:tr>" * 60_000 + b"</w:tbl>"),
    "text": ("document", b"<w:p><w:r><w:t>" + b"a" * 1_000_000 + b"</w:t></w:r></w:p>"),
    "styles": ("styles", b"<w:style/>" * 100_000),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_zip_bomb_is_refused_while_it_unpacks(what: str) -> None:
    """120 MB and more from little: the bound holds for what comes out, not for what the archive says."""
    part, block = BOMBS[what]
    out = io.BytesIO(word(p("x"), **({} if part == "document" else {"styles": ""})))
    bomb = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for info in old.infolist():
            if info.filename == f"word/{part}.xml":
                with new.open(info.filename, "w", force_zip64=True) as stream:
                    stream.write(f"<w:{part} {SPACES}><w:body>".encode())
                    for _ in range(120):  # what follows is never unpacked
                        stream.write(block)
            else:
                new.writestr(info.filename, old.read(info))
    start = time.process_time()
    with pytest.raises(InputError, match="unpacks to more than"):
        docx.read("bomb.docx", bomb.getvalue(), "")
    assert time.process_time() - start < 60


def test_entities_are_not_fetched(tmp_path: Path) -> None:
    """Neither a file nor a bomb of entities; the refusal is the same."""
    laughs = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with pytest.raises(InputError, match="document type"):
        docx.read("x.docx", with_document(f"{laughs}<w:document {SPACES}><w:body>{p('&b;')}</w:body></w:document>"), "")


def test_a_long_document_is_read_piece_by_piece() -> None:
    body = "".join(p(f"{k}. The Council met on the situation in Iraq.") for k in range(1, 20_001))
    assert len(lines(body)) == 20_000
    assert lines(p("word " * 100_000)) == ["word " * 99_999 + "word"]


@pytest.mark.parametrize("name", ["report.doc", "report.txt", "report.docx", "report.docm"])
def test_a_word_file_under_another_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(word(p("The Committee met on 3 May 2005.")))
    found = read(path)
    assert found.format == "docx" and found.text == "The Committee met on 3 May 2005.\n"


def test_a_main_part_of_another_name_and_strict_open_xml() -> None:
    heading = p("Text.", '<w:outlineLvl w:val="0"/>')
    strict = f"<w:document {SPACES}><w:body>{heading}</w:body></w:document>"
    data = archive(
        {
            "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{R}/officeDocument" Target="/word/document2.xml"/></Relationships>',
            "word/document2.xml": strict.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        }
    )  # fmt: skip
    found = docx.read("x.docx", data, "")
    assert (found.text, found.blocks[0].style) == ("Text.\n", "heading")


# ---------------------------------------------------------------------- real files

SHARED_REPORTS = SHARED / "reports"
needs_reports = pytest.mark.skipif(not SHARED_REPORTS.is_dir(), reason="../shared/reports is not here")


@needs_reports
def test_the_numbers_of_real_reports() -> None:
    found = read(SHARED_REPORTS / "docx" / "A_80_6_Sect.3_Add.6.docx")
    words = [found.text[b.start : b.end] for b in found.blocks if b.table < 0]
    numbers = [int(m.group(1)) for w in words if (m := re.match(r"(\d+)\. ", w)) and len(w) > 40]
    assert numbers == list(range(1, 51))
    found = read(SHARED_REPORTS / "docx" / "A_80_6_Sect.7.docx")
    words = [found.text[b.start : b.end] for b in found.blocks if b.table < 0]
    numbers = [int(m.group(1)) for w in words if (m := re.match(r"7\.(\d+) ", w))]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 30


@needs_reports
def test_the_given_report_gives_the_records_of_its_text() -> None:
    text, other = extract(REAL), extract(SHARED_REPORTS / "formats" / "un_typed.docx")
    fields = (
        "event_type",
        "format",
        "start_date",
        "end_date",
        "subject",
        "participants_text",
        "missions",
        "n_discrepancies",
    )
    assert [[m[f] for f in fields] for m in other.rows["meetings"]] == [
        [m[f] for f in fields] for m in text.rows["meetings"]
    ]


# ---------------------------------------------------------------------- heads of tables, typed notes, drawings

HEAD = "<w:tblHeader/>"
BODY = p(
    "The Committee considered the proposed resources for the biennium and asked for further information on them. " * 2
)


def heads(*rows: str) -> list[str]:
    found = source(tbl(*rows))
    return [found.text[b.start : b.end] for b in found.blocks if b.style == "header"]


def test_rows_that_word_repeats_are_the_heads_of_their_table() -> None:
    years, units = tr("Posts", "2024", "2025", props=HEAD), tr("", "(1)", "(2)", props=HEAD)
    data = tr("Consultants", "40", "50")
    assert heads(years, units, data, data) == ["Posts", "2024", "2025", "(1)", "(2)"]
    assert heads(data, years, data) == []  # Word repeats the first rows only
    assert heads(tr("Posts", "2024", props='<w:tblHeader w:val="0"/>'), data) == []


def test_marks_of_heads_that_say_nothing_are_not_taken() -> None:
    row = tr("Approved 2025", "1", "–", "12 500.5", props=HEAD)
    assert heads(tr("Grade", "D-1", "P-5", "Total", props=HEAD), row, row, tr("x", "1", "2", "3")) == [
        "Grade",
        "D-1",
        "P-5",
        "Total",
    ]
    assert heads(tr("Date", "Subject", props=HEAD), tr("3 May 2005", "Haiti", props=HEAD)) == []


def test_years_at_the_head_of_a_table_are_its_header(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(word(BODY + tbl(tr("2024", "2025", props=HEAD), tr("Ten", "Twelve"), tr("One", "Two"))))
    found = extract(path).segments
    assert list(found[found.kind == "table_header"].text) == ["2024\n2025"]


NOTE_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Notedebasdepage"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Note of table"/>'
    '<w:basedOn w:val="Notedebasdepage"/></w:style>'
)


@pytest.mark.parametrize("style", ["Notedebasdepage", "Own"])
def test_a_paragraph_styled_as_a_footnote_is_one(style: str) -> None:
    props = f'<w:pStyle w:val="{style}"/>'
    assert styled(BODY + p("a One post is shared.", props), styles=NOTE_STYLES)[1] == (
        "footnote",
        "a One post is shared.",
    )
    assert styled(p("12. The Committee met.", props), styles=NOTE_STYLES)[0][0] == ""
    cell = tbl(tr(tc(p("a small", props)), "1"), tr("b", "2"))
    assert [c[3] for c in cells(cell, styles=NOTE_STYLES)] == ["a small", "1", "b", "2"]


def drawing(*words: str) -> str:
    boxes = "".join(f"<wps:txbx><w:txbxContent>{p(w)}</w:txbxContent></wps:txbx>" for w in words)
    return f"<w:p>{run(f'<w:drawing>{boxes}</w:drawing>')}</w:p>"


def test_the_lettering_of_a_drawing_is_no_heading(tmp_path: Path) -> None:
    chart = drawing("Office of the Registrar", "1 D-1")
    assert [s for s, _ in styled(BODY + chart)] == ["", "figure", "figure"]
    assert [s for s, _ in styled(drawing("Report of the Committee") + BODY)] == ["", ""]
    path = tmp_path / "x.docx"
    path.write_bytes(word(BODY + chart + BODY))
    assert list(extract(path).segments.kind) == ["other"] * 4


def test_of_two_rows_of_heads_the_one_that_names_the_columns_counts(tmp_path: Path) -> None:
    rows = [
        tr("When", "Meetings", props=HEAD),
        tr("Date", "Subject", "Participants", props=HEAD),
        tr("3 May 2005", "Situation in Haiti", "Members of the Committee"),
        tr("4 June 2005", "Situation in Sudan", "Members of the Committee"),
    ]
    path = tmp_path / "x.docx"
    path.write_bytes(word(BODY + p("Meetings of the Committee") + tbl(*rows)))
    found = extract(path).meetings
    assert list(found.subject) == ["Situation in Haiti", "Situation in Sudan"]


def test_a_table_of_resources_tells_of_no_events(tmp_path: Path) -> None:
    rows = [
        tr("Staff", "Total", props=HEAD),
        tr("", "P-5", "Subtotal", props=HEAD),
        *(
            tr(f"As at {day}", str(n), str(n))
            for n, day in enumerate(("31 May 2026", "30 June 2026", "1 July 2026"), 1)
        ),
    ]
    path = tmp_path / "x.docx"
    path.write_bytes(word(BODY + p("Drawdown of staff") + tbl(*rows)))
    assert extract(path).meetings.empty
