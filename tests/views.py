"""A session of the default game brought to one of its steps, for tests of the step's screen."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from game.content.loading import Loaded, load
from game.engine.actions import Action, Amend, GoTo, Settle
from game.engine.results import sheet
from game.engine.session import Act
from game.engine.state import Seat
from game.store.recording import Recording
from game.ui.app import App
from game.ui.chance import deal_owed
from game.ui.play import Play
from game.ui.settings import Settings
from game.ui.table import Table
from tests.driver import Clock, Driver

NAMES = ("Aino", "Mikael", "Leena", "Omar", "Kerttu", "Sofia", "Pentti", "Yusuf")
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
LANGUAGES = ("fi", "sv", "en")

Show = Callable[..., Driver]


@cache
def loaded() -> Loaded:
    return load("osallisuuspeli")


def new(seats: int = 4, names: tuple[str, ...] = NAMES) -> Play:
    """A session that has just begun, in memory."""
    game = loaded()
    who = [Seat(number, names[number - 1]) for number in range(1, seats + 1)]
    recording = Recording.create(None, game.game, who, language="fi", files=game.files, setup={"seed": "views"})
    play = Play(recording, game.texts, 90)
    deal_owed(play)
    return play


def at(step: str, seats: int = 4, names: tuple[str, ...] = NAMES) -> Play:
    """A session that has come to a step, with a target and a question."""
    play = new(seats, names)
    if step not in ("welcome", "target"):
        do(play, GoTo("target"), Settle(f"card:{cards(play, 'targets')[0]}"))
        own = sheet(play.state, "target")
        assert own is not None
        do(play, Amend(own.id, "question", "Miten puisto saa eri-ikäiset viihtymään?"))
    if step != play.state.at:
        do(play, GoTo(step))
    deal_owed(play)
    return play


def do(play: Play, *actions: Action) -> None:
    for action in actions:
        assert play.do(action) is None, action


def cards(play: Play, deck: str) -> list[str]:
    return [card.id for card in play.game.decks[deck].cards]


def done(play: Play, since: int) -> list[Action]:
    """What has been done in the session after its first so many lines."""
    return [line.action for line in play.session.lines[since:] if isinstance(line, Act)]


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Show]:
    """Shows a session at the table, with the guide folded away."""
    apps: list[App] = []

    def table(
        play: Play, size: tuple[int, int] = (1920, 1080), lang: str = "en", theme: str = "light", factor: float = 1.0
    ) -> Driver:
        clock = Clock()
        scene = Table(play, Settings(tmp_path), reads_script=False)
        app = App(scene, size=size, lang=lang, theme=theme, text_factor=factor, motion=False, clock=clock)
        apps.append(app)
        driver = Driver(app, clock)
        driver.wait(0.2)
        return driver

    yield table
    for app in apps:
        app.window.destroy()


def sound(driver: Driver) -> None:
    """Nothing on the screen is cut, and everything that can be pressed can be hit.

    On a small board the target has only its icon, since the ribbon over the table has its name.
    """
    look = driver.app.look
    ribbon = driver.app.screen.part("ribbon")
    cut = [text for text in look.overflows if ribbon is None or not ribbon.label.startswith(text)]
    assert cut == [], (look.size, look.lang)
    for part in driver.app.screen.parts:
        if part.active and part.press is not None:
            x, _y = driver.at(part.name)
            assert 0 <= x < look.W
            assert part.label, part.name
