"""The plan as Markdown (CommonMark with tables), pleasant to read as it stands and exact when converted."""

import re
from collections.abc import Callable, Iterable, Iterator

from game.plan.document import (
    BarChart,
    Block,
    Bullets,
    Contents,
    Definitions,
    Document,
    Emphasis,
    Heading,
    HeatMap,
    Inline,
    Inlines,
    Link,
    Missing,
    Note,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Timeline,
    plain,
    table_of,
)

# What may begin markup, raw HTML, an entity, a table cell, a formula or an attribute anywhere in a line; a colon
# or a dot only where it would make a link or an emoji of what follows; an at sign, which cites and links.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>{}&|~$^@]|:(?=//|[A-Za-z+])|(?<=www)\.", re.IGNORECASE)
# What may begin a heading, a list, a rule or an underline where a line starts.
_AT_START = re.compile(r"^([^\S\n]*)([#+\-=:]|[0-9]{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)

_BREAK = "\\\n"


def render(document: Document) -> bytes:
    """The document in UTF-8."""
    parts = [_line(document.kind.text), f"# {_line(document.title.text)}"]
    for block in document.blocks:
        parts += _block(block, document.blocks)
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _block(block: Block, blocks: tuple[Block, ...]) -> Iterator[str]:
    match block:
        case Heading():
            anchor = f'<a id="{block.anchor}"></a>' if block.anchor else ""
            yield f"{'#' * (block.level + 1)} {anchor}{_title(block)}"
        case Paragraph():
            yield _flow((Strong(block.inlines),) if block.role == "lead" else block.inlines)
        case Bullets():
            mark: Callable[[int], str] = (lambda at: f"{at}. ") if block.ordered else (lambda at: "- ")
            yield "\n".join(_hung(mark(at), _flow(item)) for at, item in enumerate(block.items, start=1))
        case Definitions():
            yield "\n".join(
                _hung("- ", f"**{_line(plain(one.term))}:** {_BREAK.join(map(_flow, one.answers))}")
                for one in block.items
            )
        case Table():
            yield from _table(block)
        case BarChart() | HeatMap() | Timeline():
            yield from _table(table_of(block))
            yield _flow((Emphasis((block.alt,)),))
        case Note():
            paragraphs = [_flow((Strong(block.title),)), *map(_flow, block.paragraphs)]
            yield "\n>\n".join(_hung("> ", paragraph, "> ") for paragraph in paragraphs)
        case Contents():
            yield f"## {_line(plain(block.title))}"
            chapters = (one for one in blocks if isinstance(one, Heading) and one.level == 1)
            yield "\n".join(f"- [{_title(chapter)}](#{chapter.anchor})" for chapter in chapters)
        case PageBreak():
            pass


def _title(heading: Heading) -> str:
    return f"{heading.number} {_line(plain(heading.inlines))}".strip()


def _table(table: Table) -> Iterator[str]:
    def row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    yield _flow((Strong(table.caption),))
    titles = row(_line(plain(column.title)) for column in table.columns)
    rules = row("---:" if column.kind == "number" else "---" for column in table.columns)
    rows = (row(_flow(cell.inlines).replace(_BREAK, "<br>") for cell in cells) for cells in table.rows)
    yield "\n".join([titles, rules, *rows])


def _hung(mark: str, text: str, indent: str = "") -> str:
    """The text behind a mark, its further lines indented to stay under it."""
    return mark + text.replace("\n", "\n" + (indent or " " * len(mark)))


def _flow(inlines: Inlines) -> str:
    """The inlines, with a break where the text has one."""
    return _AT_START.sub(_harmless, "".join(map(_inline, inlines)).strip())


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _escaped(inline.text).replace("\n", _BREAK)
        case Strong() | Missing():
            return _marked("**", inline.inlines)
        case Emphasis():
            return _marked("*", inline.inlines)
        case Link():
            return f"[{_flow(inline.inlines)}](#{inline.to})"


def _marked(mark: str, inlines: Inlines) -> str:
    # A mark counts only when it touches the words, so the spaces around them go outside it.
    text = "".join(map(_inline, inlines))
    words = text.strip()
    if not words:
        return text
    before, after = text.split(words, 1)
    return f"{before}{mark}{words}{mark}{after}"


def _line(text: str) -> str:
    """On one line, for places that are bold or a title already."""
    return _AT_START.sub(_harmless, " ".join(_escaped(text).split()))


def _escaped(text: str) -> str:
    return _ANYWHERE.sub(lambda found: "\\" + found[0], text)


def _harmless(start: re.Match[str]) -> str:
    # A number is itself no markup, but the mark behind it makes it one.
    space, mark = start.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"
