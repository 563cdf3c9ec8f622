"""Nothing is drawn that has not changed, and what moves arrives."""

import random
from typing import Literal

import pygame
import pytest

from game.ui import look as looks
from game.ui.controls import Button, CheckBox, Chip, flow, icon_button, stepper
from game.ui.editing import Document
from game.ui.look import Box, Look
from game.ui.papers import Ground, Sheet
from game.ui.part import Arrival, Part
from game.ui.textbox import TextBox
from tests.made import Made, Open, Places, scene_of, three


def everything(scene: Made, look: Look) -> list[Part]:
    chips = [
        Chip("chip-1", look.box, "Aluekävely", scene.does("chip"), removes=True),
        Chip("chip-2", look.box, "Liitä menetelmä", scene.does("add"), kind="dashed", icon="plus"),
        Chip("chip-3", look.box, "Haaste", kind="filled", tint="deck:challenges", icon="deck-challenges"),
    ]
    flow(look, Box(100, 700, 600, 200), chips)
    nothing = scene.does("step")
    return [
        Ground(look),
        Sheet("sheet", Box(60, 60, 900, 500)),
        *three(scene, look),
        CheckBox("check", Box(100, 200, 400, 56), "Nuoret mukaan", nothing, checked=True),
        *stepper("min", Box(100, 300, 500, 90), look, "Aikaa", "90 min", ("Less", nothing, ""), ("More", None, "No")),
        icon_button("menu", look, 100, 450, "menu", "Menu", nothing),
        TextBox("note", Box(500, 450, 400, 64), "Note", document=Document("teksti", limit=4, lines=False)),
        *chips,
        Part("thing", Box(1100, 100, 120, 120), "Thing", drag="thing"),
        Part("place", Box(1100, 400, 200, 200), "Place", drop=lambda carried: nothing),
    ]


def test_a_still_screen_does_no_work(opened: Open) -> None:
    driver = opened(everything)
    scene = scene_of(driver)
    driver.post()
    built, work = scene.built, looks.work
    driver.wait(3, frames=20)
    assert not driver.app.screen.stage.due
    assert (scene.built, looks.work) == (built, work)


def test_moving_over_a_drawn_screen_makes_nothing_new(opened: Open) -> None:
    driver = opened(everything)
    for _ in range(2):
        driver.tab_to("menu")
        driver.stroke(driver.at("thing"), driver.at("place"))
        driver.click(*driver.at("check"))
        work = looks.work
    driver.stroke(driver.at("thing"), driver.at("place"), drop=False)
    assert looks.work - work <= 1


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_redrawing_places_gives_the_same_picture_as_redrawing_everything(opened: Open, theme: str) -> None:
    driver = opened(everything)
    driver.app.look = Look((1440, 1080), theme, "en", motion=False)
    driver.app.screen.fit(driver.app.look)
    driver.app.scene.changed()
    driver.post()

    def bytes_now() -> bytes:
        return pygame.image.tobytes(driver.app.surface, "RGB")

    rng = random.Random(7)
    names = [part.name for part in driver.app.screen.parts if part.active]
    for _ in range(25):
        match rng.randrange(4):
            case 0:
                driver.click(*driver.at(rng.choice(names)))
            case 1:
                driver.key(rng.choice(["tab", "enter", "escape", "left", "down"]))
            case 2:
                driver.post(driver._mouse(pygame.MOUSEMOTION, *driver.at(rng.choice(names)), buttons=(0, 0, 0)))
            case 3:
                driver.stroke(driver.at("thing"), driver.at("place"), drop=rng.random() < 0.7)
        driver.post()
        partly = bytes_now()
        driver.app.screen.stage.redraw()
        driver.post()
        assert bytes_now() == partly


def test_only_what_changed_moves_and_it_arrives(opened: Open) -> None:
    places = Places()
    driver = opened(places, motion=True)
    driver.wait(1)
    assert not driver.app.screen.stage.animating
    driver.drag("feather", "right")
    assert driver.app.screen.stage.animating
    begun = pygame.image.tobytes(driver.app.surface, "RGB")
    driver.wait(0.1)
    assert pygame.image.tobytes(driver.app.surface, "RGB") != begun
    driver.wait(10)
    assert not driver.app.screen.stage.animating
    still = pygame.image.tobytes(driver.app.surface, "RGB")
    driver.app.screen.stage.redraw()
    driver.post()
    assert pygame.image.tobytes(driver.app.surface, "RGB") == still


@pytest.mark.parametrize("how", ["rise", "fly", "unfold"])
def test_new_parts_come_in_and_none_when_motion_is_off(opened: Open, how: Literal["rise", "fly", "unfold"]) -> None:
    for motion in (True, False):
        shown: list[Part] = []

        def make(scene: Made, look: Look, shown: list[Part] = shown) -> list[Part]:
            return [Button("b", Box(100, 100, 200, 64), "B", scene.does("b")), *shown]

        driver = opened(make, motion=motion)
        arrival = Arrival(how, 90, Box(0, 900, 100, 100))
        shown.append(Sheet("new", Box(500, 300, 300, 200), arrival=arrival))
        driver.app.scene.changed()
        driver.post()
        assert driver.app.screen.stage.animating == motion
        driver.wait(1, frames=10)
        assert not driver.app.screen.stage.animating
        assert driver.app.surface.get_at((650, 400)) == driver.app.look.colour("surface")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (800, 1200)])
def test_the_kit_is_drawn_and_used_at_every_size(opened: Open, size: tuple[int, int]) -> None:
    driver = opened(everything, size=size)
    driver.press("First")
    driver.tab_to("menu")
    driver.key("enter")
    driver.drag("thing", "place")
    assert scene_of(driver).done == [1, "step", "step"]
    assert driver.app.look.overflows == []
