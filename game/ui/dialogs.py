"""What comes up over a scene: a question that must be answered, a notice of what has happened, a strip of warning."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import paint
from game.ui.controls import Button, button_row
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Picture, Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.words import _

WIDTH = 760.0
NOTICE_SECONDS = 8.0
_TITLE = Style(34, 42, 600)
_PAD = 32.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One of a dialog's buttons: what it leaves (the Pop's value) and what it says will happen."""

    value: object
    label: str
    icon: str = ""
    arrow: bool = False


class Dialog(Scene):
    """A question over the scene that asks it. Leaves the value of the answer that is pressed.

    The last answer is the primary one and has the focus; Escape gives the first one.
    """

    over = True

    def __init__(self, title: str, sentences: Sequence[str], answers: Sequence[Answer]) -> None:
        self.title, self.sentences, self.answers = title, tuple(sentences), tuple(answers)
        self.first_focus = f"answer-{len(self.answers)}"

    def parts(self, look: Look) -> Sequence[Part]:
        inner = WIDTH - 2 * _PAD
        title = text_height(look, self.title, _TITLE, inner)
        texts = [text_height(look, sentence, "body", inner) for sentence in self.sentences]
        buttons = [
            Button(
                f"answer-{i}",
                look.box,
                answer.label,
                _leave(answer.value),
                kind="primary" if i == len(self.answers) else "plain",
                icon=answer.icon,
                arrow=answer.arrow,
                keys=("escape",) if i == 1 else (),
                group="answers",
            )
            for i, answer in enumerate(self.answers, 1)
        ]
        rows = self._rows(look, buttons, inner)
        row = look.control("primary") + 12
        high = _PAD + title + 12 + sum(texts) + 12 * max(0, len(texts) - 1) + 28 + row * len(rows) - 12 + _PAD
        box = look.box.centred(WIDTH, high)
        parts: list[Part] = [
            Part("scrim", look.box, focusable=False, solid=True),
            Sheet("dialog", box, fill="raised", shadow="lifted", solid=True),
            Words("dialog.title", Box(box.x + _PAD, box.y + _PAD, inner, title), self.title, style=_TITLE),
        ]
        y = box.y + _PAD + title + 12
        for i, (sentence, height) in enumerate(zip(self.sentences, texts, strict=True), 1):
            parts.append(Words(f"dialog.text-{i}", Box(box.x + _PAD, y, inner, height), sentence))
            y += height + 12
        middle = box.bottom - _PAD - look.control("primary") / 2 - row * (len(rows) - 1)
        for line in rows:
            parts += button_row(look, box.right - _PAD, middle, line)
            middle += row
        return parts

    @staticmethod
    def _rows(look: Look, buttons: list[Button], inner: float) -> list[list[Button]]:
        """The buttons in lines that fit: one line nearly always."""
        rows: list[list[Button]] = [[]]
        room = inner
        for button in buttons:
            wide = Button.natural(look, button.label, button.kind, button.icon, button.arrow)[0]
            if rows[-1] and wide > room:
                rows.append([])
                room = inner
            rows[-1].append(button)
            room -= wide + 20
        return rows


def _leave(value: object) -> Callable[[], Next | None]:
    return lambda: Pop(value)


def notice(look: Look, bottom: float, words: str, icon: str, undo: Callable[[], Next | None] | None) -> list[Part]:
    """The strip that says what has happened, ending at `bottom`; with a way to undo it, if there is one."""
    w = min(1060.0, look.W - 80)
    side = look.control()
    button = Button("notice.undo", look.box, _("Undo"), undo, icon="undo")
    room = w - 32 - 58 - (Button.natural(look, button.label, icon="undo")[0] + 40 if undo is not None else 24)
    high = max(98.0, text_height(look, words, "read_strong", room) + 40, side + 34)
    box = Box(40, bottom - high, w, high)
    parts: list[Part] = [
        Sheet("notice", box, fill="raised", solid=True),
        Picture("notice.icon", Box(box.x + 26, box.centre[1] - 16, 32, 32), icon=icon),
        Words("notice.words", Box(box.x + 74, box.y, room, box.h), words, style="read_strong", valign="middle"),
    ]
    if undo is not None:
        parts += button_row(look, box.right - 24, box.centre[1], [button])
    return parts


def strip(
    name: str, look: Look, box: Box, words: str, role: str = "error", buttons: Sequence[Button] = ()
) -> list[Part]:
    """A strip that stays until what it says is mended: `role` is error or warning. For a file not written."""

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        paint.raised(surface, look, part.box, "control", "sheet", f"{role}_soft", role, 3)

    used = sum(Button.natural(look, b.label, b.kind, b.icon, b.arrow)[0] + 20 for b in buttons)
    room = box.w - 24 - 32 - 16 - used - 24
    return [
        Part(name, box, focusable=False, solid=True, paint=draw),
        Picture(f"{name}.icon", Box(box.x + 24, box.centre[1] - 16, 32, 32), icon=role, role=role),
        Words(f"{name}.words", Box(box.x + 72, box.y, room, box.h), words, style="read_strong", valign="middle"),
        *button_row(look, box.right - 16, box.centre[1], buttons),
    ]
