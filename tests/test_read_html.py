"""Web pages, each made here: their main text and their tables, as a browser shows them; and pages that are no reports."""

from __future__ import annotations

import shutil
import subprocess
import time
import tracemalloc
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract
from extract.model import InputError, Source
from extract.read import html, read
from extract.report import Report
from tests import web_pages
from tests.support import REAL, SHARED


def source(page: str | bytes) -> Source:
    data = page.encode() if isinstance(page, str) else page
    found = html.read("page.html", data, "0" * 64)
    above = -1
    for block in found.blocks:
        assert found.text[above + 1 : block.start] == "" and found.text[block.end] == "\n"
        assert found.text[block.start : block.end].strip() == found.text[block.start : block.end] != ""
        above = block.end
    assert above + 1 == len(found.text)
    return found


def lines(page: str | bytes) -> list[str]:
    found = source(page)
    return [found.text[b.start : b.end] for b in found.blocks]


def styled(page: str) -> list[tuple[str, str]]:
    found = source(page)
    return [(b.style, found.text[b.start : b.end]) for b in found.blocks]


def cells(page: str) -> list[tuple[int, int, int, str]]:
    found = source(page)
    return [(b.table, b.row, b.column, found.text[b.start : b.end]) for b in found.blocks]


# ---------------------------------------------------------------------- text


def test_blocks_breaks_and_blanks() -> None:
    page = (
        "<p>14&nbsp;January\n2002,&#160;the   <b>Council</b>\n met<br>on <i>Iraq</i>.</p>Loose text<div>in a <span>div</span></div>"
        "<p>contrib&shy;uting &eacute; &#150; &amp; &lt;</p><p>One paragraph.<br><br>Another.<br/>\n&nbsp;<br>A third.</p>"
        "<pre>Kept\nlines\n\nand paragraphs</pre>"
    )
    assert lines(page) == [
        "14 January 2002, the Council met\non Iraq.", "Loose text", "in a div", "contributing é – & <", "One paragraph.",
        "Another.", "A third.", "Kept\nlines", "and paragraphs",
    ]  # fmt: skip


def test_what_is_no_text() -> None:
    page = (
        "<html><head><title>T</title><style>p {}</style><script>if (a < b) x('<p>no</p>')</script></head><body><nav><a>Home</a></nav>"
        "<!-- no --><div role=navigation>no</div><dialog>no</dialog><del>no</del><xml><w:View>no</w:View></xml><p style='display: none'>no <b>no</b></p><p hidden>no</p><noscript>no</noscript>"
        "<form>yes <select><option>no</select><button>button</button></form><![if !supportLists]>1.<![endif]> Word's T</body></html>"
    )
    assert styled(page) == [
        ("furniture", "Home"),
        ("furniture", "no"),
        ("", "yes"),
        ("furniture", "button"),
        ("", "1. Word's T"),
    ]


def test_headings_and_the_title_of_the_page() -> None:
    assert styled("<title>S/2006/972</title><h1>Report</h1><p>Text.</p><h3>Part</h3><p>Text.") == [
        ("heading", "Report"), ("", "Text."), ("heading", "Part"), ("", "Text.")
    ]  # fmt: skip
    assert styled("<title>Report of\nthe Group</title><p>Text.") == [("title", "Report of the Group"), ("", "Text.")]
    assert styled("<title>The Group</title><p>Report of the Group") == [("", "Report of the Group")]


def test_lists_with_their_printed_numbers() -> None:
    page = (
        "<ol start=3><li>c<li value=7>g<ol type=a><li>one<li><p>two</p><p>more</p></ol><li>h</ol><ol type=I><li>x<li>y</ol>"
        "<ol style='list-style-type: lower-roman'><li>i<li>ii</ol><ol reversed start=2><li>b<li>a</ol>"
        "<ul><li>dot</ul><ul style='list-style: none'><li>bare</ul><ol><li></li><li>second</ol>"
    )
    assert lines(page) == [
        "3. c", "7. g", "a. one", "b. two", "more", "8. h", "I. x", "II. y", "i. i", "ii. ii", "2. b", "1. a", "• dot",
        "bare", "2. second",
    ]  # fmt: skip


def test_superscripts() -> None:
    page = "<p>Council<sup>1</sup> on the 4<sup>th</sup>, 5 km<sup>2</sup>, Total<sup>a</sup>.</p>"
    assert lines(page) == ["Council 1 on the 4th, 5 km2, Total a."]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>\tSee X.</p></div>',
        ),
        (
            "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
            "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>1</a> See X.</p></div>",
        ),
    ],
    ids=["LibreOffice", "Word"],
)  # fmt: skip
def test_notes_follow_their_paragraph(mark: str, note: str) -> None:
    page = f"<p>The Council{mark} met.</p><p>Next.</p><hr>{note}"
    assert styled(page) == [("", "The Council met."), ("footnote", "1 See X."), ("", "Next.")]
    page = f"<table><tr><td>a{mark}<td>b<tr><td>c<td>d</table>{note}"
    assert styled(page)[-1] == ("footnote", "1 See X.") and len(styled(page)) == 5
    page = f"<p>The Council{mark} met.</p>{note}{note.replace('X', 'Y')}"
    assert styled(page)[1:] == [("footnote", "1 See X."), ("footnote", "1 See Y.")]


def test_furniture_and_main_text() -> None:
    page = '<div title="header"><p>S/2006/972</p></div><p>Text.</p><div title="footer"><p>06-65943</p></div>'
    assert styled(page) == [("furniture", "S/2006/972"), ("", "Text."), ("furniture", "06-65943")]
    page = "<div>Site</div><table><tr><td>Welcome<td>Search</table><main><h1>Report</h1><p>Text of it.</p></main><p>Contact</p>"
    assert styled(page) == [
        ("furniture", "Site"), ("furniture", "Welcome"), ("furniture", "Search"), ("heading", "Report"), ("", "Text of it."),
        ("furniture", "Contact"),
    ]  # fmt: skip


MENU = "".join(f"<li><a href='/{k}'>Topic {k}</a>" for k in range(20))
LONG = "The Council met on 3 May 2005 and considered the situation in the region. " * 5


@pytest.mark.parametrize(
    ("site", "words"),
    [
        ("<nav><a href=/a>Home</a></nav>", "Home"),
        ("<header>United Nations</header>", "United Nations"),
        ("<div role=banner><table><tr><td>A<td>B<tr><td>C<td>D</table></div>", "A B C D"),
        ("<div class='block main-menu'><p><a href=/a>About</a></div>", "About"),
        ("<div id=cookieBanner><p>We use cookies.</div>", "We use cookies."),
        ("<ul class=breadcrumb><li style=list-style:none><a href=/>Home</a></ul>", "• Home"),
        ("<p><a href=/a>One</a> | <a href=/b>Two</a> | <a href=/c>Three</a>", "One | Two | Three"),
        ("<a class=skip-link href=#main>Skip to text</a>", "Skip to text"),
        ("<button>Print</button>", "Print"),
        ("<dialog open>Welcome</dialog>", "Welcome"),
    ],
)
def test_what_is_the_sites_own(site: str, words: str) -> None:
    """It is furniture, every word of it, before the text as behind it."""
    found = styled(f"{site}<p>{LONG}</p>{site}")
    assert " ".join(text for style, text in found if style == "furniture").split() == words.split() * 2
    assert [text for style, text in found if style != "furniture"] == [LONG.strip()]


@pytest.mark.parametrize(
    "page",
    [
        f"<div class='no-sidebar content-nav'><p>{LONG}</div>",
        f"<article><header><h1>Report</h1></header><p>{LONG}</article>",
        "<p><a href=/1>S/2005/1</a>, <a href=/2>S/2005/2</a>, <a href=/3>S/2005/3</a>",
        "<p><a href=#1>I. Introduction</a> <a href=#2>II. Meetings</a> <a href=#3>III. Visits</a>",
        f"<div id=footer>{f'<p>{LONG}' * 10}</div>",
        f"<header>{f'<p>{LONG}' * 20}</header>",
        "<h2><button>Annex I</button></h2>",
    ],
)
def test_what_is_not_the_sites_own(page: str) -> None:
    assert all(style != "furniture" for style, _ in styled(page))


def test_the_sites_own_in_front_of_the_text() -> None:
    """A masthead is looked for in the first lines of the text, so a long menu follows it; a printed header does not."""
    assert [style for style, _ in styled(f"<nav><ul>{MENU}</ul></nav><p>S/2005/1</p>")] == [""] + ["furniture"] * 20
    assert lines("<header><p>S/2005/1</header><p>Text.") == ["S/2005/1", "Text."]
    page = f"<nav>{MENU}</nav><article><p>{LONG}</article><p>Share this</p><article><p>{LONG}</article>"
    assert [text for style, text in styled(page) if style != "furniture"] == [LONG.strip()] * 2


def test_a_long_heading_is_none() -> None:
    assert styled(f"<h1><font>Report<p>{LONG}") == [("heading", "Report"), ("", LONG.strip())]


def test_gaps_and_page_breaks() -> None:
    found = source(
        "<p>a</p><p>&nbsp;</p><p><br></p><p>b</p><p style='page-break-before: always'>c</p><h1>d</h1><p>e</p><p>f<br><br>g</p>"
    )
    assert [(b.style, b.gap) for b in found.blocks] == [
        ("", 0), ("", 2), ("break", 2), ("heading", 1), ("", 0), ("", 0), ("", 1)
    ]  # fmt: skip


# ---------------------------------------------------------------------- tables


def test_spans_and_breaks_in_cells() -> None:
    page = (
        "<table><caption>Meetings in 2005</caption><tr><th>Date<th>Topic<th>Outcome</tr>"
        "<tr><td rowspan=2>1&nbsp;May<td colspan=2>Iraq<br>Chad<tr><td>Sudan<td>--<tr></tr><tr><td><p>2 May</p><p>2005</p><td><td>x</table>"
    )
    assert cells(page) == [
        (-1, -1, -1, "Meetings in 2005"), (0, 0, 0, "Date"), (0, 0, 1, "Topic"), (0, 0, 2, "Outcome"), (0, 1, 0, "1 May"),
        (0, 1, 1, "Iraq\nChad"), (0, 2, 1, "Sudan"), (0, 2, 2, "--"), (0, 3, 0, "2 May\n2005"), (0, 3, 2, "x"),
    ]  # fmt: skip


def test_a_caption_within_the_table_stands_above_it() -> None:
    page = "<p>x</p><table><tr><th colspan=2>In 2000</th><tr><th>Date<th>Topic<tr><td>1 May<td>Iraq</table>"
    assert cells(page)[1:3] == [(-1, -1, -1, "In 2000"), (0, 0, 0, "Date")]


def test_layout_tables_are_prose() -> None:
    data = "<table><tr><th>Date<th>Topic<tr><td>1 May<td>Iraq</table>"
    assert [c[0] for c in cells(f"<table><tr><td><p>a</p><p>b</p>{data}</table>")] == [-1, -1, 0, 0, 0, 0]
    assert [c[0] for c in cells(f"<table><tr><td>Menu<td><p>a</p>{data}<tr><td colspan=2>End</table>")] == [
        -1,
        -1,
        0,
        0,
        0,
        0,
        -1,
    ]
    prose = "".join(f"<p>{k}. {'The Council met on Iraq. ' * 8}</p>" for k in (1, 2, 3))
    assert [c[0] for c in cells(f"<table><tr><td>Menu<td>{prose}</table>")] == [-1] * 4
    assert [c[0] for c in cells("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>")] == [-1] * 4
    assert [c[0] for c in cells("<table><tr><td>One<tr><td>column</table>")] == [-1, -1]


def test_a_small_table_within_a_cell_is_laid_flat() -> None:
    page = "<table><tr><th>Date<th>Topic<tr><td>1 May<td>Iraq<table><tr><td>and</td></tr><tr><td>Chad</table></table>"
    assert cells(page)[-1] == (0, 1, 1, "Iraq\nand\nChad")


def test_tables_are_counted_as_they_stand() -> None:
    table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert [c[0] for c in cells(f"{table}<table><tr><td>{table}{table}</table>")] == [0] * 4 + [1] * 4 + [2] * 4


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>a</a></td></td><td>b</tr></tr><td>c<td>d</table>",
        "<table><td>a<td>b<tr><td>c<td>d",
        "<table><tbody><tr><td><font>a<td><b>b<tr><td>c<td>d</b></table></td></tr>",
        "<table><tr><td><div>a<td><div><font>b<tr><td><i><span hidden>no<td>c<td>d</table>",
        "<table><tr><td><ol style=list-style:none><li><b>a<td><center><h2>b<tr><td><sup>c<td><pre>d</table>",
        "<TABLE><TR><TD>a</TD><TD colspan=x rowspan=-1>b</TD></TR><TR><TD>c</TD><TD colspan=999999999>d</TD></TR></TABLE>",
    ],
)
def test_tables_of_careless_pages(page: str) -> None:
    assert [c[3] for c in cells(page)] == ["a", "b", "c", "d"] and {c[0] for c in cells(page)} == {0}


# ---------------------------------------------------------------------- encodings

TEXT = "Côte d’Ivoire – “Ethiopia”"


@pytest.mark.parametrize(
    "data",
    [
        f"<p>{TEXT}".encode(),
        f"<p>{TEXT}".encode("cp1252"),
        f"<p>{TEXT}".encode("utf-8-sig"),
        f"<p>{TEXT}".encode("utf-16"),
        b"\xfe\xff" + f"<p>{TEXT}".encode("utf-16-be"),
        f"<p>{TEXT}".encode("utf-16-le"),
        f'<meta charset="utf-8"><p>{TEXT}'.encode(),
        f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>{TEXT}'.encode("cp1252"),
        f'<meta charset=windows-1252><p>{TEXT}'.encode(),
        f'<meta charset=macintosh><p>{TEXT}'.encode("mac-roman"),
        f'<meta charset=utf-8><p>{TEXT}'.encode("cp1252"),
        f'<meta charset=nonsense><p>{TEXT}'.encode("cp1252"),
        f'<?xml version="1.0" encoding="UTF-8"?><html><body><p>{TEXT}</p></body></html>'.encode(),
        b"<p>C&ocirc;te d&rsquo;Ivoire &#8211; &#x201c;Ethiopia&#148;",
        f"<p>{TEXT}".replace("te", "t\0e").encode(),
        f"<meta charset=utf-8><p>{TEXT}".encode().replace("ô".encode(), b"\xf4"),
        f"<meta charset=punycode><p>{TEXT}".encode("cp1252"),
        web_pages.archive(f"<p>{TEXT}"),
    ],
)  # fmt: skip
def test_encodings(data: bytes) -> None:
    assert lines(data) == [TEXT]


# ---------------------------------------------------------------------- pages that are no reports

ERROR = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found.</p></body></html>"
SITE = f"<html><title>Page not found | United Nations</title><nav><ul>{MENU * 10}</ul></nav><main><h1>Sorry</h1><p>{LONG}</main></html>"
ARCHIVE = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\nContent-Type: image/png\r\n\r\nx\r\n--X--\r\n"
REFUSED = {
    "an error page": (ERROR.encode(), "message"),
    "an error page of a large site": (SITE.encode(), "message"),
    "access denied": (b"<html><body>Access Denied. Reference #18.2</body></html>", "message"),
    "a moment": (b"<html><title>Just a moment...</title><body><p>Verifying that you are human.</body></html>", "message"),
    "a table that says so": (b"<html><title>The page cannot be found: HTTP 404</title><table><tr><td>a<td>b<tr><td>c<td>d</table></html>", "message"),
    "no text": (b"<html><body><script>render()</script></body></html>", "no text"),
    "menus only": (f"<html><body><nav><ul>{MENU}</ul></nav><div id=app></div></body></html>".encode(), "menus"),
    "frames": (b"<html><frameset><frame src=a.htm><frame src=b.htm></frameset></html>", "frames"),
    "frames and a word for those without": (b"<html><frameset><frame src=a.htm><noframes>Get a browser.</noframes></frameset></html>", "frames"),
    "an archive without a page": (ARCHIVE, "archive"),
    "an archive cut short": (web_pages.archive("<p>The Council met.")[:200], "archive"),
    "an archive in an archive": (b"".join(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=%d\n\n--%d\n" % (k, k) for k in range(5000)), "archive"),
    "a PDF": (b"%PDF-1.4 and so on", "PDF"),
    "a ZIP": (b"PK\x03\x04" + b"\0" * 100, "ZIP"),
    "an image": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str, tmp_path: Path) -> None:
    data, says = REFUSED[what]
    path = tmp_path / "report.html"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.stage == "read" and says in caught.value.message and "\n" not in caught.value.message


def test_a_report_about_errors_is_no_error_page() -> None:
    assert lines(
        "<h1>Report</h1><p>Access denied to the monitors on 404 occasions.</p>" + "<p>The Council met.</p>" * 100
    )
    page = "<p>Error.</p><table><tr><th>Date<th>Topic<tr><td>1 May<td>Iraq</table>"
    assert len(lines(page)) == 5


@pytest.mark.parametrize("name", ["report.txt", "report.htm", "report.doc"])
def test_a_page_under_another_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\n<!DOCTYPE html>\n<html><body><p>The Committee met on 3 May 2005.</p></body></html>")
    assert (read(path).format, read(path).text) == ("html", "The Committee met on 3 May 2005.\n")


TAGS = (
    "table", "tr", "td", "th", "tbody", "caption", "div", "p", "b", "font", "a", "span", "nav", "main", "article",
    "section", "header", "footer", "ul", "ol", "li", "h1", "sup", "pre", "br", "hr", "button", "form", "menu",
)  # fmt: skip
ATTRIBUTES = (
    "", " class=menu", " class=cookie", " role=navigation", " role=main", " rowspan=3", " colspan=2", " rowspan=0",
    " href=/x", " id=sdfootnote1", " title=header", " style='page-break-before:always'",
)  # fmt: skip
SOUP = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        st.just("word"),
    ),
    max_size=60,
)


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_every_word_comes_out_once(soup: list[str]) -> None:
    """However the tags stand, also across each other: nothing is lost, nothing is told twice."""
    page = "".join(f" w{k} " if piece == "word" else piece for k, piece in enumerate(soup))
    wanted = [f"w{k}" for k, piece in enumerate(soup) if piece == "word"]
    try:
        found = source(page).text.split()
    except InputError:  # nothing but menus
        return
    assert sorted(word for word in found if word[0] == "w") == sorted(wanted)


NESTED = {
    "div": ("<div>", "</div>"),
    "unclosed": ("<font>", ""),
    "tables": ("<table><tr><td>", "</table>"),
    "tables of two": ("<table><tr><td>a<td>", "<tr><td>b<td>c</table>"),
    "lists": ("<ol><li>", "</ol>"),
    "headings": ("<h1><div>", "</div>"),
    "superscripts": ("<sup>", "</sup>"),
    "main": ("<main>", "</main>"),
    "ends": ("", "</table></td></p></body></html>"),
}


@pytest.mark.parametrize("what", NESTED)
def test_ten_thousand_nested_tags(what: str) -> None:
    begin, end = NESTED[what]
    start = time.process_time()
    found = lines("<p>before</p>" + begin * 10_000 + "deep" + end * 10_000 + "<p>after</p>")
    words = " ".join(found).split()
    assert "before" in words and any("deep" in w for w in words) and "after" in words
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "page",
    ["<!--" * 100_000, "<p" * 100_000, "<a href='" * 50_000, "&" * 300_000, "<![CDATA[" * 50_000, "\n" * 500_000 + "x", "<br> " * 100_000]
)  # fmt: skip
def test_malformed_pages_take_no_time(page: str) -> None:
    start = time.process_time()
    assert "The Council met." in lines(f"<p>The Council met.</p>{page}")
    assert time.process_time() - start < 10


def test_a_page_of_too_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_TAGS", 1000)
    with pytest.raises(InputError, match="tags"):
        source("<b>x</b>" * 2000)


def test_a_long_page() -> None:
    tracemalloc.start()
    page = "<table>" + "<tr><td>1 May<td>Iraq" * 20_000 + "</table>" + "<p>" + "word " * 100_000
    found = source(page)
    assert len(found.blocks) == 40_001
    assert tracemalloc.get_traced_memory()[1] < 200_000_000
    tracemalloc.stop()


# ---------------------------------------------------------------------- the given report

SHARED_REPORTS = SHARED / "reports"
# Where a record stands in its file; in a rebuilt document the masthead is dated too, and explanations count from it.
PLACES = (
    "char_start", "char_end", "text", "date_text", "participants_text", "segment_id", "narrative_segment_id",
    "annex_segment_id", "explanation",
)  # fmt: skip
TABLES = (
    "meetings", "meeting_sources", "participants", "missions", "meeting_missions", "references", "discrepancies",
    "claims",
)  # fmt: skip
needs_reports = pytest.mark.skipif(not SHARED_REPORTS.is_dir(), reason="../shared/reports is not here")


def same_records(other: Report) -> None:
    """The records are those of the plain text, and so are the numbers of its paragraphs and rows."""
    text = extract(REAL)
    for name in TABLES:
        here, there = (
            [{k: v for k, v in row.items() if k not in PLACES} for row in report.rows[name]] for report in (other, text)
        )
        assert here == there, name
    kinds = ("paragraph", "subparagraph", "table_title", "table_row", "table_cell")
    here, there = (
        [(s["part"], s["kind"], s["number"]) for s in report.rows["segments"] if s["kind"] in kinds]
        for report in (other, text)
    )
    assert here == there


class Rows(HTMLParser):
    """Another way to count: each <tr> and <td> as they are written."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


@needs_reports
@pytest.mark.parametrize(("year", "meetings"), [(2000, 191), (2005, 244)])
def test_the_lists_of_the_council(year: int, meetings: int) -> None:
    path = SHARED_REPORTS / "html" / f"scact{year}_table_en.html"
    found = read(path)
    first, *rest = ([b for b in found.blocks if b.row == row] for row in range(meetings + 1))
    assert [" ".join(found.text[b.start : b.end].split()) for b in first] == [
        "Meeting Record", "Date", "Press Release", "Topic", "Security Council Outcome / Vote"
    ]  # fmt: skip
    assert all(row[0].column == 0 and found.text.startswith("S/PV.", row[0].start) and len(row) >= 4 for row in rest)
    assert max(b.row for b in found.blocks) == meetings
    assert found.text.count("S/PV.") >= meetings == path.read_text(encoding="utf-8", errors="replace").count("<tr") - 2
    counted = Rows()
    counted.feed(path.read_text(encoding="utf-8"))
    given = [[" ".join(cell.split()) for cell in row] for row in counted.rows[1:]]
    assert [["".join(found.text[b.start : b.end].split()) for b in row] for row in (first, *rest)] == [
        ["".join(cell.split()) for cell in row if cell] for row in given
    ]
    caption = found.blocks[0]
    assert f"in {year}" in found.text[caption.start : caption.end] and not caption.in_table


@needs_reports
def test_the_given_report_gives_the_records_of_its_text() -> None:
    same_records(extract(SHARED_REPORTS / "formats" / "un_typed.html"))


@pytest.mark.parametrize("what", web_pages.PAGES)
def test_the_same_report_on_other_pages(what: str, tmp_path: Path) -> None:
    suffix, page = web_pages.PAGES[what]
    path = tmp_path / f"S_2006_972.{suffix}"
    path.write_bytes(page())
    same_records(extract(path))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["html", "html:XHTML Writer File"])
def test_the_given_report_as_libreoffice_saves_it(kind: str, tmp_path: Path) -> None:
    (tmp_path / "S_2006_972.htm").write_bytes(web_pages.word())
    command = ["soffice", "--headless", "--writer", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(tmp_path / "out"), str(tmp_path / "S_2006_972.htm")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    same_records(extract(tmp_path / "out" / "S_2006_972.html"))


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><th>2024<th>2025<tr><td>Ten<td>Twelve<tr><td>One<td>Two</table>",
        "<table><thead><tr><td>2024</td><td>2025</td></tr></thead><tbody><tr><td>Ten</td><td>Twelve</td></tr></tbody></table>",
    ],
)
def test_a_row_of_heads_is_one_also_where_it_holds_years(page: str) -> None:
    found = html.read("x.html", f"<p>Text of the report.</p>{page}".encode(), "0" * 64)
    assert [found.text[b.start : b.end] for b in found.blocks if b.style == "header"] == ["2024", "2025"]


def test_heads_of_rows_are_no_heads_of_columns() -> None:
    page = "<p>Text of the report.</p><table><tr><th>Chair<td>Japan<tr><th>Rapporteur<td>Ghana</table>"
    assert not [b for b in html.read("x.html", page.encode(), "0" * 64).blocks if b.style == "header"]


def test_a_symbol_is_no_error_code() -> None:
    page = "<html><head><title>A/70/500</title></head><body><p>Report of the Special Rapporteur</p><p>1. Text.</p></body></html>"
    assert "Report of the Special Rapporteur" in lines(page.encode())
