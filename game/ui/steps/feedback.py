"""Questions about the game: fixed answers that each seat presses, and answers in words that nobody is named with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import partial

import pygame

from game.content.texts import QuestionText
from game.engine.definition import Question, Step
from game.engine.results import answers, items
from game.ui import paint
from game.ui.editing import Document
from game.ui.fonts import draw_text, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from game.words import _

_ASK = Style(26, 34, 600)
_PIECE = 30.0
_GAP = 16.0
_ROW_GAP = 26.0


@dataclass(eq=False)
class AnswerPart(Part):
    """One answer to a question. `seats` are those that gave it, as far as that may be seen."""

    _: KW_ONLY
    seats: tuple[int, ...] = ()

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        box, r = self.box, look.radius("control")
        if self.selected:
            paint.selected(surface, look, box, r)
            draw_icon(surface, look, "check", box.right - 28, box.y + 30, 28, "primary")
        else:
            fill = "sunken" if self.state.hover or self.state.pressed else "raised"
            paint.plate(surface, look, box, fill, r, "edge", look.stroke("control"))
        words = Box(box.x + 20, box.y, box.w - 66, box.h - (_PIECE + 10 if self.seats else 0))
        draw_text(surface, look, words, self.label, "button", valign="middle")
        pitch = min(_PIECE + 6, (box.w - 40 - _PIECE) / max(len(self.seats) - 1, 1))
        for place, seat in enumerate(self.seats):
            x = box.x + 20 + _PIECE / 2 + place * pitch
            draw_seat(surface, look, seat, x, box.bottom - 12 - _PIECE / 2, _PIECE)


def given(play: Play, step: Step, seat: int, question: str) -> str:
    """What a seat has answered to a question; empty if nothing."""
    found = [one.value for one in answers(play.state, step.id, f"option:{question}") if one.seat == seat]
    return found[0] if found else ""


def questions(
    look: Look, box: Box, play: Play, step: Step, asked: Sequence[Question], active: int,
    answer: Callable[[str, str], Next | None], documents: Mapping[Question, Document], typed: Callable[[str], None],
    add: Callable[[str], Next | None],
) -> list[Part]:  # fmt: skip
    """All the questions on a sheet, in their order; the seat that is asked sees its own answers."""
    title = _("Feedback")
    area = ScrollArea("table.questions", box.inset(6, 8), title)
    inner = Box(box.x + 32, box.y + 24, box.w - 64, 0)
    found: list[Part] = []
    y = inner.y
    texts = play.texts.steps[step.id].questions
    for one in asked:
        place = Box(inner.x, y, inner.w, 0)
        if one.options:
            made = _fixed(look, place, play, step, one, texts[one.id], active, answer)
        else:
            made = _in_words(look, place, play, step, one, texts[one.id], documents[one], typed, add)
        found += made
        under = [part.room_under(look) for part in made if isinstance(part, TextBox)]
        y = max(part.box.bottom for part in made) + max(under, default=0.0) + _ROW_GAP
    area.content = y - area.box.y
    return [Sheet("table", box, focusable=False), *area.around(found)]


def _fixed(
    look: Look, box: Box, play: Play, step: Step, asked: Question, text: QuestionText, active: int,
    answer: Callable[[str, str], Next | None],
) -> list[Part]:  # fmt: skip
    """A question and its answers beside it, or under it where there is no room."""
    said = play.say(text.text)
    options = [play.say(text.options[option]) if option in text.options else option for option in asked.options]
    beside = box.w >= 1000 and len(options) <= 4
    ask = box._replace(w=box.w * 0.34) if beside else box
    high = text_height(look, said, _ASK, ask.w - 24)
    cells = Box(ask.right, box.y, box.right - ask.right, 0) if beside else Box(box.x, box.y + high + 12, box.w, 0)
    columns = min(len(options), max(1, int((cells.w + _GAP) / (220 * look.text_factor))))
    wide = (cells.w - _GAP * (columns - 1)) / columns
    marks = answers(play.state, step.id, f"option:{asked.id}")
    hidden = play.hidden()
    own = given(play, step, active, asked.id)
    shows = not step.anonymous and any(one.id not in hidden for one in marks)
    tall = max(look.control(), max(text_height(look, label, "button", wide - 66) for label in options) + 20)
    tall += _PIECE + 10 if shows else 0
    found: list[Part] = [
        Words(f"table.ask-{asked.id}", ask._replace(h=max(high, tall) if beside else high), said, style=_ASK,
              valign="middle" if beside else "top", focusable=False)
    ]  # fmt: skip
    for place, (option, label) in enumerate(zip(asked.options, options, strict=True)):
        row, column = divmod(place, columns)
        cell = Box(cells.x + column * (wide + _GAP), cells.y + row * (tall + 12), wide, tall)
        who = tuple(one.seat for one in marks if one.value == option and one.id not in hidden) if shows else ()
        found.append(
            AnswerPart(f"table.answer-{asked.id}.{option}", cell, label, partial(answer, asked.id, option), seats=who,
                       group=f"answers-{asked.id}", selected=own == option)
        )  # fmt: skip
    return found


def _in_words(
    look: Look, box: Box, play: Play, step: Step, asked: Question, text: QuestionText, document: Document,
    typed: Callable[[str], None], add: Callable[[str], Next | None],
) -> list[Part]:  # fmt: skip
    """A question with a box under it, and under that what has been said."""
    said = play.say(text.text)
    high = text_height(look, said, _ASK, box.w)
    write = TextBox(
        f"table.words-{asked.id}", Box(box.x, box.y + high + 10, box.w, look.control()), said, document=document,
        placeholder=_("Write what was said, and press Enter"), on_change=typed, on_enter=partial(add, asked.id),
        enter_sends=True,
    )  # fmt: skip
    found: list[Part] = [Words(f"table.ask-{asked.id}", box._replace(h=high), said, style=_ASK, focusable=False), write]
    y = write.box.bottom + write.room_under(look) + 10
    hidden = play.hidden()
    for item in items(play.state, step.id, asked.id):
        if item.id not in hidden:
            quoted = f"”{item.text}”"
            tall = text_height(look, quoted, "read", box.w - 16)
            found.append(Words(f"table.said-{item.id}", Box(box.x + 16, y, box.w - 16, tall), quoted, style="read",
                               focusable=False))  # fmt: skip
            y += tall + 6
    return found
