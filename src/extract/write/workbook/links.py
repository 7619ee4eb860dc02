"""Links from the workbook to the review pages beside it."""

from __future__ import annotations

from urllib.parse import quote

from xlsxwriter.url import Url, UrlTypes


class Link(Url):  # type: ignore[misc]
    """A link relative to the workbook. XlsxWriter's own would turn each / into a backslash, also in the anchor."""

    def _parse_url(self) -> None:
        self._link_type = UrlTypes.URL
        self._link, _, self._anchor = self._original_url.partition("#")
        self._relationship_link = self._link


def page(document_id: str) -> str:
    """The review page of a document, from the workbook."""
    return f"review/documents/{quote(document_id)}.html"


def review(text: str, document_id: str, meeting_id: str = "") -> Link:
    """A link to the review page of a document, or to its place of one meeting; `text` is what the cell shows."""
    link = Link(page(document_id) + (f"#{quote(meeting_id)}" if meeting_id else ""))
    link.text = text
    return link
