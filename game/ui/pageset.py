"""The plan set on pages for the screen: its blocks laid out one under the other, much as the exported page has them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.plan.document import (
    BarChart,
    Block,
    Bullets,
    Contents,
    Definitions,
    Document,
    Heading,
    HeatMap,
    Inlines,
    Note,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Timeline,
    lacks,
    plain,
    table_of,
)
from game.ui.glyphs import width
from game.ui.look import Look
from game.ui.pagetext import Hand, Line, lines

WIDTH, HEIGHT = 624.0, 872.0
_LEFT, _TOP, _BOTTOM = 56.0, 52.0, 72.0
_ROOM = WIDTH - 2 * _LEFT
_END = HEIGHT - _BOTTOM

_KIND = Hand(19, 26, 500, "ink_muted")
_TITLE = Hand(34, 42, 700, "primary")
_LEAD = Hand(21, 28, 600)
_BODY = Hand(18, 24)
_STRONG = Hand(18, 24, 600)
_SMALL = Hand(16, 22, 400, "ink_muted")
_HEADINGS = (Hand(25, 32, 700, "primary"), Hand(22, 28, 700, "primary"), Hand(19, 26, 700), Hand(18, 24, 600))
_GAP = Hand(18, 24, 600, "warning")
_CELL = Hand(16, 21)
_CELL_STRONG = Hand(16, 21, 600)
_TERMS = 168.0
_TERM_LEAST = 60.0
"""A definition's answer is not begun so near the foot of a page."""
_TERM_LINES, _HEADING_LINES = 8, 6
"""A longer term stands over its answer; a longer heading is set as any text, over pages if need be."""


class Written(NamedTuple):
    """A line of text at its upper left corner. Places are on the page, in logical pixels of a page as wide as WIDTH."""

    x: float
    y: float
    line: Line


class Shape(NamedTuple):
    """A rule, a bar or a box: filled, or (dashed) only its edge on a soft fill."""

    x: float
    y: float
    w: float
    h: float
    role: str
    kind: str = "fill"


@dataclass
class Page:
    """What stands on one page."""

    written: list[Written] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


class Book(NamedTuple):
    """All the pages, and on which of them (from 0) each heading with an anchor stands."""

    pages: list[Page]
    anchors: dict[str, int]


def book(look: Look, document: Document) -> Book:
    """The whole document on pages."""
    setter = _Setter(look, document.lang)
    setter.text((document.kind,), _KIND, after=4)
    setter.text((document.title,), _TITLE, after=10)
    setter.shape(Shape(0, 0, 96, 4, "primary"), after=26)
    for block in document.blocks:
        setter.block(block, document.blocks)
    setter.room(0)
    setter.number_contents()
    return Book(setter.pages, setter.anchors)


class _Setter:
    """Puts one thing after the other; `y` is where the next one begins on the last of `pages`."""

    def __init__(self, look: Look, lang: str) -> None:
        self.look, self.lang = look, lang
        self.pages = [Page()]
        self.y = _TOP
        self.anchors: dict[str, int] = {}
        self._waiting: list[tuple[list[Line], Hand, str]] = []
        self._listed: list[tuple[Page, float, str]] = []

    # Places

    def room(self, height: float) -> None:
        """There is so much room on the page, if need be on a new one; headings that wait come before it."""
        waiting, self._waiting = self._waiting, []
        above = sum(14 + len(set_lines) * hand.line + 8 for set_lines, hand, _anchor in waiting)
        if self.y + above + height > _END and self.y > _TOP:
            self.pages.append(Page())
            self.y = _TOP
        for set_lines, hand, anchor in waiting:
            if self.y > _TOP:
                self.y += 14 if hand.size > 20 else 6
            if anchor:
                self.anchors[anchor] = len(self.pages) - 1
            self.put(set_lines, hand)
            self.y += len(set_lines) * hand.line + 8

    def put(self, set_lines: Sequence[Line], hand: Hand, x: float = _LEFT, y: float | None = None) -> None:
        """Lines one under the other from `y`, without breaking them over pages."""
        top = self.y if y is None else y
        for number, line in enumerate(set_lines):
            self.pages[-1].written.append(Written(x, top + number * hand.line, line))

    def set(self, inlines: Inlines, hand: Hand, room: float = _ROOM) -> list[Line]:
        return lines(self.look, inlines, hand, room, self.lang)

    def text(self, inlines: Inlines, hand: Hand, *, x: float = _LEFT, room: float = _ROOM, after: float = 12) -> None:
        """A text that may go over to the next page between any two lines but not after the first."""
        set_lines = self.set(inlines, hand, room)
        if len(set_lines) > 1:
            self.room(2 * hand.line)
        for line in set_lines:
            self.room(hand.line)
            self.put([line], hand, x)
            self.y += hand.line
        self.y += after

    def shape(self, shape: Shape, after: float) -> None:
        """A shape at the left edge, at the height where the text has come to."""
        self.room(shape.h)
        self.pages[-1].shapes.append(shape._replace(x=_LEFT + shape.x, y=self.y + shape.y))
        self.y += shape.h + after

    # Blocks

    def block(self, block: Block, blocks: tuple[Block, ...]) -> None:
        """One block of the document; `blocks` are all of them."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(role=role):
                self.text(block.inlines, {"lead": _LEAD, "small": _SMALL}.get(role, _BODY), after=12)
            case Bullets():
                self._bullets(block)
            case Definitions():
                self._definitions(block)
            case Table():
                self._table(block)
            case BarChart():
                self._bars(block)
            case HeatMap():
                self._heat(block)
            case Timeline():
                self._table(table_of(block))
            case Note():
                self._note(block)
            case Contents():
                self._contents(block, blocks)
            case PageBreak():
                self.room(HEIGHT)

    def _heading(self, heading: Heading) -> None:
        """A heading waits for what it heads, so that it never stands alone at the foot of a page."""
        hand = _HEADINGS[heading.level - 1]
        number: Inlines = (Text(heading.number + "\u00a0 "),) if heading.number else ()
        if len(self.set((*number, *heading.inlines), hand)) > _HEADING_LINES:
            self.anchors[heading.anchor] = len(self.pages) - 1
            self.text((*number, *heading.inlines), hand)
            return
        self._waiting.append((self.set((*number, *heading.inlines), hand), hand, heading.anchor))

    def _bullets(self, bullets: Bullets) -> None:
        for number, item in enumerate(bullets.items, 1):
            mark = f"{number}." if bullets.ordered else "•"
            self.room(_BODY.line)
            page, y = self.pages[-1], self.y
            self.text(item, _BODY, x=_LEFT + 26, room=_ROOM - 26, after=6)
            page.written.append(Written(_LEFT, y, self.set((Text(mark),), _BODY, 26)[0]))
        self.y += 8

    def _definitions(self, block: Definitions) -> None:
        for item in block.items:
            term = self.set(item.term, _STRONG, _TERMS - 14)
            if len(term) > _TERM_LINES:
                self.text(item.term, _STRONG, after=4)
                term = []
            answers = [self.set(answer, _BODY, _ROOM - _TERMS) for answer in item.answers]
            high = max(len(term) * _STRONG.line, sum(len(answer) * _BODY.line for answer in answers))
            self.room(min(high, _TERM_LEAST if high > 200 else high))
            page, top = self.pages[-1], self.y
            self.put(term, _STRONG)
            for answer in answers:
                for line in answer:
                    self.room(_BODY.line)
                    self.put([line], _BODY, _LEFT + _TERMS)
                    self.y += _BODY.line
                self.y += 2
            if self.pages[-1] is page:
                self.y = max(self.y, top + len(term) * _STRONG.line)
            self.y += 8
        self.y += 6

    def _note(self, note: Note) -> None:
        hand = _GAP if note.kind == "gap" else _STRONG
        inside = _ROOM - 32
        title = self.set(note.title, hand, inside)
        texts = [self.set(paragraph, _BODY, inside) for paragraph in note.paragraphs]
        high = 24 + len(title) * hand.line + sum(len(text) * _BODY.line + 4 for text in texts)
        if high > _END - _TOP:  # no box is as high as that: only the words
            self.text(note.title, hand)
            for paragraph in note.paragraphs:
                self.text(paragraph, _BODY)
            return
        self.room(high)
        edge, kind = ("warning", "dashed") if note.kind == "gap" else ("line", "edge")
        self.pages[-1].shapes.append(Shape(_LEFT, self.y, _ROOM, high, edge, kind))
        y = self.y + 12
        self.put(title, hand, _LEFT + 16, y)
        y += len(title) * hand.line + 4
        for text in texts:
            self.put(text, _BODY, _LEFT + 16, y)
            y += len(text) * _BODY.line + 4
        self.y += high + 14

    def _contents(self, block: Contents, blocks: tuple[Block, ...]) -> None:
        self._heading(Heading(2, block.title))
        for heading in blocks:
            if isinstance(heading, Heading) and heading.level == 1:
                number: Inlines = (Text(heading.number + "\u00a0 "),) if heading.number else ()
                set_lines = self.set((*number, *heading.inlines), _BODY, _ROOM - 60)
                self.room(len(set_lines) * _BODY.line)
                self.put(set_lines, _BODY)
                self._listed.append((self.pages[-1], self.y + (len(set_lines) - 1) * _BODY.line, heading.anchor))
                self.y += len(set_lines) * _BODY.line + 4
        self.y += 8

    def number_contents(self) -> None:
        """Put the page numbers into the list of chapters, now that they are known."""
        for page, y, anchor in self._listed:
            line = self.set((Text(str(self.anchors[anchor] + 1)),), _BODY, 60)[0]
            page.written.append(Written(_LEFT + _ROOM - line.width, y, line))

    # Tables and charts

    def _caption(self, inlines: Inlines, needs: float) -> None:
        set_lines = self.set(inlines, _CELL_STRONG) if inlines else []
        high = len(set_lines) * _CELL_STRONG.line + 8 if set_lines else 0.0
        self.room(high + needs)
        self.put(set_lines, _CELL_STRONG)
        self.y += high

    def _table(self, table: Table) -> None:
        widths = self._widths(table)
        titles = [(column.title, _CELL_STRONG) for column in table.columns]
        numbers = [column.kind == "number" for column in table.columns]
        rows = [
            [(cell.inlines, _CELL_STRONG if at == 0 and len(row) > 1 else _CELL) for at, cell in enumerate(row)]
            for row in table.rows
        ]
        head = self._row_height(titles, widths)
        first = self._row_height(rows[0], widths) if rows else 0.0
        self._caption(table.caption, head + first)
        self._row(titles, widths, numbers)
        for cells in rows:
            before = self.pages[-1]
            self.room(self._row_height(cells, widths))
            if self.pages[-1] is not before:
                self._row(titles, widths, numbers)
            self._row(cells, widths, numbers)
        self.y += 16

    def _widths(self, table: Table) -> list[float]:
        """The columns by their shares, but none so narrow that its longest word would be broken, if that can be."""
        least = []
        for at, column in enumerate(table.columns):
            hand = _CELL_STRONG if at == 0 else _CELL
            words = {word for row in table.rows[:60] for word in plain(row[at].inlines).split()}
            style, head = hand.style(self.look), _CELL_STRONG.style(self.look)
            longest = max((width(self.look, word, style) for word in words), default=0.0)
            title = max((width(self.look, word, head) for word in plain(column.title).split()), default=0.0)
            least.append(min(max(longest, title) + 14, _ROOM * 0.34))
        return _shared([column.width for column in table.columns], least, _ROOM)

    def _row_height(self, cells: Sequence[tuple[Inlines, Hand]], widths: Sequence[float]) -> float:
        pairs = zip(cells, widths, strict=True)
        return 13 + max(len(self.set(inlines, hand, wide - 12)) * hand.line for (inlines, hand), wide in pairs)

    def _row(
        self, cells: Sequence[tuple[Inlines, Hand]], widths: Sequence[float], numbers: Sequence[bool]
    ) -> None:
        """A row and the line under it. What is higher than a page goes on over its foot."""
        left = [self.set(inlines, hand, wide - 12) for (inlines, hand), wide in zip(cells, widths, strict=True)]
        tall = max(hand.line for _inlines, hand in cells)
        while True:
            fits = max(1, int((_END - self.y - 13) / tall))
            x = _LEFT
            for at, ((inlines, hand), wide) in enumerate(zip(cells, widths, strict=True)):
                for place, one in enumerate(left[at][:fits]):
                    inset = wide - 12 - one.width if numbers[at] else 0.0
                    self.put([one], hand, x + inset, self.y + 6 + place * hand.line)
                if lacks(inlines) and 0 < len(left[at]) <= fits:
                    foot = self.y + 6 + len(left[at]) * hand.line
                    under = max(one.width for one in left[at])
                    self.pages[-1].shapes.append(Shape(x, foot - 1, under, 2, "warning", "dashes"))
                x += wide
            self.y += 13 + tall * min(fits, max(len(set_lines) for set_lines in left))
            self.pages[-1].shapes.append(Shape(_LEFT, self.y - 1, _ROOM, 1, "line"))
            left = [set_lines[fits:] for set_lines in left]
            if not any(left):
                return
            self.pages.append(Page())
            self.y = _TOP

    def _bars(self, chart: BarChart) -> None:
        """A bar for each figure, its label at the left and its number behind it."""
        self._caption(chart.caption, 3 * _CELL.line)
        longest = max((value for one in chart.series for value in one.values), default=0)
        names, most = 190.0, _ROOM - 190.0 - 40.0
        if len(chart.series) > 1:
            self._legend(chart)
        for at, label in enumerate(chart.labels):
            set_lines = self.set(label, _CELL, names - 14)
            high = max(len(set_lines) * _CELL.line, 22.0 * len(chart.series)) + 8
            self.room(high)
            self.put(set_lines, _CELL, y=self.y + (high - 8 - len(set_lines) * _CELL.line) / 2)
            for number, one in enumerate(chart.series):
                y = self.y + (high - 8 - 22.0 * len(chart.series)) / 2 + number * 22
                wide = most * one.values[at] / longest if longest else 0.0
                if wide:
                    self.pages[-1].shapes.append(Shape(_LEFT + names, y + 3, wide, 16, _TONES[one.tone]))
                figure = self.set((Text(str(one.values[at])),), _CELL_STRONG, 40)
                self.put(figure, _CELL_STRONG, _LEFT + names + wide + 8, y)
            self.y += high
        self.y += 14

    def _legend(self, chart: BarChart) -> None:
        x = _LEFT
        self.room(_CELL.line)
        for one in chart.series:
            name = self.set(one.name, _CELL, _ROOM - 24)[0]
            if x > _LEFT and x + 24 + name.width > _LEFT + _ROOM:
                x, self.y = _LEFT, self.y + _CELL.line
            self.pages[-1].shapes.append(Shape(x, self.y + 4, 16, 16, _TONES[one.tone]))
            self.put([name], _CELL, x + 24)
            x += 24 + name.width + 24
        self.y += _CELL.line + 8

    def _heat(self, chart: HeatMap) -> None:
        """A table whose cells are the deeper, the more there is in them."""
        self._caption(chart.caption, 3 * _CELL.line)
        most = max((count for row in chart.counts for count in row), default=0)
        names = 150.0
        wide = (_ROOM - names) / max(len(chart.columns), 1)
        titles = [self.set(title, _SMALL, wide - 6) for title in chart.columns]
        high = max((len(title) for title in titles), default=0) * _SMALL.line
        self.room(high + 40)
        for at, title in enumerate(titles):
            self.put(title, _SMALL, _LEFT + names + at * wide + 3)
        self.y += high + 4
        for label, counts in zip(chart.rows, chart.counts, strict=True):
            set_lines = self.set(label, _CELL, names - 10)
            tall = max(len(set_lines) * _CELL.line, 30.0) + 2
            self.room(tall)
            self.put(set_lines, _CELL, y=self.y + (tall - len(set_lines) * _CELL.line) / 2)
            for at, count in enumerate(counts):
                depth = round(4 * count / most) if most else 0
                x = _LEFT + names + at * wide
                self.pages[-1].shapes.append(Shape(x + 1, self.y + 1, wide - 2, tall - 2, f"depth-{depth}"))
                hand = Hand(16, 21, 600, "paper" if depth >= 3 else "paper_ink")
                figure = self.set((Text(str(count)),), hand, wide)[0]
                self.put([figure], hand, x + (wide - figure.width) / 2, self.y + (tall - hand.line) / 2)
            self.y += tall
        self.y += 16


_TONES = {
    "plain": "primary", "works": "works", "needs-work": "needs_work", "support": "works", "live-with": "live_with",
    "no": "needs_work", "unsure": "unsure",
}  # fmt: skip


def _shared(shares: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """The room by shares; what is under its least width takes from those that have more than theirs."""
    whole = sum(shares)
    wanted = [max(low, room * share / whole) for share, low in zip(shares, least, strict=True)]
    over = sum(wanted) - room
    spare = [wide - low for wide, low in zip(wanted, least, strict=True)]
    if over > sum(spare):
        return [room * wide / sum(wanted) for wide in wanted]
    return [wide - over * more / sum(spare) if over > 0 else wide for wide, more in zip(wanted, spare, strict=True)]
