"""The close: what is agreed, a word from each in turn, questions about the game; each after the other."""

import pytest

from game.engine.actions import Amend, Done, GoTo, Judge, Pass, Turn, Unjudge, Write
from game.engine.definition import END, Limits, Range, Reflect, Round
from game.engine.results import items, sheet
from game.ui.play import Play
from tests.at_step import LOOKS, Shown, begun, changed, do, done, fits, plain, shown, walk_to
from tests.closing import closing

__all__ = ["shown"]


def words(play: Play) -> dict[int, str]:
    """The word of each seat."""
    return {item.seat: item.text for item in items(play.state, "close", "word")}


def agreed(play: Play) -> Play:
    """The session with its first part done, so that the words come next."""
    own = sheet(play.state, "close")
    assert own is not None
    do(play, Amend(own.id, "review-date", "2027-05-24"), Amend(own.id, "first-actions", "Kutsu lähtee."))
    return play


def test_the_parts_come_one_after_the_other(shown: Shown) -> None:
    play = closing()
    driver = shown(play)
    start = len(play.session.lines)
    own = sheet(play.state, "close")
    assert own is not None
    driver.write(f"form.{own.id}.first-actions", "Kutsu lähtee.")
    driver.press("dock.next")
    driver.wait(0.2, 2)
    assert done(play, start) == [Amend(own.id, "first-actions", "Kutsu lähtee.")]
    assert driver.focus == f"table.word-{play.run.turn}"
    for _seat in play.seats:
        driver.press("dock.pass")
        driver.wait(0.1, 2)
    assert driver.sees("Everybody has had a turn.")
    driver.press("dock.next")
    assert driver.find("table.answer-heard.fully")
    for _seat in play.seats[1:]:
        driver.press("dock.next")
    driver.press("dock.next")
    assert play.state.at == END


def test_the_table_is_where_it_was(shown: Shown) -> None:
    play = agreed(closing())
    assert shown(play).find(f"table.word-{play.run.turn}")
    for _seat in play.seats:
        do(play, Done(play.run.turn))
    assert shown(play).find("table.answer-heard.fully")


def test_a_word_from_each_by_keyboard_alone(shown: Shown) -> None:
    play = agreed(closing())
    driver = shown(play)
    start = len(play.session.lines)
    order = []
    driver.tab_to(f"table.word-{play.run.turn}")
    for word in ("toiveikas", "selkeä", "", "valmis"):
        order.append(play.run.turn)
        if word:
            driver.type(word)
            driver.key("enter")
        else:
            driver.tab_to("dock.pass")
            driver.key("enter")
        driver.wait(0.1, 2)
    first, second, third, fourth = order
    assert done(play, start) == [
        Write(first, "toiveikas"), Done(first), Write(second, "selkeä"), Done(second), Pass(third),
        Write(fourth, "valmis"), Done(fourth),
    ]  # fmt: skip
    assert driver.focus == "dock.next"


def test_a_word_can_be_changed_and_the_turn_given_to_anyone(shown: Shown) -> None:
    play = agreed(closing())
    driver = shown(play)
    seat = play.run.turn
    driver.write(f"table.word-{seat}", "väsynyt")
    driver.key("enter")
    driver.wait(0.1, 2)
    start = len(play.session.lines)
    driver.press(f"table.mat-{seat}")
    driver.write(f"table.word-{seat}", "virkeä")
    driver.key("enter")
    record = next(item.id for item in items(play.state, "close", "word"))
    assert done(play, start) == [Turn(seat), Amend(record, "text", "virkeä"), Done(seat)]
    driver.press(f"seat-{seat}")
    assert driver.find(f"table.word-{seat}").spoken == "virkeä"


def test_a_half_written_word_is_not_lost(shown: Shown) -> None:
    play = agreed(closing())
    driver = shown(play)
    seat = play.run.turn
    driver.write(f"table.word-{seat}", "toivei")
    driver.wait(1.5, 2)
    assert shown(play).find(f"table.word-{seat}").spoken == "toivei"
    driver.press("table.stage.questions")
    assert words(play) == {seat: "toivei"}


def test_answers_are_pressed_seat_by_seat(shown: Shown) -> None:
    play = agreed(closing())
    driver = shown(play)
    driver.press("table.stage.questions")
    start = len(play.session.lines)
    driver.press("table.answer-heard.fully")
    driver.press("table.answer-heard.partly")
    driver.press("table.answer-pace.right")
    driver.press("table.answer-pace.right")
    driver.press("seat-3")
    driver.press("table.answer-useful.maybe")
    driver.write("table.words-learned", "Yhdessä syntyy parempia ideoita.")
    driver.key("enter")
    assert done(play, start) == [
        Judge(1, "option:heard", "fully"), Judge(1, "option:heard", "partly"), Judge(1, "option:pace", "right"),
        Unjudge(1, "option:pace"), Judge(3, "option:useful", "maybe"),
        Write(0, "Yhdessä syntyy parempia ideoita.", "learned"),
    ]  # fmt: skip
    assert driver.sees("”Yhdessä syntyy parempia ideoita.”")


def test_answers_by_keyboard_alone(shown: Shown) -> None:
    play = agreed(closing(2))
    driver = shown(play)
    driver.tab_to("table.stage.questions")
    driver.key("enter")
    start = len(play.session.lines)
    driver.tab_to("table.answer-heard.not")
    driver.key("enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    driver.tab_to("table.answer-heard.fully")
    driver.key("enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    assert done(play, start) == [Judge(1, "option:heard", "not"), Judge(2, "option:heard", "fully"), GoTo(END)]


def test_anonymous_answers_are_never_shown_with_a_seat(shown: Shown) -> None:
    game, texts = changed(close={"anonymous": True})
    play = begun(2, game, texts)
    walk_to(play, "close")
    do(play, Judge(1, "option:heard", "not"), Judge(2, "option:heard", "fully"))
    driver = shown(play)
    driver.press("table.stage.questions")
    assert driver.sees("Nobody sees afterwards who answered what.")
    for option in ("fully", "partly", "not"):
        part = driver.find(f"table.answer-heard.{option}")
        assert getattr(part, "seats", None) == ()


def test_a_step_without_turns_and_with_more_than_one_word(shown: Shown) -> None:
    together = {"rounds": (Round("main", "together"),), "fields": (), "questions": ()}
    game, texts = changed(close={**together, "limits": Limits(Range(0, 2), chars=40)})
    play = begun(2, game, texts)
    walk_to(play, "close")
    driver = shown(play)
    start = len(play.session.lines)
    driver.press("seat-2")
    driver.type("yksi")
    driver.key("enter")
    assert done(play, start) == [Write(2, "yksi"), Done(2)]
    driver.press("seat-1")
    driver.type("toinen")
    driver.press("dock.next")
    assert words(play) == {1: "toinen", 2: "yksi"}


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_is_cut(shown: Shown, size: tuple[int, int], lang: str, theme: str) -> None:
    play = closing(8)
    driver = shown(play, size, lang, theme)
    for stage in ("fields", "words", "questions"):
        driver.press(f"table.stage.{stage}")
        fits(driver)
    own = sheet(play.state, "close")
    assert own is not None
    while seat := play.run.turn:
        do(play, Judge(seat, "option:heard", "fully"), Write(seat, "y" * 40 if seat % 2 else "Toiveikas"), Done(seat))
    do(play, Amend(own.id, "first-actions", "Kutsumme " * 30), Write(0, "Opin " * 50, "learned"))
    driver = shown(play, size, lang, theme)
    for stage in ("fields", "words", "questions"):
        driver.press(f"table.stage.{stage}")
        fits(driver)


def test_another_game(shown: Shown) -> None:
    game, texts = plain()
    play = begun(2, game, texts)
    step = next(step.id for step in game.steps if isinstance(step, Reflect))
    walk_to(play, step)
    fits(shown(play))
