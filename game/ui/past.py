"""An earlier moment of the game: the table as it was then, framed as a picture. Nothing in it can be changed."""

from collections.abc import Callable, Sequence

import pygame

from game.engine.definition import END
from game.engine.results import hidden
from game.engine.session import Session
from game.store.recording import Recording
from game.ui import paint
from game.ui.bars import bar
from game.ui.controls import Button, icon_button
from game.ui.days import time_of_day
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look
from game.ui.pane import SMALLEST
from game.ui.papers import Ground, Line
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.table import Table
from game.ui.told import Told, in_short
from game.words import _

_FRAME = 12.0


def play_at(play: Play, line: int) -> Play:
    """The session as it stood after its first `line` lines, in memory alone; its clock stands still."""
    content = play.recording.content
    session = Session(play.game, play.session.seats, play.session.lines[:line])
    stored = content.with_lines(content.lines[:line], {})
    return Play(Recording(session, stored, clock=lambda: 0.0), play.texts, play.timing.whole)


def still(scene: Scene, look: Look) -> pygame.Surface:
    """A picture of a scene as it is when it opens."""
    screen = Screen(look)
    screen.awake = False
    scene.aside = True
    screen.show(list(scene.parts(look)))
    picture = pygame.Surface(look.size)
    screen.draw(picture)
    return picture


class Past(Scene):
    """One moment after the other, with a way back to now, and one to go on from here.

    Leaves the notice of having gone on from here, or None.
    """

    first_focus = "now"

    def __init__(self, play: Play, told: Sequence[Told], line: int, settings: Settings) -> None:
        """`line` is the number of the line whose outcome is shown first; 0 is the beginning."""
        self.play, self.told, self.line, self.settings = play, told, line, settings
        self._kept: tuple[int, Look, pygame.Surface | None] | None = None

    def parts(self, look: Look) -> Sequence[Part]:
        bar, below = self._bar(look)
        room = Box(40, 24, look.W - 80, bar.y - 16 - 24).inset(_FRAME)
        share = min(room.w / look.W, room.h / look.H)
        picture = room.centred(look.W * share, look.H * share)
        found: list[Part] = [
            Ground(look),
            Part("frame", picture.inset(-_FRAME), _("The table as it was"), paint=_frame, focusable=False),
        ]
        shown = self._picture(look, picture)
        if shown is None:
            found += _cover(look, picture)
        else:
            found.append(Part("picture", picture, paint=_laid(shown), focusable=False))
        return [*found, *below]

    def _picture(self, look: Look, box: Box) -> pygame.Surface | None:
        """The table then; None where something was hidden, since it stays so."""
        if self._kept is None or self._kept[:2] != (self.line, look):
            then = play_at(self.play, self.line)
            picture = None if hidden(then.game, then.state) else _taken(then, self.settings, look, look.rect(box).size)
            self._kept = (self.line, look, picture)
        return self._kept[2]

    def _bar(self, look: Look) -> tuple[Box, list[Part]]:
        last = self.line >= len(self.told)
        row = [
            icon_button("earlier", look, 0, 0, "back", _("The moment before"), self._step(-1),
                        "" if self.line else _("This is the beginning."), ("left",)),
            icon_button("later", look, 0, 0, "next", _("The moment after"), self._step(1),
                        _("This is the present.") if last else "", ("right",)),
            Button("from-here", look.box, _("Go on from here"), self._from_here, icon="play",
                   refusal=_("This is the present.") if last else ""),
            Button("now", look.box, _("Back to the present"), lambda: Pop(), kind="primary", arrow=True,
                   keys=("escape",)),
        ]  # fmt: skip
        if self.line == 0:
            return bar(look, _("The past"), _("The beginning of the game"), row, "trace-back", "primary_soft")
        heading = _("The past, at {time}").format(time=time_of_day(self.told[self.line - 1].when))
        return bar(look, heading, in_short(self.play, self.line), row, "trace-back", "primary_soft")

    def _step(self, by: int) -> Callable[[], Next | None]:
        def press() -> Next | None:
            self.line = min(max(self.line + by, 0), len(self.told))
            return None

        return press

    def _from_here(self) -> Next | None:
        return Pop(self.play.return_to(self.line))

    def on_input(self, given: Input) -> Next | None:
        # Arrows belong to groups of parts before they are anybody's key, so they arrive here.
        steps = {Key("left"): -1, Key("right"): 1}
        if isinstance(given, Key) and given in steps:
            self.changed()
            return self._step(steps[given])()
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


def _taken(then: Play, settings: Settings, look: Look, size: tuple[int, int]) -> pygame.Surface:
    """A picture of the table at an earlier moment, `size` px large."""
    share = max(1.0, SMALLEST[0] / size[0], SMALLEST[1] / size[1])
    real = (round(size[0] * share), round(size[1] * share))
    small = Look(real, look.theme, look.lang, look.text_factor, motion=False)
    if then.state.at == END:
        from game.ui.end import End

        scene: Scene = End(then, settings)
    else:
        scene = Table(then, settings, reads_script=False)
    picture = still(scene, small)
    return picture if picture.get_size() == size else pygame.transform.smoothscale(picture, size)


def _laid(picture: pygame.Surface) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        surface.blit(picture, look.point(part.box.x, part.box.y))

    return draw


def _frame(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.shadow(surface, look, part.box, "sheet", 4)
    paint.plate(surface, look, part.box, "primary", 4)


def _cover(look: Look, box: Box) -> list[Part]:
    """What lies over a moment at which something was hidden."""
    words = _("What was written or answered here was hidden, and this picture stays so.")
    wide = min(900.0, box.w - 80)
    high = Line.height(look, words, wide, "lead")
    place = box.centred(wide, high)
    return [
        Part("picture", box, paint=_blank, focusable=False),
        Line("covered", place, words, icon="lock", style="lead", focusable=False),
    ]


def _blank(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.plate(surface, look, part.box, "sunken", 0)
