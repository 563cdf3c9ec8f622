"""Icons: the program's own line drawings (24 units, one colour) at any size and in any colour."""

import io
import re
from functools import cache

import pygame

from game import where
from game.ui.look import Box, Look

_STROKE = re.compile(r'stroke-width="[^"]*"')
UNKNOWN = "note"


@cache
def _source(name: str) -> str:
    """The SVG of an icon; a name without a file gets a plain note."""
    file = where.assets("icons", f"{name}.svg")
    if not name.replace("-", "").isalnum() or not file.is_file():
        file = where.assets("icons", f"{UNKNOWN}.svg")
    return file.read_text(encoding="utf-8")


def icon(
    look: Look, name: str, size: float, role: str | pygame.Color = "ink", stroke: float | None = None
) -> pygame.Surface:
    """The picture of an icon, `size` logical pixels on a side; `stroke` is its line's width in its 24
    units.
    """
    return drawn(look, name, look.px(size), look.colour(role), stroke)


def drawn(look: Look, name: str, pixels: int, colour: pygame.Color, stroke: float | None = None) -> pygame.Surface:
    """The picture of an icon by its size in device pixels."""
    key = ("icon", name, pixels, tuple(colour), stroke)
    return look.kept(key, lambda: _draw(name, pixels, colour, stroke))


def _draw(name: str, pixels: int, colour: pygame.Color, stroke: float | None) -> pygame.Surface:
    # currentColor is not known to the SVG loader: it would come out grey.
    source = _source(name).replace("currentColor", f"#{colour.r:02x}{colour.g:02x}{colour.b:02x}")
    if stroke is not None:
        source = _STROKE.sub(f'stroke-width="{stroke}"', source)
    return pygame.image.load_sized_svg(io.BytesIO(source.encode()), (pixels, pixels))


def draw_icon(
    surface: pygame.Surface,
    look: Look,
    name: str,
    x: float,
    y: float,
    size: float,
    role: str | pygame.Color = "ink",
    stroke: float | None = None,
) -> Box:
    """Draw an icon with its middle at (x, y) and return the box it fills."""
    picture = icon(look, name, size, role, stroke)
    left, top = look.point(x, y)
    surface.blit(picture, (left - picture.get_width() // 2, top - picture.get_height() // 2))
    return Box(x - size / 2, y - size / 2, size, size)
