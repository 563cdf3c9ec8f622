"""The silent side of a write step: what is asked, the two ways to answer, and folded notes that show nothing."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass

import pygame

from game.ui import paint
from game.ui.controls import segments, segments_width
from game.ui.fonts import draw_line, draw_lines, draw_text, fitting, line_height, text_height, width
from game.ui.header import clock
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_badge, draw_numbered
from game.ui.notes import draw_folded
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.shapes import put
from game.ui.wrap import wrap
from game.words import _, ngettext

Press = Callable[[], Next | None]

_ASK = Style(36, 44, 600)
_NAMES = (Style(30, 36, 700), Style(26, 32, 700), Style(24, 30, 600), Style(22, 27, 600), Style(20, 25, 600))
_CLOCK = Style(96, 104, 300, tabular=True)
_FOLDED = (132.0, 76.0)
_GAP = 20.0
_LOW = 124.0
"""A mat lower than this shows its piece and how many notes there are, and no name."""


def prompt(
    look: Look, box: Box, asked: str, way: str = "", choose: Callable[[str], Next | None] | None = None
) -> tuple[list[Part], float]:  # fmt: skip
    """What is asked and, with `choose`, the two ways to answer it; and where the sheet ends."""
    ways = [("keys", _("The keyboard goes round")), ("paper", _("Think on paper first"))]
    wanted = segments_width(look, [words for _way, words in ways]) if choose else 0.0
    room = box.w - 32 - 104 - 32
    beside = room - wanted - 24 >= 420
    asking = room - (wanted + 24 if choose and beside else 0)
    high = text_height(look, asked, _ASK, asking)
    side = look.control()
    top = max(high, side if choose and beside else 0.0)
    found: list[Part] = [
        Words("table.asked", Box(box.x + 136, box.y + 20 + (top - high) / 2, asking, high), asked, style=_ASK,
              focusable=False)
    ]  # fmt: skip
    y = box.y + 20 + top
    if choose:
        if beside:
            place = Box(box.right - 32 - wanted, box.y + 20 + (top - side) / 2, wanted, side)
        else:
            place = Box(box.x + 136, y + 12, min(wanted, room), side)
            y = place.bottom
        found += segments("table.way", place, look, ways, way, choose)
        words = _two_ways(way)
        low = text_height(look, words, "read", room)
        found.append(Words("table.how", Box(box.x + 136, y + 8, room, low), words, style="read", focusable=False))
        y += 8 + low
    y = max(y + 20, box.y + 112)
    disc_box = Box(box.x + 32, box.y, 80, y - box.y)
    icon = Part("table.icon", disc_box, paint=_icon, focusable=False)
    return [Sheet("table", box._replace(h=y - box.y), focusable=False), icon, *found], y


def _two_ways(way: str) -> str:
    if way == "paper":
        return _(
            "Everyone thinks in silence, on paper if they like. Then each reads out in turn, and one of you types."
        )
    return _("Press your number, type, and press Enter: the note folds, and the next one is up. All open at once.")


def _icon(surface: pygame.Surface, look: Look, part: Part) -> None:
    put(surface, look, disc(look, 80, "primary"), *part.box.centre)
    draw_icon(surface, look, "step-write", *part.box.centre, 44, "on_primary")


def mats(
    look: Look, box: Box, play: Play, notes: Mapping[int, int], role: str, press: Callable[[int], Press], writer: int
) -> list[Part]:  # fmt: skip
    """A mat for each seat with its folded notes. The seat's number key or a press on the mat begins a note."""
    here = play.seats
    columns, rows = _shape(len(here), box.h)
    cells = box.grid(columns, rows, _GAP if rows > 1 else 12)
    return [
        Mat(
            f"table.seat-{seat.number}", cell, play.seat_name(seat.number), press(seat.number), seat=seat.number,
            notes=notes.get(seat.number, 0), role=role, keys=(str(seat.number),), group="seats",
            selected=seat.number == writer, radius=20,
        )
        for seat, cell in zip(here, cells, strict=False)
    ]  # fmt: skip


def _shape(seats: int, height: float) -> tuple[int, int]:
    """Columns and rows of mats; one row where there is little room."""
    if height < 2 * _LOW + _GAP:
        return seats, 1
    if seats > 6 or (height < 360 and seats > 3):
        return 4, max(1, -(-seats // 4))
    return (2, 2) if seats == 4 else (3, 2) if seats > 3 else (max(seats, 2), 1 if height < 360 else 2)


@dataclass(eq=False)
class Mat(Part):
    """A seat's place: its piece and name, its folded notes, the key that begins a note."""

    _: KW_ONLY
    seat: int = 1
    notes: int = 0
    role: str = "note_1"

    @property
    def spoken(self) -> str:
        return f"{self.label}: {notes_words(self.notes)}"

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.sheet(surface, look, self.box)
        if self.selected:
            paint.selected(surface, look, self.box, look.radius("sheet"))
        elif self.state.hover or self.state.pressed:
            paint.plate(surface, look, self.box, "sunken", look.radius("sheet"))
        if self.box.h < _LOW or self.box.w < 190:
            self._least(surface, look)
            return
        small = line_height(look, "read")
        foot = max(small, 42.0)
        low = Box(self.box.x + 24, self.box.bottom - foot - 16, self.box.w - 48, foot)
        large = self.box.h - foot > 190 and self.box.w > 300
        self._foot(surface, look, low, large)
        if large:
            self._large(surface, look, low.y)
        else:
            self._compact(surface, look, low.y)

    def _large(self, surface: pygame.Surface, look: Look, bottom: float) -> None:
        box = self.box
        draw_seat(surface, look, self.seat, box.x + 80, box.y + 80, 104)
        self._folded(surface, look, Box(box.x + 160, box.y + 28, box.w - 160 - 16, 104))
        self._name(surface, look, Box(box.x + 24, box.y + 136, box.w - 48, bottom - box.y - 138))

    def _compact(self, surface: pygame.Surface, look: Look, bottom: float) -> None:
        box = self.box
        size = min(60.0, bottom - box.y - 20)
        draw_seat(surface, look, self.seat, box.x + 20 + size / 2, box.y + 14 + size / 2, size)
        left = box.x + 20 + size + 16
        self._name(surface, look, Box(left, box.y + 14, box.right - 16 - left, bottom - box.y - 18))

    def _least(self, surface: pygame.Surface, look: Look) -> None:
        """The piece, and under or beside it the folded notes as one pile."""
        box = self.box
        upright = box.h > box.w
        size = max(16.0, min(56.0, (box.h - 24) / (2 if upright else 1), box.w - 16))
        top = box.centre[1] - (size + 48) / 2
        x, y = (box.centre[0], top + size / 2) if upright else (box.x + 10 + size / 2, box.centre[1])
        draw_seat(surface, look, self.seat, x, y, size)
        if upright:
            self._folded(surface, look, Box(box.x + 16, y + size / 2 + 12, box.w - 32, 36))
        else:
            left = x + size / 2 + 10
            self._folded(surface, look, Box(left, y - 18, max(box.right - 12 - left, 24), 36))

    def _name(self, surface: pygame.Surface, look: Look, box: Box) -> None:
        lines = fitting(look, self.label, list(_NAMES), box.w, box.h)
        if lines is None:  # as much of it as there is room for: the note that is written has the whole name
            lines = wrap(look, self.label, _NAMES[-1], box.w)
            step = lines.height / len(lines.lines)
            shown = max(1, int((box.h + 1) / step))
            lines = lines._replace(lines=lines.lines[:shown], height=step * shown)
        draw_lines(surface, look, box, lines)

    def _foot(self, surface: pygame.Surface, look: Look, box: Box, large: bool) -> None:
        """How many notes there are, and the key."""
        middle = box.centre[1]
        key = Box(box.right - 42, middle - 21, 42, 42)
        paint.plate(surface, look, key, "raised", 8, "edge", look.stroke("control"))
        draw_line(surface, look, *key.centre, str(self.seat), "key", align="centre")
        if not large:
            self._folded(surface, look, Box(box.x, middle - 21, key.x - 16 - box.x, 42))
            return
        words, press = notes_words(self.notes), _("press")
        room = box.w - 42 - 12 - width(look, press, "small") - 16
        if width(look, words, "read") <= room:  # else the key alone has to say it
            draw_line(surface, look, key.x - 12, middle, press, "small", align="right")
        else:
            room = box.w - 42 - 16
        role = "ink" if self.notes else "ink_muted"
        style = "read" if width(look, words, "read") <= room else "small"
        draw_text(surface, look, box._replace(w=room), words, style, role, valign="middle")

    def _folded(self, surface: pygame.Surface, look: Look, box: Box) -> None:
        """The folded notes as large as they fit in two rows; what is more lies in a pile with its number."""
        if not self.notes:
            w = min(_FOLDED[0], box.w)
            paint.dashed(surface, look, Box(box.x, box.y, w, min(_FOLDED[1], box.h)), 4)
            return
        for scale, rows in ((1.0, 1), (0.62, 2), (0.48, 2)):
            w, h = _FOLDED[0] * scale, _FOLDED[1] * scale
            columns = int((box.w + 8) / (w + 8))
            if h * rows + 8 * (rows - 1) <= box.h + 1 and columns * rows >= self.notes:
                break
        else:
            rows = 2 if box.h > 2 * h else 1
            if rows == 1:
                w = min(box.h * _FOLDED[0] / _FOLDED[1], box.w)
                h = w * _FOLDED[1] / _FOLDED[0]
                columns = int((box.w + 8) / (w + 8))
        shown = min(self.notes, max(1, columns * rows))
        for i in range(shown):
            place = Box(box.x + i % columns * (w + 8), box.y + i // columns * (h + 8), w, h)
            draw_folded(surface, look, place, self.role)
        if shown < self.notes:
            draw_badge(surface, look, self.notes, place.right - 8, place.y + 8)


def notes_words(count: int) -> str:
    """How many notes lie folded."""
    if not count:
        return _("No notes yet")
    return ngettext("{n} note folded", "{n} notes folded", count).format(n=count)


# Thinking on paper


def thinking(look: Look, box: Box, since: float) -> list[Part]:
    """The sheet that lies there while everybody thinks: a quiet clock, and how it goes on."""
    acts = (
        _("Think in silence. Write on paper if you like, one idea on each."),
        _("When most are ready, press the button below."),
        _("Each reads out one note at a time. One of you types it, and all see it."),
    )
    found: list[Part] = [Sheet("table.thinking", box, focusable=False)]
    face = QuietClock("table.clock", Box(box.x, box.y, min(460.0, box.w * 0.38), box.h), since=since, layer="moving",
                      focusable=False)  # fmt: skip
    found.append(face)
    column = Box(face.box.right + 16, box.y, box.right - 40 - face.box.right - 16, box.h)
    heights = [max(56.0, text_height(look, act, "body", column.w - 72)) for act in acts]
    y = column.y + (column.h - sum(heights) - 2 * 24) / 2
    for number, (act, high) in enumerate(zip(acts, heights, strict=True), 1):
        place = Box(column.x + 72, y, column.w - 72, high)
        mark = Box(column.x, y, 56, high)
        found.append(Part(f"table.act-{number}-mark", mark, str(number), paint=_numbered, focusable=False))
        found.append(Words(f"table.act-{number}", place, act, valign="middle", focusable=False))
        y += high + 24
    return found


def _numbered(surface: pygame.Surface, look: Look, part: Part) -> None:
    draw_numbered(surface, look, part.label, *part.box.centre, 44)


@dataclass(eq=False)
class QuietClock(Part):
    """How long it has been quiet. It only tells; nothing happens at any time."""

    _: KW_ONLY
    since: float = 0.0
    now: float = 0.0
    second: int = -1

    def follow(self, before: Part) -> None:
        if isinstance(before, QuietClock):
            self.now = before.now

    def tick(self, now: float) -> bool:
        self.now = now
        second = int(now - self.since)
        changed = second != self.second
        self.second = second
        return changed

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.centre
        high = line_height(look, _CLOCK)
        draw_icon(surface, look, "timer", x, y - high / 2 - 44, 72, "primary")
        words = clock(max(0.0, self.now - self.since))
        draw_text(surface, look, Box(self.box.x, y - high / 2, self.box.w, high), words, _CLOCK, "ink", "centre")
        said = _("of quiet")
        low = line_height(look, "read")
        draw_text(surface, look, Box(self.box.x, y + high / 2, self.box.w, low), said, "read", "ink_muted", "centre")
