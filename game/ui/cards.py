"""Cards: in the hand, large, in a grid, as a row of a list, as a pin on the board, and their backs.

A card is drawn once for its face and size and kept as a picture, so that dealing, lifting and dragging
only blit it. Text that does not fit is set smaller down to the smallest size allowed; what then still has
no room is left for the large card, with a mark that there is more. It is never cut with dots.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.ui import fonts, icons, marks, paint
from game.ui.look import Box, Look, Style, Tint
from game.ui.paint import clear
from game.ui.shapes import put
from game.ui.wrap import Lines, wrap

Colour = str | pygame.Color


@dataclass(frozen=True, slots=True)
class CardFace:
    """What stands on a card. The band's colours are roles such as `kind:plan` and `kind:plan:on`.

    `level` is 0 where levels mean nothing; `picture` is shown above the title.
    """

    title: str
    text: str
    foot: str
    band_text: str
    band_fill: str
    band_on: str
    icon: str
    level: int = 0
    levels: int = 5
    picture: pygame.Surface | None = None


@dataclass(frozen=True, slots=True)
class CardSize:
    """The proportions of a card. Texts and titles are tried at their sizes in order, largest first."""

    size: tuple[float, float]
    band: float
    band_icon: float
    band_style: Style
    glyph: float
    padding: float
    gap: float
    titles: tuple[Style, ...]
    title_lines: int
    texts: tuple[Style, ...]
    foot_icon: float = 0


_TITLE = Style(27, 32, 700)
_TEXT = Style(24, 30, 400)
_FOOT = Style(20, 26, 500)
_BAND = Style(20, 26, 600)


_READ = tuple(_TEXT.sized(*size) for size in ((24, 30), (24, 28), (22, 26), (20, 23)))


def _sizes(style: Style, *sizes: float) -> tuple[Style, ...]:
    return tuple(style.sized(size) for size in sizes)


HAND = CardSize((256, 316), 50, 28, _BAND, 44, 16, 8, _sizes(_TITLE, 27, 24, 22), 2, _READ)
GRID = CardSize(
    (333, 356), 56, 30, _BAND.sized(22), 48, 20, 8, _sizes(_TITLE, 30, 27, 24), 2, (_TEXT.sized(26, 32), *_READ)
)
LARGE = CardSize(
    (424, 452),
    76,
    38,
    _BAND.sized(28),
    62,
    28,
    20,
    _sizes(Style(38, 46, 700), 38, 34, 30),
    3,
    (_TEXT.sized(30, 40), _TEXT.sized(27, 35), *_READ),
    72,
)


def hand_width(width: float) -> CardSize:
    """The card of the hand at another width, as on narrow screens."""
    return CardSize(
        (width, HAND.size[1]), HAND.band, HAND.band_icon, HAND.band_style, HAND.glyph, HAND.padding, HAND.gap,
        HAND.titles, HAND.title_lines, HAND.texts,
    )  # fmt: skip


def card(
    look: Look, face: CardFace, kind: CardSize = HAND, selected: bool = False, size: tuple[float, float] | None = None
) -> pygame.Surface:
    """The picture of a card without its shadow; `size` is the kind's own unless given, in logical
    pixels.
    """
    w, h = kind.size if size is None else size
    box = Box(0, 0, w, h)
    return look.kept(("card", face, kind, w, h, selected), partial(_draw, look, face, kind, box, selected))


def draw_card(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    face: CardFace,
    kind: CardSize = HAND,
    selected: bool = False,
    shadow: str | None = "card",
) -> None:
    """Lay a card into a box. Selected cards have a strong border; the caller lifts them."""
    if shadow is not None:
        paint.shadow(surface, look, box, shadow, look.radius("card"))
    surface.blit(card(look, face, kind, selected, (box.w, box.h)), look.point(box.x, box.y))


def _draw(look: Look, face: CardFace, kind: CardSize, box: Box, selected: bool) -> pygame.Surface:
    picture = clear(look.rect(box).size, look.colour("raised"))
    radius = look.radius("card")
    paint.plate(picture, look, box, "raised", radius)
    band, body = box.cut_top(kind.band)
    _band(picture, look, band, face, kind, radius)
    _body(picture, look, body.inset(kind.padding, 0), face, kind)
    if selected:
        paint.outline(picture, look, box, radius, "primary", look.stroke("selected"))
    elif look.contrast:
        paint.outline(picture, look, box, radius, "edge")
    return picture


def _band(picture: pygame.Surface, look: Look, band: Box, face: CardFace, kind: CardSize, radius: float) -> None:
    paint.plate(picture, look, band, face.band_fill, radius, corners=paint.TOP)
    left, middle = kind.padding, band.centre[1]
    icons.draw_icon(picture, look, face.icon, left + kind.band_icon / 2, middle, kind.band_icon, face.band_on, 2)
    words = band.cut_left(left + kind.band_icon + 14)[1]
    right = kind.padding
    if face.level:
        right += kind.glyph + 8
        glyph = marks.level_glyph(look, face.level, face.levels, face.band_on, kind.glyph)
        put(picture, look, glyph, band.right - kind.padding - kind.glyph / 2, middle - 1)
    words = words.cut_right(right)[1]
    floor = max(15.0, kind.band_style.size * 0.72)
    tries = _sizes(kind.band_style, kind.band_style.size, kind.band_style.size * 0.88, floor)
    lines = fonts.fitting(look, face.band_text, list(tries), words.w, kind.band) or wrap(
        look, face.band_text, tries[-1], words.w
    )
    fonts.draw_lines(picture, look, words, lines, face.band_on, valign="middle")


def _body(picture: pygame.Surface, look: Look, body: Box, face: CardFace, kind: CardSize) -> None:
    top = kind.padding if face.picture is None else kind.padding / 2
    _, body = body.cut_top(top)
    if face.picture is not None:
        shown, body = body.cut_top(body.h * 0.36, kind.padding / 2)
        put(picture, look, _scaled(look, face.picture, shown), *shown.centre)
    foot = _foot(look, face, kind, body.w)
    _, room = body.cut_bottom(foot.height + 12 if face.foot else 14)
    title, text = _fit(look, face, kind, room)
    used = fonts.draw_lines(picture, look, room._replace(h=title.height), title)
    rest = room.cut_top(used.h, kind.gap)[1]
    shown_lines = _that_fit(text, rest.h)
    more = len(shown_lines.lines) < len(text.lines)
    if face.text and shown_lines.lines:
        fonts.draw_lines(picture, look, rest, shown_lines)
    if face.foot:
        place = body.cut_bottom(foot.height + 12)[0]
        fonts.draw_lines(picture, look, place._replace(w=max(place.w, foot.width)), foot, "ink_muted")
    if more:
        look.overflowed(face.text)
        icons.draw_icon(picture, look, "plus", body.right - 10, body.bottom - 22, 24, "primary", 2.5)
    elif kind.foot_icon and not face.foot and rest.h - shown_lines.height > kind.foot_icon + 8:
        side = kind.foot_icon
        icons.draw_icon(
            picture, look, face.icon, body.right - side / 2, body.bottom - side / 2 - 6, side, face.band_fill, 2.2
        )


def _foot(look: Look, face: CardFace, kind: CardSize, width: float) -> Lines:
    """The line at the foot; it may reach a little into the margin before it becomes smaller."""
    tries, room = _sizes(_FOOT, 20, 18), width + kind.padding / 2
    return fonts.fitting(look, face.foot, list(tries), room, 30 * look.text_factor) or wrap(
        look, face.foot, tries[-1], room
    )


def _fit(look: Look, face: CardFace, kind: CardSize, room: Box) -> tuple[Lines, Lines]:
    """Title and text at the largest sizes at which both go into the room; at the smallest if they never
    do.
    """
    title = text = wrap(look, "", kind.texts[-1], room.w)
    for text_style in kind.texts:
        for title_style in kind.titles:
            title = wrap(look, face.title, title_style, room.w)
            text = wrap(look, face.text, text_style, room.w)
            if len(title.lines) > kind.title_lines and title_style is not kind.titles[-1]:
                continue
            if title.height + kind.gap + text.height <= room.h + 1:
                return title, text
            break
    return wrap(look, face.title, kind.titles[-1], room.w), text


def _that_fit(lines: Lines, height: float) -> Lines:
    """The first lines that go into a height whole."""
    step = lines.height / len(lines.lines)
    count = max(0, min(len(lines.lines), int((height + 1) / step)))
    return lines._replace(lines=lines.lines[:count], height=step * count, spans=lines.spans[:count])


def card_height(look: Look, face: CardFace, kind: CardSize, width: float) -> float:
    """How high a card must be for all its text at the kind's own sizes; never lower than the kind."""
    room = width - 2 * kind.padding
    title = wrap(look, face.title, kind.titles[0], room)
    text = wrap(look, face.text, kind.texts[0], room)
    foot = _foot(look, face, kind, room).height + 12 if face.foot else 14
    picture = kind.size[1] * 0.36 if face.picture is not None else 0
    return max(kind.size[1], kind.band + kind.padding + picture + title.height + kind.gap + text.height + foot)


def _scaled(look: Look, picture: pygame.Surface, box: Box) -> pygame.Surface:
    """A picture as large as goes into a box, its proportions kept."""
    rect = look.rect(box)
    share = min(rect.w / picture.get_width(), rect.h / picture.get_height())
    size = max(1, round(picture.get_width() * share)), max(1, round(picture.get_height() * share))
    return look.kept(("picture", picture, size), lambda: pygame.transform.smoothscale(picture.convert_alpha(), size))


def draw_tag(surface: pygame.Surface, look: Look, x: float, y: float, text: str, icon: str = "check") -> Box:
    """A pill that says what a card is now, such as kept, with its middle at (x, y)."""
    words = fonts.width(look, text, "button")
    high = max(44.0, fonts.line_height(look, "button") + 10)
    box = Box(x, y, 0, 0).centred(words + 82, high)
    paint.plate(surface, look, box, "primary", high / 2)
    icons.draw_icon(surface, look, icon, box.x + 34, y, 28, "on_primary", 2)
    fonts.draw_line(surface, look, box.x + 56, y, text, "button", "on_primary")
    return box


def draw_back(
    surface: pygame.Surface, look: Look, box: Box, deck: Tint, text: str = "", shadow: str | None = "card"
) -> None:
    """The back of a deck's cards: the deck's colour, a hairline frame, its icon and name."""
    radius = look.radius("card")
    if shadow is not None:
        paint.shadow(surface, look, box, shadow, radius)
    key = ("back", box.w, box.h, tuple(deck.fill), deck.icon, text)

    def make() -> pygame.Surface:
        own = Box(0, 0, box.w, box.h)
        picture = clear(look.rect(own).size, deck.fill)
        paint.plate(picture, look, own, deck.fill, radius)
        paint.outline(picture, look, own.inset(10), max(4, radius - 8), deck.fill.lerp(deck.on, 0.5), 1.5)
        side = min(own.w, own.h) * 0.36
        high = own.centre[1] - (side * 0.2 if text else 0)
        icons.draw_icon(picture, look, deck.icon, own.centre[0], high, side, deck.on)
        words = Box(20, high + side * 0.62, own.w - 40, own.bottom - 20 - high - side * 0.62)
        if text:
            fonts.draw_text(picture, look, words, text, "button", deck.on, "centre")
        return picture

    surface.blit(look.kept(key, make), look.point(box.x, box.y))


def draw_row(
    surface: pygame.Surface,
    look: Look,
    box: Box,
    title: str,
    tint: Tint,
    shadow: str | None = "rest",
    selected: bool = False,
) -> None:
    """A card as one row: a tile with the kind's or deck's icon and the title, in as many lines as the box
    allows.
    """
    radius = 10
    paint.raised(surface, look, box, radius, shadow)
    tile, words = box.cut_left(48)
    paint.plate(surface, look, tile, tint.fill, radius, corners=paint.LEFT)
    icons.draw_icon(surface, look, tint.icon, *tile.centre, 28, tint.on)
    words = words.inset(12, 0)
    tries = list(_sizes(look.style("read_strong"), 24, 22, 20))
    lines = fonts.fitting(look, title, tries, words.w, box.h)
    if lines is None:
        look.overflowed(title)
        icons.draw_icon(surface, look, "plus", words.right - 8, words.centre[1], 24, "primary", 2.5)
        words = words.cut_right(24)[1]
        lines = _that_fit(wrap(look, title, tries[-1], words.w), box.h)
    fonts.draw_lines(surface, look, words, lines, valign="middle")
    if selected:
        paint.outline(surface, look, box, radius, "primary", look.stroke("selected"))
    elif look.contrast:
        paint.outline(surface, look, box, radius, "edge")


def row_height(look: Look, title: str, width: float) -> float:
    """The height of a card's row for its title: at least 54."""
    lines = wrap(look, title, look.style("read_strong"), width - 72)
    return max(54.0, lines.height + 16, look.target_min if look.scale < 1 else 0)


PIN = (44.0, 52.0)


def pin(
    look: Look, number: int | str, fill: Colour, size: tuple[float, float] = PIN, halo: bool = True
) -> pygame.Surface:
    """A card laid on the board: its kind's colour on top and the number the list beside the board gives
    it.
    """
    colour = look.colour(fill)
    return look.kept(
        ("pin", str(number), tuple(colour), size, halo), partial(_pin, look, str(number), colour, size, halo)
    )


def _pin(look: Look, number: str, fill: pygame.Color, size: tuple[float, float], halo: bool) -> pygame.Surface:
    rim = 2 if halo else 0
    own = Box(0, 0, size[0] + 2 * rim, size[1] + 2 * rim)
    picture = clear(look.rect(own).size, look.colour("raised"))
    if halo:
        paint.plate(picture, look, own, "raised", 9 + rim)
    plate = own.inset(rim)
    edge = look.stroke("piece")
    paint.plate(picture, look, plate, "raised", 9, "ink", edge)
    band = plate._replace(h=11 * size[1] / PIN[1])
    paint.plate(picture, look, band, fill, 7, corners=paint.TOP)
    letters = 24 if len(number) < 3 else 19
    middle = (band.bottom + plate.bottom) / 2 - 0.5
    marks.draw_number(picture, look, number, own.centre[0], middle, letters * size[1] / PIN[1])
    return picture


def draw_pin(
    surface: pygame.Surface,
    look: Look,
    number: int | str,
    x: float,
    y: float,
    fill: Colour,
    size: tuple[float, float] = PIN,
    shadow: str | None = "rest",
) -> None:
    """A pin with its middle at (x, y); without a shadow it is part of a list and has no halo either."""
    if shadow is not None:
        paint.shadow(surface, look, Box(x, y, 0, 0).centred(size[0] + 4, size[1] + 4), shadow, 11)
    put(surface, look, pin(look, number, fill, size, halo=shadow is not None), x, y)


def draw_tile(surface: pygame.Surface, look: Look, box: Box, tint: Tint, icon: str | None = None) -> None:
    """A small square in a deck's or kind's colour with its icon."""
    paint.plate(surface, look, box, tint.fill, look.radius("chip"))
    icons.draw_icon(surface, look, icon or tint.icon, *box.centre, box.w * 0.68, tint.on)


def hand(box: Box, count: int, width: float = HAND.size[0], pitch: float = 280) -> Sequence[Box]:
    """Where `count` cards of a hand lie side by side in a box; closer together if they would not fit."""
    step = pitch if count < 2 else min(pitch, (box.w - width) / (count - 1))
    return [Box(box.x + i * step, box.y, width, box.h) for i in range(count)]
