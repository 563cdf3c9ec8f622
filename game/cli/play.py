"""`osallisuuspeli play`: the game on the screen."""

import argparse
import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.cli.problem import Problem
from game.ui.app import WrongPygame
from game.ui.start import window
from game.words import _


def run(options: argparse.Namespace) -> int:
    """Shows the first screen and plays until the window is closed. Raises Problem if no window can be opened."""
    try:
        app = window(
            options.game,
            lang=options.lang,
            cards=[options.cards] if options.cards else [],
            session=options.session,
            players=options.players,
            minutes=options.minutes,
            seed=options.seed,
            size=options.size,
            fullscreen=options.fullscreen,
        )
    except WrongPygame as error:
        raise Problem(str(error)) from error
    except pygame.error as error:
        said = _("No window can be opened on this machine: {why}. Run the program where there is a screen.")
        raise Problem(said.format(why=error)) from error
    app.run()
    return 0
