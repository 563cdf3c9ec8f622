"""How far each seat has come in the step at hand: for the facilitator's eyes, and only how much, never what."""

from typing import assert_never

from game.engine.definition import Brief, Choose, Commit, Deal, Group, Place, Reflect, Vote, Write
from game.engine.results import items, judgements, things, tokens_left
from game.ui.play import Play


def progress(play: Play, seat: int) -> tuple[int, int]:
    """How many things the seat has done, of how many; of 0 where there may be any number, or nothing is counted."""
    step, state = play.step, play.state
    match step:
        case Place():
            total = sum(step.tokens.values())
            return total - sum(tokens_left(state, step, seat).values()), total
        case Choose():
            picks = sum(1 for judgement in judgements(state, step.id) if judgement.seat == seat)
            return _of(picks, step.limits.seat.most)
        case Deal():
            laid = sum(1 for item in items(state, step.id, step.makes) if item.seat == seat)
            return _of(laid, step.keep.most)
        case Write():
            return _of(_written(play, step.id, step.makes, seat), step.limits.seat.most)
        case Vote():
            answered = sum(1 for judgement in judgements(state, step.id) if judgement.seat == seat)
            return answered, len(things(play.game, state, step))
        case Reflect():
            return _of(_written(play, step.id, step.makes, seat), step.limits.seat.most)
        case Brief() | Group() | Commit() | None:
            return 0, 0
        case _:
            assert_never(step)


def _written(play: Play, step: str, kind: str, seat: int) -> int:
    """What the seat has written in the round at hand."""
    here = play.run.round
    return sum(1 for item in items(play.state, step, kind) if item.seat == seat and item.round == here)


def _of(done: int, most: int | None) -> tuple[int, int]:
    return done, max(most, done) if most else 0
