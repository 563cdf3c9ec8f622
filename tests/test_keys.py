"""The help sheet says what the keys do, in three languages: what the parts of a screen say themselves, and the rest
is tried out here key by key.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import words
from game.engine.actions import Done, GoTo, Turn
from game.ui.app import App
from game.ui.controls import Button
from game.ui.editing import Document
from game.ui.facilitator import Facilitator
from game.ui.history import History
from game.ui.howto import HowTo
from game.ui.keysheet import KeySheet, always, cap, of_parts
from game.ui.look import Box, Look
from game.ui.menu import Menu
from game.ui.part import Part
from game.ui.past import Past
from game.ui.play import Play
from game.ui.scene import Scene
from game.ui.scroll import ScrollArea
from game.ui.settings import Settings
from game.ui.setup import Setup
from game.ui.stepspage import StepsPage
from game.ui.table import Table
from game.ui.textbox import TextBox
from game.ui.title import Title
from game.ui.told import told
from tests.at_step import begun, dealt, walk_to
from tests.driver import Clock, Driver
from tests.made import Made, Open, scene_of

STEPS = (
    "welcome", "target", "gains", "now", "people", "methods", "ideas", "sort", "choose", "check", "measures", "close"
)  # fmt: skip
SCENES = ("title", "setup", "table", "guide", "menu", "history", "past", "steps", "facilitator", "how")


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Callable[..., Driver]]:
    apps: list[App] = []

    def open_app(scene: Scene, size: tuple[int, int] = (1280, 720), lang: str = "en", factor: float = 1.0,
                 theme: str = "light") -> Driver:  # fmt: skip
        clock = Clock()
        app = App(scene, size=size, lang=lang, text_factor=factor, theme=theme, motion=False, clock=clock)
        apps.append(app)
        driver = Driver(app, clock)
        driver.wait(1, frames=3)
        return driver

    yield open_app
    for app in apps:
        app.window.destroy()
    words.use("fi")


def at(step: str) -> Play:
    play = begun(4)
    dealt(play)
    if step != "welcome":
        walk_to(play, step)
    return play


def scenes(folder: Path) -> dict[str, Scene]:
    play, looks = at("now"), Settings(folder, lang="en")
    return {
        "title": Title("osallisuuspeli", folder, looks),
        "setup": Setup("osallisuuspeli", folder, looks),
        "table": Table(play, looks, reads_script=False),
        "guide": Table(play, looks),
        "menu": Menu(play, looks),
        "history": History(play, looks),
        "past": Past(play, told(play), 1, looks),
        "steps": StepsPage(play),
        "facilitator": Facilitator(play, looks),
        "how": HowTo(play.texts),
    }


def sheet_of(driver: Driver) -> KeySheet:
    driver.key("f1")
    scene = driver.app.scene
    assert isinstance(scene, KeySheet)
    return scene


# The sheet


@pytest.mark.parametrize("name", SCENES)
def test_one_key_opens_the_sheet_on_every_screen_and_closes_it(
    show: Callable[..., Driver], tmp_path: Path, name: str
) -> None:
    driver = show(scenes(tmp_path)[name])
    scene = driver.app.scene
    keyed = [part for part in driver.app.screen.parts if part.keys and part.label and part.press]
    sheet_of(driver)
    for part in keyed:
        if part.group == "seats" or part.keys == ("escape",):
            continue
        assert driver.sees(part.label), part.name
    driver.key("f1")
    assert driver.app.scene is scene
    sheet_of(driver)
    driver.key("escape")
    assert driver.app.scene is scene


def test_the_sheet_is_also_in_the_menu(show: Callable[..., Driver], tmp_path: Path) -> None:
    driver = show(scenes(tmp_path)["table"])
    driver.key("f10")
    driver.press("Keys")
    assert isinstance(driver.app.scene, KeySheet)
    assert driver.sees("Menu")
    assert driver.sees("+2 min")
    driver.key("escape")
    assert isinstance(driver.app.scene, Table)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("size", "factor", "theme"),
    [((1280, 720), 1.0, "light"), ((1024, 768), 1.3, "dark"), ((1920, 1080), 1.15, "contrast"),
     ((1080, 1920), 1.0, "light")],
)  # fmt: skip
def test_nothing_on_the_sheet_is_cut(
    show: Callable[..., Driver], tmp_path: Path, size: tuple[int, int], factor: float, theme: str, lang: str
) -> None:
    driver = show(scenes(tmp_path)["table"], size, lang, factor, theme)
    sheet_of(driver)
    driver.app.look.overflows.clear()
    driver.app.screen.stage.redraw()
    driver.post()
    assert driver.app.look.overflows == []
    for part in driver.app.screen.parts:
        if part.scroller is not None:
            assert part.box.x >= part.scroller.box.x - 1, part.name
            assert part.box.right <= part.scroller.box.right + 1, part.name


def test_number_keys_of_a_group_stand_in_one_line() -> None:
    parts = [Part(f"seat-{n}", Box(0, 0, 9, 9), f"Name {n}", lambda: None, keys=(str(n),), group="seats")
             for n in range(1, 7)]  # fmt: skip
    words.use("en")
    lines = of_parts(parts)
    assert [(line.chords, line.words) for line in lines] == [(("1–6",), "The seat of that number")]
    words.use("fi")


def test_every_key_has_a_cap() -> None:
    for _heading, lines in always():
        for line in lines:
            for chord in line.chords:
                assert all(cap(key) for key in chord.split("+"))


@pytest.mark.parametrize("step", STEPS)
def test_no_two_parts_of_a_step_share_a_key(show: Callable[..., Driver], tmp_path: Path, step: str) -> None:
    driver = show(Table(at(step), Settings(tmp_path), reads_script=False))
    taken: dict[str, str] = {}
    for part in driver.app.screen.parts:
        for chord in part.keys:
            assert chord not in ("f1", "f11"), part.name
            assert chord not in taken, f"{chord}: {taken.get(chord)} and {part.name}"
            taken[chord] = part.name


# One key each


def test_one_key_presses_the_primary_button_of_any_screen(show: Callable[..., Driver], tmp_path: Path) -> None:
    play = at("now")
    driver = show(Table(play, Settings(tmp_path), reads_script=False))
    turn = play.run.turn
    driver.key("f9")
    assert play.session.lines[-1].action == Done(turn)
    driver.press("step-people")
    driver.key("f9")
    assert play.session.lines[-1].action == GoTo("people")


def test_numbers_are_seats_and_one_key_undoes(show: Callable[..., Driver], tmp_path: Path) -> None:
    play = at("now")
    driver = show(Table(play, Settings(tmp_path), reads_script=False))
    other = next(seat.number for seat in play.seats if seat.number != play.run.turn)
    was = play.run.turn
    driver.key(str(other))
    assert play.session.lines[-1].action == Turn(other)
    driver.key("ctrl+z")
    assert play.run.turn == was
    driver.key("ctrl+y")
    assert play.run.turn == other


def test_the_clock_has_its_keys(show: Callable[..., Driver], tmp_path: Path) -> None:
    play = at("now")
    driver = show(Table(play, Settings(tmp_path), reads_script=False))
    minutes = play.minutes_of("now")
    driver.key("f8")
    assert play.minutes_of("now") == minutes + 2
    driver.key("f7")
    assert play.timing.paused
    driver.key("f7")
    assert not play.timing.paused


# What the sheet says of the keys that always work


class Bench:
    """Two buttons that stand alone, a group of three, a thing to carry and its place, a list, and two text boxes."""

    def __init__(self) -> None:
        self.line, self.lines = Document(lines=False), Document()
        self.sent = 0

    def __call__(self, scene: Made, look: Look) -> list[Part]:
        area = ScrollArea("list", Box(700, 500, 300, 200), "List", content=900)
        return [
            Button("one", Box(40, 40, 200, 64), "One", scene.does(1)),
            Button("two", Box(300, 40, 200, 64), "Two", scene.does(2), kind="primary"),
            *(Button(f"g{n}", Box(40 + 220 * n, 140, 200, 64), f"G{n}", scene.does(f"g{n}"), group="g")
              for n in range(3)),
            Part("thing", Box(40, 240, 100, 100), "Thing", drag="thing"),
            Part("place", Box(300, 240, 200, 200), "Place", drop=lambda _carried: scene.does("landed")),
            *area.around([Part("in", Box(700, 500, 280, 800), "Inside", focusable=False)]),
            TextBox("line", Box(40, 500, 300, 64), "Line", document=self.line, on_enter=self._send),
            TextBox("lines", Box(40, 600, 300, 200), "Lines", document=self.lines, on_enter=self._send,
                    enter_sends=True),
        ]  # fmt: skip

    def _send(self) -> None:
        self.sent += 1


def test_the_keys_of_the_sheet_do_what_it_says(opened: Open) -> None:
    bench = Bench()
    driver = opened(bench)
    said = {line.words: line.chords for _heading, lines in always() for line in lines}
    tried: set[str] = set()

    def of(*chords: str) -> str:
        """The words of the line with exactly these keys."""
        if sys.platform == "darwin":
            chords = tuple(chord.replace("ctrl+", "cmd+") for chord in chords)
        found = next(text for text, keys in said.items() if keys == chords)
        tried.add(found)
        return found

    of("tab", "shift+tab")
    driver.app.screen.focus = "one"
    driver.key("tab")
    assert driver.focus == "two"
    driver.key("shift+tab")
    assert driver.focus == "one"
    of("left", "up", "down", "right")
    driver.tab_to("g0")
    driver.key("right", "right", "left")
    assert driver.focus == "g1"
    of("page up", "page down", "home", "end")
    driver.tab_to("list")
    area = driver.find("list")
    assert isinstance(area, ScrollArea)
    driver.key("down")
    assert 0 < driver.find("list").offset < 100
    driver.key("page down", "end")
    assert driver.find("list").offset == area.furthest
    driver.key("page up", "home")
    assert driver.find("list").offset == 0
    of("enter", "space")
    driver.tab_to("one")
    driver.key("enter", "space")
    assert scene_of(driver).done == [1, 1]
    driver.tab_to("thing")
    driver.key("enter", "tab")
    assert driver.focus == "place"
    driver.key("enter")
    assert scene_of(driver).done[-1] == "landed"
    of("escape")
    driver.tab_to("thing")
    driver.key("space")
    assert driver.app.screen.lifted == "thing"
    driver.key("escape")
    assert driver.app.screen.lifted == ""
    of("f9")
    driver.key("f9")
    assert scene_of(driver).done[-1] == 2
    of("f1")
    driver.key("f1")
    assert isinstance(driver.app.scene, KeySheet)
    driver.key("f1")
    of("f11")
    driver.key("f11")
    assert driver.app.main.fullscreen
    driver.key("f11")
    assert not driver.app.main.fullscreen

    driver.press("line")
    driver.type("yksi kaksi kolme")
    of("ctrl+left", "ctrl+right")
    driver.key("ctrl+left", "shift+end")
    assert bench.line.selected == "kolme"
    driver.key("ctrl+left", "ctrl+right", "ctrl+left")
    of("ctrl+backspace")
    driver.key("end", "ctrl+backspace")
    assert bench.line.value == "yksi kaksi"
    of("ctrl+z", "ctrl+y")
    driver.key("ctrl+z")
    assert bench.line.value == "yksi kaksi kolme"
    driver.key("ctrl+y")
    assert bench.line.value == "yksi kaksi"
    of("ctrl+a")
    driver.key("ctrl+a")
    assert bench.line.selected.strip() == "yksi kaksi"
    of("ctrl+c", "ctrl+x", "ctrl+v")
    driver.key("ctrl+c", "ctrl+x")
    assert bench.line.value == ""
    driver.key("ctrl+v")
    assert bench.line.value == "yksi kaksi"
    of("shift+enter")
    driver.press("lines")
    driver.type("a")
    driver.key("shift+enter")
    driver.type("b")
    assert bench.lines.value == "a\nb"
    driver.key("enter")
    assert bench.sent == 1
    assert tried == set(said), "every line of the sheet has been tried"
