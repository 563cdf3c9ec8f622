"""How far the plan has come: filled and missing by section, and every gap as a row that can be pressed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from game.plan.document import plain
from game.plan.fields import Answer, Gap
from game.ui import paint
from game.ui.fonts import draw_line, draw_text, text_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.words import _, ngettext

_TITLE = Style(30, 38, 600)
_COUNT = Style(22, 28, 600, tabular=True)
_PILL, _PILL_GAP = 22.0, 5.0

Press = Callable[[], Next | None]


class Section(NamedTuple):
    """A section of the plan: its basic fields in order, and whether each is filled."""

    id: str
    name: str
    filled: tuple[bool, ...]


def sections(play: Play, found: Sequence[Answer]) -> list[Section]:
    """The sections that have basic fields, in the plan's order."""
    plan = play.texts.plan
    rows = []
    for section in plan.sections if plan else ():
        filled = tuple(one.state == "full" for one in found if one.field.core and one.field.section == section)
        if filled:
            rows.append(Section(section, play.say(play.texts.labels.get("section", section).label), filled))
    return rows


def panel(
    look: Look, box: Box, rows: Sequence[Section], gaps: Sequence[Gap], open_gap: Callable[[Gap], Press]
) -> list[Part]:
    """The sheet beside the pages; scrolls where it must."""
    area = ScrollArea("review.state", box.inset(6, 10), _("How far the plan has come"))
    x, wide = box.x + 28, box.w - 56
    y = area.box.y + 10
    full, whole = sum(sum(row.filled) for row in rows), sum(len(row.filled) for row in rows)
    found: list[Part] = []
    title = _("The draft is ready to be read")
    high = text_height(look, title, _TITLE, wide)
    found.append(Words("review.title", Box(x, y, wide, high), title, style=_TITLE, focusable=False))
    y += high + 6
    told = _("{full}/{all} of the basic facts are there. Gaps do not keep you from exporting.")
    words = told.format(full=full, all=whole) if whole else _("Gaps do not keep you from exporting.")
    high = text_height(look, words, "read", wide)
    found.append(Words("review.words", Box(x, y, wide, high), words, style="read", focusable=False))
    y += high + 10
    pills = max((len(row.filled) for row in rows), default=0)
    for row in rows:
        high = max(34.0, text_height(look, row.name, "read", wide - _side_room(look, pills) - 16))
        label = f"{row.name}: {sum(row.filled)}/{len(row.filled)}"
        found.append(
            Part(f"review.section-{row.id}", Box(x, y, wide, high), label, paint=_section(row, pills), focusable=False)
        )
        y += high + 8
    if rows:
        found.append(Part("review.rule", Box(x, y + 6, wide, 2), paint=_rule, focusable=False))
        y += 18
    if not gaps:
        nothing = _("Nothing is missing.")
        found.append(Words("review.nothing", Box(x, y, wide, 34), nothing, style="read_strong", focusable=False))
        y += 40
    else:
        n = len(gaps)
        count = ngettext(
            "{n} thing is missing. Press it to fill it in.", "{n} things are missing. Press one to fill it in.", n
        ).format(n=n)
        high = text_height(look, count, "small", wide)
        place = Box(x, y, wide, high)
        found.append(Words("review.count", place, count, style="small", role="ink_muted", focusable=False))
        y += high + 4
    for number, gap in enumerate(gaps):
        words = plain(gap.question)
        high = max(look.target_min, text_height(look, words, "read", wide - 84) + 22)
        place = Box(x - 12, y, wide + 24, high)
        found.append(Part(f"review.gap-{number}", place, words, open_gap(gap), paint=_gap, group="gaps"))
        y += high + 2
    area.content = y + 12 - area.box.y
    return [Sheet("review", box, focusable=False), *area.around(found)]


def _side_room(look: Look, pills: int) -> float:
    return min(pills * (_PILL + _PILL_GAP), 190.0) + 8 + width(look, "0/00", _COUNT)


def _section(row: Section, pills: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        side = _side_room(look, pills)
        name = Box(box.x, box.y, box.w - side - 16, box.h)
        draw_text(surface, look, name, row.name, "read", valign="middle")
        middle = box.centre[1]
        right = box.right
        draw_line(surface, look, right, middle, f"{sum(row.filled)}/{len(row.filled)}", _COUNT, align="right")
        left = right - side
        wide = min(_PILL, (side - 8 - width(look, "0/00", _COUNT)) / pills - _PILL_GAP)
        for at, full in enumerate(row.filled):
            pill = Box(left + at * (wide + _PILL_GAP), middle - 8, wide, 16)
            if full:
                paint.plate(surface, look, pill, "ink", 4)
            else:
                paint.dashed(surface, look, pill, 4, "warning", 2)

    return draw


def _gap(surface: pygame.Surface, look: Look, part: Part) -> None:
    if part.state.hover or part.state.pressed:
        paint.plate(surface, look, part.box, "sunken", look.radius("control"))
    box, middle = part.box, part.box.centre[1]
    draw_icon(surface, look, "warning", box.x + 28, middle, 28, "warning")
    draw_text(surface, look, Box(box.x + 54, box.y, box.w - 24 - 84, box.h), part.label, "read", valign="middle")
    draw_icon(surface, look, "chevron-right", box.right - 26, middle, 26)


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)
