"""Measures: a form for each thing that was chosen, gaps that never block, and where it all came from."""

import pytest

from game.engine.actions import Amend, GoTo, Reveal, Withdraw, Write
from game.engine.definition import Commit, Round
from game.engine.results import results
from tests.at_step import LONG, LOOKS, WORD, Shown, begun, changed, do, done, fits, plain, shown, walk_to
from tests.closing import IDEAS, chosen, measures

__all__ = ["shown"]


def test_each_chosen_thing_is_a_measure_and_says_where_it_came_from(shown: Shown) -> None:
    driver = shown(chosen())
    for number, idea in enumerate(IDEAS, 1):
        assert driver.sees(f"{number}\u00a0{idea}, 0/7")
    assert driver.sees("Where this came from")
    assert driver.find("rail.title")
    assert [text for text in driver.texts() if text == IDEAS[0]], "the note it came from"
    assert driver.sees("The plan will say")


def test_a_measure_by_mouse(shown: Shown) -> None:
    play = chosen()
    driver = shown(play)
    item = measures(play)[1]
    start = len(play.session.lines)
    driver.press(f"table.record-{item.id}")
    name = f"form.{item.id}"
    driver.press(f"{name}.what.write")
    driver.wait(0.2, 2)
    assert driver.focus == f"{name}.what"
    driver.type("Kokeillaan kolme viikkoa.")
    driver.press(f"{name}.when.calendar" if driver.app.screen.part(f"{name}.when.calendar") else f"{name}.when.day")
    driver.press("span-1")
    driver.press(f"{name}.who.people")
    driver.press("choice-seat:4")
    assert [action for action in done(play, start) if isinstance(action, Amend) and action.field != "when"] == [
        Amend(item.id, "what", "Kokeillaan kolme viikkoa."), Amend(item.id, "who", "seat:4"),
    ]  # fmt: skip
    assert driver.sees("3/7")
    assert driver.sees("Four places are empty. They may be left open.")


def test_a_measure_by_keyboard_alone(shown: Shown) -> None:
    play = chosen()
    driver = shown(play)
    item = measures(play)[0]
    start = len(play.session.lines)
    name = f"form.{item.id}"
    driver.tab_to(f"{name}.what")
    driver.type("Käymme kerhoissa")
    driver.tab_to(f"{name}.when.soon")
    driver.key("enter")
    driver.tab_to(f"{name}.who.people")
    driver.key("enter")
    driver.type("omar")
    driver.key("enter")
    driver.tab_to(f"{name}.needs")
    driver.type("Kahvia")
    driver.key("enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    assert done(play, start) == [
        Amend(item.id, "what", "Käymme kerhoissa"), Amend(item.id, "when", "soon"), Amend(item.id, "who", "seat:4"),
        Amend(item.id, "needs", "Kahvia"),
    ]  # fmt: skip
    assert driver.find(f"table.record-{measures(play)[1].id}").selected


def test_the_way_on_is_never_blocked_and_takes_along_what_is_written(shown: Shown) -> None:
    play = chosen(ideas=IDEAS[:2])
    driver = shown(play)
    first, second = measures(play)
    start = len(play.session.lines)
    driver.write(f"form.{first.id}.what", "Kutsutaan kaikki")
    driver.press("dock.next")
    driver.write(f"form.{second.id}.report", "Ilta kesäkuussa")
    driver.press("dock.previous")
    driver.press("dock.next")
    driver.press("dock.next")
    assert done(play, start) == [
        Amend(first.id, "what", "Kutsutaan kaikki"), Amend(second.id, "report", "Ilta kesäkuussa"), GoTo("close"),
    ]  # fmt: skip


def test_a_measure_of_ones_own_its_name_and_taking_it_out(shown: Shown) -> None:
    play = chosen()
    driver = shown(play)
    start = len(play.session.lines)
    driver.press("table.own")
    driver.type("Oma teko")
    driver.key("enter")
    own = measures(play)[-1]
    assert done(play, start) == [Write(0, "Oma teko", "measure")]
    assert driver.find(f"table.record-{own.id}").selected
    driver.press("table.title")
    driver.write("written", "Oma parempi teko")
    driver.press("ask.save")
    assert done(play, start)[1:] == [Amend(own.id, "text", "Oma parempi teko")]
    driver.press("table.title")
    driver.press("ask.other")
    assert done(play, start)[2:] == [Withdraw(own.id)]
    assert len(measures(play)) == len(IDEAS)
    driver.press("notice.undo")
    assert measures(play)[-1].text == "Oma parempi teko"


def test_nothing_chosen_says_what_to_do(shown: Shown) -> None:
    play = begun()
    walk_to(play, "measures")
    driver = shown(play)
    start = len(play.session.lines)
    fits(driver)
    driver.press("table.back")
    assert done(play, start) == [GoTo("choose")]


def test_what_is_hidden_still_is_in_no_trace(shown: Shown) -> None:
    game, texts = changed(check={"secret": True, "rounds": (Round("main", "silent"),)})
    play = chosen(game=game, texts=texts)
    group = results(play.game, play.state, "sort")[0]
    do(play, GoTo("check"), Write(1, "Salainen riski", "risk", (group.ref,)), GoTo("measures"))
    assert not shown(play).sees("Salainen riski")
    do(play, GoTo("check"), Reveal(), GoTo("measures"))
    assert shown(play).sees("Salainen riski")


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_is_cut_with_much_or_little_content(
    shown: Shown, size: tuple[int, int], lang: str, theme: str
) -> None:
    play = chosen(8, (*IDEAS, LONG, WORD))
    fits(shown(play, size, lang, theme))
    item = measures(play)[-1]
    groups = tuple(f"card:{card.id}" for card in play.game.decks["groups"].cards[:6])
    do(play, Amend(item.id, "what", LONG), Amend(item.id, "with", groups), Amend(item.id, "when", "2027-11-30"),
       Amend(item.id, "indicator", (LONG, WORD)), Amend(item.id, "report", WORD))  # fmt: skip
    driver = shown(play, size, lang, theme)
    driver.press(f"table.record-{item.id}")
    fits(driver)


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS[1:5])
def test_another_game_with_every_type_of_field(shown: Shown, size: tuple[int, int], lang: str, theme: str) -> None:
    game, texts = plain()
    play = begun(2, game, texts)
    step = next(step.id for step in game.steps if isinstance(step, Commit))
    walk_to(play, step)
    do(play, Write(0, "Something of our own"))
    driver = shown(play, size, lang, theme)
    fits(driver)
    item = results(play.game, play.state, step)[0]
    start = len(play.session.lines)
    name = f"form.{item.id}"
    driver.write(f"{name}.count", "12")
    driver.press(f"{name}.sure.yes")
    driver.press(f"{name}.size.s")
    wanted = (("count", 12), ("sure", "yes"), ("size", "s"))
    assert done(play, start) == [Amend(item.id, field, value) for field, value in wanted]
