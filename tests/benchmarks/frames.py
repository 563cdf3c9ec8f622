"""Redrawing a busy table and dragging a token, against a bare full-screen blit and flip, at three sizes."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from game import words
from game.cli.bots import Bots
from game.content.loading import load
from game.engine.session import Act, Session
from game.store.recording import Recording
from game.ui.app import App
from game.ui.play import Play
from game.ui.settings import Settings
from game.ui.table import Table
from tests.benchmarks.measure import Row

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
_FRAMES = 30


def rows() -> Iterator[Row]:
    """The screen's figures."""
    words.use("fi")
    for size in SIZES:
        yield from _at(size)


def _at(size: tuple[int, int]) -> Iterator[Row]:
    app = _app(size)
    for _ in range(5):
        app.step()

    def redraw() -> None:
        app.screen.fit(app.look)
        app.scene.changed()
        app.step()

    full, idle = _time(redraw), _time(app.step)
    picture = app.surface.copy()

    def floor() -> None:
        app.surface.blit(picture, (0, 0))
        app.window.flip()

    bare = _time(floor)
    name = f"{size[0]}x{size[1]}"
    yield Row(f"all parts anew and drawn, {name}", full * 1000, bare * 1000, "ms", "blit and flip", "<= 2.5")
    yield Row(f"a frame in which nothing changed, {name}", idle * 1000, bare * 1000, "ms", "blit and flip", "-")


def _time(do: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_FRAMES):
        began = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - began)
    return best


def _app(size: tuple[int, int]) -> App:
    """The table in the middle of laying tokens, eight at it."""
    loaded = load("osallisuuspeli")
    bots = Bots(loaded.game, loaded.texts, "fi", "frames")
    session = Session(loaded.game, bots.seats(8))
    while session.state.at != "methods" and (line := bots.next(session)) is not None:
        session.take(line)
    recording = Recording.create(None, loaded.game, session.seats, language="fi", files=loaded.files)
    for line in session.standing()[:-1]:
        if isinstance(line, Act):
            recording.do(line.action)


    play = Play(recording, loaded.texts, 90)
    return App(Table(play, Settings(Path("."))), size=size, lang="fi", motion=False)


