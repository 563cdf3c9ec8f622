"""A plan as a document: a frozen tree of blocks and inlines that knows no file format.

Text is only ever text here. There is no markup in it, and whatever people typed is cleaned on the way in, so a
renderer has nothing to guard against but the meaning its own format gives to ordinary characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from game.plan.clean import clean


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to show as they are. "\\n" is a line break; `lang` is set where it is not the document's."""

    text: str
    lang: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Strong:
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Missing:
    """Words in the place of an answer that is not there yet; every format makes them stand out."""

    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Leads to the heading whose anchor is `to`."""

    inlines: "Inlines"
    to: str


Inline: TypeAlias = Text | Strong | Emphasis | Missing | Link
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 to 4, never skipping one downwards; `number` such as "2.1" is given by `numbered`."""

    level: int
    inlines: Inlines
    anchor: str = ""
    number: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`lead` opens the document or a section, `small` is for remarks about the document itself."""

    inlines: Inlines
    role: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Inlines, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    term: Inlines
    answers: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is the column's share of the table, in any unit that its neighbours use too.

    `options` are what an empty cell of it offers to be filled with, in formats that are filled in.
    """

    title: Inlines
    width: int = 1
    kind: Literal["text", "number", "date"] = "text"
    options: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees, and the figure or day behind it for formats that can count."""

    inlines: Inlines
    value: int | date | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The first row of every page is `columns`; the first cell of a row names what the row is about."""

    name: str
    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Tone: TypeAlias = Literal["plain", "works", "needs-work", "support", "live-with", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Series:
    name: Inlines
    values: tuple[int, ...]
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class BarChart:
    """A row of bars for each label, a bar in it for each series. `alt` tells in words what the bars show."""

    name: str
    caption: Inlines
    alt: Text
    label_title: Inlines
    labels: tuple[Inlines, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`counts[row][column]`: the more, the deeper. `alt` tells in words where there is most and where none."""

    name: str
    caption: Inlines
    alt: Text
    label_title: Inlines
    rows: tuple[Inlines, ...]
    columns: tuple[Inlines, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something at a time: `when` as it is shown, `day` when it is a day of the calendar."""

    when: Inlines
    what: Inlines
    who: Inlines
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in the order they come."""

    name: str
    caption: Inlines
    alt: Text
    titles: tuple[Inlines, Inlines, Inlines]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A box that stands out: a `gap` names what is missing, a `remark` says how to read what follows."""

    kind: Literal["gap", "remark"]
    title: Inlines
    paragraphs: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the list of level 1 headings."""

    title: Inlines


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Chart: TypeAlias = BarChart | HeatMap | Timeline
Block: TypeAlias = Heading | Paragraph | Bullets | Definitions | Table | Chart | Note | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """`kind` says what sort of paper it is ("Participation plan, draft 12 November 2026"); `day` is its date.

    `sheets` are the records behind the chapters, for formats that sort and count rather than tell.
    """

    title: Text
    kind: Text
    about: Text
    lang: str
    day: date
    blocks: tuple[Block, ...]
    sheets: tuple[Table, ...] = ()


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with a number on every counted heading of the levels 1 and 2."""
    first = second = 0
    within = False
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            within, second = block.counted, 0
            if block.counted:
                first += 1
                block = replace(block, number=str(first))
        elif isinstance(block, Heading) and block.level == 2 and block.counted and within:
            second += 1
            block = replace(block, number=f"{first}.{second}")
        done.append(block)
    return tuple(done)


def plain(inlines: Inlines) -> str:
    """Only the characters."""
    return "".join(one.text for one in texts(inlines))


def texts(inlines: Inlines) -> Iterator[Text]:
    """The text nodes in reading order."""
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline
        else:
            yield from texts(inline.inlines)


def lacks(inlines: Inlines) -> bool:
    """Whether something in it is missing."""
    return any(
        isinstance(inline, Missing) or (not isinstance(inline, Text) and lacks(inline.inlines))
        for inline in inlines
    )


def table_of(chart: Chart) -> Table:
    """A chart's data as a table."""
    match chart:
        case BarChart():
            columns = [Column(chart.label_title, 3)]
            columns += [Column(series.name, 1, "number") for series in chart.series]
            rows = [
                (Cell(label), *(_count(series.values[at]) for series in chart.series))
                for at, label in enumerate(chart.labels)
            ]
        case HeatMap():
            columns = [Column(chart.label_title, 2), *(Column(name, 1, "number") for name in chart.columns)]
            rows = [
                (Cell(label), *map(_count, counts))
                for label, counts in zip(chart.rows, chart.counts, strict=True)
            ]
        case Timeline():
            when, what, who = chart.titles
            columns = [Column(when, 2, "date"), Column(what, 5), Column(who, 2)]
            rows = [(Cell(one.when, one.day), Cell(one.what), Cell(one.who)) for one in chart.moments]
    return Table(chart.name, chart.caption, tuple(columns), tuple(rows))


def _count(count: int) -> Cell:
    return Cell((Text(str(count)),), count)
