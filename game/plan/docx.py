"""The plan as a Word file: real headings, lists, header rows, alternative texts, the document's language.

The template is a Word file too, kept unzipped in `assets/templates/docx`: its styles say how everything looks.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from game import where
from game.plan import docx_tables
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
from game.plan.docx_text import bookmark, element, locale, paragraph, run, runs

_STYLES = {"body": "Normal", "lead": "Lead", "small": "Small", "gap": "Gap", "remark": "Remark"}
_UNNUMBERED, _LIST_NUMBERS = 0, 3
_FOOTER_FITS = 80
_TERM_FITS = 26
"""Characters of a term that stand beside its answer; a longer term gets a line of its own."""


def render(document: Document) -> bytes:
    """The document as .docx; the same document always gives the same bytes."""
    word = docx.Document(io.BytesIO(_packed(where.assets("templates", "docx"))))
    page = word.element.body[-1]
    for made in _Body(document, word).elements():
        page.addprevious(made)
    _describe(word, document)
    saved = io.BytesIO()
    word.save(saved)
    return _repacked(saved.getvalue(), document)


class _Body:
    """Turns blocks into elements and keeps count of what must be unique in the file: bookmarks and lists."""

    def __init__(self, document: Document, word: WordFile) -> None:
        self._document = document
        self._numbering = word.part.numbering_part.element
        self._bookmarks = 0

    def elements(self) -> Iterator[Element]:
        yield paragraph("Subtitle", runs((self._document.kind,)))
        yield paragraph("Title", runs((self._document.title,)))
        before: Block | None = None
        for block in self._document.blocks:
            for at, made in enumerate(self._block(block)):
                if at == 0 and isinstance(before, PageBreak):
                    ParagraphFormat(made).page_break_before = True
                elif at == 0 and isinstance(before, Definitions | Contents) and isinstance(block, Paragraph):
                    ParagraphFormat(made).space_before = Pt(8)
                elif at == 0 and isinstance(before, Table | BarChart | HeatMap | Timeline) and _is_text(block):
                    ParagraphFormat(made).space_before = Pt(10)
                yield made
            before = block
        if isinstance(before, Table | BarChart | HeatMap | Timeline):
            # Word wants a paragraph behind the last table.
            yield paragraph("Small", [])

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield paragraph(_STYLES[block.role], runs(block.inlines))
            case Bullets():
                yield from self._bullets(block)
            case Definitions():
                for item in block.items:
                    yield from _definition(item)
            case Table():
                yield from docx_tables.table(block)
            case BarChart():
                yield from docx_tables.bars(block)
            case HeatMap():
                yield from docx_tables.heat(block)
            case Timeline():
                yield from docx_tables.timeline(block)
            case Note():
                yield from _note(block)
            case Contents():
                yield from self._contents(block)
            case PageBreak():
                pass

    def _heading(self, block: Heading) -> Element:
        content = list(runs(block.inlines))
        if block.anchor:
            self._bookmarks += 1
            start = element("bookmarkStart", id=self._bookmarks, name=bookmark(block.anchor))
            content = [start, *content, element("bookmarkEnd", id=self._bookmarks)]
        unnumbered = None if block.number or block.level > 2 else _numbers(_UNNUMBERED)
        return paragraph(f"Heading{block.level}", content, unnumbered)

    def _bullets(self, block: Bullets) -> Iterator[Element]:
        style, numbers = "ListBullet", None
        if block.ordered:
            style, numbers = "ListNumber", self._new_list()
        for item in block.items:
            yield paragraph(style, runs(item), _numbers(numbers) if numbers else None)

    def _new_list(self) -> int:
        """The number of a list of its own, which begins at one."""
        number = len(self._numbering.findall(qn("w:num"))) + 1
        restart = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        self._numbering.append(element("num", element("abstractNumId", val=_LIST_NUMBERS), restart, numId=number))
        return number

    def _contents(self, block: Contents) -> Iterator[Element]:
        # A field that Word can refresh, filled already, and without page numbers: nobody knows them before Word does.
        yield paragraph("TOCHeading", runs(block.title))
        chapters = [one for one in self._document.blocks if isinstance(one, Heading) and one.level == 1]
        begin = [
            element("r", element("fldChar", fldCharType="begin")),
            element("r", _instruction(' TOC \\o "1-1" \\n \\h \\z \\u ')),
            element("r", element("fldChar", fldCharType="separate")),
        ]
        end = [element("r", element("fldChar", fldCharType="end"))]
        for at, chapter in enumerate(chapters):
            title = f"{chapter.number} {plain(chapter.inlines)}".strip()
            link = element("hyperlink", run(title), anchor=bookmark(chapter.anchor))
            first, last = at == 0, at == len(chapters) - 1
            yield paragraph("TOC1", [*(begin if first else []), link, *(end if last else [])])


def _note(block: Note) -> Iterator[Element]:
    # The tab keeps the words off the edge of the shade, all along the hanging indent of the style.
    title = Missing(block.title) if block.kind == "gap" else Strong(block.title)
    for inlines in ((title,), *block.paragraphs):
        together = element("keepNext") if inlines[0] is title and block.paragraphs else None
        yield paragraph(_STYLES[block.kind], [element("r", element("tab")), *runs(inlines)], together)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Bullets | Definitions | Note)


def _definition(item: Definition) -> Iterator[Element]:
    term = plain(item.term)
    beside = element("r", element("tab") if len(term) <= _TERM_FITS else element("br"))
    first, *others = item.answers
    yield paragraph("Definition", [*runs((Strong(item.term),)), beside, *runs(first)])
    for answer in others:
        yield paragraph("DefinitionMore", runs(answer))


def _numbers(number: int) -> Element:
    return element("numPr", element("numId", val=number))


def _instruction(code: str) -> Element:
    made = element("instrText")
    made.text = code
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _describe(word: WordFile, document: Document) -> None:
    """Title, language and date, in the file's properties and where Word looks for them."""
    lang = locale(document.lang)
    for part in (word.styles.element, word.settings.element):
        for tag in ("w:lang", "w:themeFontLang"):
            for one in part.iter(qn(tag)):
                one.set(qn("w:val"), lang)
    footer = word.sections[0].footer.paragraphs[0]._p
    footer.insert(1, run(_short(document.title, _FOOTER_FITS)))
    about = word.core_properties
    about.title, about.subject, about.language = _short(document.title, 255), _short(document.about, 255), lang
    about.created = about.modified = datetime.combine(document.day, time())
    about.author = about.last_modified_by = "Osallisuuspeli"


def _short(text: Text, most: int) -> str:
    """The beginning of a text that stands in full elsewhere, on one line, for places that hold no more."""
    line = text.text.replace("\n", " ")
    return line if len(line) <= most else line[: most - 1] + "…"


def _packed(folder: Path) -> bytes:
    """A Word file from the folder of its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                file.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return packed.getvalue()


def _repacked(saved: bytes, document: Document) -> bytes:
    """The same file, compressed, with the document's date in place of the moment of writing."""
    day = max(document.day.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, day), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
