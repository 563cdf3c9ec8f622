"""How a board is printed: cells, gaps, bands with names along the arc, the target, level marks, panels.

Drawn several times larger and scaled down once; what is straight or text is drawn at the device's own
size after that.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.ui import fonts, glyphs, icons, paint
from game.ui.figure import Figure, Place, Point, Sector, Wedge
from game.ui.look import Box, Look, Style, Tint, mixed
from game.ui.marks import draw_level_mark
from game.ui.paint import clear, smooth
from game.ui.pieces import cast_shadow
from game.ui.shapes import stroke
from game.ui.wrap import Lines, wrap

FULL_WIDTH = 1320
"""The width the design's figures of a board are for."""

PANEL_RADIUS = 14

_LARGEST_FINE = 1920  # beyond this many device pixels twice the size is smooth enough
_BAND_FLOOR = 20
_BAND_SHARE = 0.78
_LIFTS, _LIFT = {1: 0.31, 2: 0.3}, 0.37  # the name's middle over a half target's straight side, by its lines
_TITLE = Style(size=20, line=26, weight=600, tracking=5)


@dataclass(frozen=True)
class Names:
    """The words on a board, in the language in use.

    `kinds` gives each kind (or panel) its full name and, where the band is too short for it, a short one.
    `title` stands in spaced capitals between the level marks. `colours` and `icons` lend a kind the
    tokens do not know a look.
    """

    kinds: Mapping[str, tuple[str, ...]]
    target: str = ""
    title: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)


def board(look: Look, figure: Figure, names: Names, width: float, marks: bool) -> pygame.Surface:
    """The whole board in device pixels, transparent round its parts."""
    size = max(1, round(width * look.scale)), max(1, round(width * figure.height * look.scale))
    fine = 3 if size[0] <= _LARGEST_FINE else 2
    printer = _Printer(look, figure, names, width, fine)
    large = clear((size[0] * fine, size[1] * fine), look.colour("surface"))
    printer.cells(large)
    printer.bands(large)
    printer.target(large)
    small = smooth(large, size)
    printer.panels(small)
    printer.target_name(small)
    if marks:
        printer.level_marks(small)
    return small


class _Lettering(NamedTuple):
    """A name set for a band, in pixels of the large picture, and the icon before it."""

    text: str
    font: pygame.font.Font
    size: float
    tracking: float
    advances: tuple[float, ...]
    icon: float
    gap: float

    @property
    def length(self) -> float:
        return self.icon + self.gap + sum(self.advances)


class _Printer:
    """Prints one board; `unit` is how many pixels of the large picture its width takes."""

    def __init__(self, look: Look, figure: Figure, names: Names, width: float, fine: int) -> None:
        self.look, self.figure, self.names, self.width, self.fine = look, figure, names, width, fine
        self.unit = round(width * look.scale) * fine
        self.part = width / FULL_WIDTH

    def tint(self, kind: str) -> Tint:
        tint = self.look.kind(kind, self.names.colours.get(kind))
        return tint._replace(icon=self.names.icons.get(kind, tint.icon))

    def large(self, points: tuple[Point, ...]) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def cells(self, picture: pygame.Surface) -> None:
        """Wedges in their rings' tints; between the sectors lines in the paper's colour."""
        figure = self.figure
        for place in figure.places:
            if place.wedge:
                rings = self.tint(place.kind).rings
                tint = rings[min(max(place.ring, 1), len(rings)) - 1]
                pygame.draw.polygon(picture, tint, self.large(figure.edge(place.wedge)))
        if self.look.contrast:
            self._cell_lines(picture)
            return
        paper = self.look.colour("surface")
        for sector in figure.sectors[1 if figure.half else 0 :]:
            ends = (sector.wedge.inner * 0.9, sector.wedge.outer * 1.01)
            line = [figure.at(radius, sector.wedge.from_deg) for radius in ends]
            width = figure.sector_gap * self.unit
            stroke(picture, self.large(tuple(line)), pygame.Color(paper.r, paper.g, paper.b, 0), width, closed=False)

    def _cell_lines(self, picture: pygame.Surface) -> None:
        """White cells are told apart by one line in the middle of each gap."""
        figure, colour = self.figure, self.look.colour("line")
        width = self.look.px(self.look.stroke("hairline")) * self.fine
        for sector in figure.sectors:
            cells = [p.wedge for p in figure.places if p.wedge and p.kind == sector.kind]
            cells.sort(key=lambda wedge: wedge.inner)
            if not cells:
                continue
            between = [(a.outer + b.inner) / 2 for a, b in pairwise(cells)]
            radii = [cells[0].inner, *between, cells[-1].outer]
            for inner, outer in pairwise(radii):
                cell = Wedge(inner, outer, sector.wedge.from_deg, sector.wedge.to_deg)
                stroke(picture, self.large(figure.edge(cell)), colour, width, closed=True)

    def _lettering(self, sector: Sector, which: int) -> _Lettering:
        """One of a sector's names as large as the band wants it; `which` 0 is the full name."""
        names = self.names.kinds.get(sector.kind) or (sector.kind,)
        style = self.look.style("board_band")
        thick = (sector.band.outer - sector.band.inner) * self.width
        size = min(max(_BAND_FLOOR, style.size * self.part) * self.look.text_factor, thick * 0.74)
        text = glyphs.clean(names[min(which, len(names) - 1)])
        return self._lettered(text, size)

    def _lettered(self, text: str, size: float) -> _Lettering:
        k = self.look.scale * self.fine
        font = glyphs.font_of(self.look, self.look.style("board_band").weight, max(8, round(size * k)))
        tracking = 1.2 * k * size / 26
        advances = tuple(font.size(ch)[0] + tracking for ch in text)
        return _Lettering(text, font, size, tracking, advances, size * 1.15 * k, size * 0.7 * k)

    def _arc(self, sector: Sector) -> float:
        return (sector.band.inner + sector.band.outer) / 2 * self.unit * sector.band.radians

    def bands(self, picture: pygame.Surface) -> None:
        """Every kind's band. All have their full names, or all their short ones if a full one is too
        long.
        """
        sectors = self.figure.sectors
        most = max((len(names) for names in self.names.kinds.values()), default=1)
        which = 0
        while which < most - 1:
            letterings = [(self._lettering(sector, which), self._arc(sector)) for sector in sectors]
            if all(sum(one.advances) < arc * _BAND_SHARE and one.length < arc * 0.96 for one, arc in letterings):
                break
            which += 1
        for sector in sectors:
            lettering, arc = self._lettering(sector, which), self._arc(sector)
            if lettering.length > arc * 0.96:  # longer than any name of the game's own
                self.look.overflowed(lettering.text)
                lettering = self._lettered(lettering.text, lettering.size * arc * 0.96 / lettering.length)
            self._band(picture, sector, lettering)

    def _band(self, picture: pygame.Surface, sector: Sector, lettering: _Lettering) -> None:
        """A kind's band and its name along it, the icon before the name, each turned with the arc."""
        tint = self.tint(sector.kind)
        pygame.draw.polygon(picture, tint.fill, self.large(self.figure.edge(self._between_gaps(sector.band))))
        radius = (sector.band.inner + sector.band.outer) / 2 * self.unit
        turn = 1 if sector.reads_clockwise else -1
        degrees = sector.band.middle_deg + turn * math.degrees(lettering.length / 2 / radius)
        mark = icons.drawn(self.look, tint.icon, max(1, round(lettering.icon)), tint.on)
        pictures = [(mark, lettering.icon + lettering.gap, lettering.icon)]
        for ch, advance in zip(lettering.text, lettering.advances, strict=True):
            letter = self._letter(ch, lettering.font, tint.on)
            pictures.append((letter, advance, advance - lettering.tracking))
        cx, cy = self.figure.centre[0] * self.unit, self.figure.centre[1] * self.unit
        for drawn, advance, own in pictures:
            middle = degrees - turn * math.degrees(own / 2 / radius)
            turned = pygame.transform.rotozoom(drawn, middle - 90 * turn, 1)
            a = math.radians(middle)
            at = round(cx + radius * math.cos(a)), round(cy - radius * math.sin(a))
            picture.blit(turned, turned.get_rect(center=at))
            degrees -= turn * math.degrees(advance / radius)

    def _between_gaps(self, band: Wedge) -> Wedge:
        """The band without its halves of the gaps beside it; a half board's straight edge has none."""
        half = math.degrees(self.figure.sector_gap / (band.inner + band.outer))
        edges = (180.0, 0.0) if self.figure.half else (None, None)
        before = 0.0 if band.from_deg == edges[0] else half
        after = 0.0 if band.to_deg == edges[1] else half
        return replace(band, from_deg=band.from_deg - before, to_deg=band.to_deg + after)

    def _letter(self, ch: str, font: pygame.font.Font, colour: pygame.Color) -> pygame.Surface:
        face, part = (glyphs.runs(ch) or [(0, " ")])[0]
        own = font if face == 0 else glyphs.font_of(self.look, 700, round(font.point_size), face=face)
        return own.render(part, True, colour)

    def target(self, picture: pygame.Surface) -> None:
        """The half disc or disc in the middle with its hairline, still without its name."""
        figure, look = self.figure, self.look
        if not figure.target:
            return
        fill, on = look.colour("primary"), look.colour("on_primary")
        pygame.draw.polygon(picture, fill, self.large(target_outline(figure)))
        inset = 9 * max(self.part, 0.6) / self.width
        line = max(look.scale, 1.5 * look.scale) * self.fine
        faint = mixed(fill, on, 0.45)
        stroke(picture, self.large(target_outline(figure, inset)), faint, line, closed=True)

    def target_name(self, picture: pygame.Surface) -> None:
        """The icon and, in one or two lines, the name of the target; the icon gives way to a long name."""
        figure, look = self.figure, self.look
        if not figure.target or not self.names.target:
            return
        radius = figure.target * self.width - 12 * self.part
        side = 40 * max(self.part, 0.56)
        found = _name_in_target(look, self.names.target, radius, self.part, figure.half)
        if found is None:  # the ribbon over the table has the whole name
            x, y = figure.centre[0] * self.width, figure.centre[1] * self.width
            lift = 0.42 * radius if figure.half else 0
            icons.draw_icon(picture, look, "deck-targets", x, y - lift, side, "on_primary", stroke=2)
            return
        lines, with_icon = found
        step = lines.height / len(lines.lines)
        cx, base = figure.centre[0] * self.width, figure.centre[1] * self.width
        if figure.half:
            above = _LIFTS.get(len(lines.lines), _LIFT) * figure.target * self.width
        else:
            above = -(side * 0.55 if with_icon else 0)
        middle = base - above
        for i, text in enumerate(lines.lines):
            y = middle + (i - (len(lines.lines) - 1) / 2) * step
            fonts.draw_line(picture, look, cx, y, text, lines.style, "on_primary", "centre")
        if with_icon:
            y = middle - lines.height / 2 - side * 0.58
            icons.draw_icon(picture, look, "deck-targets", cx, y, side, "on_primary", stroke=2)

    def level_marks(self, picture: pygame.Surface) -> None:
        """Numbers of the rings under the figure and, between them, the game's name in spaced capitals."""
        look, size = self.look, max(28.0, 36 * self.part)
        under = self.figure.centre[1] * self.width + size / 2 + 6 * self.part
        for mark in self.figure.marks:
            y = under if self.figure.half else mark.at[1] * self.width
            draw_level_mark(picture, look, mark.number, mark.at[0] * self.width, y, size)
        if self.names.title and self.figure.half and self.figure.marks:
            x, y = self.figure.centre[0] * self.width, under
            room = 2 * min(abs(mark.at[0] * self.width - x) for mark in self.figure.marks) - size - 32 * self.part
            for tracking in (5, 3, 1):  # a long name is set closer; one that has no room is left out
                style = replace(_TITLE.sized(max(16, 20 * self.part)), tracking=tracking * self.part)
                if fonts.width(look, self.names.title.upper(), style) <= room:
                    fonts.draw_line(picture, look, x, y, self.names.title.upper(), style, "ink_muted", "centre")
                    break

    def panels(self, picture: pygame.Surface) -> None:
        """Spaces that are no wedges: a box has a band with its name on top, any other outline its name
        inside.
        """
        for place in self.figure.places:
            if not place.wedge:
                self._panel(picture, place)

    def _panel(self, picture: pygame.Surface, place: Place) -> None:
        look, tint = self.look, self.tint(place.kind)
        fill = tint.rings[min(max(place.ring, 2), len(tint.rings)) - 1]
        left, top, right, bottom = (side * self.width for side in place.bounds)
        box = Box(left, top, right - left, bottom - top)
        head = panel_head(look, self.names, place, self.width)
        name = panel_name(look, self.names, place, self.width)
        if place.is_box:
            paint.plate(picture, look, box, fill, PANEL_RADIUS, tint.fill, look.stroke("control"))
            bar = Box(box.x, box.y, box.w, head)
            paint.plate(picture, look, bar, tint.fill, PANEL_RADIUS, corners=paint.TOP)
            side = 30.0
            icons.draw_icon(picture, look, tint.icon, bar.x + 16 + side / 2, bar.y + head / 2, side, tint.on)
            text = bar.cut_left(side + 28)[1]
            fonts.draw_lines(picture, look, text, name, tint.on, valign="middle")
            return
        shape, x, y = _polygon(look, place.outline, self.width, fill, tint.fill)
        picture.blit(shape, (x, y))
        spot = _name_spot(place, name, self.width)
        words = Box(spot[0] * self.width, spot[1] * self.width, 0, 0).centred(name.width, name.height)
        fonts.draw_lines(picture, look, words, name, "ink", "centre")


def target_outline(figure: Figure, inset: float = 0.0) -> tuple[Point, ...]:
    """The target's outline, `inset` (a share of the width) inside it."""
    radius = figure.target - inset
    if not figure.half:
        return tuple(figure.at(radius, a) for a in range(360))
    rise = math.degrees(math.asin(inset / radius)) if inset else 0.0
    steps = 180
    return tuple(figure.at(radius, rise + (180 - 2 * rise) * i / steps) for i in range(steps + 1))


def _name_in_target(look: Look, name: str, radius: float, part: float, half: bool) -> tuple[Lines, bool] | None:
    """The name as large as it goes, with the icon over it if there is room; None if it does not go in at
    all.
    """
    largest = max(30 * part, 20.0)
    sizes = sorted({largest, *(size for size in (26 * part, 22 * part, 20.0, 18.0, 16.0) if size < largest)})
    style = Style(30, 34, 700)
    for size, icon in sorted(
        ((s, i) for s in sizes for i in (True, False)), key=lambda t: (t[0] < 20, not t[1], -t[0])
    ):
        for share in (1.72, 1.5, 1.3):
            lines = wrap(look, name, style.sized(size), radius * share)
            if _fits_target(lines, radius, icon, half):
                return lines, icon
    return None


def _fits_target(lines: Lines, radius: float, icon: bool, half: bool) -> bool:
    """Whether the upper corners of the lines, and the icon over them, lie inside the disc."""
    if any(line.endswith("-") for line in lines.lines[:-1]) and icon:
        return False
    height = lines.height + (radius * 0.36 if icon else 0)
    count = len(lines.lines)
    if count > (2 if icon else 3):
        return False
    bottom = (_LIFTS.get(count, _LIFT) * radius - lines.height / 2) if half else -height / 2
    top = bottom + lines.height
    reach = max(abs(top), abs(bottom)) if not half else top
    if bottom + height > radius * 0.98 or reach >= radius:
        return False
    return lines.width / 2 <= math.sqrt(radius**2 - reach**2)


def paper(
    look: Look, figure: Figure, width: float, margin: float, below: float
) -> tuple[pygame.Surface, pygame.Surface]:
    """The paper under a board that has no sheet, and its shadow."""
    colour = look.colour("surface")
    edge, down = look.px(margin), round(below * look.scale)
    side = round(width * look.scale) + 2 * edge
    tall = side // 2 + down if figure.half else round(width * figure.height * look.scale) + 2 * edge
    if figure.sectors:
        large = clear((side * 2, tall * 2), colour)
        pygame.draw.circle(large, colour, (side, side), side)
        if figure.half:
            pygame.draw.rect(large, colour, (0, side, side * 2, tall * 2 - side))
        body = smooth(large, (side, tall))
    else:
        body = clear((side, tall), colour)
        paint.plate(body, look, Box(0, 0, side / look.scale, tall / look.scale), "surface", look.radius("sheet"))
    return body, cast_shadow(look, body, "sheet")


def panel_name(look: Look, names: Names, place: Place, width: float) -> Lines:
    """A panel's name wrapped to its width."""
    left, _, right, _ = place.bounds
    texts = names.kinds.get(place.id) or names.kinds.get(place.kind) or (place.id,)
    room = (right - left) * width - 74
    if not place.is_box:
        room = (right - left) * width * 0.62
    return wrap(look, texts[0], look.style("read_strong"), max(60.0, room))


def panel_head(look: Look, names: Names, place: Place, width: float) -> float:
    """How much of a panel's top its name takes, in logical pixels; nothing for a wedge."""
    if place.wedge:
        return 0.0
    lines = panel_name(look, names, place, width)
    if place.is_box:
        return max(52.0, lines.height + 20)
    return (_name_spot(place, lines, width)[1] - place.bounds[1]) * width + lines.height / 2


def _name_spot(place: Place, name: Lines, width: float) -> Point:
    """The middle of a panel's name: as high as it goes in, else in the panel's middle."""
    left, top, right, bottom = place.bounds
    found = place.room_for(name.width / width, name.height / width, 12 / width)
    return found or ((left + right) / 2, (top + bottom) / 2)


def outline(
    look: Look, points: tuple[Point, ...], width: float, role: str, line: float
) -> tuple[pygame.Surface, int, int]:
    """An outline as a picture and where its upper left corner belongs, in device pixels from the
    board's.
    """
    return _polygon(look, points, width, None, look.colour(role), line)


def _polygon(
    look: Look,
    points: tuple[Point, ...],
    width: float,
    fill: pygame.Color | None,
    edge: pygame.Color,
    line: float = 3,
) -> tuple[pygame.Surface, int, int]:
    unit, fine, room = width * look.scale, 3, look.px(line) + 2
    left, top = min(x for x, _ in points) * unit - room, min(y for _, y in points) * unit - room
    x0, y0 = math.floor(left), math.floor(top)
    w = math.ceil(max(x for x, _ in points) * unit + room) - x0
    h = math.ceil(max(y for _, y in points) * unit + room) - y0
    large = clear((w * fine, h * fine), edge)
    own = [((x * unit - x0) * fine, (y * unit - y0) * fine) for x, y in points]
    if fill is not None:
        pygame.draw.polygon(large, fill, own)
    stroke(large, own, edge, look.px(line) * fine, closed=True)
    return smooth(large, (w, h)), x0, y0
