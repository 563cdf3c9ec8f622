"""After the reveal: how the table answered on each thing, without saying who, and what it then agrees on."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass

import pygame

from game.engine.actions import Settle
from game.engine.definition import Ref, Vote
from game.engine.results import answers
from game.engine.state import Item
from game.ui import paint
from game.ui.controls import Button, CheckBox
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_number
from game.ui.papers import Sheet, Words
from game.ui.part import Arrival, Part
from game.ui.pieces import draw_seat, draw_token
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.ballot import TITLE, Thing, answer_words, pictured
from game.ui.steps.effort import Blocks, blocks_size
from game.words import _

Press = Callable[[], Next | None]
Draw = Callable[[pygame.Surface, Look, Part], None]

_HEADING = Style(36, 44, 600)
_TOKEN = 52.0
_NEAR, _APART = 11.0, 24.0
_ROW, _GAP = 99.0, 8.0
_CHECK = 236.0


def in_order(play: Play, step: Vote, things: Sequence[Thing]) -> list[Thing]:
    """The things with the most of the best answers first; those alike stay in their order."""
    if step.ballot in ("dots", "score", "rank"):
        sign = 1 if step.ballot == "rank" else -1

        def total(thing: Thing) -> float:
            given = [int(value) for value in _values(play, step, thing.ref) if value.isdecimal()]
            return sign * sum(given) if given else 0.0 if sign < 0 else 1e9

        return sorted(things, key=total)

    def counts(thing: Thing) -> list[int]:
        given = _values(play, step, thing.ref)
        return [-given.count(value) for value in step.scale]

    return sorted(things, key=counts)


def _values(play: Play, step: Vote, ref: Ref) -> list[str]:
    return [judgement.value for judgement in answers(play.state, step.id, ref)]


def tally(
    look: Look, box: Box, play: Play, step: Vote, things: Sequence[Thing], opens: Callable[[Ref], Press],
    effort: str, arrives: bool,
) -> list[Part]:  # fmt: skip
    """Rows of things with the answers as tokens, grouped by answer, and a box to tick for what goes on."""
    inner = box.inset(16, 0)
    legend = [(value, answer_words(play, value)) for value in step.scale]
    legend = [(value, words) for value, words in legend if words != _letter(play, value)]
    title = _("This is how we answered")
    high, found = _head(look, box, play, title, legend)
    window = Box(box.x + 4, box.y + high, box.w - 8, box.h - high - 8)
    seats = max(len(play.seats), 1)
    share = inner.w * 0.36
    between = min(len(step.scale) - 1, seats - 1) * (_APART - _NEAR)
    size = min(_TOKEN, (inner.w - share - 12 - _CHECK - 20 - between) / seats - _NEAR)
    beside = size > 40
    titles = share - 24 if beside else inner.w - _CHECK - 60
    tokens = Box(inner.x + share + 12, 0, inner.w - share - 12 - _CHECK - 20, 0)
    if not beside:
        size = min(_TOKEN, (titles - between) / seats - _NEAR)
        tokens = Box(inner.x + 24, 0, titles, 0)
    rows: list[Part] = []
    y = window.y + 4
    for number, thing in enumerate(in_order(play, step, things)):
        settled = thing.ref in play.run.settled
        action = Settle(thing.ref, not settled)
        refusal = play.refusal(action)
        words = _("Chosen") if settled else _short(play, action) or _("Choose")
        style = "small" if refusal and not settled else "read"
        name = text_height(look, thing.title, TITLE, titles)
        low = max(blocks_size(thing.cost)[1], line_height(look, "small")) + 8 if thing.cost else 0.0
        under = 0.0 if beside else size + 12
        box_high = CheckBox.height(look, words, _CHECK - 8, style)
        tall = max(_ROW, name + low + under + 24, box_high + 20, look.target_min + 12)
        row = Box(inner.x, y, inner.w, tall)
        rows.append(
            Part(f"table.row-{number}", row, thing.title, paint=_ground(settled), focusable=False,
                 arrival=Arrival("unfold", min(number, 9) * look.ms("reveal_each")) if arrives else None)
        )  # fmt: skip
        rows.append(
            Part(f"table.thing-{number}", Box(row.x + 8, y + 6, titles + 16, tall - under - 12), thing.title,
                 opens(thing.ref), paint=_title(thing, titles, name, low))
        )  # fmt: skip
        if thing.cost:
            said = f"{effort[:1].lower()}{effort[1:]} {thing.cost}"
            room = titles - 4
            shown = said if Blocks.natural(look, thing.cost, said) <= room else str(thing.cost)
            top = y + (tall - under - name - low) / 2 + name + 6
            rows.append(
                Blocks(f"table.cost-{number}", Box(row.x + 24, top, room, low - 6), said, count=thing.cost, words=shown,
                       focusable=False)
            )  # fmt: skip
        given = [(j.value, 0 if step.anonymous else j.seat) for j in answers(play.state, step.id, thing.ref)]
        given.sort(key=lambda one: (step.scale.index(one[0]) if one[0] in step.scale else 99, one[1]))
        place = tokens._replace(y=y, h=tall) if beside else tokens._replace(y=y + tall - under - 8, h=size + 8)
        rows.append(
            Tokens(f"table.answers-{number}", place, _in_words(play, given), given=tuple(given),
                   size=size, letters=tuple(_letter(play, value) for value in step.scale), scale=step.scale,
                   focusable=False)
        )  # fmt: skip
        rows.append(
            CheckBox(f"table.settle-{number}", Box(row.right - _CHECK, y + 8, _CHECK - 8, tall - 16), words,
                     play.doing(action), checked=settled, style=style, refusal=refusal, group="settle")
        )  # fmt: skip
        y += tall + _GAP
    area = ScrollArea("table.rows", window, title, content=y - window.y)
    return [Sheet("table", box, focusable=False), *found, *area.around(rows)]


def _head(
    look: Look, box: Box, play: Play, title: str, legend: Sequence[tuple[str, str]]
) -> tuple[float, list[Part]]:
    """The heading and, beside it or under it, what the tokens mean."""
    wides = [34 + 12 + width(look, words, "read_strong") + 4 for _value, words in legend]
    whole = sum(wides) + 28 * (len(wides) - 1)
    name = width(look, title, _HEADING) + 4
    high = text_height(look, title, _HEADING, box.w - 72)
    found: list[Part] = [Words("table.heading", Box(box.x + 36, box.y + 22, box.w - 72, high), title, style=_HEADING,
                               focusable=False)]  # fmt: skip
    line = max(40.0, text_height(look, "x", "read_strong", 100))
    beside = name + 40 + whole <= box.w - 72
    x, y = (box.right - 36 - whole, box.y + 22 + (high - line) / 2) if beside else (box.x + 36, box.y + 22 + high + 8)
    left = x
    for (value, words), wide in zip(legend, wides, strict=True):
        if x > left and x + wide > box.right - 24:
            x, y = left, y + line + 4
        found.append(
            Part(f"table.legend-{value}", Box(x, y, wide, line), words, paint=_legend(play, value, words),
                 focusable=False)
        )  # fmt: skip
        x += wide + 28
    return max(y + line, box.y + 22 + high) + 12 - box.y, found


def _short(play: Play, action: Settle) -> str:
    """Why a thing cannot be chosen, as short as stands beside a box."""
    reason = play.session.refusal(action)
    if reason is None:
        return ""
    if reason.code == "over-budget":
        return _("No room, {n} left").format(n=dict(reason.details).get("left", 0))
    return play.refusal(action)


def _letter(play: Play, value: str) -> str:
    """What stands on the token of an answer that has no picture."""
    return "" if pictured(value) else value if value.isdecimal() else answer_words(play, value)[:1].upper()


def _in_words(play: Play, given: Sequence[tuple[str, int]]) -> str:
    values = [value for value, _seat in given]
    return ", ".join(f"{answer_words(play, value)} {values.count(value)}" for value in dict.fromkeys(values))


def _ground(settled: bool) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        r = look.radius("control")
        if settled:
            paint.plate(surface, look, part.box, "primary_soft", r, "primary", look.stroke("control"))
        else:
            paint.plate(surface, look, part.box, None, r, "edge" if look.contrast else "line", look.stroke("hairline"))

    return draw


def _title(thing: Thing, room: float, high: float, low: float) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        if part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "sunken", look.radius("control"))
        place = Box(box.x + 16, box.y + (box.h - high - low) / 2, room, high)
        draw_text(surface, look, place, thing.title, TITLE)

    return draw


def _legend(play: Play, value: str, words: str) -> Draw:
    letter = _letter(play, value)

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        _draw_answer(surface, look, value, letter, part.box.x + 17, part.box.centre[1], 34)
        place = Box(part.box.x + 46, part.box.y, part.box.w - 46, part.box.h)
        draw_text(surface, look, place, words, "read_strong", valign="middle")

    return draw


def _draw_answer(surface: pygame.Surface, look: Look, value: str, letter: str, x: float, y: float, size: float) -> None:
    draw_token(surface, look, value, x, y, size)
    if letter:
        draw_number(surface, look, letter, x, y, size * (0.5 if len(letter) < 2 else 0.4), "on_primary")


@dataclass(eq=False)
class Tokens(Part):
    """The answers on one thing as tokens, those alike together; with a seat's piece on each if that may be known."""

    _: KW_ONLY
    given: tuple[tuple[str, int], ...] = ()
    size: float = _TOKEN
    scale: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        x, y = self.box.x + self.size / 2, self.box.centre[1]
        before = ""
        for value, seat in self.given:
            if before and value != before:
                x += _APART - _NEAR
            letter = self.letters[self.scale.index(value)] if value in self.scale else ""
            _draw_answer(surface, look, value, letter, x, y, self.size)
            if seat:
                draw_seat(surface, look, seat, x + self.size * 0.4, y + self.size * 0.4, 26)
            x += self.size + _NEAR
            before = value


# Open questions


def questions(
    look: Look, box: Box, play: Play, asked: Sequence[Item], opens: Callable[[Item], Press], add: Button
) -> list[Part]:
    """What is still to be found out, with what it concerns, and the button that adds to it."""
    title = _("To find out")
    style = Style(32, 38, 700, tabular=True)
    total = str(len(asked))
    wide = width(look, total, style) + 4
    high = max(text_height(look, title, TITLE, box.w - 48 - wide), text_height(look, total, style, wide))
    head = Box(box.x + 24, box.y + 18, box.w - 48, high)
    side = look.control()
    side = max(side, text_height(look, add.label, "button", head.w - 24 - 44) + 24)
    add.box = Box(head.x, box.bottom - 20 - side, head.w, side)
    window = Box(box.x + 10, head.bottom + 8, box.w - 20, add.box.y - 12 - head.bottom - 8)
    rows: list[Part] = []
    y = window.y
    for item in asked:
        room = window.w - 14 - 54 - 14
        about = ", ".join(play.ref_words(ref) for ref in item.links)
        tall = text_height(look, item.text, "read", room) + 16
        tall += text_height(look, about, "small", room) if about else 0.0
        tall = max(tall, look.target_min)
        rows.append(
            Part(f"rail.question-{item.id}", Box(window.x, y, window.w, tall), f"{item.text}. {about}", opens(item),
                 paint=_question(item.text, about, room), group="questions", radius=8)
        )  # fmt: skip
        y += tall
    if not asked:
        words = _("Write down what you are unsure of, and why someone says no.")
        room = window.w - 28
        rows.append(
            Words("rail.no-questions", Box(window.x + 14, y + 4, room, text_height(look, words, "read", room)), words,
                  style="read", role="ink_muted", focusable=False)
        )  # fmt: skip
        y += rows[-1].box.h + 8
    area = ScrollArea("rail.questions", window, title, content=y - window.y)
    return [
        Sheet("rail.questions-sheet", box, focusable=False),
        Words("rail.questions-title", head._replace(w=head.w - wide), title, style=TITLE, valign="middle",
              focusable=False),
        Words("rail.questions-sum", Box(head.right - wide, head.y, wide, high), total, style=style, align="right",
              valign="middle", focusable=False),
        *area.around(rows),
        add,
    ]  # fmt: skip


def _question(text: str, about: str, room: float) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        if part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "sunken", 8)
        draw_icon(surface, look, "unsure", box.x + 14 + 18, box.y + 8 + 17, 34, "unsure")
        high = text_height(look, text, "read", room)
        draw_text(surface, look, Box(box.x + 14 + 54, box.y + 8, room, high), text, "read")
        if about:
            low = text_height(look, about, "small", room)
            draw_text(surface, look, Box(box.x + 14 + 54, box.y + 8 + high, room, low), about, "small", "ink_muted")

    return draw
