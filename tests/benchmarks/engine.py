"""Random legal play of the default game, against random legal play in python-chess; a whole workshop; growth."""

import random
import time
from collections.abc import Callable, Iterator

import chess

from game.cli.bots import Bots
from game.content.loading import load
from game.engine.actions import Park
from game.engine.definition import END, Game
from game.engine.rules import apply, legal, start
from game.engine.session import Act, Session
from game.engine.state import Seat
from tests.benchmarks.measure import Row, best_of

SLICES, SECONDS = 16, 0.25
SEATS = tuple(Seat(number) for number in range(1, 9))


def rows() -> Iterator[Row]:
    """The engine's figures."""
    loaded = load("osallisuuspeli")
    ours, floor = _rates(lambda chance: _session(loaded.game, chance), _chess)
    yield Row("random legal play, 8 seats, actions a second", ours, floor, "1/s", "python-chess, whole games", ">= 2")

    def workshop() -> None:
        bots = Bots(loaded.game, loaded.texts, "fi", "workshop")
        session = Session(loaded.game, bots.seats(8))
        while (line := bots.next(session)) is not None:
            session.take(line)

    (spent,) = best_of(9, workshop)
    yield Row("a whole workshop of bots, 8 seats", spent * 1000, 50.0, "ms", "50 ms", "<= 1")
    for count in (2500, 5000, 10_000):
        yield from _growth(loaded.game, count)


def _growth(game: Game, count: int) -> Iterator[Row]:
    """Whether ten times as much takes ten times as long: the rules alone, and a session that can undo all of it."""
    for name, write in (("actions applied, each leaving a record", _applied), ("lines replayed", _replayed)):
        small, large = best_of(3, lambda: write(game, 1000), lambda: write(game, count))  # noqa: B023
        yield Row(f"{count} {name}", large, small * count / 1000, "s", "as many times 1,000", "about 1")


def _rates(*games: Callable[[random.Random], int]) -> list[float]:
    """Moves a second of each: the best of many short slices, taken in turns so that they meet the same machine."""
    chance = random.Random(1)
    best = [0.0] * len(games)
    for _ in range(SLICES):
        for place, game in enumerate(games):
            moves, began = 0, time.process_time()
            while (spent := time.process_time() - began) < SECONDS:
                moves += game(chance)
            best[place] = max(best[place], moves / spent)
    return best


def _session(game: Game, chance: random.Random) -> int:
    """A session of random legal play to its end: everything that is legal is listed, and any of it done."""
    state, moves = start(game, SEATS), 0
    while state.at != END:
        state = apply(game, state, chance.choice(legal(game, state)))
        moves += 1
    return moves


def _chess(chance: random.Random) -> int:
    """A game of random legal play to its end."""
    board, moves = chess.Board(), 0
    while not board.is_game_over():
        board.push(chance.choice(list(board.legal_moves)))
        moves += 1
    return moves


def _thoughts(count: int) -> Iterator[Park]:
    return (Park(number % 5, f"thought {number}") for number in range(count))


def _applied(game: Game, count: int) -> None:
    state = start(game, SEATS[:4])
    for thought in _thoughts(count):
        state = apply(game, state, thought)


def _replayed(game: Game, count: int) -> None:
    Session(game, SEATS[:4], map(Act, _thoughts(count)))
