"""Hands of cards: kept, read aloud, laid on the board with a reason, swapped with those that lie open."""

from game.engine.actions import Amend, Done, Keep, Lay, Move, Release, Swap, Turn, Withdraw, Write
from game.engine.results import items
from game.ui.faces import space_of
from game.ui.play import Play
from tests.views import LANGUAGES, SIZES, Show, at, do, done, show, sound

__all__ = ["show"]


def _hand(play: Play) -> tuple[str, ...]:
    return play.run.hands[play.run.turn]


def _spare(play: Play) -> str:
    """The turn of the first seat is over, and its cards that it did not keep lie open."""
    seat = play.run.turn
    do(play, Keep(seat, _hand(play)[0]), Release(seat), Done(seat))
    return play.run.spare[0]


def test_a_card_is_kept_read_aloud_and_laid_where_it_belongs(show: Show) -> None:
    play = at("methods")
    driver = show(play)
    seat, start = play.run.turn, len(play.session.lines)
    first, second, *rest = _hand(play)
    driver.press("dock.next")
    assert driver.app.screen.refused == "dock.next", "nothing is kept yet, and the button says so"
    driver.press(f"dock.card-{first}")
    driver.press(f"dock.card-{second}")
    driver.press("dock.next")
    driver.wait(0.2)
    assert driver.focus == "dock.reason"
    driver.type("Tähän pääsee helposti")
    driver.press("dock.more.how")
    assert driver.sees(play.say(play.texts.cards[first].more["how"]))
    driver.press("dock.next")
    driver.press("dock.next")
    driver.press("dock.next")
    driver.press("dock.next")
    assert done(play, start) == [
        Keep(seat, first), Keep(seat, second),
        Lay(seat, first, space_of(play.texts, first), "Tähän pääsee helposti"),
        Lay(seat, second, space_of(play.texts, second)),
        Release(seat), Done(seat),
    ]  # fmt: skip
    assert set(play.run.spare) == set(rest)


def test_a_card_goes_elsewhere_by_a_press_on_the_board_or_carried_there(show: Show) -> None:
    play = at("methods")
    driver = show(play)
    seat = play.run.turn
    first, second, third = _hand(play)[:3]
    driver.press(f"dock.card-{first}")
    driver.press("dock.next")
    driver.press("table.space-act.consult")
    assert done(play, 0)[-1] == Lay(seat, first, "act.consult")
    driver.press(f"dock.card-{second}")
    driver.press("dock.next")
    driver.drag("dock.pin", "table.space-info.empower")
    assert done(play, 0)[-1] == Lay(seat, second, "info.empower")
    assert driver.app.screen.part(f"dock.card-{third}") is not None


def test_a_hand_is_played_by_keyboard_alone(show: Show) -> None:
    play = at("methods")
    driver = show(play)
    seat, start = play.run.turn, len(play.session.lines)
    first = _hand(play)[0]
    driver.tab_to(f"dock.card-{first}")
    driver.key("enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    driver.wait(0.2)
    driver.type("Hyvä tapa\n")
    driver.wait(0.2)
    assert driver.focus == "dock.next"
    driver.key("enter")
    assert done(play, start) == [
        Keep(seat, first), Lay(seat, first, space_of(play.texts, first), "Hyvä tapa"), Release(seat), Done(seat),
    ]  # fmt: skip


def test_cards_are_swapped_by_two_presses_and_by_dragging(show: Show) -> None:
    play = at("methods")
    open_card = _spare(play)
    driver = show(play)
    seat, hand = play.run.turn, _hand(play)
    driver.press(f"table.spare-{open_card}")
    assert driver.sees(play.say(play.texts.cards[open_card].text)) or driver.app.screen.part("dock.taken")
    driver.press(f"dock.card-{hand[2]}")
    assert done(play, 0)[-1] == Swap(seat, hand[2], open_card)
    other = play.run.spare[0]
    driver.drag(f"table.spare-{other}", f"dock.card-{hand[3]}")
    assert done(play, 0)[-1] == Swap(seat, hand[3], other)
    other = play.run.spare[0]
    driver.drag(f"dock.card-{hand[4]}", f"table.spare-{other}")
    assert done(play, 0)[-1] == Swap(seat, hand[4], other)


def test_an_open_card_can_be_left_where_it_lies(show: Show) -> None:
    play = at("methods")
    open_card = _spare(play)
    driver = show(play)
    start = len(play.session.lines)
    driver.press(f"table.spare-{open_card}")
    driver.key("escape")
    assert driver.app.screen.part("dock.taken") is None
    assert done(play, start) == []


def test_each_hand_can_be_looked_at_by_its_number(show: Show) -> None:
    play = at("methods", 3)
    driver = show(play)
    other = next(seat.number for seat in play.seats if seat.number != play.run.turn)
    card = play.run.hands[other][0]
    driver.key(str(other))
    driver.press(f"dock.card-{card}")
    assert done(play, 0)[-1] == Keep(other, card)
    driver.press("dock.next")
    assert driver.app.screen.part(f"dock.card-{_hand(play)[0]}") is not None
    driver.key(str(other))
    driver.press("dock.turn")
    assert done(play, 0)[-1] == Turn(other)


def test_a_method_of_ones_own_is_written_and_placed(show: Show) -> None:
    play = at("methods")
    driver = show(play)
    seat = play.run.turn
    driver.press("dock.own")
    driver.wait(0.2)
    driver.type("Puistokahvit\nHelppo tulla")
    driver.press("dock.sector.act")
    driver.press("dock.ring.involve")
    driver.press("dock.next")
    item = next(items(play.state, "methods"))
    assert done(play, 0)[-2:] == [
        Write(seat, "Puistokahvit", "method", at="space:act.involve"), Amend(item.id, "reason", "Helppo tulla"),
    ]  # fmt: skip
    driver.press("dock.own")
    driver.type("Lyhtykävely")
    driver.press("table.space-info.inform")
    driver.press("dock.next")
    assert done(play, 0)[-1] == Write(seat, "Lyhtykävely", "method", at="space:info.inform")


def test_a_laid_card_is_looked_at_moved_and_taken_back(show: Show) -> None:
    play = at("methods")
    seat, card = play.run.turn, _hand(play)[0]
    do(play, Keep(seat, card), Lay(seat, card, "plan.consult", "Siksi"))
    item = next(items(play.state, "methods"))
    driver = show(play)
    driver.press(f"rail.item-{item.id}")
    driver.write("dock.reason", "Koska näin")
    driver.press("table.space-plan.empower")
    driver.wait(0.2)
    assert Move(item.id, "space:plan.empower") in done(play, 0)
    assert Amend(item.id, "reason", "Koska näin") in done(play, 0)
    driver.drag(f"table.pin-{item.id}", "table.space-act.inform")
    assert done(play, 0)[-1] == Move(item.id, "space:act.inform")
    driver.press("dock.take-back")
    assert done(play, 0)[-1] == Withdraw(item.id)
    assert card in play.run.spare


def test_more_open_cards_than_have_room_are_paged(show: Show) -> None:
    play = at("methods", 8)
    for _ in range(6):
        _spare(play)
    driver = show(play)
    shown = {part.name for part in driver.app.screen.parts if part.name.startswith("table.spare-")}
    seen = set(shown)
    for _ in range(20):
        driver.press("table.swap-more")
        seen |= {part.name for part in driver.app.screen.parts if part.name.startswith("table.spare-")}
    assert seen == {f"table.spare-{card}" for card in play.run.spare}


def test_what_is_being_said_survives_a_look_elsewhere(show: Show) -> None:
    play = at("methods")
    driver = show(play)
    driver.press(f"dock.card-{_hand(play)[0]}")
    driver.press("dock.next")
    driver.type("Kesken")
    driver.press("dock.back")
    driver.press("dock.next")
    assert driver.find("dock.reason").spoken == "Kesken"


def test_it_fits_in_every_size_and_language(show: Show) -> None:
    names = tuple(f"{n} Kauppatorinkadunpään asukasyhdistyksen puheenjohtaja Ylä-Äijälä"[:60] for n in range(8))
    for size in SIZES:
        for lang in LANGUAGES:
            for who in (None, names):
                play = at("methods", 8, who) if who else at("methods", 6)
                for _ in range(4):
                    seat = play.run.turn
                    for card in _hand(play)[:2]:
                        do(play, Keep(seat, card), Lay(seat, card, space_of(play.texts, card), "Koska " * 40))
                    do(play, Release(seat), Done(seat))
                driver = show(play, size, lang)
                driver.press(f"dock.card-{_hand(play)[0]}")
                sound(driver)
                driver.press("dock.next")
                driver.wait(0.2)
                sound(driver)
                driver.press("dock.back")
                driver.press("dock.own")
                sound(driver)
                driver.press(f"rail.item-{next(items(play.state, 'methods')).id}")
                sound(driver)
