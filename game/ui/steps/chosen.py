"""What has been chosen so far, beside the cards: with who chose it and why, and what is being written of one's own."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import partial
from typing import NamedTuple

import pygame

from game.engine.actions import Write
from game.engine.definition import Choose, Ref
from game.engine.state import Judgement
from game.ui import paint
from game.ui.controls import Button
from game.ui.editing import Document
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.buttonrows import buttons_under
from game.ui.steps.entries import Entries
from game.ui.textbox import TextBox
from game.words import _

_HEAD = Style(30, 36, 600)
_PIECE = 32.0
_PAD = 16.0


class Choice(NamedTuple):
    """A thing that somebody chose: its title, who did, and the words of the marks on it."""

    thing: Ref
    title: str
    by: Sequence[Judgement]
    marks: tuple[str, ...] = ()


class ChosenRail:
    """The list of what is chosen, and over it the box for a reason or for a suggestion of one's own."""

    def __init__(self, play: Play, step: Choose, changed: Callable[[], None]) -> None:
        self.play, self.step = play, step
        self.entries = Entries(play, step.id)
        self.own: Document | None = None
        kept = play.recording.setting(f"draft.{step.id}.own")
        if kept:
            self.begin(kept)
        self.about: Ref = ""
        """The choice whose reason is written; empty: the latest one of the seat."""
        self._changed = changed

    def begin(self, text: str = "") -> None:
        """A suggestion of one's own is being written."""
        self.own = self.own or Document(text, limit=self.step.limits.chars)

    def drafts(self) -> dict[str, str]:
        return {**self.entries.drafts(), "own": self.own.text if self.own is not None else ""}

    def parts(
        self,
        look: Look,
        box: Box,
        choices: Sequence[Choice],
        seat: int,
        show: Callable[[Ref], Next | None],
        switch: Button | None = None,
    ) -> list[Part]:
        """The rail in its box. `seat` is the one that chooses now, 0 for nobody; `show` turns to a card; `switch` is a
        button at the rail's foot.
        """
        found: list[Part] = [Sheet("rail", box, focusable=False)]
        inner = box.inset(24, 20)
        if switch is not None:
            words = text_height(look, switch.label, "button", inner.w - 24 - (44 if switch.icon else 0))
            side = max(look.control(), words + 24)
            switch.box = Box(inner.x, inner.bottom - side, inner.w, side)
            box = box._replace(h=box.h - side - 12)
        top, y = self._top(look, inner, choices, seat)
        head = Box(inner.x, y, inner.w, max(line_height(look, _HEAD), 36))
        found += [
            *top,
            Words("rail.title", head, _("Chosen"), style=_HEAD, focusable=False),
            Words("rail.count", head, str(len(choices)), style=_HEAD, align="right", focusable=False),
        ]  # fmt: skip
        rest = Box(inner.x - 8, head.bottom + 12, inner.w + 16, box.bottom - head.bottom - 28)
        if not choices:
            place = rest.inset(8, 0)._replace(h=max(120.0, text_height(look, _nothing(), "read", rest.w - 64) + 48))
            found.append(Part("rail.empty", place, _nothing(), paint=_empty, focusable=False))
            return [*found, switch] if switch is not None else found
        area = ScrollArea("rail.list", rest, _("Chosen"))
        rows: list[Part] = []
        y = rest.y + 4
        for choice in choices:
            row = ChoiceRow(
                f"rail.{choice.thing}", Box(rest.x + 8, y, rest.w - 28, 0), choice.title,
                partial(self._turn_to, choice.thing, show), group="rail", choice=choice,
            )  # fmt: skip
            row.box = row.box._replace(h=row.height(look))
            rows.append(row)
            y = row.box.bottom + 12
        area.content = y - rest.y
        found += area.around(rows)
        return [*found, switch] if switch is not None else found

    def _top(self, look: Look, box: Box, choices: Sequence[Choice], seat: int) -> tuple[list[Part], float]:
        """The box that is written in, and where the list begins."""
        if self.own is not None:
            label = _("Own suggestion: {name}").format(name=self.play.seat_name(seat))
            head = text_height(look, label, "read_strong", box.w - 44)
            high = TextBox.natural(look, self.own, box.w, least=2)
            place = Box(box.x, box.y + head + 8, box.w, min(high, 220))
            written = TextBox(
                "rail.own", place, label, document=self.own, on_enter=partial(self._write, seat), enter_sends=True,
                placeholder=_("Write it and press Enter"), fill="note_1", edge=None, on_change=self._grown,
            )  # fmt: skip
            caption = _captioned("rail.own-label", Box(box.x, box.y, box.w, head), label, seat)
            row = [
                Button("rail.own-leave", place, _("Leave it"), self._give_up, kind="quiet"),
                Button("rail.own-add", place, _("Put on the table"), partial(self._write, seat), icon="check"),
            ]
            low = Box(box.x, place.bottom + written.room_under(look) + 12, box.w, 0)
            return [caption, written, *row], buttons_under(look, low, row) + 16
        mine = [(choice, j) for choice in choices for j in choice.by if j.seat == seat]
        if not mine:
            return [], box.y
        latest = max(mine, key=lambda pair: pair[1].id)
        choice, judgement = next((pair for pair in mine if pair[0].thing == self.about), latest)
        label = _("Why: {title}").format(title=choice.title)
        head = text_height(look, label, "read_strong", box.w - 44)
        document = self.entries.document(judgement.id, "reason", self.step.limits.chars)
        high = min(TextBox.natural(look, document, box.w, "read"), 180)
        written = self.entries.box(
            "rail.reason", Box(box.x, box.y + head + 8, box.w, high), label, judgement.id, "reason",
            self.step.limits.chars, placeholder=_("May be left empty"), style="read",
        )  # fmt: skip
        written.on_change = self._grown
        parts = [_captioned("rail.reason-label", Box(box.x, box.y, box.w, head), label, seat), written]
        return parts, written.box.bottom + written.room_under(look) + 24

    def _grown(self, _text: str) -> None:
        self._changed()

    def _turn_to(self, thing: Ref, show: Callable[[Ref], Next | None]) -> Next | None:
        self.about = thing
        return show(thing)

    def _write(self, seat: int) -> Next | None:
        """The suggestion lies on the table, chosen by the seat that made it; nothing written: it is given up."""
        assert self.own is not None
        if self.own.value:
            answer = self.play.do(Write(seat, self.own.value))
            if answer is not None:
                return answer
        self.own = None
        return None

    def _give_up(self) -> None:
        self.own = None


def _captioned(name: str, box: Box, label: str, seat: int) -> Part:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        draw_seat(surface, look, seat, part.box.right - _PIECE / 2, part.box.y + _PIECE / 2 - 2, _PIECE)
        draw_text(surface, look, part.box._replace(w=part.box.w - 44), label, "read_strong")

    return Part(name, box, label, paint=draw, focusable=False)


def _nothing() -> str:
    return _("Nothing has been chosen yet. Press a card.")


def _empty(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.dashed(surface, look, part.box, look.radius("card"))
    draw_text(surface, look, part.box.inset(24), part.label, "read", "ink_muted", "centre", "middle")


@dataclass(eq=False)
class ChoiceRow(Part):
    """One choice: its title, the pieces of those who chose it, and the reasons that were given."""

    _: KW_ONLY
    choice: Choice

    def _reasons(self) -> list[Judgement]:
        return [j for j in self.choice.by if j.reason]

    def height(self, look: Look) -> float:
        room = self.box.w - 2 * _PAD
        high = text_height(look, self.label, "read_strong", room) + 2 * _PAD - 4
        high += sum(text_height(look, mark, "small", room - 34) + 2 for mark in self.choice.marks)
        if any(not j.reason for j in self.choice.by):
            high += _PIECE + 8
        high += sum(self._reason_height(look, j) for j in self._reasons())
        return max(look.target_min, high)

    def _reason_height(self, look: Look, judgement: Judgement) -> float:
        return max(_PIECE, text_height(look, judgement.reason, "read", self.box.w - 2 * _PAD - 44)) + 8

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box = self.box.moved(0, paint.PRESSED_DOWN) if self.state.pressed else self.box
        fill = "sunken" if self.state.hover or self.state.pressed else "raised"
        paint.raised(surface, look, box, "control", None if self.state.pressed else "rest", fill)
        room = box.inset(_PAD, _PAD - 2)
        y = draw_text(surface, look, room._replace(h=text_height(look, self.label, "read_strong", room.w)), self.label,
                      "read_strong").bottom  # fmt: skip
        for mark in self.choice.marks:
            high = text_height(look, mark, "small", room.w - 34)
            draw_icon(surface, look, "check", room.x + 12, y + high / 2 + 2, 22, "primary", 2.5)
            draw_text(surface, look, Box(room.x + 34, y + 2, room.w - 34, high), mark, "small", "primary")
            y += high + 2
        bare = [j.seat for j in self.choice.by if not j.reason]
        pitch = min(_PIECE + 6, (room.w - _PIECE) / max(len(bare) - 1, 1))
        for place, seat in enumerate(bare):
            draw_seat(surface, look, seat, room.x + _PIECE / 2 + place * pitch, y + 8 + _PIECE / 2, _PIECE)
        y += _PIECE + 8 if bare else 0
        for judgement in self._reasons():
            high = self._reason_height(look, judgement)
            draw_seat(surface, look, judgement.seat, room.x + _PIECE / 2, y + 8 + _PIECE / 2, _PIECE)
            words = Box(room.x + 44, y + 8, room.w - 44, high - 8)
            one = text_height(look, judgement.reason, "read", words.w) <= _PIECE
            draw_text(surface, look, words, judgement.reason, "read", valign="middle" if one else "top")
            y += high


