"""Everything that was done, in words, step by step; each line leads to the moment that it brought about."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import partial

import pygame

from game.engine.definition import END
from game.ui import paint
from game.ui.bars import head
from game.ui.controls import Button, Row, icon_button
from game.ui.days import time_of_day
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.past import Past
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next, Pop, Push, Scene
from game.ui.scroll import ScrollArea
from game.ui.settings import Settings
from game.ui.stepspage import draw_step_bead
from game.ui.told import Told, fates, redo_label, told, undo_label
from game.words import _, ngettext

_STEPS = 460.0
_TIME = Style(20, 26, 500, tabular=True)
_READ = Style(24, 32, 400)
_GAP = 6.0


class History(Scene):
    """The steps that have been played, and what was done in the one that is chosen.

    Leaves the notice of having gone on from an earlier moment, or None.
    """

    def __init__(self, play: Play, settings: Settings) -> None:
        self.play, self.settings = play, settings
        self.step = play.state.at
        self._told: list[Told] = []
        self._known: tuple[int, str] | None = None
        self.first_focus = f"step-{self.step}"

    def lines(self, look: Look) -> list[Told]:
        """All lines, in the language in use."""
        known = (len(self.play.session.lines), look.lang)
        if self._known != known:
            self._known, self._told = known, told(self.play)
        return self._told

    def parts(self, look: Look) -> Sequence[Part]:
        lines = self.lines(look)
        top, above = head(look, _("What has been done"), self._undo_and_redo(look))
        high = look.H - top - 24
        left = Box(40, top, min(_STEPS, look.W * 0.3), high)
        right = Box(left.right + 24, top, look.W - 40 - left.right - 24, high)
        return [Ground(look), *above, *self._steps(look, left, lines), *self._lines(look, right, lines)]

    def _undo_and_redo(self, look: Look) -> list[Button]:
        session = self.play.session
        return [
            icon_button("undo", look, 0, 0, "undo", undo_label(self.play), self.play.undo,
                        "" if session.can_undo() else _("There is nothing to undo."), ("ctrl+z",), "header"),
            icon_button("redo", look, 0, 0, "redo", redo_label(self.play), self.play.redo,
                        "" if session.can_redo() else _("There is nothing to redo."), ("ctrl+y", "ctrl+shift+z"),
                        "header"),
        ]  # fmt: skip

    def _steps(self, look: Look, box: Box, lines: Sequence[Told]) -> list[Part]:
        counts: dict[str, int] = {}
        for line in lines:
            counts[line.step] = counts.get(line.step, 0) + 1
        area = ScrollArea("steps", box.inset(12, 16), _("The steps"))
        found: list[Part] = []
        y = area.box.y
        order = (*self.play.state.order, END)
        for number, step in enumerate(order, 1):
            if step not in counts and step not in (self.step, self.play.state.at):
                continue
            title = self.play.say(self.play.texts.steps[step].short_title) if step != END else _("After the game")
            n = counts.get(step, 0)
            details = (ngettext("{n} line", "{n} lines", n).format(n=n),)
            high = Row.height(look, title, details, area.box.w)
            found.append(
                Row(f"step-{step}", Box(area.box.x, y, area.box.w, high), title, partial(self._choose, step),
                    details=details, edge=False, group="steps", selected=step == self.step,
                    leading=_bead(number, step == self.play.state.at))
            )  # fmt: skip
            y += high + 4
        area.content = y - area.box.y
        return [Sheet("steps-sheet", box, focusable=False), *area.around(found)]

    def _lines(self, look: Look, box: Box, lines: Sequence[Told]) -> list[Part]:
        shown = [line for line in lines if line.step == self.step]
        area = ScrollArea(f"lines-{self.step}", box.inset(20, 16), _("What has been done"))
        found: list[Part] = []
        if not shown:
            place = Box(area.box.x + 20, area.box.y + 16, area.box.w - 40, line_height(look, "body"))
            found.append(Words("nothing", place, _("Nothing yet in this step."), role="ink_muted", focusable=False))
        now = fates(self.play.session.lines).now
        y = area.box.y
        wide = area.box.w - 20
        for line in shown:
            high = Entry.height(look, line, wide)
            found.append(
                Entry(f"line-{line.number}", Box(area.box.x, y, wide, high), line.words, partial(self._look_at, line),
                      told=line, group="lines", selected=line.number == now)
            )  # fmt: skip
            y += high + _GAP
        area.content = y - area.box.y
        made = area.around(found)
        area.scroll_to(area.furthest)  # the latest is what one looks for
        return [Sheet("lines-sheet", box, focusable=False), *made]

    def _choose(self, step: str) -> Next | None:
        self.step = step
        return None

    def _look_at(self, line: Told) -> Next | None:
        return Push(Past(self.play, self._told, line.number, self.settings), leaving)

    def tick(self, now: float) -> Next | None:
        if self._known is not None and self._known[0] != len(self.play.session.lines):
            self.changed()
        return None

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


def leaving(value: object) -> Next | None:
    """What a scene does with what the one over it leaves: something has been gone over to, so it leaves too."""
    return None if value is None else Pop(value)


@dataclass(eq=False)
class Entry(Part):
    """One line of the history: when, who, what. What has been undone is told in muted words, with a mark."""

    _: KW_ONLY
    told: Told

    @staticmethod
    def height(look: Look, line: Told, wide: float) -> float:
        room = wide - _left(look) - 16 - _mark_room(look, line)
        return max(look.target_min, text_height(look, line.words, _READ, room) + 20)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        line, box = self.told, self.box
        if self.selected:
            paint.selected(surface, look, box, self.radius)
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, box, "sunken", self.radius)
        middle = box.centre[1]
        time = Box(box.x + 16, box.y, _left(look) - 72, box.h)
        draw_text(surface, look, time, time_of_day(line.when), _TIME, "ink_muted", valign="middle")
        x = box.x + _left(look) - 32
        if line.seat:
            draw_seat(surface, look, line.seat, x, middle, 36)
        elif not line.plain:
            draw_icon(surface, look, "undo", x, middle, 28, "ink_muted")
        room = _mark_room(look, line)
        words = Box(box.x + _left(look), box.y, box.w - _left(look) - 16 - room, box.h)
        role = "ink" if line.stands else "ink_muted"
        draw_text(surface, look, words, line.words, _READ, role, valign="middle")
        if room:
            mark = Box(box.right - 16 - room + 16, middle - 18, room - 16, 36)
            paint.dashed(surface, look, mark, 8)
            draw_text(surface, look, mark, _mark(line), "small", "ink_muted", "centre", "middle")


def _left(look: Look) -> float:
    """Where the words of a line begin."""
    return 16 + width(look, "00.00", _TIME) + 16 + 56


def _mark(line: Told) -> str:
    return _("undone") if line.plain and not line.stands else ""


def _mark_room(look: Look, line: Told) -> float:
    mark = _mark(line)
    return width(look, mark, "small") + 24 + 16 if mark else 0.0


def _bead(number: int, now: bool) -> Callable[[pygame.Surface, Look, Box], None]:
    def draw(surface: pygame.Surface, look: Look, square: Box) -> None:
        state = "now" if now else "done"
        draw_step_bead(surface, look, square.x + 20, square.centre[1], state, number)

    return draw
