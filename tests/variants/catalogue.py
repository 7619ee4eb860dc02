"""The variants by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from tests.variants import web
from tests.variants.library import library
from tests.variants.office import SOFFICE, convert
from tests.variants.printed import Print, printed
from tests.variants.typed import Typed, typed
from tests.variants.word import A5, LETTER, Look, docx

_FULL = Look(masthead="table", furniture=True)

# Word files by what is tried; each must be read the same.
WORD: dict[str, Look] = {
    "typed": Look(),
    "auto": Look(numbers="auto"),
    "auto_levels": Look(numbers="levels"),
    "auto_styles": Look(numbers="styles"),
    "spaces": Look(numbers="spaces", bare=True),
    "bare": Look(bare=True),
    "scattered": Look(scattered=True),
    "strict": Look(strict=True),
    "landscape": replace(_FULL, landscape=True),
    "auto_full": replace(_FULL, numbers="auto", footnotes=True, rules="header", repeated=True),
    "ruled": Look(rules="grid"),
    "rules_rows": Look(rules="rows"),
    "repeated_header": Look(rules="header", repeated=True),
    "merged_dates": Look(rules="grid", merged_dates=True),
    "cell_breaks": Look(breaks="lines"),
    "cell_paragraphs": Look(breaks="paragraphs", rules="grid"),
    "titled_rows": Look(titled=True, rules="grid"),
    "footnotes": Look(footnotes=True),
    "table_note": Look(table_note=True, rules="header"),
    "furniture": Look(furniture=True),
    "masthead_table": Look(masthead="table"),
    "masthead_lines": Look(masthead="lines"),
    "masthead_box": Look(masthead="box", furniture=True),
    "text_box": Look(box=True),
    "tracked": Look(tracked=True),
    "tracked_auto": Look(tracked=True, numbers="auto"),
    "two_columns": Look(columns=2),
    "soft_hyphens": Look(soft=True),
}  # fmt: skip

# Pages that LibreOffice prints from a Word file of this look.
PRINTED: dict[str, Look] = {
    "typed": Look(),
    "full": replace(_FULL, footnotes=True, rules="header", repeated=True),
    "auto": replace(_FULL, numbers="auto"),
    "letter_page": replace(_FULL, page=LETTER),
    "hyphenated": replace(_FULL, soft=True, justified=True),
    "narrow": replace(_FULL, margins=2600),
    "narrow_hyphenated": replace(_FULL, margins=2600, soft=True, justified=True),
    "wide": replace(_FULL, margins=800, size=22),
    "two_columns": replace(_FULL, columns=2, justified=True),
    "two_columns_hyphenated": replace(_FULL, columns=2, soft=True, justified=True, footnotes=True),
    "ruled": replace(_FULL, rules="grid"),
    "ruled_cell_breaks": replace(_FULL, rules="grid", breaks="lines"),
    "ruled_merged_dates": replace(_FULL, rules="grid", merged_dates=True),
    "rules_rows": replace(_FULL, rules="rows", repeated=True),
    "arial": replace(_FULL, font="Arial", rules="header"),
    "courier": replace(_FULL, font="Courier New", rules="header"),
    "small_pages": replace(_FULL, page=A5, margins=900, size=18, rules="header", repeated=True),
    "small_pages_ruled": replace(_FULL, page=A5, margins=900, size=18, rules="grid"),
    "small_pages_bare": replace(_FULL, page=A5, margins=900, size=18),
    "whole_rows": replace(_FULL, crossed=False, size=24),
    "table_note": replace(_FULL, table_note=True, rules="header"),
    "titled_rows": replace(_FULL, titled=True, rules="grid", repeated=True),
    "cell_paragraphs": replace(_FULL, breaks="paragraphs", rules="rows"),
    "centred_visit": replace(_FULL, centred=True, rules="grid"),
    "landscape": replace(_FULL, landscape=True, rules="header", repeated=True),
    "landscape_bare": replace(_FULL, landscape=True, size=24),
}

# Pages written here.
PRESSED: dict[str, Print | Typed] = {
    "un": Print(),
    "un_page_only": Print(pages="number", going_on=True),
    "un_ragged": Print(justified=False, footnotes=False),
    "un_bare": Print(rules="none", repeated=False),
    "un_rows": Print(rules="rows", size=11, size_table=9),
    "un_hyphenated": Print(hyphens=True, side=140, size_table=9),
    "un_two_columns": Print(columns=2, side=80),
    "un_two_columns_hyphenated": Print(columns=2, hyphens=True, rules="rows", side=80, size=9),
    "un_helvetica": Print(family="Helvetica", masthead=False, page=(595, 842), side=80),
    "un_large": Print(size=13, size_table=12, side=90, repeated=False),
    "un_words_apart": Print(apart=True),
    "un_two_columns_words_apart": Print(columns=2, apart=True, side=80),
    "un_turned": Print(page=(792, 612), turned=True),
    "typewriter": Typed(),
    "typewriter_drawn": Typed(rule="drawn", side=10, across=64),
    "typewriter_bare": Typed(rule="none", footnotes=False, on=False),
    "typewriter_once": Typed(repeated=False, across=72, side=7),
    "typewriter_two_blanks": Typed(twice=True, under=True),
    "typewriter_words_apart": Typed(apart=True, rule="drawn"),
}

# What LibreOffice saves from a Word file of this look, in each of these formats.
SAVED: dict[str, Look] = {
    "typed": Look(),
    "auto": Look(numbers="auto"),
    "full": replace(_FULL, footnotes=True, rules="grid", repeated=True),
    "merged_dates": Look(rules="grid", merged_dates=True, breaks="lines"),
    "two_columns": replace(_FULL, columns=2, breaks="paragraphs"),
    "tracked": Look(tracked=True),
}
SUFFIXES = ("odt", "rtf", "doc", "html", "docx")
# In a web page of LibreOffice, words that were taken out stand among the others, struck through.
_NOT_SAVED = {("tracked", "html")}

# Word files by python-docx.
LIBRARY: dict[str, Callable[[], bytes]] = {
    "typed": partial(library, lists=False, headings=True, style="Table Grid"),
    "lists": partial(library, lists=True, headings=True, style="Table Grid"),
    "plain": partial(library, lists=False, headings=False, style="Normal Table"),
}

WEB: dict[str, Callable[[], bytes]] = {
    "plain": web.plain, "captions": web.captions, "nested": web.nested, "lines": web.lines, "lists": web.lists,
    "saved": web.saved, "entities": web.entities,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant by its name, `FAMILY_WHAT.SUFFIX`; `office` where LibreOffice must make it."""

    family: str
    what: str
    suffix: str
    office: bool = False

    @property
    def name(self) -> str:
        return f"{self.family}_{self.what}.{self.suffix}"

    def data(self) -> bytes:
        """The bytes of the file; the first of LibreOffice's in a format makes them all."""
        match self.family:
            case "word":
                return docx(WORD[self.what])
            case "library" if not self.office:
                return LIBRARY[self.what]()
            case "web":
                return WEB[self.what]()
            case "page":
                look = PRESSED[self.what]
                return typed(look) if isinstance(look, Typed) else printed(look)
        return _office(self.suffix)[f"{self.family}_{self.what}"]


@cache
def _office(suffix: str) -> dict[str, bytes]:
    made = {f"office_{what}": docx(look) for what, look in (PRINTED if suffix == "pdf" else SAVED).items()}
    made |= {f"library_{what}": make() for what, make in LIBRARY.items()}
    return convert(made, suffix)


def variants() -> list[Variant]:
    """All variants; those of LibreOffice too where it is absent, and then their `data` cannot be made."""
    return [
        *(Variant("word", what, "docx") for what in WORD),
        *(Variant("library", what, "docx") for what in LIBRARY),
        *(Variant("web", what, "html") for what in WEB),
        *(Variant("page", what, "pdf") for what in PRESSED),
        *(Variant("office", what, "pdf", office=True) for what in PRINTED),
        *(
            Variant("office", what, suffix, office=True)
            for suffix in SUFFIXES
            for what in SAVED
            if (what, suffix) not in _NOT_SAVED
        ),
        *(Variant("library", what, suffix, office=True) for suffix in ("pdf", "rtf", "html") for what in LIBRARY),
    ]


__all__ = ["SOFFICE", "Variant", "variants"]
