"""Tables and charts in OpenDocument. A chart is a table too, with bars and colours in its cells.

So it can be edited, restyled and read aloud cell by cell, and its figures stand in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from game.plan import colours
from game.plan.document import BarChart, Cell, HeatMap, Table, Timeline, lacks, plain, table_of
from game.plan.odt_text import content, element, paragraph
from game.plan.widths import CELL_MARGINS, of_bars, widths

_FIGURE_BESIDE_BAR = 480
_STAYS_WHOLE_UNDER = 13
_SPLITS_FROM = 500
_TWIPS = 1440 / 2.54
"""Twentieths of a point to the centimetre."""


class Tables:
    """Makes tables, and keeps the styles that they turned out to need: each cell carries its own look."""

    def __init__(self) -> None:
        self._styles: dict[str, str] = {}
        self._made = 0

    def styles(self) -> str:
        """The styles that the tables made so far wear."""
        return "".join(self._styles.values())

    def table(self, block: Table) -> Iterator[str]:
        """The caption and the table, with a header row that comes again on every page."""
        rows = ([_box(cell, at == 0) for at, cell in enumerate(cells)] for cells in block.rows)
        return self._framed(block, widths(block), rows)

    def bars(self, chart: BarChart) -> Iterator[str]:
        """A bar for each figure, in proportion to the greatest of them, and the figure behind it."""
        columns = of_bars(len(chart.series))
        greatest = max([1, *(value for series in chart.series for value in series.values)])
        room = columns[-1] - CELL_MARGINS - _FIGURE_BESIDE_BAR
        data = table_of(chart)
        rows = []
        for at, cells in enumerate(data.rows):
            figures = ((series.values[at], colours.TONES[series.tone]) for series in chart.series)
            bars = (self._bar(value, room * value // greatest, colour) for value, colour in figures)
            rows.append([_box(cells[0], True), *(_cell(bar) for bar in bars)])
        return self._framed(data, columns, rows, chart.alt.text)

    def _bar(self, value: int, length: int, colour: str) -> str:
        # The bar is a shaded tab: exactly as long as it should be, and nothing for a screen reader to stumble over.
        if not value:
            return paragraph("Table_20_Contents", "0")
        stop = element("style:tab-stop", style_position=f"{max(length, 40) / _TWIPS:.3f}cm")
        reach = element("style:paragraph-properties", element("style:tab-stops", stop))
        style = self._style("paragraph", f"bar-{length}", reach, "Table_20_Contents")
        shade = self._style("text", f"bar-{colour}", element("style:text-properties", fo_background_color=f"#{colour}"))
        return paragraph(style, element("text:span", "<text:tab/>", text_style_name=shade) + f"<text:s/>{value}")

    def heat(self, chart: HeatMap) -> Iterator[str]:
        """The higher the figure in a cell, the deeper its colour."""
        data = table_of(chart)
        greatest = max([1, *(count for row in chart.counts for count in row)])
        rows = []
        for cells, counts in zip(data.rows, chart.counts, strict=True):
            row = [_box(cells[0], True)]
            for count in counts:
                fill, colour = colours.heat_of(count, greatest)
                look = element(
                    "style:table-cell-properties",
                    fo_padding="0.06cm",
                    fo_border="none",
                    fo_border_bottom="0.5pt solid #c9c0ae",
                    fo_background_color=f"#{fill}",
                )
                weight = "bold" if count else "normal"
                ink = element("style:text-properties", fo_color=f"#{colour}", fo_font_weight=weight)
                on = self._style("text", f"on-{fill}-{weight}", ink)
                number = element("text:span", str(count), text_style_name=on)
                row.append(_cell(paragraph("Table_20_Count", number), self._style("table-cell", f"heat-{fill}", look)))
            rows.append(row)
        return self._framed(data, widths(data), rows, chart.alt.text)

    def timeline(self, chart: Timeline) -> Iterator[str]:
        """What comes when, down along a line."""
        data = table_of(chart)
        rows = ([_box(when, True, "line"), *map(_box, others)] for when, *others in data.rows)
        return self._framed(data, widths(data), rows, chart.alt.text)

    def _framed(
        self, block: Table, columns: Sequence[int], rows: Iterable[Iterable[str]], alt: str | None = None
    ) -> Iterator[str]:
        """The caption paragraph and the table around the rows; `alt` tells what a chart shows."""
        self._made += 1
        yield paragraph("Caption", content(block.caption))
        titles = (_cell(paragraph("Table_20_Heading", content(column.title)), "head") for column in block.columns)
        head = element("table:table-header-rows", element("table:table-row", titles, table_style_name="whole"))
        whole = alt is not None and len(block.rows) < _STAYS_WHOLE_UNDER
        title = element("table:title", escape(plain(block.caption)))
        told = () if alt is None else (title, element("table:desc", escape(alt)))
        yield element(
            "table:table",
            (
                *told,
                *(element("table:table-column", table_style_name=self._column(width)) for width in columns),
                head,
                *(_row(cells, row) for cells, row in zip(block.rows, rows, strict=True)),
            ),
            table_name=f"table-{self._made}",
            table_style_name="chart" if whole else "table",
        )

    def _column(self, width: int) -> str:
        look = {"style_column_width": f"{width / _TWIPS:.3f}cm", "style_rel_column_width": f"{width}*"}
        return self._style("table-column", f"wide-{width}", element("style:table-column-properties", **look))

    def _style(self, family: str, name: str, properties: str, parent: str = "") -> str:
        above = {"style_parent_style_name": parent} if parent else {}
        self._styles[name] = element("style:style", properties, style_name=name, style_family=family, **above)
        return name


def _row(cells: tuple[Cell, ...], boxes: Iterable[str]) -> str:
    """A short row stays whole on its page; a long one must be let over, or its end would be cut off."""
    texts = [plain(cell.inlines) for cell in cells]
    short = sum(map(len, texts)) + 50 * sum(text.count("\n") for text in texts) < _SPLITS_FROM
    return element("table:table-row", boxes, **({"table_style_name": "whole"} if short else {}))


def _box(cell: Cell, names: bool = False, style: str = "cell") -> str:
    """A cell of the document; the one that names its row stands out."""
    inside = paragraph("Table_20_Heading" if names else "Table_20_Contents", content(cell.inlines))
    return _cell(inside, "gap" if lacks(cell.inlines) else style)


def _cell(inside: str, style: str = "cell") -> str:
    return element("table:table-cell", inside, table_style_name=style, office_value_type="string")
