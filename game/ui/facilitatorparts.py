"""What lies on the facilitator's window: the time plan, the script with its acts, advice, the clock, the seats."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from functools import partial

import pygame

from game.content.texts import StepText
from game.engine.actions import Turn
from game.engine.definition import END
from game.ui import paint
from game.ui.controls import Button
from game.ui.fonts import draw_line, draw_text, line_height, text_height, width
from game.ui.header import clock, clock_words
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_bead, draw_number, draw_pips
from game.ui.papers import Line, Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.progress import progress
from game.ui.scene import Next
from game.ui.schedule import minutes_words, on_time, state_of
from game.ui.script import help_heading, in_script
from game.ui.scroll import ScrollArea
from game.ui.shapes import put
from game.ui.steps.turns import in_turns
from game.ui.stepspage import draw_step_bead
from game.words import _

Press = Callable[[], Next | None]

_TITLE = Style(28, 36, 600)
_HEAD = Style(20, 26, 700)
_SAY = Style(30, 40, 500)
_ACT = Style(25, 31, 500)
_READ = Style(24, 30, 400)
_ROW = Style(24, 30, 500)
_NOW = Style(24, 30, 600)
_MINUTES = Style(22, 28, 400, tabular=True)
_TIME = Style(64, 70, 600, tabular=True)
_NAME = Style(24, 30, 600)
_PAD = 28.0

# The time plan


def time_plan(look: Look, box: Box, play: Play, go_to: Callable[[str], Press]) -> list[Part]:
    """The steps with what each has taken and was to take; a press goes to a step."""
    inner = Box(box.x + _PAD, box.y + 22, box.w - 2 * _PAD, box.h - 22)
    title = _("Time {n} min").format(n=play.timing.whole)
    head = line_height(look, _TITLE)
    said = on_time(play, datetime.now())
    high = text_height(look, said, "small", inner.w)
    found: list[Part] = [
        Sheet("plan", box, focusable=False),
        Words("plan-title", inner._replace(h=head), title, style=_TITLE, focusable=False),
        Words("plan-said", Box(inner.x, inner.y + head + 4, inner.w, high), said, style="small", role="ink_muted",
              focusable=False),
    ]  # fmt: skip
    top = inner.y + head + high + 16
    area = ScrollArea("plan-steps", Box(box.x + 14, top, box.w - 28, box.bottom - 14 - top), _("The steps"))
    rows: list[Part] = []
    order = play.state.order
    least = max(look.target_min, line_height(look, _ROW) + 14)
    pitch = max(least, min(60.0, area.box.h // max(len(order), 1)))
    y = area.box.y
    for number, step in enumerate(order, 1):
        words = play.say(play.texts.steps[step].short_title)
        state = state_of(play, step)
        row = PlanRow(
            f"plan-{step}", Box(area.box.x, y, area.box.w, pitch), words, go_to(step) if state != "now" else None,
            number=number, step_state=state, minutes=minutes_words(play, step) if state != "skipped" else "",
            group="plan", selected=state == "now", radius=10,
        )  # fmt: skip
        high = max(pitch, row.high(look))
        row.box = row.box._replace(h=high)
        rows.append(row)
        y += high
    area.content = y - area.box.y
    made = area.around(rows)
    now = next((row for row in rows if row.selected), None)
    if now is not None:
        area.reveal(now.box)
    return [*found, *made]


@dataclass(eq=False)
class PlanRow(Part):
    """One step: its bead, its name, its minutes."""

    _: KW_ONLY
    number: int = 0
    step_state: str = "to_come"
    minutes: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.number} {self.label} {self.minutes}".strip()

    def _room(self, look: Look) -> float:
        return self.box.w - 64 - 14 - (width(look, self.minutes, _MINUTES) + 12 if self.minutes else 0)

    def high(self, look: Look) -> float:
        return text_height(look, self.label, _NOW, self._room(look)) + 12

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box = self.box
        if self.step_state == "now":
            paint.plate(surface, look, box, "primary_soft", self.radius, "primary" if look.contrast else None, 3)
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, box, "sunken", self.radius)
        y = box.centre[1]
        if self.step_state == "now":
            draw_step_bead(surface, look, box.x + 32, y, "now", self.number, 36)
        else:
            draw_bead(surface, look, box.x + 32, y, self.step_state, str(self.number), 36)
        role = "ink_muted" if self.step_state == "skipped" else "ink"
        style = _NOW if self.step_state == "now" else _ROW
        words = Box(box.x + 62, box.y, self._room(look) + 2, box.h)
        draw_text(surface, look, words, self.label, style, role, valign="middle")
        draw_text(surface, look, Box(box.x, box.y, box.w - 14, box.h), self.minutes, _MINUTES, "ink_muted", "right",
                  "middle")  # fmt: skip


# The script


def script(look: Look, box: Box, play: Play, text: StepText | None) -> list[Part]:
    """What to say, and what to do: acts that are ticked by a press. The first that is not ticked is the one at hand."""
    found: list[Part] = [Sheet("script", box, focusable=False)]
    area = ScrollArea("script-text", box.inset(0, 16), _("Facilitator’s guide"))
    x, wide = box.x + 32, box.w - 64
    y = area.box.y + 10
    parts: list[Part] = []

    def words(name: str, said: str, style: Style, role: str = "ink", gap: float = 12) -> None:
        nonlocal y
        high = text_height(look, said, style, wide)
        parts.append(Words(name, Box(x, y, wide, high), said, style=style, role=role, focusable=False))
        y += high + gap

    if text is None:
        words("say", _("The game is over. Thank everyone, and look at the plan together."), _SAY)
    else:
        words("say-head", _("Say"), _HEAD, "primary", 6)
        words("say", "”" + in_script(play, play.say(text.script)) + "”", _SAY, gap=18)
        parts.append(Part("say-rule", Box(x, y, wide, 2), paint=_rule, focusable=False))
        y += 18
        words("do-head", _("Do now"), _HEAD, "primary", 8)
        done = play.guide.done(text.id)
        now = next((n for n in range(1, len(text.do) + 1) if n not in done), 0)
        for number, act in enumerate(text.do, 1):
            said = in_script(play, play.say(act))
            part = Act(f"act-{number}", Box(x - 14, y, wide + 28, 0), said, partial(_tick, play, text.id, number),
                       number=number, done=number in done, group="acts", selected=number == now)  # fmt: skip
            part.box = part.box._replace(h=part.high(look))
            parts.append(part)
            y = part.box.bottom + 2
        if text.close:
            y += 14
            words("close-head", _("To close"), _HEAD, "primary", 6)
            words("close", "”" + in_script(play, play.say(text.close)) + "”", _ACT)
    area.content = y - area.box.y
    made = area.around(parts)
    here = next((part for part in parts if part.selected), None)
    if here is not None and text is not None and play.guide.done(text.id):
        area.reveal(here.box)
    return [*found, *made]


def script_height(look: Look, wide: float, play: Play, text: StepText | None) -> float:
    """How high the sheet with the script wants to be."""
    parts = script(look, Box(0, 0, wide, 100), play, text)
    area = next(part for part in parts if isinstance(part, ScrollArea))
    return area.content + 32


def _tick(play: Play, step: str, number: int) -> Next | None:
    play.guide.tick(step, number)
    return None


@dataclass(eq=False)
class Act(Part):
    """One thing to do: pressing it ticks it, or takes the tick away."""

    _: KW_ONLY
    number: int = 0
    done: bool = False

    def high(self, look: Look) -> float:
        return max(look.target_min, text_height(look, self.label, _ACT.weighing(600), self.box.w - 84) + 18)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box = self.box
        if self.selected:
            paint.plate(surface, look, box, "primary_soft", self.radius, "primary" if look.contrast else None, 3)
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, box, "sunken", self.radius)
        x, y = box.x + 34, box.centre[1]
        if self.done:
            draw_bead(surface, look, x, y, "done")
        elif self.selected:
            put(surface, look, disc(look, 40, "primary"), x, y)
            draw_number(surface, look, str(self.number), x, y, 20, "on_primary")
        else:
            draw_bead(surface, look, x, y, "to_come", str(self.number))
        words = Box(box.x + 70, box.y, box.w - 84, box.h)
        style = _ACT.weighing(600) if self.selected else _ACT
        draw_text(surface, look, words, self.label, style, "ink_muted" if self.done else "ink", valign="middle")


def advice(look: Look, box: Box, play: Play, text: StepText | None) -> list[Part]:
    """What helps when it does not go by itself, in two columns."""
    if text is None or box.h < 60:
        return []
    entries = [(help_heading(situation), play.say(said)) for situation, said in text.help.items()]
    if text.short_way:
        entries.append((_("A quicker way"), play.say(text.short_way)))
    area = ScrollArea("advice", box.inset(0, 14), _("Advice"))
    columns = Box(box.x + 32, area.box.y + 8, box.w - 64, 0).columns(2, 48)
    ends = [columns[0].y, columns[1].y]
    parts: list[Part] = []
    for place, (heading, said) in enumerate(entries):
        side = 0 if ends[0] <= ends[1] else 1
        column = columns[side]
        y = ends[side]
        for name, words, style, role in (("head", heading, _HEAD, "primary"),
                                         ("text", in_script(play, said), _READ, "ink")):  # fmt: skip
            high = text_height(look, words, style, column.w)
            parts.append(Words(f"advice-{place}.{name}", Box(column.x, y, column.w, high), words, style=style,
                               role=role, focusable=False))  # fmt: skip
            y += high + 4
        ends[side] = y + 14
    area.content = max(ends) - area.box.y
    line = Box(columns[0].right + 23, area.box.y + 8, 2, max(ends) - area.box.y - 24)
    parts.insert(0, Part("advice-rule", line, paint=_upright, focusable=False))
    return [Sheet("advice-sheet", box, focusable=False), *area.around(parts)]


# The clock


_TIMES = (_TIME, _TIME.sized(52), _TIME.sized(42), _TIME.sized(34))
_LONGEST = "+88.88"


def _time_style(look: Look, room: float) -> Style:
    """The largest hand in which any time stands in one line."""
    return next((style for style in _TIMES if width(look, _LONGEST, style) <= room), _TIMES[-1])


def _clock_words(play: Play) -> str:
    """What stands under the time."""
    if play.step is None:
        return ""
    n = play.minutes_of(play.step.id)
    if play.timing.paused:
        return _("break")
    return (_("left of {n} min") if play.time_left() >= 0 else _("over {n} min, you may go on")).format(n=n)


def _clock_buttons(look: Look) -> float:
    """How wide the buttons beside the time are."""
    return max(Button.natural(look, words)[0] for words in (_("+2 min"), _("Go on"), _("Pause")))


def clock_height(look: Look, wide: float) -> float:
    """How high the sheet with the clock is."""
    room = wide - 24 - 20 - 12 - _clock_buttons(look)
    under = max(text_height(look, _("over {n} min, you may go on").format(n=88), "small", room),
                text_height(look, _("left of {n} min").format(n=88), "small", room))  # fmt: skip
    return max(2 * look.control() + 8 + 2 * 16, line_height(look, _time_style(look, room - 60)) + under + 36)


def big_clock(look: Look, box: Box, play: Play) -> list[Part]:
    """The time that is left, large; two minutes more, and a pause."""
    side = look.control()
    pause = _("Go on") if play.timing.paused else _("Pause")
    wide = _clock_buttons(look)
    x = box.right - 20 - wide
    return [
        Sheet("clock", box, clock_words(play), focusable=False),
        Part("timer", Box(box.x + 24, box.y, x - 12 - box.x - 24, box.h), clock(play.time_left()), paint=_clock(play),
             layer="moving", focusable=False),
        Button("longer", Box(x, box.y + 16, wide, side), _("+2 min"), play.longer, keys=("f8",), group="clock"),
        Button("pause", Box(x, box.y + 24 + side, wide, side), pause, play.pause, keys=("f7",), group="clock",
               selected=play.timing.paused),
    ]  # fmt: skip


def _clock(play: Play) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        left, box = play.time_left(), part.box
        role = "warning" if left < 60 else "ink"
        style = _time_style(look, box.w - 60)
        high, words = line_height(look, style), _clock_words(play)
        under = text_height(look, words, "small", box.w)
        y = box.y + (box.h - high - under) / 2
        draw_icon(surface, look, "pause" if play.timing.paused else "timer", box.x + 24, y + high / 2, 48, role)
        draw_line(surface, look, box.x + 60, y + high / 2, clock(left), style, role)
        told = Box(box.x, y + high, box.w, under)
        draw_text(surface, look, told, words, "small", "ink_muted" if role == "ink" else role)

    return draw


# The seats


def seats(look: Look, box: Box, play: Play) -> list[Part]:
    """Who sits at the table, how far each has come, whose turn it is. A press gives the turn, where there are turns."""
    area = ScrollArea("seats", box.inset(14, 16), _("Seats"))
    pitch = _seat_pitch(look)
    rows: list[Part] = []
    y = area.box.y
    for seat in play.seats:
        turn, now = Turn(seat.number), play.run.turn == seat.number
        done, total = progress(play, seat.number)
        row = SeatRow(
            f"seat-{seat.number}", Box(area.box.x, y, area.box.w, pitch), play.seat_name(seat.number),
            _nothing if now else play.doing(turn), keys=(str(seat.number),), refusal="" if now else play.refusal(turn),
            group="seats", selected=now, seat=seat.number, done=done, total=total,
            said=_said(play, seat.number, done, total), radius=10,
        )  # fmt: skip
        row.box = row.box._replace(h=max(pitch, row.high(look)))
        rows.append(row)
        y = row.box.bottom
    area.content = y - area.box.y
    return [Sheet("seats-sheet", box, focusable=False), *area.around(rows)]


def seats_height(look: Look, wide: float, play: Play) -> float:
    """How high the sheet with the seats wants to be."""
    area = next(part for part in seats(look, Box(0, 0, wide, 100), play) if isinstance(part, ScrollArea))
    return area.content + 32


def _nothing() -> Next | None:
    return None


def _seat_pitch(look: Look) -> float:
    return max(look.target_min, line_height(look, _NAME) + 18)


def _said(play: Play, seat: int, done: int, total: int) -> str:
    """What stands at the end of a seat's row."""
    run = play.run
    if run.turn == seat:
        return _("has the turn")
    if seat in run.passed and seat in run.done:
        return _("passed")
    if seat in run.done and not (total and in_turns(play)):  # ready with this lap is not ready with the step
        return _("ready")
    return f"{done}/{total}" if total else str(done) if done else ""


@dataclass(eq=False)
class SeatRow(Part):
    """One seat: its piece and name, pips for what it has done, and in words whose turn it is or how far it is."""

    _: KW_ONLY
    seat: int = 1
    done: int = 0
    total: int = 0
    said: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.label} {self.said}".strip()

    def _pips(self) -> float:
        return 16 * self.total + 12 if 0 < self.total <= 6 else 0.0

    def _end(self, look: Look) -> float:
        return width(look, self.said, "small") + 14 if self.said else 0.0

    def high(self, look: Look) -> float:
        return text_height(look, self.label, _NAME, self._room(look)) + 14

    def _room(self, look: Look) -> float:
        return self.box.w - 70 - self._pips() - self._end(look) - 14

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box, y = self.box, self.box.centre[1]
        if self.selected:
            paint.plate(surface, look, box, "primary_soft", self.radius, "primary" if look.contrast else None, 3)
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, box, "sunken", self.radius)
        draw_seat(surface, look, self.seat, box.x + 36, y, 40)
        room = self._room(look)
        draw_text(surface, look, Box(box.x + 70, box.y, room, box.h), self.label, _NAME, valign="middle")
        end = box.right - 14
        if self._pips():
            x = max(box.x + box.w * 0.53, box.x + 70 + min(room, width(look, self.label, _NAME)) + 12)
            x = min(x, end - self._end(look) - self._pips() + 6)
            draw_pips(surface, look, x + self._pips() / 2 - 6, y, self.done, self.total)
        draw_text(surface, look, Box(box.x, box.y, box.w - 14, box.h), self.said, "small", "ink", "right", "middle")


# Undo


@dataclass(eq=False)
class UndoRow(Part):
    """The button that takes the last thing back, with what that is."""

    _: KW_ONLY
    what: str = ""

    def high(self, look: Look) -> float:
        room = self.box.w - 90
        return max(look.control(), text_height(look, self.label, "button", room) + self._under(look) + 20)

    def _under(self, look: Look) -> float:
        return text_height(look, self.what, "small", self.box.w - 90) if self.what else 0.0

    @property
    def spoken(self) -> str:
        return f"{self.label}: {self.what}" if self.what else self.label

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        pressed, hover = self.state.pressed, self.state.hover
        state = "disabled" if self.refusal else "pressed" if pressed else "hover" if hover else "rest"
        role = paint.button(surface, look, self.box, "plain", state)
        box = self.box.moved(0, paint.PRESSED_DOWN) if state == "pressed" else self.box
        draw_icon(surface, look, "undo", box.x + 40, box.centre[1], 30, role)
        under = self._under(look)
        head = text_height(look, self.label, "button", box.w - 90)
        top = box.centre[1] - (head + under) / 2
        draw_text(surface, look, Box(box.x + 70, top, box.w - 90, head), self.label, "button", role)
        if self.what:
            what = Box(box.x + 70, top + head, box.w - 90, under)
            draw_text(surface, look, what, self.what, "small", "ink_muted")


# What lies around


def notes_head(look: Look, box: Box) -> list[Part]:
    """What stands over the notes: that they are one's own. The second line goes under the first where it must."""
    said, own = _("not in the plan"), _("Own notes")
    wide = width(look, said, "small") + 40
    beside = width(look, own, _HEAD) + wide + 8 <= box.w
    head = text_height(look, own, _HEAD, box.w - wide if beside else box.w)
    room = wide if beside else box.w
    high = Line.height(look, said, room, "small")
    place = Box(box.right - wide, box.y, wide, high) if beside else Box(box.x, box.y + head, box.w, high)
    return [
        Words("notes-head", Box(box.x, box.y, box.w - (wide if beside else 0), head), own, style=_HEAD, role="primary",
              focusable=False),
        Line("notes-lock", place, said, icon="lock", style="small", role="ink_muted", focusable=False),
    ]  # fmt: skip


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)


def _upright(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.h, upright=True)


def text_of(play: Play) -> StepText | None:
    """What is said in the step at hand; None at the end."""
    return play.texts.steps.get(play.state.at) if play.state.at != END else None


