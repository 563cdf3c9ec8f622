"""Where the program's own files lie: `cards/` and `assets/`, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder that holds `assets/` and `cards/`: the checkout's top, or the wheel's `game/data`."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent


def assets(*parts: str) -> Path:
    """The path of one of the program's own assets, such as `assets("icons", "undo.svg")`."""
    return _root().joinpath("assets", *parts)


def cards() -> Path:
    """The folder of the shipped decks and games."""
    return _root() / "cards"
