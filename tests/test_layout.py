"""Every screen in its sizes, languages, themes and sizes of text: nothing cut, nothing over another, all in reach."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from game.engine.definition import END
from game.ui.asktext import AskText
from game.ui.calendar import Calendar
from game.ui.chooser import Choice, Chooser
from game.ui.dialogs import Answer, Dialog
from game.ui.end import End
from game.ui.handdeal import HandDeal
from game.ui.howto import HowTo
from game.ui.menu import Appearance, Menu
from game.ui.openfile import OpenFile
from game.ui.play import Play
from game.ui.review import Review
from game.ui.saveas import SaveAs
from game.ui.scene import Scene
from game.ui.settings import Settings
from game.ui.setup import Setup
from game.ui.steps.seatname import SeatName
from game.ui.table import Table
from game.ui.title import Title
from tests.driver import Driver
from tests.inspect_screen import faults
from tests.moments import LONG, SHORT, Window, at_moments, evening, game, in_order, play_at, plays

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
LANGS = ["fi", "sv", "en"]
FEW = ("target", "now", "methods", "ideas-round-2", "sort", "choose-open", "measures", "close")


def look_through(
    lang: str,
    size: tuple[int, int],
    theme: str = "light",
    text_factor: float = 1.0,
    people: tuple[str, ...] = SHORT,
    names: tuple[str, ...] = (),
) -> None:
    """Nothing is wrong at any moment of the evening, or at those of these names."""
    shown = at_moments(lang, size, theme=theme, text_factor=text_factor, people=people, names=names)
    found = [f"{name}: {fault}" for name, app in shown for fault in faults(app)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
def test_every_step_has_room_for_what_it_shows(size: tuple[int, int], lang: str) -> None:
    look_through(lang, size)


@pytest.mark.parametrize(("lang", "size"), [("fi", (3840, 2160)), ("en", (1366, 768)), ("sv", (2560, 1080))])
def test_some_steps_have_room_in_other_windows(lang: str, size: tuple[int, int]) -> None:
    look_through(lang, size, names=FEW)


@pytest.mark.parametrize(("theme", "lang"), [("dark", "sv"), ("contrast", "en")])
def test_some_steps_have_room_in_the_other_themes(theme: str, lang: str) -> None:
    look_through(lang, (1280, 720), theme, names=FEW)


@pytest.mark.parametrize(("lang", "size"), [("fi", (1280, 720)), ("sv", (1920, 1080)), ("en", (1280, 720))])
def test_every_step_has_room_for_the_largest_letters(lang: str, size: tuple[int, int]) -> None:
    look_through(lang, size, text_factor=1.3)


@pytest.mark.parametrize("size", SIZES[:2])
def test_every_step_has_room_for_eight_people_with_long_names(size: tuple[int, int]) -> None:
    look_through("fi", size, people=LONG)


@pytest.mark.parametrize(("lang", "factor"), [("fi", 1.0), ("sv", 1.3), ("en", 1.0)])
@pytest.mark.parametrize("size", SIZES)
def test_the_timer_has_room_when_the_time_is_over(size: tuple[int, int], lang: str, factor: float) -> None:
    window = Window(lang, size, text_factor=factor)
    play = next(play for name, play in plays(evening(lang), lang, seconds_a_line=400.0) if name == "gains")
    assert play.time_left() < -600
    found = faults(window.show(Table(play, Settings(Path("nowhere"), lang=lang))))
    window.close()
    assert not found, "\n".join(found)


def scenes(lang: str, folder: Path) -> Iterator[tuple[str, Scene]]:
    """The screens that are no step, and what opens over them."""
    settings = Settings(folder, lang=lang)
    yield "title", Title("osallisuuspeli", folder, settings)
    yield "setup", Setup("osallisuuspeli", folder, settings, players=6)
    yield "how-to", HowTo(game().texts)
    yield "settings", Appearance(settings)
    yield "calendar", Calendar(date(2027, 3, 31), today=date(2026, 11, 12))
    yield "dialog", Dialog("Mene?", ["Kaikki on tallessa."], [Answer(0, "Jää tähän"), Answer(1, "Siirry")])
    yield "ask", AskText("Oma toimenpide", "Kävelykierros " * 8, chars=60)
    cards = [Choice(f"card:{card.id}", game().texts.card_title(card.id)) for card in game().game.decks["methods"].cards]
    yield "chooser", Chooser("Ketkä", cards, own="Kirjoita oma")
    yield "open", OpenFile(folder, settings)
    for name, play in plays(evening(lang), lang):
        if name == "welcome":
            yield "seat", SeatName(play, 1)
        if name == "methods":
            yield "menu", Menu(play, settings)
            yield "save", SaveAs(play)
        if play.run.owed:
            yield "deal", HandDeal(play)
    play = at_end(lang)
    yield "review", Review(play)
    yield "end", End(play, settings)


def at_end(lang: str) -> Play:
    """The session played to its end."""
    *_rest, (_name, play) = plays(evening(lang), lang)
    while play.state.at != END:
        assert play.go_on() is None
    return play


@pytest.mark.parametrize(("lang", "factor"), [("fi", 1.0), ("sv", 1.0), ("en", 1.0), ("fi", 1.3)])
@pytest.mark.parametrize("size", SIZES)
def test_every_other_screen_has_room_for_what_it_shows(
    size: tuple[int, int], lang: str, factor: float, tmp_path: Path
) -> None:  # fmt: skip
    window = Window(lang, size, text_factor=factor)
    found = [f"{name}: {fault}" for name, scene in scenes(lang, tmp_path) for fault in faults(window.show(scene))]
    window.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [(960, 540), (720, 1280)])
def test_the_smallest_windows_are_drawn_whatever_is_open(size: tuple[int, int]) -> None:
    window, session = Window("en", size, text_factor=1.3), evening("en", LONG)
    for _name, line in in_order(session):
        driver = Driver(window.show(Table(play_at(session, "en", line), Settings(Path("nowhere"), lang="en"))))
        driver.key("8", "f2", "f10")
    window.close()
