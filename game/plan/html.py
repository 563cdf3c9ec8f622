"""The plan as a web page: one file that needs nothing else, runs nothing and asks nothing of any network.

Its looks are a style sheet, kept in `assets/templates/html`. The page allows itself that sheet and nothing more.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from game import where, words
from game.plan import html_charts
from game.plan.document import (
    BarChart,
    Block,
    Bullets,
    Cell,
    Chart,
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

_ENDLESS = 30
"""Characters of a word that may be broken anywhere, or it would push the rest of its table off the page."""

_FIT = 3
"""Columns of a table that find room on a telephone."""


def render(document: Document) -> bytes:
    """The document in UTF-8."""
    style = where.assets("templates", "html", "plan.css").read_text("utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = " ".join(document.title.text.split()) or document.kind.text
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="description" content="{escape(document.about.text)}">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
    )
    kind = f'<p class="kind">{_inlines((document.kind,))}</p>'
    body = ("<header>", kind, f"<h1>{_inlines((document.title,))}</h1>", "</header>", "<main>")
    blocks = _Body(document).lines()
    whole = (
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.lang)}">',
        *("<head>", *head, "</head>"),
        *("<body>", *body, *blocks, "</main>", "</body>"),
        "</html>",
    )
    return ("\n".join(whole) + "\n").encode()


class _Body:
    """Turns blocks into markup and gives each table and chart a name of its own on the page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._named = 0

    def lines(self) -> Iterator[str]:
        for block in self._document.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                yield f"<h{block.level + 1}{anchor}>{_title(block)}</h{block.level + 1}>"
            case Paragraph():
                role = "" if block.role == "body" else f' class="{block.role}"'
                yield f"<p{role}>{_inlines(block.inlines)}</p>"
            case Bullets():
                kind = "ol" if block.ordered else "ul"
                yield from _around(kind, (f"<li>{_inlines(item)}</li>" for item in block.items))
            case Definitions():
                yield from _around("dl", (_definition(item.term, item.answers) for item in block.items))
            case Table():
                yield from self._table(block)
            case BarChart() | HeatMap() | Timeline():
                yield from self._chart(block)
            case Note():
                paragraphs = ((Strong(block.title),), *block.paragraphs)
                lines = (f"<p>{_inlines(paragraph)}</p>" for paragraph in paragraphs)
                yield from _around("div", lines, f' class="note {block.kind}" role="note"')
            case Contents():
                chapters = (one for one in self._document.blocks if isinstance(one, Heading) and one.level == 1)
                links = (f'<li><a href="#{escape(one.anchor)}">{_title(one)}</a></li>' for one in chapters)
                title = f'<h2 id="contents">{_inlines(block.title)}</h2>'
                yield from _around("nav", (title, *_around("ul", links)), ' aria-labelledby="contents"')
            case PageBreak():
                yield '<div class="new-page"></div>'

    def _name(self) -> str:
        self._named += 1
        return f"table-{self._named}"

    def _table(self, table: Table) -> Iterator[str]:
        name = self._name()
        titles = (f'<th scope="col"{_class(column.kind)}>{_inlines(column.title)}</th>' for column in table.columns)
        head = ("<thead>", f"<tr>{''.join(titles)}</tr>", "</thead>")
        rows = (f"<tr>{''.join(_cells(table, cells))}</tr>" for cells in table.rows)
        lines = (f'<caption id="{name}">{_inlines(table.caption)}</caption>', *head, *_around("tbody", rows))
        made = _around("table", lines)
        yield from _wide(name, made) if len(table.columns) > _FIT else made

    def _chart(self, chart: Chart) -> Iterator[str]:
        """The chart drawn, and its figures as a table that is folded on the screen and open on paper."""
        name = self._name()
        summary = words.in_language(self._document.lang).gettext("The chart as a table")
        caption = f'<figcaption id="{name}">{_inlines(chart.caption)}</figcaption>'
        drawn = _wide(name, html_charts.drawn(chart, name))
        data = _around("details", (f"<summary>{escape(summary)}</summary>", *self._table(table_of(chart))))
        yield from _around("figure", (caption, *drawn, *data))


def _around(tag: str, lines: Iterable[str], attributes: str = "") -> tuple[str, ...]:
    return f"<{tag}{attributes}>", *lines, f"</{tag}>"


def _wide(name: str, lines: Iterable[str]) -> tuple[str, ...]:
    """What is moved sideways where the screen is narrow; for that the keyboard must be able to reach it."""
    return _around("div", lines, f' class="wide" role="group" aria-labelledby="{name}" tabindex="0"')


def _title(heading: Heading) -> str:
    number = f'<span class="number">{escape(heading.number)}</span> ' if heading.number else ""
    return number + _inlines(heading.inlines)


def _definition(term: Inlines, answers: Iterable[Inlines]) -> str:
    return f"<div><dt>{_inlines(term)}</dt>{''.join(f'<dd>{_inlines(answer)}</dd>' for answer in answers)}</div>"


def _cells(table: Table, cells: tuple[Cell, ...]) -> Iterator[str]:
    for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
        attributes = _class(column.kind, max(map(len, plain(cell.inlines).split()), default=0) > _ENDLESS)
        # A heading must not be empty; an empty first cell is an ordinary one.
        named = at == 0 and plain(cell.inlines).strip()
        opened, closed = (f'<th scope="row"{attributes}>', "</th>") if named else (f"<td{attributes}>", "</td>")
        yield opened + _inlines(cell.inlines) + closed


def _class(kind: str, endless: bool = False) -> str:
    names = [*(["figure"] if kind == "number" else []), *(["endless"] if endless else [])]
    return f' class="{" ".join(names)}"' if names else ""


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            text = escape(inline.text).replace("\n", "<br>")
            return f'<span lang="{escape(inline.lang)}">{text}</span>' if inline.lang else text
        case Strong():
            return f"<strong>{_inlines(inline.inlines)}</strong>"
        case Emphasis():
            return f"<em>{_inlines(inline.inlines)}</em>"
        case Missing():
            return f'<strong class="missing">{_inlines(inline.inlines)}</strong>'
        case Link():
            return f'<a href="#{escape(inline.to)}">{_inlines(inline.inlines)}</a>'
