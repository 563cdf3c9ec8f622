"""Small marks of paint and ink: discs with a number or an icon, pips, levels, effort."""

import pygame

from game.ui import glyphs, icons
from game.ui.look import Box, Look
from game.ui.paint import FINE, clear, dashed, outline, plate, smooth
from game.ui.shapes import Colour, dashed_outline, put

# Round marks with a number or an icon in them


def disc(
    look: Look,
    size: float,
    fill: Colour | None,
    edge: Colour | None = None,
    width: float = 0,
    dashes: bool = False,
) -> pygame.Surface:
    """A round plate, its edge inside its size."""
    inner = None if fill is None else look.colour(fill)
    line = None if edge is None else look.colour(edge)
    key = ("disc", size, inner and tuple(inner), line and tuple(line), width, dashes)
    return look.kept(key, lambda: _disc(look.px(size), inner, line, width * look.scale, dashes))


def _disc(
    size: int, fill: pygame.Color | None, edge: pygame.Color | None, width: float, dashes: bool
) -> pygame.Surface:
    large = clear((size * FINE, size * FINE), edge or fill or pygame.Color(0, 0, 0))
    middle, radius = (size * FINE / 2, size * FINE / 2), size * FINE / 2
    if fill is not None:
        pygame.draw.circle(large, fill, middle, radius)
    if edge is not None and not dashes:
        pygame.draw.circle(large, edge, middle, radius, max(1, round(max(1, width) * FINE)))
    small = smooth(large, (size, size))
    if edge is not None and dashes:
        reach = 50 - 50 * width / size
        small.blit(dashed_outline({"circle": (50, 50, reach)}, size, 100, edge, width), (0, 0))
    return small


def _number(look: Look, text: str, size: float, colour: Colour) -> pygame.Surface:
    """Bold figures cut to their ink, so that they can be put exactly in the middle."""
    ink = look.colour(colour)

    def make() -> pygame.Surface:
        picture = glyphs.font_of(look, 700, max(9, round(size * look.scale))).render(text, True, ink)
        return picture.subsurface(picture.get_bounding_rect())

    return look.kept(("number", text, size, tuple(ink)), make)


def draw_number(
    surface: pygame.Surface, look: Look, text: str, x: float, y: float, size: float, role: Colour = "ink"
) -> None:
    """Bold figures with the middle of their ink at (x, y); `size` is the letters' size."""
    put(surface, look, _number(look, text, size, role), x, y)


def draw_level_mark(surface: pygame.Surface, look: Look, number: int, x: float, y: float, size: float = 36) -> None:
    """A level's number in an outlined disc."""
    put(surface, look, disc(look, size, "raised", "edge", look.stroke("control")), x, y)
    draw_number(surface, look, str(number), x, y, size * 0.56)


def draw_numbered(surface: pygame.Surface, look: Look, text: str, x: float, y: float, size: float = 44) -> None:
    """A number on a solid disc: a step of the game, a point of a list."""
    put(surface, look, disc(look, size, "ink"), x, y)
    draw_number(surface, look, text, x, y, size * 0.5, "surface")


def draw_badge(surface: pygame.Surface, look: Look, count: int, x: float, y: float) -> None:
    """How many things lie in a pile."""
    size = look.tokens["size"]["count_badge"]
    put(surface, look, disc(look, size, "ink", "raised", 1.5), x, y)
    draw_number(surface, look, str(count), x, y, size * 0.7, "surface")


def draw_bead(
    surface: pygame.Surface,
    look: Look,
    x: float,
    y: float,
    state: str,
    number: str = "",
    size: float | None = None,
) -> None:
    """A step on the step bar that is not the current one: `state` is done, skipped or to_come."""
    size = look.tokens["size"]["step_bead"] if size is None else size
    line = look.stroke("control")
    if state == "done":
        put(surface, look, disc(look, size, "ink"), x, y)
        icons.draw_icon(surface, look, "check", x, y, size * 0.6, "surface")
    elif state == "skipped":
        put(surface, look, disc(look, size, None, "edge", line, dashes=True), x, y)
        icons.draw_icon(surface, look, "pass", x, y, size * 0.6, "ink_muted")
    else:
        put(surface, look, disc(look, size, "surface", "edge", line), x, y)
        draw_number(surface, look, number, x, y, size * 0.5)


def draw_pips(
    surface: pygame.Surface,
    look: Look,
    x: float,
    y: float,
    done: int,
    total: int,
    size: float = 12,
    gap: float = 4,
) -> None:
    """Small discs in a row with the middle at (x, y): done ones solid, those to do outlined."""
    left = x - (total * size + (total - 1) * gap) / 2 + size / 2
    for i in range(total):
        pip = disc(look, size, "ink") if i < done else disc(look, size, None, "edge", look.stroke("control"))
        put(surface, look, pip, left + i * (size + gap), y)


# Levels and effort


def level_glyph(look: Look, level: int, levels: int, colour: Colour, width: float = 44) -> pygame.Surface:
    """Half rings round a dot, the innermost `level` of them strong: how far out on the board a card
    belongs.
    """
    ink = look.colour(colour)
    key = ("level", level, levels, tuple(ink), width)
    return look.kept(key, lambda: _level_glyph(look.px(width), look.px(width * 27 / 44), level, levels, ink))


def _level_glyph(w: int, h: int, level: int, levels: int, ink: pygame.Color) -> pygame.Surface:
    large = clear((w * FINE, h * FINE), ink)
    unit = w * FINE / 44
    middle = (w * FINE / 2, h * FINE - 4 * unit)
    faint = pygame.Color(ink.r, ink.g, ink.b, round(255 * 0.38))
    outermost, innermost = 21.0, 6.2
    for ring in range(levels, 0, -1):
        radius = innermost + (outermost - innermost) * (ring - 1) / max(1, levels - 1)
        strong = ring <= level
        line = (1.9 if strong else 1.25) * unit
        tint = ink if strong else faint
        pygame.draw.circle(large, tint, middle, radius * unit, round(line), draw_top_left=True, draw_top_right=True)
    pygame.draw.circle(large, ink, middle, 2.9 * unit)
    return smooth(large, (w, h))


def draw_effort(
    surface: pygame.Surface,
    look: Look,
    x: float,
    y: float,
    count: int,
    size: float = 22,
    gap: float = 4,
    total: int = 0,
) -> float:
    """Effort as a row of small blocks from (x, y), its upper left; up to `total` the missing ones are
    dashed.

    Returns the width of the row in logical pixels.
    """
    for i in range(max(count, total)):
        block = Box(x + i * (size + gap), y, size, size)
        if i < count:
            plate(surface, look, block, "ink", size * 0.16)
        else:
            dashed(surface, look, block, size * 0.16)
    return max(count, total) * (size + gap) - gap


def draw_effort_rack(
    surface: pygame.Surface, look: Look, box: Box, used: int, budget: int, columns: int = 5, gap: float = 10
) -> None:
    """The budget as large blocks in rows; used ones solid, the rest dashed, what goes over it in the
    warning colour.
    """
    h = look.tokens["size"]["effort_block"][1]
    wide = (box.w - gap * (columns - 1)) / columns
    for i in range(max(used, budget)):
        row, column = divmod(i, columns)
        block = Box(box.x + column * (wide + gap), box.y + row * (h + 8), wide, h)
        if i >= used:
            dashed(surface, look, block, 6)
        else:
            plate(surface, look, block, "primary" if i < budget else "warning", 6)


def draw_progress(
    surface: pygame.Surface,
    look: Look,
    x: float,
    y: float,
    done: int,
    total: int,
    width: float = 22,
    gap: float = 6,
) -> None:
    """How much of a form is filled: pills in a row from x, their middle at y."""
    for i in range(total):
        pill = Box(x + i * (width + gap), y - 5, width, 10)
        if i < done:
            plate(surface, look, pill, "ink", 5)
        else:
            outline(surface, look, pill, 5)
