"""Where things lie on a board of sectors and rings: exact arcs, polygons of the same shapes, and places for pieces.

The unit is the width of the figure; x runs to the right and y down; angles count from the right, upwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, cos, floor, pi, radians, sin

Point = tuple[float, float]

_POLYGON_STEP = 3.0
_BAND_INSET = 0.35
_MOST_SLOTS = 6


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of a ring, from the angle `start` to the angle `end`."""

    inner: float
    outer: float
    start: float
    end: float

    @property
    def radius(self) -> float:
        """Half way between the inner and the outer edge."""
        return (self.inner + self.outer) / 2

    @property
    def angle(self) -> float:
        """Half way between the two ends."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a space lies."""

    space: str
    arc: Arc
    polygon: tuple[Point, ...]
    middle: Point


@dataclass(frozen=True, slots=True)
class Band:
    """The coloured edge of a sector. Its name runs along the arc's middle radius, around the arc's middle angle.

    `clockwise`: the name's feet point to the board's middle; else its head does, as it must in the lower half.
    """

    sector: str
    arc: Arc
    polygon: tuple[Point, ...]
    clockwise: bool


@dataclass(frozen=True, slots=True)
class RingMark:
    """Where the number of a ring stands, in one or two places."""

    ring: str
    number: int
    at: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to lay a board out."""

    height: float
    centre: Point
    sweep: tuple[float, float]
    target_radius: float
    target_label: Point
    target_label_width: float
    ring_gap: float
    sector_gap: float
    cells: Mapping[str, Cell]
    bands: Mapping[str, Band]
    marks: tuple[RingMark, ...]

    def slots(self, space: str, size: float, gap: float) -> tuple[Point, ...]:
        """Where pieces of this width lie side by side in a space, centred; at least one. The last becomes a pile."""
        arc = self.cells[space].arc
        radius = arc.radius
        room = abs(radians(arc.end - arc.start)) * radius
        count = min(max(floor(room / (size + gap)), 1), _MOST_SLOTS)
        step = (size + gap) / radius * 180 / pi * (1 if arc.end > arc.start else -1)
        first = arc.angle - step * (count - 1) / 2
        return tuple(on_circle(self.centre, radius, first + step * number) for number in range(count))


def on_circle(centre: Point, radius: float, angle: float) -> Point:
    """The point of a circle at an angle."""
    return centre[0] + radius * cos(radians(angle)), centre[1] - radius * sin(radians(angle))


def polygon(centre: Point, arc: Arc) -> tuple[Point, ...]:
    """The arc's outline with a point at least every 3 degrees: the outer edge, then the inner edge back."""
    steps = max(ceil(abs(arc.end - arc.start) / _POLYGON_STEP), 1)
    angles = [arc.start + (arc.end - arc.start) * step / steps for step in range(steps + 1)]
    outer = [on_circle(centre, arc.outer, angle) for angle in angles]
    inner = [on_circle(centre, arc.inner, angle) for angle in reversed(angles)]
    return (*outer, *inner)


def lay_out(
    sectors: Iterable[str],
    rings: Iterable[str],
    *,
    height: float,
    sweep: tuple[float, float],
    target_radius: float,
    target_label: Point,
    target_label_width: float,
    ring_edges: tuple[float, float],
    band: tuple[float, float],
    ring_gap: float,
    sector_gap: float,
    marks: float,
) -> Layout:
    """The layout of a board whose sectors share `sweep` evenly and whose rings share `ring_edges`, from the middle out.

    `marks` is how far outside the first and the last sector the rings' numbers stand; on a full circle both are one.
    """
    sectors, rings = tuple(sectors), tuple(rings)
    centre = (0.5, 0.5)
    turn = (sweep[1] - sweep[0]) / len(sectors)
    width = (ring_edges[1] - ring_edges[0] - ring_gap * (len(rings) - 1)) / len(rings)
    inner = [ring_edges[0] + (width + ring_gap) * number for number in range(len(rings))]
    cells: dict[str, Cell] = {}
    bands: dict[str, Band] = {}
    for place, sector in enumerate(sectors):
        start, end = sweep[0] + turn * place, sweep[0] + turn * (place + 1)
        for near, ring in zip(inner, rings, strict=True):
            space = f"{sector}.{ring}"
            arc = Arc(near, near + width, start, end)
            cells[space] = Cell(space, arc, polygon(centre, arc), on_circle(centre, arc.radius, arc.angle))
        inset = _BAND_INSET if turn > 0 else -_BAND_INSET
        edge = Arc(band[0], band[1], start, end)
        outline = polygon(centre, Arc(band[0], band[1], start + inset, end - inset))
        bands[sector] = Band(sector, edge, outline, clockwise=-10 <= (edge.angle + 360) % 360 <= 190)
    numbers = []
    whole = abs(sweep[1] - sweep[0]) >= 360
    for number, (near, ring) in enumerate(zip(inner, rings, strict=True), 1):
        radius = near + width / 2
        at = [_beside(centre, radius, sweep[0], marks, turn)]
        if not whole:
            at.append(_beside(centre, radius, sweep[1], marks, -turn))
        numbers.append(RingMark(ring, number, tuple(at)))
    return Layout(
        height, centre, sweep, target_radius, target_label, target_label_width, ring_gap, sector_gap,
        cells, bands, tuple(numbers),
    )  # fmt: skip


def _beside(centre: Point, radius: float, angle: float, away: float, turn: float) -> Point:
    """A point at a radius, `away` outside the edge that lies at `angle` (the sectors lie on the side of `turn`)."""
    x, y = on_circle(centre, radius, angle)
    outward = angle + (-90 if turn > 0 else 90)
    return x + away * cos(radians(outward)), y - away * sin(radians(outward))
