"""Pictures of scenes as they would be in the window, drawn in memory: there need not be a screen."""

import os
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game import words
from game.ui.app import App
from game.ui.scene import Scene

_FRAMES = 4
"""Frames until a scene has read what it reads after its first one, and everything has settled."""


def save(scene: Scene, size: tuple[int, int], path: Path, theme: str = "light") -> None:
    """A PNG of the scene, `size` pixels large, in the language in use. Raises OSError if it cannot be written."""
    now = [0.0]
    app = App(scene, size=size, lang=words.used(), theme=theme, motion=False, clock=lambda: now[0])
    for _frame in range(_FRAMES):
        now[0] += 1.0
        app.step()
    if app.fault is not None:
        raise app.fault
    try:
        pygame.image.save(app.surface, path)
    except pygame.error as error:
        raise OSError(str(error)) from error
