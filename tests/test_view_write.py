"""Notes: folded in silence, read out, round by round, amended, withdrawn, tied; by mouse and by keyboard alone."""

import pygame
import pytest

from game.engine.actions import (
    Amend,
    Call,
    Deal,
    Done,
    Gather,
    GoTo,
    Link,
    NextRound,
    Pass,
    Restore,
    Reveal,
    Settle,
    Withdraw,
    Write,
)
from game.engine.definition import Limits, Round
from game.engine.results import items, things
from game.engine.state import Item
from game.ui.play import Play
from game.ui.textbox import TextBox
from tests.at_step import (
    LONG,
    LOOKS,
    WORD,
    Shown,
    begun,
    changed,
    dealt,
    do,
    done,
    fits,
    plain,
    shown,
    walk_to,
    write,
)  # fmt: skip

__all__ = ["shown"]


def ideas(play: Play) -> list[Item]:
    return list(items(play.state, "ideas"))


def at_ideas(seats: int = 4) -> Play:
    play = begun(seats)
    walk_to(play, "ideas")
    return play


def at_challenge(seats: int = 4) -> Play:
    play = at_ideas(seats)
    do(play, Reveal(), NextRound())
    dealt(play)
    return play


# In silence


def test_twenty_notes_take_one_number_key_and_twenty_enters(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    driver.key("2")
    texts = [f"Ajatus {n}" for n in range(20)]
    for text in texts:
        driver.type(text)
        driver.key("enter")
    assert [(item.seat, item.text) for item in ideas(play)] == [((1 + n) % 4 + 1, text) for n, text in enumerate(texts)]
    assert play.hidden() == {item.id for item in ideas(play)}
    driver.key("escape")
    assert driver.app.screen.writing is None
    assert not any(driver.sees(text) for text in texts)
    driver.press("dock.reveal")
    assert done(play)[-1] == Reveal()
    assert all(driver.sees(text) for text in texts)


def test_digits_belong_to_the_note_while_it_is_written(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    driver.key("1")
    driver.type("3 penkkiä")
    driver.key("enter")
    assert [(item.seat, item.text) for item in ideas(play)] == [(1, "3 penkkiä")]


def test_folded_notes_show_nothing_not_even_how_long_they_are(shown: Shown) -> None:
    pictures = []
    for text in ("a", LONG):
        play = at_ideas()
        do(play, *(Write(seat, text) for seat in (1, 2, 2)))
        driver = shown(play)
        assert not driver.sees(text) or text == "a"
        pictures.append(pygame.image.tobytes(driver.app.surface, "RGB"))
    assert pictures[0] == pictures[1]


def test_writing_can_be_hidden_while_it_goes_on(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    driver.key("1")
    driver.press("dock.hide")
    driver.type("Salaisuus")
    box = driver.find("dock.note")
    assert isinstance(box, TextBox)
    assert box.hidden
    assert not driver.sees("Salaisuus")
    driver.key("enter")
    assert ideas(play)[0].text == "Salaisuus"


def test_what_is_left_unfinished_is_kept(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    driver.press("table.seat-3")
    driver.type("Kesken jäänyt")
    driver.wait(2)
    driver.press("dock.leave")
    assert ideas(play) == []
    assert play.recording.setting("draft.ideas.round-0.seat-3") == "Kesken jäänyt"
    again = shown(play)
    again.key("3")
    assert again.sees("Kesken jäänyt")
    again.key("enter")
    again.wait(2)
    assert ideas(play)[0].text == "Kesken jäänyt"
    assert play.recording.setting("draft.ideas.round-0.seat-3") == ""


def test_an_empty_note_is_passed_over_and_a_long_one_stays_open(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    driver.key("1")
    driver.key("enter")
    assert driver.sees("Pekka, write your note")
    driver.type("x" * 141)
    driver.key("enter")
    assert ideas(play) == []
    assert driver.sees("The text is too long")
    driver.key("backspace", "enter")
    assert len(ideas(play)[0].text) == 140


def test_notes_can_be_thought_out_on_paper_and_read_out(shown: Shown) -> None:
    play = at_ideas()
    driver = shown(play)
    assert driver.sees("The keyboard goes round")
    assert driver.sees("Think on paper first")
    driver.press("table.way.paper")
    driver.wait(75, 3)
    assert driver.sees("Think in silence")
    driver.press("dock.read")
    assert done(play)[-1] == Reveal()
    driver.press("dock.write")
    for text in ("Yksi", "Kaksi"):
        driver.type(text)
        driver.key("enter")
        assert driver.sees(text)
    assert [(item.seat, item.text) for item in ideas(play)] == [(1, "Yksi"), (2, "Kaksi")]
    assert play.hidden() == frozenset()


def test_the_reveal_unfolds_notes_in_seat_order(shown: Shown) -> None:
    play = at_ideas()
    write(play, *(f"Ajatus {n}" for n in range(12)))
    driver = shown(play, motion=True)
    driver.press("dock.reveal")
    arrivals = {item.id: driver.find(f"table.note-{item.id}").arrival for item in ideas(play)}
    order = sorted(ideas(play), key=lambda item: (item.seat, item.id))
    delays = [arrival.delay for item in order if (arrival := arrivals[item.id]) is not None]
    assert delays == sorted(delays)
    assert len(set(delays)) == 12
    assert delays[-1] <= 900


# In the open


def test_a_round_goes_from_seat_to_seat(shown: Shown) -> None:
    play = at_challenge()
    since = len(play.session.lines)
    driver = shown(play)
    first, card = play.run.turn, play.run.drawn[1][0]
    driver.press("dock.note")
    driver.type("Haetaan mukaan.")
    driver.press("dock.send")
    second = play.run.turn
    driver.press("dock.pass")
    third = play.run.turn
    driver.type("Lappu")
    driver.key("enter")
    assert done(play, since) == [
        Write(first, "Haetaan mukaan.", "", (f"card:{card}",)), Done(first), Pass(second),
        Write(third, "Lappu", "", (f"card:{card}",)), Done(third),
    ]  # fmt: skip
    driver.press("dock.leave")
    driver.press("dock.next")
    assert done(play)[-1:] == [NextRound()] or isinstance(done(play)[-1], Deal)
    assert play.run.round == 2


def test_a_note_is_tied_to_what_the_step_is_about_by_keys_alone(shown: Shown) -> None:
    play = at_challenge(8)
    driver = shown(play)
    methods = list(items(play.state, "methods"))
    driver.tab_to("dock.note")
    driver.type("Yhdessä")
    driver.tab_to("dock.link")
    driver.key("enter")
    driver.tab_to("opened.tie-1")
    driver.key("space", "escape")
    driver.tab_to("dock.send")
    driver.key("enter")
    assert methods[1].ref in ideas(play)[-1].links


def test_a_note_is_amended_withdrawn_restored_and_untied(shown: Shown) -> None:
    play = at_ideas()
    method = next(items(play.state, "methods"))
    do(play, Write(1, "Vanha", "", (method.ref,)), Reveal())
    number = ideas(play)[0].id
    since = len(play.session.lines)
    driver = shown(play)
    driver.press(f"table.note-{number}")
    driver.write("opened.note", "Uusi")
    driver.press("opened.save")
    driver.press(f"table.note-{number}")
    assert driver.sees("Before: Vanha")
    driver.press(f"opened.tie-{method.ref}")
    driver.press("opened.away")
    driver.press(f"table.note-{number}-gone")
    assert done(play, since) == [
        Amend(number, "text", "Uusi"), Link(number, method.ref, False), Withdraw(number), Restore(number),
    ]  # fmt: skip
    assert driver.sees("Uusi")


def test_looking_at_a_note_changes_nothing(shown: Shown) -> None:
    play = at_ideas()
    numbers = write(play, "Ajatus")
    do(play, Reveal())
    since = len(play.session.lines)
    driver = shown(play)
    driver.tab_to(f"table.note-{numbers[0]}")
    driver.key("enter", "escape")
    driver.press(f"table.note-{numbers[0]}")
    driver.press("opened.note")
    driver.type(" ja toinen")
    driver.key("escape")
    assert done(play, since) == []


# Cards tried on what was chosen


def at_check() -> Play:
    play = at_ideas()
    numbers = write(play, "Reitti", "Talkoot", "Kahvit")
    do(play, Reveal())
    walk_to(play, "sort")
    for number, name in zip(numbers, ("Turvallinen reitti", "Talkoot keväällä", "Kahvit torilla"), strict=True):
        do(play, Gather((number,), name))
    walk_to(play, "choose")
    do(play, Reveal(), *(Settle(ref) for ref in things(play.game, play.state, play.game.step["choose"])[:2]))
    walk_to(play, "check")
    return play


def test_a_risk_is_written_about_one_of_the_chosen(shown: Shown) -> None:
    play = at_check()
    first, second = play.state.runs["choose"].settled
    card = play.run.drawn[0][0]
    driver = shown(play)
    assert driver.sees("Turvallinen reitti")
    assert not driver.sees("Kahvit torilla")
    driver.press(f"table.about-{second[5:]}")
    driver.type("Kuka kutsuu?")
    driver.press("dock.kind.risk")
    driver.press("dock.send")
    assert done(play)[-1] == Write(0, "Kuka kutsuu?", "risk", (f"card:{card}", second))
    driver.tab_to(f"dock.tie-{first}")
    driver.key("space")
    driver.tab_to("dock.note")
    driver.type("Selkokieli.")
    driver.key("enter")
    assert done(play)[-1] == Write(0, "Selkokieli.", "", (f"card:{card}", first))


def test_another_card_can_be_asked_for(shown: Shown) -> None:
    play = at_check()
    since = len(play.session.lines)
    driver = shown(play)
    driver.press("rail.another-groups")
    driver.wait(1)
    assert done(play, since)[0] == Call("groups")
    old, new = play.run.drawn[0]
    assert driver.find(f"rail.card-{new}").press is None
    driver.press(f"rail.card-{old}")
    driver.press("dock.write")
    driver.type("Vanha kortti")
    driver.key("enter")
    assert done(play)[-1] == Write(0, "Vanha kortti", "", (f"card:{old}",))


# Any game of this kind


@pytest.mark.parametrize("seats", [2, 8])
def test_a_game_without_labels_decks_or_board(shown: Shown, seats: int) -> None:
    game, texts = plain()
    play = begun(seats, game, texts)
    do(play, GoTo("ideas"))
    driver = shown(play)
    driver.key("1")
    driver.type("Ajatus")
    driver.key("enter", "escape")
    driver.press("dock.reveal")
    driver.press("dock.next")
    driver.wait(1)
    driver.type("Toinen")
    driver.key("enter")
    assert [item.text for item in ideas(play)] == ["Ajatus", "Toinen"]
    fits(driver)


@pytest.mark.parametrize("rounds", [1, 12])
def test_as_many_rounds_as_the_author_wants(shown: Shown, rounds: int) -> None:
    parts = tuple(Round(f"round-{n}", "together") for n in range(rounds))
    game, texts = changed(ideas={"rounds": parts, "about": (), "secret": False})
    play = begun(3, game, texts)
    walk_to(play, "ideas")
    driver = shown(play)
    for number in range(rounds):
        driver.press("dock.write")
        driver.type(f"Lappu {number}")
        driver.key("enter", "escape")
        driver.press("dock.next")
    assert [item.round for item in ideas(play)] == list(range(rounds))
    assert play.state.at == "sort"


def test_two_hundred_notes_are_all_there(shown: Shown) -> None:
    play = at_ideas()
    numbers = write(play, *(f"Ajatus {n} {LONG[: n % 100]}" for n in range(200)))
    do(play, Reveal())
    driver = shown(play)
    for number in (numbers[0], numbers[150], numbers[199]):
        driver.press(f"table.note-{number}")
        assert driver.sees(play.state.item(number).text)
        driver.press("opened.close")
    assert driver.app.look.overflows == []


# How it lies


def long_session() -> Play:
    name = "Näin pitkä nimi kuin nimi voi olla, kuusikymmentä merkkiä"
    play = begun(8, *changed(ideas={"limits": Limits(chars=280)}), names=(name,) * 8)
    walk_to(play, "ideas")
    write(play, *([LONG + " " + LONG, WORD, "Lyhyt"] * 8))
    return play


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_is_cut(shown: Shown, size: tuple[int, int], lang: str, theme: str) -> None:
    play = long_session()
    driver = shown(play, size, lang=lang, theme=theme)
    fits(driver)
    driver.key("8")
    driver.type("Kirjoitan")
    fits(driver)
    driver.key("escape")
    driver.press("table.way.paper")
    fits(driver)
    driver.press("dock.read")
    fits(driver)
    driver.press("dock.next")
    driver.wait(1)
    fits(driver)
    driver.key("escape")
    fits(driver)
    driver.press(f"table.note-{ideas(play)[0].id}")
    assert driver.app.look.overflows == []
