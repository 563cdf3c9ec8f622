"""A board's geometry: where its spaces lie, without colours or words.

Lengths are shares of the figure's width, x to the right and y down; angles are degrees, counter-clockwise
from the right. A board is a fan or circle of wedges round a target, or any set of panels, or both.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Point = tuple[float, float]
TARGET = "target"
_DEGREES_A_POINT = 1.0


@dataclass(frozen=True, slots=True)
class Wedge:
    """A piece of a ring: from one angle clockwise to a smaller one."""

    inner: float
    outer: float
    from_deg: float
    to_deg: float

    @property
    def middle_deg(self) -> float:
        return (self.from_deg + self.to_deg) / 2

    @property
    def radians(self) -> float:
        return math.radians(self.from_deg - self.to_deg)


@dataclass(frozen=True)
class Place:
    """A space on the board: a wedge of a fan, or a panel with straight sides.

    `ring` is its level, 1 nearest the middle, 0 where levels mean nothing; it chooses the tint.
    """

    id: str
    kind: str
    ring: int = 0
    wedge: Wedge | None = None
    outline: tuple[Point, ...] = ()

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the outline."""
        xs, ys = [x for x, _ in self.outline], [y for _, y in self.outline]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def is_box(self) -> bool:
        """Whether it is an upright rectangle."""
        left, top, right, bottom = self.bounds
        corners = {(left, top), (right, top), (right, bottom), (left, bottom)}
        return len(self.outline) == 4 and set(self.outline) == corners

    def chord(self, y: float) -> tuple[float, float] | None:
        """The left and right end of the outline's inside at a height; None above and below it."""
        sides = zip(self.outline, [*self.outline[1:], *self.outline[:1]], strict=True)
        ends = [(x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in sides if (y1 > y) != (y2 > y)]
        return (min(ends), max(ends)) if ends else None

    def room_for(self, width: float, height: float, margin: float) -> Point | None:
        """The middle of the highest place inside the outline for something of this size, a margin round
        it.
        """
        _, top, _, bottom = self.bounds
        steps = 60
        for step in range(steps):
            y = top + margin + (bottom - top) * step / steps
            rows = [self.chord(at) for at in (y, y + height / 2, y + height)]
            if all(rows):
                left = max(row[0] for row in rows if row) + margin
                right = min(row[1] for row in rows if row) - margin
                if right - left >= width:
                    return (left + right) / 2, y + height / 2
        return None


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind's part of a fan: its wedge from the target out, and the band with its name along the edge.

    Both reach to the middle of the gap between the sectors.
    """

    kind: str
    wedge: Wedge
    band: Wedge
    reads_clockwise: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a level's number stands."""

    number: int
    at: Point


@dataclass(frozen=True)
class Figure:
    """A board's whole geometry. `height` is a share of the width; a `target` of no radius is no target."""

    height: float
    places: tuple[Place, ...]
    centre: Point = (0.5, 0.5)
    target: float = 0.0
    target_id: str = TARGET
    sector_gap: float = 0.006
    sectors: tuple[Sector, ...] = ()
    marks: tuple[Mark, ...] = ()
    half: bool = False

    def polar(self, x: float, y: float) -> tuple[float, float]:
        """Distance from the middle and angle (0..360) of a point."""
        dx, dy = x - self.centre[0], self.centre[1] - y
        return math.hypot(dx, dy), math.degrees(math.atan2(dy, dx)) % 360

    def at(self, radius: float, degrees: float) -> Point:
        """The point at a distance and angle from the middle."""
        a = math.radians(degrees)
        return self.centre[0] + radius * math.cos(a), self.centre[1] - radius * math.sin(a)

    def edge(self, wedge: Wedge) -> tuple[Point, ...]:
        """The outline of a wedge as a polygon."""
        steps = max(2, math.ceil((wedge.from_deg - wedge.to_deg) / _DEGREES_A_POINT))
        angles = [wedge.from_deg + (wedge.to_deg - wedge.from_deg) * i / steps for i in range(steps + 1)]
        outer = [self.at(wedge.outer, a) for a in angles]
        return (*outer, *(self.at(wedge.inner, a) for a in reversed(angles)))

    def outline(self, place: Place) -> tuple[Point, ...]:
        return self.edge(place.wedge) if place.wedge else place.outline

    def place(self, id: str) -> Place:
        """The place with this id. Raises KeyError if there is none."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.places}

    def sector(self, kind: str) -> Sector | None:
        return next((sector for sector in self.sectors if sector.kind == kind), None)

    def hit(self, x: float, y: float) -> str | None:
        """The id of the place, or of the target, at a point. Hairline gaps between wedges belong to the
        nearer one.
        """
        radius, degrees = self.polar(x, y)
        above = not self.half or y <= self.centre[1]
        if self.target and radius <= self.target and above:
            return self.target_id
        best: tuple[float, str] | None = None
        for place in self.places:
            wedge = place.wedge
            if wedge is None:
                if _inside(x, y, place.outline):
                    return place.id
            elif above and (wedge.from_deg - degrees) % 360 <= wedge.from_deg - wedge.to_deg:
                off = max(wedge.inner - radius, radius - wedge.outer, 0.0)
                if off <= self.sector_gap and (best is None or off < best[0]):
                    best = off, place.id
        return best[1] if best else None

    def kind_at(self, x: float, y: float) -> str | None:
        """The kind whose sector or band is at a point, or the kind of the panel there."""
        radius, degrees = self.polar(x, y)
        for sector in self.sectors:
            span = sector.wedge.from_deg - sector.wedge.to_deg
            within = (sector.wedge.from_deg - degrees) % 360 <= span
            if within and self.target < radius <= sector.band.outer and (not self.half or y <= self.centre[1]):
                return sector.kind
        hit = self.hit(x, y)
        return self._by_id[hit].kind if hit is not None and hit in self._by_id else None

    def slots(self, place: Place, width: float, height: float, gap: float, head: float = 0.0) -> list[Point]:
        """The middles of the slots for pieces of this size, at least one; all lengths shares of the width.

        In a wedge they stand along the arc at its middle radius, centred; in a panel in rows under its
        `head`.
        """
        if place.wedge is None:
            return _rows(place, width, height, gap, head)
        wedge = place.wedge
        radius = (wedge.inner + wedge.outer) / 2
        fits = max(1, int(radius * wedge.radians / (width + gap)))
        return self.along(place, fits, width, gap)

    def along(self, place: Place, count: int, width: float, gap: float) -> list[Point]:
        """`count` middles along a wedge's arc, centred on the sector's middle, read clockwise."""
        wedge = place.wedge
        if wedge is None:
            return []
        radius = (wedge.inner + wedge.outer) / 2
        step = math.degrees((width + gap) / radius)
        first = wedge.middle_deg + step * (count - 1) / 2
        return [self.at(radius, first - step * i) for i in range(count)]


def _inside(x: float, y: float, outline: Sequence[Point]) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _rows(place: Place, width: float, height: float, gap: float, head: float) -> list[Point]:
    """Places in rows, centred, wherever a whole piece is inside the outline."""
    left, top, right, bottom = place.bounds
    found: list[Point] = []
    y = top + head + gap + height / 2
    while y + height / 2 <= bottom:
        columns = max(1, int((right - left - gap) / (width + gap)))
        first = (left + right) / 2 - (columns - 1) * (width + gap) / 2
        for i in range(columns):
            x = first + i * (width + gap)
            corners = [(x + sx * width / 2, y + sy * height / 2) for sx in (-1, 1) for sy in (-1, 1)]
            if all(_inside(cx, cy, place.outline) for cx, cy in corners):
                found.append((x, y))
        y += height + gap
    return found or [((left + right) / 2, (top + head + bottom) / 2)]


def box(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """The outline of an upright rectangle."""
    return (left, top), (right, top), (right, bottom), (left, bottom)
