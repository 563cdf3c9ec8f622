"""Records and answers: what once went wrong with what is written, withdrawn, picked and voted."""

from dataclasses import replace

from game.engine.actions import (
    Action,
    Amend,
    Deal,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Link,
    Merge,
    Move,
    Park,
    Restore,
    Reveal,
    Settle,
    Unjudge,
    Withdraw,
    Write,
)
from game.engine.definition import END, Budget, Choose, Game, Limits, Range
from game.engine.results import about, answers, cost, hidden, picks, results, supporters, things, trace
from game.engine.rules import apply, refusal
from game.engine.state import Item, State, item_of
from tests.small_game import GAME, OTHER
from tests.walks import after


def last(state: State) -> int:
    """The number of the newest record."""
    return len(state.records) - 1


def made(state: State, step: str) -> list[Item]:
    """The items of a step that are not withdrawn."""
    return [item for item in state.records.items_of(step) if not item.gone and item.kind != "sheet"]


def code(game: Game, state: State, action: Action) -> str:
    """Why the action is refused; empty if it is not."""
    reason = refusal(game, state, action)
    return reason.code if reason else ""


# Choosing


def test_a_suggestion_that_the_table_wrote_counts_without_any_pick() -> None:
    state = after(GAME, GoTo("people"), Write(0, "Night workers"))
    assert [item.text for item in results(GAME, state, "people")] == ["Night workers"]


def test_a_withdrawn_suggestion_does_not_use_up_its_seats_picks() -> None:
    state = after(GAME, GoTo("people"), Write(1, "Night workers"), Judge(1, "card:groups-0", "pick"))
    assert code(GAME, state, Judge(1, "card:groups-1", "pick")) == "seat-limit"
    written = made(state, "people")[0]
    state = apply(GAME, state, Withdraw(written.id))
    assert list(picks(state.run, 1)) == ["card:groups-0"]
    state = apply(GAME, state, Judge(1, "card:groups-1", "pick"))
    assert list(picks(state.run, 1)) == ["card:groups-0", "card:groups-1"]


def test_answers_come_back_with_what_they_are_about_if_there_is_room_for_them() -> None:
    start = after(GAME, GoTo("people"), Write(1, "Night workers"), Judge(2, "item:3", "pick"), Withdraw(3))
    assert made(start, "people") == []
    assert not start.run.marks
    again = apply(GAME, start, Restore(3))
    assert [one.seat for one in supporters(again, again.item(3))] == [1, 2]
    busy = apply(GAME, apply(GAME, start, Judge(1, "card:groups-0", "pick")), Judge(1, "card:groups-1", "pick"))
    again = apply(GAME, busy, Restore(3))
    assert [one.seat for one in supporters(again, again.item(3))] == [2]


def test_a_card_that_nobody_picks_any_more_is_no_result() -> None:
    state = after(GAME, GoTo("people"), Judge(1, "card:groups-0", "pick"), Judge(2, "card:groups-0", "pick"))
    assert len(results(GAME, state, "people")) == 1
    state = apply(GAME, apply(GAME, state, Unjudge(1, "card:groups-0")), Unjudge(2, "card:groups-0"))
    assert results(GAME, state, "people") == ()
    state = apply(GAME, state, Judge(3, "card:groups-0", "pick"))
    assert [one.seat for one in supporters(state, results(GAME, state, "people")[0])] == [3]


def test_a_withdrawn_card_begins_anew_when_somebody_picks_it_again() -> None:
    state = after(GAME, GoTo("people"), Judge(1, "card:groups-0", "pick"), Judge(2, "card:groups-0", "pick"))
    state = apply(GAME, state, Withdraw(made(state, "people")[0].id))
    assert results(GAME, state, "people") == ()
    state = apply(GAME, state, Judge(3, "card:groups-0", "pick"))
    assert [one.seat for one in answers(state, "people", "card:groups-0")] == [3]


def test_picks_stop_at_what_the_table_may_have() -> None:
    narrow = replace(GAME, steps=tuple(
        replace(step, limits=Limits(table=Range(0, 1))) if step.id == "people" else step for step in GAME.steps
    ))  # fmt: skip
    state = after(narrow, GoTo("people"), Judge(1, "card:groups-0", "pick"))
    assert code(narrow, state, Judge(2, "card:groups-1", "pick")) == "table-limit"
    assert code(narrow, state, Judge(2, "card:groups-0", "pick")) == ""


def test_withdrawing_a_card_leaves_the_same_card_settled_in_another_step() -> None:
    twice = replace(GAME, steps=(
        *GAME.steps, Choose(id="more", decks=("targets",), makes="aim", settle=Range(0, 2))
    ))  # fmt: skip
    state = after(twice, GoTo("target"), Settle("card:targets-1"), GoTo("more"), Settle("card:targets-1"))
    state = apply(twice, state, Withdraw(made(state, "more")[0].id))
    assert [item.card for item in results(twice, state, "target")] == ["targets-1"]
    assert results(twice, state, "more") == ()


def test_one_choice_within_a_budget_can_be_changed_for_another() -> None:
    tight = replace(GAME, steps=tuple(
        replace(step, budget=Budget("cost", 3)) if isinstance(step, Choose) and step.id == "target" else step
        for step in GAME.steps
    ))  # fmt: skip
    state = after(tight, GoTo("target"), Settle("card:targets-2"), Settle("card:targets-1"))
    assert [item.card for item in results(tight, state, "target")] == ["targets-1"]


def test_the_card_of_an_item_cannot_be_untied_from_it() -> None:
    state = after(GAME, GoTo("people"), Judge(1, "card:groups-0", "pick"))
    stands = made(state, "people")[0]
    assert code(GAME, state, Link(stands.id, "card:groups-0", False)) == "not-in-this-step"
    assert code(GAME, state, Link(stands.id, "card:groups-1")) == ""


def test_picking_out_of_turn_goes_for_ones_own_suggestion_too() -> None:
    state = after(OTHER, GoTo("key"))
    other = next(seat for seat in state.here if seat != state.run.turn)
    assert code(OTHER, state, Write(other, "Trust")) == ""


def test_a_pick_of_what_an_earlier_step_left_is_a_result() -> None:
    state = after(OTHER, GoTo("stories"), Write(1, "What I saw"), GoTo("key"))
    story = results(OTHER, state, "stories")[0]
    state = apply(OTHER, state, Judge(2, story.ref, "pick"))
    assert results(OTHER, state, "key") == (story,)


# Voting


def voted(*more: Action) -> State:
    """Two themes of an idea each, and seats 1 and 2's answers on the first, then more."""
    return after(
        GAME, GoTo("ideas"), Write(1, "Bench"), Write(2, "Lamp"),
        GoTo("sort"), Gather((3,), "Rest"), Gather((4,), "Light"),
        GoTo("choose"), Judge(1, "item:5", "no", "too dear"), Judge(2, "item:5", "support"), *more,
    )  # fmt: skip


def test_a_new_answer_does_not_keep_the_reason_of_the_old_one() -> None:
    state = voted(Judge(1, "item:5", "support"))
    assert [(one.value, one.reason) for one in answers(state, "choose", "item:5")] == [("support", ""), ("support", "")]
    assert [one.reason for one in answers(voted(Judge(1, "item:5", "no")), "choose", "item:5")] == ["too dear", ""]


def test_an_answer_that_is_open_is_not_taken_back_by_the_record() -> None:
    state = voted(Reveal())
    number = answers(state, "choose", "item:5")[0].id
    assert code(GAME, state, Withdraw(number)) == "not-in-this-step"
    assert code(GAME, state, Unjudge(1, "item:5")) == "answers-open"


def test_votes_go_and_come_back_with_the_group_they_are_about() -> None:
    state = voted(GoTo("sort"), Withdraw(5))
    assert answers(state, "choose", "item:5") == ()
    state = apply(GAME, state, Restore(5))
    assert [one.value for one in answers(state, "choose", "item:5")] == ["no", "support"]
    assert state.item(3).at == "item:5"


def test_a_group_that_went_into_another_is_not_voted_on_and_not_chosen() -> None:
    state = voted(Reveal(), Settle("item:5"), GoTo("sort"), Merge(5, 6), GoTo("choose"))
    assert results(GAME, state, "choose") == ()
    assert things(GAME, state, GAME.step["choose"]) == ("item:6",)
    assert not state.run.marks


def test_a_vote_on_cards_leaves_the_chosen_cards_as_results() -> None:
    state = after(OTHER, GoTo("positions"))
    asked = things(OTHER, state, OTHER.step["positions"])
    assert [state.item(item_of(ref) or 0).card for ref in asked] == [f"positions-{n}" for n in range(4)]
    state = apply(OTHER, state, Judge(state.run.turn, asked[0], "support"))
    state = apply(OTHER, state, Settle(asked[0]))
    assert [item.card for item in results(OTHER, state, "positions")] == ["positions-0"]
    state = apply(OTHER, state, GoTo("order"))
    assert [item.card for item in about(OTHER, state, OTHER.step["order"])] == [f"positions-{n}" for n in (1, 2, 3)]
    state = apply(OTHER, state, GoTo("deeds"))
    assert [item.links for item in made(state, "deeds")] == [(asked[0],)]


def test_dots_on_what_is_no_longer_voted_on_can_be_given_to_something_else() -> None:
    state = after(
        OTHER, GoTo("notes"), Write(1, "a"), Write(2, "b"), GoTo("piles"), Gather((1,)), Gather((2,)), GoTo("dots"),
        Judge(1, "item:3", "3"), GoTo("piles"), Move(1, "item:4"), GoTo("dots"),
    )  # fmt: skip
    assert things(OTHER, state, OTHER.step["dots"]) == ("item:4",)
    assert code(OTHER, state, Judge(1, "item:4", "3")) == ""


def test_reckoning_what_things_cost_ends_where_they_are_tied_in_a_ring() -> None:
    state = after(
        GAME, GoTo("ideas"), Write(1, "a"), GoTo("sort"), Gather((3,), "A"), GoTo("ideas"), Write(2, "b"),
        Link(5, "item:4"), GoTo("sort"), Move(5, "item:4"), Link(3, "item:5"), Link(5, "item:3"),
    )  # fmt: skip
    assert cost(GAME, state, "item:4", "cost") >= 1
    assert cost(GAME, state, "item:5", "cost") >= 1


# Writing


def test_thoughts_for_later_are_open_in_a_silent_round_and_as_long_as_anywhere() -> None:
    state = after(GAME, GoTo("ideas"), Park(1, "Ask about parking"), Write(1, "Bench"))
    parked, idea = made(state, "ideas")
    assert parked.kind == "parked"
    assert hidden(GAME, state) == {idea.id}
    state = after(GAME, GoTo("close"), Park(1, "a" * 280))
    assert code(GAME, state, Amend(last(state), "text", "b" * 280)) == ""


def test_nothing_is_hidden_any_more_at_the_end() -> None:
    state = after(GAME, GoTo("ideas"), Write(1, "Bench"))
    assert hidden(GAME, state)
    assert not hidden(GAME, apply(GAME, state, GoTo(END)))


def test_an_own_method_that_is_tied_to_a_card_does_not_lay_that_card_open() -> None:
    state = after(GAME, GoTo("methods"), Write(0, "Coffee", at="space:info.low"))
    number = last(state)
    state = apply(GAME, apply(GAME, state, Link(number, "card:methods-3")), Withdraw(number))
    assert state.run.spare == ()


def test_fields_of_what_a_step_makes_are_not_written_into_other_kinds() -> None:
    asked = replace(GAME, steps=tuple(
        replace(step, item_fields=GAME.step["sort"].item_fields) if step.id == "ideas" else step for step in GAME.steps
    ))  # fmt: skip
    state = after(asked, GoTo("ideas"))
    assert code(asked, state, Write(1, "Bench", fields=(("cost", 3),))) == ""
    assert code(asked, state, Write(1, "Why?", "doubt", fields=(("cost", 3),))) == "no-such-field"


def test_a_reference_with_a_number_beyond_all_reason_is_refused() -> None:
    state = after(GAME, GoTo("ideas"), Write(1, "Bench"))
    assert code(GAME, state, Link(last(state), f"item:{'9' * 5000}")) == "no-such-thing"
    assert code(GAME, state, Link(last(state), "item:²")) == "no-such-thing"


# Where things come from


def test_a_measure_leads_back_to_votes_ideas_cards_spaces_steps_and_seats() -> None:
    state = after(
        GAME, GoTo("methods"), Deal(((1, ()), (2, ("methods-1",)), (3, ()))),
        Keep(2, "methods-1"), Lay(2, "methods-1", "info.low", "near"),
        GoTo("ideas"), Write(1, "Bench", links=("item:3", "card:challenges-0")), GoTo("sort"), Gather((4,), "Rest"),
        GoTo("choose"), Judge(1, "item:5", "support"), Reveal(), Settle("item:5"), GoTo("measures"),
    )  # fmt: skip
    measure = results(GAME, state, "measures")[0]
    way = trace(state, measure)
    assert way == ("item:5", "item:4", "item:3", "card:challenges-0", "card:methods-1", "space:info.low")
    sources = [state.item(item_of(ref) or 0) for ref in way if ref.startswith("item:")]
    assert [(item.step, item.seat) for item in sources] == [("sort", 0), ("ideas", 1), ("methods", 2)]
    assert [one.value for one in answers(state, "choose", way[0])] == ["support"]
