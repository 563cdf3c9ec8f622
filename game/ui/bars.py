"""What stands on top of a page, and the strip at the bottom of a scene."""

from collections.abc import Sequence

from game.ui import dock
from game.ui.controls import Button, button_row, icon_button
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.scene import Pop
from game.words import _

_HEADING = Style(30, 36, 700)
_HIGH = 124.0
_PAD = 28.0
_ICON = 72.0
_LEAST = 420.0
"""The width under which words get a row of their own, logical px."""


def head(
    look: Look, title: str, right: Sequence[Button] = (), keys: tuple[str, ...] = ("escape",)
) -> tuple[float, list[Part]]:
    """A way back, the title, and icon buttons at the right end; and where the page under it begins."""
    side = look.control("icon_button")
    room = look.W - 80 - (side + 24) - len(right) * (side + 8)
    high = max(side, text_height(look, title, "title", room))
    y = 24 + (high - side) / 2
    found: list[Part] = [
        icon_button("back", look, 40, y, "back", _("Back"), lambda: Pop(), keys=keys),
        Words("title", Box(40 + side + 24, 24, room, high), title, style="title", valign="middle", focusable=False),
    ]
    for place, button in enumerate(right):
        button.box = Box(look.W - 40 - side - (len(right) - 1 - place) * (side + 8), y, side, side)
        found.append(button)
    return 24 + high + 20, found


def bar(
    look: Look, heading: str, line: str, row: Sequence[Button], icon: str = "", fill: Paint = "surface"
) -> tuple[Box, list[Part]]:
    """The strip along the lower edge: where it is, as high as it must be, and its parts."""
    wide = look.W - 80
    inner = wide - 2 * _PAD
    taken = sum(_width(look, button) + 20 for button in row)
    beside = inner - taken - 12 >= _LEAST
    room = inner - taken - 12 if beside else inner
    texts = room - (_ICON if icon else 0)
    high = text_height(look, heading, _HEADING, texts) + (text_height(look, line, "read", texts) if line else 0)
    side = look.control("primary")
    whole = max(_HIGH, high + 32) if beside else high + 20 + side + 40
    box = Box(40, look.H - 24 - whole, wide, whole)
    place = Box(box.x + _PAD, box.y, room, box.h) if beside else Box(box.x + _PAD, box.y + 16, room, high)
    middle = box.centre[1] if beside else box.bottom - 20 - side / 2
    return box, [
        Sheet("dock", box, fill=fill, solid=True, focusable=False),
        *dock.words(look, place, heading, line, icon=icon),
        *button_row(look, box.right - 24, middle, row),
    ]


def _width(look: Look, button: Button) -> float:
    if button.bare:
        return look.control("icon_button")
    return Button.natural(look, button.label, button.kind, button.icon, button.arrow)[0]
