"""The sheet where a note is written: whose it is, the note itself, what it is tied to, and what to do with it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.engine.definition import Ref
from game.ui.controls import Button, Chip, button_row, flow, segments, segments_width
from game.ui.editing import Document
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Line, Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next, Push
from game.ui.steps.chips import add_chip, card_chip, chip_of
from game.ui.steps.opened import NOTE, TieList
from game.ui.textbox import TextBox
from game.words import ngettext

Press = Callable[[], Next | None]

_HEADING = Style(30, 36, 700)
_COUNTER = Style(20, 26, 600, tabular=True)
_PAD = 24.0
_PIECE = 64.0
_NOTE_PAD = 22.0
_LETTER = 17.5
"""About how wide a letter of the note is, to foresee how many lines a whole note takes."""


@dataclass
class Draft:
    """A note that is being written and is no part of the session yet."""

    document: Document
    ties: tuple[Ref, ...] = ()
    kind: str = ""

    def tie(self, ref: Ref) -> Next | None:
        """Ties the note to something, or unties it."""
        self.ties = tuple(tie for tie in self.ties if tie != ref) if ref in self.ties else (*self.ties, ref)
        return None


@dataclass(frozen=True)
class Editor:
    """What stands on the sheet. `cards` are what every note of the round is tied to, `choices` what it may be tied to
    besides; `kinds` the sorts of note to choose between, with their words. The last of `buttons` is the primary one.
    """

    play: Play
    draft: Draft
    seat: int
    heading: str
    line: str
    send: Press
    buttons: tuple[Button, ...]
    role: str = "note_1"
    line_icon: str = ""
    cards: tuple[str, ...] = ()
    choices: tuple[Ref, ...] = ()
    link_words: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    hidden: bool = False
    placeholder: str = ""

    def height(self, look: Look, width: float) -> float:
        """How high the sheet has to be."""
        return self._lay(look, Box(0, 0, width, 0))[1]

    def parts(self, look: Look, box: Box) -> list[Part]:
        """The sheet in its box."""
        return self._lay(look, box)[0]

    def _lay(self, look: Look, box: Box) -> tuple[list[Part], float]:
        inner = box.w - 2 * _PAD
        left = box.x + _PAD
        found: list[Part] = [Part("dock.seat", Box(left + 8, box.y + 16, _PIECE, _PIECE), paint=self._piece,
                                  focusable=False)]  # fmt: skip
        sorts = self._sorts_width(look)
        beside = sorts > 0 and inner - 88 - sorts - 220 > 560
        y = self._head(look, Box(left + 88, box.y + 14, inner - 88 - (sorts + 20 if beside else 0), 0), found)
        if beside:
            found += self._sorts(look, Box(box.right - _PAD - sorts, box.y + 16, sorts, look.control()))
            y = max(y, box.y + 16 + look.control())
        note = Box(left, y + 12, inner, self._note_height(look, inner))
        found.append(
            TextBox(
                "dock.note", note, self.heading, document=self.draft.document, style=NOTE, fill=self.role,
                pad=_NOTE_PAD, edge=None, radius=4, counted=False, hidden=self.hidden, enter_sends=True,
                on_enter=self.send, placeholder=self.placeholder,
            )
        )  # fmt: skip
        y = note.bottom + 14
        if sorts and not beside:
            found += self._sorts(look, Box(left, y, min(sorts, inner), look.control()))
            y += look.control() + 12
        chips = self._chips(look, inner)
        if chips:
            y = flow(look, Box(left, y, inner, 0), chips) + 14
            found += chips
        y += self._buttons(look, Box(left, y, inner, 0), found) + 16
        return [Sheet("dock", box._replace(h=y - box.y), solid=True, focusable=False), *found], y - box.y

    def _head(self, look: Look, box: Box, found: list[Part]) -> float:
        """Whose note it is and what is asked, and the counter at the right; returns where it ends."""
        room = box.w - 200
        high = text_height(look, self.heading, _HEADING, room)
        place = Box(box.x, box.y, room, high)
        found.append(Words("dock.heading", place, self.heading, style=_HEADING, focusable=False))
        y = box.y + high
        under = line_height(look, "small") * 2
        found.append(
            Part("dock.counter", Box(box.right - 190, box.y + 4, 190, max(high, under)), "", paint=self._counter,
                 focusable=False, layer="moving")
        )  # fmt: skip
        if self.line:
            low = Line.height(look, self.line, box.w) if self.line_icon else text_height(look, self.line, "read", room)
            place = Box(box.x, y, box.w if self.line_icon else room, low)
            found.append(
                Line("dock.line", place, self.line, icon=self.line_icon, focusable=False)
                if self.line_icon
                else Words("dock.line", place, self.line, style="read", focusable=False)
            )
            y += low
        return max(y, box.y + _PIECE + 4)

    def _note_height(self, look: Look, width: float) -> float:
        """Room for as long a note as is allowed, so that nothing moves while it is written; at most four lines."""
        chars = self.draft.document.limit or 280
        lines = math.ceil(chars * _LETTER * look.text_factor / (width - 2 * _NOTE_PAD))
        return min(max(lines, 2), 4) * line_height(look, NOTE) + 2 * _NOTE_PAD

    def _sorts_width(self, look: Look) -> float:
        return segments_width(look, [words for _code, words in self.kinds]) if len(self.kinds) > 1 else 0.0

    def _sorts(self, look: Look, box: Box) -> list[Part]:
        def choose(kind: str) -> Next | None:
            self.draft.kind = kind
            return None

        return segments("dock.kind", box, look, self.kinds, self.draft.kind or self.kinds[0][0], choose)

    def _chips(self, look: Look, width: float) -> list[Chip]:
        """The ties of the note. What it may be tied to stands there if there is room, else in a list that opens."""
        play, draft = self.play, self.draft
        fixed = [card_chip(play, f"dock.card-{card}", card) for card in self.cards]
        if not self.choices:
            return fixed

        def press(ref: Ref) -> Press:
            return lambda: draft.tie(ref)

        whole = [
            chip_of(play, look, f"dock.tie-{ref}", ref, press(ref), selected=ref in draft.ties) for ref in self.choices
        ]
        line = max(look.target_min, Chip.HEIGHT)
        if flow(look, Box(0, 0, width, 0), [*fixed, *whole]) <= 2 * line + 16:
            return [*fixed, *whole]
        tied = [chip_of(play, look, f"dock.tie-{ref}", ref, press(ref), removes=True) for ref in draft.ties]
        return [*fixed, *tied, add_chip("dock.link", self.link_words, self._choose)]

    def _choose(self) -> Next | None:
        return Push(TieList(self.play, self.link_words, self.choices, lambda: self.draft.ties, self.draft.tie))

    def _buttons(self, look: Look, box: Box, found: list[Part]) -> float:
        """The primary button at the right, the others at the left; under each other where they do not fit."""
        *others, primary = self.buttons
        sizes = [Button.natural(look, b.label, b.kind, b.icon, b.arrow) for b in self.buttons]
        high = max(size[1] for size in sizes)
        x, y = box.x, box.y
        for button, size in zip(others, sizes, strict=False):
            if x > box.x and x + size[0] > box.right:
                x, y = box.x, y + high + 8
            button.box = Box(x, y + (high - size[1]) / 2, *size)
            x += size[0] + 20
        if others and x + sizes[-1][0] > box.right:
            y += high + 8
        found += [*others, *button_row(look, box.right, y + high / 2, [primary])]
        return y + high - box.y

    def _piece(self, surface: pygame.Surface, look: Look, part: Part) -> None:
        draw_seat(surface, look, self.seat, *part.box.centre, _PIECE)

    def _counter(self, surface: pygame.Surface, look: Look, part: Part) -> None:
        document = self.draft.document
        if document.over:
            words = ngettext("{n} character too many", "{n} characters too many", document.over).format(n=document.over)
            draw_text(surface, look, part.box, words, _COUNTER, "error", "right")
        elif document.limit and not self.hidden:
            draw_text(surface, look, part.box, f"{document.count} / {document.limit}", _COUNTER, "ink_muted", "right")
