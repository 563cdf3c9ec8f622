"""Parts by posted events: press, focus, drag, choose and carry."""

import random

import pygame
import pytest

from game.ui.controls import Button, segments
from game.ui.look import Box, Look
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from tests.made import Made, Open, Places, scene_of, three


def test_a_press_by_mouse_finger_key_and_chord(opened: Open) -> None:
    driver = opened(three)
    driver.press("First")
    driver.finger("First")
    driver.tab_to("First")
    driver.key("enter", "space", "ctrl+o", "3")
    assert scene_of(driver).done == [1, 1, 1, 1, 1, 3]


def test_letting_go_elsewhere_does_nothing(opened: Open) -> None:
    driver = opened(three)
    driver.stroke(driver.at("one"), driver.at("three"))
    assert scene_of(driver).done == []


def test_a_part_that_cannot_be_pressed_says_why(opened: Open) -> None:
    driver = opened(three)
    driver.press("Second")
    assert driver.app.screen.refused == "two"
    driver.press("First")
    assert driver.app.screen.refused == ""
    driver.tab_to("Second")
    driver.key("enter")
    assert driver.app.screen.refused == "two"
    driver.key("escape")
    assert driver.app.screen.refused == ""
    assert scene_of(driver).done == [1]


def test_what_lies_under_a_sheet_is_not_pressed(opened: Open) -> None:
    driver = opened(lambda s, look: [*three(s, look), Sheet("sheet", Box(0, 0, 350, 400), solid=True)])
    driver.click(150, 130)
    driver.click(340, 130)
    driver.click(750, 130)
    assert scene_of(driver).done == [3]


def test_small_parts_have_a_large_enough_target(opened: Open) -> None:
    tiny = Box(500, 500, 12, 12)
    driver = opened(lambda s, look: [Part("dot", tiny, "Dot", s.does("dot"))])
    reach = driver.app.look.target_min / 2 - 1
    driver.click(506 + reach, 506 - reach)
    driver.click(506 + reach + 3, 506)
    assert scene_of(driver).done == ["dot"]


def test_a_part_with_a_shape_of_its_own_is_pressed_in_it_only(opened: Open) -> None:
    def round_part(scene: Made, look: Look) -> list[Part]:
        def inside(x: float, y: float) -> bool:
            return (x - 300) ** 2 + (y - 300) ** 2 < 100**2

        return [Part("disc", Box(200, 200, 200, 200), "Disc", scene.does("disc"), inside=inside)]

    driver = opened(round_part)
    driver.click(300, 300)
    driver.click(210, 210)
    assert scene_of(driver).done == ["disc"]


def test_two_parts_of_one_name_are_a_mistake(opened: Open) -> None:
    with pytest.raises(ValueError, match="one"):
        opened(lambda s, look: [*three(s, look), Part("one", look.box)])


# Focus


def grid(scene: Made, look: Look) -> list[Part]:
    cells = Box(100, 300, 600, 400).grid(3, 2, 20)
    return [
        Button("before", Box(100, 100, 200, 64), "Before", scene.does("before")),
        *(Part(f"cell-{i}", box, f"Cell {i}", scene.does(i), group="cells") for i, box in enumerate(cells)),
        Words("words", Box(100, 200, 300, 40), "Only words"),
        Button("after", Box(100, 800, 200, 64), "After", scene.does("after")),
    ]


def test_tab_goes_in_reading_order_and_takes_a_group_as_one(opened: Open) -> None:
    driver = opened(grid)
    order = []
    for _ in range(4):
        driver.key("tab")
        order.append(driver.focus)
    assert order == ["before", "cell-0", "after", "before"]
    driver.key("shift+tab", "shift+tab")
    assert driver.focus == "cell-0"


def test_arrows_move_inside_a_group_and_tab_comes_back_to_where_one_was(opened: Open) -> None:
    driver = opened(grid)
    driver.tab_to("cell-0")
    walked = []
    for arrow in ("right", "down", "left", "left", "up", "up", "right", "right", "right", "down"):
        driver.key(arrow)
        walked.append(int(driver.focus.removeprefix("cell-")))
    assert walked == [1, 4, 3, 2, 2, 2, 3, 4, 5, 5]
    driver.key("tab", "shift+tab")
    assert driver.focus == "cell-5"


def test_a_group_is_entered_at_what_is_selected(opened: Open) -> None:
    options = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]

    def make(scene: Made, look: Look) -> list[Part]:
        return segments("lang", Box(100, 100, 600, 64), look, options, "sv", lambda lang: scene.does(lang)())

    driver = opened(make)
    driver.key("tab")
    assert driver.focus == "lang.sv"
    driver.key("right", "enter")
    assert scene_of(driver).done == ["en"]


def test_the_focus_stays_with_its_name_and_goes_to_a_neighbour_when_its_part_goes(opened: Open) -> None:
    names = ["a", "b", "c", "d"]

    def row(scene: Made, look: Look) -> list[Part]:
        return [Button(n, Box(100 + 150 * i, 100, 120, 64), n, scene.does(n), group="row") for i, n in enumerate(names)]

    driver = opened(row)
    driver.tab_to("c")
    names.insert(0, "z")
    driver.app.scene.changed()
    driver.post()
    assert driver.focus == "c"
    names.remove("c")
    driver.app.scene.changed()
    driver.post()
    assert driver.focus == "d"
    names.clear()
    driver.app.scene.changed()
    driver.post()
    assert driver.focus == ""


def test_the_scene_says_where_the_focus_begins_and_goes(opened: Open) -> None:
    driver = opened(Made(three, first_focus="three"))
    assert driver.focus == "three"
    driver.app.scene.focus_on("one")
    driver.post()
    assert driver.focus == "one"


def test_every_part_that_can_be_pressed_is_reached_by_keys(opened: Open) -> None:
    """Random layouts, with and without groups."""
    for seed in range(12):
        rng = random.Random(seed)

        def scattered(scene: Made, look: Look, rng: random.Random = rng) -> list[Part]:
            boxes = rng.sample(Box(20, 20, 1400, 1000).grid(8, 8, 10), 20)
            groups = ["", "left", "right"]
            return [
                Button(f"p{i}", box, f"Part {i}", scene.does(i), group=rng.choice(groups))
                for i, box in enumerate(boxes)
            ]

        driver = opened(scattered)
        for part in driver.app.screen.parts:
            driver.tab_to(part.name)


# Dragging, choosing and carrying


def test_a_thing_is_dragged_to_a_place_that_takes_it_and_to_no_other(opened: Open) -> None:
    driver = opened(Places())
    driver.drag("stone", "right")
    driver.drag("stone", "roof")
    driver.finger("feather", "roof")
    driver.stroke(driver.at("feather"), (50, 1000))
    assert scene_of(driver).done == [("stone", "right"), ("feather", "roof")]
    assert driver.app.screen.lifted == ""


def test_a_thing_is_chosen_by_a_press_and_placed_by_another(opened: Open) -> None:
    driver = opened(Places())
    driver.press("stone")
    assert driver.app.screen.lifted == "stone"
    targets = [part.name for part in driver.app.screen.parts if part.state.target]
    assert targets == ["left", "right"]
    driver.press("right")
    assert scene_of(driver).done == [("stone", "right")]
    driver.finger("feather")
    driver.finger("roof")
    assert scene_of(driver).done[-1] == ("feather", "roof")


def test_a_choice_is_given_up_by_a_second_press_by_escape_and_elsewhere(opened: Open) -> None:
    driver = opened(Places())
    driver.press("stone")
    driver.press("stone")
    assert driver.app.screen.lifted == ""
    driver.press("stone")
    driver.key("escape")
    assert driver.app.screen.lifted == ""
    driver.press("stone")
    driver.click(50, 1000)
    assert driver.app.screen.lifted == ""
    driver.press("stone")
    driver.press("feather")
    assert driver.app.screen.lifted == "feather"
    assert scene_of(driver).done == []


def test_a_thing_is_carried_by_keys_alone(opened: Open) -> None:
    driver = opened(Places())
    driver.tab_to("feather")
    driver.key("enter")
    assert driver.app.screen.lifted == "feather"
    visited = []
    for _ in range(3):
        driver.key("tab")
        visited.append(driver.focus)
    assert visited == ["left", "right", "roof"]
    driver.key("left", "enter")
    assert scene_of(driver).done == [("feather", "right")]
    assert driver.focus == "feather"
    driver.tab_to("stone")
    driver.key("space", "tab", "escape")
    assert driver.app.screen.lifted == ""
    assert len(scene_of(driver).done) == 1


def test_what_is_refused_cannot_be_picked_up(opened: Open) -> None:
    stone = Box(100, 100, 100, 100)
    driver = opened(lambda s, look: [Part("stone", stone, "Stone", drag="stone", refusal="It is Pekka's.")])
    driver.stroke(driver.at("stone"), (600, 600))
    assert driver.app.screen.refused == "stone"
    assert driver.app.screen.lifted == ""


def test_a_drag_that_the_window_loses_is_put_back(opened: Open) -> None:
    driver = opened(Places())
    driver.stroke(driver.at("stone"), driver.at("right"), drop=False)
    driver.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    assert driver.app.screen.lifted == ""
    driver.press("stone")
    assert driver.app.screen.lifted == "stone"


def test_a_thing_that_goes_while_it_is_carried_is_let_go_of(opened: Open) -> None:
    places = Places()
    driver = opened(places)
    driver.press("stone")
    del places.where["stone"]
    driver.app.scene.changed()
    driver.post()
    assert driver.app.screen.lifted == ""
