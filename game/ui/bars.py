"""The strip at the bottom of a scene: words at the left, buttons at the right, or under them where it is narrow."""

from collections.abc import Sequence

from game.ui import dock
from game.ui.controls import Button, button_row
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.papers import Sheet
from game.ui.part import Part

_HEADING = Style(30, 36, 700)
_HIGH = 124.0
_PAD = 28.0
_ICON = 72.0
_LEAST = 420.0
"""The width under which words get a row of their own, logical px."""


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
