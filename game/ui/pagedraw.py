"""A page of the plan as a picture, at any size."""

import pygame

from game.ui import paint
from game.ui.fonts import draw_line, line
from game.ui.look import Box, Look, Style, mixed
from game.ui.pageset import HEIGHT, WIDTH, Page, Shape

_FOOT = Style(17, 22, 400, tabular=True)


def page_picture(look: Look, page: Page, number: int, count: int, width: float) -> pygame.Surface:
    """The page `width` logical pixels wide, with its number of so many at its foot. Kept by the page itself."""
    return look.kept(("page", id(page), number, count, width), lambda: _draw(look, page, number, count, width))


def _draw(look: Look, page: Page, number: int, count: int, width: float) -> pygame.Surface:
    k = width / WIDTH
    size = look.px(width), look.px(HEIGHT * k)
    picture = pygame.Surface(size)
    picture.fill(look.colour("paper"))
    for shape in page.shapes:
        _shape(picture, look, shape, k)
    for x, y, written in page.written:
        for run in written.runs:
            style = run.style.sized(run.style.size * k)
            high = run.style.line * look.text_factor * k
            text = line(look, run.text, style, colour(look, run.role))
            left, top = look.point((x + run.x) * k, y * k)
            picture.blit(text, (left, top + (round(high * look.scale) - text.get_height()) // 2))
    foot = _FOOT.sized(_FOOT.size * k / look.text_factor)
    draw_line(picture, look, WIDTH * k / 2, (HEIGHT - 38) * k, f"{number} / {count}", foot,
              colour(look, "ink_muted"), "centre")  # fmt: skip
    return picture


def colour(look: Look, role: str) -> pygame.Color:
    """A colour on paper, which stays light in a dark room: so do the colours of what is printed on it."""
    if role.startswith("depth-"):
        return mixed(look.colour("paper"), colour(look, "primary"), (0.04, 0.2, 0.42, 0.72, 1.0)[int(role[6:])])
    if role.startswith("paper") or look.theme != "dark":
        return look.colour(role)
    return pygame.Color(look.tokens["themes"]["light"]["roles"][role])


def _shape(picture: pygame.Surface, look: Look, shape: Shape, k: float) -> None:
    box = Box(shape.x * k, shape.y * k, shape.w * k, shape.h * k)
    ink = colour(look, shape.role)
    match shape.kind:
        case "dashed":
            soft = colour(look, f"{shape.role}_soft")
            paint.dashed(picture, look, box, 8 * k, ink, 2 * k, fill=soft)
        case "edge":
            paint.plate(picture, look, box, None, 8 * k, ink, 2 * k)
        case "dashes":
            dash = 6 * k
            for at in range(int(box.w // (2 * dash)) + 1):
                x = box.x + at * 2 * dash
                picture.fill(ink, look.rect(Box(x, box.y, min(dash, box.right - x), box.h)))
        case _:
            rect = look.rect(box)
            rect.h = max(rect.h, 1)
            picture.fill(ink, rect)
