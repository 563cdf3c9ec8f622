"""Dealing from a paper deck: the table says which cards came."""

from game.engine.actions import Deal, GoTo
from game.ui.chance import deal_by_hand
from game.ui.handdeal import HandDeal
from tests.views import Show, at, cards, do, done, new, show

__all__ = ["show"]


def test_the_cards_that_came_are_named_seat_by_seat(show: Show) -> None:
    play = at("target", 2)
    deal_by_hand(play, True)
    driver = show(play)
    do(play, GoTo("methods"))
    driver.app.scene.changed()
    driver.wait(0.2)
    assert isinstance(driver.app.scene, HandDeal)
    wanted = cards(play, "methods")[3:13]
    for card in wanted:
        driver.write("search", play.texts.card_title(card))
        driver.wait(0.1)
        driver.press(f"in-{card}")
    driver.press("deal")
    assert done(play, 0)[-1] == Deal(((1, tuple(wanted[:5])), (2, tuple(wanted[5:]))))
    assert not isinstance(driver.app.scene, HandDeal)


def test_a_card_can_be_taken_back_and_chance_can_deal_after_all(show: Show) -> None:
    play = at("target", 2)
    deal_by_hand(play, True)
    driver = show(play)
    do(play, GoTo("methods"))
    driver.app.scene.changed()
    driver.wait(0.2)
    first = cards(play, "methods")[0]
    driver.press(f"in-{first}")
    driver.press(f"out-{first}")
    assert play.run.owed
    driver.press("chance")
    assert all(len(hand) == 5 for hand in play.run.hands.values())


def test_it_is_done_by_keyboard_alone(show: Show) -> None:
    play = new(2)
    deal_by_hand(play, True)
    driver = show(play)
    do(play, GoTo("ideas"), GoTo("check"))
    driver.app.scene.changed()
    driver.wait(0.2)
    assert isinstance(driver.app.scene, HandDeal)
    card = cards(play, "groups")[5]
    driver.type(play.texts.card_title(card) + "\n")
    driver.wait(0.1)
    driver.tab_to("deal")
    driver.key("enter")
    assert done(play, 0)[-1] == Deal(((0, (card,)),))
