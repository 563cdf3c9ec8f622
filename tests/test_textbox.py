"""Writing on screen by posted events."""

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui.controls import Button
from game.ui.editing import Document
from game.ui.inputs import Key
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.scene import Next
from game.ui.textbox import TextBox
from tests.made import Made, Open, scene_of


def writing(document: Document, **more: object) -> Callable[[Made, Look], Sequence[Part]]:
    def make(scene: Made, look: Look) -> list[Part]:
        box = TextBox("note", Box(100, 100, 400, 200), "Note", document=document, on_change=scene.done.append)
        for field, value in more.items():
            setattr(box, field, value)
        return [box, Button("seven", Box(700, 100, 200, 64), "Seven", scene.does(7), keys=("7", "space", "ctrl+z"))]

    return make


def test_nordic_letters_are_written_and_edited(opened: Open) -> None:
    document = Document()
    driver = opened(writing(document))
    driver.press("note")
    driver.type("Öylätti å 7")
    assert document.text == "Öylätti å 7"
    driver.key("home", "ctrl+right", "shift+end", "delete")
    assert document.text == "Öylätti"
    driver.key("ctrl+z", "ctrl+y", "ctrl+z")
    assert document.text == "Öylätti å 7"
    assert 7 not in scene_of(driver).done
    assert driver.sees("Öylätti å 7")


def test_keys_are_commands_where_nothing_is_written(opened: Open) -> None:
    driver = opened(writing(Document()))
    driver.key("7")
    driver.press("note")
    driver.key("7", "space", "ctrl+z", "ctrl+z")
    assert scene_of(driver).done == [7, "7", "7 ", ""], "the second undo finds the box as it was and is taken by it"
    assert driver.find("note").spoken == ""


def test_an_untouched_box_leaves_undo_to_the_game(opened: Open) -> None:
    driver = opened(writing(Document("old")))
    driver.press("note")
    driver.key("ctrl+z")
    assert scene_of(driver).done == [7]


def test_the_clipboard_goes_from_box_to_box(opened: Open) -> None:
    first, second = Document("Lähipuisto 👨‍👩‍👧"), Document()

    def two(scene: Made, look: Look) -> list[Part]:
        return [
            TextBox("a", Box(100, 100, 400, 64), "A", document=first),
            TextBox("b", Box(100, 200, 400, 64), "B", document=second),
        ]

    driver = opened(two)
    driver.press("a")
    driver.key("ctrl+a", "ctrl+x", "tab", "ctrl+v", "ctrl+v")
    assert first.text == ""
    assert second.text == "Lähipuisto 👨‍👩‍👧" * 2
    driver.key("shift+tab", "ctrl+z")
    assert first.text == "Lähipuisto 👨‍👩‍👧"


def test_a_text_is_selected_by_mouse_and_by_finger(opened: Open) -> None:
    document = Document("Omar, nuorisotyö")
    driver = opened(writing(document))
    left, top = driver.find("note").box.x + 17, driver.find("note").box.y + 30
    driver.stroke((left, top), (left + 350, top))
    assert document.selected == "Omar, nuorisotyö"
    driver.wait(1)
    driver.click(left + 100, top, times=2)
    assert document.selected == "nuorisotyö"
    driver.wait(1)
    driver.swipe((left, top), (left + 350, top))
    assert document.selected == "Omar, nuorisotyö"
    driver.wait(1)
    driver.click(left, top)
    assert document.caret == 0


def test_shift_and_the_mouse_select_from_the_caret(opened: Open) -> None:
    document = Document("Omar, nuorisotyö")
    driver = opened(writing(document))
    box = driver.find("note").box
    driver.click(box.x + 17, box.y + 30)
    driver.wait(1)
    shift: dict[str, Any] = {"key": pygame.K_LSHIFT, "scancode": 0}
    driver.post(pygame.Event(pygame.KEYDOWN, mod=pygame.KMOD_LSHIFT, **shift))
    driver.click(box.x + 380, box.y + 30)
    driver.post(pygame.Event(pygame.KEYUP, mod=0, **shift))
    assert document.selected == "Omar, nuorisotyö"


def test_lines_are_gone_up_and_down_keeping_the_column(opened: Open) -> None:
    document = Document("pitkä ensimmäinen rivi\nx\npitkä kolmas rivi on tässä")
    driver = opened(writing(document))
    driver.tab_to("note")
    document.place(15)
    driver.key("down")
    assert document.caret == 24
    driver.key("down")
    assert document.text[25:][: document.caret - 25].startswith("pitkä kol")
    driver.key("up", "up")
    assert abs(document.caret - 15) <= 1
    driver.key("ctrl+home", "shift+ctrl+end")
    assert document.selected == document.text
    driver.key("end", "down")
    assert document.caret == len(document.text)


def test_home_and_end_stay_on_a_line_that_goes_on(opened: Open) -> None:
    document = Document("yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan")
    driver = opened(writing(document))
    driver.tab_to("note")
    document.place(2)
    driver.key("end", "shift+home")
    first = document.selected
    assert first.startswith("yksi kaksi")
    assert document.text[len(first)] == " "


def test_enter_sends_or_makes_a_line(opened: Open) -> None:
    document = Document("a")
    sent: list[str] = []

    def send() -> Next | None:
        sent.append(document.text)
        document.text = ""
        return None

    driver = opened(writing(document, on_enter=send, enter_sends=True))
    driver.press("note")
    driver.key("ctrl+end", "shift+enter")
    driver.type("b")
    driver.key("enter")
    assert sent == ["a\nb"]
    driver.type("seuraava\n")
    assert sent == ["a\nb", "seuraava"]


def test_a_box_of_one_line_leaves_enter_to_the_scene_and_scrolls_sideways(opened: Open) -> None:
    document = Document(lines=False)
    driver = opened(writing(document))
    driver.press("note")
    driver.type("sana " * 40)
    driver.key("enter")
    assert document.text == "sana " * 40
    assert Key("enter") in scene_of(driver).given
    box = driver.find("note")
    caret = box.caret_box(driver.app.look)
    assert box.box.x < caret.x < box.box.right
    driver.key("home")
    assert box.caret_box(driver.app.look).x < box.box.x + 40


def test_a_long_text_scrolls_with_its_caret_and_the_wheel(opened: Open) -> None:
    document = Document("rivi\n" * 60)
    driver = opened(writing(document))
    driver.press("note")
    driver.key("ctrl+end")
    box, look = driver.find("note"), driver.app.look
    assert box.box.y < box.caret_box(look).y < box.box.bottom
    driver.wheel("note", -40)
    assert box.caret_box(look).y > box.box.bottom
    driver.key("left")
    assert box.box.y < box.caret_box(look).y < box.box.bottom
    driver.key("page up", "page up")
    assert document.caret < len(document.text) - 20


def test_an_input_method_writes_at_the_caret(opened: Open) -> None:
    document = Document("ab")
    driver = opened(writing(document))
    driver.press("note")
    document.place(1)
    driver.post(pygame.Event(pygame.TEXTEDITING, text="にほ", start=2, length=0))
    driver.key("backspace", "enter", "left")
    assert document.text == "ab", "keys belong to the input method"
    driver.post(pygame.Event(pygame.TEXTEDITING, text="", start=0, length=0))
    driver.post(pygame.Event(pygame.TEXTINPUT, text="日本"))
    assert document.text == "a日本b"


def test_hidden_writing_shows_nothing_and_copies_nothing(opened: Open) -> None:
    document = Document("salaisuus")
    driver = opened(writing(document, hidden=True))
    driver.press("note")
    pygame.scrap.put_text("ennen")
    driver.key("ctrl+a", "ctrl+c")
    assert pygame.scrap.get_text() == "ennen"
    assert not driver.sees("salaisuus")
    driver.key("end")
    driver.type("!")
    assert document.text == "salaisuus!"


def test_a_text_too_long_is_counted_and_said_in_words(opened: Open) -> None:
    document = Document("x" * 7, limit=10)
    driver = opened(writing(document))
    box = driver.find("note")
    assert isinstance(box, TextBox)
    assert box.counter == ""
    driver.press("note")
    driver.type("xxxxx")
    assert box.counter == "12 / 10"
    assert document.over == 2


def test_the_text_and_its_caret_outlive_the_parts(opened: Open) -> None:
    document = Document()
    driver = opened(writing(document))
    driver.press("note")
    driver.type("ab")
    driver.app.scene.changed()
    driver.post()
    driver.type("c")
    driver.resize(1280, 720)
    driver.type("d")
    assert document.text == "abcd"
    assert driver.focus == "note"


def test_two_megabytes_from_the_clipboard(opened: Open) -> None:
    document = Document()
    driver = opened(writing(document))
    pygame.scrap.put_text("sana ja toinen " * 140_000)
    driver.press("note")
    driver.key("ctrl+v")
    driver.type("x")
    driver.key("up", "home", "ctrl+v")
    assert document.left_out > 0
    assert len(document.text) <= 10_001
