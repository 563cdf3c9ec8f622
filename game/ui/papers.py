"""What lies still and is read: the table, sheets of paper, words, icons."""

from dataclasses import KW_ONLY, dataclass

import pygame

from game.ui import paint, wood
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.part import Part


class Ground(Part):
    """The birch table under everything."""

    def __init__(self, look: Look) -> None:
        super().__init__("ground", look.box, focusable=False)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(wood.table(look), (0, 0))


@dataclass(eq=False)
class Sheet(Part):
    """A sheet of paper; `solid`, so that presses do not fall through it."""

    _: KW_ONLY
    fill: Paint = "surface"
    shadow: str = "sheet"

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.sheet(surface, look, self.box, self.fill, self.shadow)


@dataclass(eq=False)
class Words(Part):
    """A text that is only read: `label`, wrapped into the box."""

    _: KW_ONLY
    style: str | Style = "body"
    role: Paint = "ink"
    align: str = "left"
    valign: str = "top"

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        draw_text(surface, look, self.box, self.label, self.style, self.role, self.align, self.valign)


@dataclass(eq=False)
class Picture(Part):
    """An icon in the middle of its box."""

    _: KW_ONLY
    icon: str = "note"
    role: Paint = "ink"

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        draw_icon(surface, look, self.icon, *self.box.centre, min(self.box.w, self.box.h), self.role)


@dataclass(eq=False)
class Line(Part):
    """An icon and a sentence beside it: the secrecy line, a hint, a gap's words."""

    _: KW_ONLY
    icon: str = "info"
    style: str | Style = "read"
    role: Paint = "ink"
    icon_role: Paint | None = None

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        size = _icon_size(look, self.style)
        middle = self.box.y + line_height(look, self.style) / 2
        draw_icon(surface, look, self.icon, self.box.x + size / 2, middle, size, self.icon_role or self.role)
        beside = Box(self.box.x + size + 12, self.box.y, self.box.w - size - 12, self.box.h)
        draw_text(surface, look, beside, self.label, self.style, self.role)

    @staticmethod
    def height(look: Look, words: str, width: float, style: str | Style = "read") -> float:
        """How high a line of these words is in a box `width` wide."""
        return text_height(look, words, style, width - _icon_size(look, style) - 12)


def _icon_size(look: Look, style: str | Style) -> float:
    return look.style(style).size * 1.1 * look.text_factor
