"""A month to choose a day from; the usual spans from today are one press away."""

from calendar import Calendar as Months
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

import pygame

from game import words
from game.ui import paint
from game.ui.controls import Button, icon_button
from game.ui.days import day_words
from game.ui.fonts import draw_text, line_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.words import _, ngettext

_TITLE = Style(34, 42, 600)
_PAD = 32.0
_GAP = 8.0
_SPANS = (1, 3, 6)
_WEEKS = 6


class Calendar(Scene):
    """Leaves the chosen day as ISO text, or None. `today` is the day that the spans are counted from."""

    over = True

    def __init__(self, chosen: date | None = None, today: date | None = None) -> None:
        self.today = today or date.today()
        self.chosen = chosen
        self.month = (chosen or self.today + timedelta(days=30)).replace(day=1)
        self.first_focus = f"day-{(chosen or self.month).isoformat()}"

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control()
        spans = [
            Button(f"span-{months}", look.box, ngettext("In {n} month", "In {n} months", months).format(n=months),
                   partial(self._take, _after(self.today, months)), group="spans")
            for months in _SPANS
        ]  # fmt: skip
        widest = max(Button.natural(look, span.label)[0] for span in spans)
        inside = max(7 * (side + _GAP) - _GAP, len(spans) * (widest + 12) - 12)
        names = line_height(look, "small")
        high = side + 16 + names + 12 + _WEEKS * (side + _GAP) + 8 + side
        sheet = look.box.centred(inside + 2 * _PAD, high + 2 * _PAD)
        inner = sheet.inset(_PAD)
        bar = inner._replace(h=side)
        month = bar.inset(2 * (side + 12), 0)
        found: list[Part] = [
            Sheet("calendar", sheet, fill="raised", shadow="lifted", solid=True, focusable=False),
            self._turn_button("earlier", look, bar.x, bar.y, "back", _("The month before"), -1, ("page up",)),
            Words("month", month, _month_words(self.month), style=_TITLE, align="centre", valign="middle",
                  focusable=False),
            self._turn_button("later", look, bar.right - 2 * side - 12, bar.y, "next", _("The month after"), 1,
                              ("page down",)),
            icon_button("close", look, bar.right - side, bar.y, "close", _("Close"), lambda: Pop(), keys=("escape",)),
        ]  # fmt: skip
        y = bar.bottom + 16
        columns = Box(inner.x, y, inner.w, names).columns(7, _GAP)
        for number, (box, name) in enumerate(zip(columns, _weekdays(), strict=True)):
            found.append(Words(f"weekday-{number}", box, name, style="small", role="ink_muted", align="centre",
                               focusable=False))  # fmt: skip
        y += names + 12
        for row, week in enumerate(Months().monthdatescalendar(self.month.year, self.month.month)):
            for column, day in zip(columns, week, strict=True):
                found.append(self._day(day, column._replace(y=y + row * (side + _GAP), h=side)))
        foot = Box(inner.x, inner.bottom - side, inner.w, side)
        for box, span in zip(foot.columns(len(spans), 12), spans, strict=True):
            span.box = box
        return [*found, *spans]

    def _turn_button(
        self, name: str, look: Look, x: float, y: float, icon: str, label: str, months: int, keys: tuple[str, ...]
    ) -> Button:
        """A button that goes to another month, if the calendar of this program reaches so far."""
        refusal = "" if 1901 <= self.month.year + months <= 2998 else _("The calendar ends here.")
        return icon_button(name, look, x, y, icon, label, partial(self._turn, months), refusal, keys)

    def _day(self, day: date, box: Box) -> Part:
        inside = day.month == self.month.month
        return Part(
            f"day-{day.isoformat()}", box, day_words(day.isoformat()), partial(self._take, day),
            paint=_day(day, inside, day == self.today), group="days", selected=day == self.chosen,
        )  # fmt: skip

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
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
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


def _day(day: date, inside: bool, today: bool) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        role, r = "ink" if inside else "ink_muted", look.radius("control")
        if part.selected:
            paint.plate(surface, look, part.box, "primary", r)
            role = "on_primary"
        elif part.state.hover or part.state.pressed:
            paint.plate(surface, look, part.box, "sunken", r)
        if today and not part.selected:
            paint.outline(surface, look, part.box, r)
        draw_text(surface, look, part.box, str(day.day), "button" if inside else "read", role, "centre", "middle")

    return draw
