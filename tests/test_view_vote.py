"""Ballots folded one after the other, the reveal, what the table agrees on; and that no answer tells whose it is."""

import random
from typing import Any

import pytest

from game.engine.actions import Again, Done, Gather, GoTo, Judge, Pass, Resume, Reveal, Settle, Turn, Unjudge, Write
from game.engine.definition import Budget, Limits, Range, Round, Vote
from game.engine.results import things
from game.ui.play import Play
from game.ui.steps.ballot import Cell
from game.ui.steps.tally import Tokens
from tests.at_step import LONG, LOOKS, Shown, begun, changed, do, done, fits, plain, shown, walk_to, write
from tests.driver import Driver

__all__ = ["shown"]

NAMES = ("Turvallinen reitti", "Tekemistä", "Hoidetaan yhdessä", "Kutsutaan kaikki")


def at_choose(seats: int = 4, names: tuple[str, ...] = NAMES, **parameters: Any) -> Play:
    game, texts = changed(choose=parameters, sort={"limits": Limits(chars=60)})
    play = begun(seats, game, texts)
    walk_to(play, "ideas")
    notes = write(play, *(f"Ajatus {n}" for n in range(len(names))))
    do(play, Reveal())
    walk_to(play, "sort")
    do(play, *(Gather((number,), name) for number, name in zip(notes, names, strict=True)))
    walk_to(play, "choose")
    return play


def voted(play: Play) -> tuple[str, ...]:
    assert play.step is not None
    return things(play.game, play.state, play.step)


def cells(driver: Driver) -> list[Cell]:
    return [part for part in driver.app.screen.parts if isinstance(part, Cell)]


# Ballots


def test_one_ballot_after_the_other_is_folded(shown: Shown) -> None:
    play = at_choose(2)
    first, second, *_ = voted(play)
    since = len(play.session.lines)
    driver = shown(play)
    driver.press("table.cell-0-support")
    driver.press("table.cell-1-no")
    driver.press("table.cell-1-no")
    driver.press("dock.fold")
    driver.press("table.cell-1-unsure")
    driver.press("dock.fold")
    driver.press("dock.reveal")
    assert done(play, since) == [
        Judge(1, first, "support"), Judge(1, second, "no"), Unjudge(1, second), Done(1),
        Judge(2, second, "unsure"), Done(2), Reveal(),
    ]  # fmt: skip


def test_a_ballot_is_filled_in_by_keys_alone(shown: Shown) -> None:
    play = at_choose(2)
    first, second, third, _last = voted(play)
    since = len(play.session.lines)
    driver = shown(play)
    driver.key("2")
    driver.key("enter", "down", "right", "space", "down", "right", "enter")
    driver.tab_to("dock.fold")
    driver.key("enter")
    assert done(play, since) == [
        Judge(2, first, "support"), Judge(2, second, "live-with"), Judge(2, third, "no"), Done(2),
    ]  # fmt: skip
    assert driver.sees("Ballot: Aino")
    assert driver.focus == "table.cell-0-support"


def test_the_next_ballot_shows_nothing_of_the_one_before(shown: Shown) -> None:
    """The same picture whatever the voters before have answered, and the keys begin at the same place."""
    seen = []
    for value in ("support", "unsure"):
        play = at_choose(3)
        driver = shown(play)
        for row in range(4):
            driver.press(f"table.cell-{row}-{value}")
        driver.press("dock.fold")
        driver.key("down", "up")
        seen.append((driver.focus, driver.texts(), [(cell.name, cell.selected) for cell in cells(driver)]))
    assert seen[0] == seen[1]
    assert not any(selected for _name, selected in seen[0][2])


def test_choices_can_be_covered(shown: Shown) -> None:
    play = at_choose(2)
    driver = shown(play)
    driver.press("table.cell-0-support")
    driver.press("dock.hide")
    assert not any(cell.selected for cell in cells(driver))
    assert [cell.answered for cell in cells(driver)] == [True] * 4 + [False] * 12
    assert not driver.sees("What you support takes")
    driver.press("table.cell-1-no")
    driver.press("dock.hide")
    assert {cell.name for cell in cells(driver) if cell.selected} == {"table.cell-0-support", "table.cell-1-no"}


def test_a_folded_ballot_is_opened_again_only_when_that_is_meant_and_then_covered(shown: Shown) -> None:
    play = at_choose(2)
    do(play, Judge(1, voted(play)[0], "no"), Done(1))
    since = len(play.session.lines)
    driver = shown(play)
    driver.key("1", "escape")
    assert done(play, since) == []
    driver.press("rail.seat-1")
    driver.key("enter")
    assert done(play, since) == [Resume(1)]
    assert not any(cell.selected for cell in cells(driver))
    assert driver.sees("Show the choices")


def test_passing_is_fine(shown: Shown) -> None:
    play = at_choose(2)
    driver = shown(play)
    driver.press("dock.pass")
    driver.press("dock.pass")
    assert done(play)[-2:] == [Pass(1), Pass(2)]
    assert driver.sees("All ballots are folded")


# After the reveal


def test_no_answer_tells_whose_it_is(shown: Shown) -> None:
    """The same answers from other seats leave the same picture."""
    texts = []
    for turn in range(2):
        play = at_choose(4)
        for i, value in enumerate(("support", "no", "support", "unsure")):
            do(play, *(Judge((i + turn * (row + 1)) % 4 + 1, ref, value) for row, ref in enumerate(voted(play))))
        do(play, Reveal())
        driver = shown(play)
        tokens = [part for part in driver.app.screen.parts if isinstance(part, Tokens)]
        texts.append((driver.texts(), [part.given for part in tokens]))
        assert all(seat == 0 for part in tokens for _value, seat in part.given)
    assert texts[0] == texts[1]


def test_the_table_agrees_within_its_budget(shown: Shown) -> None:
    play = at_choose(2, budget=Budget("cost", 3))
    refs = voted(play)
    do(play, Reveal())
    driver = shown(play)
    assert driver.sees("What is chosen takes 0 points. 3 are left.")
    for row in range(3):
        driver.press(f"table.settle-{row}")
    assert done(play)[-3:] == [Settle(refs[0]), Settle(refs[1]), Settle(refs[2])]
    assert driver.sees("No room, 0 left")
    assert driver.sees("0 are left.")
    since = len(play.session.lines)
    driver.press("table.settle-3")
    assert done(play, since) == []
    driver.tab_to("table.settle-1")
    driver.key("space")
    assert done(play, since) == [Settle(refs[1], False)]


def test_open_questions_are_written_down_with_what_they_concern(shown: Shown) -> None:
    play = at_choose(2)
    refs = voted(play)
    do(play, Reveal())
    driver = shown(play)
    driver.tab_to("rail.add")
    driver.key("enter")
    driver.type("Kuka maksaa?")
    driver.tab_to(f"dock.tie-{refs[2]}")
    driver.key("space")
    driver.tab_to("dock.send")
    driver.key("enter")
    assert done(play)[-1] == Write(0, "Kuka maksaa?", "question", (refs[2],))
    assert driver.sees("Kuka maksaa?. Hoidetaan yhdessä")


def test_the_vote_is_taken_again_with_the_answers_covered(shown: Shown) -> None:
    play = at_choose(2)
    do(play, Judge(1, voted(play)[0], "no"), Done(1), Done(2), Reveal())
    driver = shown(play)
    driver.press("dock.again")
    assert done(play)[-1] == Again()
    assert driver.sees("Ballot: Aino")
    assert not any(cell.selected for cell in cells(driver))
    driver.press("dock.hide")
    assert [cell.name for cell in cells(driver) if cell.selected] == ["table.cell-0-no"]


def test_what_a_group_holds_can_be_read_again(shown: Shown) -> None:
    play = at_choose(2)
    driver = shown(play)
    driver.press("table.thing-1")
    assert driver.sees("Ajatus 1")
    driver.key("escape")
    assert driver.sees("Ballot: Aino")


# Any ballot


BALLOTS: dict[str, dict[str, Any]] = {
    "dots": {"ballot": "dots", "scale": ("0", "1", "2", "3"), "dots": 5, "budget": None},
    "score": {"ballot": "score", "scale": tuple("123456"), "anonymous": False},
    "rank": {"ballot": "rank", "scale": tuple("12345"), "kinds": ()},
    "yes-no": {"ballot": "yes-no", "scale": ("yes", "no"), "kinds": ("question", "risk")},
    "eleven": {"ballot": "score", "scale": tuple(str(n) for n in range(11)), "kinds": (), "budget": None},
    "few": {"budget": Budget("cost", 40, "warn"), "settle": Range(1, 2)},
}


@pytest.mark.parametrize("kind", BALLOTS)
def test_any_ballot(shown: Shown, kind: str) -> None:
    play = at_choose(8, NAMES * 3, **BALLOTS[kind])
    step = play.game.step["choose"]
    assert isinstance(step, Vote)
    driver = shown(play)
    fits(driver)
    value = step.scale[1]
    driver.press(f"table.cell-11-{value}")
    assert done(play)[-1] == Judge(1, voted(play)[11], value)
    driver.press("dock.fold")
    chance = random.Random(1)
    for seat in range(2, 9):
        for ref in voted(play):
            play.do(Judge(seat, ref, chance.choice(step.scale)))
        do(play, Done(seat))
    do(play, Reveal())
    driver.app.scene.changed()
    driver.post()
    fits(driver)
    driver.press("table.settle-11")
    assert isinstance(done(play)[-1], Settle)


def test_dots_run_out(shown: Shown) -> None:
    play = at_choose(2, **BALLOTS["dots"])
    since = len(play.session.lines)
    driver = shown(play)
    for press in ("table.cell-0-3", "table.cell-1-3", "table.cell-1-2", "table.cell-2-1"):
        driver.press(press)
    refs = voted(play)
    assert done(play, since) == [Judge(1, refs[0], "3"), Judge(1, refs[1], "2")]
    assert driver.sees("0 dots left to give")


def test_an_open_vote_in_turns(shown: Shown) -> None:
    play = at_choose(3, secret=False, anonymous=False, rounds=(Round(turns="round"),))
    first = play.run.turn
    driver = shown(play)
    driver.press("table.cell-0-support")
    driver.press("dock.fold")
    assert done(play)[-2:] == [Judge(first, voted(play)[0], "support"), Done(first)]
    driver.key(str(first))
    assert done(play)[-1] == Turn(first)
    driver.press("dock.see")
    assert driver.find("table.answers-0").spoken
    driver.press("table.settle-0")
    assert done(play)[-1] == Settle(voted(play)[0])


def test_voting_on_the_cards_of_a_deck(shown: Shown) -> None:
    play = at_choose(2, about=(), otherwise=(), decks=("gains",))
    driver = shown(play)
    driver.press("table.cell-9-no")
    assert done(play)[-1] == Judge(1, voted(play)[9], "no")
    title = play.title(play.state.item(int(voted(play)[0][5:])))
    driver.press("table.thing-0")
    assert driver.sees(title)
    assert driver.app.look.overflows == []


def test_a_game_without_labels_decks_or_board(shown: Shown) -> None:
    play = begun(2, *plain())
    do(play, GoTo("ideas"), Write(1, "Yksi"), Reveal(), GoTo("choose"))
    driver = shown(play)
    driver.press("table.cell-0-support")
    driver.press("dock.fold")
    driver.press("dock.fold")
    driver.press("dock.reveal")
    driver.press("table.settle-0")
    assert done(play)[-1] == Settle(voted(play)[0])
    fits(driver)


def test_nothing_to_vote_on(shown: Shown) -> None:
    play = begun(2)
    walk_to(play, "choose")
    driver = shown(play)
    assert driver.sees("There is nothing to answer on yet.")
    driver.press("dock.pass")
    driver.press("dock.pass")
    driver.press("dock.reveal")
    driver.press("dock.next")
    assert play.state.at == "check"


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_is_cut(shown: Shown, size: tuple[int, int], lang: str, theme: str) -> None:
    name = "Näin pitkä nimi kuin nimi voi olla, kuusikymmentä merkkiä"
    play = at_choose(8, (*NAMES, name, "y" * 60, *NAMES))
    driver = shown(play, size, lang=lang, theme=theme)
    fits(driver)
    driver.press("table.cell-0-support")
    driver.press("dock.hide")
    fits(driver)
    for _seat in range(8):
        driver.press("dock.fold")
    fits(driver)
    driver.press("dock.reveal")
    fits(driver)
    driver.press("rail.add")
    driver.type(LONG)
    fits(driver)
    driver.press("dock.send")
    for row in range(10):
        driver.press(f"table.settle-{row}")
    fits(driver)


def test_the_limits_of_a_text_hold_for_questions_too(shown: Shown) -> None:
    play = at_choose(2, limits=Limits(chars=10))
    do(play, Reveal())
    driver = shown(play)
    driver.press("rail.add")
    driver.type("Liian pitkä\n")
    assert driver.sees("The text is too long")
    assert driver.sees("Liian pitkä")
