"""Charts as drawings (SVG) inside a web page. Sizes are in units of the drawing, about a pixel each."""

from collections.abc import Iterator, Sequence
from html import escape

from game.plan import colours
from game.plan.document import BarChart, Chart, HeatMap, Inlines, Timeline, plain

_WIDTH = 760
_LINE = 18
"""From one line of text to the next."""

_CHARACTER = 8.8
"""Room for a character of text, a little more than one takes in most fonts: nobody knows which the reader has."""

_MOST_LINES = 4
_EDGE = 6


def drawn(chart: Chart, name: str) -> Iterator[str]:
    """The lines of the drawing: its title, what it shows in words, and its shapes. `name` makes its ids unique."""
    match chart:
        case BarChart():
            shapes, height = _bars(chart)
        case HeatMap():
            shapes, height = _heat(chart)
        case Timeline():
            shapes, height = _timeline(chart)
    labels = f"{name}-title {name}-alt"
    yield f'<svg role="img" aria-labelledby="{labels}" viewBox="0 0 {_WIDTH} {height}">'
    yield f'<title id="{name}-title">{escape(plain(chart.caption))}</title>'
    yield f'<desc id="{name}-alt">{escape(chart.alt.text)}</desc>'
    yield from shapes
    yield "</svg>"


def _bars(chart: BarChart) -> tuple[list[str], int]:
    """A column for each series, in it a bar for each label, all of one scale, with the figure behind each bar."""
    each = _WIDTH * 2 // (3 + 2 * len(chart.series))
    first = _WIDTH - each * len(chart.series)
    lefts = [first + each * at for at in range(len(chart.series))]
    greatest = max([1, *(value for series in chart.series for value in series.values)])
    titles = [_wrapped(chart.label_title, first - 12), *(_wrapped(one.name, each - 12) for one in chart.series)]
    shapes, y = _heads([0, *lefts], titles)
    for at, label in enumerate(chart.labels):
        lines = _wrapped(label, first - 12)
        shapes += _text(0, y + _EDGE, lines, "strong")
        for left, series in zip(lefts, chart.series, strict=True):
            value = series.values[at]
            length = (each - 60) * value // greatest
            colour = colours.TONES[series.tone]
            if value:
                shapes.append(_box(left, y + _EDGE + 2, length, _LINE - 4, colour))
            shapes += _text(left + length + (6 if value else 0), y + _EDGE, [str(value)])
        y += len(lines) * _LINE + 2 * _EDGE
        shapes.append(_rule(y))
    return shapes, y + 2


def _heat(chart: HeatMap) -> tuple[list[str], int]:
    """A square of colour for each count: the more, the deeper."""
    longest = max((len(word) for name in chart.columns for word in plain(name).split()), default=0)
    each = min(int(longest * _CHARACTER) + 16, _WIDTH * 3 // 4 // max(1, len(chart.columns)))
    first = _WIDTH - each * len(chart.columns)
    lefts = [first + each * at for at in range(len(chart.columns))]
    greatest = max([1, *(count for row in chart.counts for count in row)])
    titles = [_wrapped(chart.label_title, first - 12), *(_wrapped(name, each - 8) for name in chart.columns)]
    shapes, y = _heads([0, *lefts], titles)
    for label, counts in zip(chart.rows, chart.counts, strict=True):
        lines = _wrapped(label, first - 12)
        height = len(lines) * _LINE + 2 * _EDGE
        shapes += _text(0, y + _EDGE, lines, "strong")
        for left, count in zip(lefts, counts, strict=True):
            fill, colour = colours.heat_of(count, greatest)
            shapes.append(_box(left, y, each, height, fill))
            middle = f'x="{left + each // 2}" y="{y + height // 2 + 5}" text-anchor="middle" fill="#{colour}"'
            shapes.append(f"<text {middle}>{count}</text>")
        y += height
        shapes.append(_rule(y))
    return shapes, y + 2


def _timeline(chart: Timeline) -> tuple[list[str], int]:
    """What comes when, down along a line, with a dot on it for each."""
    line, what, who = 150, 176, 560
    rooms = (line - 20, who - what - 16, _WIDTH - who)
    titles = [_wrapped(title, room) for title, room in zip(chart.titles, rooms, strict=True)]
    shapes, top = _heads([0, what, who], titles)
    y = top
    for moment in chart.moments:
        texts = (moment.when, moment.what, moment.who)
        columns = [_wrapped(text, room) for text, room in zip(texts, rooms, strict=True)]
        for left, lines, look in zip((0, what, who), columns, ("strong", "", ""), strict=True):
            shapes += _text(left, y + _EDGE, lines, look)
        shapes.append(f'<circle cx="{line}" cy="{y + _EDGE + 9}" r="6" fill="#{colours.TONES["plain"]}"/>')
        y += max(map(len, columns)) * _LINE + 2 * _EDGE
    if chart.moments:
        shapes.insert(0, _box(line - 1, top + 9, 3, y - top - 2 * _EDGE, colours.TONES["plain"]))
    return shapes, y + 2


def _heads(lefts: Sequence[int], titles: Sequence[list[str]]) -> tuple[list[str], int]:
    """The titles of columns with a rule under them, and where that ends."""
    y = max(map(len, titles)) * _LINE + 6
    shapes = [
        line
        for left, title in zip(lefts, titles, strict=True)
        for line in _text(left, y - 6 - len(title) * _LINE, title, "title")
    ]
    return [*shapes, _box(0, y, _WIDTH, 2, colours.TONES["plain"])], y + 2


def _text(left: int, top: int, lines: Sequence[str], look: str = "") -> list[str]:
    dressed = f' class="{look}"' if look else ""
    return [
        f'<text x="{left}" y="{top + 14 + at * _LINE}"{dressed} fill="#{colours.INK}">{escape(line)}</text>'
        for at, line in enumerate(lines)
    ]


def _box(left: int, top: int, width: int, height: int, colour: str) -> str:
    return f'<rect x="{left}" y="{top}" width="{max(width, 2)}" height="{height}" fill="#{colour}"/>'


def _rule(y: int) -> str:
    return f'<path d="M0 {y}H{_WIDTH}" stroke="#B9B09B"/>'


def _wrapped(inlines: Inlines, width: int) -> list[str]:
    """The words on lines that fit; of many lines the first few, since the table under the chart has them all."""
    most = max(4, int(width / _CHARACTER))
    lines = [""]
    for word in plain(inlines).split():
        while len(word) > most:
            lines += [word[:most]]
            word = word[most:]
        if lines[-1] and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
        if len(lines) > _MOST_LINES + 1:
            break
    lines = [line for line in lines if line] or [""]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][: most - 1] + "…"]
    return lines
