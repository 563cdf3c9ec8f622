"""What the screen draws round a part while it is handled: focus, choice, places that would take it, refusals."""

import pygame

from game.ui import paint
from game.ui.flight import MARGIN, picture
from game.ui.fonts import draw_text, line_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.wrap import wrap

_LARGER = 1.04
_REFUSAL_WIDTH = 640.0


def _outline(surface: pygame.Surface, look: Look, part: Part, role: str, width: float) -> None:
    if part.outline is not None:
        part.outline(surface, look, role, width)
    else:
        paint.outline(surface, look, part.box, part.radius, role, width)


def focus_ring(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The ring round the part that has the focus."""
    if part.outline is not None:
        part.outline(surface, look, "focus", look.stroke("focus"))
    else:
        paint.focus_ring(surface, look, part.box, part.radius)


def target(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The outline of a place that would take what is lifted; wider where it would land now."""
    _outline(surface, look, part, "primary", look.stroke("selected") * (1.5 if part.state.over else 1))


def chosen(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The outline of what has been chosen and waits for a place."""
    _outline(surface, look, part, "primary", look.stroke("selected"))


def empty_place(surface: pygame.Surface, look: Look, part: Part) -> None:
    """Where something was lifted from."""
    paint.dashed(surface, look, part.box, part.radius)


def in_hand(part: Part, look: Look) -> pygame.Surface:
    """The picture of a part in the air, a little larger; made once for each time that it is lifted."""
    return pygame.transform.smoothscale_by(picture(part, look), _LARGER)


def carried(
    surface: pygame.Surface, look: Look, part: Part, image: pygame.Surface, centre: tuple[float, float]
) -> None:
    """A part in the air on a long shadow, its middle at `centre`; `image` comes from `in_hand`."""
    w, h = part.box.w * _LARGER, part.box.h * _LARGER
    box = Box(centre[0] - w / 2, centre[1] - h / 2, w, h)
    paint.shadow(surface, look, box, "lifted", part.radius)
    surface.blit(image, look.point(box.x - MARGIN * _LARGER, box.y - MARGIN * _LARGER))
    if part.outline is None:
        paint.outline(surface, look, box, part.radius, "primary", look.stroke("selected"))


def refusal(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The words why a part cannot be pressed, under it, or above it where there is no room under it."""
    lines = wrap(look, part.refusal, "read", _REFUSAL_WIDTH - 88)
    w, h = lines.width + 88, lines.height + 32
    x = min(max(16.0, part.box.x), max(16.0, look.W - w - 16))
    under, over = part.box.bottom + 12, part.box.y - 12 - h
    box = Box(x, under if under + h <= look.H - 8 or over < 8 else over, w, h)
    paint.raised(surface, look, box, "control", "card", "raised", "edge")
    first_line = box.y + 16 + line_height(look, "read") / 2
    draw_icon(surface, look, "info", box.x + 36, first_line, 28, "ink_muted")
    draw_text(surface, look, Box(box.x + 64, box.y + 16, lines.width + 1, lines.height + 1), part.refusal, "read")
