"""Notes as parts: on the wall, in a tray, folded in front of a seat; and the empty places that notes leave."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass, field

import pygame

from game.engine.definition import Step
from game.engine.fields import PARKED
from game.engine.state import Item
from game.ui.fonts import draw_text, text_height
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look
from game.ui.notes import NoteFace, draw_note, draw_place, ink_of, note_height
from game.ui.part import PASSED, Outcome, Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.words import _

Press = Callable[[], Next | None]

PAPERS = 3
"""How many colours of note paper there are; later rounds begin with the first one again."""

_SIDE = 16.0
_EAR = 30.0


def paper(round_number: int) -> str:
    """The colour role of the notes of a round, counted from 0."""
    return f"note_{round_number % PAPERS + 1}"


def note_face(play: Play, item: Item) -> NoteFace:
    """What stands on an item's note: its words, its round's paper, the piece of the seat that wrote it."""
    return NoteFace(play.title(item), paper(item.round), item.seat)


def kind_line(play: Play, step: Step, item: Item) -> str:
    """What sort of note it is and what it is about, where a step takes several sorts; else nothing."""
    if not step.kinds:
        return ""
    known = play.texts.labels.get("item", item.kind).label
    kind = _("Put aside for later") if item.kind == PARKED else play.say(known)
    about = [play.ref_words(ref) for ref in item.links if ref.startswith("item:")]
    return ": ".join(filter(None, (kind, ", ".join(about))))


def slip_height(look: Look, face: NoteFace, foot: str, width: float, least: float) -> float:
    """How high a note must be for all its words and its lowest line."""
    low = text_height(look, foot, "small", width - _SIDE - _EAR) + 6 if foot else 0.0
    return max(least, note_height(look, face, width, 0.0, 100_000.0) + low)


@dataclass(eq=False)
class Slip(Part):
    """A note whose words can be read. `foot` is its lowest line; `opens`, what Space and a press on its corner do, puts
    a mark in that corner.
    """

    _: KW_ONLY
    face: NoteFace = field(default_factory=lambda: NoteFace(""))
    foot: str = ""
    newest: bool = False
    opens: Press | None = None

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        chosen = self.selected or self.state.lifted
        draw_note(surface, look, self.box, self.face, "selected" if chosen else "newest" if self.newest else "rest")
        if self.foot:
            room = self.box.w - _SIDE - _EAR
            high = text_height(look, self.foot, "small", room)
            low = Box(self.box.x + _SIDE, self.box.bottom - high - 10, room, high)
            muted = "note_muted" if self.face.role.startswith("note") else "ink_muted"
            draw_text(surface, look, low, self.foot, "small", muted)
        if self.opens is not None:
            draw_icon(surface, look, "search", self.box.x + 26, self.box.bottom - 14, 22, ink_of(self.face.role))

    def take(self, given: Input, look: Look) -> Outcome:
        if self.opens is not None and isinstance(given, Key) and given.chord == "space":
            return Outcome(True, True, self.opens())
        return PASSED


@dataclass(eq=False)
class Place(Part):
    """An empty place with its words: where a note may come, or where one was."""

    _: KW_ONLY
    seat: int | None = None
    icon: str = ""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        draw_place(surface, look, self.box, self.label, self.radius, self.icon or None, self.seat)


def rows_of(heights: Sequence[float], columns: int) -> list[float]:
    """The heights of the rows of a grid whose cells want these heights."""
    return [max(heights[i : i + columns]) for i in range(0, len(heights), columns)]


def grid(box: Box, heights: Sequence[float], columns: int, gap: float, row_gap: float) -> tuple[list[Box], float]:
    """Cells in rows, each row as high as its highest cell wants; and the height of it all."""
    wide = (box.w - gap * (columns - 1)) / columns
    cells: list[Box] = []
    y = box.y
    for first in range(0, len(heights), columns):
        row = heights[first : first + columns]
        cells += [Box(box.x + i * (wide + gap), y, wide, max(row)) for i in range(len(row))]
        y += max(row) + row_gap
    return cells, max(0.0, y - row_gap - box.y)


@dataclass(eq=False)
class Roll(ScrollArea):
    """Scrolls to the part named `shows` whenever that is another one than before, or there is more or less to show."""

    shows: str = field(default="", kw_only=True)

    def around(self, parts: Iterable[Part]) -> list[Part]:
        found = super().around(parts)
        self._show()
        return found

    def follow(self, before: Part) -> None:
        super().follow(before)
        if isinstance(before, Roll):
            told = (before.shows, before.content, before.box.h)
            if told != (self.shows, self.content, self.box.h):
                self._show()

    def _show(self) -> None:
        for part in self.within:
            if part.name == self.shows:
                self.reveal(part.box)
