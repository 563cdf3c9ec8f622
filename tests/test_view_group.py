"""Notes put into groups: dragged, pressed into place, carried by keys; groups named, merged, split and weighed."""

import pytest

from game.engine.actions import Amend, Gather, GoTo, Merge, Move, Reveal, Withdraw, Write
from game.engine.definition import Field, Group, Limits, Range
from game.engine.placing import groups
from game.engine.results import items, parts
from game.ui.play import Play
from game.ui.steps.slips import Slip
from tests.at_step import LONG, LOOKS, WORD, Shown, begun, changed, do, done, fits, plain, shown, walk_to, write

__all__ = ["shown"]

IDEAS = ("Aluekävely", "Talkoot", "Puistokummit", "Kahvit torilla", "Penkkejä", "Valoja kokeeksi")


def at_sort(*texts: str, seats: int = 4, **parameters: object) -> tuple[Play, list[int]]:
    game, said = changed(sort=parameters)
    play = begun(seats, game, said)
    walk_to(play, "ideas")
    numbers = write(play, *(texts or IDEAS))
    do(play, Reveal())
    walk_to(play, "sort")
    return play, numbers


def standing(play: Play) -> list[tuple[str, list[int]]]:
    """The groups by name, with their notes."""
    step = play.game.step["sort"]
    assert isinstance(step, Group)
    return [(group.text, [part.id for part in parts(play.state, group)]) for group in groups(play.state, step)]


def test_a_note_dropped_on_the_empty_place_makes_a_group_that_is_named_at_once(shown: Shown) -> None:
    play, notes = at_sort()
    since = len(play.session.lines)
    driver = shown(play)
    driver.drag(f"table.note-{notes[0]}", "table.new")
    assert driver.focus == "table.name"
    driver.type("Turvallinen reitti\n")
    group = play.state.item(notes[0]).at
    driver.drag(f"table.note-{notes[1]}", f"table.tray-{group[5:]}")
    driver.drag(f"table.note-{notes[0]}", "table.well")
    assert done(play, since) == [
        Gather((notes[0],)), Amend(int(group[5:]), "text", "Turvallinen reitti"), Move(notes[1], group), Move(notes[0]),
    ]  # fmt: skip
    assert standing(play) == [("Turvallinen reitti", [notes[1]])]


def test_a_note_and_then_its_place_can_be_pressed(shown: Shown) -> None:
    play, notes = at_sort()
    do(play, Gather((notes[0],), "Yksi"))
    driver = shown(play)
    group = play.state.item(notes[0]).at
    driver.press(f"table.note-{notes[2]}")
    driver.press(f"table.tray-{group[5:]}")
    assert done(play)[-1] == Move(notes[2], group)


def test_notes_are_sorted_by_keys_alone(shown: Shown) -> None:
    play, notes = at_sort()
    since = len(play.session.lines)
    driver = shown(play)
    driver.tab_to(f"table.note-{notes[1]}")
    driver.key("enter")
    while driver.focus != "table.new":
        driver.key("tab")
    driver.key("enter")
    driver.type("Yhdessä\n")
    group = play.state.item(notes[1]).at
    driver.tab_to(f"table.note-{notes[3]}")
    driver.key("enter")
    while driver.focus != f"table.tray-{group[5:]}":
        driver.key("tab")
    driver.key("enter")
    driver.tab_to("dock.next")
    driver.key("enter")
    assert done(play, since) == [
        Gather((notes[1],)), Amend(int(group[5:]), "text", "Yhdessä"), Move(notes[3], group), GoTo("choose"),
    ]  # fmt: skip


def test_a_finger_drags_a_note(shown: Shown) -> None:
    play, notes = at_sort("Yksi", "Kaksi")
    driver = shown(play)
    driver.finger(f"table.note-{notes[0]}", "table.new")
    assert done(play)[-1] == Gather((notes[0],))


def test_groups_are_renamed_merged_and_broken_up(shown: Shown) -> None:
    play, notes = at_sort()
    do(play, Gather(tuple(notes[:2]), "Yksi"), Gather(tuple(notes[2:4]), "Kaksi"), Gather(tuple(notes[4:]), "Kolme"))
    one, two, three = (int(play.state.item(notes[i]).at[5:]) for i in (0, 2, 4))
    since = len(play.session.lines)
    driver = shown(play)
    driver.press(f"table.rename-{one}")
    driver.type("Ensimmäinen")
    driver.press("table.keep-name")
    driver.press("dock.merge")
    driver.press(f"table.tray-{two}")
    driver.press(f"table.tray-{one}")
    driver.press(f"table.rename-{three}")
    driver.press("table.remove")
    assert done(play, since) == [Amend(one, "text", "Ensimmäinen"), Merge(two, one), Withdraw(three)]
    assert standing(play) == [("Ensimmäinen", notes[:4])]


def test_merging_can_be_left(shown: Shown) -> None:
    play, notes = at_sort()
    driver = shown(play)
    assert driver.find("dock.merge").refusal
    do(play, Gather((notes[0],), "Yksi"), Gather((notes[1],), "Kaksi"))
    driver.app.scene.changed()
    driver.post()
    since = len(play.session.lines)
    driver.press("dock.merge")
    driver.key("enter", "escape")
    assert done(play, since) == []
    assert driver.sees("Drag like to like")


def test_some_notes_of_a_group_are_split_off(shown: Shown) -> None:
    play, notes = at_sort()
    do(play, Gather(tuple(notes), "Kaikki"))
    group = play.state.item(notes[0]).at[5:]
    driver = shown(play)
    driver.press(f"table.more-{group}")
    driver.press("dock.split")
    for number in (notes[1], notes[4], notes[1], notes[5]):
        driver.press(f"table.note-{number}")
    driver.press("dock.gather")
    assert done(play)[-1] == Gather((notes[4], notes[5]))
    driver.type("Penkit ja valot\n")
    assert standing(play) == [("Kaikki", notes[:4]), ("Penkit ja valot", notes[4:])]


def test_what_was_typed_as_a_name_is_never_lost(shown: Shown) -> None:
    play, notes = at_sort()
    driver = shown(play)
    driver.drag(f"table.note-{notes[0]}", "table.new")
    driver.type("Reitti")
    driver.drag(f"table.note-{notes[1]}", "table.new")
    driver.type("Talkoot")
    driver.press("dock.next")
    assert play.state.at == "choose"
    do(play, GoTo("sort"))
    assert [name for name, _notes in standing(play)] == ["Reitti", "Talkoot"]


def test_leaving_the_step_some_other_way_keeps_the_name_too(shown: Shown) -> None:
    play, notes = at_sort()
    driver = shown(play)
    driver.drag(f"table.note-{notes[0]}", "table.new")
    driver.type("Reitti")
    driver.press("step-ideas")
    driver.press("answer-2")
    driver.wait(1)
    assert play.state.at == "ideas"
    assert play.title(play.state.item(int(play.state.item(notes[0]).at[5:]))) == "Reitti"


def test_the_game_says_how_many_groups_there_may_be(shown: Shown) -> None:
    play, notes = at_sort(limits=Limits(table=Range(1, 2), chars=60))
    do(play, Gather((notes[0],), "Yksi"), Gather((notes[1],), "Kaksi"))
    since = len(play.session.lines)
    driver = shown(play)
    driver.drag(f"table.note-{notes[2]}", "table.new")
    assert done(play, since) == []
    assert driver.find("table.new").refusal


def test_a_group_is_given_its_effort_where_a_vote_counts_it(shown: Shown) -> None:
    play, notes = at_sort(item_fields=(Field("cost", "number"),))
    do(play, Gather(tuple(notes[:2]), "Yksi"))
    group = int(play.state.item(notes[0]).at[5:])
    driver = shown(play)
    driver.press(f"table.rename-{group}")
    driver.press(f"table.raise-{group}")
    driver.press(f"table.raise-{group}")
    driver.press(f"table.lower-{group}")
    assert done(play)[-3:] == [Amend(group, "cost", 3), Amend(group, "cost", 4), Amend(group, "cost", 3)]
    assert driver.sees("effort 3")
    plain_play, notes = at_sort(item_fields=())
    do(plain_play, Gather((notes[0],), "Yksi"))
    assert not shown(plain_play).sees("effort")


def test_a_note_opens_large_by_its_corner_and_by_space(shown: Shown) -> None:
    play, notes = at_sort(LONG, "Lyhyt")
    driver = shown(play)
    driver.press(f"table.open-{notes[0]}")
    assert driver.sees(LONG)
    driver.key("escape")
    driver.tab_to(f"table.note-{notes[0]}")
    driver.key("space")
    driver.write("opened.note", "Tapaaminen joka korttelissa")
    driver.press("opened.save")
    assert done(play)[-1] == Amend(notes[0], "text", "Tapaaminen joka korttelissa")


def test_forty_groups_and_sixty_notes(shown: Shown) -> None:
    play, notes = at_sort(*(f"Ajatus {n}" for n in range(60)), limits=Limits(chars=60))
    do(play, *(Gather((number,), f"Ryhmä {n}") for n, number in enumerate(notes[:40])))
    driver = shown(play)
    last = play.state.item(notes[39]).at
    driver.press(f"table.note-{notes[59]}")
    driver.press(f"table.tray-{last[5:]}")
    assert done(play)[-1] == Move(notes[59], last)
    assert isinstance(driver.find(f"table.note-{notes[59]}"), Slip)


def test_a_game_without_labels_decks_or_board(shown: Shown) -> None:
    play = begun(2, *plain())
    do(play, GoTo("ideas"), Write(1, "Yksi"), Write(2, "Kaksi"), Reveal(), GoTo("sort"))
    driver = shown(play)
    ideas = [item.id for item in items(play.state, "ideas")]
    driver.drag(f"table.note-{ideas[0]}", "table.new")
    driver.type("Ryhmä\n")
    assert driver.sees("Ryhmä")
    assert driver.sees("cost 1")
    fits(driver)


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_is_cut(shown: Shown, size: tuple[int, int], lang: str, theme: str) -> None:
    play, notes = at_sort(
        *([LONG, WORD, "Lyhyt"] * 5), seats=8, item_fields=(Field("cost", "number"),), limits=Limits(chars=60)
    )
    driver = shown(play, size, lang=lang, theme=theme)
    fits(driver)
    name = "Näin pitkä nimi kuin nimi voi olla, kuusikymmentä merkkiä"
    do(play, Gather(tuple(notes[:6]), name), Gather(tuple(notes[6:8]), WORD[:60]), Gather((notes[8],)))
    for number in notes[:2]:
        do(play, Amend(int(play.state.item(number).at[5:]), "cost", 13 + number))
    driver.app.scene.changed()
    driver.post()
    fits(driver)
    for press in (f"table.more-{play.state.item(notes[0]).at[5:]}", "dock.merge", "dock.cancel", "dock.split"):
        driver.press(press)
        fits(driver)
    driver.press("dock.cancel")
    driver.press(f"table.rename-{play.state.item(notes[6]).at[5:]}")
    fits(driver)
