"""Seats, turns and cards: what once went wrong with who sits there, whose turn it is and what was dealt."""

from dataclasses import replace

from game.engine.actions import (
    Again,
    Call,
    Deal,
    Done,
    GoTo,
    Keep,
    Lay,
    Leave,
    NextRound,
    Resume,
    Reveal,
    Sit,
    Skip,
    Turn,
    Withdraw,
    Write,
)
from game.engine.definition import END, Limits
from game.engine.results import is_skipped, laid_by
from game.engine.rules import apply, legal
from game.engine.state import State
from tests.small_game import GAME
from tests.test_engine_records import code
from tests.walks import after


def dealt(state: State) -> Deal:
    """The answer to the draw that waits."""
    return next(action for action in legal(GAME, state) if isinstance(action, Deal))


def test_cards_called_for_a_seat_that_leaves_are_owed_no_more() -> None:
    state = after(GAME, GoTo("methods"), Sit(4, "late"))
    state = apply(GAME, apply(GAME, state, dealt(state)), Call("methods", 4))
    assert state.run.owed
    state = apply(GAME, state, Leave(4))
    assert not state.run.owed
    assert code(GAME, state, Keep(1, state.run.hands[1][0])) == ""


def test_a_seat_that_leaves_before_the_deal_gets_no_cards_and_the_others_do() -> None:
    state = apply(GAME, after(GAME, GoTo("methods")), Leave(2))
    state = apply(GAME, state, dealt(state))
    assert sorted(state.run.hands) == [1, 3]


def test_the_hand_of_a_seat_that_leaves_lies_open() -> None:
    state = after(GAME, GoTo("methods"))
    state = apply(GAME, state, dealt(state))
    hand = state.run.hands[2]
    state = apply(GAME, apply(GAME, state, Keep(2, hand[0])), Leave(2))
    assert state.run.spare == hand
    assert 2 not in state.run.hands
    state = apply(GAME, apply(GAME, state, Sit(2)), Call("methods", 2))
    state = apply(GAME, state, dealt(state))
    assert not set(state.run.hands[2]) & set(hand)


def test_a_late_joiner_has_a_turn_and_may_ask_for_a_hand() -> None:
    state = after(GAME, GoTo("methods"), Sit(4, "late"))
    state = apply(GAME, state, dealt(state))
    assert 4 not in state.run.hands
    assert Call("methods", 4) in legal(GAME, state)
    state = apply(GAME, state, Call("methods", 4))
    state = apply(GAME, state, dealt(state))
    assert len(state.run.hands[4]) == 3
    seen = {state.run.turn}
    while state.run.turn:
        state = apply(GAME, state, Done(state.run.turn))
        seen.add(state.run.turn)
    assert seen == {0, 1, 2, 3, 4}


def test_fewer_cards_than_owed_can_be_dealt_by_hand() -> None:
    state = after(GAME, GoTo("methods"))
    few = Deal(((1, ("methods-0",)), (2, ()), (3, ("methods-5", "methods-6"))))
    assert code(GAME, state, few) == ""
    assert code(GAME, state, Deal(((1, ("methods-0",)), (2, ("methods-0",)), (3, ())))) == "card-dealt"
    assert code(GAME, state, Deal(((1, ()), (2, ())))) == "wrong-cards"


def test_only_a_silent_round_is_taken_again() -> None:
    state = after(GAME, GoTo("ideas"), Write(1, "Bench"), Reveal())
    assert code(GAME, state, Again()) == ""
    state = apply(GAME, state, NextRound())
    state = apply(GAME, state, dealt(state))
    assert code(GAME, state, Again()) == "nothing-to-repeat"
    back = after(GAME, GoTo("ideas"), Write(1, "Bench"), NextRound(), GoTo("sort"), GoTo("ideas"), count=4)
    assert code(GAME, back, Again()) == "nothing-to-repeat"


def test_a_seat_that_left_does_not_open_its_ballot_again() -> None:
    state = after(GAME, GoTo("ideas"), Done(3), Leave(3))
    assert code(GAME, state, Resume(3)) == "no-such-seat"
    assert code(GAME, apply(GAME, state, Sit(3)), Resume(3)) == ""


def test_the_turn_goes_on_when_its_seat_leaves_here_or_in_another_step() -> None:
    state = after(GAME, GoTo("now"))
    first = state.run.turn
    assert apply(GAME, state, Leave(first)).run.turn not in (0, first)
    away = apply(GAME, apply(GAME, apply(GAME, state, GoTo("people")), Leave(first)), GoTo("now"))
    assert away.run.turn not in (0, first)


def test_going_back_and_forth_takes_nothing_away_and_deals_nothing_anew() -> None:
    state = after(GAME, GoTo("methods"), Turn(1), Done(1))
    hands, turn = state.run.hands, state.run.turn
    for step in ("people", "ideas", END, "methods"):
        state = apply(GAME, state, GoTo(step))
    assert (state.run.hands, state.run.turn) == (hands, turn)
    assert not state.run.owed


def test_a_step_that_is_entered_is_no_longer_left_out() -> None:
    state = after(GAME, Skip("now"))
    assert is_skipped(state, "now")
    assert not is_skipped(apply(GAME, state, GoTo("now")), "now")


def test_a_card_taken_off_the_board_lies_open() -> None:
    state = after(GAME, GoTo("methods"), Turn(1))
    state = apply(GAME, state, dealt(state)) if state.run.owed else state
    card = state.run.hands[1][0]
    state = apply(GAME, apply(GAME, state, Keep(1, card)), Lay(1, card, "info.low", "near"))
    assert laid_by(state, "methods", 1) == 1
    state = apply(GAME, state, Withdraw(len(state.records) - 1))
    assert state.run.spare == (card,)
    assert laid_by(state, "methods", 1) == 0


def test_nobody_has_to_keep_to_a_limit_of_another_step() -> None:
    terse = replace(GAME, steps=tuple(
        replace(step, limits=Limits(chars=5)) if step.id == "close" else step for step in GAME.steps
    ))  # fmt: skip
    assert code(terse, after(terse, GoTo("ideas")), Write(1, "a bench in the park")) == ""
