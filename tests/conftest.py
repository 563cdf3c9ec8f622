"""What the tests share: a screen that needs no display, and apps that are closed again."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from game import words
from game.ui.app import App
from game.ui.look import Look
from game.ui.part import Part
from game.ui.scene import Scene
from tests.driver import Clock, Driver
from tests.made import Made, Open


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens an app on parts or on a scene, 1440 x 1080 px large, so that a logical px is one px."""
    apps: list[App] = []

    def open_app(
        what: Scene | Callable[[Made, Look], Sequence[Part]],
        size: tuple[int, int] = (1440, 1080),
        motion: bool = False,
        reports: Path | None = None,
    ) -> Driver:
        scene = what if isinstance(what, Scene) else Made(what)
        clock = Clock()
        app = App(scene, size=size, motion=motion, lang="en", clock=clock, reports=reports)
        apps.append(app)
        return Driver(app, clock)

    yield open_app
    for app in apps:
        app.window.destroy()
    words.use("fi")
