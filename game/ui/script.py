"""The facilitator's script beside the table: what to say, what to do now, what comes of it, what helps."""

from collections.abc import Callable

import pygame

from game.content.texts import StepText
from game.engine.definition import END
from game.ui import paint
from game.ui.fonts import draw_text, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_number
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.shapes import put
from game.words import _

_SAY = Style(26, 34, 600)
_HEAD = Style(20, 26, 600)
_TITLE = Style(26, 32, 600)
_READ = Style(24, 30, 400)
_PAD = 24.0

Press = Callable[[], Next | None]


def fold_button(look: Look, box: Box, unfold: Press) -> Part:
    """The button that the folded script leaves on top of the rail."""
    return Part("script-open", box, _("Facilitator’s guide"), unfold, paint=_folded, keys=("f2",))


def panel(look: Look, box: Box, play: Play, text: StepText, fold: Press) -> list[Part]:
    """The open script: fills its box, scrolls if it must."""
    bar = look.control("icon_button")
    area = ScrollArea("script-text", Box(box.x, box.y + bar, box.w, box.h - bar).inset(0, 8), _("Facilitator’s guide"))
    column = _Column(look, Box(box.x + _PAD, area.box.y + 12, box.w - 2 * _PAD, 0))
    column.heading(_("Say"))
    column.words("”" + in_script(play, play.say(text.script)) + "”", _SAY)
    column.rule()
    column.heading(_("Do now"))
    for number, act in enumerate(text.do, 1):
        column.act(number, in_script(play, play.say(act)))
    column.rule()
    for situation, advice in text.help.items():
        column.heading(help_heading(situation))
        column.words(in_script(play, play.say(advice)))
    if text.short_way:
        column.heading(_("A quicker way"))
        column.words(in_script(play, play.say(text.short_way)))
    if text.close:
        column.heading(_("To close"))
        column.words("”" + in_script(play, play.say(text.close)) + "”")
    column.rule()
    column.words(_next_words(play), "small", "ink_muted")
    area.content = column.y - area.box.y + 12
    return [
        Sheet("script", box, solid=True, focusable=False),
        Part("script-bar", Box(box.x, box.y, box.w, bar), _("Facilitator’s guide"), paint=_bar, focusable=False),
        Part("script-fold", Box(box.right - bar, box.y, bar, bar), _("Fold the guide away"), fold, paint=_fold_mark,
             keys=("f2",)),
        *area.around(column.parts),
    ]  # fmt: skip


def help_heading(situation: str) -> str:
    """The words over a piece of advice."""
    known = {
        "quiet": _("If somebody is quiet"),
        "dominated": _("If one person talks a lot"),
        "disagreement": _("If you disagree"),
        "late": _("If time runs short"),
        "stuck": _("If you get stuck"),
    }
    return known.get(situation, situation)


def in_script(play: Play, text: str) -> str:
    """A script with what the group has chosen in the places that name it."""
    name, question, _decides = play.pinned()
    return text.replace("{target}", name or _("our target")).replace("{question}", question or _("our question"))


def _next_words(play: Play) -> str:
    after = play.next_step()
    if after == END:
        return _("After this: the plan is read and exported")
    title = play.say(play.texts.steps[after].short_title)
    number = play.state.order.index(after) + 1
    return _("Next: {n} {title}, {minutes} min").format(n=number, title=title, minutes=play.minutes_of(after))


class _Column:
    """Texts under each other; `y` is where the next one goes."""

    def __init__(self, look: Look, top: Box) -> None:
        self.look, self.x, self.y, self.w = look, top.x, top.y, top.w
        self.parts: list[Part] = []

    def words(self, text: str, style: str | Style = _READ, role: str = "ink", left: float = 0, gap: float = 14) -> None:
        high = text_height(self.look, text, style, self.w - left)
        box = Box(self.x + left, self.y, self.w - left, high)
        self.parts.append(Words(self._name(), box, text, style=style, role=role, focusable=False))
        self.y += high + gap

    def heading(self, text: str) -> None:
        self.words(text, _HEAD, "primary", gap=6)

    def act(self, number: int, text: str) -> None:
        box = Box(self.x, self.y, 34, 34)
        self.parts.append(Part(self._name(), box, str(number), paint=_number, focusable=False))
        self.words(text, left=46, gap=10)

    def rule(self) -> None:
        self.parts.append(Part(self._name(), Box(self.x, self.y, self.w, 2), paint=_rule, focusable=False))
        self.y += 16

    def _name(self) -> str:
        return f"script-{len(self.parts)}"


def _bar(surface: pygame.Surface, look: Look, part: Part) -> None:
    r = look.radius("sheet")
    paint.plate(surface, look, part.box, "primary", r, corners=(True, True, False, False))
    y = part.box.centre[1]
    draw_icon(surface, look, "facilitator", part.box.x + 38, y, 30, "on_primary")
    title = Box(part.box.x + 64, part.box.y, part.box.w - 64 - part.box.h, part.box.h)
    draw_text(surface, look, title, part.label, _TITLE, "on_primary", valign="middle")


def _folded(surface: pygame.Surface, look: Look, part: Part) -> None:
    state = "pressed" if part.state.pressed else "hover" if part.state.hover else "rest"
    role = paint.button(surface, look, part.box, "plain", state)
    y = part.box.centre[1]
    draw_icon(surface, look, "facilitator", part.box.x + 38, y, 30, role)
    draw_icon(surface, look, "fold-in", part.box.right - 38, y, 30, role)
    room = part.box.inset(64, 0)
    draw_text(surface, look, room, part.label, "button", role, "centre", "middle")


def _fold_mark(surface: pygame.Surface, look: Look, part: Part) -> None:
    if part.state.hover or part.state.pressed:
        paint.plate(surface, look, part.box.inset(8), "primary_hover", 12)
    draw_icon(surface, look, "fold-out", *part.box.centre, 30, "on_primary")


def _number(surface: pygame.Surface, look: Look, part: Part) -> None:
    x, y = part.box.centre
    put(surface, look, disc(look, 32, "primary"), x, y - 2)
    draw_number(surface, look, part.label, x, y - 2, 20, "on_primary")


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)
