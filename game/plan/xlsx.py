"""The plan's records as an Excel workbook, a tab for each sheet. Text is only ever text there, never a formula."""

import io
from datetime import datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from game.plan.colours import TONES
from game.plan.document import Cell, Column, Document, Table, plain
from game.plan.sheets import titles

_MOST_BYTES = 2 * 32_000
"""Of text in a cell, as Excel counts: in UTF-16, 32,767 units."""

_MOST_CHOICES = 255
"""Characters of all that a cell offers to choose from."""

_LINE, _HIGHEST = 15, 405
"""The height of a line, and of the highest row that there may be, in points."""


def render(document: Document) -> bytes:
    """The document's sheets as .xlsx; the same document always gives the same bytes."""
    saved = io.BytesIO()
    workbook = Workbook(saved, {"in_memory": True})
    created = datetime.combine(document.day, time())
    about = {"title": document.title.text[:255], "subject": document.about.text[:255], "author": "Osallisuuspeli"}
    workbook.set_properties({**about, "created": created})
    sheets = _Sheets(workbook, "d.m.yyyy" if document.lang in ("fi", "sv") else "d mmmm yyyy")
    for title, sheet in titles(document).items():
        sheets.add(workbook.add_worksheet(title), sheet)
    workbook.close()
    return saved.getvalue()


class _Sheets:
    """Fills worksheets, in the formats that they share."""

    def __init__(self, workbook: Workbook, days: str) -> None:
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        head = {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{TONES['plain']}", "text_wrap": True}
        self._head: Format = workbook.add_format({**base, **head})
        self._text: Format = workbook.add_format({**base, "text_wrap": True, "num_format": "@"})
        self._number: Format = workbook.add_format({**base, "align": "center"})
        self._day: Format = workbook.add_format({**base, "num_format": days, "align": "left"})
        self._of = {"text": self._text, "number": self._number, "date": self._day}

    def add(self, worksheet: Worksheet, sheet: Table) -> None:
        """The titles stay in sight and on every printed page; what a column offers can be chosen in its cells."""
        last = max(1, len(sheet.rows))
        for at, column in enumerate(sheet.columns):
            worksheet.set_column(at, at, _width(column), self._of[column.kind])
            worksheet.write_string(0, at, _fitting(plain(column.title)), self._head)
            choices = [option.text for option in column.options]
            if choices and len(",".join(choices)) <= _MOST_CHOICES:
                worksheet.data_validation(1, at, last, at, {"validate": "list", "source": choices})
        for row, cells in enumerate(sheet.rows, start=1):
            lines = max(map(_lines, cells, sheet.columns))
            if lines > 1:  # not every program makes room for them by itself
                worksheet.set_row(row, min(_LINE * lines, _HIGHEST))
            for at, cell in enumerate(cells):
                self._write(worksheet, row, at, cell)
        worksheet.freeze_panes(1, 2 if sheet.columns[0].kind == "number" else 1)
        worksheet.autofilter(0, 0, last, len(sheet.columns) - 1)
        worksheet.set_landscape()
        worksheet.set_paper(9)
        worksheet.fit_to_pages(1, 0)
        worksheet.repeat_rows(0)

    def _write(self, worksheet: Worksheet, row: int, at: int, cell: Cell) -> None:
        match cell.value:
            case None:
                worksheet.write_string(row, at, _fitting(plain(cell.inlines)), self._text)
            case int() as number:
                worksheet.write_number(row, at, number, self._number)
            case day:
                worksheet.write_datetime(row, at, datetime.combine(day, time()), self._day)


def _width(column: Column) -> int:
    """In characters."""
    return max(9, 4 * column.width + 4)


def _lines(cell: Cell, column: Column) -> int:
    return sum(1 + len(line) // _width(column) for line in plain(cell.inlines).split("\n"))


def _fitting(text: str) -> str:
    units = text.encode("utf-16-le")
    return text if len(units) <= _MOST_BYTES else units[:_MOST_BYTES].decode("utf-16-le", "ignore") + "…"
