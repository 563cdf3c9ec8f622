"""The open side of a write step: all notes on the wall, and beside them the card of the round and the rounds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.engine.definition import Step
from game.engine.results import card_of
from game.engine.state import Item, Run
from game.ui import paint
from game.ui.cards import LARGE, card_height, draw_card, draw_pin, draw_row, row_height
from game.ui.controls import Button
from game.ui.faces import deck_tint, face_of, tint_of
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look
from game.ui.papers import Sheet, Words
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.slips import Place, Roll, Slip, grid, kind_line, note_face, paper, slip_height
from game.words import _, ngettext

Press = Callable[[], Next | None]
Draw = Callable[[pygame.Surface, Look, Part], None]

_LOW = replace(LARGE, size=(LARGE.size[0], 0.0), texts=LARGE.texts[2:])
"""The large card where there is little room: its text as small as a group can read, and no higher than that takes."""
_NOTE = (333.0, 140.0)
_GAP, _ROW_GAP = 20.0, 16.0
_ROOM = 14.0
"""What a note's shadow and its focus ring take round it."""


def wall(
    look: Look, box: Box, play: Play, step: Step, notes: Sequence[Item], opens: Callable[[Item], Press],
    writer: int | None, arrivals: dict[int, Arrival], newest: int = -1,
) -> list[Part]:  # fmt: skip
    """All notes in the order they came, withdrawn ones as empty places, and the place of the one being written."""
    columns = max(2, round((box.w + _GAP) / (_NOTE[0] + _GAP)))
    wide = (box.w - _GAP * (columns - 1)) / columns
    heights = []
    for item in notes:
        foot = kind_line(play, step, item)
        heights.append(_NOTE[1] if item.gone else slip_height(look, note_face(play, item), foot, wide, _NOTE[1]))
    if writer is not None or not notes:
        heights.append(_NOTE[1])
    cells, high = grid(box, heights, columns, _GAP, _ROW_GAP)
    found: list[Part] = []
    for item, cell in zip(notes, cells, strict=False):
        name = f"table.note-{item.id}"
        if item.gone:
            found.append(Place(f"{name}-gone", cell, _("Put the note back"), opens(item), group="wall", radius=4))
            continue
        face = note_face(play, item)
        found.append(
            Slip(
                name, cell, face.text, opens(item), face=face, foot=kind_line(play, step, item), group="wall", radius=4,
                arrival=arrivals.get(item.id), newest=item.id == newest,
            )
        )  # fmt: skip
    if writer is not None:
        words = _("The table writes") if writer == 0 else _("{name} writes").format(name=play.seat_name(writer))
        found.append(Place("table.writing", cells[-1], words, seat=writer, radius=4))
    elif not notes:
        found.append(Place("table.empty", cells[-1], _("No notes yet"), radius=4))
    shows = "table.writing" if writer is not None else f"table.note-{newest}" if newest >= 0 else ""
    area = Roll("table.wall", box.inset(-_ROOM, -_ROOM / 2), _("The notes"), content=high + _ROOM, shows=shows)
    return area.around(found)


# The rail


def rounds_height(look: Look, play: Play, step: Step, counts: Sequence[int], width: float, line: str) -> float:
    """How high the list of rounds is; `line` is the style of what stands under each title."""
    rows = sum(_round_height(look, play, step, number, counts, "", width, line) for number in range(len(step.rounds)))
    return 20 + line_height(look, "lead") + 4 + rows + 8


def rounds(
    look: Look, box: Box, play: Play, step: Step, run: Run, counts: Sequence[int], writing: str
) -> list[Part]:
    """The rounds of the step: what has come of those gone by, which one is on, what is still to come."""
    area = Roll("rail.rounds", box.inset(0, 8), _("Rounds"), shows=f"rail.round-{run.round}")
    counted = rounds_height(look, play, step, counts, box.w, "read")
    style = "read" if counted <= box.h + 1 else "small"
    top = line_height(look, "lead")
    found: list[Part] = [Words("rail.rounds-title", Box(box.x + 24, box.y + 20, box.w - 48, top), _("Rounds"),
                               style="lead", focusable=False)]  # fmt: skip
    y = box.y + 20 + top + 4
    for number in range(len(step.rounds)):
        said = writing if number == run.round else ""
        high = _round_height(look, play, step, number, counts, said, box.w, style)
        state = "done" if number < run.round else "now" if number == run.round else "to_come"
        title, line = _round_words(play, step, number, counts, state, said)
        found.append(
            Part(f"rail.round-{number}", Box(box.x + 16, y, box.w - 32, high - 6), f"{title}. {line}",
                 paint=_round(title, line, number, state, style), focusable=False, selected=state == "now")
        )  # fmt: skip
        y += high
    area.content = y - area.box.y
    return [Sheet("rail.rounds-sheet", box, focusable=False), *area.around(found)]


def _round_words(
    play: Play, step: Step, number: int, counts: Sequence[int], state: str, said: str
) -> tuple[str, str]:
    texts = play.texts.steps[step.id].rounds
    title = play.say(texts[number].title) if number < len(texts) else ""
    title = f"{number + 1} {title}".strip()
    if state == "to_come" and not counts[number]:
        return title, _("still to come")
    if not counts[number]:
        return title, said or _("No notes yet")
    line = ngettext("{n} note", "{n} notes", counts[number]).format(n=counts[number])
    return title, f"{line}, {said}" if said else line


def _round_height(
    look: Look, play: Play, step: Step, number: int, counts: Sequence[int], said: str, width: float, style: str
) -> float:
    title, line = _round_words(play, step, number, counts, "now", said)
    room = width - 32 - 72 - 16
    words = text_height(look, title, "read_strong", room) + text_height(look, line, style, room)
    return words + (24 if style == "read" else 14)


def _round(title: str, line: str, number: int, state: str, style: str) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        if state == "now":
            paint.selected(surface, look, box, look.radius("control"))
        square = Box(box.x + 16, box.centre[1] - 20, 40, 40)
        paint.plate(surface, look, square, paper(number), look.radius("note"), "edge", look.stroke("hairline"))
        if state != "to_come":
            draw_icon(surface, look, "check" if state == "done" else "edit", *square.centre, 26, "note_ink")
        room = box.w - 72 - 16
        high = text_height(look, title, "read_strong", room)
        low = text_height(look, line, style, room)
        top = box.centre[1] - (high + low) / 2
        draw_text(surface, look, Box(box.x + 72, top, room, high), title, "read_strong")
        draw_text(surface, look, Box(box.x + 72, top + high, room, low), line, style)

    return draw


def least_cards_height(look: Look, width: float, play: Play, cards: Sequence[str], shown: str, buttons: int) -> float:
    """How high the cards of the round are at least, with what belongs to them."""
    rows = [card for card in cards if card != shown]
    below = sum(row_height(look, play.ref_words(f"card:{card}"), width) + 12 for card in rows)
    below += (look.control() + 8) * buttons
    return card_height(look, face_of(play.texts, shown), _LOW, width) + 12 + below


def round_cards(
    look: Look, box: Box, play: Play, cards: Sequence[str], shown: str, show: Callable[[str], Press],
    another: Sequence[Button],
) -> tuple[list[Part], float]:  # fmt: skip
    """The card of the round, large; others that were drawn as rows under it; the buttons for one more. And where
    they end. The card is as high as its text wants, or lower where the box is.
    """
    rows = [card for card in cards if card != shown]
    face = face_of(play.texts, shown)
    wanted = card_height(look, face, LARGE, box.w)
    least = card_height(look, face, _LOW, box.w)
    below = least_cards_height(look, box.w, play, cards, shown, len(another)) - least
    high = max(min(wanted, box.h - below), least)

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        draw_card(surface, look, part.box, face, LARGE)

    label = ". ".join(filter(None, (face.band_text, face.title, face.text)))
    found: list[Part] = [Part(f"rail.card-{shown}", Box(box.x, box.y, box.w, high), label, paint=draw, focusable=False,
                              radius=16, arrival=Arrival("rise"))]  # fmt: skip
    y = box.y + high + 12
    for card in rows:
        title = play.ref_words(f"card:{card}")
        tall = row_height(look, title, box.w)
        found.append(
            Part(f"rail.card-{card}", Box(box.x, y, box.w, tall), title, show(card), paint=_card_row(play, card, title),
                 group="cards", radius=10)
        )  # fmt: skip
        y += tall + 12
    for button in another:
        button.box = Box(box.x, y - 4, box.w, look.control())
        found.append(button)
        y += look.control() + 8
    return found, y


def _card_row(play: Play, card: str, title: str) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        tint = deck_tint(look, play.texts, play.texts.cards[card].deck)
        draw_row(surface, look, part.box, title, tint)

    return draw


def memory(look: Look, box: Box, play: Play, things: Sequence[Item]) -> list[Part]:
    """What the step is about, as a list to look back at: cards as the pins that they are on the board."""
    inner = Box(box.x + 24, box.y + 20, box.w - 48, 0)
    kind = play.texts.labels.get("item", things[0].kind)
    title = play.say(kind.many) or play.say(kind.label)
    high = text_height(look, title, "lead", inner.w)
    hint = _("A note can use one of these or several.")
    low = text_height(look, hint, "small", inner.w)
    area = ScrollArea("rail.memory", Box(box.x, inner.y + high + low + 10, box.w, 0), title)
    area.box = area.box._replace(h=box.bottom - 12 - area.box.y)
    y = area.box.y
    rows: list[Part] = []
    for number, item in enumerate(things, 1):
        words = play.title(item)
        tall = max(46.0, text_height(look, words, "read", inner.w - 62) + 4)
        rows.append(
            Part(f"rail.thing-{item.id}", Box(inner.x, y, inner.w, tall), words, focusable=False,
                 paint=_thing(play, item, number, words))
        )  # fmt: skip
        y += tall + 4
    area.content = y - area.box.y
    return [
        Sheet("rail.memory-sheet", box, focusable=False),
        Words("rail.memory-title", inner._replace(h=high), title, style="lead", focusable=False),
        Words("rail.memory-hint", Box(inner.x, inner.y + high, inner.w, low), hint, style="small", role="ink_muted",
              focusable=False),
        *area.around(rows),
    ]  # fmt: skip


def _thing(play: Play, item: Item, number: int, words: str) -> Draw:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box = part.box
        space = play.texts.board.spaces.get(item.at[6:]) if play.texts.board and item.at.startswith("space:") else None
        card = card_of(item)
        if space is not None:
            fill = look.kind(space.sector).fill
        elif card in play.texts.cards:
            fill = tint_of(look, play.texts, card).fill
        else:
            fill = look.colour("primary")
        draw_pin(surface, look, number, box.x + 20, box.centre[1], fill, (38, 44), shadow=None)
        draw_text(surface, look, Box(box.x + 62, box.y, box.w - 62, box.h), words, "read", valign="middle")

    return draw
