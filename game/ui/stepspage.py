"""Steps and time: which steps are played, in which order, how long each takes, and how long the evening is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import pygame

from game.engine.actions import Arrange, Extend, GoTo, Skip
from game.ui import paint
from game.ui.bars import head
from game.ui.controls import Button, icon_button, stepper
from game.ui.fonts import text_height, width
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_bead, draw_number
from game.ui.paint import Paint
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.schedule import minutes_words, on_time, state_of
from game.ui.scroll import ScrollArea
from game.ui.shapes import put
from game.ui.timing import FEWEST, MOST
from game.ui.told import undo_label
from game.words import _, ngettext

_TITLE = Style(26, 32, 600)
_MINUTES = Style(24, 30, 500, tabular=True)
_LONGER = 5
_PAD = 28.0
_GAP = 20.0
_ANEW = 15.0
"""Seconds after which the words about the time are made anew."""
_LEAST = 300.0
"""The width under which a step's title does not stand beside its buttons, logical px."""

Press = Callable[[], Next | None]


class StepsPage(Scene):
    """The steps under each other with what can be done to each. What remains is shared out again at once."""

    first_focus = "back"

    def __init__(self, play: Play) -> None:
        self.play = play
        self._seconds = 0.0

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        can = self.play.session.can_undo()
        undo = icon_button("undo", look, 0, 0, "undo", undo_label(self.play), self.play.undo,
                           "" if can else _("There is nothing to undo."), ("ctrl+z",))  # fmt: skip
        top, above = head(look, _("Steps and time"), [undo])
        wide = look.W - 80
        left = round(self.play.timing.to_end() / 60)
        said = ngettext("{n} minute left.", "{n} minutes left.", left).format(n=left)
        said = f"{said} {on_time(self.play, datetime.now())}"
        stepped = 420.0 * max(1.0, look.text_factor)
        room = wide - 2 * _PAD - stepped - 40
        high = max(side + 32, text_height(look, said, "lead", room) + 32)
        over = Box(40, top, wide, high)
        body = Box(40, over.bottom + 16, wide, look.H - 24 - over.bottom - 16)
        whole = self.play.timing.whole
        return [
            Ground(look),
            *above,
            Sheet("over", over, focusable=False),
            Words("said", Box(over.x + _PAD, over.y, room, over.h), said, style="lead", valign="middle",
                  focusable=False),
            *stepper(
                "whole", Box(over.right - _PAD - stepped, over.y, stepped, over.h), look, _("Time in all"),
                _("{n} min").format(n=whole),
                (_("Less time"), self._whole(-_LONGER), "" if whole > FEWEST else _("No shorter than this.")),
                (_("More time"), self._whole(_LONGER), "" if whole < MOST else _("No longer than this.")),
            ),
            *self._steps(look, body),
        ]  # fmt: skip

    def _whole(self, by: int) -> Press:
        def press() -> Next | None:
            self.play.timing.whole += by
            return None

        return press

    def _steps(self, look: Look, box: Box) -> list[Part]:
        area = ScrollArea("steps", box.inset(12, 12), _("The steps and their minutes"))
        found: list[Part] = []
        y = area.box.y
        rows = [self._buttons(look, step) for step in self.play.state.order]
        side = look.control("icon_button")
        most = [max(_wide(look, row[i]) for row in rows) for i in range(len(rows[0]))]
        minutes = max(width(look, minutes_words(self.play, step), _MINUTES) for step in self.play.state.order) + 24
        room = area.box.w - 2 * _PAD - 72 - minutes - sum(most) - _GAP * len(most)
        under = room < _LEAST
        for number, (step, row) in enumerate(zip(self.play.state.order, rows, strict=True), 1):
            title = self.play.say(self.play.texts.steps[step].title)
            line = area.box.w - 2 * _PAD - 72 - minutes if under else room
            text = text_height(look, title, _TITLE, line)
            high = text + 24 + side + 28 if under else max(side, text) + 16
            place = Box(area.box.x, y, area.box.w - 12, high)
            state = state_of(self.play, step)
            first = place.y + 14 + text / 2 if under else place.centre[1]
            found.append(Part(f"step-{step}", place, f"{number} {title}, {minutes_words(self.play, step)}",
                              paint=_row(number, state), focusable=False))  # fmt: skip
            x = place.x + _PAD + 72
            role = "ink_muted" if state == "skipped" else "ink"
            found.append(Words(f"title-{step}", Box(x, first - text / 2, line, text), title, style=_TITLE, role=role,
                               focusable=False))  # fmt: skip
            spent = Box(x + line, first - 18 * look.text_factor, minutes - 12, 36 * look.text_factor)
            found.append(Words(f"minutes-{step}", spent, minutes_words(self.play, step), style=_MINUTES, role=role,
                               align="right", valign="middle", focusable=False))  # fmt: skip
            middle = place.bottom - 14 - side / 2 if under else place.centre[1]
            x = place.right - _PAD - sum(most) - _GAP * (len(most) - 1)
            for button, wide in zip(row, most, strict=True):
                if button is not None:
                    button.box = Box(x, middle - side / 2, wide, side)
                    found.append(button)
                x += wide + _GAP
            y += high + 4
        area.content = y - area.box.y
        made = area.around(found)
        here = next((part for part in found if part.name == f"step-{self.play.state.at}"), None)
        if here is not None:
            area.scroll_to(here.box.y - area.box.y - 100)
        return [Sheet("steps-sheet", box, focusable=False), *made]

    def _buttons(self, look: Look, step: str) -> list[Button | None]:
        """Less, more, earlier, later, out or in, to it; None where there is nothing to do."""
        play, state = self.play, state_of(self.play, step)
        coming = state == "to_come"
        order = play.state.order
        place = order.index(step)
        skip = Skip(step, state != "skipped")
        buttons: list[Button | None] = [None] * 6
        if coming or state == "now":
            buttons[0] = self._icon("less", step, "minus", _("A minute less"), Extend(step, -1),
                                    "" if play.minutes_of(step) > 1 else _("No shorter than this."))  # fmt: skip
            buttons[1] = self._icon("more", step, "plus", _("A minute more"), Extend(step, 1))
        if coming or state == "skipped":
            up, down = Arrange(_swapped(order, place - 1)), Arrange(_swapped(order, place))
            buttons[2] = self._icon("up", step, "chevron-up", _("Move earlier"), up, self._too_early(place - 1))
            buttons[3] = self._icon("down", step, "chevron-down", _("Move later"), down, self._too_early(place))
            buttons[4] = Button(f"skip-{step}", _NOWHERE, _("Leave out") if skip.on else _("Take in"),
                                play.doing(skip), group=f"do-{step}")  # fmt: skip
        if state != "now":
            label = _("Play again") if state == "done" else _("Go there")
            buttons[5] = Button(f"go-{step}", _NOWHERE, label, partial(self._go, step), group=f"do-{step}")
        return buttons

    def _icon(
        self, name: str, step: str, icon: str, label: str, action: Extend | Arrange, refusal: str = ""
    ) -> Button:
        return Button(f"{name}-{step}", _NOWHERE, label, self.play.doing(action), icon=icon, bare=True,
                      refusal=refusal or self.play.refusal(action), group=f"do-{step}")  # fmt: skip

    def _too_early(self, place: int) -> str:
        """Why the steps at `place` and after it may not change places."""
        play, order = self.play, self.play.state.order
        if not 0 <= place < len(order) - 1:
            return _("It cannot go further.")
        first, second = order[place], order[place + 1]
        if {state_of(play, first), state_of(play, second)} - {"to_come", "skipped"}:
            return _("It cannot go further.")
        step = play.game.step[second]
        if any(source.step == first for source in (*step.about, *step.otherwise)):
            title = play.say(play.texts.steps[first].short_title)
            return _("It builds on the step before it: {title}.").format(title=title)
        return ""

    def _go(self, step: str) -> Next | None:
        return self.play.do(GoTo(step)) or Pop(step)

    def tick(self, now: float) -> Next | None:
        if now - self._seconds >= _ANEW:
            self._seconds = now
            self.changed()
        return None

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


_NOWHERE = Box(0, 0, 0, 0)


def _swapped(order: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The order with the steps at `place` and after it changed; as it is if there are no such two."""
    if not 0 <= place < len(order) - 1:
        return order
    return (*order[:place], order[place + 1], order[place], *order[place + 2 :])


def _wide(look: Look, button: Button | None) -> float:
    if button is None:
        return 0.0
    if button.bare:
        return look.control("icon_button")
    return Button.natural(look, button.label)[0]


def _row(number: int, state: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        if state == "now":
            paint.plate(surface, look, part.box, "primary_soft", 14)
        draw_step_bead(surface, look, part.box.x + _PAD + 20, part.box.centre[1], state, number)

    return draw


def draw_step_bead(
    surface: pygame.Surface, look: Look, x: float, y: float, state: str, number: int, size: float = 40
) -> None:
    """A step's bead in a list: the one in hand is filled with the primary colour."""
    if state != "now":
        draw_bead(surface, look, x, y, state, str(number), size)
        return
    put(surface, look, disc(look, size, "primary"), x, y)
    role: Paint = "on_primary"
    draw_number(surface, look, str(number), x, y, size * 0.5, role)
