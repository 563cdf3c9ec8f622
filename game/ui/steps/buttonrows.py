"""Buttons at the right end of something narrow: beside each other where they fit, else under each other."""

from collections.abc import Sequence

from game.ui.controls import Button, button_row
from game.ui.look import Box, Look

_GAP = 8.0


def buttons_under(look: Look, box: Box, buttons: Sequence[Button]) -> float:
    """Lay the buttons out from the upper edge of the box, against its right side; returns where the last row ends."""
    high = look.control()
    wide = sum(Button.natural(look, one.label, one.kind, one.icon, one.arrow)[0] + _GAP for one in buttons) - _GAP
    if wide <= box.w:
        button_row(look, box.right, box.y + high / 2, buttons, _GAP)
        return box.y + high
    y = box.y
    for one in buttons:
        one.box = Box(box.x, y, box.w, high)
        y += high + _GAP
    return y - _GAP
