"""Random legal play of the default game, against random legal play in python-chess; a whole workshop; growth."""

import random
import time
from collections.abc import Iterator

import chess

from game.cli.bots import Bots
from game.content.loading import load
from game.engine.actions import GoTo, Leave, Park, Skip
from game.engine.definition import END
from game.engine.rules import apply, legal, start
from game.engine.session import Act, Session
from game.engine.state import Seat
from tests.benchmarks.measure import Row

SECONDS = 2.0
SEATS = tuple(Seat(number) for number in range(1, 9))
_ACTIONS_A_STEP = 40


def rows() -> Iterator[Row]:
    """The engine's figures."""
    ours, floor = _ours(SECONDS / 4), _chess(SECONDS / 4)
    for _ in range(3):
        ours, floor = max(ours, _ours(SECONDS / 4)), max(floor, _chess(SECONDS / 4))
    yield Row("random legal play, 8 seats, actions a second", ours, floor, "1/s", "python-chess, whole games", ">= 2")
    yield Row("a whole workshop of bots, 8 seats", _workshop() * 1000, 50.0, "ms", "50 ms", "<= 1")
    small, large = _parked(1000), _parked(10_000)
    yield Row("10,000 records against ten times 1,000", large, 10 * small, "s", "ten times as long", "about 1")


def _ours(seconds: float) -> float:
    """Actions a second: legal() in full at every one, a random one of it done; on to the next step after a while."""
    game = load("osallisuuspeli").game
    chance, done = random.Random(1), 0
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        state = start(game, SEATS)
        for step in (*state.order[1:], END):
            for _ in range(_ACTIONS_A_STEP):
                options = list(legal(game, state))
                action = options[int(chance.random() * len(options))]
                if isinstance(action, GoTo | Skip | Leave):
                    continue
                state = apply(game, state, action)
                done += 1
            if state.at != step:
                state = apply(game, state, GoTo(step))
                done += 1
    return done / (time.perf_counter() - began)


def _chess(seconds: float) -> float:
    """Moves a second of random play to the end of the game."""
    chance, done = random.Random(1), 0
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        board = chess.Board()
        while not board.is_game_over():
            board.push(chance.choice(list(board.legal_moves)))
            done += 1
    return done / (time.perf_counter() - began)


def _workshop() -> float:
    loaded = load("osallisuuspeli")
    best = float("inf")
    for seed in range(5):
        began = time.perf_counter()
        bots = Bots(loaded.game, loaded.texts, "fi", str(seed))
        session = Session(loaded.game, bots.seats(8))
        while (line := bots.next(session)) is not None:
            session.take(line)
        best = min(best, time.perf_counter() - began)
    return best


def _parked(count: int) -> float:
    session = Session(load("osallisuuspeli").game, SEATS[:4])
    began = time.perf_counter()
    for number in range(count):
        session.take(Act(Park(0, f"thought {number}")))
    return time.perf_counter() - began
