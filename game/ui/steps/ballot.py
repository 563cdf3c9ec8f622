"""A ballot: the things in rows, the answers in columns; and the list of whose ballots are folded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

import pygame

from game.engine.definition import Ref, Vote
from game.engine.results import cost, parts
from game.engine.state import item_of
from game.ui import paint
from game.ui.fonts import draw_lines, draw_text, fitting, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style, tokens
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat, draw_token
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.steps.effort import Blocks, blocks_size, draw_blocks, effort_name
from game.ui.steps.slips import Roll
from game.ui.wrap import Lines, wrap
from game.words import _, ngettext

Press = Callable[[], Next | None]
Draw = Callable[[pygame.Surface, Look, Part], None]

TITLE = Style(26, 32, 600)
_HEADING = Style(34, 42, 600)
_HEADS = (Style(24, 28, 600), Style(22, 26, 600), Style(20, 24, 600))
_VALUE = Style(36, 42, 700, tabular=True)
_LONG_NAME = Style(20, 25, 600)
_SUM = Style(32, 38, 700, tabular=True)
_PAD = 28.0
_CELL = (154.0, 84.0)
_ROW = 101.0
_EFFORT = 150.0
_LEAST_TITLE = 300.0
"""Where the cells leave less than this beside them, they stand under the title."""


@dataclass(frozen=True)
class Thing:
    """Something that is voted on, in words: its name, what it holds, what it takes of the budget (0: no budget)."""

    ref: Ref
    title: str
    line: str
    cost: int


def things_of(play: Play, step: Vote, refs: Sequence[Ref]) -> list[Thing]:
    """The things of a vote as they are shown."""
    field = step.budget.field if step.budget else ""
    return [
        Thing(ref, play.ref_words(ref) or _("Without a name"), _holds(play, ref),
              cost(play.game, play.state, ref, field) if field else 0)
        for ref in refs
    ]  # fmt: skip


def _holds(play: Play, ref: Ref) -> str:
    """How many notes lie in a group and what they are tied to."""
    number = item_of(ref)
    inside = parts(play.state, play.state.item(number)) if number is not None else ()
    if not inside:
        return ""
    ties = dict.fromkeys(play.ref_words(link) for item in inside for link in item.links if link.startswith("item:"))
    count = ngettext("{n} note", "{n} notes", len(inside)).format(n=len(inside))
    return ", ".join([count, *list(ties)[:2]])


def answer_words(play: Play, value: str) -> str:
    """What an answer is called; a number is its own word."""
    found = play.texts.answers.get(value)
    if found and found.label:
        return play.say(found.label)
    return {"yes": _("Yes"), "no": _("No")}.get(value, value)


def pictured(value: str) -> bool:
    """Whether an answer has a picture of its own; others are shown by their words."""
    return value.replace("-", "_") in tokens()["answers"]


@dataclass(eq=False)
class Cell(Part):
    """One answer to one thing. While the choices are `hidden` no cell tells that it is chosen; `answered` then shows
    that something in its row is.
    """

    _: KW_ONLY
    value: str = ""
    words: str = ""
    picture: bool = True
    hidden: bool = False
    answered: bool = False

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        answer = look.answer(self.value)
        chosen = self.selected
        r = look.radius("control")
        box = self.box.moved(0, paint.PRESSED_DOWN) if self.state.pressed else self.box
        if self.refusal and not chosen:
            paint.dashed(surface, look, box, r)
        elif chosen:
            paint.shadow(surface, look, box, "rest", r)
            paint.plate(surface, look, box, answer.fill, r, "ink", look.stroke("control") * 1.5)
        else:
            fill = "sunken" if self.state.hover or self.state.pressed else "raised"
            paint.plate(surface, look, box, fill, r, "edge", look.stroke("control"))
        role = answer.on if chosen else "ink_muted"
        side = min(box.h, box.w) * (0.7 if chosen else 0.42)
        if self.hidden and self.answered:
            draw_icon(surface, look, "eye-off", *box.centre, side, role)
        elif self.picture:
            draw_icon(surface, look, answer.icon, *box.centre, side, role)
        else:
            lines = fitting(look, self.words, [_VALUE, *_HEADS], box.w - 12, box.h - 8)
            lines = lines or wrap(look, self.words, _HEADS[-1], box.w - 12)
            draw_lines(surface, look, box.inset(6, 4), lines, role, "centre", "middle")


def ballot(
    look: Look, box: Box, play: Play, step: Vote, things: Sequence[Thing], seat: int, hint: str,
    mine: Mapping[Ref, str], hidden: bool, choose: Callable[[Ref, str], Press], opens: Callable[[Ref], Press],
    refusal: Callable[[Ref, str], str],
) -> list[Part]:  # fmt: skip
    """The ballot of a seat: its own answers and nobody else's."""
    inner = box.inset(_PAD, 0)
    values = step.scale
    heads = {value: answer_words(play, value) for value in values}
    pictures = all(pictured(value) for value in values)
    cells = _columns(look, inner, len(values))
    beside = cells[0].x - inner.x >= _LEAST_TITLE
    column = _EFFORT if step.budget and beside and inner.w > 1100 else 0.0
    if not beside:
        cells = inner.columns(len(values), 6)
    left = cells[0].x if beside else inner.right
    title_room = left - inner.x - column - (24 if beside else 0)

    wide = cells[0].w
    head_room = (46.0 if pictures else 8.0) + max(_head_lines(look, words, wide).height for words in heads.values())
    name = _("Ballot: {name}").format(name=play.seat_name(seat))
    named = text_height(look, name, _HEADING, title_room - 92)
    under = text_height(look, hint, "read", title_room - 92)
    own = max(118.0, named + under + 28)
    top = max(own, head_room + 26) if beside else own + head_room
    found: list[Part] = [
        Sheet("table", box, focusable=False),
        Part("table.piece", Box(inner.x, box.y, 76, own), paint=_piece(seat), focusable=False),
        Words("table.whose", Box(inner.x + 92, box.y + (own - named - under) / 2, title_room - 92, named), name,
              style=_HEADING, focusable=False),
        Words("table.hint", Box(inner.x + 92, box.y + (own + named - under) / 2, title_room - 92, under), hint,
              style="read", focusable=False),
    ]  # fmt: skip
    if column and step.budget:
        words = effort_name(play, step.budget.field)
        place = Box(left - column - 8, box.y, column - 8, top - 14)
        found.append(Words("table.effort", place, words, style="small", valign="bottom", focusable=False))
    for value, cell in zip(values, cells, strict=True):
        place = Box(cell.x, box.y + 8, wide, top - 16) if beside else Box(cell.x, box.y + own - 8, wide, head_room)
        draw = _head(value, heads[value], pictures)
        found.append(Part(f"table.head-{value}", place, heads[value], paint=draw, focusable=False))

    window = Box(box.x + 6, box.y + top, box.w - 12, box.h - top - 8)
    rows: list[Part] = []
    side = max(_CELL[1], look.target_min)
    y = window.y
    for number, thing in enumerate(things):
        title = text_height(look, thing.title, TITLE, title_room)
        line = text_height(look, thing.line, "small", title_room) if thing.line else 0.0
        effort = 0.0 if column or not thing.cost else blocks_size(thing.cost)[1] + 8
        words_high = title + line + effort + 22
        high = max(_ROW, side + 17, words_high) if beside else words_high + side + 12
        rows.append(Part(f"table.rule-{number}", Box(inner.x, y, inner.w, 2), paint=_rule, focusable=False))
        place = Box(inner.x - 12, y + 4, title_room + 12, (high if beside else words_high) - 8)
        rows.append(
            Part(f"table.thing-{number}", place, f"{thing.title}. {thing.line}", opens(thing.ref),
                 paint=_thing(thing, bool(effort)))
        )  # fmt: skip
        if column and thing.cost:
            blocks = Box(left - column - 8, y, column, high)
            rows.append(Blocks(f"table.cost-{number}", blocks, str(thing.cost), count=thing.cost, focusable=False))
        cell_y = y + (high - side) / 2 + 1 if beside else y + words_high
        for value, column_box in zip(values, cells, strict=True):
            rows.append(
                Cell(
                    f"table.cell-{number}-{value}", Box(column_box.x, cell_y, wide, side),
                    f"{thing.title}: {heads[value]}", choose(thing.ref, value), value=value, words=heads[value],
                    picture=pictures, hidden=hidden, answered=thing.ref in mine,
                    selected=mine.get(thing.ref) == value and not hidden, group="ballot",
                    refusal=refusal(thing.ref, value),
                )
            )  # fmt: skip
        y += high
    area = Roll("table.rows", window, _("The rows of the ballot"), content=y - window.y)
    return [*found, *area.around(rows)]


def _head_lines(look: Look, words: str, width: float) -> Lines:
    return fitting(look, words, list(_HEADS), width, 58) or wrap(look, words, _HEADS[-1], width)


def _columns(look: Look, inner: Box, count: int) -> list[Box]:
    """Where the cells of a row stand, at its right end."""
    gap = 10.0 if count < 6 else 6.0
    wide = max(min(_CELL[0], (inner.w * 0.5 + gap) / count - gap), look.target_min)
    left = inner.right - count * (wide + gap) + gap
    return [Box(left + i * (wide + gap), 0, wide, 0) for i in range(count)]


def _piece(seat: int) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        draw_seat(surface, look, seat, *part.box.centre, 72)

    return draw


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)


def _head(value: str, words: str, picture: bool) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        lines = _head_lines(look, words, box.w)
        if picture:
            draw_token(surface, look, value, box.centre[0], box.y + 20, 36)
            box = box.cut_top(44)[1]
        draw_lines(surface, look, box, lines, "ink", "centre", "top" if picture else "bottom")

    return draw


def _thing(thing: Thing, effort: bool) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        if part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "sunken", look.radius("control"))
        room = box.w - 12
        title = text_height(look, thing.title, TITLE, room)
        line = text_height(look, thing.line, "small", room) if thing.line else 0.0
        low = blocks_size(thing.cost)[1] + 8 if effort else 0.0
        y = box.y + (box.h - title - line - low) / 2
        draw_text(surface, look, Box(box.x + 12, y, room, title), thing.title, TITLE)
        if thing.line:
            draw_text(surface, look, Box(box.x + 12, y + title, room, line), thing.line, "small", "ink_muted")
        if effort:
            draw_blocks(surface, look, box.x + 12, y + title + line + 6, thing.cost)

    return draw


# The list of ballots


def ballots_height(look: Look, play: Play) -> float:
    """How high the list of ballots wants to be, names of one line taken for granted."""
    return 18 + line_height(look, _SUM) + 8 + len(play.seats) * look.target_min + 12


def ballots(
    look: Look, box: Box, play: Play, voter: int, press: Callable[[int], Press]
) -> list[Part]:
    """Whose ballots are folded, who votes now and who waits. A seat's number key opens its ballot."""
    here, done = play.seats, play.run.done
    title = _("Ballots")
    total = f"{sum(seat.number in done for seat in here)} / {len(here)}"
    wide = width(look, total, _SUM) + 4
    high = max(line_height(look, _SUM), line_height(look, TITLE))
    head = Box(box.x + 24, box.y + 18, box.w - 48, high)
    window = Box(box.x + 10, head.bottom + 8, box.w - 20, box.bottom - 12 - head.bottom - 8)
    status = {"folded": _("folded"), "votes": _("votes"), "waits": _("waits")}
    status_wide = max(width(look, words, "read") for words in status.values()) + 6
    rows: list[Part] = []
    y = window.y
    for seat in here:
        state = "votes" if seat.number == voter else "folded" if seat.number in done else "waits"
        name = play.seat_name(seat.number)
        room = window.w - 16 - 48 - 12 - status_wide - 44
        style_of_name = "read_strong" if width(look, name, "read_strong") <= room else _LONG_NAME
        row = max(look.target_min, text_height(look, name, style_of_name, room) + 12)
        rows.append(
            Part(
                f"rail.seat-{seat.number}", Box(window.x, y, window.w, row), f"{name}: {status[state]}",
                press(seat.number), keys=(str(seat.number),), group="ballots", selected=state == "votes",
                paint=_ballot_row(seat.number, name, style_of_name, status[state], state, room, status_wide), radius=8,
            )
        )  # fmt: skip
        y += row
    area = Roll("rail.ballots", window, title, content=y - window.y - 1, shows=f"rail.seat-{voter}")
    return [
        Sheet("rail.ballots-sheet", box, focusable=False),
        Words("rail.ballots-title", head._replace(w=head.w - wide), title, style=TITLE, valign="middle",
              focusable=False),
        Words("rail.ballots-sum", Box(head.right - wide, head.y, wide, high), total, style=_SUM, align="right",
              valign="middle", focusable=False),
        *area.around(rows),
    ]  # fmt: skip


def _ballot_row(
    seat: int, name: str, style: str | Style, words: str, state: str, room: float, status: float
) -> Draw:  # fmt: skip
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box, middle = part.box, part.box.centre[1]
        if state == "votes":
            paint.plate(surface, look, box, "primary_soft", 8, "primary" if look.contrast else None, 3)
        elif part.state.hover or part.state.pressed:
            paint.plate(surface, look, box, "sunken", 8)
        draw_seat(surface, look, seat, box.x + 16 + 19, middle, 38)
        draw_text(surface, look, Box(box.x + 16 + 48, box.y, room, box.h), name, style, valign="middle")
        place = Box(box.x + 16 + 48 + 12 + room, box.y, status, box.h)
        draw_text(surface, look, place, words, "read", valign="middle")
        icon = {"folded": "check", "votes": "edit"}.get(state)
        if icon:
            draw_icon(surface, look, icon, box.right - 28, middle, 28)

    return draw
