"""What the facilitator lays over the group's screen: darkness, so that people look at each other, or a lock."""

from collections.abc import Sequence

import pygame

from game.ui.controls import Button
from game.ui.dialogs import notice
from game.ui.fonts import draw_text, line_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.words import _


class Curtain(Scene):
    """Lies over the table until it is neither dark nor locked any more, and takes every press and key."""

    over = True
    scrim = False
    first_focus = "show"

    def __init__(self, play: Play) -> None:
        self.guide = play.guide
        self._shown = (False, False)

    def parts(self, look: Look) -> Sequence[Part]:
        self._shown = (self.guide.dark, self.guide.locked)
        if not self.guide.dark:
            cover = Part("curtain", look.box, _("Locked"), _nothing, keys=_DEAF, focusable=False, solid=True)
            words = _("The facilitator has locked the table for a moment.")
            return [cover, *notice(look, look.H - 164, words, "lock", None)]
        found: list[Part] = [
            Part("curtain", look.box, _("Dark"), _nothing, keys=_DEAF, focusable=False, solid=True, paint=_dark),
        ]
        if not self.guide.locked:
            wide, high = Button.natural(look, _("Show the table"), icon="eye")
            place = Box(look.W / 2 - wide / 2, look.H - 60 - high, wide, high)
            found.append(Button("show", place, _("Show the table"), self._show, icon="eye", keys=("escape",)))
        return found

    def _show(self) -> Next | None:
        self.guide.dark = False
        return None

    def tick(self, now: float) -> Next | None:
        if (self.guide.dark, self.guide.locked) != self._shown:
            self.changed()
        if not self.guide.dark and not self.guide.locked:
            self.guide.curtain = False
            return Pop()
        return None


_DEAF = ("f1",)


def _nothing() -> Next | None:
    return None


def _dark(surface: pygame.Surface, look: Look, part: Part) -> None:
    roles = look.tokens["themes"]["dark"]["roles"]  # dark in every theme
    surface.fill(pygame.Color(roles["ground"]), look.rect(part.box))
    x, y = part.box.centre
    muted = pygame.Color(roles["ink_muted"])
    draw_icon(surface, look, "eye-off", x, y - 60, 72, muted)
    high = line_height(look, "lead")
    draw_text(surface, look, Box(0, y + 10, look.W, high), _("The screen is dark for a while"), "lead", muted, "centre")
