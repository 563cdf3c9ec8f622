"""A month to choose a day from; arrows go to other months, and the usual spans are one press away."""

from calendar import Calendar as Months
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

import pygame

from game import words
from game.ui import paint
from game.ui.controls import Button, icon_button
from game.ui.days import day_words
from game.ui.fonts import draw_text
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.words import _, ngettext

_TITLE = Style(34, 42, 600)
_PAD = 32.0
_SPANS = (1, 3, 6)


class Calendar(Scene):
    """Leaves the chosen day as ISO text, or None."""

    over = True

    def __init__(self, chosen: date | None = None, today: date | None = None) -> None:
        self.today = today or date.today()
        self.chosen = chosen
        self.month = (chosen or self.today + timedelta(days=30)).replace(day=1)
        self.first_focus = f"day-{chosen.isoformat()}" if chosen else "day-" + self.month.isoformat()

    def parts(self, look: Look) -> Sequence[Part]:
        side = max(64.0, look.control())
        sheet = look.box.centred(7 * (side + 8) + 2 * _PAD, 2 * _PAD + 4 * 16 + 9 * (side + 8) + 44)
        sheet = sheet._replace(y=max(12.0, sheet.y))
        inner = sheet.inset(_PAD)
        found: list[Part] = [
            Sheet("calendar", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            icon_button("earlier", look, inner.x, inner.y, "back", _("Month before"), partial(self._turn, -1),
                        keys=("page up",)),
            Words("month", Box(inner.x + side, inner.y, inner.w - 2 * side, side), _month_words(self.month), style=_TITLE,
                  align="centre", valign="middle", focusable=False),
            icon_button("later", look, inner.right - look.control("icon_button"), inner.y, "next", _("Month after"),
                        partial(self._turn, 1), keys=("page down",)),
        ]  # fmt: skip
        y = inner.y + side + 16
        for column, name in enumerate(_weekdays()):
            box = Box(inner.x + column * (side + 8), y, side, 32)
            found.append(Words(f"weekday-{column}", box, name, style="small", role="ink_muted", align="centre",
                               focusable=False))  # fmt: skip
        y += 44
        for row, week in enumerate(Months().monthdatescalendar(self.month.year, self.month.month)):
            for column, day in enumerate(week):
                box = Box(inner.x + column * (side + 8), y + row * (side + 8), side, side)
                found.append(Part(f"day-{day.isoformat()}", box, day_words(day.isoformat()), partial(self._take, day),
                                  paint=_day(day, day.month == self.month.month), group="days",
                                  selected=day == self.chosen))  # fmt: skip
        y += 6 * (side + 8) + 8
        for box, months in zip(Box(inner.x, y, inner.w, side).columns(len(_SPANS), 12), _SPANS, strict=True):
            label = ngettext("In {n} month", "In {n} months", months).format(n=months)
            found.append(Button(f"span-{months}", box, label, partial(self._take, _after(self.today, months)), group="spans"))
        y += side + 12
        found.append(Button("close", Box(inner.x, y, inner.w, side), _("Cancel"), lambda: Pop(), kind="quiet",
                            keys=("escape",)))  # fmt: skip
        return found

    def _turn(self, months: int) -> Next | None:
        self.month = _after(self.month, months)
        self.changed()
        return None

    def _take(self, day: date) -> Next | None:
        return Pop(day.isoformat())

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None


def _after(day: date, months: int) -> date:
    """The same day some months later; the month's last if it has no such day."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def _month_words(month: date) -> str:
    names = [
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    ]  # fmt: skip
    return f"{names[month.month - 1]} {month.year}"


def _weekdays() -> list[str]:
    known = {"fi": "ma ti ke to pe la su", "sv": "må ti on to fr lö sö"}
    return known.get(words.used(), "Mo Tu We Th Fr Sa Su").split()


def _day(day: date, inside: bool) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        role = "ink" if inside else "ink_muted"
        if part.selected:
            paint.plate(surface, look, part.box, "primary", 12)
            role = "on_primary"
        elif part.state.hover or part.state.pressed:
            paint.plate(surface, look, part.box, "sunken", 12)
        draw_text(surface, look, part.box, str(day.day), "button" if inside else "read", role, "centre", "middle")

    return draw
