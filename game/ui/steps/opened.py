"""What opens over the table: one note large, to be mended; the notes of a group; a list to choose ties from."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

import pygame

from game.engine.actions import Amend, Link, Withdraw
from game.engine.definition import Ref
from game.engine.state import Item
from game.ui.controls import Button, CheckBox, button_row, flow
from game.ui.editing import Document
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.notes import NoteFace
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next, Pop, Push, Scene
from game.ui.scroll import ScrollArea
from game.ui.steps.chips import add_chip, chip_of
from game.ui.steps.slips import Slip, grid, note_face, paper, slip_height
from game.ui.textbox import TextBox
from game.words import _

Press = Callable[[], Next | None]

_WIDE = 1060.0
_PAD = 32.0
_TITLE = Style(34, 42, 600)
NOTE = Style(34, 44, 400)
"""How a note is set when it is the one thing that is written or read."""


def _leave() -> Next | None:
    return Pop()


class _Sheet(Scene):
    """A sheet over the table: a title, what lies on it (scrolled if it must), a row of buttons."""

    over = True

    def title(self) -> str:
        raise NotImplementedError

    def body(self, look: Look, box: Box) -> tuple[list[Part], float]:
        """What lies on the sheet from the box's upper edge on, and its height."""
        raise NotImplementedError

    def buttons(self) -> list[Button]:
        return [Button("opened.close", Box(0, 0, 0, 0), _("Close"), _leave, kind="primary", keys=("escape",))]

    def parts(self, look: Look) -> Sequence[Part]:
        wide = min(_WIDE, look.W - 80)
        inner = wide - 2 * _PAD
        title = text_height(look, self.title(), _TITLE, inner)
        side = look.control("primary")
        around = _PAD + title + 16 + 28 + side + _PAD
        body, high = self.body(look, Box(0, 0, inner - 24, 0))
        box = look.box.centred(wide, min(look.H - 64, around + high + 16))
        area = ScrollArea(
            "opened.list", Box(box.x + _PAD - 16, box.y + _PAD + title + 16, inner + 32, box.h - around), self.title(),
            content=high + 16,
        )  # fmt: skip
        for part in body:
            part.box = part.box.moved(area.box.x + 16, area.box.y + 8)
        return [
            Part("opened.scrim", look.box, focusable=False, solid=True),
            Sheet("opened", box, fill="surface", shadow="lifted", solid=True, focusable=False),
            Words("opened.title", Box(box.x + _PAD, box.y + _PAD, inner, title), self.title(), style=_TITLE),
            *area.around(body),
            *button_row(look, box.right - _PAD, box.bottom - _PAD - side / 2, self.buttons()),
        ]


class OpenNote(_Sheet):
    """One note large. Its words can be changed, it can be tied to `choices` and taken off the table."""

    def __init__(self, play: Play, item: int, choices: Sequence[Ref], link_words: str, chars: int) -> None:
        self.play, self.item, self.choices, self.link_words = play, item, tuple(choices), link_words
        self._known = play.state.item(item)
        self.document = Document(self._now().text, limit=chars)
        self.first_focus = "opened.close"

    def _now(self) -> Item:
        """The note as it is; as it was when it has been undone from elsewhere."""
        self._known = self.play.item(self.item) or self._known
        return self._known

    def tick(self, now: float) -> Next | None:
        return Pop() if self.play.item(self.item) is None else None

    def title(self) -> str:
        return self.play.seat_name(self._now().seat)

    def body(self, look: Look, box: Box) -> tuple[list[Part], float]:
        item = self._now()
        role = paper(item.round)
        room = box.w - 108
        note = TextBox(
            "opened.note", Box(108, 0, room, TextBox.natural(look, self.document, room, NOTE, 4, 24)), _("The note"),
            document=self.document, style=NOTE, fill=role, pad=24, edge=None, radius=4, enter_sends=True,
            on_change=lambda _text: self.changed(), on_enter=self._save,
        )  # fmt: skip
        found: list[Part] = [Part("opened.seat", Box(0, 0, 84, 84), "", paint=_piece(item.seat), focusable=False), note]
        if self.document.value == item.text and not self.document.over:
            hint = _("Press the note to change its words.")
            low = Box(108, note.box.bottom + 8, room * 0.75, text_height(look, hint, "small", room * 0.75))
            found.append(Words("opened.hint", low, hint, style="small", role="ink_muted", focusable=False))
        y = note.box.bottom + 16 + max(32.0, text_height(look, item.text[:1], "small", room))
        chips = [chip_of(self.play, look, f"opened.tie-{ref}", ref, self._tie(ref, False), True) for ref in item.links]
        if self.choices:
            chips.append(add_chip("opened.link", self.link_words, self._choose))
        if chips:
            y = flow(look, Box(108, y, room, 0), chips) + 16
            found += chips
        earlier = next((change.old for change in reversed(item.was) if change.field == "text"), "")
        if earlier:
            words = _("Before: {text}").format(text=earlier)
            high = text_height(look, words, "small", room)
            found.append(Words("opened.before", Box(108, y, room, high), words, style="small", role="ink_muted"))
            y += high + 8
        return found, y

    def buttons(self) -> list[Button]:
        nowhere = Box(0, 0, 0, 0)
        away = Button("opened.away", nowhere, _("Take off the table"), self._withdraw, kind="quiet", icon="delete")
        changed = self.document.value != self._now().text
        close = Button(
            "opened.close", nowhere, _("Leave as it was") if changed else _("Close"), _leave,
            kind="plain" if changed else "primary", keys=("escape",),
        )  # fmt: skip
        save = Button("opened.save", nowhere, _("Keep the change"), self._save, kind="primary", icon="check")
        return [away, close, save] if changed else [away, close]

    def _save(self) -> Next | None:
        if self.document.value == self._now().text:
            return Pop()
        return self.play.do(Amend(self.item, "text", self.document.value)) or Pop()

    def _withdraw(self) -> Next | None:
        return self.play.do(Withdraw(self.item)) or Pop()

    def _tie(self, ref: Ref, on: bool) -> Press:
        return self.play.doing(Link(self.item, ref, on))

    def _choose(self) -> Next | None:
        def toggle(ref: Ref) -> Next | None:
            return self.play.do(Link(self.item, ref, ref not in self._now().links))

        return Push(TieList(self.play, self.link_words, self.choices, lambda: self._now().links, toggle))


class TieList(_Sheet):
    """A list to choose ties from; each press ties or unties at once."""

    first_focus = "opened.tie-0"

    def __init__(
        self, play: Play, title: str, choices: Sequence[Ref], chosen: Callable[[], Collection[Ref]],
        toggle: Callable[[Ref], Next | None],
    ) -> None:  # fmt: skip
        self.play, self._title, self.choices = play, title, tuple(choices)
        self.chosen, self.toggle = chosen, toggle

    def title(self) -> str:
        return self._title

    def body(self, look: Look, box: Box) -> tuple[list[Part], float]:
        found: list[Part] = []
        y = 0.0
        for number, ref in enumerate(self.choices):
            words = self.play.ref_words(ref)
            high = max(look.target_min, CheckBox.height(look, words, box.w)) + 8
            found.append(
                CheckBox(
                    f"opened.tie-{number}", Box(0, y, box.w, high), words, partial(self.toggle, ref),
                    checked=ref in self.chosen(), group="ties",
                )
            )  # fmt: skip
            y += high + 8
        return found, y

    def buttons(self) -> list[Button]:
        return [
            Button("opened.close", Box(0, 0, 0, 0), _("Done"), _leave, kind="primary", icon="check", keys=("escape",))
        ]


class Gathered(_Sheet):
    """The notes that lie in a group, or whatever a thing that is voted on holds, to be read again."""

    first_focus = "opened.close"

    def __init__(self, title: str, faces: Sequence[tuple[str, NoteFace]], text: str = "") -> None:
        self._title, self.faces, self.text = title, tuple(faces), text

    @classmethod
    def of(cls, play: Play, title: str, items: Sequence[Item], text: str = "") -> "Gathered":
        return cls(title, [(f"opened.note-{item.id}", note_face(play, item)) for item in items], text)

    def title(self) -> str:
        return self._title

    def body(self, look: Look, box: Box) -> tuple[list[Part], float]:
        found: list[Part] = []
        y = 0.0
        if self.text:
            high = text_height(look, self.text, "body", box.w)
            found.append(Words("opened.text", Box(0, 0, box.w, high), self.text, focusable=False))
            y = high + 16
        columns = 3 if box.w > 800 else 2
        wide = (box.w - 20 * (columns - 1)) / columns
        heights = [slip_height(look, face, "", wide, 140) for _name, face in self.faces]
        cells, high = grid(Box(0, y, box.w, 0), heights, columns, 20, 16)
        found += [Slip(name, cell, face.text, face=face) for (name, face), cell in zip(self.faces, cells, strict=True)]
        return found, y + high + 8


def _piece(seat: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        draw_seat(surface, look, seat, *part.box.centre, 84)

    return draw
