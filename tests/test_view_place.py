"""Tokens on the board, each with a reason."""

from game.engine.actions import Amend, Done, Move, Pass, Place, Turn, Withdraw
from game.engine.results import judgements
from game.ui.play import Play
from tests.driver import Driver
from tests.views import LANGUAGES, SIZES, Show, at, do, done, show, sound

__all__ = ["show"]

SPACE = "plan.involve"


def test_a_token_is_dragged_onto_the_board_and_its_reason_typed_at_once(show: Show) -> None:
    play = at("now")
    driver = show(play)
    seat, start = play.run.turn, len(play.session.lines)
    driver.drag("dock.token-works-0", f"table.space-{SPACE}")
    driver.wait(0.2)
    token = next(judgements(play.state, "now"))
    assert driver.focus == "rail.reason"
    driver.type("Työpaja oli hyvä\n")
    assert done(play, start) == [Place(seat, "works", SPACE), Amend(token.id, "reason", "Työpaja oli hyvä")]
    driver.wait(0.2)
    assert driver.focus == "dock.next"
    driver.key("enter")
    assert done(play, start)[-1] == Done(seat)


def test_a_token_is_laid_by_two_presses_and_by_finger(show: Show) -> None:
    play = at("now")
    driver = show(play)
    driver.press("dock.token-works-0")
    driver.press(f"table.space-{SPACE}")
    driver.finger("dock.token-needs-work-1", "table.space-act.empower")
    assert [(token.value, token.thing) for token in judgements(play.state, "now")] == [
        ("works", f"space:{SPACE}"), ("needs-work", "space:act.empower"),
    ]  # fmt: skip


def test_a_token_is_laid_by_keyboard_alone(show: Show) -> None:
    play = at("now")
    driver = show(play)
    driver.tab_to("dock.next")
    driver.key("+", "up", "enter")
    driver.wait(0.2)
    assert len(list(judgements(play.state, "now"))) == 1
    driver.type("Hyvin\n")
    driver.wait(0.2)
    driver.key("enter")
    assert [token.reason for token in judgements(play.state, "now")] == ["Hyvin"]
    assert len(play.run.done) == 1
    driver.tab_to("dock.token-needs-work-1")
    driver.key("space", "tab", "right", "enter")
    driver.wait(0.2)
    assert len(list(judgements(play.state, "now"))) == 2


def test_a_reason_that_is_left_is_not_lost(show: Show) -> None:
    play = at("now")
    driver = show(play)
    driver.drag("dock.token-works-0", f"table.space-{SPACE}")
    driver.wait(0.2)
    driver.type("Kesken jäi")
    driver.press("dock.next")
    driver.wait(0.2)
    assert [token.reason for token in judgements(play.state, "now")] == ["Kesken jäi"]


def test_a_reason_that_is_undone_is_not_written_again(show: Show) -> None:
    play = at("now")
    driver = show(play)
    driver.drag("dock.token-works-0", f"table.space-{SPACE}")
    driver.wait(0.2)
    driver.type("Ensin\n")
    driver.press("undo")
    driver.wait(2.0, frames=4)
    assert [token.reason for token in judgements(play.state, "now")] == [""]
    driver.press("undo")
    assert list(judgements(play.state, "now")) == []


def test_a_token_is_looked_at_moved_and_taken_back(show: Show) -> None:
    play = at("now")
    do(play, Place(play.run.turn, "works", SPACE, "Hyvä"))
    token = next(judgements(play.state, "now"))
    driver = show(play)
    driver.press(f"table.token-{token.id}")
    driver.press("rail.move")
    driver.press("table.space-info.inform")
    assert done(play, 0)[-1] == Move(token.id, "space:info.inform")
    driver.drag(f"table.token-{token.id}", "table.space-act.empower")
    assert done(play, 0)[-1] == Move(token.id, "space:act.empower")
    driver.press(f"table.token-{token.id}")
    driver.press("rail.back")
    assert done(play, 0)[-1] == Withdraw(token.id)


def test_the_rail_shows_the_reasons_of_the_sector_in_focus(show: Show) -> None:
    play = at("now")
    do(play, Place(play.run.turn, "works", SPACE, "Hyvä"))
    note = f"rail.note-{next(judgements(play.state, 'now')).id}"
    driver = show(play)
    assert driver.app.screen.part(note) is not None
    driver.press("table.sector-evaluate")
    assert driver.app.screen.part(note) is None
    assert driver.app.screen.part("rail.none") is not None
    driver.press("table.space-plan.empower")
    assert driver.app.screen.part(note) is not None


def test_the_turn_is_given_passed_and_goes_round(show: Show) -> None:
    play = at("now", 2)
    driver = show(play)
    other = 3 - play.run.turn
    driver.key(str(other))
    driver.press("dock.pass")
    assert done(play, 0)[-2:] == [Turn(other), Pass(other)]
    while play.run.turn:
        driver.press("dock.next")
    driver.press("dock.next")
    assert play.state.at == "people"


def _crowded(play: Play, text: str) -> None:
    spaces = play.game.token_spaces
    number = 0
    for lap in range(4):
        for seat in range(1, 9):
            if play.run.turn != seat:
                do(play, Turn(seat))
            where = spaces[number * 7 % len(spaces)] if number % 3 else spaces[12]
            do(play, Place(seat, "works" if lap < 2 else "needs-work", where, (text[:140], text[:100], "")[number % 3]))
            number += 1


def test_it_fits_in_every_size_and_language(show: Show) -> None:
    names = tuple(f"{n} Kauppatorinkadunpään asukasyhdistyksen puheenjohtaja Ylä-Äijälä"[:60] for n in range(8))
    for size in SIZES:
        for lang in LANGUAGES:
            sound(show(at("now", 6), size, lang))
            play = at("now", 8, names)
            _crowded(play, "Kolmivaihekilowattituntimittari" * 5)
            driver = show(play, size, lang)
            sound(driver)
            driver.press(_token(driver))
            driver.wait(0.2)
            sound(driver)

def _token(driver: Driver) -> str:
    return next(part.name for part in driver.app.screen.parts if part.name.startswith("table.token-"))
