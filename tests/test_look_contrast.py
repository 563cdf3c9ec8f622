"""Contrast of every text and control in the three themes: from the tokens, and from pictures of the screens."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from game import where
from game.ui.app import App
from game.ui.controls import Button
from game.ui.look import Look
from game.ui.part import Part
from game.ui.textbox import TextBox
from tests.inspect_screen import Written, reading
from tests.moments import Shown, at_moments
from tests.test_look import contrast

TOKENS: dict[str, Any] = json.loads(where.assets("tokens.json").read_text(encoding="utf-8"))
THEMES: dict[str, Any] = TOKENS["themes"]

TEXT, TEXT_IN_CONTRAST, CONTROL = 4.5, 7.0, 3.0

GROUNDS = (
    "ground", "ground_alt", "surface", "raised", "sunken", "primary_soft", "works_soft", "needs_work_soft",
    "live_with_soft", "unsure_soft", "warning_soft", "error_soft",
)  # fmt: skip
FILLS = ("primary", "works", "needs_work", "live_with", "unsure", "warning", "error")
COLOURED_TEXT = {
    "primary": ("ground", "surface", "raised", "primary_soft"),
    "warning": ("surface", "raised", "warning_soft"),
    "error": ("surface", "raised", "error_soft"),
    "works": ("surface", "raised", "works_soft"),
    "needs_work": ("surface", "raised"),
    "unsure": ("surface", "raised", "unsure_soft"),
}
CONTROLS = {
    "edge": ("ground", "ground_alt", "surface", "raised", "sunken"),
    "focus": ("ground", "ground_alt", "surface", "raised", "sunken", "focus_gap", "primary_soft"),
    "primary": ("ground", "surface", "raised", "sunken"),
    "seat_edge": ("ground", "surface", "raised", "sunken", "primary_soft"),
    "warning": ("surface", "raised"),
    "error": ("surface", "raised"),
}
_LIKE_INK = 1.6
"""Colours that differ less from the ink are the letters themselves."""
PIECES = ("works", "needs_work", "unsure")


def text_pairs(theme: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every text on every ground that it stands on: in words, and the two colours."""
    roles = theme["roles"]
    for ground in GROUNDS:
        for ink in ("ink", "ink_muted"):
            yield f"{ink} on {ground}", roles[ink], roles[ground]
    for note in ("note_1", "note_2", "note_3"):
        for ink in ("note_ink", "note_muted"):
            yield f"{ink} on {note}", roles[ink], roles[note]
    for fill in FILLS:
        yield f"on_{fill} on {fill}", roles[f"on_{fill}"], roles[fill]
    yield "on_primary on primary_hover", roles["on_primary"], roles["primary_hover"]
    yield "paper_ink on paper", roles["paper_ink"], roles["paper"]
    for ink, grounds in COLOURED_TEXT.items():
        for ground in grounds:
            yield f"{ink} on {ground}", roles[ink], roles[ground]
    for name, kind in theme["kinds"].items():
        yield f"words on the band of {name}", kind["on"], kind["fill"]
        for number, ring in enumerate(kind["rings"], 1):
            yield f"ink on ring {number} of {name}", roles["ink"], ring
    for name, deck in theme["decks"].items():
        yield f"words on the deck {name}", deck["on"], deck["fill"]


def control_pairs(theme: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every edge, ring and piece on what it lies on."""
    roles = theme["roles"]
    for role, grounds in CONTROLS.items():
        for ground in grounds:
            yield f"{role} on {ground}", roles[role], roles[ground]
    for name, kind in theme["kinds"].items():
        for number, ring in enumerate(kind["rings"], 1):
            for piece in PIECES:
                yield f"token {piece} on ring {number} of {name}", roles[piece], ring


@pytest.mark.parametrize("name", THEMES)
def test_every_text_of_a_theme_can_be_read(name: str) -> None:
    least = TEXT_IN_CONTRAST if name == "contrast" else TEXT
    assert _under(least, text_pairs(THEMES[name])) == []


@pytest.mark.parametrize("name", THEMES)
def test_every_control_of_a_theme_can_be_seen(name: str) -> None:
    assert _under(CONTROL, control_pairs(THEMES[name])) == []


def test_the_numbers_on_the_seats_pieces_can_be_read() -> None:
    assert _under(TEXT, ((f"seat {seat['seat']}", seat["on"], seat["fill"]) for seat in TOKENS["seats"])) == []


def _under(least: float, pairs: Iterator[tuple[str, str, str]]) -> list[str]:
    found = [(words, contrast(pygame.Color(ink), pygame.Color(ground))) for words, ink, ground in pairs]
    return [f"{words}: {ratio:.2f}" for words, ratio in found if ratio < least]


# Pictures

MOMENTS = ("target", "now", "methods", "ideas", "ideas-round-2", "sort", "choose", "choose-open", "measures", "close")


@pytest.mark.parametrize("theme", THEMES)
def test_texts_and_controls_stand_out_in_the_pictures_of_the_screens(theme: str) -> None:
    found: list[str] = []
    for shown in at_moments("fi", (1280, 720), theme=theme, names=MOMENTS):
        found += [f"{shown.name}: {words}" for words in (*_texts(shown), *_edges(shown))]
    assert found == []


def _texts(shown: Shown) -> Iterator[str]:
    app = shown.app
    app.screen.stage.redraw()
    with reading(app.look.size) as written:
        app.step()
    least = TEXT - 0.1  # a hair of smoothing
    for one in written:
        ratio = _ratio(app, one)
        if ratio is not None and ratio < least:
            yield f"{one.text[:40]!r} {ratio:.2f}"


def _ratio(app: App, written: Written) -> float | None:
    """The contrast of a text with what it stands on: the colour that is seen most in its box and is not its own."""
    look, surface = app.look, app.surface
    rect = look.rect(written.box).clip(written.clip).clip(surface.get_rect())
    if written.role not in look.tokens["themes"]["light"]["roles"] or rect.w < 4 or rect.h < 4:
        return None
    ink = look.colour(written.role)
    colours = Counter(
        tuple(surface.get_at((x, y)))[:3]
        for x in range(rect.x, rect.right, max(1, rect.w // 40))
        for y in range(rect.y, rect.bottom, max(1, rect.h // 12))
    )
    grounds = [contrast(pygame.Color(*colour), ink) for colour, _count in colours.most_common()]
    return next((ratio for ratio in grounds if ratio > _LIKE_INK), 1.0)


def _edges(shown: Shown) -> Iterator[str]:
    """Buttons and boxes to write in whose edge does not stand out from what lies beside it."""
    app = shown.app
    for part in app.screen.parts:
        plain = isinstance(part, Button) and part.kind != "quiet" and not part.refusal and not part.bare
        if (plain or (isinstance(part, TextBox) and part.edge)) and part.clip is None:
            ratio = _edge(app.look, app.surface, part)
            if ratio < CONTROL:
                yield f"edge of {part.name} {ratio:.2f}"


def _edge(look: Look, surface: pygame.Surface, part: Part) -> float:
    rect = look.rect(part.box)
    beside = surface.get_at((max(0, rect.x - 9), rect.centery))
    return max(contrast(surface.get_at((rect.x + dx, rect.centery)), beside) for dx in range(-1, 6))
