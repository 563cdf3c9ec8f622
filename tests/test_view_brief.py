"""The first step: the rules of talk, the card of the evening, and who sits at the table."""

from game.engine.actions import Done, GoTo, Sit, Turn
from tests.views import LANGUAGES, SIZES, Show, done, new, show, sound

__all__ = ["show"]


def test_the_open_cards_and_the_drawn_one_lie_on_the_table(show: Show) -> None:
    play = new()
    driver = show(play)
    assert [part for part in driver.app.screen.parts if part.name.startswith("table.talk") or "t-" in part.name]
    drawn = play.run.drawn[0][0]
    assert driver.find(f"rail.{drawn}").label == play.texts.card_title(drawn)


def test_everybody_introduces_themselves_in_turn_and_then_the_game_goes_on(show: Show) -> None:
    play = new(3)
    driver = show(play)
    start = len(play.session.lines)
    for _ in range(4):
        driver.press("dock.next")
    turns = [action.seat for action in done(play, start) if isinstance(action, Done)]
    assert sorted(turns) == [1, 2, 3]
    assert done(play, start)[-1] == GoTo("target")


def test_a_press_gives_the_turn_and_another_names_the_seat(show: Show) -> None:
    play = new(3)
    driver = show(play)
    other = next(seat.number for seat in play.seats if seat.number != play.run.turn)
    start = len(play.session.lines)
    driver.press(f"seat-{other}")
    assert done(play, start) == [Turn(other)]
    driver.press(f"seat-{other}")
    driver.write("name", "Åsa")
    driver.write("role", "invånare")
    driver.press("save")
    assert done(play, start)[1:] == [Sit(other, "Åsa", "invånare")]
    assert driver.sees("Åsa")


def test_names_are_given_by_keyboard_alone(show: Show) -> None:
    play = new(3)
    driver = show(play)
    start = len(play.session.lines)
    driver.key("2")
    if play.run.turn == 2 and driver.app.screen.part("name") is None:
        driver.key("2")
    driver.key("ctrl+a")
    driver.type("Väinö\nnaapuri\n")
    assert done(play, start)[-1] == Sit(2, "Väinö", "naapuri")
    driver.tab_to("dock.next")
    driver.key("enter")
    assert isinstance(done(play, start)[-1], Done)


def test_the_same_seed_deals_the_same_cards_and_undo_takes_a_deal_with_its_step(show: Show) -> None:
    assert new().run.drawn == new().run.drawn
    play = new()
    driver = show(play)
    driver.app.step()
    before = len(play.session.lines)
    play.do(GoTo("methods"))
    driver.app.scene.changed()
    driver.wait(0.2)
    hands = play.run.hands
    assert all(len(hand) == 5 for hand in hands.values())
    driver.press("undo")
    assert play.state.at == "welcome"
    driver.press("redo")
    assert (play.state.at, play.run.hands) == ("methods", hands)
    assert len(play.session.lines) == before + 6


def test_it_fits_in_every_size_and_language(show: Show) -> None:
    for size in SIZES:
        for lang in LANGUAGES:
            sound(show(new(8), size, lang))
