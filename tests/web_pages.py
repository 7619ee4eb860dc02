"""One report as the programs and web sites of this world save it: pages made of the text reader's blocks."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable
from html import escape
from itertools import groupby

from extract.model import Block, Source
from extract.read import read
from tests.support import REAL

_NUMBER = re.compile(r"(\d+\.|\([a-z]\))\s+(.*)", re.S)


def _stretches(source: Source) -> list[list[Block]]:
    """The blocks, those of one table together."""
    return [list(group) for _, group in groupby(source.blocks, key=lambda b: b.table if b.in_table else -2 - b.start)]


def _rows(table: list[Block]) -> list[dict[int, Block]]:
    return [{b.column: b for b in row} for _, row in groupby(table, key=lambda b: b.row)]


def _page(paragraph: Callable[[str], str], cell: Callable[[str], str], row: str, table: str, end: str) -> str:
    source = read(REAL)
    out = []
    for stretch in _stretches(source):
        if not stretch[0].in_table:
            out.append(paragraph(source.text[stretch[0].start : stretch[0].end]))
            continue
        width = 1 + max(b.column for b in stretch)
        out.append(table)
        for blocks in _rows(stretch):
            out.append(row)
            out += [cell(source.text[blocks[c].start : blocks[c].end] if c in blocks else "") for c in range(width)]
        out.append(end)
    return "\n".join(out)


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def plain() -> str:
    """As a person writes it."""
    body = _page(lambda t: f"<p>{_lines(t)}</p>", lambda t: f"<td>{_lines(t)}</td>", "<tr>", "<table>", "</table>")
    return f"<!DOCTYPE html><html><head><title>S/2006/972</title></head><body>{body}</body></html>"


def browser() -> str:
    """A page of a large web site, "complete", as a browser saves it."""
    links = "".join(f'<li><a href="https://www.example.org/{k}">Topic {k} of 3 May 2001</a></li>' for k in range(40))
    body = _page(
        lambda t: f"<div><p>{_lines(t)}</p></div>",
        lambda t: f"<td><p>{_lines(t)}</p></td>",
        "<tr>",
        "<table>",
        "</table>",
    )
    return f"""<!DOCTYPE html>
<!-- saved from url=(0041)https://www.example.org/documents/972.html -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>S/2006/972 | Documents of the Council</title><link rel="stylesheet" href="./972_files/site.css">
<script>window.dataLayer = [{{"met": "on 4 May 2002 <p>no</p>"}}];</script><style>.x {{ color: red }}</style></head>
<body class="node navbar-fixed"><a href="#content" class="skip-link">Skip to the text</a>
<div id="cookie-banner" role="dialog"><p>We use cookies, as decided at the meeting of 5 May 2003.</p><button>Accept</button></div>
<header><img src="logo.png" alt="no"><h1>Council</h1><form role="search"><input value="no"><button>Search</button></form></header>
<nav><ul>{links}</ul></nav><div class="breadcrumb"><a href="/">Home</a> » <a href="/d">Documents</a></div>
<div class="layout"><div id="content">{body}</div><aside><h2>Related</h2><ul>{links}</ul></aside></div>
<noscript><p>The Council met on 6 May 2004.</p></noscript><iframe src="./972_files/ad.html"></iframe>
<footer><p>Copyright. The Council met on 7 May 2005.</p></footer><script src="./972_files/a.js"></script></body></html>"""


def word() -> bytes:
    """As Word saves a "web page, filtered": numbers set apart by no-break spaces, Windows-1252."""

    def paragraph(text: str) -> str:
        body = _lines(text)
        if found := _NUMBER.match(body):
            blanks = "&nbsp;" * 8
            body = (
                f"<span lang=EN-GB>{found.group(1)}<span style='font:7.0pt \"Times New Roman\"'>{blanks}\r\n</span></span>"
                f"<span lang=EN-GB>{found.group(2)}</span>"
            )
        body = body.replace(" the ", " the\r\n")
        return f"<p class=MsoNormal style='margin-left:.5in;text-indent:-.25in'>{body}</p>\r\n"

    body = _page(
        paragraph,
        lambda t: (
            f" <td width=119 valign=top style='width:1.2in;padding:0in 5.4pt'>\r\n <p class=MsoNormal>{_lines(t) or '&nbsp;'}</p>\r\n </td>"
        ),
        " </tr>\r\n <tr>\r\n",
        "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0>\r\n <tr>",
        " </tr>\r\n</table>",
    )
    page = (
        '<html>\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=windows-1252">\r\n'
        '<meta name=Generator content="Microsoft Word 15 (filtered)">\r\n<style>\r\n<!--\r\n p.MsoNormal {margin:0in;}\r\n-->\r\n'
        f"</style>\r\n</head>\r\n<body lang=EN-GB>\r\n<div class=WordSection1>\r\n{body}\r\n</div>\r\n</body>\r\n</html>\r\n"
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def careless() -> str:
    """By hand in 1999: capitals, no ends, tags across each other, the whole in a table that places a menu beside it."""
    body = _page(
        lambda t: f"<P><FONT SIZE=2>{_lines(t)}",
        lambda t: f"<TD><FONT SIZE=2><B>{_lines(t)}",
        "<TR>",
        "<TABLE>",
        "</TABLE>",
    )
    menu = "<BR>".join(f"<A HREF={k}.htm>Year {k}</A>" for k in range(1990, 2000))
    return f"<HTML><BODY BGCOLOR=white><CENTER><TABLE WIDTH=600><TR><TD>{menu}<TD VALIGN=top>{body}</TABLE></CENTER>"


def archive(page: str) -> bytes:
    """MHTML: the page quoted, an image beside it."""
    text = quopri.encodestring(page.encode("cp1252", "xmlcharrefreplace"))
    return (
        b"From: <Saved by a browser>\r\nSubject: S/2006/972\r\nDate: Tue, 3 Oct 2023 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n\r\n------X\r\n'
        b'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        + text
        + b"\r\n------X\r\nContent-Type: text/html\r\n\r\n<p>The Council met on 3 May 2001.\r\n------X\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------X--\r\n"
    )


def xhtml() -> str:
    """With a prefix on each tag, empty elements closed in themselves, and an internal subset."""
    page = plain().partition("<body>")[2].replace("<br>", "<br/>").replace("</body></html>", "")
    page = re.sub(r"<tr>(.*?)(?=<tr>|</table>)", r"<tr>\1</tr>", page, flags=re.S).replace("<td></td>", "<td/>")
    page = re.sub(r"<(/?)(?=[a-z])", r"<\1h:", page)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE h:html [ <!ENTITY council "Council"> ]>\n'
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>S/2006/972</h:title><h:script src="a.js"/></h:head>'
        f"<h:body>{page}</h:body></h:html>"
    )


PAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "plain": ("html", lambda: plain().encode()),
    "browser": ("html", lambda: browser().encode()),
    "Word, filtered": ("htm", word),
    "careless": ("htm", lambda: careless().encode()),
    "browser and careless": ("html", lambda: browser().replace("</p>", "").replace("</td>", "").encode()),
    "UTF-16": ("html", lambda: plain().encode("utf-16")),
    "wrong encoding": ("html", lambda: plain().replace("<head>", "<head><meta charset=iso-8859-1>").encode()),
    "archive": ("mht", lambda: archive(plain())),
    "archive as an old Word file": ("doc", lambda: archive(word().decode("cp1252"))),
    "XHTML": ("xhtml", lambda: xhtml().encode()),
}  # fmt: skip
