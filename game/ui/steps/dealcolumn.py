"""Whose hand it is, what to do now, and the buttons: a column beside the hand, or a row over it in a narrow window."""

from collections.abc import Callable
from typing import NamedTuple, assert_never

import pygame

from game.engine.actions import Lay
from game.ui import cards, paint
from game.ui.controls import Button, button_row, icon_button
from game.ui.faces import face_of, tint_of
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Picture, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.steps.cardparts import CardPart
from game.ui.steps.dealing import Dealing, Hand, Laid, Own, Press, Read, Take
from game.ui.steps.dealparts import FromHand, PinHandle
from game.ui.steps.turns import count_word, onward, passing
from game.words import _, ngettext

COLUMN = 424.0
"""How wide the column is."""

_NOWHERE = Box(0, 0, 0, 0)
_HEADING = Style(30, 38, 700)
_LONG_HEADING = Style(24, 30, 700)
_PIECE = 84.0
_STRIP = 50.0
_SEAT = 58.0
_TOP = 34.0
_FOOT = 22.0


class Says(NamedTuple):
    """What the tray says and offers; the primary button is `lead`."""

    heading: str
    line: str
    plain: list[Button]
    lead: Button


def says(look: Look, dealing: Dealing) -> Says:
    """Heading, line and buttons for what is going on."""
    match dealing.mode:
        case Hand() | Take():
            return _of_hand(dealing)
        case Read(card):
            return _of_reading(look, dealing, card)
        case Laid(item):
            return _of_laid(dealing, item)
        case Own():
            return _of_own(dealing)
        case _:
            assert_never(dealing.mode)


def _lead(label: str, press: Press | None, refusal: str = "") -> Button:
    return Button("dock.next", _NOWHERE, label, press, kind="primary", arrow=True, refusal=refusal)


def _back(dealing: Dealing) -> Button:
    return Button("dock.back", _NOWHERE, _("Back to the hand"), dealing.to_hand, kind="quiet")


def _onto(dealing: Dealing) -> str:
    return _("Lay on the board") if dealing.on_board else _("Lay on the table")


def _of_hand(dealing: Dealing) -> Says:
    play, step = dealing.play, dealing.step
    turn, name = play.run.turn, play.seat_name(dealing.who)
    plain: list[Button] = []
    call = dealing.call()
    if call is not None:
        plain.append(Button("dock.call", _NOWHERE, _("Deal cards"), play.doing(call), icon="plus"))
    if turn and turn != dealing.who:
        plain.append(Button("dock.turn", _NOWHERE, _("Give the turn"), dealing.give_turn))
    elif step.blanks:
        refusal = "" if dealing.blanks_left > 0 else _("All blank cards have been used.")
        plain.append(Button("dock.own", _NOWHERE, _("Own method"), dealing.begin_own, icon="plus", refusal=refusal))
    if turn == dealing.who:
        plain += passing(play)
    if dealing.round_over:
        heading, line = _("The cards are laid"), _("Look at the whole together before you go on.")
        return Says(heading, line, plain, onward(play))
    wanted = step.keep.most or step.keep.least
    words = _("{name}, keep {count}") if step.keep.most else _("{name}, keep at least {count}")
    heading = words.format(name=name, count=count_word(wanted)) if wanted else name
    if dealing.laid_by_hand and not dealing.kept:
        heading = _("{name}, your cards are laid").format(name=name)
    return Says(heading, _of_the_rest(dealing), plain, _lead_of_hand(dealing))


def _of_the_rest(dealing: Dealing) -> str:
    """What becomes of the cards that are not kept."""
    rest = len(dealing.hand) - len(dealing.kept)
    if not rest:
        return ""
    words = (
        ngettext("The other card goes to the swap table.", "The other {count} go to the swap table.", rest)
        if dealing.step.swap
        else ngettext("The other card is laid aside.", "The other {count} are laid aside.", rest)
    )
    return words.format(count=count_word(rest))


def _lead_of_hand(dealing: Dealing) -> Button:
    play = dealing.play
    turn = play.run.turn
    if turn and turn != dealing.who:
        return _lead(_("Back to {name}").format(name=play.seat_name(turn)), dealing.to_turn)
    if dealing.kept:
        return _lead(_("Read aloud"), dealing.read)
    if dealing.hand and not dealing.laid_by_hand:
        wanted = dealing.step.keep.most or 1
        words = ngettext("Keep {count} card first.", "Keep {count} cards first.", wanted)
        return _lead(_("Read aloud"), None, words.format(count=count_word(wanted)))
    lead = onward(play)
    if turn:
        lead.press = dealing.end_turn
    return lead


def _of_reading(look: Look, dealing: Dealing, card: str) -> Says:
    play, space = dealing.play, dealing.suggested()
    line = _("Say why this suits us. Then lay it on the table.")
    refusal = ""
    if not dealing.may_lay:
        refusal = play.refusal(Lay(dealing.who, card, space))
    elif dealing.reason(card).over:
        refusal = _("The reason is too long.")
    elif dealing.on_board and not space:
        refusal = line = _("Press the place on the board where it belongs.")
    if space:
        line = _("Say why. Its place: {place}.").format(place=play.texts.space_title(space))
    heading = _("{name}, read it aloud").format(name=play.seat_name(dealing.who))
    plain = [_back(dealing), *(_pin(look, dealing, card) if dealing.on_board and dealing.may_lay else ())]
    return Says(heading, line, plain, _lead(_onto(dealing), dealing.lay_suggested, refusal))


def _pin(look: Look, dealing: Dealing, card: str) -> list[Button]:
    """The pin of the card that is read, to be carried to the board."""
    texts = dealing.play.texts
    label = _("Carry {title} to the board").format(title=texts.card_title(card))
    fill = tint_of(look, texts, card).fill
    return [
        PinHandle("dock.pin", _NOWHERE, label, drag=FromHand(card), number=len(dealing.laid) + 1, fill=fill, radius=11,
                  bare=True)
    ]  # fmt: skip


def _of_laid(dealing: Dealing, number: int) -> Says:
    play = dealing.play
    item = play.state.item(number)
    line = ""
    if item.at:
        line = _("{place}. Press another to move it.").format(place=play.texts.space_title(item.at[6:]))
    take = Button("dock.take-back", _NOWHERE, _("Take it back"), dealing.take_back, icon="delete")
    lead = Button("dock.next", _NOWHERE, _("Back to the hand"), dealing.to_hand, kind="primary")
    return Says(play.seat_name(item.seat), line, [take], lead)


def _of_own(dealing: Dealing) -> Says:
    refusal = "" if dealing.title.value else _("Write its name first.")
    if not refusal and dealing.on_board and not dealing.own_space():
        refusal = _("Choose its place first.")
    refusal = refusal or dealing.play.refusal(dealing.own_action())
    heading = _("{name}, write a card of your own").format(name=dealing.play.seat_name(dealing.who))
    line = _("Give it a name and a place on the board.") if dealing.on_board else _("Give it a name.")
    return Says(heading, line, [_back(dealing)], _lead(_onto(dealing), dealing.write_own, refusal))


# The column


def column(look: Look, box: Box, dealing: Dealing) -> tuple[list[Part], list[Part]]:
    """The words of the column and its buttons, the primary one last."""
    said = says(look, dealing)
    x, wide = box.x + 28, COLUMN - 52
    strip = seats(look, Box(x, box.y + 18, wide + 8, _STRIP), dealing)
    over = _TOP + _strip_height(look, wide + 8, dealing)
    if isinstance(dealing.mode, Take):
        return [*strip, *_taken(look, Box(x, box.y + over, wide, box.h - over - 20), dealing, dealing.mode.card)], []
    buttons, top = _stacked(look, Box(x, box.y, wide, box.h - _FOOT), said)
    words = _words(look, Box(x, box.y + over, wide, top - 12 - box.y - over), dealing, said)
    return [*strip, *words], buttons


def column_height(look: Look, dealing: Dealing) -> float:
    """How high the tray must be for the column."""
    said = says(look, dealing)
    wide = COLUMN - 52
    words = max(_PIECE, _heading(look, said.heading, wide - _PIECE - 16)[1]) + 6
    words += text_height(look, said.line, "read", wide) if said.line else 0
    _buttons, top = _stacked(look, Box(0, -2000, wide, 2000), said)
    return _TOP + _strip_height(look, wide + 8, dealing) + words + 14 - top + _FOOT


def _words(look: Look, box: Box, dealing: Dealing, said: Says) -> list[Part]:
    room = box.w - _PIECE - 16
    style, high = _heading(look, said.heading, room)
    high = max(_PIECE, high)
    seat = dealing.play.state.item(dealing.mode.item).seat if isinstance(dealing.mode, Laid) else dealing.who
    found: list[Part] = [
        Part("dock.piece", Box(box.x, box.y + (high - _PIECE) / 2, _PIECE, _PIECE), paint=_piece(seat, _PIECE),
             focusable=False),
        Words("dock.heading", Box(box.x + _PIECE + 16, box.y, room, high), said.heading, style=style,
              valign="middle", focusable=False),
    ]  # fmt: skip
    if said.line:
        low = Box(box.x, box.y + high + 6, box.w, text_height(look, said.line, "read", box.w))
        found.append(Words("dock.line", low, said.line, style="read", focusable=False))
    return found


def _wide(look: Look, button: Button) -> float:
    """The width of a plain button: a little closer round its words than usual."""
    if button.bare:
        return look.control("icon_button")
    return Button.natural(look, button.label, button.kind, button.icon)[0] - (26 if button.kind == "quiet" else 16)


def _heading(look: Look, text: str, width: float) -> tuple[Style, float]:
    """How the heading is set, smaller where a name is long, and how high it is then."""
    high = text_height(look, text, _HEADING, width)
    if high <= 2.5 * text_height(look, "X", _HEADING, width):
        return _HEADING, high
    return _LONG_HEADING, text_height(look, text, _LONG_HEADING, width)


def _stacked(look: Look, box: Box, said: Says) -> tuple[list[Part], float]:
    """The buttons from the box's bottom upwards: rows of plain ones, the primary over them. And where it begins."""
    rows: list[list[Button]] = [[]]
    x = box.x
    for button in said.plain:
        wide = _wide(look, button)
        if rows[-1] and x + wide > box.right + (22 if button.kind == "quiet" else 8):
            rows.append([])
            x = box.x
        button.box = Box(x, 0, min(wide, box.w + 22), look.control())
        rows[-1].append(button)
        x += wide + 8
    y = box.bottom
    for row in reversed([row for row in rows if row]):
        y -= look.control()
        for button in row:
            button.box = button.box._replace(y=y)
        y -= 12
    high = look.control("primary")
    lead = said.lead
    wide = Button.natural(look, lead.label, "primary", lead.icon, lead.arrow)[0]
    lead.box = Box(box.x, y - high, min(wide, box.w), high)
    return [*said.plain, lead], lead.box.y


def _taken(look: Look, box: Box, dealing: Dealing, card: str) -> list[Part]:
    """The open card that is to be taken, beside the hand, and the way back."""
    face = face_of(dealing.play.texts, card)
    wide, high = cards.HAND.size[0], cards.HAND.size[1] * look.text_factor
    side = look.control("icon_button")
    x = box.x + wide + 16
    return [
        CardPart("dock.taken", Box(box.x, box.bottom - high, wide, high), face.title, face=face, size=cards.HAND,
                 selected=True, focusable=False),
        Picture("dock.swap", Box(x, box.bottom - high + 40, 64, 64), icon="swap", role="primary", focusable=False),
        icon_button("dock.leave", look, x, box.bottom - side, "close", _("Leave it there"), dealing.to_hand,
                    keys=("escape",)),
    ]  # fmt: skip


# The row


def _says_over(look: Look, dealing: Dealing) -> Says:
    """What the row says: of an open card that is to be taken, what stands on it."""
    said = says(look, dealing)
    if isinstance(dealing.mode, Take):
        face = face_of(dealing.play.texts, dealing.mode.card)
        leave = Button("dock.leave", _NOWHERE, _("Leave it there"), dealing.to_hand, keys=("escape",))
        return Says(face.title, face.text, [], leave)
    return said


def row_height(look: Look, dealing: Dealing) -> float:
    """How much higher the tray is for the row over the hand."""
    said = _says_over(look, dealing)
    room = look.W - 128
    line = text_height(look, said.line, "read", room) if said.line else 0
    return 18 + look.control("primary") + 10 + text_height(look, said.heading, _HEADING, room) + line


def row(look: Look, box: Box, dealing: Dealing) -> tuple[list[Part], list[Part]]:
    """The same over the hand: seats and buttons, under them the words."""
    said = _says_over(look, dealing)
    high = look.control("primary")
    wide = max(440.0, len(dealing.play.seats) * _least(look))
    found = seats(look, Box(box.x + 24, box.y + 18 + (high - _STRIP) / 2, wide, _STRIP), dealing)
    buttons = [*said.plain, said.lead]
    button_row(look, box.right - 20, box.y + 18 + high / 2, buttons, 12)
    words = Box(box.x + 24, box.y + 28 + high, box.w - 48, text_height(look, said.heading, _HEADING, box.w - 48))
    found.append(Words("dock.heading", words, said.heading, style=_HEADING, focusable=False))
    if said.line:
        low = Box(words.x, words.bottom, words.w, text_height(look, said.line, "read", words.w))
        found.append(Words("dock.line", low, said.line, style="read", focusable=False))
    return found, list(buttons)


# Seats


def seats(look: Look, box: Box, dealing: Dealing) -> list[Part]:
    """The seats' pieces, small, the first row of them in the box; a press looks into the hand of one."""
    here = dealing.play.seats
    pitch, columns = _pitch(look, box.w, len(here))
    found: list[Part] = []
    for place, seat in enumerate(here):
        words = f"{seat.number} {dealing.play.seat_name(seat.number)}"
        row, column = divmod(place, columns)
        cell = Box(box.x + column * pitch, box.y + row * max(_SEAT, _least(look)), pitch - 8, box.h)
        found.append(
            Part(f"seat-{seat.number}", cell, words, _looking_into(dealing, seat.number), paint=_small(seat.number),
                 keys=(str(seat.number),), group="seats", selected=seat.number == dealing.who, radius=12)
        )  # fmt: skip
    return found


def _pitch(look: Look, width: float, count: int) -> tuple[float, int]:
    """How far the pieces stand from each other, and how many in a row: so that a finger hits the one that is meant."""
    pitch = max(_least(look), min(_SEAT, width / max(count, 1)))
    return pitch, max(1, min(count, int((width + 1) / pitch)))


def _least(look: Look) -> float:
    return float(look.tokens["target"]["floor_device_px"]) / look.scale


def _strip_height(look: Look, width: float, dealing: Dealing) -> float:
    count = len(dealing.play.seats)
    rows = -(-count // _pitch(look, width, count)[1])
    return _STRIP + (rows - 1) * max(_SEAT, _least(look))


def _looking_into(dealing: Dealing, seat: int) -> Press:
    return lambda: dealing.look_into(seat)


def _small(seat: int) -> Callable[[pygame.Surface, Look, Part], None]:
    piece = _piece(seat, 36)

    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        if part.selected:
            paint.selected(surface, look, part.box, 12)
        piece(surface, look, part)

    return draw


def _piece(seat: int, size: float) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        x, y = part.box.centre
        draw_seat(surface, look, seat, x, y, size)

    return draw
