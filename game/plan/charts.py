"""Charts with their alternative texts: words made from the same figures that are drawn."""

from collections.abc import Sequence

from game.plan.document import BarChart, HeatMap, Inlines, Moment, Series, Text, Timeline, plain
from game.plan.material import Material

_TOLD = 8
"""Rows of a chart that its alternative text tells one by one."""


def bars(
    material: Material, name: str, caption: str, title: Inlines, labels: Sequence[Inlines], series: Sequence[Series]
) -> BarChart:
    """A bar chart; of many rows the text tells those with the longest bars."""
    _ = material.gettext
    rows = sorted(range(len(labels)), key=lambda row: -sum(one.values[row] for one in series))
    told = sorted(rows[:_TOLD])
    lines = [
        f"{plain(labels[row])}: " + ", ".join(_figure(one, row, len(series)) for one in series) for row in told
    ]
    text = _("Bar chart: {caption}.").format(caption=caption) + " " + ". ".join(lines) + "."
    if len(rows) > _TOLD:
        text += " " + _("The other rows have fewer.")
    return BarChart(name, (Text(caption),), Text(text), title, tuple(labels), tuple(series))


def _figure(series: Series, row: int, of: int) -> str:
    return f"{plain(series.name)} {series.values[row]}" if of > 1 else str(series.values[row])


def heat(
    material: Material,
    name: str,
    caption: str,
    title: Inlines,
    rows: Sequence[Inlines],
    columns: Sequence[Inlines],
    counts: Sequence[Sequence[int]],
) -> HeatMap:
    """A heat map; the text tells where there is most, and which rows and columns are empty."""
    _ = material.gettext
    filled = sorted(
        ((count, row, column) for row, line in enumerate(counts) for column, count in enumerate(line) if count),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    lines = [f"{plain(rows[row])}, {plain(columns[column])}: {count}" for count, row, column in filled[:_TOLD]]
    text = _("Heat map: {caption}.").format(caption=caption) + " " + ". ".join(lines) + "."
    empty = [plain(name) for at, name in enumerate(rows) if not any(counts[at])]
    empty += [plain(name) for at, name in enumerate(columns) if not any(line[at] for line in counts)]
    if empty:
        text += " " + _("Nothing in: {names}.").format(names=", ".join(empty))
    return HeatMap(
        name, (Text(caption),), Text(text), title, tuple(rows), tuple(columns), tuple(map(tuple, counts))
    )


def timeline(
    material: Material, name: str, caption: str, titles: tuple[Inlines, Inlines, Inlines], moments: Sequence[Moment]
) -> Timeline:
    """A timeline; the text tells its moments in their order."""
    _ = material.gettext
    lines = [f"{plain(one.when)}: {plain(one.what)}" for one in moments[:_TOLD]]
    text = _("Timeline: {caption}.").format(caption=caption) + " " + ". ".join(lines) + "."
    if len(moments) > _TOLD:
        text += " " + _("The rest comes later.")
    return Timeline(name, (Text(caption),), Text(text), titles, tuple(moments))
