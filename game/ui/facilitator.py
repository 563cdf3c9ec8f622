"""The facilitator's own window: how the evening goes, what to say and do, the clock, the seats, own notes.

The group does not see it. What is done here is done at the table.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import pygame

from game.engine.actions import Action, Done, GoTo, NextRound, Reveal
from game.engine.definition import END
from game.ui import facilitatorparts as lay
from game.ui import paint
from game.ui.chance import deal_owed, deals_by_hand
from game.ui.chime import ring
from game.ui.controls import Button, button_row, icon_button
from game.ui.curtain import Curtain
from game.ui.days import time_of_day
from game.ui.dialogs import Answer, Dialog
from game.ui.fonts import draw_text, width
from game.ui.history import History
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.menu import Appearance
from game.ui.papers import Ground, Sheet
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Across, Aside, Next, Push, Scene, Tell
from game.ui.settings import Settings
from game.ui.steps.turns import next_seat
from game.ui.stepspage import StepsPage
from game.ui.textbox import TextBox
from game.ui.told import redo_label, undo_words
from game.ui.windows import displays
from game.words import _

_STRIP = 72.0
_NAME = Style(28, 34, 600)
_STRIP_WORDS = Style(22, 28, 500)
_CLOCK = Style(26, 32, 600, tabular=True)
_PLAN, _SEATS = 440.0, 492.0
_GAP = 24.0
_ANEW = 15.0
"""Seconds after which the words about the time are made anew."""
_KEPT = 1.0
"""Seconds after which the notes are in the session's file."""
_NOTES_LEAST = 160.0
_UNDO = 340.0
"""The least width of the button that undoes, with what it undoes."""
_SCRIPT = 0.74
"""How large a part of the middle the script may take; advice has the rest."""
_NOWHERE = Box(0, 0, 0, 0)

Press = Callable[[], Next | None]


class Facilitator(Scene):
    """Shows the same session as the table."""

    first_focus = "next-step"

    def __init__(self, play: Play, settings: Settings) -> None:
        """`settings` are the table's; this window has its own beside them."""
        self.play, self.settings = play, settings
        self._lines = -1
        self._second = -1
        self._anew = self._kept = 0.0

    # What there is

    def parts(self, look: Look) -> Sequence[Part]:
        self._lines = len(self.play.session.lines)
        strip = self._strip(look)
        foot, below = self._dock(look)
        top = strip[0].box.bottom + _GAP
        room = Box(40, top, look.W - 80, foot.y - 16 - top)
        narrow = look.W < 1760
        plan, rest = room.cut_left(_PLAN if not narrow else min(_PLAN, room.w * 0.27), _GAP)
        side, middle = rest.cut_right(_SEATS if not narrow else min(_SEATS, room.w * 0.31), _GAP)
        return [
            Ground(look),
            *strip,
            *lay.time_plan(look, plan, self.play, self._go_to),
            *self._script(look, middle),
            *self._side(look, side),
            *below,
        ]

    def _script(self, look: Look, box: Box) -> list[Part]:
        text = lay.text_of(self.play)
        if text is None:
            return lay.script(look, box, self.play, text)
        wanted = lay.script_height(look, box.w, self.play, text)
        upper, lower = box.cut_top(min(wanted, box.h * _SCRIPT), 20)
        return [*lay.script(look, upper, self.play, text), *lay.advice(look, lower, self.play, text)]

    def _side(self, look: Look, box: Box) -> list[Part]:
        clock, rest = box.cut_top(lay.clock_height(look, box.w), 20) if self.play.step is not None else (None, box)
        wanted = lay.seats_height(look, box.w, self.play)
        seats, notes = rest.cut_top(min(wanted, rest.h - _NOTES_LEAST * look.text_factor - 20), 20)
        head = lay.notes_head(look, Box(notes.x + 24, notes.y + 16, notes.w - 48, 0))
        below = max(part.box.bottom for part in head) + 8
        written = Box(notes.x + 20, below, notes.w - 40, notes.bottom - 20 - below)
        return [
            *(lay.big_clock(look, clock, self.play) if clock is not None else ()),
            *lay.seats(look, seats, self.play),
            Sheet("notes-sheet", notes, focusable=False),
            *head,
            TextBox("notes", written, _("Own notes"), document=self.play.guide.notes, pad=16,
                    placeholder=_("Only you see this.")),
        ]  # fmt: skip

    # The strip on top

    def _strip(self, look: Look) -> list[Part]:
        guide = self.play.guide
        lock = ("unlock", _("Open the lock"), "lock") if guide.locked else ("lock", _("Lock the table"), "lock")
        entries: list[tuple[str, str, str, Press]] = [
            ("history", "trace-back", _("What has been done"), self._history),
            ("steps", "timer", _("Steps and time"), self._steps),
            ("lock", lock[0], lock[1], self._lock),
        ]
        if displays() > 1:
            entries.append(("swap", "swap", _("Change displays"), lambda: Aside(swap=True)))
        entries.append(("looks", "settings", _("Settings"), self._looks))
        name, hint = _("Facilitator’s window"), _("The group does not see this")
        high = max(_STRIP, look.target_min)
        time = _("at {time}").format(time=time_of_day(datetime.now()))
        said = 92 + width(look, name, _NAME) + 20 + width(look, hint, _STRIP_WORDS) + 32
        wants = {entry: width(look, label, _STRIP_WORDS) + 66 for entry, _icon, label, _press in entries}
        wants["time"] = width(look, time, _CLOCK) + 40
        one_row = said + sum(wants.values()) + 30 <= look.W
        found: list[Part] = [
            Part("strip", Box(0, 0, look.W, high if one_row else 2 * high), f"{name}. {hint}", focusable=False,
                 paint=_strip(name, hint, high), solid=True),
        ]  # fmt: skip
        x, y = look.W - 30 - sum(wants.values()), 0.0 if one_row else high
        for entry, icon, label, press in entries:
            if entry == "looks":
                found.append(Part("time", Box(x, y, wants["time"], high), time, paint=_time, focusable=False))
                x += wants["time"]
            found.append(
                Part(entry, Box(x, y, wants[entry], high), label, press, paint=_on_strip(icon), group="strip",
                     radius=8, selected=entry == "lock" and guide.locked)
            )  # fmt: skip
            x += wants[entry]
        return found

    def _history(self) -> Next | None:
        return Push(History(self.play, self.settings.aside), self._back)

    def _steps(self) -> Next | None:
        return Push(StepsPage(self.play))

    def _looks(self) -> Next | None:
        return Push(Appearance(self.settings.aside))

    @staticmethod
    def _back(value: object) -> Next | None:
        return value if isinstance(value, Tell) else None

    def _lock(self) -> Next | None:
        self.play.guide.locked = not self.play.guide.locked
        return self._curtain()

    def _darken(self) -> Next | None:
        self.play.guide.dark = not self.play.guide.dark
        return self._curtain()

    def _curtain(self) -> Next | None:
        guide = self.play.guide
        if guide.curtain or not (guide.dark or guide.locked):
            return None
        guide.curtain = True
        return Across(Push(Curtain(self.play)))

    # The dock

    def _dock(self, look: Look) -> tuple[Box, list[Part]]:
        """Back, undo, dark, the next turn, the next step: in one row, or in two where it is narrow."""
        inner = look.W - 80 - 48
        dark = self.play.guide.dark
        label = _("Show the screen again") if dark else _("Darken the screen")
        back = Button("previous-step", _NOWHERE, _("Step before"), self._previous, icon="back",
                      refusal="" if self.play.previous_step() else _("This is the first step."))  # fmt: skip
        rest = [
            Button("dark", _NOWHERE, label, self._darken, icon="eye" if dark else "eye-off", selected=dark),
            self._next_turn(),
            *self._next_step(),
        ]
        words = undo_words(self.play)
        undo = lay.UndoRow("undo", _NOWHERE, _("Undo the last"), self.play.undo, what=words, keys=("ctrl+z",),
                           refusal="" if words else _("There is nothing to undo."))  # fmt: skip
        wants = [Button.natural(look, b.label, b.kind, b.icon, b.arrow)[0] for b in (back, *rest)]
        side = look.control("primary")
        redo = self._redo(look)
        again = look.control("icon_button") + 8 if redo else 0.0
        beside = inner - sum(wants) - 20 * len(wants) - 24 - again
        one_row = beside >= _UNDO * look.text_factor
        undo.box = Box(0, 0, min(beside if one_row else inner - wants[0] - 20 - again, 620.0), 0)
        tall = undo.high(look)
        high = max(124.0, tall + 22) if one_row else tall + side + 20 + 40
        box = Box(40, look.H - 24 - high, look.W - 80, high)
        upper = box.centre[1] if one_row else box.y + 20 + tall / 2
        lower = box.centre[1] if one_row else box.bottom - 20 - side / 2
        control = look.control()
        back.box = Box(box.x + 24, upper - control / 2, wants[0], control)
        undo.box = Box(back.box.right + 20, upper - tall / 2, undo.box.w, tall)
        for button in redo:
            button.box = button.box._replace(x=undo.box.right + 8, y=upper - button.box.h / 2)
        return box, [
            Sheet("dock", box, solid=True, focusable=False), back, undo, *redo,
            *button_row(look, box.right - 24, lower, rest),
        ]  # fmt: skip

    def _redo(self, look: Look) -> list[Button]:
        """The button that does again what was taken back, while there is such a thing."""
        if not self.play.session.can_redo():
            return []
        keys = ("ctrl+y", "ctrl+shift+z")
        return [icon_button("redo", look, 0, 0, "redo", redo_label(self.play), self.play.redo, keys=keys)]

    def _next_turn(self) -> Button:
        """The button for what comes next inside the step."""
        label, action = _onward(self.play)
        refusal = self.play.refusal(action) if action is not None else _("The next step comes after this.")
        press = self.play.doing(action) if action is not None else None
        return Button("next-turn", _NOWHERE, label, press, icon="next", refusal=refusal, keys=("f6",))

    def _next_step(self) -> list[Button]:
        if self.play.step is None:
            return []
        after = self.play.next_step()
        if after == END:
            label = _("End the game")
        else:
            number = self.play.state.order.index(after) + 1
            title = self.play.say(self.play.texts.steps[after].short_title)
            label = _("Step {n}: {title}").format(n=number, title=title)
        return [Button("next-step", _NOWHERE, label, self.play.go_on, kind="primary", arrow=True)]

    def _previous(self) -> Next | None:
        return self.play.do(GoTo(self.play.previous_step()))

    def _go_to(self, step: str) -> Press:
        return partial(self._ask, step)

    def _ask(self, step: str) -> Next | None:
        title = self.play.say(self.play.texts.steps[step].short_title)
        number = self.play.state.order.index(step) + 1
        dialog = Dialog(
            _("Go to step {n}, {title}?").format(n=number, title=title),
            [_("What has been done in this step stays, and you can come back to it.")],
            [
                Answer(False, _("Stay here")),
                Answer(True, _("Step {n}: {title}").format(n=number, title=title), arrow=True),
            ],
        )
        return Push(dialog, lambda yes: self.play.do(GoTo(step)) if yes else None)

    # Time passes

    def tick(self, now: float) -> Next | None:
        if self.play.run.owed and not deals_by_hand(self.play):
            deal_owed(self.play)
        second = int(self.play.time_left())
        if second != self._second:
            self._second = second
            self.repaint("timer")
        if self.play.timing.just_up() and self.settings.chimes:
            ring()
        if now - self._anew >= _ANEW or len(self.play.session.lines) != self._lines:
            self._anew = now
            self.changed()
        if now - self._kept >= _KEPT:
            self._kept = now
            self.play.guide.keep()
        return None

    def closed(self) -> None:
        guide = self.play.guide
        guide.keep()
        guide.dark = guide.locked = False


def _onward(play: Play) -> tuple[str, Action | None]:
    """What comes next inside the step, in words, and the action that brings it; None if only the next step does."""
    run, step = play.run, play.step
    if step is None:
        return _("Next turn"), None
    if run.turn:
        after = next_seat(play)
        said = _("Next turn: {name}").format(name=play.seat_name(after)) if after else _("End the round")
        return said, Done(run.turn)
    if play.session.refusal(Reveal()) is None:
        return _("Open what is hidden"), Reveal()
    if play.session.refusal(NextRound()) is None:
        title = play.say(play.texts.steps[step.id].rounds[run.round + 1].title)
        return _("Go on: {title}").format(title=title) if title else _("Next round"), NextRound()
    return _("Next turn"), None


def _strip(name: str, hint: str, high: float) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        paint.plate(surface, look, part.box, "primary", 0)
        row = part.box._replace(h=high)
        draw_icon(surface, look, "facilitator", 56, row.centre[1], 36, "on_primary")
        wide = width(look, name, _NAME)
        draw_text(surface, look, Box(92, row.y, wide + 2, row.h), name, _NAME, "on_primary", valign="middle")
        beside = Box(92 + wide + 20, row.y, width(look, hint, _STRIP_WORDS) + 2, row.h)
        draw_text(surface, look, beside, hint, _STRIP_WORDS, "on_primary", valign="middle")

    return draw


def _time(surface: pygame.Surface, look: Look, part: Part) -> None:
    draw_text(surface, look, part.box, part.label, _CLOCK, "on_primary", "centre", "middle")


def _on_strip(icon: str) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box.inset(4, 8)
        role = "on_primary"
        if part.selected:
            paint.plate(surface, look, box, "raised", 8)
            role = "ink"
        elif part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "primary_hover", 8)
        draw_icon(surface, look, icon, part.box.x + 30, box.centre[1], 28, role)
        words = Box(part.box.x + 52, part.box.y, part.box.w - 62, part.box.h)
        draw_text(surface, look, words, part.label, _STRIP_WORDS, role, valign="middle")

    return draw
