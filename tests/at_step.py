"""Sessions brought to a step by the rules, shown at the table: what the tests of the step views begin with."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game import words
from game.content.loading import load
from game.content.texts import NOTHING, DeckText, GameTexts
from game.engine.actions import Action, GoTo, Keep, Lay, Turn, Write
from game.engine.dealing import answer
from game.engine.definition import Game
from game.engine.session import Act
from game.engine.state import Seat
from game.store.recording import Recording
from game.ui.app import App
from game.ui.play import Play
from game.ui.settings import Settings
from game.ui.table import Table
from tests.driver import Clock, Driver
from tests.plan_sessions import small

NAMES = ("Aino", "Pekka", "Leena", "Omar", "Kerttu", "Mikael", "Sirpa", "Ville")
LONG = "Järjestetään joka korttelissa tapaaminen, johon kutsutaan kaikki kotiin jaetulla selkokielisellä kirjeellä."
WORD = "y" * 100
LOOKS = [
    ((1280, 720), "fi", "light"),
    ((1280, 720), "sv", "contrast"),
    ((1024, 768), "fi", "dark"),
    ((1024, 768), "sv", "light"),
    ((1920, 1080), "en", "dark"),
    ((3840, 2160), "fi", "light"),
]
"""Sizes, languages and themes in which nothing may be cut."""

Shown = Callable[..., Driver]


def begun(
    seats: int = 4, game: Game | None = None, texts: GameTexts | None = None, names: tuple[str, ...] = NAMES
) -> Play:
    """A new session in memory, of the shipped game unless another one is given."""
    if game is None or texts is None:
        loaded = load("osallisuuspeli")
        game, texts = loaded.game, loaded.texts
    taken = [Seat(number + 1, names[number]) for number in range(seats)]
    return Play(Recording.create(None, game, taken, language="fi", files={}, setup={"seed": "1"}), texts, 90)


def changed(**steps: dict[str, Any]) -> tuple[Game, GameTexts]:
    """The shipped game with other parameters in some steps, by their ids, and its texts."""
    loaded = load("osallisuuspeli")
    made = tuple(replace(one, **steps.get(one.id, {})) for one in loaded.game.steps)
    return replace(loaded.game, steps=made), loaded.texts


def plain() -> tuple[Game, GameTexts]:
    """The small game, without board, labels and pictures."""
    game, texts = small()
    decks = {
        deck: DeckText(deck, NOTHING, NOTHING, "", "", "small", {}, ()) for deck in game.decks
    }
    return game, replace(texts, decks=decks)


def do(play: Play, *actions: Action) -> None:
    """These actions are done; AssertionError if one is refused."""
    for action in actions:
        assert play.do(action) is None, f"{action}: {play.refusal(action)}"


def dealt(play: Play) -> None:
    """What chance owes has been dealt in the order of the deck."""
    while play.run.owed:
        do(play, answer(play.game, play.state, list))


def walk_to(play: Play, step: str) -> None:
    """The session is at a step, all cards dealt; on the way the methods have been laid on the board."""
    order = play.state.order
    for later in order[order.index(play.state.at) + 1 : order.index(step) + 1]:
        do(play, GoTo(later))
        dealt(play)
        if later == "methods":
            for seat, hand in play.run.hands.items():
                do(play, Keep(seat, hand[0]))
                if play.run.turn != seat:
                    do(play, Turn(seat))
                do(play, Lay(seat, hand[0], play.game.card_spaces[seat % len(play.game.card_spaces)], "Hyvä keino."))


def write(play: Play, *texts: str) -> list[int]:
    """The seats have written these, one after the other; their records."""
    here = [seat.number for seat in play.seats]
    first = len(play.state.records)
    do(play, *(Write(here[i % len(here)], text) for i, text in enumerate(texts)))
    return list(range(first, len(play.state.records)))


def done(play: Play, since: int = 0) -> list[Action]:
    """What has been done, from a line of the session on."""
    return [line.action for line in play.session.lines[since:] if isinstance(line, Act)]


def fits(driver: Driver) -> None:
    """Nothing on the table was cut, and whatever can be pressed there is large enough."""
    look = driver.app.look
    assert not look.overflows, look.overflows
    for part in driver.app.screen.parts:
        if part.name.startswith(("table.", "rail.", "dock.")) and (part.press or part.refusal or part.drag is not None):
            assert min(part.box.w, part.box.h) >= look.target_min - 0.5, part.name
            if part.scroller is None:
                assert 0 <= part.box.x <= part.box.right <= look.W + 0.5, part.name
                assert 0 <= part.box.y <= part.box.bottom <= look.H + 0.5, part.name


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """Shows a session at the table, the facilitator's guide folded away."""
    apps: list[App] = []

    def show(
        play: Play, size: tuple[int, int] = (1920, 1080), lang: str = "en", theme: str = "light", motion: bool = False
    ) -> Driver:
        clock = Clock()
        table = Table(play, Settings(tmp_path))
        app = App(table, size=size, clock=clock, lang=lang, theme=theme, motion=motion)
        apps.append(app)
        driver = Driver(app, clock)
        if app.screen.part("script-fold"):
            driver.press("script-fold")
        return driver

    yield show
    for app in apps:
        app.window.destroy()
    words.use("fi")
