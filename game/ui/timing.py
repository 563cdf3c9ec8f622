"""The time of the evening: how it is shared among the steps, what each has taken, what is left, and pauses.

The whole stays the whole. Whatever a step takes more or less than planned, and whatever is left out, moved or
stretched, the minutes that remain are shared out again among the steps to come, by their shares. Only below half of
what it should have had is no step squeezed: then the evening ends later, and says so.
"""

import json
from collections.abc import Sequence

from game.engine.definition import Game
from game.engine.state import Run, State
from game.store.recording import Recording

FEWEST, MOST = 15, 600
"""How short and how long an evening can be made, in minutes."""

_PAUSES = "time.pauses"
_WHOLE = "time.minutes"
_NO_RUN = Run()


def shared_out(minutes: int, shares: Sequence[float], least: Sequence[int] = ()) -> list[int]:
    """Whole minutes by the shares, each at least its `least` (else 1); they add up to `minutes` if that can be."""
    floors = [max(floor, 1) for floor in least] or [1] * len(shares)
    weights = list(shares) if sum(shares) > 0 else [1.0] * len(shares)
    found, held = list(floors), [False] * len(shares)
    while True:  # what falls below its floor gets that, and the others share the rest
        free = [i for i in range(len(shares)) if not held[i]]
        rest = minutes - sum(floor for floor, is_held in zip(floors, held, strict=True) if is_held)
        total = sum(weights[i] for i in free)
        exact = {i: rest * weights[i] / total if total > 0 else 0.0 for i in free}
        low = [i for i in free if exact[i] < floors[i]]
        if not low:
            break
        for i in low:
            held[i] = True
    for i in free:
        found[i] = int(exact[i])
    for i in sorted(free, key=lambda i: found[i] - exact[i])[: max(rest - sum(found[i] for i in free), 0)]:
        found[i] += 1
    return found


class Timing:
    """The time of one session. Seconds are seconds of play without pauses."""

    def __init__(self, recording: Recording, minutes: int) -> None:
        """`minutes` is the whole time that the group set out with."""
        self._recording = recording
        kept = recording.setting(_WHOLE)
        self._whole = int(kept) if kept.isdecimal() and FEWEST <= int(kept) <= MOST else minutes
        self._pauses = _pauses_from(recording)
        self._seen = 0
        self._last = 0.0
        self._spent: dict[str, float] = {}
        self._given: dict[str, int] = {}
        self._asked = ("", 0.0)
        self._shares: tuple[tuple[int, int], dict[str, int]] | None = None
        state = recording.session.after(0)
        self._base = dict(zip(state.order, self._first(state.order), strict=True))
        self._enter(state)

    def _first(self, order: Sequence[str]) -> list[int]:
        return shared_out(self._whole, [self._game.step[step].share for step in order])

    @property
    def _game(self) -> Game:
        return self._recording.session.game

    @property
    def _state(self) -> State:
        return self._recording.session.state

    # The whole

    @property
    def whole(self) -> int:
        """The minutes that the group has for the whole game."""
        return self._whole

    @whole.setter
    def whole(self, minutes: int) -> None:
        self._whole = min(max(minutes, FEWEST), MOST)
        self._shares = None
        self._recording.keep(_WHOLE, str(self._whole))

    # Pauses

    @property
    def paused(self) -> bool:
        """Whether the clock stands still now."""
        return bool(self._pauses) and self._pauses[-1][1] is None

    def pause(self) -> None:
        """The clock stands still until `go_on`."""
        if not self.paused:
            self._pauses.append((self._recording.played, None))
            self._keep_pauses()

    def go_on(self) -> None:
        """The clock goes on from where it was stopped."""
        if self.paused:
            self._pauses[-1] = (self._pauses[-1][0], self._recording.played)
            self._keep_pauses()

    def _keep_pauses(self) -> None:
        self._recording.keep(_PAUSES, json.dumps([[round(a, 2), b and round(b, 2)] for a, b in self._pauses]))

    def _running(self, begin: float, end: float) -> float:
        """How much of the time between two moments of play was no pause."""
        still = sum(max(0.0, min(end, end if b is None else b) - max(begin, a)) for a, b in self._pauses)
        return max(0.0, end - begin - still)

    # What has been

    def _catch_up(self) -> None:
        """Count in the lines that have come since the last time."""
        session = self._recording.session
        if self._seen == len(session.lines):
            return
        lines = self._recording.content.lines
        while self._seen < len(lines):
            at, clock = session.after(self._seen).at, lines[self._seen].clock
            self._spent[at] = self._spent.get(at, 0.0) + self._running(self._last, clock)
            self._last = clock
            self._seen += 1
            self._enter(session.after(self._seen))

    def _enter(self, state: State) -> None:
        """A step that is met for the first time gets its minutes, and keeps them."""
        at = state.at
        if at in self._game.step and at not in self._given:
            shares = self._shared(state, state.order.index(at), "")
            self._given[at] = shares.get(at, self._base[at])

    def spent(self, step: str) -> float:
        """The seconds that a step has taken so far, on all visits."""
        self._catch_up()
        running = self._running(self._last, self._recording.played) if step == self._state.at else 0.0
        return self._spent.get(step, 0.0) + running

    def been(self, step: str) -> bool:
        """Whether the group has been in a step."""
        self._catch_up()
        return step in self._given

    # What is planned

    def planned(self, step: str) -> int:
        """The minutes that a step has, or had, in all."""
        self._catch_up()
        minutes = self._given.get(step)
        if minutes is None:
            minutes = self._to_come().get(step, self._base[step])
        return max(minutes + self._run(step).extra, 1)

    def left(self) -> float:
        """The seconds that the step in hand has left; below zero when it has run over; none at the end."""
        at = self._state.at
        return self.planned(at) * 60 - self.spent(at) if at in self._game.step else 0.0

    def just_up(self) -> bool:
        """Whether the time of the step at hand has run out since this was last asked; never twice for one time."""
        step, before = self._asked
        self._asked = (self._state.at, self.left())
        return step == self._state.at and before > 0 >= self._asked[1]

    def to_end(self) -> float:
        """The seconds until the game is over, if all goes as it is planned now."""
        rest = sum(self.planned(step) * 60 for step in self._to_come())
        return max(self.left(), 0.0) + rest + self._back_again(self._state) * 60

    def late(self) -> int:
        """How many minutes after its time the evening will end; less than zero: before it."""
        self._catch_up()
        gone = sum(self.spent(step) for step in self._given)
        return round((gone + self.to_end()) / 60) - self._whole

    def shorter(self) -> int:
        """How many minutes shorter the steps to come have become; less than zero: longer."""
        return sum(self._base[step] - minutes for step, minutes in self._to_come().items())

    def _to_come(self) -> dict[str, int]:
        """The minutes of the steps that are still to come, without those that were added to each."""
        self._catch_up()
        key = (self._seen, self._whole)
        if self._shares is None or self._shares[0] != key:
            state = self._state
            place = state.order.index(state.at) + 1 if state.at in state.order else len(state.order)
            self._shares = (key, self._shared(state, place, state.at))
        return self._shares[1]

    def _shared(self, state: State, place: int, now: str) -> dict[str, int]:
        """What remains of the whole, shared among the steps from `place` on that nobody has been in.

        The step `now` is counted with what it has; any other with what it took.
        """
        coming = [
            step for step in state.order[place:] if step not in self._given and step not in state.skipped
        ]
        if not coming:
            return {}
        taken = sum(self._spent.get(step, 0.0) / 60 for step in self._given if step != now)
        if now in self._given:
            taken += self._given[now] + _run(state, now).extra
        taken += self._back_again(state) + sum(_run(state, step).extra for step in coming)
        shares = [self._game.step[step].share for step in coming]
        least = [self._base[step] // 2 for step in coming]
        return dict(zip(coming, shared_out(round(self._whole - taken), shares, least), strict=True))

    def _back_again(self, state: State) -> float:
        """The minutes left over of steps that were begun and come again, because the group went back."""
        place = state.order.index(state.at) + 1 if state.at in state.order else len(state.order)
        again = [step for step in state.order[place:] if step in self._given and step not in state.skipped]
        left = (self._given[step] + _run(state, step).extra - self._spent.get(step, 0.0) / 60 for step in again)
        return sum(max(minutes, 0.0) for minutes in left)

    def _run(self, step: str) -> Run:
        return _run(self._state, step)


def _run(state: State, step: str) -> Run:
    return state.runs.get(step, _NO_RUN)


def _pauses_from(recording: Recording) -> list[tuple[float, float | None]]:
    """The pauses that were kept. Play goes on from the last line, so a pause after it has never been."""
    try:
        kept = json.loads(recording.setting(_PAUSES) or "[]")
        found = [(float(a), None if b is None else float(b)) for a, b in kept]
    except (ValueError, TypeError):
        return []
    played = recording.played
    return [(a, min(played if b is None else b, played)) for a, b in found if a < played]
