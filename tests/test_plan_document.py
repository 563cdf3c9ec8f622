"""The document tree, and the cleaning of text on its way into it."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plan import figures
from game.plan.clean import clean
from game.plan.document import (
    Emphasis,
    Heading,
    Missing,
    Moment,
    Paragraph,
    Strong,
    Text,
    Timeline,
    lacks,
    numbered,
    plain,
    table_of,
)
from tests.plan_documents import anything, filled_with


@given(anything)
def test_cleaned_text_holds_nothing_that_a_file_format_refuses(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    for character in cleaned:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert ord(character) & 0xFFFE != 0xFFFE
        assert character != "\ufeff"


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=80))
def test_nothing_that_can_be_seen_is_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(st.text("ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=30))
def test_a_mark_of_direction_never_reaches_beyond_its_text(text: str) -> None:
    open_marks: list[str] = []
    for character in clean(text):
        if character in "\u202a\u202b\u202d\u202e":
            open_marks.append("\u202c")
        elif character in "\u2066\u2067\u2068":
            open_marks.append("\u2069")
        elif character in "\u202c\u2069":
            assert open_marks.pop() == character
    assert open_marks == []


def test_line_breaks_of_every_system_are_one() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_text_in_the_tree_is_clean() -> None:
    assert Text("a\x00\ud800b").text == "ab"


def test_headings_are_numbered_by_chapter() -> None:
    def heading(level: int, counted: bool = True) -> Heading:
        return Heading(level, (Text("x"),), counted=counted)

    blocks = (heading(1, False), heading(2), heading(1), heading(2), heading(3), heading(2), heading(1), heading(2))
    numbers = [block.number for block in numbered(blocks) if isinstance(block, Heading)]
    assert numbers == ["", "", "1", "1.1", "", "1.2", "2", "2.1"]


def test_only_headings_are_touched_by_numbering() -> None:
    paragraph = Paragraph((Text("1"),))
    assert numbered((paragraph,)) == (paragraph,)


def test_missing_is_found_inside_other_marks() -> None:
    assert lacks((Text("a"), Strong((Emphasis((Missing((Text("b"),)),)),))))
    assert not lacks((Text("a"), Strong((Text("b"),))))


def test_a_chart_is_a_table_too() -> None:
    charts = [block for block in filled_with("x").blocks if hasattr(block, "alt")]
    tables = [table_of(chart) for chart in charts]
    assert [len(table.columns) for table in tables] == [3, 3, 3]
    assert [cell.value for cell in tables[0].rows[0]] == [None, 3, 0]
    assert [cell.value for cell in tables[1].rows[0]] == [None, 0, 7]


def test_a_timeline_keeps_its_days() -> None:
    words = (Text("x"),)
    moment = Moment((Text("15.1.2027"),), words, words, date(2027, 1, 15))
    row = table_of(Timeline("l", words, Text("x"), (words, words, words), (moment,))).rows[0]
    assert row[0].value == date(2027, 1, 15)
    assert plain(row[0].inlines) == "15.1.2027"


@pytest.mark.parametrize(
    ("lang", "day", "number", "listed"),
    [
        ("fi", "3.1.2027", "12\xa0500,5", "a, b ja c"),
        ("sv", "3.1.2027", "12\xa0500,5", "a, b och c"),
        ("en", "3 January 2027", "12,500.5", "a, b, and c"),
    ],
)
def test_figures_follow_the_language(lang: str, day: str, number: str, listed: str) -> None:
    assert figures.day(date(2027, 1, 3), lang) == day
    assert figures.number(12500.5, lang) == number
    assert figures.listed(["a", "b", "c"], lang) == listed
    assert figures.listed(["a"], lang) == "a"
    assert figures.number(7, lang) == "7"
