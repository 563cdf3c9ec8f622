"""Choosing: each seat picks, the table agrees, and what was agreed is written down."""

from game.engine.actions import Amend, Done, GoTo, Judge, Settle, Tag, Unjudge, Write
from game.engine.judging import PICK
from game.engine.results import picks, results, sheet
from tests.views import LANGUAGES, SIZES, Show, at, cards, do, done, show, sound

__all__ = ["show"]


def test_each_picks_one_and_a_new_pick_takes_the_old_ones_place(show: Show) -> None:
    play = at("target")
    driver = show(play)
    first, second = (f"card:{card}" for card in cards(play, "targets")[:2])
    seat, start = play.run.turn, len(play.session.lines)
    driver.press(f"table.{first}")
    driver.press(f"table.{second}")
    driver.press(f"table.{second}")
    assert done(play, start) == [
        Judge(seat, first, PICK), Unjudge(seat, first), Judge(seat, second, PICK), Unjudge(seat, second),
    ]  # fmt: skip


def test_why_is_written_beside_the_cards(show: Show) -> None:
    play = at("target")
    driver = show(play)
    seat, thing, start = play.run.turn, f"card:{cards(play, 'targets')[0]}", len(play.session.lines)
    driver.press(f"table.{thing}")
    driver.write("rail.reason", "Siellä käydään joka päivä")
    driver.press("dock.next")
    driver.wait(0.2)
    actions = done(play, start)
    assert Amend(picks(play.run, seat)[thing], "reason", "Siellä käydään joka päivä") in actions
    assert any(isinstance(action, Done) for action in actions)


def test_the_round_ends_in_an_agreement_and_the_question_of_the_card_is_taken_by_one_press(show: Show) -> None:
    play = at("target", 3)
    driver = show(play)
    liked, other = cards(play, "targets")[:2]
    for card in (liked, other, liked):
        driver.press(f"table.card:{card}")
        driver.press("dock.next")
    assert not play.run.turn
    driver.press("dock.next")
    assert play.run.settled == (f"card:{liked}",)
    assert driver.focus.startswith("form.")
    driver.press("form.suggestion")
    own = sheet(play.state, "target")
    assert own is not None
    asked = play.texts.cards[liked].text.in_("en")
    assert own.fields["question"] == asked
    driver.write(f"form.{own.id}.decider", "Tekninen lautakunta")
    start = len(play.session.lines)
    driver.press("dock.next")
    driver.wait(0.2)
    assert GoTo("gains") in done(play, start)
    assert play.pinned()[1:] == (asked, "Tekninen lautakunta")


def test_another_card_can_be_agreed_on_later(show: Show) -> None:
    play = at("target")
    first, second = (f"card:{card}" for card in cards(play, "targets")[:2])
    do(play, Settle(first))
    driver = show(play)
    assert driver.app.screen.part("form") is not None
    driver.press("dock.cards")
    driver.press("rail.agree")
    driver.press(f"table.{second}")
    driver.press("dock.next")
    assert [item.links for item in results(play.game, play.state, "target")] == [(second,)]


def test_a_suggestion_of_ones_own_is_written_and_picked(show: Show) -> None:
    play = at("people")
    driver = show(play)
    driver.key("3")
    driver.press("table.own")
    driver.type("Mökkiläiset\n")
    assert done(play, 0)[-1] == Write(3, "Mökkiläiset")
    assert driver.sees("Mökkiläiset")
    driver.press("table.own")
    driver.type("Turistit")
    driver.press("rail.own-add")
    assert done(play, 0)[-1] == Write(3, "Turistit")
    driver.press("table.own")
    driver.press("rail.own-leave")
    assert driver.app.screen.part("rail.own") is None


def test_a_chosen_group_is_marked_as_seldom_heard(show: Show) -> None:
    play = at("people")
    driver = show(play)
    card = cards(play, "groups")[1]
    driver.press(f"table.card:{card}")
    item = results(play.game, play.state, "people")[0]
    driver.press(f"table.tag-seldom-heard-{item.id}")
    driver.press(f"table.tag-seldom-heard-{item.id}")
    assert done(play, 0)[-2:] == [Tag(item.id, "seldom-heard"), Tag(item.id, "seldom-heard", False)]


def test_many_cards_are_searched_and_paged(show: Show) -> None:
    play = at("people")
    driver = show(play)
    last = cards(play, "groups")[-1]
    assert driver.app.screen.part(f"table.card:{last}") is None
    driver.key("page down", "page down", "page down", "page down", "page down")
    assert driver.app.screen.part(f"table.card:{last}") is not None
    title = play.texts.card_title(last)
    driver.press("table.search")
    driver.type(title)
    driver.wait(0.2)
    shown = [part.name for part in driver.app.screen.parts if part.name.startswith("table.card:")]
    assert f"table.card:{last}" in shown
    assert len(shown) < 8


def test_letters_typed_anywhere_go_to_the_search(show: Show) -> None:
    play = at("people")
    driver = show(play)
    driver.tab_to("dock.next")
    driver.key("y")
    driver.wait(0.2)
    assert driver.focus == "table.search"


def test_picks_are_made_by_keyboard_alone(show: Show) -> None:
    play = at("gains", 2)
    driver = show(play)
    start = len(play.session.lines)
    first, second = cards(play, "gains")[:2]
    seat = play.run.turn
    driver.tab_to(f"table.card:{first}")
    driver.key("enter", "right", "enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    other = play.run.turn
    driver.tab_to(f"table.card:{second}")
    driver.key("space")
    assert done(play, start) == [
        Judge(seat, f"card:{first}", PICK), Judge(seat, f"card:{second}", PICK), Done(seat),
        Judge(other, f"card:{second}", PICK),
    ]  # fmt: skip


def test_what_the_rules_refuse_is_said_in_words(show: Show) -> None:
    play = at("gains", 2)
    driver = show(play)
    for card in cards(play, "gains")[:3]:
        driver.press(f"table.card:{card}")
    assert len(picks(play.run, play.run.turn)) == 2
    assert driver.app.screen.part("notice") is not None


def test_it_fits_in_every_size_and_language(show: Show) -> None:
    long = "Kolmivaihekilowattituntimittaripalvelukeskusjohtajanvarahenkilöstönkoulutusohjelmasuunnittelukokous"
    text = ("Tässä sanotaan monta asiaa peräkkäin, jotta lappu tulee täyteen. " * 5)[:280]
    for size in SIZES:
        for lang in LANGUAGES:
            play = at("people", 8)
            for seat in range(1, 9):
                for card in cards(play, "groups")[: 2 + seat % 3]:
                    do(play, Judge(seat, f"card:{card}", PICK, (long, text, "")[seat % 3]))
            do(play, Write(1, long[:60]))
            sound(show(play, size, lang))
            sound(show(at("target", 8), size, lang))
            settled = at("gains", 8)
            do(settled, GoTo("target"))
            sound(show(settled, size, lang))
