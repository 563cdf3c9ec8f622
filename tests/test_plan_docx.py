"""Word files: literal text, and the structure that screen readers and tables of contents live on."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from game.plan import docx as renderer
from game.plan.clean import clean
from game.plan.colours import HEAT, luminance, readable_on
from game.plan.document import Document, Heading, Table, Text, plain
from game.plan.widths import PAGE, widths
from tests.plan_documents import HOSTILE, anything, filled_with


def opened(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(renderer.render(document)))


def shown(element: docx.oxml.xmlchemy.BaseOxmlElement) -> str:
    """What a reader sees of an element: its characters, and its line breaks."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(
        one.text or "" if one.tag == qn("w:t") else marks[one.tag]
        for one in element.iter(qn("w:t"), *marks)
        if one.getparent().tag == qn("w:r")
    )


@settings(max_examples=60, deadline=None)
@given(anything)
def test_text_comes_out_literally(text: str) -> None:
    word = opened(filled_with(text))
    lines = [shown(one) for one in word.element.body.iter(qn("w:p"))]
    expected = clean(text)
    assert sum(expected in line for line in lines) >= 44
    assert expected.replace("\n", " ").startswith(word.core_properties.title[:254])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(text: str) -> None:
    def structure(words: str) -> list[str]:
        by_length = {qn("w:br"), qn("w:t"), qn("w:tab"), qn("w:trPr"), qn("w:cantSplit")}
        return [one.tag for one in opened(filled_with(words)).element.body.iter() if one.tag not in by_length]

    assert structure(text) == structure("x")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert renderer.render(filled_with("x")) == renderer.render(filled_with("x"))


def test_dates_before_zip_files_were_invented_do_not_matter() -> None:
    renderer.render(replace(filled_with("x"), day=date(1917, 12, 6)))


@pytest.mark.parametrize(("lang", "locale"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")])
def test_the_language_is_set(lang: str, locale: str) -> None:
    word = opened(filled_with("x", lang))
    assert word.core_properties.language == locale
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == [locale]


def test_what_is_written_in_another_language_is_marked() -> None:
    body = opened(filled_with("text")).element.body
    marked = [shown(one.getparent().getparent()) for one in body.iter(qn("w:lang"))]
    assert set(marked) == {"text"}
    assert len(marked) == 4


def test_headings_are_headings() -> None:
    word = opened(filled_with("x"))
    styles = [p.style.name for p in word.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
    assert styles == ["Heading 1", "Heading 2", "Heading 1"]
    assert word.paragraphs[1].style is not None
    assert word.paragraphs[1].style.name == "Title"


def test_uncounted_headings_wear_no_number() -> None:
    body = opened(filled_with("x")).element.body
    numbers = [
        [number.get(qn("w:val")) for number in one.iter(qn("w:numId"))]
        for one in body.iter(qn("w:p"))
        if one.style in ("Heading1", "Heading2")
    ]
    assert numbers == [[], [], ["0"]]


def test_no_paragraph_has_a_border() -> None:
    """LibreOffice leaves them untagged when it makes a PDF of the file."""
    word = opened(filled_with("x"))
    assert not [*word.styles.element.iter(qn("w:pBdr")), *word.element.body.iter(qn("w:pBdr"))]


def test_tables_have_header_rows_and_charts_have_alternative_texts() -> None:
    word = opened(filled_with("Puisto"))
    assert len(word.tables) == 5
    for table in word.tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        look = table._tbl.find(f".//{qn('w:tblLook')}")
        assert look is not None
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    texts = [[one.get(qn("w:val")) for one in table._tbl.iter(qn("w:tblDescription"))] for table in word.tables]
    assert texts == [[], ["Puisto"], ["Puisto"], ["Puisto"], []]


def test_links_lead_to_places_that_are_there() -> None:
    body = opened(filled_with("x")).element.body
    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    goals = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(goals) == 3
    assert set(goals) <= places


def test_bookmarks_have_their_own_numbers() -> None:
    body = opened(filled_with("x")).element.body
    starts = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(starts) == len(set(starts)) == 2


def test_every_numbered_list_begins_at_one() -> None:
    document = filled_with("x")
    word = opened(replace(document, blocks=document.blocks * 2))
    used = [
        number.get(qn("w:val"))
        for one in word.element.body.iter(qn("w:p"))
        if one.style == "ListNumber"
        for number in one.iter(qn("w:numId"))
    ]
    assert len(set(used)) == 2
    numbering = word.part.numbering_part.element
    starts = {one.get(qn("w:numId")) for one in numbering.findall(qn("w:num")) if one.findall(qn("w:lvlOverride"))}
    assert set(used) == starts


def test_every_style_used_is_there() -> None:
    word = opened(filled_with("x"))
    there = {one.get(qn("w:styleId")) for one in word.styles.element.iter(qn("w:style"))}
    used = {
        one.get(qn("w:val"))
        for one in word.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= there


def test_a_gap_is_marked_by_a_word_in_a_style_of_its_own() -> None:
    body = opened(filled_with("puuttuu")).element.body
    marked = [shown(run) for run in body.iter(qn("w:r")) if run.style == "Missing"]
    assert marked == ["puuttuu", "puuttuu"]
    assert next(shown(one) for one in body.iter(qn("w:p")) if one.style == "Gap") == "\tpuuttuu"


def test_a_long_title_leaves_room_for_the_page() -> None:
    document = replace(filled_with("x"), title=Text("Puisto " * 300))
    word = opened(document)
    assert word.paragraphs[1].text == "Puisto " * 300
    assert len(word.sections[0].footer.paragraphs[0].text) < 100
    assert len(word.core_properties.title) == 255


def test_the_file_carries_nothing_foreign() -> None:
    with zipfile.ZipFile(io.BytesIO(renderer.render(filled_with("x")))) as file:
        assert file.testzip() is None
        names = file.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_a_document_that_ends_with_a_table_ends_with_a_paragraph() -> None:
    body = opened(filled_with("x")).element.body
    assert [one.tag for one in body][-2:] == [qn("w:p"), qn("w:sectPr")]


def test_columns_fill_the_page_and_hold_their_longest_words() -> None:
    tables = [block for block in filled_with("osallistumissuunnitelma").blocks if isinstance(block, Table)]
    for table in tables:
        assert sum(widths(table)) == PAGE
        assert min(widths(table)) > 100 * len("osallistumissuunnitelma")


def test_figures_on_a_heat_map_can_be_read() -> None:
    for fill in HEAT:
        dark, light = sorted((luminance(fill), luminance(readable_on(fill))))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_headings_of_a_chapter_keep_their_order() -> None:
    texts = ("Yksi", "Kaksi")
    blocks = tuple(Heading(1, (Text(text),), text) for text in texts)
    word = opened(replace(filled_with("x"), blocks=blocks))
    assert [p.text for p in word.paragraphs][2:4] == [plain(block.inlines) for block in blocks[:2]]
