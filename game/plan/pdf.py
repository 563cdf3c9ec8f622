"""The plan as a PDF that fits PDF/UA-1 and PDF/A-2a at once: tagged, titled, with bookmarks, its fonts inside.

The template in `assets/templates/pdf` says how everything looks. The document goes into it as data, never as markup.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

import typst

from game import where
from game.plan import colours
from game.plan.document import (
    BarChart,
    Block,
    Cell,
    Contents,
    Definitions,
    Document,
    Heading,
    HeatMap,
    Inlines,
    Table,
    Text,
    Timeline,
    lacks,
    plain,
    table_of,
)
from game.plan.json import tree
from game.plan.pdf_text import printable
from game.plan.widths import CELL_MARGINS, of_bars, widths

_NATIONS = {"fi": "FI", "sv": "FI", "en": "GB"}

_TERM_FITS = 26
"""Characters of a term that stand beside its answer; a longer term gets a line of its own."""

_FOOTER_FITS = 80
_SPLITS_FROM = 500
_FIGURE_BESIDE_BAR = 480

_LANGUAGE = re.compile("[a-z]{2,3}")
"""What names a language in a PDF; what somebody called anything else stays unmarked."""

_LONG = re.compile(r"([^\W\d_]{20,})")
"""A word that may need to be divided, since not every column has room for it."""


def render(document: Document) -> bytes:
    """The document as .pdf; the same document always gives the same bytes."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(where.assets("fonts"))]
    )
    template = where.assets("templates", "pdf", "plan.typ").read_bytes()
    made = typst.Compiler(font_paths=fonts).compile(
        template,
        format="pdf",
        sys_inputs={"plan": json.dumps(_fit(_data(document)))},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.combine(document.day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def _data(document: Document) -> dict[str, object]:
    """What the template is told: the document, and what has to be worked out for it."""
    return {
        "title": tree(*_named((document.title,))),
        "kind": tree(document.kind),
        "about": tree(document.about),
        "short": tree(Text(_short(document.title))),
        "lang": document.lang,
        "region": _NATIONS.get(document.lang),
        "date": document.day.timetuple()[:3],
        "anchors": [block.anchor for block in document.blocks if isinstance(block, Heading) and block.anchor],
        "blocks": [_block(block) for block in document.blocks],
    }


def _short(title: Text) -> str:
    """The beginning of a title that stands in full elsewhere, on one line."""
    line = " ".join(title.text.split())
    return line if len(line) <= _FOOTER_FITS else line[: _FOOTER_FITS - 1] + "…"


def _block(block: Block) -> object:
    match block:
        case Table():
            return _table("table", block, widths(block), [[_told(cell) for cell in cells] for cells in block.rows])
        case BarChart():
            return _bars(block)
        case HeatMap():
            return _heat(block)
        case Timeline():
            data = table_of(block)
            rows = [[_told(cell) for cell in cells] for cells in data.rows]
            return _table("timeline", data, widths(data), rows, block.alt)
        case Definitions():
            items = [
                {
                    "term": tree(item.term),
                    "answers": tree(item.answers),
                    "short": len(plain(item.term)) <= _TERM_FITS,
                }
                for item in block.items
            ]
            return {"type": "definitions", "items": items}
        case Heading():
            return tree(replace(block, inlines=_named(block.inlines)))
        case Contents():
            return tree(replace(block, title=_named(block.title)))
        case _:
            return tree(block)


def _named(title: Inlines) -> Inlines:
    """The title, or a dash: without a name a document, a bookmark or a picture is refused."""
    return title if plain(title).strip() else (Text("–"),)


def _bars(chart: BarChart) -> object:
    data = table_of(chart)
    columns = of_bars(len(chart.series))
    greatest = max([1, *(value for series in chart.series for value in series.values)])
    room = (columns[-1] - CELL_MARGINS - _FIGURE_BESIDE_BAR) / (columns[-1] - CELL_MARGINS)
    rows: list[list[object]] = []
    for at, (label, *_) in enumerate(data.rows):
        figures = ((series.values[at], f"#{colours.TONES[series.tone]}") for series in chart.series)
        bars = ({"value": value, "length": room * value / greatest, "fill": fill} for value, fill in figures)
        rows.append([_told(label), *bars])
    return _table("bars", data, columns, rows, chart.alt)


def _heat(chart: HeatMap) -> object:
    data = table_of(chart)
    greatest = max([1, *(count for counts in chart.counts for count in counts)])
    rows: list[list[object]] = []
    for (label, *_), counts in zip(data.rows, chart.counts, strict=True):
        looks = ((count, *colours.heat_of(count, greatest)) for count in counts)
        squares = ({"value": count, "fill": f"#{fill}", "ink": f"#{ink}"} for count, fill, ink in looks)
        rows.append([_told(label), *squares])
    return _table("heat", data, widths(data), rows, chart.alt)


def _table(
    kind: str, data: Table, columns: Sequence[int], rows: Sequence[Sequence[object]], alt: Text | None = None
) -> object:
    """A table, or a chart with its text in other words. A short row stays whole on its page."""
    made = [{"cells": row, "whole": _is_short(cells)} for row, cells in zip(rows, data.rows, strict=True)]
    titles = [tree(column.title) for column in data.columns]
    told = {"type": kind, "caption": tree(data.caption), "widths": columns, "titles": titles, "rows": made}
    # A header row that fills a page cannot come again on every page.
    told["repeats"] = sum(len(plain(column.title)) for column in data.columns) < _SPLITS_FROM
    return told if alt is None else {**told, "alt": tree(*_named((alt,)))}


def _told(cell: Cell) -> object:
    return {"inlines": tree(cell.inlines), "lacks": lacks(cell.inlines)}


def _is_short(cells: tuple[Cell, ...]) -> bool:
    texts = [plain(cell.inlines) for cell in cells]
    return sum(map(len, texts)) + 50 * sum(text.count("\n") for text in texts) < _SPLITS_FROM


def _fit(node: object) -> object:
    """The same data with every text in it made of characters that the fonts have, and its long words by themselves."""
    match node:
        case {"text": str() as text, **others}:
            fitting = printable(text)
            told = {name: part for name, part in others.items() if name != "lang" or _LANGUAGE.fullmatch(str(part))}
            return {"text": fitting, "pieces": _LONG.split(fitting), **told}
        case dict():
            return {name: _fit(part) for name, part in node.items()}
        case list() | tuple():
            return [_fit(part) for part in node]
        case _:
            return node

