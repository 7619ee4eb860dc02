"""What belongs to the web and not to the report: encodings, archives, a site's menus and notices, its error pages."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Mapping, Sequence

from extract.model import InputError
from extract.read import kinds
from extract.read.flow import Piece

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*+["']?\s*+([\w.:-]+)""", re.I)
# What a browser knows, less what it takes for another; Python has codecs that are none of text, and slow ones.
_ENCODINGS = re.compile(
    r"utf-8|cp(?:125\d|8\d\d|932|949)|iso8859-(?!1$)\d+|koi8-[rtu]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_?jis\w*|iso2022_jp"
)
_DOCTYPE = re.compile(r"<!doctype\b", re.I)
_SUBSET = re.compile(r"<!doctype\b[^<>\[]{0,500}\[.{0,100000}?\]\s*>", re.I | re.S)
_PREFIX = re.compile(r"""xmlns:([\w-]{1,20})\s*=\s*["']http://www\.w3\.org/1999/xhtml["']""")
_ERROR = re.compile(
    r"(?<!/)\b(?:40[0134]|410|429|50[0234])\b(?!/)"  # not the symbol A/70/500
    r"|not (?:be )?found|access denied|forbidden|unauthori[sz]ed|unavailable|\berror\b"
    r"|(?:request|session|connection) (?:rejected|blocked|expired|timed out|refused)|bad gateway|under maintenance"
    r"|enable (?:javascript|cookies)|captcha|just a moment|are you (?:a )?(?:human|robot)|(?:checking|verify) your?"
    r"|please (?:log|sign) ?in|moved permanently|object moved",
    re.I,
)
# What is the web site's own, by its class or id: menus are links for the most part, notices are short.
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|site-header|toolbar|share)(?=$|[\s_-])", re.I
)
_NOTICE = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|footer)(?=$|[\s_-])|cookie-?(?:ban|not|con)", re.I)
_SKIP = re.compile(r"(?:^|[\s_-])skip(?=$|[\s_-]|nav|link|to)", re.I)
_SYMBOL = re.compile(r"\b[A-Z]{1,4}/\w")
_SHORT = 3000  # a notice has no more characters than this
_MASTHEAD = 8  # more lines than a printed header has: a masthead is looked for in the first lines of the text
_WORD = re.compile(r"\w+")
_SMALL = 1500  # an error page has no more characters than this


def markup(data: bytes) -> str:
    """The tags and words of a page, out of its archive, without what only an XML parser understands.

    Raises:
        InputError: it is an archive without a page.
    """
    charset = ""
    if kinds.ARCHIVE.match(data[:4096].lstrip()):
        data, charset = _unpack(data)
    text = decode(data, charset)
    head = text[:4096]
    # Entities are not expanded, nor is anything fetched. A page has one document type: what follows is not searched.
    if (doctype := _DOCTYPE.search(head)) and (subset := _SUBSET.match(text, doctype.start(), 110_000)):
        text = text[: subset.start()] + text[subset.end() :]
    if prefix := _PREFIX.search(head):
        text = re.sub(rf"(</?){re.escape(prefix.group(1))}:(?=[a-zA-Z])", r"\1", text)
    return text


def decode(data: bytes, charset: str = "") -> str:
    """The text of a page: by its byte order mark, as it declares, as UTF-8 where it is that, else Windows-1252.

    Args:
        data: the page.
        charset: what is said of it elsewhere.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    declared = _CHARSET.search(data[:8192])
    # Whatever is said, text that is UTF-8 throughout is UTF-8; and what is called Latin-1 is Windows-1252 on the web.
    said = charset or (declared.group(1).decode("ascii", "replace") if declared else "")
    for encoding in ("utf-8", said):
        try:
            if encoding and _ENCODINGS.fullmatch(codecs.lookup(encoding).name):
                return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    # A few bytes of Windows-1252 in UTF-8, as where a page was put together from two.
    text = data.decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= c <= "\udcff" for c in text)
    if said.lower() in ("utf-8", "utf8") or odd * 10 < sum(c > "\x7f" for c in text):
        return re.sub(r"[\udc80-\udcff]", lambda m: bytes([ord(m.group()) - 0xDC00]).decode("cp1252", "replace"), text)
    return data.decode("cp1252", "replace")


def _unpack(data: bytes) -> tuple[bytes, str]:
    """The first page in an archive and its encoding; that is the one that was saved, others are its frames."""
    try:
        for part in email.message_from_bytes(data).walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                page = part.get_payload(decode=True)
                if isinstance(page, bytes) and page.strip():
                    return page, part.get_content_charset("")
    except (RecursionError, ValueError, LookupError):
        pass
    raise InputError("read", "there is no web page in the archive; save the page as HTML only")


def kind(name: str) -> str:
    """What the class and id of a block call it: `notice`, `menu` or nothing.

    >>> [kind(name) for name in ("cookie-banner", "block main-menu", "MsoNormal")]
    ['notice', 'menu', '']
    """
    if name == " ":
        return ""
    return "notice" if _NOTICE.search(name) else "menu" if _MENU.search(name) else ""


def looks_like(kind: str, n_chars: int, n_linked: int) -> bool:
    """Whether a block of so many characters, and so many in links, is what it is called."""
    return n_chars <= _SHORT if kind == "notice" else n_linked * 2 > n_chars


def is_skip(attrs: Mapping[str, str]) -> bool:
    """Whether a link is the one over the menus that only screen readers read out ("Skip to main content")."""
    return _SKIP.search(f"{attrs.get('id', '')} {attrs.get('class', '')}") is not None


def is_menu(text: str, n_chars: int, n_linked: int, n_links: int) -> bool:
    """Whether words in one piece are links to other pages, one after the other; a list of documents is no menu."""
    if n_links < 2 or n_linked < (0.6 if n_links > 2 else 0.9) * n_chars or _SYMBOL.search(text):
        return False
    return text.count(",") + text.count(";") < n_links - 1  # "Angola, Benin and Chad"


def to_furniture(piece: Piece) -> None:
    """Makes a piece one of the web site's own."""
    piece.style, piece.table, piece.row, piece.column = "furniture", -1, -1, -1


def sort_out(pieces: list[Piece], *ranges: Sequence[Sequence[int]]) -> list[Piece]:
    """The pieces, those beside the text proper as furniture; the menus above the text follow it.

    Args:
        pieces: of the page, changed in place.
        ranges: first and last + 1 (-1: to the end) of the pieces in <main>; of those in <article>; the first that hold
            a fifth of what is no furniture yet are the text proper.
    """
    _restore(pieces)
    n_shown = sum(len(p.text) for p in pieces if p.style != "furniture")
    for found in ranges:
        within = {i for a, b in found for i in range(a, b if b >= 0 else len(pieces))}
        if sum(len(pieces[i].text) for i in within if pieces[i].style != "furniture") * 5 > n_shown:
            for i, piece in enumerate(pieces):
                if i not in within and piece.style != "footnote":
                    to_furniture(piece)
            break
    first = next((i for i, p in enumerate(pieces) if p.style != "furniture" and p.text.strip()), 0)
    return [*pieces[first:], *pieces[:first]] if first > _MASTHEAD else pieces


def _restore(pieces: list[Piece]) -> None:
    """Takes the long paragraphs for text again where nearly all of them stand in what was taken for the site's own."""
    long = [i for i, p in enumerate(pieces) if len(p.text) > 200 and p.style in ("", "break", "furniture")]
    sites = [i for i in long if pieces[i].style == "furniture"]
    n_site = sum(len(pieces[i].text) for i in sites)
    if n_site > _SHORT and n_site > 0.8 * sum(len(pieces[i].text) for i in long):
        for piece in pieces[sites[0] : sites[-1] + 1]:
            piece.style = "" if piece.style == "furniture" else piece.style


def is_named(title: str, pieces: Sequence[Piece]) -> bool:
    """Whether the text has a title of its own, so that the page's adds nothing: its words are there already."""
    if any(p.style == "heading" for p in pieces):
        return True
    words: set[str] = set()
    for piece in pieces[:40]:
        words.update(_WORD.findall(piece.text.casefold()))
    # "Report of the Group | United Nations"
    parts = (_WORD.findall(part) for part in re.split(r"\s[-–—|·»:]+\s", title.casefold()))
    return any(part and words.issuperset(part) for part in parts)


def style_of_title(pieces: Sequence[Piece]) -> str:
    """What the page's title is: the report's where its text begins in the middle, else only a label on the window."""
    first = next((p for p in pieces if p.style != "furniture" and p.text.strip()), None)
    return "title" if first and first.table < 0 and first.text.rstrip().endswith((".", ":", ";")) else "furniture"


def refuse_message(title: str, pieces: Sequence[Piece]) -> None:
    """Refuses a page on which a web site only says that something went wrong.

    Raises:
        InputError: it is such a page.
    """
    own = [p for p in pieces if p.style != "furniture"]
    text = "\n".join(p.text for p in own if p.style != "title")
    if not text:
        raise InputError("read", "there is no text in the web page but the site's own menus; save the report again")
    line = " ".join((title or text).split())[:60]
    if len(text) >= _SMALL or (any(p.table >= 0 for p in own) and not _ERROR.search(title)):
        return
    if _ERROR.search(line) or (len(text) < _SMALL // 5 and _ERROR.search(text)):
        raise InputError("read", f"a web site's message (“{line}”), not a report; download the report again")
