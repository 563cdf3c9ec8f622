"""The painted pieces: seats and answer tokens.

Each is drawn once, large, from the outlines in the tokens and kept at its size. The functions named
`draw_...` put a piece on a surface with its middle at (x, y); the others return its picture.
"""

from functools import partial

import pygame

from game.ui import glyphs, icons
from game.ui.look import Look
from game.ui.paint import FINE, clear, smooth
from game.ui.shapes import dashed_outline, glyph, put, shape

_SEAT_UNITS = 108
_TOKEN_UNITS = 116
_RIM = 12
_SHADOW_ROOM = 1.5


# Seats


def seat(look: Look, number: int, size: float, empty: bool = False) -> pygame.Surface:
    """A seat's piece with its number; `empty` is the dashed outline of a place nobody has taken."""
    return look.kept(("seat", number, size, empty), partial(_seat, look, number, look.px(size), empty))


def _seat(look: Look, number: int, size: int, empty: bool) -> pygame.Surface:
    who = look.seat(number)
    shapes = look.tokens["shapes"]
    spec = shapes["seat"][who.shape]
    if empty:
        piece = dashed_outline(spec, size, _SEAT_UNITS, look.colour("edge"), look.stroke("control") * look.scale)
        ink = look.colour("ink_muted")
    else:
        large = clear((size * FINE, size * FINE), look.colour("seat_edge"))
        unit = size * FINE / _SEAT_UNITS
        edge = max(2.2 * look.scale * FINE, size * FINE / 24)
        shape(large, spec, unit, who.fill)
        shape(large, spec, unit, look.colour("seat_edge"), edge=edge)
        piece, ink = smooth(large, (size, size)), who.on
    numbers = shapes["seat_number"]
    middle = size / 2 + (numbers["middle_y"].get(who.shape, 50) - 50) * size / _SEAT_UNITS
    if not who.label:
        mark = icons.drawn(look, who.icon, round(size * 0.58), ink)
    else:
        units = numbers["size_star_triangle"] if who.shape in ("star", "triangle") else numbers["size"]
        font = glyphs.font_of(look, numbers["weight"], max(7, round(units * size / _SEAT_UNITS)))
        mark = font.render(who.label, True, ink)
        mark = mark.subsurface(mark.get_bounding_rect())
    piece.blit(mark, mark.get_rect(center=(round(size / 2), round(middle))))
    return piece


def draw_seat(
    surface: pygame.Surface, look: Look, number: int, x: float, y: float, size: float, empty: bool = False
) -> None:
    put(surface, look, seat(look, number, size, empty), x, y)


# Answer tokens


def token(look: Look, answer: str, size: float, letter: str = "") -> pygame.Surface:
    """An answer's token with its rim. `letter` is shown on a token the tokens do not know, which has no
    glyph.
    """
    return look.kept(("token", answer, size, letter), partial(_token, look, answer, look.px(size), letter))


def _token(look: Look, answer: str, size: int, letter: str) -> pygame.Surface:
    looks = look.answer(answer)
    shapes = look.tokens["shapes"]
    spec = shapes["answer"][looks.shape]
    rim, ink = look.colour("raised"), look.colour("ink")
    large = clear((size * FINE, size * FINE), rim)
    unit = size * FINE / _TOKEN_UNITS
    shape(large, spec, unit, rim, grown=_RIM / 2 * unit)
    shape(large, spec, unit, looks.fill)
    if looks.role == "live_with" and look.theme != "dark":  # pale: it needs an edge of its own
        width = max(look.stroke("piece") * look.scale * FINE, 3.2 * unit) * 0.8
        shape(large, spec, unit, ink, grown=-width / 2, edge=width)
    for part in shapes["glyph"].get(looks.glyph, ()):
        glyph(large, part, unit, looks.on, shapes["glyph"]["stroke"] * unit)
    small = smooth(large, (size, size))
    if not looks.glyph and letter:
        mark = glyphs.font_of(look, 700, round(size * 0.5)).render(letter[:1].upper(), True, looks.on)
        mark = mark.subsurface(mark.get_bounding_rect())
        small.blit(mark, mark.get_rect(center=(size // 2, size // 2)))
    return small


def draw_token(
    surface: pygame.Surface,
    look: Look,
    answer: str,
    x: float,
    y: float,
    size: float,
    shadow: str | None = None,
    letter: str = "",
) -> None:
    """Put a token down; with `shadow` (rest, card, lifted) it lies on what is under it."""
    if shadow is not None and not look.contrast:
        put(surface, look, _token_shadow(look, answer, size, shadow), x, y)
    put(surface, look, token(look, answer, size, letter), x, y)


def _token_shadow(look: Look, answer: str, size: float, kind: str) -> pygame.Surface:
    return look.kept(("token shadow", answer, size, kind), lambda: cast_shadow(look, token(look, answer, size), kind))


def cast_shadow(look: Look, piece: pygame.Surface, kind: str) -> pygame.Surface:
    """The blurred shadow of a picture, larger than it by the blur all round; nothing in the contrast
    theme.
    """
    spec = look.tokens["shadow"][kind]
    blur, down = look.px(spec["blur"]), look.px(spec["dy"])
    tint = look.colour("shadow")
    room = round(_SHADOW_ROOM * blur) + down
    soft = clear((piece.get_width() + 2 * room, piece.get_height() + 2 * room), tint)
    body = piece.copy()
    body.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    body.fill((tint.r, tint.g, tint.b, 0), special_flags=pygame.BLEND_RGBA_ADD)
    body.fill((255, 255, 255, round(255 * spec["alpha"])), special_flags=pygame.BLEND_RGBA_MULT)
    if look.contrast:
        return soft
    soft.blit(body, (room, room + down))
    size, coarse = soft.get_size(), 4 if blur >= 24 else 1  # a wide blur hides that it was made small
    if coarse > 1:
        soft = pygame.transform.smoothscale(soft, (max(1, size[0] // coarse), max(1, size[1] // coarse)))
    for _ in range(3):
        soft = pygame.transform.box_blur(soft, max(1, blur // 3 // coarse))
    return pygame.transform.smoothscale(soft, size) if coarse > 1 else soft


def token_place(look: Look, answer: str, size: float) -> pygame.Surface:
    """The dashed outline of a token that is not there any more, or not yet."""
    spec = look.tokens["shapes"]["answer"][look.answer(answer).shape]
    line = look.stroke("control") * look.scale
    return look.kept(
        ("token place", answer, size),
        lambda: dashed_outline(spec, look.px(size), _TOKEN_UNITS, look.colour("edge"), line),
    )


def draw_token_place(surface: pygame.Surface, look: Look, answer: str, x: float, y: float, size: float) -> None:
    put(surface, look, token_place(look, answer, size), x, y)
