"""Windows of the system and the displays they are on."""

import os
from typing import Final

import pygame

from game import words
from game.ui.pane import SMALLEST

_ON_DISPLAY: Final = 0x2FFF0000  # SDL's "in the middle of display n" is this and n


class NoScreen(Exception):
    """There is no display to open a window on. The message says so."""


def set_up_display() -> None:
    """Windows can be opened after this. Raises NoScreen where there is no display."""
    said = words._("There is no screen to open a window on ({why}). Start the program on a desktop.")
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreen(said.format(why=error)) from error
    driver = pygame.display.get_driver()
    if driver == "offscreen" and os.environ.get("SDL_VIDEODRIVER") != driver:  # SDL's last resort: nobody would see it
        raise NoScreen(said.format(why=driver))
    pygame.font.init()
    pygame.key.set_repeat(400, 35)
    pygame.key.stop_text_input()


def open_window(title: str, size: tuple[int, int], fullscreen: bool = False, display: int = 0) -> pygame.Window:
    """A window in the middle of a display."""
    window = pygame.Window(
        title, size, position=on_display(display), resizable=True, allow_high_dpi=True, fullscreen_desktop=fullscreen
    )
    window.minimum_size = SMALLEST
    return window


def on_display(display: int) -> tuple[int, int]:
    """The position that stands for the middle of a display; of the first one if there is no such display."""
    return _ON_DISPLAY + display, _ON_DISPLAY + display


def displays() -> int:
    """How many displays there are now."""
    return len(pygame.display.get_desktop_sizes())


def suitable_size(share: float = 1.0) -> tuple[int, int]:
    """The largest window of 16:9 that leaves a rim of the first display free, or a `share` of that."""
    desktop = pygame.display.get_desktop_sizes()[0]
    height = share * min(desktop[1] * 0.88, desktop[0] * 0.95 * 9 / 16)
    return round(height * 16 / 9), round(height)
