"""Opening a game or a session so that it can be played: what the title, the setup and the command line share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.content.loading import CannotPlay, Loaded, load
from game.engine.definition import Game
from game.engine.state import Seat
from game.store.errors import StoreError
from game.store.recording import Recording
from game.store.stored import Stored
from game.ui.play import Play


@dataclass(frozen=True, slots=True)
class Saved:
    """A session on disk as the title screen names it. `name` is the target, or the file's name before there is one."""

    path: Path
    name: str
    step: int
    steps: int
    seats: int
    when: datetime


class Copies:
    """The games of opened sessions, made from the copies of the cards that the sessions carry."""

    def __init__(self) -> None:
        self.loaded: Loaded | None = None

    def game_of(self, content: Stored) -> Game:
        """The game that a session is played with. Raises CannotPlay if its copy of the cards is damaged."""
        self.loaded = load(content.game, content.files)
        return self.loaded.game


def begin(
    path: Path | None, loaded: Loaded, seats: Sequence[Seat], minutes: int, language: str, seed: str
) -> Play:
    """A new session of a loaded game in a new file (None: in memory). Raises StoreError and CannotPlay."""
    recording = Recording.create(
        path, loaded.game, seats, language=language, files=loaded.files, setup={"minutes": minutes, "seed": seed}
    )
    return Play(recording, loaded.texts, minutes)


def resume(path: Path) -> Play:
    """The session in the file, as it was left. Raises StoreError and CannotPlay."""
    copies = Copies()
    return played(Recording.open(path, copies.game_of), copies)


def played(recording: Recording, copies: Copies) -> Play:
    """What the scenes play from an opened recording."""
    if copies.loaded is None:
        raise CannotPlay(())
    minutes = recording.content.setup.get("minutes")
    whole = minutes if isinstance(minutes, int) and 1 <= minutes <= 1440 else copies.loaded.game.minutes
    return Play(recording, copies.loaded.texts, whole)


def sessions(folder: Path) -> list[Path]:
    """The session files of a folder, the latest first."""
    found = [(path.stat().st_mtime, path) for path in folder.glob("*.osp") if path.is_file()] if folder.is_dir() else []
    return [path for _, path in sorted(found, reverse=True)]


def look_at(path: Path) -> Saved | None:
    """What the title says of a session; None if it cannot be read."""
    copies = Copies()
    try:
        play = played(Recording.look(path, copies.game_of), copies)
    except (StoreError, CannotPlay, OSError):
        return None
    order = play.state.order
    step = order.index(play.state.at) + 1 if play.state.at in order else len(order)
    when = datetime.fromtimestamp(path.stat().st_mtime)
    return Saved(path, play.pinned()[0] or path.stem, step, len(order), len(play.seats), when)


def new_path(folder: Path, title: str, now: datetime) -> Path:
    """A file name for a new session that is not taken: the game and the day. Makes the folder if it is not there.

    Raises OSError if that cannot be done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r"[^\w-]+", "-", title, flags=re.UNICODE).strip("-")[:40] or "session"
    stem = f"{plain}-{now:%Y-%m-%d}"
    names = (f"{stem}.osp", *(f"{stem}-{number}.osp" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())
