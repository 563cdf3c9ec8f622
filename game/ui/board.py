"""The board on its sheet: drawn once from its figure, with names; where pieces stand and what lies under
a press.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pygame

from game.ui import boardpaint, fonts, marks, paint, pieces
from game.ui.boardpaint import Names as Names
from game.ui.figure import Figure, Place
from game.ui.look import Box, Look
from game.ui.shapes import put

PRESS_REACH = 64
_PIECE_GAP = 8
_TOKEN_SIZE = 52
_TOKEN_SMALLEST = 36


@dataclass(frozen=True)
class Spot:
    """Where a piece stands: logical pixels. `pile` is how many lie there, more than one only in the last
    slot.
    """

    x: float
    y: float
    pile: int = 1


class Board:
    """A board at one place on the screen. Pieces are the caller's: it draws them at the spots it is
    told.
    """

    def __init__(
        self, look: Look, figure: Figure, names: Names, x: float, y: float, width: float, marks: bool = True
    ) -> None:
        """A board `width` logical pixels wide with its upper left corner at (x, y).

        Without `marks` the levels' numbers and the game's name are left out from under a half board.
        """
        self.look, self.figure, self.names, self.marks = look, figure, names, marks
        self.box = Box(x, y, width, width * figure.height)
        self._key = (
            "board",
            figure.places,
            figure.sectors,
            figure.height,
            round(width * look.scale),
            _key(names),
            marks,
        )
        self._picture: pygame.Surface | None = None

    def draw(self, surface: pygame.Surface) -> None:
        """The printed board, without pieces."""
        if self._picture is None:
            self._picture = self.look.kept(
                self._key, lambda: boardpaint.board(self.look, self.figure, self.names, self.box.w, self.marks)
            )
        surface.blit(self._picture, self.look.point(self.box.x, self.box.y))

    def draw_paper(self, surface: pygame.Surface, margin: float = 24, below: float = 0) -> None:
        """The board's own paper where it lies on the bare table: its shape, `margin` larger, and its
        shadow.

        A half board's paper goes on `below` its straight side.
        """
        key = ("paper", self._key, margin, below)
        paper, shadow = self.look.kept(key, lambda: boardpaint.paper(self.look, self.figure, self.box.w, margin, below))
        x, y = self.look.point(self.box.x, self.box.y)
        room = (shadow.get_width() - paper.get_width()) // 2
        edge = self.look.px(margin)
        surface.blit(shadow, (x - edge - room, y - edge - room))
        surface.blit(paper, (x - edge, y - edge))

    # Places

    def _share(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.box.x) / self.box.w, (y - self.box.y) / self.box.w

    def _spot(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.box.x + point[0] * self.box.w, self.box.y + point[1] * self.box.w

    def space_at(self, x: float, y: float) -> str | None:
        """The id of the space or the target under a logical point of the window."""
        return self.figure.hit(*self._share(x, y))

    def kind_at(self, x: float, y: float) -> str | None:
        """The kind whose sector, band or panel is under a logical point of the window."""
        return self.figure.kind_at(*self._share(x, y))

    def middle(self, space: str) -> tuple[float, float]:
        """The middle of a space or of the target: where a press or a label for it belongs."""
        if space == self.figure.target_id and self.figure.target:
            cx, cy = self.figure.centre
            return self._spot((cx, cy - (0.45 * self.figure.target if self.figure.half else 0)))
        place = self.figure.place(space)
        if place.wedge:
            return self._spot(self.figure.along(place, 1, 0, 0)[0])
        left, top, right, bottom = place.bounds
        return self._spot(((left + right) / 2, (top + self._head(place) + bottom) / 2))

    def bounds(self, space: str) -> Box:
        """The upright box round a space, in logical pixels."""
        place = self.figure.place(space)
        points = [self._spot(point) for point in self.figure.outline(place)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def token_size(self) -> float:
        """The size of a token that suits this width."""
        return max(_TOKEN_SMALLEST, min(_TOKEN_SIZE, _TOKEN_SIZE * self.box.w / boardpaint.FULL_WIDTH))

    def _head(self, place: Place) -> float:
        return boardpaint.panel_head(self.look, self.names, place, self.box.w) / self.box.w

    def room(self, space: str, width: float, height: float | None = None) -> int:
        """How many pieces of this size stand beside each other in a space before they begin to pile up."""
        return len(self._slots(self.figure.place(space), width, height or width))

    def _slots(self, place: Place, width: float, height: float) -> list[tuple[float, float]]:
        w = self.box.w
        return self.figure.slots(place, width / w, height / w, _PIECE_GAP / w, self._head(place))

    def spots(self, space: str, count: int, width: float, height: float | None = None) -> list[Spot]:
        """Where `count` pieces of this size stand in a space, first come first. What has no room piles on
        the last.
        """
        place = self.figure.place(space)
        slots = self._slots(place, width, height or width)
        shown = min(count, len(slots))
        points = self.figure.along(place, shown, width / self.box.w, _PIECE_GAP / self.box.w) or slots[:shown]
        return [
            Spot(*self._spot(point), pile=1 if i < shown - 1 else count - shown + 1) for i, point in enumerate(points)
        ]

    # Marks on top of the board

    def draw_sector_focus(self, surface: pygame.Surface, kind: str) -> None:
        """The ink outline round a whole sector, whose reasons the rail shows."""
        sector = self.figure.sector(kind)
        if sector:
            turn = math.degrees(self.look.stroke("selected") / 2 / (sector.wedge.outer * self.box.w))
            wedge = replace(sector.wedge, from_deg=sector.wedge.from_deg - turn, to_deg=sector.wedge.to_deg + turn)
            self._draw_outline(surface, self.figure.edge(wedge), "ink", self.look.stroke("selected"))
        for place in self.figure.places:
            if place.kind == kind and not place.wedge:
                self.draw_space_outline(surface, place.id, "ink")

    def draw_space_outline(self, surface: pygame.Surface, space: str, role: str = "primary") -> None:
        """The outline round one space: a place that takes what is carried, or has the keyboard."""
        width = self.look.stroke("focus" if role == "focus" else "selected")
        if space == self.figure.target_id:
            self._draw_outline(surface, boardpaint.target_outline(self.figure), role, width)
            return
        place = self.figure.place(space)
        if place.wedge or not place.is_box:
            self._draw_outline(surface, self.figure.outline(place), role, width)
        else:
            paint.outline(surface, self.look, self.bounds(space), boardpaint.PANEL_RADIUS, role, width)

    def _draw_outline(
        self, surface: pygame.Surface, outline: tuple[tuple[float, float], ...], role: str, width: float
    ) -> None:
        key = ("outline", hash(outline), role, width, round(self.box.w * self.look.scale))
        picture, left, top = self.look.kept(
            key, lambda: boardpaint.outline(self.look, outline, self.box.w, role, width)
        )
        x, y = self.look.point(self.box.x, self.box.y)
        surface.blit(picture, (x + left, y + top))

    def draw_newest(self, surface: pygame.Surface, x: float, y: float, size: float = 80) -> None:
        """The ring round the piece that was put down last."""
        ring = marks.disc(self.look, size, None, "ink", self.look.stroke("selected"))
        put(surface, self.look, ring, x, y)

    def draw_pile_count(self, surface: pygame.Surface, spot: Spot, size: float) -> None:
        """How many lie in a pile, on its upper right."""
        if spot.pile > 1:
            marks.draw_badge(surface, self.look, spot.pile, spot.x + size * 0.38, spot.y - size * 0.38)

    def draw_tokens(
        self, surface: pygame.Surface, space: str, answers: Iterable[str], size: float | None = None
    ) -> None:
        """Tokens of one space, in the order they came."""
        side = self.token_size if size is None else size
        laid = list(answers)
        for i, spot in enumerate(self.spots(space, len(laid), side)):
            pieces.draw_token(surface, self.look, laid[i], spot.x, spot.y, side, "rest")
            self.draw_pile_count(surface, spot, side)


def _key(names: Names) -> tuple[object, ...]:
    parts: list[object] = [names.target, names.title]
    for table in (names.kinds, names.colours, names.icons):
        parts.append(tuple(table.items()))
    return tuple(parts)


def draw_level_list(
    surface: pygame.Surface, look: Look, x: float, y: float, heading: str, levels: Iterable[tuple[int, str]]
) -> Box:
    """The corner list of levels: a heading, then a number and a name a row. Returns the box it fills."""
    pitch = max(32.0, fonts.line_height(look, "read_strong"))
    head = fonts.draw_line(surface, look, x, y + 13, heading, "small", "ink_muted")
    right, at = head.right, y + 46
    style = look.style("read").weighing(500)
    for number, name in levels:
        marks.draw_level_mark(surface, look, number, x + 14, at, 28)
        right = max(right, fonts.draw_line(surface, look, x + 40, at, name, style).right)
        at += pitch
    return Box(x, y, right - x, at - pitch / 2 - y)


def draw_token_counts(
    surface: pygame.Surface,
    look: Look,
    right: float,
    y: float,
    heading: str,
    rows: Iterable[tuple[str, str, int]],
) -> Box:
    """The corner list of what the tokens mean and how many lie on the board: (answer, words, count) a row.

    Set against `right`. Returns the box it fills.
    """
    size = float(look.tokens["size"]["token_legend"])
    fonts.draw_line(surface, look, right, y + 13, heading, "small", "ink_muted", "right")
    shown = list(rows)
    style = look.style("read_strong")
    figures = look.style("read").sized(28).weighing(700)
    words = max((fonts.width(look, text, style) for _, text, _ in shown), default=0.0)
    counts = max((fonts.width(look, str(count), figures) for _, _, count in shown), default=0.0)
    left = right - max(size + 14 + words + 24 + counts, 236)
    at = y + 58
    for answer, text, count in shown:
        pieces.draw_token(surface, look, answer, left + size / 2 - 4, at, size)
        fonts.draw_line(surface, look, left + size + 8, at, text, style)
        fonts.draw_line(surface, look, right, at, str(count), figures, align="right")
        at += 52
    return Box(left, y, right - left, at - 26 - y)


def nearest(spots: Mapping[str, Spot], x: float, y: float, reach: float = PRESS_REACH / 2) -> str | None:
    """The piece whose middle is nearest a point and within `reach`; pieces take presses a little beyond
    their edge.
    """
    found: tuple[float, str] | None = None
    for piece, spot in spots.items():
        off = math.hypot(spot.x - x, spot.y - y)
        if off <= reach and (found is None or off <= found[0]):
            found = off, piece
    return found[1] if found else None
