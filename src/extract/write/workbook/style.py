"""The formats of the workbook, each made once."""

from __future__ import annotations

from typing import Any

# Tints on which black text keeps a contrast above 12 to 1, told apart by lightness as well as by hue.
REVIEW, CONFLICT, CORRECTED, HEADER, FIXED = "#FFF2CC", "#F8CBAD", "#DDEBF7", "#1F3864", "#595959"


# The formats of data rows in the order of their numbers in the workbook: rows are written before there is one.
OF_ROWS = ("text", "wrapped", "date", "integer", "number", "link", "boolean")
NUMBER = {name: i for i, name in enumerate(OF_ROWS, 1)}


class Style:
    """The cell formats of one workbook."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top"}
        self.text = book.add_format(top)
        self.wrapped = book.add_format({**top, "text_wrap": True})
        self.date = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        self.integer = book.add_format({**top, "num_format": "0"})
        self.number = book.add_format({**top, "num_format": "0.00"})
        self.link = book.add_format({**top, "font_color": "#0563C1", "underline": 1})
        # LibreOffice shows some truth values as 1 without it; Excel shows them by themselves.
        self.boolean = book.add_format({**top, "num_format": '"TRUE";"TRUE";"FALSE"', "align": "center"})
        for name in OF_ROWS:
            getattr(self, name)._get_xf_index()  # numbers are given in the order of first use
        head = {"bold": True, "font_color": "#FFFFFF", "valign": "vcenter"}
        self.header = book.add_format({**head, "bg_color": HEADER})
        self.header_right = book.add_format({**head, "bg_color": HEADER, "align": "right"})
        self.fixed_header = book.add_format({**head, "bg_color": FIXED})
        self.title = book.add_format({"bold": True, "font_size": 18, "font_color": HEADER})
        self.heading = book.add_format({"bold": True, "font_size": 13, "font_color": HEADER, "valign": "top"})
        self.note = book.add_format({**top, "font_color": "#595959", "text_wrap": True})
        self.note_line = book.add_format({**top, "font_color": "#595959"})
        self.left = book.add_format({**top, "align": "left"})
        self.number_left = book.add_format({**top, "num_format": "0.00", "align": "left"})
        self.bold = book.add_format({**top, "bold": True})
        self.big = book.add_format(
            {"bold": True, "font_size": 20, "font_color": HEADER, "num_format": "#,##0", "align": "left"}
        )
        self.count = book.add_format({**top, "num_format": "#,##0"})
        self.total = book.add_format({**top, "num_format": "#,##0", "bold": True, "top": 1})
        self.review = book.add_format({"bg_color": REVIEW})
        self.conflict = book.add_format({"bg_color": CONFLICT})
        self.corrected = book.add_format({"bg_color": CORRECTED})
        self.others = book.add_format({"font_color": "#7F7F7F"})
