"""The wrong thing on purpose: pressed twice, pressed where nothing may be pressed, closed in the middle, resized, and
spoken to in another language; whatever is done, nothing is lost and nothing breaks.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.engine.session import Session
from game.store.recording import Recording
from game.ui.app import App
from game.ui.play import Play
from game.ui.scene import Restyle
from game.ui.settings import Settings
from game.ui.start import window
from game.ui.table import Table
from game.ui.textbox import TextBox
from tests.driver import Clock, Driver
from tests.evening import Evening, begin
from tests.moments import evening, game, in_order, play_at, take
from tests.player import Keys

SIZE = (1280, 720)
KEYS = (
    "enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "1", "8", "+", "-", "f2", "f10",
    "page down", "ctrl+z", "ctrl+y", "delete",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that are kept go where the tests may write."""
    monkeypatch.chdir(tmp_path)


def at(moment: str) -> tuple[Play, Driver]:
    """The evening at this moment, in a window."""
    session = evening("fi")
    line = dict(in_order(session))[moment]
    return _shown(play_at(session, "fi", line))


def _shown(play: Play) -> tuple[Play, Driver]:
    clock = Clock()
    app = App(Table(play, Settings(Path("nowhere"))), size=SIZE, lang="fi", motion=False, clock=clock)
    driver = Driver(app, clock)
    driver.post()
    return play, driver


def tables(every: int = 1, first: int = 0) -> Iterator[tuple[str, Play, Driver]]:
    """Every moment of an evening at the table, or every third, fourth ...: each by itself, in a window of its own."""
    for name, _line in in_order(evening("fi"))[first::every]:
        play, driver = at(name)
        yield name, play, driver
        driver.app.window.destroy()


def test_what_is_refused_says_why_and_does_nothing() -> None:
    tried = 0
    for name, play, driver in tables():
        screen = driver.app.screen
        for part in [part for part in screen.parts if part.refusal and part.scroller is None]:
            before = len(play.session.lines)
            driver.press(part.name)
            assert screen.refused == part.name, f"{name}: {part.name} by mouse"
            driver.key("escape")
            assert not screen.refused, "Escape takes the words away"
            if part.focusable:
                driver.tab_to(part.name)
                driver.key("enter", "enter")
                assert screen.refused == part.name, f"{name}: {part.name} by Enter"
            assert len(play.session.lines) == before
            tried += 1
    assert tried > 20


def test_escape_closes_what_has_opened_and_changes_nothing() -> None:
    opened = 0
    for name, play, driver in tables(every=3):
        table = driver.app.scene
        for part in list(driver.app.screen.parts):
            if part.press is None or part.refusal or part.name.startswith(("undo", "redo", "timer", "longer")):
                continue
            before = len(play.session.lines)
            if len(driver.app.main.scenes) > 1 or driver.app.screen.part(part.name) is None:
                continue
            driver.press(part.name)
            if driver.app.scene is not table and len(play.session.lines) == before:
                driver.key("escape")
                assert driver.app.scene is table, f"{name}: {part.name} opened {driver.app.scene}"
                assert len(play.session.lines) == before
                opened += 1
            while len(play.session.lines) > before:
                if play.undo() is not None:
                    break
                before = len(play.session.lines)
            table.changed()
            driver.post()
    assert opened > 30


def test_another_language_and_another_size_in_the_middle_of_writing_change_no_letter() -> None:
    boxes = 0
    for name, _play, driver in tables():
        found = [part.name for part in driver.app.screen.parts if isinstance(part, TextBox)]
        if not found:
            continue
        driver.press(found[0])
        driver.key("ctrl+end")
        driver.type(" kesken")
        before = box(driver, found[0]).document.text
        for lang, size in (("sv", (1024, 768)), ("en", (1920, 1080)), ("fi", SIZE)):
            driver.app.main.do(Restyle(lang=lang))
            driver.resize(*size)
            assert driver.focus == found[0], name
            assert box(driver, found[0]).document.text == before, name
            driver.type("ö")
            before += "ö"
        driver.app.main.do(Restyle(text_factor=1.3, theme="contrast"))
        driver.post()
        assert box(driver, found[0]).document.text == before, name
        boxes += 1
    assert boxes >= 5


def box(driver: Driver, name: str) -> TextBox:
    part = driver.find(name)
    assert isinstance(part, TextBox)
    return part


def test_the_program_goes_on_where_its_window_was_closed_at_every_step(tmp_path: Path) -> None:
    """Played into a file; at each step the window is closed, and the first screen continues it."""
    session = evening("fi")
    path = tmp_path / "ilta.osp"
    begun = Recording.create(
        path, game().game, session.seats, language="fi", files=game().files, setup={"minutes": 90, "seed": "x"}
    )
    (_name, done), *rest = in_order(session)
    for act in session.lines[:done]:
        take(Play(begun, game().texts, 90), act)
    begun.close()
    for name, line in rest:
        app = window("osallisuuspeli", lang="fi", folder=tmp_path, size=(960, 540))
        driver = Driver(app)
        driver.post()
        driver.post()
        driver.press("continue")
        driver.post()
        assert isinstance(app.scene, Table)
        play = app.scene.play
        assert play.state == session.after(done), name
        for act in session.lines[done:line]:
            take(play, act)
        done = line
        driver.post(pygame.Event(pygame.QUIT))
        assert not app.running
        app.end()
        app.window.destroy()
    assert [found.name for found in tmp_path.glob("*.osp*")] == ["ilta.osp"]


def test_a_window_that_goes_to_another_display_under_an_open_dialog_is_drawn() -> None:
    _name, _play, driver = next(tables())
    driver.press("menu")
    driver.post(pygame.Event(pygame.WINDOWDISPLAYCHANGED))
    driver.key("tab")
    driver.key("escape")
    assert isinstance(driver.app.scene, Table)


def test_a_new_group_that_is_undone_while_it_is_being_named_is_gone() -> None:
    play, driver = at("sort-begins")
    note = next(part.name for part in driver.app.screen.parts if part.name.startswith("table.note-"))
    driver.drag(note, "table.new")
    driver.type("Yhdessä")
    driver.press("undo")
    assert driver.app.screen.part("table.name") is None
    assert driver.app.screen.part(note) is not None
    driver.press("redo")
    assert [part.name for part in driver.app.screen.parts if part.name.startswith("table.rename-")]
    assert play.session.can_undo()


def test_a_group_that_is_undone_while_it_is_being_merged_is_gone() -> None:
    _play, driver = at("sort")
    driver.press("dock.merge")
    first = next(part for part in driver.app.screen.parts if part.name.startswith("table.tray-"))
    driver.press(first.name)
    while driver.app.screen.part(first.name) is not None:
        driver.press("undo")
    driver.press("dock.cancel")


def test_a_measure_that_is_undone_while_it_is_being_filled_in_is_gone() -> None:
    _play, driver = at("measures")
    driver.press("table.own")
    driver.type("Lyhtyilta")
    driver.key("enter")
    what = next(part.name for part in driver.app.screen.parts if part.name.endswith(".what"))
    driver.press(what)
    driver.type("Marraskuussa")
    driver.press("undo")
    driver.press("undo")
    assert driver.app.screen.part(what) is None


def test_a_note_that_is_undone_from_elsewhere_while_it_is_read_closes() -> None:
    play, driver = at("ideas-round-2")
    driver.press("dock.leave")
    found = [part.name for part in driver.app.screen.parts if part.name.startswith("table.note-") and part.press]
    driver.press(found[-1])
    assert driver.app.screen.part("opened.note") is not None
    while int(found[-1].rpartition("-")[2]) < len(play.state.records):
        play.undo()
    driver.app.scene.changed()
    driver.post()
    driver.post()
    assert isinstance(driver.app.scene, Table)


def test_half_a_note_is_there_when_the_program_is_opened_again(tmp_path: Path) -> None:
    half = "Kahvit penkillä joka toi"
    hand = begin(Keys, "fi", tmp_path)
    evening = Evening(hand, "fi")
    for step in (evening.sit_down, evening.welcome, evening.target, evening.gains, evening.now, evening.people,
                 evening.methods):  # fmt: skip
        step()
    hand.press("table.seat-3")
    hand.spell(half)
    hand.post(pygame.Event(pygame.QUIT))
    hand.app.end()
    hand.app.window.destroy()

    hand = begin(Keys, "fi", tmp_path)
    hand.press("continue")
    hand.post()
    assert Evening(hand, "fi").here == "ideas"
    assert not hand.sees(half), "it is nobody else's business"
    hand.press("table.seat-3")
    assert hand.sees(half)
    hand.app.end()
    hand.app.window.destroy()


def test_a_reason_that_is_being_written_when_the_step_is_left_is_kept(tmp_path: Path) -> None:
    hand = begin(Keys, "fi", tmp_path)
    evening = Evening(hand, "fi")
    for step in (evening.sit_down, evening.welcome, evening.target, evening.gains):
        step()
    hand.carry(hand.name("dock.token-works"), evening.spaces()[2])
    hand.spell("Lehti tulee joka kotiin")
    hand.press("step-people")
    hand.press("answer-2")
    assert evening.here == "people"
    hand.press("step-now")
    hand.press("answer-2")
    assert hand.sees("Lehti tulee joka kotiin")
    hand.app.end()
    hand.app.window.destroy()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_typed_and_dragged_nothing_breaks(seed: int) -> None:
    """Hundreds of things done at random at every moment of an evening: the lines lead to where the screen is."""
    chance = random.Random(seed)
    for name, play, driver in tables(every=4, first=seed):
        for _ in range(40):
            what = mischief(driver, chance)
            driver.post()
            assert driver.app.running or what == "quit", f"{name}: {what}"
            if not driver.app.running:
                break
        state = play.state
        assert Session(play.game, play.session.seats, play.session.lines).state == state, name


def mischief(driver: Driver, chance: random.Random) -> str:
    """One thing that somebody might do; returns what it was."""
    active = [part for part in driver.app.screen.parts if part.active and not part.name.endswith("quit")]
    if not active:
        return "nothing"
    one, other = chance.choice(active), chance.choice(active)
    match chance.randrange(12):
        case 0 | 1 | 2:
            driver.press(one.name)
            return f"press {one.name}"
        case 3:
            driver.click(*driver.at(one.name), times=2)
            return f"press twice {one.name}"
        case 4:
            driver.finger(one.name, other.name)
            return f"finger {one.name} to {other.name}"
        case 5:
            driver.drag(one.name, other.name)
            return f"drag {one.name} to {other.name}"
        case 6:
            chord = chance.choice(KEYS)
            driver.key(chord)
            return f"key {chord}"
        case 7:
            text = chance.choice(["åäö", "x" * 300, "{target} %s <b>", "\u202ekäänne\u0000", "🙂👩‍👩‍👧", " "])
            driver.post(pygame.Event(pygame.TEXTINPUT, text=text))
            return f"type {text!r}"
        case 8:
            size = chance.choice([(960, 540), (1024, 768), (1280, 720), (720, 1280)])
            driver.resize(*size)
            return f"resize {size}"
        case 9:
            driver.app.main.do(Restyle(lang=chance.choice(["fi", "sv", "en"])))
            return "language"
        case 10:
            driver.wheel(one.name, chance.choice([-3, 3]))
            return f"wheel {one.name}"
        case _:
            driver.wait(1.5, 2)
            return "wait"
