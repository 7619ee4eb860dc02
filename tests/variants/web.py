"""The report as web pages, written by hand in the ways in which they are met."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from tests.variants.report import BODY, FOOTNOTES, ISSUED, SYMBOL, Part, Table, report

_XHTML = (
    '<?xml version="1.0" encoding="us-ascii"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
)


def plain() -> bytes:
    """Headings, paragraphs, tables with th and td."""
    r = report()
    out = [f"<h1>{escape(r.letter_title)}</h1>", *(f"<p>{escape(t)}</p>" for t in r.letter), _signature()]
    out += [f"<h1>{escape(r.title)}</h1>", *(_part(p) for p in r.parts), f"<h2>{escape(r.annex)}</h2>"]
    out += [f"<h3>{escape(t.title)}</h3>{_table(t)}" for t in r.tables]
    return _page("\n".join(out))


def entities() -> bytes:
    """An XHTML page in which every letter beyond ASCII is an entity; tables with thead and tbody."""
    page = (
        plain()
        .decode()
        .replace("<!DOCTYPE html>", _XHTML)
        .replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">')
    )
    page = (
        re.sub(r"(<meta [^>]*)>", r"\1/>", page).replace("<br>", "<br />").replace("charset=utf-8", "charset=us-ascii")
    )
    page = re.sub(r'(<table border="1">)(<tr>.*?</tr>)', r"\1<thead>\2</thead><tbody>", page).replace(
        "</table>", "</tbody></table>"
    )
    return page.encode("ascii", "xmlcharrefreplace")


def captions() -> bytes:
    """Tables with a caption, and rows whose date spans those of one day."""
    r = report()
    out = [_front(), *(_part(p) for p in r.parts), f"<h2>{escape(r.annex)}</h2>"]
    out += [_table(t, caption=True, spans=True) for t in r.tables]
    return _page("\n".join(out))


def nested() -> bytes:
    """A page laid out by tables, as before style sheets: a masthead, and the report in a cell with a menu beside it."""
    r = report()
    head = (
        '<table width="100%" border="0"><tr><td><b>United Nations</b></td><td align="right">'
        f'{SYMBOL}</td></tr><tr><td><font size="5"><b>{BODY}</b></font></td>'
        f"<td>Distr.: General<br>{ISSUED}<br>Original: English</td></tr></table>"
    )
    inner = [_front(), *(_part(p) for p in r.parts), f"<p><b>{escape(r.annex)}</b></p>"]
    inner += [f"<p><b>{escape(t.title)}</b></p>{_table(t, head=False)}" for t in r.tables]
    menu = "<a href='/'>Home</a><br><a href='/documents'>Documents</a>"
    body = (
        f'<table border="0"><tr><td colspan="2">{head}</td></tr><tr><td width="120" valign="top">{menu}</td>'
        f'<td><table border="0"><tr><td>{"".join(inner)}</td></tr></table></td></tr></table>'
    )
    return _page(body, doctype='<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">')


def lines() -> bytes:
    """Paragraphs parted by `<br>` alone, blanks that do not break, cells with `<br>`; Windows-1252."""
    r = report()
    out = [f"<b>{escape(r.letter_title)}</b>", *(escape(t) for t in r.letter), "<br>\n".join(map(escape, r.signature))]
    out.append(f"<b>{escape(r.title)}</b>")
    for part in r.parts:
        if part.number:
            gap = "&nbsp;" * 4
            words = f"{part.number}{gap}{escape(part.text)}"
            out.append(f"<b>{words}</b>" if part.kind == "lettered" else words)
        else:
            out.append(f"<b>{escape(part.text)}</b>")
    body = "<br>\n<br>\n".join(out) + f"<br>\n<br>\n<b>{escape(r.annex)}</b><br>\n<br>\n"
    for table in r.tables:
        body += f"<b>{escape(table.title)}</b><br>\n{_table(table, breaks=True)}<br>\n"
    return _page(body, charset="windows-1252")


def lists() -> bytes:
    """Numbers that the browser prints: ordered lists, each going on where the one before it ended."""
    r = report()
    out, items, start, kind = [_front()], [], 1, ""

    def close() -> None:
        nonlocal items
        if items:
            form = "1" if kind == "paragraph" else "a"
            out.append(f'<ol type="{form}" start="{start}">{"".join(f"<li>{escape(t)}</li>" for t in items)}</ol>')
        items = []

    for part in r.parts:
        if part.kind != kind or part.kind not in ("paragraph", "item"):
            close()
            kind = part.kind
            digits = part.number.strip("().")
            start = int(digits) if digits.isdigit() else ord(digits) - 96 if digits else 1
        if kind in ("paragraph", "item"):
            items.append(part.text)
        else:
            out.append(_part(part))
    close()
    out.append(f"<h2>{escape(r.annex)}</h2>")
    out += [f"<h3>{escape(t.title)}</h3>{_table(t)}" for t in r.tables]
    return _page("\n".join(out))


def saved() -> bytes:
    """As Word saves a page: its classes, spans and conditional comments, notes at the end linked from their marks."""
    r = report()
    notes: list[str] = []

    def words(text: str) -> str:
        text = escape(text)
        for at, note in FOOTNOTES.items():
            if at in text:
                notes.append(note)
                n = len(notes)
                mark = (
                    f'<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}"><span class="MsoFootnoteReference">'
                    f"<sup>[{n}]</sup></span></a>"
                )
                text = text.replace(at, at + mark, 1)
        return text

    def p(inner: str, kind: str = "MsoNormal") -> str:
        return f'<p class={kind}><span lang=EN-GB style="font-size:10.0pt">{inner}<o:p></o:p></span></p>'

    def part(found: Part) -> str:
        space = '<span style="mso-tab-count:1">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>'
        inner = f"{found.number}{space}{words(found.text)}" if found.number else words(found.text)
        return p(inner if found.kind in ("paragraph", "item") else f"<b>{inner}</b>")

    out = [p(f"<b>{escape(r.letter_title)}</b>"), *(p(escape(t)) for t in r.letter)]
    out += [p("<br>\n".join(map(escape, r.signature))), p("&nbsp;"), p(f"<b>{escape(r.title)}</b>")]
    out += [part(found) for found in r.parts]
    out.append(p(f"<b>{escape(r.annex)}</b>"))
    for table in r.tables:
        out += [p(f"<b>{escape(table.title)}</b>"), _table(table, cell=p, head=False), p("&nbsp;")]
    out.append('<div style="mso-element:footnote-list"><br clear=all><hr align=left size=1 width="33%">')
    out += [
        f'<div style="mso-element:footnote" id=ftn{n}><p class=MsoFootnoteText><a href="#_ftnref{n}" name="_ftn{n}">'
        f"<span class=MsoFootnoteReference>[{n}]</span></a> {escape(note)}</p></div>"
        for n, note in enumerate(notes, 1)
    ]
    out.append("</div>")
    head = "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->"
    return _page(f"<div class=WordSection1>{''.join(out)}</div>", charset="windows-1252", head=head)


# ---------------------------------------------------------------------- pieces


def _front() -> str:
    r = report()
    letter = "".join(f"<p>{escape(t)}</p>" for t in r.letter)
    return f"<h1>{escape(r.letter_title)}</h1>{letter}{_signature()}<h1>{escape(r.title)}</h1>"


def _signature() -> str:
    return f"<p>{'<br>'.join(map(escape, report().signature))}</p>"


def _part(part: Part) -> str:
    text = escape(part.text)
    match part.kind:
        case "heading":
            return f"<h2>{text}</h2>"
        case "lettered":
            return f"<h3>{part.number} {text}</h3>"
        case "subheading":
            return f"<h4>{text}</h4>"
    return f"<p>{part.number} {text}</p>"


def _table(
    table: Table, *, head: bool = True, caption: bool = False, spans: bool = False, breaks: bool = False,
    cell: Callable[[str], str] = str,
) -> str:  # fmt: skip
    """A table; `head` makes th of its first row, `spans` one cell of dates that follow each other."""

    def words(text: str, *, long: bool = False) -> str:
        text = text if breaks else " ".join(text.split())
        text = escape(text).replace(", ", ",\n") if breaks and long else escape(text)
        return cell(text.replace("\n", "<br>\n"))

    tag = "th" if head else "td"
    rows = ["<tr>" + "".join(f"<{tag}>{words(h)}</{tag}>" for h in table.header) + "</tr>"]
    dates = [row[0] for row in table.rows]
    for at, row in enumerate(table.rows):
        found = []
        for column, text in enumerate(row):
            wide = len(table.header) - column if column == len(row) - 1 else 1
            span = f' colspan="{wide}"' if wide > 1 else ""
            if spans and column == 0:
                if at and dates[at - 1] == text:
                    continue
                span += ' rowspan="2"' if dates[at + 1 : at + 2] == [text] else ""
            found.append(f"<td{span}>{words(text, long=column == 1 and len(row) == 3)}</td>")
        rows.append(f"<tr>{''.join(found)}</tr>")
    title = f"<caption>{escape(table.title)}</caption>" if caption else ""
    return f'<table border="1">{title}{"".join(rows)}</table>'


def _page(body: str, *, charset: str = "utf-8", doctype: str = "<!DOCTYPE html>", head: str = "") -> bytes:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = f"{doctype}\n<html><head>{meta}<title>{SYMBOL}</title>{head}</head>\n<body>\n{body}\n</body></html>\n"
    return page.encode("cp1252" if charset == "windows-1252" else charset)
