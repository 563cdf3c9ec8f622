"""The middle of the end: the board with all that lies on it; without a board, the largest results."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.engine.definition import Deal, Group, Place, Step, Vote, Write
from game.engine.results import items, judgements, results
from game.engine.state import Item
from game.ui import paint
from game.ui.board import Board
from game.ui.boardof import figure_of, names_of
from game.ui.cards import draw_pin
from game.ui.faces import sector_of, tint_of
from game.ui.fonts import draw_line, draw_text, text_height, width
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_badge, draw_numbered
from game.ui.part import Part
from game.ui.pieces import draw_token
from game.ui.play import Play
from game.words import ngettext

_TITLE = Style(26, 32, 600)
_COUNT = Style(28, 34, 700, tabular=True)
_DISC = 44.0
_CORNER = 22.0
_TOKEN, _PIN = 38.0, (36.0, 43.0)
_LEGEND = 38.0
_LEAST_WIDE = 360.0


@dataclass(frozen=True)
class _Piece:
    """What lies on a space: a token with how many of it lie there, or the pin of a card with its number."""

    token: str = ""
    count: int = 1
    number: int = 0
    fill: pygame.Color | None = None


def on_board(play: Play) -> list[Step]:
    """The steps, in the order of play, whose results lie on the board."""
    if play.texts.board is None:
        return []
    steps = [play.game.step[step] for step in play.state.order]
    return [step for step in steps if isinstance(step, Place) or (isinstance(step, Deal) and step.onto_board)]


class EndBoard:
    """The board on its sheet in a box, with the tokens and cards that were laid."""

    def __init__(self, look: Look, play: Play, box: Box) -> None:
        """The game must have a board."""
        assert play.texts.board is not None
        self.look, self.play, self.box = look, play, box
        hidden = play.hidden()
        steps = on_board(play)
        self.tokens = [
            (step, [(one.thing, one.value) for one in judgements(play.state, step.id) if one.id not in hidden])
            for step in steps
            if isinstance(step, Place)
        ]
        self.cards = [
            (step, [item for item in items(play.state, step.id, step.makes) if item.id not in hidden])
            for step in steps
            if isinstance(step, Deal)
        ]
        figure = figure_of(play.texts.board)
        high = figure.centre[1] if figure.half else figure.height
        left, right = self._left(), self._right()
        below = 22.0
        above = 14.0 if figure.half else max(y for _x, y in (*left, *right, (0.0, 0.0))) + _CORNER + 8
        wide = max(min((box.h - above - below) / high, box.w - 60), _LEAST_WIDE)
        outer = max((sector.band.outer for sector in figure.sectors), default=0.5)
        while figure.half and wide > _LEAST_WIDE:
            cx, cy = box.w / 2 + (figure.centre[0] - 0.5) * wide, box.h - below
            points = [(_CORNER + x, _CORNER + y) for x, y in left]
            points += [(box.w - _CORNER - x, _CORNER + y) for x, y in right]
            if all(math.hypot(px - cx, py - cy) >= outer * wide + 8 for px, py in points):
                break
            wide *= 0.99
        y = box.bottom - below - wide * high
        names = names_of(play.texts.board, play.pinned()[0])
        self.board = Board(look, figure, names, box.x + (box.w - wide) / 2, y, wide, marks=not figure.half)

    # The corners

    def _heading(self, step: Step) -> str:
        return self.play.say(self.play.texts.steps[step.id].short_title)

    @staticmethod
    def _counts(step: Place, laid: Sequence[tuple[str, str]]) -> list[tuple[str, int]]:
        values = [value for _thing, value in laid]
        return [(value, values.count(value)) for value in step.tokens]

    def _left(self) -> list[tuple[float, float]]:
        """How far in and down the rows in the left corner reach."""
        found, y = [], 0.0
        for step, laid in self.tokens:
            y += _DISC
            found.append((_DISC + 12 + width(self.look, self._heading(step), _TITLE), y))
            for _value, count in self._counts(step, laid):
                y += _LEGEND + 8
                found.append((_LEGEND + 12 + width(self.look, str(count), _COUNT), y))
            y += 12
        return found

    def _right(self) -> list[tuple[float, float]]:
        found, y = [], 0.0
        for step, laid in self.cards:
            y += _DISC
            found.append((_DISC + 12 + width(self.look, self._heading(step), _TITLE), y))
            y += 36 * self.look.text_factor
            found.append((width(self.look, _cards(len(laid)), "read"), y))
            y += 12
        return found

    def part(self) -> Part:
        """All of it as one part."""
        told = [f"{self._heading(step)}: {len(laid)}" for step, laid in self.tokens]
        told += [f"{self._heading(step)}: {len(cards)}" for step, cards in self.cards]
        return Part("end.board", self.box, ". ".join(told), paint=self._draw, focusable=False, radius=20)

    # Drawing

    def _draw(self, surface: pygame.Surface, look: Look, part: Part) -> None:
        paint.board_sheet(surface, look, self.box)
        self.board.draw(surface)
        for place in self.board.figure.places:
            self._draw_space(surface, look, place.id)
        x, y = self.box.x + _CORNER, self.box.y + _CORNER
        order = self.play.state.order
        for step, tokens in self.tokens:
            _numbered(surface, look, x + _DISC / 2, y + _DISC / 2, order.index(step.id) + 1)
            draw_line(surface, look, x + _DISC + 12, y + _DISC / 2, self._heading(step), _TITLE)
            y += _DISC
            for value, count in self._counts(step, tokens):
                draw_token(surface, look, value, x + _DISC / 2, y + 8 + _LEGEND / 2, _LEGEND, letter=value)
                draw_line(surface, look, x + _DISC + 12, y + 8 + _LEGEND / 2, str(count), _COUNT)
                y += _LEGEND + 8
            y += 12
        x, y = self.box.right - _CORNER, self.box.y + _CORNER
        for deal, laid in self.cards:
            name = draw_line(surface, look, x, y + _DISC / 2, self._heading(deal), _TITLE, align="right")
            _numbered(surface, look, name.x - 12 - _DISC / 2, y + _DISC / 2, order.index(deal.id) + 1)
            y += _DISC + 18 * look.text_factor
            draw_line(surface, look, x, y, _cards(len(laid)), "read", align="right")
            y += 18 * look.text_factor + 12

    def _draw_space(self, surface: pygame.Surface, look: Look, space: str) -> None:
        """Tokens and pins in a space; where all would not stand beside each other, tokens of a kind lie in one pile."""
        ref = f"space:{space}"
        values = [value for _step, laid in self.tokens for thing, value in laid if thing == ref]
        pins = [
            _Piece(number=number, fill=self._fill(item))
            for _step, laid in self.cards
            for number, item in enumerate(laid, 1)
            if item.at == ref
        ]
        pieces = [_Piece(value) for value in values] + pins
        if len(pieces) > self.board.room(space, _TOKEN, _PIN[1]):
            pieces = [_Piece(value, values.count(value)) for value in dict.fromkeys(values)] + pins
        for piece, spot in zip(pieces, self.board.spots(space, len(pieces), _TOKEN, _PIN[1]), strict=False):
            count = max(piece.count, spot.pile)
            if piece.token:
                draw_token(surface, look, piece.token, spot.x, spot.y, _TOKEN, "rest", letter=piece.token)
            else:
                draw_pin(surface, look, piece.number, spot.x, spot.y, piece.fill or look.colour("primary"), _PIN)
            if count > 1:
                draw_badge(surface, look, count, spot.x + _TOKEN * 0.42, spot.y - _TOKEN * 0.4)

    def _fill(self, item: Item) -> pygame.Color:
        card = next((link[5:] for link in item.links if link.startswith("card:")), "")
        if card in self.play.texts.cards and sector_of(self.play.texts, card):
            return tint_of(self.look, self.play.texts, card).fill
        board = self.play.texts.board
        space = board.spaces.get(item.at[6:]) if board else None
        return self.look.kind(space.sector).fill if space else self.look.colour("primary")


def _cards(count: int) -> str:
    return ngettext("{n} card", "{n} cards", count).format(n=count)


def _numbered(surface: pygame.Surface, look: Look, x: float, y: float, number: int) -> None:
    draw_numbered(surface, look, str(number), x, y, _DISC)


# Without a board


def largest(play: Play) -> str:
    """The step whose results are shown large where there is no board: what was chosen, else grouped, else written."""
    for kind in (Vote, Group, Write):
        for step in reversed(play.state.order):
            if isinstance(play.game.step[step], kind) and results(play.game, play.state, step):
                return step
    return ""


def large_results(look: Look, play: Play, box: Box, step: str) -> Part:
    """The results of a step on a sheet, in large letters; as many as there is room for."""
    hidden = play.hidden()
    titles = [play.title(item) for item in results(play.game, play.state, step) if item.id not in hidden]
    number = play.state.order.index(step) + 1 if step else 0
    heading = play.say(play.texts.steps[step].title) if step else play.say(play.texts.title)
    return Part("end.large", box, ". ".join([heading, *titles]), paint=_large(heading, number, titles), focusable=False,
                radius=20)  # fmt: skip


def _large(heading: str, number: int, titles: Sequence[str]) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        paint.board_sheet(surface, look, part.box)
        inner = part.box.inset(36, 30)
        left = inner.x
        if number:
            _numbered(surface, look, left + _DISC / 2, inner.y + _DISC / 2, number)
            left += _DISC + 14
        draw_text(surface, look, Box(left, inner.y, inner.right - left, _DISC), heading, _TITLE, valign="middle")
        style = next((s for s in _SIZES if _needs(look, titles, s, inner.w) <= inner.h - _DISC - 20), _SIZES[-1])
        y, shown = inner.y + _DISC + 20, 0
        for place, title in enumerate(titles):
            high = text_height(look, title, style, inner.w - 40)
            last = place + 1 == len(titles)
            if y + high > inner.bottom - (0 if last else style.line):
                break
            draw_text(surface, look, Box(inner.x, y, 40, style.line), "•", style, "primary")
            draw_text(surface, look, Box(inner.x + 40, y, inner.w - 40, high), title, style)
            y += high + 10
            shown += 1
        if shown < len(titles):
            left_out = len(titles) - shown
            words = ngettext("+ {n} more", "+ {n} more", left_out).format(n=left_out)
            draw_text(surface, look, Box(inner.x + 40, y, inner.w - 40, 60), words, "read", "ink_muted")

    return draw


_SIZES = (Style(40, 48, 500), Style(34, 42, 500), Style(30, 38, 500), Style(26, 34, 500), Style(24, 30, 500))


def _needs(look: Look, titles: Sequence[str], style: Style, wide: float) -> float:
    return sum(text_height(look, title, style, wide - 40) + 10 for title in titles)
