"""OpenDocument files: literal text, and the structure that screen readers and tables of contents live on."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from lxml import etree

from game.plan import odt as renderer
from game.plan.clean import clean
from game.plan.document import Document, Text
from tests.plan_documents import HOSTILE, anything, filled_with

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    **{
        short: f"urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"
        for short, long in (
            ("office", "office"), ("style", "style"), ("table", "table"), ("text", "text"),
            ("fo", "xsl-fo-compatible"), ("manifest", "manifest"),
        )
    },
    "xlink": "http://www.w3.org/1999/xlink",
}  # fmt: skip
P, H, S, BREAK, TAB = (f"{{{NAMES['text']}}}{name}" for name in ("p", "h", "s", "line-break", "tab"))


def part(document: Document, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(renderer.render(document))) as file:
        return etree.fromstring(file.read(name), etree.XMLParser(huge_tree=True))


def found(element: etree._Element, path: str) -> list[str]:
    """What stands in the attributes at a path."""
    return [str(one) for one in element.xpath(path, namespaces=NAMES)]


def shown(element: etree._Element) -> str:
    """What a reader sees of an element: its characters, its spaces and its line breaks."""
    inside = {S: " " * int(element.get(f"{{{NAMES['text']}}}c", 1)), BREAK: "\n", TAB: "\t"}.get(str(element.tag), "")
    return inside + (element.text or "") + "".join(shown(one) + (one.tail or "") for one in element)


@settings(max_examples=60, deadline=None)
@given(anything)
def test_text_comes_out_literally(text: str) -> None:
    content = part(filled_with(text))
    lines = [shown(one) for one in content.iter(P, H)]
    assert sum(clean(text) in line for line in lines) >= 44
    assert part(filled_with(text), "meta.xml").findtext(".//dc:title", namespaces=NAMES) == clean(text)


@settings(max_examples=60)
@given(anything)
def test_no_reader_drops_a_space(text: str) -> None:
    for one in part(filled_with(text)).iter(P, H):
        whole = "".join(one.itertext())
        assert "  " not in whole
        assert whole == whole.strip(" ")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(text: str) -> None:
    def structure(words: str) -> list[str]:
        row = f"{{{NAMES['table']}}}table-row"
        body = part(filled_with(words)).find("office:body", NAMES)
        elements = (one for one in body.iter() if one.tag not in (S, BREAK, TAB))
        return [f"{one.tag} {sorted(one.attrib) if one.tag != row else ''}" for one in elements]

    assert structure(text) == structure("x")


def test_the_file_is_what_programs_expect() -> None:
    document = filled_with("x")
    content = renderer.render(document)
    assert content == renderer.render(document)
    assert content[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    renderer.render(replace(document, day=date(1917, 12, 6)))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        named = found(part(document, "META-INF/manifest.xml"), "//@manifest:full-path")
        assert set(file.namelist()) == {"mimetype", "META-INF/manifest.xml", *named} - {"/"}


@pytest.mark.parametrize(("lang", "nation"), [("fi", "FI"), ("sv", "FI"), ("en", "GB")])
def test_the_language_is_set(lang: str, nation: str) -> None:
    styles = part(filled_with("x", lang), "styles.xml")
    assert found(styles, "//style:default-style/style:text-properties/@fo:language") == [lang]
    assert found(styles, "//style:default-style/style:text-properties/@fo:country") == [nation]
    assert part(filled_with("x", lang), "meta.xml").findtext(".//dc:language", namespaces=NAMES) == f"{lang}-{nation}"


def test_what_is_written_in_another_language_is_marked() -> None:
    content = part(filled_with("text"))
    marked = content.xpath("//text:span[@text:style-name='in-sv']", namespaces=NAMES)
    assert [shown(one) for one in marked] == ["text"] * 4
    assert found(content, "//style:style[@style:name='in-sv']/style:text-properties/@fo:language") == ["sv"]


def test_headings_are_headings() -> None:
    content = part(filled_with("x"))
    assert found(content, "//text:h/@text:outline-level") == ["1", "2", "1"]
    assert found(content, "//text:h/@text:is-list-header") == ["true"], "only the uncounted one has no number"


def test_every_style_used_is_there() -> None:
    document = filled_with("x")
    content, styles = part(document), part(document, "styles.xml")
    used = set(found(content, "//@text:style-name | //@table:style-name"))
    there = set(found(content, "//@style:name")) | set(found(styles, "//@style:name"))
    assert used <= there
    assert set(found(content, "//@style:parent-style-name")) <= there
    assert not found(styles, "//style:paragraph-properties/@fo:border")


def test_links_lead_to_places_that_are_there() -> None:
    content = part(filled_with("x"))
    goals = {goal.removeprefix("#") for goal in found(content, "//text:a/@xlink:href")}
    assert goals == set(found(content, "//text:bookmark/@text:name")) == {"one", "two"}


def test_tables_have_header_rows_and_charts_have_alternative_texts() -> None:
    content = part(filled_with("Puisto"))
    tables = content.xpath("//table:table", namespaces=NAMES)
    assert len(tables) == 5
    for table in tables:
        assert len(table.findall("table:table-header-rows/table:table-row", NAMES)) == 1
        columns = len(table.findall("table:table-column", NAMES))
        rows = table.xpath(".//table:table-row", namespaces=NAMES)
        assert {len(row.findall("table:table-cell", NAMES)) for row in rows} == {columns}
    assert [table.findtext("table:desc", namespaces=NAMES) for table in tables] == [None, *["Puisto"] * 3, None]


def test_a_long_title_leaves_room_for_the_page() -> None:
    document = replace(filled_with("x"), title=Text("Puisto " * 300))
    (footer,) = part(document, "styles.xml").xpath("//style:footer/text:p", namespaces=NAMES)
    assert len(shown(footer)) < 100
    assert shown(next(one for one in part(document).iter(P) if "Puisto" in shown(one))) == "Puisto " * 300
