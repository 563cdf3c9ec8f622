"""The program as a person starts it: the first screen in its window, with what the command line asked for."""

from collections.abc import Sequence
from pathlib import Path

from game import words
from game.ui.app import App
from game.ui.settings import Settings
from game.ui.title import Title


def sessions_folder() -> Path:
    """Where sessions are kept if nobody says otherwise: a folder of the program's name in one's own folder."""
    return Path.home() / "Osallisuuspeli"


def window(
    game_id: str,
    *,
    lang: str | None = None,
    cards: Sequence[Path] = (),
    session: Path | None = None,
    players: int | None = None,
    minutes: int | None = None,
    seed: str = "",
    size: tuple[int, int] | None = None,
    fullscreen: bool = False,
    facilitator: bool = False,
    folder: Path | None = None,
) -> App:
    """The program's window with its first screen, ready to `run`.

    `session` is gone on with, or begun if it is not there. `facilitator`: with the facilitator's window beside it.

    Raises WrongPygame if another pygame stands in pygame-ce's place, and pygame.error where there is no display.
    """
    place = folder or sessions_folder()
    settings = Settings.of(place)
    settings.lang = lang or settings.lang or words.of_machine()
    title = Title(game_id, place, settings, cards, session=session, players=players, minutes=minutes, seed=seed)
    return App(
        title,
        size=size,
        theme=settings.theme,
        lang=settings.lang,
        text_factor=settings.text_factor,
        motion=settings.motion,
        fullscreen=fullscreen,
        reports=place,
        second=facilitator,
        second_look=lambda real: settings.aside.look(real),
    )
