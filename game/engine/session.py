"""A session: who began it, everything that was done since, and where that leads. Nothing is ever erased."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.engine.actions import Action
from game.engine.definition import Game
from game.engine.reasons import Reason, Refused
from game.engine.rules import apply, refusal, start
from game.engine.state import Seat, State


@dataclass(frozen=True, slots=True)
class Act:
    """Something was done at the table."""

    action: Action


@dataclass(frozen=True, slots=True)
class Undo:
    """The last thing that stood was taken back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """The last thing that was taken back was done again."""


@dataclass(frozen=True, slots=True)
class Return:
    """The session went back to how it stood after its first `to` lines, and goes on from there. Undo comes back."""

    to: int


Line = Act | Undo | Redo | Return


class LineRefused(ValueError):
    """A line does not follow from those before it: nothing to undo, or an action that the rules refuse."""

    def __init__(self, reason: Reason | None, words: str) -> None:
        super().__init__(words)
        self.reason = reason


def _refused(action: Action, reason: Reason) -> LineRefused:
    return LineRefused(reason, f"{action} is refused: {reason.code}")


class Session:
    """A game, its seats at the start, all its lines, and the state that they lead to.

    Lines are only ever added. `undo` and `redo` walk over what stands; a new action after an undo makes what was undone
    unreachable by redo, but its lines remain, and `Return` still reaches them.
    """

    def __init__(self, game: Game, seats: Sequence[Seat], lines: Iterable[Line] = ()) -> None:
        """Raises ValueError for seats that the game does not take, LineRefused for a line that does not follow."""
        self.game = game
        self.seats = tuple(seats)
        self.lines: list[Line] = []
        self._states = [start(game, self.seats)]
        """The state after each line; the first is before any."""
        self._standing: list[int] = [0]
        """The line numbers of the moments that undo walks back over, the present one last."""
        self._undone: list[int] = []
        for line in lines:
            self.take(line)

    @property
    def state(self) -> State:
        """Where the session stands now."""
        return self._states[-1]

    def after(self, lines: int) -> State:
        """Where the session stood after its first `lines` lines; raises IndexError if it had not so many."""
        if lines < 0:
            raise IndexError(lines)
        return self._states[lines]

    def refusal(self, action: Action) -> Reason | None:
        """Why the action may not be done now, or None."""
        return refusal(self.game, self.state, action)

    def can_undo(self) -> bool:
        """Whether anything stands that can be taken back."""
        return len(self._standing) > 1

    def can_redo(self) -> bool:
        """Whether anything was just taken back that can be done again."""
        return bool(self._undone)

    def to_undo(self) -> Line | None:
        """The line that undo would take back, to say it in words; None if there is none."""
        return self.lines[self._standing[-1] - 1] if self.can_undo() else None

    def to_redo(self) -> Line | None:
        """The line that redo would do again, to say it in words; None if there is none."""
        return self.lines[self._undone[-1] - 1] if self._undone else None

    def standing(self) -> list[Line]:
        """The lines whose effect stands now, in order."""
        return [self.lines[number - 1] for number in self._standing[1:]]

    def check(self, line: Line) -> LineRefused | None:
        """Why the line would not be taken, or None."""
        match line:
            case Act(action):
                reason = self.refusal(action)
                return _refused(action, reason) if reason else None
            case Undo():
                return None if self.can_undo() else LineRefused(None, "there is nothing to undo")
            case Redo():
                return None if self.can_redo() else LineRefused(None, "there is nothing to redo")
            case Return(to):
                return None if 0 <= to <= len(self.lines) else LineRefused(None, f"there is no moment {to}")
            case _:
                assert_never(line)

    def take(self, line: Line) -> State:
        """The state after one more line. Raises LineRefused, and is then unchanged, if the line does not follow."""
        if not isinstance(line, Act) and (refused := self.check(line)):
            raise refused
        number = len(self.lines) + 1
        match line:
            case Act(action):
                try:
                    new = apply(self.game, self.state, action)
                except Refused as refused_now:
                    raise _refused(action, refused_now.reason) from None
                self._standing.append(number)
                self._undone.clear()
            case Undo():
                self._undone.append(self._standing.pop())
                new = self._states[self._standing[-1]]
            case Redo():
                self._standing.append(self._undone.pop())
                new = self._states[self._standing[-1]]
            case Return(to):
                new = self._states[to]
                self._standing.append(number)
                self._undone.clear()
            case _:
                assert_never(line)
        self.lines.append(line)
        self._states.append(new)
        return new

    def do(self, action: Action) -> State:
        """The state after an action; raises LineRefused if the rules refuse it."""
        return self.take(Act(action))
