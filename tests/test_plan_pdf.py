"""PDF files: fit for PDF/UA-1 and PDF/A-2a, structured as the document is, and never stopped by a character."""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import where
from game.fonts import coverage
from game.plan import pdf as renderer
from game.plan.clean import clean
from game.plan.document import Document, Heading, Paragraph, Text, plain
from game.plan.draft import draft
from game.plan.material import Facts
from game.plan.pdf_text import FACES, printable
from tests.plan_documents import HOSTILE, anything, filled_with
from tests.plan_sessions import default_game, walk

DAY = date(2026, 11, 12)


def played(lang: str) -> Document:
    game, texts = default_game()
    *_, session = walk(game, "b", 40)
    return draft(game, texts, session.state, lang, Facts(DAY, "fi"))


def lines(*texts: str) -> Document:
    return Document(Text("x"), Text("x"), Text(""), "fi", DAY, tuple(Paragraph((Text(text),)) for text in texts))


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(io.BytesIO(renderer.render(document)))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements under one, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def structure(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(elements(pdf.Root.StructTreeRoot))


def kinds(pdf: pikepdf.Pdf) -> Counter[str]:
    return Counter(str(one.S)[1:] for one in structure(pdf))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_whole_plan_fits_the_standards(lang: str) -> None:
    document = played(lang)
    made = renderer.render(document)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(made, profile=profile)
        assert [(one.rule_id, one.message) for one in report.failures] == []
        assert report.is_compliant
        assert report.rules.total > 100
    with pikepdf.Pdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert about["dc:title"] == document.title.text
        assert str(pdf.Root.Lang)[:2] == lang
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


def test_the_structure_is_the_documents() -> None:
    document = played("fi")
    with opened(document) as pdf, pdf.open_outline() as outline:
        found = structure(pdf)
        levels = [int(str(one.S)[2:]) for one in found if str(one.S)[1:] in ("H1", "H2", "H3", "H4")]
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        # The title of the contents is a heading too.
        assert len(levels) == len(headings) + 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        chapters = [f"{one.number} {plain(one.inlines)}".strip() for one in headings if one.level == 1]
        assert [" ".join(entry.title.split()) for entry in outline.root] == chapters
        tables = [one for one in found if one.S == "/Table"]
        assert tables
        for table in tables:
            assert "/TH" in [one.S for one in elements(table)]
        # A caption is a part of its table, or stands right before it where a page ends between them.
        assert len([one for one in found if one.S == "/Caption"]) == len(tables)
        figures = [one for one in found if one.S == "/Figure"]
        told = [block.alt.text for block in document.blocks if hasattr(block, "alt")]
        assert [str(one.Alt) for one in figures] == told


def test_every_font_is_inside() -> None:
    with opened(filled_with("Puisto 👍 Ж")) as pdf:
        objects = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in objects if one.get("/Type") == "/FontDescriptor"]
        assert len(fonts) >= 3
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_tables_bars_and_lists_are_tagged_as_such() -> None:
    with opened(filled_with("x")) as pdf:
        found = kinds(pdf)
        assert found["Table"] == 5
        assert found["Figure"] == 3
        assert found["L"] >= 3
        assert found["TOC"] == 1
        assert found["Link"] >= 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(text: str) -> None:
    counted = ("H1", "H2", "Table", "TR", "TH", "TD", "Figure", "L", "LI", "TOCI")
    with opened(filled_with(text)) as made:
        found = kinds(made)
    assert {kind: found[kind] for kind in counted} == {
        "H1": 3, "H2": 1, "Table": 5, "TR": 10, "TH": 12, "TD": 12, "Figure": 3, "L": 3, "LI": 5, "TOCI": 2
    }  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(anything, max_size=40))
def test_no_character_stops_an_export(texts: list[str]) -> None:
    assert renderer.render(lines(*texts)).startswith(b"%PDF")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("\u0308\u0301\u20e3\u200d\ufe0f\u202e\u200f\u00adaÅЖ1👩🏽🇫🇮☕x\n ", max_size=12), max_size=40))
def test_no_mark_or_join_stops_an_export(texts: list[str]) -> None:
    assert renderer.render(lines(*texts)).startswith(b"%PDF")


def test_what_no_font_has_is_named() -> None:
    assert printable("Tämä on näin.") == "Tämä on näin."
    assert printable("Ж👍") == "Ж👍"
    assert printable("ש") == "[hebrew letter shin]"
    assert printable("中") == "[cjk unified ideograph-4e2d]"
    assert printable("\U00010500") == "[elbasan letter a]"
    assert printable("a\u200fb\u202ec\u202c") == "abc"
    assert printable("👩\u200d👩\u200d👧") == "👩\u200d👩\u200d👧"
    assert printable("\u3000x") == " x"
    assert printable("y" * 40).replace("\u200b", "") == "y" * 40


def test_a_language_that_has_no_code_stops_nothing() -> None:
    for lang in ("se", "zh-Hans", "meänkieli", "#x"):
        renderer.render(replace(lines(), blocks=(Paragraph((Text("buorre beaivi", lang),)),)))


def test_a_face_has_the_same_characters_in_all_its_weights() -> None:
    for folder, file in FACES:
        own = coverage(where.assets("fonts", folder, file))
        for other in where.assets("fonts", folder).glob("*.ttf"):
            assert own <= coverage(other), other.name


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
def test_every_text_can_be_read(tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if text.isascii() and len(text) < 1000 and text.strip()]
    (tmp_path / "plan.pdf").write_bytes(renderer.render(lines(*texts, "x" * 10_000)))
    told = subprocess.run(["pdftotext", "-raw", str(tmp_path / "plan.pdf"), "-"], check=True, capture_output=True)
    read = "".join(told.stdout.decode().replace("\u200b", "").split())
    assert [text for text in texts if "".join(clean(text).split()) not in read] == []
    assert read.count("x" * 8) >= 10_000 // 8


def test_the_same_document_gives_the_same_bytes() -> None:
    assert renderer.render(filled_with("x")) == renderer.render(filled_with("x"))
    renderer.render(replace(filled_with("x"), day=date(1917, 12, 6)))
