"""A box to write in: caret, selection by mouse, finger and keys, clipboard, undo, input methods, too long a text."""

import sys
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from typing import Final

import pygame

from game.ui import paint
from game.ui.editing import Document, Where
from game.ui.fonts import draw_line, draw_text, line, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.inputs import Input, Key, Move, PreEdit, Press, Release, Text, Wheel
from game.ui.lines import Line, line_of
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.part import PASSED, TAKEN, Outcome, Part
from game.ui.scene import Next
from game.ui.textlayout import DOT, Layout
from game.words import ngettext

_BLINK: Final = 0.53
_COUNTER_FROM: Final = 0.8
_CARET: Final = 3.0
_COUNTER: Final = Style(20, 26, 500, tabular=True)
_WAYS: Final[dict[str, tuple[Where, Where]]] = {
    "left": ("left", "word left"),
    "right": ("right", "word right"),
}


def _clipboard() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:  # another program holds the clipboard at this moment
        return ""


def _to_clipboard(text: str) -> None:
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return


def _wrong(document: Document) -> tuple[str, str]:
    """What is wrong with a text, in words, and whether that is an error or a warning; two empty texts if nothing is."""
    if document.over:
        words = ngettext(
            "{n} character too many. The text is kept even if you leave.",
            "{n} characters too many. The text is kept even if you leave.",
            document.over,
        ).format(n=document.over)
        return words, "error"
    if document.left_out:
        words = ngettext(
            "{n} character was left out: the text was too long to paste.",
            "{n} characters were left out: the text was too long to paste.",
            document.left_out,
        ).format(n=document.left_out)
        return words, "warning"
    return "", ""


@dataclass(slots=True)
class _View:
    """What a box remembers that is not in its text."""

    across: float = 0.0
    down: float = 0.0
    column: float | None = None
    selecting: bool = False
    blink_from: float | None = None
    caret_shown: bool = True
    now: float = 0.0


@dataclass(eq=False)
class TextBox(Part):
    """A box whose text is a Document of the scene's, so that it outlives the parts.

    `on_change` is told of every change of the text. `on_enter` is what Enter does in a box of one line, and in one of
    several if `enter_sends` (Shift+Enter then makes a line); without `enter_sends` it is Ctrl+Enter there. `hidden`
    shows dots. `counted` draws the counter, and what is too long, under the box. A note is written on a `fill` of its
    own colour.
    """

    _: KW_ONLY
    document: Document = field(default_factory=Document)
    placeholder: str = ""
    style: str | Style = "body"
    fill: str = "raised"
    edge: Paint | None = "edge"
    pad: float = 18
    hidden: bool = False
    counted: bool = True
    enter_sends: bool = False
    on_change: Callable[[str], None] | None = None
    on_enter: Callable[[], Next | None] | None = None
    view: _View = field(default_factory=_View, init=False)
    _laid: tuple[tuple[object, ...], Layout] | None = field(default=None, init=False, repr=False)

    takes_text = True
    takes_pointer = True

    @staticmethod
    def natural(
        look: Look, document: Document, width: float, style: str | Style = "body", least: int = 1, pad: float = 18
    ) -> float:
        """The height in which all of the text is seen, and at least so many lines."""
        laid = Layout(look, document, look.style(style), width - 2 * pad, hidden=False)
        return max(look.target_min, max(least, len(laid.lines)) * line_height(look, style) + 2 * pad)

    @property
    def spoken(self) -> str:
        text = self.document.text
        return (DOT * len(text) if self.hidden else text) or self.placeholder

    # Drawing

    @property
    def _ink(self) -> str:
        return "note_ink" if self.fill.startswith("note") else "ink"

    def _inner(self) -> Box:
        return self.box.inset(self.pad, min(self.pad, self.box.h / 8) if not self.document.lines else self.pad)

    def _layout(self, look: Look) -> Layout:
        document = self.document
        composed = (document.preedit, document.caret) if document.preedit else ()
        key = (look, document.text, composed, self.box.w, self.hidden)
        if self._laid is None or self._laid[0] != key:
            wide = self.box.w - 2 * self.pad
            self._laid = (key, Layout(look, document, look.style(self.style), wide, self.hidden))
        return self._laid[1]

    def _origin(self, look: Look) -> tuple[float, float]:
        """Where the first line begins, logical px."""
        inner = self._inner()
        high = line_height(look, self.style)
        top = inner.y if self.document.lines else inner.y + (inner.h - high) / 2
        return inner.x - self.view.across, top - self.view.down

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        document = self.document
        self._scroll(look, 0)  # it may have grown since it was scrolled
        long = document.over > 0
        edge = "error" if long else self.edge
        if self.fill == "raised" or edge is not None:
            thick = look.stroke("control")
            fill = "sunken" if self.state.hover and not self.state.focused and self.fill == "raised" else self.fill
            paint.plate(surface, look, self.box, fill, self.radius, edge, thick)
        else:
            paint.plate(surface, look, self.box, self.fill, self.radius, "edge" if look.contrast else None, 3)
        inner = self._inner()
        outer_clip = surface.get_clip()
        surface.set_clip(outer_clip.clip(look.rect(inner.inset(-2, -2))))
        if not document.text and not document.preedit:
            muted = "note_muted" if self.fill.startswith("note") else "ink_muted"
            valign = "top" if document.lines else "middle"
            draw_text(surface, look, inner, self.placeholder, self.style, muted, valign=valign)
        else:
            self._draw_lines(surface, look, inner)
        surface.set_clip(outer_clip)
        if self.counted:
            self._draw_under(surface, look)

    def _draw_lines(self, surface: pygame.Surface, look: Look, inner: Box) -> None:
        laid, document = self._layout(look), self.document
        high = line_height(look, self.style)
        left, top = self._origin(look)
        start, end = (laid.shown(i) for i in document.selection)
        overhang = laid.shown(document.overhang) if document.over else len(laid.text)
        for number, row in enumerate(laid.lines):
            y = top + number * high
            if y + high < inner.y or y > inner.bottom:
                continue
            text = laid.text[row.start : row.end]
            place = look.point(left, y)

            def span(a: int, b: int, number: int = number, row: Line = row, y: float = y) -> Box:
                a, b = max(a, row.start), min(b, row.end)
                x = laid.x(number, a)
                return Box(left + x, y, laid.x(number, b) - x, high)

            if overhang < row.end:
                beyond = span(overhang, row.end)
                surface.fill(look.colour("error_soft"), look.rect(beyond))
                if look.contrast:  # where the tint is white
                    paint.rule(surface, look, (beyond.x, beyond.bottom - 4), beyond.w, "error", width=3)
            if text:
                surface.blit(line(look, text, self.style, self._ink), place)
            if text and overhang < row.end and self._ink != "ink":  # a note's own ink is dark in every theme
                clip = surface.get_clip()
                surface.set_clip(clip.clip(look.rect(beyond)))
                surface.blit(line(look, text, self.style, "ink"), place)
                surface.set_clip(clip)
            if self.state.focused and start < end and start <= row.end and end > row.start:
                area = span(start, end)
                if end > row.end and not row.soft:  # the line's end is selected too
                    area = area._replace(w=area.w + high / 4)
                rect = look.rect(area)
                surface.fill(look.colour("primary"), rect)
                clip = surface.get_clip()
                surface.set_clip(clip.clip(rect))
                if text:
                    surface.blit(line(look, text, self.style, "on_primary"), place)
                surface.set_clip(clip)
            if laid.inserted and row.start <= laid.caret + laid.inserted and row.end >= laid.caret:
                made = span(laid.caret, laid.caret + laid.inserted)
                paint.rule(surface, look, (made.x, made.bottom - 4), made.w, self._ink, width=2)

    def _draw_under(self, surface: pygame.Surface, look: Look) -> None:
        """Under the box: how long the text is, and what is wrong with it."""
        y = self.box.bottom + 8 + line_height(look, "small") / 2
        if self.counter:
            role = "error" if self.document.over else "ink_muted"
            draw_line(surface, look, self.box.right, y, self.counter, _COUNTER, role, "right")
        words, role = _wrong(self.document)
        if words:
            draw_icon(surface, look, role, self.box.x + 12, y, 24, role)
            room = self._room_beside_counter(look)
            top = y - line_height(look, "small") / 2
            high = text_height(look, words, "small", room)
            draw_text(surface, look, Box(self.box.x + 34, top, room, high), words, "small", role)

    def _room_beside_counter(self, look: Look) -> float:
        counter = self.counter
        return self.box.w - 34 - (width(look, counter, _COUNTER) + 24 if counter else 0.0)

    def room_under(self, look: Look) -> float:
        """How much room the counter, and what is wrong with the text, take under the box; often none."""
        words, _role = _wrong(self.document)
        if words:
            return 8 + text_height(look, words, "small", self._room_beside_counter(look))
        return 8 + line_height(look, _COUNTER) if self.counter else 0.0

    @property
    def counter(self) -> str:
        """ "112 / 140" once most of the limit is used, before that nothing."""
        document = self.document
        if not document.limit or document.count < _COUNTER_FROM * document.limit:
            return ""
        return f"{document.count} / {document.limit}"

    def draw_moving(self, surface: pygame.Surface, look: Look) -> None:
        if self.state.focused and (self.view.caret_shown or not look.motion):
            caret = self.caret_box(look)
            rect = look.rect(caret).clip(look.rect(self._inner().inset(-4, -2)))
            surface.fill(look.colour("note_ink" if self.fill.startswith("note") else "focus"), rect)

    def caret_box(self, look: Look) -> Box:
        laid = self._layout(look)
        index = self.document.caret + (self.document.preedit_caret if laid.inserted else 0)
        number = line_of(laid.lines, index)
        left, top = self._origin(look)
        high = line_height(look, self.style)
        letters = look.style(self.style).size * look.text_factor * 1.25
        y = top + number * high + (high - min(high, letters)) / 2
        return Box(left + laid.x(number, index) - _CARET / 2, y, _CARET, min(high, letters))

    def tick(self, now: float) -> bool:
        view = self.view
        view.now = now
        if view.blink_from is None:
            view.blink_from = now
        shown = int((now - view.blink_from) / _BLINK) % 2 == 0
        changed = shown != view.caret_shown
        view.caret_shown = shown
        return changed

    def follow(self, before: Part) -> None:
        if isinstance(before, TextBox) and before.document is self.document:
            self.view = before.view

    # Inputs

    def take(self, given: Input, look: Look) -> Outcome:
        before = self.document.text
        outcome = self._take(given, look)
        if not outcome.taken:
            return outcome
        self.view.blink_from, self.view.caret_shown = self.view.now, True
        if not isinstance(given, Wheel):
            self._show_caret(look)
        if self.document.text != before and self.on_change is not None:
            self.on_change(self.document.text)
        return outcome

    def _take(self, given: Input, look: Look) -> Outcome:
        document = self.document
        match given:
            case Press(x=x, y=y, clicks=clicks, shift=shift):
                index = self._index_at(look, x, y)
                self.view.column = None
                self.view.selecting = clicks == 1
                if clicks == 2:
                    document.select(*document.word_at(index))
                elif clicks > 2:
                    document.select_all()
                else:
                    document.place(index, select=shift)
                return TAKEN
            case Move(x=x, y=y, held=True):
                if self.view.selecting:
                    document.place(self._index_at(look, x, y), select=True)
                return TAKEN
            case Release():
                self.view.selecting = False
                return TAKEN
            case Wheel(lines=lines):
                return TAKEN if self._scroll(look, lines * line_height(look, self.style)) else PASSED
            case Text(text=text):
                document.type(text)
                return TAKEN
            case PreEdit(text=text, start=start):
                document.compose(text, start)
                return TAKEN
            case Key():
                # While an input method is at work, its keys are its own.
                return TAKEN if document.preedit else self._key(given, look)
            case _:
                return PASSED

    def _key(self, given: Key, look: Look) -> Outcome:
        document = self.document
        column, self.view.column = self.view.column, None
        match given:
            case Key(name="left" | "right" as side):
                by_word = given.ctrl or (given.alt and sys.platform == "darwin")
                document.move(_WAYS[side][by_word], given.shift)
            case Key(name="up" | "down" as way, ctrl=False, alt=False) if document.lines:
                self._step_line(look, -1 if way == "up" else 1, column, given.shift)
            case Key(name="page up" | "page down" as way) if document.lines:
                rows = max(1, int(self._inner().h / line_height(look, self.style)) - 1)
                self._step_line(look, -rows if way == "page up" else rows, column, given.shift)
            case Key(name="home" | "end" as edge):
                self._to_edge(look, edge, given.ctrl, given.shift)
            case Key(name="backspace", alt=False):
                document.erase("word left" if given.ctrl else "left")
            case Key(name="delete", ctrl=False, alt=False, shift=True):
                _to_clipboard(document.cut())
            case Key(name="delete", alt=False):
                document.erase("word right" if given.ctrl else "right")
            case Key(name="insert", shift=True, ctrl=False):
                document.paste(_clipboard())
            case Key(name="enter"):
                return self._enter(given)
            case Key(ctrl=True, alt=False):
                return self._command(given)
            case _:
                # A letter's own key: its text follows. What is no text here belongs to others.
                return TAKEN if given.types else PASSED
        return TAKEN

    def _enter(self, given: Key) -> Outcome:
        sends = not given.shift and (not self.document.lines or self.enter_sends or given.ctrl)
        if self.on_enter is not None and sends:
            return Outcome(True, True, self.on_enter())
        if self.document.lines and not given.ctrl:
            self.document.type("\n")
            return TAKEN
        return PASSED

    def _command(self, given: Key) -> Outcome:
        document = self.document
        match given.chord:
            case "ctrl+a":
                document.select_all()
            case "ctrl+c" | "ctrl+insert":
                if document.selected and not self.hidden:
                    _to_clipboard(document.copy())
            case "ctrl+x":
                if document.selected and not self.hidden:
                    _to_clipboard(document.cut())
            case "ctrl+v":
                document.paste(_clipboard())
            case "ctrl+z" if document.can_undo or document.can_redo:
                document.undo()
            case "ctrl+y" | "ctrl+shift+z" if document.can_undo or document.can_redo:
                document.redo()
            case _:
                return PASSED
        return TAKEN

    # Places in the text

    def _index_at(self, look: Look, x: float, y: float) -> int:
        laid = self._layout(look)
        left, top = self._origin(look)
        number = max(0, min(int((y - top) // line_height(look, self.style)), len(laid.lines) - 1))
        return laid.meant(laid.at(number, x - left))

    def _step_line(self, look: Look, lines: int, column: float | None, select: bool) -> None:
        laid, document = self._layout(look), self.document
        here = line_of(laid.lines, document.caret)
        x = laid.x(here, document.caret) if column is None else column
        there = here + lines
        if there < 0:
            document.move("start", select)
        elif there >= len(laid.lines):
            document.move("end", select)
        else:
            document.place(laid.at(there, x), select)
        self.view.column = x

    def _to_edge(self, look: Look, edge: str, whole: bool, select: bool) -> None:
        laid, document = self._layout(look), self.document
        if whole:
            document.move("start" if edge == "home" else "end", select)
            return
        number = line_of(laid.lines, document.caret)
        document.place(laid.lines[number].start if edge == "home" else laid.last(number), select)

    def _show_caret(self, look: Look) -> None:
        """Scroll as little as shows the caret."""
        inner, view = self._inner(), self.view
        caret = self.caret_box(look)
        if self.document.lines:
            high = line_height(look, self.style)
            middle = caret.centre[1]
            if middle - high / 2 < inner.y:
                view.down -= inner.y - (middle - high / 2)
            elif middle + high / 2 > inner.bottom:
                view.down += middle + high / 2 - inner.bottom
            self._scroll(look, 0)
        else:
            laid = self._layout(look)
            if caret.x < inner.x:
                view.across -= inner.x - caret.x
            elif caret.right > inner.right:
                view.across += caret.right - inner.right
            furthest = laid.x(0, len(laid.text)) + _CARET - inner.w
            view.across = max(0.0, min(view.across, furthest))

    def _scroll(self, look: Look, by: float) -> bool:
        if not self.document.lines:
            return False
        high = len(self._layout(look).lines) * line_height(look, self.style)
        before = self.view.down
        self.view.down = max(0.0, min(before + by, high - self._inner().h))
        return self.view.down != before
