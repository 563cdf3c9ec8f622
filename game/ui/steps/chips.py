"""Chips for what a note is tied to: cards, ideas, groups; laid out in lines, the long ones in several."""

from collections.abc import Callable, Sequence

from game.engine.definition import Ref
from game.engine.state import item_of
from game.ui.controls import Chip
from game.ui.faces import deck_tint, tint_of
from game.ui.fonts import text_height
from game.ui.look import Box, Look
from game.ui.play import Play
from game.ui.scene import Next

Press = Callable[[], Next | None]

_GAP = 12.0


def icon_of(play: Play, look: Look, ref: Ref) -> str:
    """The icon that tells what a ref points at; empty for a place."""
    if ref.startswith("card:") and ref[5:] in play.texts.cards:
        return tint_of(look, play.texts, ref[5:]).icon
    number = item_of(ref)
    if number is None:
        return ""
    card = next((link for link in play.state.item(number).links if link.startswith("card:")), "")
    return icon_of(play, look, card) if card else "note"


def chip_of(
    play: Play, look: Look, name: str, ref: Ref, press: Press | None, removes: bool = False, selected: bool = False
) -> Chip:
    """A chip for something that a note is or may be tied to; with `removes` a press takes the tie away."""
    return Chip(
        name, Box(0, 0, 0, 0), play.ref_words(ref), press, icon=icon_of(play, look, ref), removes=removes,
        selected=selected, group="ties",
    )  # fmt: skip


def card_chip(play: Play, look: Look, name: str, card: str) -> Chip:
    """The chip of the card that all notes of a round are tied to, in its deck's colours."""
    deck = play.texts.cards[card].deck
    colour = play.texts.decks[deck].colour or deck
    return Chip(
        name, Box(0, 0, 0, 0), play.ref_words(f"card:{card}"), kind="filled", tint=f"deck:{colour}",
        icon=deck_tint(look, play.texts, deck).icon,
    )  # fmt: skip


def add_chip(name: str, words: str, press: Press) -> Chip:
    """The place of one more tie: a press opens the list to choose from."""
    return Chip(name, Box(0, 0, 0, 0), words, press, kind="dashed", icon="plus", group="ties")


def flow(look: Look, box: Box, chips: Sequence[Chip]) -> float:
    """Lay the chips out in lines from the box's upper left corner; returns where the last line ends.

    A chip is at least as high as a press needs if it can be pressed, and higher where its words take several lines.
    """
    x, y, line = box.x, box.y, 0.0
    for chip in chips:
        wide, high = Chip.natural(look, chip.label, chip.icon, chip.removes)
        if wide > box.w:
            beside = 33 + (36 if chip.icon else 0) + (34 if chip.removes else 0)
            high = text_height(look, chip.label, "read_strong", box.w - beside) + 18
            wide = box.w
        if chip.press is not None:
            high = max(high, look.target_min)
        if x > box.x and x + wide > box.right:
            x, y, line = box.x, y + line + _GAP, 0.0
        chip.box = Box(x, y, wide, high)
        x += wide + _GAP
        line = max(line, high)
    return y + line
