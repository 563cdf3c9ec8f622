"""Buttons at the right end of something narrow: beside each other where they fit, else under each other."""

from collections.abc import Sequence

from game.ui.controls import Button
from game.ui.look import Box, Look

_GAP = 8.0
_LOOSE = 28.0
"""How much narrower than it likes a button may be."""


def buttons_under(look: Look, box: Box, buttons: Sequence[Button]) -> float:
    """Lay the buttons out from the upper edge of the box, against its right side; returns where the last row ends."""
    high = look.control()
    likes = [Button.natural(look, one.label, one.kind, one.icon, one.arrow)[0] for one in buttons]
    short = max(0.0, sum(likes) + _GAP * (len(likes) - 1) - box.w) / max(len(likes), 1)
    if short <= _LOOSE:
        x = box.right
        for one, likes_wide in zip(reversed(buttons), reversed(likes), strict=True):
            x -= likes_wide - short
            one.box = Box(x, box.y, likes_wide - short, high)
            x -= _GAP
        return box.y + high
    y = box.y
    for one in buttons:
        one.box = Box(box.x, y, box.w, high)
        y += high + _GAP
    return y - _GAP
