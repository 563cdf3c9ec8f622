"""The plan's records as CSV, a file for each sheet: UTF-8 with its mark, semicolons, as Nordic spreadsheets want it."""

import csv
import io
import re
from datetime import date

from game.plan.document import Cell, Document, Table, plain
from game.plan.sheets import titles

_LIVE = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")
"""How a cell begins that some spreadsheet would take for a formula or a command."""


def render(document: Document) -> dict[str, bytes]:
    """The sheets by their titles. Each begins with a row of titles; days are written 2027-01-15."""
    return {title: _sheet(sheet) for title, sheet in titles(document).items()}


def _sheet(sheet: Table) -> bytes:
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(_harmless(plain(column.title)) for column in sheet.columns)
    rows.writerows(map(_text, cells) for cells in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    match cell.value:
        case date() as day:
            return day.isoformat()
        case int() as number:
            return str(number)
        case None:
            return _harmless(plain(cell.inlines))


def _harmless(text: str) -> str:
    """The text, behind an apostrophe if a spreadsheet would run it: that says "this is text" there."""
    return f"'{text}" if _LIVE.match(text) else text
