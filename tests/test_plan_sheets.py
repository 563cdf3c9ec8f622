"""Spreadsheets: the records of the plan in cells that hold figures, days and text, and never a formula."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.worksheet.worksheet import Worksheet

from game.cli.bots import Bots
from game.engine.session import Session
from game.plan import csv as csv_renderer
from game.plan import xlsx
from game.plan.clean import clean
from game.plan.document import Cell, Column, Document, Table, Text, plain
from game.plan.draft import draft
from game.plan.material import Facts
from game.plan.sheets import titles
from tests.plan_documents import HOSTILE, anything, filled_with
from tests.plan_sessions import default_game, small, walk

FORMULAS = ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", " =1", "\n=1", "|x", "%x", "=HYPERLINK(1)", "＝1")


def opened(document: Document) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(document)))
    return {sheet.title: sheet for sheet in book.worksheets}


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def played(lang: str) -> Document:
    game, texts = default_game()
    bots = Bots(game, texts, "fi", "sheets")
    session = Session(game, bots.seats(5))
    while (line := bots.next(session)) is not None:
        session.take(line)
    return draft(game, texts, session.state, lang, Facts(date(2026, 11, 12), "fi"))


@settings(max_examples=60, deadline=None)
@given(anything)
def test_text_is_text_in_every_cell_of_a_workbook(text: str) -> None:
    for sheet in opened(filled_with(text)).values():
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}
            assert {cell.hyperlink for cell in row} == {None}
        assert (sheet["B2"].value or "") == clean(text)
        assert sheet["A2"].value == 7
        assert sheet["C2"].value == datetime(2027, 1, 15)
        assert sheet["B3"].value == f"Svar: {clean(text)}."


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE])
def test_no_formula_is_live(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.render(filled_with(text)))) as file:
        for name in file.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in file.read(name)
                assert b"<hyperlink" not in file.read(name)
    for content in csv_renderer.render(filled_with(text)).values():
        for row in rows_of(content):
            assert not [cell for cell in row if re.match(r"\s*[=+\-@|%＝]|[\t\r\n]", cell)]


@settings(max_examples=60)
@given(anything)
def test_text_comes_out_of_csv_literally(text: str) -> None:
    for content in csv_renderer.render(filled_with(text)).values():
        head, first, second = rows_of(content)
        assert head[0].removeprefix("'") == clean(text).removeprefix("'")
        assert first[0] == "7"
        assert first[1].removeprefix("'") == clean(text).removeprefix("'")
        assert first[2] == "2027-01-15"
        assert second[1] == f"Svar: {clean(text)}."


def test_lines_end_as_spreadsheets_want_and_breaks_stay_in_their_cells() -> None:
    content = next(iter(csv_renderer.render(filled_with("a\nb")).values()))
    assert content.decode("utf-8-sig").startswith('"a\nb";"a\nb";"a\nb"\r\n')


def test_what_no_cell_can_hold_is_cut_visibly() -> None:
    for text, most in (("y" * 40_000, 32_001), ("👪" * 20_000, 16_001)):
        document = filled_with("x")
        cell = Cell((Text(text),))
        held = opened(replace(document, sheets=(Table("t", (Text("t"),), (Column((Text("c"),)),), ((cell,),)),)))
        assert held["t"]["A2"].value == text[: most - 1] + "…"


@settings(max_examples=40, deadline=None)
@given(anything)
def test_every_sheet_has_a_title_that_every_program_takes(text: str) -> None:
    names = list(titles(filled_with(text)))
    assert len({name.lower() for name in names}) == 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) <= 62
        assert re.fullmatch(r"[\w-]+", name)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_sheets_hold_the_records(lang: str) -> None:
    document = played(lang)
    sheets = {sheet.name: sheet for sheet in document.sheets}
    assert list(sheets) == ["measures", "ideas", "votes", "methods", "follow-up"]
    assert [len(titles(document)), len(opened(document))] == [5, 5]
    for sheet in sheets.values():
        named = [plain(column.title) for column in sheet.columns]
        assert all(named)
        assert len(named) == len(set(named))
        assert {len(row) for row in sheet.rows} == {len(named)}
    numbers = [[row[0].value for row in sheets[name].rows] for name in ("measures", "follow-up")]
    assert numbers[0] == numbers[1]
    told = {plain(cell.inlines) for row in sheets["ideas"].rows for cell in row}
    written = {plain(row[0].inlines) for one in document.blocks if isinstance(one, Table) and one.name == "idea"
               for row in one.rows}  # fmt: skip
    assert written <= told


def test_follow_up_offers_what_may_be_said() -> None:
    document = played("fi")
    sheet = opened(document)["Seuranta"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"Ei aloitettu,Työn alla,Tehty,Luovuttu"'
    assert str(choice.sqref) == f"E2:E{1 + len(document.sheets[-1].rows)}"


def test_the_sheets_are_there_from_the_first_moment() -> None:
    game, texts = small()
    session = next(walk(game, "new", 2))
    document = draft(game, texts, session.state, "en", Facts(date(2026, 11, 12)))
    assert list(opened(document)) == ["Measures", "Ideas", "Votes", "Methods", "Follow-up"]
    assert [len(rows_of(content)) for content in csv_renderer.render(document).values()] == [1] * 5


def test_a_workbook_is_set_up_to_be_read_and_printed() -> None:
    document = filled_with("x")
    assert xlsx.render(document) == xlsx.render(document)
    for sheet in opened(document).values():
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == "A1:C3"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet["C2"].number_format == "d.m.yyyy"
