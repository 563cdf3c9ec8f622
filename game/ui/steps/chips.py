"""Chips for what a note is tied to: cards, ideas, groups."""

from collections.abc import Callable

from game.engine.definition import Ref
from game.engine.state import item_of
from game.ui.controls import Chip
from game.ui.faces import face_of, tint_of
from game.ui.look import Box, Look
from game.ui.play import Play
from game.ui.scene import Next

Press = Callable[[], Next | None]


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


def card_chip(play: Play, name: str, card: str) -> Chip:
    """The chip of the card that all notes of a round are tied to, in its own colours."""
    face = face_of(play.texts, card)
    return Chip(name, Box(0, 0, 0, 0), face.title, kind="filled", tint=face.band_fill, icon=face.icon)


def add_chip(name: str, words: str, press: Press) -> Chip:
    """The place of one more tie: a press opens the list to choose from."""
    return Chip(name, Box(0, 0, 0, 0), words, press, kind="dashed", icon="plus", group="ties")
