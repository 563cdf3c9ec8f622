"""The trays of a group step, one for each group with its name, notes and effort; and the well of loose notes."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field

import pygame

from game.engine.state import Item
from game.ui import paint
from game.ui.controls import Button, icon_button
from game.ui.editing import Document
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import disc, draw_number
from game.ui.papers import Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.shapes import put
from game.ui.steps.effort import Blocks
from game.ui.steps.slips import Slip, grid, note_face, slip_height
from game.ui.textbox import TextBox
from game.words import _, ngettext

Press = Callable[[], Next | None]
Drop = Callable[[object], Press | None]

_NAME = Style(26, 32, 600)
_PAD = 18.0
_GAP = 8.0
_NOTE_HIGH, _NOTE_MOST = 126.0, 210.0
"""How high notes are here; a longer text is turned like a page, and opens large."""
_FEW = 4
"""So many notes are seen in a tray that is not unfolded."""


@dataclass(frozen=True)
class Hands:
    """What the trays and notes do when they are pressed, dropped on and typed in: the view's side."""

    play: Play
    move: Callable[[str], Drop]
    """What dropping on a group (its ref) or the well (empty) does."""
    open: Callable[[Item], Press]
    rename: Callable[[int], Press]
    unfold: Callable[[int], Press]
    tray: Callable[[int], Press | None]
    """What pressing a whole tray does; None: nothing."""
    pick: Callable[[int], Press] | None
    """What pressing a note does while notes are chosen; None: it is picked up."""
    picked: frozenset[int] = frozenset()
    naming: int = -1
    name: Document = field(default_factory=Document)
    save: Press = lambda: None
    remove: Press = lambda: None
    effort_name: str = ""
    cost: Callable[[Item], int] = lambda _item: 1
    change: Callable[[Item, int], tuple[Press, str]] | None = None
    """What giving a group so many points does, and why it cannot be done."""


@dataclass(eq=False)
class Tray(Part):
    """The ground of a group's tray."""

    _: KW_ONLY
    landing: Box | None = None

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        r = look.radius("sheet")
        paint.sheet(surface, look, self.box)
        if self.state.over or self.selected:
            paint.selected(surface, look, self.box, r)
        elif self.press is not None:
            fill = "sunken" if self.state.hover or self.state.pressed else None
            paint.plate(surface, look, self.box, fill, r, "primary", look.stroke("selected"))
        if self.state.over and self.landing is not None:
            dx, dy = self.landing.x, self.landing.y
            paint.dashed(surface, look, self.landing._replace(x=self.box.x + dx, y=self.box.y + dy), 4)


@dataclass(eq=False)
class _Well(Part):
    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.well(surface, look, self.box, "card")
        if self.state.over:
            paint.selected(surface, look, self.box, look.radius("card"))


@dataclass(eq=False)
class NewGroup(Part):
    """The place where a note becomes a group of its own."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        r = look.radius("sheet")
        if self.state.over:
            paint.selected(surface, look, self.box, r)
        paint.dashed(surface, look, self.box, r, fill="sunken" if self.state.hover or self.state.pressed else None)
        x, y = self.box.centre
        role = "ink_muted" if self.refusal else "ink"
        draw_icon(surface, look, "plus", x, y - 56, 56, "ink_muted")
        high = line_height(look, _NAME)
        room = self.box.w - 32
        draw_text(surface, look, Box(x - room / 2, y - 8, room, high), self.label, _NAME, role, "centre")
        hint = _("Drag a note here")
        low = text_height(look, hint, "read", room)
        draw_text(surface, look, Box(x - room / 2, y - 8 + high + 8, room, low), hint, "read", "ink_muted", "centre")


def well(look: Look, box: Box, hands: Hands, loose: Sequence[Item]) -> tuple[list[Part], Box, float]:
    """The well of notes that are in no group: its parts, where they scroll, and how high they are."""
    title = _("Not sorted: {n}").format(n=len(loose))
    high = text_height(look, title, _NAME, box.w - 2 * _PAD)
    place = Box(box.x + _PAD, box.y + 16, box.w - 2 * _PAD, high)
    head = Words("table.loose", place, title, style=_NAME, focusable=False)
    ground = _Well("table.well", box, title, drop=hands.move(""), focusable=False, radius=16)
    inner = Box(box.x + _PAD, box.y + 16 + high + 12, box.w - 2 * _PAD, 0)
    window = Box(box.x + 4, inner.y - 8, box.w - 8, box.bottom - 8 - inner.y + 8)
    if not loose:
        words = _("Every note is in a group.")
        low = text_height(look, words, "read", inner.w)
        said = Words("table.none-loose", inner._replace(h=low), words, style="read", role="ink_muted", focusable=False)
        return [ground, head, said], window, 0.0
    heights = [_note_height(look, hands.play, item, inner.w) for item in loose]
    cells, whole = grid(inner, heights, 1, 0, 12)
    found: list[Part] = []
    for item, cell in zip(loose, cells, strict=True):
        found += _note(look, hands, item, cell)
    return [ground, head, *found], window, whole + 16


def _note_height(look: Look, play: Play, item: Item, width: float) -> float:
    most = _NOTE_MOST * max(1.0, look.text_factor)
    return min(slip_height(look, note_face(play, item), "", width, _NOTE_HIGH), most)


def _note(look: Look, hands: Hands, item: Item, cell: Box) -> list[Part]:
    face = note_face(hands.play, item)
    choosing = hands.pick is not None
    slip = Slip(
        f"table.note-{item.id}", cell, face.text, hands.pick(item.id) if hands.pick else None, face=face,
        drag=None if choosing else item.id, opens=hands.open(item), selected=item.id in hands.picked, group="notes",
        radius=4, glides=True,
    )  # fmt: skip
    side = look.target_min
    corner = Box(cell.x, cell.bottom - side, side, side)
    return [slip, Part(f"table.open-{item.id}", corner, _("Open the note"), hands.open(item), focusable=False)]


def tray_height(look: Look, hands: Hands, group: Item, notes: Sequence[Item], width: float, unfolded: bool) -> float:
    """How high a group's tray has to be."""
    inner = width - 2 * _PAD
    heights = _heights(look, hands, notes, inner, unfolded)
    whole = grid(Box(0, 0, inner, 0), heights, 2, _GAP, _GAP)[1] if heights else _NOTE_HIGH
    return _head_height(look, hands, group, inner) + whole + _PAD + _effort_height(look, hands, group)


def _head_height(look: Look, hands: Hands, group: Item, inner: float) -> float:
    side = look.control("icon_button")
    if group.id == hands.naming:
        return side + 24
    return max(side, text_height(look, _name_of(group), _NAME, inner - side - 56)) + 14


def _effort_height(look: Look, hands: Hands, group: Item) -> float:
    """One line of blocks; while the group is named, a row of buttons to change them."""
    if hands.change is None:
        return 0.0
    return look.control("icon_button") + 8 if group.id == hands.naming else line_height(look, "read") + 4


def _name_of(group: Item) -> str:
    return group.text or _("A group without a name")


def _heights(look: Look, hands: Hands, notes: Sequence[Item], inner: float, unfolded: bool) -> list[float]:
    """The heights of the cells: all notes, or the first ones and a cell that says how many more there are."""
    wide = (inner - _GAP) / 2
    whole = [_note_height(look, hands.play, item, wide) for item in notes]
    if len(notes) <= _FEW:
        return whole
    more = max(look.target_min, 72.0)
    return [*whole, more] if unfolded else [*whole[: _FEW - 1], more]


def tray(
    look: Look, box: Box, hands: Hands, group: Item, notes: Sequence[Item], unfolded: bool, chosen: bool
) -> list[Part]:
    """A group's tray in its box."""
    inner = box.inset(_PAD, 0)
    head = _head_height(look, hands, group, inner.w)
    heights = _heights(look, hands, notes, inner.w, unfolded)
    cells, _whole = grid(Box(inner.x, box.y + head, inner.w, 0), heights, 2, _GAP, _GAP)
    name = _name_of(group)
    after, _high = grid(Box(inner.x, box.y + head, inner.w, 0), [*heights, _NOTE_HIGH], 2, _GAP, _GAP)
    landing = after[-1].moved(-box.x, -box.y) if after[-1].bottom <= box.bottom - 8 else None
    ground = Tray(
        f"table.tray-{group.id}", box, name, hands.tray(group.id), drop=hands.move(group.ref), radius=20,
        selected=chosen, landing=landing, group="trays", focusable=hands.tray(group.id) is not None,
    )  # fmt: skip
    found: list[Part] = [ground, *_head(look, box, hands, group, len(notes))]
    shown = notes if unfolded or len(notes) <= _FEW else notes[: _FEW - 1]
    for item, cell in zip(shown, cells, strict=False):
        found += _note(look, hands, item, cell)
    if len(notes) > _FEW:
        rest = len(notes) - len(shown)
        label = _("Fewer") if unfolded else ngettext("{n} more", "{n} more", rest).format(n=rest)
        icon = "chevron-up" if unfolded else "chevron-down"
        cell = cells[-1]._replace(h=heights[-1])
        found.append(Button(f"table.more-{group.id}", cell, label, hands.unfold(group.id), icon=icon))
    if hands.change is not None:
        found += _effort(look, box, hands, group)
    return found


def _head(look: Look, box: Box, hands: Hands, group: Item, count: int) -> list[Part]:
    """The group's name, how many notes it has and the pencil; while it is named, the box for the name."""
    side = look.control("icon_button")
    if group.id == hands.naming:
        top = box.y + 12
        remove = icon_button("table.remove", look, box.right - _PAD - side, top, "delete", _("Break the group up"),
                             hands.remove)  # fmt: skip
        left = remove.box.x - 8 - side
        keep = icon_button("table.keep-name", look, left, top, "check", _("Keep the name"), hands.save)
        place = Box(box.x + _PAD, top, keep.box.x - 12 - box.x - _PAD, side)
        name = TextBox(
            "table.name", place, _("The group’s name"), document=hands.name, placeholder=_("Name the group"),
            style=_NAME, on_enter=hands.save, counted=False,
        )  # fmt: skip
        return [name, keep, remove]
    room = box.w - 2 * _PAD - side - 56
    high = text_height(look, _name_of(group), _NAME, room)
    head = max(side, high)
    role = "ink" if group.text else "ink_muted"
    place = Box(box.x + _PAD, box.y + 7 + (head - high) / 2, room, high)
    number = Box(box.right - _PAD + 8 - side - 52, box.y + 7 + (head - 44) / 2, 44, 44)
    pencil = icon_button(f"table.rename-{group.id}", look, box.right - _PAD + 8 - side, box.y + 7 + (head - side) / 2,
                         "edit", _("Rename {name}").format(name=_name_of(group)), hands.rename(group.id))  # fmt: skip
    pencil.kind = "quiet"
    return [
        Words(f"table.named-{group.id}", place, _name_of(group), style=_NAME, role=role, focusable=False),
        Part(f"table.count-{group.id}", number, str(count), paint=_count, focusable=False),
        pencil,
    ]


def _count(surface: pygame.Surface, look: Look, part: Part) -> None:
    put(surface, look, disc(look, 42, "sunken", "edge" if look.contrast else None, 2), *part.box.centre)
    draw_number(surface, look, part.label, *part.box.centre, 24)


def _effort(look: Look, box: Box, hands: Hands, group: Item) -> list[Part]:
    """The points that the group takes; while it is named, with buttons for one less and one more."""
    assert hands.change is not None
    count = hands.cost(group)
    words = f"{hands.effort_name[:1].lower()}{hands.effort_name[1:]} {count}"
    if group.id != hands.naming:
        high = line_height(look, "read")
        line = Box(box.x + _PAD, box.bottom - high - 12, box.w - 2 * _PAD, high)
        shown = words if Blocks.natural(look, count, words) <= line.w else str(count)
        return [Blocks(f"table.effort-{group.id}", line, words, count=count, words=shown, focusable=False)]
    side = look.control("icon_button")
    y = box.bottom - side - 12
    left = box.right - _PAD - 2 * side - 8
    room = left - 12 - box.x - _PAD
    shown = words if Blocks.natural(look, count, words) <= room else str(count)
    less, no_less = hands.change(group, count - 1)
    more, no_more = hands.change(group, count + 1)
    row = f"effort-{group.id}"
    return [
        Blocks(f"table.effort-{group.id}", Box(box.x + _PAD, y, room, side), words, count=count, words=shown,
               focusable=False),
        icon_button(f"table.lower-{group.id}", look, left, y, "minus", _("Less"), less, no_less, group=row),
        icon_button(f"table.raise-{group.id}", look, left + side + 8, y, "plus", _("More"), more, no_more, group=row),
    ]  # fmt: skip
