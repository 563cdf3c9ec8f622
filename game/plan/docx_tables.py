"""Tables and charts in Word. A chart is a table too, with bars and colours in its cells.

So it can be edited, restyled and read aloud cell by cell, and its figures stand in it.
"""

from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.text.parfmt import ParagraphFormat

from game.plan import colours
from game.plan.document import BarChart, Cell, HeatMap, Table, Timeline, lacks, plain, table_of
from game.plan.docx_text import element, paragraph, run, runs
from game.plan.widths import CELL_MARGINS, PAGE, of_bars
from game.plan.widths import widths as widths_of

_FIGURE_BESIDE_BAR = 480
_SPLITS_FROM = 500
_STAYS_WHOLE_UNDER = 13


def table(block: Table) -> list[Element]:
    """The caption and the table, with a header row that comes again on every page."""
    widths = widths_of(block)
    rows = [[_box(width, cell) for width, cell in zip(widths, cells, strict=True)] for cells in block.rows]
    return _framed(block, widths, rows)


def bars(chart: BarChart) -> list[Element]:
    """A bar for each figure, in proportion to the greatest of them, and the figure behind it."""
    data = table_of(chart)
    widths = of_bars(len(chart.series))
    each = widths[-1]
    greatest = max([1, *(value for series in chart.series for value in series.values)])
    room = each - CELL_MARGINS - _FIGURE_BESIDE_BAR
    rows = []
    for at, cells in enumerate(data.rows):
        row = [_box(widths[0], cells[0])]
        for series in chart.series:
            value = series.values[at]
            row.append(_box(each, _bar(value, room * value // greatest, colours.TONES[series.tone])))
        rows.append(row)
    return _framed(data, widths, rows, chart.alt.text)


def _bar(value: int, length: int, colour: str) -> Element:
    # The bar is a shaded tab: exactly as long as it should be, and nothing for a screen reader to stumble over.
    if not value:
        return paragraph("TableText", [run("0")])
    shade = element("rPr", element("sz", val=18), element("shd", val="clear", color="auto", fill=colour))
    stop = element("tabs", element("tab", val="left", pos=max(length, 40)))
    return paragraph("TableText", [element("r", shade, element("tab")), run(f" {value}")], stop)


def heat(chart: HeatMap) -> list[Element]:
    """The higher the figure in a cell, the deeper its colour."""
    data = table_of(chart)
    widths = widths_of(data)
    greatest = max([1, *(count for row in chart.counts for count in row)])
    rows = []
    for cells, counts in zip(data.rows, chart.counts, strict=True):
        row = [_box(widths[0], cells[0])]
        for width, count in zip(widths[1:], counts, strict=True):
            fill, colour = colours.heat_of(count, greatest)
            number = run(str(count), element("b") if count else None, element("color", val=colour))
            row.append(_box(width, paragraph("TableText", [number], element("jc", val="center")), fill))
        rows.append(row)
    return _framed(data, widths, rows, chart.alt.text)


def timeline(chart: Timeline) -> list[Element]:
    """What comes when, down along a line."""
    data = table_of(chart)
    widths = widths_of(data)
    rows = [[_box(widths[0], when, line=True), *map(_box, widths[1:], others)] for when, *others in data.rows]
    return _framed(data, widths, rows, chart.alt.text)


def _framed(
    block: Table, widths: Sequence[int], rows: Sequence[Sequence[Element]], alt: str | None = None
) -> list[Element]:
    """The caption paragraph and the table around the rows; `alt` tells what a chart shows."""
    titles = [
        _box(width, paragraph("TableText", runs(column.title)))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    header = element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *titles)
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="PlanTable"),
            element("tblW", w=PAGE, type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            element("tblCaption", val=plain(block.caption)),
            element("tblDescription", val=alt) if alt is not None else None,
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        header,
    )
    for cells, row in zip(block.rows, rows, strict=True):
        # A short row stays whole on its page; a long one must be let over, or its end would be cut off.
        whole = element("trPr", element("cantSplit")) if _is_short(cells) else None
        made.append(element("tr", whole, *row))
    if alt is not None and len(rows) < _STAYS_WHOLE_UNDER:
        for row in made.findall(qn("w:tr"))[:-1]:
            for line in row.iter(qn("w:p")):
                ParagraphFormat(line).keep_with_next = True
    return [paragraph("Caption", runs(block.caption)), made]


def _box(width: int, content: Cell | Element, fill: str = "", line: bool = False) -> Element:
    """A table cell: a cell of the document in paragraphs of its own, or a paragraph that is ready."""
    if isinstance(content, Cell):
        fill = colours.GAP if lacks(content.inlines) else fill
        content = paragraph("TableText", runs(content.inlines))
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("tcBorders", _line()) if line else None,
            element("shd", val="clear", color="auto", fill=fill) if fill else None,
        ),
        content,
    )


def _is_short(cells: tuple[Cell, ...]) -> bool:
    texts = [plain(cell.inlines) for cell in cells]
    return sum(map(len, texts)) + 50 * sum(text.count("\n") for text in texts) < _SPLITS_FROM


def _line() -> Element:
    return element("right", val="single", sz=24, space=0, color=colours.TONES["plain"])
