"""`play`: the game on the screen."""

import os
from argparse import Namespace

from game.cli.problem import Problem

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.ui.app import NoScreen, WrongPygame
from game.ui.start import window


def run(options: Namespace) -> int:
    """Shows the window until it is closed. Raises Problem if there is no screen to show it on."""
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
            facilitator=options.facilitator,
        )
    except (WrongPygame, NoScreen) as error:
        raise Problem(str(error)) from error
    app.run()
    return 0
