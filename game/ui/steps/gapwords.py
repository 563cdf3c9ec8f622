"""How many gaps a form has, for the dock: in words, with a sign before them."""

from collections.abc import Callable

import pygame

from game.ui.icons import draw_icon
from game.ui.look import Box, Look
from game.ui.marks import disc
from game.ui.part import Part
from game.ui.shapes import put
from game.ui.steps.turns import count_word
from game.words import _, ngettext

_SIGN = 64.0


def gap_words(gaps: int) -> tuple[str, str]:
    """How many places are empty, and what that means."""
    if not gaps:
        return _("Everything is written down."), _("It can be changed at any time.")
    heading = ngettext(
        "{n} place is empty. It may be left open.", "{n} places are empty. They may be left open.", gaps
    ).format(n=count_word(gaps))
    return heading[:1].upper() + heading[1:], _("The plan shows the gaps, and they can be filled later.")


def gap_sign(gaps: int) -> Callable[[Look, Box], tuple[list[Part], float]]:
    """What stands before those words in a dock."""

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        put(surface, look, disc(look, _SIGN, "warning_soft" if gaps else "primary_soft"), *part.box.centre)
        icon, role = ("warning", "warning") if gaps else ("check", "primary")
        draw_icon(surface, look, icon, *part.box.centre, 34, role)

    def lead(look: Look, box: Box) -> tuple[list[Part], float]:
        place = Box(box.x + 24, box.centre[1] - _SIGN / 2, _SIGN, _SIGN)
        return [Part("dock-icon", place, paint=draw, focusable=False)], place.right

    return lead
