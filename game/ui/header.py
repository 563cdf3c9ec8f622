"""The top of the table screen: menu, undo, redo, the string of steps, the timer; and the question under it."""

from collections.abc import Callable

import pygame

from game.ui import paint
from game.ui.chooser import Choice, Chooser
from game.ui.controls import Button, icon_button
from game.ui.fonts import draw_line, draw_text, line_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_bead
from game.ui.papers import Sheet
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.told import redo_label, undo_label
from game.ui.wrap import wrap
from game.words import _

_BEAD = 40.0
_LEAST_GAP = 12.0
_PILL = Style(28, 34, 600)
_GATHERED = Style(20, 26, 700, tabular=True)
_TIMER = 444.0
_NAME = Style(30, 38, 700)
_QUESTION = Style(36, 44, 600)
_QUESTION_SMALLER = Style(30, 36, 600)

Press = Callable[[], Next | None]


def controls(look: Look, play: Play, menu: Press) -> list[Part]:
    """Menu, undo and redo, at the left end."""
    side = look.control("icon_button")
    session = play.session
    return [
        icon_button("menu", look, 40, 24, "menu", _("Menu"), menu, keys=("f10",), group="header"),
        icon_button(
            "undo", look, 40 + side + 8, 24, "undo", undo_label(play), play.undo if session.can_undo() else None,
            "" if session.can_undo() else _("There is nothing to undo."), ("ctrl+z",), "header",
        ),
        icon_button(
            "redo", look, 40 + 2 * (side + 8), 24, "redo", redo_label(play),
            play.redo if session.can_redo() else None,
            "" if session.can_redo() else _("There is nothing to redo."), ("ctrl+y", "ctrl+shift+z"), "header",
        ),
    ]  # fmt: skip


def steps(look: Look, play: Play, go_to: Callable[[str], Press]) -> list[Part]:
    """The string of steps between the controls and the timer; the one in hand is a pill with its name.

    Where there is no room for all, those far from the one in hand stand together in one bead that opens their list.
    """
    side = look.control("icon_button")
    left, right = 40 + 3 * (side + 8) + 8, look.W - 40 - _timer_width(look) - 32
    order = play.state.order
    titles = {step: play.say(play.texts.steps[step].short_title) for step in order}
    here = order.index(play.state.at) if play.state.at in order else -1
    furthest = max((i for i, step in enumerate(order) if step in play.state.runs), default=0)
    now = titles[order[here]] if here >= 0 else ""
    least = max(_LEAST_GAP, look.target_min - _BEAD)
    for title in (now, ""):  # its name is in the dock too
        pill = width(look, title, _PILL) + width(look, "12", _PILL) + (76 if title else 62) + (here < furthest) * 40
        spans = _spans(look, right - left, len(order), here, pill)
        taken = sum(_wide(look, span, here, pill) for span in spans)
        gap = (right - left - taken) / max(len(spans) - 1, 1)
        if gap >= least:
            break
    gap = max(gap, _LEAST_GAP)
    found: list[Part] = [Part("steps-line", Box(left, 24, right - left, side), paint=_line, focusable=False)]
    x = left
    for span in spans:
        box = Box(x, 24, _wide(look, span, here, pill), side)
        reach = box.inset(-min(gap / 2, 14), 0)
        x = box.right + gap
        if len(span) > 1:
            names = [(step, _("Step {n}: {title}").format(n=order.index(step) + 1, title=titles[step]))
                     for step in order[span.start : span.stop]]  # fmt: skip
            found.append(_gathered(span, reach, names, span.stop - 1 <= furthest, go_to))
            continue
        number, step = span.start + 1, order[span.start]
        is_now = span.start == here
        been = "done" if span.start <= furthest else "to_come"
        state = "now" if is_now else "skipped" if step in play.state.skipped else been
        label = _("Step {n}: {title}").format(n=number, title=titles[step])
        found.append(
            Part(
                f"step-{step}", box if is_now else reach, label, None if is_now else go_to(step),
                paint=_step(number, title, state, number - 1 < furthest), group="steps", selected=is_now,
                radius=side / 2, focusable=not is_now,
            )
        )  # fmt: skip
    return found


def _spans(look: Look, room: float, count: int, here: int, pill: float) -> list[range]:
    """Which steps stand alone, and which at the ends stand together: as few of those as there is room for."""
    least = max(_LEAST_GAP, look.target_min - _BEAD)
    spans: list[range] = []
    for near in range(count, -1, -1):
        first, last = max(0, here - near), min(count - 1, max(here, 0) + near)
        ends = range(first), range(last + 1, count)
        spans = [span for span in (ends[0], *(range(i, i + 1) for i in range(first, last + 1)), ends[1]) if span]
        if sum(_wide(look, span, here, pill) for span in spans) + least * (len(spans) - 1) <= room:
            break
    return spans


def _wide(look: Look, span: range, here: int, pill: float) -> float:
    if len(span) > 1:
        return width(look, _numbers(span), _GATHERED) + 32
    return pill if span.start == here else _BEAD


def _numbers(span: range) -> str:
    return f"{span.start + 1}–{span.stop}"


def _gathered(
    span: range, box: Box, names: list[tuple[str, str]], done: bool, go_to: Callable[[str], Press]
) -> Part:
    """Steps that stand in one bead: a press lets one choose among them."""
    words = _numbers(span)

    def chosen(step: object) -> Next | None:
        return go_to(step)() if isinstance(step, str) and step else None

    def press() -> Next | None:
        return Push(Chooser(_("To which step?"), [Choice(step, name) for step, name in names]), chosen)

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        pill = part.box.centred(width(look, words, _GATHERED) + 32, _BEAD)
        edge = None if done else "edge"
        paint.plate(surface, look, pill, "ink" if done else "surface", _BEAD / 2, edge, look.stroke("control"))
        draw_line(surface, look, *pill.centre, words, _GATHERED, "surface" if done else "ink", "centre")

    return Part(f"steps-{words}", box, _("Steps {numbers}").format(numbers=words), press, paint=draw, group="steps",
                radius=box.h / 2)  # fmt: skip


def _line(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x + 20, part.box.centre[1] - 1), part.box.w - 40, "edge", width=2)


def _step(number: int, title: str, state: str, gone_back: bool) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.centre
        if state != "now":
            draw_bead(surface, look, x, y, state, str(number))
            return
        box = part.box.centred(part.box.w, look.control("icon_button"))
        role = "on_primary"
        if gone_back:
            role = "ink"
            paint.plate(surface, look, box, "primary_soft", box.h / 2, "primary", look.stroke("selected"))
        else:
            paint.plate(surface, look, box, "primary", box.h / 2)
        left = box.x + 32
        if gone_back:
            draw_icon(surface, look, "undo", left + 13, y, 26, role)
            left += 40
        wide = width(look, str(number), _PILL)
        draw_text(surface, look, Box(left, box.y, wide + 2, box.h), str(number), _PILL, role, valign="middle")
        rest = Box(left + wide + 14, box.y, box.right - left - wide - 14, box.h)
        draw_text(surface, look, rest, title, _PILL, role, valign="middle")

    return draw


def timer(look: Look, play: Play) -> list[Part]:
    """The time left in the step, which never stops anything, and a button for two minutes more."""
    side = look.control("icon_button")
    whole = _timer_width(look)
    box = Box(look.W - 40 - whole, 24, whole, side)
    wide, _high = Button.natural(look, _("+2 min"))
    face = box._replace(w=whole - wide - 12)
    found: list[Part] = []
    if play.step is not None:
        found.append(Part("timer", face, clock_words(play), play.pause, paint=_clock(play), layer="moving",
                          keys=("f7",), group="header"))  # fmt: skip
        found.append(Button("longer", Box(box.right - wide, box.y, wide, side), _("+2 min"), play.longer,
                            keys=("f8",), group="header"))  # fmt: skip
    return found


def _timer_width(look: Look) -> float:
    """How wide the timer is: as drawn, and wider where letters are large."""
    words = (_("break"), _("left"), _("over the time"), _("/ {n} min").format(n=88), _("you may go on"))
    beside = max(width(look, text, "small") for text in words)
    face = 54 + width(look, "+88.88", "timer") + 14 + beside
    return max(_TIMER, face + 12 + Button.natural(look, _("+2 min"))[0])


def clock_words(play: Play) -> str:
    """The time left in words, and what a press on it does."""
    left = clock(play.time_left())
    if play.timing.paused:
        return _("Let the clock go on: {time}").format(time=left)
    return _("Stop the clock: {time}").format(time=left)


def clock(seconds: float) -> str:
    """Minutes and seconds, with a plus sign once the time is over: 7.20, +1.30."""
    whole = int(abs(seconds))
    return f"{'+' if seconds < 0 else ''}{whole // 60}.{whole % 60:02d}"


def _clock(play: Play) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        if play.step is None:
            return
        left = play.time_left()
        role = "warning" if left < 60 else "ink"
        box = part.box
        if part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "sunken", look.radius("control"))
        paused = play.timing.paused
        draw_icon(surface, look, "pause" if paused else "timer", box.x + 22, box.centre[1], 40, role)
        words = clock(left)
        wide = width(look, words, "timer")
        draw_text(surface, look, Box(box.x + 54, box.y, wide + 4, box.h), words, "timer", role, valign="middle")
        total = play.minutes_of(play.step.id)
        small = _("break") if paused else _("left") if left >= 0 else _("over the time")
        under = _("/ {n} min").format(n=total) if left >= 0 else _("you may go on")
        beside = Box(box.x + 54 + wide + 14, box.y, box.w - 54 - wide - 14, box.h)
        high = line_height(look, "small")
        top = beside._replace(y=beside.centre[1] - high, h=high)
        muted = role if role == "warning" else "ink_muted"
        draw_text(surface, look, top, small, "small", muted)
        draw_text(surface, look, top.moved(0, high), under, "small", muted)

    return draw


def ribbon(look: Look, play: Play) -> list[Part]:
    """The question under the header, from the moment there is a target until the end; nothing before that."""
    name, question, decides = play.pinned()
    if not name and not question:
        return []
    box = Box(40, 104 + look.control("icon_button") - 64, look.W - 80, 64)
    room = box.w - 48 - _name_room(look, name) - _decides_room(look, decides)
    style = _QUESTION
    if width(look, question, style) > room:
        style = _QUESTION_SMALLER
    lines = wrap(look, question, style, room)
    box = box._replace(h=max(64.0, lines.height + 20))
    label = ". ".join(filter(None, (name, question, decides)))
    return [Sheet("ribbon", box, label, focusable=False), Part("ribbon-text", box, label, focusable=False,
            paint=_ribbon(name, question, decides, style))]  # fmt: skip


def _name_room(look: Look, name: str) -> float:
    return 36 + 16 + width(look, name, _NAME) + 44 if name else 0.0


def _decides_room(look: Look, decides: str) -> float:
    return min(width(look, decides, "small"), 420.0) + 40 if decides else 0.0


def _ribbon(name: str, question: str, decides: str, style: Style) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        y = box.centre[1]
        left = box.x + 24
        if name:
            draw_icon(surface, look, "deck-targets", left + 18, y, 36, "primary")
            left += 52
            wide = width(look, name, _NAME)
            draw_text(surface, look, Box(left, box.y, wide + 2, box.h), name, _NAME, "primary", valign="middle")
            left += wide + 20
            if question:
                paint.rule(surface, look, (left, y - 16), 32, "edge", upright=True)
            left += 22
        room = _decides_room(look, decides)
        place = Box(left, box.y, box.right - 24 - room - left, box.h)
        draw_text(surface, look, place, question, style, "ink", valign="middle")
        if decides:
            end = Box(box.right - 24 - room + 40, box.y, room - 40, box.h)
            draw_text(surface, look, end, decides, "small", "ink_muted", "right", "middle")

    return draw
