"""The records of a commit step as tickets: when on the band, what, who, and whether anything is still open."""

from collections.abc import Callable, Sequence

import pygame

from game.engine.definition import Commit
from game.engine.results import results
from game.engine.state import Item
from game.ui import paint
from game.ui.fieldtext import lacking
from game.ui.fonts import draw_text, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.agreed import when_and_who
from game.words import _, ngettext

_WHEN = Style(24, 30, 600, tabular=True)
_TITLE = Style(24, 30, 600)
_BAND = 50.0
_GAP = 16.0
_PAD = 16.0
_WIDEST = 420.0

Press = Callable[[], Next | None]


def commit_steps(play: Play) -> list[str]:
    """The commit steps in the order of play."""
    return [step for step in play.state.order if isinstance(play.game.step[step], Commit)]


def tickets(look: Look, play: Play, box: Box, step: str, press: Press) -> list[Part]:
    """The tickets in rows of four at most, scrolling if they must."""
    made = results(play.game, play.state, step)
    if not made:
        return [Part("end.no-tickets", box, _("Nothing yet"), press, paint=_nothing, radius=16)]
    columns = max(1, min(len(made), 4, int((box.w + _GAP) / (232 * look.text_factor + _GAP))))
    wide = min((box.w - _GAP * (columns - 1)) / columns, _WIDEST)
    area = ScrollArea("end.tickets", box.inset(-8, -8), play.say(play.texts.steps[step].title))
    found: list[Part] = []
    y = box.y
    for first in range(0, len(made), columns):
        row = made[first : first + columns]
        high = max(_height(look, play, step, item, wide) for item in row)
        high = max(high, min(box.h, 210.0)) if len(made) <= columns else high
        for place, item in enumerate(row):
            cell = Box(box.x + place * (wide + _GAP), y, wide, high)
            found.append(_ticket(look, play, step, item, cell, press))
        y += high + _GAP
    area.content = y - _GAP - box.y + 16
    return area.around(found)


def _lines(play: Play, step: str, item: Item) -> tuple[str, str, str, str, bool]:
    """When, what, who, how many gaps in words, and whether there are any."""
    when, who = when_and_who(play, step, item.id)
    gaps = lacking(item, play.game.step[step].item_fields)
    state = ngettext("{n} gap", "{n} gaps", gaps).format(n=gaps) if gaps else _("ready")
    title = play.title(item) or _("Without a name")
    return when or _("time open"), title, who or _("nobody yet"), state, bool(gaps)


def _height(look: Look, play: Play, step: str, item: Item, wide: float) -> float:
    when, title, who, state, _gaps = _lines(play, step, item)
    room = wide - 2 * _PAD
    band = max(_BAND, text_height(look, when, _WHEN, room) + 16)
    texts = text_height(look, title, _TITLE, room) + text_height(look, who, "read", room)
    return band + 12 + texts + 12 + text_height(look, state, "small", room - 32) + 16


def _ticket(look: Look, play: Play, step: str, item: Item, box: Box, press: Press) -> Part:
    lines = _lines(play, step, item)
    label = ", ".join(lines[:4])
    return Part(f"end.ticket-{item.id}", box, label, press, paint=_paint(lines), group="tickets", radius=16)


def _paint(lines: Sequence[str | bool]) -> Callable[[pygame.Surface, Look, Part], None]:
    when, title, who, state = (str(line) for line in lines[:4])
    gaps = bool(lines[4])

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box, room = part.box, part.box.w - 2 * _PAD
        r = look.radius("card")
        paint.raised(surface, look, box, fill="sunken" if part.state.hover or part.state.pressed else "raised")
        band = box._replace(h=max(_BAND, text_height(look, when, _WHEN, room) + 16))
        paint.plate(surface, look, band, "primary", r, corners=paint.TOP)
        draw_text(surface, look, band.inset(_PAD, 0), when, _WHEN, "on_primary", "centre", "middle")
        y = band.bottom + 12
        high = text_height(look, title, _TITLE, room)
        draw_text(surface, look, Box(box.x + _PAD, y, room, high), title, _TITLE)
        foot = text_height(look, state, "small", room - 32)
        low = text_height(look, who, "read", room)
        bottom = box.bottom - 14 - foot
        draw_text(surface, look, Box(box.x + _PAD, bottom - 8 - low, room, low), who, "read")
        role = "warning" if gaps else "ink"
        draw_icon(surface, look, "warning" if gaps else "check", box.x + _PAD + 12, bottom + foot / 2, 24, role)
        draw_text(surface, look, Box(box.x + _PAD + 32, bottom, room - 32, foot), state, "small", role, valign="middle")

    return draw


def _nothing(surface: pygame.Surface, look: Look, part: Part) -> None:
    """The place where tickets would lie."""
    fill = "sunken" if part.state.hover or part.state.pressed else None
    paint.dashed(surface, look, part.box, look.radius("card"), fill=fill)
    draw_text(surface, look, part.box.inset(24), part.label, "read", "ink_muted", "centre", "middle")
