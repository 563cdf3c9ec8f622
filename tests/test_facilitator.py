"""The facilitator's window beside the table's: the same session in both, what only one of them sees, and the time."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import words
from game.engine.actions import Done, Extend, GoTo, Place, Skip, Turn
from game.engine.definition import END
from game.plan import markdown
from game.plan.draft import draft
from game.plan.material import Facts
from game.store.recording import Recording
from game.ui import chime
from game.ui.app import App
from game.ui.controls import Button
from game.ui.end import End
from game.ui.facilitator import Facilitator
from game.ui.facilitatorparts import Act, PlanRow, SeatRow
from game.ui.look import Look
from game.ui.menu import Appearance
from game.ui.pane import Pane
from game.ui.play import Play
from game.ui.scene import Pop, Scene
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.setup import Setup
from game.ui.stepspage import StepsPage
from game.ui.table import Table
from game.ui.textbox import TextBox
from game.ui.timing import Timing, shared_out
from game.ui.title import Title
from game.ui.waiting import Waiting
from tests.at_step import LONG, NAMES, begun, dealt, walk_to
from tests.driver import Clock, Driver


class _At:
    """The program as a driver knows it, but at one of its windows: events name the window that they are for."""

    def __init__(self, app: App, second: bool) -> None:
        self.app, self.is_second = app, second

    def __getattr__(self, name: str) -> Any:
        return getattr(self.app, name)

    @property
    def pane(self) -> Pane:
        found = self.app.second if self.is_second else self.app.main
        assert found is not None, "the facilitator's window is closed"
        return found

    @property
    def window(self) -> pygame.Window:
        return self.pane.window

    @property
    def surface(self) -> pygame.Surface:
        return self.pane.surface

    @property
    def look(self) -> Look:
        return self.pane.look

    @property
    def scene(self) -> Scene:
        return self.pane.scene

    @property
    def screen(self) -> Screen:
        return self.pane.screen

    def step(self, events: Iterable[pygame.Event] = ()) -> None:
        self.app.step([pygame.Event(event.type, {"window": self.window, **event.dict}) for event in events])


def at_window(app: App, clock: Clock | None, second: bool) -> Driver:
    """A person at one of the program's windows."""
    return Driver(cast(App, _At(app, second)), clock)


def aside(driver: Driver) -> Driver:
    """A person at the facilitator's window of the same program."""
    return at_window(cast(_At, driver.app).app, driver.clock, second=True)


Opened = Callable[..., Driver]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens the program on a scene (a session: at the table), in English."""
    apps: list[App] = []

    def open_app(what: Scene | Play, size: tuple[int, int] = (1280, 720), second: bool = True, **more: Any) -> Driver:
        settings = Settings(tmp_path, lang="en")
        scene = what if isinstance(what, Scene) else Table(what, settings, reads_script=False)
        clock = Clock()
        app = App(scene, size=size, lang="en", motion=False, clock=clock, second=second, **more)
        apps.append(app)
        driver = at_window(app, clock, second=False)
        driver.wait(1)
        return driver

    yield open_app
    for app in apps:
        for pane in app.panes:
            pane.window.destroy()
    words.use("fi")


def at(step: str, seats: int = 4) -> Play:
    play = begun(seats)
    dealt(play)
    walk_to(play, step)
    return play


def row(driver: Driver, name: str) -> Any:
    return driver.find(name)


# Two windows


def test_the_menu_opens_and_closes_the_window(opened: Opened) -> None:
    table = opened(at("now"), second=False)
    assert table.app.second is None
    table.key("f10")
    table.press("Open the facilitator’s window")
    assert isinstance(aside(table).app.scene, Facilitator)
    table.press("Close the facilitator’s window")
    assert table.app.second is None
    table.key("escape")
    assert isinstance(table.app.scene, Table)


def test_the_setup_opens_it_and_the_table_takes_it_over(opened: Opened, tmp_path: Path) -> None:
    driver = opened(Setup("osallisuuspeli", tmp_path, Settings(tmp_path, lang="en"), players=3), second=False)
    driver.press("Open the facilitator’s window")
    second = aside(driver)
    assert isinstance(second.app.scene, Waiting)
    assert second.sees("Script, time and seats come here when the game begins.")
    driver.press("start")
    driver.wait(1)
    assert isinstance(driver.app.scene, Table)
    assert isinstance(second.app.scene, Facilitator)
    assert driver.app.scene.play is second.app.scene.play


def test_it_can_be_open_from_the_first_screen_on(opened: Opened, tmp_path: Path) -> None:
    settings = Settings(tmp_path, lang="en")
    settings.aside.text_factor = 1.15
    driver = opened(Title("osallisuuspeli", tmp_path, settings), second_look=settings.aside.look)
    assert isinstance(aside(driver).app.scene, Waiting)
    assert aside(driver).app.look.text_factor == 1.15
    assert driver.app.look.text_factor == 1.0


def test_what_is_done_in_one_window_shows_in_the_other(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    second = aside(table)
    first = play.run.turn
    assert row(second, f"seat-{first}").selected
    second.press("next-turn")
    assert play.session.lines[-1].action == Done(first)
    now = play.run.turn
    assert now != first
    assert row(table, f"seat-{now}").selected
    assert row(second, f"seat-{now}").selected
    other = next(seat.number for seat in play.seats if seat.number not in (first, now))
    table.key(str(other))
    assert play.session.lines[-1].action == Turn(other)
    assert row(second, f"seat-{other}").selected
    play.do(Place(other, "works", play.game.token_spaces[0], LONG))
    second.post()
    assert row(second, f"seat-{other}").spoken.endswith("has the turn")
    assert (row(second, f"seat-{other}").done, row(second, f"seat-{other}").total) == (1, 4)
    assert "Laid" not in second.find("undo").spoken
    assert f"{NAMES[other - 1]} laid a token, Works already" in second.find("undo").spoken
    assert second.app.screen.part("redo") is None
    second.press("undo")
    assert (row(second, f"seat-{other}").done, row(second, f"seat-{other}").total) == (0, 4)
    assert second.find("redo").label.startswith(f"Redo: {NAMES[other - 1]} laid a token")
    second.key("ctrl+y")
    assert row(second, f"seat-{other}").done == 1


def test_steps_are_led_from_the_second_window(opened: Opened) -> None:
    play = at("now")
    second = aside(opened(play))
    second.key("f9")
    assert play.state.at == "people"
    second.press("previous-step")
    assert play.state.at == "now"
    second.press("plan-ideas")
    second.press("Step 7: Ideas")
    assert play.state.at == "ideas"
    second.press("next-turn")
    assert play.run.revealed
    for _ in play.state.order[7:]:
        second.press("next-step")
    second.press("End the game")
    assert play.state.at == END


def test_the_end_is_led_from_the_second_window_too(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    second = aside(table)
    play.do(GoTo(END))
    table.wait(1, frames=3)
    assert isinstance(table.app.scene, End)
    assert isinstance(second.app.scene, Facilitator)
    assert second.sees("The game is over.")
    assert second.app.look.overflows == []
    second.press("previous-step")
    table.wait(1, frames=3)
    assert isinstance(table.app.scene, Table)
    assert second.sees("Do now")


def test_each_window_has_its_own_look_and_language(opened: Opened) -> None:
    table = opened(at("now"))
    second = aside(table)
    second.press("Settings")
    assert isinstance(second.app.scene, Appearance)
    second.press("language.sv")
    second.press("theme.dark")
    second.press("text.1.3")
    second.key("escape")
    assert (second.app.look.lang, second.app.look.theme, second.app.look.text_factor) == ("sv", "dark", 1.3)
    assert (table.app.look.lang, table.app.look.theme, table.app.look.text_factor) == ("en", "light", 1.0)
    assert second.sees("Gruppen ser inte det här")
    table.key("f10")
    assert table.sees("What has been done")
    assert second.sees("Vad som har gjorts")


def test_closing_the_second_leaves_the_game_and_the_first_ends_it(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    second = aside(table)
    second.press("dark")
    second.press("lock")
    second.write("notes", "Kertun asia")
    second.post(pygame.Event(pygame.WINDOWCLOSE))
    assert table.app.running
    assert table.app.second is None
    table.wait(0.2)
    assert isinstance(table.app.scene, Table), "what the facilitator laid over it has gone with the window"
    assert play.recording.setting("facilitator.notes") == "Kertun asia"
    table.post(pygame.Event(pygame.WINDOWCLOSE, window=table.app.window))
    assert not table.app.running


def test_an_event_goes_to_the_window_that_it_names(opened: Opened) -> None:
    table = opened(at("now"))
    second = aside(table)
    x, y = second.at("lock")
    table.click(x, y)
    assert not table.app.scene.play.guide.locked
    second.click(x, y)
    assert table.app.main.scene.guide.locked


def test_the_second_may_have_another_size_and_be_made_larger(opened: Opened) -> None:
    table = opened(at("now"))
    second = aside(table)
    second.resize(1024, 768)
    assert second.app.look.size == (1024, 768)
    assert table.app.look.size == (1280, 720)
    second.key("f11")
    assert second.app.pane.fullscreen
    assert not table.app.main.fullscreen


# What the facilitator lays over the table


def test_a_dark_screen_shows_nothing_and_comes_back(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    second = aside(table)
    second.press("dark")
    assert table.texts() == ["Dark", "Show the table"]
    before = len(play.session.lines)
    table.key("1", "2", "f9", "ctrl+z", "f1")
    table.click(700, 500)
    assert len(play.session.lines) == before
    assert table.texts() == ["Dark", "Show the table"]
    second.press("Show the screen again")
    table.wait(0.1)
    assert isinstance(table.app.scene, Table)
    second.press("dark")
    table.press("Show the table")
    table.wait(0.1)
    assert isinstance(table.app.scene, Table)
    assert second.find("dark").label == "Darken the screen"


def test_a_locked_table_is_seen_but_takes_nothing(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    second = aside(table)
    second.press("lock")
    assert table.sees("The facilitator has locked the table for a moment.")
    before = len(play.session.lines)
    table.key("1", "2", "3", "f8", "f9", "ctrl+z", "escape")
    table.click(*aside(table).app.look.box.centre)
    assert len(play.session.lines) == before
    second.press("next-turn")
    assert len(play.session.lines) == before + 1
    second.press("dark")
    assert "Show the table" not in table.texts(), "only who locked it opens it"
    second.press("dark")
    second.press("Open the lock")
    table.wait(0.1)
    assert isinstance(table.app.scene, Table)


# The facilitator's own


def test_acts_are_ticked_and_stay_so(opened: Opened) -> None:
    play = at("now")
    second = aside(opened(play))
    acts = [part for part in second.app.screen.parts if isinstance(part, Act)]
    assert [act.selected for act in acts] == [True] + [False] * (len(acts) - 1)
    second.press("act-1")
    second.tab_to("act-3")
    second.key("enter")
    acts = [part for part in second.app.screen.parts if isinstance(part, Act)]
    assert [act.done for act in acts[:4]] == [True, False, True, False]
    assert [act.selected for act in acts[:3]] == [False, True, False]
    again = Play(play.recording, play.texts, 90)
    assert again.guide.done("now") == {1, 3}
    assert again.guide.done("people") == frozenset()


def test_notes_are_kept_in_the_file_and_nowhere_else(opened: Opened, tmp_path: Path) -> None:
    play = at("now")
    path = tmp_path / "a.osp"
    play.recording.save_elsewhere(path)
    second = aside(opened(play))
    second.write("notes", "zzPuistoraha")
    second.wait(20)
    play.recording.close()
    stored = Recording.look(path, lambda content: play.game)
    assert stored.setting("facilitator.notes") == "zzPuistoraha"
    assert not any("zzPuistoraha" in line.body for line in stored.content.lines)
    plan = draft(play.game, play.texts, stored.session.state, "en", Facts(date(2026, 11, 12), "fi"))
    assert b"zzPuistoraha" not in markdown.render(plan)


# Displays


def test_a_display_that_is_unplugged_takes_nothing_along(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    count = [2]
    monkeypatch.setattr("game.ui.app.displays", lambda: count[0])
    play = at("now")
    table = opened(play)
    second = aside(table)
    second.key("f11")
    count[0] = 1
    table.wait(3, frames=3)
    assert second.app.pane.fullscreen
    second.press("next-turn")
    assert play.session.lines[-1].action == Done(1) or isinstance(play.session.lines[-1].action, Done)
    count[0] = 2
    table.wait(3, frames=3)
    second.press("lock")
    assert play.guide.locked


def test_a_picture_that_cannot_be_shown_is_made_again(opened: Opened) -> None:
    table = opened(at("now"))
    second = aside(table)
    pane = second.app.pane
    real, failed = pane.window, []

    class Gone:
        """A window whose picture the system has just taken away."""

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

        def flip(self) -> None:
            failed.append(True)
            pane.window = real
            raise pygame.error("window surface is invalid")

    pane.window = cast(pygame.Window, Gone())
    pane.screen.stage.redraw()
    table.post()
    assert failed
    assert pane.screen.stage.due
    table.post()
    assert not pane.screen.stage.due
    assert table.app.fault is None


# How it looks


def active_parts_are_sound(driver: Driver) -> None:
    look = driver.app.look
    assert look.overflows == [], (look.size, look.lang, look.text_factor)
    for part in driver.app.screen.parts:
        if part.active and not isinstance(part, TextBox) and part.press is not None:
            assert part.label, part.name
            assert min(part.box.w, part.box.h) >= look.target_min - 1, part.name
            if part.scroller is None:
                assert part.box.x >= -0.5, part.name
                assert part.box.right <= look.W + 0.5, part.name
                assert part.box.y >= -0.5, part.name
                assert part.box.bottom <= look.H + 0.5, part.name


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("size", "theme", "factor"),
    [
        ((1280, 720), "light", 1.0), ((1024, 768), "dark", 1.15), ((1920, 1080), "contrast", 1.3),
        ((1080, 1920), "light", 1.3), ((3840, 2160), "light", 1.0),
    ],
)  # fmt: skip
def test_nothing_is_cut(
    tmp_path: Path, size: tuple[int, int], theme: str, factor: float, lang: str
) -> None:
    names = ("Pelastusyhdistyksen varapuheenjohtaja Anna-Liisa Mäkelä-Koski", *NAMES[1:])
    play = begun(8, names=names)
    dealt(play)
    settings = Settings(tmp_path, lang=lang)
    for step in ("welcome", "now", "ideas", "choose", "measures"):
        if step != "welcome":
            walk_to(play, step)
        for scene in (Facilitator(play, settings), StepsPage(play)):
            app = App(scene, size=size, lang=lang, theme=theme, text_factor=factor, motion=False, clock=Clock())
            active_parts_are_sound(Driver(app))
            app.window.destroy()
    words.use("fi")


def test_every_part_is_reached_by_the_keyboard_alone(opened: Opened) -> None:
    driver = opened(Facilitator(at("now", 6), Settings(Path("/nowhere"), lang="en")), second=False, size=(1920, 1080))
    for part in list(driver.app.screen.parts):
        if part.active and part.focusable and not part.name.endswith(("-text", "advice")):
            driver.tab_to(part.name)
            driver.key("escape")


def test_the_plan_says_what_each_step_has_taken(opened: Opened) -> None:
    play = at("now")
    second = aside(opened(play))
    rows = {part.name: part for part in second.app.screen.parts if isinstance(part, PlanRow)}
    assert rows["plan-welcome"].step_state == "done"
    assert "/" in rows["plan-welcome"].minutes
    assert rows["plan-now"].step_state == "now"
    assert rows["plan-people"].step_state == "to_come"
    play.do(Skip("people"))
    second.post()
    assert row(second, "plan-people").step_state == "skipped"
    seats = [part for part in second.app.screen.parts if isinstance(part, SeatRow)]
    assert [seat.seat for seat in seats] == [1, 2, 3, 4]


# Steps and time


def timed(minutes: int = 90, seats: int = 4) -> tuple[Play, list[float]]:
    """A session whose clock stands where the list says, in seconds."""
    clock = [0.0]
    play = begun(seats)
    recording = Recording.create(
        None, play.game, play.session.seats, language="fi", files={}, clock=lambda: clock[0]
    )
    return Play(recording, play.texts, minutes), clock


@given(st.integers(0, 600), st.lists(st.floats(0.1, 50), min_size=1, max_size=14), st.data())
def test_minutes_are_shared_out_to_the_last_one(minutes: int, shares: list[float], data: st.DataObject) -> None:
    least = data.draw(st.lists(st.integers(0, 20), min_size=len(shares), max_size=len(shares)))
    found = shared_out(minutes, shares, least)
    floors = [max(one, 1) for one in least]
    assert all(own >= floor for own, floor in zip(found, floors, strict=True))
    assert sum(found) == max(minutes, sum(floors))


def test_the_shares_of_a_new_evening_add_up() -> None:
    play, _clock = timed(90)
    assert sum(play.minutes_of(step) for step in play.state.order) == 90
    assert play.timing.late() == 0
    assert play.timing.to_end() == 90 * 60


def test_what_remains_is_shared_out_again() -> None:
    play, clock = timed()
    order = play.state.order
    clock[0] = 14 * 60.0  # the first step had 4
    play.do(GoTo("target"))
    assert play.spent_on("welcome") == 14 * 60
    assert play.minutes_of("welcome") == 4
    assert sum(play.minutes_of(step) for step in order[1:]) == 90 - 14
    assert play.timing.shorter() > 0
    before = {step: play.minutes_of(step) for step in order}
    play.do(Skip("ideas"))
    assert play.minutes_of("target") == before["target"], "the step at hand keeps its time"
    rest = [step for step in order[2:] if step != "ideas"]
    assert sum(play.minutes_of(step) for step in rest) == sum(before[step] for step in order[2:])
    play.do(Extend("target", 10))
    assert play.minutes_of("target") == before["target"] + 10
    assert sum(play.minutes_of(step) for step in order[1:] if step != "ideas") == 90 - 14
    play.undo()
    play.undo()
    assert {step: play.minutes_of(step) for step in order} == before


def test_no_step_is_squeezed_below_half_and_then_the_evening_is_late() -> None:
    play, clock = timed()
    first = {step: play.minutes_of(step) for step in play.state.order}
    clock[0] = 80 * 60.0
    play.do(GoTo("target"))
    assert all(play.minutes_of(step) >= first[step] // 2 for step in play.state.order)
    assert play.timing.late() > 20
    play.timing.whole = 150
    assert play.timing.late() <= 0


def test_a_pause_stops_only_the_clock() -> None:
    play, clock = timed()
    clock[0] = 60.0
    play.pause()
    clock[0] = 600.0
    assert play.timing.paused
    assert play.spent_on("welcome") == 60
    assert play.do(Turn(3)) is None, "the game goes on"
    clock[0] = 700.0
    assert play.spent_on("welcome") == 60
    play.pause()
    clock[0] = 730.0
    assert play.spent_on("welcome") == 90
    again = Timing(play.recording, 90)
    assert again.spent("welcome") == 90
    assert not again.paused


def test_a_pause_does_not_outlive_the_file_being_closed(tmp_path: Path) -> None:
    play, clock = timed()
    clock[0] = 100.0
    play.do(Turn(3))
    clock[0] = 150.0
    play.pause()
    clock[0] = 900.0
    content = play.recording.content
    later = [0.0]
    opened_again = Recording(play.session, content, clock=lambda: later[0])
    timing = Timing(opened_again, 90)
    assert not timing.paused
    assert timing.spent("welcome") == 100
    later[0] = 60.0
    assert timing.spent("welcome") == 160


def test_the_clock_is_stopped_and_prolonged_by_keys_in_both_windows(opened: Opened) -> None:
    play = at("now")
    table = opened(play)
    table.key("f7")
    assert play.timing.paused
    assert aside(table).find("pause").label == "Go on"
    aside(table).key("f7")
    assert not play.timing.paused
    before = play.minutes_of("now")
    table.key("f8")
    aside(table).press("longer")
    assert play.minutes_of("now") == before + 4


def test_steps_are_left_out_moved_stretched_and_played_again(opened: Opened) -> None:
    play = at("now")
    driver = opened(StepsPage(play), second=False, size=(1920, 1080))
    order = play.state.order
    driver.press("skip-people")
    assert "people" in play.state.skipped
    driver.press("skip-people")
    assert "people" not in play.state.skipped
    driver.press("down-people")
    assert play.state.order.index("people") == order.index("people") + 1
    driver.press("up-people")
    assert play.state.order == order
    assert "builds on" in driver.find("up-choose").refusal
    minutes = play.minutes_of("sort")
    driver.press("more-sort")
    driver.press("more-sort")
    driver.press("less-sort")
    assert play.state.runs["sort"].extra == 1
    assert play.minutes_of("sort") in (minutes, minutes + 1)
    driver.key("ctrl+z")
    assert play.state.runs["sort"].extra == 2
    driver.press("whole.more")
    assert play.timing.whole == 95
    assert driver.app.look.overflows == []
    answer = driver.find("go-welcome").press()
    assert answer == Pop("welcome")
    assert play.state.at == "welcome"


# The chime


def test_the_chime_rings_once_when_time_is_up_and_only_if_wanted(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr("game.ui.table.ring", lambda: rung.append("table"))
    monkeypatch.setattr("game.ui.facilitator.ring", lambda: rung.append("aside"))
    play, clock = timed()
    table = opened(play)
    scene = table.app.scene
    assert isinstance(scene, Table)
    clock[0] = play.minutes_of("welcome") * 60 - 1
    table.wait(1)
    clock[0] += 5
    table.wait(1)
    assert rung == [], "off unless somebody wants it"
    scene.settings.chime = True
    table.key("f8")
    table.wait(1)
    clock[0] += 125
    table.wait(1, frames=3)
    clock[0] += 60
    table.wait(1, frames=3)
    assert rung == ["table"]


def test_the_chime_is_soft_and_needs_no_sound_device(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = memoryview(chime.tone()).cast("h")
    assert len(samples) == round(chime.RATE * chime.SECONDS)
    assert 2000 < max(map(abs, samples)) < 12000
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 50

    def fails(*_args: object, **_more: object) -> None:
        raise pygame.error("no sound device")

    monkeypatch.setattr(pygame.mixer, "init", fails)
    monkeypatch.setattr(pygame.mixer, "get_init", lambda: None)
    thread = chime.ring()
    thread.join(5)
    assert not thread.is_alive()


def test_the_primary_button_is_the_next_step(opened: Opened) -> None:
    driver = opened(Facilitator(at("now"), Settings(Path("/nowhere"))), second=False)
    primary = [p for p in driver.app.screen.parts if isinstance(p, Button) and p.kind == "primary"]
    assert [button.name for button in primary] == ["next-step"]
    assert driver.focus == "next-step"
