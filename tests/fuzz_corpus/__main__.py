"""`python -m tests.fuzz_corpus` makes the files of this folder anew, none of them from a real report."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests import web_pages
from tests.hostile_files import encrypted, page, stream
from tests.page_fixture import SAID, below, prose, table
from tests.pdf_fixture import Item, Words, pdf
from tests.small_reports import masthead
from tests.small_reports import table as html_table
from tests.support import generated
from tests.variants.ooxml import NUMBERING, SPACES, footnotes, numbered, package, run, styles

HEADS = ("Date", "Participants", "Subject")
ROWS = (
    ("3 May 2010", "Members of the Committee and\nofficials of the Secretariat", "Programme of work"),
    ("6-9 June 2010", "Representatives of Chad, UNDP\nand the European Union", "Visit to the mission area (UNMIS)"),
    ("1 and 5 July 2010", "Members of the Committee only", "Report; other matters"),
)
HEADED = masthead("A/64/41", "Report of the Special Committee on Inland Waters").split("\n\n")
SAYS = (
    "The Committee held three meetings, on 3 May, from 6 to 9 June and on 1 July 2010.",
    "At its 12th meeting, on 3 May 2010, the Committee heard a briefing by Mr. John Person, Under-Secretary-General.",
    "Informal consultations on UNMIS were held on 31 June 2010, pursuant to resolution 1547 (2004).",
)
TYPED = "\n\n".join([*HEADED, *(f"{n}.\t{said}" for n, said in enumerate(SAYS, 1)), "Annex", "Meetings held"])


def lines() -> str:
    """A table whose rows stand on one line each."""
    return TYPED + "\n" + "\n".join("\t".join(row).replace("\n", " ") for row in (HEADS, *ROWS)) + "\n"


def spans() -> str:
    """A page with cells over rows and columns, lists, notes and a table in a table."""
    rows = (
        "<tr><th>Date<th>Subject<th>Participants</tr>"
        "<tr><td rowspan=2>3 May 2010<td>Programme of work<td rowspan='3'>Members; Chad</tr>"
        "<tr><td>Other matters</tr><tr><td>9 June 2010<td>Report<sup>1</sup></tr>"
        "<tr><td colspan=3>2011</tr><tr><td>1 July<td colspan=2>Visit <table><tr><td>a<td>b</table></tr>"
    )
    items = "".join(f"<li>{said}" for said in SAYS)
    return (
        "<!DOCTYPE html><html><head><title>A/64/41</title></head><body><nav><a href=/>Home</a></nav><main>"
        + "".join(f"<p>{line}</p>" for line in HEADED)
        + f"<ol start=4 type=a>{items}</ol><h2>Annex</h2><table>{rows}</table><p>{SAID}</p>"
        + html_table(*ROWS, head=HEADS, caption="Meetings")
        + "<p><sup>1</sup> A note.</p></main></body></html>"
    )


def numbered_pages() -> bytes:
    """Two pages with a running head, numbered paragraphs and a table that goes on."""
    head: list[Item] = [Words(100, 40, 9, "A/64/41"), Words(300, 760, 9, "10-12345")]
    first = [*prose(HEADED[-1], 80, font="Helvetica-Bold"), *prose(f"1. {SAYS[0]} {SAID}", 110)]
    first += prose(f"2. {SAYS[1]}", below(first))
    second = [*prose(f"3. {SAYS[2]}", 90), *prose("Annex", 140, font="Helvetica-Bold")]
    return pdf(
        [[*head, *first, *table([HEADS, *ROWS], below(first, 40))], [*head, *second, *table(ROWS, below(second, 40))]]
    )


def ruled_page() -> bytes:
    """A turned page with rules, italics and the mark of a note."""
    items = [
        *prose(f"1. {SAYS[1]}", 90, font="Times-Italic"),
        Words(420, 86, 6, "1/"),
        Words(100, 700, 8, "1/ A note."),
    ]
    return pdf([[*items, *table([HEADS, *ROWS], below(items[:2], 40), rules=range(5))]], rotate=90)


def bare_page() -> bytes:
    """A page of a producer of its own: text shown by arrays, moved and in a matrix."""
    shown = b"q 1 0 0 1 72 700 cm BT /F1 12 Tf 14 TL [(1. The Comm) -20 (ittee met on )] TJ (3 May 2005) ' T* (2. It rose.) Tj ET Q\n"
    return page(stream(shown))


def word() -> bytes:
    """A Word file with automatic numbers, a table with cells over rows and columns, a note and a tracked change."""

    def paragraph(text: str, props: str = "", more: str = "") -> str:
        return f"<w:p><w:pPr>{props}</w:pPr>{run(text)}{more}</w:p>"

    def cell(text: str, props: str = "") -> str:
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(map(paragraph, text.split(chr(10))))}</w:tc>"

    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    gone = '<w:del w:id="9" w:author="x"><w:r><w:delText>on 4 May 2009 </w:delText></w:r></w:del>'
    rows = [f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in (HEADS, *ROWS)]
    tall, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    rows.append(f"<w:tr>{cell('9 July 2010', tall)}{cell('All', wide)}</w:tr>")
    rows.append(f"<w:tr>{cell('', '<w:vMerge/>')}{cell('Chad')}{cell('Report')}</w:tr>")
    body = "".join(map(paragraph, HEADED))
    body += "".join(paragraph(said, numbered(1), note if not k else gone) for k, said in enumerate(SAYS))
    body += paragraph("Annex", '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>')
    grid = '<w:gridCol w:w="3000"/>' * 3
    body += f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph('Ends.')}"
    return package(
        {
            "document": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "numbering": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
            "styles": f"<w:styles {SPACES}>{styles('Arial', 20, justified=False, lists={})}</w:styles>",
            "footnotes": f"<w:footnotes {SPACES}>{footnotes(['A note of 2 May 2010.'])}</w:footnotes>",
        }
    )


def bare_word() -> bytes:
    """A Word file with nothing but its document."""
    said = "".join(f"<w:p>{run(f'{n}.{chr(9)}{said}')}</w:p>" for n, said in enumerate(SAYS, 1))
    return package({"document": f"<w:document {SPACES}><w:body>{said}</w:body></w:document>"})


FILES: dict[str, Callable[[], bytes]] = {
    "utf_8.txt": lambda: generated(3).text.encode(),
    "cp1252.txt": lambda: generated(7).text.encode("cp1252"),
    "utf_16.txt": lambda: generated(7).text.encode("utf-16"),
    "lines.txt": lambda: lines().encode(),
    "years.txt": lambda: generated(32).text.encode(),
    "plain.html": lambda: web_pages.plain().encode(),
    "careless.htm": lambda: web_pages.careless().encode(),
    "filtered.htm": web_pages.word,
    "browser.html": lambda: web_pages.browser().encode(),
    "utf_16.html": lambda: spans().encode("utf-16"),
    "spans.html": lambda: spans().encode(),
    "page.xhtml": lambda: web_pages.xhtml().encode(),
    "archive.mht": lambda: web_pages.archive(spans()),
    "numbered.pdf": numbered_pages,
    "ruled.pdf": ruled_page,
    "bare.pdf": bare_page,
    "protected.pdf": lambda: encrypted(b""),
    "numbered.docx": word,
    "bare.docx": bare_word,
}  # fmt: skip


def main() -> None:
    """Writes all of them."""
    with tempfile.TemporaryDirectory() as folder:
        web_pages.REAL = Path(folder) / "report.txt"  # the pages are made of the report that stands there
        web_pages.REAL.write_text(generated(7).text, encoding="utf-8", newline="")
        for name, made in FILES.items():
            (Path(__file__).parent / name).write_bytes(made())


if __name__ == "__main__":
    main()
