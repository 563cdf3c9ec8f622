"""A session at play and its file: whatever is done is on disk before it is in the state that the screen shows.

When the file cannot be written, play goes on from memory; `trouble` says why, and what is unsaved follows as soon as
the file can be written again, or at once into another file.
"""

import contextlib
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, assert_never

from game import __version__
from game.engine import actions
from game.engine.definition import Game
from game.engine.reasons import Reason
from game.engine.session import Act, LineRefused, Redo, Return, Session, Undo
from game.engine.session import Line as EngineLine
from game.engine.state import Seat
from game.store.errors import StoreError
from game.store.file import FORMAT, SessionFile, read
from game.store.salvage import salvage
from game.store.stored import Kind, Line, Stored, to_json

GameOf = Callable[[Stored], Game]
"""Makes the game that a session is played with from the copied cards and rules; the content layer knows how."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Recording:
    """A session that is being played and kept. `session` is where it stands; change it only through this class.

    `path` is its file, or None. `trouble` is why the last attempt to write failed, or None when everything is on disk.
    `closed_to_change` is why nothing more can be done to it (it is only looked at), or None.
    """

    def __init__(
        self,
        session: Session,
        content: Stored,
        file: SessionFile | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], str] = _now,
    ) -> None:
        """`content` says what has been done so far; `session` has all of it. Use the class methods instead."""
        self.session = session
        self.trouble: StoreError | None = None
        self.closed_to_change: StoreError | None = None
        self._file = file
        self._content = content
        self._lines = list(content.lines)
        self._saved = len(self._lines)
        self._settings = dict(content.settings)
        self._unkept: set[str] = set()
        self._clock = clock
        self._now = now
        self._began = clock() - (self._lines[-1].clock if self._lines else 0.0)

    @classmethod
    def create(
        cls,
        path: Path | None,
        game: Game,
        seats: Sequence[Seat],
        *,
        language: str,
        files: Mapping[str, bytes],
        setup: Mapping[str, Any] | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], str] = _now,
    ) -> Self:
        """A new session of `game` in a new file, or in memory alone if `path` is None.

        `files` are the cards and rules it is played with; `setup` is whatever else it begins with, as plain values
        (minutes, seed). Raises StoreError if the file cannot be made, ValueError for seats that the game does not take.
        """
        session = Session(game, seats)
        content = Stored(
            session=uuid.uuid4().hex,
            format=FORMAT,
            app=__version__,
            game=game.id,
            language=language,
            created=now(),
            setup={**(setup or {}), "seats": [_seat_to_dict(seat) for seat in session.seats]},
            files=files,
        )
        file = SessionFile.create(path, content) if path else None
        return cls(session, content, file, clock=clock, now=now)

    @classmethod
    def open(cls, path: Path, game_of: GameOf) -> Self:
        """The session in the file, as it was left, ready to go on.

        One that cannot be written to now can be played on in memory, and `trouble` says so; a newer version's is only
        looked at. Raises StoreError for anything else; `in use` can still be looked at, `damaged` be rescued.
        """
        try:
            file, content = SessionFile.hold(path)
        except StoreError as error:
            if error.code in ("read only", "full", "failed"):
                recording = cls._of(read(path), game_of, path)
                recording._file = SessionFile(path, recording._content.session)
                recording.trouble = error
                return recording
            if error.code == "newer":
                return cls.look(path, game_of)
            raise
        with contextlib.ExitStack() as on_failure:
            on_failure.callback(file.close)
            recording = cls._of(content, game_of, path)
            on_failure.pop_all()
        recording._file = file
        return recording

    @classmethod
    def look(cls, path: Path, game_of: GameOf) -> Self:
        """The session in the file, to be looked at and exported; another program may be at it. Raises StoreError."""
        content = read(path)
        newer = content.format > FORMAT
        recording = cls._of(content, game_of, path, whole=not newer)
        recording.closed_to_change = StoreError("newer" if newer else "in use", path)
        return recording

    @classmethod
    def rescue(cls, path: Path, game_of: GameOf) -> Self:
        """What can be read and played of a damaged file, in memory; `save_elsewhere` makes a sound file of it.

        `trouble` says that it is damaged. Raises StoreError if not even its beginning can be read.
        """
        content = salvage(path)
        recording = cls._of(content, game_of, path, whole=False)
        recording.trouble = StoreError("damaged", path)
        recording._saved = 0
        return recording

    @classmethod
    def _of(cls, content: Stored, game_of: GameOf, path: Path, whole: bool = True) -> Self:
        """The session as `content` has it. Not `whole`: up to the first line that can not be played."""
        try:
            session = Session(game_of(content), seats_of(content.setup))
        except ValueError as error:
            raise StoreError("damaged", path, str(error)) from error
        played = 0
        for line in content.beginning:
            try:
                session.take(to_engine(line))
            except ValueError as error:
                if whole:
                    raise StoreError("damaged", path, str(error)) from error
                break
            played += 1
        return cls(session, content.with_lines(content.lines[:played]))

    @property
    def path(self) -> Path | None:
        """The session's file, or None if it is in memory alone."""
        return self._file.path if self._file else None

    @property
    def content(self) -> Stored:
        """Everything that the session's file holds, or would hold."""
        return self._content.with_lines(self._lines, self._settings)

    @property
    def played(self) -> float:
        """Seconds of play until now. Time between closing the file and opening it again does not count."""
        return self._clock() - self._began

    @property
    def unsaved(self) -> int:
        """How many lines are in memory alone although there is a file for them."""
        return len(self._lines) - self._saved if self._file or self.trouble else 0

    def do(self, action: actions.Action) -> Reason | None:
        """The reason why the action is refused, or None: then it is done, and on disk unless there is `trouble`."""
        refused = self._take(Act(action), "act", actions.to_dict(action))
        return refused.reason if refused else None

    def undo(self) -> bool:
        """Takes the last thing back; False if there is nothing to take back."""
        return self._take(Undo(), "undo", {}) is None

    def redo(self) -> bool:
        """Does again what was taken back; False if nothing was."""
        return self._take(Redo(), "redo", {}) is None

    def return_to(self, line: int) -> bool:
        """Goes back to how things stood after the first `line` lines; False if there were not so many."""
        return self._take(Return(line), "return", {"to": line}) is None

    def _take(self, line: EngineLine, kind: Kind, body: Mapping[str, Any]) -> LineRefused | None:
        if self.closed_to_change:
            raise self.closed_to_change
        refused = self.session.check(line)
        if refused is None:
            self._lines.append(Line(len(self._lines) + 1, self._now(), round(self.played, 2), kind, to_json(body)))
            self.retry()
            self.session.take(line)
        return refused

    def setting(self, key: str) -> str:
        """The text kept under this name, or an empty one."""
        return self._settings.get(key, "")

    def keep(self, key: str, value: str) -> None:
        """Keeps a text that is no part of what was done (a draft, a private note). An empty one is forgotten."""
        if self.setting(key) == value or self.closed_to_change:
            return
        self._settings[key] = value
        self._unkept.add(key)
        self.retry()

    def retry(self) -> bool:
        """Writes whatever is not on disk yet; False, with `trouble` saying why, if that fails."""
        if self._file is None:
            return self.trouble is None
        try:
            if self._saved < len(self._lines):
                self._file.append(self._lines[self._saved :])
                self._saved = len(self._lines)
            for key in sorted(self._unkept):
                self._file.keep(key, self._settings[key])
            self._unkept.clear()
            self.trouble = None
        except StoreError as error:
            self.trouble = error
        return self.trouble is None

    def save_elsewhere(self, path: Path) -> None:
        """After this the whole session is in a new file at `path` and goes on there. Raises StoreError if not."""
        file = SessionFile.create(path, self.content)
        self.close()
        self._file = file
        self._saved = len(self._lines)
        self._unkept.clear()
        self.trouble = None

    def close(self) -> None:
        """Lets go of the file."""
        if self._file:
            self._file.close()


def to_engine(line: Line) -> EngineLine:
    """The stored line as the engine's. Raises ValueError if its body is none."""
    body = line.content
    match line.kind:
        case "act":
            return Act(actions.from_dict(body))
        case "undo":
            return Undo()
        case "redo":
            return Redo()
        case "return":
            to = body.get("to")
            if not isinstance(to, int):
                raise ValueError(f"line {line.seq} returns to nowhere")
            return Return(to)
        case _:
            assert_never(line.kind)


def seats_of(setup: Mapping[str, Any]) -> tuple[Seat, ...]:
    """The seats a session began with. Raises ValueError if `setup` does not have them."""
    seats = setup.get("seats")
    if not isinstance(seats, list) or not all(isinstance(seat, dict) for seat in seats):
        raise ValueError("the setup has no seats")
    try:
        return tuple(Seat(int(seat["number"]), str(seat.get("name", "")), str(seat.get("role", ""))) for seat in seats)
    except (KeyError, TypeError) as error:
        raise ValueError("a seat has no number") from error


def _seat_to_dict(seat: Seat) -> dict[str, Any]:
    return {"number": seat.number, "name": seat.name, "role": seat.role}


