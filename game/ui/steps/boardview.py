"""The board on its sheet as parts: spaces that can be pressed and dropped on, tokens and pins that can be carried."""

import math
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import partial

import pygame

from game.content.texts import BoardText
from game.ui import cards, fonts, paint
from game.ui.board import Board, Names, Spot, draw_level_list, draw_token_counts
from game.ui.boardof import figure_of, names_of
from game.ui.figure import Figure
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_badge
from game.ui.part import Part
from game.ui.pieces import draw_token
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.shapes import put
from game.words import _

Press = Callable[[], Next | None]
Drop = Callable[[str, object], Press | None]
"""Asked with a space and what is carried: what dropping it there does, or None if it cannot land there."""

_CORNER = 28.0
_TOP = 22.0
_CLEAR = 6.0
"""How far the corner lists keep from the board's outer edge."""
_LEAST = 240.0
_LEVEL_ROW = 32.0
_TOKEN_ROW = 52.0
_LOW = 0.85
_ALONG = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)

TokenRow = tuple[str, str, int]
"""A token, its words and how many lie on the board."""


class BoardView:
    """One board laid out in a sheet, for one build of the parts. `sheet` is the part that everything lies on."""

    def __init__(
        self,
        look: Look,
        box: Box,
        play: Play,
        *,
        counts: Sequence[TokenRow] = (),
        marks: bool = True,
        focus: str = "",
        corner: float = 0.0,
    ) -> None:
        """`counts` is the list in the right corner, `focus` the sector that is outlined; a square of the side `corner`
        is kept free in the right corner. The game must have a board.
        """
        texts = play.texts.board
        assert texts is not None
        self.look, self.box, self.texts = look, box, texts
        self.counts, self.focus = tuple(counts), focus
        rings = sorted(texts.rings.values(), key=lambda ring: -ring.number)
        self.levels = [(ring.number, play.say(ring.title)) for ring in rings]
        name, _question, _decides = play.pinned()
        title = play.say(play.texts.title) if marks else ""
        figure = figure_of(texts)
        self.board = _placed(look, box, figure, names_of(texts, name, title), marks, self._left(), self._right(corner))
        self.sheet = Part("table.board", box, play.say(texts.target_title), paint=self._draw, focusable=False)
        self._play = play

    def _left(self) -> list[tuple[float, float]]:
        """Where the rows of the list of levels end, from the sheet's upper left corner."""
        look = self.look
        if not self.levels:
            return []
        style = look.style("read").weighing(500)
        row = max(_LEVEL_ROW, fonts.line_height(look, "read_strong"))
        y = _TOP + 46 + row / 2
        found = [(_CORNER + fonts.width(look, _levels_heading(), "small"), _TOP + 26)]
        for _number, text in self.levels:
            found.append((_CORNER + 40 + fonts.width(look, text, style), y))
            y += row
        return found

    def _right(self, corner: float) -> list[tuple[float, float]]:
        """Where the rows of the list of tokens begin, from the sheet's upper right corner."""
        if not self.counts:
            return [(corner, corner)] if corner else []
        look = self.look
        words = max(fonts.width(look, text, "read_strong") for _token, text, _count in self.counts)
        figures = max(fonts.width(look, str(count), Style(28, 34, 700)) for _token, _text, count in self.counts)
        wide = _CORNER + 4 + max(float(look.tokens["size"]["token_legend"]) + 38 + words + figures, 236)
        return [(wide, _TOP + 58 + _TOKEN_ROW * (place + 0.4)) for place in range(len(self.counts))]

    def _draw(self, surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        paint.board_sheet(surface, look, box)
        self.board.draw(surface)
        if self.focus:
            self.board.draw_sector_focus(surface, self.focus)
        if self.levels:
            x, y = box.x + _CORNER, box.y + _TOP
            draw_level_list(surface, look, x, y, _levels_heading(), self.levels)
        if self.counts:
            draw_token_counts(
                surface, look, box.right - _CORNER, box.y + _TOP, _("Tokens on the board"), self.counts
            )

    # Places

    def spaces(self, press: Callable[[str], Press | None], drop: Drop, *, focusable: bool = True) -> list[Part]:
        """Every space as a part: a press on it, and what is dropped on it. Arrow keys go from one to the next."""
        found: list[Part] = []
        for place in self.board.figure.places:
            x, y = self.board.middle(place.id)
            side = max(self.look.target_min, self.board.token_size)
            found.append(
                Part(
                    f"table.space-{place.id}", Box(x - side / 2, y - side / 2, side, side),
                    self._play.texts.space_title(place.id), press(place.id), drop=partial(drop, place.id),
                    inside=partial(self._in_space, place.id), outline=self._outliner(place.id), group="board",
                    focusable=focusable,
                )
            )  # fmt: skip
        return found

    def sectors(self, press: Callable[[str], Press]) -> list[Part]:
        """The bands with the sectors' names: a press on one brings its sector into focus."""
        return [
            Part(f"table.sector-{sector}", self.board.box, self._play.say(text.title), press(sector),
                 inside=partial(self._in_band, sector), focusable=False)
            for sector, text in self.texts.sectors.items()
        ]  # fmt: skip

    def _in_space(self, space: str, x: float, y: float) -> bool:
        return self.board.space_at(x, y) == space

    def _in_band(self, sector: str, x: float, y: float) -> bool:
        return self.board.kind_at(x, y) == sector and self.board.space_at(x, y) is None

    def _outliner(self, space: str) -> Callable[[pygame.Surface, Look, str, float], None]:
        def outline(surface: pygame.Surface, look: Look, role: str, width: float) -> None:
            self.board.draw_space_outline(surface, space, role)

        return outline

    def spots(self, space: str, count: int, width: float, height: float | None = None) -> list[Spot]:
        """Where so many pieces of one size stand in a space; what has no room lies on the last one."""
        return self.board.spots(space, count, width, height)


def _levels_heading() -> str:
    return _("Levels, outside in")


def sector_of_space(texts: BoardText | None, space: str) -> str:
    """The sector that a space is in; empty if there is no such space."""
    found = texts.spaces.get(space) if texts else None
    return found.sector if found else ""


def _placed(
    look: Look,
    box: Box,
    figure: Figure,
    names: Names,
    marks: bool,
    left: Sequence[tuple[float, float]],
    right: Sequence[tuple[float, float]],
) -> Board:
    """The board as large as the sheet and the lists in its corners allow."""
    height = figure.height if marks or not figure.half else figure.centre[1]
    above, below, side = (10.0, 2.0, 36.0) if marks else (14.0, 25.0, 16.0)
    widest = min(box.w - 2 * side, (box.h - above - below) / height)
    points = [(box.x + x, box.y + y) for x, y in left] + [(box.right - x, box.y + y) for x, y in right]
    width = widest = max(widest, _LEAST)
    x = y = 0.0
    while width > 0.5 * widest:
        y = box.bottom - below - width * height
        places = [box.x + (box.w - width) / 2]
        if left and not marks:  # the board lies beside the list, in a low sheet between it and the other corner
            spare = box.w - 2 * side - width
            places = [box.right - side - width - spare * share for share in (_ALONG if width < _LOW * widest else (0,))]
        x = next((x for x in places if all(_clears(figure, x, y, width, point) for point in points)), places[0])
        if not figure.half or all(_clears(figure, x, y, width, point) for point in points):
            break
        width *= 0.99
    return Board(look, figure, names, x, y, width, marks)


def _clears(figure: Figure, x: float, y: float, width: float, point: tuple[float, float]) -> bool:
    """Whether a list that reaches as far as this point does not touch the board."""
    cx, cy = x + figure.centre[0] * width, y + figure.centre[1] * width
    outer = max((sector.band.outer for sector in figure.sectors), default=0.5) * width
    return point[1] <= y or math.hypot(point[0] - cx, point[1] - cy) >= outer + _CLEAR


# Pieces on the board


@dataclass(eq=False)
class TokenPart(Part):
    """A token on the board. What is carried onto it goes to the space that it lies in."""

    _: KW_ONLY
    token: str
    letter: str = ""
    newest: bool = False
    pile: int = 1

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.centre
        if self.newest:
            put(surface, look, disc(look, 80, None, "ink", look.stroke("selected")), x, y)
        draw_token(surface, look, self.token, x, y, self.box.w, "rest", self.letter)
        if self.pile > 1:
            draw_badge(surface, look, self.pile, x + self.box.w * 0.38, y - self.box.w * 0.38)


@dataclass(eq=False)
class PinPart(Part):
    """A card on the board as a numbered pin. What is carried onto it goes to the space that it lies in."""

    _: KW_ONLY
    number: int = 0
    fill: pygame.Color = field(default_factory=lambda: pygame.Color(0, 0, 0))
    pile: int = 1

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.centre
        cards.draw_pin(surface, look, self.number, x, y, self.fill)
        if self.selected:
            paint.outline(surface, look, self.box.inset(-8), 14, "primary", look.stroke("selected"))
        if self.pile > 1:
            draw_badge(surface, look, self.pile, x + self.box.w * 0.45, y - self.box.h * 0.4)


def piece_outline(part: Part) -> Callable[[pygame.Surface, Look, str, float], None]:
    """The outline of a piece: the ring of the keyboard, and nothing where the space beneath is outlined already."""

    def outline(surface: pygame.Surface, look: Look, role: str, width: float) -> None:
        if role == "focus":
            paint.focus_ring(surface, look, part.box, part.radius)
        elif part.state.lifted:
            paint.outline(surface, look, part.box.inset(-6), part.radius + 6, role, width)

    return outline
