"""Sheets, wells, cards' and buttons' bodies, shadows, borders and the focus ring.

Corners are drawn large and scaled down once, because pygame's own are jagged, and kept by radius, colours
and width; the straight parts between them are plain fills. Shadows are blurred once and kept the same way.
"""

from functools import partial

import pygame

from game.ui.look import Box, Look

FINE = 4
"""How many times larger shapes are drawn before they are scaled down."""

ALL = (True, True, True, True)
TOP = (True, True, False, False)
BOTTOM = (False, False, True, True)
LEFT = (True, False, False, True)
RIGHT = (False, True, True, False)
Corners = tuple[bool, bool, bool, bool]
"""Which corners are round: upper left, upper right, lower right, lower left."""

_SHADOW_REACH = 1.45
"""How far a shadow is to be seen, in blurs."""

Paint = str | pygame.Color


def clear(size: tuple[int, int], colour: pygame.Color) -> pygame.Surface:
    """An empty picture whose edges, once scaled down, take the hue of `colour` instead of black."""
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.fill((colour.r, colour.g, colour.b, 0))
    return picture


def smooth(large: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The large picture at its final size."""
    return pygame.transform.smoothscale(large, size)


def plate(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    fill: Paint | None,
    radius: float,
    border: Paint | None = None,
    width: float = 0,
    corners: Corners = ALL,
) -> None:
    """A filled shape with round corners and, inside its edge, a border `width` logical pixels wide."""
    rect = look.rect(box)
    if rect.w <= 0 or rect.h <= 0:
        return
    inner = None if fill is None else look.colour(fill)
    edge = None if border is None or width <= 0 else look.colour(border)
    line = 0 if edge is None else min(look.px(width), rect.w // 2, rect.h // 2)
    r = min(look.px(radius) if radius else 0, rect.w // 2, rect.h // 2)
    c = max(r, line)
    if inner is not None:
        surface.fill(inner, (rect.x + c, rect.y, rect.w - 2 * c, rect.h))
        surface.fill(inner, (rect.x, rect.y + c, c, rect.h - 2 * c))
        surface.fill(inner, (rect.right - c, rect.y + c, c, rect.h - 2 * c))
    if edge is not None:
        for top in (rect.y, rect.bottom - line):
            surface.fill(edge, (rect.x + c, top, rect.w - 2 * c, line))
        for left in (rect.x, rect.right - line):
            surface.fill(edge, (left, rect.y + c, line, rect.h - 2 * c))
    if c == 0:
        return
    places = (
        (rect.x, rect.y),
        (rect.right - c, rect.y),
        (rect.right - c, rect.bottom - c),
        (rect.x, rect.bottom - c),
    )
    for i, (place, is_round) in enumerate(zip(places, corners, strict=True)):
        surface.blit(_corners(look, r if is_round else 0, c, inner, edge, line)[i], place)


def _corners(
    look: Look, r: int, c: int, fill: pygame.Color | None, edge: pygame.Color | None, line: int
) -> tuple[pygame.Surface, ...]:
    key = ("corner", r, c, fill and tuple(fill), edge and tuple(edge), line)
    return look.kept(key, lambda: _draw_corners(r, c, fill, edge, line))


def _draw_corners(
    r: int, c: int, fill: pygame.Color | None, edge: pygame.Color | None, line: int
) -> tuple[pygame.Surface, ...]:
    outside = edge or fill or pygame.Color(0, 0, 0)
    side = 2 * c * FINE
    large = clear((side, side), outside)
    if edge is not None:
        pygame.draw.rect(large, edge, (0, 0, side, side), border_radius=r * FINE)
    hole = fill if fill is not None else pygame.Color(outside.r, outside.g, outside.b, 0)
    inset = line * FINE
    if inset * 2 < side:
        inner = (inset, inset, side - 2 * inset, side - 2 * inset)
        pygame.draw.rect(large, hole, inner, border_radius=max(0, r * FINE - inset))
    small = smooth(large, (2 * c, 2 * c))
    return tuple(small.subsurface(x, y, c, c) for x, y in ((0, 0), (c, 0), (c, c), (0, c)))


def outline(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    radius: float,
    role: Paint = "edge",
    width: float | None = None,
) -> None:
    """A border with nothing in it, inside the box."""
    plate(surface, look, box, None, radius, role, look.stroke("control") if width is None else width)


def dashed(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    radius: float,
    role: Paint = "edge",
    width: float | None = None,
    fill: Paint | None = None,
) -> None:
    """A dashed border inside the box: an empty place, something that cannot be done, a gap."""
    line = look.px(look.stroke("control") if width is None else width)
    rect = look.rect(box)
    r = max(line, min(look.px(radius), rect.w // 2, rect.h // 2))
    if fill is not None:
        plate(surface, look, box, fill, radius)
    colour = look.colour(role)
    for start, length in _dashes(rect.w - 2 * r, line):
        for top in (rect.y, rect.bottom - line):
            surface.fill(colour, (rect.x + r + start, top, length, line))
    for start, length in _dashes(rect.h - 2 * r, line):
        for left in (rect.x, rect.right - line):
            surface.fill(colour, (left, rect.y + r + start, line, length))
    arcs = look.kept(("arcs", r, line, tuple(colour)), lambda: _draw_arcs(r, line, colour))
    places = (
        (rect.x, rect.y),
        (rect.right - r, rect.y),
        (rect.right - r, rect.bottom - r),
        (rect.x, rect.bottom - r),
    )
    for arc, place in zip(arcs, places, strict=True):
        surface.blit(arc, place)


def _dashes(room: int, line: int) -> list[tuple[int, int]]:
    """(start, length) of the dashes of one straight side: even, with half a gap at either end."""
    period = 5 * line
    count = max(1, round(room / period))
    step = room / count
    return [(round(step * (i + 0.2)), max(1, round(step * 0.6))) for i in range(count)] if room > 0 else []


def _draw_arcs(r: int, line: int, colour: pygame.Color) -> tuple[pygame.Surface, ...]:
    """The four corners of a dashed border: arcs in dashes as long as those of the sides."""
    ring = clear((2 * r * FINE, 2 * r * FINE), colour)
    pygame.draw.circle(ring, colour, (r * FINE, r * FINE), r * FINE, line * FINE)
    count = max(1, round(1.57 * (r - line / 2) / (5 * line)))
    gaps = pygame.Surface(ring.get_size(), pygame.SRCALPHA)
    for i in range(4 * count):  # a gap lies across the middle between two dashes
        far = pygame.Vector2(2 * r * FINE, 0).rotate(i * 90 / count)
        side = far.rotate(90).normalize() * line * FINE
        middle = pygame.Vector2(r * FINE, r * FINE)
        pygame.draw.polygon(
            gaps, (0, 0, 0, 255), [middle + side, middle + far + side, middle + far - side, middle - side]
        )
    ring.blit(gaps, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    small = smooth(ring, (2 * r, 2 * r))
    return tuple(small.subsurface(x, y, r, r) for x, y in ((0, 0), (r, 0), (r, r), (0, r)))


def shadow(surface: pygame.Surface, look: Look, box: Box, kind: str, radius: float) -> None:
    """The shadow a thing at `box` casts: kind is rest, card, sheet or lifted. The contrast theme has none.

    Nothing is drawn under the thing itself, so what casts a shadow must not be transparent.
    """
    if look.contrast:
        return
    spec = look.tokens["shadow"][kind]
    blur = look.px(spec["blur"] * _SHADOW_REACH)
    rect = look.rect(box).move(0, look.px(spec["dy"]))
    r = min(look.px(radius) if radius else 0, rect.w // 2, rect.h // 2)
    corner = min(r + 2 * blur, blur + rect.w // 2, blur + rect.h // 2)
    outer = rect.inflate(2 * blur, 2 * blur)
    key = ("shadow", kind, r, corner, outer.w - 2 * corner, outer.h - 2 * corner)
    for part, (x, y) in look.kept(key, lambda: _draw_shadow(look, r, blur, corner, outer.size, float(spec["alpha"]))):
        surface.blit(part, (outer.x + x, outer.y + y))


def _draw_shadow(
    look: Look, r: int, blur: int, corner: int, size: tuple[int, int], alpha: float
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    """Four corners and the four sides between them, stretched to the size; the middle is left out."""
    w, h = size
    stamp = look.kept(("stamp", r, blur, corner, alpha), lambda: _stamp(look, r, blur, corner, alpha))
    far = stamp.get_width() - corner
    parts: list[tuple[pygame.Surface, tuple[int, int]]] = [
        (stamp.subsurface(x, y, corner, corner), (0 if x == 0 else w - corner, 0 if y == 0 else h - corner))
        for x in (0, far)
        for y in (0, far)
    ]
    if w > 2 * corner:
        for y in (0, far):
            side = stamp.subsurface(corner, y, 1, corner)
            stretched = pygame.transform.scale(side, (w - 2 * corner, corner))
            parts.append((stretched, (corner, 0 if y == 0 else h - corner)))
    if h > 2 * corner:
        for x in (0, far):
            side = stamp.subsurface(x, corner, corner, 1)
            stretched = pygame.transform.scale(side, (corner, h - 2 * corner))
            parts.append((stretched, (0 if x == 0 else w - corner, corner)))
    return parts


def _stamp(look: Look, r: int, blur: int, corner: int, alpha: float) -> pygame.Surface:
    """A blurred rounded rectangle just large enough for its four corners and one pixel between them."""
    side = 2 * corner + 1
    tint = look.colour("shadow")
    sharp = clear((side, side), tint)
    body = (blur, blur, side - 2 * blur, side - 2 * blur)
    pygame.draw.rect(sharp, (tint.r, tint.g, tint.b, round(255 * alpha)), body, border_radius=r)
    soft = sharp
    for _ in range(3):  # three box blurs are as good as a bell curve
        soft = pygame.transform.box_blur(soft, max(1, blur // 3))
    return soft


def sheet(surface: pygame.Surface, look: Look, box: Box, fill: Paint = "surface", kind: str = "sheet") -> None:
    """A large sheet of paper on the table."""
    raised(surface, look, box, "sheet", kind, fill)


def board_sheet(surface: pygame.Surface, look: Look, box: Box) -> None:
    """The sheet the board is printed on: with a hairline frame inside."""
    sheet(surface, look, box)
    outline(surface, look, box.inset(8), 14, "line", look.stroke("hairline"))


def raised(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    radius: str | float = "card",
    kind: str | None = "card",
    fill: Paint = "raised",
    border: Paint | None = None,
    width: float | None = None,
    corners: Corners = ALL,
) -> None:
    """Something that lies on top, with its shadow. In the contrast theme it always has an edge."""
    r = look.radius(radius) if isinstance(radius, str) else radius
    if look.contrast and border is None:
        border, width = "edge", look.stroke("control")
    if kind is not None:
        shadow(surface, look, box, kind, r)
    plate(surface, look, box, fill, r, border, look.stroke("control") if width is None else width, corners)


def well(surface: pygame.Surface, look: Look, box: Box, radius: str | float = "card") -> None:
    """A hollow in the table, where things lie that wait: the swap table, unsorted notes."""
    r = look.radius(radius) if isinstance(radius, str) else radius
    border = "edge" if look.contrast else "line"
    plate(surface, look, box, "sunken", r, border, look.stroke("hairline"))


def selected(surface: pygame.Surface, look: Look, box: Box, radius: float, fill: Paint = "primary_soft") -> None:
    """The plate under what is chosen or whose turn it is."""
    plate(surface, look, box, fill, radius, "primary", look.stroke("selected"))


def button(surface: pygame.Surface, look: Look, box: Box, kind: str = "plain", state: str = "rest") -> str:
    """A button's body; returns the role its words and icon are drawn in.

    `kind` is primary, plain or quiet (words alone). `state` is rest, hover, pressed, selected or
    disabled. A pressed button lies two pixels lower, without a shadow: its words go down with it (see
    `PRESSED_DOWN`).
    """
    r = look.radius("control")
    if state == "pressed":
        box = box.moved(0, PRESSED_DOWN)
    if state == "disabled":
        dashed(surface, look, box, r)
        return "ink_muted"
    if state == "selected":
        selected(surface, look, box, r)
        return "ink"
    down = state in ("hover", "pressed")
    if kind == "primary":
        if state != "pressed":
            shadow(surface, look, box, "rest", r)
        plate(surface, look, box, "primary_hover" if down else "primary", r)
        return "on_primary"
    if kind == "quiet":
        if down:
            plate(surface, look, box, "sunken", r, *_contrast_edge(look))
        return "ink"
    plate(surface, look, box, "sunken" if down else "raised", r, "edge", look.stroke("control"))
    return "ink"


PRESSED_DOWN = 2
"""How far a pressed button goes down, in logical pixels."""


def _contrast_edge(look: Look) -> tuple[Paint | None, float]:
    return ("edge", look.stroke("control")) if look.contrast else (None, 0)


def focus_ring(surface: pygame.Surface, look: Look, box: Box, radius: float) -> None:
    """The ring round the part that has the keyboard; drawn last, outside the part."""
    gap, line = look.stroke("focus_gap"), look.stroke("focus")
    outline(surface, look, box.inset(-gap), radius + gap, "focus_gap", gap)
    outline(surface, look, box.inset(-gap - line), radius + gap + line, "focus", line)


def scrim(surface: pygame.Surface, look: Look, box: Box | None = None) -> None:
    """Darkens all that lies under a question that must be answered."""
    rect = look.rect(look.box if box is None else box)
    veil = look.kept(("scrim", rect.size), partial(_veil, rect.size, look.colour("scrim")))
    surface.blit(veil, rect)


def _veil(size: tuple[int, int], colour: pygame.Color) -> pygame.Surface:
    veil = pygame.Surface(size, pygame.SRCALPHA)
    veil.fill(colour)
    return veil


def rule(
    surface: pygame.Surface,
    look: Look,
    start: tuple[float, float],
    length: float,
    role: Paint = "line",
    upright: bool = False,
    width: float | None = None,
) -> None:
    """A straight line from `start`, to the right or, `upright`, down."""
    line = look.px(look.stroke("hairline") if width is None else width)
    x, y = look.point(*start)
    far = round(length * look.scale)
    surface.fill(look.colour(role), (x, y, line, far) if upright else (x, y, far, line))
