"""The plan as an OpenDocument text: real headings, lists, header rows, the document's language.

The template is the file's own parts, kept in `assets/templates/odt`: `styles.xml` says how everything looks.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from game import where
from game.plan.document import (
    BarChart,
    Block,
    Bullets,
    Contents,
    Definition,
    Definitions,
    Document,
    Heading,
    HeatMap,
    Missing,
    Note,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Timeline,
    plain,
)
from game.plan.odt_tables import Tables
from game.plan.odt_text import NATIONS, content, element, languages, paragraph, spaced

_STYLES = {"body": "Text_20_body", "lead": "Lead", "small": "Small", "gap": "Gap", "remark": "Remark"}
_FOOTER_FITS = 80
_TERM_FITS = 26
"""Characters of a term that stand beside its answer; a longer term gets a line of its own."""


def render(document: Document) -> bytes:
    """The document as .odt; the same document always gives the same bytes."""
    tables = Tables()
    body = "".join(_elements(document, tables))
    values = {
        "body": body,
        "styles": languages(sorted(set(re.findall(r'text:style-name="in-([\w-]+)"', body)))) + tables.styles(),
        "title": escape(document.title.text),
        "short title": spaced(_short(document.title)),
        "about": escape(document.about.text),
        "language": document.lang,
        "country": NATIONS.get(document.lang, "none"),
        "day": document.day.isoformat(),
    }
    saved = io.BytesIO()
    moment = max(document.day.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(saved, "w") as file:
        # First and uncompressed, so that any program sees what the file is.
        file.writestr(zipfile.ZipInfo("mimetype", moment), "application/vnd.oasis.opendocument.text")
        for part in ("META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"):
            template = where.assets("templates", "odt", *part.split("/")).read_text("utf-8")
            file.writestr(zipfile.ZipInfo(part, moment), _filled(template, values), zipfile.ZIP_DEFLATED)
    return saved.getvalue()


def _filled(template: str, values: dict[str, str]) -> str:
    """The template with its places filled in one pass, so that nothing in a value is taken for a place."""
    return re.sub(r"\{([a-z ]+)\}", lambda place: values[place[1]], template)


def _short(title: Text) -> str:
    """The beginning of a title that stands in full elsewhere, on one line."""
    line = " ".join(title.text.split())
    return line if len(line) <= _FOOTER_FITS else line[: _FOOTER_FITS - 1] + "…"


def _elements(document: Document, tables: Tables) -> Iterator[str]:
    yield paragraph("Subtitle", content((document.kind,)))
    yield paragraph("Title", content((document.title,)))
    before: Block | None = None
    for block in document.blocks:
        match block:
            case Heading():
                yield _heading(block, isinstance(before, PageBreak))
            case Paragraph():
                yield paragraph(_STYLES[block.role], content(block.inlines))
            case Bullets():
                items = (element("text:list-item", paragraph("List", content(item))) for item in block.items)
                yield element("text:list", items, text_style_name="Numbers" if block.ordered else "Bullets")
            case Definitions():
                for item in block.items:
                    yield from _definition(item)
            case Table():
                yield from tables.table(block)
            case BarChart():
                yield from tables.bars(block)
            case HeatMap():
                yield from tables.heat(block)
            case Timeline():
                yield from tables.timeline(block)
            case Note():
                yield from _note(block)
            case Contents():
                yield _contents(block, document)
            case PageBreak():
                pass
        before = block


def _heading(block: Heading, new_page: bool) -> str:
    inside = content(block.inlines)
    if block.anchor:
        inside = f"{element('text:bookmark', text_name=block.anchor)}{inside}"
    style = "new-page" if new_page else f"Heading_20_{block.level}"
    unnumbered = {} if block.number or block.level > 2 else {"text_is_list_header": "true"}
    return element("text:h", inside, text_style_name=style, text_outline_level=block.level, **unnumbered)


def _definition(item: Definition) -> Iterator[str]:
    beside = "<text:tab/>" if len(plain(item.term)) <= _TERM_FITS else "<text:line-break/>"
    first, *others = item.answers
    yield paragraph("Definition", content((Strong(item.term),)) + beside + content(first))
    for answer in others:
        yield paragraph("Definition_20_More", content(answer))


def _note(block: Note) -> Iterator[str]:
    # The tab keeps the words off the edge of the shade, all along the hanging indent of the style.
    title = Missing(block.title) if block.kind == "gap" else Strong(block.title)
    *kept, last = ((title,), *block.paragraphs)
    for inlines in kept:
        yield paragraph(f"{_STYLES[block.kind]}-kept", "<text:tab/>" + content(inlines))
    yield paragraph(_STYLES[block.kind], "<text:tab/>" + content(last))


def _contents(block: Contents, document: Document) -> str:
    """A list that the reader's program can refresh, filled already."""
    title = content(block.title)
    parts = ("link-start", "chapter", "span", "text", "link-end")
    entry = (element(f"text:index-entry-{part}", " " if part == "span" else "") for part in parts)
    how = (
        element("text:index-title-template", title, text_style_name="Contents_20_Heading"),
        element(
            "text:table-of-content-entry-template", entry, text_outline_level=1, text_style_name="Contents_20_1"
        ),
    )
    chapters = (one for one in document.blocks if isinstance(one, Heading) and one.level == 1)
    lines = (paragraph("Contents_20_1", _link_to(chapter)) for chapter in chapters)
    heading = element("text:index-title", paragraph("Contents_20_Heading", title), text_name="contents-title")
    inside = (
        element("text:table-of-content-source", how, text_outline_level=1, text_use_outline_level="true"),
        element("text:index-body", (heading, *lines)),
    )
    return element("text:table-of-content", inside, text_name="contents", text_protected="true")


def _link_to(chapter: Heading) -> str:
    title = spaced(f"{chapter.number} {plain(chapter.inlines)}".strip())
    return element("text:a", title, xlink_type="simple", xlink_href=f"#{chapter.anchor}")
