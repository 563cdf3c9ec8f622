"""Scenes, dialogs, notices, faults and what scrolls, by posted events."""

import os
from pathlib import Path

import pygame
import pytest

from game import words
from game.ui.app import WrongPygame, check_pygame
from game.ui.controls import Button, Row
from game.ui.dialogs import NOTICE_SECONDS, Answer, Dialog
from game.ui.editing import Document
from game.ui.inputs import LONG_PRESS, DropFile, Key
from game.ui.look import Box, Look
from game.ui.papers import Words
from game.ui.part import Part
from game.ui.scene import Fullscreen, Next, Pop, Push, Quit, Restyle, Swap, Tell
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from tests.driver import Driver
from tests.made import Made, Open, scene_of, three

# Scrolling


def long_list(scene: Made, look: Look) -> list[Part]:
    area = ScrollArea("list", Box(100, 100, 400, 300), "List", content=1200)
    boxes = Box(100, 100, 380, 1196).rows(20, 4)
    rows = [Row(f"row-{i}", box, f"Row {i}", scene.does(i), group="rows") for i, box in enumerate(boxes)]
    return [*area.around(rows), Button("end", Box(100, 800, 200, 64), "End", scene.does("end"))]


def area_of(driver: Driver) -> ScrollArea:
    area = driver.find("list")
    assert isinstance(area, ScrollArea)
    return area


def test_the_wheel_scrolls_what_it_is_over(opened: Open) -> None:
    driver = opened(long_list)
    driver.wheel("list", 2)
    assert area_of(driver).offset == 240
    driver.click(200, 110)
    assert scene_of(driver).done == [4]
    assert area_of(driver).offset == 240, "kept over a rebuild"
    driver.wheel("list", 100)
    assert area_of(driver).offset == 900
    driver.wheel("list", -100)
    assert area_of(driver).offset == 0


def test_a_finger_scrolls_and_presses_nothing(opened: Open) -> None:
    driver = opened(long_list)
    driver.swipe((200, 380), (200, 180))
    assert area_of(driver).offset == 200
    assert scene_of(driver).done == []
    driver.swipe((200, 200), (200, 200))
    assert len(scene_of(driver).done) == 1


def test_what_is_scrolled_out_of_sight_is_not_pressed_and_the_focus_brings_it_back(opened: Open) -> None:
    driver = opened(long_list)
    driver.click(200, 450)
    assert scene_of(driver).done == []
    driver.tab_to("row-15")
    part = driver.find("row-15")
    assert part.box.y >= 100
    assert part.box.bottom <= 400
    driver.key("enter")
    driver.press("row-0")
    assert scene_of(driver).done == [15, 0]


def test_the_keys_scroll_an_area_that_has_the_focus(opened: Open) -> None:
    driver = opened(long_list)
    driver.tab_to("list")
    driver.key("down")
    assert area_of(driver).offset == 40
    driver.key("end")
    assert area_of(driver).offset == 900
    driver.key("page up", "home")
    assert area_of(driver).offset == 0


def test_a_thing_in_a_list_is_dragged_out_after_a_long_press(opened: Open) -> None:
    def make(scene: Made, look: Look) -> list[Part]:
        area = ScrollArea("list", Box(100, 100, 400, 300), content=900)
        things = [Part(f"t{i}", Box(100, 100 + 110 * i, 300, 100), f"Thing {i}", drag=i) for i in range(8)]
        place = Part("place", Box(800, 100, 300, 300), "Place", drop=lambda carried: scene.does(carried))
        return [*area.around(things), place]

    driver = opened(make)
    start, end = driver.at("t1"), driver.at("place")
    driver.post(pygame.Event(pygame.FINGERDOWN, touch_id=1, finger_id=1, x=start[0] / 1440, y=start[1] / 1080))
    driver.wait(LONG_PRESS + 0.1)
    assert driver.app.screen.lifted == "t1"
    driver.post(pygame.Event(pygame.FINGERMOTION, touch_id=1, finger_id=1, x=end[0] / 1440, y=end[1] / 1080))
    driver.post(pygame.Event(pygame.FINGERUP, touch_id=1, finger_id=1, x=end[0] / 1440, y=end[1] / 1080))
    assert scene_of(driver).done == [1]
    driver.drag("t2", "place")
    assert scene_of(driver).done == [1, 2]


# Scenes


QUESTION = Dialog("Go on to step 7?", ["Mikael has not played yet."], [Answer(False, "Stay"), Answer(True, "Step 7")])


def test_a_dialog_leaves_its_answer(opened: Open) -> None:
    def asking(scene: Made, look: Look) -> list[Part]:
        def then(value: object) -> Next | None:
            scene.done.append(value)
            return Tell("Answered", undo=scene.does("undone"))

        return [
            Button("ask", Box(100, 100, 200, 64), "Ask", scene.does("ask", Push(QUESTION, then))),
            Button("far", Box(1200, 900, 200, 64), "Far", scene.does("far")),
        ]

    driver = opened(asking)
    scene = scene_of(driver)
    driver.press("Ask")
    assert driver.texts() == ["Go on to step 7?", "Mikael has not played yet.", "Stay", "Step 7"]
    driver.click(1300, 930)
    assert scene.done == ["ask"], "the scene behind a scrim waits"
    driver.key("enter")
    driver.press("Ask")
    driver.key("escape")
    driver.press("Ask")
    driver.press("Stay")
    assert scene.done == ["ask", True, "ask", False, "ask", False]
    driver.press("Undo")
    assert scene.done[-1] == "undone"
    assert not driver.sees("Answered")


def test_a_notice_goes_after_its_time_or_with_the_next_action(opened: Open) -> None:
    def telling(scene: Made, look: Look) -> list[Part]:
        moved = Tell("The note has moved.", scene.does("u"))
        return [
            Button("move", Box(100, 100, 200, 64), "Move", scene.does("m", moved)),
            Button("other", Box(400, 100, 200, 64), "Other", scene.does("o")),
        ]

    driver = opened(telling)
    driver.press("Move")
    assert driver.sees("The note has moved.")
    driver.wait(NOTICE_SECONDS - 1)
    assert driver.sees("The note has moved.")
    driver.wait(2)
    assert not driver.sees("The note has moved.")
    driver.press("Move")
    driver.press("Other")
    assert not driver.sees("The note has moved.")


def test_scenes_come_and_go(opened: Open) -> None:
    third = Made(lambda s, look: [Button("quit", Box(100, 100, 200, 64), "Quit", s.does("quit", Quit()))])
    second = Made(lambda s, look: [Button("on", Box(100, 100, 200, 64), "On", s.does("on", Swap(third)))])
    driver = opened(lambda s, look: [Button("in", Box(100, 100, 200, 64), "In", s.does("in", Push(second)))])
    driver.press("In")
    driver.press("On")
    assert driver.app.scene is third
    driver.press("Quit")
    assert not driver.app.running


def test_leaving_the_last_scene_ends_the_program(opened: Open) -> None:
    driver = opened(lambda s, look: [Button("out", Box(100, 100, 200, 64), "Out", s.does("out", Pop()))])
    driver.press("Out")
    assert not driver.app.running


def test_keys_pressed_in_one_frame_meet_the_scene_each_has_made(opened: Open) -> None:
    """Enter and the letters after it may come in one batch: the letters belong to the next box."""
    texts = [Document(), Document()]

    def boxes(scene: Made, look: Look) -> list[Part]:
        def on() -> Next | None:
            scene.focus_on("box-1")
            return None

        return [
            TextBox(f"box-{i}", Box(100, 100 + 200 * i, 400, 64), document=text, on_enter=on, enter_sends=True)
            for i, text in enumerate(texts)
        ]

    driver = opened(boxes)
    driver.press("box-0")
    enter = pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, scancode=0)
    driver.post(pygame.Event(pygame.TEXTINPUT, text="a"), enter, pygame.Event(pygame.TEXTINPUT, text="b"))
    assert [document.text for document in texts] == ["a", "b"]


def test_theme_language_size_of_text_and_window_change_at_any_moment(opened: Open) -> None:
    def styled(scene: Made, look: Look) -> list[Part]:
        facts = f"{look.theme} {look.lang} {look.text_factor} {words.used()} {look.size}"
        next_style = Restyle(theme="dark", lang="sv", text_factor=1.3)
        return [
            Words("facts", Box(100, 100, 1200, 40), facts),
            TextBox("note", Box(100, 400, 400, 64), "Note", document=document),
            Button("style", Box(100, 200, 200, 64), "Style", scene.does("style", next_style)),
        ]

    document = Document()
    driver = opened(styled)
    assert driver.sees("light en 1.0 en (1440, 1080)")
    driver.press("style")
    assert driver.sees("dark sv 1.3 sv (1440, 1080)")
    driver.press("note")
    driver.type("ab")
    driver.resize(1920, 1080)
    driver.type("c")
    assert driver.sees("dark sv 1.3 sv (1920, 1080)")
    assert document.text == "abc"
    driver.press("style")
    assert driver.app.surface.get_size() == (1920, 1080)


def test_f11_fills_the_screen_and_comes_back(opened: Open) -> None:
    driver = opened(lambda s, look: [Button("full", Box(100, 100, 200, 64), "Full", s.does("full", Fullscreen()))])
    before = driver.app.look.size
    driver.key("f11")
    full = driver.app.look.size
    assert full == driver.app.surface.get_size()
    driver.press("full")
    assert driver.app.look.size == before
    assert scene_of(driver).done == ["full"]


def test_what_no_part_uses_reaches_the_scene(opened: Open) -> None:
    driver = opened(three)
    driver.post(pygame.Event(pygame.DROPFILE, file="puisto.osp"))
    driver.key("escape", "ctrl+s")
    assert [given for given in scene_of(driver).given if isinstance(given, (Key, DropFile))] == [
        DropFile("puisto.osp"),
        Key("escape"),
        Key("s", ctrl=True),
    ]


# Faults


def failing(scene: Made, look: Look) -> list[Part]:
    def press() -> Next | None:
        secret = "Pekan salaisuus"
        raise LookupError(secret)

    return [
        Button("bad", Box(100, 100, 200, 64), "Bad", press),
        Button("good", Box(400, 100, 200, 64), "Good", scene.does("good")),
    ]


def test_a_fault_shows_a_page_and_no_traceback(opened: Open, tmp_path: Path) -> None:
    driver = opened(failing, reports=tmp_path)
    with pytest.raises(LookupError):
        driver.press("Bad")
    driver.app.fault = None
    assert driver.sees("Everything up to your last action is saved.")
    assert not driver.sees("salaisuus")
    (report,) = tmp_path.iterdir()
    assert driver.sees(str(report))
    text = report.read_text(encoding="utf-8")
    assert "LookupError" in text
    assert "test_scenes.py" in text
    assert "salaisuus" not in text
    driver.press("Go on")
    driver.press("Good")
    assert scene_of(driver).done == ["good"]


def test_a_fault_is_shown_even_if_no_report_can_be_written(opened: Open, tmp_path: Path) -> None:
    driver = opened(failing, reports=tmp_path / "nowhere")
    with pytest.raises(LookupError):
        driver.press("Bad")
    driver.app.fault = None
    driver.key("escape")
    assert not driver.app.running


# The window


def test_a_slow_way_of_showing_the_window_is_changed_once(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = opened(three)
    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION")
    monkeypatch.setattr("game.ui.app._SLOW_FLIP", 0.0)
    first = driver.app.window
    for _ in range(6):
        driver.app.screen.stage.redraw()
        driver.post()
    assert os.environ["SDL_FRAMEBUFFER_ACCELERATION"] == "0"
    assert driver.app.window is not first
    driver.press("First")
    assert scene_of(driver).done == [1]


def test_another_pygame_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WrongPygame, match="pip uninstall pygame"):
        check_pygame()


def test_closing_the_window_ends_the_program(opened: Open) -> None:
    driver = opened(three)
    driver.post(pygame.Event(pygame.QUIT))
    assert not driver.app.running
